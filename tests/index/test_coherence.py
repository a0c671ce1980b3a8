"""Large clusters whose wordings do not bear each other out."""

from __future__ import annotations

from index.coherence import MOST, borne_out
from index.relation import load_relation_model

TALKS = [
    "Omar Sewell is in talks to play the mayor.",
    "Omar Sewell is in negotiations to play the mayor.",
    "Omar Sewell is in early talks to play the mayor in the film.",
    "Actor Omar Sewell is in talks to play the mayor.",
]
OFF = [
    "Omar Sewell will not play the mayor.",
    "Omar Sewell has pulled out and will not play the mayor.",
    "Actor Omar Sewell will not be playing the mayor after all.",
    "Omar Sewell has dropped out and will not play the mayor.",
]


def parts(texts: list[str]) -> list[set[str]]:
    return [{texts[place] for place in part} for part in borne_out(texts, load_relation_model())]


def test_wordings_that_follow_from_each_other_stay_together() -> None:
    assert parts(TALKS) == [set(TALKS)]


def test_steps_in_time_are_parted() -> None:
    assert parts([*TALKS, *OFF]) == [set(TALKS), set(OFF)]


def test_in_which_order_they_come_makes_no_difference() -> None:
    mixed = [text for pair in zip(TALKS, OFF, strict=True) for text in pair]
    assert sorted(map(sorted, parts(mixed))) == sorted(map(sorted, parts([*TALKS, *OFF])))


def test_of_very_many_wordings_none_is_asked() -> None:
    assert borne_out([f"{number} ferries sank." for number in range(MOST + 1)], load_relation_model()) == [
        list(range(MOST + 1))
    ]
