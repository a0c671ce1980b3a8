from __future__ import annotations

import pytest

from claims.records import Conflict, ConflictKind, SourceType, Stance
from provenance.conflicts import find_conflicts
from tests.provenance.newsroom import OUTLETS, Newsroom

PERSON, ORGANISATION = SourceType.PERSON, SourceType.ORGANISATION


def contradictions(room: Newsroom) -> list[Conflict]:
    found, _ = find_conflicts(room.cluster(), room.case, OUTLETS)
    return [conflict for conflict in found if conflict.what is ConflictKind.CONTRADICTION]


def says(
    room: Newsroom,
    what: str,
    speaker: str = "Ida Brandt",
    *,
    day: str = "2024-05-03",
    negated: bool = False,
    denies: bool = False,
) -> None:
    printed = room.print(f"Paper {len(room.articles)}", f"{speaker} {'denied' if denies else 'said'} that {what}.", day)
    stance = Stance.DENIES if denies else None
    room.says(printed, what, speaker, PERSON, cue="that", stance=stance, negated=negated)


def test_a_speaker_who_says_the_contrary_is_told_with_both_sentences() -> None:
    room = Newsroom()
    says(room, "the old bridge was safe to carry lorries", day="2024-05-01")
    says(room, "the old bridge was never safe to carry lorries", "Brandt", day="2024-05-04", negated=True)
    (conflict,) = contradictions(room)
    assert conflict.values == (
        "the old bridge was safe to carry lorries",
        "the old bridge was never safe to carry lorries",
    )
    assert room.articles[conflict.a.article].published == "2024-05-01"


@pytest.mark.parametrize("other", ["Omar Sewell", "Omar Brandt", "an official"])
def test_two_speakers_may_say_the_contrary(other: str) -> None:
    room = Newsroom()
    says(room, "the old bridge was safe to carry lorries")
    says(room, "the old bridge was never safe to carry lorries", other, negated=True)
    assert contradictions(room) == []


def test_to_deny_a_thing_and_to_say_that_it_is_not_so_are_one() -> None:
    room = Newsroom()
    says(room, "the old bridge was safe to carry lorries", denies=True)
    says(room, "the old bridge was never safe to carry lorries", negated=True)
    assert contradictions(room) == []
    says(room, "the old bridge was safe to carry lorries", day="2024-05-09")
    assert len(contradictions(room)) == 1


def test_what_is_open_one_day_may_be_closed_on_another() -> None:
    for day, number in (("2024-05-08", 0), ("2024-05-03", 1)):
        room = Newsroom()
        says(room, "the old bridge is open to all lorries")
        says(room, "the old bridge is closed to all lorries", day=day)
        assert len(contradictions(room)) == number


def test_another_figure_is_no_contradiction() -> None:
    room = Newsroom()
    says(room, "the old bridge was crossed by 40 lorries")
    says(room, "the old bridge was never crossed by 60 lorries", negated=True)
    assert contradictions(room) == []
