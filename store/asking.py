"""What a user asks for -> SQL with parameters. No word of the user's ever becomes SQL or FTS5 syntax."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from claims.errors import ArchiveError
from claims.records import Stance

ORDERS = {
    "articles": "articles DESC, cluster",
    "first_seen": "first_seen IS NULL, first_seen, cluster",
    "origins": "independent_origins DESC, cluster",
    "text": "text COLLATE NOCASE, cluster",
}

MOST_PHRASES = 64
"""Distinct words or phrases of a query that are looked for; a pasted page has thousands, and FTS5 has a limit."""

_PHRASE = re.compile(r'"([^"]*)"|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Filter:
    """A WHERE clause over ``trails`` and its parameters."""

    where: str
    parameters: tuple[Any, ...]


def phrases(text: str) -> list[str]:
    """Return the words and "quoted phrases" of ``text`` as FTS5 strings, each once.

    Each stands in double quotes, so that ``NOT``, ``*``, ``:`` and the like are plain text. What has no letter and
    no digit is left out.
    """
    # FTS5 would end its query at a NUL character.
    found = ("".join(pair).strip() for pair in _PHRASE.findall(text.replace("\0", " ")))
    words = dict.fromkeys(phrase for phrase in found if any(map(str.isalnum, phrase)))
    return [f'"{word}"' for word in words][:MOST_PHRASES]


def all_of(text: str) -> str | None:
    """Return the FTS5 query for every word of ``text``; ``None`` where it has none to look for."""
    return " AND ".join(phrases(text)) or None


def any_of(text: str) -> str | None:
    """Return the FTS5 query for at least one word of ``text``; ``None`` where it has none to look for."""
    return " OR ".join(phrases(text)) or None


def order_by(order: str) -> str:
    """Return the ORDER BY terms of a named order; ties go by id.

    Raises:
        ArchiveError: there is no such order.
    """
    if order not in ORDERS:
        raise ArchiveError(f"cannot order by {order!r}; there are {', '.join(ORDERS)}")
    return ORDERS[order]


def trail_filter(words: str | None, outlet: str | None, flag: str | None, stance: str | None, least: int) -> Filter:
    """Return what ``Archive.trail_summaries`` asks for.

    Raises:
        ArchiveError: there is no such stance.
    """
    # Always true of a trail, but it lets SQLite count over an index.
    terms = ["articles >= ?"]
    parameters: list[Any] = [least]
    if words is not None and words.strip():
        query = all_of(words)
        if query is None:
            terms.append("0")
        else:
            terms.append(_SAID_IN_A_MEMBER)
            parameters.append(query)
    if outlet is not None:
        terms.append("cluster IN (SELECT cluster FROM trail_outlets WHERE outlet = ?)")
        parameters.append(outlet)
    if flag is not None:
        terms.append("cluster IN (SELECT cluster FROM trail_flags WHERE flag = ?)")
        parameters.append(flag)
    if stance is not None:
        if stance not in list(Stance):
            raise ArchiveError(f"there is no stance {stance!r}; there are {', '.join(Stance)}")
        terms.append(f"{Stance(stance).value} > 0")
    return Filter(" AND ".join(terms), tuple(parameters))


_SAID_IN_A_MEMBER = """cluster IN (
    SELECT members.cluster FROM claims_fts
    JOIN claims ON claims.arrival = claims_fts.rowid
    JOIN members ON members.claim = claims.id
    WHERE claims_fts MATCH ?)"""
