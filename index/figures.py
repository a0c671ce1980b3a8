"""Do the numbers of two claims agree? Where they cannot be compared, nothing is said.

Two figures differ only if one kind of thing is counted, in one scope, and neither a bound ("at least") nor rounding nor
conversion reconciles them. Those that count different things are told apart, so that they neither agree nor differ.
The distinctions are those of quantity entailment (Ravichander et al. 2019, EQUATE: unit, range, bound, rounding, part
and whole); the reading is by rules, so that each answer can be said in words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from claims.records import Quantity, Span
from index import days as moments
from index.counted import FATES, FUNCTION_WORDS, JOBS, alike, lemma, replaced, scopes_clash
from index.days import Day
from index.numerals import Bound
from index.readings import MONEY, NONE, Figure, figures_of

_POUND = 0.45359237  # kilograms
_DAYS_IN = {
    "hour": 1 / 24,
    "day": 1.0,
    "night": 1.0,
    "week": 7.0,
    "month": 365.25 / 12,
    "quarter": 365.25 / 4,
    "year": 365.25,
}

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

_CACHED = 8192  # surroundings of figures whose words are kept

_Places: TypeAlias = tuple[Span, Span]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What agrees and what differs, in words; both empty where nothing can be compared.

    ``apart``: figures that look alike but count different things or are of different times, so that they neither agree
    nor differ ("12 killed, 30 injured"; "profit in May, profit in June"). ``clashes`` and ``shared``: where in the two
    texts what differs, and what agrees, stands, units left out. ``opposed``: what is told as a least value here and as
    a most there, or as a beginning and an end: both may be true, yet they are two claims.
    """

    agree: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    clashes: tuple[tuple[Span, Span], ...] = ()
    shared: tuple[tuple[Span, Span], ...] = ()
    opposed: tuple[str, ...] = ()

    @classmethod
    def of(cls, agree: Mapping[str, _Places], differ: Mapping[str, _Places], apart: Sequence[str]) -> Comparison:
        """Return what was found, each thing once: ``agree`` and ``differ`` by their words, with their places."""
        return cls(
            tuple(agree),
            tuple(differ),
            tuple(dict.fromkeys(apart)),
            tuple(dict.fromkeys(differ.values())),
            tuple(dict.fromkeys(agree.values())),
        )


def compare_quantities(
    left: Sequence[Quantity], right: Sequence[Quantity], left_text: str = "", right_text: str = ""
) -> Comparison:
    """Compare the figures of two claims: those that the texts hold, and what ``left`` and ``right`` know of them.

    The texts are the claims' standalone texts. Quantities may have the offsets of an article: they are looked for in
    the text by their words, and one that is not found there counts only where there is no text at all. Each figure
    agrees or differs once; those that agree are paired off first.
    """
    ours, theirs = figures_of(left_text, tuple(left)), figures_of(right_text, tuple(right))
    if not ours or not theirs:
        return Comparison()
    agree: dict[str, tuple[Span, Span]] = {}
    differ: dict[str, tuple[Span, Span]] = {}
    apart: list[str] = []
    open_ours, open_theirs = set(range(len(ours))), set(range(len(theirs)))
    verdicts = {(i, j): _verdict(a, b) for i, a in enumerate(ours) for j, b in enumerate(theirs)}
    rank = {"agree": 0, "fits": 1}
    for (i, j), verdict in sorted(
        verdicts.items(), key=lambda item: (rank.get(item[1][0], 2), _gap(ours, theirs, item[0]))
    ):
        if verdict[0] in rank and i in open_ours and j in open_theirs:
            open_ours.discard(i)
            open_theirs.discard(j)
            if verdict[0] == "agree":
                agree.setdefault(values_said(ours[i].shown, theirs[j].shown, "and"), places(ours[i], theirs[j]))
    unlike = [
        pair
        for pair, verdict in verdicts.items()
        if verdict[0] == "differ" and pair[0] in open_ours and pair[1] in open_theirs
    ]
    shared = {(i, j): _shared_words(ours[i], theirs[j]) for i, j in unlike}
    for i, j in sorted(unlike, key=lambda pair: (-shared[pair], pair)):
        if i not in open_ours or j not in open_theirs:
            continue
        rivals = [
            pair
            for pair in unlike
            if (pair[0] == i) != (pair[1] == j) and pair[0] in open_ours and pair[1] in open_theirs
        ]
        one_more = sum(pair[0] == i for pair in rivals) != sum(pair[1] == j for pair in rivals)
        if one_more and any(shared[pair] >= shared[i, j] for pair in rivals):
            continue  # which of two is meant?
        open_ours.discard(i)
        open_theirs.discard(j)
        swapped = replaced(ours[i].segment, theirs[j].segment)
        if swapped is None:
            differ.setdefault(values_said(ours[i].shown, theirs[j].shown, "against"), places(ours[i], theirs[j]))
        else:
            apart.append(f"{ours[i].shown} ({swapped[0]}), {theirs[j].shown} ({swapped[1]})")
    if not agree and not differ:
        apart += [
            f"{ours[i].shown}, {theirs[j].shown}: {why}" for (i, j), (what, why) in verdicts.items() if what == "apart"
        ]
    opposed = [
        f"{ours[i].shown} against {theirs[j].shown}" for (i, j), (what, _) in verdicts.items() if what == "opposed"
    ]
    return replace(Comparison.of(agree, differ, apart), opposed=tuple(dict.fromkeys(opposed)))


