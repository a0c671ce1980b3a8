"""Clusters that may be one and were not joined: for each the nearest few, for a person to decide on.

Two clusters are as near as their representatives, for that is the pair of sentences that a person is shown and judges.
Of an archive's clusters nearly all pairs are far apart, so one search bounds likeness from above, and only what may be
among the nearest is compared in full.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from index.candidates import Candidates

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PLACES = 6  # decimals of a score
SLACK = 1e-5  # what float32 may lose of a bound
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Side:
    """A cluster as it stands beside others.

    ``node`` holds its representative. ``articles`` has "" for claims of no article. ``groups`` are those of its claims
    that people judged, ``at_odds`` the clusters that contradict it.
    """

    id: str
    node: int
    articles: frozenset[str]
    groups: frozenset[str]
    at_odds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Near:
    """Another cluster and the score (0 to 1) of the two representatives."""

    other: str
    score: float


class Suggester:
    """Finds the nearest clusters that a person has not told apart, that do not contradict, and that are not all of one
    article."""

    def __init__(self, candidates: Candidates, sides: Sequence[Side], apart: Collection[tuple[str, str]]) -> None:
        self._candidates = candidates
        self._sides = sorted(sides, key=lambda side: side.id)
        self._apart: dict[str, set[str]] = {}
        for one, two in apart:
            self._apart.setdefault(one, set()).add(two)
            self._apart.setdefault(two, set()).add(one)
        # Most pairs are asked for from either side.
        self._likeness = cache(candidates.likeness)
        self._penalty = cache(candidates.penalty)

    def nearest(
        self, asked: Collection[str], moved: Collection[str], standing: Mapping[str, Sequence[Near]]
    ) -> dict[str, list[Near]]:
        """Return the lists of the clusters ``asked``, and of the others those that a cluster that ``moved`` gets into.

        The result is the same as of asking all.

        Args:
            asked: clusters whose lists are made anew.
            moved: clusters that are not as they were when the lists of ``standing`` were made, all ``asked``.
            standing: the lists of clusters that are not asked, as they are.
        """
        import numpy as np

        settings = self._candidates.matcher.settings
        if settings.suggestions == 0 or not asked:
            return {}
        nodes = np.array([side.node for side in self._sides], dtype=np.int64)
        index = self._candidates.index_of(nodes)
        needs = np.array([self._needed(standing.get(side.id)) for side in self._sides])
        news = np.array([side.id in moved for side in self._sides])
        rows = np.array([row for row, side in enumerate(self._sides) if side.id in asked], dtype=np.int64)
        found: dict[str, list[Near]] = {}
        for left, right, bound in self._candidates.bounds(index, nodes[rows], settings.suggest):
            starts = np.flatnonzero(np.diff(left, prepend=-1))
            for first, last in zip(starts.tolist(), [*starts[1:].tolist(), len(left)], strict=True):
                row, others, bounds = int(rows[left[first]]), right[first:last], bound[first:last]
                found[self._sides[row].id] = self._best(row, others, bounds)
                if news[row]:
                    for other in others[bounds >= needs[others] - SLACK].tolist():
                        id = self._sides[other].id
                        if id not in asked and (score := self._score(other, row, float(needs[other]))) is not None:
                            found.setdefault(id, list(standing.get(id, ()))).append(Near(self._sides[row].id, score))
        return {id: sorted(near, key=_order)[: settings.suggestions] for id, near in found.items()}

    def _best(self, row: int, others: NDArray[np.int64], bounds: NDArray[np.float32]) -> list[Near]:
        settings = self._candidates.matcher.settings
        least = settings.suggest
        best: list[Near] = []
        order = (-bounds).argsort(kind="stable")
        for other, bound in zip(others[order].tolist(), bounds[order].tolist(), strict=True):
            if bound < least - SLACK:
                break
            if (score := self._score(row, other, least)) is not None:
                best = sorted([*best, Near(self._sides[other].id, score)], key=_order)[: settings.suggestions]
                if len(best) == settings.suggestions:
                    least = best[-1].score
        return best

    def _needed(self, near: Sequence[Near] | None) -> float:
        """Return the score that gets another cluster into a list that stands."""
        settings = self._candidates.matcher.settings
        return settings.suggest if near is None or len(near) < settings.suggestions else near[-1].score

    def _score(self, one: int, two: int, least: float) -> float | None:
        """Return the score of two clusters, ``None`` where it is below ``least`` or they are not to be suggested."""
        left, right = self._sides[one], self._sides[two]
        nodes = min(left.node, right.node), max(left.node, right.node)
        if one == two or self._likeness(*nodes) < least or right.id in left.at_odds or self._barred(left, right):
            return None
        score = round(max(0.0, self._likeness(*nodes) - self._penalty(*nodes)), PLACES)
        return score if score >= least else None

    def _barred(self, left: Side, right: Side) -> bool:
        # Sentences of one article alone: no second outlet has the claim, and an article seldom says a thing twice.
        if len(left.articles) == 1 and left.articles == right.articles and "" not in left.articles:
            return True
        return any(not self._apart.get(group, _NONE).isdisjoint(right.groups) for group in left.groups)


def _order(near: Near) -> tuple[float, str]:
    return (-near.score, near.other)
