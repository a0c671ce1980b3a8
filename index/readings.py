"""The figures of a claim: each number of its text with what it measures, of whom, since when and how exactly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from claims.records import Quantity
from index import days as moments
from index.counted import (
    EVENT,
    EVENT_NOUNS,
    FATES,
    FUNCTION_WORDS,
    IRREGULAR,
    JOBS,
    NEUTRAL,
    NUMBER_WORDS,
    PAST,
    PERSONS,
    VERBS,
    Counted,
    Scope,
    counted_at,
    lemma,
    scope_of,
)
from index.days import Day
from index.numerals import Bound, Numeral, numerals

# One unit of the dimension in which all others are counted: metre, kilogram, day, square metre, litre.
_UNITS: dict[str, tuple[str, float]] = {
    **dict.fromkeys(("m", "metre", "meter"), ("length", 1.0)),
    **dict.fromkeys(("km", "kilometre", "kilometer"), ("length", 1000.0)),
    **dict.fromkeys(("cm", "centimetre", "centimeter"), ("length", 0.01)),
    **dict.fromkeys(("mm", "millimetre", "millimeter"), ("length", 0.001)),
    **dict.fromkeys(("mi", "mile", "miles"), ("length", 1609.344)),
    **dict.fromkeys(("ft", "foot", "feet"), ("length", 0.3048)),
    **dict.fromkeys(("inch", "inches"), ("length", 0.0254)),
    **dict.fromkeys(("yd", "yard", "yards"), ("length", 0.9144)),
    "nautical miles": ("length", 1852.0),
    **dict.fromkeys(("kg", "kilo", "kilogram", "kilogramme"), ("mass", 1.0)),
    **dict.fromkeys(("g", "gram", "gramme"), ("mass", 0.001)),
    "mg": ("mass", 1e-6),
    **dict.fromkeys(("lb", "lbs"), ("mass", 0.45359237)),
    **dict.fromkeys(("ounce", "ounces"), ("mass", 0.028349523)),
    **dict.fromkeys(("t", "tonne", "tonnes"), ("mass", 1000.0)),
    **dict.fromkeys(("ton", "tons"), ("mass", 1000.0)),
    **dict.fromkeys(("second", "sec", "s"), ("time", 1 / 86400)),
    **dict.fromkeys(("minute", "min"), ("time", 1 / 1440)),
    **dict.fromkeys(("hour", "hr", "h"), ("time", 1 / 24)),
    **{"day": ("time", 1.0), "week": ("time", 7.0), "fortnight": ("time", 14.0), "month": ("time", 365.25 / 12)},
    **{"year": ("time", 365.25), "decade": ("time", 3652.5), "century": ("time", 36525.0)},
    **dict.fromkeys(("hectare", "hectares", "ha"), ("area", 10_000.0)),
    **dict.fromkeys(("acre", "acres"), ("area", 4046.8564)),
    **{"square m": ("area", 1.0), "square km": ("area", 1e6), "square miles": ("area", 2589988.11)},
    "square feet": ("area", 0.09290304),
    **dict.fromkeys(("litre", "liter", "l", "litres"), ("volume", 1.0)),
    **dict.fromkeys(("gallon", "gallons"), ("volume", 3.785411784)),
    **dict.fromkeys(("barrel", "barrels"), ("volume", 158.987)),
    **{"ml": ("volume", 0.001), "cubic m": ("volume", 1000.0)},
    **{"km/h": ("speed", 1.0), "mph": ("speed", 1.609344), "m/s": ("speed", 3.6), "knot": ("speed", 1.852)},
    **{
        "kW": ("power", 1.0),
        "MW": ("power", 1e3),
        "GW": ("power", 1e6),
        "kWh": ("energy", 1.0),
        "MWh": ("energy", 1e3),
    },
    **{"MB": ("data", 1.0), "GB": ("data", 1e3), "TB": ("data", 1e6)},
    **dict.fromkeys(("%", "percent", "per cent", "pc"), ("%", 1.0)),
    **{"percentage point": ("percentage point", 1.0), "basis point": ("percentage point", 0.01)},
    **{"°C": ("temperature", 1.0), "°F": ("temperature", 1 / 1.8), "degree": ("degree", 1.0)},
    **{
        "years old": ("age", 1.0),
        "months old": ("age", 1 / 12),
        "decades old": ("age", 10.0),
        "centuries old": ("age", 100.0),
        "times": ("times", 1.0),
        "score": ("score", 1.0),
    },
    **{
        "pence": ("GBP", 0.01),
        "cent": ("cent", 1.0),
        "pounds": ("pounds", 1.0),
        "¥": ("¥", 1.0),
        "rupee": ("rupee", 1.0),
    },
}
MONEY = frozenset(
    [
        "USD",
        "EUR",
        "GBP",
        "CNY",
        "JPY",
        "CHF",
        "RUB",
        "UAH",
        "INR",
        "AUD",
        "CAD",
        "HKD",
        "NZD",
        "SGD",
        "SEK",
        "NOK",
        "DKK",
        "PLN",
        "TRY",
        "ILS",
        "KRW",
        "BRL",
        "MXN",
        "ZAR",
        "AED",
        "SAR",
        "cent",
        "¥",
    ]
)


_CACHED = 8192  # claims whose figures are kept: some 20 MB


NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with all that tells what it measures. ``low``, ``high`` and ``step`` are in the unit of its ``kind``,
    ``told`` is the number as it stands in the text."""

    start: int
    end: int
    shown: str
    low: float
    high: float
    step: float
    told: float
    bound: Bound
    fraction: bool
    unit: str
    kind: str
    person: bool
    modifiers: frozenset[str]
    event: str | None
    role: str | None
    part: bool
    rate: str | None
    segment: str
    text: str
    places: frozenset[str]
    days: tuple[Day, ...]

    @property
    def scope(self) -> Scope:
        """The words that tell its scope, read only where another figure of its kind is compared with it."""
        return scope_of(self.segment, self.text)


