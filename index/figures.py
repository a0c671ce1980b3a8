"""Do the numbers and dates of two claims agree? Where they cannot be compared, nothing is said.

Two figures differ only if one kind of thing is counted, in one scope, and neither a bound ("at least") nor rounding nor
conversion reconciles them. Those that count different things are told apart, so that they neither agree nor differ.
The distinctions are those of quantity entailment (Ravichander et al. 2019, EQUATE: unit, range, bound, rounding, part and
whole); the reading is by rules, so that each answer can be said in words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from claims.records import DateMention, Quantity
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
    PERSONS,
    Counted,
    Scope,
    alike,
    counted_at,
    lemma,
    replaced,
    scope_of,
    scopes_clash,
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
    **{"kW": ("power", 1.0), "MW": ("power", 1e3), "GW": ("power", 1e6), "kWh": ("energy", 1.0), "MWh": ("energy", 1e3)},
    **{"MB": ("data", 1.0), "GB": ("data", 1e3), "TB": ("data", 1e6)},
    **dict.fromkeys(("%", "percent", "per cent", "pc"), ("%", 1.0)),
    **{"percentage point": ("percentage point", 1.0), "basis point": ("percentage point", 0.01)},
    **{"°C": ("temperature", 1.0), "°F": ("temperature", 1 / 1.8), "degree": ("degree", 1.0)},
    **{"years old": ("age", 1.0), "months old": ("age", 1 / 12), "times": ("times", 1.0), "score": ("score", 1.0)},
    **{"pence": ("GBP", 0.01), "cent": ("cent", 1.0), "pounds": ("pounds", 1.0), "¥": ("¥", 1.0), "rupee": ("rupee", 1.0)},
}
_MONEY = frozenset(
    "USD EUR GBP CNY JPY CHF RUB UAH INR AUD CAD HKD NZD SGD SEK NOK DKK PLN TRY ILS KRW BRL MXN ZAR AED SAR cent ¥".split()
)
_POUND = 0.45359237  # kilograms
_DAYS_IN = {"hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "month": 365.25 / 12, "quarter": 365.25 / 4, "year": 365.25}

ROUNDED = 0.05
"""Relative. How far a number told with a scale word or decimals may be rounded: 12 million for 12.4 million."""
ROUND_COUNT = 0.02
"""Relative. How far a round count in digits may be off what it rounds: 12,000 for 12,150."""
SCALED = 100_000
"""A count told in steps of this is told in words of scale (1.2 million)."""
LEAST_ROUND = 1000
"""A count below is told exactly: 200 and 201 differ."""
CONVERTED = 0.035
"""Relative. What rounding a converted measure to whole units may do (38 miles, 61 km; 60 miles, 100 km)."""
APPROXIMATE = 0.1
"""Relative. How far "about" and "nearly" reach."""
SHARED_OUT = 0.05
"""Relative. How far "a third" or "one in five" may be off the percentage."""

_CACHED = 8192  # claims whose figures are kept: some 20 MB


@dataclass(frozen=True, slots=True)
class Comparison:
    """What agrees and what differs, in words; both empty where nothing can be compared.

    ``apart``: figures that look alike but count different things or are of different times, so that they neither agree
    nor differ ("12 killed, 30 injured"; "profit in May, profit in June").
    """

    agree: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Figure:
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


# ---------------------------------------------------------------- numbers


def compare_quantities(
    left: Sequence[Quantity], right: Sequence[Quantity], left_text: str = "", right_text: str = ""
) -> Comparison:
    """Compare the figures of two claims: those that the texts hold, and what ``left`` and ``right`` know of them.

    The texts are the claims' standalone texts. Quantities may have the offsets of an article: they are looked for in the
    text by their words, and one that is not found there counts only where there is no text at all. Each figure agrees or
    differs once; those that agree are paired off first.
    """
    ours, theirs = figures_of(left_text, tuple(left)), figures_of(right_text, tuple(right))
    if not ours or not theirs:
        return Comparison()
    agree: list[str] = []
    differ: list[str] = []
    apart: list[str] = []
    open_ours, open_theirs = set(range(len(ours))), set(range(len(theirs)))
    verdicts = {(i, j): _verdict(a, b) for i, a in enumerate(ours) for j, b in enumerate(theirs)}
    rank = {"agree": 0, "fits": 1}
    for (i, j), verdict in sorted(verdicts.items(), key=lambda item: (rank.get(item[1][0], 2), _gap(ours, theirs, item[0]))):
        if verdict[0] in rank and i in open_ours and j in open_theirs:
            open_ours.discard(i)
            open_theirs.discard(j)
            if verdict[0] == "agree":
                agree.append(_named(ours[i].shown, theirs[j].shown, "and"))
    unlike = [pair for pair, verdict in verdicts.items() if verdict[0] == "differ" and pair[0] in open_ours and pair[1] in open_theirs]
    shared = {(i, j): _shared_words(ours[i], theirs[j]) for i, j in unlike}
    for i, j in sorted(unlike, key=lambda pair: (-shared[pair], pair)):
        if i not in open_ours or j not in open_theirs:
            continue
        rivals = [pair for pair in unlike if (pair[0] == i) != (pair[1] == j) and pair[0] in open_ours and pair[1] in open_theirs]
        one_more = sum(pair[0] == i for pair in rivals) != sum(pair[1] == j for pair in rivals)
        if one_more and any(shared[pair] >= shared[i, j] for pair in rivals):
            continue  # which of two is meant?
        open_ours.discard(i)
        open_theirs.discard(j)
        swapped = replaced(ours[i].segment, theirs[j].segment)
        if swapped is None:
            differ.append(_named(ours[i].shown, theirs[j].shown, "against"))
        else:
            apart.append(f"{ours[i].shown} ({swapped[0]}), {theirs[j].shown} ({swapped[1]})")
    if not agree and not differ:
        apart += [f"{ours[i].shown}, {theirs[j].shown}: {why}" for (i, j), (what, why) in verdicts.items() if what == "apart"]
    return Comparison(tuple(dict.fromkeys(agree)), tuple(dict.fromkeys(differ)), tuple(dict.fromkeys(apart)))


def _shared_words(left: _Figure, right: _Figure) -> int:
    """Return how many words the surroundings of two figures have in common."""
    ours, theirs = ({lemma(word) for word in re.findall(r"[A-Za-z]{3,}", side.segment)} for side in (left, right))
    return len((ours & theirs) - FUNCTION_WORDS)


def _gap(ours: Sequence[_Figure], theirs: Sequence[_Figure], pair: tuple[int, int]) -> tuple[float, int, int]:
    i, j = pair
    return abs(ours[i].low - theirs[j].low), i, j


def _verdict(left: _Figure, right: _Figure) -> tuple[str, str]:
    """Return ``agree``, ``differ``, ``fits`` (both can be true), ``apart`` with the reason, or ``none``."""
    left, right = _in_one_unit(left, right)
    if not (left.kind and right.kind):  # "54 novels, seven of them under another name": seven novels, perhaps
        nameless = left.unit == left.kind and right.unit == right.kind and left.low == left.high == right.low == right.high
        return ("fits", "") if nameless else ("none", "")
    if not _one_kind(left, right):
        return "none", ""
    if left.kind == right.kind == "score":
        return ("agree", "") if (left.low, left.high) == (right.low, right.high) else ("differ", "")
    if why := _other_thing(left, right):
        return "apart", why
    relation = _part_of(left, right)
    if relation is None:
        return "apart", f"{left.kind} against {right.kind}" if left.kind != right.kind else "different kinds of them"
    if left.rate != right.rate:
        converted = _per_day(left, right)
        if converted is None or not math.isclose(*converted, rel_tol=CONVERTED):
            return "apart", f"{_per(left)} against {_per(right)}"
        return "agree", ""
    fits = _fit(left, right)
    if relation == "same" or fits == "agree":
        return fits, ""
    # Some cannot be more than all.
    part, whole = (left, right) if relation == "left" else (right, left)
    return ("differ", "") if fits == "differ" and _interval(part)[0] > _interval(whole)[1] else ("fits", "")


def _one_kind(left: _Figure, right: _Figure) -> bool:
    if left.kind == right.kind or alike(left.kind, right.kind) or (left.person and right.person):
        return True
    return left.event == right.event and left.event in ("dismiss", "hire") and {left.kind, right.kind} <= JOBS


def _in_one_unit(left: _Figure, right: _Figure) -> tuple[_Figure, _Figure]:
    """Settle what "pounds" are by the other side: money beside money, weight beside weight."""
    for one, other in ((left, right), (right, left)):
        if one.kind == "pounds" and other.kind in ("GBP", "mass"):
            kind, factor = ("GBP", 1.0) if other.kind == "GBP" else ("mass", _POUND)
            made = _scaled(one, kind, factor)
            return (made, other) if one is left else (other, made)
    return left, right


def _scaled(figure: _Figure, kind: str, factor: float) -> _Figure:
    return replace(
        figure, kind=kind, low=figure.low * factor, high=figure.high * factor, step=figure.step * factor
    )


def _other_thing(left: _Figure, right: _Figure) -> str | None:
    """Say why the two do not measure one thing in one scope; ``None`` where nothing tells so."""
    if left.role != right.role:
        return f"{left.role or 'a level'} against {right.role or 'a level'}"
    if left.event != right.event:
        both = left.event is not None and right.event is not None
        if both or (left.person and right.person and {left.event, right.event} & FATES):
            return f"{_DONE.get(left.event or '', left.event)} against {_DONE.get(right.event or '', right.event)}"
    if clash := scopes_clash(left.scope, right.scope):
        return " against ".join(clash)
    if left.places and right.places and left.places.isdisjoint(right.places):
        return f"{min(left.places)} against {min(right.places)}"
    pairs = [(a, b, moments.same(a, b)) for a in left.days for b in right.days if _one_role(a, b)]
    if pairs and not any(equal for _, _, equal in pairs):
        clashing = next(((a, b) for a, b, equal in pairs if equal is False), None)
        if clashing is not None:
            return f"{clashing[0].text} against {clashing[1].text}"
    return None


_DONE = {"": "no word of what befell them", "die": "dead", "hurt": "injured", "arrest": "arrested", "trap": "trapped"}


def _part_of(left: _Figure, right: _Figure) -> str | None:
    """Say whether the two count the same, the ``left`` some of the ``right`` ones, the other way; ``None``: others."""
    if left.kind == "%":
        return _share_of(left, right)
    wider: set[str] = set()
    if left.person and right.person and not alike(left.kind, right.kind):
        if left.kind == "person":
            wider.add("right")
        elif right.kind == "person":
            wider.add("left")
        else:
            return None
    ours = {word for word in left.modifiers if not any(alike(word, other) for other in (*right.modifiers, right.kind, left.kind))}
    theirs = {word for word in right.modifiers if not any(alike(word, other) for other in (*left.modifiers, left.kind, right.kind))}
    if ours and theirs:
        return None
    if ours:
        wider.add("left")
    if theirs:
        wider.add("right")
    severe = {"severe", "light"}
    if left.part != right.part:
        wider.add("left" if left.part else "right")
    ours_severe, theirs_severe = left.scope.get("severe", _NONE) & severe, right.scope.get("severe", _NONE) & severe
    if ours_severe != theirs_severe:
        wider.add("left" if ours_severe else "right")
    if not wider:
        return "same"
    return wider.pop() if len(wider) == 1 else None


def _share_of(left: _Figure, right: _Figure) -> str | None:
    """Tell whether two percentages are of one thing, as far as both say; one "among" some is not that of all."""
    if left.modifiers and right.modifiers:
        sides = (left.modifiers, right.modifiers), (right.modifiers, left.modifiers)
        return "same" if all(any(alike(a, b) for b in other) for one, other in sides for a in one) else None
    return None if "among" in left.modifiers | right.modifiers else "same"


_NONE: frozenset[str] = frozenset()


def _per_day(left: _Figure, right: _Figure) -> tuple[float, float] | None:
    spans = []
    for figure in (left, right):
        name = figure.rate
        if name is None:
            periods = figure.scope.get("period", _NONE)
            name = next(iter(periods)) if len(periods) == 1 else None
        if name not in _DAYS_IN:
            return None
        spans.append(_DAYS_IN[name])
    return left.low / spans[0], right.low / spans[1]


def _per(figure: _Figure) -> str:
    return f"per {figure.rate}" if figure.rate else "in all"


def _fit(left: _Figure, right: _Figure) -> str:
    """Return ``agree``, ``differ``, or ``fits`` where a bound leaves room for the other value."""
    a, b = _interval(left), _interval(right)
    if left.unit != right.unit:
        slack = 0.6 if left.kind == "temperature" else CONVERTED * max(abs(left.low), abs(right.low))
        if {left.unit, right.unit} & {"tons", "ton"}:
            slack = 0.12 * max(abs(left.low), abs(right.low))  # short, long or metric
        if {left.unit, right.unit} == {"week", "month"}:
            slack = APPROXIMATE * max(abs(left.low), abs(right.low))  # four weeks to a month
        a = (a[0] - slack, a[1] + slack)
    if left.fraction != right.fraction:
        slack = SHARED_OUT * max(abs(left.low), abs(right.low))
        a = (a[0] - slack, a[1] + slack)
    for side in (_UPWARDS, _DOWNWARDS):
        if left.bound in side and right.bound in side:
            # Both told the best bound that they knew, one perhaps in rounder words.
            if _near(left.low, right.low, APPROXIMATE):
                return "agree"
            coarse, fine = sorted((left, right), key=lambda figure: abs(figure.low), reverse=side is _DOWNWARDS)
            rounder = coarse.step > fine.step and abs(coarse.low - fine.low) <= coarse.step
            return "fits" if rounder else "differ"
    exact = 1e-9 * max(abs(left.low), abs(right.low)) + 1e-12
    if a[0] <= b[1] + exact and b[0] <= a[1] + exact:
        open_ended = left.bound in _OPEN_BOUNDS or right.bound in _OPEN_BOUNDS or left.low != left.high or right.low != right.high
        return "agree" if not open_ended or _near(left.low, right.low, APPROXIMATE) else "fits"
    return "agree" if _rounds(left, right) or _rounds(right, left) else "differ"


_UPWARDS = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
_DOWNWARDS = frozenset({Bound.AT_MOST, Bound.LESS_THAN})
_OPEN_BOUNDS = _UPWARDS | _DOWNWARDS


def _interval(figure: _Figure) -> tuple[float, float]:
    low, high = figure.low, figure.high
    size = max(abs(low), abs(high))
    if figure.bound is Bound.ABOUT:
        return low - APPROXIMATE * size, high + APPROXIMATE * size
    if figure.bound is Bound.NEARLY:
        return low - APPROXIMATE * size, high
    if figure.bound in _UPWARDS:
        return low, math.inf
    if figure.bound in _DOWNWARDS:
        return min(0.0, low), high
    return low, high


def _rounds(coarse: _Figure, fine: _Figure) -> bool:
    """Tell whether ``coarse`` is ``fine`` to fewer digits."""
    if coarse.step <= fine.step or coarse.low != coarse.high or fine.low != fine.high:
        return False
    if float(fine.told).is_integer() and abs(coarse.told) < LEAST_ROUND:
        return False
    scaled = coarse.step >= SCALED or not float(fine.told).is_integer()
    limit = ROUNDED if scaled else ROUND_COUNT
    apart = abs(coarse.low - fine.low)
    return apart <= coarse.step / 2 * (1 + 1e-9) and _near(coarse.low, fine.low, limit)


def _near(left: float, right: float, tolerance: float) -> bool:
    return math.isclose(left, right, rel_tol=tolerance, abs_tol=1e-12)


# ---------------------------------------------------------------- reading the figures of a text


@lru_cache(maxsize=_CACHED)
def figures_of(text: str, quantities: tuple[Quantity, ...] = ()) -> tuple[_Figure, ...]:
    """Return the figures of a claim by its standalone ``text``, with the nouns that ``quantities`` know."""
    if not text.strip():
        return tuple(_lone(quantity) for quantity in quantities)
    said = _without_frames(text)
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


def _lone(quantity: Quantity) -> _Figure:
    kind, factor = _kind(quantity.unit)
    value = quantity.value * factor + _offset(quantity.unit)
    noun = EVENT_NOUNS.get(kind)
    return _Figure(
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
        modifiers=_NONE,
        event=noun or None,
        role=None,
        part=False,
        rate=None,
        segment="",
        text="",
        places=_NONE,
        days=(),
    )


def _in_text(quantity: Quantity) -> bool:
    unit = quantity.unit or ""
    return not unit.isalpha() or unit.isupper() or unit.lower().rstrip("s") in quantity.text.lower()


def _kind(unit: str | None) -> tuple[str, float]:
    name = (unit or "").strip()
    if name in _UNITS:
        return _UNITS[name]
    if name in _MONEY:
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
    measured = (quantity.unit or "") in _UNITS or (quantity.unit or "") in _MONEY
    bound = Bound.ABOUT if quantity.approximate else Bound.EXACT
    value = quantity.value
    parts = ((start, end, value),)
    return Numeral(start, end, value, value, quantity.unit if measured else None, bound, 0.0, end, parts)


_FRAME = re.compile(
    r"^(?:(?!\b(?:that|said|says)\b)[^,.;:\d]){2,70}?\b(?:said|says|(?:told|tells) (?:[\w.]+ ){1,4}?that"
    r"|(?:reported|reports|confirmed|announced|claimed|claims|added|stated|estimates|estimated) that)"
    r"(?:\s+(?:on|late on)\s+[A-Z][a-z]+day)?(?:\s+that)?\b(?!\s+(?:no|yes)\b)"
    r"|,?\s*\baccording to [^,;.]{2,80}"
    r"|,\s+[^,;.\d]{2,60}?\b(?:said|says|reported|reports|told [\w ]{2,30}|announced|confirmed)(?:\s+on\s+[A-Z][a-z]+day)?(?=[.,;]|$)",
)


def _without_frames(text: str) -> str:
    """Return ``text`` with who says it blanked out, offsets kept."""
    return _FRAME.sub(lambda match: " " * len(match[0]), text)


_BREAK = re.compile(r"[;,]|\b(?:and|but|while|whereas|with|as)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:in|at|near|across|off|outside|throughout|around)\s+(?:the\s+)?(?:(?:north|south|east|west)\w*\s+|central\s+)?"
    r"(?P<name>[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*)*)"
)
_NO_PLACE = re.compile(
    r"^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Spring|Summer|Autumn|Winter|Q[1-4])"
)
_PLACE_ALIASES = {"usa": "us", "u.s": "us", "u.s.": "us", "america": "us", "uk": "brita", "u.k.": "brita", "uk.": "brita"}
_AMONG = re.compile(r"\bamong\s+(?:the\s+)?(?=[a-z])(?!(?:them|those|whom)\b)", re.IGNORECASE)
_AGE_THEN = re.compile(r"\s+(?:when|at the time)\b", re.IGNORECASE)
_GROUP_OVER = re.compile(r"\b(?P<who>[a-z]+)\s+(?:aged\s+)?(?:over|under|above|below)\s+(?:the age of\s+)?$", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|ages|age of|aged about|turned)\s+$", re.IGNORECASE)
_NAME_AGE = re.compile(r"[A-Z][\w’'.-]+,?\s[(]?$|[A-Z][\w’'.-]+,\s$|\b(?:man|woman|suspect|victim|driver|boy|girl),\s$")
_OLDEST = 120
_TRAILING_BOUND = re.compile(
    r"\b(?:at least|at most|up to|about|around|some|nearly|almost|roughly|approximately|over|under|(?:more|less|fewer) than|"
    r"as (?:many|much) as|an? estimated|an?|the|another|just|only|only about|no (?:more|fewer|less) than|another)\s*$",
    re.IGNORECASE,
)
_UP = r"rose|ris(?:e[sn]?|ing)|increas(?:e[sd]?|ing)|gr[eo]wn?|grows?|growing|up|jump(?:s|ed)?|climb(?:s|ed)?|surg(?:es?|ed)|soar(?:s|ed)?|rais(?:e[sd]?|ing)|hik(?:es?|ed)|add(?:s|ed)|swell(?:s|ed)|expand(?:s|ed)?|higher|accelerated|edged up|rall(?:y|ied)"
_DOWN = r"fell|fall(?:s|en|ing)?|drop(?:s|ped)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|down|cut(?:s|ting)?|reduc(?:e[sd]?|ing)|slash(?:ed|es)?|plung(?:e[sd]?|ing)|slip(?:s|ped)?|shr[aiu]nk(?:s|ing)?|tumbl(?:e[sd]?|ing)|s[aiu]nk(?:s|ing)?|lower(?:ed|s)?|contract(?:ed|s)|slump(?:ed|s)?|slid(?:es?)?|dipp?(?:ed|s)"
_MOVED = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_DIRECT = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:\s+(?:by|of|in|last|this|a|an|the|further|year|month|week|sharply|slightly|"
    r"only|just|another|nearly|about))*\s*$",
    re.IGNORECASE,
)
_NOUN_MOVED = re.compile(
    r"^[\s-]*(?:point\s+)?(?:[a-z]+\s+)?(?:(?P<up>rise|increase|gain|hike|growth|jump|surge|more|higher|raise|up)"
    r"|(?P<down>fall|drop|cut|decline|decrease|reduction|discount|lower|less|fewer|down|slump|plunge|dip))\b",
    re.IGNORECASE,
)
_OF_MOVED = re.compile(
    r"\b(?:(?P<up>rise|increase|gain|hike|growth|jump|surge)|(?P<down>fall|drop|cut|decline|decrease|reduction|discount|slump))\s+of\s*$",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"[\s-]*(?:(?:per|a|an|each|every)[\s-]+|/\s?)(?P<per>second|minute|hour|day|night|week|weekend|month|quarter|year|person|"
    r"head|capita|household|family|child|pupil|student|patient|km|kilomet(?:re|er)|mile|lit(?:re|er)|gallon|barrel|tonne|ton|"
    r"kg|kilo|share|ticket|seat|bottle|piece|100,000|1,000|million|metre|square met(?:re|er))\b",
    re.IGNORECASE,
)
_PER_EACH = re.compile(r"[\s,]*\b(?P<per>each|apiece|per person|per capita|hourly|daily|weekly|monthly|annually|yearly)\b", re.IGNORECASE)
_EACH = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year"}
_EACH |= {"apiece": "each", "capita": "person", "head": "person", "per person": "person", "per capita": "person"}
_PART_BEFORE = re.compile(
    r"\b(?:including|among (?:them|whom|those)|of (?:whom|them|those|which|these)|among (?:them )?were|in one of them)[\s,]*(?:at least\s+|about\s+|some\s+)?$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(r"\s+of\s+(?:them|those|these|whom|which|the)\b|\s+alone\b", re.IGNORECASE)
_MORE_BEFORE = re.compile(r"\b(?:another|a further|an additional|additional|an extra)\s+(?:about\s+)?$", re.IGNORECASE)
_MORE_AFTER = re.compile(r"\s+(?:more|others?|additional|further|extra)\b(?!\s+than)", re.IGNORECASE)
_AGO = re.compile(r"[\s-]*(?:(?P<ago>ago)|(?P<later>later|earlier|after|before|afterwards|from now)|(?P<within>notice))\b", re.IGNORECASE)
_SPAN_BEFORE = re.compile(r"\b(?:(?P<within>within|in|every)|(?P<later>after))\s+(?:the\s+)?(?:next\s+|coming\s+|first\s+)?$", re.IGNORECASE)
_FOLLOWED = re.compile(
    r"(?:\s+(?:people|persons|others?|more|have|has|had|been|be|being|were|was|are|is|who|that|which|will|would|could|may|"
    r"might|also|later|now|still|feared|believed|thought|reported|confirmed|reportedly|left|found|pronounced|declared|to|all|"
    r"seriously|critically|slightly|badly|severely|lightly|fatally|shot|or|among|the|so|far|remain(?:ed|s)?|went|got|in|"
    r"listed|as|both|already|taken|rushed|sent|brought|aboard|there))*\s+$",
    re.IGNORECASE,
)
_GAP_WORDS = 5
_NOBODY = re.compile(
    r"\b(?:nobody|no[ -]one|no (?:people|passengers?|deaths|fatalities|injuries|casualties|arrests|residents|students|soldiers"
    r"|civilians|workers))\b",
    re.IGNORECASE,
)


class _Reader:
    """Reads, of the numerals of one text, what each measures."""

    def __init__(
        self, text: str, found: list[Numeral], known: list[Quantity | None], dates: Sequence[Day]
    ) -> None:
        self.text = text
        self.found = found
        self.masked = _masked(text, found)
        self.known = known
        self.dates = [day for day in dates if day.minutes is None and (day.value or day.weekday is not None or day.quarter)]
        self.events = [(match.start(), match.end(), str(match.lastgroup)) for match in EVENT.finditer(text)]
        self.counted = [self._counted(n) for n in range(len(found))]
        self.bounds = self._segments()

    def figures(self) -> tuple[_Figure, ...]:
        made = [figure for n in range(len(self.found)) if (figure := self._figure(n)) is not None]
        persons = [figure for figure in made if figure.person]
        classes = {event for _, _, event in self.events}
        # One count of people in a text that tells one fate: it is theirs.
        if len(persons) == 1 and persons[0].event is None and len(classes & FATES) == 1 == len(classes):
            fated = replace(persons[0], event=next(iter(classes)))
            made = [fated if figure is persons[0] else figure for figure in made]
        return (*made, *self._nobody())

    def _counted(self, n: int) -> Counted:
        numeral = self.found[n]
        stop = self.found[n + 1].start if n + 1 < len(self.found) else len(self.text)
        if numeral.unit == "%" and (half := re.compile(r"\s+(?:the|its|their|his|her|all)\s+").match(self.text, numeral.end)):
            return counted_at(self.text[:stop], half.end() - 1)
        return counted_at(self.text[:stop], numeral.unit_end, numeral.hyphened and numeral.unit is None, numeral.high == 1)

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

    def _figure(self, n: int) -> _Figure | None:
        numeral, counted, quantity = self.found[n], self.counted[n], self.known[n]
        start, end = self.bounds[n]
        around = self._around(n)
        last = max(self.found[n - 1].unit_end, self.counted[n - 1].end) if n else 0
        before = self.text[max(start, min(last, numeral.start)) : numeral.start]
        low, high, unit = numeral.low, numeral.high, numeral.unit
        said: str | None = None
        modifiers: frozenset[str] = _NONE
        after = numeral.unit_end
        if unit is None and self._is_age(numeral, counted, before):
            unit = "years old"
        role: str | None = None
        if unit is None:
            noun, said = counted.noun, counted.said
            if quantity is not None and quantity.unit and _kind(quantity.unit)[0] not in (noun, ""):
                noun = _kind(quantity.unit)[0]
                said = quantity.unit if noun != counted.noun else said
            modifiers = counted.modifiers - ({noun} if noun else set())
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
        elif unit == "times" or kind == "time" and unit is None:
            kind = "times"
        event = self._event(n, kind, before)
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
        return _Figure(
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
            days=tuple(day for day in self.dates if start <= day.start < end or len(self.found) == 1 or len(self.dates) == 1),
        )

    def _whole(self, n: int) -> frozenset[str]:
        """Return what a percentage is of: "45% of young voters", "turnout among young voters was 45%"."""
        numeral, counted = self.found[n], self.counted[n]
        if counted.noun is not None and (counted.of_the or numeral.fraction):
            return frozenset({counted.noun, *counted.coloured})
        start, end = self.bounds[n]
        if (among := _AMONG.search(self.text, start, end)) is None:
            return _NONE
        group = counted_at(self.text, among.end() - 1)
        return frozenset({"among", group.noun, *group.coloured}) if group.noun else _NONE

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
        if counted.noun is None and _AGE_THEN.match(self.text, numeral.end) and re.search(r"\b(?:was|is|were)\s+$", before):
            return True
        if counted.noun is None and (group := _GROUP_OVER.search(before)) and lemma(group["who"]) in PERSONS:
            return True
        after = self.text[numeral.end : numeral.end + 1]
        return counted.noun is None and after in (",", ")") and _NAME_AGE.search(before) is not None

    def _event(self, n: int, kind: str, before: str) -> str | None:
        numeral = self.found[n]
        start = self.found[n - 1].unit_end if n else 0
        end = self.found[n + 1].start if n + 1 < len(self.found) else len(self.text)
        place = max(numeral.unit_end, self.counted[n].end if numeral.unit is None else 0)
        earlier = [event for event in self.events if start <= event[0] and event[1] <= numeral.start]
        gap = self.text[earlier[-1][1] : numeral.start] if earlier else ""
        near = bool(earlier) and re.search(r"[.;:]", gap) is None and len(gap.split()) <= _GAP_WORDS
        while (match := _TRAILING_BOUND.search(gap)) is not None:
            gap = gap[: match.start()]
        if near and not gap.strip():
            return earlier[-1][2]
        for event in self.events:
            if place <= event[0] < end and _FOLLOWED.fullmatch(self.text, place, event[0]):
                return event[2]
        if near and not re.search(r"\b(?:and|but|while)\b", gap):
            return earlier[-1][2]
        if n and not earlier and re.fullmatch(r"[\s,]*(?:and|or|,)\s*", self.text[self.counted[n - 1].end : numeral.start]):
            return self._event(n - 1, kind, before)
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
        if kind in ("%", "percentage point", "temperature", "length") or kind in _MONEY:
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

    def _nobody(self) -> tuple[_Figure, ...]:
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
        said = {"segment": self.text, "text": self.text}
        return (replace(lone, shown=match[0].lower(), kind=kind, unit=kind, event=event, **said),)


def _masked(text: str, found: Sequence[Numeral]) -> str:
    """Return ``text`` with its numbers blanked out, offsets kept: "a quarter" of something is no period."""
    for numeral in found:
        text = text[: numeral.start] + " " * (numeral.end - numeral.start) + text[numeral.end :]
    return text


def _governor(before: str) -> str | None:
    """Return the noun before a bare number that says what it is: "a magnitude of", "the index closed at"."""
    words = re.findall(r"[A-Za-z]+|[^\w\s]", before)[::-1]
    for word in words[:7]:
        lower = word.lower()
        if not word.isalpha():
            return None
        if word[0].isupper() and before.lstrip()[: len(word)] != word:
            return None  # a name says nothing of what is counted
        if lower in FUNCTION_WORDS or lower in NUMBER_WORDS or lower in NEUTRAL or lower.endswith(("ed", "ly")):
            continue
        if EVENT.fullmatch(word) or _MOVED.fullmatch(word) or lower in _STANDS:
            continue
        return lemma(word)
    return None


_STANDS = frozenset(
    "stands stood stand reached reaches hit hits was were is rose fell came comes went won lost said put set number numbers "
    "total totals figure figures estimated least than more".split()
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
    return shown if numeral.bound is Bound.EXACT else f"{numeral.bound.value} {shown}"


def _named(left: str, right: str, between: str) -> str:
    return left if between == "and" and left.lower() == right.lower() else f"{left} {between} {right}"


# ---------------------------------------------------------------- dates


def compare_dates(
    left: Sequence[DateMention], right: Sequence[DateMention], left_text: str = "", right_text: str = ""
) -> Comparison:
    """Compare dates and times of day part by part, as far as both are known, and each with what it is the date of.

    With the texts (the claims' standalone ones) the start of a period is compared with the start, a birth with a birth,
    and two measurements of two days, which differ in figures too, are told apart.
    """
    ours, theirs = _days_of(left_text, tuple(left)), _days_of(right_text, tuple(right))
    agree: list[str] = []
    differ: list[str] = []
    apart: list[str] = []
    for one, other in (
        ([day for day in ours if day.minutes is None], [day for day in theirs if day.minutes is None]),
        ([day for day in ours if day.minutes is not None], [day for day in theirs if day.minutes is not None]),
    ):
        same, unlike = _pair_days(one, other)
        agree += [_named(a.text, b.text, "and") for a, b in same]
        for a, b in unlike:
            said = _named(a.text, b.text, "against")
            named = a.names or b.names
            (apart if named or (a.minutes is None and _measures_both(left_text, right_text)) else differ).append(said)
    return Comparison(tuple(dict.fromkeys(agree)), tuple(dict.fromkeys(differ)), tuple(dict.fromkeys(apart)))


@lru_cache(maxsize=_CACHED)
def _days_of(text: str, mentions: tuple[DateMention, ...]) -> tuple[Day, ...]:
    """Return the dates of a claim: those that its text tells, with the values that ``mentions`` know."""
    if not text.strip():
        found = []
        for mention in mentions:
            read = moments.days(mention.text)
            day = read[0] if len(read) == 1 else Day(0, 0, mention.text)
            day = replace(day, text=mention.text, role=None, lead=None, bound=None)
            found.append(day if mention.value is None else moments.with_value(day, mention.value))
        return tuple(found)
    said = _without_frames(text)
    read = list(moments.days(said))
    counts = [numeral for numeral in numerals(said) if numeral.unit is not None or numeral.step or numeral.hyphened]
    read = [day for day in read if day.month or day.minutes is not None or not _inside(day, counts)]
    last = 0
    for mention in mentions:
        words = " ".join(mention.text.split())
        exact = said[mention.start : mention.end] == words
        place = mention.start if exact else said.find(words, last) if said.find(words, last) >= 0 else said.find(words)
        if not words or place < 0:
            continue
        last = max(last, place)
        at = next((n for n, day in enumerate(read) if day.start < place + len(words) and place < day.end), None)
        if at is None:
            day = Day(place, place + len(words), words)
            read.append(day if mention.value is None else moments.with_value(day, mention.value))
        elif mention.value is not None and (read[at].value is None or len(mention.value) > len(read[at].value or "")):
            read[at] = moments.with_value(read[at], mention.value)
    return tuple(sorted(read, key=lambda day: day.start))


def _inside(day: Day, counts: Sequence[Numeral]) -> bool:
    return any(numeral.start < day.end and day.start < numeral.end for numeral in counts)


def _pair_days(
    ours: Sequence[Day], theirs: Sequence[Day]
) -> tuple[list[tuple[Day, Day]], list[tuple[Day, Day]]]:
    """Return the pairs that are one day and those that cannot be, each day at most once."""
    verdicts = {
        (i, j): moments.same(a, b) for i, a in enumerate(ours) for j, b in enumerate(theirs) if _one_role(a, b)
    }
    left, right = set(range(len(ours))), set(range(len(theirs)))
    agree: list[tuple[Day, Day]] = []
    order = sorted(verdicts, key=lambda pair: (not _roles_equal(ours[pair[0]], theirs[pair[1]]), pair))
    for i, j in order:
        if verdicts[i, j] and i in left and j in right:
            left.discard(i)
            right.discard(j)
            agree.append((ours[i], theirs[j]))
    differ: list[tuple[Day, Day]] = []
    unlike = [(i, j) for i, j in order if verdicts[i, j] is False and i in left and j in right]
    for i, j in unlike:
        if i not in left or j not in right:
            continue
        a, b = ours[i], theirs[j]
        told = (a.role is not None and a.role == b.role) or (a.lead is not None and a.lead == b.lead)
        alone = sum(one == i for one, _ in unlike) == 1 == sum(other == j for _, other in unlike)
        if not (alone or (told and _only_role(ours, a) and _only_role(theirs, b))):
            continue
        if not told and not _in_period(a, theirs) and not _in_period(b, ours):
            # What one side leaves out cannot differ: a day beside two others of the other side.
            if len(ours) - len(agree) != len(theirs) - len(agree):
                continue
        elif not told:
            continue
        left.discard(i)
        right.discard(j)
        differ.append((a, b))
    return agree, differ


def _in_period(day: Day, others: Sequence[Day]) -> bool:
    """Tell whether ``day`` lies between the two ends that ``others`` tell."""
    first = next((other for other in others if other.lead == "from"), None)
    last = next((other for other in others if other.lead == "to"), None)
    if first is None or last is None or day.lead is not None:
        return False
    parts = [(other.year or 0, other.month or 0, other.day or 0) for other in (first, day, last)]
    if any(other.year is None for other in (first, day, last)):
        parts = [(0, *part[1:]) for part in parts]
    return parts[0] <= parts[1] <= parts[2]


def _one_role(left: Day, right: Day) -> bool:
    """Tell whether the two can be the date of one thing."""
    if (left.minutes is None) != (right.minutes is None):
        return False
    if left.lead is not None and right.lead is not None and left.lead != right.lead:
        return False
    for one, other in ((left, right), (right, left)):
        if (one.lead == "to" and other.role == "begin") or (one.lead == "from" and other.role == "end"):
            return False
    return left.role is None or right.role is None or left.role == right.role


def _roles_equal(left: Day, right: Day) -> bool:
    return left.role == right.role and left.lead == right.lead


def _only_role(days: Sequence[Day], day: Day) -> bool:
    return sum(other.role == day.role and other.lead == day.lead for other in days) == 1


def _measures_both(left_text: str, right_text: str) -> bool:
    """Tell whether both texts measure one kind of thing and the figures differ: each of its own day."""
    if not left_text.strip() or not right_text.strip():
        return False
    for a in figures_of(left_text):
        for b in figures_of(right_text):
            same_kind = bool(a.kind) and (a.kind == b.kind or alike(a.kind, b.kind)) and a.kind != "score"
            if same_kind and a.event == b.event and a.days and b.days and _fit(a, b) == "differ":
                return True
    return False
