"""The names in one article: a short one to its fullest form, where only one is meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.carriers import OUTLETS, is_outlet
from claims.cues import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Entity

_HONORIFIC = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|dr|prof|professor|sen|senator|rep|representative|gov|governor|president|prime|"
    r"minister|chancellor|secretary|general|gen|col|lt|sgt|capt|judge|justice|sir|lord|lady|king|queen|pope|"
    r"the|a|an)\.?\s+)+",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_SMALL = lexicon("of the and for de la a an in on to at its his her their s")
INSTITUTIONS = lexicon("""
    ministry department agency bureau commission committee council court company firm bank university party
    government administration cabinet parliament congress senate house army navy police force union
    association federation institute centre center campaign office service authority board group
    organisation organization charity foundation team kremlin pentagon state embassy city county regulator
    watchdog manufacturer maker airline hospital clinic school church ferries railway railways airlines lines motors
    energy industries systems holdings partners marine shipyard shipping works inc ltd corp llc plc gmbh
    """)
"""Nouns that name an institution."""

TITLES = lexicon(
    """
    minister president mayor senator governor lawyer attorney author driver analyst expert professor researcher
    owner founder chairman chairwoman director manager officer doctor teacher candidate nominee secretary judge
    sheriff chief man woman mother father leader premier chancellor ambassador envoy economist
    """
)
"""Nouns for one person by office or role."""

_ACRONYM = re.compile(r"[A-Z][A-Z.&]{1,6}")


def plain(mention: str) -> str:
    """Return a mention on one line without a leading "the" and a trailing possessive."""
    text = _SPACE.sub(" ", mention).strip(' "“”,.;:()[]')
    if not (text[:1] in "'‘" and re.search(r"['’]\W", text[1:])):
        text = text.strip("'‘’")
    if text.lower().startswith("the "):
        text = text[4:]
    return _POSSESSIVE.sub("", text)


class Names:
    """People, organisations and described roles of one parsed article."""

    def __init__(self, doc: Doc) -> None:
        self._people: list[tuple[int, int, int, str]] = []  # token start, token end, offset, name
        self._full: dict[str, set[str]] = defaultdict(set)
        self._perhaps: list[tuple[int, str]] = []
        self._organisations: dict[str, str] = {}
        self._roles: list[tuple[frozenset[str], str]] = []
        for ent in doc.ents:
            if _is_person(ent):
                self._add_person(ent)
            elif ent.label_ in {"ORG", "GPE", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "PERSON"}:
                name = plain(ent.text)
                if _perhaps_person(ent):
                    self._perhaps.append((ent.start_char, name))
                if name and self._organisations.setdefault(name.lower(), name).islower():
                    self._organisations[name.lower()] = name
        for chunk in _institutions(doc):
            self._organisations.setdefault(chunk.lower(), chunk)
        self._starts = [offset for _, _, offset, _ in self._people]
        self._tokens = [start for start, _, _, _ in self._people]
        self._add_roles(doc)

    def person(self, name: str) -> str:
        """Return the fullest form of a person's name; the name itself where two people share it."""
        words = name.split()
        if len(words) > 1:
            longer = {full for full in self._full[words[-1].lower()] if full.split()[0] == words[0]}
            return max(longer, key=lambda full: (len(full), full), default=name)
        forms = self._full[name.lower()]
        return next(iter(forms)) if len(forms) == 1 else name

    def is_surname(self, name: str) -> bool:
        """Tell whether a person of the article has this last name."""
        return bool(self._full.get(name.lower()))

    def is_person(self, name: str) -> bool:
        """Tell whether the article names a person so."""
        return any(name in (full, full.split()[-1]) for full in self._full.get(name.lower().split(" ")[-1], ()))

    def people_at(self, token: int) -> Iterator[str]:
        """Yield the name of the person whose name holds the token."""
        place = bisect_left(self._tokens, token + 1) - 1
        if place >= 0 and self._people[place][0] <= token < self._people[place][1]:
            yield self._people[place][3]

    def people_between(self, start: int, end: int) -> set[str]:
        """Return the full names of the people named from ``start`` to ``end`` (code points)."""
        return {
            self.person(name)
            for _, _, _, name in self._people[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        }

    def perhaps_people_between(self, start: int, end: int) -> set[str]:
        """Return what may be people's names though the recogniser takes them for something else."""
        first, last = bisect_left(self._perhaps, (start, "")), bisect_left(self._perhaps, (end, ""))
        return {self.person(name) for _, name in self._perhaps[first:last]}

    def organisation(self, mention: str) -> str:
        """Return the fullest name of an organisation or outlet: "SCMP", "the Journal", "the ministry"."""
        name = plain(mention)
        key = name.lower()
        if _ACRONYM.fullmatch(name):
            letters = name.replace(".", "")
            full = {known for known in self._organisations.values() if letters in _initials(known)}
            known_outlets = {outlet for outlet in OUTLETS if letters in _initials(outlet)} if not full else set()
            candidates = full or (
                known_outlets if letters in {"AP", "AFP", "SCMP", "WSJ", "NYT", "UPI", "FT"} else set()
            )
            return candidates.pop() if len(candidates) == 1 else name
        if " " not in name:
            longer = {known for known in self._organisations.values() if known.lower().startswith(key + " ")}
            longer = {known for known in longer if known.split()[-1].lower() in INSTITUTIONS}
            if name[:1].isupper() and len(longer) == 1:
                return longer.pop()
        if " " not in name and mention.strip().lower().startswith("the "):
            full = {known for known in self._organisations.values() if known.lower().endswith(" " + key)}
            outlets = {known for known in full if is_outlet(known)}
            if name[:1].isupper() and len(outlets) == 1:
                return outlets.pop()
            words = [(_content_words(known), known) for known in self._organisations.values()]
            holding = [(held, known) for held, known in words if key in held and len(held) > 1]
            if holding and name.islower():
                fullest = max(holding, key=lambda pair: (len(pair[0]), pair[1]))
                if all(held <= fullest[0] for held, _ in holding):
                    return fullest[1]
        return self._organisations.get(key, name)

    def full(self, name: str) -> str:
        """Return the fullest form of a carrier's name, person or organisation."""
        bare = plain(name)
        return self.person(bare) if self.is_person(bare) and not is_outlet(bare) else self.organisation(name)

    def described(self, mention: str) -> str | None:
        """Return the one person whom the article describes so: "the ministry's spokesperson"."""
        text = mention.strip().lower()
        wanted = _content_words(plain(mention))
        if not wanted or not text.startswith("the ") or (len(wanted) == 1 and not wanted <= TITLES):
            return None
        people = {person for words, person in self._roles if wanted <= words}
        return people.pop() if len(people) == 1 else None

    def _add_person(self, ent: Entity) -> None:
        start = ent.start
        while start > 0 and _begins_name(ent.doc[start - 1], ent):
            start -= 1
        ent = ent.doc[start : ent.end]
        name = _POSSESSIVE.sub("", _HONORIFIC.sub("", _SPACE.sub(" ", ent.text).strip())).strip(" \"“”‘’',.:;()*•")
        if not name or not any(character.isalpha() for character in name):
            return
        self._people.append((ent.start, ent.end, ent.start_char, name))
        words = name.split()
        while len(words) > 2 and words[0].lower() in TITLES:
            words = words[1:]
        name = " ".join(words)
        self._people[-1] = (*self._people[-1][:3], name)
        if len(words) > 1 and words[0][0].isupper():
            self._full[words[-1].lower()].add(name)
            self._merge(words[-1].lower())

    def _merge(self, surname: str) -> None:
        """Drop shorter forms of one person: "Ann Lee" beside "Ann B. Lee"."""
        forms = self._full[surname]
        for short in sorted(forms, key=len):
            if any(short != full and set(short.split()) < set(full.split()) for full in forms):
                forms.discard(short)
                return

    def _add_roles(self, doc: Doc) -> None:
        for token in doc:
            if token.dep_ == "appos" and token.ent_type_ != "PERSON" and token.head.ent_type_ == "PERSON":
                for name in self.people_at(token.head.i):
                    text = doc[token.left_edge.i : token.right_edge.i + 1].text
                    self._roles.append((_content_words(text[:120]), self.person(name)))
        for start, _, _, name in self._people:
            title = frozenset(token.lower_ for token in doc[max(0, start - 3) : start]) & TITLES
            if title:
                self._roles.append((title, self.person(name)))


def _is_person(ent: Entity) -> bool:
    """Tell whether an entity names a person: the recogniser says so, or a title does that stands in it or before it."""
    if any(token.lower_ in INSTITUTIONS for token in ent):
        return False
    if ent.label_ == "PERSON":
        return True
    titled = ent[0].lower_ in TITLES or (ent.start > 0 and ent.doc[ent.start - 1].lower_ in TITLES)
    return titled and 1 < len(ent) <= 4 and all(token.text.istitle() for token in ent)


def _begins_name(token: Token, ent: Entity) -> bool:
    """Tell whether a token is a first name that the recogniser left outside."""
    inside = ent.start <= token.head.i < ent.end
    return (
        inside and token.dep_ == "compound" and token.pos_ == "PROPN" and token.text.istitle() and not token.ent_type_
    )


def _perhaps_person(ent: Entity) -> bool:
    """Tell whether an entity of another kind looks like a first and a last name at the head of a clause."""
    return (
        ent.label_ in {"ORG", "GPE", "PRODUCT", "WORK_OF_ART"}
        and len(ent) == 2
        and all(token.pos_ == "PROPN" and token.text.istitle() for token in ent)
        and ent.root.dep_ in {"nsubj", "nsubjpass"}
        and not is_outlet(ent.text)
        and not any(token.lower_ in INSTITUTIONS for token in ent)
    )


def _content_words(name: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", name.lower())
    return frozenset(word for word in words if word not in _SMALL)


def _initials(name: str) -> set[str]:
    words = re.findall(r"[^\W_]+", name)
    every = "".join(word[0] for word in words).upper()
    great = "".join(word[0] for word in words if word.lower() not in _SMALL).upper()
    return {every, great} if len(words) > 1 else set()


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
