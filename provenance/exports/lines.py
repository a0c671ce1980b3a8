"""JSON Lines: the records whole, a line for each trail; nothing is lost on the way out and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.records import Trail, to_json
from provenance.exports.archived import Archived, json_bytes


def lines(trails: Iterable[Trail], archived: Archived) -> Iterator[bytes]:
    """Yield each trail with the earlier fact-checks that match it or may: ``Trail`` and ``FactCheckMatch``."""
    for trail in trails:
        yield json_bytes({**to_json(trail), "fact_checks": archived.fact_checks(trail.id)}) + b"\n"
