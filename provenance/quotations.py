"""A quotation of a draft against the quotations of the archive: who said it there, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.records import Article, Attribution, Evidence, Extraction, FindingVerdict, Kind, SourceType, Span
from provenance.names import Sameness, same_organisation, same_person
from provenance.wording import Comparison, Likeness, Word, compare, find_words, words

SHORTEST_QUOTE = 3
"""Words; a shorter piece in quotation marks ("safe") is found everywhere and proves nothing."""

_PIECES = re.compile(r"“([^“”\n]+)”|\"([^\"\n]+)\"|«([^«»\n]+)»|„([^„“”\n]+)[“”]|(?<!\w)‘([^‘\n]+?)’(?!\w)")
_UNNAMED = (SourceType.ANONYMOUS, SourceType.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a draft in quotation marks; ``span`` holds them with the cue that may break them."""

    attribution: Attribution
    span: Span
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place of the archive with a quotation's words, or nearly.

    ``attribution`` is ``None`` where the words stand outside quotes; ``same_speaker`` where that cannot be told.
    """

    article: Article
    attribution: Attribution | None
    span: Span
    comparison: Comparison
    same_speaker: bool | None

    @property
    def verbatim(self) -> bool:
        """Every word of the draft's quotation stands there, in order, nothing silently left out between."""
        return self.comparison.likeness in (Likeness.SAME, Likeness.PART) and not self.comparison.changes

    @property
    def cut(self) -> bool:
        """The draft left out words that may turn the meaning round."""
        return self.comparison.likeness == Likeness.PART and bool(self.comparison.turning)

    @property
    def speaker(self) -> str | None:
        """Who says it there."""
        return self.attribution.speaker if self.attribution else None

    @property
    def evidence(self) -> Evidence:
        """The passage."""
        return Evidence(self.article.id, self.span.start, self.span.end, self.span.of(self.article.text))


def quotations(draft: Extraction) -> list[Quotation]:
    """Return what stands in quotation marks: direct quotes whole, of mixed ones each marked piece.

    What is said inside a quotation is checked with it.
    """
    found = [quote for attribution in draft.attributions for quote in _quotations(draft.article.text, attribution)]
    outermost = sorted(found, key=lambda quote: (quote.span.start, -quote.span.end))
    kept: list[Quotation] = []
    for quote in outermost:
        if not kept or not kept[-1].span.holds(quote.span):
            kept.append(quote)
    return kept


def _quotations(text: str, attribution: Attribution) -> Iterator[Quotation]:
    if attribution.kind == Kind.DIRECT and attribution.content:
        whole = Span(attribution.content[0].start, attribution.content[-1].end)
        pieces = [(whole, words(text, attribution.content))]
    elif attribution.kind == Kind.MIXED:
        marked = [span for content in attribution.content for span in _marked(text, content)]
        pieces = [(span, words(text, [span])) for span in marked]
    else:
        return
    yield from (Quotation(attribution, span, tuple(said)) for span, said in pieces if len(said) >= SHORTEST_QUOTE)


def find_quotation(quote: Quotation, archived: Extraction) -> Iterator[Hit]:
    """Yield where ``archived`` has the quotation: among its quotes; failing the very words there, in its plain text."""
    article, found_whole = archived.article, False
    for attribution in archived.attributions:
        if attribution.kind == Kind.INDIRECT or not attribution.content:
            continue
        comparison = compare(quote.words, words(article.text, attribution.content))
        if comparison.likeness == Likeness.UNLIKE:
            continue
        span = Span(attribution.content[0].start, attribution.content[-1].end)
        hit = Hit(article, attribution, span, comparison, same_speaker(quote.attribution, attribution))
        found_whole = found_whole or hit.verbatim
        yield hit
    if found_whole:
        return
    every = words(article.text)
    place = find_words(quote.words, every)
    if place is not None:
        span = Span(every[place].start, every[place + len(quote.words) - 1].end)
        around = next((a for a in archived.attributions if any(part.overlaps(span) for part in a.content)), None)
        same = None if around is None else same_speaker(quote.attribution, around)
        yield Hit(article, around, span, Comparison(Likeness.SAME, 1.0), same)


