"""Texts alike but for a figure or a date: one leaves it out and tells less, or each tells it in a form of its own."""

from __future__ import annotations

import re
from functools import lru_cache

from index.days import days
from index.figures import compare_dates, compare_quantities
from index.numerals import numerals
from index.words import words

_CACHED = 8192  # texts
_MOST_APART = 16  # words
_BEFORE = re.compile(r"\b(?:on|in|at|of|by|since|during|about|around|some|nearly|the|a|an)\s+$", re.IGNORECASE)
"""What may stand before a figure or a date for its sake."""


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
