"""Articles, claims and attributions for the tests of this room, written out in a line each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from claims.records import (
    Article,
    Attribution,
    Claim,
    Cluster,
    Copy,
    DateMention,
    Kind,
    Link,
    Member,
    Polarity,
    Quantity,
    SourceType,
    Span,
    Stance,
    StanceScores,
    Trail,
    digest,
)
from provenance.outlets import OutletTable
from provenance.trails import CaseFile, build_trail

OUTLETS = OutletTable.load()


def article(
    text: str,
    outlet: str | None = None,
    published: str | None = None,
    *,
    url: str | None = None,
    title: str | None = None,
    author: str | None = None,
    modified: str | None = None,
) -> Article:
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        digest(outlet, url, sha, published), url, outlet, title, author, published, modified, None, None, sha, text
    )


class Newsroom:
    """Collects a cluster's members; every claim is found in its article by its words."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.claims: dict[str, Claim] = {}
        self.attributions: dict[str, Attribution] = {}
        self.stances: dict[str, StanceScores] = {}
        self.copies: list[Copy] = []
        self.members: list[str] = []
        self.links: dict[str, list[Link]] = {}
        self.hosts: dict[str, str] = {}

    def print(self, outlet: str | None, text: str, published: str | None = None, **more: str | None) -> Article:
        """Add an article."""
        made = article(text, outlet, published, **more)
        self.articles[made.id] = made
        return made

    def says(
        self,
        printed: Article,
        words: str | None = None,
        speaker: str | None = None,
        type: SourceType | None = None,
        *,
        via: tuple[str, ...] = (),
        cue: str | None = None,
        quote: bool = False,
        parent: str | None = None,
        stance: Stance | None = None,
        flags: tuple[str, ...] = (),
        quantities: Iterable[tuple[str, float, str | None, bool]] = (),
        dates: Iterable[tuple[str, str | None]] = (),
        member: bool = True,
        attributed: bool | None = None,
        negated: bool = False,
    ) -> Claim:
        """Add a claim: in the outlet's own voice, or as ``speaker``'s. Places are looked up by their words."""
        text = printed.text
        words = text.strip().split("\n")[-1] if words is None else words
        start = text.index(words)
        span = Span(start, start + len(words))
        attribution = None
        if attributed or (attributed is None and (speaker is not None or via)):
            unnamed = type is SourceType.ANONYMOUS
            source = (
                Span(text.index(speaker), text.index(speaker) + len(speaker)) if speaker and speaker in text else None
            )
            cue_at = Span(text.index(cue), text.index(cue) + len(cue)) if cue else None
            attribution = Attribution(
                digest(printed.id, span, speaker, via, parent),
                Kind.DIRECT if quote else Kind.INDIRECT,
                (span,),
                cue_at,
                source,
                speaker,
                type or (SourceType.UNKNOWN if speaker is None else SourceType.PERSON),
                via,
                parent,
                Polarity.DENIES if stance is Stance.DENIES else Polarity.ASSERTS,
                0.9,
                (*flags, *(("anonymous",) if unnamed else ())),
            )
            self.attributions[attribution.id] = attribution
        claim = Claim(
            digest(printed.id, span.start, span.end, speaker, member),
            printed.id,
            span.start,
            span.end,
            words,
            words,
            attribution.id if attribution else None,
            0.8,
            tuple(
                Quantity(text.index(q, start), text.index(q, start) + len(q), q, value, unit, about)
                for q, value, unit, about in quantities
            ),
            tuple(DateMention(text.index(d, start), text.index(d, start) + len(d), d, value) for d, value in dates),
            negated,
        )
        self.claims[claim.id] = claim
        if stance is None:
            stance = Stance.SUPPORTS if attribution is None else Stance.REPORTS
        scores = {each: float(each is stance) for each in Stance}
        self.stances[claim.id] = StanceScores(
            stance, scores[Stance.SUPPORTS], scores[Stance.DENIES], scores[Stance.REPORTS]
        )
        if member:
            self.members.append(claim.id)
        return claim

    def copy(self, article: Article, of: Article, *, shared: float = 0.9, directed: bool = True) -> None:
        """Say that one article copies another."""
        end = min(60, len(article.text))
        self.copies.append(Copy(article.id, of.id, shared, directed, "published_later", 0, end))

    def link(self, printed: Article, words: str, url: str) -> None:
        """Say that words of an article were a link on its page."""
        start = printed.text.index(words)
        self.links.setdefault(printed.id, []).append(Link(start, start + len(words), url))

    @property
    def case(self) -> CaseFile:
        return CaseFile(
            self.articles, self.claims, self.attributions, self.copies, self.stances, links=self.links, hosts=self.hosts
        )

    def cluster(self, members: Iterable[str] | None = None) -> Cluster:
        members = list(self.members if members is None else members)
        return Cluster("c1", min(members), tuple(Member(claim, 1.0, ("same words",)) for claim in members))

    def trail(self, members: Iterable[str] | None = None) -> Trail:
        return build_trail(self.cluster(members), self.case, OUTLETS)
