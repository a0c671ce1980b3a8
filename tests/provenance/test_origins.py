from __future__ import annotations

import pytest

from claims.records import SourceType
from provenance.origins import Decided, End, Identity, tell_apart

PERSON, ORGANISATION, OUTLET = SourceType.PERSON, SourceType.ORGANISATION, SourceType.OUTLET
DOCUMENT, ANONYMOUS = SourceType.DOCUMENT, SourceType.ANONYMOUS


def end(
    name: str,
    type: SourceType = PERSON,
    source: str | None = None,
    *apart: str,
    speaks_for: str | None = None,
    described: str | None = None,
    route: str | None = None,
) -> End:
    decided = None if source is None else Decided(source, frozenset(apart))
    return End(name, type, type is ANONYMOUS, frozenset({route or name}), speaks_for, decided, described)


def origins(*ends: End) -> list[tuple[str, int, bool]]:
    """Name, number of ends, and whether it counts, of each identity."""
    return [(identity.name, len(identity.ends), identity.counts) for identity in tell_apart(ends)]


def test_names_that_share_nothing_are_one_where_a_person_says_so() -> None:
    assert len(origins(end("Janna Yelland"), end("Harbour Conservative", ORGANISATION))) == 2
    assert origins(end("Janna Yelland", PERSON, "s"), end("Harbour Conservative", ORGANISATION, "s")) == [
        ("Janna Yelland", 2, True)
    ]


def test_names_that_are_alike_are_two_where_a_person_says_so() -> None:
    assert len(origins(end("Ida Brandt"), end("Brandt"))) == 1
    found = origins(end("Ida Brandt", PERSON, "a", "b"), end("Brandt", PERSON, "b", "a"))
    assert sorted(found) == [("Brandt", 1, True), ("Ida Brandt", 1, True)]


def test_two_sources_that_decisions_mention_but_do_not_compare_are_compared_by_name() -> None:
    assert len(origins(end("Ida Brandt", PERSON, "a", "c"), end("Brandt", PERSON, "b"))) == 1


def test_a_decision_settles_whose_surname_it_is() -> None:
    assert [counts for *_, counts in origins(end("Ida Brandt"), end("Nils Brandt"), end("Brandt"))] == [
        True,
        True,
        False,
    ]
    found = origins(end("Ida Brandt"), end("Nils Brandt", PERSON, "n"), end("Brandt", PERSON, "n"))
    assert sorted(found) == [("Ida Brandt", 1, True), ("Nils Brandt", 2, True)]


def test_what_may_be_a_source_follows_it_into_the_one_that_it_is() -> None:
    ends = (
        end("Andrea Gisellini", PERSON, "g"),
        end("Andrea Ghisellini"),
        end("Harbour Conservative", ORGANISATION, "g"),
    )
    found = tell_apart(ends)
    [counted] = [identity for identity in found if identity.counts]
    [perhaps] = [identity for identity in found if not identity.counts]
    assert perhaps.may_be is counted and len(counted.ends) == 2


def test_a_name_that_may_be_another_counts_by_itself_where_a_person_says_so() -> None:
    assert [c for *_, c in origins(end("Andrea Gisellini"), end("Andrea Ghisellini"))] == [True, False]
    found = origins(end("Andrea Gisellini", PERSON, "a", "b"), end("Andrea Ghisellini", PERSON, "b", "a"))
    assert [counts for *_, counts in found] == [True, True]


def test_a_spokesperson_is_kept_from_an_organisation_that_a_person_put_apart() -> None:
    board, mouth = (
        end("Harbour Board", ORGANISATION, "b", "m"),
        end("Mia Lund", PERSON, "m", "b", speaks_for="Harbour Board"),
    )
    assert len(origins(board, mouth)) == 2
    assert len(origins(end("Harbour Board", ORGANISATION), end("Mia Lund", speaks_for="Harbour Board"))) == 1


def test_a_body_s_document_may_be_all_that_the_body_says() -> None:
    register = end("the weekly extract of the Tamsin Ship Register", DOCUMENT)
    assert origins(end("Tamsin Ship Register", ORGANISATION), register)[1][2] is False
    assert origins(end("Velling Council", ORGANISATION), register)[1][2] is True


def test_what_is_put_before_a_court_may_be_one_paper_under_two_names() -> None:
    petition, papers = end("a bankruptcy petition lodged on Sunday", DOCUMENT), end("Court papers", DOCUMENT)
    assert [counts for *_, counts in origins(petition, papers)] == [True, False]
    assert [counts for *_, counts in origins(petition, end("Velling tide tables", DOCUMENT))] == [True, True]


def test_the_carrier_may_be_an_airline_that_is_named() -> None:
    airline = end("Velling Pacific", ORGANISATION)
    assert [counts for *_, counts in origins(airline, end("the carrier", ANONYMOUS))] == [True, False]
    assert [counts for *_, counts in origins(airline, end("a nurse", ANONYMOUS))] == [True, True]


def test_an_office_alone_is_whoever_holds_it_by_name() -> None:
    named = end("Ida Brandt", described="the transport commissioner")
    assert origins(named, end("transport commissioner", described="the"))[0][1:] == (2, True)
    assert [counts for *_, counts in origins(named, end("harbour master", described="the"))] == [True, True]
    two = end("Mia Lund", described="the transport commissioner")
    assert len(origins(named, two, end("transport commissioner", described="the"))) == 3


