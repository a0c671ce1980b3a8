"""What a trail comes to: stances, flags, the earliest appearance."""

from __future__ import annotations

from collections.abc import Sequence

from claims.records import (
    Appearance,
    Cluster,
    Conflict,
    Correction,
    Edge,
    FirstAppearance,
    Origin,
    Stance,
    Stances,
)
from provenance.moments import moment
from provenance.rules import Rule
from provenance.ways import CaseFile


def stance_by_article(appearances: Sequence[Appearance], edges: Sequence[Edge]) -> dict[str, Stance]:
    """Return what each article does with the claim, by its id, in the order of ``appearances``.

    One that says it in its own voice supports it, whatever denials it quotes beside. One that passes it on and tells
    who denies it reports it.
    """
    taken: dict[str, set[Stance]] = {}
    for appearance in appearances:
        taken.setdefault(appearance.article, set()).add(appearance.stance)
    told = {edge.article for edge in edges if edge.rule == Rule.DENIAL}
    found = {}
    for article, stances in taken.items():
        denies = Stance.DENIES in stances and not (Stance.REPORTS in stances and article in told)
        supports = Stance.SUPPORTS in stances
        found[article] = Stance.SUPPORTS if supports else Stance.DENIES if denies else Stance.REPORTS
    return found


def count_stances(appearances: Sequence[Appearance], edges: Sequence[Edge]) -> Stances:
    """Count articles by stance."""
    found = list(stance_by_article(appearances, edges).values())
    return Stances(*(found.count(stance) for stance in (Stance.SUPPORTS, Stance.DENIES, Stance.REPORTS)))


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
