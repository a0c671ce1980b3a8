from __future__ import annotations

import pytest

from claims.records import Drift, Span
from provenance.cuts import lost_around, lost_inside
from provenance.wording import find_words
from provenance.words import in_print, words


def lost(whole: str, part: str) -> str | None:
    said = words(whole)
    quoted = words(part)
    first = find_words(quoted, said)
    assert first is not None
    found = lost_around(said, first, first + len(quoted))
    return None if found is None else in_print(said[found.start : found.stop])


@pytest.mark.parametrize(
    ("whole", "part", "told"),
    [
        ("I will resign if the inquiry finds a fault", "I will resign", "if the inquiry finds a fault"),
        ("We open on Monday, as long as the steel arrives.", "We open on Monday", "as long as the steel arrives"),
        ("We open the ferry to all on Monday unless it snows", "We open the ferry", "to all on Monday unless it snows"),
        ("If the ramp fails, the trust must pay for it", "the trust must pay for it", "If the ramp fails"),
        ("Unless we hear soon, the trust must pay", "the trust must pay", "Unless we hear soon"),
        ("I never said that the ramp was safe", "the ramp was safe", "I never said that"),
        ("I don't think the ramp was safe", "the ramp was safe", "I don't think"),
        ("Perhaps the ramp was safe", "the ramp was safe", "Perhaps"),
        ("The ramp was safe, but not for children", "The ramp was safe", "but not for children"),
        ("The ramp is safe, although nobody has tested it", "The ramp is safe", "although nobody has tested it"),
        ("The ramp was safe only when it was dry", "The ramp was safe", "only when it was dry"),
    ],
)
def test_words_that_a_part_hangs_on_are_told(whole: str, part: str, told: str) -> None:
    assert lost(whole, part) == told


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("It is not pretty, but it is safe", "it is safe"),
        ("It is safe, and if you like I will write it down", "It is safe"),
        ("It was never painted. The ramp was safe.", "The ramp was safe"),
        ("The ramp was safe. If it fails, we pay.", "The ramp was safe"),
        ("The ramp was safe, we can promise that, but we cannot promise dry feet", "The ramp was safe"),
        ("The men asked whether it was late, and the ramp was safe", "the ramp was safe"),
        ("I asked if it was safe", "I asked"),
        ("I am told, and I believe it, that the ramp was safe", "the ramp was safe"),
    ],
)
def test_what_stands_in_another_clause_leaves_a_part_as_it_was(whole: str, part: str) -> None:
    assert lost(whole, part) is None


def test_a_cue_between_two_sentences_ends_the_first() -> None:
    text = "“The ramp was safe,” said Orm. “You may use it if you like.”"
    said = words(text, [Span(1, 19), Span(33, 61)])
    assert lost_around(said, 0, 4) is None


@pytest.mark.parametrize(
    ("whole", "left_out", "turns"),
    [
        ("The ramp is open if it is dry on Sundays", "if it is dry", Drift.CONDITION),
        ("The ramp is open but only if it is dry on Sundays", "but only if it is dry", Drift.CONDITION),
        ("The ramp is not open on Sundays", "not", Drift.NEGATION),
        ("We will never, while I live, sell the ramp", "never while I live", Drift.NEGATION),
        ("It helps mice, and I do not know if it helps men", "mice and I do not know if it helps", Drift.NEGATION),
        ("The crew were anything but quick, and then very kind", "anything but", Drift.NEGATION),
        ("The ramp, which I have never liked much, is open", "which I have never liked much", None),
        ("The ramp at the north end is open", "at the north end", None),
    ],
)  # fmt: skip
def test_what_a_gap_leaves_out_may_turn_what_is_left(whole: str, left_out: str, turns: Drift | None) -> None:
    said, gone = words(whole), words(left_out)
    start = find_words(gone, said)
    assert start is not None
    found = lost_inside(said, start, start + len(gone))
    assert (found and found.drift) == turns
