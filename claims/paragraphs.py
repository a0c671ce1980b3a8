"""Where the paragraphs of a text lie. Standard library only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.records import Span

WRAPPED_LINE = 45
"""Code points that a line of hard-wrapped text has at least (mail wraps at 60 to 80)."""

BROKEN_LINE = 4
"""Words that a shorter line has at least if a sentence runs over its end; lists have fewer."""

_NEWLINE = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]")
_FINISHED = re.compile(r"[.!?:;…\"'”’»)\]*]$")
_BULLET = re.compile(r"[-*•–—·▪◦#>]|\d{1,2}[.)]")


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of ``text`` in order, without the white space between them.

    A line is a paragraph, except in hard-wrapped text, where a single line break inside a running
    sentence is white space like any other.
    """
    lines = _lines(text)
    joins = _wrapped(text, lines)
    found: list[Span] = []
    for line, joined in zip(lines, joins, strict=True):
        if joined:
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
    return found


def _lines(text: str) -> list[Span]:
    bounds = [0]
    for match in _NEWLINE.finditer(text):
        bounds += match.span()
    bounds.append(len(text))
    found = []
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        stripped = text[start:end].strip()
        if stripped:
            start += len(text[start:end]) - len(text[start:end].lstrip())
            found.append(Span(start, start + len(stripped)))
    return found


def _broken(text: str, before: Span, line: Span) -> bool:
    """Tell whether a short line breaks off inside a sentence that the next line ends."""
    return text[line.start].islower() and text[line.end - 1] in '.!?”"' and len(before.of(text).split()) >= BROKEN_LINE


def _wrapped(text: str, lines: Sequence[Span]) -> list[bool]:
    """Tell for each line whether it goes on the line before it: at least three plain signs make a wrapped text."""
    single = [False][: len(lines)] + [
        len(_NEWLINE.findall(text, before.end, line.start)) == 1
        and (before.end - before.start >= WRAPPED_LINE or _broken(text, before, line))
        and not _BULLET.match(text, line.start)
        for before, line in pairwise(lines)
    ]
    running = [
        one
        and text[line.start].islower()
        and not _FINISHED.search(text[lines[number - 1].end - 1 : lines[number - 1].end])
        for number, (one, line) in enumerate(zip(single, lines, strict=True))
    ]
    if sum(running) < 3 or sum(running) * 4 < sum(single):
        return running
    return single