def places(left: Figure | Day, right: Figure | Day) -> tuple[Span, Span]:
    """Return where two figures, or two dates, stand in their texts."""
    return Span(left.start, left.end), Span(right.start, right.end)


def measures_of_two_days(left_text: str, right_text: str) -> bool:
    """Tell whether both texts measure one kind of thing and the figures differ: each of its own day."""
    if not left_text.strip() or not right_text.strip():
        return False
    for a in figures_of(left_text):
        for b in figures_of(right_text):
            same_kind = bool(a.kind) and (a.kind == b.kind or alike(a.kind, b.kind)) and a.kind != "score"
            if same_kind and a.event == b.event and a.days and b.days and _fit(a, b) == "differ":
                return True
    return False


def cannot_both_be(left: Figure, right: Figure) -> bool:
    """Tell whether two figures, taken for figures of one thing, exclude each other. What they are of is not asked."""
    left, right = _in_one_unit(left, right)
    if not (left.kind and right.kind):
        (low, high), (least, most) = _interval(left), _interval(right)
        return high < least or most < low  # 52 lies between 40 and 60
    if not _one_kind(left, right):
        return False
    if left.kind == right.kind == "score":
        return (left.low, left.high) != (right.low, right.high)
    return left.rate == right.rate and _fit(left, right) == "differ"


def _unrelated(left: Figure, right: Figure) -> bool:
    """Tell whether two measures, or counts of people, have no word around them in common."""
    if left.event is not None and left.event == right.event:
        return False
    if not (left.person or left.unit != left.kind or left.kind in _ANYTHING):
        return False
    ours, theirs = (_words_around(side.segment) - {left.kind, right.kind, "person"} for side in (left, right))
    return bool(ours and theirs) and not any(a[:_STEM] == b[:_STEM] or alike(a, b) for a in ours for b in theirs)


def _other_scale(left: Figure, right: Figure) -> bool:
    """Tell whether two figures differ in the scale word alone, "3 million" and "3 billion": chance seldom makes them
    so, whatever they are of."""
    if left.kind != right.kind or left.rate != right.rate or min(left.step, right.step) < LEAST_ROUND:
        return False
    exact = left.low == left.high and right.low == right.high
    return exact and left.step != right.step and math.isclose(left.low * right.step, right.low * left.step)


_TOLD_APART = MONEY - {"AUD", "CAD", "HKD", "NZD", "SGD", "BRL", "¥", "JPY", "CNY", "rupee"}
"""Currencies that no short form of another one may stand for, as "$" does."""
_STEM = 5  # letters that inflection leaves of a word
_ANYTHING = frozenset({"%", "times", "percentage point", *MONEY})


@lru_cache(maxsize=_CACHED)
def _words_around(segment: str) -> frozenset[str]:
    """Return the lemmas of a figure's surroundings."""
    words = (lemma(word) for word in re.findall(r"[A-Za-z]{3,}", segment) if word.lower() not in FUNCTION_WORDS)
    return frozenset(words)


def _shared_words(left: Figure, right: Figure) -> int:
    """Return how many words the surroundings of two figures have in common."""
    return len(_words_around(left.segment) & _words_around(right.segment))


def _gap(ours: Sequence[Figure], theirs: Sequence[Figure], pair: tuple[int, int]) -> tuple[float, int, int]:
    i, j = pair
    return abs(ours[i].low - theirs[j].low), i, j


