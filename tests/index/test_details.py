"""What only leaves out a figure or a date contradicts nothing, whatever a model makes of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.details import in_one_form, tells_less, tells_same, without_lone_dates
from index.relation import CONTRADICTS, ENTAILS, NEITHER, load_relation_model

WORDS = "the wall on 3 May 2021 12 people a third of €5m at 9 p.m. Monday morning 3-1 km"
TOLD_LESS = [
    ("The fire at the old mill hurt weavers on Monday", "The fire at the old mill hurt 12 weavers on Monday"),
    ("The contract went to Ostrand without a tender", "The contract went to Ostrand without a tender in March"),
    ("The plant in Vell will close.", "The plant in Vell will close on 3 June 2024."),
    ("The firm cut jobs", "The firm cut about 300 jobs"),
]


@pytest.mark.parametrize(("less", "more"), TOLD_LESS)
def test_less_is_told_without_a_model(less: str, more: str) -> None:
    assert tells_less(less, more)
    assert not tells_less(more, less)
    there, back = load_relation_model().scores([(more, less), (less, more)])
    assert there.argmax() == ENTAILS
    assert back.argmax() == NEITHER


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("People were hurt", "Zero people were hurt"),  # a figure that denies
        ("12 people were hurt", "15 people were hurt"),  # another figure
        ("Nobody was hurt on Monday", "People were hurt"),
        ("He is tall", "He is 6 feet tall"),  # more than a figure
        ("The plant will close.", "The plant will close."),
    ],
)
def test_what_differs_in_more_is_not_less(one: str, two: str) -> None:
    assert not tells_less(one, two)
    assert not tells_less(two, one)


def test_another_figure_is_left_to_the_model() -> None:
    row = load_relation_model().scores([("12 people were hurt in the fire", "15 people were hurt in the fire")])[0]
    assert row.argmax() == CONTRADICTS


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The final in Tarn kicks off at 9 p.m. local time.", "The final in Tarn kicks off at 21:00 local time."),
        ("The museum will reopen on Christmas Day.", "The museum will reopen on 25 December."),
        ("The firm sold 1.2 million jars.", "The firm sold 1,200,000 jars."),
    ],
)
def test_a_figure_or_date_in_another_form_is_the_same(one: str, two: str) -> None:
    assert tells_same(one, two)
    assert load_relation_model().scores([(one, two)])[0].argmax() == ENTAILS


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The final kicks off at 9 p.m.", "The final kicks off at 9 a.m."),
        ("The museum will reopen on Christmas Day.", "The museum will reopen on 26 December."),
        ("Vinter won 3-1", "Vinter won 2-1"),
        ("The museum reopened on 3 May.", "The museum closed on 3 May."),
    ],
)
def test_another_figure_or_word_is_not_the_same(one: str, two: str) -> None:
    assert not tells_same(one, two)


@pytest.mark.parametrize(
    ("one", "two", "formed"),
    [
        ("a wall 61 km long", "Around the fort runs a wall of 38 miles.", "Around the fort runs a wall of 61 km."),
        ("24 bars of gold", "They took two dozen bars of gold", "They took 24 bars of gold"),
        (
            "The painting sold for €750,000.",
            "Sold: a painting, for 0.75 million euros.",
            "Sold: a painting, for €750,000.",
        ),
        (
            "The council will spend £2.4m on Odder Lane.",
            "Odder Lane: it costs the council £2,400,000.",
            "Odder Lane: it costs the council £2.4m.",
        ),
        (
            "The council put £2m into roads and the county £2m into schools.",
            "Odder Lane costs £2,000,000 and more.",
            "Odder Lane costs £2m and more.",
        ),
        ("It closed on 3 May 2021.", "On 2021-05-03 it closed.", "On 3 May 2021 it closed."),
        ("The shops close at 9 p.m.", "Closing time: 21:00.", "Closing time: 9 p.m."),
    ],
)
def test_equal_figures_and_dates_are_read_in_one_form(one: str, two: str, formed: str) -> None:
    assert in_one_form(two, one) == (formed, one)


def test_of_two_forms_of_a_figure_the_one_in_digits_is_read() -> None:
    words, digits = "It got three quarters of a million euros in May.", "In May it was paid €750,000."
    assert in_one_form(digits, words) == (digits, "It got €750,000 in May.")
    assert in_one_form(words, digits) == ("It got €750,000 in May.", digits)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("a wall 61 km long", "a wall 61 miles long"),
        ("It closed in May.", "It closed in May 2021."),
        ("300 crowns a year", "25 crowns a month"),
        ("Profits doubled", "Profits rose 100%"),
        ("12 people were hurt", "12 people were hurt"),
    ],
)
def test_what_differs_or_tells_more_keeps_its_form(one: str, two: str) -> None:
    assert in_one_form(two, one) == (two, one)


@settings(deadline=None)
@given(st.lists(st.sampled_from(re.findall(r"\S+", WORDS)), max_size=12).map(" ".join))
def test_a_text_in_its_own_form_stays_as_it_is(text: str) -> None:
    assert in_one_form(text, text) == (text, text)


@pytest.mark.parametrize(
    ("dated", "undated"),
    [
        ("Ostrand got the contract in 2022 without a tender.", "Ostrand got the contract without a tender."),
        ("The mill closed on Monday evening.", "The mill closed."),
        ("The law takes effect from 1 September.", "The law takes effect."),
        ("The mill lost money between 2018 and 2020.", "The mill lost money."),
        ("The mill is closed until 2030.", "The mill is closed until 2030."),
    ],
)
def test_a_date_that_the_other_does_not_tell_is_left_out_but_no_bound(dated: str, undated: str) -> None:
    assert without_lone_dates(dated, "The mill") == (undated, "The mill")
    assert without_lone_dates("The mill", dated) == ("The mill", undated)
    assert without_lone_dates(dated, "In 1999 it burned") == (dated, "In 1999 it burned")


def test_a_date_that_cannot_be_is_no_date_left_out() -> None:
    pair = "The trust signed on 28 June.", "The trust signed on 38 June."
    assert without_lone_dates(*pair) == pair
    assert without_lone_dates(*pair[::-1]) == pair[::-1]
