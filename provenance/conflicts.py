"""What the appearances of one claim disagree on: numbers, dates, the words of a quotation, who said it.

Numbers and dates are compared as :mod:`index.figures` reads them: unit, scope and time first. A conflict is told once
for each distinct pair of values, at the first places that have them, however many copies repeat either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import combinations, product
from typing import TYPE_CHECKING

from claims.records import (
    Claim,
    Cluster,
    Conflict,
    ConflictKind,
    DateMention,
    Passage,
    Quantity,
    Quotation,
    Relation,
    Span,
)
from index.figures import compare_dates, compare_quantities, days_of
from index.readings import figures_of
from provenance.moments import moment
from provenance.outlets import OutletTable
from provenance.sayings import MOST_WORDINGS, sayings, speakers, wordings

if TYPE_CHECKING:
    from provenance.ways import CaseFile


def find_conflicts(cluster: Cluster, case: CaseFile, outlets: OutletTable) -> tuple[list[Conflict], list[Quotation]]:
    """Return the conflicts among the members of ``cluster``, numbers first, each pair of values once, and those of its
    quotations that have several wordings.

    Quotations are compared with those of all clusters linked to it, where ``case`` has them: a quotation that is turned
    round makes another claim. Numbers and dates only with those of clusters that contradict it; one that is suggested
    beside it may be about something else.
    """
    claims = _by_age([cluster], case)
    linked = [(link.relation, case.clusters[link.cluster]) for link in cluster.links if link.cluster in case.clusters]
    others = _by_age([other for relation, other in linked if relation is Relation.CONTRADICTS], case)
    own = sayings(claims, case)
    quotes = sayings(_by_age([cluster, *(other for _, other in linked)], case), case)
    own = [quote for quote in quotes if quote.passage in {each.passage for each in own}]
    drifted, quotations = wordings(quotes, own, case, outlets)
    found = [
        *_figures(claims, others, case),
        *_dates(claims, others, case),
        *drifted,
        *speakers(quotes, own, case, outlets),
    ]
    unique: dict[Hashable, Conflict] = {}
    for conflict in found:
        unique.setdefault((conflict.what, frozenset(conflict.values)), conflict)
    return list(unique.values()), quotations


def _by_age(clusters: Sequence[Cluster], case: CaseFile) -> list[Claim]:
    ids = dict.fromkeys(member.claim for cluster in clusters for member in cluster.members)
    claims = (case.claims[id] for id in ids if id in case.claims)
    return sorted((claim for claim in claims if claim.article in case.articles), key=lambda claim: _age(claim, case))


def _age(claim: Claim, case: CaseFile) -> tuple[bool, str, str, int, str]:
    when = moment(case.articles[claim.article].published)
    return (when is None, when.last.isoformat() if when else "", claim.article, claim.start, claim.id)


# ---------------------------------------------------------------- numbers and dates


def _figures(claims: Sequence[Claim], others: Sequence[Claim], case: CaseFile) -> Iterator[Conflict]:
    def told(claim: Claim) -> Hashable:
        figures = figures_of(claim.standalone, claim.quantities)
        return tuple((f.low, f.high, f.kind, f.bound, f.event, f.role, f.rate, f.part) for f in figures)

    for left, right in _pairs(claims, others, told):
        clashes = compare_quantities(left.quantities, right.quantities, left.standalone, right.standalone).clashes
        yield from (_conflict(ConflictKind.NUMBER, left, right, clash, case) for clash in clashes)


def _dates(claims: Sequence[Claim], others: Sequence[Claim], case: CaseFile) -> Iterator[Conflict]:
    def told(claim: Claim) -> Hashable:
        days = days_of(claim.standalone, claim.dates)
        return tuple((d.value, d.year, d.month, d.day, d.weekday, d.minutes, d.role, d.lead) for d in days)

    for left, right in _pairs(claims, others, told):
        clashes = compare_dates(left.dates, right.dates, left.standalone, right.standalone).clashes
        yield from (_conflict(ConflictKind.DATE, left, right, clash, case) for clash in clashes)


def _pairs(
    claims: Sequence[Claim], others: Sequence[Claim], told: Callable[[Claim], Hashable]
) -> Iterator[tuple[Claim, Claim]]:
    """Yield pairs of two articles, those of claims with each other and with ``others``; the same values once."""

    def distinct(those: Sequence[Claim]) -> list[Claim]:
        found: dict[Hashable, Claim] = {}
        for claim in those:
            if values := told(claim):
                found.setdefault(values, claim)
        return list(found.values())[:MOST_WORDINGS]

    ours = distinct(claims)
    for left, right in (*combinations(ours, 2), *product(ours, distinct(others))):
        if left.article != right.article:
            yield left, right


def _conflict(kind: ConflictKind, left: Claim, right: Claim, clash: tuple[Span, Span], case: CaseFile) -> Conflict:
    places = [
        _place(claim, span, kind, case.articles[claim.article].text)
        for claim, span in zip((left, right), clash, strict=True)
    ]
    texts = [place.of(case.articles[claim.article].text) for claim, place in zip((left, right), places, strict=True)]
    a, b = (Passage(claim.article, place.start, place.end) for claim, place in zip((left, right), places, strict=True))
    return Conflict(kind, a, b, (texts[0], texts[1]))


def _place(claim: Claim, span: Span, kind: ConflictKind, text: str) -> Span:
    """Return where in the article stands what ``span`` marks of the standalone text; the whole claim at worst."""
    mentions: Sequence[Quantity | DateMention] = claim.quantities if kind is ConflictKind.NUMBER else claim.dates
    told = r"\s+".join(map(re.escape, span.of(claim.standalone).split()))
    pattern = re.compile(rf"(?<!\w){told}(?!\w)")
    before = sum(match.start() < span.start for match in pattern.finditer(claim.standalone))
    found = [Span(*match.span()) for match in pattern.finditer(text, claim.start, claim.end)]
    if not found:
        return claim.span
    place = found[min(before, len(found) - 1)]
    around = (Span(mention.start, mention.end) for mention in mentions)
    return next((mention for mention in around if mention.holds(place)), place)
