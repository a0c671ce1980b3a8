"""Highlighted text: pieces of an article with marks on them, escaped, exact to the code point."""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from screens.markup import EMPTY, exact, fill, join

CONTEXT = 260
"""Characters of context before and after a highlighted passage, at most."""

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+|\n+")
_WORD = re.compile(r"\w+(?:[.,'’]\w+)*%?|\S")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text to show: its CSS class, what hovering tells, where clicking leads, its anchor."""

    start: int
    end: int
    css: str
    title: str = ""
    href: str | None = None
    anchor: str | None = None


def highlighted(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> Markup:
    """Return ``text[start:end]`` with ``marks`` (offsets of the whole text) on it.

    Marks may overlap: the text is cut where any begins or ends, and each piece carries the classes of all
    that cover it and the link of the shortest.
    """
    end = len(text) if end is None else min(end, len(text))
    return join(_piece(text[a:b], covering, a) for a, b, covering in _pieces(list(marks), start, end))


def _pieces(marks: list[Mark], start: int, end: int) -> Iterator[tuple[int, int, list[Mark]]]:
    inside = sorted((m for m in marks if m.start < end and m.end > start and m.start < m.end), key=lambda m: m.start)
    cuts = sorted({start, end} | {min(max(place, start), end) for m in inside for place in (m.start, m.end)})
    active: list[Mark] = []
    coming = 0
    for a, b in itertools.pairwise(cuts):
        while coming < len(inside) and inside[coming].start <= a:
            active.append(inside[coming])
            coming += 1
        active = [mark for mark in active if mark.end > a]
        yield a, b, sorted(active, key=lambda mark: (mark.end - mark.start, mark.start))


def _piece(text: str, covering: Sequence[Mark], place: int) -> Markup:
    if not covering:
        return exact(text)
    begun = [mark.anchor for mark in covering if mark.anchor and mark.start == place]
    anchors = join(fill('<span class="anchor" id="{}"></span>', anchor) for anchor in begun) if begun else EMPTY
    css = " ".join(dict.fromkeys(mark.css for mark in covering))
    title = " \u00b7 ".join(dict.fromkeys(mark.title for mark in covering if mark.title))
    href = next((mark.href for mark in covering if mark.href), None)
    if href is None:
        return fill('{}<mark class="{}" title="{}">{}</mark>', anchors, css, title, exact(text))
    return fill('{}<a class="mark {}" title="{}" href="{}">{}</a>', anchors, css, title, href, exact(text))


def paragraphs(text: str, marks: Sequence[Mark]) -> Markup:
    """Return the whole ``text`` with ``marks`` on it, a paragraph element for each line, line end included."""
    lines = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line) + 1
        within = [mark for mark in marks if mark.start < end and mark.end > start]
        css = "" if line.strip() else "blank"
        lines.append(fill('<p class="{}" dir="auto">{}</p>', css, highlighted(text, within, start, end)))
        start = end
    return join(lines)


def around(text: str, start: int, end: int, reach: int = CONTEXT) -> tuple[int, int]:
    """Return where the sentence before ``start`` begins and the one after ``end`` stops, within ``reach``."""
    first = max(0, start - reach)
    begins = [first + found.end() for found in _SENTENCE_END.finditer(text[first:start])]
    begins = [place for place in begins if text[place:start].strip()]
    a = begins[-1] if begins else first if first == 0 else _next_word(text, first, start)
    last = min(len(text), end + reach)
    stops = [end + found.start() + len(found.group().rstrip()) for found in _SENTENCE_END.finditer(text[end:last])]
    stops = [place for place in stops if text[end:place].strip(" \n.!?…\"'”’»)]")]
    b = stops[0] if stops else last if last == len(text) else _previous_word(text, end, last)
    return a, b


def _next_word(text: str, first: int, stop: int) -> int:
    space = text.find(" ", first, stop)
    return first if space < 0 else space + 1


def _previous_word(text: str, start: int, last: int) -> int:
    space = text.rfind(" ", start, last)
    return last if space < 0 else space


def in_context(text: str, start: int, end: int, css: str, href: str | None = None) -> Markup:
    """Return ``text[start:end]`` highlighted, with the sentence before it and the one after it."""
    a, b = around(text, start, end)
    before = "" if a == 0 else "\u2026\u2009"
    after = "" if b >= len(text) else "\u2009\u2026"
    return fill("{}{}{}", before, highlighted(text, [Mark(start, end, css, href=href)], a, b), after)


def differing(left: str, right: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the places of ``left`` and of ``right`` where their words differ (Ratcliff and Obershelp's matching)."""
    words_left, words_right = list(_WORD.finditer(left)), list(_WORD.finditer(right))
    matcher = difflib.SequenceMatcher(
        None, [w.group().casefold() for w in words_left], [w.group().casefold() for w in words_right], autojunk=False
    )
    places: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        if a < b:
            places[0].append((words_left[a].start(), words_left[b - 1].end()))
        if c < d:
            places[1].append((words_right[c].start(), words_right[d - 1].end()))
    return places


def places(text: str, values: Iterable[str]) -> list[tuple[int, int]]:
    """Return where any of ``values`` stands in ``text`` as a whole word, whatever its case; the longest first."""
    found: list[tuple[int, int]] = []
    for value in sorted({value.strip() for value in values} - {""}, key=len, reverse=True):
        for hit in re.finditer(rf"(?<!\w){re.escape(value)}(?!\w)", text, re.IGNORECASE):
            if all(hit.end() <= start or hit.start() >= end for start, end in found):
                found.append(hit.span())
    return sorted(found)