def test_an_office_of_a_body_may_be_somebody_of_that_body() -> None:
    named = end("Ida Brandt", described="hydrologist; of the Karst Survey")
    head = end("head of the water section at the Karst Survey", described="the")
    assert sorted(counts for *_, counts in origins(named, head)) == [False, True]


def test_who_works_for_a_body_may_say_what_it_says_under_its_initials() -> None:
    named = end("Ida Brandt", described="who leads the inquiry for the Harbour Safety Office")
    assert sorted(counts for *_, counts in origins(named, end("HSO", ORGANISATION))) == [False, True]
    assert sorted(counts for *_, counts in origins(named, end("VTC", ORGANISATION))) == [True, True]


def test_a_body_s_papers_may_be_all_that_its_spokesman_says() -> None:
    papers = end("internal logs of the operator, Arrowline", DOCUMENT)
    assert [counts for *_, counts in origins(end("a spokeswoman for Arrowline", ORGANISATION), papers)] == [True, False]


def test_somebody_unnamed_whom_one_paper_has_is_one_by_whatever_article() -> None:
    here, there = end("shopkeeper", described="the", route="post"), end("a shopkeeper", ANONYMOUS, route="post")
    assert len(origins(here, there)) == 1
    assert len(origins(here, end("a shopkeeper", ANONYMOUS, route="herald"))) == 2


def test_a_last_name_that_was_read_as_a_body_is_the_persons() -> None:
    assert origins(end("Torunn Eikeland"), end("Eikeland", ORGANISATION)) == [("Torunn Eikeland", 2, True)]
    assert origins(end("Meera Joglekar"), end("District Collector Meera Joglekar", ORGANISATION))[0][1] == 2
    assert len(origins(end("Torunn Eikeland"), end("Eikeland Shipping", ORGANISATION))) == 2


def test_an_office_may_be_who_is_said_to_be_much_of_it() -> None:
    office, leads = "lead investigator of the rail safety agency", "who leads the inquiry for the Rail Safety Office"
    assert [counts for *_, counts in origins(end("Ida Brandt", described=leads), end(office))] == [True, False]
    assert [counts for *_, counts in origins(end("Ida Brandt", described="a nurse"), end(office))] == [True, True]


def test_nobody_may_be_whom_a_person_put_apart_nor_whoever_may_be_them() -> None:
    vet, brandt = Identity([end("the chief vet", PERSON, "v", "b")]), Identity([end("Ida Brandt", PERSON, "b")])
    lind = Identity([end("Mara Lind")])
    vet.put_to([brandt])
    assert vet.counts
    vet.put_to([brandt, lind])
    assert vet.may_be is lind
    lind.put_to([vet])
    assert lind.counts
    brandt.put_to([vet])
    assert brandt.counts
    third = Identity([end("the aide")])
    third.put_to([vet])
    assert third.may_be is lind


def test_somebody_is_called_by_their_name_rather_than_by_a_longer_description() -> None:
    named, office = (
        end("Ivo Rask", described="executive engineer of the Water Board"),
        end("Water Board's executive engineer"),
    )
    assert origins(named, office) == [("Ivo Rask", 2, True)]


@pytest.mark.parametrize(
    ("named", "other"),
    [
        (end("Ida Brandt", described="a deputy secretary at the Department of Health"),
         end("figures from the state's Department of Health", DOCUMENT)),
        (end("National Audit Board", ORGANISATION), end("the state auditor's findings", DOCUMENT)),
        (end("National Audit Board", ORGANISATION), end("Ida Brandt", described="The Auditor-General")),
        (end("Geological Survey", ORGANISATION), end("Ida Brandt", described="the state geologist")),
        (end("Federal Weather Bureau", ORGANISATION), end("federal forecasters", ANONYMOUS)),
        (end("Court of Accounts", ORGANISATION), end("auditors", ANONYMOUS)),
        (end("Police", ORGANISATION), end("Superintendent Ida Brandt")),
        (end("A former engineer at Velling Motors"), end("a former engineer", ANONYMOUS)),
        (end("Ida Brandt", described="Sheriff"), end("county sheriff")),
        (end("Department for Schooling", ORGANISATION), end("education ministry", ORGANISATION)),
        (end("Department for Schooling", ORGANISATION), end("Ministry data", DOCUMENT)),
    ],
)  # fmt: skip
def test_who_may_speak_for_a_body_or_be_somebody_described_is_counted_once(named: End, other: End) -> None:
    assert sorted(counts for *_, counts in origins(named, other)) == [False, True]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (end("Weather Bureau", ORGANISATION), end("detectives", ANONYMOUS)),
        (end("National Audit Board", ORGANISATION), end("the state geologist's findings", DOCUMENT)),
        (end("Geological Survey", ORGANISATION), end("Ida Brandt", described="a geologist from Arn")),
        (end("Ida Brandt", described="a nurse at the Royal Infirmary"), end("figures from the Tax Office", DOCUMENT)),
        (end("Ida Brandt", described="Transport Minister"), end("health minister")),
        (end("Ministry of Health", ORGANISATION), end("education ministry", ORGANISATION)),
        (end("Velling Motors", ORGANISATION), end("education ministry", ORGANISATION)),
        (
            end("a banker who advises Velling", ANONYMOUS, route="a"),
            end("a member of Lund's board", ANONYMOUS, route="b"),
        ),
    ],
)
def test_who_plainly_is_somebody_else_counts(one: End, other: End) -> None:
    assert [counts for *_, counts in origins(one, other)] == [True, True]