# ---------------------------------------------------------------- reading the figures of a text


@lru_cache(maxsize=_CACHED)
def figures_of(text: str, quantities: tuple[Quantity, ...] = ()) -> tuple[Figure, ...]:
    """Return the figures of a claim by its standalone ``text``, with the nouns that ``quantities`` know."""
    if not text.strip():
        return tuple(_lone(quantity) for quantity in quantities)
    said = without_frames(text)
    dates = moments.days(said)
    found = [
        numeral
        for numeral in numerals(said)
        if not any(day.start < numeral.end and numeral.start < day.end for day in dates)
    ]
    known: dict[int, Quantity] = {}
    for quantity, start in _located(quantities, said):
        end = start + len(quantity.text)
        inside = next((n for n, numeral in enumerate(found) if numeral.start < end and start < numeral.end), None)
        if inside is not None:
            known.setdefault(inside, quantity)
        elif not any(day.start < end and start < day.end for day in dates):
            found.append(_from_quantity(quantity, start, said))
            known[len(found) - 1] = quantity
    order = sorted(range(len(found)), key=lambda n: found[n].start)
    return _Reader(said, [found[n] for n in order], [known.get(n) for n in order], dates).figures()


def _lone(quantity: Quantity) -> Figure:
    kind, factor = _kind(quantity.unit)
    value = quantity.value * factor + _offset(quantity.unit)
    noun = EVENT_NOUNS.get(kind)
    return Figure(
        start=0,
        end=0,
        shown=quantity.text if _in_text(quantity) else f"{quantity.text} {quantity.unit}",
        low=value,
        high=value,
        step=0.0,
        told=quantity.value,
        bound=Bound.ABOUT if quantity.approximate else Bound.EXACT,
        fraction=False,
        unit=quantity.unit or "",
        kind="person" if noun is not None else kind,
        person=noun is not None or kind in PERSONS,
        modifiers=NONE,
        event=noun or None,
        role=None,
        part=False,
        rate=None,
        segment="",
        text="",
        places=NONE,
        days=(),
    )


def _in_text(quantity: Quantity) -> bool:
    unit = quantity.unit or ""
    return not unit.isalpha() or unit.isupper() or unit.lower().rstrip("s") in quantity.text.lower()


def _kind(unit: str | None) -> tuple[str, float]:
    name = (unit or "").strip()
    if name in _UNITS:
        return _UNITS[name]
    if name in MONEY:
        return name, 1.0
    singular = lemma(name)
    return _UNITS.get(singular, (IRREGULAR.get(singular, singular), 1.0))


