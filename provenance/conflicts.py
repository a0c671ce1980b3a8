"""What the appearances of one claim disagree on: numbers, dates, the words of a quotation, who said it.

A conflict is told once for each distinct pair of values, at the first places that have them, however many copies
repeat either. Where two passages name several numbers of one kind, those that agree are paired off first and a
conflict is told only if a single one is left on either side.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING, TypeVar

from claims.records import (
    Attribution,
    Claim,
    Cluster,
    Conflict,
    ConflictKind,
    DateMention,
    Kind,
    Passage,
    Quantity,
    Relation,
    SourceType,
    Span,
    Stance,
)
from provenance.measures import dates_agree, quantities_agree
from provenance.moments import moment
from provenance.names import Sameness, is_unnamed, same_organisation, same_person
from provenance.outlets import OutletTable
from provenance.wording import Likeness, Word, compare, words
from settings import Provenance

if TYPE_CHECKING:
    from provenance.ways import CaseFile

MOST_WORDINGS = 200
"""Distinct values of one kind that are compared each with each; a cluster with more is no longer one claim."""

_QUOTED = re.compile(r"“([^”\n]+)(?:”|$)|\"([^\"\n]+)(?:\"|$)|«([^»\n]+)»|„([^“”\n]+)[“”]|‘([^\n]+?)’(?!\w)")
_LEAST_WORDS = 5
"""Words that a quotation has at least before who said it is compared: "no comment" is said by many."""

T = TypeVar("T", Quantity, DateMention)


@dataclass(frozen=True, slots=True)
class _Quote:
    """A quotation of the cluster: where it stands, its words, and who is said to have said it."""

    article: str
    place: Span
    text: str
    words: tuple[Word, ...]
    attribution: Attribution

    @property
    def keys(self) -> tuple[str, ...]:
        """The words by which it is compared."""
        return tuple(word.key for word in self.words)


def find_conflicts(
    cluster: Cluster, case: CaseFile, outlets: OutletTable, settings: Provenance | None = None
) -> list[Conflict]:
    """Return the conflicts among the members of ``cluster``, numbers first, each pair of values once.

    Numbers and dates are compared with those of the clusters that contradict it as well, where ``case`` has them; one
    that is only suggested beside it may be about something else.
    """
    settings = Provenance() if settings is None else settings
    claims = _by_age(cluster, case)
    contradicting = [link.cluster for link in cluster.links if link.relation is Relation.CONTRADICTS]
    linked = [case.clusters[id] for id in contradicting if id in case.clusters]
    others = [claim for other in linked for claim in _by_age(other, case)]
    texts = {claim.article: case.articles[claim.article].text for claim in (*claims, *others)}

    def numbers_agree(left: Quantity, in_left: str, right: Quantity, in_right: str) -> bool | None:
        return quantities_agree(left, texts[in_left], right, texts[in_right], settings.about_tolerance)

    found = [
        *_values(claims, others, lambda claim: claim.quantities, numbers_agree, _number, ConflictKind.NUMBER),
        *_values(
            claims, others, lambda claim: claim.dates, lambda a, _, b, __: dates_agree(a, b), _date, ConflictKind.DATE
        ),
    ]
    quotes = [quote for claim in claims for quote in _quotes(claim, case)]
    found += _wordings(quotes)
    found += _speakers(quotes, outlets)
    unique: dict[Hashable, Conflict] = {}
    for conflict in found:
        unique.setdefault((conflict.what, frozenset(conflict.values)), conflict)
    return list(unique.values())


def _by_age(cluster: Cluster, case: CaseFile) -> list[Claim]:
    claims = (case.claims[member.claim] for member in cluster.members if member.claim in case.claims)
    return sorted((claim for claim in claims if claim.article in case.articles), key=lambda claim: _age(claim, case))


def _age(claim: Claim, case: CaseFile) -> tuple[bool, str, str, int, str]:
    when = moment(case.articles[claim.article].published)
    return (when is None, when.last.isoformat() if when else "", claim.article, claim.start, claim.id)


def _number(quantity: Quantity) -> Hashable:
    return (quantity.value, quantity.unit, quantity.approximate)


def _date(date: DateMention) -> Hashable:
    return date.value


def _values(
    claims: Sequence[Claim],
    others: Sequence[Claim],
    of: Callable[[Claim], Sequence[T]],
    agree: Callable[[T, str, T, str], bool | None],
    name: Callable[[T], Hashable],
    kind: ConflictKind,
) -> Iterator[Conflict]:
    """Compare claims with each other and with ``others``; those with the very same values are compared once."""

    def distinct(those: Sequence[Claim]) -> list[Claim]:
        found: dict[Hashable, Claim] = {}
        for claim in those:
            if of(claim):
                found.setdefault(tuple(name(value) for value in of(claim)), claim)
        return list(found.values())[:MOST_WORDINGS]

    for left, right in (*combinations(distinct(claims), 2), *product(distinct(claims), distinct(others))):
        if left.article == right.article:
            continue
        for one, other in _left_over(left, of(left), right, of(right), agree):
            yield Conflict(
                kind,
                Passage(left.article, one.start, one.end),
                Passage(right.article, other.start, other.end),
                (one.text, other.text),
            )


def _left_over(
    left: Claim, lefts: Sequence[T], right: Claim, rights: Sequence[T], agree: Callable[[T, str, T, str], bool | None]
) -> Iterator[tuple[T, T]]:
    said = {
        (a, b): agree(one, left.article, other, right.article)
        for a, one in enumerate(lefts)
        for b, other in enumerate(rights)
    }
    matched_left = {a for (a, _), same in said.items() if same}
    matched_right = {b for (_, b), same in said.items() if same}
    for (a, b), same in said.items():
        if same is not False or a in matched_left or b in matched_right:
            continue
        rivals = [pair for pair, how in said.items() if how is False and (pair[0] == a) != (pair[1] == b)]
        if not any(x not in matched_left and y not in matched_right for x, y in rivals):
            yield lefts[a], rights[b]


def _quotes(claim: Claim, case: CaseFile) -> Iterator[_Quote]:
    """The words in quotation marks that belong to a claim, one for each unbroken stretch."""
    attribution = case.attributions.get(claim.attribution or "")
    if attribution is None or attribution.kind is Kind.INDIRECT or case.stance(claim) is Stance.DENIES:
        return
    text = case.articles[claim.article].text
    for span in attribution.content:
        around = Span(max(0, span.start - 1), min(len(text), span.end + 1))
        pieces = [
            Span(around.start + match.start(match.lastindex or 0), around.start + match.end(match.lastindex or 0))
            for match in _QUOTED.finditer(around.of(text))
        ]
        for place in pieces or ([span] if attribution.kind is Kind.DIRECT else []):
            found = tuple(words(text, [place]))
            if found:
                yield _Quote(claim.article, place, place.of(text), found, attribution)


def _wordings(quotes: Sequence[_Quote]) -> Iterator[Conflict]:
    distinct: dict[Hashable, _Quote] = {}
    for quote in quotes:
        distinct.setdefault(quote.keys, quote)
    for one, other in combinations(list(distinct.values())[:MOST_WORDINGS], 2):
        if one.article != other.article and compare(other.words, one.words).likeness is Likeness.ALTERED:
            yield _conflict(ConflictKind.WORDING, one, other, (one.text, other.text))


def _speakers(quotes: Sequence[_Quote], outlets: OutletTable) -> Iterator[Conflict]:
    distinct: dict[Hashable, _Quote] = {}
    for quote in quotes:
        if _named(quote.attribution) and len(quote.words) >= _LEAST_WORDS:
            distinct.setdefault((quote.keys, quote.attribution.speaker), quote)
    for one, other in combinations(list(distinct.values())[:MOST_WORDINGS], 2):
        if one.article == other.article or not _two_speakers(one.attribution, other.attribution, outlets):
            continue
        if compare(other.words, one.words).likeness is not Likeness.UNLIKE:
            names = (one.attribution.speaker or "", other.attribution.speaker or "")
            yield _conflict(ConflictKind.SPEAKER, one, other, names)


def _named(attribution: Attribution) -> bool:
    name = attribution.speaker
    if name is None or "anonymous" in attribution.flags:
        return False
    return attribution.source_type in (SourceType.PERSON, SourceType.ORGANISATION) and not is_unnamed(name)


def _two_speakers(one: Attribution, other: Attribution, outlets: OutletTable) -> bool:
    """Tell whether two speakers are surely two; an organisation and a person may be one speaking for the other."""
    left, right = one.speaker or "", other.speaker or ""
    if one.source_type is not other.source_type or outlets.same(left, right):
        return False
    same = same_person if one.source_type is SourceType.PERSON else same_organisation
    return same(left, right) is Sameness.NO


def _conflict(kind: ConflictKind, one: _Quote, other: _Quote, values: tuple[str, str]) -> Conflict:
    a = Passage(one.article, one.place.start, one.place.end)
    b = Passage(other.article, other.place.start, other.place.end)
    return Conflict(kind, a, b, values)