def _verdict(left: Figure, right: Figure) -> tuple[str, str]:
    """Return ``agree``, ``differ``, ``fits`` (both can be true), ``opposed``, ``part``, ``apart`` with the reason, or
    ``none``."""
    left, right = _in_one_unit(left, right)
    if not (left.kind and right.kind):  # "54 novels, seven of them under another name": seven novels, perhaps
        nameless = (
            left.unit == left.kind and right.unit == right.kind and left.low == left.high == right.low == right.high
        )
        return ("fits", "") if nameless else ("none", "")
    if not _one_kind(left, right):
        # "1,500 euros" and "1,500 dollars": chance seldom makes two sums equal.
        told = {left.kind, right.kind} <= _TOLD_APART and left.low == right.low and left.high == right.high
        return ("differ" if told else "none"), ""
    if left.kind == right.kind == "score":
        return ("agree", "") if (left.low, left.high) == (right.low, right.high) else ("differ", "")
    if _other_scale(left, right):
        return "differ", ""
    if _unrelated(left, right):
        return "none", ""
    equal = left.low == left.high == right.low == right.high and left.low not in _COMMON and left.rate == right.rate
    equal = equal and (left.bound is Bound.MANY) == (right.bound is Bound.MANY) and not _opposed(left, right)
    if why := _other_thing(left, right, equal):
        return "apart", why
    if equal and alike(left.kind, right.kind):
        return "agree", ""  # whatever else is said of them
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
    # Some cannot be more than all; that they are fewer leaves both open for other figures.
    part, whole = (left, right) if relation == "left" else (right, left)
    return ("differ", "") if fits == "differ" and _interval(part)[0] > _interval(whole)[1] else ("part", "")


def _one_kind(left: Figure, right: Figure) -> bool:
    if left.kind == right.kind or alike(left.kind, right.kind) or (left.person and right.person):
        return True
    if not {left.kind, right.kind} <= JOBS or not {left.event, right.event} & {"dismiss", "hire"}:
        return False
    # "4,000 jobs will be lost" tells it by the noun alone.
    return left.event == right.event or any(side.event is None and side.kind == "job" for side in (left, right))


def _in_one_unit(left: Figure, right: Figure) -> tuple[Figure, Figure]:
    """Settle what "pounds" are by the other side: money beside money, weight beside weight."""
    for one, other in ((left, right), (right, left)):
        if one.kind == "pounds" and other.kind in ("GBP", "mass"):
            kind, factor = ("GBP", 1.0) if other.kind == "GBP" else ("mass", _POUND)
            made = _scaled(one, kind, factor)
            return (made, other) if one is left else (other, made)
    return left, right


def _scaled(figure: Figure, kind: str, factor: float) -> Figure:
    return replace(figure, kind=kind, low=figure.low * factor, high=figure.high * factor, step=figure.step * factor)


_COMMON = frozenset({0.0, 1.0})


def _other_thing(left: Figure, right: Figure, equal: bool) -> str | None:
    """Say why the two do not measure one thing in one scope; ``None`` where nothing tells so.

    If they are ``equal``, which chance seldom makes them, only what excludes one another counts, not what one leaves
    out.
    """
    if left.role != right.role and not (equal and left.kind == "time"):
        return f"{left.role or 'a level'} against {right.role or 'a level'}"
    if left.event != right.event:
        both = left.event is not None and right.event is not None
        if equal:
            both = both and {left.event, right.event} <= FATES
        if both or (not equal and left.person and right.person and {left.event, right.event} & FATES):
            return f"{_DONE.get(left.event or '', left.event)} against {_DONE.get(right.event or '', right.event)}"
    if clash := scopes_clash(left.scope, right.scope):
        return " against ".join(clash)
    if left.places and right.places and left.places.isdisjoint(right.places):
        return f"{min(left.places)} against {min(right.places)}"
    pairs = [(a, b, moments.same(a, b)) for a in left.days for b in right.days if moments.of_one_thing(a, b)]
    if pairs and not any(equal for _, _, equal in pairs):
        clashing = next(((a, b) for a, b, equal in pairs if equal is False), None)
        if clashing is not None:
            return f"{clashing[0].text} against {clashing[1].text}"
    return None


_DONE = {"": "no word of what befell them", "die": "dead", "hurt": "injured", "arrest": "arrested", "trap": "trapped"}


def _part_of(left: Figure, right: Figure) -> str | None:
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
    ours = {
        word
        for word in left.modifiers
        if not any(alike(word, other) for other in (*right.modifiers, right.kind, left.kind))
    }
    theirs = {
        word
        for word in right.modifiers
        if not any(alike(word, other) for other in (*left.modifiers, left.kind, right.kind))
    }
    if ours and theirs:
        return None
    if ours:
        wider.add("left")
    if theirs:
        wider.add("right")
    severe = {"severe", "light"}
    if left.part != right.part:
        wider.add("left" if left.part else "right")
    ours_severe, theirs_severe = left.scope.get("severe", NONE) & severe, right.scope.get("severe", NONE) & severe
    if ours_severe != theirs_severe:
        wider.add("left" if ours_severe else "right")
    if not wider:
        return "same"
    return wider.pop() if len(wider) == 1 else None


