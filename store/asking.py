"""What a user asks for -> SQL with parameters. No word of the user's ever becomes SQL or FTS5 syntax."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
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

RAREST = 8
"""Words of a quotation by which articles are found that may have it: the rarest, so that few articles are ranked."""

MOST_RANKED = 1_000
"""Texts in which the words that are looked for may stand together: 7 ms a claim among a hundred thousand, against
40 ms without a limit (benchmarks/drafts.py --speed). Beyond the rarest word as many are taken as keep below it."""

RUNS = 3
"""Runs of three words around the rarest ones that are looked for beside them."""

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


def folded(text: str) -> list[str]:
    """Return the words of ``text`` as ``unicode61 remove_diacritics 2`` keeps them, in order."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return [word.lower() for word in re.findall(r"[^\W_]+", plain)]


def rarest(words: Sequence[str], counted: Mapping[str, int], runs: int) -> str | None:
    """Return the FTS5 query for the rarest of ``words`` and for ``runs`` runs of three in which they stand.

    ``counted``: in how many texts each word stands; words that stand in none are looked for in runs no more. ``None``:
    none of the words stands anywhere.
    """
    places = sorted((n for n, word in enumerate(words) if word in counted), key=lambda n: (counted[words[n]], n))
    chosen = list(dict.fromkeys(words[n] for n in places))[:RAREST]
    while len(chosen) > 1 and sum(counted[word] for word in chosen) > MOST_RANKED:
        chosen.pop()
    around = [words[max(0, n - 1) : n + 2] for n in places[:runs]]
    together = dict.fromkeys(" ".join(run) for run in around if len(run) == 3 and all(word in counted for word in run))
    return " OR ".join(f'"{each}"' for each in (*chosen, *together)) or None


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
