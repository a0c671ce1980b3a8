"""Who does what to whom, as a sentence's grammar tells it: each verb with the words of its doer, of what it is done to,
and of what follows "to", "from" and the like. A passive is told the other way round, like what it means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DOER, DONE_TO = "doer", "done to"

_SIDES = frozenset({"to", "from", "for", "against", "into", "over", "behind"})
"""Prepositions after which a part of a deed stands that another may take: "from Lazaria to Pontevar"."""

_SUBJECTS = {"nsubj": DOER, "nsubjpass": DONE_TO}
_OBJECTS = {"dobj": DONE_TO, "dative": "to"}
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_OF_A_NAME = frozenset({"compound", "appos", "flat", "nmod", "amod", "conj"})


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb (its lemma) and in which part each noun around it stands: by lemma, in small letters.

    ``names`` are those nouns that are names, ``shown`` the words from the first to the last of all these.
    """

    verb: str
    passive: bool
    parts: Mapping[str, str]
    names: frozenset[str]
    shown: str


def deeds(doc: Doc) -> Iterator[Deed]:
    """Yield the deeds of a parsed text of which two parts can be told."""
    for verb in doc:
        if verb.pos_ in ("VERB", "AUX"):
            told = list(_parts(verb))
            if len({part for _, part in told}) > 1:
                yield _deed(verb, told)


def _deed(verb: Token, told: list[tuple[Token, str]]) -> Deed:
    parts: dict[str, str] = {}
    names: set[str] = set()
    places = [verb.i]
    for head, part in told:
        for word in _words(head):
            key = word.lower_.rstrip(".") if word.pos_ == "PROPN" else word.lemma_.lower()
            parts.setdefault(key, part)
            places.append(word.i)
            if word.pos_ == "PROPN" and not word.is_sent_start:
                names.add(key)
    shown = verb.doc[min(places) : max(places) + 1].text
    return Deed(verb.lemma_.lower(), _is_passive(verb), parts, frozenset(names), shown)


def _is_passive(verb: Token) -> bool:
    reduced = verb.dep_ == "acl" and verb.tag_ == "VBN"
    return reduced or any(child.dep_ in ("nsubjpass", "auxpass", "agent") for child in verb.children)


def _parts(verb: Token) -> Iterator[tuple[Token, str]]:
    """Yield the heads of the nouns around a verb, each with its part."""
    passive = _is_passive(verb)
    for child in verb.children:
        if part := _SUBJECTS.get(child.dep_):
            given = part == DONE_TO and any(other.dep_ == "dobj" for other in verb.children)
            yield _meant(child, verb), "to" if given else part  # "the party was given money"
        elif child.dep_ in _OBJECTS and child.pos_ != "ADP":
            yield _meant(child, verb), _OBJECTS[child.dep_]
            yield from _after_prepositions(child, passive)  # "wrote the hit for the singer"
    yield from _after_prepositions(verb, passive)
    if not any(child.dep_ in _SUBJECTS for child in verb.children):
        yield from _subject_elsewhere(verb)


def _after_prepositions(head: Token, passive: bool) -> Iterator[tuple[Token, str]]:
    for child in head.children:
        if child.dep_ in ("prep", "dative", "agent"):
            part = DOER if passive and child.lower_ == "by" else child.lower_
            if part == DOER or part in _SIDES:
                yield from ((noun, part) for noun in child.children if noun.dep_ == "pobj")


def _subject_elsewhere(verb: Token) -> Iterator[tuple[Token, str]]:
    """Yield who does it, or what it is done to, where another verb has the subject: "came and took", "wants to take",
    "the ship sunk by the storm"."""
    passive = _is_passive(verb)
    if verb.dep_ == "acl":
        yield verb.head, DONE_TO if passive else DOER
    elif verb.dep_ in ("conj", "xcomp"):
        for child in verb.head.children:
            if child.dep_ in _SUBJECTS:
                also = passive or (verb.dep_ == "conj" and verb.tag_ == "VBN" and _is_passive(verb.head))
                yield _meant(child, verb.head), DONE_TO if also else DOER


def _meant(noun: Token, verb: Token) -> Token:
    """Return what a relative pronoun stands for, or the noun itself."""
    return verb.head if verb.dep_ == "relcl" and noun.lower_ in _RELATIVE else noun


def _words(head: Token) -> Iterator[Token]:
    """Yield the nouns of a noun phrase: its head, what is joined to it, and what stands after "of"."""
    if head.pos_ not in ("NOUN", "PROPN"):
        return
    yield head
    for child in head.children:
        if child.dep_ in _OF_A_NAME:
            yield from _words(child)
        elif child.dep_ == "prep" and child.lower_ == "of":
            for noun in child.children:
                yield from _words(noun)
