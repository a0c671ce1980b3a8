"""How much a statement is worth checking: a logistic regression over features that a person can read.

The task is that of ClaimBuster (Hassan et al., KDD 2017): a factual claim that the public would want checked scores
high, small talk and opinions low. Whether something is a claim at all is decided in ``claims/detection.py``.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import ModelError

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

WEIGHTS = Path(__file__).resolve().parent.parent / "models" / "checkworthiness" / "weights.json"

_OPINION = frozenset({"think", "believe", "feel", "hope", "want", "wish", "love", "like", "guess", "suppose", "agree"})
_HEDGE = frozenset({"may", "might", "perhaps", "maybe", "possibly", "probably", "could", "seem", "appear", "likely"})
_COMPARED = frozenset({"JJR", "JJS", "RBR", "RBS"})
_CHANGE = frozenset(
    {"increase", "rise", "grow", "double", "triple", "cut", "fall", "drop", "decline", "lose", "create", "add"}
    | {"reduce", "raise", "spend", "cost"}
)
_PERSONS = dict.fromkeys(("i", "me", "my"), "i") | dict.fromkeys(("we", "us", "our"), "we")
_PERSONS |= dict.fromkeys(("you", "your"), "you")
_PERSONS |= dict.fromkeys(("he", "she", "they", "his", "her", "their", "them", "him"), "they")


@dataclass(frozen=True, slots=True)
class Worth:
    """The shipped weights: ``score`` turns features into 0 to 1; 0.5 is where F1 was best in training."""

    bias: float
    weights: Mapping[str, float]

    def score(self, sentence: Sentence) -> float:
        """Return how much ``sentence`` is worth checking, 0 to 1."""
        total = self.bias + sum(self.weights.get(name, 0.0) * value for name, value in features(sentence).items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@lru_cache(maxsize=2)
def load_worth(path: Path = WEIGHTS) -> Worth:
    """Return the weights of ``path`` (a JSON object with ``bias`` and ``weights``).

    Raises:
        ModelError: the file is missing or is no such object.
    """
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        return Worth(float(stored["bias"]), {str(name): float(weight) for name, weight in stored["weights"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(
            f"the weights {path} could not be read: {error!r}\nRestore the file, or make it anew with "
            "`python -m training.checkworthiness`."
        ) from error


def features(sentence: Sentence) -> dict[str, float]:
    """Return what the model reads in a parsed sentence: counts as log(1 + n), words as 0 or 1."""
    tokens = [token for token in sentence if not token.is_space]
    words = [token for token in tokens if not token.is_punct]
    counts: Counter[str] = Counter()
    for token in words:
        counts.update(_of_token(token))
    for entity in sentence.ents:
        counts[f"name:{entity.label_}"] += 1
    found = {name: math.log1p(count) for name, count in counts.items()}
    found["length"] = math.log1p(len(words))
    found |= {f"word:{token.lemma_.lower()}": 1.0 for token in words if token.is_alpha}
    if tokens and "?" in tokens[-1].text:
        found["question"] = 1.0
    if words:
        found[f"first:{words[0].tag_}"] = 1.0
    found[f"root:{sentence.root.tag_}"] = 1.0
    subject = next((child for child in sentence.root.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    found[f"subject:{_PERSONS.get(subject.lower_, subject.pos_) if subject is not None else 'none'}"] = 1.0
    return found


def _of_token(token: Token) -> list[str]:
    lemma = token.lemma_.lower()
    found = [f"tag:{token.tag_}"]
    if token.lower_ in _PERSONS:
        found.append(f"person:{_PERSONS[token.lower_]}")
    if re.fullmatch(r"[\d.,]*\d[\d.,]*", token.text):
        found.append("number:year" if re.fullmatch(r"(?:19|20)\d\d", token.text) else "number:digits")
    elif token.like_num and lemma != "one":
        found.append("number:word")
    if token.text in "$€£%" or lemma in ("percent", "dollar"):
        found.append("number:money or share")
    if token.tag_ in _COMPARED:
        found.append("compared")
    if lemma in _OPINION:
        found.append("opinion")
    if lemma in _HEDGE:
        found.append("hedge")
    if lemma in _CHANGE:
        found.append("change")
    if token.dep_ == "neg":
        found.append("negation")
    return found
