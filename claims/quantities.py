"""Numbers in a sentence: how many of what.

Years, dates, ordinals, clock times, scores and numbers that belong to a name (``Flight 12``) are no quantities. A range
is two quantities. Vague plurals ("dozens", "millions") have no value and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.records import Quantity, Span
from claims.units import AMOUNT, CURRENCY, SCALE, SHARES, amount, currency, scale_of, unit_at

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

_NUMBER = re.compile(
    rf"(?P<sign>(?-i:{CURRENCY}))?(?<![\w.,/:#№'’])(?<![A-Za-z][-–])(?:{AMOUNT})"
    rf"(?P<and_half>\s+and\s+a\s+half\b(?:\s+(?P<half_of>{SCALE})\b)?)?",
    re.VERBOSE | re.IGNORECASE,
)
_SHARE = re.compile(
    rf"(?<![\w-])(?:(?P<times>an?|one|two|three|four)[\s-])?(?P<part>{'|'.join(SHARES)})s?(?=\s(?:of|the|its|their|his|her|all)\b)",
    re.IGNORECASE,
)
_TIMES = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_NO_SHARE = re.compile(
    r"\b(?:first|second|last|latter|other|better|former|the|this|that|each|every|no)[\s-]$", re.IGNORECASE
)
_APPROXIMATE = re.compile(
    r"(?:\b(?:about|around|approximately|approx\.?|roughly|nearly|almost|some|over|under|above|below|virtually|circa"
    r"|(?:more|less|fewer|greater|higher|lower) than|at least|at most|up to|as (?:many|much|few|little) as|close to"
    r"|exceed(?:s|ed|ing)?|upwards? of|estimated|north of|(?:maximum|minimum) of)|[~≈<>≥≤])[\s-]*(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
_APPROXIMATE_AFTER = re.compile(r"\+|-odd\b|\s+or (?:so|more|less|fewer|thereabouts)\b", re.IGNORECASE)
_NO_COUNT_AFTER = re.compile(r"[,.:/]\d|\s?(?:[ap]\.?\s?m\b|o['’]clock\b|(?-i:[GEPCM][SD]?T)\b)", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:[-–—]|\bto\b|\bor\b|\band\b)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_AGE = re.compile(r"\b(?:aged?|ages)\s+(?:of\s+|between\s+)?(?:\d+\s*(?:-|–|to|and|or)\s*)?$", re.IGNORECASE)
_OLDEST = 120
_LABELS = frozenset(
    {"no", "nos", "number", "flight", "article", "section", "chapter", "page", "room", "route", "rule", "channel"}
    | {"phase", "level", "grade", "version", "volume", "part", "type", "act", "gate", "line", "platform", "highway"}
)
_EMERGENCY = frozenset({"911", "999", "112"})
_NAMES = frozenset({"PERSON", "ORG", "PRODUCT", "FAC", "LAW", "WORK_OF_ART", "EVENT"})
_FEW_TOKENS = 4  # a counted noun farther off is not marked with its number


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in a sentence: its own place, where its unit ends, and what it says."""

    start: int
    number_end: int
    end: int
    value: float
    unit: str | None


