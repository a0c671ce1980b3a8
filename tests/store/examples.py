"""A few articles, claims, clusters and trails by hand, short enough to read in a test."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from claims.records import (
    Appearance,
    Article,
    Attribution,
    Claim,
    Cluster,
    DateSource,
    Extraction,
    FirstAppearance,
    Judgement,
    Kind,
    Member,
    Polarity,
    SourceType,
    Span,
    Stance,
    Stances,
    Trail,
    Verdict,
)


def article(id: str, text: str, outlet: str | None = "The Harbour Post") -> Article:
    """An article of one outlet."""
    return Article(
        id=id,
        url=None,
        outlet=outlet,
        title=None,
        author=None,
        published="2031-04-02",
        modified=None,
        retrieved=None,
        date_source=DateSource.GIVEN,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
    )


def extraction(id: str, *sentences: str, outlet: str | None = "The Harbour Post") -> Extraction:
    """An article of these sentences. Each is a claim ``<id>/0``, ``<id>/1``..., the first one attributed."""
    text = "\n".join(sentences)
    claims: list[Claim] = []
    start = 0
    for number, sentence in enumerate(sentences):
        end = start + len(sentence)
        attribution = f"{id}:said" if number == 0 else None
        claims.append(Claim(f"{id}/{number}", id, start, end, sentence, sentence, attribution, 0.5, (), (), False))
        start = end + 1
    said = Attribution(
        id=f"{id}:said",
        kind=Kind.DIRECT,
        content=(Span(0, len(sentences[0])),),
        cue=None,
        source=None,
        speaker="Mara Lindqvist",
        source_type=SourceType.PERSON,
        via=(),
        parent=None,
        polarity=Polarity.ASSERTS,
        confidence=0.9,
        flags=(),
    )
    return Extraction(article(id, text, outlet), (said,), tuple(claims))


def cluster(id: str, *claims: str) -> Cluster:
    """A cluster of these claims; the first represents it."""
    return Cluster(id, claims[0], tuple(Member(claim, 0.75, ("same figure", "same place")) for claim in claims))


def trail(
    id: str,
    text: str = "The ferry terminal closes in June.",
    *,
    outlets: Iterable[str | None] = ("The Harbour Post",),
    origins: int = 1,
    published: str | None = "2031-04-02",
    flags: tuple[str, ...] = (),
    denies: int = 0,
) -> Trail:
    """A trail with an article in each of ``outlets``."""
    outlets = tuple(outlets)
    return Trail(
        id=id,
        text=text,
        articles=len(outlets),
        outlets=len({*outlets} - {None}),
        independent_origins=origins,
        cannot_tell=0,
        first_appearance=FirstAppearance(f"{id}/0", id, outlets[0], published, 0),
        stances=Stances(supports=len(outlets) - denies, denies=denies, reports=0),
        flags=flags,
        appearances=tuple(
            Appearance(f"{id}/0", id, outlet, 0, 5, text[:5], Stance.SUPPORTS, ("alone",)) for outlet in outlets
        ),
        edges=(),
        origins=(),
        conflicts=(),
        summary="One outlet says so.",
    )


def judgement(
    id: str, left: str, right: str, verdict: Verdict = Verdict.SAME, at: str = "2031-04-02T10:00:00+02:00"
) -> Judgement:
    """A decision of one person."""
    return Judgement(id, left, right, verdict, "Ada", at)
