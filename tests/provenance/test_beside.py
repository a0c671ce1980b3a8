from __future__ import annotations

import pytest

from claims.records import Drift, Span
from provenance.beside import around, is_translated, other_occasion, said_on, told_beside
from provenance.quoted import speech, spoken


def at(text: str, *stretches: str) -> list[Span]:
    return [Span(text.index(each), text.index(each) + len(each)) for each in stretches]


@pytest.mark.parametrize(
    ("text", "quote", "drift", "lost"),
    [
        ("“We sign,” she said, on condition that the crew is paid.", "We sign", Drift.CONDITION, "if they pay"),
        ("She believed that “the dam is safe”.", "the dam is safe", Drift.OPERATOR, "I think"),
        ("To the best of her knowledge all is well. “It is safe,” she said.", "It is safe", Drift.OPERATOR, "I think"),
        ("Nobody, she said, had told her that “the dam is safe”.", "the dam is safe", Drift.NEGATION, "Nobody says"),
        (
            "Apart from maternity, which waits for a lift, the wards are back. “Every ward is open,” she said.",
            "Every ward is open",
            Drift.CONDITION,
            "except maternity where we wait for a lift",
        ),
    ],
)  # fmt: skip
def test_what_a_sentence_tells_in_its_own_words_is_not_lost(text: str, quote: str, drift: Drift, lost: str) -> None:
    assert told_beside(text, at(text, quote), (drift,), (lost,))


@pytest.mark.parametrize(
    ("text", "quote", "drift", "lost"),
    [
        ("“We will sign,” she told the paper on Monday.", "We will sign", Drift.CONDITION, "if the crew is paid"),
        ("Hopes were fading. “Sixty are missing,” he said.", "Sixty are missing", Drift.OPERATOR, "at least"),
    ],
)
def test_what_is_told_nowhere_is_lost(text: str, quote: str, drift: Drift, lost: str) -> None:
    assert not told_beside(text, at(text, quote), (drift,), (lost,))


def test_what_the_cue_between_two_stretches_tells_is_beside_them() -> None:
    text = "“We will sign,” she said through an interpreter on Monday, on condition that they pay, “and go home.”"
    pieces = at(text, "We will sign,", "and go home.")
    assert told_beside(text, pieces, (Drift.CONDITION,), ("if the crew is paid",))
    assert said_on(text, pieces) == {0}
    assert is_translated(around(text, pieces))


def test_days_on_which_something_was_said() -> None:
    one = "“We fired over their heads,” he said on Monday."
    other = "Recalled on Thursday, he corrected himself. “We fired into the hedge,” he said."
    assert said_on(one, at(one, "We fired over their heads")) == {0}
    assert said_on(other, at(other, "We fired into the hedge")) == {3}
    assert other_occasion(frozenset({0}), frozenset({3}))
    assert not other_occasion(frozenset({0}), frozenset({0, 3}))
    assert not other_occasion(frozenset(), frozenset({3}))


def test_a_day_inside_the_quotation_or_a_bound_is_not_when_it_was_said() -> None:
    text = "“We open on Friday,” she said, and hoped to be done by Sunday."
    assert said_on(text, at(text, "We open on Friday")) == frozenset()


def test_a_translation_is_said_to_be_one() -> None:
    assert is_translated("he told the station in French")
    assert not is_translated("he told the French station")


def test_what_is_said_is_read_without_the_cues_that_break_it() -> None:
    text = 'Then "I was happy," she said. "She had a hard night," she added.'
    place = Span(text.index("I was"), text.index('," she added'))
    assert [span.of(text) for span in spoken(text, place)] == ["I was happy,", "She had a hard night"]
    assert speech(text, place) == "I was happy, She had a hard night"
