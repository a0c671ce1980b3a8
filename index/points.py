"""Numbered points, how alike they are and which of them is central: pure arithmetic, nothing about claims.

The score of two points is ``(cosine + w * words) / (1 + w)`` plus the lift of each, less a penalty. All but the penalty
is a product or a sum of what each point has by itself, so a mean over all pairs of two sets needs only their sums.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers: TypeAlias = NDArray[np.float64]

PLACES = 6
"""Decimals of a score. Sums taken in another order differ in the last bits, which must not decide a join."""

CLOSENESS_PLACES = 4
"""Decimals of a closeness: what differs beyond is no reason to prefer one point to another."""

_NONE: frozenset[int] = frozenset()


class Points:
    """What is clustered, numbered in an order that does not depend on the order of input; ties go to the lower number.

    ``weights`` says how much each point counts: points that are copies of each other share a weight of 1 (each has 1
    by the number of its copies, itself included), so that what is printed often counts no more than what is printed
    once.
    """

    def __init__(
        self,
        vectors: NDArray[np.float64],
        words: Sequence[Mapping[str, float]],
        *,
        word_weight: float = 0.0,
        lifts: Sequence[float] = (),
        penalties: Mapping[tuple[int, int], float] | None = None,
        copies: Iterable[tuple[int, int]] = (),
        whole: Sequence[int] = (),
        worth: Sequence[float] = (),
        near_equal: float = 0.0,
        penalty: Callable[[int, int], float] | None = None,
    ) -> None:
        """Take the points in.

        Args:
            vectors: shape (n, d), rows of length 1.
            words: a profile of length 1 (or empty) for each point.
            word_weight: the words' weight beside the cosine's 1.
            lifts: what each point adds to every score of its own (default: nothing).
            penalties: what is taken off a pair in means, where that is not 0, each pair in order.
            copies: pairs that are one wording.
            whole: how whole each is, the more the better, to choose the central one among near equals.
            worth: how much each is worth, to choose the central one among equals.
            near_equal: difference of closeness within which two are near equals.
            penalty: what is taken off a single score of a pair; as ``penalties`` has it, if not given.
        """
        import numpy as np

        count = len(words)
        self.vectors = vectors * math.sqrt(1 / (1 + word_weight))
        scale = math.sqrt(word_weight / (1 + word_weight))
        self.words = [{word: value * scale for word, value in profile.items()} for profile in words]
        self.lifts = np.array(lifts or [0.0] * count, dtype=np.float64)
        self._penalties: dict[int, dict[int, float]] = {}
        for (left, right), taken in (penalties or {}).items():
            self._penalties.setdefault(left, {})[right] = taken
            self._penalties.setdefault(right, {})[left] = taken
        self._penalty = penalty or self._known_penalty
        self._copies: dict[int, set[int]] = {}
        for left, right in copies:
            self._copies.setdefault(left, set()).add(right)
            self._copies.setdefault(right, set()).add(left)
        self.weights = np.array([1 / (1 + len(self._copies.get(point, ()))) for point in range(count)])
        self._whole = whole or [0] * count
        self._worth = worth or [0.0] * count
        self._near_equal = near_equal
        columns: dict[str, int] = {}
        flat = [(columns.setdefault(word, len(columns)), value) for own in self.words for word, value in own.items()]
        self._columns = np.array([column for column, _ in flat], dtype=np.int64)
        self._values = np.array([value for _, value in flat], dtype=np.float64)
        self._lengths = np.array([len(own) for own in self.words], dtype=np.int64)
        self._starts = np.cumsum(self._lengths) - self._lengths
        self._width = len(columns)
        squares = np.bincount(np.repeat(np.arange(count), self._lengths), weights=self._values**2, minlength=count)
        self._itself = np.einsum("ij,ij->i", self.vectors, self.vectors) + squares + 2 * self.lifts

    def __len__(self) -> int:
        return len(self.words)

    def penalties(self) -> Iterable[tuple[int, int, float]]:
        """Yield each pair of which means take something off, in order, with what they take off."""
        for left, others in self._penalties.items():
            yield from ((left, right, taken) for right, taken in others.items() if left < right)

    def scores(self, one: int, others: Sequence[int]) -> Numbers:
        """Return the score of ``one`` with each of ``others``."""
        import numpy as np

        order = np.asarray(others, dtype=np.int64)
        sums = self._products(order, self.vectors[one], self._sum_of_words(np.array([one]), np.ones(1)))
        sums += self.lifts[order] + self.lifts[one]
        taken = [0.0 if other == one else self._penalty(min(one, other), max(one, other)) for other in order.tolist()]
        return np.asarray(np.round(sums - np.array(taken), PLACES))

    def closeness(self, numbers: Sequence[int]) -> Numbers:
        """Return each one's mean score to those of ``numbers`` that are no copies of it (0 to 1; 1 if there are none).

        A mean counts each by its weight.
        """
        import numpy as np

        order = np.asarray(numbers, dtype=np.int64)
        weights = self.weights[order]
        vectors = self.vectors[order]
        sums = self._products(order, weights @ vectors, self._sum_of_words(order, weights))
        sums += self.lifts[order] * weights.sum() + weights @ self.lifts[order]
        sums -= weights * self._itself[order]
        counted = weights.sum() - weights
        place = {number: row for row, number in enumerate(order.tolist())}
        for number, row in place.items():
            if alike := sorted(self._copies.get(number, _NONE) & place.keys()):
                rows = [place[other] for other in alike]
                sums[row] -= weights[rows] @ self._plain(number, alike)
                counted[row] -= weights[rows].sum()
            if known := self._penalties.get(number):
                sums[row] -= sum(known[other] * weights[place[other]] for other in sorted(known.keys() & place.keys()))
        others = counted > 1e-9
        means = np.divide(sums, counted, out=np.ones(len(order)), where=others)
        return np.asarray(np.round(np.clip(means, 0.0, 1.0), CLOSENESS_PLACES))

    def medoid(self, numbers: Sequence[int], closeness: Numbers) -> int:
        """Return the central one: the closest to the others, but of near equals the most whole.

        Of equals the one worth most, then the first.
        """
        floor = round(float(closeness.max()) - self._near_equal, CLOSENESS_PLACES)
        near = [(number, close) for number, close in zip(numbers, closeness.tolist(), strict=True) if close >= floor]
        return min(near, key=lambda one: (-self._whole[one[0]], -one[1], -self._worth[one[0]], one[0]))[0]

    def _known_penalty(self, left: int, right: int) -> float:
        return self._penalties.get(left, {}).get(right, 0.0)

    def _plain(self, one: int, others: Sequence[int]) -> Numbers:
        """Return the scores before penalties, not rounded."""
        import numpy as np

        order = np.asarray(others, dtype=np.int64)
        sums = self._products(order, self.vectors[one], self._sum_of_words(np.array([one]), np.ones(1)))
        return np.asarray(sums + self.lifts[order] + self.lifts[one])

    def _flat(self, order: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return where the words of the points ``order`` stand, and the place in ``order`` that each belongs to."""
        import numpy as np

        lengths = self._lengths[order]
        row = np.repeat(np.arange(len(order)), lengths)
        return np.arange(len(row)) + np.repeat(self._starts[order] - (np.cumsum(lengths) - lengths), lengths), row

    def _sum_of_words(self, order: NDArray[np.int64], weights: Numbers) -> Numbers:
        import numpy as np

        flat, row = self._flat(order)
        sums = np.bincount(self._columns[flat], weights=self._values[flat] * weights[row], minlength=self._width)
        return np.asarray(sums, dtype=np.float64)

    def _products(self, order: NDArray[np.int64], vector: Numbers, words: Numbers) -> Numbers:
        import numpy as np

        flat, row = self._flat(order)
        shared = np.bincount(row, weights=self._values[flat] * words[self._columns[flat]], minlength=len(order))
        return np.asarray(self.vectors[order] @ vector + shared, dtype=np.float64)
