"""The organisations and outlets named in one article: a short name to its fullest form, where only one is meant."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.carriers import OUTLETS, is_outlet
from claims.cues import lexicon
from claims.people import INSTITUTIONS, People

if TYPE_CHECKING:
    from spacy.tokens import Doc

_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_JOINING = re.compile(r",? (?:and|or|but)$")
_SPACE = re.compile(r"\s+")
_SMALL = lexicon("of the and for de la a an in on to at its his her their s")
_LABELS = frozenset({"ORG", "GPE", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "PERSON"})
_ACRONYM = re.compile(r"[A-Z][A-Z.&]{1,6}")
_IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z&.]{1,7})\)")
_SHORT_OUTLETS = frozenset({"AP", "AFP", "SCMP", "WSJ", "NYT", "UPI", "FT"})


def plain(mention: str) -> str:
    """Return a mention on one line without a leading "the" and a trailing possessive or "and"."""
    text = _JOINING.sub("", _SPACE.sub(" ", mention).strip(' "“”,.;:()[]'))
    if not (text[:1] in "'‘" and re.search(r"['’]\W", text[1:])):
        text = text.strip("'‘’")
    if text.lower().startswith("the "):
        text = text[4:]
    return _POSSESSIVE.sub("", text)


class Names:
    """The organisations, outlets and places that a parsed article names."""

    def __init__(self, doc: Doc, people: People) -> None:
        self._people = people
        self._known: dict[str, str] = {}
        self._places = {plain(ent.text) for ent in doc.ents if ent.label_ == "GPE"}
        for ent in doc.ents:
            if ent.label_ in _LABELS and people.at(ent.root.i) is None:
                name = plain(ent.text)
                if name and self._known.setdefault(name.lower(), name).islower():
                    self._known[name.lower()] = name
        for name in _institutions(doc):
            self._known.setdefault(name.lower(), name)
        self._by_word: dict[str, list[str]] = defaultdict(list)
        self._by_initials: dict[str, list[str]] = defaultdict(list)
        for name in self._known.values():
            for word in content_words(name):
                self._by_word[word].append(name)
            for letters in _initials(name):
                self._by_initials[letters].append(name)
        self._full: dict[tuple[str, bool], str] = {}
        self._acronyms = dict(_explained(doc.text))

    def organisation(self, mention: str) -> str:
        """Return the fullest name of an organisation or outlet: "SCMP", "the Journal", "the ministry"."""
        name = plain(mention)
        key = name, mention.strip().lower().startswith("the ")
        if key not in self._full:
            self._full[key] = self._fullest(*key)
        return self._full[key]

    def full(self, name: str) -> str:
        """Return the fullest form of a carrier's name, person or organisation."""
        person = None if is_outlet(name) else self._people.called(plain(name))
        return self.organisation(name) if person is None else person.name

    def _fullest(self, name: str, definite: bool) -> str:
        letters = name.replace(".", "")
        if letters in self._acronyms:
            return self._acronyms[letters]
        if _ACRONYM.fullmatch(name):
            return self._spelled_out(name, letters)
        key = name.lower()
        if " " in name:
            return self._known.get(key, name)
        known = self._by_word.get(key, [])
        if name[:1].isupper() and name not in self._places:
            longer = {each for each in known if each.lower().startswith(key + " ")}
            longer = {each for each in longer if each.split()[-1].lower() in INSTITUTIONS}
            if len(longer) == 1:
                return longer.pop()
        if definite and name[:1].isupper():
            outlets = {each for each in known if each.lower().endswith(" " + key) and is_outlet(each)}
            if len(outlets) == 1:
                return outlets.pop()
        if definite and name.islower():
            return _fullest_of(known) or self._known.get(key, name)
        return self._known.get(key, name)

    def _spelled_out(self, name: str, letters: str) -> str:
        full = set(self._by_initials.get(letters, ()))
        if not full and letters in _SHORT_OUTLETS:
            full = {outlet for outlet in OUTLETS if letters in _initials(outlet)}
        return full.pop() if len(full) == 1 else name


def content_words(name: str) -> frozenset[str]:
    """Return the words of a name that tell it from others, in small letters."""
    return frozenset(word for word in re.findall(r"[^\W_]+", name.lower()) if word not in _SMALL)


def _fullest_of(names: list[str]) -> str | None:
    """Return the name that says all that the others say: "Ministry of Commerce" of "commerce ministry"."""
    longer = [(content_words(name), name) for name in names]
    longer = [(words, name) for words, name in longer if len(words) > 1]
    if not longer:
        return None
    words, fullest = max(longer, key=lambda pair: (len(pair[0]), pair[1]))
    return fullest if all(each <= words for each, _ in longer) else None


def _initials(name: str) -> set[str]:
    words = re.findall(r"[^\W_]+", name)
    every = "".join(word[0] for word in words).upper()
    great = "".join(word[0] for word in words if word.lower() not in _SMALL).upper()
    return {every, great} if len(words) > 1 else set()


def _explained(text: str) -> Iterator[tuple[str, str]]:
    """Yield the acronyms that the text explains, with the name: "Centre for Coastal Studies (CCS)"."""
    for match in _IN_BRACKETS.finditer(text):
        letters = match[1].replace(".", "")
        words = re.findall(r"[\w.&'’-]+", text[max(0, match.start() - 90) : match.start()].split("\n")[-1])
        for first in range(len(words) - 2, max(-1, len(words) - 10), -1):
            name = " ".join(words[first:])
            if words[first][0].isupper() and letters.upper() in _initials(name):
                yield letters, plain(name)
                break


def _institutions(doc: Doc) -> Iterator[str]:
    """Yield what names an institution by its kind: "commerce ministry", "Ministry of Commerce"."""
    for token in doc:
        if token.pos_ in {"NOUN", "PROPN"} and token.lower_ in {"ministry", "department", "agency", "commission"}:
            start = min([token.i, *(child.i for child in token.children if child.dep_ in {"compound", "amod"})])
            if token.i - start > 4:
                continue
            end = token.i + 1
            for child in token.children:
                if child.lower_ == "of" and child.i == token.i + 1 and child.right_edge.i - token.i <= 5:
                    end = child.right_edge.i + 1
            if end - start > 1:
                yield plain(doc[start:end].text)
