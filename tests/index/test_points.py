from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from index.linkage import _heaps, mean_score
from index.points import Points

WEIGHT = 0.4


@st.composite
def made(draw: st.DrawFn) -> tuple[Points, np.ndarray, np.ndarray]:
    """Points, and the scores and weights that they should have, by the definition."""
    count = draw(st.integers(2, 9))
    random = np.random.default_rng(draw(st.integers(0, 10**6)))
    rows = random.normal(size=(count, 4)) + 0.7
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    profiles = np.abs(random.normal(size=(count, 5))) * (random.random((count, 5)) < 0.6)
    lengths = np.linalg.norm(profiles, axis=1, keepdims=True)
    profiles = np.divide(profiles, lengths, out=np.zeros_like(profiles), where=lengths > 0)
    lifts = random.choice([0.0, 0.05], size=count)
    pairs = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(lambda pair: pair[0] < pair[1])
    taken = draw(st.dictionaries(pairs, st.floats(0.05, 0.3), max_size=5))
    copies = draw(st.sets(pairs, max_size=4))
    scores = (rows @ rows.T + WEIGHT * profiles @ profiles.T) / (1 + WEIGHT) + lifts[:, None] + lifts[None, :]
    for (left, right), penalty in taken.items():
        scores[left, right] -= penalty
        scores[right, left] -= penalty
    alike = np.eye(count, dtype=bool)
    for left, right in copies:
        alike[left, right] = alike[right, left] = True
    words = [{str(column): value for column, value in enumerate(own) if value > 0} for own in profiles.tolist()]
    points = Points(rows, words, word_weight=WEIGHT, lifts=lifts.tolist(), penalties=taken, copies=copies)
    # What is a copy is scored without a penalty: a penalty makes it none.
    for left, right in copies & taken.keys():
        scores[left, right] = scores[right, left] = np.nan
    return points, scores, alike


@given(made(), st.data())
@settings(max_examples=80, deadline=None)
def test_sums_give_what_all_pairs_give(
    given_points: tuple[Points, np.ndarray, np.ndarray], data: st.DataObject
) -> None:
    points, scores, alike = given_points
    if np.isnan(scores).any():
        return
    chosen = sorted(data.draw(st.sets(st.sampled_from(range(len(points))), min_size=1)))
    weights = 1 / alike.sum(axis=1)
    assert np.allclose(points.weights, weights)
    assert np.allclose(np.delete(points.scores(chosen[0], chosen), 0), scores[chosen[0], chosen[1:]], atol=1e-6)
    for point, closeness in zip(chosen, points.closeness(chosen).tolist(), strict=True):
        others = [other for other in chosen if not alike[point, other]]
        mean = np.average(scores[point, others], weights=weights[others]) if others else 1.0
        assert abs(closeness - np.clip(mean, 0, 1)) < 1e-3
    rest = [point for point in range(len(points)) if point not in chosen]
    if rest:
        heaps = _heaps(points, [chosen, rest], [], [])
        expected = np.average(scores[np.ix_(chosen, rest)], weights=np.outer(weights[chosen], weights[rest]))
        assert abs(mean_score(heaps[chosen[0]], heaps[rest[0]]) - expected) < 1e-5


def test_a_wording_printed_with_small_edits_counts_once() -> None:
    angle = np.radians([0, 20, 40, 40.5, 41, 41.5, 42])
    rows = np.column_stack([np.cos(angle), np.sin(angle)])
    copies = [(a, b) for a in range(2, 7) for b in range(a + 1, 7)]
    everyone = range(7)
    swamped, counted = Points(rows, [{}] * 7), Points(rows, [{}] * 7, copies=copies)
    assert swamped.medoid(everyone, swamped.closeness(everyone)) == 2
    assert counted.medoid(everyone, counted.closeness(everyone)) == 1


def test_of_near_equals_the_whole_one_is_the_medoid() -> None:
    angle = np.radians([0, 10, 21])
    rows = np.column_stack([np.cos(angle), np.sin(angle)])
    for near, medoid in ((0.0, 1), (0.05, 0)):
        points = Points(rows, [{}] * 3, whole=[2, 0, 1], near_equal=near)
        assert points.medoid(range(3), points.closeness(range(3))) == medoid
