"""Average linkage on a sparse graph, around a core: pure arithmetic on numbered points, nothing about claims.

Two clusters become one while the mean score over *all* pairs between them is at least the threshold, the closest
first (UPGMA: Sokal and Michener 1958). Single linkage would chain; this seldom does: one close pair does not outweigh
many distant ones. *Two that are each tight must be nearer than two that are loose*: the threshold rises with the
cohesion of the looser of the two, its own mean score within. Two stories of one kind (two men killed by one band) are
as near as two wordings of one story told in many ways; what tells them apart is that each by itself is much tighter.
The mean over all pairs comes from sums, and a mean that reaches the threshold needs at least one pair that does; so
only pairs of clusters joined by such an edge are ever looked at, and the result is still exactly that of the full
matrix.

A mean says nothing of each single point, so after that a rule holds which an editor can check on the page: *every
member is at least so much like the cluster's central claim*. Who is not leaves, and joins the closest cluster in which
the rule then holds for all; else it stands alone.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from index.points import PLACES, Points

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector: TypeAlias = NDArray[np.float64]


LOOSE_PAIRS = 2.0
"""Pairs at the threshold that count with a cluster's own where its cohesion is asked: one near pair is no tight
cluster. benchmarks/clustering.py: between 1 and 5 B-cubed changes by 0.01."""


@dataclass(slots=True)
class Heap:
    """A cluster in the making: its points, sums over them by their weights, and what is known of its neighbours.

    ``inner`` is the sum of the scores of its ``pairs`` (by weight). ``larger`` has the points of the larger of the two
    that it was last made of.
    """

    rank: int
    points: list[int]
    weight: float
    vector: Vector
    words: dict[str, float]
    lift: float
    inner: float = 0.0
    pairs: float = 0.0
    edges: set[int] = field(default_factory=set)
    taken: dict[int, float] = field(default_factory=dict)
    apart: set[int] = field(default_factory=set)
    larger: list[int] = field(default_factory=list)


def mean_score(left: Heap, right: Heap) -> float:
    """Return the mean score over all pairs of points between two, each pair by the weights of its points."""
    return round(_between(left, right) / (left.weight * right.weight), PLACES)


def cohesion(heap: Heap, threshold: float) -> float:
    """Return the mean score within a cluster, with :data:`LOOSE_PAIRS` more pairs at the threshold."""
    return round((heap.inner + LOOSE_PAIRS * threshold) / (heap.pairs + LOOSE_PAIRS), PLACES)


def _between(left: Heap, right: Heap) -> float:
    small, large = (left, right) if len(left.words) <= len(right.words) else (right, left)
    total = float(left.vector @ right.vector)
    total += sum(value * large.words[word] for word, value in small.words.items() if word in large.words)
    total += left.lift * right.weight + right.lift * left.weight - left.taken.get(right.rank, 0.0)
    return total


def average_linkage(
    points: Points,
    edges: Iterable[tuple[int, int]],
    groups: Sequence[Sequence[int]],
    apart: Iterable[tuple[int, int]],
    threshold: float,
    core: float,
    tightness: float = 0.0,
) -> list[list[int]]:
    """Return the clusters as sorted lists of point numbers, in order of their first points.

    Args:
        points: what is clustered.
        edges: the pairs of points whose score is at least ``threshold``.
        groups: points that stay together whatever their scores (disjoint).
        apart: points that never come together, nor the clusters that they are in.
        threshold: mean score at which two clusters become one.
        tightness: share of the cohesion above the threshold, of the looser of two clusters, by which the threshold
        rises. core: score that each has with the medoid of its cluster at least; of a group, its point that is most
        like it.
    """
    edges, apart = list(edges), list(apart)
    unit_of = list(range(len(points)))
    for group in groups:
        for point in group:
            unit_of[point] = min(group)
    heaps = _merge(_heaps(points, groups, edges, apart), threshold, tightness, lambda _: True)
    settled = [part for heap in heaps for part in _around_core(points, heap, unit_of, core)]
    if len(settled) > len(heaps):

        def holds(together: list[int]) -> bool:
            return not _strays(points, together, _medoid(points, together), unit_of, core)

        heaps = _merge(_heaps(points, settled, edges, apart), threshold, tightness, holds)
    return [sorted(heap.points) for heap in heaps]


def _around_core(points: Points, heap: Heap, unit_of: Sequence[int], core: float) -> list[list[int]]:
    """Return what stays of a cluster, and then each point or group that leaves it.

    Of two ends with a bridge between them, the bridge is the medoid: were all compared with it, what stays would be the
    bridge and a part of either end. So when anybody has to leave, the medoid of the larger part says first who.
    """
    stays, out = sorted(heap.points), []
    if len(stays) == 1 or not _strays(points, stays, _medoid(points, stays), unit_of, core):
        return [stays]
    leaving = sorted(_strays(points, stays, _medoid(points, sorted(heap.larger)), unit_of, core))
    while True:
        out += [[point for point in stays if unit_of[point] == unit] for unit in leaving]
        stays = [point for point in stays if unit_of[point] not in leaving]
        strays = _strays(points, stays, _medoid(points, stays), unit_of, core)
        if not strays:
            return [stays, *out]
        leaving = [min(strays, key=lambda unit: (strays[unit], unit))]


def _medoid(points: Points, cluster: Sequence[int]) -> int:
    return points.medoid(cluster, points.closeness(cluster))


def _strays(
    points: Points, cluster: Sequence[int], medoid: int, unit_of: Sequence[int], core: float
) -> dict[int, float]:
    """Return the points and groups of ``cluster`` whose score with ``medoid`` is below ``core``, with that score."""
    best: dict[int, float] = {}
    for point, score in zip(cluster, points.scores(medoid, cluster).tolist(), strict=True):
        best[unit_of[point]] = max(score, best.get(unit_of[point], score))
    del best[unit_of[medoid]]  # the medoid is like itself, and nobody leaves a group alone
    return {unit: score for unit, score in best.items() if score < core}


def _heaps(
    points: Points,
    groups: Iterable[Sequence[int]],
    edges: Iterable[tuple[int, int]],
    apart: Iterable[tuple[int, int]],
) -> dict[int, Heap]:
    """Return each group and each other point as a cluster of its own, by its first point."""
    home = list(range(len(points)))
    for group in groups:
        for point in group:
            home[point] = min(group)
    heaps: dict[int, Heap] = {}
    for point, first in enumerate(home):
        weight = float(points.weights[point])
        words = {word: value * weight for word, value in points.words[point].items()}
        one = Heap(point, [point], weight, points.vectors[point] * weight, words, float(points.lifts[point]) * weight)
        if first == point:
            heaps[point] = one
        else:
            _pour(heaps[first], one)
    for a, b in edges:
        if home[a] != home[b]:
            heaps[home[a]].edges.add(home[b])
            heaps[home[b]].edges.add(home[a])
    for a, b, taken in points.penalties():
        if home[a] != home[b]:
            amount = taken * float(points.weights[a] * points.weights[b])
            for one, two in ((heaps[home[a]], heaps[home[b]]), (heaps[home[b]], heaps[home[a]])):
                one.taken[two.rank] = one.taken.get(two.rank, 0.0) + amount
    for a, b in apart:
        heaps[home[a]].apart.add(home[b])
        heaps[home[b]].apart.add(home[a])
    return heaps


def _merge(
    heaps: dict[int, Heap], threshold: float, tightness: float, holds: Callable[[list[int]], bool]
) -> list[Heap]:
    """Join the closest two again and again, where what they make together ``holds``."""
    queue: list[tuple[float, int, int, int, int]] = []

    def offer(one: Heap, two: Heap) -> None:
        if two.rank in one.apart:
            return
        score = mean_score(one, two)
        looser = min(cohesion(one, threshold), cohesion(two, threshold))
        if score >= threshold + tightness * max(0.0, looser - threshold):
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
        if not holds(sorted(heaps[a].points + heaps[b].points)):
            continue
        one, two = heaps[a], heaps.pop(b)
        one.larger = list(two.points if two.weight > one.weight else one.points)
        one.inner += two.inner + _between(one, two)
        one.pairs += two.pairs + one.weight * two.weight
        _pour(one, two)
        _rewire(heaps, one, two)
        for other in sorted(one.edges):
            offer(one, heaps[other])
    return [heaps[rank] for rank in sorted(heaps)]


def _pour(into: Heap, other: Heap) -> None:
    into.points += other.points
    into.weight += other.weight
    into.lift += other.lift
    into.vector = into.vector + other.vector
    for word, value in other.words.items():
        into.words[word] = into.words.get(word, 0.0) + value


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
