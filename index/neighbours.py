"""Vectors to neighbours: the only import of faiss."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from claims.records import Neighbour

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors: TypeAlias = NDArray[np.float32]
    Pairs: TypeAlias = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]

BLOCK = 1024  # rows compared at once: a block of results stays small however many there are
SLACK = 1e-5  # what float32 may lose against the exact cosine


class NeighbourIndex:
    """Finds the vectors nearest to others, or all pairs at or above a similarity.

    Exact inner product (``IndexFlatIP``), on purpose: a graph or an inverted file would be faster beyond some
    hundred thousand claims, but it misses pairs, and which ones depends on the order of arrival; then clusters
    would depend on history. All pairs of 20,000 x 384 above 0.5 take 3.4 s on one core.
    """

    def __init__(self, dimensions: int) -> None:
        import faiss

        # Some releases leave matrix products to blocks of hundreds of rows; for one of 250 that is seven times slower.
        faiss.cvar.distance_compute_blas_threshold = 20
        self.dimensions = dimensions
        self._ids: list[str] = []
        self._index = faiss.IndexFlatIP(dimensions)

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Add ``vectors`` (shape ``(len(ids), dimensions)``, rows of length 1) under ``ids``.

        Raises:
            ValueError: the shapes do not fit.
        """
        import numpy as np

        if vectors.shape != (len(ids), self.dimensions):
            raise ValueError(f"expected vectors of shape {(len(ids), self.dimensions)}, got {vectors.shape}")
        self._ids.extend(ids)
        self._index.add(np.ascontiguousarray(vectors, dtype=np.float32))

    def search(self, vectors: Vectors, k: int) -> list[list[tuple[str, float]]]:
        """Return for each row the ``k`` nearest ids with their cosines, nearest first, ties by id."""
        if not len(self) or not len(vectors) or k < 1:
            return [[] for _ in range(len(vectors))]
        cosines, rows = self._index.search(vectors, min(k, len(self)))
        return [
            sorted(
                ((self._ids[row], float(cosine)) for row, cosine in zip(found, near, strict=True)),
                key=lambda hit: (-hit[1], hit[0]),
            )
            for found, near in zip(rows, cosines, strict=True)
        ]

    def within(self, ids: Sequence[str], vectors: Vectors, floor: float) -> list[Neighbour]:
        """Return every pair of one of ``ids`` and one added id at or above ``floor``, each pair once.

        A pair is named in the order of its ids; the list is sorted by them. An id is never its own neighbour.
        """
        best: dict[tuple[str, str], float] = {}
        triples = (zip(*(part.tolist() for part in block), strict=True) for block in self.rows_within(vectors, floor))
        for a, b, cosine in chain.from_iterable(triples):
            one, two = sorted((ids[a], self._ids[b]))
            if one != two and cosine >= floor:
                best[one, two] = cosine
        return [Neighbour(one, two, cosine) for (one, two), cosine in sorted(best.items())]

    def rows_within(self, vectors: Vectors, floor: float) -> Iterator[Pairs]:
        """Yield in blocks, as arrays, what lies at or above ``floor``.

        A block is three arrays of one length: row of ``vectors``, row in order of adding, cosine as float32 has it.
        """
        import numpy as np

        if not len(self):
            return
        for first in range(0, len(vectors), BLOCK):
            block = np.ascontiguousarray(vectors[first : first + BLOCK], dtype=np.float32)
            limits, near, rows = self._index.range_search(block, floor - SLACK)
            left = np.repeat(np.arange(first, first + len(block)), np.diff(limits.astype(np.int64)))
            yield left, rows.astype(np.int64), near
