from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.sameness import Regression, cue_evidence, inference_evidence, sameness_weights

SCORES = st.lists(st.floats(0, 1), min_size=3, max_size=3)


@given(SCORES, SCORES)
def test_which_claim_comes_first_changes_nothing(there: list[float], back: list[float]) -> None:
    assert inference_evidence(there, back) == inference_evidence(back, there)


@given(st.text(max_size=80), st.text(max_size=80))
def test_cues_are_compared_alike_from_both_sides(left: str, right: str) -> None:
    assert cue_evidence(left, right) == cue_evidence(right, left)


def test_a_cue_in_one_text_is_told_from_a_cue_in_both() -> None:
    one = cue_evidence("The story is a hoax", "The bridge is closed")
    both = cue_evidence("The story is a hoax", "The report is fake")
    assert (one["denial in one"], one["denial in both"]) == (1.0, 0.0)
    assert (both["denial in one"], both["denial in both"]) == (0.0, 1.0)


def test_more_that_entails_makes_the_same_likelier() -> None:
    weights = sameness_weights()
    near = inference_evidence([0.9, 0.05, 0.05], [0.9, 0.05, 0.05])
    far = inference_evidence([0.05, 0.05, 0.9], [0.05, 0.05, 0.9])
    assert weights.probability(near) > weights.probability(far)


def test_odds_beyond_all_measure_are_still_a_probability() -> None:
    assert 0 <= Regression(1e9, {}).probability({}) <= 1
    assert 0 <= Regression(-1e9, {}).probability({}) <= 1
