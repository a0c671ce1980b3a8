from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import ModelError
from index.relation import CONTRADICTS, ENTAILS, LONGEST, framed, load_relation_model, softmax

BRIDGE = "The bridge at Tarn was closed on Monday."


@pytest.mark.parametrize(
    ("passage", "claim", "column"),
    [
        ("It is a fact that the bridge at Tarn was closed on Monday.", BRIDGE, ENTAILS),
        ("The bridge at Tarn was not closed on Monday.", BRIDGE, CONTRADICTS),
        ("It is not true that the bridge at Tarn was closed on Monday.", BRIDGE, CONTRADICTS),
    ],
)
def test_what_is_inferred_from_a_passage(passage: str, claim: str, column: int) -> None:
    scores = load_relation_model().scores([(passage, claim)])
    assert scores.shape == (1, 3)
    assert int(scores[0].argmax()) == column


@given(st.lists(st.tuples(st.text(max_size=60), st.text(max_size=60)), max_size=6))
@settings(max_examples=25, deadline=None)
def test_a_pair_scores_the_same_alone_and_among_others(pairs: list[tuple[str, str]]) -> None:
    model = load_relation_model()
    together = model.scores(pairs)
    assert together.shape == (len(pairs), 3)
    assert np.allclose(together.sum(axis=1), 1, atol=1e-3)
    for pair, row in zip(pairs, together, strict=True):
        assert (model.scores([pair])[0] == row).all()


def test_a_text_entails_itself_however_it_is_typeset() -> None:
    assert load_relation_model().scores([("He said ‘no’", 'He said "no"')])[0].tolist() == [1.0, 0.0, 0.0]


@given(st.lists(st.integers(1000, 2000), max_size=300), st.lists(st.integers(1000, 2000), max_size=300))
def test_a_pair_is_cut_to_fit_the_longer_text_first(one: list[int], two: list[int]) -> None:
    ids, types = framed(one, two)
    assert len(ids) == len(types) <= LONGEST
    assert sorted(types) == types
    shown = [sum(1 for kind in types if kind == side) for side in (0, 1)]
    if len(one) + len(two) + 3 <= LONGEST:
        assert len(ids) == len(one) + len(two) + 3
    else:
        assert abs(shown[0] - 1 - shown[1]) <= 1 or min(len(one), len(two)) <= LONGEST // 2


def test_probabilities_sum_to_one_for_any_logits() -> None:
    assert softmax(np.array([[1000.0, 0.0, -1000.0], [0.0, 0.0, 0.0]])).sum(axis=1).tolist() == pytest.approx([1, 1])


def test_a_model_that_is_not_there_says_what_to_do(tmp_path: object) -> None:
    with pytest.raises(ModelError, match="CLAIMTRAIL_INDEX_RELATION"):
        load_relation_model(str(tmp_path)).scores([("a", "b")])
