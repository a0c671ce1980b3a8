from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from index.linkage import average_linkage
from index.points import Points

ROWS = arrays(np.float64, st.tuples(st.integers(2, 14), st.just(4)), elements=st.floats(-1, 1, width=32))

ANY = -9.0  # a score that every pair has


def ring(*degrees: float) -> tuple[np.ndarray, list[tuple[int, int]]]:
    """Points on a circle, and all pairs of them."""
    angle = np.radians(degrees)
    return np.column_stack([np.cos(angle), np.sin(angle)]), list(combinations(range(len(degrees)), 2))


@given(ROWS, st.floats(0.1, 0.95))
@settings(max_examples=60, deadline=None)
def test_the_sparse_graph_gives_what_the_full_matrix_gives(rows: np.ndarray, threshold: float) -> None:
    from scipy.cluster.hierarchy import fcluster, linkage

    # Rows of length 1, told apart by noise: the two implementations break ties differently.
    rows = rows + np.random.default_rng(len(rows)).normal(scale=0.05, size=rows.shape)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    cosines = np.clip(rows @ rows.T, -1, 1)
    upper = np.triu_indices(len(rows), 1)
    tree = linkage(1 - cosines[upper], "average")
    if np.min(np.abs((1 - tree[:, 2]) - threshold)) < 1e-4:
        return  # a join that rounding decides
    expected = fcluster(tree, 1 - threshold, "distance")
    edges = [(a, b) for a, b in zip(*map(np.ndarray.tolist, upper), strict=True) if cosines[a, b] >= threshold]
    points = Points(rows, [{} for _ in rows])
    found = average_linkage(points, edges, [], [], threshold, ANY)
    assert {frozenset(cluster) for cluster in found} == {
        frozenset(np.flatnonzero(expected == label).tolist()) for label in set(expected.tolist())
    }


def test_copies_count_for_one() -> None:
    angle = np.radians([0, 1, 2, 40, 75])
    rows = np.column_stack([np.cos(angle), np.sin(angle)])
    edges = [(0, 1), (0, 2), (1, 2), (0, 3), (1, 3), (2, 3), (3, 4)]
    # Of three like 0 and one other each, the two at 40 and 75 degrees are as near as 1 and 40.
    score = float(np.cos(np.radians([75, 74, 73, 35])) @ [1 / 3, 1 / 3, 1 / 3, 1]) / 2
    copies = [(0, 1), (0, 2), (1, 2)]
    for threshold, expected in ((score - 0.001, [[0, 1, 2, 3, 4]]), (score + 0.001, [[0, 1, 2, 3], [4]])):
        counted_once = Points(rows, [{}] * 5, copies=copies)
        assert average_linkage(counted_once, edges, [[0, 1, 2, 3]], [], threshold, ANY) == expected
    assert average_linkage(Points(rows, [{}] * 5), edges, [[0, 1, 2, 3]], [], score - 0.001, ANY) == [[0, 1, 2, 3], [4]]


def test_a_mean_score_adds_up_vectors_words_and_lifts() -> None:
    rows = np.array([[1.0, 0.0], [0.0, 1.0], [0.8, 0.6]])
    words = [{"a": 1.0}, {"b": 1.0}, {"b": 1.0}]
    points = Points(rows, words, word_weight=0.4, lifts=[0.0, 0.1, 0.02])
    # The group {0, 1} with 2: mean cosine (0.8 + 0.6) / 2, mean of words 1 / 2, mean lift 0.05 and 0.02.
    score = ((0.8 + 0.6) / 2 + 0.4 / 2) / 1.4 + 0.05 + 0.02
    joined = average_linkage(points, [(0, 2)], [[0, 1]], [], score - 0.001, ANY)
    apart = average_linkage(points, [(0, 2)], [[0, 1]], [], score + 0.001, ANY)
    assert (joined, apart) == ([[0, 1, 2]], [[0, 1], [2]])


def test_apart_passes_on_to_what_a_cluster_becomes() -> None:
    rows = np.array([[1.0, 0.0]] * 3)
    found = average_linkage(Points(rows, [{}] * 3), [(0, 1), (0, 2), (1, 2)], [], [(0, 2)], 0.5, ANY)
    assert found == [[0, 1], [2]]


