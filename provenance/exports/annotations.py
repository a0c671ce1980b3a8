"""W3C Web Annotation: where in its article each claim and each quotation stands (https://www.w3.org/TR/annotation-model/)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from claims.records import Appearance, Article, Span, Trail
from provenance.exports.archived import Archived, address_of, json_document, known, name_of, web_address
from provenance.exports.quotes import Quote, quotes

CONTEXT_LENGTH = 32
"""Code points of text before and after a passage, at least; twice as many as long as that could be another place."""

UNIT = (
    "start and end of a TextPositionSelector count Unicode code points of the article's text as Claimtrail keeps it, "
    "from 0, end exclusive; exact, prefix and suffix are that text, unchanged. A reader in UTF-16, such as JavaScript, "
    "converts: [...text].slice(start, end).join(''). On a live page, look for the quotation and not for the position."
)

_HEAD = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": name_of("annotations", "page"),
    "type": "AnnotationPage",
    "partOf": {"id": name_of("annotations"), "type": "AnnotationCollection", "label": UNIT},
    "startIndex": 0,
}


def annotation_page(trails: Iterable[Trail], archived: Archived) -> Iterator[bytes]:
    """Yield one AnnotationPage: an annotation of each appearance (``linking``), of each quotation (``identifying``)."""
    return json_document(_HEAD, "items", _items(trails, archived))


def _items(trails: Iterable[Trail], archived: Archived) -> Iterator[dict[str, Any]]:
    told: set[str] = set()
    for trail in trails:
        for appearance in trail.appearances:
            yield _appearance(trail, appearance, archived.article(appearance.article))
        for quote in quotes(trail, archived):
            if quote.attribution.id not in told:  # several claims may stand in one quotation
                told.add(quote.attribution.id)
                yield _quotation(quote)


def _appearance(trail: Trail, appearance: Appearance, article: Article) -> dict[str, Any]:
    cluster = {"type": "SpecificResource", "source": name_of("cluster", trail.id), "purpose": "linking"}
    return {
        "id": name_of("annotation", trail.id, appearance.claim),
        "type": "Annotation",
        "motivation": "linking",
        "body": [cluster, _words("describing", trail.text), _words("tagging", appearance.stance.value)],
        "target": _target(article, Span(appearance.start, appearance.end)),
    }


def _quotation(quote: Quote) -> dict[str, Any]:
    said = quote.attribution
    targets = [_target(quote.article, span) for span in quote.spans]
    return {
        "id": name_of("annotation", said.id),
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            *([_words("identifying", said.speaker)] if said.speaker else []),
            *(_words("tagging", tag) for tag in (said.kind.value, said.source_type.value, *said.flags)),
        ],
        "target": targets if len(targets) > 1 else targets[0],
    }


def _words(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _target(article: Article, span: Span) -> dict[str, Any]:
    prefix, suffix = around(article.text, span)
    return known(
        {
            "type": "SpecificResource",
            "source": address_of(article),
            "state": _state(article),
            "selector": [
                {"type": "TextQuoteSelector", "exact": span.of(article.text), "prefix": prefix, "suffix": suffix},
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            ],
        }
    )


def _state(article: Article) -> dict[str, Any] | None:
    """Say that positions are those of the text that was kept, and not of what the address shows today."""
    if web_address(article.url) is None:
        return None
    copy = name_of("article", article.id)
    return known({"type": "TimeState", "cached": copy, "sourceDate": _instant(article.retrieved)})


def _instant(moment: str | None) -> str | None:
    """Return a date-time in UTC as the standard wants it; ``None`` for a day, and for a time that lacks its offset."""
    if moment is None or "T" not in moment:
        return None
    try:
        known_moment = datetime.fromisoformat(moment)
    except ValueError:
        return None
    return known_moment.astimezone(UTC).isoformat().replace("+00:00", "Z") if known_moment.tzinfo else None


def around(text: str, span: Span) -> tuple[str, str]:
    """Return what stands before and after ``span``, as much as it takes to tell it from every other place."""
    length = CONTEXT_LENGTH
    while True:
        start, end = max(0, span.start - length), min(len(text), span.end + length)
        if (start == 0 and end == len(text)) or _is_only(text[start:end], text, start):
            return text[start : span.start], text[span.end : end]
        length *= 2


def _is_only(passage: str, text: str, start: int) -> bool:
    return text.find(passage) == start and text.find(passage, start + 1) < 0
