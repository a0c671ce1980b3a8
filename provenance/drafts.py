"""A draft against the archive: every quotation, attribution and claim with its verdict and the passages behind it.

Nothing is ever called false. What the archive lacks is "not found in N articles"; where it disagrees with itself, or
nobody vouches for what it holds, the verdict is "cannot tell" and the reasons say so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from claims.records import (
    Article,
    Attribution,
    Checked,
    Claim,
    Evidence,
    Extraction,
    Finding,
    FindingVerdict,
    Match,
    Polarity,
    Relation,
    Span,
    Stance,
    Trail,
)
from index.figures import compare_quantities
from provenance.corrections import is_on_corrected
from provenance.quotations import Hit, find_quotation, judge, named, quotations, reasons, same_speaker
from provenance.sentences import corrected_in_words
from provenance.wording import keys

MOST_ARTICLES = 50
"""Articles that are read for one quotation, likeliest first."""

MOST_MATCHES = 20
"""Archived claims that are weighed for one claim, nearest first."""

LEAST_SHARED = 0.6
"""Share (0 to 1) of a quotation's distinct words that an article must hold to be read (wording.LEAST_SIMILAR)."""

LEAST_TELLING = 0.5
"""The same for the beginnings of its longer words, looked for anywhere in the text."""

_LONG_WORD = re.compile(r"(?<!\w)[^\W\d_]{4}(?=[^\W\d_])")


class ArchiveView(Protocol):
    """What a check asks of the archive."""

    def article_count(self) -> int:
        """Return how many articles the archive holds (``Archive.counts()["articles"]``)."""
        ...

    def extraction(self, article_id: str) -> Extraction:
        """Return an article with what was found in it (``Archive.extraction``)."""
        ...

    def articles_with(self, quotes: Sequence[str], limit: int) -> Sequence[Sequence[str]]:
        """Return for each of ``quotes`` the ids of at most ``limit`` articles likeliest to hold its words, best first.

        ``likely_articles(quotes, archive.articles(), limit)`` does it in one pass over the texts (5 s for ten thousand
        articles of 300 words); a full-text index over the texts may stand in for it.
        """
        ...

    def similar_claims(self, claims: Sequence[Claim], limit: int) -> Sequence[Sequence[Match]]:
        """Return for each of ``claims`` at most ``limit`` matches with archived claims, best first.

        ``Match.left`` is the given claim's id, ``Match.right`` the archived one's. Candidates by words
        (``Archive.search_words``) and by vectors, each judged by ``Matcher.judge``.
        """
        ...

    def claim(self, id: str) -> Claim:
        """Return an archived claim (``Archive.claim``)."""
        ...

    def trail_of(self, claim_id: str) -> Trail | None:
        """Return the trail of the archived claim's cluster, ``None`` before it has one.

        ``Archive.cluster_of``, then ``Archive.trail``.
        """
        ...


def likely_articles(quotes: Sequence[str], articles: Iterable[Article], limit: int) -> list[list[str]]:
    """Return for each of ``quotes`` the ids of at most ``limit`` articles that share most of its words, best first."""
    wanted = [keys(quote) for quote in quotes]
    telling = [{word.casefold() for word in _LONG_WORD.findall(quote)} for quote in quotes]
    hits: list[list[tuple[float, str]]] = [[] for _ in quotes]
    for article in articles if any(wanted) else ():
        plain, held = article.text.casefold(), None
        for these, long, found in zip(wanted, telling, hits, strict=True):
            # Cheap and over-inclusive first: most articles are done with here.
            if not these or sum(word in plain for word in long) < LEAST_TELLING * len(long):
                continue
            held = keys(article.text) if held is None else held
            share = len(these & held) / len(these)
            if share >= LEAST_SHARED:
                found.append((-share, article.id))
    return [[id for _, id in sorted(found)[:limit]] for found in hits]


