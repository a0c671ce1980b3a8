"""A statement said by itself: without "X said that", and with its pronoun replaced where that is sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.records import Kind, SourceType, Span
from claims.statements import Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Sentence

_QUOTES = "\"“”„‟«»‹›”'‘’‚`´"
_DOUBLE = '"“”„‟«»'
_THAT = re.compile(rf"^that\s+(?=[\w{_QUOTES}$€£(\[])")
_DATELINE = re.compile(
    r"^[A-Z][A-Z.'’-]{2,}(?:,? [A-Z][A-Za-z.'’-]*)*(?:,? \d{1,2})?"  # LISBON, Portugal, May 3
    r"\s*(?:\([A-Z][A-Za-z ]*\)\s*)?[—–-]{1,2}\s+(?=[A-Z\"“])"  # (AP) --
)
_OF_WEATHER = frozenset({"be", "seem", "appear", "take", "look", "happen", "turn", "rain", "snow", "matter", "become"})
_HE = frozenset({"he", "she"})
_TITLES = re.compile(r"^(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Sir|President|Minister)\.?\s+)+")


def standalone(text: str, statement: Statement, people: People) -> str:
    """Return what ``statement`` says without its attributing frame, on one line.

    Capitals stay as they are. The marks of a quotation that is the whole content go; marks around a part stay. "He" or
    "she" as its subject becomes a name only where ``people`` is sure; "I" stays.
    """
    said = " ".join(_bare(_with_marks(text, part)) for part in statement.said)
    if statement.attribution is not None:
        said = _unquoted(_THAT.sub("", said), statement.attribution.kind)
    said = _DATELINE.sub("", " ".join(said.split()))
    name = people.subject_of(statement) or _speaking_for_itself(statement)
    if name is not None:
        said = re.sub(r"^(\W*)\w+", lambda match: match[1] + name, said, count=1)
    return said


def _with_marks(text: str, part: Span) -> str:
    """Return the words of ``part`` with the closing (or opening) mark just outside that pairs with one inside."""
    if part.of(text).count("(") > part.of(text).count(")") and text[part.end : part.end + 1] == ")":
        part = Span(part.start, part.end + 1)
    inside = [mark for mark in part.of(text) if mark in _DOUBLE]
    if len(inside) % 2 == 0:
        return part.of(text)
    after = re.compile(rf"[.,!?…]?[{_DOUBLE}]").match(text, part.end)
    if after is not None:
        return text[part.start : after.end()]
    if text[part.start - 1 : part.start] in tuple(_DOUBLE):
        return text[part.start - 1 : part.end]
    if len(inside) == 1:
        return part.of(text).replace(inside[0], "")
    return part.of(text)


def _bare(part: str) -> str:
    part = part.strip()
    match = re.fullmatch(rf"(.*?)[,;:\s]*([{_QUOTES}]*)[,;:\s]*", part, re.DOTALL)
    return part if match is None else match[1] + match[2]


def _unquoted(said: str, kind: Kind) -> str:
    if kind is Kind.DIRECT:
        return re.sub(rf"[{_DOUBLE}]", "", said).strip(_QUOTES + " ")
    stripped = said.strip(_DOUBLE)
    whole = said[:1] in _DOUBLE and said[-1:] in _DOUBLE and len(said) - len(stripped) == 2
    if whole and not any(mark in stripped for mark in _DOUBLE):
        return stripped
    return said


def _speaking_for_itself(statement: Statement) -> str | None:
    """Return the organisation that "it" is in "DJI said it had ceased shipments": the speaker, doing something."""
    found = statement.attribution
    if found is None or found.source is None or found.source_type is not SourceType.ORGANISATION or found.parent:
        return None
    first = next((token for token in statement.tokens if not token.is_punct and token.lower_ != "that"), None)
    if first is None or first.lower_ != "it" or first.dep_ != "nsubj" or first.head.lemma_ in _OF_WEATHER:
        return None
    just_before = found.source.end <= first.idx and found.source.start >= statement.span.start
    return found.speaker if just_before else None


@dataclass
class People:
    """The people named so far, read sentence by sentence, and who "he" or "she" surely is.

    Sure means: the sentence before (or the frame of this one) names one person and no other, as its subject, and the
    article knows that person by a full name that nobody else in it shares a part of.
    """

    full: dict[str, str | None] = field(default_factory=dict)
    topics: dict[int, str | None] = field(default_factory=dict)

    @classmethod
    def of(cls, doc: Doc) -> People:
        """Return the people of a parsed article."""
        people = cls(_full_names(entity.text for entity in doc.ents if entity.label_ == "PERSON"))
        topic: str | None = None
        for sentence in doc.sents:
            people.topics[sentence.start] = topic
            topic = people._topic_after(sentence, topic)
        return people

    def subject_of(self, statement: Statement) -> str | None:
        """Return who the pronoun is that ``statement`` begins with, ``None`` where it has none or it is not sure."""
        tokens = [token for token in statement.tokens if not token.is_punct and token.lower_ != "that"]
        if not tokens or tokens[0].lower_ not in _HE or tokens[0].dep_ not in ("nsubj", "nsubjpass"):
            return None
        first = tokens[0]
        before = self._subject(statement.sentence, first.i)
        if before is not None:
            return before[0]
        if self._named(statement.sentence, first.i):
            return None
        return self.topics.get(statement.sentence.start)

    def _topic_after(self, sentence: Sentence, topic: str | None) -> str | None:
        subject = self._subject(sentence, sentence.end)
        if subject is not None:
            return subject[0]
        root_subject = next((child for child in sentence.root.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if root_subject is not None and root_subject.lower_ in _HE and not self._named(sentence, sentence.end):
            return topic
        return None

    def _subject(self, sentence: Sentence, before: int) -> tuple[str | None] | None:
        """Return the name in a tuple (``None``: not sure) where a person is the main subject before ``before``."""
        subject = next((c for c in sentence.root.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < before), None)
        if subject is None or subject.ent_type_ != "PERSON":
            return None
        names = {self.full.get(_key(name)) for name in self._named(sentence, before)}
        return (next(iter(names)) if len(names) == 1 else None,)

    def _named(self, sentence: Sentence, before: int) -> Sequence[str]:
        return [entity.text for entity in sentence.ents if entity.label_ == "PERSON" and entity.start < before]


def _key(name: str) -> str:
    words = _clean(name).split()
    return words[-1] if words else ""


def _clean(name: str) -> str:
    return re.sub(r"['’]s?$", "", _TITLES.sub("", name.strip())).strip()


def _full_names(mentions: Iterable[str]) -> dict[str, str | None]:
    """Return last name -> the one full name with it; ``None`` where two people share it or no full name is given."""
    full: dict[str, set[str]] = {}
    for mention in mentions:
        name = _clean(mention)
        names = full.setdefault(_key(mention), set())
        if len(name.split()) > 1 and "\n" not in name:
            names.add(name)
    return {key: next(iter(names)) if len(names) == 1 else None for key, names in full.items()}