def _offset(unit: str | None) -> float:
    return -32 / 1.8 if unit == "°F" else 0.0


def _located(quantities: Sequence[Quantity], text: str) -> list[tuple[Quantity, int]]:
    """Return the quantities that stand in ``text`` and where: at their own offsets, else by their words, in order."""
    found: list[tuple[Quantity, int]] = []
    last = 0
    for quantity in quantities:
        words = " ".join(quantity.text.split())
        if not words:
            continue
        if text[quantity.start : quantity.end] == words:
            place = quantity.start
        else:
            pattern = re.compile(rf"(?<![\w.,]){re.escape(words)}(?!\w)")
            match = pattern.search(text, last) or pattern.search(text)
            if match is None:
                continue
            place = match.start()
        found.append((quantity, place))
        last = max(last, place)
    return found


def _from_quantity(quantity: Quantity, start: int, text: str) -> Numeral:
    end = start + len(" ".join(quantity.text.split()))
    measured = (quantity.unit or "") in _UNITS or (quantity.unit or "") in MONEY
    bound = Bound.ABOUT if quantity.approximate else Bound.EXACT
    value = quantity.value
    parts = ((start, end, value),)
    return Numeral(start, end, value, value, quantity.unit if measured else None, bound, 0.0, end, parts)


_FRAME = re.compile(
    r"^(?:(?!\b(?:that|said|says)\b)[^,.;:\d]){2,70}?\b(?:said|says|(?:told|tells) (?:[\w.]+ ){1,4}?that"
    r"|(?:reported|reports|confirmed|announced|claimed|claims|added|stated|estimates|estimated) that)"
    r"(?:\s+(?:on|late on)\s+[A-Z][a-z]+day)?(?:\s+that)?\b(?!\s+(?:no|yes)\b)"
    r"|,?\s*\baccording to [^,;.]{2,80}"
    r"|,\s+[^,;.\d]{2,60}?\b(?:said|says|reported|reports|told [\w ]{2,30}|announced|"
    r"confirmed)(?:\s+on\s+[A-Z][a-z]+day)?(?=[.,;]|$)",
)


def without_frames(text: str) -> str:
    """Return ``text`` with who says it blanked out, offsets kept."""
    return _FRAME.sub(lambda match: " " * len(match[0]), text)


