"""Whom one article quotes by name, and what it says around those names: titles, first names, letters in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.records import Article, Attribution, SourceType, Span
from provenance.names import (
    HONORIFICS,
    is_organisation_word,
    is_person_class,
    is_title,
    person_words,
    tokens,
)
from provenance.outlets import OutletTable
from provenance.ways import outlet_name

LOOKED_AT = 12
"""Places of one name in an article that are looked at for titles; a profile has hundreds, and they repeat."""
LONGEST_NAME = 9
"""Words; what is longer is a sentence that was taken for a name."""

_WORD = re.compile(r"[^\W_]+")
_CONNECTING = "of for the and de da di del la le van von der den bin ibn al el a in on s y"
_CONNECTORS = frozenset(_CONNECTING.split())
_STARTS = """
    the a an this that these those it he she they we i you one two three some many most others other another
    everyone someone anyone nobody none no all both each few several but and or when while if as at by in on for
    from to with after before since although though because how why what who where there here his her its their
    our my your then now yet so such still even only also not just like via according more less unconfirmed
    various reports report police officials residents witnesses experts critics analysts doctors people parents
    users fans sources authorities government reporters correspondents activists scientists researchers lawmakers
    prosecutors investigators supporters members followers locals friends neighbours neighbors relatives mr mrs ms
    miss dr related breaking update exclusive god jesus media monday tuesday wednesday thursday friday saturday
    sunday january february march july september october november december
"""
_NO_NAMES = frozenset(_STARTS.split())
"""Words that open a description or a sentence and no name."""
_AROUND_TITLES = """
    the a an of for and its his her their us u s then former acting russian chinese american british french german
    ukrainian in at on with who is was told said
"""
_SMALL = frozenset(_AROUND_TITLES.split())
_SEVERAL = re.compile(r" (?:and|or|as well as) (?:the|an?) | [—–-] |[;:]")
"""What joins two names, or a dateline and a name."""
_MOUTH_OF = re.compile(r"(?:spokes\w+|representative|lawyer|attorney)s? (?:for|of|at|with) ", re.IGNORECASE)
"""Somebody unnamed who speaks for a named one."""
_DEFINED = re.compile(r"\((?:the )?(?P<short>[A-Z][A-Za-z.&]{1,9})\)")
_APPOSITION = re.compile(r",\s+(?P<said>[^,.;:()\n“”\"]{3,60})(?=[,.;])")
_BEFORE_DEFINED = 90
"""Characters before a bracket in which the long form is looked for."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name as one article gives it to somebody whom it quotes.

    ``called`` are the titles beside it, each as its folded words; ``man`` tells Mr from Ms where the article does.
    ``place`` is where it stands first in full, ``times`` how often somebody is quoted under it.
    """

    article: str
    outlet: str | None
    name: str
    type: SourceType
    called: frozenset[tuple[str, ...]]
    man: bool | None
    place: Span
    times: int

    @property
    def id(self) -> str:
        """The article's id, a space and the name as it stands: it outlives a second reading of the article."""
        return f"{self.article} {self.name}"


@dataclass(frozen=True, slots=True)
class Mentions:
    """What one article says of names.

    ``first_names``: by surname, the capitalised words that stand before it. ``short_for``: by letters, the folded words
    that a bracket says they stand for.
    """

    article: str
    named: tuple[Named, ...]
    first_names: Mapping[str, frozenset[str]]
    short_for: Mapping[str, tuple[str, ...]]


def read_mentions(article: Article, said: Iterable[Attribution], outlets: OutletTable) -> Mentions:
    """Return the names under which ``article`` quotes somebody. Unnamed people are no part of it.

    Takes time in proportion to the length of the text and the number of names.
    """
    text = _Text(article.text)
    outlet = outlet_name(article, outlets)
    by_name: dict[str, list[Attribution]] = {}
    for attribution in said:
        name = " ".join((attribution.speaker or "").split())
        if name and attribution.source_type is not SourceType.ANONYMOUS and "anonymous" not in attribution.flags:
            by_name.setdefault(name, []).append(attribution)
    named = tuple(
        _named(article.id, outlet, name, found, text)
        for name, found in by_name.items()
        if outlets.find(name) is not None or (is_name(name) and not text.is_common_word(name))
    )
    return Mentions(article.id, named, text.first_names(), _definitions(article.text))


