"""What an article says beside a quotation: what the quotation left out, or that it is a translation.

"On condition that the crew is paid, she said, 'we will sign'" loses nothing of "we will sign if the crew is paid".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from claims.records import Drift, Span
from index.days import days
from provenance.drift import CONDITIONS, DOUBTS, HEDGES, NEGATIONS
from provenance.quoted import marked
from provenance.ways import paragraph, sentence
from provenance.wording import find_words
from provenance.words import Word, keys, words

HIDEABLE = frozenset((Drift.NEGATION, Drift.CONDITION, Drift.OPERATOR, Drift.TURNED))
"""What a cut may take from a quotation and the sentence around it may tell."""

NEAR = 300
"""Code points around a quotation in which an article says whose it is and that it was translated."""

_LANGUAGES = """
    Afrikaans Albanian Amharic Arabic Armenian Azerbaijani Basque Belarusian Bengali Bosnian Bulgarian Burmese Cantonese
    Catalan Chechen Chinese Croatian Czech Danish Dari Dutch Estonian Farsi Finnish Flemish French Galician Georgian
    German Greek Gujarati Hausa Hebrew Hindi Hungarian Icelandic Igbo Indonesian Irish Italian Japanese Kazakh Khmer
    Korean Kurdish Kyrgyz Lao Latvian Lithuanian Macedonian Malay Maltese Mandarin Marathi Mongolian Nepali Norwegian
    Pashto Persian Polish Portuguese Punjabi Quechua Romanian Russian Serbian Sinhala Slovak Slovenian Somali Spanish
    Swahili Swedish Tagalog Tajik Tamil Telugu Thai Tibetan Tigrinya Turkish Turkmen Ukrainian Urdu Uyghur Uzbek
    Vietnamese Welsh Yiddish Yoruba Zulu
"""
_TRANSLATED = re.compile(
    r"(?i:\b(?:in|from) (?:a |an |the )?(?:\w+ )?translations?\b|\btranslated\b"
    r"|\b(?:through|via|by) (?:an?|his|her|their|the) (?:\w+ )?(?:interpreter|translator)\b"
    r"|\bin (?:his|her|their) (?:native|mother) (?:tongue|language)\b)"
    rf"|\b(?:[Ii]n|[Ff]rom(?: the)?(?: original)?) (?:{'|'.join(_LANGUAGES.split())})\b(?! [A-Za-z]+(?:ish|ese)\b)"
)
_STEM = 4  # letters that inflection leaves of a word
_TOLD_SHARE = 0.5
"""Share of the telling words that were cut which another sentence with a condition has, if it tells what was cut."""
_SENTENCE = re.compile(r"[^.!?\n]+")
_CONDITION_TOLD = re.compile(
    rf"\b(?:{'|'.join(CONDITIONS)}|only|conditions?|conditional(?:ly)?|as long as|so long as|subject to"
    r"|depend(?:s|ed|ing|ent)?|pending|without|apart from|aside from|other than|save for|barring|exceptions?"
    r"|excluding|limited|but not|not before|proviso|caveat)\b",
    re.IGNORECASE,
)
_WAITING = re.compile(
    r"\b(?:once|when|after|waits?|waiting|still|yet|for (?:now|the (?:present|moment)))\b", re.IGNORECASE
)
_HEDGE_TOLD = re.compile(
    r"\b(?:thinks?|thought|believes?|believed|guess(?:es|ed|ing)?|suppos\w+|assum\w+|suspects?|suspected|suspicion"
    r"|reckon\w*|imagin\w+|gathers|gathered|hearsay|understands?|understood|was told|been told|unsure|uncertain\w*"
    r"|possib\w+|likely|likelihood|appear(?:s|ed)|seem(?:s|ed)|perhaps|probabl\w+|may|might|could|as far as|knowledge"
    r"|impression|rumou?r\w*|nearly|almost|at least|at most|up to|more than|fewer than|less than|estimat\w+|apparently"
    r"|speculat\w+|memory|hunch|(?:about|around|roughly|some)(?= [\"“‘]))\b",
    re.IGNORECASE,
)


def told_beside(text: str, quoted: Sequence[Span], drift: Collection[Drift], removed: Iterable[str]) -> bool:
    """Tell whether ``text`` says in other words, or quotes elsewhere, the ``removed`` words that a quotation left out.

    ``quoted`` are the stretches of the quotation, ``drift`` is what was lost with the words.
    """
    removed = list(removed)
    before, beside = _sentences(text, quoted)
    if {Drift.CONDITION, Drift.TURNED} & set(drift) and _CONDITION_TOLD.search(beside):
        return True
    if {Drift.OPERATOR, Drift.TURNED} & set(drift) and _HEDGE_TOLD.search(before + beside):
        return True
    if Drift.NEGATION in drift and (NEGATIONS | DOUBTS) & keys(beside):
        return True
    every = _every(text)
    if any(find_words(words(piece), every) is not None for piece in removed):
        return True
    lost = {stem for piece in removed for stem in _stems(piece)}
    own, least = _hull(text, quoted), max(2, _TOLD_SHARE * len(lost))
    near = paragraph(text, own)  # elsewhere, like words may be of another thing
    return any(
        len(lost & stems) >= least
        for place, stems in _turning(text)
        if near.overlaps(place) and not own.overlaps(place)
    )


@lru_cache(maxsize=64)
def _turning(text: str) -> tuple[tuple[Span, frozenset[str]], ...]:
    """Return where a text's own sentences with a condition, a negation or a doubt stand, and their telling words."""
    inside = sorted(marked(text, 0, len(text)))
    starts = [span.start for span in inside]
    found = []
    for match in _SENTENCE.finditer(text):
        before = bisect_right(starts, match.start())
        if before and inside[before - 1].end >= match.end():
            continue
        told = match[0]
        if _CONDITION_TOLD.search(told) or _WAITING.search(told) or (NEGATIONS | DOUBTS | HEDGES) & keys(told):
            found.append((Span(*match.span()), frozenset(_stems(told))))
    return tuple(found)


