"""The stretches of an article that may be claims, each with what is said in it and by whom.

A statement is a sentence; where a sentence passes on two or more sources' words, each part of their content is one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.afterwards import is_said_of_before
from claims.boilerplate import is_boilerplate, is_boilerplate_line, is_heading, is_title
from claims.cues import QUOTING
from claims.denials import Denial, find_denial
from claims.detection import asks_whether, has_clause, is_checkable, top_of
from claims.frames import FINITE
from claims.records import Article, Attribution, Kind, Polarity, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Sentence

_BULLETS = "•*·‣▪◦#\u200b\ufeff"
_DASHES = "-–—"  # a bullet too where white space follows
_ENDS = ",;:•*\u200b\ufeff"
_RELATIVE = frozenset({"which", "who", "whose"})  # begin a content that lacks what it hangs on
_LINE = re.compile(r"[^\r\n]+")
_INTRODUCING = re.compile(r"\s*:[ \t]*(?:[\r\n]|$)")
_ENDED = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_SILENT = frozenset(["comment", "decline", "discuss", "draw", "elaborate", "refuse"])
"""Verbs of those who say no more: the other verb of their sentence is what they do say."""
_HALF = 0.5
_DENYING = re.compile(r"\b(?:den(?:y|ies|ied|ial)|false|untrue|not true|hoax|fake|nonsense)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:we|our|I|my)\b", re.IGNORECASE)
_NEAR = 12  # code points from the comma to the frame that it cuts off: ", as stated by"
_LISTING = frozenset({"include", "follow", "list", "have"})
_LONGEST_FURNITURE = 200  # code points of a line that is furniture as a whole


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim in the making.

    ``span`` is what the page marks, ``said`` the stretches in it that make the statement itself: those of the
    ``attribution``'s content, or the span as a whole in the outlet's own voice. ``denies`` is the statement before of
    which it only says that it is not so.
    """

    span: Span
    said: tuple[Span, ...]
    attribution: Attribution | None
    sentence: Sentence
    denies: Statement | None = None

    @property
    def tokens(self) -> list[Token]:
        """The parsed words of ``said``."""
        return _tokens(self.sentence, self.said)


def find_statements(article: Article, doc: Doc, attributions: Sequence[Attribution]) -> Iterator[Statement]:
    """Yield the checkable statements of ``article`` in the order of its text.

    ``doc`` is the parse of ``article.text``; ``attributions`` are all of the article's.
    """
    lines = _Lines(article.text)
    before: list[Statement] = []  # what a denial would be about
    for sentence in doc.sents:
        span = _trimmed(article.text, sentence.start_char, sentence.end_char)
        if span is None or is_boilerplate(span.of(article.text)) or lines.is_furniture(span):
            continue
        inside = [(found, _within(found, span)) for found in attributions]
        if any(not parts and _is_frame(found, sentence, span, article.text) for found, parts in inside):
            continue  # the bare frame of words that stand in other sentences
        inside = [(found, parts) for found, parts in inside if parts]
        found = list(_statements(article.text, sentence, span, inside))
        found = _with_denial(article.text, span, found, before, attributions)
        before = before if _goes_on(found, before) else found
        yield from found


def _goes_on(found: Sequence[Statement], before: Sequence[Statement]) -> bool:
    """Tell whether a sentence is a quotation in which whoever spoke before goes on.

    It bears out what they said first, and that is what is denied.
    """
    if len(found) != 1 or len(before) != 1:
        return False
    said, earlier = found[0].attribution, before[0].attribution
    if said is None or earlier is None or said.kind is not Kind.DIRECT:
        return False
    return said.speaker is not None and said.speaker == earlier.speaker


def _with_denial(
    text: str, place: Span, found: list[Statement], before: Sequence[Statement], attributions: Sequence[Attribution]
) -> list[Statement]:
    """Return the statements ``found`` in a sentence with the one that only denies what stands ``before`` it, if any."""
    denial = find_denial(text, place)
    if denial is None:
        return found
    if denial.first:  # "The board denied it" by itself states nothing
        found = [each for each in found if not (denial.span.holds(each.span) and each.span.overlaps(denial.what))]
    else:
        before = [each for each in found if each.span.end <= denial.span.start]
    span = _trimmed(text, denial.span.start, denial.span.end)
    who = next((each for each in attributions if any(part.overlaps(denial.what) for part in each.content)), None)
    if len(before) != 1 or who is None or span is None:
        return found
    of = before[0].denies or before[0]
    if not _may_be_denied(text, of, denial, who):
        return found
    return sorted([*found, Statement(span, of.said, who, of.sentence, of)], key=lambda each: each.span)


def _may_be_denied(text: str, of: Statement, denial: Denial, who: Attribution) -> bool:
    """Tell whether a statement may be what a denial after it is about.

    Nobody denies what they say themselves, nor what is said not to be so. "The report" and the like may stand further
    back: they are what the statement before says only where somebody else is told to have said it.
    """
    by, said = of.attribution, " ".join(part.of(text) for part in of.said)
    if _DENYING.search(said):
        return False
    if by is None:
        return not denial.named
    own = by.kind is not Kind.INDIRECT and _OURS.search(said) is not None
    return by.polarity is Polarity.ASSERTS and not own and (by.speaker is None or by.speaker != who.speaker)


