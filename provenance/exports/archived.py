"""What an export looks up beside its trails, and what linked data has in common: names of things, bytes of JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from claims.records import Article, Attribution, Claim, FactCheckMatch, FirstAppearance, Relation, Trail, to_json

_LINE_ENDS = str.maketrans({"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""Characters that JSON may hold as they are, and that many readers of lines take for the end of one."""

_WHOLE = re.compile(r"https?://[^/?#]", re.IGNORECASE)
_NOT_IN_IRI = re.compile(r"[\x00-\x20\x7f-\xa0<>\"{}|\\^`\s]")


@dataclass(frozen=True, slots=True)
class Archived:
    """What is known of the articles, claims and fact-checks of trails.

    ``article`` raises ``claims.errors.NotFound``; ``claims`` and ``attributions`` leave out what is not there.
    ``fact_checks`` are those that match a cluster or may, by its id.
    """

    article: Callable[[str], Article]
    claims: Callable[[Collection[str]], Iterable[Claim]]
    attributions: Callable[[Collection[str]], Mapping[str, Attribution]]
    fact_checks: Callable[[str], Sequence[FactCheckMatch]]


def first_known(trail: Trail) -> FirstAppearance | None:
    """Return the first appearance where something tells that it is: a date, or that there is no other."""
    first = trail.first_appearance
    return first if first and (first.published or trail.articles == 1) else None


def articles_of(trail: Trail) -> list[str]:
    """Return the ids of the articles in which a claim appears, in order, each once."""
    return list(dict.fromkeys(appearance.article for appearance in trail.appearances))


def same_claim(match: FactCheckMatch) -> bool:
    """Tell whether a fact-check surely is of this claim: not of its contrary, and not perhaps."""
    return match.sure and match.relation is Relation.SAME


def name_of(kind: str, *ids: str) -> str:
    """Return the name of a thing of this archive, the same in every file: ``urn:claimtrail:cluster:...``."""
    return ":".join(["urn:claimtrail", kind, *(quote(id, safe="/") for id in ids)])


def web_address(url: str | None) -> str | None:
    """Return ``url`` as an IRI (RFC 3987); ``None`` where it is no whole address that linked data could point to."""
    if url is None or not _WHOLE.match(url):
        return None
    return _NOT_IN_IRI.sub(lambda found: quote(found[0]), url)


def address_of(article: Article) -> str:
    """Return an article's web address; its name where it has none."""
    return web_address(article.url) or name_of("article", article.id)


def known(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``values`` without what is unknown: in linked data that is left out."""
    return {key: value for key, value in values.items() if value is not None and value != []}


def json_bytes(value: Any) -> bytes:
    """Return a record or plain values as JSON in UTF-8, on one line for every reader of lines."""
    return json.dumps(to_json(value), ensure_ascii=False).translate(_LINE_ENDS).encode()


def json_document(head: Mapping[str, Any], key: str, items: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """Yield one JSON object piece by piece: ``head``, and ``items`` under ``key``, each on a line."""
    yield json_bytes(head).removesuffix(b"}") + b", " + json_bytes(key) + b": [\n"
    for number, item in enumerate(items):
        yield (b",\n" if number else b"") + json_bytes(item)
    yield b"\n]}\n"
