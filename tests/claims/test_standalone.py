from __future__ import annotations

from dataclasses import replace

import pytest

from claims.articles import article
from claims.language import parse
from claims.records import Attribution, Kind, SourceType
from claims.standalone import People, standalone
from claims.statements import find_statements
from settings import Claims
from tests.claims.test_statements import attribution

MODEL = Claims().spacy_model


def said(text: str, *attributions: Attribution) -> list[str]:
    doc = parse(text, MODEL)
    people = People.of(doc)
    return [standalone(text, found, people) for found in find_statements(article(text), doc, attributions)]


@pytest.mark.parametrize(
    ("text", "content", "cue"),
    [
        ("The mayor said that the mill closed in March.", "that the mill closed in March", "said"),
        ("the mill closed in March, according to the mayor.", "the mill closed in March", "according to"),
    ],
)
def test_the_attributing_frame_is_taken_off(text: str, content: str, cue: str) -> None:
    assert said(text, attribution(text, content, cue=cue)) == ["the mill closed in March"]


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
