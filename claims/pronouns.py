"""He and she, his and her: the person whom each pronoun of an article means, where one stands out.

Method: salience after Lappin and Leass (1994), read once from the start. Each mention adds to its person by its
place in the sentence (a speaker most, a subject more than an object), and fades with every sentence. What stands
inside quotation marks weighs little and takes no time: a speaker stays the speaker over a long quotation. A pronoun
is the person of its gender who stands out; where two are near each other it stays open.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from claims.cues import QUOTING
from claims.people import Mention, People, Person

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
"""Pronouns of a person, with the gender that they show."""

_SPEAKER, _SUBJECT, _OBJECT, _OTHER, _PART = 1.3, 1.0, 0.9, 0.45, 0.1
_QUOTED = 0.1  # of a mention inside quotation marks
_FADES = 0.45  # from one sentence to the next
_MOST = 2.0  # however often somebody is mentioned
_CLEAR = 1.6  # times the next best: "Ann met Eve. She ..." stays open
_LEADS = 1.4  # times the salience, for the subject read last
_FAINT = 0.12  # salience below which nobody is meant
_KEPT = 12  # people who are looked at for a pronoun


class Pronouns:
    """The people whom the pronouns of one parsed article mean.

    ``quoted`` marks the characters inside quotation marks; ``described`` tells of a token whom it may describe ("the
    senator"): nobody where the token is no description of a person, a person without a name where the article does not
    tell. Several are told apart as for a pronoun.
    """

    def __init__(
        self,
        doc: Doc,
        people: People,
        sentences: Sequence[int],
        quoted: bytearray,
        described: Callable[[Token], Sequence[Person]],
    ) -> None:
        self._quoted = quoted
        self._salience: dict[Person, tuple[float, int]] = {}
        self._clock = 0
        self._subject: tuple[int, Person] | None = None
        self._meant: dict[int, Person] = {}
        spoken = -1
        for token in doc:
            inside = bool(quoted[token.idx])
            if not inside and token.text[0].isalpha() and sentences[token.i] != spoken:
                spoken = sentences[token.i]
                self._clock += 1
            mention = people.at(token.i)
            if mention is not None:
                if token.i == mention.end - 1 and mention.person is not None:
                    self._touch(mention.person, _head(doc, mention), inside)
            elif token.lower_ in GENDER and token.pos_ == "PRON":
                self._read(token, self._standing_out(token, GENDER[token.lower_]), inside)
            elif meant := described(token):
                self._read(token, meant[0] if len(meant) == 1 else self._standing_out(token, "", meant), inside)

    def at(self, token: int) -> Person | None:
        """Return whom the pronoun or description at a token means; ``None`` where that is not sure."""
        return self._meant.get(token)

    def first_at(self, person: Person) -> int:
        """Return the first token that means somebody whom a token means: the "nurse" of "A nurse came in. She ..."."""
        return next(place for place, each in self._meant.items() if each is person)

    def _read(self, token: Token, person: Person | None, inside: bool) -> None:
        """Keep whom a token means, and count it as a mention: where that is open, of somebody without a name.

        What somebody says is not looked into.
        """
        if inside and token.lower_ in GENDER:
            return
        if person is None:
            person = Person("")
            person.note(GENDER.get(token.lower_, ""))
        self._meant[token.i] = person
        self._touch(person, token, inside)

    def _standing_out(self, token: Token, gender: str, among: Collection[Person] = ()) -> Person | None:
        """Return who stands out of those whom a token may mean, or nobody."""
        ranked = sorted(
            (
                (self._now(person), number, person)
                for number, person in enumerate(self._salience)
                if (person in among if among else person.gender in {gender, ""}) and not self._is_other(person, token)
            ),
            reverse=True,
            key=lambda each: each[:2],
        )
        if not ranked or ranked[0][0] < _FAINT or (len(ranked) > 1 and ranked[0][0] < _CLEAR * ranked[1][0]):
            return None
        return ranked[0][2]

    def _now(self, person: Person) -> float:
        """Return a person's salience at this place: more for the subject read last."""
        salience, clock = self._salience[person]
        salience *= _FADES ** (self._clock - clock)
        leads = self._subject is not None and person is self._subject[1]
        return salience * _LEADS if leads else salience

    def _is_other(self, person: Person, token: Token) -> bool:
        """Tell whether an object cannot be this person, who is the subject of its verb: "Ann Lee thanked her"."""
        governor = token.head.head if token.head.dep_ == "prep" else token.head
        return (
            self._subject == (governor.i, person)
            and token.dep_ in {"dobj", "dative", "pobj"}
            and not token.lower_.endswith("self")
        )

    def _touch(self, person: Person, token: Token, inside: bool) -> None:
        """Add a mention to its person's salience; the least lately mentioned is forgotten."""
        before, clock = self._salience.pop(person, (0.0, self._clock))
        weight = _weight(token) * (_QUOTED if inside else 1.0)
        self._salience[person] = (min(_MOST, before * _FADES ** (self._clock - clock) + weight), self._clock)
        if len(self._salience) > _KEPT:
            del self._salience[next(iter(self._salience))]
        if token.dep_ in {"nsubj", "nsubjpass"}:
            self._subject = (token.head.i, person)


def _head(doc: Doc, mention: Mention) -> Token:
    """Return the token of a name that its sentence hangs on."""
    return next(
        (
            doc[i]
            for i in range(mention.end - 1, mention.start - 1, -1)
            if not mention.start <= doc[i].head.i < mention.end
        ),
        doc[mention.end - 1],
    )


def _weight(token: Token) -> float:
    """Return what a mention adds, by its place in the sentence."""
    if token.dep_ in {"nsubj", "nsubjpass"}:
        return _SPEAKER if token.head.lemma_.lower() in QUOTING else _SUBJECT
    if token.dep_ == "compound":
        return _PART
    if token.dep_ == "ROOT":
        return _SUBJECT
    if token.dep_ == "conj":
        return _weight(token.head) if token.head.dep_ != "conj" else _OTHER
    return _OBJECT if token.dep_ in {"dobj", "dative"} else _OTHER
