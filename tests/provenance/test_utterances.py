"""Outlets that quote the same words share an origin, by whatever name they call it."""

from __future__ import annotations

import pytest

from claims.records import SourceType, Trail
from provenance.rules import Rule
from tests.provenance.newsroom import Newsroom

PERSON, ORGANISATION, ANONYMOUS = SourceType.PERSON, SourceType.ORGANISATION, SourceType.ANONYMOUS
SAID = "“We will close the harbour bridge for good in the month of May,”"


def quotes(room: Newsroom, outlet: str, speaker: str | None, type: SourceType | None, said: str = SAID) -> None:
    by = f"{speaker} said in a speech." if speaker else "is what was heard at the quay."
    printed = room.print(outlet, f"{said} {by}\n{outlet}")
    room.says(printed, said, speaker, type, quote=True, attributed=True)


def told(*sources: tuple[str | None, SourceType | None]) -> tuple[Trail, tuple[int, int]]:
    room = Newsroom()
    for n, (speaker, type) in enumerate(sources):
        quotes(room, f"Paper {n}", speaker, type)
    trail = room.trail()
    return trail, (trail.independent_origins, trail.cannot_tell)


@pytest.mark.parametrize(
    "other",
    [
        ("a spokesman for the port", ANONYMOUS),
        ("the Harbour Authority", ORGANISATION),
        ("the mayor's statement", SourceType.DOCUMENT),
        (None, None),
    ],
)
def test_one_speech_in_two_outlets_is_one_origin_and_says_so(other: tuple[str | None, SourceType | None]) -> None:
    trail, counted = told(("Ida Brandt", PERSON), other)
    assert counted == (1, 0)
    assert "Ida Brandt" in trail.origins[0].name or other[1] is ORGANISATION
    assert {edge.rule for edge in trail.edges if edge.to.startswith("origin:")} == {Rule.SAME_QUOTATION}


def test_two_unnamed_sources_with_the_same_words_are_one() -> None:
    _, counted = told(("a nurse at the hospital", ANONYMOUS), ("two police officers", ANONYMOUS))
    assert counted == (1, 0)


def test_two_people_cannot_both_be_the_origin_of_one_quotation_and_the_majority_has_it() -> None:
    trail, counted = told(("Omar Sewell", PERSON), ("Ida Brandt", PERSON), ("Ida Brandt", PERSON))
    assert counted == (1, 1)
    assert trail.origins[0].name == "Ida Brandt"
    assert "Paper 0 gives the same quotation to somebody else" in trail.summary


def test_a_few_words_are_said_by_many() -> None:
    room = Newsroom()
    quotes(room, "Gull Post", "a nurse at the hospital", ANONYMOUS, "“It will close,”")
    quotes(room, "Tide News", "two police officers", ANONYMOUS, "“It will close,”")
    assert room.trail().independent_origins == 2


def test_an_altered_quotation_is_still_one_saying() -> None:
    room = Newsroom()
    quotes(room, "Gull Post", "Ida Brandt", PERSON)
    quotes(room, "Tide News", "an official", ANONYMOUS, SAID.replace("will", "may").replace("for good ", ""))
    assert room.trail().independent_origins == 1


def test_an_outlet_that_is_cited_for_the_same_words_has_carried_them() -> None:
    room = Newsroom()
    quotes(room, "Gull Post", "an official", ANONYMOUS)
    quotes(room, "Tide News", "The Telegraph", SourceType.OUTLET)
    trail = room.trail()
    assert (trail.independent_origins, trail.cannot_tell) == (1, 0)
    assert trail.origins[0].name == "an official"
