"""What we wrote to train on, pair by pair: cuts of quotations, figures at odds or not, same claims or not, passages.

``training/pairs/*.jsonl``, one pair a line with why it is so. *cuts*: ``whole``, what was said, and ``part``, what a
paper prints of it: does the cut turn it? *numbers*: ``left`` and ``right``: are they at odds on a figure or date?
*same*: ``left`` and ``right``: one claim, contrary ones, or other ones? *stance*: a ``claim``, a ``passage``, and what
it does with the claim. Nobody who wrote there had seen ``benchmarks/suites``. ``training/relation.py`` learns from
nine of ten; the tenth is for what is fitted on top of it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("pairs")
KINDS = ("cuts", "numbers", "same", "stance")

FAIR, TURNED = (0.95, 0.05, 0.0), (0.0, 0.85, 0.15)
"""Entailed, neither, contradicted: what is left of a saying by a fair cut, and by one that turns it."""
SAME, CONTRARY, OTHER = (0.95, 0.05, 0.0), (0.0, 0.05, 0.95), (0.2, 0.75, 0.05)
AT_ODDS, NOT_AT_ODDS = (0.0, 0.1, 0.9), (0.3, 0.65, 0.05)
_RELATIONS = {"same": SAME, "contradicts": CONTRARY, "other": OTHER}
_STANCES = {"supports": (0.95, 0.05, 0.0), "denies": (0.0, 0.05, 0.95), "reports": (0.0, 0.95, 0.05)}


def rows(kind: str, folder: Path = FOLDER) -> Iterator[dict[str, Any]]:
    """Yield the pairs of a kind (:data:`KINDS`), as they were written."""
    for path in sorted(folder.glob(f"{kind}_*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def kept_back(row: dict[str, Any]) -> bool:
    """Tell whether the relation model is not to see a pair, nor any other with its first text."""
    text = row.get("whole") or row.get("left") or row["claim"]
    return hashlib.sha256(str(text).encode()).digest()[0] % 10 == 0


def taught(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """Return the pairs that the relation model learns from, in the pool's form, with probabilities for labels."""
    return [
        {"src": f"{kind} pairs", "premise": one, "hypothesis": two, "soft": soft}
        for kind in KINDS
        for row in rows(kind, folder)
        if not kept_back(row)
        for one, two, soft in _inferences(kind, row)
    ]


def _inferences(kind: str, row: dict[str, Any]) -> Iterator[tuple[str, str, tuple[float, float, float]]]:
    if kind == "cuts":
        yield row["whole"], row["part"], TURNED if row["turns"] else FAIR
    elif kind == "stance":
        yield row["passage"], row["claim"], _STANCES[row["stance"]]
    else:
        soft = _RELATIONS[row["relation"]] if kind == "same" else AT_ODDS if row["conflict"] else NOT_AT_ODDS
        yield row["left"], row["right"], soft
        yield row["right"], row["left"], soft
