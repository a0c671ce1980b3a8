"""Set phrases that attribute a whole sentence: "Per the Herald, ...", "The Voice has it that ...", "..., it was first
reported in yesterday's Courier." No verb of saying has its speaker for a subject there, so neither grammar nor tagger
sees one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claims.afterwards import WEIGHT, whole_sentences
from claims.frames import Frame
from claims.records import Span
from claims.rules import Draft

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Phrase

_WHO = r"(?:(?:[Tt]he|an?) (?:[a-z][\w-]* ){0,4})?(?P<who>[A-Z][^,;:()“”\"\n]{1,60}?)"
_NOBODY = r"(?!(?:Rumou?r|Legend|Word|Tradition|Gossip|Lore)\b)"
_OPENING = r"(?:[A-Z][\w ]{1,30}: |(?:But|And|Now|Meanwhile),? )?"
_SAID = r"(?P<said>[^“”\"]{15,}?)"
_END = r"(?:,? citing [^“”\"]+)?[.!]?$"
_TOLD = r"(?:first )?(?:reported|revealed|disclosed)"
_ITS_REPORT = r"(?:report|account|story|reporting)"
_WAS = r"(?:was|is|were|has been|have been)"
_SOME = r"(?:an?|one|two|three|several|some)"
_DAY = r"(?:yesterday|today|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)['’]s"
_WHEN = r"(?: (?:on|this|last|earlier|late|yesterday|today)\b[^,;]*)?"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<cue>(?:As p|P)er) {_WHO}(?:, (?:who|which) [^,]+)?, {_SAID}{_END}",
        rf"{_SAID}, (?P<cue>(?:as )?per) {_WHO}(?:, [^,]+)?[.]?$",
        rf"{_SAID}, (?P<cue>per) (?P<who>{_SOME} [a-z][^,;:]{{3,60}}?)(?: who [^,;:]*)?[.]?$",
        rf"{_OPENING}{_NOBODY}{_WHO} (?P<cue>(?:has|had) it) that {_SAID}{_END}",
        rf"The (?:word|talk|buzz) (?:over |out )?(?:at|from) {_WHO} (?P<cue>is) that {_SAID}{_END}",
        rf"{_SAID}, it (?:was|has been) (?P<cue>{_TOLD} by) {_WHO}{_WHEN}[.]?$",
        rf"{_SAID}, it (?:was|has been) (?P<cue>{_TOLD} in) (?:{_DAY} )?{_WHO}{_WHEN}[.]?$",
        rf"{_SAID}, {_WHO} {_WAS} (?P<cue>quoted as saying)(?: (?:by|in) (?:the )?[A-Z][^,;]*)?{_WHEN}[.]?$",
        rf"{_SAID}, as (?:was )?(?P<cue>{_TOLD} by) {_WHO}{_WHEN}[.]?$",
        rf"{_SAID}, as {_WHO} (?P<cue>(?:has |had )?(?:{_TOLD}|written|wrote|told|said|learn(?:ed|t))){_WHEN}[.]?$",
        rf"{_SAID}, if {_WHO}(?:['’]s? {_ITS_REPORT})? (?P<cue>is) (?:right|correct|to be believed)[.]?$",
        rf"{_SAID}, (?P<cue>via) {_WHO}[.]?$",
        rf"As {_WHO} (?P<cue>was the first to report), {_SAID}{_END}",
        rf"(?P<cue>According to) {_WHO}, {_SAID}{_END}",
        rf"{_SAID}, (?P<who>(?:{_SOME}|the) [^,“”\"]{{3,60}}?) (?P<cue>shows?|found|says?|states?) (?:which|that) "
        r"(?:(?:is|was|has been|had been|will be) [^,“”\"]*"
        r"|(?:the |this )?(?:[A-Z]?\w+ ){1,3}(?:has|have) (?:seen|obtained|read|examined))[.]?$",
        rf"{_SAID}, (?P<cue>going by) what {_WHO} (?:has|have) (?:reported|published|printed|written|said)[.]?$",
        rf"(?P<cue>[Oo]n the strength of) (?:an? |the )?(?:story|report|article) in {_WHO}, {_SAID}{_END}",
        r"(?P<who>[A-Z][^“”\";:]{2,80}?)(?<! which)(?<! who)(?<! that) (?:has |have |had )?(?P<cue>puts?) "
        r"(?P<said>the (?:\w+ )?(?:number|total|toll|costs?|damage|loss|losses|bill|figure|price)\b"
        r"[^“”\"]*? at [^“”\"]*?\d[^“”\"]*?)[.]?$",
    )
)
_WHERE_OR_WHEN = frozenset({"GPE", "LOC", "DATE", "TIME"})
"""Kinds of names (OntoNotes) that something is reported in without being reported by them."""


def set_phrases(doc: Doc, taken: Iterable[Span]) -> Iterator[tuple[Draft, Span]]:
    """Yield an attribution for each sentence that a set phrase attributes, with the place of the phrase.

    ``taken`` are contents that are attributed already: what one of them cuts across is left to it.
    """
    text, held = doc.text, list(taken)
    for sentence, place in whole_sentences(doc):
        for pattern in _PATTERNS:
            match = pattern.match(text, place.start, place.end)
            where = match is not None and (match["cue"] == "via" or match["cue"].endswith(" in"))
            if match is None or (where and _is_where_or_when(sentence, match.start("who"))):
                continue
            said, cue, who = (Span(*match.span(part)) for part in ("said", "cue", "who"))
            if any(span.overlaps(said) and not said.holds(span) and not span.holds(said) for span in held):
                continue
            if match["cue"] == "According to" and not _is_cut_short(text, said, held):
                continue
            verb = next(token for token in sentence if token.idx + len(token) >= cue.end)
            key = "according to" if match["cue"].lower() in {"per", "as per", "according to", "going by"} else "report"
            before = cue.start < said.start
            phrase = Span(place.start, said.start) if before else Span(said.end, place.end)
            yield Draft(Frame("set phrase", key, verb.i, cue, who, (said,)), WEIGHT), phrase
            break


def _is_cut_short(text: str, said: Span, held: Iterable[Span]) -> bool:
    """Tell whether a content begins in the midst of what is said: its subject was taken for one more who says it, as in
    "According to the Herald, Arn and Velling have agreed ..."."""
    inside = [span.start for span in held if said.holds(span)]
    return bool(inside) and text[: min(inside)].rstrip()[-1] != "," and min(inside) - said.start > 1


def _is_where_or_when(sentence: Phrase, start: int) -> bool:
    return any(token.ent_type_ in _WHERE_OR_WHEN for token in sentence if token.idx == start)