_BREAK = re.compile(r"[;,]|\b(?:and|but|while|whereas|with|as)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:in|at|near|across|off|outside|throughout|around)\s+(?:the\s+)?(?:(?:north|south|east|west)\w*\s+|"
    r"central\s+)?"
    r"(?P<name>[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*)*)"
)
_NO_PLACE = re.compile(
    r"^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Spring|Summer|Autumn|Winter|"
    r"Q[1-4])"
)
_PLACE_ALIASES = {
    "usa": "us",
    "u.s": "us",
    "u.s.": "us",
    "america": "us",
    "uk": "brita",
    "u.k.": "brita",
    "uk.": "brita",
}
_AMONG = re.compile(r"\bamong\s+(?:the\s+)?(?=[a-z])(?!(?:them|those|whom)\b)", re.IGNORECASE)
_AGE_THEN = re.compile(r"\s+(?:when|at the time)\b", re.IGNORECASE)
_GROUP_OVER = re.compile(
    r"\b(?P<who>[a-z]+)\s+(?:aged\s+)?(?:over|under|above|below)\s+(?:the age of\s+)?$", re.IGNORECASE
)
_AGED = re.compile(r"\b(?:aged?|ages|age of|aged about|turned)\s+$", re.IGNORECASE)
_NAME_AGE = re.compile(r"[A-Z][\w’'.-]+,?\s[(]?$|[A-Z][\w’'.-]+,\s$|\b(?:man|woman|suspect|victim|driver|boy|girl),\s$")
_OLDEST = 120
_TRAILING_BOUND = re.compile(
    r"\b(?:at least|at most|up to|about|around|some|nearly|almost|roughly|approximately|over|under|(?:more|less|"
    r"fewer) than|"
    r"as (?:many|much) as|an? estimated|an?|the|another|just|only|only about|no (?:more|fewer|less) than|another)\s*$",
    re.IGNORECASE,
)
_UP = (
    r"rose|ris(?:e[sn]?|ing)|increas(?:e[sd]?|ing)|gr[eo]wn?|grows?|growing|up|jump(?:s|ed)?|climb(?:s|ed)?|"
    r"surg(?:es?|ed)|soar(?:s|ed)?|rais(?:e[sd]?|ing)|hik(?:es?|ed)|add(?:s|ed)|swell(?:s|ed)|expand(?:s|ed)?|"
    r"higher|accelerated|edged up|rall(?:y|ied)"
)
_DOWN = (
    r"fell|fall(?:s|en|ing)?|drop(?:s|ped)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|down|cut(?:s|ting)?|"
    r"reduc(?:e[sd]?|ing)|slash(?:ed|es)?|plung(?:e[sd]?|ing)|slip(?:s|ped)?|shr[aiu]nk(?:s|ing)?|tumbl(?:e[sd]?|"
    r"ing)|s[aiu]nk(?:s|ing)?|lower(?:ed|s)?|contract(?:ed|s)|slump(?:ed|s)?|slid(?:es?)?|dipp?(?:ed|s)"
)
_MOVED = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_DIRECT = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:\s+(?:by|of|in|last|this|a|an|the|further|year|month|week|sharply|"
    rf"slightly|"
    r"only|just|another|nearly|about))*\s*$",
    re.IGNORECASE,
)
_NOUN_MOVED = re.compile(
    r"^[\s-]*(?:point\s+)?(?:[a-z]+\s+)?(?:(?P<up>rise|increase|gain|hike|growth|jump|surge|more|higher|raise|up)"
    r"|(?P<down>fall|drop|cut|decline|decrease|reduction|discount|lower|less|fewer|down|slump|plunge|dip))\b",
    re.IGNORECASE,
)
_OF_MOVED = re.compile(
    r"\b(?:(?P<up>rise|increase|gain|hike|growth|jump|surge)|(?P<down>fall|drop|cut|decline|decrease|reduction|"
    r"discount|slump))\s+of\s*$",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"[\s-]*(?:(?:per|a|an|each|every)[\s-]+|/\s?)(?P<per>second|minute|hour|day|night|week|weekend|month|quarter|"
    r"year|person|"
    r"head|capita|household|family|child|pupil|student|patient|km|kilomet(?:re|er)|mile|lit(?:re|er)|gallon|barrel|"
    r"tonne|ton|"
    r"kg|kilo|share|ticket|seat|bottle|piece|100,000|1,000|million|metre|square met(?:re|er))\b",
    re.IGNORECASE,
)
_PER_EACH = re.compile(
    r"[\s,]*\b(?P<per>each|apiece|per person|per capita|hourly|daily|weekly|monthly|annually|yearly)\b", re.IGNORECASE
)
_EACH = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year"}
_EACH |= {"apiece": "each", "capita": "person", "head": "person", "per person": "person", "per capita": "person"}
_PART_BEFORE = re.compile(
    r"\b(?:including|among (?:them|whom|those)|of (?:whom|them|those|which|these)|among (?:them )?were|"
    r"in one of them)[\s,]*(?:at least\s+|about\s+|some\s+)?$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(r"\s+of\s+(?:them|those|these|whom|which|the)\b|\s+alone\b", re.IGNORECASE)
_MORE_BEFORE = re.compile(r"\b(?:another|a further|an additional|additional|an extra)\s+(?:about\s+)?$", re.IGNORECASE)
_MORE_AFTER = re.compile(r"\s+(?:more|others?|additional|further|extra)\b(?!\s+than)", re.IGNORECASE)
_AGO = re.compile(
    r"[\s-]*(?:(?P<ago>ago)|(?P<later>later|earlier|after|before|afterwards|from now)|(?P<within>notice))\b",
    re.IGNORECASE,
)
_SPAN_BEFORE = re.compile(
    r"\b(?:(?P<within>within|in|every)|(?P<later>after))\s+(?:the\s+)?(?:next\s+|coming\s+|first\s+)?$", re.IGNORECASE
)
_FOLLOWED = re.compile(
    r"(?:\s+(?:people|persons|others?|more|have|has|had|been|be|being|were|was|are|is|who|that|which|will|would|"
    r"could|may|"
    r"might|also|later|now|still|feared|believed|thought|reported|confirmed|reportedly|left|found|pronounced|"
    r"declared|to|all|"
    r"seriously|critically|slightly|badly|severely|lightly|fatally|shot|or|among|the|so|far|remain(?:ed|s)?|went|got|"
    r"in|"
    r"listed|as|both|already|taken|rushed|sent|brought|aboard|there))*\s+$",
    re.IGNORECASE,
)
_SOME_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|these|those|some|about)\s+)*", re.IGNORECASE)
_GAP_WORDS = 5
_NOBODY = re.compile(
    r"\b(?:nobody|no[ -]one|no (?:people|passengers?|deaths|fatalities|injuries|casualties|arrests|residents|"
    r"students|soldiers"
    r"|civilians|workers))\b",
    re.IGNORECASE,
)


