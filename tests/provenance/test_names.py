from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.names import (
    ORGANISATIONS,
    Sameness,
    first_names_agree,
    is_generic_body,
    organisation_key,
    person_words,
    same_organisation,
    same_person,
    tokens,
)

YES, MAYBE, NO = Sameness.YES, Sameness.MAYBE, Sameness.NO


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Janna Yelland", "Treasury Secretary Yelland", YES),
        ("Janna Yelland", "Ms. Yelland", YES),
        ("Benno Crumb", "Attorney Crumb", YES),
        ("Janna Yelland", "J. Yelland", YES),
        ("Mike Kessin", "Michael Kessin", MAYBE),
        ("Janna Yelland", "Odo Yelland", NO),
        ("Martin Luther Quill", "Martin Luther", YES),
        ("Larry King", "Larry Quill", NO),
        ("Abu Omar al-Tarsi", "Abu Omar Tarsi", YES),
        ("Odo Kessin Jr.", "Odo Kessin", YES),
    ],
)
def test_two_names_of_people(one: str, other: str, how: Sameness) -> None:
    assert same_person(one, other) is how
    assert same_person(other, one) is how


@pytest.mark.parametrize(
    ("one", "other"),
    [("FBI", "Federal Bureau of Investigation"), ("the Pentagon", "Department of Defense"), ("ISIL", "Islamic State")],
)
def test_well_known_letters_are_their_organisation(one: str, other: str) -> None:
    assert same_organisation(one, other) is YES


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Treasury Secretary Yelland", ("yelland",)),
        ("Larry King", ("larry", "king")),
        ("King", ("king",)),
        ("The Rev. Dr. Odo Kessin Jr.", ("odo", "kessin")),
        ("José Ñandú", ("jose", "nandu")),
        ("", ()),
        ("?!", ()),
    ],
)
def test_a_title_is_taken_off_before_a_name_alone(name: str, words: tuple[str, ...]) -> None:
    assert person_words(name) == words


@given(st.text(max_size=40))
def test_a_name_with_letters_keeps_a_word(name: str) -> None:
    assert bool(person_words(name)) == bool(tokens(name))


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("mike", "michael", True),
        ("j", "janna", True),
        ("janna", "j", True),
        ("ann", "anna", False),
        ("jon", "ron", False),
    ],
)
def test_first_names_that_may_be_one(one: str, other: str, agree: bool) -> None:
    assert first_names_agree(one, other) is agree


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme Inc.", "ACME"),
        ("the Quill-based Harbour Watch", "Harbour Watch"),
        ("U.S. Central Command", "CENTCOM"),
        ("US NASA", "NASA"),
        ("Harbour Board (HB", "Harbour Board"),
    ],
)
def test_spellings_of_an_organisation_have_one_key(one: str, other: str) -> None:
    assert organisation_key(one) == organisation_key(other)


@pytest.mark.parametrize(
    ("name", "generic"),
    [("Health Ministry", True), ("Supreme Court", True), ("White House", False), ("Velling police", False)],
)
def test_bodies_that_many_places_have(name: str, generic: bool) -> None:
    assert is_generic_body(organisation_key(name)) is generic


def test_the_table_of_organisations_gives_no_name_to_two() -> None:
    with ORGANISATIONS.open(encoding="utf-8", newline="") as file:
        rows = [(row["name"], *row["aliases"].split("|")) for row in csv.DictReader(file)]
    assert len(rows) >= 50 and all(name.strip() for row in rows for name in row)
    owners: dict[tuple[str, ...], str] = {}
    for row in rows:
        for name in row:
            assert owners.setdefault(tuple(tokens(name)), row[0]) == row[0], name
            assert organisation_key(name) == organisation_key(row[0])
