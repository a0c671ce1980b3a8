"""The organisations of one article: which of them "the company", "the union" or "it" means.

What an outlet or a person is is left out (:mod:`claims.outlets`, :mod:`claims.people`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from claims.cues import lexicon
from claims.names import Names
from claims.outlets import Outlets
from claims.people import People

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Phrase

_ANY_KIND = lexicon("company firm agency group organization organisation charity manufacturer maker regulator watchdog")
_MOST = 8  # organisations before a place that are looked back to
_NEXT = 5  # tokens after a name in which it is said what it is


class Bodies:
    """The organisations that one parsed article names. ``paragraph_before`` tells where the paragraph before that of an
    offset starts."""

    def __init__(
        self, doc: Doc, people: People, names: Names, outlets: Outlets, paragraph_before: Callable[[int], int]
    ) -> None:
        self._paragraph_before = paragraph_before
        self._spoke: tuple[int, str] | None = None
        found = [
            (ent, names.organisation(ent.text))
            for ent in doc.ents
            if ent.label_ == "ORG" and not outlets.knows(ent.text) and people.at(ent.root.i) is None
        ]
        self._kinds = [(ent.start_char, name, frozenset(_kinds_beside(ent))) for ent, name in found]
        self._acting = [(ent.start_char, name) for ent, name in found if ent.root.dep_ in {"nsubj", "nsubjpass"}]

    def spoke(self, offset: int, name: str) -> None:
        """Note that an organisation spoke at ``offset``."""
        self._spoke = (offset, name)

    def meant(self, phrase: Phrase, head: Token, place: int) -> str | None:
        """Return what "the company" or "the agency" means: the one that was called so, that acts nearby, or that
        spoke."""
        if len(phrase) != 2 or phrase[0].lower_ != "the":
            return None
        start = self._paragraph_before(place)
        near = [(name, kinds) for at, name, kinds in self._kinds if start <= at < place]
        called = {name for name, kinds in near if head.lower_ in kinds}
        if len(called) == 1:
            return called.pop()  # "the union", after "the union Fair Work"
        if head.lower_ not in _ANY_KIND:
            return None
        acting = set(self._acting_in(start, place)[-_MOST:])
        if len(acting) == 1:
            return acting.pop()
        if self._spoke is not None and self._spoke[0] >= start:
            return self._spoke[1]
        named = {name for name, _ in near}
        return named.pop() if len(named) == 1 and not acting else None

    def about(self, it: Token) -> str | None:
        """Return the one that its sentence is about before "it" speaks: "Brekke swung to a loss, it said"."""
        named = set(self._acting_in(it.sent.start_char, it.idx))
        return named.pop() if len(named) == 1 else None

    def _acting_in(self, start: int, end: int) -> list[str]:
        first, last = bisect_left(self._acting, (start, "")), bisect_left(self._acting, (end, ""))
        return [name for _, name in self._acting[first:last]]


def _kinds_beside(body: Phrase) -> Iterator[str]:
    """Yield the words that tell what a body is: "the union Fair Work", "Fair Work, a union of cleaners"."""
    doc, place = body.doc, body.end
    if body.start > 0 and doc[body.start - 1].pos_ == "NOUN":
        yield doc[body.start - 1].lower_
    if place + 1 < len(doc) and doc[place].text == "," and doc[place + 1].lower_ in {"a", "an", "the"}:
        for token in doc[place + 2 : place + 2 + _NEXT]:
            if token.pos_ not in {"NOUN", "ADJ", "PROPN"}:
                break
            yield token.lower_
