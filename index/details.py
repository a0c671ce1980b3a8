"""Texts that a figure or a date sets apart: one leaves it out and tells less, or each has it in a form of its own."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from claims.records import Span
from index.dates import compare_dates
from index.days import days
from index.figures import compare_quantities
from index.numerals import Bound, numerals
from index.readings import MONEY, Figure, figures_of
from index.words import words

_CACHED = 8192  # texts
_MOST_APART = 16  # words
_FACTOR = "times"  # "doubled" is a verb: nothing else stands in its place
_BEFORE = re.compile(r"\b(?:on|in|at|of|by|since|during|about|around|some|nearly|the|a|an)\s+$", re.IGNORECASE)
"""What may stand before a figure or a date for its sake."""
_PERIOD = re.compile(r"\b(?:from|between|to|and)\s+$", re.IGNORECASE)
_BOUND = re.compile(r"\b(?:until|till|before|after|by)\s+(?:the\s+)?$", re.IGNORECASE)


def tells_less(one: str, two: str) -> bool:
    """Tell whether ``one`` is ``two`` without a figure or a date, word for word otherwise."""
    if _far(one, two):
        return False
    (ours, given), (theirs, more) = _split(one), _split(two)
    return ours == theirs and given < more


def tells_same(one: str, two: str) -> bool:
    """Tell whether the two have the same figures and dates, perhaps in other forms, and all other words alike."""
    if _far(one, two):
        return False
    (ours, given), (theirs, more) = _split(one), _split(two)
    if ours != theirs or not given or len(given) != len(more):
        return False
    found = compare_quantities((), (), one, two), compare_dates((), (), one, two)
    return any(each.agree for each in found) and not any(each.differ or each.apart for each in found)


def in_one_form(one: str, two: str) -> tuple[str, str]:
    """Return two texts with the figures and dates that both have, each in another form, in one of the two: in the
    one that is written in digits, "€750,000" for "three quarters of a million euros", or else in that of ``two``:
    "61 km" for "38 miles", "3 May" for "2024-05-03" where ``two`` tells no year either."""
    if not (_given(one) and _given(two)):
        return one, two
    ours: dict[Span, str] = {}
    theirs: dict[Span, str] = {}
    for left, right in [*_equal_figures(two, one), *_equal_dates(two, one)]:
        if _in_digits(right.of(one)) and not _in_digits(left.of(two)):
            theirs[left] = right.of(one)
        else:
            ours[right] = left.of(two)
    return _put_all(one, ours), _put_all(two, theirs)


def _in_digits(form: str) -> bool:
    return any(character.isdigit() for character in form)


def _put_all(text: str, forms: Mapping[Span, str]) -> str:
    for place in sorted(forms, key=lambda each: each.start, reverse=True):
        text = put(text, place, forms[place])
    return text


def put(text: str, place: Span, form: str) -> str:
    """Return ``text`` with ``form`` in ``place``; a full stop that ends both stands once."""
    twice = form.endswith(".") and text[place.end : place.end + 1] == "."
    return text[: place.start] + (form[:-1] if twice else form) + text[place.end :]


def with_units(one: str, left: Span, two: str, right: Span) -> tuple[Span, Span] | None:
    """Return where two figures stand with their units, if both have one; as they are, if neither has; ``None`` where
    either cannot stand in the place of the other."""
    found = [
        next((each for each in numerals(text) if each.start == place.start), None)
        for text, place in ((one, left), (two, right))
    ]
    units = [None if each is None else each.unit for each in found]
    if (units[0] is None) != (units[1] is None) or _FACTOR in units:
        return None
    ends = [
        place.end if each is None or each.unit is None else max(place.end, each.unit_end)
        for each, place in zip(found, (left, right), strict=True)
    ]
    return Span(left.start, ends[0]), Span(right.start, ends[1])


def without_lone_dates(one: str, two: str) -> tuple[str, str]:
    """Return the two texts without the dates of one of them, if the other tells no date at all: who leaves it out tells
    the same claim."""
    if _alone(one, two):
        return _undated(one), two
    if _alone(two, one):
        return one, _undated(two)
    return one, two


def _alone(one: str, two: str) -> bool:
    """Tell whether ``one`` tells a date and ``two`` none, not even one that cannot be in the same month (38 June)."""
    if not days(one) or days(two):
        return False
    return {month_name[day.month].lower() for day in days(one) if day.month is not None}.isdisjoint(_words(two))


@lru_cache(maxsize=_CACHED)
def _undated(text: str) -> str:
    rest, last = "", 0
    for day in days(text):
        before = text[last : day.start]
        if _BOUND.search(before):
            return text  # "closed until 2018" is more than "closed"
        while found := _BEFORE.search(before) or _PERIOD.search(before):
            before = before[: found.start()]
        rest += before.rstrip()
        last = day.end
    return (rest + text[last:]).strip(" ,")


@lru_cache(maxsize=_CACHED)
def _given(text: str) -> bool:
    """Tell whether a text has a figure or a date."""
    return bool(numerals(text) or days(text))


def _equal_figures(one: str, two: str) -> Iterator[tuple[Span, Span]]:
    """Yield where a figure of both stands in ``one`` and in ``two``, its unit included; each of ``two`` once."""
    (ours, theirs) = ({figure.start: figure for figure in figures_of(text)} for text in (one, two))
    shared = compare_quantities((), (), one, two).shared
    told = {right.start for _, right in shared}
    rest = [figure for start, figure in theirs.items() if start not in told]
    for left, right in [*shared, *_equal_sums(ours.values(), rest)]:
        a, b = ours.get(left.start), theirs.get(right.start)
        places = with_units(one, left, two, right)
        if places is not None and a is not None and b is not None and a.rate == b.rate:
            yield places


def _equal_sums(ours: Iterable[Figure], theirs: Iterable[Figure]) -> Iterator[tuple[Span, Span]]:
    """Yield sums of money that are equal to the last unit, whatever they pay for: "£2.4m", "£2,400,000"; each of
    ``theirs`` once, since it can be read in one form only."""
    known = {_sum(figure): figure for figure in ours if figure.kind in MONEY}
    for figure in theirs:
        if (equal := known.get(_sum(figure))) is not None:
            yield Span(equal.start, equal.end), Span(figure.start, figure.end)


def _sum(figure: Figure) -> tuple[str, float, float, Bound, str | None]:
    return figure.kind, figure.low, figure.high, figure.bound, figure.rate


def _equal_dates(one: str, two: str) -> Iterator[tuple[Span, Span]]:
    """Yield where in ``one`` and in ``two`` a date stands that both tell to the same detail."""
    shared = compare_dates((), (), one, two).shared
    (ours, theirs) = ({day.start: day for day in days(text)} for text in (one, two)) if shared else ({}, {})
    for left, right in shared:
        a, b = ours.get(left.start), theirs.get(right.start)
        if a is not None and b is not None and a.told == b.told:
            yield left, right


def _far(one: str, two: str) -> bool:
    """Tell whether the two differ in more words than figures and dates have: told before they are read for any."""
    return len(_words(one) ^ _words(two)) > _MOST_APART


@lru_cache(maxsize=_CACHED)
def _words(text: str) -> frozenset[str]:
    return frozenset(words(text))


@lru_cache(maxsize=_CACHED)
def _split(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the words of ``text`` that are in no figure or date, and its figures and dates."""
    spans = [(day.start, day.end) for day in days(text)]
    spans += [(each.start, each.end) for each in numerals(text) if each.high != 0]  # "zero" denies
    rest, given, last = "", set(), 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < last:
            continue
        before = text[last:start]
        while found := _BEFORE.search(before):
            before = before[: found.start()]
        rest += f"{before} "
        given.add(text[start:end].lower())
        last = end
    return tuple(words(rest + text[last:])), frozenset(given)
