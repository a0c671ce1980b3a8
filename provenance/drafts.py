"""A draft against the archive: every quotation, attribution and claim with its verdict and the passages behind it.

Nothing is ever called false. What the archive lacks is "not found in N articles"; where it disagrees with itself, or
nobody vouches for what it holds, the verdict is "cannot tell" and the reasons say so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from claims.records import (
    Article,
    Attribution,
    Checked,
    Claim,
    Drift,
    Evidence,
    Extraction,
    Finding,
    FindingVerdict,
    Kind,
    Match,
    Polarity,
    Relation,
    SourceType,
    Span,
    Stance,
    Trail,
)
from index.dates import compare_dates
from index.earlier import ABOUT
from index.figures import compare_quantities
from provenance import turns
from provenance.beside import around, is_translated, other_occasion, said_on, told_beside
from provenance.corrections import is_on_corrected
from provenance.drift import PLAIN
from provenance.passages import CAPITALISED, Passage, ReadArticle
from provenance.quotations import (
    NEARLY,
    TELLING,
    Hit,
    Quotation,
    judge,
    named,
    quotations,
    reasons,
    same_speaker,
    with_speakers,
)
from provenance.quoted import speech, spoken
from provenance.sentences import corrected_in_words
from provenance.words import in_print

MOST_ARTICLES = 12
"""Articles that are read for one quotation, likeliest first."""

MOST_MATCHES = 12
"""Archived claims that are weighed for one claim, nearest first."""

MOST_CONFLICTS = 2
"""Conflicts inside a cluster that a finding tells of; the cluster's page has them all."""

DIFFERS = "differ: "
OTHER_FIGURES = f"{DIFFERS}figures, "
"""How a match's reasons begin that tell what differs (:mod:`index.matching`)."""


class ArchiveView(Protocol):
    """What a check asks of the archive."""

    def article_count(self) -> int:
        """Return how many articles the archive holds (``Archive.counts()["articles"]``)."""
        ...

    def attributed(self, article_ids: Collection[str]) -> Mapping[str, Extraction]:
        """Return articles by id, each with what is attributed in it; their claims are not asked for
        (``Archive.attributed``)."""
        ...

    def articles_with(self, quotes: Sequence[str], limit: int) -> Sequence[Sequence[str]]:
        """Return for each of ``quotes`` the ids of at most ``limit`` articles likeliest to hold its words, best first
        (``Archive.articles_like``)."""
        ...

    def similar_claims(self, claims: Sequence[Claim], limit: int) -> Sequence[Sequence[Match]]:
        """Return for each of ``claims`` at most ``limit`` matches with archived claims, best first.

        ``Match.left`` is the given claim's id, ``Match.right`` the archived one's. Candidates by words
        (``Archive.search_words``) and by vectors, each judged by ``Matcher.judge``.
        """
        ...

    def follows(self, pairs: Sequence[tuple[str, str]]) -> Sequence[float]:
        """Return the probability (0 to 1) that the second text of each pair follows from the first
        (``turns.follows``)."""
        ...

    def articles_of(self, outlet: str) -> Collection[str]:
        """Return the ids of the archived articles of an outlet, by any of its names; none where it is no outlet."""
        ...

    def claims(self, ids: Collection[str]) -> Mapping[str, Claim]:
        """Return archived claims by id (``Archive.claims``)."""
        ...

    def trails_of(self, claim_ids: Collection[str]) -> Mapping[str, Trail]:
        """Return for each archived claim the trail of its cluster, where it has one yet.

        ``Archive.clusters_of``, then ``Archive.trail``.
        """
        ...


def check_draft(draft: Extraction, look_up: ArchiveView) -> list[Finding]:
    """Return the findings on ``draft`` in the order of its text. An archived copy of the draft is no evidence of it."""
    check = _Check(with_speakers(draft), look_up)
    # One after the other: in two threads each waits for the other at every small call of a model, and both take longer.
    matches = look_up.similar_claims(draft.claims, MOST_MATCHES)
    findings = [*check.quotes(), *check.claims(matches), *check.attributions()]
    return sorted(findings, key=lambda finding: (finding.start, finding.end, list(Checked).index(finding.what)))


