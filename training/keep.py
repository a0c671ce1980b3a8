"""What the model that ships reads of the pairs that it was trained on, so that it is not forgotten when it learns more
(learning without forgetting, Li and Hoiem 2016).

    python -m training.keep build/kept.jsonl --made build/made.jsonl

A sample of every set (:data:`SHARES`) in the pool's form, each row with ``soft``, the model's probabilities; for
``training.relation --taught``.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from benchmarks import gold
from benchmarks.stance import held_back
from benchmarks.stance import rows as read
from index.relation import load_relation_model
from training import written

SEED = 5
AT_ONCE = 500
SHARES = {
    "mnli_dev": 0.5,
    "snli_dev": 0.2,
    "fever_dev": 0.06,
    "rte_train": 0.6,
    "joci_train": 0.08,
    "conjnli_advtrain": 0.04,
    "breaking_nli": 0.03,
    "written": 0.3,
    "made": 0.2,
}


def main() -> None:
    """Write what the model reads."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("target", type=Path, help="the file to write, JSON Lines")
    options.add_argument("--made", type=Path, help="pairs of training.made")
    given = options.parse_args()
    chance, model = random.Random(SEED), load_relation_model()
    rows = [row for row in read(gold.folder() / "stance" / "nli_pool.jsonl") if not held_back(row)]
    rows += [{**row, "src": "made"} for row in read(given.made)] if given.made else []
    rows += [row for row in written.taught(written.blocks(), random.Random(SEED)) if "label" in row]
    sets = {name: [row for row in rows if row["src"] == name] for name in SHARES}
    shown = [row for name, own in sets.items() for row in chance.sample(own, round(SHARES[name] * len(own)))]
    with given.target.open("w", encoding="utf-8") as file:
        for first in range(0, len(shown), AT_ONCE):
            some = shown[first : first + AT_ONCE]
            scores = model.scores([(row["premise"], row["hypothesis"]) for row in some]).tolist()
            file.writelines(json.dumps({**row, "soft": soft}) + "\n" for row, soft in zip(some, scores, strict=True))


if __name__ == "__main__":
    main()
