"""Sentences that only say whose the one before is."""

from __future__ import annotations

import pytest

from tests.claims.told import claims_told

SAID = "The harbour board will close the north ferry line at the end of March."


def extract(text: str) -> list[tuple[str, str | None]]:
    """Each claim with whom it is attributed to."""
    return [(claim.text, who) for claim, who in claims_told(text)]


@pytest.mark.parametrize(
    ("after", "who"),
    [
        ("That's according to the Velling Herald.", "Velling Herald"),
        ("This is all according to Ida Brandt, who runs the line.", "Ida Brandt"),
        ("The news was first reported by the Velling Herald on Monday.", "Velling Herald"),
        ("It was first revealed by the Velling Herald.", "Velling Herald"),
        ("The figures were published by the Velling Herald.", "Velling Herald"),
        ("It was first published in the Velling Herald.", "Velling Herald"),
        ("So says Ida Brandt, the harbour master.", "Ida Brandt"),
        ("The Velling Herald was the first to report the story.", "Velling Herald"),
    ],
)
@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_the_sentence_before_is_theirs_and_they_say_nothing_else(after: str, who: str, between: str) -> None:
    assert extract(f"{SAID}{between}{after} Trains run as usual between Velling and Tarn.")[:2] == [
        (SAID, who),
        ("Trains run as usual between Velling and Tarn.", None),
    ]


def test_a_sentence_that_is_attributed_by_itself_stays_its_speaker_s() -> None:
    told = "The ferry line will close at the end of March, Omar Sewell told reporters."
    assert [who for _, who in extract(f"{told} That's according to the Velling Herald.")] == ["Omar Sewell"]


@pytest.mark.parametrize(
    "after",
    [
        "The news was received with dismay by the residents of Velling.",
        "That is not according to plan, since the harbour board voted against it.",
        "It was published in 2019 and has been out of print ever since.",
        "The plan was published by a firm of engineers in the spring.",
        "So said nobody who has ever crossed the sound in winter.",
    ],
)
def test_what_says_something_by_itself_is_left_alone(after: str) -> None:
    assert dict(extract(f"{SAID} {after}"))[SAID] is None