@lru_cache(maxsize=64)
def _every(text: str) -> tuple[Word, ...]:
    return tuple(words(text))


def said_on(text: str, quoted: Sequence[Span]) -> frozenset[int]:
    """Return the weekdays (0 is Monday) that an article names beside a quotation: in its sentence or, where there is
    none, in the one before. What is said to be by, until or since a day is not said on it."""
    for beside in reversed(_sentences(text, quoted)):
        plain = _without(beside, Span(0, len(beside)), list(marked(beside, 0, len(beside))))
        found = {day.weekday for day in days(plain) if day.weekday is not None and not (day.bound or day.lead)}
        if found:
            return frozenset(found)
    return frozenset()


def other_occasion(one: frozenset[int], other: frozenset[int]) -> bool:
    """Tell whether two quotations were said on different days, as both articles have it."""
    return bool(one) and bool(other) and one.isdisjoint(other)


def _sentences(text: str, quoted: Sequence[Span]) -> tuple[str, str]:
    """Return the sentence before a quotation's, and what its own says beside it: in cues that break it, too."""
    own = _hull(text, quoted)
    last = Span(max(0, own.start - 2), max(0, own.start - 1))
    before = text[sentence(text, last).start : own.start]
    return before, _without(text, own, quoted)


def _hull(text: str, quoted: Sequence[Span]) -> Span:
    return sentence(text, Span(quoted[0].start, quoted[-1].end))


def _without(text: str, place: Span, quoted: Sequence[Span]) -> str:
    """Return the text at ``place`` less what is quoted there."""
    ends = [place.start, *(span.end for span in quoted)]
    starts = [*(span.start for span in quoted), place.end]
    return " ".join(text[end:start] for end, start in zip(ends, starts, strict=True))


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in keys(text) if len(word) >= _STEM}


def around(text: str, quoted: Sequence[Span]) -> str:
    """Return the text near a quotation, itself left out."""
    place = Span(max(0, quoted[0].start - NEAR), min(len(text), quoted[-1].end + NEAR))
    return _without(text, place, quoted)


def is_translated(beside: str) -> bool:
    """Tell whether the text beside a quotation says that it is a translation."""
    return _TRANSLATED.search(beside) is not None
