from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from index.linkage import Points, average_linkage

ROWS = arrays(np.float64, st.tuples(st.integers(2, 14), st.just(4)), elements=st.floats(-1, 1, width=32))


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
    points = Points(rows, [{} for _ in rows], [1] * len(rows))
    found = average_linkage(points, edges, {}, [], [], threshold, 0.0)
    assert {frozenset(cluster) for cluster in found} == {
        frozenset(np.flatnonzero(expected == label).tolist()) for label in set(expected.tolist())
    }


def test_a_point_that_counts_for_many_weighs_as_many() -> None:
    angle = np.radians([0, 40, 75])
    rows = np.column_stack([np.cos(angle), np.sin(angle)])
    edges = [(0, 1), (1, 2)]
    alone = average_linkage(Points(rows, [{}, {}, {}], [1, 1, 1]), edges, {}, [], [], 0.5, 0.0)
    heavy = average_linkage(Points(rows, [{}, {}, {}], [1, 9, 1]), edges, {}, [], [], 0.5, 0.0)
    assert (alone, heavy) == ([[0, 1, 2]], [[0, 1, 2]])
    far = average_linkage(Points(rows, [{}, {}, {}], [1, 1, 9]), edges, {}, [], [], 0.7, 0.0)
    assert far == [[0], [1, 2]]


def test_points_of_a_group_weigh_by_what_they_count_for() -> None:
    rows = np.array([[1.0, 0.0], [0.0, 1.0], [0.8, 0.6]])
    words = [{"a": 1.0}, {"b": 1.0}, {"b": 1.0}]
    # The group {0, 1} is 3 claims of row 0 and 1 of row 1: mean cosine to row 2 (3 * 0.8 + 0.6) / 4, words 1/4.
    score = ((3 * 0.8 + 0.6) / 4 + 0.4 * 0.25) / 1.4
    points = Points(rows, words, [3, 1, 1])
    joined = average_linkage(points, [(0, 2)], {}, [[0, 1]], [], score - 0.001, 0.4)
    apart = average_linkage(points, [(0, 2)], {}, [[0, 1]], [], score + 0.001, 0.4)
    assert (joined, apart) == ([[0, 1, 2]], [[0, 1], [2]])


def test_apart_passes_on_to_what_a_cluster_becomes() -> None:
    rows = np.array([[1.0, 0.0]] * 3)
    found = average_linkage(Points(rows, [{}] * 3, [1] * 3), [(0, 1), (0, 2), (1, 2)], {}, [], [(0, 2)], 0.5, 0.0)
    assert found == [[0, 1], [2]]


def test_a_penalty_counts_for_its_pair_alone() -> None:
    rows = np.array([[1.0, 0.0]] * 3)
    edges = [(0, 1), (0, 2), (1, 2)]
    points = Points(rows, [{}] * 3, [1] * 3)
    assert average_linkage(points, edges, {(0, 2): 0.3}, [], [], 0.8, 0.0) == [[0, 1, 2]]
    assert average_linkage(points, edges, {(0, 2): 0.3, (1, 2): 0.3}, [], [], 0.8, 0.0) == [[0, 1], [2]]
