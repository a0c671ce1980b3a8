from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.language import parse
from claims.quantities import find_quantities
from claims.records import Quantity, Span
from settings import Claims

MODEL = Claims().spacy_model


def quantities(text: str) -> list[Quantity]:
    return [found for sentence in parse(text, MODEL).sents for found in find_quantities(sentence)]


def values(text: str) -> list[tuple[float, str | None]]:
    return [(found.value, found.unit) for found in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam is 61 km from the border.", [(61, "km")]),
        ("The river runs for 4,200 km.", [(4200, "km")]),
        ("It cost €3.5 million in the end.", [(3_500_000, "EUR")]),
        ("The buyer paid $12 million for it.", [(12_000_000, "USD")]),
        ("The bank lost £5m and US$7bn.", [(5_000_000, "GBP"), (7_000_000_000, "USD")]),
        ("The firm paid 2.5 billion yuan.", [(2_500_000_000, "CNY")]),
        ("Turnout was 61 per cent, or 61%.", [(61, "%"), (61, "%")]),
        ("The crater is a 16-foot hole.", [(16, "feet")]),
        ("The convoy drove 38 miles at 20 mph.", [(38, "miles"), (20, "mph")]),
    ],
)
def test_money_shares_and_measures_have_a_named_unit(text: str, expected: list[tuple[float, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port turned away 70 Turkish exporters.", [(70, "exporter")]),
        ("Police counted 2,000 people.", [(2000, "people")]),
        ("Inspectors closed 3 of the mills.", [(3, "mill")]),
        ("The sirens sounded 16 or 17 times.", [(16, "time"), (17, "time")]),
    ],
)
def test_a_count_has_the_counted_noun_as_unit(text: str, expected: list[tuple[float, str]]) -> None:
    assert values(text) == expected


def test_number_words_are_read() -> None:
    assert values("Twenty-five ships and two hundred and fifty thousand boats left.") == [
        (25, "ship"),
        (250_000, "boat"),
    ]
    assert values("Half a million people waited half an hour.") == [(500_000, "people"), (0.5, "hour")]
    assert values("One and a half million euros are gone.") == [(1_500_000, "EUR")]
    assert values("A dozen boats sank.") == [(12, "boat")]


def test_a_part_of_something_is_a_percentage() -> None:
    assert values("Half of the workers left and two-thirds of the crew stayed.") == [(50, "%"), (66.67, "%")]


def test_a_range_is_two_quantities_that_share_unit_and_scale() -> None:
    assert values("Between 10 and 20 percent of the ships carried $3-4 million.") == [
        (10, "%"),
        (20, "%"),
        (3_000_000, "USD"),
        (4_000_000, "USD"),
    ]


def test_ages_are_told_from_durations() -> None:
    assert values("A 10-year-old boy, aged 10, waited 10 years.") == [
        (10, "years old"),
        (10, "years old"),
        (10, "year"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Mugin-5 drone crashed.",
        "It ended in 1945, on the 3rd of May.",
        "The second half of 2024 was quiet.",
        "They won 3-1 away.",
        "Flight 12 left at 5:30 pm.",
        "One of the ministers left.",
        "No one knew, and the two said so.",
        "The 2014 report was long.",
        "Thousands of people marched.",
        "The price rose to 3,5 million.",
        "It is 5m wide.",
    ],
)
def test_what_is_no_quantity_is_left_out(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize("lead", ["about", "more than", "nearly", "at least", "up to", "some", "an estimated", "over"])
def test_a_rounded_number_is_approximate(lead: str) -> None:
    assert [found.approximate for found in quantities(f"The storm closed {lead} 40 schools.")] == [True]


def test_both_ends_of_a_rounded_range_are_approximate() -> None:
    assert [found.approximate for found in quantities("The storm closed some 30 to 40 schools.")] == [True, True]


def test_a_plain_number_is_not_approximate() -> None:
    assert [found.approximate for found in quantities("The storm closed 40 schools.")] == [False]


def test_a_sign_that_several_currencies_share_has_no_unit() -> None:
    assert values("It cost ¥300 there.") == [(300, None)]


def test_taken_places_are_no_quantities() -> None:
    text = "On March 21 the port was shut for 4 days."
    sentence = next(parse(text, MODEL).sents)
    assert [found.text for found in find_quantities(sentence, [Span(3, 11)])] == ["4 days"]


PIECES = st.sampled_from(
    [
        "3",
        "4,200",
        "0.5",
        "million",
        "half a",
        "one",
        "two",
        "and",
        "a",
        "$",
        "€",
        "%",
        "-",
        "to",
        "people",
        " ",
        ".",
        "km",
        "½",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=60))
def test_offsets_are_exact_and_quantities_do_not_overlap(text: str) -> None:
    found = quantities(text)
    assert all(text[q.start : q.end] == q.text and q.text for q in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
