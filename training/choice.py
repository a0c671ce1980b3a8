"""Which of several relation models ships? What each makes of pairs that nothing learns from, and no bar is measured on.

    python -m training.choice [FOLDER ...]

``training/choice`` has lines in the form of ``training/pairs``, by writers of nothing there. FOLDER has a
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
from training.pairs import inferences, rows

if TYPE_CHECKING:
    from index.relation import Scores

CHOICE = Path(__file__).with_name("choice")


def figures(model: RelationModel) -> dict[str, float]:
    """Return the figures of ``model``, 0 to 1."""
    import numpy as np
    from sklearn.metrics import roc_auc_score

    known = {kind: list(rows(kind, CHOICE)) for kind in ("same", "news", "numbers", "cuts", "stance")}

    def scored(kind: str) -> Scores:
        return model.scores([(one, two) for row in known[kind] for one, two, _ in inferences(kind, row)])

    def both_ways(kind: str, column: int) -> Scores:
        return scored(kind)[:, column].reshape(-1, 2)

    stances = np.array([soft for row in known["stance"] for *_, soft in inferences("stance", row)])
    found = {
        "same": roc_auc_score([row["relation"] == "same" for row in known["same"]], both_ways("same", ENTAILS).min(1)),
        "news": roc_auc_score([row["one"] for row in known["news"]], both_ways("news", ENTAILS).sum(1)),
        "numbers": roc_auc_score(
            [row["conflict"] for row in known["numbers"]], both_ways("numbers", CONTRADICTS).sum(1)
        ),
        "cuts": roc_auc_score([not row["turns"] for row in known["cuts"]], scored("cuts")[:, ENTAILS]),
        "stance": (scored("stance").argmax(1) == stances.argmax(1)).mean(),
    }
    return {name: float(value) for name, value in found.items()}


def main(folders: Sequence[str]) -> None:
    """Print the figures of each model."""
    for folder in folders or [str(MODEL)]:
        told = figures(load_from(Path(folder)))
        print(folder, ", ".join(f"{name} {value:.3f}" for name, value in told.items()))


if __name__ == "__main__":
    main(sys.argv[1:])
