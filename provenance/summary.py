"""What a trail comes to: stances, flags, the earliest appearance."""

from __future__ import annotations

from collections.abc import Sequence

from claims.records import (
    Appearance,
    Cluster,
    Conflict,
    Correction,
    FirstAppearance,
    Origin,
    Stance,
    Stances,
)
from provenance.moments import moment
from provenance.ways import CaseFile


def count_stances(appearances: Sequence[Appearance]) -> Stances:
    """Count articles by stance. One that says it in its own voice supports it, whatever denials it quotes beside."""
    taken: dict[str, set[Stance]] = {}
    for appearance in appearances:
        taken.setdefault(appearance.article, set()).add(appearance.stance)
    supports = sum(Stance.SUPPORTS in stances for stances in taken.values())
    denies = sum(Stance.SUPPORTS not in stances and Stance.DENIES in stances for stances in taken.values())
    return Stances(supports=supports, denies=denies, reports=len(taken) - supports - denies)


def find_flags(
    appearances: Sequence[Appearance],
    origins: Sequence[Origin],
    conflicts: Sequence[Conflict],
    corrections: Sequence[Correction],
    circular: bool,
) -> tuple[str, ...]:
    """Return the flags of a trail, in a fixed order."""
    found = {
        "circular": circular,
        "anonymous_only": bool(origins) and all(origin.anonymous for origin in origins),
        "conflict": bool(conflicts),
        "denied": any(appearance.stance is Stance.DENIES for appearance in appearances),
        "corrected": bool(corrections),
    }
    return tuple(flag for flag, holds in found.items() if holds)


def first_appearance(cluster: Cluster, appearances: Sequence[Appearance], case: CaseFile) -> FirstAppearance | None:
    """Return the earliest dated appearance; where none is dated, the representative with no date."""
    if not appearances:
        return None
    undated = {a.article for a in appearances if moment(case.articles[a.article].published) is None}
    # Appearances come earliest first, undated last.
    first = appearances[0]
    if first.article in undated:
        first = next(a for a in appearances if a.claim == cluster.representative)
    published = None if first.article in undated else case.articles[first.article].published
    return FirstAppearance(first.claim, first.article, first.outlet, published, len(undated))
