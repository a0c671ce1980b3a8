"""The outlets of one article: which names in it are outlets', which of them a mention means, and which carried what.

A name is an outlet's by itself (:mod:`claims.carriers`) or by how the article speaks of it (:mod:`claims.newsrooms`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from claims.carriers import is_outlet, outlets_named, vague_outlet
from claims.cues import lexicon
from claims.names import Names, plain
from claims.newsrooms import bare, is_called_outlet, is_kind, outlets_by_use
from claims.people import People
from claims.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Phrase

_MANY = re.compile(
    r"(the|both|all)(?: of)?(?: the)? (?:two |three )?(?:news |media )?"
    r"(?:outlets|newspapers|papers|publications|broadcasters|networks|news agencies|organi[sz]ations)$",
    re.IGNORECASE,
)
_CARRIED_BY = re.compile(
    r"\b(?:(?:quoted|cited|published|carried|aired|broadcast|serialised|serialized|printed|run) (?:by|in|on)"
    r"|(?:quoted|cited) as (?:saying|telling \w+) (?:by|in)|leaked to|shared with|picked up by) "
)
_TOLD_TO = re.compile(
    r"\b(?:told|speaking to|spoke to|talking to"
    r"|(?:interview|conversation|comments|remarks|statement) (?:with|to|on|for)) "
)
_JOURNALISM = lexicon("""
    report article story analysis investigation review average tally editorial column piece dispatch reporting coverage
    exclusive account
    """)
_ANY_OUTLET = lexicon("newspaper paper outlet magazine website site network broadcaster publication station tabloid")
_OUTLETS_BY_NAME = re.compile(
    r"(?:[A-Za-z-]+ ){0,4}(?:(?:web)?sites|(?:news)?papers|outlets|magazines|tabloids|broadcasters|news agencies),? "
    r"(?P<names>(?:[A-Z][\w’'.-]*(?: (?=[A-Z])|, (?=[A-Z])| and (?=[A-Z]))?)+),?"
)
_THEIR_WRITER = re.compile(
    r"(?P<outlet>[A-Z][\w&’' .-]*?)['’]s? (?:[A-Z][\w’'-]+ ?){1,3}(?:column|blog|podcast|desk)?$"
)
"""An outlet with its writer or column: "the Gazette's Ivo Rask"."""
_LAST = 8
"""Outlets named before a place that are looked back to."""
_NEAR = 50  # code points from "told" or "quoted by" to the name of the outlet
_KIND_WORDS = 3
"""Words before an outlet's name that say what kind it is of: "the business daily"."""


