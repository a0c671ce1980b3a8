"""What the appearances of one claim disagree on: numbers, dates, the words of a quotation, who said it and what else.

Numbers and dates are compared as :mod:`index.figures` reads them: unit, scope and time first. A conflict is told once
for each distinct pair of values, at the first places that have them, however many copies repeat either.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations, islice, product
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
from index.clashes import Clash, Of, Side, disagreements
from index.dates import days_of
from index.readings import figures_of
from provenance.moments import moment
from provenance.outlets import OutletTable
from provenance.reversals import reversals
from provenance.sayings import MOST_WORDINGS, gather, speakers, wordings

if TYPE_CHECKING:
    from provenance.ways import CaseFile


MOST_ASKED = 5
"""Sentences with the same values that are compared with each that has others."""


def find_conflicts(cluster: Cluster, case: CaseFile, outlets: OutletTable) -> tuple[list[Conflict], list[Quotation]]:
    """Return the conflicts among the members of ``cluster``, numbers first, each pair of values once, and those of its
    quotations that have several wordings.

    Quotations are compared with those of all clusters linked to it, where ``case`` has them: a quotation that is turned
    round makes another claim. Numbers and dates only with those of clusters that contradict it; one that is suggested
    beside it may be about something else.
    """
    claims = _by_age([cluster], case)
    linked = case.linked(cluster)
    others = _by_age([other for relation, other in linked if relation is Relation.CONTRADICTS], case)
    quotes, own = gather(claims, _by_age([other for _, other in linked], case), case)
    drifted, quotations = wordings(quotes, own, case, outlets)
    found = [
        *sorted(_figures_and_dates(claims, others, case), key=lambda conflict: conflict.what is ConflictKind.DATE),
        *drifted,
        *speakers(quotes, own, case, outlets),
        *reversals(claims, others, case, outlets),
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


def _figures_and_dates(claims: Sequence[Claim], others: Sequence[Claim], case: CaseFile) -> Iterator[Conflict]:
    """Yield what clashes in the first pair that disagrees for each two sets of values, of claims with each other and
    with ``others``.

    One sentence leaves out what another says of the same figure, so several with the same values are asked.
    """

    def by_values(those: Sequence[Claim]) -> list[list[Claim]]:
        found: dict[Hashable, dict[str, Claim]] = {}
        for claim in those:
            if values := _values(claim):
                found.setdefault(values, {}).setdefault(claim.standalone, claim)
        return [list(group.values())[:MOST_ASKED] for group in found.values()][:MOST_WORDINGS]

    ours = by_values(claims)
    for lefts, rights in (*combinations(ours, 2), *product(ours, by_values(others))):
        pairs = [(left, right) for left, right in product(lefts, rights) if left.article != right.article]
        found = (
            (left, right, disagreements(Side.of(left), Side.of(right), case.relation, one_claim=True))
            for left, right in pairs
        )
        for left, right, clashes in islice((pair for pair in found if pair[2]), 1):
            for clash in clashes:
                yield from _conflict(left, right, clash, case)


def _values(claim: Claim) -> Hashable:
    figures = figures_of(claim.standalone, claim.quantities)
    days = days_of(claim.standalone, claim.dates)
    return frozenset((figure.low, figure.high, figure.kind) for figure in figures) | frozenset(
        (day.year, day.month, day.day, day.weekday, day.minutes, day.value) for day in days
    )


def _conflict(left: Claim, right: Claim, clash: Clash, case: CaseFile) -> Iterator[Conflict]:
    kind = ConflictKind.NUMBER if clash.of is Of.FIGURES else ConflictKind.DATE
    texts = [case.articles[claim.article].text for claim in (left, right)]
    one, other = (
        _place(claim, span, kind, text)
        for claim, span, text in zip((left, right), (clash.left, clash.right), texts, strict=True)
    )
    if one is None or other is None:
        return
    values = one.of(texts[0]), other.of(texts[1])
    # Where either sentence has both values, one was read by halves; "last month" is repeated in the month after.
    if values[0].casefold() not in right.text.casefold() or values[1].casefold() not in left.text.casefold():
        a, b = Passage(left.article, one.start, one.end), Passage(right.article, other.start, other.end)
        yield Conflict(kind, a, b, values)


def _place(claim: Claim, span: Span, kind: ConflictKind, text: str) -> Span | None:
    """Return where in the article stands what ``span`` marks of the standalone text; ``None`` where it does not."""
    mentions: Sequence[Quantity | DateMention] = claim.quantities if kind is ConflictKind.NUMBER else claim.dates
    told = r"\s+".join(map(re.escape, span.of(claim.standalone).split()))
    pattern = re.compile(rf"(?<![\w.,]){told}(?!\w)")
    before = sum(match.start() < span.start for match in pattern.finditer(claim.standalone))
    found = [Span(*match.span()) for match in pattern.finditer(text, claim.start, claim.end)]
    if not found:
        return None
    place = found[min(before, len(found) - 1)]
    around = (Span(mention.start, mention.end) for mention in mentions)
    return next((mention for mention in around if mention.holds(place)), place)
