"""Article -> Attribution: who says what in it.

The tagger (:mod:`claims.tagging`) finds outermost attributions, shown what the rules (:mod:`claims.rules`) make of the
text. What rules know for certain is kept: a sentence in quotation marks is a quote even where nothing attributes it,
its edges are the marks', and a plain cue inside a content is a nested attribution. :mod:`claims.sources` says who
it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims import cues
from claims.afterwards import said_before
from claims.closing import said_after
from claims.denials import denied_before
from claims.frames import Frame, agent_of, noun_phrase
from claims.paragraphs import paragraphs
from claims.quotation import Quotation, find_quotations, quoted
from claims.records import Article, Attribution, Kind, Polarity, SourceType, Span, digest
from claims.rules import DIRECT, Draft, find_drafts, find_parents, roles, trimmed
from claims.setphrases import set_phrases
from claims.sources import Sources
from claims.speech import SCARE
from claims.tagging import Reading, Tagged, load_tagger
from claims.wordpieces import split

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Phrase

REPORTS = frozenset({"that", "according to", "quote", "aside", "postposed"})
"""Frames of plain reporting: inside another content only these are kept, as nested attributions."""

BRIDGED = 6
"""Code points between two contents of one cue that make them one."""

FRAGMENT, SURE_FRAGMENT = 10, 0.9
"""Code points under which a content outside quotation marks must have this confidence. benchmarks/quotes.py."""

_SAME = 0.9
"""Share of code points that two readings of one content have in common; they differ in marks at its edges."""

_EMPTY = frozenset({"SCONJ", "CCONJ", "DET", "ADP", "PART", "PUNCT", "SPACE"})
_LEADING = frozenset({"det", "amod", "compound", "nummod"})
_UNNAMED = re.compile(
    r"(?:not )?to be (?:named|identified|quoted)(?: by name)?(?:\W*$|,? (?:because|since|as|for)\b)", re.IGNORECASE
)
"""What unnamed people ask for: said of them, and nothing that they say."""
_ITSELF = re.compile(
    r"(?:an?|the|this|our) (?:earlier |previous |original |first )?versions? of (?:this|the|our) "
    r"(?:article|story|report|headline|post)$",
    re.IGNORECASE,
)
"""An article that speaks of itself in a correction: nobody's words."""
_NOBODY = re.compile(r"(?:nobody|no one|none|neither|no(?!\.?\s*\d))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attributed:
    """The attributions of one article in the order of its text, and the tagger's reading that they come from."""

    attributions: tuple[Attribution, ...]
    reading: Reading


def find_attributions(article: Article, doc: Doc) -> list[Attribution]:
    """Return the attributions of ``article`` in the order of the text; ``doc`` is its text parsed.

    Raises:
        ValueError: ``doc`` is not the parse of ``article.text``.
        ModelError: the tagger cannot be loaded.
    """
    return list(attribute(article, doc).attributions)


def attribute(article: Article, doc: Doc) -> Attributed:
    """Return what :func:`find_attributions` does, with the tagger's reading of the text; it raises the same."""
    text = article.text
    if doc.text != text:
        raise ValueError("doc is not the parse of this article: use claims.language.parse(article.text, model)")
    quotations, spans, tagger = find_quotations(text), paragraphs(text), load_tagger()
    mask = quoted(text, quotations)
    ruled = find_drafts(doc, quotations, mask, spans)
    reading = tagger.read(split(text, spans, quotations, tagger.tokenizer, doc, roles(ruled), tagger.labels))
    enclosed = sorted(span for draft in ruled if draft.frame.shape == "contaminated" for span in draft.frame.content)
    words = _Words(doc)
    tagged = [
        found
        for found in reading.tagged
        if not _fragment(mask, found, words.at(found.content)) and not _overlapping(enclosed, found.content)
    ]
    sound = [kept for draft in ruled if (kept := _attributing(text, draft)) is not None]
    drafts = _with_rules(text, _tagged(text, words, tagged, quotations, sound), sound)
    drafts = [_with_agent(doc, draft) for draft in drafts]
    for told in (said_after, set_phrases, said_before, denied_before):
        drafts = _with_whole_sentences(drafts, list(told(doc, _contents(drafts))))
    return Attributed(tuple(_records(article, doc, mask, drafts)), reading)


class _Words:
    """The parsed words of a text, to be had by place."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._starts = [token.idx for token in doc]

    def at(self, span: Span) -> Phrase:
        """Return the words that ``span`` touches."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        return self._doc[first : max(first + 1, bisect_left(self._starts, span.end))]


def _attributing(text: str, draft: Draft) -> Draft | None:
    """Return ``draft`` without content that only says that somebody is not named; ``None`` where nothing is left."""
    frame = draft.frame
    if frame.source is not None and _ITSELF.match(frame.source.of(text)):
        return None
    content = tuple(span for span in frame.content if not _UNNAMED.match(span.of(text)))
    if len(content) == len(frame.content):
        return draft
    return replace(draft, frame=replace(frame, content=content)) if content else None


def _tagged(
    text: str, words: _Words, tagged: Sequence[Tagged], quotations: Sequence[Quotation], ruled: Sequence[Draft]
) -> list[Draft]:
    """Return the tagger's contents as drafts: those of one cue together, their edges at quotation marks.

    Where the tagger takes the cue for its own source, the rules have the say.
    """
    read = {draft.frame.verb: draft for draft in ruled if draft.frame.verb >= 0 and draft.frame.source is not None}
    groups: list[list[Tagged]] = []
    reached = 0
    for each in tagged:
        span = _at_marks(each.content, quotations)
        if span.end <= reached:
            continue  # the marks of the content before it hold this one too
        found = replace(each, content=Span(max(span.start, reached), span.end))
        reached = span.end
        if groups and found.cue is not None and groups[-1][-1].cue == found.cue:
            groups[-1].append(found)
        else:
            groups.append([found])
    drafts = []
    for group in groups:
        content = _bridged(text, [found.content for found in group])
        cue, source = group[0].cue, next((found.source for found in group if found.source is not None), None)
        verb = None if cue is None else _head(words.at(cue))
        frame = Frame(
            "tagged",
            "" if verb is None else _key(verb),
            -1 if verb is None else verb.i,
            Span(content[0].start, content[0].start) if cue is None else cue,
            None if source is None else _whole(words.at(source), source, content),
            tuple(content),
        )
        weight = sum(found.confidence for found in group) / len(group)
        draft = trimmed(text, Draft(frame, round(weight, 4), tuple(_flags(content, cue, quotations))))
        inside = source is not None and any(span.holds(source) for span in content)
        # The first words of what is said; "according to what Ann Lee told the Herald".
        nobody = source is not None and (
            source.of(text).lower() == "what" or any(source.start == span.start for span in content)
        )
        if cue is not None and source is not None and (cue.overlaps(source) or nobody):
            draft = read.get(frame.verb, replace(draft, frame=replace(draft.frame, source=None)))
        elif verb is not None and source is not None and words.at(source)[-1].pos_ == "ADP" and frame.verb in read:
            # "a report in": what the rules read goes on to the end of the name
            draft = replace(draft, frame=replace(draft.frame, source=read[frame.verb].frame.source))
        elif cue is None and inside:
            # "X plans to ..., Y said": what X does is no cue; where the rules see another, it is that one's content
            draft = next((each for each in ruled if _says(each, content)), draft)
        kept = _attributing(text, draft)
        if kept is not None and kept.frame.content:
            drafts.append(kept)
    return drafts


def _says(draft: Draft, content: Sequence[Span]) -> bool:
    """Tell whether a plain report has this content, and no other."""
    frame = draft.frame
    if frame.shape not in {"that", "postposed"} or draft.weight < cues.SURE or frame.source is None:
        return False
    shared = sum(max(0, min(one.end, two.end) - max(one.start, two.start)) for one in frame.content for two in content)
    longest = max(sum(span.end - span.start for span in spans) for spans in (frame.content, content))
    return shared >= _SAME * longest and not any(span.overlaps(frame.source) for span in content)


def _fragment(mask: bytearray, found: Tagged, words: Phrase) -> bool:
    """Tell whether a content is a scrap that the tagger itself doubts, or says nothing."""
    if all(token.pos_ in _EMPTY for token in words):
        return True
    short = found.content.end - found.content.start < FRAGMENT and not mask[found.content.start]
    return short and found.confidence < SURE_FRAGMENT


def _whole(words: Phrase, source: Span, content: Sequence[Span]) -> Span:
    """Return ``source`` with the noun that its words only lead up to: "Ukrainian" becomes "Ukrainian intelligence"."""
    head = words.root
    if head.dep_ not in _LEADING or head.head.i < words.end or head.head.pos_ not in {"NOUN", "PROPN"}:
        return source
    phrase = noun_phrase(head.head)
    if phrase is None or not phrase.holds(source) or any(phrase.overlaps(span) for span in content):
        return source
    return phrase


def _close(text: str, before: Span, after: Span) -> bool:
    return after.start - before.end <= BRIDGED and "\n" not in text[before.end : after.start]


def _bridged(text: str, spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and (span.start <= merged[-1].end or _close(text, merged[-1], span)):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _at_marks(span: Span, quotations: Sequence[Quotation]) -> Span:
    """Return ``span`` with the whole of the quotation that it begins or ends in, if it holds most of that."""
    start, end = span.start, span.end
    for quotation in _touching(quotations, span):
        for part in quotation.parts:
            shared = min(part.end, span.end) - max(part.start, span.start)
            if 2 * shared > part.end - part.start:
                start, end = min(start, part.start), max(end, part.end)
    return Span(start, end)


def _touching(quotations: Sequence[Quotation], span: Span) -> Sequence[Quotation]:
    first = bisect_left(quotations, span.start, key=lambda quotation: quotation.end)
    last = bisect_left(quotations, span.end, key=lambda quotation: quotation.start)
    return quotations[first:last]


def _flags(content: Sequence[Span], cue: Span | None, quotations: Sequence[Quotation]) -> list[str]:
    """Return "contaminated" where marks enclose content and its own cue, "unbalanced" where a mark has no partner."""
    touched = [quotation for span in content for quotation in _touching(quotations, span)]
    found = []
    if cue is not None and any(part.holds(cue) for quotation in touched for part in quotation.parts):
        found.append("contaminated")
    if any(not quotation.balanced for quotation in touched):
        found.append("unbalanced")
    return found


def _head(words: Phrase) -> Token:
    """Return the word of a cue that the others hang on."""
    head: Token = next((token for token in words if token.lower_ == "according"), words.root)
    return head


def _key(verb: Token) -> str:
    """Return the cue as :mod:`claims.cues` names it: its lemma."""
    return "according to" if verb.lower_ == "according" else verb.lemma_.lower()


def _with_rules(text: str, tagged: Sequence[Draft], ruled: Sequence[Draft]) -> list[Draft]:
    """Return ``tagged`` with what only the rules found: quotations, plain reports, and plain cues inside contents."""
    taken = sorted(span for draft in tagged for span in draft.frame.content)
    cued = sorted(draft.frame.cue for draft in tagged if draft.frame.verb >= 0)
    drafts = list(tagged)
    for draft in ruled:
        frame = draft.frame
        free = not any(_overlapping(taken, span) for span in (frame.cue, *frame.content))
        if frame.shape in {"quote", "contaminated"}:
            kept = free and sum(len(span.of(text).split()) for span in frame.content) > SCARE
        elif frame.shape not in REPORTS or draft.weight < cues.SURE or _overlapping(cued, frame.cue):
            kept = False
        else:
            plain = free and frame.shape in {"that", "according to"}
            kept = plain or all(_held(taken, span) for span in (frame.cue, *frame.content))
        if kept:
            drafts.append(draft)
    return sorted(drafts, key=lambda draft: (draft.frame.content[0], draft.frame.cue))


def _with_agent(doc: Doc, draft: Draft) -> Draft:
    """Return ``draft`` with the agent of its passive verb for a source, where it has none: the content took it in."""
    frame = draft.frame
    agent = agent_of(doc[frame.verb]) if frame.verb >= 0 and frame.source is None else None
    source = noun_phrase(agent) if agent is not None else None
    if agent is None or source is None:
        return draft
    by = agent.head.idx
    content = tuple(Span(span.start, min(span.end, by)) for span in frame.content if span.start < by)
    found = trimmed(doc.text, replace(draft, frame=replace(frame, source=source, content=content)))
    return found if found.frame.content else draft


def _with_whole_sentences(drafts: Sequence[Draft], told: Sequence[tuple[Draft, Span]]) -> list[Draft]:
    """Return ``drafts`` with those that are ``told``, in the place of what was read in the words that tell it."""
    kept = [draft for draft in drafts if not any(_stands_in(draft.frame, place) for _, place in told)]
    return sorted([*kept, *(draft for draft, _ in told)], key=lambda draft: (draft.frame.content[0], draft.frame.cue))


def _stands_in(frame: Frame, place: Span) -> bool:
    """Tell whether a place has a frame's cue, or the source of one that has none."""
    return place.overlaps(frame.cue) or (frame.verb < 0 and frame.source is not None and place.holds(frame.source))


def _contents(drafts: Sequence[Draft]) -> list[Span]:
    return [span for draft in drafts for span in draft.frame.content]


def _held(spans: Sequence[Span], span: Span) -> bool:
    return any(found.holds(span) for found in _overlapping(spans, span))


def _overlapping(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Return those of sorted ``spans``, which do not overlap one another, that overlap ``span``."""
    first = bisect_left(spans, span.start, key=lambda found: found.end)
    found = spans[first : bisect_left(spans, span.end, key=lambda found: found.start)]
    return [other for other in found if other.overlaps(span)]


def _records(article: Article, doc: Doc, mask: bytearray, drafts: Sequence[Draft]) -> list[Attribution]:
    text = article.text
    parents = find_parents(drafts)
    kept = [
        number
        for number, draft in enumerate(drafts)
        if parents[number] is None
        or (draft.weight >= cues.SURE and draft.frame.shape in REPORTS and _stands(doc, draft))
    ]
    sources = Sources(doc, article.outlet, article.author)
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


def _stands(doc: Doc, draft: Draft) -> bool:
    """Tell whether a nested cue reports by itself: it names a source, and completes no other cue.

    The second of "refused to confirm that ..." says nothing of its own.
    """
    frame = draft.frame
    return frame.source is not None and (frame.verb < 0 or doc[frame.verb].dep_ != "xcomp")


def _polarity(doc: Doc, text: str, frame: Frame) -> Polarity:
    """Return the cue's polarity; under "if", or with nobody for its source, it leaves its content open."""
    if frame.verb < 0:
        return Polarity.ASSERTS
    conditional = any(child.dep_ == "mark" and child.lower_ in {"if", "unless"} for child in doc[frame.verb].children)
    if conditional and frame.shape != "set phrase":  # "..., if the Herald is right"
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
