"""Article -> Attribution: who says what in it, by rules.

:mod:`claims.quotation` finds what stands in quotation marks, :mod:`claims.speech` the cue near it,
:mod:`claims.frames` and :mod:`claims.cues` what is said, believed, planned or decreed without marks, and
:mod:`claims.sources` who it is. Here the three are brought together: a quotation inside a longer content
belongs to it, and a cue inside a content is a nested attribution.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims import cues
from claims.frames import Frame, frames
from claims.paragraphs import paragraphs
from claims.quotation import Quotation, find_quotations, quoted
from claims.records import Article, Attribution, Kind, Polarity, SourceType, Span, digest
from claims.sources import Sources
from claims.speech import SCARE, Speech

if TYPE_CHECKING:
    from spacy.tokens import Doc

DIRECT = 0.95
"""Share of letters and digits in quotation marks from which content is direct (the quote measure's)."""

UNKNOWN_SPEAKER = 0.4
"""Confidence in a quotation that nothing near it attributes: it may be a slogan or a sign's words."""

BROKEN_BY = 200
"""Code points that a cue may put between two parts of one quotation (``"A," said X, who ..., "B."``)."""

_CITING = re.compile(r"(?:citing|quoting)\s")

_NOBODY = re.compile(r"(?:nobody|no one|none|neither|no(?!\.?\s*\d))\b", re.IGNORECASE)

REPORTS = frozenset({"that", "according to", "quote", "aside", "postposed"})
"""Frames of plain reporting: inside another content only these are kept, as nested attributions."""

_TRIMMED = '"“”„‟«»＂〝〞「」『』`,;: \t\r\n\xa0'


@dataclass(frozen=True, slots=True)
class _Draft:
    """A frame that was taken, with what it weighs."""

    frame: Frame
    weight: float
    flags: tuple[str, ...] = ()


def find_attributions(article: Article, doc: Doc) -> list[Attribution]:
    """Return the attributions of ``article`` in the order of the text; ``doc`` is its text parsed.

    Raises:
        ValueError: ``doc`` is not the parse of ``article.text``.
    """
    text = article.text
    if doc.text != text:
        raise ValueError("doc is not the parse of this article: use claims.language.parse(article.text, model)")
    quotations = find_quotations(text)
    mask = quoted(text, quotations)
    proposed = [_Draft(frame, weight) for frame in frames(doc) if (weight := cues.weight(frame.shape, frame.key)) > 0]
    spoken = Speech(doc, quotations, mask, paragraphs(text)).frames()
    drafts = _reported(text, mask, quotations, spoken, proposed)
    drafts = _with_quotations(text, mask, spoken, drafts)
    drafts = [draft for draft in (_trimmed(text, draft) for draft in drafts) if draft.frame.content]
    return _records(article, doc, mask, _distinct(drafts))


def _reported(
    text: str,
    mask: bytearray,
    quotations: Sequence[Quotation],
    spoken: Sequence[tuple[Quotation, Frame | None]],
    proposed: Sequence[_Draft],
) -> list[_Draft]:
    """Return the frames that are taken: the heaviest of each cue, grown over the quotations it cuts into."""
    best: dict[int, _Draft] = {}
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
    drafts: Sequence[_Draft],
) -> list[_Draft]:
    """Return ``drafts`` with the quotations that none of them holds: by their own cue, or of an unknown speaker."""
    result = list(drafts)
    held = sorted(span for draft in drafts if not mask[draft.frame.cue.start] for span in draft.frame.content)
    last: int | None = None
    for quotation, frame in spoken:
        flags = () if quotation.balanced else ("unbalanced",)
        if frame is not None and frame.shape == "contaminated":
            result.append(_Draft(frame, cues.LIKELY, (*flags, "contaminated")))
            last = None
            continue
        if _names_something(text, quotation, frame):
            continue
        if any(span.holds(part) for part in quotation.parts for span in _near(held, part)):
            continue
        if frame is None:
            if _scare(text, quotation):
                continue
            frame = Frame("quote", "", -1, Span(quotation.start, quotation.start), None, quotation.parts)
            result.append(_Draft(frame, UNKNOWN_SPEAKER, flags))
            last = None
            continue
        if last is not None and result[last].frame.verb == frame.verb and result[last].frame.shape == "quote":
            before = result[last]
            gap = text[before.frame.content[-1].end : quotation.start]
            if len(gap) < BROKEN_BY:
                joined = replace(before.frame, content=(*before.frame.content, *quotation.parts))
                result[last] = replace(before, frame=joined, flags=tuple({*before.flags, *flags}))
                continue
        result.append(_Draft(frame, cues.SURE, flags))
        last = len(result) - 1
    return result


