"""Who says what by the rules: grammar and a lexicon of cues, and the words around quotation marks.

:mod:`claims.speech` finds the cue near a quotation, :mod:`claims.frames` and :mod:`claims.cues` what is said,
believed, planned or decreed without marks. Brought together here: a quotation inside a longer content belongs to it.
What the rules find is evidence for the tagger (:mod:`claims.tagging`), and all there is for attributions inside
other attributions.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims import cues
from claims.frames import Frame, frames
from claims.quotation import Quotation
from claims.records import Span
from claims.speech import SCARE, Speech
from claims.wordpieces import Role

if TYPE_CHECKING:
    from spacy.tokens import Doc

DIRECT = 0.95
"""Share of letters and digits in quotation marks from which content is direct (the quote measure's)."""

UNKNOWN_SPEAKER = 0.4
"""Confidence in a quotation that nothing near it attributes: it may be a slogan or a sign's words."""

BROKEN_BY = 200
"""Code points that a cue may put between two parts of one quotation (``"A," said X, who ..., "B."``)."""

_CITING = re.compile(rf"(?:{'|'.join(sorted(cues.CITING))})\s")

_TRIMMED = '"“”„‟«»＂〝〞「」『』`,;: \t\r\n\xa0'


@dataclass(frozen=True, slots=True)
class Draft:
    """A frame that was taken, with what it weighs."""

    frame: Frame
    weight: float
    flags: tuple[str, ...] = ()


def find_drafts(doc: Doc, quotations: Sequence[Quotation], mask: bytearray, paragraphs: Sequence[Span]) -> list[Draft]:
    """Return what the rules find in a parsed text, in its order, inner attributions among the outer ones.

    ``mask`` is that of :func:`claims.quotation.quoted`.
    """
    text: str = doc.text
    proposed = [Draft(frame, weight) for frame in frames(doc) if (weight := cues.weight(frame.shape, frame.key)) > 0]
    spoken = Speech(doc, quotations, mask, paragraphs).frames()
    drafts = _reported(text, mask, quotations, spoken, proposed)
    drafts = _with_quotations(text, mask, spoken, drafts)
    return _distinct([draft for draft in (trimmed(text, draft) for draft in drafts) if draft.frame.content])


def roles(drafts: Sequence[Draft]) -> list[Role]:
    """Return what the outermost of ``drafts`` take each stretch of the text for, as the tagger is shown it."""
    parents = find_parents(drafts)
    found = []
    for draft, parent in zip(drafts, parents, strict=True):
        if parent is None:
            found += [Role(span, 2) for span in draft.frame.content]
            if draft.frame.verb >= 0:
                found.append(Role(draft.frame.cue, 1))
            if draft.frame.source is not None:
                found.append(Role(draft.frame.source, 0))
    return found


def _reported(
    text: str,
    mask: bytearray,
    quotations: Sequence[Quotation],
    spoken: Sequence[tuple[Quotation, Frame | None]],
    proposed: Sequence[Draft],
) -> list[Draft]:
    """Return the frames that are taken: the heaviest of each cue, grown over the quotations it cuts into."""
    best: dict[int, Draft] = {}
    for draft in proposed:
        held = best.get(draft.frame.verb)
        if held is None or draft.weight > held.weight:
            best[draft.frame.verb] = draft
    serving = {frame.verb for _, frame in spoken if frame is not None}
    drafts = []
    for verb, draft in sorted(best.items()):
        frame = draft.frame
        if mask[frame.cue.start]:
            if draft.weight >= cues.SURE and frame.shape in {"that", "according to"}:
                drafts.append(draft)
            continue
        content = _grown(text, frame, quotations)
        if not any(_outside(text, mask, span) for span in content):
            continue  # nothing but quotation: claims.speech has it
        if (
            verb in serving
            and frame.shape not in {"that", "according to"}
            and not _holds_quotation(content, quotations)
        ):
            continue
        drafts.append(replace(draft, frame=replace(frame, content=content)))
    return drafts


def _with_quotations(
    text: str,
    mask: bytearray,
    spoken: Sequence[tuple[Quotation, Frame | None]],
    drafts: Sequence[Draft],
) -> list[Draft]:
    """Return ``drafts`` with the quotations that none of them holds: by their own cue, or of an unknown speaker."""
    result = list(drafts)
    held = sorted(span for draft in drafts if not mask[draft.frame.cue.start] for span in draft.frame.content)
    last: int | None = None
    for quotation, frame in spoken:
        flags = () if quotation.balanced else ("unbalanced",)
        if frame is not None and frame.shape == "contaminated":
            result.append(Draft(frame, cues.LIKELY, (*flags, "contaminated")))
            last = None
            continue
        if _names_something(text, quotation, frame):
            continue
        if any(span.holds(part) for part in quotation.parts for span in _near(held, part)):
            continue
        if frame is None:
            if is_scare(text, quotation):
                continue
            frame = Frame("quote", "", -1, Span(quotation.start, quotation.start), None, quotation.parts)
            result.append(Draft(frame, UNKNOWN_SPEAKER, flags))
            last = None
            continue
        if last is not None and result[last].frame.verb == frame.verb and result[last].frame.shape == "quote":
            before = result[last]
            gap = text[before.frame.content[-1].end : quotation.start]
            if len(gap) < BROKEN_BY:
                joined = replace(before.frame, content=(*before.frame.content, *quotation.parts))
                result[last] = replace(before, frame=joined, flags=tuple({*before.flags, *flags}))
                continue
        result.append(Draft(frame, cues.SURE, flags))
        last = len(result) - 1
    return result


def _near(held: Sequence[Span], part: Span) -> Sequence[Span]:
    """Return the spans of sorted ``held`` that may hold ``part``: the few that start shortly before it."""
    place = bisect_right(held, Span(part.start, 1 << 60))
    return held[max(0, place - 8) : place]


def is_scare(text: str, quotation: Quotation) -> bool:
    """Tell whether an uncued quotation is a title, a nickname or scare quotes rather than speech."""
    words = " ".join(part.of(text) for part in quotation.parts).split()
    if _alone(text, quotation):
        return False
    if len(words) <= SCARE or quotation.single:
        return True
    titled = sum(word[:1].isupper() or not word[:1].isalpha() for word in words)
    inner = quotation.parts[-1].of(text).rstrip()
    return len(words) <= 9 and (titled >= 0.6 * len(words) or inner[-1:] not in ".!?,…—")


def _alone(text: str, quotation: Quotation) -> bool:
    """Tell whether the quotation is a sentence that fills its line by itself."""
    before, after = text[: quotation.start].rstrip(" \t"), text[quotation.end :].lstrip(" \t")
    fills = (not before or before[-1] in "\r\n") and (not after or after[0] in "\r\n")
    return fills and quotation.parts[-1].of(text).rstrip()[-1:] in ".!?"


def _names_something(text: str, quotation: Quotation, frame: Frame | None) -> bool:
    """Tell whether a short quotation is part of a name: "the 'Winter Road' author", a source's own words."""
    if len(quotation.parts[0].of(text).split()) > SCARE or len(quotation.parts) > 1:
        return False
    if frame is not None and frame.source is not None and frame.source.overlaps(quotation.parts[0]):
        return True
    speech = quotation.parts[0].of(text).rstrip()[-1:] in ".,!?"
    return quotation.single and not speech and text[quotation.end : quotation.end + 2].strip().isalpha()


def _grown(text: str, frame: Frame, quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """Return the frame's content with the whole of each quotation that it cuts into."""
    grown = []
    for span in frame.content:
        start, end = span.start, span.end
        for quotation in _touching(quotations, span):
            for part in quotation.parts:
                if part.overlaps(span) and not part.holds(frame.cue):
                    start, end = min(start, part.start), max(end, part.end)
        if start < frame.cue.end and frame.cue.start < end:
            start, end = span.start, span.end
        grown.append(Span(start, end))
    return tuple(grown)


def _touching(quotations: Sequence[Quotation], span: Span) -> Sequence[Quotation]:
    first = bisect_left(quotations, span.start, key=lambda quotation: quotation.end)
    last = bisect_left(quotations, span.end, key=lambda quotation: quotation.start)
    return quotations[first:last]


def _outside(text: str, mask: bytearray, span: Span) -> bool:
    """Tell whether more than a stray word of ``span`` stands outside quotation marks."""
    places = [place for place in range(span.start, span.end) if text[place].isalnum()]
    return sum(mask[place] for place in places) < DIRECT * len(places)


def _holds_quotation(content: Sequence[Span], quotations: Sequence[Quotation]) -> bool:
    return any(_touching(quotations, span) for span in content)


def trimmed(text: str, draft: Draft) -> Draft:
    """Return ``draft`` without marks and white space at the edges of its content, and without empty content."""
    spans = []
    for span in draft.frame.content:
        start, end = span.start, span.end
        while start < end and text[start] in _TRIMMED:
            start += 1
        while end > start and text[end - 1] in _TRIMMED:
            end -= 1
        if any(character.isalnum() for character in text[start:end]) and not _CITING.match(text, start):
            spans.append(Span(start, end))
    return replace(draft, frame=replace(draft.frame, content=tuple(sorted(spans))))


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """Return ``drafts`` in the order of the text, one for each content: the heaviest."""
    best: dict[tuple[Span, ...], Draft] = {}
    for draft in drafts:
        held = best.get(draft.frame.content)
        if held is None or draft.weight > held.weight:
            best[draft.frame.content] = draft
    return sorted(best.values(), key=lambda draft: (draft.frame.content[0], draft.frame.cue))


def find_parents(drafts: Sequence[Draft]) -> list[int | None]:
    """Return for each draft the one whose content holds its cue: the smallest such, and never in a ring."""
    sizes = [sum(span.end - span.start for span in draft.frame.content) for draft in drafts]
    order = sorted(range(len(drafts)), key=lambda number: -sizes[number])
    rank = {number: place for place, number in enumerate(order)}
    spans = sorted((span, number) for number, draft in enumerate(drafts) for span in draft.frame.content)
    events = sorted(range(len(drafts)), key=lambda number: drafts[number].frame.cue)
    parents: list[int | None] = [None] * len(drafts)
    open_spans: list[tuple[Span, int]] = []
    following = 0
    for number in events:
        cue = _anchor(drafts[number])
        while following < len(spans) and spans[following][0].start <= cue.start:
            open_spans.append(spans[following])
            following += 1
        open_spans = [(span, owner) for span, owner in open_spans if span.end > cue.start]
        holders = [
            owner for span, owner in open_spans if owner != number and span.holds(cue) and rank[owner] < rank[number]
        ]
        parents[number] = min(holders, key=lambda owner: sizes[owner], default=None)
    return parents


def _anchor(draft: Draft) -> Span:
    """Return the place that says in whose content a draft stands: its cue, or its content where it has none."""
    return draft.frame.cue if draft.frame.verb >= 0 else draft.frame.content[0]
