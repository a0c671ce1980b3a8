"""Appearances, citation edges, independent origins: who really stands behind a claim.

Node ids of a trail's edges: ``article:<id>`` is an appearance (or an article that one copies), ``outlet:<name>`` a
name that is cited or has carried something, ``origin:<id>`` one of the trail's origins. An outlet that is cited and
has an article in the cluster is tied to it by an edge of rule ``own_article``. Edges of rule ``possibly_the_same``
lead to an origin that the named source may be. A denial has edges (rule ``denial``) but no origin.

Every appearance leads along a directed graph (:mod:`provenance.graph`) to where its way ends
(:mod:`provenance.counting`): a source, an outlet's own report, or a place where the trail is lost. A strongly connected
set of citing outlets with nothing leading out of it is a ring and no end at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.records import Appearance, Cluster, ConflictKind, Stance, Trail
from provenance.conflicts import find_conflicts
from provenance.corrections import find_corrections, says_it_was_wrong
from provenance.counting import Count
from provenance.graph import WayGraph
from provenance.moments import moment
from provenance.outlets import OutletTable, key
from provenance.sentences import summarise
from provenance.summary import count_stances, find_flags, first_appearance
from provenance.ways import CaseFile, outlet_name
from settings import Provenance

__all__ = ["CaseFile", "build_trail"]


def build_trail(cluster: Cluster, case: CaseFile, outlets: OutletTable, settings: Provenance | None = None) -> Trail:
    """Return the trail of ``cluster``, whose claims, articles and attributions ``case`` holds.

    The order of the members makes no difference. Raises ``KeyError`` when ``case`` lacks a member's claim or article.
    """
    settings = Provenance() if settings is None else settings
    here = {case.articles[case.claims[member.claim].article].outlet for member in cluster.members}
    outlets = outlets.knowing(sorted(name for name in here if name), beside=True)
    appearances = _appearances(cluster, case, outlets)
    conflicts, quotations = find_conflicts(cluster, case, outlets)
    disputed = [conflict.values for conflict in conflicts if conflict.what is ConflictKind.SPEAKER]
    ways = WayGraph(appearances, case, outlets, settings)
    count = Count(cluster.id, ways, disputed, _nearby(cluster, appearances, case, outlets))
    edges = count.edges()
    corrections = find_corrections(cluster, appearances, edges, case, outlets)
    publishers = {a.outlet or f"article {a.article}" for a in appearances}
    return summarise(
        Trail(
            id=cluster.id,
            text=case.claims[cluster.representative].standalone,
            articles=len({a.article for a in appearances}),
            outlets=len(publishers),
            independent_origins=len(count.origins),
            cannot_tell=count.cannot_tell,
            first_appearance=first_appearance(cluster, appearances, case),
            stances=count_stances(appearances, edges),
            flags=find_flags(appearances, count.origins, conflicts, corrections, count.circular),
            appearances=appearances,
            edges=edges,
            origins=count.origins,
            conflicts=tuple(conflicts),
            summary="",
            corrections=corrections,
            quotations=tuple(quotations),
        ),
        case.articles,
    )


def _nearby(
    cluster: Cluster, appearances: Sequence[Appearance], case: CaseFile, outlets: OutletTable
) -> frozenset[str]:
    """Return the keys of outlets that have no article here and one in a cluster that may be the same."""
    articles = {case.claims[member.claim].article for _, other in case.linked(cluster) for member in other.members}
    names = {outlet_name(case.articles[id], outlets) for id in articles}
    return frozenset({key(name) for name in names if name} - {key(a.outlet) for a in appearances if a.outlet})


def _appearances(cluster: Cluster, case: CaseFile, outlets: OutletTable) -> tuple[Appearance, ...]:
    """The members as appearances, earliest first, undated last."""
    found: dict[str, Appearance] = {}
    for member in cluster.members:
        claim = case.claims[member.claim]
        article = case.articles[claim.article]
        found[claim.id] = Appearance(
            claim=claim.id,
            article=article.id,
            outlet=outlet_name(article, outlets),
            start=claim.start,
            end=claim.end,
            text=claim.span.of(article.text),
            stance=Stance.DENIES if says_it_was_wrong(claim, article) else case.stance(claim),
            joined_because=member.because,
        )

    def age(appearance: Appearance) -> tuple[bool, str, str, int, int, str]:
        when = moment(case.articles[appearance.article].published)
        place = appearance.article, appearance.start, appearance.end, appearance.claim
        return (when is None, when.last.isoformat() if when else "", *place)

    return tuple(sorted(found.values(), key=age))
