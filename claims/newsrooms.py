"""Outlets whose names do not tell it, known by how an article speaks of them: "the newspaper X", "X first reported".

Only what hardly anybody but a newsroom is said to do counts: whom somebody told, and who reported a figure, may be a
company or a council. What a word of its name, its spelling or the reading of people says to be somebody else is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.carriers import cited
from claims.cues import lexicon
from claims.names import plain
from claims.people import INSTITUTIONS, People, is_title

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KINDS = lexicon("""
    newspaper broadcaster tabloid broadsheet newswire magazine daily weekly fortnightly newsletter blog podcast portal
    website newsagency
    """)
_NEWS_KINDS = lexicon("site agency outlet channel station network paper")
_BEFORE_KINDS = lexicon("news radio television tv press state wire")
"""With one of these before it, "site" or "station" is a newsroom."""
_OTHERS = lexicon("""
    research power police space railway bus fire metro train polling pumping service petrol weather filling building
    construction heritage nuclear burial industrial archaeological camp landfill test launch white green position
    discussion working policy exam ballot border spy intelligence aid estate travel rail road computer
    """)
"""With one of these before it, it is something else: "the research station Halley"."""
_NAMED = lexicon("site channel station paper")
"""What with a name after it is a newsroom, if none of those stands before it; an agency may be any."""
_PART_OF_NAME = lexicon("Daily Weekly Site Channel Station Paper")
"""With a capital these belong to the name."""
_KIND = rf"(?:(?:{'|'.join(_BEFORE_KINDS)}) (?:{'|'.join(_NEWS_KINDS)})|{'|'.join(_KINDS)})"
_AFTER = re.compile(rf"(?<=\S) (?:{_KIND}|radio|television|TV|online)$")
_OF_THE_TOWN = re.compile(r"^(?:the )?(?:town|city|capital|country|county|region|island)['’]s (?=[A-Z])")
_NAME = r"(?:[Tt]he )?[A-Z][\w’'&.-]*(?: (?:[A-Z&][\w’'&.-]*|of|the|de|la|and|\d+))*"
_BESIDE = re.compile(
    rf"(?P<before>{_NAME}), (?:an?|the) (?:[a-z-]+ ){{0,4}}(?:site|paper|{_KIND}),?"
    rf"|(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir) (?:[\w-]+ ){{0,4}}(?:site|paper|{_KIND}), (?:the )?(?P<after>{_NAME}),?"
)
"""A name beside what it is: "Pixelgrind, a trade site", "a rival paper, the Clarion"."""
_CALL_SIGN = re.compile(r"(?!KPMG|WADA|WWII)[KW][A-Z]{3}")
"""An American station that reports."""
_FURTHEST = 6
"""Words before an outlet's name, its kind the last: "the Flemish business daily De Koopman"."""
_REPORTS = frozenset({"report", "write"})
_DATES = frozenset({"DATE", "TIME"})
_NO_NAMES = frozenset({"GPE", "NORP", "LOC", "EVENT", "LANGUAGE"}) | _DATES
_LISTED_BODIES = lexicon("council committee society academy trust limited fire rescue fund parliament bailey cross")


def outlets_by_use(doc: Doc, people: People) -> frozenset[str]:
    """Return the names in ``doc``, plain and in small letters, that its words show to be outlets'."""
    found = (name for token in doc for name in _shown(token, people))
    return frozenset(plain(name).lower() for name in found)


def bare(name: str) -> str:
    """Return a name without what says that it is a newsroom's: "the news site X", "X newspaper"."""
    name = _OF_THE_TOWN.sub("", name)
    beside = _BESIDE.fullmatch(name)
    if beside is not None:
        return beside["before"] or beside["after"]
    return _AFTER.sub("", _after_kind(name) or name)


def is_called_outlet(mention: str) -> bool:
    """Tell whether a mention is a newsroom's kind with its name after it: "the broadcaster Onda Velling"."""
    return _after_kind(mention) is not None or _BESIDE.fullmatch(mention) is not None


def is_kind(kind: str, before: str) -> bool:
    """Tell whether a word is a newsroom's kind where a name follows it; ``before`` is the word before it."""
    if before in _OTHERS:
        return False
    if kind.endswith("-language") or (kind == "language" and before == "-"):
        return True  # "the Turkish-language Kanal Ufuk"
    return kind in _KINDS | _NAMED or (kind in _NEWS_KINDS and (before in _BEFORE_KINDS or before == "the"))


def _after_kind(mention: str) -> str | None:
    """Return the name after a kind of newsroom."""
    words = mention.split()
    for place, word in enumerate(words[:_FURTHEST]):
        following = words[place + 1 : place + 2]
        before = words[place - 1].lower() if place else ""
        if word in _PART_OF_NAME or not following or following[0][:1].islower():
            continue  # "Channel Two News"
        if is_kind(word.lower(), before):
            return " ".join(words[place + 1 :])
    return None


def _shown(token: Token, people: People) -> Iterator[str]:
    """Yield the names that ``token`` says to be outlets': as their kind, their reporting, or an interview."""
    if _is_kind(token):
        yield from _called(token, people)
    elif token.lemma_ in _REPORTS:
        yield from _reporting(token, people)
    elif token.lower_ == "interview":
        yield from _interviewing(token, people)


