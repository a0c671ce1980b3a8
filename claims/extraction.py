"""Article -> Extraction: parse once, find who says what, then what is claimed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import settings
from claims.attributions import attribute
from claims.dates import find_dates
from claims.detection import flags_of, is_negated, is_past
from claims.language import parse
from claims.quantities import find_quantities
from claims.records import DENIAL, Article, Attribution, Claim, DateMention, Extraction, Kind, Span, digest
from claims.standalone import Referents, standalone
from claims.statements import Statement, find_statements
from claims.tagging import Reading, load_tagger

if TYPE_CHECKING:
    from spacy.tokens import Doc

_RULES = "11"
"""Counted up whenever results may change with no change of model, weights or settings."""


class Extractor:
    """Finds the attributions and claims of articles; the models are loaded on first use."""

    def __init__(self, settings: settings.Claims) -> None:
        self._settings = settings

    @property
    def version(self) -> str:
        """What stands behind the results: two equal versions give equal results for equal articles."""
        return f"{_RULES}-{digest(self._settings, load_tagger().fingerprint, length=8)}"

    def extract(self, article: Article) -> Extraction:
        """Return everything found in ``article``, in the order of its text.

        Raises:
            ModelError: a model is missing. No text raises.
        """
        doc = parse(article.text, self._settings.spacy_model)
        found = attribute(article, doc)
        return Extraction(article, found.attributions, tuple(_claims(article, doc, found.attributions, found.reading)))


def _claims(article: Article, doc: Doc, attributions: Sequence[Attribution], reading: Reading) -> Iterator[Claim]:
    """Yield the claims; what the article says again in the same words of the same speaker is left out,
    and so is a second claim at one place."""
    referents = Referents(doc)
    seen: set[tuple[str, str | None, bool] | Span] = set()
    for statement in find_statements(article, doc, attributions):
        said = standalone(article.text, statement.denies or statement, referents)
        speaker = statement.attribution.speaker if statement.attribution is not None else None
        key = (said.casefold().strip(" .!\"'“”"), speaker, statement.denies is not None)
        if not seen & {key, statement.span}:
            seen |= {key, statement.span}
            yield _claim(article, statement, said, reading)


def _claim(article: Article, statement: Statement, said: str, reading: Reading) -> Claim:
    span, attribution, sentence = statement.span, statement.attribution, statement.sentence
    dates = _dates(article, statement)
    quantities = find_quantities(sentence, [Span(found.start, found.end) for found in dates])
    tokens = statement.tokens
    flags = flags_of(tokens) if statement.denies is None else (DENIAL,)
    return Claim(
        id=digest(article.id, span.start, span.end),
        article=article.id,
        start=span.start,
        end=span.end,
        text=span.of(article.text),
        standalone=said,
        attribution=attribution.id if attribution is not None else None,
        worth=round(reading.worth_of(statement.said), 4),
        quantities=tuple(found for found in quantities if _said(found.start, found.end, statement)),
        dates=tuple(found for found in dates if _said(found.start, found.end, statement)),
        negated=is_negated(tokens),
        flags=flags,
    )


def _dates(article: Article, statement: Statement) -> list[DateMention]:
    """Return the dates of the whole sentence, offsets into the article."""
    offset = statement.sentence.start_char
    found = find_dates(
        statement.sentence.text,
        published=article.published,
        past=is_past(statement.tokens),
        quoted=statement.attribution is not None and statement.attribution.kind is not Kind.INDIRECT,
    )
    return [DateMention(offset + date.start, offset + date.end, date.text, date.value) for date in found]


def _said(start: int, end: int, statement: Statement) -> bool:
    """Tell whether a place belongs to what is said, not to the frame ("X said on Thursday")."""
    return any(part.start <= start and end <= part.end for part in statement.said)
