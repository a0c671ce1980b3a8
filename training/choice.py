"""Which of several relation models ships? What each makes of pairs that nothing learns from, and no bar is measured on.

    python -m training.choice [FOLDER ...]

``training/choice`` has lines in the form of ``training/pairs``, by hands that wrote nothing there. FOLDER has a
``model.onnx`` and its tokenizer (default: ``models/relation``). Areas under the curve: *same*, whether two claims say
the same by the weaker of both inferences; *news*, whether two sentences make one claim; *numbers*, whether figures or
dates are at odds; *cuts*, whether what is left of a saying follows from it. *stance*: the share of passages of which
the likeliest label is right.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.relation import CONTRADICTS, ENTAILS, MODEL, RelationModel, load_from
from training.pairs import rows

if TYPE_CHECKING:
    from index.relation import Scores

CHOICE = Path(__file__).with_name("choice")
STANCES = ("supports", "reports", "denies")
"""As the columns of the relation model's scores."""


def figures(model: RelationModel) -> dict[str, float]:
    """Return the figures of ``model``, 0 to 1."""
    import numpy as np
    from sklearn.metrics import roc_auc_score

    pairs = {kind: list(rows(kind, CHOICE)) for kind in ("same", "news", "numbers", "cuts", "stance")}

    def both_ways(kind: str) -> tuple[Scores, Scores]:
        texts = [(row["left"], row["right"]) for row in pairs[kind]]
        return model.scores(texts), model.scores([(two, one) for one, two in texts])

    there, back = both_ways("same")
    same = [row["relation"] == "same" for row in pairs["same"]]
    found = {"same": roc_auc_score(same, np.minimum(there, back)[:, ENTAILS])}
    for kind, answer, column in (("news", "one", ENTAILS), ("numbers", "conflict", CONTRADICTS)):
        there, back = both_ways(kind)
        found[kind] = roc_auc_score([row[answer] for row in pairs[kind]], (there + back)[:, column])
    left = model.scores([(row["whole"], row["part"]) for row in pairs["cuts"]])[:, ENTAILS]
    found["cuts"] = roc_auc_score([not row["turns"] for row in pairs["cuts"]], left)
    told = model.scores([(row["passage"], row["claim"]) for row in pairs["stance"]]).argmax(1)
    found["stance"] = np.mean([STANCES[best] == row["stance"] for best, row in zip(told, pairs["stance"], strict=True)])
    return {name: float(value) for name, value in found.items()}


def main(folders: Sequence[str]) -> None:
    """Print the figures of each model."""
    for folder in folders or [str(MODEL)]:
        told = figures(load_from(Path(folder)))
        print(folder, ", ".join(f"{name} {value:.3f}" for name, value in told.items()))


if __name__ == "__main__":
    main(sys.argv[1:])