def check_draft(draft: Extraction, look_up: ArchiveView) -> list[Finding]:
    """Return the findings on ``draft`` in the order of its text. An archived copy of the draft is no evidence of it."""
    check = _Check(draft, look_up)
    findings = [*check.quotes(), *check.claims(), *check.attributions()]
    return sorted(findings, key=lambda finding: (finding.start, finding.end, list(Checked).index(finding.what)))


@dataclass(slots=True)
class _Weighed:
    """What the archive says to one claim of the draft."""

    same: list[Claim] = field(default_factory=list)
    against: list[Claim] = field(default_factory=list)
    other_figure: list[Claim] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    vouched: bool = False


@dataclass(slots=True)
class _Check:
    """One draft being checked; attributions are judged last, by what was found of their quotes and claims."""

    draft: Extraction
    look_up: ArchiveView
    said: dict[str, list[Hit]] = field(default_factory=dict)  # by the draft's attribution id
    told: dict[str, list[Claim]] = field(default_factory=dict)

    def quotes(self) -> Iterator[Finding]:
        found = quotations(self.draft)
        texts = [" ".join(word.text for word in quote.words) for quote in found]
        for quote, ids in zip(found, self.look_up.articles_with(texts, MOST_ARTICLES), strict=True):
            archived = [self.look_up.extraction(id) for id in dict.fromkeys(ids)]
            hits = [hit for each in archived if not self._is_draft(each) for hit in find_quotation(quote, each)]
            self.said.setdefault(quote.attribution.id, []).extend(hits)
            verdict, ordered = judge(hits)
            why = list(reasons(ordered)) or [self._not_found()]
            yield self._finding(quote.span, Checked.QUOTE, verdict, [hit.evidence for hit in ordered], why)

    def claims(self) -> Iterator[Finding]:
        claims = self.draft.claims
        matches = self.look_up.similar_claims(claims, MOST_MATCHES) if claims else []
        for claim, near in zip(claims, matches, strict=True):
            weighed = self._weigh(claim, near)
            if claim.attribution is not None:
                self.told.setdefault(claim.attribution, []).extend(weighed.same)
            verdict, why = self._judge_claim(weighed)
            evidence = [_evidence(each) for each in (*weighed.same, *weighed.against, *weighed.other_figure)]
            yield self._finding(claim.span, Checked.CLAIM, verdict, evidence, why)

    def attributions(self) -> Iterator[Finding]:
        for attribution in self.draft.attributions:
            if attribution.source is not None and attribution.speaker is not None:
                yield self._judge_attribution(attribution, attribution.source)

    def _weigh(self, claim: Claim, matches: Sequence[Match]) -> _Weighed:
        weighed, trails = _Weighed(), dict[str, Trail]()
        denied_here = any(a.id == claim.attribution and a.polarity == Polarity.DENIES for a in self.draft.attributions)
        for match in matches:
            archived = self.look_up.claim(match.right)
            extraction = self.look_up.extraction(archived.article)
            outlet = named(extraction.article)
            if match.relation not in (Relation.SAME, Relation.CONTRADICTS) or self._is_draft(extraction):
                continue
            ours, theirs = claim.quantities, archived.quantities
            if figures := compare_quantities(ours, theirs, claim.standalone, archived.standalone).differ:
                weighed.other_figure.append(archived)
                weighed.reasons.append(f"{outlet} has another figure: {'; '.join(figures)}")
            elif match.relation == Relation.CONTRADICTS:
                weighed.against.append(archived)
                weighed.reasons.append(f"{outlet} says otherwise: {'; '.join(match.reasons) or archived.text}")
            else:
                trail = self.look_up.trail_of(archived.id)
                denied_there = _stance(trail, archived) == Stance.DENIES
                corrected = trail is not None and not denied_there and is_on_corrected(trail, archived.id)
                agrees = denied_there == denied_here and not corrected
                (weighed.same if agrees else weighed.against).append(archived)
                if corrected:
                    weighed.reasons.append(f"what {outlet} says rests on a report that was corrected")
                elif not agrees:
                    weighed.reasons.append(f"{outlet} {'denies it' if denied_there else 'said it'}")
                weighed.vouched |= trail is None or denied_here or trail.independent_origins > 0
                if trail is not None and trail.id not in trails:
                    trails[trail.id] = trail
        weighed.reasons[:0] = [line for trail in trails.values() for line in _trail_reasons(trail)]
        return weighed

    def _judge_claim(self, weighed: _Weighed) -> tuple[FindingVerdict, list[str]]:
        why = list(dict.fromkeys(weighed.reasons))
        if weighed.same and weighed.against:
            return FindingVerdict.CANNOT_TELL, [
                f"said in {_articles(weighed.same)}, disputed in {_articles(weighed.against)}",
                *why,
            ]
        if weighed.same:
            verdict = FindingVerdict.SUPPORTED if weighed.vouched else FindingVerdict.CANNOT_TELL
            return verdict, [f"said in {_articles(weighed.same)}", *why]
        if weighed.other_figure:
            return FindingVerdict.NUMBER_DIFFERS, why
        if weighed.against:
            return FindingVerdict.CONTRADICTED, why
        return FindingVerdict.NOT_FOUND, [self._not_found()]

    def _judge_attribution(self, attribution: Attribution, source: Span) -> Finding:
        """Who said it: supported by the articles that give the same words, or the same claim, to the same speaker."""
        places: list[tuple[bool | None, str | None, Evidence]] = [
            (hit.same_speaker, hit.speaker, hit.evidence) for hit in self.said.get(attribution.id, [])
        ]
        for claim in self.told.get(attribution.id, []):
            theirs = self._attribution_of(claim)
            if theirs is not None:
                places.append((same_speaker(attribution, theirs), theirs.speaker, _evidence(claim)))
        evidence = list(dict.fromkeys(place for same, _, place in places if same))
        others = Counter(speaker for same, speaker, _ in places if same is False and speaker)
        names = dict.fromkeys(named(self.look_up.extraction(place.article).article) for place in evidence)
        why = [f"{', '.join(names)}: said by the same"] if names else []
        why += [f"{_many(count)}: said by {speaker}" for speaker, count in others.most_common()]
        verdict = FindingVerdict.SUPPORTED if evidence else FindingVerdict.CANNOT_TELL
        why = why or [f"that {attribution.speaker} said so is {self._not_found()}"]
        return self._finding(source, Checked.ATTRIBUTION, verdict, evidence, why)

    def _attribution_of(self, claim: Claim) -> Attribution | None:
        archived = self.look_up.extraction(claim.article).attributions
        return next((attribution for attribution in archived if attribution.id == claim.attribution), None)

    def _is_draft(self, archived: Extraction) -> bool:
        return archived.article.sha256 == self.draft.article.sha256

    def _not_found(self) -> str:
        return f"not found in {_many(self.look_up.article_count())} of the archive"

    def _finding(
        self, span: Span, what: Checked, verdict: FindingVerdict, evidence: Sequence[Evidence], why: Sequence[str]
    ) -> Finding:
        text = span.of(self.draft.article.text)
        return Finding(span.start, span.end, text, what, verdict, tuple(dict.fromkeys(evidence)), tuple(why))


def _trail_reasons(trail: Trail) -> Iterator[str]:
    yield f"independent origins: {trail.independent_origins}, cannot tell: {trail.cannot_tell}"
    if trail.independent_origins == 0:
        circular = "circular" in trail.flags
        yield f"nobody vouches for it: {'the outlets cite only each other' if circular else 'no source could be told'}"
    if "anonymous_only" in trail.flags:
        yield "every source of it is unnamed"
    if "corrected" in trail.flags:
        yield from (corrected_in_words(each, trail) for each in trail.corrections)


def _stance(trail: Trail | None, claim: Claim) -> Stance | None:
    return next((each.stance for each in trail.appearances if each.claim == claim.id), None) if trail else None


def _evidence(claim: Claim) -> Evidence:
    return Evidence(claim.article, claim.start, claim.end, claim.text)


def _articles(claims: Iterable[Claim]) -> str:
    return _many(len({claim.article for claim in claims}))


def _many(count: int) -> str:
    return f"{count} article" if count == 1 else f"{count} articles"
