"""Do two claims say the same? A small logistic regression over what can be told of the pair, each part with a name.

What the relation model infers either way round, how near the two are in meaning and wording, figures, dates, names, and
which of the two denies, doubts or passes on. Weights in ``models/relation/same.json``, made by
``training/sameness.py``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claims.errors import ModelError
from index.cues import KINDS, cues
from index.relation import CONTRADICTS, ENTAILS, log_probability

WEIGHTS = Path(__file__).resolve().parent.parent / "models" / "relation" / "same.json"


@dataclass(frozen=True, slots=True)
class Regression:
    """A logistic regression: a bias and a weight for each part of the evidence."""

    bias: float
    weights: Mapping[str, float]

    def probability(self, evidence: Mapping[str, float]) -> float:
        """Return the probability of what is asked, 0 to 1."""
        odds = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in evidence.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))

    @classmethod
    def read(cls, path: Path) -> Regression:
        """Return the regression that stands in a file.

        Raises:
            ModelError: the file is missing or damaged.
        """
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            return cls(float(content["bias"]), content["weights"])
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"the weights {path} cannot be read ({error}): restore models/relation") from error


@cache
def sameness_weights() -> Regression:
    """Return the weights that ship. Raises ModelError where they are missing or damaged."""
    return Regression.read(WEIGHTS)


def inference_evidence(there: Sequence[float], back: Sequence[float]) -> dict[str, float]:
    """Return what is inferred either way round, as log-probabilities that do not depend on which claim comes first."""
    entails = sorted((there[ENTAILS], back[ENTAILS]))
    contradicts = sorted((there[CONTRADICTS], back[CONTRADICTS]))
    return {
        "entails both ways": log_probability(entails[0]),
        "entails one way": log_probability(entails[1]),
        "contradicts both ways": log_probability(contradicts[0]),
        "contradicts one way": log_probability(contradicts[1]),
    }


def cue_evidence(left: str, right: str) -> dict[str, float]:
    """Return of which cues one text has some and the other none, and of which both have some."""
    ours, theirs = cues(left), cues(right)
    found = {}
    for name, kinds in KINDS.items():
        one, two = (any(those[kind] for kind in kinds) for those in (ours, theirs))
        found[f"{name} in one"] = float(one != two)
        found[f"{name} in both"] = float(one and two)
    found["question in one"] = float(left.rstrip().endswith("?") != right.rstrip().endswith("?"))
    return found
