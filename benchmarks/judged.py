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
import statistics
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks import gold
from benchmarks.phenomena import judged
from claims.articles import read
from claims.records import Article, Relation
from settings import Index

PAIRS = Path(__file__).with_name("judged.jsonl")
ARTICLES = "news/fnc_bodies.jsonl"
DIFFERENT = "different"
OF_SCORES = ("area under the curve", "average precision", "joined precision", "joined recall")
"""The figures that depend on scores alone."""


def texts(articles: Path) -> dict[str, str]:
    """Return the texts of articles by how pairs name them: the first 16 digits of their SHA-256."""
    return {article.sha256[:16]: article.text for article in read(articles) if isinstance(article, Article)}


def rows(articles: Path, suite: str) -> list[dict[str, Any]]:
    """Return the pairs of a suite with their texts, ``left`` and ``right``, and whether they are ``same``.

    Raises ValueError where ``articles`` are not those of which the pairs are.
    """
    known = texts(articles)
    with PAIRS.open(encoding="utf-8") as lines:
        pairs = [pair for pair in map(json.loads, lines) if pair["suite"] == suite]
    missing = {sha for pair in pairs for sha, *_ in (pair["left"], pair["right"])} - known.keys()
    if missing:
        raise ValueError(f"{len(missing)} articles of {PAIRS} are not in {articles}")
    for pair in pairs:
        pair["same"] = pair["labels"][0] != DIFFERENT
        for side in ("left", "right"):
            sha, start, end = pair[side]
            pair[side] = known[sha][start:end]
    return pairs


def figures(articles: Path, suite: str) -> dict[str, float]:
    """Return how well scores and judgements tell the pairs apart, and how far the readers agree, each 0 to 1."""
    from sklearn.metrics import average_precision_score, precision_score, recall_score, roc_auc_score

    pairs, settings = rows(articles, suite), Index()
    same = [pair["same"] for pair in pairs]
    matches = judged(pairs, settings=settings)
    scores = [match.score for match in matches]
    joined = [score >= settings.join for score in scores]
    told = [match.relation is Relation.SAME for match in matches]
    twice = [two for pair in pairs for two in combinations(pair["labels"], 2)]
    found = {
        "pairs": len(pairs),
        "same": statistics.mean(same),
        "area under the curve": roc_auc_score(same, scores),
        "average precision": average_precision_score(same, scores),
        "joined precision": precision_score(same, joined),
        "joined recall": recall_score(same, joined),
        "called same precision": precision_score(same, told),
        "called same recall": recall_score(same, told),
        "readers agree": statistics.mean((one == DIFFERENT) == (two == DIFFERENT) for one, two in twice),
    }
    return {name: float(value) for name, value in found.items()}


def main() -> None:
    """Print the figures of a suite."""
    options = argparse.ArgumentParser("python -m benchmarks.judged", description="Pairs of real sentences, judged.")
    options.add_argument("suite", nargs="?", default="tuned", choices=("tuned", "held"))
    for name, value in figures(gold.folder() / ARTICLES, options.parse_args().suite).items():
        print(f"{name:<22} {value:.0f}" if name == "pairs" else f"{name:<22} {value:.3f}")


if __name__ == "__main__":
    main()
