"""What numbers and units look like in English text: amounts, currencies, measures."""

from __future__ import annotations

import re

_ONES = "zero one two three four five six seven eight nine ten eleven twelve"
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: float(n) for n, word in enumerate(f"{_ONES} {_TEENS}".split())}
_SMALL |= {word: 10.0 * n for n, word in enumerate(_TENS.split(), 2)}
_SCALES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}

_WORD = "|".join([*reversed(_SMALL), *_SCALES])
SCALE = "|".join(_SCALES)
DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
AMOUNT = rf"""(?P<digits>{DIGITS})(?:[\s-]?(?P<scale>{SCALE}|mn|mln|bn|bln|tn|trn)\b|\s?(?P<letter>[kmb])\b)?
    |(?P<half>half\s+an?)\s+(?P<of>{SCALE})?
    |(?P<article>an?\s+(?={SCALE}))?(?P<words>(?:{_WORD})(?:(?:\s+and\s+|[\s-]+)(?:{_WORD}))*)\b"""
"""A number as digits or words with its scale, for ``re.VERBOSE | re.IGNORECASE``; :func:`amount` reads its match."""

SHARES = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
"""Parts of a whole, in %."""

_CURRENCY_SIGNS = {
    **{"US$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "₽": "RUB", "₴": "UAH", "₩": "KRW", "₪": "ILS"},
    **{"A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD", "R$": "BRL"},
    **{"¥": None, "Rs": None},  # yen or yuan, Indian rupees or others: the sign does not tell
}
_CURRENCY_CODES = (
    "USD EUR GBP CNY RMB JPY CHF RUB UAH INR AUD CAD HKD NZD SGD SEK NOK DKK PLN TRY ILS KRW BRL MXN ZAR AED SAR"
)
_SIGNS = "|".join(re.escape(sign) for sign in sorted(_CURRENCY_SIGNS, key=len, reverse=True))
CURRENCY = rf"(?<![A-Za-z$])(?:(?:{_SIGNS})\.?\s?|(?:{_CURRENCY_CODES.replace(' ', '|')})\s?)"
"""A currency's sign or code before a number; case matters."""

_CURRENCY_WORDS = {
    r"(?:US|U\.S\.|American) dollars?|dollars?|bucks": "USD",
    r"Australian dollars?": "AUD",
    r"Canadian dollars?": "CAD",
    r"euros?": "EUR",
    r"pounds? sterling|quid": "GBP",
    r"yuan|renminbi": "CNY",
    r"yen": "JPY",
    r"roubles?|rubles?": "RUB",
    r"hryvnias?": "UAH",
    r"Swiss francs?": "CHF",
    r"shekels?": "ILS",
    r"cents?": "cent",
    **{f"(?-i:{code})": {"RMB": "CNY"}.get(code, code) for code in _CURRENCY_CODES.split()},
}
_MEASURES = {
    r"per ?cent|pct": "%",
    r"percentage[ -]points?": "percentage point",
    r"years?[ -]olds?|yrs? old": "years old",
    r"months?[ -]olds?": "months old",
    r"(?:kilomet(?:er|re)s?|kms?) ?(?:per |an |a |/) ?h(?:our|r)?|km/h|kmh|kph|kmph": "km/h",
    r"miles? (?:per|an) hour|mph": "mph",
    r"(?:square|sq\.?)[ -](?:kilomet(?:er|re)s?|km)": "square km",
    r"(?:square|sq\.?)[ -](?:met(?:er|re)s?|m)": "square m",
    r"(?:square|sq\.?)[ -]miles?": "square miles",
    r"(?:square|sq\.?)[ -](?:feet|foot|ft)": "square feet",
    r"cubic[ -]met(?:er|re)s?": "cubic m",
    r"nautical[ -]miles?": "nautical miles",
    r"kilomet(?:er|re)s?|kms?": "km",
    r"centimet(?:er|re)s?|cm": "cm",
    r"millimet(?:er|re)s?|mm": "mm",
    r"met(?:er|re)s?": "m",
    r"miles?": "miles",
    r"feet|foot|ft": "feet",
    r"inch(?:es)?": "inches",
    r"kilogram(?:me)?s?|kilos?|kgs?": "kg",
    r"gram(?:me)?s?": "g",
    r"metric tons?|tonnes?": "tonnes",
    r"pounds?|lbs?": "pounds",  # weight or money: the word alone does not tell
    r"(?:degrees? |deg\.? |° ?)(?:Celsius|centigrade|C)": "°C",
    r"(?:degrees? |deg\.? |° ?)(?:Fahrenheit|F)": "°F",
    r"centur(?:y|ies)": "century",
    **{f"{unit}s?": unit for unit in ("second", "minute", "hour", "day", "week", "month", "year", "decade")},
}
_NAMES = _CURRENCY_WORDS | _MEASURES
_NAMED = re.compile(
    r"\s?%|[\s-]{0,2}(?:" + "|".join(f"(?P<u{n}>{pattern})" for n, pattern in enumerate(_NAMES)) + r")(?!\w)",
    re.IGNORECASE,
)


def amount(match: dict[str, str | None]) -> float | None:
    """Return the value of an :data:`AMOUNT`'s groups, ``None`` where its words are no number."""
    if match["digits"]:
        value = float(re.sub(r"[,\u00a0\u202f]", "", match["digits"]))
        if match["letter"]:
            return value * _SHORT_SCALES[match["letter"].lower()]
        scale = (match["scale"] or "").lower()
        return value * (_SCALES | _SHORT_SCALES).get(scale, 1.0)
    if match["half"]:
        return 0.5 * _SCALES.get((match["of"] or "").lower(), 1.0)
    words = re.findall(r"[a-z]+", (match["words"] or "").lower())
    if words[0] in _SCALES and not match["article"]:
        return None  # what is left of "3,5 million"
    return _in_words(words)


def scale_of(number: str) -> float | None:
    """Return what "million" multiplies by in "4 million" or "million"; ``None`` where no such word ends ``number``."""
    match = re.search(rf"(?:{SCALE}|(?<![a-z])(?:mn|mln|bn|bln|tn|trn|[kmb]))$", number.strip().lower())
    return (_SCALES | _SHORT_SCALES)[match[0]] if match else None


def currency(sign: str) -> str | None:
    """Return the ISO 4217 code that a sign stands for, ``None`` where several are as likely."""
    sign = sign.strip().rstrip(".")
    return _CURRENCY_SIGNS[sign] if sign in _CURRENCY_SIGNS else {"RMB": "CNY"}.get(sign, sign)


def unit_at(text: str, place: int) -> tuple[int, str] | None:
    """Return the end and name of the currency or measure that stands in ``text`` at ``place``."""
    match = _NAMED.match(text, place)
    if match is None:
        return None
    if match.lastgroup is None:
        return match.end(), "%"
    return match.end(), list(_NAMES.values())[int(match.lastgroup[1:])]


def _in_words(words: list[str]) -> float | None:
    total, current, last = 0.0, 0.0, 100.0
    for word in words:
        if word == "and":
            continue
        if word in _SMALL:
            value = _SMALL[word]
            if last < 20 or (last < 100 and value >= 10):
                return None  # "one two": no number
            current, last = current + value, value
        elif word in ("hundred", "dozen"):
            current, last = (current or 1.0) * _SCALES[word], 100.0
        else:
            total, current, last = total + (current or 1.0) * _SCALES[word], 0.0, 100.0
    return total + current
