"""Who denies the sentence before: "The company denied it.", "“That is not true,” said the mayor."

Such a sentence has nothing in it that a claim could be made of: what is denied stands in the sentence before, or before
a semicolon in the same one. It is denied only where that sentence says one thing; of two, nobody can tell which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.afterwards import WEIGHT, whole_sentences
from claims.frames import Frame
from claims.records import Span
from claims.rules import Draft

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SAYING = r"claims?|reports?|allegations?|accusations?|story|stories|account|rumou?rs?|assertions?|suggestions?|version"
_IT = rf"(?P<what>it|this|that|(?:the|that|this|those|these|such|both|all the) (?:[a-z-]+['’]s )?(?:{_SAYING}))"
_BY_NOBODY = r"(?!(?:if|when|whether|unless|had|nobody|no|none|neither|nor|who|what|why|how|did|does|do)\b)"
_OPENING = (
    r"(?:(?:but|and|yet|however|today|yesterday|meanwhile|later|already|(?:late |early )?on \w+day(?: \w+)?),? )?"
)
_OPEN = r"(?! (?:not|never|to|would|could|may|might|cannot|neither|nor)\b)"
_WHO = rf"{_OPENING}{_BY_NOBODY}(?:both )?(?P<who>(?:{_OPEN}[^;:“”\"\n]){{2,90}}?),?"
_SAID = r"(?:\w+ly )?(?P<cue>sa(?:id|ys)|insist(?:s|ed)) (?:that )?"
_CALLED = r"(?:ha(?:s|ve|d) )?(?P<cue>call(?:s|ed)|describe[sd]|brand(?:s|ed))"
_SURELY = r"(?:\w+ly )?"
_WORDS = (
    r"(?:simply |just |completely |totally |plainly |utterly |entirely |all |absolutely |categorically |of course )?"
)
_UNTRUE = (
    rf"{_WORDS}(?:not true|untrue|false|not so|not the case|incorrect|nonsense|rubbish|baseless|unfounded|invented"
    r"|fabricated|made up|fiction|fake|(?:an? )?(?:(?:\w+ )?(?:lies?|fabrication|invention|hoax)))"
)
_END = (
    r"(?=$|[.,;—–]| (?:on|in|at|to|as|when|and|but|through|yesterday|today|last|late|early|again|outright|too"
    r"|(?:categorically|flatly|firmly|strongly|vehemently))\b)"
)
_DENIED = (
    rf"(?:ha(?:s|ve|d) )?{_SURELY}(?P<cue>denie[sd]|deny|reject(?:s|ed)|dismisse[sd]|dispute[sd]|refute[sd]"
    r"|contradict(?:s|ed))"
)
_CLAUSES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_WHO} {_DENIED} {_IT}{_END}",
        rf"{_WHO} {_CALLED} {_IT} (?:as )?[“\"]?{_UNTRUE}[”\"]?{_END}",
        rf"{_WHO} {_SAID}{_IT} (?:is|was|were) {_UNTRUE}{_END}",
        rf"{_WHO} {_SAID}(?P<what>no such \w+)(?: \w+)? (?:had|has|have|was|were|is|are|exist(?:s|ed)?|would)\b",
        rf"{_IT} (?:was|is|were|has been|have been) {_SURELY}(?P<cue>denied|rejected|dismissed|disputed) by "
        rf"(?P<who>[^,;:“”\"\n]{{2,60}}?)(?=[.,;]| (?:on|in|who|yesterday)\b)",
    )
)
_QUOTED = re.compile(
    rf"[“\"](?:(?:no|but|well),? )?(?:(?:that|this|it)(?:['’]s| is| was) {_UNTRUE}"
    rf"|{_WORDS}(?:not true|untrue|nonsense|rubbish|lies|fake news)"
    r"|there (?:is|was) (?:no|not a word of|not any|absolutely no) truth (?:in|to) (?:it|this|that|the \w+))"
    r"[.,!]?[”\"](?=,? )",
    re.IGNORECASE,
)
"""A quotation that says no more than that something is not so."""
_ON = re.compile(r"[,;—–]| (?:and|but) ")
_GOES_ON = re.compile(r"[^.;“”\"]*?, (?:that|which) ")
"""What follows where the thing denied is told only then: "denies the claim, made in the Herald, that he met them"."""
_NEXT = re.compile(r"(?:;|, but|, though|, which) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Denial:
    """A clause that says that what stands before it is not so, by place.

    ``first``: it opens its sentence, so that what it denies stands in the one before. ``named``: it calls that "the
    report" or the like, and no mere "it". ``cue`` and ``who`` are ``None`` for a quotation, whose frame is read as that
    of any other.
    """

    span: Span
    what: Span
    first: bool
    cue: Span | None = None
    who: Span | None = None
    named: bool = False


def find_denial(text: str, place: Span) -> Denial | None:
    """Return the clause of the sentence at ``place`` of ``text`` that denies what stands before it."""
    quoted = _QUOTED.match(text, place.start, place.end)
    if quoted is not None:
        return Denial(place, Span(*quoted.span()), True)
    starts = [place.start, *(found.end() for found in _NEXT.finditer(text, place.start, place.end))]
    for start in starts:
        for pattern in _CLAUSES:
            match = pattern.match(text, start, place.end)
            if match is not None and not _GOES_ON.match(text, match.end(), place.end):
                what, cue, who = (Span(*match.span(part)) for part in ("what", "cue", "who"))
                on = _ON.search(text, match.end(), place.end)
                end = place.end if on is None else on.start()
                named = " " in what.of(text)
                return Denial(Span(start, end), what, start == place.start, cue, who, named)
    return None


def denied_before(doc: Doc, taken: Iterable[Span]) -> Iterator[tuple[Draft, Span]]:
    """Yield an attribution for each clause that only denies what stands before it, with the clause's place.

    ``taken`` are the contents that are attributed already: a clause in somebody's words is theirs.
    """
    held, text = list(taken), doc.text
    for sentence, place in whole_sentences(doc):
        denial = find_denial(text, place)
        if denial is None or denial.cue is None or denial.who is None:
            continue
        if any(span.overlaps(denial.cue) or span.overlaps(denial.who) for span in held):
            continue
        verb = next(token for token in sentence if token.idx + len(token) >= denial.cue.end)
        yield Draft(Frame("denial", "deny", verb.i, denial.cue, denial.who, (denial.what,)), WEIGHT), denial.span
