"""Sentences that a set phrase attributes as a whole."""

from __future__ import annotations

import pytest

from tests.claims.told import claims_told

SAID = "the harbour board will close the north ferry line in March"


def extract(text: str) -> list[tuple[str, str | None]]:
    """What each claim states, with whom it is attributed to."""
    return [(claim.standalone, who) for claim, who in claims_told(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Per the Velling Herald, {}.",
        "Per the Velling Herald, which had it from a clerk, {}.",
        "{}, per the Velling Herald.",
        "The Velling Herald has it that {}.",
        "Meanwhile, the Velling Herald has it that {}, citing a clerk of the board.",
        "The word over at the Velling Herald is that {}.",
        "{}, it was reported by the Velling Herald on Monday.",
        "{}, it was first reported in yesterday's Velling Herald.",
        "{}, as the Velling Herald has reported.",
        "{}, as the Velling Herald learned on Monday.",
        "{}, going by what the Velling Herald has published.",
    ],
)
def test_what_a_set_phrase_attributes_is_theirs(sentence: str) -> None:
    told = sentence.format(SAID)
    found = extract(told[0].upper() + told[1:])
    assert [(said[0].lower() + said[1:], who) for said, who in found] == [(SAID, "Velling Herald")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Fares will rise to 12 crowns per passenger in May.",
        "The harbour board will close the north ferry line, it was reported in Denmark.",
        "Legend has it that the harbour board will close the north ferry line.",
        "The harbour board, per its own rules, will close the north ferry line in March.",
    ],
)
def test_what_names_nobody_who_reports_is_left_to_the_outlet(sentence: str) -> None:
    assert all(who is None for _, who in extract(sentence))


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        (
            "The harbour board will close the north line, an internal memo shows which the Velling Herald has seen.",
            "memo",
        ),
        (
            "Half of the street lamps of Velling do not work, a report of the auditor found that is to be published.",
            "report",
        ),
        ("The chairman of the works council, Mr Rask, puts the number of people employed there at 130.", "Rask"),
        ("The union has put the cost of the strike at 4 million pounds.", "union"),
        ("The north line will close in March, according to what Ida Brandt told the Velling Herald.", "Ida Brandt"),
    ],
)
def test_what_is_shown_put_or_told_is_theirs(sentence: str, who: str) -> None:
    ((_, speaker),) = extract(sentence)
    assert speaker is not None
    assert who in speaker


def test_who_says_no_more_says_what_comes_after_but() -> None:
    sentence = "The mayor, Ida Brandt, would not be drawn on the costs but acknowledged that the north line was shut."
    told = f"The harbour board met on Monday. {sentence} Trains run as usual between Velling and Tarn."
    assert ("the north line was shut", "Ida Brandt") in [
        (said, who and who.removeprefix("mayor, ")) for said, who in extract(told)
    ]


def test_the_agent_of_a_passive_is_its_source() -> None:
    told = "The result is out. President Omar Sewell was declared the winner by the electoral commission on Saturday."
    assert [who for said, who in extract(told) if "Sewell" in said] == ["electoral commission"]
