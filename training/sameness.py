"""Fit the last step of the pair judgement: makes models/relation/same.json.

Run ``python -m training.sameness`` after ``training/relation.py``. It reads the pairs of ``benchmarks/suites/tuned``,
which we wrote; ``python -m benchmarks.phenomena held`` measures it on pairs that another hand wrote.
"""

from __future__ import annotations

import json

from benchmarks.phenomena import rows
from index.bare import bare_claim
from index.embeddings import embed, load_encoder
from index.matching import Matcher
from index.sameness import WEIGHTS
from settings import Index

STRENGTH = 0.3
"""Inverse strength of regularisation. No benchmark: a few hundred pairs, two dozen parts of evidence."""


def main() -> None:
    """Fit and write."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import cross_val_score

    settings = Index()
    matcher, encoder = Matcher(settings), load_encoder(settings.model)
    pairs = rows("tuned", "matching")
    vectors = embed([pair[side] for side in ("left", "right") for pair in pairs], encoder)
    there = matcher.model.scores([(pair["left"], pair["right"]) for pair in pairs]).tolist()
    back = matcher.model.scores([(pair["right"], pair["left"]) for pair in pairs]).tolist()
    found = []
    for number, pair in enumerate(pairs):
        one, two = (matcher.features(bare_claim(side, pair[side])) for side in ("left", "right"))
        cosine = float(vectors[number] @ vectors[len(pairs) + number])
        found.append(matcher.evidence(one, two, cosine, there[number], back[number]))
    names, labels = sorted(found[0]), [pair["same"] for pair in pairs]
    shown = [[evidence[name] for name in names] for evidence in found]
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    print(f"accuracy in ten folds: {cross_val_score(model, shown, labels, cv=10).mean():.3f}")
    model.fit(shown, labels)
    weights = {name: round(weight, 4) for name, weight in zip(names, model.coef_[0].tolist(), strict=True)}
    content = {"bias": round(float(model.intercept_[0]), 4), "weights": weights}
    WEIGHTS.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print(f"{WEIGHTS}: {len(weights)} weights")


if __name__ == "__main__":
    main()
