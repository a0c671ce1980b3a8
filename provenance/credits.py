"""What an article says of whose report it is: the marks of wire copy and of reprints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.records import Article, Span
from provenance.names import tokens
from provenance.outlets import OutletTable
from provenance.rules import Rule

HEAD = 600
"""Code points from the start of a text in which a dateline or a line of credit may stand."""
FOOT = 400
"""Code points before the end of a text in which a line of credit may stand."""

_NAME = r"[A-Z][\w.&'’-]*(?:[\ -](?:[A-Z][\w.&'’-]*|de|of)){0,4}"
_DATELINE = re.compile(
    rf"""(?:^|\n|(?<=[.!?]\s))\s*(?P<place>[A-Z][\w.,'’/\ -]{{1,60}}?\s*)?(?P<mark>\((?P<name>{_NAME})\))\s*[-–—:]
    |(?:^|\n)\s*[A-Z][\w.'’/\ -]{{1,40}},\ (?:[A-Z][a-z]{{2,8}}\.?\ \d{{1,2}}\ )?
     (?P<mark2>\(?(?P<name2>{_NAME})\)?)\s?[-–—]{{1,2}}\s""",
    re.VERBOSE,
)
_LINE = re.compile(
    rf"""^\W{{0,3}}(?:(?:source|credit|from|by|via|photo\ and\ text|copyright|©)\s*:?\s*)?(?:\d{{4}}\s)?(?:the\s)?
    (?P<mark>(?P<name>{_NAME}))\W{{0,3}}$""",
    re.IGNORECASE | re.VERBOSE,
)
_REPRINT = re.compile(
    rf"""\b(?:originally|first)\s+(?:published|appeared|printed)\s+(?:by|in|on|at)\s+(?:the\s+)?
    (?P<mark>(?P<name>(?-i:{_NAME})))""",
    re.IGNORECASE | re.VERBOSE,
)
_HELP = re.compile(
    rf"""(?P<mark>(?-i:(?P<name>{_NAME})))\ (?:(?:journalists?|reporters?|staff)\ )?
     contributed\ to\ this\ (?:report|story|article)
    |\bwith\ (?:inputs?|files|additional\ reporting|reporting)\ (?:from|by)\s+(?:the\s+)?
     (?P<mark2>(?-i:(?P<name2>{_NAME})))""",
    re.IGNORECASE | re.VERBOSE,
)


_DESK = re.compile(
    r"\b(?:staff|desk|newsroom|news|editors?|reporters?|agenc(?:y|ies)|wires?|team|correspondents?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet that an article credits for its text. ``place`` is ``None`` where only the byline says so.

    ``whole``: the text is that outlet's report; else the outlet only contributed to it.
    """

    outlet: str
    place: Span | None
    rule: str
    whole: bool


def find_credits(article: Article, outlets: OutletTable) -> list[Credit]:
    """Return whom ``article`` credits: ``(Reuters) -``, a line or byline of an agency alone, "first published by",
    "contributed to this report". Its own outlet is none of them."""
    outlets = outlets.knowing([article.outlet] if article.outlet else [])
    seen: dict[tuple[str, bool], Credit] = {}
    for credit in _all(article, outlets):
        if article.outlet is None or not outlets.same(credit.outlet, article.outlet):
            seen.setdefault((credit.outlet, credit.whole), credit)
    return list(seen.values())


def byline(article: Article, outlets: OutletTable) -> str | None:
    """Return the author's name folded, if it is a person's; what a desk or an agency signs is not one person's text."""
    name = re.sub(r"^\s*by\s+", "", article.author or "", flags=re.IGNORECASE).strip()
    if len(name.split()) < 2 or _DESK.search(name) or outlets.find(name) is not None:
        return None
    return " ".join(tokens(name))


def _all(article: Article, outlets: OutletTable) -> Iterator[Credit]:
    text = article.text
    for match in _DATELINE.finditer(text, 0, min(HEAD, len(text))):
        if match["mark"] and re.match(r"[A-Z]{3,}", match["place"] or ""):
            # CITY (Name) - is a dateline whether the table knows the name or not.
            yield Credit(outlets.canonical(match["name"]), Span(*match.span("mark")), Rule.WIRE_DATELINE, whole=True)
        else:
            yield from _known(match, outlets, Rule.WIRE_DATELINE, whole=True)
    for start, end in _edge_lines(text):
        line = _LINE.match(text[start:end])
        if line and outlets.is_wire(line["name"]):
            place = Span(start + line.start("mark"), start + line.end("mark"))
            yield Credit(outlets.canonical(line["name"]), place, Rule.WIRE_CREDIT, whole=True)
    for part in re.split(r"[,;/|]|\bof\b|\band\b", article.author or ""):
        name = re.sub(r"^\s*by\s+", "", part, flags=re.IGNORECASE).strip()
        if name and outlets.is_wire(name):
            yield Credit(outlets.canonical(name), None, Rule.WIRE_BYLINE, whole=True)
    for match in _REPRINT.finditer(text):
        if outlets.find(match["name"]) is not None:
            yield Credit(outlets.canonical(match["name"]), Span(*match.span("mark")), Rule.REPRINT, whole=True)
    for match in _HELP.finditer(text):
        yield from _known(match, outlets, Rule.CONTRIBUTED, whole=False)


def _known(match: re.Match[str], outlets: OutletTable, rule: str, whole: bool) -> Iterator[Credit]:
    end = "" if match["name"] else "2"
    if outlets.is_wire(match[f"name{end}"]):
        yield Credit(outlets.canonical(match[f"name{end}"]), Span(*match.span(f"mark{end}")), rule, whole)


def _edge_lines(text: str) -> Iterator[tuple[int, int]]:
    """The places of the lines that begin in the head or end in the foot of ``text``."""
    for match in re.finditer(r"[^\n]+", text):
        if match.start() < HEAD or match.end() > len(text) - FOOT:
            yield match.span()