def _near(held: Sequence[Span], part: Span) -> Sequence[Span]:
    """Return the spans of sorted ``held`` that may hold ``part``: the few that start shortly before it."""
    place = bisect_right(held, Span(part.start, 1 << 60))
    return held[max(0, place - 8) : place]


def _scare(text: str, quotation: Quotation) -> bool:
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


def _trimmed(text: str, draft: _Draft) -> _Draft:
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


def _distinct(drafts: Sequence[_Draft]) -> list[_Draft]:
    """Return ``drafts`` in the order of the text, one for each content: the heaviest."""
    best: dict[tuple[Span, ...], _Draft] = {}
    for draft in drafts:
        held = best.get(draft.frame.content)
        if held is None or draft.weight > held.weight:
            best[draft.frame.content] = draft
    return sorted(best.values(), key=lambda draft: (draft.frame.content[0], draft.frame.cue))


def _parents(drafts: Sequence[_Draft]) -> list[int | None]:
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


def _anchor(draft: _Draft) -> Span:
    """Return the place that says in whose content a draft stands: its cue, or its content where it has none."""
    return draft.frame.cue if draft.frame.verb >= 0 else draft.frame.content[0]


def _records(article: Article, doc: Doc, mask: bytearray, drafts: Sequence[_Draft]) -> list[Attribution]:
    text = article.text
    parents = _parents(drafts)
    kept = [
        number
        for number, draft in enumerate(drafts)
        if parents[number] is None
        or (draft.weight >= cues.SURE and draft.frame.shape in REPORTS and _stands(doc, draft))
    ]
    sources = Sources(doc, article.outlet)
    resolved = {number: sources.resolve(drafts[number].frame) for number in kept}
    behind = {
        who.mention.start
        for number, who in resolved.items()
        if who.mention is not None and who.mention != drafts[number].frame.source
    }
    # Whom a report cites is that report's source, and no attribution of its own.
    ids = {
        number: _id(article, drafts[number].frame)
        for number in kept
        if not (drafts[number].frame.key in {"cite", "quote"} and drafts[number].frame.content[0].start in behind)
    }
    found = []
    for number in ids:
        draft, who = drafts[number], resolved[number]
        frame = draft.frame
        parent = _kept_parent(parents, ids, number)
        outer = None if parent is None else resolved[parent]
        if outer is not None and outer.type is SourceType.OUTLET and outer.name and outer.name not in who.via:
            who = replace(who, via=(outer.name, *who.via))
        cue = frame.cue if frame.verb >= 0 else None
        found.append(
            Attribution(
                id=ids[number],
                kind=_kind(text, mask, frame.content),
                content=frame.content,
                cue=cue,
                source=who.mention,
                speaker=who.name,
                source_type=who.type,
                via=who.via,
                parent=None if parent is None else ids[parent],
                polarity=_polarity(doc, text, frame),
                confidence=draft.weight,
                flags=tuple(sorted({*draft.flags, *who.flags})),
            )
        )
    return found


def _kept_parent(parents: Sequence[int | None], ids: Mapping[int, str], number: int) -> int | None:
    """Return the nearest attribution around ``number`` that is kept."""
    parent = parents[number]
    while parent is not None and parent not in ids:
        parent = parents[parent]
    return parent


def _stands(doc: Doc, draft: _Draft) -> bool:
    """Tell whether a nested cue reports by itself: it names a source, and completes no other cue.

    The second of "refused to confirm that ..." says nothing of its own.
    """
    frame = draft.frame
    return frame.source is not None and (frame.verb < 0 or doc[frame.verb].dep_ != "xcomp")


def _polarity(doc: Doc, text: str, frame: Frame) -> Polarity:
    """Return the cue's polarity; under "if", or with nobody for its source, it leaves its content open."""
    if frame.verb < 0:
        return Polarity.ASSERTS
    if any(child.dep_ == "mark" and child.lower_ in {"if", "unless"} for child in doc[frame.verb].children):
        return Polarity.QUESTIONS
    if frame.source is not None and _NOBODY.match(text, frame.source.start):
        return Polarity.QUESTIONS
    return cues.polarity(frame.cue.of(text), frame.key, frame.content[0].of(text))


def _id(article: Article, frame: Frame) -> str:
    return digest(article.id, frame.cue.start, frame.cue.end, *((span.start, span.end) for span in frame.content))


def _kind(text: str, mask: bytearray, content: Sequence[Span]) -> Kind:
    places = [place for span in content for place in range(span.start, span.end) if text[place].isalnum()]
    inside = sum(mask[place] for place in places)
    if inside == 0:
        return Kind.INDIRECT
    return Kind.DIRECT if inside >= DIRECT * len(places) else Kind.MIXED
