"""Is what a quotation left out told beside it? "On condition that the crew is paid, she said, 'we will sign'" loses
nothing of "we will sign if the crew is paid"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from claims.records import Drift, Span
from provenance.drift import CONDITIONS, DOUBTS, HEDGES, NEGATIONS
from provenance.quoted import marked
from provenance.ways import sentence
from provenance.wording import find_words
from provenance.words import keys, words

HIDEABLE = frozenset((Drift.NEGATION, Drift.CONDITION, Drift.OPERATOR))
"""What a cut may take from a quotation and the sentence around it may tell."""

_STEM = 4  # letters that inflection leaves of a word
_TOLD_SHARE = 0.5
"""Share of the telling words that were cut which another sentence with a condition has, if it tells what was cut."""
_SENTENCE = re.compile(r"[^.!?\n]+")
_CONDITION_TOLD = re.compile(
    rf"\b(?:{'|'.join(CONDITIONS)}|only|conditions?|conditional(?:ly)?|as long as|so long as|subject to"
    r"|depend(?:s|ed|ing|ent)?|once|pending|without|apart from|aside from|other than|save for|barring|exceptions?"
    r"|excluding|limited|but not|not before|when|after|waits?|waiting|proviso|caveat)\b",
    re.IGNORECASE,
)
_HEDGE_TOLD = re.compile(
    r"\b(?:think|thinks|thought|believes?|believed|guess(?:es|ed|ing)?|suppos\w+|assum\w+|suspect\w*|reckon\w*"
    r"|imagin\w+|gather\w*|hears?|heard|hearsay|understands?|understood|expect\w*|hop(?:es|ed|ing)|fear\w*|told|unsure"
    r"|uncertain\w*|possib\w+|likely|likelihood|appear\w*|seem\w*|perhaps|probabl\w+|may|might|could|as far as"
    r"|knowledge|impression|opinion|view|rumou?r\w*|nearly|almost|about|around|roughly|at least|at most|up to|more than"
    r"|fewer than|less than|estimat\w+|apparently|speculat\w+|recall\w*|memory|feeling|hunch|bet)\b",
    re.IGNORECASE,
)


def told_beside(text: str, quoted: Span, drift: Collection[Drift], removed: Iterable[str]) -> bool:
    """Tell whether ``text`` says in other words, or quotes elsewhere, the ``removed`` words that ``quoted`` left out.

    ``drift`` is what was lost with them.
    """
    removed = list(removed)
    around = sentence(text, quoted)
    beside = f"{text[around.start : quoted.start]} {text[quoted.end : around.end]}"
    if Drift.CONDITION in drift and _CONDITION_TOLD.search(beside):
        return True
    if Drift.OPERATOR in drift and _HEDGE_TOLD.search(beside):
        return True
    if Drift.NEGATION in drift and (NEGATIONS | DOUBTS) & keys(beside):
        return True
    every = words(text)
    if any(find_words(words(piece), every) is not None for piece in removed):
        return True
    lost = {stem for piece in removed for stem in _stems(piece)}
    if len(lost) < 2:
        return False
    inside = list(marked(text, 0, len(text)))
    for match in _SENTENCE.finditer(text):
        told = match[0]
        if any(span.holds(Span(*match.span())) for span in inside):
            continue
        turns = _CONDITION_TOLD.search(told) or (NEGATIONS | DOUBTS | HEDGES) & keys(told)
        if turns and len(lost & _stems(told)) >= max(2, _TOLD_SHARE * len(lost)):
            return True
    return False


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in keys(text) if len(word) >= _STEM}
