"""Pairs of sentences of real articles, judged by eye: does one follow from the other, and are both one claim to check?

``real.jsonl`` has pairs of sentences of two articles of ``polnear/train.jsonl``, of likenesses from 0.36 to 0.9: by
the SHA-256 of each article's text (16 digits), start and end; ``there`` and ``back``, what follows from the left one
and from the right one; ``as``, whether a strict fact-checker would check both as one claim (:class:`As`). No text of
theirs is kept here. Each was read once, by one of twenty-four readers, all language models, who listed what is not
two claims of which neither follows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

from benchmarks import gold
from benchmarks.judged import texts
from training import pairs

PAIRS = Path(__file__).with_name("real.jsonl")
ARTICLES = "polnear/train.jsonl"


class As(StrEnum):
    """What two sentences are to a fact-checker."""

    SAME = "same"
    DENIED = "denied"
    OTHER_FIGURE = "other figure"
    DIFFERENT = "different"


_FOLLOWS = {
    "entailment": (0.95, 0.05, 0.0),
    "contradiction": (0.0, 0.3, 0.7),
}
"""Few of the contradictions are sure: most have another figure, perhaps of another day."""
_NEITHER = {
    As.SAME: (0.4, 0.5, 0.1),
    As.DENIED: (0.05, 0.35, 0.6),
    As.OTHER_FIGURE: (0.1, 0.4, 0.5),
    As.DIFFERENT: (0.02, 0.95, 0.03),
}
"""Of one claim each has details of its own."""


def rows() -> Iterator[dict[str, Any]]:
    """Yield the pairs with their texts, ``left`` and ``right``; ``of`` is the articles that they are of.

    Raises KeyError where the gold data's articles are not those of which the pairs are.
    """
    known = texts(gold.folder() / ARTICLES)
    with PAIRS.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            places = row["left"], row["right"]
            left, right = (known[sha][start:end] for sha, start, end in places)
            yield {**row, "left": left, "right": right, "as": As(row["as"]), "of": [sha for sha, *_ in places]}


def kept_back(row: dict[str, Any]) -> bool:
    """Tell whether the relation model is not to see a pair: one of its articles is of the tenth that is kept back."""
    return any(pairs.kept_back({"of": sha}) for sha in row["of"])


def taught() -> list[dict[str, Any]]:
    """Return the pairs that the relation model learns from, in the pool's form, with probabilities for labels."""
    found = []
    for row in rows():
        if not kept_back(row):
            for one, two, label in (
                (row["left"], row["right"], row["there"]),
                (row["right"], row["left"], row["back"]),
            ):
                soft = _FOLLOWS.get(label) or _NEITHER[row["as"]]
                found.append({"src": "real pairs", "premise": one, "hypothesis": two, "soft": soft})
    return found
