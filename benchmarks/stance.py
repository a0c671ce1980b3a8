"""How well the stance door tells for, against and observing: Emergent's headlines, five folds by claim.

Each fold's regressions are trained on the other folds' claims; the relation model below them has seen none of Emergent.
Beside it: what headlines alone tell (tf-idf and logistic regression, no claim shown), the relation model alone on the
tenth of MNLI's dev premises that was held back, and on the pairs of ClaimDiff. Run ``python -m benchmarks.stance``.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import gold
from claims.records import Stance
from index.relation import RelationModel, load_relation_model
from index.stance import Form, StanceWeights, features, inference_pairs
from training import pairs
from training.written import blocks

GOLD = "claims/emergent_dev.jsonl"
POOL = "stance/nli_pool.jsonl"
CLAIMDIFF = "stance/claimdiff_train.jsonl"
STANCES = {"for": Stance.SUPPORTS, "against": Stance.DENIES, "observing": Stance.REPORTS}
LABELS = ("entailment", "neutral", "contradiction")
"""As the columns of the relation model's scores."""
FOLDS = 5
STRENGTH = 0.03
"""Inverse strength of regularisation, of features scaled alike. From 0.02 to 0.1 accuracy changes by less than 0.01."""
LEARNT = {
    Form.HEADLINE: {"emergent": 1.0, "suite": 0.05, "written": 0.0},
    Form.SENTENCE: {"emergent": 0.1, "suite": 1.6, "written": 0.05},
}
"""Weight of each passage of a source, for headlines and for sentences. Of headlines the suite at 1 takes 0.01 off the
accuracy, at 0.3 and at 0.1 0.002; of sentences it counts as much as keeps every phenomenon above its floor."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline or another passage, the claim that it is about, what it does with it, and where it is from."""

    claim_id: str
    claim: str
    text: str
    stance: Stance
    source: str = "emergent"


@dataclass(frozen=True, slots=True)
class StanceScore:
    """Accuracy, macro-averaged F1 and the F1 of each stance, all 0 to 1; ``*_headline``: by the headline alone."""

    headlines: int
    accuracy: float
    macro_f1: float
    supports: float
    denies: float
    reports: float
    accuracy_headline: float
    macro_f1_headline: float


def read(path: Path) -> list[Headline]:
    """Return the headlines of an Emergent file."""
    return [Headline(row["claim_id"], row["claim"], row["headline"], STANCES[row["stance"]]) for row in rows(path)]


def ours() -> list[Headline]:
    """Return what we wrote, which the regressions learn from beside headlines: the passages of
    ``benchmarks/suites/tuned``, and those of ``training`` that the relation model has not seen."""
    suite = Path(__file__).with_name("suites") / "tuned" / "stance.jsonl"
    found = [Headline("", row["claim"], row["passage"], Stance(row["stance"]), "suite") for row in rows(suite)]
    found += [
        Headline("", row["claim"], row["passage"], Stance(row["stance"]), "written")
        for row in pairs.rows("stance")
        if pairs.kept_back(row)
    ]
    return found + [
        Headline("", claim, text, stance, "written")
        for block in blocks()
        if block.kept_back
        for claim, text, stance in block.passages()
    ]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def held_back(row: dict[str, str]) -> bool:
    """Tell whether a pair of the pool is kept for measuring: by premise, so that none is on both sides."""
    if row["src"] in ("emergent_dev", "feversym_dev", "joci_dev", "rte_dev"):
        return True
    return row["src"] == "mnli_dev" and hashlib.sha256(row["premise"].encode()).digest()[0] % 10 == 0


def featured(headlines: Sequence[Headline], model: RelationModel | None = None) -> list[dict[str, float]]:
    """Return the features of each headline with its claim."""
    model = model or load_relation_model()
    asked = [inference_pairs(one.claim, one.text) for one in headlines]
    model.scores([pair for pairs in asked for pair in pairs])  # side by side, and remembered
    return [
        features(one.claim, one.text, model.scores(pairs).tolist()) for one, pairs in zip(headlines, asked, strict=True)
    ]


def learn(shown: Sequence[Headline], found: Sequence[dict[str, float]]) -> dict[Form, StanceWeights]:
    """Return the regressions for headlines and for sentences; ``found`` are the features of ``shown``."""
    return {
        form: fit(found, [one.stance for one in shown], [weight[one.source] for one in shown])
        for form, weight in LEARNT.items()
    }


