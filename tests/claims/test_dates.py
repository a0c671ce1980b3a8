from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.dates import find_dates


def values(text: str, **known: str | bool) -> list[tuple[str, str | None]]:
    return [(found.text, found.value) for found in find_dates(text, **known)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        ("It opened on 21 March 2023.", "21 March 2023", "2023-03-21"),
        ("It opened on March 21.", "March 21", "XXXX-03-21"),
        ("The rule starts September 1.", "September 1", "XXXX-09-01"),
        ("The rule starts on December 1st.", "December 1st", "XXXX-12-01"),
        ("It began in Feb. 2023.", "Feb. 2023", "2023-02"),
        ("It began in February 2023.", "February 2023", "2023-02"),
        ("He came last February.", "last February", "XXXX-02"),
        ("In May he left.", "May", "XXXX-05"),
        ("He left in mid-April.", "April", "XXXX-04"),
        ("It peaked in 2024.", "2024", "2024"),
        ("It was built in the 1990s.", "1990s", "199X"),
        ("They met on Thursday, March 21, 2024.", "Thursday, March 21, 2024", "2024-03-21"),
        ("Signed 2024-02-29.", "2024-02-29", "2024-02-29"),
        ("Signed 21/3/2023.", "21/3/2023", "2023-03-21"),
    ],
)
def test_a_calendar_date_keeps_what_is_unknown_open(text: str, said: str, value: str) -> None:
    assert values(text) == [(said, value)]


def test_day_and_year_ranges_are_two_dates() -> None:
    assert values("The talks ran March 3-5, 2024.") == [("March 3", "2024-03-03"), ("5, 2024", "2024-03-05")]
    assert values("Exports fell in 2022-2023.") == [("2022", "2022"), ("2023", "2023")]


def test_a_date_that_cannot_be_told_has_no_value() -> None:
    assert values("Signed 03/04/2023.") == [("03/04/2023", None)]
    assert values("Signed 2024-02-30.") == [("2024-02-30", None)]


@pytest.mark.parametrize(
    "text",
    [
        "You may go.",
        "They march 5 miles.",
        "It weighs 2000 kg.",
        "over 2014 people",
        "The 1549 flight",
        "a sunday roast",
    ],
)
def test_look_alikes_are_no_dates(text: str) -> None:
    assert values(text) == []


def test_names_with_a_weekday_in_them_are_no_dates() -> None:
    assert values("The Sunday Times wrote about Good Friday and Monday Night Football.") == []


PUBLISHED = "2024-05-03T10:00:00+02:00"  # a Friday


def test_relative_days_count_from_publication() -> None:
    assert values("He left yesterday and returns next year.", published=PUBLISHED) == [
        ("yesterday", "2024-05-02"),
        ("next year", "2025"),
    ]
    assert values("It fell last month.", published="2024-01-15") == [("last month", "2023-12")]


def test_nothing_is_counted_from_an_unknown_or_partial_date() -> None:
    assert values("He left yesterday.") == [("yesterday", None)]
    assert values("He left yesterday.", published="2024") == [("yesterday", None)]


def test_a_weekday_is_the_latest_one_not_after_publication() -> None:
    assert values("It closed on Thursday.", published=PUBLISHED, past=True) == [("Thursday", "2024-05-02")]
    assert values("It closed on Friday.", published=PUBLISHED, past=True) == [("Friday", "2024-05-03")]
    assert values("It closed on Saturday.", published=PUBLISHED, past=True) == [("Saturday", "2024-04-27")]


def test_a_weekday_outside_the_past_tense_has_no_value() -> None:
    assert values("It will close on Thursday.", published=PUBLISHED) == [("Thursday", None)]
    assert values("It closed last Thursday.", published=PUBLISHED, past=True) == [("last Thursday", None)]


def test_nothing_is_counted_from_publication_in_somebody_elses_words() -> None:
    assert values("we left yesterday", published=PUBLISHED, past=True, quoted=True) == [("yesterday", None)]


WORDS = [
    "March",
    "May",
    "21",
    "3-5",
    "2024",
    "2024-02-30",
    "last",
    "Thursday",
    ",",
    "of",
    "the",
    "in",
    "week",
    "0",
    "1st",
    "31/2/2020",
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(max_size=60), st.none() | st.dates().map(str)
)
def test_offsets_are_exact_and_values_have_the_documented_form(text: str, published: str | None) -> None:
    found = find_dates(text, published=published, past=True)
    assert all(text[date.start : date.end] == date.text for date in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(d.value is None or re.fullmatch(r"[\dX]{4}(-\d\d(-\d\d)?)?", d.value) for d in found)


@pytest.mark.parametrize(
    ("text", "named", "value"),
    [
        ("The museum reopens on Christmas Day.", "Christmas Day", "XXXX-12-25"),
        ("It shut on New Year’s Eve, 2019, for good.", "New Year’s Eve, 2019", "2019-12-31"),
        ("They married on St. Patrick's Day.", "St. Patrick's Day", "XXXX-03-17"),
    ],
)
def test_a_day_called_by_its_name_is_that_date(text: str, named: str, value: str) -> None:
    assert [(mention.text, mention.value) for mention in find_dates(text)] == [(named, value)]


@pytest.mark.parametrize("text", ["The New Year's Day's events", "A Halloweens band", "Pre-Halloween sales"])
def test_what_only_has_a_day_s_name_in_it_is_no_date(text: str) -> None:
    assert find_dates(text) == ()
