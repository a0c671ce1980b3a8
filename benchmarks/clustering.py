"""How well clusters agree with gold claims, and whether different sentences of one article stay apart.

*Emergent*: headlines, gold cluster = the claim that they are about. B-cubed (Bagga and Baldwin 1998) and pairwise F1
of average linkage with the product's own scores, at the threshold that the other four of five folds (by claim)
prefer, and at the product's join threshold. Headlines of one rumour are wider than one claim: they say what the
score can do. *PolNeAR*: sentences of one article nearly always claim different things, so a join there is
probably wrong; that, not Emergent, holds the product's threshold up. Run ``python -m benchmarks.clustering``.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np

from benchmarks import gold
from claims.records import Claim, digest
from index.bare import bare_claim
from index.clusters import Clusterer
from index.embeddings import Encoder, embed, load_encoder
from index.lines import line_claim
from index.matching import Matcher
from settings import Index

HEADLINES = "claims/emergent_dev.jsonl"
ARTICLES = "polnear/dev.jsonl"
FOLDS = 5
THRESHOLDS = tuple(round(0.52 + 0.03 * step, 2) for step in range(8))
SAMPLE = 30  # articles of PolNeAR whose sentences are clustered
SHORTEST = 6  # words of a sentence that counts

_SENTENCE = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[A-Z\"“‘])|\n+")


@dataclass(frozen=True, slots=True)
class Agreement:
    """B-cubed and pairwise precision, recall and F1, all 0 to 1."""

    bcubed_precision: float
    bcubed_recall: float
    bcubed: float
    pairwise_precision: float
    pairwise_recall: float
    pairwise: float


@dataclass(frozen=True, slots=True)
class ClusterScore:
    """The measure. ``stating``: thresholds by fold, without the headlines that only observe. ``chosen``: the thresholds
    that the folds chose; ``joined``: the share (0 to 1) of sentences that were joined with another of their article,
    ``None`` without PolNeAR."""

    headlines: int
    folds: Agreement
    chosen: tuple[float, ...]
    product: Agreement
    stating: Agreement
    joined: float | None


@dataclass(slots=True)
class Tally:
    """Sums over items, from which an agreement is made."""

    items: int = 0
    precision: float = 0.0
    recall: float = 0.0
    pairs: int = 0
    pairs_found: int = 0
    pairs_gold: int = 0

    def add(self, found: Sequence[Hashable], gold: Sequence[Hashable], asked: Collection[int]) -> Tally:
        """Count the items ``asked`` of two partitions, each given as one label per item."""
        both, ours, theirs = Counter(zip(found, gold, strict=True)), Counter(found), Counter(gold)
        for place in asked:
            shared, cluster, claim = both[found[place], gold[place]], ours[found[place]], theirs[gold[place]]
            self.items += 1
            self.precision += shared / cluster
            self.recall += shared / claim
            self.pairs += shared - 1
            self.pairs_found += cluster - 1
            self.pairs_gold += claim - 1
        return self

    def agreement(self) -> Agreement:
        """Return the agreement of what was counted."""
        precision, recall = self.precision / self.items, self.recall / self.items
        pair_precision = self.pairs / self.pairs_found if self.pairs_found else 1.0
        pair_recall = self.pairs / self.pairs_gold if self.pairs_gold else 1.0
        return Agreement(
            precision, recall, _f1(precision, recall), pair_precision, pair_recall, _f1(pair_precision, pair_recall)
        )


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def partition(claims: Sequence[Claim], vectors: np.ndarray, settings: Index) -> list[str]:
    """Return the cluster id of each claim."""
    change = Clusterer(Matcher(settings), settings).update(claims, vectors, [], [])
    home = {member.claim: cluster.id for cluster in change.changed for member in cluster.members}
    return [home[claim.id] for claim in claims]


def score(data: Path, encoder: Encoder | None = None, settings: Index | None = None) -> ClusterScore:
    """Return the measure over the gold folder ``data``."""
    settings = settings or Index()
    encoder = encoder or load_encoder(settings.model)
    with (data / HEADLINES).open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    folds, chosen, product = _by_fold(rows, encoder, settings)
    stating, _, _ = _by_fold([row for row in rows if row["stance"] != "observing"], encoder, settings)
    return ClusterScore(
        headlines=len(rows),
        folds=folds,
        chosen=chosen,
        product=product,
        stating=stating,
        joined=joined(data / ARTICLES, encoder, settings) if (data / ARTICLES).is_file() else None,
    )


def _by_fold(
    rows: Sequence[Mapping[str, str]], encoder: Encoder, settings: Index
) -> tuple[Agreement, tuple[float, ...], Agreement]:
    """Return the agreement at thresholds by fold, those thresholds, and the agreement at the product's own."""
    gold = [row["claim_id"] for row in rows]
    claims = [line_claim(f"{number:05}", row["headline"]) for number, row in enumerate(rows)]
    vectors = embed([claim.standalone for claim in claims], encoder)
    folds: list[list[int]] = [[] for _ in range(FOLDS)]
    for place, claim_id in enumerate(gold):
        folds[int(digest(claim_id, length=8), 16) % FOLDS].append(place)
    found = {threshold: partition(claims, vectors, replace(settings, join=threshold)) for threshold in THRESHOLDS}
    held_out, chosen = Tally(), []
    for fold in folds:
        others = sorted(set(range(len(gold))) - set(fold))
        chosen.append(max(THRESHOLDS, key=lambda threshold: _merit(found[threshold], gold, others)))
        held_out.add(found[chosen[-1]], gold, fold)
    product = Tally().add(partition(claims, vectors, settings), gold, range(len(gold)))
    return held_out.agreement(), tuple(chosen), product.agreement()


def _merit(found: Sequence[str], gold: Sequence[str], asked: Collection[int]) -> float:
    result = Tally().add(found, gold, asked).agreement()
    return result.bcubed + result.pairwise


def joined(articles: Path, encoder: Encoder, settings: Index, sample: int = SAMPLE) -> float:
    """Return the share of sentences that are clustered with another sentence of their article."""
    together = total = 0
    with articles.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines][:sample]
    for number, text in enumerate(texts):
        sentences = [part.strip() for part in _SENTENCE.split(text)]
        # What is printed twice, as headlines are, is rightly joined.
        sentences = [part for part in dict.fromkeys(sentences) if len(part.split()) >= SHORTEST]
        claims = [bare_claim(f"{number}-{place:04}", sentence) for place, sentence in enumerate(sentences)]
        sizes = Counter(partition(claims, embed(sentences, encoder), settings))
        together += sum(size for size in sizes.values() if size > 1)
        total += len(sentences)
    return together / total if total else 0.0


def main() -> int:
    """Print the measure."""
    data = gold.folder()
    if not (data / HEADLINES).is_file():
        print(
            f"no gold data at {data / HEADLINES}: set CLAIMTRAIL_DATA to the folder that holds claims/", file=sys.stderr
        )
        return 1
    result = score(data)
    print(f"{result.headlines} headlines, B-cubed and pairwise P R F1")
    for name, part in (
        ("thresholds by fold", result.folds),
        ("product", result.product),
        ("without observing", result.stating),
    ):
        figures = "  ".join(f"{getattr(part, field.name):.3f}" for field in fields(part))
        print(f"{name:20}{figures}")
    print(f"thresholds that the folds chose: {', '.join(map(str, result.chosen))}")
    if result.joined is not None:
        print(f"sentences joined with another of their article: {result.joined:.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
