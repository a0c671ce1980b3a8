"""Which claims are worth comparing in full: pairs whose likeness reaches a threshold."""

from __future__ import annotations

import math
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from claims.records import Claim, Match, Relation
from index.features import Features
from index.matching import Difference, Matcher
from index.neighbours import NeighbourIndex
from index.words import words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Bounds: TypeAlias = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]

BLOCK = 2048  # nodes that are searched for at once

BUCKETS = 128
"""Numbers into which a word profile is folded. Words that meet in one bucket raise the bound on a likeness, by 0.03
with claims of a dozen words; more make the bound tighter and the search slower. 128 and 256 take about as long."""


@dataclass(frozen=True, slots=True)
class Node:
    """Claims that match alike, because they say the same in the same words. A sentence in 500 articles is one node."""

    claims: tuple[str, ...]
    features: Features
    articles: frozenset[str]  # without "", which is no article


@dataclass(frozen=True, slots=True)
class Pair:
    """Two nodes (``left < right``), how alike they are and what they differ in."""

    left: int
    right: int
    likeness: float
    penalty: float
    contradicts: bool  # by a figure or a date, or by who does what to whom
    one_wording: bool

    @property
    def score(self) -> float:
        """Likeness less penalty."""
        return self.likeness - self.penalty


class Candidates:
    """All claims as nodes, in the order of their wording, and the pairs among them.

    The order does not depend on which claims say a wording, so that one more that says it changes no tie. A pair below
    the join threshold can neither join two clusters by itself nor contradict, so it is never looked at: one search
    finds the rest without a Python step for each pair.
    """

    def __init__(
        self,
        claims: Sequence[Claim],
        vectors: NDArray[np.float32],
        matcher: Matcher,
        features: Mapping[str, Features],
        alone: Collection[str],
    ) -> None:
        import numpy as np

        rows: dict[tuple[str, ...], list[int]] = {}
        for row in sorted(range(len(claims)), key=lambda row: claims[row].id):
            claim = claims[row]
            # What a person judged stands alone: two claims of one wording may have been told apart.
            key = (*_wording(claim, features[claim.id].lift), claim.id if claim.id in alone else "")
            rows.setdefault(key, []).append(row)
        said = [rows[key] for key in sorted(rows)]
        self.nodes = [
            Node(
                tuple(claims[row].id for row in same),
                features[claims[same[0]].id],
                frozenset(claims[row].article for row in same) - {""},
            )
            for same in said
        ]
        self.node_of = {claim: number for number, node in enumerate(self.nodes) for claim in node.claims}
        self.vectors = np.asarray(vectors, dtype=np.float32)[np.array([same[0] for same in said], dtype=int)]
        self.matcher = matcher
        self._searched: set[int] = set()
        self._folded = _folded(self.vectors, [node.features for node in self.nodes], matcher.settings.words)

    def around(self, numbers: Collection[int]) -> list[Pair]:
        """Return the pairs of the nodes ``numbers`` with any node, without those returned before."""
        import numpy as np

        join = self.matcher.settings.join
        asked = np.array(sorted(set(numbers) - self._searched), dtype=np.int64)
        known = np.zeros(len(self.nodes), dtype=bool)
        known[list(self._searched)] = True
        found: list[Pair] = []
        for first in range(0, len(asked), BLOCK):
            block, rest = asked[first : first + BLOCK], np.flatnonzero(~known)
            within = np.zeros(len(self.nodes), dtype=bool)
            within[block] = True
            for left, right, _ in self.bounds(self.index_of(rest), block, join):
                one, two = block[left], rest[right]
                # Of a pair that is found from both sides, keep one.
                keep = (one != two) & (~within[two] | (one < two))
                for a, b in zip(one[keep].tolist(), two[keep].tolist(), strict=True):
                    likeness = self.likeness(min(a, b), max(a, b))
                    if likeness >= join:
                        found.append(self._pair(min(a, b), max(a, b), likeness))
            # What is searched is not searched for again, so that each pair is looked at once.
            known[block] = True
        self._searched.update(asked.tolist())
        return sorted(found, key=lambda pair: (pair.left, pair.right))

    def index_of(self, numbers: NDArray[np.int64]) -> NeighbourIndex:
        """Return an index of the nodes ``numbers``, for :meth:`bounds`."""
        index = NeighbourIndex(self._folded.shape[1])
        index.add([self.nodes[number].claims[0] for number in numbers.tolist()], self._folded[numbers])
        return index

    def bounds(self, index: NeighbourIndex, asked: NDArray[np.int64], floor: float) -> Iterator[Bounds]:
        """Yield in blocks whatever of ``index`` may be at least ``floor`` like one of the nodes ``asked``.

        A block is three arrays: place in ``asked``, place in ``index``, and a likeness that the exact one is not above.
        """
        import numpy as np

        weight = self.matcher.settings.words
        asking = self._folded[asked]
        asking[:, -2:] = asking[:, [-1, -2]]
        for left, right, product in index.rows_within(asking, floor * (1 + weight)):
            yield left, right, np.asarray(product / (1 + weight), dtype=np.float32)

    def likeness(self, left: int, right: int) -> float:
        """Return how alike two nodes are (``left < right``), whatever they differ in."""
        ours, theirs = self.nodes[left].features, self.nodes[right].features
        return round(self.matcher.likeness(ours, theirs, self.cosine(left, right)), 6)

    def score(self, one: int, two: int) -> float:
        """Return the score of two nodes (0 to 1)."""
        left, right = min(one, two), max(one, two)
        return round(max(0.0, self.likeness(left, right) - self.penalty(left, right)), 6)

    def pair(self, left: int, right: int) -> Pair:
        """Compare two nodes (``left < right``)."""
        return self._pair(left, right, self.likeness(left, right))

    def penalty(self, left: int, right: int) -> float:
        """Return what is taken off the likeness of two nodes (``left < right``)."""
        difference = self._difference(left, right)
        return difference.penalty + self._same_article(left, right, difference)

    def judge(self, left: int, right: int, infer: bool = False) -> Match:
        """Judge two nodes by their first claims, with ``infer`` asking the relation model too, which takes long."""
        one, two = self.nodes[left], self.nodes[right]
        match = self.matcher.judge_features(
            one.claims[0], one.features, two.claims[0], two.features, self.cosine(left, right), infer
        )
        taken = self._same_article(left, right, None)
        if taken == 0:
            return match
        settings = self.matcher.settings
        score = round(max(0.0, match.score - taken), 6)
        relation = match.relation
        if relation is not Relation.CONTRADICTS and score < settings.join:
            relation = Relation.RELATED if score >= settings.suggest else Relation.DIFFERENT
        reasons = ("differ: two sentences of one article", *match.reasons)
        return replace(match, score=score, relation=relation, reasons=reasons)

    def cosine(self, left: int, right: int) -> float:
        """Return the exact cosine of two nodes, the same whoever asks."""
        import numpy as np

        return float(np.dot(self.vectors[left].astype(np.float64), self.vectors[right].astype(np.float64)))

    def _pair(self, left: int, right: int, likeness: float) -> Pair:
        difference = self._difference(left, right)
        return Pair(
            left,
            right,
            likeness,
            difference.penalty + self._same_article(left, right, difference),
            difference.figures or difference.changed_round,
            self._one_wording(left, right, likeness, difference),
        )

    def _difference(self, left: int, right: int) -> Difference:
        return self.matcher.difference(self.nodes[left].features, self.nodes[right].features)

    def _same_article(self, left: int, right: int, difference: Difference | None) -> float:
        """Return what is taken off because some article says both, unless both are one sentence, printed twice."""
        if self.nodes[left].articles.isdisjoint(self.nodes[right].articles):
            return 0.0
        difference = difference or self._difference(left, right)
        if self._one_wording(left, right, self.likeness(left, right), difference):
            return 0.0
        return self.matcher.settings.same_article

    def _one_wording(self, left: int, right: int, likeness: float, difference: Difference) -> bool:
        """Tell whether two nodes are one sentence, printed with other marks or small edits."""
        ours, theirs = self.nodes[left].features, self.nodes[right].features
        if difference.penalty > 0 or ours.negated != theirs.negated:
            return False
        if ours.words == theirs.words:
            return words(ours.text) == words(theirs.text)  # "dog bites man" is not "man bites dog"
        # A lift makes claims alike in what they say, not in their words.
        wanted = self.matcher.settings.same_wording
        if likeness < min(1.0, wanted + ours.lift + theirs.lift):
            return False
        return (
            self.matcher.likeness(replace(ours, lift=0.0), replace(theirs, lift=0.0), self.cosine(left, right))
            >= wanted
        )


