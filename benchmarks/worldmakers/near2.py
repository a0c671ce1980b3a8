"""More stories whose outlets stay near each other's wording, by three more hands, read while rules were made: see
``benchmarks.worldmakers.written``."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.planted import World
from benchmarks.worldmakers import written


def worlds(count: int, seed: int) -> Iterator[World]:
    """Yield ``count`` stories, or all if there are fewer, in an order that ``seed`` draws."""
    return written.worlds(count, seed, "near2")
