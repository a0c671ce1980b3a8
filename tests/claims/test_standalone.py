from __future__ import annotations

from dataclasses import replace

import pytest

from claims.articles import article
from claims.language import parse
from claims.records import Attribution, Kind, SourceType
from claims.standalone import Referents, standalone
from claims.statements import find_statements
from settings import Claims
from tests.claims.test_statements import attribution
from tests.claims.told import claims_told

MODEL = Claims().spacy_model
ORGANISED = SourceType.ORGANISATION


def said(text: str, *attributions: Attribution) -> list[str]:
    doc = parse(text, MODEL)
    referents = Referents(doc)
    return [standalone(text, found, referents) for found in find_statements(article(text), doc, attributions)]


@pytest.mark.parametrize(
    ("text", "content", "cue"),
    [
        ("The mayor said that the mill closed in March.", "that the mill closed in March", "said"),
        ("the mill closed in March, according to the mayor.", "the mill closed in March", "according to"),
    ],
)
def test_the_attributing_frame_is_taken_off(text: str, content: str, cue: str) -> None:
    assert said(text, attribution(text, content, cue=cue)) == ["the mill closed in March"]


def test_a_deed_that_somebody_denies_is_theirs() -> None:
    ((claim, who),) = claims_told("Omar Sewell denied having carried a sealed ballot box to a car.")
    assert (claim.standalone, who) == ("Omar Sewell having carried a sealed ballot box to a car", "Omar Sewell")


def test_what_somebody_denies_that_they_will_do_is_stated() -> None:
    ((claim, who),) = claims_told("Omar Sewell has denied that he will resign.")
    assert (claim.standalone, who) == ("Omar Sewell will resign", "Omar Sewell")


def test_the_marks_of_a_whole_quotation_go() -> None:
    text = "“The mill closed in March,” the mayor said."
    quote = attribution(text, "“The mill closed in March,”", source="the mayor", kind=Kind.DIRECT)
    assert said(text, quote) == ["The mill closed in March"]


def test_a_quotation_broken_by_its_cue_is_joined() -> None:
    text = '"The mill in Lisbon," the mayor said, "closed in March."'
    quote = attribution(text, '"The mill in Lisbon,"', '"closed in March."', source="the mayor", kind=Kind.DIRECT)
    assert said(text, quote) == ["The mill in Lisbon closed in March."]


def test_the_marks_of_a_part_stay() -> None:
    text = 'The mayor said the mill was a "ruin of steel".'
    quote = attribution(text, 'the mill was a "ruin of steel"', source="The mayor", kind=Kind.MIXED)
    assert said(text, quote) == ['the mill was a "ruin of steel"']


def test_the_outlets_own_sentence_stays_as_it_is() -> None:
    assert said("The mill closed in March.") == ["The mill closed in March."]


def test_white_space_becomes_one_space() -> None:
    assert said("The mill closed  in\u00a0March.") == ["The mill closed in March."]


def test_a_mark_just_outside_the_content_keeps_its_partner() -> None:
    text = 'The mayor said the mill was "a ruin of steel."'
    quote = attribution(text, 'the mill was "a ruin of steel', source="The mayor", kind=Kind.MIXED)
    assert said(text, quote) == ['the mill was "a ruin of steel."']


def test_an_organisation_that_says_it_did_something_is_named() -> None:
    text = "Acme said that it had closed the mill in March."
    told = attribution(text, "that it had closed the mill in March", source="Acme")
    told = replace(told, source_type=SourceType.ORGANISATION)
    assert said(text, told) == ["Acme had closed the mill in March"]


def test_a_pronoun_becomes_the_one_person_named_just_before() -> None:
    assert (
        said("John Smith opened the mill. He closed the harbour in March.")[1]
        == "John Smith closed the harbour in March."
    )


def test_a_pronoun_stays_where_two_people_could_be_meant() -> None:
    text = "John Smith met Peter Brown at the mill. He closed the harbour in March."
    assert said(text)[1] == "He closed the harbour in March."


def test_a_pronoun_stays_where_the_subject_before_is_nobody_named() -> None:
    text = "A clerk praised John Smith for the mill. He closed the harbour in March."
    assert said(text)[1] == "He closed the harbour in March."


def test_first_person_stays() -> None:
    text = '"I closed the mill in March," John Smith said.'
    quote = attribution(text, "I closed the mill in March", source="John Smith", kind=Kind.DIRECT)
    assert said(text, quote) == ["I closed the mill in March"]


def test_that_goes_before_a_quotation_too() -> None:
    text = 'The mayor said that "the mill has closed."'
    quote = attribution(text, 'that "the mill has closed."', source="The mayor", kind=Kind.MIXED)
    assert said(text, quote) == ["the mill has closed."]