def letters(text: str, spans: Sequence[Span]) -> int:
    """Return how many letters and digits of ``text`` stand in ``spans`` (which do not overlap)."""
    return sum(char.isalnum() for span in spans for char in span.of(text))


def _statements(
    text: str, sentence: Sentence, span: Span, inside: Sequence[tuple[Attribution, list[Span]]]
) -> Iterator[Statement]:
    ids = {found.id for found, _ in inside}
    tops = [(found, parts) for found, parts in inside if found.parent not in ids]
    if len(tops) > 1:
        runs = _runs(tops)
        apart = [s for found, parts in runs if (s := _part(text, sentence, parts, found, inside)) is not None]
        if apart:
            yield from apart
            return
    whole = _whole(text, sentence, span, tops, inside)
    if whole is not None:
        yield whole


def _runs(tops: Sequence[tuple[Attribution, list[Span]]]) -> list[tuple[Attribution, list[Span]]]:
    """Return the parts of all contents in the order of the text, those of one content together until another comes."""
    runs: list[tuple[Attribution, list[Span]]] = []
    for part, found in sorted(((part, found) for found, parts in tops for part in parts), key=lambda pair: pair[0]):
        if runs and runs[-1][0].id == found.id:
            runs[-1][1].append(part)
        else:
            runs.append((found, [part]))
    return runs


def _part(
    text: str,
    sentence: Sentence,
    parts: Sequence[Span],
    found: Attribution,
    inside: Sequence[tuple[Attribution, list[Span]]],
) -> Statement | None:
    """Return a content, or as much of it as stands together, as a statement of its own."""
    span = _trimmed(text, parts[0].start, parts[-1].end)
    if span is None or found.polarity is Polarity.QUESTIONS or is_boilerplate(span.of(text)):
        return None
    trimmed = [_trimmed(text, part.start, part.end) for part in parts]
    deepest, said = _deepest(text, sentence, found, [part for part in trimmed if part is not None], inside)
    said = _without_frame(text, deepest, said)
    tokens = _tokens(sentence, said)
    if not tokens or not _is_stated(tokens, deepest):
        return None
    return Statement(span, tuple(said), deepest, sentence)


def _whole(
    text: str,
    sentence: Sentence,
    span: Span,
    tops: Sequence[tuple[Attribution, list[Span]]],
    inside: Sequence[tuple[Attribution, list[Span]]],
) -> Statement | None:
    """Return the sentence as a statement, of the attribution that most of it belongs to or of the outlet itself."""
    tokens = _tokens(sentence, [span])
    if not tokens:
        return None
    for found, parts in tops:
        if not _holds_most(text, sentence, span, found, parts):
            continue
        deepest, said = _deepest(text, sentence, found, parts, inside)
        said = _without_frame(text, deepest, said)
        content = _tokens(sentence, said)
        if found.polarity is Polarity.QUESTIONS:
            return None  # nobody says that it is so, or not so
        if content and _is_stated(content, deepest):
            return Statement(span, tuple(said), deepest, sentence)
        if found.kind is Kind.DIRECT or not content or "?" in content[-1].text:
            return None
        if has_clause(content) and content[0].lower_ not in _RELATIVE:
            return None
        return Statement(span, (span,), deepest, sentence) if is_checkable(tokens) else None
    if top_of(tokens).lemma_ in QUOTING | _LISTING and _INTRODUCING.match(text, span.end):
        return None  # "The document reads:"
    if is_checkable(tokens) or (not tops and asks_whether(tokens)):
        return Statement(span, (span,), None, sentence)
    return None


def _is_stated(content: Sequence[Token], found: Attribution) -> bool:
    """Tell whether a content can be checked. Who denies a deed, or that they will do one, says it in few words: "having
    taken bribes", "that he will resign"."""
    if is_checkable(content):
        return True
    if found.polarity is not Polarity.DENIES or found.speaker is None:
        return False
    if content[0].tag_ == "VBG":
        return any(token.pos_ in {"NOUN", "PROPN", "NUM"} for token in content)
    return has_clause(content) and any(token.lower_ in {"he", "she"} for token in content[:2])


def _holds_most(text: str, sentence: Sentence, span: Span, found: Attribution, parts: Sequence[Span]) -> bool:
    """Tell whether the sentence is the attribution's.

    More than half of it is content (cue and source not counted), or the cue is the verb of its only main clause that
    says something: "declined to comment but confirmed that ..." says one thing.
    """
    frame = [
        Span(max(piece.start, span.start), min(piece.end, span.end))
        for piece in (found.cue, found.source)
        if piece is not None and piece.overlaps(span)
    ]
    frame = [piece for piece in frame if not any(piece.overlaps(part) for part in parts)]
    content = letters(text, parts)
    rest = letters(text, [span]) - content - letters(text, frame)
    if content > _HALF * (content + max(rest, 0)):
        return True
    if _is_cue(found, sentence.root):
        return not _joins_clauses(sentence.root)
    if any(part.start <= sentence.root.idx < part.end for part in parts) and _only_frames(sentence, found, parts):
        return True
    return sentence.root.lemma_ in _SILENT and any(
        child.dep_ == "conj" and _is_cue(found, child) for child in sentence.root.children
    )


