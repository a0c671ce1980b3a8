"""A quotation of a draft against the quotations of the archive: who said it there, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from claims.records import Article, Attribution, Evidence, Extraction, FindingVerdict, Kind, SourceType, Span
from provenance.names import (
    Sameness,
    called_both,
    content_words,
    is_unnamed,
    same_document,
    same_organisation,
    same_person,
    tokens,
)
from provenance.passages import Passage
from provenance.quoted import marked
from provenance.ways import paragraph
from provenance.wording import Likeness
from provenance.words import Word, words

SHORTEST_QUOTE = 3
"""Words; a shorter piece in quotation marks ("safe") is found everywhere and proves nothing."""

SHORTEST_BARE = 5
"""Words; the same where nobody is said to have said them: names of books and ships stand in marks too."""

TELLING = 6
"""Words from which the very words in another mouth tell of another speaker; fewer are said by many."""

NEARLY = 0.75
"""Share (0 to 1) of words from which a wording of somebody else's is taken for the quotation, altered."""

APART = 0.15
"""How much (0 to 1) more of the words somebody else must have said than the speaker that the draft names."""

NEAR = 150
"""Code points on either side of a name in which a text tells what its bearer is."""

MENTIONS = 3

_NAME = re.compile(r"[A-Z][\w'’.-]+(?: (?:(?:de|del|di|da|van|von|der|den|bin|al|la|le) )*[A-Z][\w'’-]+)+")
_OPENING = re.compile(
    r"(?:(?:In|On|At|As|For|But|And|When|While|After|Before|The|A|According|Asked|Speaking|Meanwhile|Here|There|Not|So"
    r"|Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Professor) )+"
)
_LETTER = re.compile(r"[^\W\d_]")
_UNNAMED = (SourceType.ANONYMOUS, SourceType.UNKNOWN)
_SURE = {Sameness.YES: True, Sameness.MAYBE: None, Sameness.NO: False}


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a draft in quotation marks; ``span`` holds them with the cue that may break them.

    ``attribution`` is ``None`` where the draft does not tell whose they are.
    """

    attribution: Attribution | None
    span: Span
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place of the archive with a quotation's words, or nearly.

    ``same_speaker`` is ``None`` where that cannot be told. ``excuse``: why the words may rightly be others.
    """

    article: Article
    passage: Passage
    same_speaker: bool | None
    excuse: str | None = None

    @property
    def verbatim(self) -> bool:
        """Every word of the draft's quotation stands there, in order, nothing silently left out between."""
        return self.passage.verbatim

    @property
    def cut(self) -> bool:
        """The draft left out words that its meaning hangs on."""
        comparison = self.passage.comparison
        silently = comparison.likeness is Likeness.PART and bool(comparison.changes and comparison.turning)
        return silently or self.passage.lost is not None

    @property
    def similarity(self) -> float:
        """Share of words, 0 to 1."""
        return self.passage.comparison.similarity

    @property
    def speaker(self) -> str | None:
        """Who says it there."""
        attribution = self.passage.attribution
        return attribution.speaker if attribution and attribution.source_type is not SourceType.UNKNOWN else None

    @property
    def evidence(self) -> Evidence:
        """The passage."""
        span = self.passage.span
        return Evidence(self.article.id, span.start, span.end, span.of(self.article.text))


def quotations(draft: Extraction) -> list[Quotation]:
    """Return what stands in quotation marks: direct quotes whole, of mixed ones each marked piece, and longer pieces
    that nobody is said to have said.

    What is said inside a quotation is checked with it.
    """
    text = draft.article.text
    found = [quote for attribution in draft.attributions for quote in _quotations(text, attribution)]
    bare = [(span, words(text, [span])) for span in marked(text, 0, len(text))]
    found += [Quotation(None, span, tuple(said)) for span, said in bare if len(said) >= SHORTEST_BARE]
    # Of two for one place the attributed one first.
    outermost = sorted(found, key=lambda quote: (quote.attribution is None, quote.span.start, -quote.span.end))
    kept: list[Quotation] = []
    for quote in outermost:
        if not any(
            each.span.holds(quote.span) or (quote.attribution is None and each.span.overlaps(quote.span))
            for each in kept
        ):
            kept.append(quote)
    return sorted(kept, key=lambda quote: quote.span)


