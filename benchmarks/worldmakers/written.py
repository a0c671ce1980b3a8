"""Stories written by hand, one TOML file each, with who stands behind every claim: ``benchmarks/stories/<suite>``.

Five writers, each with a desk of their own, wrote them knowing the product only by what it should tell.
``python -m benchmarks.worlds written`` measures those that were read while rules were made, ``unread`` those that were
not. In those of ``near``, ``near2``, ``near3`` (read) and ``near_unread``, by fourteen more writers, who passes a claim
on stays near its wording, so that who stands behind it is what is hard.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.planted import Difference, Place, PlantedClaim, World, closure
from claims.articles import article

STORIES = Path(__file__).parent.parent / "stories"
_KNOWN = ("outlet", "title", "author", "published", "url")
_DIFFERENCES = ("misquotes", "speakers", "conflicts", "sound")


def worlds(count: int, seed: int, suite: str = "written") -> Iterator[World]:
    """Yield ``count`` stories of ``suite``, or all if there are fewer, in an order that ``seed`` draws."""
    paths = sorted((STORIES / suite).glob("*.toml"))
    random.Random(seed).shuffle(paths)
    for path in paths[:count]:
        yield read(path)


def read(path: Path) -> World:
    """Return the story of a file. Raises ValueError or KeyError where its truth does not fit its articles."""
    story = tomllib.loads(path.read_text(encoding="utf-8"))
    articles = {
        told["id"]: article(told["text"], **{name: told[name] for name in _KNOWN if name in told})
        for told in story["article"]
    }
    ids = {name: made.id for name, made in articles.items()}
    copies = [[ids[name] for name in group["articles"]] for group in story.get("copies", ())]
    return World(
        id=path.stem,
        kind=story["kind"],
        articles=tuple(articles.values()),
        claims=tuple(_claim(told, ids) for told in story.get("claim", ())),
        copies=closure(tuple((group[0], other) for group in copies for other in group[1:])),
        **{name: tuple(_difference(told, ids) for told in story.get(name, ())) for name in _DIFFERENCES},
    )


def _claim(told: Mapping[str, Any], ids: Mapping[str, str]) -> PlantedClaim:
    return PlantedClaim(
        name=told["name"],
        places=_places(told["places"], ids),
        origins=told["origins"],
        most=told["most"],
        flags=frozenset(told.get("flags", ())),
    )


def _difference(told: Mapping[str, Any], ids: Mapping[str, str]) -> Difference:
    return Difference(told["kind"], _places(told["a"], ids), _places(told["b"], ids))


def _places(told: Sequence[Sequence[str]], ids: Mapping[str, str]) -> tuple[Place, ...]:
    return tuple(Place(ids[name], *rest) for name, *rest in told)
