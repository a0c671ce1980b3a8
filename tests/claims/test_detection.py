from __future__ import annotations

import pytest

from claims.detection import asks_whether, flags_of, is_checkable, is_negated, is_past
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


@pytest.mark.parametrize(
    "text",
    [
        "Did Ada Quill sell the mill to Norsk Steel?",
        "Is the mill in Lisbon still open?",
        "Has Ada Quill left Portugal?",
        "Will Norsk Steel buy the mill?",
    ],
)
def test_a_question_whether_something_named_is_so_is_told(text: str) -> None:
    assert asks_whether(tokens(text))
    assert flags_of(tokens(text)) == ("question",)


@pytest.mark.parametrize(
    "text",
    [
        "What did Ada Quill sell?",
        "Who is Ada Quill?",
        "Have you seen Ada Quill?",
        "Is it really that good?",
        "Are we proud of Lisbon?",
        "Norsk Steel?",
        "Ada Quill sold the mill.",
    ],
)
def test_open_questions_and_those_to_the_reader_ask_nothing_that_can_be_checked(text: str) -> None:
    assert not asks_whether(tokens(text))


@pytest.mark.parametrize(
    "text",
    [
        "The mill will close in March.",
        "The mill won't reopen.",
        "Exports are expected to fall by 4 percent.",
        "The minister plans to visit Lisbon.",
        "The ferry is set to sail on Monday.",
        "The union is likely to strike in May.",
        "The company could cut 70 jobs.",
        "The bank is going to raise its rates.",
        "The new law would ban diesel ferries.",
        "The bridge may be in use by 2031.",
    ],
)
def test_what_is_about_the_future_is_a_prediction(text: str) -> None:
    assert flags_of(tokens(text)) == ("prediction",)


@pytest.mark.parametrize(
    "text",
    [
        "The mill closed in March.",
        "The minister visits Lisbon.",
        "The company had planned to close the mill.",
        "The fire could have been set by the owner.",
        "Medics could not stem the bleeding.",
        "The mayor may be in Lisbon.",
        "The plan, which will cost $4 million, was passed.",
        "Ships could be seen from the quay.",
        "It would not be the first fire at the mill.",
        "The minister planned the visit.",
    ],
)
def test_what_was_or_is_so_is_no_prediction(text: str) -> None:
    assert "prediction" not in flags_of(tokens(text))


@pytest.mark.parametrize(
    "text",
    [
        "The minister should resign over the Lisbon contract.",
        "I believe the owner set the fire in Lisbon.",
        "Lisbon is the best city of Europe.",
        "The Lisbon contract is a disgrace.",
        "It is ridiculous that Norsk Steel was paid.",
    ],
)
def test_advice_taste_and_belief_are_opinions(text: str) -> None:
    assert flags_of(tokens(text)) == ("opinion",)


@pytest.mark.parametrize(
    "text",
    [
        "Lisbon is the largest city of Portugal.",
        "It was the worst storm since 1987.",
        "Best Steel is a company in Lisbon.",
        "The parcel should arrive in Lisbon next week.",
        "The owner should have paid the fine in Lisbon.",
        "The mayor believes in God.",
        "I would like to visit Lisbon.",
    ],
)
def test_what_can_be_measured_or_is_told_of_others_is_no_opinion(text: str) -> None:
    assert "opinion" not in flags_of(tokens(text))
