"""Trails as files that other tools read: a table, JSON Lines, schema.org JSON-LD, W3C Web Annotation."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from claims.errors import ClaimtrailError
from claims.records import Appearance, Article, Conflict, Origin, SourceType, Trail, to_json

FORMATS = ("csv", "jsonl", "jsonld", "annotations")

Articles = Callable[[str], Article]
"""Looks an article up by its id; raises ``claims.errors.NotFound``."""

SEPARATOR = " | "
"""Between the values of a cell of the table that holds several."""

CONTEXT_LENGTH = 32
"""Code points of text before and after a passage that help to find it again."""

COLUMNS = (
    "cluster",
    *("claimReviewed", "claimDate", "claimAuthor", "claimFirstAppearance", "claimAppearances"),
    *("firstOutlet", "articles", "outlets", "independentOrigins", "cannotTell", "supports", "denies", "reports"),
    *("flags", "conflicts", "summary"),
)
"""Of the table. Those that start with ``claim`` are Google's: https://developers.google.com/fact-check/tools/api."""

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_SCHEMA_TYPES = {
    SourceType.PERSON: "Person",
    SourceType.ORGANISATION: "Organization",
    SourceType.OUTLET: "Organization",
}


def export(trails: Iterable[Trail], articles: Articles, format: str) -> Iterator[bytes]:
    """Return the bytes of ``trails`` in ``format``, piece by piece; the pieces together are one valid file.

    Raises:
        ClaimtrailError: there is no such format.
        NotFound: ``articles`` lacks an article of a trail.
    """
    writers = {"csv": _csv, "jsonl": _jsonl, "jsonld": _jsonld, "annotations": _annotations}
    if format not in writers:
        raise ClaimtrailError(f"there is no export format {format!r}; choose one of {', '.join(FORMATS)}")
    return writers[format](trails, articles)


def _jsonl(trails: Iterable[Trail], articles: Articles) -> Iterator[bytes]:
    for trail in trails:
        yield _json(to_json(trail)) + b"\n"


# ---------------------------------------------------------------- the table


def _csv(trails: Iterable[Trail], articles: Articles) -> Iterator[bytes]:
    """RFC 4180 in UTF-8 with a byte order mark: without it Excel takes the quotation marks for something else."""
    yield "\ufeff".encode() + _row(COLUMNS)
    for trail in trails:
        yield _row(guarded(str(value)) for value in _cells(trail, articles))


def _cells(trail: Trail, articles: Articles) -> Iterator[object]:
    first = trail.first_appearance
    yield trail.id
    yield trail.text
    yield (first and first.published) or ""
    yield _list(origin.name for origin in trail.origins)
    yield (first and articles(first.article).url) or ""
    yield _list(articles(article).url for article in _article_ids(trail))
    yield (first and first.outlet) or ""
    yield from (trail.articles, trail.outlets, trail.independent_origins, trail.cannot_tell)
    yield from (trail.stances.supports, trail.stances.denies, trail.stances.reports)
    yield _list(trail.flags)
    yield _list(_conflict(conflict) for conflict in trail.conflicts)
    yield trail.summary


def guarded(cell: str) -> str:
    """Return ``cell``, with an apostrophe before it where a spreadsheet would run it (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell


def _row(cells: Iterable[object]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().encode()


def _list(values: Iterable[str | None]) -> str:
    return SEPARATOR.join(dict.fromkeys(value for value in values if value))


def _conflict(conflict: Conflict) -> str:
    return f"{conflict.what}: {' / '.join(conflict.values)}"


# ---------------------------------------------------------------- schema.org


def _jsonld(trails: Iterable[Trail], articles: Articles) -> Iterator[bytes]:
    """schema.org Claims. Never a ClaimReview: that is a person's rating, and a count of origins is none."""
    head = b'{"@context": "https://schema.org", "@graph": [\n'
    return _document(head, (_schema_claim(trail, articles) for trail in trails), b"\n]}\n")


def _schema_claim(trail: Trail, articles: Articles) -> dict[str, Any]:
    first = trail.first_appearance
    return _known(
        {
            "@type": "Claim",
            "@id": f"urn:claimtrail:cluster:{trail.id}",
            "name": trail.text,
            "text": trail.text,
            "datePublished": first.published if first else None,
            "author": [_schema_author(origin) for origin in trail.origins if not origin.anonymous],
            "firstAppearance": _schema_article(articles(first.article)) if first else None,
            "appearance": [_schema_article(articles(article)) for article in _article_ids(trail)],
        }
    )


def _schema_author(origin: Origin) -> dict[str, Any]:
    return {"@type": _SCHEMA_TYPES.get(origin.type, "Thing"), "name": origin.name}


def _schema_article(article: Article) -> dict[str, Any]:
    return _known(
        {
            "@type": "NewsArticle",
            "@id": _address(article),
            "url": article.url,
            "headline": article.title,
            "datePublished": article.published,
            "dateModified": article.modified,
            "author": {"@type": "Person", "name": article.author} if article.author else None,
            "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
        }
    )


# ---------------------------------------------------------------- W3C Web Annotation


def _annotations(trails: Iterable[Trail], articles: Articles) -> Iterator[bytes]:
    """One AnnotationPage (https://www.w3.org/TR/annotation-model/); an annotation for each appearance.

    Positions count code points of the stored text, as the standard asks; on a live page the quotation finds it.
    """
    head = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:claimtrail:annotations",
        "type": "AnnotationPage",
    }
    items = (_annotation(trail, appearance, articles) for trail in trails for appearance in trail.appearances)
    return _document(_json(head).removesuffix(b"}") + b', "items": [\n', items, b"\n]}\n")


def _annotation(trail: Trail, appearance: Appearance, articles: Articles) -> dict[str, Any]:
    article = articles(appearance.article)
    text, start, end = article.text, appearance.start, appearance.end
    return {
        "id": f"urn:claimtrail:annotation:{trail.id}:{appearance.claim}",
        "type": "Annotation",
        "motivation": "linking",
        "body": [
            {"id": f"urn:claimtrail:cluster:{trail.id}", "purpose": "linking"},
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": trail.text},
            {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": appearance.stance.value},
        ],
        "target": {
            "source": _address(article),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - CONTEXT_LENGTH) : start],
                    "suffix": text[end : end + CONTEXT_LENGTH],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }


# ---------------------------------------------------------------- what they share


def _document(head: bytes, items: Iterable[dict[str, Any]], tail: bytes) -> Iterator[bytes]:
    yield head
    for n, item in enumerate(items):
        yield (b",\n" if n else b"") + _json(item)
    yield tail


def _article_ids(trail: Trail) -> list[str]:
    return list(dict.fromkeys(appearance.article for appearance in trail.appearances))


def _address(article: Article) -> str:
    return article.url or f"urn:claimtrail:article:{article.id}"


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None and value != []}


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
