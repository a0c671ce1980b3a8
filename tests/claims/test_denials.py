"""Sentences that only deny the one before."""

from __future__ import annotations

import pytest

from tests.claims.told import claims_told

SAID = "The harbour board will close the north ferry line in March, Omar Sewell told the Velling Herald."
CLOSES = "The harbour board will close the north ferry line in March"


def denials(text: str) -> list[tuple[str, str, str | None]]:
    """The words of each denial, what it denies, and whose it is."""
    return [(claim.text, claim.standalone, who) for claim, who in claims_told(text) if claim.denies_before]


@pytest.mark.parametrize(
    ("after", "who"),
    [
        ("The board denied it.", "board"),
        ("On Monday the board denied this in a statement.", "board"),
        ("However, Ida Brandt has flatly denied the claim.", "Ida Brandt"),
        ("Ida Brandt, who chairs the board, rejected the report as false.", "Ida Brandt"),
        ("A spokeswoman for the board called that nonsense.", "A spokeswoman for the board"),
        ("Ida Brandt said that the story was untrue.", "Ida Brandt"),
        ("“That is simply not true,” said Ida Brandt, who chairs the board.", "Ida Brandt"),
        ("“Nonsense,” Ida Brandt told the Velling Herald.", "Ida Brandt"),
        ("The report was dismissed by Ida Brandt.", "Ida Brandt"),
    ],
)
@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_what_stands_before_is_denied(after: str, who: str, between: str) -> None:
    assert denials(f"{SAID}{between}{after} Trains run as usual.") == [(after, CLOSES, who)]


def test_what_stands_before_in_the_same_sentence_is_denied() -> None:
    told = "The ferry line will close in March, Omar Sewell said; the harbour board has denied this."
    assert denials(told) == [
        ("the harbour board has denied this.", "The ferry line will close in March", "harbour board")
    ]


def test_a_second_denial_denies_the_same() -> None:
    found = denials(f"{SAID} The board denied it. “That is untrue,” said Ida Brandt.")
    assert [(what, who) for _, what, who in found] == [(CLOSES, "board"), (CLOSES, "Ida Brandt")]


def test_what_is_said_besides_is_a_claim_of_its_own() -> None:
    found = claims_told(f"{SAID} The board denied this on Tuesday, and said that no list of lines existed.")
    assert [claim.text for claim, _ in found][1:] == [
        "The board denied this on Tuesday",
        "that no list of lines existed",
    ]
    found = claims_told(f"{SAID} “That is untrue,” said Ida Brandt, adding that the board had bought two new ferries.")
    assert "the board had bought two new ferries" in [claim.standalone for claim, _ in found]


@pytest.mark.parametrize(
    "text",
    [
        f"{SAID} If the board denied it, nobody heard.",
        f"{SAID} The board neither confirmed nor denied it.",
        f"{SAID} The board did not deny it.",
        f"{SAID} The board denied it was short of money.",
        f"{SAID} The board denied the report that Ida Brandt would go.",
        # Of two claims nobody can tell which is denied.
        "Omar Sewell said that the line will close, while Ada Lund said that the board is broke. The mayor denied it.",
        # What stands before is said to be untrue already.
        "The story of the ferry line is a hoax, Omar Sewell said. The board denied it.",
        # Nobody has made a report here: it stands further back.
        "The ferry line has carried mail since 1902. The board denied the report.",
        "“We have closed no line in this town,” said Ida Brandt. Ida Brandt denied it.",
    ],
)
def test_what_may_deny_something_else_denies_nothing(text: str) -> None:
    assert denials(text) == []


def test_nobody_denies_what_they_have_just_said() -> None:
    told = "Wyreside Water spilled sewage on 300 days, a spokeswoman for Watercheck confirmed. The company denied it."
    assert [who for *_, who in denials(told)] == ["company"]


def test_a_denial_is_not_by_the_body_whose_head_said_it() -> None:
    told = (
        "Wyreside Water spilled sewage on 300 days, Ida Brandt, the head of the Velling Rivers Board, told the Velling "
        "Herald. “You cannot blame the rain for that,” she said.\n\nThe company denied it."
    )
    assert [who for *_, who in denials(told)] == ["company"]


def test_what_somebody_goes_on_to_say_is_not_what_is_denied() -> None:
    told = f"{SAID} “You cannot run a ferry without a crew,” he said. “We have had none since May,” he said."
    assert denials(f"{told}\n\nThe board denied it.") == [("The board denied it.", CLOSES, "board")]