def is_name(name: str) -> bool:
    """Tell whether a speaker is named rather than described: "Ada Lind", "Harbour Authority", "Velling police"."""
    words = re.findall(r"[\w'’.&-]+", re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", name))
    if not words or len(words) > LONGEST_NAME or words[0].casefold() in _NO_NAMES:
        return False
    if _SEVERAL.search(name) or _MOUTH_OF.search(name):
        return False
    last = words[-1]
    if last == last.lower() and not is_organisation_word(last):
        return False
    capitals = [word for word in words if word[:1].isupper() or word != word.lower()]
    if not capitals or (last == last.lower() and len(words) < 2):
        return False
    small = [word for word in words[:-1] if word == word.lower() and not word.isdigit()]
    if any(word not in _CONNECTORS and not is_organisation_word(word) and not is_title(word) for word in small):
        return False
    folded = tokens(name)
    return bool(folded) and not all(is_title(w) or is_person_class(w) or w in _NO_NAMES for w in folded)


def _named(article: str, outlet: str | None, name: str, said: Sequence[Attribution], text: _Text) -> Named:
    words = person_words(name)
    types = [one.source_type for one in said if one.source_type is not SourceType.UNKNOWN]
    kind = max(types, key=types.count, default=SourceType.UNKNOWN)
    called, man = text.titles(words)
    return Named(article, outlet, name, kind, called, man, _place(said, words, text), len(said))


def _place(said: Sequence[Attribution], words: Sequence[str], text: _Text) -> Span:
    """Where the article first names somebody in full, titles before it included; else where it quotes them."""
    first = said[0]
    return text.first(words) or first.source or first.cue or first.content[0]


class _Text:
    """An article's words with their places, cut once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._spans = [match.span() for match in _WORD.finditer(text)]
        self._folded = [_fold(text[start:end]) for start, end in self._spans]
        self._places: dict[str, list[int]] = {}
        for n, word in enumerate(self._folded):
            self._places.setdefault(word, []).append(n)

    def is_common_word(self, name: str) -> bool:
        """Tell whether a name is one word that the article also prints in small letters: "Police" and "police"."""
        words = _WORD.findall(name)
        if len(words) != 1 or words[0].isupper():
            return False
        return any(self._word(n) == words[0].lower() for n in self._places.get(_fold(words[0]), ()))

    def first(self, words: Sequence[str]) -> Span | None:
        """Return where ``words`` stand first, one after the other, with titles before them."""
        for n in self._places.get(words[-1], ())[:LOOKED_AT] if words else ():
            start = n + 1 - len(words)
            if start >= 0 and self._folded[start : n + 1] == list(words) and self._capital(n):
                return Span(self._spans[start - len(self._run_of_titles(start))][0], self._spans[n][1])
        return None

    def first_names(self) -> dict[str, frozenset[str]]:
        """Return for each capitalised word those capitalised ones before it that may be first names."""
        found: dict[str, set[str]] = {}
        for n in range(1, len(self._spans)):
            before, word = self._folded[n - 1], self._folded[n]
            between = self.text[self._spans[n - 1][1] : self._spans[n][0]]
            if between not in (" ", "\u00a0", ". ") or (between == ". " and len(before) > 1):
                continue
            if self._capital(n) and self._capital(n - 1) and before not in _NO_NAMES and not is_title(before):
                found.setdefault(word, set()).add(before)
        return {word: frozenset(firsts) for word, firsts in found.items()}

    def titles(self, words: Sequence[str]) -> tuple[frozenset[tuple[str, ...]], bool | None]:
        """Return the titles that stand beside a person's name, and whether Mr or Ms does."""
        called: set[tuple[str, ...]] = set()
        sexes: set[str] = set()
        for count, n in enumerate(self._places.get(words[-1], ()) if words else ()):
            if count == LOOKED_AT:
                break
            if not self._capital(n):
                continue
            start = n
            while start > max(0, n - len(words)) and self._folded[start - 1] in words[:-1]:
                start -= 1
            before = self._run_of_titles(start)
            sexes |= {HONORIFICS[word] for word in before if word in HONORIFICS}
            after = _APPOSITION.match(self.text, self._spans[n][1])
            called |= {_title(before), _title(tokens(after["said"]) if after else [])}
        called.discard(())
        return frozenset(called), (sexes == {"m"}) if len(sexes) == 1 else None

    def _run_of_titles(self, end: int) -> list[str]:
        start = end
        while start > 0 and end - start < 7 and is_title(self._folded[start - 1]):
            gap = self.text[self._spans[start - 1][1] : self._spans[start][0]]
            if gap.strip(" .\u00a0-"):
                break
            start -= 1
        # "Harbour Minister", "San Diego Mayor": what the office is of.
        for n in range(start - 1, max(start - 3, -1), -1):
            if start == end or not self._names_office(n):
                break
            start = n
        return self._folded[start:end]

    def _names_office(self, n: int) -> bool:
        """Tell whether a word belongs to the title after it: capitalised, and not because it opens a sentence."""
        start, end = self._spans[n]
        before = self.text[max(0, start - 2) : start]
        opens = not before.strip() or before.rstrip(' "“‘([')[-1:] in ".!?:\n"
        joined = self.text[end : self._spans[n + 1][0]] == " "
        return joined and not opens and self._capital(n) and self._folded[n] not in _NO_NAMES

    def _word(self, n: int) -> str:
        return self.text[slice(*self._spans[n])]

    def _capital(self, n: int) -> bool:
        return self.text[self._spans[n][0]].isupper()


def _title(phrase: Sequence[str]) -> tuple[str, ...]:
    """The words of a phrase that make it a title or a role, none where it is no such thing."""
    telling = tuple(word for word in phrase if word not in _SMALL and word not in HONORIFICS and len(word) > 1)
    return telling if any(map(is_title, telling)) else ()


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()
    return "".join(tokens(word)) or word.casefold()


def _definitions(text: str) -> dict[str, tuple[str, ...]]:
    """Return the letters that a bracket explains: "Harbour Safety Board (HSB)"."""
    found: dict[str, tuple[str, ...]] = {}
    for match in _DEFINED.finditer(text):
        letters = re.sub(r"[^A-Z]", "", match["short"])
        window = text[max(0, match.start() - _BEFORE_DEFINED) : match.start()].rstrip()
        words = re.findall(r"[\w'’.&-]+", re.split(r"[.;:!?\n“”\"()]\s", window)[-1])
        for count in range(2, min(len(words), 2 * len(letters) + 1) + 1):
            long = words[-count:]
            if long[0][:1].isupper() and letters in _initials(long):
                meant = tuple(word for word in tokens(" ".join(long)) if word != "the")
                found.setdefault(" ".join(tokens(match["short"])), meant)
                break
    return found


def _initials(words: Sequence[str]) -> set[str]:
    parts = [part for word in words for part in word.split("-") if part]
    return {
        "".join(part[0] for part in parts).upper(),
        "".join(part[0] for part in parts if part[0].isupper()),
        "".join(part[0] for part in parts if part.casefold() not in _CONNECTORS).upper(),
    }
