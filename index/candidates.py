"""Which claims are worth comparing in full: pairs whose likeness reaches the join threshold."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.records import Claim
from index.matching import Features, Matcher
from index.neighbours import NeighbourIndex

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ROWS = 256  # word profiles spread out at once: a row is as long as the vocabulary
PAIRS = 100_000  # pairs at once, about 20 words each
SLACK = 1e-5  # a likeness in float32 is this near to the exact one


@dataclass(frozen=True, slots=True)
class Node:
    """Claims that match alike, because they say the same in the same words. A sentence in 500 articles is one node."""

    claims: tuple[str, ...]
    features: Features


@dataclass(frozen=True, slots=True)
class Pair:
    """Two nodes (``left < right``) whose likeness reaches the join threshold, and what they differ in."""

    left: int
    right: int
    likeness: float
    penalty: float
    contradicts: bool  # by a figure or a date

    @property
    def score(self) -> float:
        """Likeness less penalty."""
        return self.likeness - self.penalty


class Candidates:
    """All claims as nodes, in the order of their smallest claim ids, and the pairs among them.

    A pair below the threshold can neither join two clusters by itself nor contradict, so it is never looked at:
    vectors and words find the rest without a Python step for each pair.
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

        rows: dict[object, list[int]] = {}
        for row in sorted(range(len(claims)), key=lambda row: claims[row].id):
            claim = claims[row]
            # What a person judged stands alone: two claims of one wording may have been told apart.
            key = claim.id if claim.id in alone else _key(claim)
            rows.setdefault(key, []).append(row)
        self.nodes = [
            Node(tuple(claims[row].id for row in same), features[claims[same[0]].id]) for same in rows.values()
        ]
        self.node_of = {claim: number for number, node in enumerate(self.nodes) for claim in node.claims}
        self.vectors = np.asarray(vectors, dtype=np.float32)[np.array([same[0] for same in rows.values()], dtype=int)]
        self.matcher = matcher
        self._searched: set[int] = set()
        self._index = NeighbourIndex(self.vectors.shape[1])
        self._index.add([node.claims[0] for node in self.nodes], self.vectors)
        self._words = _WordRows([node.features.words for node in self.nodes])

    def around(self, numbers: Collection[int]) -> list[Pair]:
        """Return the pairs of the nodes ``numbers`` with any node, without those returned before."""
        import numpy as np

        weight, join = self.matcher.settings.words, self.matcher.settings.join
        asked = np.array(sorted(set(numbers) - self._searched), dtype=np.int64)
        # Words can add no more than their weight, so below this cosine no pair reaches the threshold.
        floor = join * (1 + weight) - weight
        found: list[Pair] = []
        known = np.zeros(len(self.nodes), dtype=bool)
        known[list(self._searched)] = True
        place = np.full(len(self.nodes), -1, dtype=np.int64)
        place[asked] = np.arange(len(asked))
        for left, right, cosine in self._index.rows_within(self.vectors[asked], floor - SLACK):
            # Of a pair that is found from both sides, keep one; of one whose other side came before, none.
            keep = (asked[left] != right) & ~known[right] & ((place[right] < 0) | (left < place[right]))
            left, right, cosine = asked[left[keep]], right[keep], cosine[keep]
            likeness = (cosine + weight * self._words.likeness(left, right)) / (1 + weight)
            near = likeness >= join - SLACK
            for a, b in zip(left[near].tolist(), right[near].tolist(), strict=True):
                pair = self._pair(min(a, b), max(a, b))
                if pair.likeness >= join:
                    found.append(pair)
        self._searched.update(asked.tolist())
        return sorted(found, key=lambda pair: (pair.left, pair.right))

    def cosine(self, left: int, right: int) -> float:
        """Return the exact cosine of two nodes, the same whoever asks."""
        import numpy as np

        return float(np.dot(self.vectors[left].astype(np.float64), self.vectors[right].astype(np.float64)))

    def _pair(self, left: int, right: int) -> Pair:
        ours, theirs = self.nodes[left].features, self.nodes[right].features
        likeness = round(self.matcher.likeness(ours, theirs, self.cosine(left, right)), 6)
        difference = self.matcher.difference(ours, theirs)
        return Pair(left, right, likeness, difference.penalty, difference.figures)


class _WordRows:
    """Word profiles as flat arrays, so that millions of pairs are compared without a Python step for each."""

    def __init__(self, profiles: Sequence[Mapping[str, float]]) -> None:
        import numpy as np

        columns: dict[str, int] = {}
        flat = [(columns.setdefault(word, len(columns)), value) for words in profiles for word, value in words.items()]
        self._columns = np.array([column for column, _ in flat], dtype=np.int64)
        self._values = np.array([value for _, value in flat], dtype=np.float32)
        self._starts = np.concatenate([[0], np.cumsum([len(words) for words in profiles])]).astype(np.int64)
        self._width = len(columns)

    def likeness(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the cosine of each pair of profiles; ``left`` should be sorted and name few different ones."""
        import numpy as np

        result = np.zeros(len(left), dtype=np.float32)
        rows, row_of = np.unique(left, return_inverse=True)
        for first in range(0, len(rows), ROWS):
            dense = self._dense(rows[first : first + ROWS])
            places = np.flatnonzero((row_of >= first) & (row_of < first + ROWS))
            for step in range(0, len(places), PAIRS):
                some = places[step : step + PAIRS]
                result[some] = self._products(dense, row_of[some] - first, right[some])
        return result

    def _dense(self, numbers: NDArray[np.int64]) -> NDArray[np.float32]:
        import numpy as np

        dense = np.zeros((len(numbers), self._width), dtype=np.float32)
        for row, number in enumerate(numbers.tolist()):
            part = slice(self._starts[number], self._starts[number + 1])
            dense[row, self._columns[part]] = self._values[part]
        return dense

    def _products(
        self, dense: NDArray[np.float32], rows: NDArray[np.int64], numbers: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        import numpy as np

        starts, lengths = self._starts[numbers], self._starts[numbers + 1] - self._starts[numbers]
        pair = np.repeat(np.arange(len(numbers)), lengths)
        flat = np.arange(len(pair)) + np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
        products = dense[np.repeat(rows, lengths), self._columns[flat]] * self._values[flat]
        sums: NDArray[np.float64] = np.bincount(pair, weights=products, minlength=len(numbers)).astype(np.float64)
        return sums


def _key(claim: Claim) -> tuple[object, ...]:
    return (
        claim.standalone,
        tuple((quantity.value, quantity.unit, quantity.approximate) for quantity in claim.quantities),
        tuple(date.value for date in claim.dates),
        claim.negated,
    )