def find_quantities(sentence: Sentence, taken: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """Return the quantities of one parsed ``sentence``, in the order of the text.

    Units: ``%`` ("half of" is 50 %), ISO 4217 codes, ``km``, ``m``, ``kg``, ``miles``, ``feet``, ``pounds`` and the
    like, ``years old``, else the lemma of the counted noun (``people`` for persons), ``None`` where nothing is counted.
    The marked text runs from the currency sign or number to the end of the unit. ``taken`` are places of the article
    that are something else, such as dates.
    """
    text, offset = sentence.text, sentence.start_char
    if not re.search(r"\d|[a-z]{3}", text, re.IGNORECASE):
        return ()
    blocked = [(place.start - offset, place.end - offset) for place in taken]
    numbers = sorted(
        (
            number
            for number in (*_shares(text), *_numbers(text, sentence))
            if not any(number.start < end and start < number.number_end for start, end in blocked)
        ),
        key=lambda number: number.start,
    )
    found: list[Quantity] = []
    last: _Number | None = None
    for number in _share_units(_without_overlaps(numbers), text):
        rounded = bool(_APPROXIMATE.search(text[: number.start]) or _APPROXIMATE_AFTER.match(text, number.number_end))
        if last is not None and found[-1].approximate and _JOINED.fullmatch(text[last.number_end : number.start]):
            rounded = True  # "some 3,000 to 4,000": both ends are
        start, end = offset + number.start, offset + number.end
        found.append(Quantity(start, end, text[number.start : number.end], number.value, number.unit, rounded))
        last = number
    return tuple(found)


def _shares(text: str) -> Iterator[_Number]:
    for match in _SHARE.finditer(text):
        times, part = (match["times"] or "").lower(), match["part"].lower()
        if _NO_SHARE.search(text[: match.start()]) or (not times and part != "half"):
            continue
        yield _Number(match.start(), match.end(), match.end(), round(_TIMES.get(times, 1) * SHARES[part], 2), "%")


def _numbers(text: str, sentence: Sentence) -> Iterator[_Number]:
    for match in _NUMBER.finditer(text):
        value = _value(match)
        end = match.end()
        if value is None or _NO_COUNT_AFTER.match(text, end):
            continue
        if match["sign"]:
            yield _Number(match.start(), end, end, value, currency(match["sign"]))
            continue
        named = None if match["letter"] else unit_at(text, end)
        if named is not None:
            if (match["words"] or "").lower() != "one" or named[1] != "day":  # "one day" counts nothing
                yield _Number(match.start(), end, named[0], value, named[1])
        elif match["letter"] or text[end : end + 1].isalpha() or (match["half"] and not match["of"]):
            continue  # "5m" may be metres or millions
        elif match["digits"] and value <= _OLDEST and _AGE.search(text[: match.start()]):
            yield _Number(match.start(), end, end, value, "years old")
        else:
            counted = _counted(match, value, sentence)
            if counted is not None:
                yield counted


def _value(match: re.Match[str]) -> float | None:
    value = amount(match.groupdict())
    if value is None or not match["and_half"]:
        return value
    if match["half_of"]:  # one and a half million
        return (value + 0.5) * (scale_of(match["half_of"]) or 1.0)
    return value + 0.5 * (scale_of(match.group()[: match.start("and_half") - match.start()]) or 1.0)


def _counted(match: re.Match[str], value: float, sentence: Sentence) -> _Number | None:
    """Return the number with the noun that it counts; ``None`` for years, names and "one of them"."""
    offset = sentence.start_char
    token = _token_at(sentence, offset + match.end() - 1)
    first = _token_at(sentence, offset + match.start())
    if token is None or first is None:
        return None
    before = sentence.doc[first.i - 1] if first.i > sentence.start else None
    noun = _noun_of(token)
    digits = match["digits"] is not None
    year = digits and not match["scale"] and _YEAR.fullmatch(match["digits"])
    if match["digits"] in _EMERGENCY and noun is not None and noun.lemma_ in ("call", "operator", "emergency"):
        return None
    if year and not (value % 50 == 0 and noun is not None and noun.tag_ == "NNS"):
        return None
    if before is not None and before.lower_.rstrip(".") in _LABELS:
        return None
    if noun is None or noun.tag_ != "NNS":
        if digits and before is not None and before.pos_ == "PROPN" and before.whitespace_:
            return None
        if token.ent_type_ in _NAMES or (not digits and token.pos_ == "PROPN"):
            return None
    if not digits and noun is None and before is not None and before.pos_ in ("DET", "PRON"):
        return None
    if not digits and value <= 1:
        return None  # "one source", "one of the largest", "zero idea": said for effect, not counted
    start, end = match.start(), match.end()
    if noun is None:
        return _Number(start, end, end, value, None)
    near = 0 < noun.i - token.i <= _FEW_TOKENS
    noun_end = noun.idx + len(noun) - offset
    return _Number(start, end, noun_end if near else end, value, _noun_name(noun))


def _token_at(sentence: Sentence, place: int) -> Token | None:
    return next((token for token in sentence if token.idx <= place < token.idx + len(token)), None)


def _noun_of(token: Token) -> Token | None:
    """Return the noun that a number counts: "70 Chinese exporters", "three of the banks", "16 times"."""
    if token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "times":
        return token.nbor(1)
    while token.head != token and token.dep_ in ("compound", "quantmod", "nummod") and token.head.pos_ == "NUM":
        token = token.head
    head = token.head
    if token.dep_ in ("nummod", "amod", "quantmod", "compound") and head.pos_ in ("NOUN", "PROPN") and head.i > token.i:
        return None if any(inner.is_punct and inner.text != "-" for inner in token.doc[token.i + 1 : head.i]) else head
    if token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "NNS":
        return token.nbor(1)  # where the parser went another way
    for child in token.children:
        if child.lower_ == "of" and child.i > token.i:
            return next((noun for noun in child.children if noun.dep_ == "pobj" and noun.pos_ == "NOUN"), None)
    return None


def _noun_name(noun: Token) -> str:
    name: str = (noun.lemma_ or noun.text).lower()
    return "people" if name in ("people", "person") else name


def _without_overlaps(numbers: Sequence[_Number]) -> list[_Number]:
    kept: list[_Number] = []
    for number in numbers:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
        elif number.start >= kept[-1].number_end:
            kept[-1] = replace(kept[-1], end=kept[-1].number_end)
            kept.append(number)
    return kept


def _share_units(numbers: Sequence[_Number], text: str) -> list[_Number]:
    """Let the numbers of a range ("3-4 million euros") share unit and scale; drop scores ("3-1")."""
    shared = list(numbers)
    dropped: set[int] = set()
    for i, right in enumerate(numbers[1:]):
        left = shared[i]
        between = text[left.number_end : right.start]
        if not _JOINED.fullmatch(between) or (
            between.strip().lower() == "and" and not _BETWEEN.search(text[: left.start])
        ):
            continue
        signed = not text[left.start].isalnum()
        if left.unit is None and right.unit is None and between.strip() in "-–":
            dropped |= {i, i + 1}
            continue
        scale = scale_of(text[right.start : right.number_end])
        own = scale_of(text[left.start : left.number_end])
        value = left.value * scale if scale and not own and left.value < right.value / scale else left.value
        unit = left.unit if signed else right.unit
        shared[i] = replace(left, value=value, unit=unit, end=left.number_end)
        if signed and right.unit is None:
            shared[i + 1] = replace(right, unit=unit)
    return [number for i, number in enumerate(shared) if i not in dropped]