class Outlets:
    """The outlets of one parsed article. ``own`` is the one that it stands in, ``paragraph_before`` tells where the
    paragraph before that of an offset starts."""

    def __init__(
        self, doc: Doc, people: People, names: Names, own: str | None, paragraph_before: Callable[[int], int]
    ) -> None:
        self._doc = doc
        self._text: str = doc.text  # spaCy joins it anew at every look
        self._own = own
        self._names = names
        self._paragraph_before = paragraph_before
        self._by_use = outlets_by_use(doc, people)
        self._named = [(place, names.organisation(name)) for place, name in outlets_named(doc, self.knows)]

    def knows(self, name: str) -> bool:
        """Tell whether ``name`` is an outlet's, by itself or by how the article speaks of it."""
        return is_outlet(name) or plain(name).lower() in self._by_use

    def is_own(self, name: str) -> bool:
        """Tell whether a name is that of the article's own outlet, or its short form: "the Tribune"."""
        if self._own is None:
            return False
        ours, words = (re.findall(r"[^\W_]+", each.lower()) for each in (plain(self._own), plain(name)))
        return bool(words) and (words == ours or (set(words) <= set(ours) and is_outlet(f"the {name}")))

    def is_called_by(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is an outlet's name after "the", which no person's name is: "the Beacon"."""
        first = phrase.start + (phrase[0].lower_ == "the")
        definite = first > 0 and self._doc[first - 1].lower_ == "the"
        if plain(phrase.text).lower() in self._by_use:
            return True
        return definite and first < phrase.end and self.knows(f"the {self._doc[first : phrase.end].text}")

    def since(self, start: int, end: int) -> list[str]:
        """Return the last few outlets named between two offsets, each once, the nearest last."""
        first, last = bisect_left(self._named, (start, "")), bisect_left(self._named, (end, ""))
        near = [name for _, name in self._named[max(first, last - _LAST) : last]]
        return list(dict.fromkeys(reversed(near)))[::-1]

    def meant_by(self, name: str, offset: int) -> list[str]:
        """Return the outlets that ``name`` means: "both newspapers" are the two named last, "local media" none."""
        if not vague_outlet(name):
            return [self._names.full(name)]
        if not _MANY.match(name):
            return [name]
        count = 3 if "three" in name.lower() else 2 if {"both", "two"} & set(name.lower().split()) else None
        named = self.since(0 if count else self._paragraph_before(offset), offset)
        named = named[-count:] if count else named
        return named if len(named) >= (count or 2) else [name]

    def _after(self, words: re.Pattern[str], verb: Token, content: Sequence[Span]) -> Iterator[str]:
        """Yield the outlets that the verb's sentence names after ``words``, beside ``content``."""
        for found in words.finditer(self._text, verb.sent.start_char, verb.sent.end_char):
            if any(part.start <= found.start() < part.end for part in content):
                continue
            first = bisect_left(self._named, (found.end(), ""))
            for place, name in self._named[first : first + 1]:
                between = self._text[found.end() : place]
                if place < verb.sent.end_char and len(between) <= _NEAR and not re.search(r"[,;:.()\n]", between):
                    yield name

    def behind(self, phrase: Phrase, head: Token, place: int) -> str | None:
        """Return the outlet whose work is cited ("a Gazette analysis"), or that "the newspaper" means."""
        if head.lemma_.lower() in _JOURNALISM:
            own = next(iter(self.since(phrase.start_char, head.idx)), None)
            return self._printed_in(phrase, head) if own is None else own
        if head.lower_ not in _ANY_OUTLET or len(phrase) != 2 or phrase[0].lower_ not in {"the", "that"}:
            return None
        nearby = set(self.since(self._paragraph_before(place), place))
        return nearby.pop() if len(nearby) == 1 else None

    def called(self, phrase: Phrase, head: Token) -> str | None:
        """Return the outlet whose name follows its kind, where the mention ends with that: "the website The Arena"."""
        before = head.nbor(-1).lower_ if head.i > 0 else ""
        if head.i != phrase.end - 1 or not (head.lower_ in _ANY_OUTLET or is_kind(head.lower_, before)):
            return None
        start = end = phrase.end
        while end < len(self._doc) and self._doc[end].text[:1].isupper():
            end += 1
        name = str(self._doc[start:end].text)
        return plain(name) if end > start and self.knows(name) else None

    def several(self, said: str) -> tuple[str, ...]:
        """Return the outlets that a mention of several names after their kind: "two sites, A and B"."""
        match = _OUTLETS_BY_NAME.fullmatch(said)
        return () if match is None else tuple(plain(name) for name in re.split(r", | and ", match["names"]))

    def joined(self, said: str) -> tuple[str, ...]:
        """Return the outlets that a mention joins: "both the daily Parbat and the channel Himvani"."""
        parts = re.sub(r"^both |,? both$", "", said, flags=re.IGNORECASE).split(" and ")
        names = tuple(plain(bare(part)) for part in parts)
        return names if len(names) > 1 and all(map(self.knows, names)) else ()

    def _printed_in(self, phrase: Phrase, head: Token) -> str | None:
        """Return the outlet that a report stands in or comes from: "a report in the Gazette", "an article by ..."."""
        for link in head.children:
            if link.dep_ == "prep" and link.lower_ in {"in", "by", "from", "on"} and link.i < phrase.end:
                first = link.i + 1 + (self._doc[link.i + 1].lower_ == "the") if link.i + 1 < len(self._doc) else link.i
                # "In the Gazette", "in the business daily La Natte".
                after = self._doc[first : first + _KIND_WORDS + 1]
                starts = {token.idx for token in after if token.i == first or self._follows_kind(token)}
                for place, name in self._named:
                    if place in starts:
                        return name
        return None

    def _follows_kind(self, token: Token) -> bool:
        """Tell whether a word stands after what says what kind of outlet it is the name of."""
        if token.i < 2:
            return False
        kind, before = self._doc[token.i - 1].lower_, self._doc[token.i - 2].lower_
        return kind in _ANY_OUTLET or is_kind(kind, before)

    def carried_by(self, verb: Token, content: Sequence[Span]) -> Iterator[str]:
        """Yield the outlets that carried ``content``, as its sentence says beside it: "quoted by the Herald"."""
        return self._after(_CARRIED_BY, verb, content)

    def told_to(self, verb: Token, content: Sequence[Span]) -> Iterator[str]:
        """Yield the outlets to which it was said, however the parser hung them: "told the weekly La Natte"."""
        return self._after(_TOLD_TO, verb, content)

    def newsroom(self, words: str) -> str | None:
        """Return the outlet that a mention names with its kind, its writer or its column beside the name."""
        name = _THEIR_WRITER.sub(r"\g<outlet>", bare(words))
        known = name != words and (self.knows(name) or self.knows(f"the {name}") or is_called_outlet(words))
        return plain(name) if known else None