class _Reader:
    """Reads, of the numerals of one text, what each measures."""

    def __init__(self, text: str, found: list[Numeral], known: list[Quantity | None], dates: Sequence[Day]) -> None:
        self.text = text
        self.found = found
        self.masked = _masked(text, found)
        self.known = known
        self.dates = [
            day for day in dates if day.minutes is None and (day.value or day.weekday is not None or day.quarter)
        ]
        self.events = [(match.start(), match.end(), str(match.lastgroup)) for match in EVENT.finditer(text)]
        self.counted = [self._counted(n) for n in range(len(found))]
        # "three of the ten defendants": the three are defendants, and what befell them did not befall the ten
        self.some = {n for n in range(len(found) - 1) if self._is_some_of(n)}
        for n in self.some:
            self.counted[n] = replace(self.counted[n + 1], of_the=True)
        self.bounds = self._segments()

    def figures(self) -> tuple[Figure, ...]:
        made = [figure for n in range(len(self.found)) if (figure := self._figure(n)) is not None]
        persons = [figure for figure in made if figure.person]
        classes = {event for _, _, event in self.events}
        # One count of people in a text that tells one fate: it is theirs.
        fates = FATES | {"dismiss"}
        if len(persons) == 1 and persons[0].event is None and len(classes & fates) == 1 == len(classes):
            fated = replace(persons[0], event=next(iter(classes)))
            made = [fated if figure is persons[0] else figure for figure in made]
        return (*made, *self._nobody())

    def _counted(self, n: int) -> Counted:
        numeral = self.found[n]
        stop = self.found[n + 1].start if n + 1 < len(self.found) else len(self.text)
        if numeral.unit == "%" and (
            half := re.compile(r"\s+(?:the|its|their|his|her|all)\s+").match(self.text, numeral.end)
        ):
            return counted_at(self.text[:stop], half.end() - 1)
        return counted_at(
            self.text[:stop], numeral.unit_end, numeral.hyphened and numeral.unit is None, numeral.high == 1
        )

    def _is_some_of(self, n: int) -> bool:
        return _SOME_OF.fullmatch(self.text, self.found[n].end, self.found[n + 1].start) is not None

    def _segments(self) -> list[tuple[int, int]]:
        """Return for each numeral the part of the text that belongs to it."""
        cuts: list[int | None] = []
        for n in range(len(self.found) - 1):
            left = max(self.found[n].unit_end, self.counted[n].end if self.found[n].unit is None else 0)
            right = self.found[n + 1].start
            breaks = [match.start() for match in _BREAK.finditer(self.text, min(left, right), right)]
            cuts.append(breaks[-1] if breaks else None)
        starts, ends = [0], [len(self.text)]
        for cut in cuts:
            starts.append(starts[-1] if cut is None else cut)
        for cut in reversed(cuts):
            ends.append(ends[-1] if cut is None else cut)
        return list(zip(starts, reversed(ends), strict=True))

    def _figure(self, n: int) -> Figure | None:
        numeral, counted, quantity = self.found[n], self.counted[n], self.known[n]
        start, end = self.bounds[n]
        around = self._around(n)
        last = max(self.found[n - 1].unit_end, self.counted[n - 1].end) if n else 0
        before = self.text[max(start, min(last, numeral.start)) : numeral.start]
        low, high, unit = numeral.low, numeral.high, numeral.unit
        said: str | None = None
        modifiers: frozenset[str] = NONE
        after = numeral.unit_end
        if unit is None and self._is_age(numeral, counted, before):
            unit = "years old"
        role: str | None = None
        if unit is None:
            noun, said = counted.noun, counted.said
            if quantity is not None and quantity.unit and _kind(quantity.unit)[0] not in (noun, ""):
                noun = _kind(quantity.unit)[0]
                said = quantity.unit if noun != counted.noun else said
            modifiers = frozenset(word for word in counted.modifiers if word != noun and word not in EVENT_NOUNS)
            after = max(after, counted.end)
            kind, factor = (noun or ""), 1.0
        else:
            kind, factor = _kind(unit)
            if unit == "%":
                modifiers = self._whole(n)
        low, high = low * factor + _offset(unit), high * factor + _offset(unit)
        step = numeral.step * factor
        if unit == "times" and self.text[numeral.start : numeral.end].lower() not in ("twice", "thrice"):
            kind, role, low, high = "%", "change", (low - 1) * 100, (high - 1) * 100
        elif unit == "times" or (kind == "time" and unit is None):
            kind = "times"
        befallen = next((EVENT_NOUNS[word] for word in counted.modifiers if EVENT_NOUNS.get(word)), None)
        event = befallen if unit is None and befallen else self._event(n, kind, before)
        if event == "lose" and kind in JOBS:
            event = "dismiss"
        if unit is not None and kind in MONEY and event in FATES:
            event = None  # a hostage for a million
        if unit is None and kind in EVENT_NOUNS:
            event = EVENT_NOUNS[kind] or event
            kind = "person"
        if unit is None and not kind:
            if event in FATES:
                kind = "person"
            else:
                kind = _governor(before) or ""
                said = f"({kind})" if kind else None
        if role is None:
            role, sign = self._moved(numeral, kind, before, after)
            low, high = sorted((low * sign, high * sign))
        if kind == "time":
            role = self._span(numeral, before) or role
        if _MORE_BEFORE.search(before) or (unit is None and _MORE_AFTER.match(self.text, numeral.end)):
            role = role or "more"
        part = bool(_PART_BEFORE.search(before) or _PART_AFTER.match(self.text, numeral.unit_end)) and unit is None
        if part and counted.noun is not None and not _PART_AFTER.match(self.text, numeral.unit_end):
            part = counted.noun == "person"  # "including nine children": all the children
        return Figure(
            start=numeral.start,
            end=numeral.end,
            shown=_shown(self.text, numeral, said, role, low),
            low=low,
            high=high,
            step=step,
            told=numeral.low,
            bound=numeral.bound,
            fraction=numeral.fraction,
            unit=unit or kind,
            kind=kind,
            person=unit is None and kind in PERSONS,
            modifiers=modifiers,
            event=event,
            role=role,
            part=part,
            rate=self._rate(after),
            segment=around,
            text=self.masked,
            places=self._places(start, end),
            days=tuple(
                day for day in self.dates if start <= day.start < end or len(self.found) == 1 or len(self.dates) == 1
            ),
        )

    def _whole(self, n: int) -> frozenset[str]:
        """Return what a percentage is of: "45% of young voters", "turnout among young voters was 45%"."""
        numeral, counted = self.found[n], self.counted[n]
        if counted.noun is not None and (counted.of_the or numeral.fraction):
            return frozenset({counted.noun, *counted.coloured})
        start, end = self.bounds[n]
        if (among := _AMONG.search(self.text, start, end)) is None:
            return NONE
        group = counted_at(self.text, among.end() - 1)
        return frozenset({"among", group.noun, *group.coloured}) if group.noun else NONE

    def _around(self, n: int) -> str:
        """Return the segment of a numeral without the number and its unit, which are no scope."""
        start, end = self.bounds[n]
        numeral = self.found[n]
        return f"{self.masked[start : numeral.start]} # {self.masked[numeral.unit_end : end]}"

    def _is_age(self, numeral: Numeral, counted: Counted, before: str) -> bool:
        if numeral.high > _OLDEST or numeral.step >= 1000:
            return False
        if _AGED.search(before):
            return True
        if (
            counted.noun is None
            and _is_person(before)
            and self.text[numeral.end : numeral.end + 1] in ("", ".", ",", ";", ")")
        ):
            return True
        if (
            counted.noun is None
            and _AGE_THEN.match(self.text, numeral.end)
            and re.search(r"\b(?:was|is|were)\s+$", before)
        ):
            return True
        if counted.noun is None and (group := _GROUP_OVER.search(before)) and lemma(group["who"]) in PERSONS:
            return True
        after = self.text[numeral.end : numeral.end + 1]
        return counted.noun is None and after in (",", ")") and _NAME_AGE.search(before) is not None

    def _event(self, n: int, kind: str, before: str) -> str | None:
        if n - 1 in self.some:
            return None
        numeral = self.found[n]
        start = self.found[n - 1].unit_end if n else 0
        if n in self.some:
            return self._event_after(self.counted[n].end, len(self.text))
        end = self.found[n + 1].start if n + 1 < len(self.found) else len(self.text)
        place = max(numeral.unit_end, self.counted[n].end if numeral.unit is None else 0)
        earlier = [event for event in self.events if start <= event[0] and event[1] <= numeral.start]
        gap = self.text[earlier[-1][1] : numeral.start] if earlier else ""
        near = bool(earlier) and re.search(r"[.;:]", gap) is None and len(gap.split()) <= _GAP_WORDS
        while (match := _TRAILING_BOUND.search(gap)) is not None:
            gap = gap[: match.start()]
        if near and not gap.strip():
            return earlier[-1][2]
        if following := self._event_after(place, end):
            return following
        if near and not re.search(r"\b(?:and|but|while)\b", gap):
            return earlier[-1][2]
        if (
            n
            and not earlier
            and re.fullmatch(r"[\s,]*(?:and|or|,)\s*", self.text[self.counted[n - 1].end : numeral.start])
        ):
            return self._event(n - 1, kind, before)
        return None

    def _event_after(self, place: int, end: int) -> str | None:
        for event in self.events:
            if place <= event[0] < end and _FOLLOWED.fullmatch(self.text, place, event[0]):
                return event[2]
        return None

    def _moved(self, numeral: Numeral, kind: str, before: str, after: int) -> tuple[str | None, float]:
        """Return ``change`` with its sign where the number says by how much something moved, ``from`` where from."""
        while (match := _TRAILING_BOUND.search(before)) is not None:
            before = before[: match.start()].rstrip() + (" " if match.start() else "")
        before = before.rstrip()
        moved = list(_MOVED.finditer(before))
        last = re.search(r"\b(by|to|from|at)$", before, re.IGNORECASE)
        word = last[1].lower() if last else ""
        if word == "by" and moved:
            return "change", 1.0 if moved[-1]["up"] else -1.0
        if word == "from":
            return ("from", 1.0) if _MOVED.search(self.text) else (None, 1.0)
        if word in ("to", "at"):
            return None, 1.0
        if of := _OF_MOVED.search(before):
            return "change", 1.0 if of["up"] else -1.0
        if kind in ("%", "percentage point", "temperature", "length") or kind in MONEY:
            if direct := _DIRECT.search(before):
                return "change", 1.0 if direct["up"] else -1.0
            if noun := _NOUN_MOVED.match(self.text[after : after + 40]):
                return "change", 1.0 if noun["up"] else -1.0
        return None, 1.0

    def _span(self, numeral: Numeral, before: str) -> str | None:
        if ago := _AGO.match(self.text, numeral.unit_end):
            return str(ago.lastgroup)
        while (match := _TRAILING_BOUND.search(before)) is not None and match[0].strip().lower() != "the":
            before = before[: match.start()]
        if lead := _SPAN_BEFORE.search(before):
            return str(lead.lastgroup)
        return None

    def _rate(self, after: int) -> str | None:
        match = _RATE.match(self.text, after) or _PER_EACH.match(self.text, after)
        if match is None:
            return None
        name = match["per"].lower()
        return _EACH.get(name, name)

    def _places(self, start: int, end: int) -> frozenset[str]:
        found = self._names(start, end)
        return found or self._names(0, len(self.text))

    def _names(self, start: int, end: int) -> frozenset[str]:
        found = set()
        for match in _PLACE.finditer(self.text, start, end):
            if not _NO_PLACE.match(match["name"]):
                for word in match["name"].split():
                    word = word.strip("'’.").removesuffix("'s").removesuffix("’s").lower()
                    found.add(_PLACE_ALIASES.get(word, word[:5]))
        return frozenset(found)

    def _nobody(self) -> tuple[Figure, ...]:
        """Return "nobody was killed" as a count of none."""
        match = _NOBODY.search(self.text)
        if match is None or any(figure.start < match.end() and match.start() < figure.end for figure in self.found):
            return ()
        word = match[0].split()[-1].lower()
        event = EVENT_NOUNS.get(lemma(word))
        if event is None:
            following = next((event for event in self.events if event[0] >= match.end()), None)
            if following is None or not _FOLLOWED.fullmatch(self.text, match.end(), following[0]):
                return ()
            event = following[2]
        noun = lemma(word)
        lone = _lone(Quantity(match.start(), match.end(), match[0], 0.0, "person", False))
        kind = noun if noun in PERSONS else "person"
        shown = match[0].lower()
        counted = replace(
            lone,
            start=match.start(),
            end=match.end(),
            shown=shown,
            kind=kind,
            unit=kind,
            event=event,
            segment=self.text,
            text=self.text,
        )
        return (counted,)


