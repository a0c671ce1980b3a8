"""A parsed text as the attribution tagger reads it: word pieces with features, paragraph by paragraph.

Training and inference both go through here. Offsets are those of the original text: quotation marks and apostrophes
are brought to one form for the model alone, one code point for one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from claims.quotation import MARKS, Quotation
from claims.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from tokenizers import Tokenizer

Integers: TypeAlias = NDArray[np.int64]

FEATURES = ("case", "quotation", "tag", "dep", "ent", "head", "rule")
"""The columns of ``Pieces.features``. 0 is "unknown" in each."""

SIZES = (6, 3, 64, 64, 32, 8, 8)
"""How many values each feature has at most."""

_PLAIN = str.maketrans(dict.fromkeys(MARKS, '"') | dict.fromkeys("‘’‚‹›`´", "'") | {"…": ".", "\xa0": " "})
_NO_HEAD, _NEAR = 1, 5
"""Code of a sentence's root among the heads; tokens up to which a head is near."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one text in order, without special tokens.

    ``ids``, ``starts``, ``ends`` (code points) and ``paragraph`` (number) have shape ``(n,)``, ``features``
    ``(n, len(FEATURES))``.
    """

    ids: Integers
    starts: Integers
    ends: Integers
    paragraph: Integers
    features: Integers


@dataclass(frozen=True, slots=True)
class Role:
    """What the rules take a stretch of text for: 0 source, 1 cue, 2 content."""

    span: Span
    role: int


def split(
    text: str,
    paragraphs: Sequence[Span],
    quotations: Sequence[Quotation],
    tokenizer: Tokenizer,
    doc: Doc | None = None,
    roles: Sequence[Role] = (),
    labels: Mapping[str, Mapping[str, int]] | None = None,
) -> Pieces:
    """Return the pieces of ``text``.

    Args:
        text: any text.
        paragraphs: where its paragraphs lie.
        quotations: what stands in quotation marks in it.
        tokenizer: of the model, neither cutting nor padding.
        doc: the parse of ``text``; without one its features are unknown.
        roles: what the rules found.
        labels: code of each label of the parser, by feature (``tag``, ``dep``, ``ent``).
    """
    plain = text.translate(_PLAIN)
    encoded = tokenizer.encode_batch([span.of(plain) for span in paragraphs], add_special_tokens=False)
    counts = [len(found.ids) for found in encoded]
    total = sum(counts)
    ids = np.fromiter((number for found in encoded for number in found.ids), np.int64, total)
    places = np.array([place for found in encoded for place in found.offsets], np.int64).reshape(total, 2)
    places += np.repeat(np.array([span.start for span in paragraphs], np.int64), counts)[:, None]
    starts, ends = places[:, 0], places[:, 1]
    features = np.zeros((total, len(FEATURES)), np.int64)
    features[:, 0] = [_case(text[start:end]) for start, end in places.tolist()]
    features[:, 1] = _quotation_states(len(text), quotations)[starts]
    if doc is not None and labels is not None and len(doc):
        features[:, 2:6] = _parsed(doc, labels)[_tokens_at(doc, starts)]
    features[:, 6] = _ruled(len(text), roles, starts)
    return Pieces(ids, starts, ends, np.repeat(np.arange(len(paragraphs)), counts), features)


@lru_cache(maxsize=65_536)
def _case(piece: str) -> int:
    """Return 0 for marks, 1 lower case, 2 title case, 3 upper case, 4 mixed, 5 with a digit."""
    if not any(character.isalnum() for character in piece):
        return 0
    if any(character.isdigit() for character in piece):
        return 5
    if piece.islower():
        return 1
    if piece.isupper():
        return 3 if len(piece) > 1 else 2
    return 2 if piece[0].isupper() and piece[1:].islower() else 4


def _quotation_states(length: int, quotations: Sequence[Quotation]) -> Integers:
    """Return for each code point 0 outside quotations, 1 inside, 2 for the marks themselves."""
    states = np.zeros(length + 1, np.int64)
    for quotation in quotations:
        for outer in quotation.outer:
            states[outer.start : outer.end] = 2
    for quotation in quotations:
        for part in quotation.parts:
            states[part.start : part.end] = 1
    return states


def _tokens_at(doc: Doc, starts: Integers) -> Integers:
    """Return for each start the index of the parser's token that holds it."""
    offsets = doc.to_array(["IDX"]).astype(np.int64).reshape(-1)
    found: Integers = np.maximum(np.searchsorted(offsets, starts, side="right") - 1, 0)
    return found


def _parsed(doc: Doc, labels: Mapping[str, Mapping[str, int]]) -> Integers:
    """Return tag, dependency, entity type and direction of the head of each token, shape ``(len(doc), 4)``."""
    from_parser = doc.to_array(["TAG", "DEP", "ENT_TYPE", "HEAD"])
    found = np.zeros(from_parser.shape, np.int64)
    for column, name in enumerate(("tag", "dep", "ent")):
        values, inverse = np.unique(from_parser[:, column], return_inverse=True)
        codes = [labels[name].get(doc.vocab.strings[value], 0) for value in values.tolist()]
        found[:, column] = np.array(codes, np.int64)[inverse]
    found[:, 3] = _directions(from_parser[:, 3].astype(np.int64))
    return found


def _directions(distance: Integers) -> Integers:
    """Return the code of how far off a token's head stands, and on which side."""
    return np.select(
        [distance == 0, distance == -1, distance == 1, distance < -_NEAR, distance > _NEAR, distance < 0],
        [_NO_HEAD, 2, 3, 4, 5, 6],
        7,
    )


def _ruled(length: int, roles: Sequence[Role], starts: Integers) -> Integers:
    """Return what the rules say of each piece: 0 nothing, else 2 * role + 1 where a stretch begins, + 2 inside."""
    marks = np.zeros(length + 1, np.int64)
    for found in sorted(roles, key=lambda found: -found.role):
        marks[found.span.start : found.span.end] = 2 * found.role + 2
        marks[found.span.start] = 2 * found.role + 1
    return marks[starts]
