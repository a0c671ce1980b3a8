from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.numerals import Bound, numerals

WORDS = (
    "at least about 1.2m 3-1 10 to 15 $ £ % km/h half a third of twenty one in five doubled 2015 °C 34-year-old or - ,"
)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("twenty-three people", 23, None),
        ("a hundred and five homes", 105, None),
        ("three hundred and fifty thousand votes", 350_000, None),
        ("half a million people", 500_000, None),
        ("a quarter of a million euros", 250_000, "EUR"),
        ("one and a half million", 1_500_000, None),
        ("two dozen cars", 24, None),
        ("a third of voters", pytest.approx(100 / 3), "%"),
        ("three-quarters of voters", 75, "%"),
        ("the reservoir is two-fifths full", 40, "%"),
        ("fell by a quarter", 25, "%"),
        ("one in five pupils", 20, "%"),
        ("nine out of ten doctors", 90, "%"),
        ("nine-tenths of the wool", 90, "%"),
        ("one voter in four stayed away", 25, "%"),
        ("a tree three centuries old", 3, "centuries old"),
        ("half a percentage point", 0.5, "percentage point"),
        ("sales doubled", 2, "times"),
        ("closed twice", 2, "times"),
        ("$1.2bn", 1.2e9, "USD"),
        ("1.2 billion dollars", 1.2e9, "USD"),
        ("€40m", 40e6, "EUR"),
        ("40p", 40, "pence"),
        ("45 per cent", 45, "%"),
        ("2 percentage points", 2, "percentage point"),
        ("80 km/h", 80, "km/h"),
        ("30 miles per hour", 30, "mph"),
        ("45C", 45, "°C"),
        ("minus 5 degrees Celsius", -5, "°C"),
        ("40 square miles", 40, "square miles"),
        ("a 34-year-old man", 34, "years old"),
        ("for a week", 1, "week"),
        ("a year and a half", 1.5, "year"),
        ("a year and five months", 17, "month"),
        ("2 hours and 10 minutes", 130, "minute"),
        ("a 5m wave", 5, "m"),
        ("5m voters", 5e6, None),
        ("2,015 people", 2015, None),
        ("2015 people", 2015, None),
        ("hundreds marched", 150, None),
        ("tens of thousands of people", 15_000, None),
        ("millions of dollars", 1.5e6, "USD"),
        ("a few thousand homes", 1500, None),
    ],
)
def test_one_number_is_read(text: str, value: float, unit: str | None) -> None:
    found = numerals(text)
    assert [(numeral.low, numeral.high, numeral.unit) for numeral in found] == [(value, value, unit)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("10 to 15 boats", 10, 15, None),
        ("10-15 people", 10, 15, None),
        ("between 10 and 15 boats", 10, 15, None),
        ("3-4 million euros", 3e6, 4e6, "EUR"),
        ("$3-4 million", 3e6, 4e6, "USD"),
        ("4.6% to 5.1%", 4.6, 5.1, "%"),
        ("three- or five-wheel cars", 3, 5, None),
        ("won 3-1", 1, 3, "score"),
        ("Arden beat West Park 3-1 in the cup", 1, 3, "score"),
        ("lost 1-3", 1, 3, "score"),
        ("ended 52 to 48", 48, 52, "score"),
        ("a 5-4 ruling", 4, 5, "score"),
    ],
)
def test_ranges_and_results_are_one_numeral(text: str, low: float, high: float, unit: str | None) -> None:
    assert [(numeral.low, numeral.high, numeral.unit) for numeral in numerals(text)] == [(low, high, unit)]


def test_a_rise_from_one_figure_to_another_is_no_range() -> None:
    assert [numeral.low for numeral in numerals("rose from 10 to 15 euros")] == [10, 15]


@pytest.mark.parametrize(
    "text",
    [
        "the third term",
        "in 2015",
        "the 2015 elections",
        "Flight 370",
        "MH17 and the A380",
        "Room 12 was searched",
        "call 555-0123",
        "call +44 20 7946 0958",
        "at 9 a.m.",
        "at four in the afternoon",
        "on the 21st floor",
        "Quay Two was shut",
        "version 2.3.1",
        "10.0.0.1",
        "No one came",
        "on the one hand",
    ],
)
def test_what_counts_nothing_is_no_numeral(text: str) -> None:
    assert numerals(text) == ()


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("23 people", Bound.EXACT),
        ("at least 23 people", Bound.AT_LEAST),
        ("no fewer than 23 people", Bound.AT_LEAST),
        ("23 or more people", Bound.AT_LEAST),
        ("more than 23 people", Bound.MORE_THAN),
        ("up to 23 people", Bound.AT_MOST),
        ("no more than 23 people", Bound.AT_MOST),
        ("fewer than 23 people", Bound.LESS_THAN),
        ("nearly 23 people", Bound.NEARLY),
        ("about 23 people", Bound.ABOUT),
        ("~23 people", Bound.ABOUT),
        ("worth $2m over five years", Bound.EXACT),
        ("lasted over five years", Bound.MORE_THAN),
    ],
)
def test_bounds_are_read(text: str, bound: Bound) -> None:
    assert numerals(text)[-1].bound is bound


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()) | st.text(max_size=4), max_size=14).map(" ".join))
def test_any_text_has_numerals_in_order_and_inside_it(text: str) -> None:
    found = numerals(text)
    for numeral in found:
        assert 0 <= numeral.start < numeral.end <= numeral.unit_end <= len(text)
        assert numeral.low <= numeral.high
        assert all(numeral.start <= start < end <= numeral.end for start, end, _ in numeral.parts)
    assert all(a.end <= b.start for a, b in pairwise(found))