def fit(found: Sequence[dict[str, float]], stances: Sequence[Stance], counted: Sequence[float]) -> StanceWeights:
    """Return a logistic regression over features, each row of which counts ``counted`` times (needs scikit-learn)."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    names = sorted(found[0])
    scaler = StandardScaler()
    rows = scaler.fit_transform([[row[name] for name in names] for row in found], sample_weight=counted)
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    model.fit(rows, [stance.value for stance in stances], sample_weight=counted)
    weights = model.coef_ / scaler.scale_  # of the features as they are
    biases = model.intercept_ - weights @ scaler.mean_
    kinds = [Stance(name) for name in model.classes_]
    return StanceWeights(
        biases=dict(zip(kinds, biases.tolist(), strict=True)),
        weights={kind: dict(zip(names, row, strict=True)) for kind, row in zip(kinds, weights.tolist(), strict=True)},
    )


def score(path: Path) -> StanceScore:
    """Return the measure over five folds, none of which shares a claim with what it was trained on."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import accuracy_score, f1_score
    from sklearn.model_selection import GroupKFold
    from sklearn.pipeline import make_pipeline

    headlines = read(path)
    found = featured(headlines)
    gold = [headline.stance.value for headline in headlines]
    guesses, blind = [""] * len(headlines), [""] * len(headlines)
    folds = GroupKFold(FOLDS).split(headlines, gold, [headline.claim_id for headline in headlines])
    more = ours()
    theirs = featured(more)
    for known, left in folds:
        shown = [headlines[place] for place in known]
        weights = learn([*shown, *more], [*(found[place] for place in known), *theirs])
        alone = make_pipeline(TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), LogisticRegression(max_iter=2000))
        alone.fit([headlines[place].text for place in known], [gold[place] for place in known])
        for place, guess in zip(left, alone.predict([headlines[place].text for place in left]), strict=True):
            scores = weights[Form.of(headlines[place].text)].scores(found[place])
            guesses[place] = max(scores, key=lambda stance: scores[stance]).value
            blind[place] = str(guess)
    labels = [stance.value for stance in Stance]
    each = dict(zip(labels, f1_score(gold, guesses, labels=labels, average=None).tolist(), strict=True))
    return StanceScore(
        headlines=len(headlines),
        accuracy=float(accuracy_score(gold, guesses)),
        macro_f1=float(f1_score(gold, guesses, average="macro")),
        supports=each[Stance.SUPPORTS.value],
        denies=each[Stance.DENIES.value],
        reports=each[Stance.REPORTS.value],
        accuracy_headline=float(accuracy_score(gold, blind)),
        macro_f1_headline=float(f1_score(gold, blind, average="macro")),
    )


def inference(path: Path, model: RelationModel | None = None) -> dict[str, float]:
    """Return the relation model's accuracy on each set of the pool that was held back, 0 to 1."""
    model = model or load_relation_model()
    sets: dict[str, list[dict[str, Any]]] = {}
    for row in rows(path):
        if held_back(row) and row["src"] != "emergent_dev":
            sets.setdefault(row["src"], []).append(row)
    found = {}
    for name, asked in sorted(sets.items()):
        best = model.scores([(row["premise"], row["hypothesis"]) for row in asked]).argmax(axis=1)
        right = [LABELS[place] == row["label"] for place, row in zip(best.tolist(), asked, strict=True)]
        found[name] = sum(right) / len(right)
    return found


def weakening(path: Path, model: RelationModel | None = None) -> float:
    """Return how well "b contradicts a" ranks ClaimDiff's pairs in which b weakens a (area under the ROC curve)."""
    from sklearn.metrics import roc_auc_score

    asked = list(rows(path))
    scores = (model or load_relation_model()).scores([(row["claim_b"], row["claim_a"]) for row in asked])
    return float(roc_auc_score([row["weak"] for row in asked], scores[:, 2]))


def main() -> int:
    """Print the measures."""
    folder = gold.folder()
    if not (folder / GOLD).is_file():
        print(f"no gold data at {folder / GOLD}: set CLAIMTRAIL_DATA to the folder with claims/", file=sys.stderr)
        return 1
    result = score(folder / GOLD)
    print(f"stance of {result.headlines} headlines: accuracy {result.accuracy:.3f}, macro F1 {result.macro_f1:.3f}")
    print(f"F1: supports {result.supports:.3f}, denies {result.denies:.3f}, reports {result.reports:.3f}")
    print(f"by the headline alone: accuracy {result.accuracy_headline:.3f}, macro F1 {result.macro_f1_headline:.3f}")
    if (folder / POOL).is_file():
        for name, accuracy in inference(folder / POOL).items():
            print(f"relation model, {name} held back: accuracy {accuracy:.3f}")
    if (folder / CLAIMDIFF).is_file():
        print(f"ClaimDiff, b weakens a: AUC {weakening(folder / CLAIMDIFF):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
