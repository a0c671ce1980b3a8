from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.names import (
    ORGANISATIONS,
    Sameness,
    are_akin,
    described,
    first_names_agree,
    heads,
    is_document,
    is_generic_body,
    is_unnamed,
    may_head,
    organisation_key,
    person_words,
    same_organisation,
    same_person,
    same_unnamed,
    speaks_for,
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


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a pilot of the airline", "an engineer at its base", False),
        ("a dealer", "an official of the bank", False),
        ("a pilot", "an employee of the airline", True),
        ("a pilot", "a person close to the talks", True),
        ("a friend of the singer", "a nurse", False),
        ("a minister", "an official in the treasury", False),
        ("an aide to the governor", "a western diplomat", False),
        ("a western diplomat", "a western official", True),
        ("a groom at the yard", "an official of the racing board", False),
        ("a lobbyist who was in the room", "an aide to the committee", False),
        ("a source close to the singer", "a nurse", True),
    ],
)
def test_people_of_two_occupations_are_not_one(one: str, other: str, same: bool) -> None:
    assert same_unnamed(one, other) is same
    assert same_unnamed(other, one) is same


def test_a_body_that_is_only_described_may_be_one_by_name() -> None:
    assert same_organisation("the country's spending watchdog", "National Audit Board") is MAYBE
    assert same_organisation("Energy Board", "National Audit Board") is NO


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Miss Brandt is the head of the National Audit Board.", "National Audit Board"),
        ("Ida Brandt, who leads the Karst Survey, was there.", "Karst Survey"),
        ("Ida Brandt has been to the Karst Survey.", None),
        ("Ida Brandt has a kettle. She has been head of the Karst Survey for six years.", "Karst Survey"),
    ],
)
def test_whom_somebody_heads(text: str, whom: str | None) -> None:
    assert heads("Ida Brandt", f"Ida Brandt was late. {text}") == whom


@pytest.mark.parametrize(
    "text",
    [
        "The fire began there, Ida Brandt said. Mrs Brandt, deputy fire chief for Velling, has a caravan.",
        "Ida Brandt has a caravan. She is the deputy fire chief for Velling.",
    ],
)
def test_what_is_said_beside_a_name_describes_whoever_bears_it(text: str) -> None:
    assert "deputy fire chief" in (described("Ida Brandt", text) or "")


def test_its_spokesman_speaks_for_whom_the_sentence_is_about() -> None:
    text = "The Ministry of Health has counted 212 cases in the city, its spokesman, Abu Fofanah, told Palmwine Radio."
    assert speaks_for("Abu Fofanah", text) == "Ministry of Health"


def test_who_heads_an_airport_heads_no_airline() -> None:
    assert not may_head("director of the airport", "a spokeswoman for the airline")
    assert may_head("director of the airline", "a spokeswoman for the airline")


def test_people_may_be_of_the_body_that_they_are_called_after() -> None:
    assert are_akin("the auditors", "National Audit Board")
    assert are_akin("tax inspectors of the county", "Mines Inspectorate")
    assert not are_akin("auditors", "Board of Trade")


def test_a_judge_may_say_what_a_court_says() -> None:
    assert may_head("Judge", "the court")
    assert not may_head("Judge", "the hospital")
    assert may_head("Dr", "Puerto Amargo hospital")


def test_who_has_to_do_with_an_investigation_is_no_document() -> None:
    assert not is_document("a source close to the investigation") and is_document("a report on the investigation")
    assert is_unnamed("A former engineer at Velling Motors") and not is_unnamed("Velling Motors")
