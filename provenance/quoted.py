"""Which words of an article stand in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.records import Attribution, Kind, Span

_PAIRS = re.compile(r"“([^“”\n]+)”|\"([^\"\n]+)\"|«([^«»\n]+)»|„([^„“”\n]+)[“”]|(?<!\w)‘([^‘\n]+?)’(?!\w)")
_OPENED = re.compile(r"“([^”\n]+)(?:”|$)|\"([^\"\n]+)(?:\"|$)|«([^»\n]+)»|„([^“”\n]+)[“”]|‘([^\n]+?)’(?!\w)")
"""As :data:`_PAIRS`, but a content may end before its closing mark."""

_CUE = re.compile(r"(?<=[,.!?…—-])[\"”»][^\"“”«»\n]*[\"“«](?=[\w\[…'‘])")
"""A cue that breaks a quotation, and not "and" between two words in marks: what is said before it ends with a stop."""


def marked(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield what stands between two quotation marks, both of them from ``start`` to ``end``."""
    for match in _PAIRS.finditer(text, start, end):
        yield Span(*match.span(match.lastindex or 0))


def quoted_places(attribution: Attribution, text: str) -> Iterator[Span]:
    """Yield the words in quotation marks that are attributed, one for each unbroken stretch."""
    if attribution.kind is Kind.INDIRECT:
        return
    for span in attribution.content:
        around = Span(max(0, span.start - 1), min(len(text), span.end + 1))
        found = [match.span(match.lastindex or 0) for match in _OPENED.finditer(around.of(text))]
        if found:
            yield from (Span(around.start + start, around.start + end) for start, end in found)
        elif attribution.kind is Kind.DIRECT:
            yield span


def spoken(text: str, place: Span) -> list[Span]:
    """Return what of a quotation at ``place`` is said, less the cues that break it: '," she said, "'."""
    cues = [match.span() for match in _CUE.finditer(text, place.start, place.end)]
    starts, ends = [place.start, *(end for _, end in cues)], [*(start for start, _ in cues), place.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def speech(text: str, place: Span) -> str:
    """Return what is said at ``place`` in one piece, without the cues that break it and a comma at its end."""
    pieces = (piece.of(text).strip() for piece in spoken(text, place))
    return " ".join(piece for piece in pieces if piece).strip(" ,")
