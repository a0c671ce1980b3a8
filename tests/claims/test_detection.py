from __future__ import annotations

import pytest

from claims.detection import is_checkable, is_negated, is_past
from claims.language import parse
from settings import Claims

MODEL = Claims().spacy_model


def tokens(text: str) -> list:
    return [token for token in parse(text, MODEL) if not token.is_space]


@pytest.mark.parametrize(
    "text",
    [
        "The mill closed in March.",
        "Exports of steel rose by 4 percent.",
        "The minister will visit Lisbon.",
        "There is no evidence of a leak at the plant.",
        "Portugal closes its oldest steel mill",
        "Sanctions were imposed on two banks.",
        "Nobody had been killed.",
    ],
)
def test_a_clause_about_something_concrete_is_checkable(text: str) -> None:
    assert is_checkable(tokens(text))


@pytest.mark.parametrize(
    "text",
    [
        "whether the mill had closed in March",
        "which would be good for the mill",
        "Did the mill close in March?",
        "Close the door of the mill.",
        "Good morning, Lisbon.",
        "Thank you.",
        "I love this.",
        "We hope for better weather.",
        "This is a great shame.",
        "The talks should go on.",
        "A long day in the harbour of Lisbon",
        "Wow!",
        "...",
    ],
)
def test_questions_commands_greetings_and_opinions_are_not_checkable(text: str) -> None:
    assert not is_checkable(tokens(text))


@pytest.mark.parametrize(
    "text",
    [
        "The mill did not close.",
        "The mill never closed.",
        "The mill isn't closed.",
        "The mill no longer makes steel.",
        "Nobody was hurt in the fire.",
        "None of the ships left port.",
        "There is no evidence of a leak.",
        "The ministry has no plans for a dam.",
    ],
)
def test_a_negated_main_verb_is_found(text: str) -> None:
    assert is_negated(tokens(text))


@pytest.mark.parametrize(
    "text",
    [
        "The mill closed.",
        "The mayor denied that the mill had closed.",
        "The mill makes not only steel but also wire.",
        "The mill, which was not insured, burned down.",
    ],
)
def test_other_statements_are_not_negated(text: str) -> None:
    assert not is_negated(tokens(text))


def test_the_tense_of_the_main_verb_is_told() -> None:
    assert is_past(tokens("The mill closed on Thursday."))
    assert is_past(tokens("The mill was closed on Thursday."))
    assert not is_past(tokens("The mill will close on Thursday."))
    assert not is_past(tokens("The mill closes on Thursday."))
