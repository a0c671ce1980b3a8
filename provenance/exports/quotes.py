"""The quotations through which a claim is told: who is quoted, and which words stand in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.records import Article, Attribution, Claim, Kind, Span, Trail
from provenance.exports.archived import Archived
from provenance.quoted import marked

_CLOSING = re.compile(r"[,.;:!?]?[”\"»“’]?")
"""What may stand between the end of a content and the end of its quotation marks."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article in quotation marks, as its attribution has them; several spans where a cue breaks them."""

    attribution: Attribution
    article: Article
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The words, each span on a line of its own."""
        return "\n".join(span.of(self.article.text) for span in self.spans)


def quotes(trail: Trail, archived: Archived) -> Iterator[Quote]:
    """Yield the quotations that the claims of a trail stand in, each once, in the order of its appearances.

    Of quotations inside each other it is the outermost: what an article has from somebody's mouth.
    """
    claims = {claim.id: claim for claim in archived.claims([appearance.claim for appearance in trail.appearances])}
    attributions = _with_parents([claim.attribution for claim in claims.values() if claim.attribution], archived)
    seen: set[str] = set()
    for appearance in trail.appearances:
        claim = claims.get(appearance.claim)
        quoted = None if claim is None else _outermost(claim, attributions)
        if claim is None or quoted is None or quoted.id in seen:
            continue
        seen.add(quoted.id)
        article = archived.article(claim.article)
        if spans := _spans(quoted, article.text):
            yield Quote(quoted, article, spans)


def _with_parents(ids: list[str], archived: Archived) -> dict[str, Attribution]:
    found: dict[str, Attribution] = {}
    while ids:
        new = archived.attributions(ids)
        found.update(new)
        ids = [one.parent for one in new.values() if one.parent and one.parent not in found]
    return found


def _outermost(claim: Claim, attributions: dict[str, Attribution]) -> Attribution | None:
    quoted, id, passed = None, claim.attribution, set[str]()
    while id in attributions and id not in passed:
        passed.add(id)
        quoted = attributions[id] if attributions[id].kind is not Kind.INDIRECT else quoted
        id = attributions[id].parent
    return quoted


def _spans(attribution: Attribution, text: str) -> tuple[Span, ...]:
    if attribution.kind is Kind.DIRECT:
        return attribution.content
    return tuple(span for content in attribution.content for span in _marked(text, content))


def _marked(text: str, content: Span) -> Iterator[Span]:
    """Yield what of a content stands in quotation marks that pair; none where they do not."""
    closing = _CLOSING.match(text, content.end)
    for said in marked(text, content.start, closing.end() if closing else content.end):
        if said.start < content.end:
            yield Span(said.start, min(said.end, content.end))
