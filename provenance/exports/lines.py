"""JSON Lines: the records whole, a line for each trail; nothing is lost on the way out and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claims.records import FactCheckMatch, Trail, to_json
from provenance.exports.archived import Archived, json_bytes


def lines(trails: Iterable[Trail], archived: Archived) -> Iterator[bytes]:
    """Yield each trail on a line, with the earlier fact-checks that match it or may."""
    for trail in trails:
        yield json_bytes(trail_with(trail, archived.fact_checks(trail.id))) + b"\n"


def trail_with(trail: Trail, matches: Iterable[FactCheckMatch]) -> dict[str, Any]:
    """Return a trail with what was checked before, as plain JSON values.

    Each of ``fact_checks`` has the fields of its ``FactCheck`` and of its ``FactCheckMatch``; ``member`` is the claim
    that was compared.
    """
    return {**to_json(trail), "fact_checks": [_flat(match) for match in matches]}


def _flat(match: FactCheckMatch) -> dict[str, Any]:
    judged = {key: value for key, value in to_json(match).items() if key not in ("check", "claim")}
    return {**to_json(match.check), "member": match.claim, **judged}
