"""Fit the judgement of figures and dates that differ: makes models/relation/clashes.json.

Run ``python -m training.clashes`` after ``training/relation.py``. It reads the pairs of the tuned suites and those of
``training/pairs`` and ``training/written`` that the relation model has not seen; ``python -m benchmarks.phenomena
held`` measures it on pairs that another hand wrote.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from benchmarks.phenomena import rows
from index.clashes import DISAGREE, WEIGHTS, Side, candidates, evidence
from index.relation import load_relation_model
from training import pairs as ours
from training.written import Block, blocks

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STRENGTH = 0.3
"""Inverse strength of regularisation. No benchmark: a few hundred pairs, six parts of evidence."""
SUITES = {"tuned": 8, "tuned2": 12, "tuned3": 4}
"""How often a pair of the suites counts for one of the written claims, which may contradict each other in more than a
figure, or of ``training/pairs``; neither has the relation model seen. Of 250 settings the near misses of all suites
were looked at; most of those near these do as well (docs/tried.md)."""
FOLDS = 10


def pairs(known: Sequence[Block]) -> Iterator[tuple[str, str, bool]]:
    """Yield pairs of claims alone, and whether they contradict each other; those that do may do so in other things than
    a figure, but what of them has figures and dates that cannot both be is mostly written for that."""
    for block in known:
        told = block.told
        for mark in "=NXL":
            for place, text in enumerate(block[mark]):
                yield told[place % len(told) if mark in "NX" else 0], text, mark == "X"


@dataclass(frozen=True, slots=True)
class Bag:
    """A pair that has figures or dates which cannot both be: what is known of each of them, whether the pair disagrees,
    and what it counts for."""

    parts: list[dict[str, float]]
    disagrees: bool
    weight: int


def bags(told: Sequence[tuple[str, str, bool]], weight: int = 1) -> list[Bag]:
    """Return what is known of those pairs that have figures or dates which cannot both be."""
    model, found = load_relation_model(), []
    for one, two, disagree in told:
        left, right = Side(one), Side(two)
        if clashes := candidates(left, right):
            found.append(Bag(evidence(left, right, clashes, model), disagree, weight))
    return found


class Fit:
    """A logistic regression over bags: a pair disagrees if one of its figures or dates does."""

    def __init__(self, shown: Sequence[Bag], names: Sequence[str]) -> None:
        import numpy as np
        from sklearn.linear_model import LogisticRegression
        from sklearn.preprocessing import StandardScaler

        self.names = names
        self.scaler = StandardScaler().fit(np.vstack([self._table(bag) for bag in shown]))
        self.model = LogisticRegression(C=STRENGTH, max_iter=5000)
        best = [0] * len(shown)
        for _ in range(3):  # of a pair that disagrees, the likeliest disagrees; of another, none
            chosen = [
                self._table(bag)[[place]] if bag.disagrees else self._table(bag)
                for bag, place in zip(shown, best, strict=True)
            ]
            each = [bag for bag, rows in zip(shown, chosen, strict=True) for _ in rows]
            self.model.fit(
                self.scaler.transform(np.vstack(chosen)),
                [bag.disagrees for bag in each],
                sample_weight=[bag.weight for bag in each],
            )
            best = [int(self._odds(bag).argmax()) for bag in shown]

    def disagrees(self, bag: Bag) -> float:
        """Return the probability that a pair disagrees."""
        import numpy as np

        return float(1 / (1 + np.exp(-self._odds(bag).max())))

    def content(self) -> dict[str, Any]:
        """Return the weights of the evidence as it is."""
        of_parts = self.model.coef_[0] / self.scaler.scale_
        bias = float(self.model.intercept_[0] - of_parts @ self.scaler.mean_)
        weights = {name: round(weight, 4) for name, weight in zip(self.names, of_parts.tolist(), strict=True)}
        return {"bias": round(bias, 4), "weights": weights}

    def _odds(self, bag: Bag) -> NDArray[np.float64]:
        found: NDArray[np.float64] = self.model.decision_function(self.scaler.transform(self._table(bag)))
        return found

    def _table(self, bag: Bag) -> NDArray[np.float64]:
        import numpy as np

        return np.array([[parts[name] for name in self.names] for parts in bag.parts])


def main() -> None:
    """Fit and write."""
    shown = bags(list(pairs([block for block in blocks() if block.kept_back and not block.story])))
    for suite, count in SUITES.items():
        near = [(pair["left"], pair["right"], pair["conflict"]) for pair in rows(suite, "numbers")]
        shown += bags(near, count)
    unseen = [row for row in ours.rows("numbers") if ours.kept_back(row)]
    shown += bags([(row["left"], row["right"], row["conflict"]) for row in unseen])
    names = sorted(shown[0].parts[0])
    right = 0
    for fold in range(FOLDS):
        fit = Fit([bag for place, bag in enumerate(shown) if place % FOLDS != fold], names)
        right += sum((fit.disagrees(bag) >= DISAGREE) == bag.disagrees for bag in shown[fold::FOLDS])
    print(f"{len(shown)} pairs, accuracy in {FOLDS} folds: {right / len(shown):.3f}")
    WEIGHTS.write_text(json.dumps(Fit(shown, names).content(), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