def test_a_penalty_counts_for_its_pair_alone() -> None:
    rows = np.array([[1.0, 0.0]] * 3)
    edges = [(0, 1), (0, 2), (1, 2)]
    one, two = (Points(rows, [{}] * 3, penalties=taken) for taken in ({(0, 2): 0.3}, {(0, 2): 0.3, (1, 2): 0.3}))
    assert average_linkage(one, edges, [], [], 0.8, ANY) == [[0, 1, 2]]
    assert average_linkage(two, edges, [], [], 0.8, ANY) == [[0, 1], [2]]


def test_a_point_far_from_the_medoid_leaves_though_the_mean_is_near() -> None:
    rows, edges = ring(0, 4, 8, 12, 16, 60)
    points = Points(rows, [{}] * 6)
    score = float(np.cos(np.radians(44)))  # of 60 with the medoid at 16
    assert average_linkage(points, edges, [], [], 0.6, score - 0.001) == [[0, 1, 2, 3, 4, 5]]
    assert average_linkage(points, edges, [], [], 0.6, score + 0.001) == [[0, 1, 2, 3, 4], [5]]


def test_what_is_put_out_joins_the_closest_cluster_that_it_fits() -> None:
    # On average 45 is a little closer to those that were judged the same than to 85, but far from their medoid at 4.
    rows, edges = ring(0, 1, 2, 3, 4, 30, 45, 85)
    points, judged = Points(rows, [{}] * 8), [[0, 1, 2, 3, 4, 5]]
    assert average_linkage(points, edges, judged, [], 0.7, ANY) == [[0, 1, 2, 3, 4, 5, 6], [7]]
    assert average_linkage(points, edges, judged, [], 0.7, 0.76) == [[0, 1, 2, 3, 4, 5], [6, 7]]
    assert average_linkage(points, edges, judged, [], 0.7, 0.77) == [[0, 1, 2, 3, 4, 5], [6], [7]]
    assert average_linkage(points, edges, judged, [(6, 7)], 0.7, 0.76) == [[0, 1, 2, 3, 4, 5], [6], [7]]


def test_a_dumb_bell_falls_into_its_two_ends() -> None:
    # Two tight ends and a bridge; a low threshold joins them all, and the bridge is the medoid, near neither.
    rows, edges = ring(0, 2, 4, 6, 45, 84, 86, 88, 90)
    points = Points(rows, [{}] * 9)
    assert average_linkage(points, edges, [], [], 0.2, ANY) == [list(range(9))]
    assert average_linkage(points, edges, [], [], 0.2, 0.75) == [[0, 1, 2, 3, 4], [5, 6, 7, 8]]


@given(st.integers(3, 40), st.floats(2, 30), st.floats(0.4, 0.9), st.floats(0.3, 0.9))
@settings(max_examples=60, deadline=None)
def test_a_sequence_that_drifts_never_reaches_beyond_its_core(
    count: int, step: float, threshold: float, core: float
) -> None:
    rows, edges = ring(*(step * number for number in range(count)))
    near = [(a, b) for a, b in edges if rows[a] @ rows[b] >= threshold]
    points = Points(rows, [{}] * count)
    found = average_linkage(points, near, [], [], threshold, core)
    assert sorted(point for cluster in found for point in cluster) == list(range(count))
    for cluster in found:
        medoid = points.medoid(cluster, points.closeness(cluster))
        assert all(rows[medoid] @ rows[point] >= core - 1e-6 for point in cluster if point != medoid)


def test_a_group_leaves_as_one_or_not_at_all() -> None:
    rows, edges = ring(0, 4, 8, 12, 80, 100)
    points = Points(rows, [{}] * 6)
    together = average_linkage(points, edges, [[3, 5]], [], 0.2, 0.5)
    assert any({3, 5} <= set(cluster) for cluster in together)
    out = average_linkage(points, edges, [[4, 5]], [], 0.2, 0.5)
    assert out == [[0, 1, 2, 3], [4, 5]]
