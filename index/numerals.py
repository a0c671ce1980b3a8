"""Numbers in a text: which values each may stand for, in what unit, and how it is bounded.

Read without a parser, so that a bare string and a claim of the archive are read alike. A range is one numeral with two
ends, a share ("a third of", "one in five") one in per cent, a vague plural ("hundreds") has a value that it is not
below. Years, dates, ordinals, telephone numbers and numbers that belong to a name ("Flight 370") are none.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from index.words import capitals


class Bound(StrEnum):
    """What the words around a number make of it."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    LESS_THAN = "less than"
    AT_MOST = "at most"
    MANY = "many"  # a vague plural: no less, and how many more is not told


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at ``start`` to ``end``, scale, sign and symbol included, the unit's word left out.

    ``low`` and ``high`` are equal unless it is a range, whose ends stand at ``parts``. ``step`` is that of the last
    digit told: 0.1 million in "1.2 million", 1,000 in "12,000". ``unit_end`` is where the unit's word ends. ``score``
    marks a result such as 3-1 (``high`` the greater).
    """

    start: int
    end: int
    low: float
    high: float
    unit: str | None
    bound: Bound
    step: float
    unit_end: int
    parts: tuple[tuple[int, int, float], ...]
    score: bool = False
    hyphened: bool = False
    fraction: bool = False


_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_TEENS = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: float(n) for n, word in enumerate(_ONES + _TEENS)} | {word: 10.0 * n for n, word in enumerate(_TENS, 2)}
_SCALES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
_PARTS = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "sixth": 100 / 6, "eighth": 12.5}
_PARTS |= {"tenth": 10.0, "ninth": 100 / 9, "seventh": 100 / 7, "halve": 50.0}
_TIMES = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 0.5}

_WORD = "|".join([*reversed(_SMALL), *_SCALES])
_SCALE = "|".join(_SCALES)
_CURRENCIES = {
    **{"US$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "₽": "RUB", "₴": "UAH", "₩": "KRW", "₪": "ILS"},
    **{"A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD", "R$": "BRL"},
    **{"¥": "¥", "Rs": "rupee"},  # yen or yuan, Indian rupees or others: the sign does not tell
}
_CODES = "USD EUR GBP CNY RMB JPY CHF RUB UAH INR AUD CAD HKD NZD SGD SEK NOK DKK PLN TRY ILS KRW BRL MXN ZAR AED SAR"
_SIGN = "|".join([*(re.escape(sign) for sign in sorted(_CURRENCIES, key=len, reverse=True)), *_CODES.split()])
_NUMBER = re.compile(
    rf"""(?P<sign>(?-i:(?<![A-Za-z$])(?:{_SIGN})\.?[ \u00a0]?))?(?<![\w.,/:#№'’])(?<![A-Za-z][-–])
    (?:(?P<minus>(?:(?<=\s)|(?<=^))[-−](?=\d)|\bminus\s+(?=\w))?
       (?P<digits>\d{{1,3}}(?:[,\u00a0\u202f]\d{{3}})+(?!\d)(?:\.\d+)?|\d{{1,15}}(?:\.\d{{1,9}})?)
       (?:[ -]?(?P<scale>{_SCALE}|mn|mln|bn|bln|tn|trn)\b|[ ]?(?P<letter>[kmb])(?![\w/]))?
      |(?P<half>half\s+an?|an?\s+half|(?:an?|one|three)[\s-]quarters?\s+of\s+an?)\s+(?P<of>{_SCALE})\b
      |(?P<article>\ban?\s+(?=(?:{_SCALE})\b))?\b(?P<words>(?:{_WORD})(?:(?:\s+and\s+|\s+|-)(?:{_WORD}))*)\b)
    (?P<and_half>\s+and\s+a\s+half\b(?:\s+(?P<half_of>{_SCALE})\b)?)?""",
    re.VERBOSE | re.IGNORECASE,
)
_SHARE = re.compile(
    rf"""(?<![\w-])(?:
     (?:(?P<times>an?|one|two|three|four|five|six|seven|eight|nine)[\s-]+)?
       (?P<part>half|halve|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?
       (?=\s+(?:of(?!\s+an?\s+(?:million|billion|trillion|percent\b))|the|its|their|his|her|our|all|as)\b|[\s-]majority\b|\s*(?:[,.;!?)]|$)|\s+(?:in|since|last|this|from|to|after|over|on|and|during|between)\b|\s+(?:were|are|was|is|have|had|said)\b|\s+(?:full|empty|complete)\b|[\s-]+(?:a\s+)?(?:percentage[\s-]+)?points?\b)
    |(?P<few>\d{{1,3}}|{"|".join([*_ONES[1:], *_TEENS, *_TENS])})\s+(?P<of>[a-z]+\s+)?(?:in|out\s+of)\s+(?:every\s+)?
       (?P<many>\d{{1,3}}|{"|".join([*_ONES[2:], *_TEENS, *_TENS, "hundred"])})\b(?!\s*(?:[,.]\d|%))
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_POINT = re.compile(r"[\s-]+(?:of\s+)?(?:an?\s+)?(?:percentage[\s-]+)?points?\b", re.IGNORECASE)
_BY = re.compile(r"\bby (?:about |around |almost |nearly |more than |over |at least |up to )?$", re.IGNORECASE)
_MANY = re.compile(
    r"""(?<![\w-])(?:
     (?P<plural>tens|dozens|hundreds|thousands|millions|billions|scores(?=\s+of\s+(?:people|civilians|protesters|
       demonstrators|residents|homes|houses|families|villages|vehicles|soldiers|migrants|refugees|victims|others|women|
       children|men|arrests|deaths)\b))\b
       (?:\s+(?:up)?on\s+(?P=plural)\b)?(?:\s+of\s+(?P<larger>thousands|millions|billions)\b)?
    |(?:several|(?:a|the\s+first)\s+few)\s+(?P<several>dozen|hundred|thousand|million|billion)\b
       (?:\s+(?P<scale>thousand|million|billion)\b)?
    )(?:\s+of\b(?!\s+(?:the|its|their|his|her|our|your|these|those|them|which|whom)\b))?""",
    re.VERBOSE | re.IGNORECASE,
)
_MANY_OF = _SCALES | {"ten": 10.0, "score": 20.0}
_SEVERAL = 1.5
"""What a vague plural is at least, in its scale: 150 are hundreds. No more is told: 50,000 are thousands too."""
_NO_SHARE = re.compile(
    r"\b(?:first|second|last|latter|other|better|former|the|this|that|each|every|no|per|final|next|previous)[\s-]+$",
    re.IGNORECASE,
)
_FACTOR = re.compile(
    r"\b(?P<stem>doubl|tripl|trebl|quadrupl|quintupl|halv)(?:ed|ing|es|e(?=\s+(?:that|the|its|their|his|her|what|those|"
    r"in|to|by|last|from|this)\b))\b|\b(?P<fold>\d{1,3}|" + "|".join(_ONES[2:] + _TENS) + r")-?\s?fold\b"
    r"|\b(?P<twice>twice|thrice)\b",
    re.IGNORECASE,
)
_ONE_UNIT = re.compile(
    r"\b(?:for|in|within|after|takes?|took|lasted|lasts?|spent|served|over)\s+(?P<an>an?)\s+"
    r"(?P<unit>second|minute|hour|day|week|fortnight|month|year|decade|century)(?P<half>\s+and\s+a\s+half)?\b"
    r"|\b(?P<an2>an?)\s+(?P<unit2>minute|hour|day|week|month|year|mile|metre|kilometre)\s+and\s+a\s+half\b"
    r"|\b(?P<an4>an?)\s+(?P<unit4>year|month|week|day|hour|minute)(?=\s+and\s+[\w-]+\s+(?:month|week|day|hour|minute|second)s\b)"
    r"|\b(?P<an3>half\s+an?)\s+(?P<unit3>minute|hour|day|week|month|year|decade|century|mile|kilometre)\b",
    re.IGNORECASE,
)

# ---------------------------------------------------------------- units

_MONEY_WORDS = {
    r"(?:US|U\.S\.|American) dollars?|dollars?|bucks": "USD",
    r"Australian dollars?": "AUD",
    r"Canadian dollars?": "CAD",
    r"euros?": "EUR",
    r"pounds? sterling|quid|(?-i:(?<=\d)p)": "GBP",
    r"yuan|renminbi": "CNY",
    r"yen": "JPY",
    r"roubles?|rubles?": "RUB",
    r"hryvnias?": "UAH",
    r"Swiss francs?": "CHF",
    r"shekels?": "ILS",
    r"rupees?": "rupee",
    r"cents?": "cent",
    r"pence|penny": "pence",
    **{f"(?-i:{code})": {"RMB": "CNY"}.get(code, code) for code in _CODES.split()},
}
_MEASURES = {
    r"percentage[ -]points?|pp\b|ppts?": "percentage point",
    r"basis[ -]points?|bps": "basis point",
    r"per ?cent(?!age)|pct|(?-i:pc)": "%",
    r"years?[ -]olds?|yrs? old|year-olds?|y/o": "years old",
    r"decades[ -]old": "decades old",
    r"centuries[ -]old": "centuries old",
    r"months?[ -]olds?": "months old",
    r"(?:kilomet(?:er|re)s?|kms?)[ -]?(?:per |an |a |/)[ ]?h(?:our|r)?|km/h|kmh|kph|kmph": "km/h",
    r"miles?[ -](?:per|an)[ -]hour|mph": "mph",
    r"met(?:er|re)s? (?:per|a) second|m/s": "m/s",
    r"knots?": "knot",
    r"(?:square|sq\.?)[ -](?:kilomet(?:er|re)s?|km)|km2|km²": "square km",
    r"(?:square|sq\.?)[ -](?:met(?:er|re)s?|m)|m2|m²": "square m",
    r"(?:square|sq\.?)[ -]miles?": "square miles",
    r"(?:square|sq\.?)[ -](?:feet|foot|ft)": "square feet",
    r"cubic[ -]met(?:er|re)s?|m3|m³": "cubic m",
    r"nautical[ -]miles?": "nautical miles",
    r"kilomet(?:er|re)s?|kms?": "km",
    r"centimet(?:er|re)s?|cm": "cm",
    r"millimet(?:er|re)s?|mm": "mm",
    r"met(?:er|re)s?|m": "m",
    r"miles?|mi": "miles",
    r"feet|foot|ft": "feet",
    r"inch(?:es)?": "inches",
    r"yards?|yds?": "yards",
    r"kilogram(?:me)?s?|kilos?|kgs?": "kg",
    r"milligram(?:me)?s?|mg": "mg",
    r"gram(?:me)?s?|g": "g",
    r"metric tons?|tonnes?": "tonnes",
    r"tons?": "tons",
    r"pounds?|lbs?": "pounds",  # weight or money: the word alone does not tell
    r"ounces?|oz": "ounces",
    r"hectares?|ha": "hectares",
    r"acres?": "acres",
    r"millilit(?:re|er)s?|ml": "ml",
    r"lit(?:re|er)s?": "litres",
    r"gallons?": "gallons",
    r"barrels?": "barrels",
    r"megawatt[ -]hours?|MWh": "MWh",
    r"kilowatt[ -]hours?|kWh": "kWh",
    r"gigawatts?|GW": "GW",
    r"megawatts?|MW": "MW",
    r"kilowatts?|kW": "kW",
    r"gigabytes?|GB": "GB",
    r"megabytes?|MB": "MB",
    r"terabytes?|TB": "TB",
    r"(?:degrees?|deg\.?|°|º)[ -]?(?:Celsius|centigrade|(?-i:C))|(?-i:°?C)|Celsius": "°C",
    r"(?:degrees?|deg\.?|°|º)[ -]?(?:Fahrenheit|(?-i:F))|(?-i:°?F)|Fahrenheit": "°F",
    r"degrees?|°": "degree",
    r"seconds?|secs?": "second",
    r"minutes?|mins?": "minute",
    r"hours?|hrs?": "hour",
    r"fortnights?": "fortnight",
    r"centur(?:y|ies)": "century",
    **{f"{unit}s?": unit for unit in ("day", "week", "month", "year", "decade")},
}
_NAMES = _MONEY_WORDS | _MEASURES
_NAMED = re.compile(
    r"\s?%|[ \u00a0-]{0,2}(?:" + "|".join(f"(?P<u{n}>{pattern})" for n, pattern in enumerate(_NAMES)) + r")(?![\w²³])",
    re.IGNORECASE,
)
_UNIT_NAMES = tuple(_NAMES.values())

# ---------------------------------------------------------------- what is no number, what bounds one

_TIME = frozenset({"day", "week", "month", "year", "decade", "hour"})
_DURING = re.compile(
    r"(?<!last)(?<!lasted)(?<!took)(?<!for)(?<!waited)(?<!served)(?<!spent)(?<!just)(?<!well) over $", re.IGNORECASE
)
_HOUR_AFTER = re.compile(
    r"\s*(?:$|[,.;]|\b(?:in the (?:morning|afternoon|evening)|at night|on|this|that|yesterday|today|sharp|and)\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:no|nos|number|flight|article|section|chapter|page|pages|room|route|rule|channel|phase|level|grade|version|"
    r"volume|act|gate|platform|highway|boeing|airbus|apollo|windows|iphone|covid|formula|area|exit|pier|dock|"
    r"berth|ward|zone|sector|unit|block|building|house|apartment|flat|suite|box|lot|case|id|ref|reactor|runway|"
    r"terminal|turbine|engine|track|lane|line|bus|train|tram|group|title|bill|resolution|proposition|measure|amendment|"
    r"stage|round|game|episode|season|part|catch|class|category|type|district|precinct|division|world war|tel|phone|"
    r"call|dial|hotline|extension|ext|serial|passport|licence|license|invoice|order|docket|docket no)s?"
    r"\.?[ \u00a0#:-]{1,2}$",
    re.IGNORECASE,
)
_VERB_LABELS = frozenset({"house", "houses", "order", "orders", "measures", "calls", "lines", "trains", "numbers"})
_PHONE = re.compile(
    r"(?<!\w)(?:\+\d[\d ()-]{6,}\d|\(?\d{3}\)?[ -]\d{3}[ -]\d{4}|0\d{2,4}[ -]\d{3,}(?:[ -]\d{2,})*|555-\d{4}"
    r"|\d{1,3}(?:\.\d{1,3}){2,}|\d+(?:-\d+){2,})(?!\w)"
)
_AFTER_ID = re.compile(r"[.:/]\d|,\d(?!\d\d\b)")
_CLOCK_AFTER = re.compile(
    r"(?:[:.][0-5]\d)?\s?(?:[ap]\.?\s?m\b|o['’]clock\b|hrs?\s+GMT|(?-i:(?:GMT|EST|EDT|CET|BST|UTC)\b))", re.IGNORECASE
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_YEAR_LEAD = re.compile(
    r"\b(?:in|since|by|until|till|of|from|before|after|year|early|late|mid|summer|spring|autumn|winter|fall|during|the)"
    r"[\s-]+$",
    re.IGNORECASE,
)
_OF_RESULT = re.compile(r"[-–]\d{1,2}(?![\w-])")
_COUNTED_NOUN = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:people|men|women|children|homes|houses|troops|soldiers|police|workers|passengers|protesters|"
    r"residents|migrants|refugees|students|pupils|cars|votes|jobs|cases|deaths|tonnes|tons|families|voters|"
    r"employees)\b",
    re.IGNORECASE,
)
_ORDINAL_UNIT = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_BOUNDS = {
    Bound.AT_LEAST: r"at (?:the )?(?:very )?least|no (?:fewer|less) than|not (?:fewer|less) than|"
    r"(?:a )?minimum(?: of)?",
    Bound.AT_MOST: r"at (?:the )?(?:very )?most|up to|no (?:more|greater|higher) than|not (?:more|exceeding) than|"
    r"(?:a )?maximum(?: of)?|as (?:many|much|high|long|far) as",
    Bound.MORE_THAN: r"(?:well |far |slightly |a little |just )?(?:over|above|(?:more|greater|higher|longer|"
    r"larger) than|"
    r"exceed(?:s|ed|ing)?|in excess of|upwards? of|north of)|[>≥]",
    Bound.LESS_THAN: r"(?:well |far |slightly )?(?:under|below|(?:less|fewer|lower|shorter|smaller) than|south of)|"
    r"[<≤]",
    Bound.NEARLY: r"nearly|almost|close to|approaching|just (?:under|short of|below)|not quite|virtually",
    Bound.ABOUT: r"about|around|approximately|approx\.?|roughly|some|circa|estimated|an estimated|in the region of|"
    r"somewhere near|or so|more or less|[~≈]",
}
_BOUND_BEFORE = re.compile(
    r"(?:(?<!\w)(?:"
    + "|".join(f"(?P<b{n}>{words})" for n, words in enumerate(_BOUNDS.values()))
    + r")(?!\w)|(?P<tilde>[~≈]))"
    r"[\s-]*(?:an?\s+|the\s+|another\s+|every\s+)?$",
    re.IGNORECASE,
)
_BOUND_ORDER = tuple(_BOUNDS)
_BOUND_AFTER = re.compile(
    r"(?P<more>\+|\s?plus\b|\s+or\s+(?:more|over|above|older|longer|higher)\b)|(?P<less>\s+or\s+(?:less|fewer|under|"
    r"below)\b)"
    r"|(?P<about>-odd\b|\s+or\s+(?:so|thereabouts)\b)",
    re.IGNORECASE,
)
_POST_BOUND = re.compile(
    r"[^\d.,;:]{0,25}?,?\s(?P<what>at least|at most|or so|or more|or fewer|or less)\b", re.IGNORECASE
)
_JOINED = re.compile(
    r"(?:-(?=\s+(?:to|or)\b))?\s*(?P<mark>[-–—]|\bto\b|\band\b|\bor\b)\s*(?:about\s+|around\s+|as many as\s+)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|around\s+|some\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+|some\s+)?$", re.IGNORECASE)
_CHANGES = re.compile(
    r"\b(?:rose|rise[sn]?|rising|fell|falls?|fallen|falling|grew|grows?|grown|growing|cut(?:s|ting)?|increas\w+|"
    r"decreas\w+|"
    r"drop\w*|rais(?:e[sd]?|ing)|lower(?:s|ed|ing)?|went|goes|gone|jump\w*|up|down|climb\w*|reduc\w+|slash\w*|"
    r"expand\w*|"
    r"shr[aiu]nk\w*|swell\w*|chang\w+|mov\w+|slip\w*|improv\w+|edged|widen\w*|narrow\w*|extend\w*|shorten\w*)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|beat(?:s|en|ing)?|los[te](?:s|ing)?|defeat\w*|draw[sn]?|drew|scor\w+|victor\w+|"
    r"le[ad]d?(?:s|ing)?|"
    r"ahead|behind|match|goals?|sets?|final|vot\w+|ruling|ruled|tie[ds]?|margin|majority|passed|ended|finished|"
    r"approved|rejected|thrash\w*|edged|downed|split|decision)\b",
    re.IGNORECASE,
)
_ONE_AFTER = re.compile(
    r"\s+(?:person|man|woman|child|boy|girl|baby|teenager|student|pupil|soldier|officer|policeman|worker|passenger|"
    r"pilot|"
    r"civilian|resident|member|player|patient|victim|survivor|driver|firefighter|journalist|guard|protester|prisoner|"
    r"suspect|other|more|dead|killed|injured|hurt|missing|wounded|arrest|death|fatality|injury|vote|goal|seat|home|"
    r"house|"
    r"car|ship|boat|plane|school|case|year|month|week|hour|minute|mile|kilomet(?:re|er)|met(?:re|er)|percent|per cent|"
    r"million|billion|dollar|euro|was (?:killed|injured|hurt)|in \w+)\b",
    re.IGNORECASE,
)
_HEADLINE_SHARE = 0.6
_CACHED = 4096  # texts, which are read for their dates, their figures and their claim in turn
_LONGEST = 400  # characters of a text before a number that are looked at


@lru_cache(maxsize=_CACHED)
def numerals(text: str) -> tuple[Numeral, ...]:
    """Return the numbers of ``text`` in its order, none overlapping another."""
    blocked = [match.span() for match in _PHONE.finditer(text) if not _RESULT.search(_before(text, match.start()))]
    found: list[Numeral] = []
    for numeral in (*_one_units(text), *_shares(text), *_factors(text), *_many(text), *_numbers(text)):
        if not any(numeral.start < end and start < numeral.end for start, end in blocked):
            blocked.append((numeral.start, numeral.unit_end))
            found.append(numeral)
    found.sort(key=lambda numeral: numeral.start)
    return tuple(_ranges(found, text))


def unit_at(text: str, place: int) -> tuple[int, str] | None:
    """Return the end and name of the currency or measure that stands in ``text`` at ``place``."""
    match = _NAMED.match(text, place)
    if match is None:
        return None
    return match.end(), "%" if match.lastgroup is None else _UNIT_NAMES[int(match.lastgroup[1:])]


def _before(text: str, place: int) -> str:
    return text[max(0, place - _LONGEST) : place]


def _numeral(text: str, start: int, end: int, value: float, unit: str | None, **more: object) -> Numeral:
    made = Numeral(start, end, value, value, unit, Bound.EXACT, 0.0, end, ((start, end, value),))
    return replace(made, bound=_bound(text, start, end), **more)  # type: ignore[arg-type]


def _bound(text: str, start: int, end: int, unit_end: int | None = None) -> Bound:
    match = _BOUND_BEFORE.search(text[max(0, start - 40) : start])
    if match is not None:
        if match.lastgroup in (None, "tilde"):
            return Bound.ABOUT
        return _BOUND_ORDER[int(str(match.lastgroup)[1:])]
    after = _BOUND_AFTER.match(text, end) or (_BOUND_AFTER.match(text, unit_end) if unit_end else None)
    if after is not None:
        kinds = {"more": Bound.AT_LEAST, "less": Bound.AT_MOST, "about": Bound.ABOUT}
        return kinds[str(after.lastgroup)]
    if post := _POST_BOUND.match(text, unit_end or end):
        words = {"at least": Bound.AT_LEAST, "or more": Bound.AT_LEAST, "or so": Bound.ABOUT}
        return words.get(post["what"].lower(), Bound.AT_MOST)
    return Bound.EXACT


def _shares(text: str) -> Iterator[Numeral]:
    for match in _SHARE.finditer(text):
        if match["part"]:
            times, part = (match["times"] or "").lower(), match["part"].lower()
            before = _before(text, match.start())
            if _NO_SHARE.search(before) or (not times and part != "half" and not _POINT.match(text, match.end())):
                continue
            after = text[match.end() : match.end() + 12].lstrip(" -").lower()
            plain = not after.startswith(("of", "majority"))
            # "in the second quarter", "a third was arrested": no share; "two-thirds" and "half" are one anywhere.
            moved = _BY.search(before) is not None
            if plain and not (part == "half" or moved or times not in ("", "a", "an", "one")):
                continue
            number = _SMALL.get(times, 1.0) if times not in ("a", "an", "") else 1.0
            value = number * _PARTS[part]
            if point := _POINT.match(text, match.end()):
                yield _numeral(text, match.start(), match.end(), value / 100, "percentage point", unit_end=point.end())
                continue
        else:
            few, many = _small(match["few"]), _small(match["many"])
            if not 0 < few < many or _YEAR_LIKE.match(match["many"]):
                continue
            if match["of"] and (few != 1 or _plural_after(text, match.end())):
                continue  # "one voter in four", but "one voter in ten districts"
            value = 100.0 * few / many
        yield _numeral(text, match.start(), match.end(), value, "%", fraction=True, step=0.0)


_YEAR_LIKE = re.compile(r"(?:19|20)\d\d")


def _small(word: str) -> float:
    word = word.lower()
    return float(word) if word[0].isdigit() else _SMALL.get(word, 100.0)


def _factors(text: str) -> Iterator[Numeral]:
    for match in _FACTOR.finditer(text):
        if match["stem"]:
            value = _TIMES[match["stem"].lower()]
        elif match["fold"]:
            value = _small(match["fold"])
        else:
            value = 2.0 if match["twice"].lower() == "twice" else 3.0
        yield _numeral(text, match.start(), match.end(), value, "times")


def _many(text: str) -> Iterator[Numeral]:
    """Yield the vague plurals: "hundreds", "tens of thousands of", "several hundred"."""
    for match in _MANY.finditer(text):
        told = match["plural"] or match["several"], match["larger"] or match["scale"]
        words = [word.lower().removesuffix("s") for word in told if word]
        if words == ["ten"]:
            continue
        least = _SEVERAL * math.prod(_MANY_OF[word] for word in words)
        named = unit_at(text, match.end())
        end, unit = (match.end(), None) if named is None else named
        many = _numeral(text, match.start(), match.end(), least, unit, unit_end=end)
        yield replace(many, bound=Bound.MANY)


def _one_units(text: str) -> Iterator[Numeral]:
    for match in _ONE_UNIT.finditer(text):
        group = next(name for name in ("an", "an2", "an3", "an4") if match[name])
        unit = match[group.replace("an", "unit")]
        value = 0.5 if match["an3"] else 1.5 if match["half"] or match["an2"] else 1.0
        named = unit_at(unit, 0)
        name = named[1] if named else unit.lower()
        yield _numeral(text, match.start(group), match.end(group), value, name, unit_end=match.end())


def _numbers(text: str) -> Iterator[Numeral]:
    headline = _is_headline(text)
    for match in _NUMBER.finditer(text):
        value = _value(match)
        start, end = match.start(), match.end()
        if value is None or not math.isfinite(value):
            continue
        step = _step(match, value)
        if match["minus"]:
            value = -value
        if match["sign"] and _AFTER_ID.match(text, end):
            continue  # "€72.090.405"
        if match["sign"]:
            sign = match["sign"].strip().rstrip(".")
            code = {"RMB": "CNY"}.get(sign, _CURRENCIES.get(sign, sign))
            yield _numeral(text, start, end, value, code, step=step)
            continue
        digits = match["digits"]
        if digits and (_AFTER_ID.match(text, end) or _ORDINAL_UNIT.match(text, end) or _CLOCK_AFTER.match(text, end)):
            continue
        if _is_name(text, start, end, match, headline) or _is_hour(text, start, end, value):
            continue
        if match["letter"] and not _million(text, match):
            # "a 5m wave": the letter is a unit
            letter = match["letter"].lower()
            if letter == "b":
                continue
            end = match.end("digits")
            value = float(digits.replace(",", ""))
            yield _numeral(
                text, start, end, value, "m" if letter == "m" else "km", unit_end=match.end(), step=_last_digit(digits)
            )
            continue
        named = unit_at(text, end)
        if named is not None and (match["words"] or "").lower() == "one" and named[1] == "day":
            continue  # "one day" counts nothing
        if named is not None:
            unit_end, unit = named
            symbol = unit == "%" or (unit in ("GBP",) and text[unit_end - 1] == "p")
            if unit == "GBP" and text[unit_end - 1] == "p" and unit_end - end == 1:
                unit = "pence"
            shown = unit_end if symbol else end
            found = _numeral(text, start, shown, value, unit, step=step, unit_end=unit_end)
            bound = _bound(text, start, end, unit_end)
            if unit in _TIME and _DURING.search(_before(text, start)):
                bound = Bound.EXACT  # "over five years" is while they pass
            yield replace(found, bound=bound, hyphened=text[end : end + 1] == "-")
            continue
        if text[end : end + 1].isalpha() or text[end : end + 1] == "_":
            continue
        if (match["words"] or "").lower() == "one" and not (match["and_half"] or _ONE_AFTER.match(text, end)):
            continue
        if (match["words"] or "").lower() == "zero" and not re.match(r"\s+[a-z]+s\b", text[end : end + 20]):
            continue
        hyphened = re.match(r"-[A-Za-z]", text[end : end + 2]) is not None
        after = _BOUND_AFTER.match(text, end)  # "seven or more members"
        yield _numeral(
            text, start, end, value, None, step=step, hyphened=hyphened, unit_end=after.end() if after else end
        )


def _value(match: re.Match[str]) -> float | None:
    if match["digits"]:
        value = float(re.sub(r"[,\u00a0\u202f]", "", match["digits"]))
        scale = (match["scale"] or match["letter"] or "").lower()
        value *= (_SCALES | _SHORT).get(scale, 1.0)
    elif match["half"]:
        scale = match["of"].lower()
        part = match["half"].lower()
        value = (0.5 if "half" in part else 0.75 if "three" in part else 0.25) * _SCALES[scale]
    else:
        words = re.findall(r"[a-z]+", match["words"].lower())
        if words[0] in _SCALES and not match["article"]:
            return None  # what is left of "3,5 million"
        counted = _in_words(words)
        if counted is None:
            return None
        value = counted
        scale = words[-1] if words[-1] in _SCALES else ""
    if not match["and_half"]:
        return value
    if match["half_of"]:  # one and a half million
        return (value + 0.5) * _SCALES[match["half_of"].lower()]
    return value + 0.5 * (_SCALES | _SHORT).get(scale, 1.0)


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


def _step(match: re.Match[str], value: float) -> float:
    """Return what one more in the last digit told adds: 1e5 for "1.2 million", 0 for words that are no round number."""
    if match["digits"]:
        scale = (_SCALES | _SHORT).get((match["scale"] or match["letter"] or "").lower(), 1.0)
        return _last_digit(match["digits"]) * scale if scale == 1.0 or "." in match["digits"] else scale
    words = re.findall(r"[a-z]+", match["words"] or match["of"] or "")
    scale = _SCALES.get(words[-1], 1.0) if words else 1.0
    return scale if scale >= 1e3 else 0.0


def _last_digit(digits: str) -> float:
    digits = re.sub(r"[,\u00a0\u202f]", "", digits)
    if "." in digits:
        return float(10.0 ** -len(digits.split(".")[1]))
    zeros = len(digits) - len(digits.rstrip("0"))
    return float(10.0**zeros) if digits.strip("0") else 1.0


def _million(text: str, match: re.Match[str]) -> bool:
    """Tell whether the letter after a number without currency stands for thousand, million or billion."""
    after = text[match.end() : match.end() + 30]
    if match["letter"].isupper():
        return True
    if match["letter"] == "k":
        return re.match(r"\s+(?:run|race|road|walk)\b", after) is None
    if re.match(
        r"[\s-]+(?:deep|high|tall|long|wide|away|below|above|wave|wall|tower|pool|from|underwater|sprint)\b", after
    ):
        return False
    return re.match(r"\s+(?:[a-z-]+\s+){0,2}(?:people|men|women|children|[a-z]{3,}s)\b", after) is not None


def _is_name(text: str, start: int, end: int, match: re.Match[str], headline: bool) -> bool:
    """Tell whether the number is a year, or stands in a name or label."""
    before = _before(text, start)
    digits = match["digits"]
    label = _LABEL.search(before)
    if label is not None and not (re.search(r"(?<![A-Z])[a-z]+s\W*$", label[0]) and _plural_after(text, end)):
        word = re.search(r"[A-Za-z]+", label[0])
        # "the house 12 voted"; a label in lower case with a counted noun behind the number is none
        if word is None or word[0][0].isupper() or not _plural_after(text, end):
            return not (match["scale"] or match["letter"] or unit_at(text, end))
    if not digits and match["words"] and match["words"][0].isupper() and not headline:
        return re.search(r"[A-Z][\w’'.-]*\s$", before) is not None and not re.match(
            r"\s+(?!was|is|has|as)[a-z]+s\b", text[end : end + 30]
        )  # "Quay Two"
    if not digits or match["scale"] or match["letter"]:
        return False
    if _YEAR.fullmatch(digits):
        return unit_at(text, end) is None and (
            _YEAR_LEAD.search(before) is not None
            or (_COUNTED_NOUN.match(text, end) is None and not _round_count(text, end, digits))
        )
    bare = unit_at(text, end) is None and not _plural_after(text, end)
    if bare and len(digits) >= 7 and "," not in digits and "." not in digits:
        return True
    if bare and digits in ("911", "999", "112", "7/7") and re.search(r"\b(?:call|dial)\w*\b", before, re.IGNORECASE):
        return True
    # "In 1987 the Apollo 11 crew": a name, unless the capital is only that of a sentence's first word
    if bare and not headline and re.search(r"[^.!?\s]\s+[A-Z][A-Za-z]*[a-z][ \u00a0]$", before):
        return not _OF_RESULT.match(text, end) and (
            re.match(r"\s+(?:were|was|are|have|had|died|killed|dead|injured|hurt|missing|of)\b", text[end : end + 12])
            is None
        )
    return False


def _is_hour(text: str, start: int, end: int, value: float) -> bool:
    """Tell whether "at four in the afternoon" or "at 10 on Monday" is what the number says."""
    return (
        value <= 12
        and re.search(r"\bat\s$", text[max(0, start - 4) : start]) is not None
        and _HOUR_AFTER.match(text, end) is not None
    )


def _plural_after(text: str, end: int) -> bool:
    return (
        re.match(
            r"[\s-]+(?:[a-z-]+\s+){0,2}?(?:people|men|women|children|police|dead|[A-Za-z]{2,}(?<!s)s)\b",
            text[end : end + 50],
        )
        is not None
    )


def _round_count(text: str, end: int, digits: str) -> bool:
    return int(digits) % 50 == 0 and re.match(r"\s+[a-z]{2,}(?<!s)s\b", text[end : end + 30]) is not None


def _is_headline(text: str) -> bool:
    """Tell whether Most Words Have Capitals."""
    found, share = capitals(text)
    return found > 2 and share > _HEADLINE_SHARE


# ---------------------------------------------------------------- ranges and results


def _ranges(found: list[Numeral], text: str) -> Iterator[Numeral]:
    """Join the two ends of a range or a result, and let ends share unit and scale ("3-4 million euros")."""
    place = 0
    while place < len(found):
        left = found[place]
        right = found[place + 1] if place + 1 < len(found) else None
        if right is not None and (whole := _composed(left, right, text)) is not None:
            found[place + 1] = whole
            place += 1
            continue
        joined = None if right is None or left.fraction else _joined(left, right, text)
        if joined is None:
            yield left
            place += 1
            continue
        yield from joined
        place += 2


_SMALLER = {
    **{("year", "month"): 12.0, ("year", "week"): 52.18, ("year", "day"): 365.25, ("month", "week"): 4.35},
    **{("month", "day"): 30.44, ("week", "day"): 7.0, ("day", "hour"): 24.0, ("hour", "minute"): 60.0},
    **{("minute", "second"): 60.0, ("feet", "inches"): 12.0, ("kg", "g"): 1000.0, ("m", "cm"): 100.0},
    ("pounds", "ounces"): 16.0,
}


def _composed(left: Numeral, right: Numeral, text: str) -> Numeral | None:
    """Return "a year and five months" as one length of time, in the smaller unit."""
    factor = _SMALLER.get((left.unit or "", right.unit or ""))
    if factor is None or re.fullmatch(r"\s*(?:,|and)?\s*", text[left.unit_end : right.start]) is None:
        return None
    value = left.low * factor + right.low
    parts = ((left.start, right.end, value),)
    return replace(right, start=left.start, low=value, high=value, bound=left.bound, step=right.step, parts=parts)


def _joined(left: Numeral, right: Numeral, text: str) -> list[Numeral] | None:
    between = _JOINED.fullmatch(text, left.unit_end, right.start) or _JOINED.fullmatch(text, left.end, right.start)
    if (
        between is None
        or right.fraction
        or (left.unit is not None and right.unit is not None and left.unit != right.unit)
    ):
        return None
    mark = between["mark"].lower()
    before = _before(text, left.start)
    dash = mark in "-–—"
    if mark == "and" and not _BETWEEN.search(before):
        return None
    if left.unit is not None and right.unit is None and left.unit_end != left.end:
        return None  # "45 per cent or 1,203 votes"
    if mark == "or" and right.high > 3 * left.low:
        return None
    unit = left.unit if left.unit is not None else right.unit
    low = left.low
    scale = _scale_of(text[right.start : right.end])
    if scale > 1 and _scale_of(text[left.start : left.end]) == 1 and left.low < right.low / scale:
        low *= scale
    plain = left.unit is None and right.unit is None
    if plain and (dash or mark == "to") and max(left.low, right.low) < 1000 and scale == 1:
        counts = _plural_after(text, right.end) and not re.match(r"\s+(?:goals|votes|points|wins)\b", text[right.end :])
        resultish = _RESULT.search(before) or _RESULT.match(text, right.end + 1)
        if left.low > right.low or (resultish and not counts):
            if mark == "to" and not resultish:
                return None
            return [_result(left, right)]
        if dash and not counts and not right.hyphened:
            return []  # a score or a name: nothing tells
    if low > right.high:
        return None
    if mark == "to" and (_FROM.search(before) and _CHANGES.search(before)):
        shared = replace(left, low=low, high=low, unit=unit, parts=((left.start, left.end, low),))
        return [shared, replace(right, unit=unit)]
    if mark == "to" and not plain and left.unit is None and not _FROM.search(before) and _CHANGES.search(before[-25:]):
        return None
    return [
        replace(
            right,
            start=left.start,
            low=low,
            high=right.high,
            unit=unit,
            bound=Bound.ABOUT if left.bound is Bound.ABOUT else Bound.EXACT,
            parts=((left.start, left.end, low), (right.start, right.end, right.high)),
        )
    ]


def _result(left: Numeral, right: Numeral) -> Numeral:
    low, high = sorted((left.low, right.low))
    return replace(left, end=right.end, unit_end=right.end, low=low, high=high, unit="score", score=True, step=0.0)


def _scale_of(number: str) -> float:
    match = re.search(rf"(?:{_SCALE}|(?<![a-z])(?:mn|mln|bn|bln|tn|trn|[kmb]))$", number.strip().lower())
    return (_SCALES | _SHORT)[match[0]] if match else 1.0
