from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import Neighbour
from index.neighbours import BLOCK, NeighbourIndex


def unit_rows(count: int, seed: int, dimensions: int = 8) -> np.ndarray:
    rows = np.random.default_rng(seed).normal(size=(count, dimensions)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@given(st.integers(0, 60), st.floats(-0.5, 0.95), st.integers(0, 9))
@settings(max_examples=40, deadline=None)
def test_all_pairs_at_or_above_the_floor_are_found_once(count: int, floor: float, seed: int) -> None:
    rows = unit_rows(count, seed)
    ids = [f"c{number:02}" for number in range(count)]
    index = NeighbourIndex(8)
    index.add(ids, rows)
    found = {(pair.left, pair.right) for pair in index.within(ids, rows, floor)}
    exact = rows.astype(float) @ rows.astype(float).T
    expected = {(ids[a], ids[b]) for a in range(count) for b in range(a + 1, count) if exact[a, b] >= floor}
    near = {(ids[a], ids[b]) for a in range(count) for b in range(a + 1, count) if abs(exact[a, b] - floor) < 1e-5}
    assert found ^ expected <= near


def test_pairs_across_blocks_are_found() -> None:
    rows = np.zeros((BLOCK + 2, 4), dtype=np.float32)
    rows[np.arange(len(rows)), np.arange(len(rows)) % 2] = 1
    rows[0] = rows[-1] = [0, 0, 1, 0]
    index = NeighbourIndex(4)
    ids = [f"c{number:05}" for number in range(len(rows))]
    index.add(ids, rows)
    found = index.within([ids[0]], rows[:1], 0.9)
    assert found == [Neighbour(ids[0], ids[-1], 1.0)]


def test_the_nearest_come_first_and_ties_by_id() -> None:
    index = NeighbourIndex(2)
    index.add(["b", "a", "c"], np.array([[1, 0], [1, 0], [0, 1]], dtype=np.float32))
    (hits,) = index.search(np.array([[1, 0]], dtype=np.float32), 9)
    assert [id for id, _ in hits] == ["a", "b", "c"]
    assert hits[0][1] == pytest.approx(1)


def test_an_empty_index_has_no_neighbours() -> None:
    index = NeighbourIndex(2)
    assert index.search(np.ones((1, 2), dtype=np.float32), 3) == [[]]
    assert index.within(["a"], np.ones((1, 2), dtype=np.float32), 0.1) == []


def test_vectors_of_the_wrong_shape_are_refused() -> None:
    with pytest.raises(ValueError, match=r"expected vectors of shape \(1, 2\)"):
        NeighbourIndex(2).add(["a"], np.ones((1, 3), dtype=np.float32))