def with_speakers(draft: Extraction) -> Extraction:
    """Return the draft with each quote's paragraph read again for whose it is.

    Quotes that one attribution holds over several paragraphs, with words between them, are parted. Where a paragraph
    names one person alone and the source that was found stands elsewhere, or is none, the quote is that person's.
    """
    text = draft.article.text
    found = [part for each in draft.attributions for part in _by_paragraph(text, each)]
    return replace(draft, attributions=tuple(_with_speaker(text, each) for each in found))


def _by_paragraph(text: str, attribution: Attribution) -> Iterator[Attribution]:
    parts: list[list[Span]] = []
    for span in attribution.content:
        between = text[parts[-1][-1].end : span.start] if parts else ""
        if parts and ("\n" not in between or not _LETTER.search(between)):
            parts[-1].append(span)
        else:
            parts.append([span])
    if len(parts) < 2 or attribution.kind is Kind.INDIRECT:
        yield attribution
        return
    for n, part in enumerate(parts):
        yield replace(attribution, id=attribution.id if n == 0 else f"{attribution.id}/{n}", content=tuple(part))


def _with_speaker(text: str, attribution: Attribution) -> Attribution:
    if not attribution.content:
        return attribution
    own = paragraph(text, Span(attribution.content[0].start, attribution.content[-1].end))
    source = attribution.source
    here = source is not None and own.overlaps(source)
    if here and attribution.source_type is not SourceType.UNKNOWN:
        return attribution
    names = _names(text, own, attribution)
    if here and source is not None:
        whole = next((name for name in names if name.overlaps(source)), None)
    elif attribution.kind is Kind.INDIRECT:
        return attribution
    else:
        whole = names[0] if len(names) == 1 else None
    if whole is None:
        return attribution
    return replace(attribution, source=whole, speaker=whole.of(text), source_type=SourceType.PERSON)


def _names(text: str, paragraph: Span, attribution: Attribution) -> list[Span]:
    """Return where the paragraph first names each person outside quotation marks, as far as capitals tell."""
    quoted = list(marked(text, paragraph.start, paragraph.end))
    quoted += attribution.content if attribution.kind is not Kind.INDIRECT else ()
    names: dict[str, Span] = {}
    for match in _NAME.finditer(text, paragraph.start, paragraph.end):
        opening = _OPENING.match(match[0])
        span = Span(match.start() + (opening.end() if opening else 0), match.end())
        if " " in span.of(text) and not any(part.overlaps(span) for part in quoted):
            names.setdefault(span.of(text).split()[-1].removesuffix("’s").removesuffix("'s"), span)
    return list(names.values())


def _quotations(text: str, attribution: Attribution) -> Iterator[Quotation]:
    if attribution.kind == Kind.DIRECT and attribution.content:
        whole = Span(attribution.content[0].start, attribution.content[-1].end)
        pieces = [(whole, words(text, attribution.content))]
    elif attribution.kind == Kind.MIXED:
        inside = [span for content in attribution.content for span in marked(text, content.start, content.end)]
        pieces = [(span, words(text, [span])) for span in inside]
    else:
        return
    yield from (Quotation(attribution, span, tuple(said)) for span, said in pieces if len(said) >= SHORTEST_QUOTE)


def judge(hits: Sequence[Hit], length: int) -> tuple[FindingVerdict, list[Hit]]:
    """Return the verdict on a quotation of ``length`` words and its hits, those that bear the verdict first.

    Where articles give the very words to different speakers, more articles than not must name the draft's; as many on
    either side, and nobody can tell. Words that somebody else said nearly so, or a few words that many may say, are no
    sign of another speaker.
    """
    hits = [hit for hit in hits if hit.verbatim or hit.same_speaker is not False or hit.similarity >= NEARLY]
    exact = [hit for hit in hits if hit.verbatim]
    by_same = [hit for hit in exact if hit.same_speaker]
    by_other = [hit for hit in exact if hit.same_speaker is False]
    altered = sorted((hit for hit in hits if not hit.verbatim), key=lambda hit: -hit.similarity)
    own = [hit for hit in altered if hit.same_speaker is not False]
    elsewhere = [hit for hit in altered if hit.same_speaker is False]
    others, same = len({hit.article.id for hit in by_other}), len({hit.article.id for hit in by_same})
    whole = [hit for hit in exact if hit.same_speaker is not False and not hit.cut]
    cuts = [hit for hit in hits if hit.cut and hit.same_speaker is not False]
    first: Sequence[Hit] = ()
    if not hits:
        return FindingVerdict.NOT_FOUND, []
    if by_other and others >= same:
        if length < TELLING:
            verdict = FindingVerdict.VERBATIM if by_same else FindingVerdict.CANNOT_TELL
        elif others > same and not (own and not by_same and own[0].same_speaker and own[0].similarity >= NEARLY):
            verdict, first = FindingVerdict.OTHER_SPEAKER, by_other
        elif others > same:
            verdict, first = FindingVerdict.ALTERED, own
        else:
            verdict = FindingVerdict.CANNOT_TELL
    elif cuts and not whole and (exact or own[0].cut):
        verdict, first = FindingVerdict.CUT, cuts
    elif exact:
        verdict, first = FindingVerdict.VERBATIM, by_same
    elif elsewhere and (not own or elsewhere[0].similarity > own[0].similarity + APART):
        verdict, first = FindingVerdict.OTHER_SPEAKER, elsewhere
    else:
        verdict, first = FindingVerdict.CANNOT_TELL if own[0].excuse else FindingVerdict.ALTERED, own
    return verdict, list(dict.fromkeys([*first, *by_same, *exact, *altered]))


