"""Fit the last step of the pair judgement: makes models/relation/same.json.

Run ``python -m training.sameness`` after ``training/relation.py``. It reads the pairs of the tuned suites
and those of ``training/pairs`` that the relation model has not seen; ``python -m benchmarks.phenomena held`` measures
it on pairs that another hand wrote. Those of ``training/written`` were read as well, at little weight, while that model
knew fewer of them; they add nothing now.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from benchmarks.phenomena import rows
from index.bare import bare_claim
from index.details import without_lone_dates
from index.embeddings import embed, load_encoder
from index.matching import Matcher
from index.sameness import WEIGHTS
from settings import Index
from training import pairs as ours

STRENGTH = 1.0
"""Inverse strength of regularisation. No benchmark: a few hundred pairs, two dozen parts of evidence."""
SUITES = {"tuned": 1.0, "tuned2": 0.05, "tuned3": 0.3}
UNSEEN = 0.03
"""What a pair counts for: of the suites, and of ``training/pairs`` that the relation model has not seen (some 7,000).
Chosen so that no phenomenon of any suite is told worse than before (docs/tried.md); many settings near these do."""
SEED = 1


def main() -> None:
    """Fit and write."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import KFold
    from sklearn.preprocessing import StandardScaler

    pairs, counts = [], []
    for suite, count in SUITES.items():
        told = [(pair["left"], pair["right"], pair["same"]) for pair in rows(suite, "matching")]
        pairs, counts = pairs + told, counts + [count] * len(told)
    unseen = [row for row in ours.rows("same") if ours.kept_back(row)]
    pairs += [(row["left"], row["right"], row["relation"] == "same") for row in unseen]
    counts += [UNSEEN] * len(unseen)
    found = evidence([(left, right) for left, right, _ in pairs])
    names = sorted(found[0])
    scaler = StandardScaler()
    same, weight = np.array([each for *_, each in pairs]), np.array(counts)
    shown = scaler.fit_transform([[parts[name] for name in names] for parts in found], sample_weight=weight)
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    right = 0
    for known, asked in KFold(10, shuffle=True, random_state=SEED).split(shown):
        model.fit(shown[known], same[known], sample_weight=weight[known])
        right += int((model.predict(shown[asked]) == same[asked]).sum())
    print(f"accuracy in ten folds: {right / len(pairs):.3f}")
    model.fit(shown, same, sample_weight=weight)
    of_parts = model.coef_[0] / scaler.scale_  # as they are
    weights = {name: round(weight, 4) for name, weight in zip(names, of_parts.tolist(), strict=True)}
    content = {"bias": round(float(model.intercept_[0] - of_parts @ scaler.mean_), 4), "weights": weights}
    WEIGHTS.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print(f"{WEIGHTS}: {len(weights)} weights")


def evidence(pairs: Sequence[tuple[str, str]]) -> list[dict[str, float]]:
    """Return what the judgement of each pair rests on."""
    settings = Index()
    matcher, encoder = Matcher(settings), load_encoder(settings.model)
    vectors = embed([text for pair in pairs for text in pair], encoder)
    asked = [without_lone_dates(*pair) for pair in pairs]
    there = matcher.model.scores(asked).tolist()
    back = matcher.model.scores([(right, left) for left, right in asked]).tolist()
    found = []
    for number, texts in enumerate(pairs):
        one, two = (matcher.features(bare_claim(side, text)) for side, text in zip("ab", texts, strict=True))
        cosine = float(vectors[2 * number] @ vectors[2 * number + 1])
        found.append(matcher.evidence(one, two, cosine, there[number], back[number]))
    return found


if __name__ == "__main__":
    main()
