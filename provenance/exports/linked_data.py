"""schema.org JSON-LD: claims, the articles that they appear in, the quotations, and the ratings of fact-checkers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claims.records import Article, Attribution, FactCheck, FactCheckMatch, Origin, SourceType, Trail
from provenance.exports.archived import (
    Archived,
    address_of,
    articles_of,
    first_known,
    json_document,
    known,
    name_of,
    same_claim,
    web_address,
)
from provenance.exports.quotes import Quote, quotes

_TYPES = {
    SourceType.PERSON: "Person",
    SourceType.ORGANISATION: "Organization",
    SourceType.OUTLET: "Organization",
}


def linked_data(trails: Iterable[Trail], archived: Archived) -> Iterator[bytes]:
    """Yield one ``@graph``: of each trail its Claim, then its Quotations and ClaimReviews.

    A ClaimReview is a publisher's own rating of the claim that it checked, never ours, and never of our wording. A
    name of which nobody told whether it is a person's stands in a node without a type.
    """
    nodes = (node for trail in trails for node in _nodes(trail, archived))
    return json_document({"@context": "https://schema.org"}, "@graph", nodes)


def _nodes(trail: Trail, archived: Archived) -> Iterator[dict[str, Any]]:
    reviews = [match.check for match in archived.fact_checks(trail.id) if _is_review(match)]
    yield _claim(trail, reviews, archived)
    yield from (_quotation(quote, trail) for quote in quotes(trail, archived))
    yield from map(_review, reviews)


def _claim(trail: Trail, reviews: Iterable[FactCheck], archived: Archived) -> dict[str, Any]:
    first = first_known(trail)
    named = [origin for origin in trail.origins if not origin.anonymous]
    return known(
        {
            "@type": "Claim",
            "@id": name_of("cluster", trail.id),
            "name": trail.text,
            "text": trail.text,
            "datePublished": first.published if first else None,
            "author": [_agent(origin.name, origin.type) for origin in named if origin.type is not SourceType.DOCUMENT],
            "isBasedOn": [_document(origin) for origin in named if origin.type is SourceType.DOCUMENT],
            "firstAppearance": _article(archived.article(first.article)) if first else None,
            "appearance": [_article(archived.article(article)) for article in articles_of(trail)],
            "subjectOf": [{"@id": name_of("factcheck", check.id)} for check in reviews],
        }
    )


def _article(article: Article) -> dict[str, Any]:
    return known(
        {
            "@type": "NewsArticle",
            "@id": address_of(article),
            "url": web_address(article.url),
            "headline": article.title,
            "datePublished": article.published,
            "dateModified": article.modified,
            "author": {"name": article.author} if article.author else None,
            "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
        }
    )


def _agent(name: str, type: SourceType) -> dict[str, Any]:
    return known({"@type": _TYPES.get(type), "name": name})


def _document(origin: Origin) -> dict[str, Any]:
    return {"@type": "CreativeWork", "name": origin.name}


# ---------------------------------------------------------------- quotations


def _quotation(quote: Quote, trail: Trail) -> dict[str, Any]:
    said = quote.attribution
    return known(
        {
            "@type": "Quotation",
            "@id": name_of("attribution", said.id),
            "text": quote.text,
            "spokenByCharacter": _speaker(said),
            "isBasedOn": {"@type": "CreativeWork", "name": said.speaker}
            if said.source_type is SourceType.DOCUMENT and said.speaker
            else None,
            "isPartOf": {"@id": address_of(quote.article)},
            "about": {"@id": name_of("cluster", trail.id)},
        }
    )


def _speaker(said: Attribution) -> dict[str, Any] | None:
    if said.speaker is None or said.source_type is SourceType.DOCUMENT:
        return None
    return _agent(said.speaker, said.source_type)


# ---------------------------------------------------------------- ratings


def _is_review(match: FactCheckMatch) -> bool:
    """Tell whether somebody rated this very claim: a rating without a publisher is nobody's."""
    return same_claim(match) and match.check.rating is not None and match.check.publisher is not None


def _review(check: FactCheck) -> dict[str, Any]:
    return known(
        {
            "@type": "ClaimReview",
            "@id": name_of("factcheck", check.id),
            "url": web_address(check.url),
            "datePublished": check.reviewed,
            "author": {"@type": "Organization", "name": check.publisher},
            "claimReviewed": check.claim,
            "reviewRating": {"@type": "Rating", "alternateName": check.rating},
            "itemReviewed": known(
                {
                    "@type": "Claim",
                    "text": check.claim,
                    "datePublished": check.claimed,
                    "author": {"name": check.claimant} if check.claimant else None,
                }
            ),
        }
    )
