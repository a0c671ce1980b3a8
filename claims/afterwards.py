"""Who said the sentence before: "That's according to the Herald.", "The news was first reported by the Voice."

A sentence that only says whose the one before is has nothing in it that a claim could be made of. Its content is the
sentence before, unless that is attributed by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.frames import Frame
from claims.records import Span
from claims.rules import Draft

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Phrase

WEIGHT = 1.0
"""Confidence: these words say nothing else. No benchmark."""

_WHO = r"(?:the |an? )?(?!nobody\b|no one\b|none\b|\d)(?P<who>[^,;:()“”\"\n]{2,80}?)"
_END = r"(?= (?:on|this|last|earlier|late|yesterday|today)\b|,|;|:|\(|\.?$)"
_THIS = r"(?:that|this|it|all (?:of )?(?:that|this))"
_MATTER = r"the (?:news|story|plan|move|deal|decision|development)"
_ACCOUNT = r"the (?:information|claim|account|details?|figures?)"
_TOLD = r"reported|revealed|disclosed"
_WAS = r"(?:was|were|had been|has been)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_THIS}(?:['’]s| is| was)(?: all)? (?P<cue>according to) {_WHO}{_END}",
        # A book too is published by somebody, and a plan in March.
        rf"(?:{_THIS}|{_MATTER}|{_ACCOUNT}) {_WAS} (?P<cue>(?:(?:{_TOLD}) by|first (?:{_TOLD}|published) (?:by|in)))"
        rf" {_WHO}{_END}",
        rf"{_ACCOUNT} {_WAS} (?P<cue>published by) {_WHO}{_END}",
        rf"so (?P<cue>says?|said|reports|reported|writes|wrote) {_WHO}{_END}",
        rf"(?:the )?(?P<who>[A-Z][^,;:()“”\"\n]{{1,60}}?) (?:was|were) (?:the )?(?P<cue>first to report)"
        rf" (?:{_THIS}|the (?:news|story))\b",
    )
)


def said_before(doc: Doc, taken: Iterable[Span]) -> Iterator[tuple[Draft, Span]]:
    """Yield an attribution for each sentence that only says whose the one before is, with that sentence's place.

    ``taken`` are the contents that are attributed already: what one of them touches is left to it.
    """
    held, text = list(taken), doc.text  # spaCy joins it anew at every look
    for (_, said), (sentence, place) in pairwise(whole_sentences(doc)):
        if not any(span.overlaps(said) for span in held) and (frame := _frame(text, sentence, place, said)) is not None:
            yield Draft(frame, WEIGHT), place


def whole_sentences(doc: Doc) -> Iterator[tuple[Phrase, Span]]:
    """Yield the sentences that have words, each with its place without white space at its ends."""
    for sentence in doc.sents:
        text = sentence.text
        if text.strip():
            start = sentence.start_char + len(text) - len(text.lstrip())
            yield sentence, Span(start, sentence.start_char + len(text.rstrip()))


def is_said_of_before(sentence: str) -> bool:
    """Tell whether a sentence only says whose the one before is."""
    return any(pattern.match(sentence) for pattern in _PATTERNS)


def _frame(text: str, sentence: Phrase, place: Span, said: Span) -> Frame | None:
    for pattern in _PATTERNS:
        match = pattern.match(text, place.start, place.end)
        if match is not None:
            cue, source = Span(*match.span("cue")), Span(*match.span("who"))
            verb = _verb(sentence, cue)
            key = "according to" if verb.lower_ == "according" else verb.lemma_.lower()
            return Frame("after", key, verb.i, cue, source, (said,))
    return None


def _verb(sentence: Phrase, cue: Span) -> Token:
    words = [token for token in sentence if cue.start <= token.idx < cue.end]
    telling: Token = next((token for token in words if token.lower_ == "according" or token.pos_ == "VERB"), words[0])
    return telling
