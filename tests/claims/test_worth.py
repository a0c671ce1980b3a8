from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.checkworthiness import gold_file, measured, score
from claims.errors import ModelError
from claims.language import parse
from claims.worth import load_worth
from settings import Claims

MODEL = Claims().spacy_model


def worth(text: str) -> float:
    return load_worth().score(parse(text, MODEL)[:])


def test_a_figure_is_worth_more_than_a_greeting() -> None:
    assert worth("Unemployment rose to 7 percent last year, the highest in Europe.") > 0.8
    assert worth("Good evening and thank you all for coming tonight.") < 0.3


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=80))
def test_worth_lies_between_nought_and_one(text: str) -> None:
    assert 0.0 <= worth(text) <= 1.0


def test_missing_weights_are_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"training\.checkworthiness"):
        load_worth(tmp_path / "none.json")


def test_average_precision_is_one_for_a_perfect_ranking() -> None:
    result = measured([0.9, 0.8, 0.2], [1, 1, 0])
    assert (result.f1, result.average_precision) == (1.0, 1.0)


def test_no_hits_give_nought_and_no_error() -> None:
    assert measured([0.1], [1]).f1 == 0.0


@pytest.mark.data
def test_claimbuster_is_ranked_as_well_as_the_model_card_says() -> None:
    if not gold_file().is_file():
        pytest.skip(f"no {gold_file()}: set CLAIMTRAIL_DATA to the folder of the gold data")
    assert score().f1 >= 0.80