def test_a_dateline_is_no_part_of_what_is_said() -> None:
    assert said("LISBON (AP) — The mill closed its gates in March.") == ["The mill closed its gates in March."]


@pytest.mark.parametrize(
    ("text", "said_alone"),
    [
        (
            "John Smith opened the mill in 2019. In March he closed the harbour.",
            "In March John Smith closed the harbour.",
        ),
        ("Mary Jones opened the mill. Her harbour closed in March.", "Mary Jones's harbour closed in March."),
        ("Mary Jones opened the mill. The bank sued her in March.", "The bank sued Mary Jones in March."),
        (
            "John Smith opened the mill. The city of Lisbon paid for his harbour.",
            "The city of Lisbon paid for John Smith's harbour.",
        ),
    ],
)
def test_the_first_pronoun_becomes_a_name_in_its_own_form(text: str, said_alone: str) -> None:
    assert said(text)[-1] == said_alone


def test_only_the_first_pronoun_becomes_a_name() -> None:
    text = "John Smith opened the mill. He closed the harbour when he lost his boat."
    assert said(text)[-1] == "John Smith closed the harbour when he lost his boat."


@pytest.mark.parametrize(
    "text",
    [
        "John Smith opened the mill with a clerk. He closed the harbour in March.",
        "John Smith opened the mill. The clerk said he closed the harbour in March.",
        "John Smith opened the mill. When he left, Peter Brown closed the harbour.",
        "John Smith opened the mill. The 40-year-old lost his boat in March.",
        "John Smith opened the mill. She closed the harbour in March.",
        "The Smith mill opened in May. He closed the harbour in March.",
    ],
)
def test_a_pronoun_stays_where_somebody_else_could_be_meant(text: str) -> None:
    assert said(text)[-1] == text[text.index(". ") + 2 :]


def test_the_speaker_is_whom_the_reported_words_mean() -> None:
    text = "Peter Brown and a clerk were in Lisbon. John Smith said that he had closed the mill."
    told = attribution(text, "that he had closed the mill", source="John Smith")
    assert said(text, told)[-1] == "John Smith had closed the mill"


def test_what_somebody_is_besides_is_nobody_else() -> None:
    text = "Mary Jones, a doctor and mayor of Lisbon, said that she had closed the mill."
    told = attribution(text, "that she had closed the mill", source="Mary Jones, a doctor and mayor of Lisbon,")
    assert said(text, told)[-1] == "Mary Jones had closed the mill"


def test_whom_a_speaker_means_is_left_open() -> None:
    text = "John Smith spoke in Lisbon. “He closed the mill in March,” John Smith said."
    quote = attribution(text, "“He closed the mill in March,”", source="John Smith", kind=Kind.DIRECT)
    assert said(text, quote)[-1] == "He closed the mill in March"


def test_what_belongs_to_an_organisation_that_speaks_is_named() -> None:
    text = "Acme said that its mill closed in March."
    told = replace(attribution(text, "that its mill closed in March", source="Acme"), source_type=ORGANISED)
    assert said(text, told) == ["Acme's mill closed in March"]


def test_the_company_is_the_one_whose_spokeswoman_says_so() -> None:
    text = "A spokeswoman for Apple said that the company closed the mill in March."
    told = attribution(text, "that the company closed the mill in March", source="A spokeswoman for Apple")
    assert said(text, told) == ["Apple closed the mill in March"]


def test_the_company_stays_where_two_are_named() -> None:
    text = "A lawyer for Apple and Google said that the company closed the mill in March."
    told = attribution(text, "that the company closed the mill in March", source="A lawyer for Apple and Google")
    assert said(text, told) == ["the company closed the mill in March"]


def test_the_ministry_that_speaks_keeps_its_article() -> None:
    text = "The commerce ministry said it closed the mill in March."
    told = attribution(text, "it closed the mill in March", source="The commerce ministry")
    told = replace(told, source_type=ORGANISED, speaker="commerce ministry")
    assert said(text, told) == ["the commerce ministry closed the mill in March"]


@pytest.mark.parametrize(
    "opening",
    ["(Reuters) - ", "LISBON, May 3 (AP) -- ", "Salem, OR — ", "Lisbon (AP) — ", "UPDATE: ", "BREAKING NEWS: "],
)
def test_datelines_and_labels_go(opening: str) -> None:
    assert said(f"{opening}The mill closed its gates in March.") == ["The mill closed its gates in March."]


def test_a_place_before_a_dash_in_the_sentence_stays() -> None:
    assert said("Lisbon — the old port — lost its mill in March.") == [
        "Lisbon — the old port — lost its mill in March."
    ]
