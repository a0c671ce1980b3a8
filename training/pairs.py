"""What we wrote to train on, pair by pair: cuts of quotations, figures at odds or not, same claims or not, passages.

``training/pairs/*.jsonl``, one pair a line with why it is so, or a text and all that was written to it by answer.
*cuts*: ``whole``, what was said, and ``part``, what a paper prints of it: does the cut turn it? *news*: sentences of
two articles on one story: one claim to check, or two? *nli*: what follows from a ``premise``, in the genres and the
manner of MNLI. *numbers*: ``left`` and ``right``: are they at odds on a figure or date? *same*: ``left`` and ``right``:
one claim, contrary ones, or other ones? *stance*: a ``claim``, a ``passage``, and what it does with the claim. Nobody
who wrote there had seen ``benchmarks/suites``. ``training/relation.py`` learns from nine of ten; the tenth is for what
is fitted on top of it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("pairs")
KINDS = ("cuts", "news", "nli", "numbers", "same", "stance")

FAIR, TURNED = (0.95, 0.05, 0.0), (0.0, 0.85, 0.15)
"""Entailed, neither, contradicted: what is left of a saying by a fair cut, and by one that turns it."""
SAME, CONTRARY, OTHER, NEAR = (0.95, 0.05, 0.0), (0.0, 0.05, 0.95), (0.2, 0.75, 0.05), (0.02, 0.95, 0.03)
"""Of two *other* claims one may follow from the other; of those that were written *near* a claim, in its line, none."""
AT_ODDS, NOT_AT_ODDS = (0.0, 0.1, 0.9), (0.3, 0.65, 0.05)
ONE, TWO = (0.5, 0.4, 0.1), (0.05, 0.9, 0.05)
"""Each of two sentences that make one claim to check has details of its own, and one may deny it."""
ALL = 0.9
"""Share of a text's words from which it may only leave out details of another. No benchmark."""
_RELATIONS = {"same": SAME, "contradicts": CONTRARY, "other": OTHER, "near": NEAR}
_LABELS = {"entailment": (1.0, 0.0, 0.0), "neutral": (0.0, 1.0, 0.0), "contradiction": (0.0, 0.0, 1.0)}
_STANCES = {"supports": (0.95, 0.05, 0.0), "denies": (0.0, 0.05, 0.95), "reports": (0.0, 0.95, 0.05)}


_GROUPS = {
    "cuts": ("whole", "part", "turns", {"fair": False, "turns": True}),
    "news": ("left", "right", "one", {"one": True, "not": False}),
    "nli": ("premise", "hypothesis", "label", {label: label for label in _LABELS}),
    "numbers": ("left", "right", "conflict", {"odds": True, "fits": False}),
    "same": ("left", "right", "relation", {"same": "same", "contradicts": "contradicts", "other": "near"}),
    "stance": ("claim", "passage", "stance", {"supports": "supports", "denies": "denies", "reports": "reports"}),
}
"""Of each kind: what the first text and the others of a pair are called, the answer, and how answers are called where
all that was written to a text stands in one line."""


def rows(kind: str, folder: Path = FOLDER) -> Iterator[dict[str, Any]]:
    """Yield the pairs of a kind (:data:`KINDS`); ``of`` is the text that a pair was written to."""
    first = _GROUPS[kind][0]
    for path in sorted(folder.glob(f"{kind}_*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield from ({**pair, "of": row[first]} for pair in _pairs(kind, row))


def _pairs(kind: str, row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a line's pair, or of a line with many texts each with the first. Of claims that say the same all pairs are
    yielded, and what does not is paired with one of them as well, each with the next."""
    first, other, answer, answers = _GROUPS[kind]
    if other in row:
        yield row
        return
    told = [row[first], *row["same"]] if kind == "same" else [row[first]]
    for name, value in answers.items():
        texts = [(row[first], text) for text in row[name]]
        if name == "same":
            texts = list(combinations(told, 2))
        elif kind == "same":
            texts += [(told[1 + place % (len(told) - 1)], text) for place, text in enumerate(row[name])]
        yield from ({first: one, other: text, answer: value} for one, text in texts)


def kept_back(row: dict[str, Any]) -> bool:
    """Tell whether the relation model is not to see a pair, nor any other that was written to its text."""
    return hashlib.sha256(str(row["of"]).encode()).digest()[0] % 10 == 0


def taught(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """Return the pairs that the relation model learns from, in the pool's form, with probabilities for labels.

    Of two claims that are told to be two, none is where one tells all of the other: that may follow.
    """
    return [
        {"src": f"{kind} pairs", "premise": one, "hypothesis": two, "soft": soft}
        for kind in KINDS
        for row in rows(kind, folder)
        if not kept_back(row)
        for one, two, soft in inferences(kind, row)
        if soft not in (OTHER, NEAR, TWO) or not tells_all_of(one, two)
    ]


def inferences(kind: str, row: dict[str, Any]) -> Iterator[tuple[str, str, tuple[float, float, float]]]:
    """Yield premises, hypotheses and probabilities that a pair teaches."""
    match kind:
        case "cuts":
            yield row["whole"], row["part"], TURNED if row["turns"] else FAIR
        case "nli":
            yield row["premise"], row["hypothesis"], _LABELS[row["label"]]
        case "stance":
            yield row["passage"], row["claim"], _STANCES[row["stance"]]
        case _:
            soft = _either_way(kind, row)
            yield row["left"], row["right"], soft
            yield row["right"], row["left"], soft


def tells_all_of(one: str, two: str) -> bool:
    """Tell whether nearly all words of ``two`` stand in ``one``: then it may follow, though they are two claims."""
    ours, theirs = (set(re.findall(r"[^\W_]{3,}", text.casefold())) for text in (one, two))
    return len(theirs & ours) >= ALL * len(theirs)


def _either_way(kind: str, row: dict[str, Any]) -> tuple[float, float, float]:
    if kind == "same":
        return _RELATIONS[row["relation"]]
    if kind == "news":
        return ONE if row["one"] else TWO
    return AT_ODDS if row["conflict"] else NOT_AT_ODDS
