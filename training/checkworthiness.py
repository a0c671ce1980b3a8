"""Fit the weights of ``claims/worth.py`` on ClaimBuster's training sentences.

    python -m training.checkworthiness

Same data and versions, same weights: the seed of the solver is fixed. Nothing of the test file is read.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks import gold
from claims.language import load
from claims.worth import WEIGHTS, features
from settings import Claims

SEED = 20240503
MINIMUM = 8
"""Sentences in which a feature must be found to be weighed."""
STRENGTH = 0.4
"""Inverse L1 regularisation, chosen by five-fold cross-validation on the training file (F1 at even class odds)."""


def examples(path: Path) -> tuple[list[dict[str, float]], list[int]]:
    """Return the features and labels (1 worth checking, 0 not) of a ClaimBuster JSON Lines file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    nlp = load(Claims().spacy_model)
    docs = nlp.pipe((row["text"] for row in rows), batch_size=128)
    return [features(doc[:]) for doc in docs], [int(row["label"]) for row in rows]


def _turning_point(model: Any, matrix: Any, labels: list[int]) -> float:
    """Return the log-odds above which "worth checking" has the best F1 at even class odds, in cross-validation."""
    import numpy as np
    from sklearn.model_selection import StratifiedKFold, cross_val_predict

    folds = StratifiedKFold(5, shuffle=True, random_state=SEED)
    odds, worthy = cross_val_predict(model, matrix, labels, cv=folds, method="decision_function"), np.array(labels) == 1

    def f1(point: float) -> float:
        recall, false_alarms = float(np.mean(odds[worthy] >= point)), float(np.mean(odds[~worthy] >= point))
        return 2 * recall / (1 + recall + false_alarms)

    return max((float(point) for point in np.arange(-2, 2, 0.1)), key=f1)


def main() -> None:
    """Train, and write the weights."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    data = gold.folder() / "checkworthy" / "claimbuster_train.jsonl"
    found, labels = examples(data)
    counts: dict[str, int] = {}
    for row in found:
        for name in row:
            counts[name] = counts.get(name, 0) + 1
    kept = [{name: value for name, value in row.items() if counts[name] >= MINIMUM} for row in found]
    vectorizer = DictVectorizer(sparse=False)
    matrix = vectorizer.fit_transform(kept)
    model = LogisticRegression(
        l1_ratio=1, C=STRENGTH, solver="liblinear", class_weight="balanced", random_state=SEED, max_iter=1000
    )
    model.fit(matrix, labels)
    weights = {
        name: round(float(weight), 4)
        for name, weight in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
        if abs(weight) >= 0.00005
    }
    WEIGHTS.parent.mkdir(parents=True, exist_ok=True)
    stored = {"bias": round(float(model.intercept_[0]) - _turning_point(model, matrix, labels), 4), "weights": weights}
    WEIGHTS.write_text(json.dumps(stored, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(weights)} weights from {len(labels)} sentences -> {WEIGHTS}")


if __name__ == "__main__":
    main()