@dataclass(slots=True)
class _Weighed:
    """What the archive says to one claim of the draft."""

    same: list[Claim] = field(default_factory=list)
    against: list[Claim] = field(default_factory=list)
    other_figure: list[Claim] = field(default_factory=list)
    without_figure: list[Claim] = field(default_factory=list)  # the same, but for a figure or date that they lack
    trails: list[str] = field(default_factory=list)  # what is told of the clusters
    told: dict[str, list[str]] = field(default_factory=dict)  # what outlets say to it, and which
    vouched: bool = False

    def tell(self, what: str, outlet: str) -> None:
        self.told.setdefault(what, []).append(outlet)

    def reasons(self) -> Iterator[str]:
        yield from (f"{', '.join(dict.fromkeys(outlets))}: {what}" for what, outlets in self.told.items())


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the archive has what the draft attributes: whether to the same speaker, and whether it says otherwise."""

    evidence: Evidence
    same: bool | None
    speaker: str | None
    otherwise: bool = False
    via: tuple[str, ...] = ()


@dataclass(slots=True)
class _Check:
    """One draft being checked; attributions are judged last, by what was found of their quotes and claims."""

    draft: Extraction
    look_up: ArchiveView
    said: dict[str, list[Hit]] = field(default_factory=dict)  # by the draft's attribution id
    told: dict[str, list[_Weighed]] = field(default_factory=dict)
    read: dict[str, ReadArticle] = field(default_factory=dict)  # by article id
    held: int | None = None  # articles in the archive
    named: set[str] = field(default_factory=set)  # words with a capital, in small letters

    def quotes(self) -> Iterator[Finding]:
        found = quotations(self.draft)
        texts = [in_print(quote.words) for quote in found]
        likely = self.look_up.articles_with(texts, MOST_ARTICLES)
        self._read_all(id for ids in likely for id in ids)
        every = [
            [hit for id in dict.fromkeys(ids) for hit in self._hits(quote, id)]
            for quote, ids in zip(found, likely, strict=True)
        ]
        for quote, hits in zip(found, self._judged(found, every), strict=True):
            if quote.attribution is not None:
                long = len(quote.words) >= TELLING
                telling = (h for h in hits if (long or h.same_speaker) and (h.verbatim or h.similarity >= NEARLY))
                self.said.setdefault(quote.attribution.id, []).extend(telling)
            verdict, ordered = judge(hits, len(quote.words))
            why = list(reasons(ordered)) or [self._not_found()]
            yield self._finding(quote.span, Checked.QUOTE, verdict, [hit.evidence for hit in ordered], why)

    def claims(self, matches: Sequence[Sequence[Match]]) -> Iterator[Finding]:
        telling = [[match for match in near if match.relation in ABOUT] for near in matches]
        found = [match for near in telling for match in near]
        archived = self.look_up.claims({match.right for match in found})
        trails = self.look_up.trails_of({match.right for match in found if match.relation is Relation.SAME})
        self._read_all(claim.article for claim in archived.values())
        for claim, near in zip(self.draft.claims, telling, strict=True):
            weighed = self._weigh(claim, near, archived, trails)
            if claim.attribution is not None:
                self.told.setdefault(claim.attribution, []).append(weighed)
            verdict, why = self._judge_claim(weighed)
            told = [*weighed.same, *weighed.against, *weighed.other_figure] or weighed.without_figure
            evidence = [_evidence(each) for each in told]
            yield self._finding(claim.span, Checked.CLAIM, verdict, evidence, why)

    def attributions(self) -> Iterator[Finding]:
        for attribution in self.draft.attributions:
            source, speaker = attribution.source, attribution.speaker
            if source is not None and speaker is not None and attribution.source_type is not SourceType.UNKNOWN:
                ours = self.look_up.articles_of(speaker)
                if ours:
                    yield self._judge_outlet(attribution, source, speaker, ours)
                else:
                    yield self._judge_speaker(attribution, source)
            for name in attribution.via:
                ours, mention = self.look_up.articles_of(name), self._mention(name, attribution)
                if ours and mention is not None and (source is None or not mention.overlaps(source)):
                    yield self._judge_outlet(attribution, mention, name, ours)

    def _hits(self, quote: Quotation, article_id: str) -> Iterator[Hit]:
        archived = self._read(article_id)
        if not self._is_draft(archived.extraction):
            for passage in archived.passages(quote.words):
                same = same_speaker(quote.attribution, passage.attribution, self.draft.article, archived.article)
                yield Hit(archived.article, passage, same, self._excuse(quote, passage, archived.article))

    def _judged(self, quotes: Sequence[Quotation], hits: Sequence[Sequence[Hit]]) -> Iterator[list[Hit]]:
        """Yield the hits of each quotation with what the relation model makes of its cuts, asked of all at once."""
        text = self.draft.article.text
        asked = {
            (n, m): (speech(hit.article.text, hit.passage.whole), speech(text, quote.span))
            for n, quote in enumerate(quotes)
            for m, hit in enumerate(hits[n])
            if hit.verbatim and hit.passage.lost is None and hit.passage.whole is not None and _is_clause(quote)
        }
        shares = dict(zip(asked, self.look_up.follows(list(asked.values())), strict=True))
        for n, quote in enumerate(quotes):
            yield [replace(hit, passage=self._cut(quote, hit, shares.get((n, m)))) for m, hit in enumerate(hits[n])]

    def _cut(self, quote: Quotation, hit: Hit, share: float | None) -> Passage:
        """Return the passage of a hit with what the cut lost, where the draft does not tell it beside. ``share``: the
        probability that what is left follows, where that was asked."""
        passage = hit.passage
        if share is not None and share < turns.TURNED:
            passage = replace(passage, lost=_left_out(passage, hit.article.text), drift=Drift.TURNED)
        if passage.drift is None or passage.lost is None:
            return passage
        text = self.draft.article.text
        told = told_beside(text, spoken(text, quote.span), (passage.drift,), (passage.lost,))
        return replace(passage, lost=None) if told else passage

    def _excuse(self, quote: Quotation, passage: Passage, article: Article) -> str | None:
        """Return why words that differ may be right all the same."""
        if passage.verbatim:
            return None
        sides = [(self.draft.article.text, quote.span), (article.text, passage.span)]
        places = [(text, spoken(text, place)) for text, place in sides]
        if PLAIN.isdisjoint(passage.comparison.drift) and any(is_translated(around(*place)) for place in places):
            return "another translation"
        return "said on another day" if other_occasion(*(said_on(*place) for place in places)) else None

    def _read(self, article_id: str) -> ReadArticle:
        if article_id not in self.read:
            self._read_all([article_id])
        return self.read[article_id]

    def _read_all(self, article_ids: Iterable[str]) -> None:
        new = self.look_up.attributed({id for id in article_ids if id not in self.read})
        self.read |= {id: ReadArticle(extraction) for id, extraction in new.items()}

    def _mention(self, name: str, attribution: Attribution) -> Span | None:
        """Return where the draft names a carrier, nearest to what it is said to have carried."""
        text, at = self.draft.article.text, attribution.content[0].start
        found = [match.start() for match in re.finditer(re.escape(name), text)]
        start = min(found, key=lambda place: abs(place - at), default=None)
        return None if start is None else Span(start, start + len(name))

    def _weigh(
        self, claim: Claim, matches: Sequence[Match], known: Mapping[str, Claim], trails_of: Mapping[str, Trail]
    ) -> _Weighed:
        weighed, trails = _Weighed(), dict[str, Trail]()
        denied_here = claim.denies_before or any(
            a.id == claim.attribution and a.polarity == Polarity.DENIES for a in self.draft.attributions
        )
        for match in matches:
            archived = known[match.right]
            extraction = self._read(archived.article).extraction
            outlet = named(extraction.article)
            if self._is_draft(extraction):
                continue
            if self._about_others(claim, archived):
                continue
            if figures := [
                each.removeprefix(OTHER_FIGURES) for each in match.reasons if each.startswith(OTHER_FIGURES)
            ]:
                weighed.other_figure.append(archived)
                weighed.tell(f"another figure: {'; '.join(figures)}", outlet)
            elif match.relation == Relation.CONTRADICTS:
                weighed.against.append(archived)
                weighed.tell(f"says otherwise: {_difference(match) or f'“{archived.text}”'}", outlet)
            elif _lacks_figures(claim, archived):
                weighed.without_figure.append(archived)
            else:
                trail = trails_of.get(archived.id)
                denied_there = _stance(trail, archived) == Stance.DENIES
                corrected = trail is not None and not denied_there and is_on_corrected(trail, archived.id)
                agrees = denied_there == denied_here and not corrected
                (weighed.same if agrees else weighed.against).append(archived)
                if corrected:
                    weighed.tell("rests on a report that was corrected", outlet)
                elif not agrees:
                    weighed.tell("denies it" if denied_there else "said it", outlet)
                weighed.vouched |= trail is None or denied_here or trail.independent_origins > 0
                if trail is not None and trail.id not in trails:
                    trails[trail.id] = trail
        weighed.trails = [line for trail in trails.values() for line in _trail_reasons(trail)]
        return weighed

    def _about_others(self, claim: Claim, archived: Claim) -> bool:
        """Tell whether each claim names somebody or somewhere that the other's text does not name anywhere.

        The whole text: what one sentence calls by a short name, its article has in full.
        """
        ours, theirs = _names(claim.standalone), _names(archived.standalone)
        there = self._read(archived.article).names
        return bool(ours - there) and bool(theirs - ours - self._own_names())

    def _own_names(self) -> set[str]:
        if not self.named:
            self.named = {word.casefold() for word in CAPITALISED.findall(self.draft.article.text)}
        return self.named

    def _judge_claim(self, weighed: _Weighed) -> tuple[FindingVerdict, list[str]]:
        why = list(dict.fromkeys([*weighed.trails, *weighed.reasons()]))
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
        if weighed.without_figure:
            told = f"something like it is said in {_articles(weighed.without_figure)}, without its figures and dates"
            return FindingVerdict.CANNOT_TELL, [told]
        return FindingVerdict.NOT_FOUND, [self._not_found()]

    def _judge_speaker(self, attribution: Attribution, source: Span) -> Finding:
        """Who said it: supported by the articles that give the same words, or the same claim, to the same speaker."""
        places = list(self._places(attribution))
        agree = [place for place in places if place.same and not place.otherwise]
        otherwise = [place for place in places if place.same and place.otherwise]
        others = [place for place in places if place.same is False and not place.otherwise]
        elsewhere = {place.evidence.article for place in others}
        unclear = [p for p in places if p.same is None and not p.otherwise and p.evidence.article not in elsewhere]
        why = [f"{self._names(agree)}: said by the same"] if agree else []
        why += [f"{self._names(otherwise)}: the same speaker says otherwise"] if otherwise and not agree else []
        by_name: dict[str, list[_Place]] = {}
        for place in others:
            by_name.setdefault(place.speaker or "somebody else", []).append(place)
        why += [f"{_articles_of(some)}: said by {speaker}" for speaker, some in by_name.items()]
        if agree:
            quoted_elsewhere = {p.evidence.article for p in others} - {p.evidence.article for p in agree}
            outnumbered = bool(self.said.get(attribution.id)) and len(quoted_elsewhere) >= len(
                {p.evidence.article for p in agree}
            )
            verdict = FindingVerdict.CANNOT_TELL if outnumbered else FindingVerdict.SUPPORTED
        elif otherwise:
            verdict = FindingVerdict.CONTRADICTED
        elif others and not unclear:
            verdict = FindingVerdict.CONTRADICTED
            why.append(f"no article gives it to {attribution.speaker}")
        elif others or unclear:
            verdict = FindingVerdict.CANNOT_TELL
            if unclear:
                why.append(f"{self._names(unclear)}: said there, but not clearly by whom")
        else:
            verdict = FindingVerdict.NOT_FOUND
            why.append(f"that {attribution.speaker} said so is {self._not_found()}")
        evidence = [place.evidence for place in (*agree, *otherwise, *others, *unclear)]
        return self._finding(source, Checked.ATTRIBUTION, verdict, evidence, why)

    def _judge_outlet(self, attribution: Attribution, mention: Span, outlet: str, own: Collection[str]) -> Finding:
        """Does an outlet whose articles are here say so: in one of them, or as another article passes it on."""
        places = list(self._places(attribution))
        inside = [place for place in places if place.evidence.article in own]
        speaks = mention == attribution.source
        passed_on = [
            p
            for p in places
            if ((speaks and p.same) or outlet in p.via) and p.evidence.article not in own and not p.otherwise
        ]
        agree = [place for place in inside if not place.otherwise]
        otherwise = [place for place in inside if place.otherwise]
        elsewhere = [p for p in places if p.evidence.article not in own and not p.otherwise and p not in passed_on]
        if agree or passed_on:
            why = [f"{self._names(agree)}: said there"] if agree else []
            why += [f"{self._names(passed_on)}: says so of {outlet}"] if passed_on else []
            verdict = FindingVerdict.CANNOT_TELL if otherwise else FindingVerdict.SUPPORTED
            why += [f"{self._names(otherwise)}: says otherwise"] if otherwise else []
        elif otherwise:
            verdict, why = FindingVerdict.CONTRADICTED, [f"{self._names(otherwise)}: says otherwise"]
        else:
            verdict, why = FindingVerdict.NOT_FOUND, [f"not found in {_many(len(own))} of {outlet} in the archive"]
        why += [f"said in {self._names(elsewhere)}"] if elsewhere and not agree else []
        evidence = [place.evidence for place in (*agree, *passed_on, *otherwise, *elsewhere)]
        return self._finding(mention, Checked.ATTRIBUTION, verdict, evidence, why)

    def _places(self, attribution: Attribution) -> Iterator[_Place]:
        for hit in self.said.get(attribution.id, []):
            via = hit.passage.attribution.via if hit.passage.attribution else ()
            yield _Place(hit.evidence, hit.same_speaker, hit.speaker, via=via)
        for weighed in self.told.get(attribution.id, []):
            for claims, otherwise in ((weighed.same, False), (weighed.against, True), (weighed.other_figure, True)):
                for claim in claims:
                    archived = self._read(claim.article)
                    theirs = next((a for a in archived.extraction.attributions if a.id == claim.attribution), None)
                    same = same_speaker(attribution, theirs, self.draft.article, archived.article)
                    by, via = (theirs.speaker, theirs.via) if theirs else (None, ())
                    yield _Place(_evidence(claim), same, by, otherwise, via)

    def _names(self, places: Iterable[_Place]) -> str:
        articles = dict.fromkeys(place.evidence.article for place in places)
        return ", ".join(dict.fromkeys(named(self._read(id).article) for id in articles))

    def _is_draft(self, archived: Extraction) -> bool:
        return archived.article.sha256 == self.draft.article.sha256

    def _not_found(self) -> str:
        if self.held is None:
            self.held = self.look_up.article_count()
        return f"not found in {_many(self.held)} of the archive"

    def _finding(
        self, span: Span, what: Checked, verdict: FindingVerdict, evidence: Sequence[Evidence], why: Sequence[str]
    ) -> Finding:
        text = span.of(self.draft.article.text)
        return Finding(span.start, span.end, text, what, verdict, tuple(dict.fromkeys(evidence)), tuple(why))


def _left_out(passage: Passage, text: str) -> str:
    """Return what a part leaves out of the sentences that it is of, before and after it."""
    whole = passage.whole or passage.span
    sides = Span(whole.start, passage.span.start), Span(passage.span.end, whole.end)
    return " … ".join(filter(None, (speech(text, side) for side in sides))) or speech(text, whole)


def _is_clause(quote: Quotation) -> bool:
    """Tell whether a quotation says something by itself, and is no piece fitted into a sentence."""
    direct = quote.attribution is not None and quote.attribution.kind is Kind.DIRECT
    return direct and len(quote.words) >= turns.LEAST_WORDS


def _trail_reasons(trail: Trail) -> Iterator[str]:
    yield f"independent origins: {trail.independent_origins}, cannot tell: {trail.cannot_tell}"
    told = (
        (trail.stances.supports, "supports", "support"),
        (trail.stances.denies, "denies", "deny"),
        (trail.stances.reports, "only reports", "only report"),
    )
    stances = ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in told if count)
    yield f"{_many(trail.articles)} of {trail.outlets} {'outlet' if trail.outlets == 1 else 'outlets'}: {stances}"
    for conflict in trail.conflicts[:MOST_CONFLICTS]:
        yield f"articles differ in the {conflict.what}: {' against '.join(conflict.values)}"
    if trail.independent_origins == 0:
        circular = "circular" in trail.flags
        yield f"nobody vouches for it: {'the outlets cite only each other' if circular else 'no source could be told'}"
    if "anonymous_only" in trail.flags:
        yield "every source of it is unnamed"
    if "corrected" in trail.flags:
        yield from (corrected_in_words(each, trail) for each in trail.corrections)


def _difference(match: Match) -> str:
    return "; ".join(each.removeprefix(DIFFERS) for each in match.reasons if each.startswith(DIFFERS))


def _stance(trail: Trail | None, claim: Claim) -> Stance | None:
    return next((each.stance for each in trail.appearances if each.claim == claim.id), None) if trail else None


def _evidence(claim: Claim) -> Evidence:
    return Evidence(claim.article, claim.start, claim.end, claim.text)


def _articles(claims: Iterable[Claim]) -> str:
    return _many(len({claim.article for claim in claims}))


def _lacks_figures(claim: Claim, archived: Claim) -> bool:
    """Tell whether ``claim`` has a figure, or a date in figures, that ``archived`` does not bear out."""
    ours, theirs = claim.standalone, archived.standalone
    counts = [each for each in claim.quantities if not _stated(each.text, theirs)]
    dates = [each for each in claim.dates if any(map(str.isdigit, each.text)) and not _stated(each.text, theirs)]
    return not (
        all(compare_quantities([each], archived.quantities, ours, theirs).agree for each in counts)
        and all(compare_dates([each], archived.dates, ours, theirs).agree for each in dates)
    )


def _stated(figure: str, sentence: str) -> bool:
    return re.search(rf"(?<![\w.,]){re.escape(figure)}(?![\w%])", sentence) is not None


def _names(sentence: str) -> set[str]:
    """Return the words with a capital that do not begin a sentence, in small letters."""
    return {match[0].casefold() for match in CAPITALISED.finditer(sentence) if match.start() > 1 and match[0] != "I"}


def _articles_of(places: Iterable[_Place]) -> str:
    return _many(len({place.evidence.article for place in places}))


def _many(count: int) -> str:
    return f"{count} article" if count == 1 else f"{count} articles"