def _only_frames(sentence: Sentence, found: Attribution, parts: Sequence[Span]) -> bool:
    """Tell whether a cue after the content is all that its sentence says beside: "..., the Herald, which comes out on
    Mondays, reported, citing a memo by the head of the board"."""
    if found.cue is None or found.cue.start < parts[-1].end:
        return False
    outside = [token for token in sentence if not any(part.start <= token.idx < part.end for part in parts)]
    aside = {inner.i for token in outside if token.dep_ in {"relcl", "acl"} for inner in token.subtree}
    beside = [token for token in outside if token.i not in aside and not found.cue.start <= token.idx < found.cue.end]
    return not any(token.tag_ in FINITE for token in beside)


def _is_frame(found: Attribution, sentence: Sentence, span: Span, text: str) -> bool:
    """Tell whether a sentence only frames what ``found`` says elsewhere: its verb is the cue, or it says whose the
    sentence before is."""
    if _is_cue(found, sentence.root):
        return True
    return found.cue is not None and span.holds(found.cue) and is_said_of_before(span.of(text))


def _is_cue(found: Attribution, verb: Token) -> bool:
    return found.cue is not None and found.cue.start <= verb.idx < found.cue.end


def _joins_clauses(root: Token) -> bool:
    return any(child.dep_ == "conj" and child.pos_ in ("VERB", "AUX") for child in root.children)


def _deepest(
    text: str,
    sentence: Sentence,
    found: Attribution,
    parts: Sequence[Span],
    inside: Sequence[tuple[Attribution, list[Span]]],
) -> tuple[Attribution, list[Span]]:
    """Follow nested attributions down while one asserts or denies more than half of what its parent says here."""
    said, rest = list(parts), list(inside)
    while True:
        rest = [pair for pair in rest if pair[0].id != found.id]
        nested = [
            (child, inner)
            for child, all_parts in rest
            if child.parent == found.id and (inner := [part for part in all_parts if any(s.holds(part) for s in said)])
        ]
        best = max(nested, key=lambda pair: letters(text, pair[1]), default=None)
        if best is None or letters(text, best[1]) <= _HALF * letters(text, said):
            return found, said
        if best[0].polarity is Polarity.QUESTIONS or not is_checkable(_tokens(sentence, best[1])):
            return found, said
        found, said = best


def _without_frame(text: str, found: Attribution, said: Sequence[Span]) -> list[Span]:
    """Cut the attribution's own frame off the end of what is said ("..., as stated by X"), where the content has it."""
    if found.cue is None:
        return list(said)
    start = min(found.cue.start, found.source.start) if found.source is not None else found.cue.start
    kept: list[Span] = []
    for part in said:
        comma = max(text.rfind(mark, part.start, start) for mark in ",;–—") if part.start < start < part.end else -1
        kept.append(Span(part.start, comma) if comma > 0 and start - comma < _NEAR else part)
    return kept


def _within(found: Attribution, span: Span) -> list[Span]:
    return [
        Span(max(part.start, span.start), min(part.end, span.end))
        for part in sorted(found.content)
        if part.overlaps(span)
    ]


def _tokens(sentence: Sentence, spans: Sequence[Span]) -> list[Token]:
    return [
        token
        for token in sentence
        if not token.is_space and any(span.start < token.idx + len(token) and token.idx < span.end for span in spans)
    ]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the place without white space, bullets and stray punctuation at its ends, ``None`` if nothing is left."""
    while start < end and (
        text[start] in _BULLETS
        or text[start] in ",;:"
        or text[start].isspace()
        or (text[start] in _DASHES and text[start + 1 : start + 2].isspace())
    ):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _ENDS):
        end -= 1
    return Span(start, end) if start < end else None


class _Lines:
    """The lines of a text that are not empty, and which of them are furniture; each is judged once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = [Span(*match.span()) for match in _LINE.finditer(text) if not match[0].isspace()]
        self._starts = [line.start for line in self._lines]
        self._furniture: dict[int, bool] = {}
        self._told = next((n for n, line in enumerate(self._lines) if _ENDED.search(line.of(text))), len(self._lines))

    def is_furniture(self, span: Span) -> bool:
        """Tell whether the line on which ``span`` ends is furniture as a whole."""
        number = bisect_right(self._starts, max(span.end - 1, 0)) - 1
        if number < 0:
            return False
        if number not in self._furniture:
            self._furniture[number] = self._judge(number)
        return self._furniture[number]

    def _judge(self, number: int) -> bool:
        line = self._lines[number].of(self._text)
        after = self._lines[number + 1].of(self._text)[:_LONGEST_FURNITURE] if number + 1 < len(self._lines) else ""
        if len(line) >= _LONGEST_FURNITURE:
            return False
        if is_heading(line) or is_boilerplate_line(line, after):
            return True
        return number > self._told and is_title(line)  # a crosshead, or the headline of another story