def _folded(vectors: NDArray[np.float32], features: Sequence[Features], weight: float) -> NDArray[np.float32]:
    """Return a row for each node, so made that a product of two is never below their likeness, times ``1 + weight``.

    A row is the vector, the words folded into buckets, a 1 and the lift; who asks has the last two the other way round.
    No word weighs less than nothing, so words that share a bucket by chance can only raise the product.
    """
    import numpy as np

    width = vectors.shape[1]
    rows = np.zeros((len(features), width + BUCKETS + 2), dtype=np.float32)
    rows[:, :width] = vectors
    buckets: dict[str, int] = {}
    for row, own in enumerate(features):
        for word, value in own.words.items():
            if word not in buckets:
                buckets[word] = width + zlib.crc32(word.encode()) % BUCKETS
            rows[row, buckets[word]] += value
    rows[:, width:-2] *= math.sqrt(weight)
    rows[:, -2] = 1.0
    rows[:, -1] = [(1 + weight) * own.lift for own in features]
    return rows


def _wording(claim: Claim, lift: float) -> tuple[str, ...]:
    """Return all by which a claim matches, in order of its words first."""
    quantities = [(quantity.value, quantity.unit, quantity.approximate) for quantity in claim.quantities]
    return (claim.standalone, repr((quantities, [date.value for date in claim.dates], claim.negated, lift)))