def _masked(text: str, found: Sequence[Numeral]) -> str:
    """Return ``text`` with its numbers blanked out, offsets kept: "a quarter" of something is no period."""
    for numeral in found:
        text = text[: numeral.start] + " " * (numeral.end - numeral.start) + text[numeral.end :]
    return text


def _governor(before: str) -> str | None:
    """Return the noun before a bare number that says what it is: "a magnitude of 6.1", "the index closed at 7,412"."""
    words = [word.lower() for word in re.findall(r"[A-Za-z]+|[^\w\s]", before)]
    names = re.findall(r"[A-Za-z]+|[^\w\s]", before)
    while words and (words[-1] in _HEDGES or words[-1] in NUMBER_WORDS):
        words.pop()
    linked = bool(words) and words[-1] in _LINKS
    for place in range(len(words) - 1, max(-1, len(words) - 7), -1):
        word = words[place]
        if not word.isalpha() or (names[place][0].isupper() and place):
            return None  # a name says nothing of what is counted
        if word in FUNCTION_WORDS or word in NEUTRAL or word in PAST or word in VERBS or word.endswith(("ed", "ly")):
            if not linked:
                return None
            continue
        if EVENT.fullmatch(word) or _MOVED.fullmatch(word):
            continue
        return None if word in _TIMES_OF_DAY else lemma(word)
    return None


