from __future__ import annotations

from claims.records import SourceType
from provenance.origins import Decided, End, tell_apart

PERSON, ORGANISATION, OUTLET = SourceType.PERSON, SourceType.ORGANISATION, SourceType.OUTLET
DOCUMENT, ANONYMOUS = SourceType.DOCUMENT, SourceType.ANONYMOUS


def end(
    name: str, type: SourceType = PERSON, source: str | None = None, *apart: str, speaks_for: str | None = None
) -> End:
    decided = None if source is None else Decided(source, frozenset(apart))
    return End(name, type, type is ANONYMOUS, frozenset({name}), speaks_for, decided)


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
