"""Check-worthiness on ClaimBuster's test sentences.

    python -m benchmarks.checkworthiness

F1 of the class "worth checking" at ``worth >= 0.5``, and average precision of the ranking. The test file holds both
classes in equal parts; in the debates that it comes from about one sentence in four is worth checking.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import gold
from claims.articles import article
from claims.attributions import attribute
from claims.language import parse
from claims.records import Span
from settings import Claims

THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Result:
    """F1, precision, recall and average precision (all 0 to 1) over ``sentences``."""

    f1: float
    precision: float
    recall: float
    average_precision: float
    sentences: int


def gold_file() -> Path:
    """Return where the test sentences are expected."""
    return gold.folder() / "checkworthy" / "claimbuster_test.jsonl"


def score(path: Path | None = None) -> Result:
    """Score the shipped model on a ClaimBuster file (``text``, ``label`` 1 or 0)."""
    lines = (gold_file() if path is None else path).read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return measured([worth(row["text"]) for row in rows], [int(row["label"]) for row in rows])


def worth(text: str) -> float:
    """Return how much ``text`` is worth checking as a whole, 0 to 1."""
    reading = attribute(article(text), parse(text, Claims().spacy_model)).reading
    return reading.worth_of([Span(0, len(text))])


def measured(scores: Sequence[float], labels: Sequence[int]) -> Result:
    """Return the figures for ``scores`` against ``labels``."""
    found = [value >= THRESHOLD for value in scores]
    hits = sum(label for label, said in zip(labels, found, strict=True) if said)
    precision, recall = hits / max(sum(found), 1), hits / max(sum(labels), 1)
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return Result(f1, precision, recall, _average_precision(scores, labels), len(labels))


def _average_precision(scores: Sequence[float], labels: Sequence[int]) -> float:
    """Mean of the precision at each worthy sentence, ranked by falling score."""
    ranked = [label for _, label in sorted(zip(scores, labels, strict=True), key=lambda pair: -pair[0])]
    hits, total = 0, 0.0
    for rank, label in enumerate(ranked, 1):
        hits += label
        total += label * hits / rank
    return total / max(hits, 1)


def main() -> None:
    """Print the figures, or say what is lacking."""
    if not gold_file().is_file():
        print(f"skipped: no {gold_file()} (set CLAIMTRAIL_DATA to the folder of the gold data)")
        return
    result = score()
    print(
        f"check-worthiness, {result.sentences} sentences: F1 {result.f1:.3f} (P {result.precision:.3f}, "
        f"R {result.recall:.3f}), AP {result.average_precision:.3f}"
    )


if __name__ == "__main__":
    main()
