"""A claim from a bare string, for the doors that are given no article: light rules for figures, dates, negation."""

from __future__ import annotations

import re

from claims.records import Claim, DateMention, Quantity

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)?|"
    r"Sept(?:ember|\.)?|Sep\.|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?P<year>(?:18|19|20)\d\d)"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_DATES = [
    re.compile(rf"\b{_YEAR}-(?P<number>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])\b"),
    re.compile(rf"\b{_DAY} (?:of )?{_MONTH}(?![a-z])(?:,? {_YEAR}\b)?"),
    re.compile(rf"\b{_MONTH} {_DAY}\b(?!,\d)(?:,? {_YEAR}\b)?"),
    re.compile(rf"\b{_MONTH},? {_YEAR}\b"),
    re.compile(rf"(?:(?<=\bin )|(?<=\bsince )|(?<=\bby )){_MONTH}(?![a-z])"),
    re.compile(rf"(?:(?<=\bin )|(?<=\bsince )|(?<=\bof )|(?<=\bby )){_YEAR}\b(?![,.]\d)"),
]
_UP_TO_TWENTY = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_SMALL = {word: value for value, word in enumerate(_UP_TO_TWENTY.split(), start=2)}
_SMALL |= {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9}
_SCALES["trillion"] = 1e12
_QUANTITY = re.compile(
    r"(?P<money>(?:US)?[$£€] ?)?"
    rf"(?<![\w.,])(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\b(?:{'|'.join(_SMALL)})\b)"
    r"(?:[ -]?(?P<scale>hundred|thousand|million|billion|trillion|mn|bn|(?-i:[mk])(?=\b))\b)?"
    r"(?P<percent> ?%| per ?cent\b)?"
    r"(?:[ -](?P<unit>[A-Za-z]+))?",
    re.IGNORECASE,
)
_APPROXIMATE = re.compile(
    r"(?:\b(?:about|around|some|nearly|almost|roughly|approximately|over|under|estimated|up to|at least|at most|"
    r"(?:more|less|fewer) than)|~) ?[$£€]?$",
    re.IGNORECASE,
)
_CURRENCY = {"$": "USD", "US$": "USD", "£": "GBP", "€": "EUR"}
# What stands between a number and the noun that it counts, and what is no noun.
_ADJECTIVES = "more other new young old male female local foreign missing armed different additional"
_FUNCTION_WORDS = (
    "a an the of to in on at by for from with and or but as is are was were be been has have had will would can could "
    "may might that which who when while than after before since into over per out off up down not no"
)
_BETWEEN = frozenset(_ADJECTIVES.split())
_NO_UNIT = frozenset(_FUNCTION_WORDS.split())
_NEGATION = re.compile(r"\b(?:not|no|never|neither|nor|none|nobody|nothing|cannot|without)\b|n['’]t\b", re.IGNORECASE)


def bare_claim(id: str, text: str) -> Claim:
    """Return ``text`` as a claim of no article, with the figures, dates and negation that light rules find."""
    dates = _dates(text)
    taken = [(date.start, date.end) for date in dates]
    return Claim(
        id=id,
        article="",
        start=0,
        end=len(text),
        text=text,
        standalone=text,
        attribution=None,
        worth=0.5,
        quantities=_quantities(text, taken),
        dates=dates,
        negated=_NEGATION.search(text) is not None,
    )


def _dates(text: str) -> tuple[DateMention, ...]:
    found: list[DateMention] = []
    for pattern in _DATES:
        for match in pattern.finditer(text):
            if any(date.start < match.end() and match.start() < date.end for date in found):
                continue
            parts = match.groupdict()
            month = parts.get("number") or (_month(parts["month"]) if parts.get("month") else None)
            day = parts.get("day")
            value = parts.get("year") or "XXXX"
            if month:
                value += f"-{month}" + (f"-{int(day):02}" if day else "")
            found.append(DateMention(match.start(), match.end(), match.group(), value))
    return tuple(sorted(found, key=lambda date: date.start))


def _month(name: str) -> str:
    return f"{_MONTHS.index(name.lower()[:3]) + 1:02}"


def _quantities(text: str, taken: list[tuple[int, int]]) -> tuple[Quantity, ...]:
    found: list[Quantity] = []
    for match in _QUANTITY.finditer(text):
        if any(start < match.end("number") and match.start() < end for start, end in taken):
            continue
        number = match["number"].lower()
        value = float(_SMALL[number] if number in _SMALL else number.replace(",", ""))
        value *= _SCALES.get((match["scale"] or "").lower(), 1.0)
        end = max(match.end(name) for name in ("number", "scale", "percent"))
        unit: str | None
        if match["money"]:
            unit = _CURRENCY[match["money"].strip().upper()]
        elif match["percent"]:
            unit = "%"
        else:
            unit = _counted(text, match)
        found.append(
            Quantity(
                start=match.start(),
                end=end,
                text=text[match.start() : end],
                value=value,
                unit=unit,
                approximate=_APPROXIMATE.search(text[: match.start()]) is not None,
            )
        )
    return tuple(found)


def _counted(text: str, match: re.Match[str]) -> str | None:
    """Return the noun after the number, past an adjective or two that are known as such."""
    for word in re.findall(r"[A-Za-z]+|[^\w\s-]", text[match.start("unit") :] if match["unit"] else "")[:3]:
        if word.lower() in _NO_UNIT or not word.isalpha():
            return None
        if word.lower() not in _BETWEEN:
            return str(word.lower())
    return None
