"""Does a passage support, deny or only report a claim?

What the attribution says comes first: somebody who denies denies, and what somebody says is reported. In the
outlet's own voice a small logistic regression over cues decides (``models/stance``, made by ``training/stance.py``);
each reason names the words that it saw.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claims.errors import ModelError
from claims.records import Attribution, Polarity, SourceType, Stance, StanceScores
from index.words import likeness, profile, words

WEIGHTS = Path(__file__).resolve().parent.parent / "models" / "stance" / "weights.json"

ATTRIBUTED = 0.8
"""Score of the stance that an attribution settles. Not from data: the cue may have been read wrongly."""

_CUES: dict[str, re.Pattern[str]] = {
    name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
    for name, pattern in {
        "denial": (
            r"den(?:y|ies|ied|ying|ial)|false(?:ly)?|fake[sd]?|hoax(?:es|ed)?|debunk(?:s|ed|ing)?|bogus|untrue|"
            r"not (?:true|real|so)|no (?:evidence|proof|truth|basis)|baseless|unfounded|groundless|"
            r"refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|myth|"
            r"fabricat(?:ed|ion)|made up|never happened|did ?n[o’']t happen|wrong(?:ly)?|misidentified|satir(?:e|ical)|"
            r"retract(?:s|ed|ion)?|mistaken|(?:is|was|are|were)n[’']t real|rubbish(?:es|ed)?|lie[sd]?|contradicts?|"
            r"rul(?:e|es|ed) out|unlikely|discredited|photoshopped|prank|spoof|actually|incorrect|inaccurate|nonsense"
        ),
        "report": (
            r"report(?:s|ed|edly|ing)?|claim(?:s|ed|ing)?|say(?:s|ing)?|said|according to|alleg(?:es?|ed|edly|ations?)|"
            r"rumou?r(?:s|ed)?|sources?|purported(?:ly)?|supposed(?:ly)?|told|accus\w+|suggests?|tells"
        ),
        "hedge": (
            r"may|might|could|possibl[ey]|apparently|believed|unconfirmed|unverified|suspect(?:s|ed)?|likely|hints?|"
            r"thought to|feared|appears?|seems?|potentially"
        ),
        "inquiry": r"investigat\w+|prob(?:e|es|ing)|speculat\w+|question(?:s|ed)?|doubts?|mystery|examin\w+|whether",
        "negation": r"not|no|never|without|neither|nor|cannot|none|nobody|\w+n[’']t",
    }.items()
}
_FEATURED = {"denial": ("denial",), "passed on": ("report", "hedge", "inquiry"), "negation": ("negation",)}
"""Kinds of cues that count as one to the model: kept apart they fit it no better, only more loosely."""

_QUOTE = re.compile(r"[\"“”‘]|(?<!\w)'")
_SAID = {
    "denial": "denial words",
    "report": "reporting words",
    "hedge": "words of doubt",
    "inquiry": "words of inquiry",
}


@dataclass(frozen=True, slots=True)
class StanceWeights:
    """A multinomial logistic regression: for each stance a bias and a weight for each feature."""

    biases: Mapping[Stance, float]
    weights: Mapping[Stance, Mapping[str, float]]

    def scores(self, features: Mapping[str, float]) -> dict[Stance, float]:
        """Return the probability of each stance."""
        logits = {
            stance: bias + sum(self.weights[stance].get(name, 0.0) * value for name, value in features.items())
            for stance, bias in self.biases.items()
        }
        top = max(logits.values())
        powers = {stance: math.exp(logit - top) for stance, logit in logits.items()}
        total = sum(powers.values())
        return {stance: power / total for stance, power in powers.items()}


@cache
def stance_weights() -> StanceWeights:
    """Return the weights that ship.

    Raises:
        ModelError: they are missing or damaged.
    """
    try:
        content = json.loads(WEIGHTS.read_text(encoding="utf-8"))
        return StanceWeights(
            biases={stance: float(content[stance]["bias"]) for stance in Stance},
            weights={stance: content[stance]["weights"] for stance in Stance},
        )
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"the stance weights {WEIGHTS} cannot be read ({error}): restore models/stance") from error


def cues(text: str) -> dict[str, list[str]]:
    """Return the cue words of ``text`` by kind, as they stand there."""
    return {name: [match.group() for match in pattern.finditer(text)] for name, pattern in _CUES.items()}


def features(claim: str, passage: str) -> dict[str, float]:
    """Return what the model sees: cues of the passage, those that the claim lacks, and how much of it is there."""
    found: dict[str, float] = {}
    for name, kinds in _FEATURED.items():
        ours, theirs = ([cue for kind in kinds for cue in cues(text)[kind]] for text in (claim, passage))
        # Both deny or neither does: then the passage says what the claim says.
        found[f"{name} in one"] = float(bool(theirs) != bool(ours))
        found[f"{name} anew"] = float(bool(theirs) and not ours)
        if name != "negation":  # "no" and "never" together deny no more than "not" alone
            found[name] = float(bool(theirs))
            found[f"{name} count"] = float(min(3, len(theirs)))
    claimed, said = set(words(claim)), words(passage)
    found["question"] = float("?" in passage)
    found["quotation marks"] = float(bool(_QUOTE.search(passage)))
    found["colon"] = float(":" in passage)
    found["likeness"] = likeness(profile(claim), profile(passage))
    found["covered"] = len(claimed & set(said)) / max(1, len(claimed))
    found["length"] = min(3.0, len(said) / 20)
    return found


def judge_stance(claim: str, passage: str, attribution: Attribution | None = None) -> StanceScores:
    """Judge what ``passage`` does with ``claim``.

    Args:
        claim: the claim as its cluster states it.
        passage: the sentence, or sentences, in which an article takes it up.
        attribution: who says it there; ``None`` if the outlet speaks in its own voice.

    Raises:
        ModelError: the weights that ship are missing.
    """
    seen = cues(passage)
    scores = stance_weights().scores(features(claim, passage))
    reasons = [f"{told}: {', '.join(dict.fromkeys(seen[name]))}" for name, told in _SAID.items() if seen[name]]
    if bool(seen["negation"]) != bool(_CUES["negation"].search(claim)):
        reasons.append("one is negated: " + (", ".join(dict.fromkeys(seen["negation"])) or "the claim"))
    if "?" in passage:
        reasons.append("asked as a question")
    settled = None if attribution is None else _settled(attribution, scores)
    if settled is not None:
        stance, reason = settled
        rest = 1 - scores[stance]
        scores = {
            other: ATTRIBUTED
            if other is stance
            else (1 - ATTRIBUTED) * (score / rest if rest > 0 else 1 / (len(scores) - 1))
            for other, score in scores.items()
        }
        reasons.insert(0, reason)
    best = max(scores, key=lambda stance: (scores[stance], stance.value))
    return StanceScores(
        stance=best,
        supports=scores[Stance.SUPPORTS],
        denies=scores[Stance.DENIES],
        reports=scores[Stance.REPORTS],
        reasons=tuple(reasons) or ("said without any cue of doubt or denial",),
    )


def _settled(attribution: Attribution, scores: Mapping[Stance, float]) -> tuple[Stance, str] | None:
    """Return the stance that the attribution alone settles, and why; ``None`` where the passage has the say."""
    speaker = attribution.speaker or "somebody"
    if attribution.polarity is Polarity.DENIES:
        return Stance.DENIES, f"{speaker} denies it"
    if attribution.polarity is Polarity.QUESTIONS:
        return Stance.REPORTS, f"{speaker} leaves it open"
    # "X said that it was a hoax": what X says denies the claim, whoever passes it on.
    if scores[Stance.DENIES] >= max(scores.values()):
        return None
    if attribution.source_type is SourceType.UNKNOWN and attribution.speaker is None:
        return None
    return Stance.REPORTS, f"passed on from {speaker}"
