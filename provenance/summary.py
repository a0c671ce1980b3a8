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


def denying_articles(appearances: Sequence[Appearance], edges: Sequence[Edge]) -> set[str]:
    """Return the articles, by id, that deny the claim, and do not only pass on that somebody denies it.

    One that says it in its own voice stands by it, whatever denials it quotes beside; one that reports it does that.
    """
    quoted = {edge.article for edge in edges if edge.rule == Rule.DENIAL}
    return {
        article
        for article, stances in _by_article(appearances).items()
        if Stance.DENIES in stances
        and Stance.SUPPORTS not in stances
        and not (Stance.REPORTS in stances and article in quoted)
    }


def count_stances(appearances: Sequence[Appearance], edges: Sequence[Edge]) -> Stances:
    """Count articles by stance."""
    taken = _by_article(appearances)
    supports = sum(Stance.SUPPORTS in stances for stances in taken.values())
    denies = len(denying_articles(appearances, edges))
    return Stances(supports=supports, denies=denies, reports=len(taken) - supports - denies)


def _by_article(appearances: Sequence[Appearance]) -> dict[str, set[Stance]]:
    taken: dict[str, set[Stance]] = {}
    for appearance in appearances:
        taken.setdefault(appearance.article, set()).add(appearance.stance)
    return taken


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
