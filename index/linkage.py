"""Average linkage on a sparse graph: pure arithmetic on numbered points, nothing about claims.

Two clusters become one while the mean score over *all* pairs between them is at least the threshold, the closest
first (UPGMA: Sokal and Michener 1958). Single linkage would chain; this cannot: one close pair does not outweigh
many distant ones. The mean cosine between two clusters of unit vectors is the product of their mean vectors, and a
mean that reaches the threshold needs at least one pair that does; so only pairs of clusters joined by such an edge
are ever looked at, and the result is still exactly that of the full matrix.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector: TypeAlias = NDArray[np.float64]

PLACES = 6
"""Decimals of a mean score. Sums taken in another order differ in the last bits, which must not decide a join."""


@dataclass(slots=True)
class Heap:
    """A cluster in the making: its points, sums over its claims, and what is known of it and its neighbours."""

    rank: int
    points: list[int]
    size: int
    vector: Vector
    words: dict[str, float]
    edges: set[int] = field(default_factory=set)
    taken: dict[int, float] = field(default_factory=dict)
    apart: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Points:
    """What is clustered: ``vectors`` (n, d) with rows of length 1, word profiles of length 1, and how many each counts.

    Points are numbered in an order that does not depend on the order of input; ties go to the lower number.
    """

    vectors: NDArray[np.float64]
    words: Sequence[Mapping[str, float]]
    sizes: Sequence[int]


def mean_score(left: Heap, right: Heap, weight: float) -> float:
    """Return the mean of ``(cosine + weight * words) / (1 + weight)`` less penalties over all pairs between two."""
    small, large = (left, right) if len(left.words) <= len(right.words) else (right, left)
    shared = sum(value * large.words[word] for word, value in small.words.items() if word in large.words)
    total = (float(left.vector @ right.vector) + weight * shared) / (1 + weight)
    return round((total - left.taken.get(right.rank, 0.0)) / (left.size * right.size), PLACES)


def average_linkage(
    points: Points,
    edges: Iterable[tuple[int, int]],
    penalties: Mapping[tuple[int, int], float],
    groups: Sequence[Sequence[int]],
    apart: Iterable[tuple[int, int]],
    threshold: float,
    weight: float,
) -> list[list[int]]:
    """Return the clusters as sorted lists of point numbers, in order of their first points.

    Args:
        points: what is clustered.
        edges: the pairs of points whose score is at least ``threshold``.
        penalties: what is taken off the score of a pair, for pairs where it is not 0, each pair in order.
        groups: points that stay together whatever their scores (disjoint).
        apart: points that never come together, nor the clusters that they are in.
        threshold: mean score at which two clusters become one.
        weight: the words' weight beside the cosine's 1.
    """
    home = list(range(len(points.sizes)))
    for group in groups:
        for point in group:
            home[point] = min(group)
    heaps: dict[int, Heap] = {}
    for point, first in enumerate(home):
        size = points.sizes[point]
        if first == point:
            words = {word: value * size for word, value in points.words[point].items()}
            heaps[point] = Heap(point, [point], size, points.vectors[point] * size, words)
        else:
            _pour(
                heaps[first], Heap(point, [point], size, points.vectors[point] * size, dict(points.words[point])), size
            )
    for a, b in edges:
        if home[a] != home[b]:
            heaps[home[a]].edges.add(home[b])
            heaps[home[b]].edges.add(home[a])
    for (a, b), taken in penalties.items():
        if home[a] != home[b]:
            amount = taken * points.sizes[a] * points.sizes[b]
            for one, two in ((home[a], home[b]), (home[b], home[a])):
                heaps[one].taken[two] = heaps[one].taken.get(two, 0.0) + amount
    for a, b in apart:
        heaps[home[a]].apart.add(home[b])
        heaps[home[b]].apart.add(home[a])
    return _merge(heaps, threshold, weight)


def _merge(heaps: dict[int, Heap], threshold: float, weight: float) -> list[list[int]]:
    queue: list[tuple[float, int, int, int, int]] = []

    def offer(one: Heap, two: Heap) -> None:
        if two.rank in one.apart:
            return
        score = mean_score(one, two, weight)
        if score >= threshold:
            a, b = (one, two) if one.rank < two.rank else (two, one)
            heapq.heappush(queue, (-score, a.rank, b.rank, len(a.points), len(b.points)))

    for rank in sorted(heaps):
        for other in sorted(heaps[rank].edges):
            if rank < other:
                offer(heaps[rank], heaps[other])
    while queue:
        _, a, b, points_a, points_b = heapq.heappop(queue)
        # An entry is stale when one of the two is gone or has grown since.
        if a not in heaps or b not in heaps or (len(heaps[a].points), len(heaps[b].points)) != (points_a, points_b):
            continue
        one, two = heaps[a], heaps.pop(b)
        _pour(one, two)
        _rewire(heaps, one, two)
        for other in sorted(one.edges):
            offer(one, heaps[other])
    return [sorted(heaps[rank].points) for rank in sorted(heaps)]


def _pour(into: Heap, other: Heap, times: int = 1) -> None:
    into.points += other.points
    into.size += other.size
    into.vector = into.vector + other.vector
    for word, value in other.words.items():
        into.words[word] = into.words.get(word, 0.0) + value * times


def _rewire(heaps: Mapping[int, Heap], one: Heap, gone: Heap) -> None:
    """Let every neighbour of ``gone`` know ``one`` instead."""
    for other in gone.edges:
        heaps[other].edges.discard(gone.rank)
        if other != one.rank:
            heaps[other].edges.add(one.rank)
            one.edges.add(other)
    for other, taken in gone.taken.items():
        heaps[other].taken.pop(gone.rank, None)
        if other != one.rank:
            heaps[other].taken[one.rank] = heaps[other].taken.get(one.rank, 0.0) + taken
            one.taken[other] = one.taken.get(other, 0.0) + taken
    for other in gone.apart:
        heaps[other].apart.discard(gone.rank)
        heaps[other].apart.add(one.rank)
        one.apart.add(other)
    one.edges.discard(one.rank)
