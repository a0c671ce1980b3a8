"""Which stretches of a text stand in quotation marks. Standard library only.

Marks are read by where they stand, not by their glyph alone, so straight, curly, guillemet, mixed and
reversed marks all pair. A mark without a partner is bounded at its sentence. The one convention that
crosses paragraphs is the printed one: every paragraph of a long quotation opens with a mark, only the
last one closes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.paragraphs import paragraphs
from claims.records import Span

MARKS = '"“”„‟«»＂〝〞「」『』'
"""Marks that quote wherever they stand. Single ones (``'‘’‚‹›``) do so only in pairs, at the edges of words."""

_OPENING = "“„‟«〝「『"
_CLOSING = "”»〞」』"
_ANY = re.compile(f"[{MARKS}]|``|''|[‘’‚‹›']")
_SINGLE = "'‘’‚‹›"
_SENTENCE_END = re.compile(r"[.!?…]+[)\]]*(?=\s+\S|$)")
_OPENS_AFTER = " \t\xa0\u200b\u2009\u202f([{—–-/*_>"
_CLOSES_BEFORE = " \t\xa0\u200b\u2009\u202f)]}—–-/.,;:!?…*_<"
_ELISION = re.compile(r"['’‘](?:\d\d(?:s|\b)|em\b|n['’]|til\b|tis\b|twas\b|cause\b|bout\b|round\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation. ``parts`` lie between its marks, one a paragraph; ``outer`` are the same with the marks.

    ``balanced`` is false where a mark has no partner and the end (or start) was set at the sentence's.
    """

    parts: tuple[Span, ...]
    outer: tuple[Span, ...]
    balanced: bool = True
    single: bool = False

    @property
    def start(self) -> int:
        """Where the first mark stands."""
        return self.outer[0].start

    @property
    def end(self) -> int:
        """Where the last mark ends."""
        return self.outer[-1].end


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool
    closes: bool
    single: bool


def find_quotations(text: str) -> list[Quotation]:
    """Return the outermost quotations of ``text`` in order; quotations inside them are left to them."""
    found: list[Quotation] = []
    running: list[tuple[Span, Span]] = []
    spans = paragraphs(text)
    for number, span in enumerate(spans):
        following = spans[number + 1] if number + 1 < len(spans) else None
        marks = _marks(text, span)
        pairs, opened, closed = _pair(marks)
        last_open = opened[0] if opened else None
        if running and last_open is None and closed and not pairs:
            # The last paragraph of a running quotation may lack its opening mark.
            last = closed[-1]
            running.append((Span(span.start, last.start), Span(span.start, last.end)))
            found.append(_joined(running))
            running = []
            continue
        first = pairs[0] if pairs else None
        if running and first is not None and first[0].start == span.start:
            pairs = pairs[1:]
            running.append((Span(first[0].end, first[1].start), Span(first[0].start, first[1].end)))
        carries_on = (
            last_open is not None and following is not None and _begins_with_mark(text, following, last_open.single)
        )
        if running and not (carries_on and last_open is not None and last_open.start == span.start):
            found.append(_joined(running))
            running = []
        if carries_on and last_open is not None:
            pairs = [pair for pair in pairs if pair[1].end <= last_open.start]
            opened, closed = [], [mark for mark in closed if mark.end <= last_open.start]
            running.append((Span(last_open.end, span.end), Span(last_open.start, span.end)))
        found += [Quotation((Span(a.end, b.start),), (Span(a.start, b.end),), single=a.single) for a, b in pairs]
        found += _unbalanced(text, span, pairs, opened, closed)
    if running:
        found.append(_joined(running))
    return sorted((q for q in found if any(_words(text, part) for part in q.parts)), key=lambda q: (q.start, q.end))


def quoted(text: str, quotations: Sequence[Quotation]) -> bytearray:
    """Return a mask of ``text``: 1 where a code point stands between quotation marks."""
    mask = bytearray(len(text))
    for quotation in quotations:
        for part in quotation.parts:
            mask[part.start : part.end] = b"\x01" * (part.end - part.start)
    return mask


def _joined(running: Sequence[tuple[Span, Span]]) -> Quotation:
    return Quotation(tuple(inner for inner, _ in running), tuple(outer for _, outer in running))


def _words(text: str, span: Span) -> bool:
    return any(character.isalnum() for character in span.of(text))


def _begins_with_mark(text: str, span: Span, single: bool) -> bool:
    match = _ANY.match(text, span.start)
    if match is None or (match.group() in _SINGLE) != single:
        return False
    after = text[match.end() : match.end() + 1]
    return bool(after) and not after.isspace() and (after.isalnum() or after in "[(…$£€.‘'’")


def _marks(text: str, span: Span) -> list[_Mark]:
    marks = []
    for match in _ANY.finditer(text, span.start, span.end):
        start, end = match.span()
        before = text[start - 1] if start > span.start else " "
        after = text[end] if end < span.end else " "
        glyph = match.group()
        if glyph in _SINGLE:
            mark = _single_mark(text, match, before, after)
        else:
            mark = _double_mark(glyph, start, end, before, after)
        if mark is not None:
            marks.append(mark)
    return marks


def _double_mark(glyph: str, start: int, end: int, before: str, after: str) -> _Mark | None:
    can_open = (before in _OPENS_AFTER or before.isspace()) and not after.isspace()
    can_close = (after in _CLOSES_BEFORE or after.isspace()) and not before.isspace()
    if can_open == can_close:
        # Where it stands does not tell: the glyph may; a straight mark is whichever is wanted.
        can_open = can_close = True
        if glyph in _OPENING or glyph == "``":
            can_close = False
        elif glyph in _CLOSING or glyph == "''":
            can_open = False
    if glyph in '"＂' and before.isdigit() and can_close and not can_open and after not in ",.":
        return _Mark(start, end, False, True, False)
    return _Mark(start, end, can_open, can_close, False)


def _single_mark(text: str, match: re.Match[str], before: str, after: str) -> _Mark | None:
    """Return a single mark only at a word's edge: everything else is an apostrophe."""
    start, end = match.span()
    can_open = (before.isspace() or before in "([—–" or before in MARKS) and after.isalnum()
    can_close = not before.isspace() and (after.isspace() or after in ".,;:!?)]—–" or after in MARKS)
    if can_open == can_close or (can_open and _ELISION.match(text, start)):
        return None
    if can_open and match.group() == "’":
        return None
    return _Mark(start, end, can_open, can_close, True)


def _pair(marks: Sequence[_Mark]) -> tuple[list[tuple[_Mark, _Mark]], list[_Mark], list[_Mark]]:
    """Return the outermost pairs, and the opening and closing marks without a partner."""
    doubles: list[_Mark] = []
    single: _Mark | None = None
    pairs: list[tuple[_Mark, _Mark]] = []
    closed: list[_Mark] = []
    for mark in marks:
        if mark.single:
            if mark.opens and single is None:
                single = mark
            elif mark.closes and single is not None:
                pairs.append((single, mark))
                single = None
        elif mark.closes and doubles:
            opening = doubles.pop()
            pairs.append((opening, mark))
            if single is not None and single.start > opening.start:
                single = None
        elif mark.opens:
            doubles.append(mark)
        else:
            closed.append(mark)
    # Single marks that seem to be a pair around half of a double one are apostrophes.
    pairs = [(a, b) for a, b in pairs if not (a.single and any(a.start < mark.start < b.start for mark in doubles))]
    outermost: list[tuple[_Mark, _Mark]] = []
    for pair in sorted(pairs, key=lambda found: (found[0].start, -found[1].end)):
        if not outermost or pair[0].start >= outermost[-1][1].end:
            outermost.append(pair)
    closed = [mark for mark in closed if not any(a.start < mark.start < b.start for a, b in outermost)]
    return outermost, doubles, closed


def _unbalanced(
    text: str,
    span: Span,
    pairs: Sequence[tuple[_Mark, _Mark]],
    opened: Sequence[_Mark],
    closed: Sequence[_Mark],
) -> Iterator[Quotation]:
    """Yield what marks without a partner enclose: up to the sentence's end or start, or the next mark."""
    edges = sorted({*(a.start for a, _ in pairs), *(m.start for m in opened), *(m.start for m in closed), span.end})
    backs = sorted({*(b.end for _, b in pairs), *(m.end for m in opened), *(m.end for m in closed), span.start})
    for mark in opened:
        limit = edges[bisect_left(edges, mark.end)]
        end = next((match.end() for match in _SENTENCE_END.finditer(text, mark.end, limit)), limit)
        yield Quotation((Span(mark.end, end),), (Span(mark.start, end),), balanced=False)
    for mark in closed:
        limit = backs[bisect_right(backs, mark.start) - 1]
        if text[mark.start - 1 : mark.start].isdigit():
            continue  # inches, or seconds of arc
        ends = [match.end() for match in _SENTENCE_END.finditer(text, limit, max(limit, mark.start - 1))]
        start = ends[-1] if ends else limit
        start += len(text[start : mark.start]) - len(text[start : mark.start].lstrip())
        yield Quotation((Span(start, mark.start),), (Span(start, mark.end),), balanced=False)