def _is_kind(token: Token) -> bool:
    before = token.nbor(-1).lower_ if token.i > 0 else ""
    if token.lower_ in _KINDS or (token.lower_ in _NEWS_KINDS and before in _BEFORE_KINDS):
        return True
    named = token.i + 1 < len(token.doc) and str(token.nbor(1).text)[:1].isupper()  # "the site The Pitchside"
    return named and is_kind(token.lower_, before)


def _called(kind: Token, people: People) -> Iterator[str]:
    """Yield the name beside a kind of outlet: "the newspaper X", "the X news site", "X, a local newspaper"."""
    after = kind.i + 1
    if after + 1 < len(kind.doc) and kind.doc[after].text == "The":
        after += 1
    if after < len(kind.doc) and kind.doc[after].pos_ == "PROPN":
        named = _last(kind.doc[after])
        of_clause = named.dep_ in {"nsubj", "nsubjpass"} and named.head.dep_ == "relcl"
        if not of_clause or after > kind.i + 1:  # "the newspaper Brandt founded"
            words = [word for word in _words(named) if word.i > kind.i]
            yield from _name(named, people, words, _DATES, named_so=True)
    start = kind.i - (kind.lower_ in _NEWS_KINDS) - 1
    if start >= 0 and kind.doc[start].pos_ == "PROPN":
        words = _words(kind.doc[start])
        before = words[0].i - 1 if words else -1
        # "The Brandt newspaper" may be the one that Brandt owns, "X newspaper" is called so.
        if len(words) > 1 or (before >= 0 and kind.doc[before].pos_ == "ADP"):
            yield from _name(kind.doc[start], people)
    if kind.dep_ == "appos" and kind.head.i < kind.i:
        yield from _name(kind.head, people)


def _reporting(verb: Token, people: People) -> Iterator[str]:
    """Yield who "first reported that" it is so, by whom it was first reported, and who reported it, citing others."""
    first = any(child.lower_ == "first" and child.i < verb.i for child in verb.children)
    clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    of_itself = clause is not None and any(
        child.dep_ in {"nsubj", "nsubjpass"} and child.pos_ == "PRON" for child in clause.children
    )
    for child in verb.children:
        if child.dep_ == "nsubj" and _CALL_SIGN.fullmatch(child.text):
            yield str(child.text)
        elif child.dep_ == "nsubj" and cited(verb) is not None:
            yield from _name(child, people, named_so=True)
        elif child.dep_ == "nsubj" and clause is not None and not of_itself and first:
            yield from _name(child, people)
        elif child.dep_ == "agent" and first:
            for named in child.children:
                yield from _name(named, people)


def _interviewing(noun: Token, people: People) -> Iterator[str]:
    """Yield "the X" that somebody gave an interview; without an article it may be a person."""
    for child in noun.children:
        if child.lower_ == "with":
            for named in child.children:
                words = _words(named)
                if len(words) > 1 and words[0].i > 0 and words[0].nbor(-1).lower_ == "the":
                    yield from _name(named, people)


def _name(
    named: Token,
    people: People,
    words: list[Token] | None = None,
    no_names: frozenset[str] = _NO_NAMES,
    named_so: bool = False,
) -> Iterator[str]:
    """Yield the name that ends with ``named``, of ``words`` if they are given, if it may be an outlet's.

    What the recogniser calls it is wrong often enough to be overruled where the kind of it is said: ``no_names``.
    ``named_so``: what is said of it is said of hardly any person, whatever it was read as.
    """
    words = _words(named) if words is None else words
    name = "" if not words else str(named.doc[words[0].i : words[-1].i + 1].text)
    if not words or named.ent_type_ in no_names:
        return
    if people.at(named.i) is not None and not named_so:
        return
    lowered = {word.lower_ for word in words}
    if lowered & (INSTITUTIONS | _LISTED_BODIES) or any(map(is_title, words[:1])) or named.text.isupper():
        return
    yield name


def _words(named: Token) -> list[Token]:
    """Return the capitalised words that end with ``named``, in their order."""
    first = named.i
    if not (named.text[:1].isupper() or named.is_digit):
        return []
    while first > named.sent.start:
        before = named.doc[first - 1]
        if before.text == "-" and not before.whitespace_ and first - 1 > named.sent.start:
            first -= 2  # "Severin-Press"
        elif before.text[:1].isupper() and before.lower_ != "the":
            first -= 1
        else:
            break
    return list(named.doc[first : named.i + 1])


def _last(token: Token) -> Token:
    """Return the last word of the name that begins with ``token``."""
    while token.i + 1 < len(token.doc):
        after = token.nbor(1)
        if after.text == "-" and not token.whitespace_ and not after.whitespace_ and after.i + 1 < len(token.doc):
            token = after.nbor(1)  # "Awaz-e-Sahil"
        elif _goes_on(after) or (after.is_digit and token.text[:1].isupper()):
            token = after
        else:
            break
    return token


def _goes_on(token: Token) -> bool:
    return token.pos_ == "PROPN" or (token.is_alpha and token.text.istitle() and not token.is_sent_start)