def judge(hits: Sequence[Hit]) -> tuple[FindingVerdict, list[Hit]]:
    """Return the verdict on a quotation and its hits, those that bear the verdict first.

    Where articles give the very words to different speakers, more articles than not must name the draft's; as many on
    either side, and nobody can tell.
    """
    exact = [hit for hit in hits if hit.verbatim]
    by_same = [hit for hit in exact if hit.same_speaker]
    by_other = [hit for hit in exact if hit.same_speaker is False]
    altered = sorted((hit for hit in hits if hit.comparison.changes), key=lambda hit: -hit.comparison.similarity)
    cuts = [hit for hit in hits if hit.cut and hit.same_speaker is not False]
    others, same = len({hit.article.id for hit in by_other}), len({hit.article.id for hit in by_same})
    if not hits:
        return FindingVerdict.NOT_FOUND, []
    if cuts and not any(hit.comparison.likeness == Likeness.SAME for hit in by_same):
        verdict, first = FindingVerdict.CUT, cuts
    elif by_other and others >= same:
        verdict, first = (FindingVerdict.OTHER_SPEAKER, by_other) if others > same else (FindingVerdict.CANNOT_TELL, [])
    elif exact:
        verdict, first = FindingVerdict.VERBATIM, by_same
    elif all(hit.same_speaker is False for hit in altered):
        verdict, first = FindingVerdict.OTHER_SPEAKER, altered
    else:
        verdict, first = FindingVerdict.ALTERED, [hit for hit in altered if hit.same_speaker is not False]
    return verdict, list(dict.fromkeys([*first, *by_same, *exact, *altered]))


def reasons(hits: Sequence[Hit]) -> Iterator[str]:
    """Yield each wording and speaker of the archive once, with the articles that have it."""
    lines: dict[str, list[str]] = {}
    for hit in hits:
        who = f"said by {hit.speaker}" if hit.speaker else "the speaker cannot be told"
        lines.setdefault(f"{_difference(hit)} ({who})", []).append(named(hit.article))
    yield from (f"{', '.join(dict.fromkeys(names))}: {line}" for line, names in lines.items())


def same_speaker(left: Attribution, right: Attribution) -> bool | None:
    """Tell whether two attributions name one speaker; ``None`` where one is unnamed or the names do not tell."""
    if left.speaker is None or right.speaker is None:
        return None
    if left.source_type in _UNNAMED or right.source_type in _UNNAMED:
        return None
    people = left.source_type == right.source_type == SourceType.PERSON
    sameness = (same_person if people else same_organisation)(left.speaker, right.speaker)
    if sameness == Sameness.YES:
        return True
    # Somebody may speak for the organisation that the other article names.
    return False if sameness == Sameness.NO and left.source_type == right.source_type else None


def named(article: Article) -> str:
    """Return an article as reasons call it: its outlet and day."""
    outlet = article.outlet or "an unknown outlet"
    return f"{outlet} ({article.published[:10]})" if article.published else outlet


def _difference(hit: Hit) -> str:
    found = hit.comparison
    if hit.cut:
        left_out = ", ".join(f"‘{piece}’" for piece in found.removed)
        return f"cut: {left_out} is only there, with {', '.join(f'‘{word}’' for word in found.turning)} in it"
    if found.changes:
        return "; ".join(str(change) for change in found.changes)
    return "word for word, part of a longer sentence" if found.removed else "word for word"


def _marked(text: str, content: Span) -> Iterator[Span]:
    for match in _PIECES.finditer(text, content.start, content.end):
        yield Span(*next(match.span(n) for n, piece in enumerate(match.groups(), 1) if piece is not None))