def reasons(hits: Sequence[Hit]) -> Iterator[str]:
    """Yield each wording and speaker of the archive once, with the articles that have it."""
    lines: dict[str, list[str]] = {}
    for hit in hits:
        who = f"said by {hit.speaker}" if hit.speaker else "the speaker cannot be told"
        lines.setdefault(f"{_difference(hit)} ({who})", []).append(named(hit.article))
    yield from (f"{', '.join(dict.fromkeys(names))}: {line}" for line, names in lines.items())


def same_speaker(left: Attribution | None, right: Attribution | None, draft: Article, article: Article) -> bool | None:
    """Tell whether two attributions, ``left`` of ``draft`` and ``right`` of ``article``, name one speaker.

    ``None`` where one is unnamed or only described ("the mayor"), where the names do not tell, and where a person may
    speak for an organisation that the article names too.
    """
    if left is None or right is None or left.speaker is None or right.speaker is None:
        return None
    if left.source_type in _UNNAMED or right.source_type in _UNNAMED:
        return None
    ours, theirs = left.speaker, right.speaker
    if left.source_type == right.source_type == SourceType.DOCUMENT:
        # They say the same: what two descriptions in the same words leave open is not which of two documents is meant.
        return content_words(ours) == content_words(theirs) or _SURE[same_document(ours, theirs)]
    if is_unnamed(ours) != is_unnamed(theirs) or any(called_both(ours, theirs, each.text) for each in (draft, article)):
        return None
    people, bodies = same_person(ours, theirs), same_organisation(ours, theirs)
    if left.source_type == right.source_type:
        return _SURE[people if left.source_type == SourceType.PERSON else bodies]
    if Sameness.YES in (people, bodies):
        return True
    if Sameness.MAYBE in (people, bodies):
        return None
    if content_words(ours) & set(tokens(article.text)):
        return None
    person, body, text = (
        (ours, theirs, draft.text) if left.source_type == SourceType.PERSON else (theirs, ours, article.text)
    )
    return None if content_words(body) <= set(tokens(_beside(person, text))) else False


def _beside(name: str, text: str) -> str:
    """Return what stands near a name's first mentions, where a text tells what its bearer is and for whom he speaks."""
    places = islice(re.finditer(re.escape(name), text), MENTIONS)
    return "\n".join(text[max(0, place.start() - NEAR) : place.end() + NEAR] for place in places)


def named(article: Article) -> str:
    """Return an article as reasons call it: its outlet and day."""
    outlet = article.outlet or "an unknown outlet"
    return f"{outlet} ({article.published[:10]})" if article.published else outlet


def _difference(hit: Hit) -> str:
    found = hit.passage.comparison
    if hit.passage.pieces:
        pieces = " and ".join(f"‘{piece}’" for piece in hit.passage.pieces)
        return f"put together from {pieces}, which stand apart there"
    told = [str(change) for change in found.changes]
    if hit.passage.lost is not None:
        told.insert(0, f"cut: ‘{hit.passage.lost}’ is only there")
    elif hit.cut:
        told = [f"cut: {', '.join(f'‘{piece}’' for piece in found.removed)} is only there"]
    if told:
        return f"{f'perhaps {hit.excuse}: ' if hit.excuse else ''}{'; '.join(told)}"
    return "word for word, openly shortened" if found.likeness is Likeness.PART else "word for word"
