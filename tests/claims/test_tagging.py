"""The tagger: legal tags, windows that decide every piece once, worth, and what a broken model folder says."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.checkworthiness import measured, worth
from claims import tagging
from claims.articles import article
from claims.attributions import attribute
from claims.errors import ModelError
from claims.language import parse
from claims.paragraphs import paragraphs
from claims.quotation import find_quotations
from claims.records import Span
from claims.tagging import MODEL, TAGS, Reading, load_tagger
from claims.wordpieces import Pieces, split
from settings import Claims


def reading(text: str) -> Reading:
    return attribute(article(text), parse(text, Claims().spacy_model)).reading


def pieces(text: str) -> Pieces:
    return split(text, paragraphs(text), find_quotations(text), load_tagger().tokenizer)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 40).flatmap(lambda size: st.lists(st.integers(0, TAGS - 1), min_size=size, max_size=size)))
def test_decoded_tags_are_legal_and_legal_ones_are_left_alone(wanted: list[int]) -> None:
    scores = np.full((len(wanted), TAGS), -5.0, np.float32)
    scores[np.arange(len(wanted)), wanted] = -0.1
    found = tagging._viterbi(scores)
    legal = all(
        tag == 0 or tag % 2 == 1 or (place > 0 and wanted[place - 1] in (tag - 1, tag))
        for place, tag in enumerate(wanted)
    )
    for place, tag in enumerate(found):
        assert tag == 0 or tag % 2 == 1 or found[place - 1] in (tag - 1, tag)
        assert tag == 0 or tag % 2 == 1 or place > 0
    if legal:
        assert found == wanted


@pytest.mark.parametrize(
    "text", ["One line.", "word " * 3000, "A line.\n" * 700, "x" * 5000, "“A,” he said.\n\n" * 90 + "long " * 900]
)
def test_every_piece_is_decided_by_exactly_one_window(text: str) -> None:
    found = pieces(text)
    decided = np.concatenate([shown.places[shown.main] for shown in tagging._windows(found)])
    assert sorted(decided.tolist()) == list(range(len(found.ids)))
    assert all(len(shown.ids) <= 512 for shown in tagging._windows(found))


def test_a_text_without_words_is_read() -> None:
    found = load_tagger().read(pieces(" \n "))
    assert found.tagged == ()
    assert found.worth_of([Span(0, 3)]) == 0.0


def test_spans_end_at_words() -> None:
    text = "Osric Wendlingham said that Fjællbrück's harbourmasters misremembered the floodgates."
    for found in reading(text).tagged:
        for span in filter(None, (found.content, found.cue, found.source)):
            assert not (text[span.start - 1 : span.start].isalnum() and text[span.start].isalnum())
            assert not (text[span.end - 1].isalnum() and text[span.end : span.end + 1].isalnum())


def test_curly_and_straight_marks_read_alike() -> None:
    straight = '"The pier will hold," said Anna Brandt. "We\'ve checked it twice."'
    curly = "“The pier will hold,” said Anna Brandt. “We’ve checked it twice.”"
    assert [found.content for found in reading(straight).tagged] == [found.content for found in reading(curly).tagged]


def test_a_figure_is_worth_more_than_a_greeting() -> None:
    assert worth("Unemployment rose to 7 percent last year, the highest in Europe.") > 0.8
    assert worth("Good evening and thank you all for coming tonight.") < 0.3


def test_average_precision_is_one_for_a_perfect_ranking_and_nought_without_hits() -> None:
    result = measured([0.9, 0.8, 0.2], [1, 1, 0])
    assert (result.f1, result.average_precision) == (1.0, 1.0)
    assert measured([0.1], [1]).f1 == 0.0


@pytest.mark.parametrize("lost", ["model.onnx", "tokenizer.json", "labels.json"])
def test_a_missing_or_broken_file_is_an_error_that_says_what_to_do(tmp_path: Path, lost: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(MODEL, folder)
    (folder / lost).write_bytes(b"not this")
    with pytest.raises(ModelError, match=r"training\.attribution"):
        load_tagger(folder)
    (folder / lost).unlink()
    with pytest.raises(ModelError, match=r"training\.attribution"):
        load_tagger(folder)