def _share_of(left: Figure, right: Figure) -> str | None:
    """Tell whether two percentages are of one thing, as far as both say; one "among" some is not that of all."""
    if left.modifiers and right.modifiers:
        sides = (left.modifiers, right.modifiers), (right.modifiers, left.modifiers)
        return "same" if all(any(alike(a, b) for b in other) for one, other in sides for a in one) else None
    return None if "among" in left.modifiers | right.modifiers else "same"


def _per_day(left: Figure, right: Figure) -> tuple[float, float] | None:
    spans = []
    for figure in (left, right):
        name = figure.rate
        if name is None:
            periods = figure.scope.get("period", NONE)
            name = next(iter(periods)) if len(periods) == 1 else None
        if name not in _DAYS_IN:
            return None
        spans.append(_DAYS_IN[name])
    return left.low / spans[0], right.low / spans[1]


def _per(figure: Figure) -> str:
    return f"per {figure.rate}" if figure.rate else "in all"


def _fit(left: Figure, right: Figure) -> str:
    """Return ``agree``, ``differ``, ``fits`` where a bound leaves room for the other value, or ``opposed`` where one
    value is the least here and the most there."""
    a, b = _interval(left), _interval(right)
    if left.unit != right.unit:
        slack = 0.6 if left.kind == "temperature" else CONVERTED * max(abs(left.low), abs(right.low))
        if {left.unit, right.unit} & {"tons", "ton"}:
            slack = 0.12 * max(abs(left.low), abs(right.low))  # short, long or metric
        if left.kind == "time":  # "six weeks" may be 45 days
            coarser = max(abs(side.low / side.told) if side.told else 0.0 for side in (left, right))
            slack = max(slack, min(coarser / 2, APPROXIMATE * max(abs(left.low), abs(right.low))))
        a = (a[0] - slack, a[1] + slack)
    if Bound.MANY in (left.bound, right.bound):
        if left.bound is right.bound:
            return "agree" if left.low == right.low else "differ"  # hundreds are no thousands
        return "fits" if a[0] <= b[1] and b[0] <= a[1] else "differ"
    bounded = left.bound in _OPEN_BOUNDS or right.bound in _OPEN_BOUNDS
    if left.fraction != right.fraction and not bounded:
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
    if _opposed(left, right) and _near(left.low, right.low, APPROXIMATE):
        return "opposed"
    exact = 1e-9 * max(abs(left.low), abs(right.low)) + 1e-12
    if a[0] <= b[1] + exact and b[0] <= a[1] + exact:
        open_ended = bounded or left.low != left.high or right.low != right.high
        return "agree" if not open_ended or _near(left.low, right.low, APPROXIMATE) else "fits"
    # A bound is meant as it stands: 1.98 million is not more than two million.
    return "agree" if not bounded and (_rounds(left, right) or _rounds(right, left)) else "differ"


def _opposed(left: Figure, right: Figure) -> bool:
    """Tell whether one figure is told as the least and the other as the most."""
    bounds = {left.bound, right.bound}
    return not bounds.isdisjoint(_UPWARDS) and not bounds.isdisjoint(_DOWNWARDS)


_UPWARDS = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
_DOWNWARDS = frozenset({Bound.AT_MOST, Bound.LESS_THAN})
_OPEN_BOUNDS = _UPWARDS | _DOWNWARDS


def _interval(figure: Figure) -> tuple[float, float]:
    low, high = figure.low, figure.high
    size = max(abs(low), abs(high))
    if figure.bound is Bound.ABOUT:
        return low - APPROXIMATE * size, high + APPROXIMATE * size
    if figure.bound is Bound.NEARLY:
        return low - APPROXIMATE * size, high
    if figure.bound in _UPWARDS or figure.bound is Bound.MANY:
        return low, math.inf
    if figure.bound in _DOWNWARDS:
        return min(0.0, low), high
    return low, high


def _rounds(coarse: Figure, fine: Figure) -> bool:
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


def values_said(left: str, right: str, between: str) -> str:
    """Return two values with a word between them; one, where both are told alike and agree."""
    return left if between == "and" and left.lower() == right.lower() else f"{left} {between} {right}"