def _is_person(before: str) -> bool:
    """Tell whether "my mother is" or "a boy of" stands before a number: her age."""
    match = re.search(r"\b([a-z]+) (?P<link>is|was|of)(?: now| only| just| about)?\s+$", before)
    if match is None or lemma(match[1]) not in PERSONS:
        return False
    return match["link"] != "of" or match[1] in ("boy", "girl", "man", "woman", "child", "teenager", "pensioner")


_TIMES_OF_DAY = frozenset(
    [
        "dusk",
        "dawn",
        "morning",
        "noon",
        "afternoon",
        "evening",
        "night",
        "midnight",
        "day",
        "week",
        "month",
        "year",
        "time",
        "hour",
    ]
)
_LINKS = frozenset(
    [
        "to",
        "at",
        "by",
        "from",
        "of",
        "is",
        "was",
        "were",
        "are",
        "be",
        "been",
        "reached",
        "reaches",
        "hit",
        "stands",
        "stood",
        "totalled",
        "totaled",
        "exceeded",
        "passed",
        "above",
    ]
)
_HEDGES = frozenset(
    [
        "about",
        "around",
        "some",
        "nearly",
        "almost",
        "roughly",
        "approximately",
        "over",
        "under",
        "least",
        "most",
        "than",
        "more",
        "less",
        "fewer",
        "just",
        "only",
        "a",
        "an",
        "at",
    ]
)


def _shown(text: str, numeral: Numeral, said: str | None, role: str | None, low: float) -> str:
    if numeral.unit is not None:
        shown = text[numeral.start : numeral.unit_end]
        if role == "change" and numeral.unit != "times":
            shown = f"{'up' if low >= 0 else 'down'} {shown}"
    else:
        shown = text[numeral.start : numeral.end]
        if said and said not in shown.lower():
            shown = f"{shown} {said}"
    return shown if numeral.bound in (Bound.EXACT, Bound.MANY) else f"{numeral.bound.value} {shown}"
