"""Do two sentences of real articles make one claim? Pairs of the gold data's articles, judged by eye.

``judged.jsonl`` has 617 pairs of sentences of two articles of ``news/fnc_bodies.jsonl`` that may tell one story, drawn
evenly over likenesses from 0.35 to 0.75, three of four of them the likest of the other article: by the SHA-256 of the
article's text (16 digits), start and end, and what each reader made of it (``same``; ``denied``: the same, and one
denies it; ``other figure``; ``different``). No text of theirs is kept here. What is called tuned may be looked at,
what is called held shares no article with it. Run ``python -m benchmarks.judged [tuned|held]``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks import gold
from benchmarks.phenomena import judged
from claims.records import Relation
from settings import Index

PAIRS = Path(__file__).with_name("judged.jsonl")
DIFFERENT = "different"


def rows(suite: str, articles: Path | None = None) -> list[dict[str, Any]]:
    """Return the pairs of a suite with their texts, ``left`` and ``right``, and whether they are ``same``.

    Raises ValueError where the gold data is not that of which the pairs are.
    """
    texts = {}
    with (articles or gold.folder() / "news" / "fnc_bodies.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            texts[gold.short(text)] = text
    with PAIRS.open(encoding="utf-8") as lines:
        pairs = [pair for pair in map(json.loads, lines) if pair["suite"] == suite]
    missing = {sha for pair in pairs for sha, *_ in (pair["left"], pair["right"])} - texts.keys()
    if missing:
        raise ValueError(f"{len(missing)} articles of {PAIRS} are not in the gold data")
    for pair in pairs:
        pair["same"] = pair["labels"][0] != DIFFERENT
        for side in ("left", "right"):
            sha, start, end = pair[side]
            pair[side] = texts[sha][start:end]
    return pairs


def figures(suite: str, articles: Path | None = None) -> dict[str, float]:
    """Return how well scores and judgements tell the pairs apart, and how far the readers agree, each 0 to 1."""
    from sklearn.metrics import average_precision_score, roc_auc_score

    pairs = rows(suite, articles)
    same, settings = [pair["same"] for pair in pairs], Index()
    matches = judged(pairs, settings=settings)
    scores = [match.score for match in matches]
    joined = [match.score >= settings.join for match in matches]
    told = [match.relation is Relation.SAME for match in matches]
    twice = [pair["labels"] for pair in pairs if len(pair["labels"]) > 1]
    agree = [(one == DIFFERENT) == (two == DIFFERENT) for labels in twice for one, two in _pairs(labels)]
    return {
        "pairs": len(pairs),
        "same": sum(same) / len(same),
        "score: area under the curve": float(roc_auc_score(same, scores)),
        "score: average precision": float(average_precision_score(same, scores)),
        "joined P": _share(joined, same),
        "joined R": _share(same, joined),
        "called same P": _share(told, same),
        "called same R": _share(same, told),
        "readers agree": sum(agree) / len(agree) if agree else 1.0,
    }


def _pairs(labels: Sequence[str]) -> list[tuple[str, str]]:
    return [(one, two) for place, one in enumerate(labels) for two in labels[place + 1 :]]


def _share(those: Sequence[bool], which: Sequence[bool]) -> float:
    """Return the share of ``those`` that are ``which``."""
    chosen = [right for there, right in zip(those, which, strict=True) if there]
    return sum(chosen) / len(chosen) if chosen else 1.0


def main() -> None:
    """Print the figures of a suite."""
    options = argparse.ArgumentParser("python -m benchmarks.judged", description="Pairs of real sentences, judged.")
    options.add_argument("suite", nargs="?", default="tuned", choices=("tuned", "held"))
    for name, value in figures(options.parse_args().suite).items():
        print(f"{name:<30} {value:g}" if name == "pairs" else f"{name:<30} {value:.3f}")


if __name__ == "__main__":
    main()
