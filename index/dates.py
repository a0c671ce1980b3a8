"""Do the dates and times of day of two claims agree? Where they cannot be compared, nothing is said.

Compared part by part, as far as both are told, and only where both can be the date of one thing: the start of a period
with the start, a birth with a birth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from claims.records import DateMention, Span
from index import days as moments
from index.days import Day
from index.figures import Comparison, measures_of_two_days, places, values_said
from index.numerals import Numeral, numerals
from index.readings import without_frames

_CACHED = 8192  # claims whose dates are kept


def compare_dates(
    left: Sequence[DateMention], right: Sequence[DateMention], left_text: str = "", right_text: str = ""
) -> Comparison:
    """Compare dates and times of day part by part, as far as both are known, and each with what it is the date of.

    With the texts (the claims' standalone ones) the start of a period is compared with the start, a birth with a birth,
    and two measurements of two days, which differ in figures too, are told apart.
    """
    ours, theirs = days_of(left_text, tuple(left)), days_of(right_text, tuple(right))
    agree: dict[str, tuple[Span, Span]] = {}
    differ: dict[str, tuple[Span, Span]] = {}
    apart: list[str] = []
    for one, other in (
        ([day for day in ours if day.minutes is None], [day for day in theirs if day.minutes is None]),
        ([day for day in ours if day.minutes is not None], [day for day in theirs if day.minutes is not None]),
    ):
        same, unlike = _pair_days(one, other)
        for a, b in same:
            agree.setdefault(values_said(a.text, b.text, "and"), places(a, b))
        for a, b in unlike:
            said = values_said(a.text, b.text, "against")
            named = a.names or b.names
            if named or (a.minutes is None and measures_of_two_days(left_text, right_text)):
                apart.append(said)
            else:
                differ.setdefault(said, places(a, b))
    turned = [
        f"{_from_or_to(a)} {a.text} against {_from_or_to(b)} {b.text}"
        for a in ours
        for b in theirs
        if moments.opposed(a, b) and moments.same(a, b)
    ]
    return replace(Comparison.of(agree, differ, apart), opposed=tuple(turned))


def _from_or_to(day: Day) -> str:
    return {"end": "until", None: day.lead or ""}.get(day.bound, day.bound or "")


@lru_cache(maxsize=_CACHED)
def days_of(text: str, mentions: tuple[DateMention, ...]) -> tuple[Day, ...]:
    """Return the dates of a claim: those that its text tells, with the values that ``mentions`` know."""
    if not text.strip():
        found = []
        for mention in mentions:
            alone = moments.days(mention.text)
            day = alone[0] if len(alone) == 1 else Day(0, 0, mention.text)
            day = replace(day, text=mention.text, role=None, lead=None, bound=None)
            found.append(day if mention.value is None else moments.with_value(day, mention.value))
        return tuple(found)
    said = without_frames(text)
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


def _pair_days(ours: Sequence[Day], theirs: Sequence[Day]) -> tuple[list[tuple[Day, Day]], list[tuple[Day, Day]]]:
    """Return the pairs that are one day and those that cannot be, each day at most once."""
    verdicts = {
        (i, j): moments.same(a, b)
        for i, a in enumerate(ours)
        for j, b in enumerate(theirs)
        if moments.of_one_thing(a, b)
    }
    left, right = set(range(len(ours))), set(range(len(theirs)))
    agree: list[tuple[Day, Day]] = []
    order = sorted(verdicts, key=lambda pair: (not _roles_equal(ours[pair[0]], theirs[pair[1]]), pair))
    for i, j in order:
        if verdicts[i, j] and i in left and j in right and not moments.opposed(ours[i], theirs[j]):
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
        told = told or (a.verb is not None and a.verb == b.verb)
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


def _roles_equal(left: Day, right: Day) -> bool:
    return left.role == right.role and left.lead == right.lead


def _only_role(days: Sequence[Day], day: Day) -> bool:
    return sum(other.role == day.role and other.lead == day.lead and other.verb == day.verb for other in days) == 1
