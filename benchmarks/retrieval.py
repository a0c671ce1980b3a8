"""Which already checked claim is a statement about: CLEF CheckThat! 2020, task 2.

MAP@5 and recall@20 of ``Matcher.nearest`` over all 10,375 checked claims: the order of the ``match`` door.
Run ``python -m benchmarks.retrieval [dev|train|test] [QUERIES]``; QUERIES takes the first so many statements.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import gold
from index.bare import bare_claim
from index.embeddings import Encoder, load_encoder
from index.matching import Matcher
from settings import Index

CLAIMS = "claims/clef20t2_vclaims.jsonl"
DEPTH = 5  # of average precision
FAR = 20  # of recall


@dataclass(frozen=True, slots=True)
class RetrievalScore:
    """MAP@5 and recall@20, 0 to 1."""

    queries: int
    map5: float
    recall20: float


def score(
    data: Path,
    split: str = "dev",
    encoder: Encoder | None = None,
    settings: Index | None = None,
    limit: int | None = None,
) -> RetrievalScore:
    """Return the measure for the statements of ``split`` (the first ``limit`` of them) in the gold folder ``data``."""
    settings = settings or Index()
    encoder = encoder or load_encoder(settings.model)
    claims = [bare_claim(row["id"], row["claim"]) for row in _rows(data / CLAIMS)]
    known = {claim.id for claim in claims}
    # One statement of test is about no claim that is listed.
    asked = _rows(data / f"claims/clef20t2_{split}.jsonl")
    rows = [row for row in asked if not known.isdisjoint(row["gold"])][:limit]
    queries = [bare_claim(row["id"], row["text"]) for row in rows]
    precision = recall = 0.0
    for row, near in zip(rows, Matcher(settings).nearest(queries, claims, encoder, FAR), strict=True):
        found, gold = [claims[place].id for place, _ in near], set(row["gold"])
        precision += _average_precision(found[:DEPTH], gold)
        recall += len(gold & set(found)) / len(gold)
    return RetrievalScore(len(rows), precision / len(rows), recall / len(rows))


def _average_precision(found: Sequence[str], gold: set[str]) -> float:
    hits = total = 0.0
    for rank, id in enumerate(found, start=1):
        if id in gold:
            hits += 1
            total += hits / rank
    return total / len(gold)


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def main(arguments: Sequence[str]) -> int:
    """Print the measure for a split (default: dev)."""
    split, limit = (*arguments, "dev")[0], int(arguments[1]) if len(arguments) > 1 else None
    data = gold.folder()
    if not (data / CLAIMS).is_file() or not (data / f"claims/clef20t2_{split}.jsonl").is_file():
        print(
            f"no gold data for {split} in {data}: set CLAIMTRAIL_DATA to the folder that holds claims/", file=sys.stderr
        )
        return 1
    result = score(data, split, limit=limit)
    print(f"{result.queries} statements of {split}: MAP@5 {result.map5:.3f}, recall@20 {result.recall20:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
