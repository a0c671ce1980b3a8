"""Does a passage support, deny or only report a claim?

What the attribution says comes first: somebody who denies denies, and what somebody says is reported. In the
outlet's own voice a small logistic regression decides (``models/stance``, made by ``training/stance.py``) over what the
relation model makes of the passage and of its parts (:mod:`index.relation`), figures and dates, and the cues of both
texts; each reason names what it saw. Headlines have a regression of their own: what they pass on or ask, and what they
leave out, a sentence would spell out.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from claims.errors import ModelError
from claims.records import Attribution, Polarity, SourceType, Stance, StanceScores
from claims.runtime import fingerprint
from index.cues import CUES, KINDS, cues
from index.dates import compare_dates
from index.figures import compare_quantities
from index.relation import CONTRADICTS, ENTAILS, NEITHER, RelationModel, load_relation_model, log_probability
from index.words import capitals, likeness, profile, words

WEIGHTS = Path(__file__).resolve().parent.parent / "models" / "stance" / "weights.json"

ATTRIBUTED = 0.8
"""Score of the stance that an attribution settles. Not from data: the cue may have been read wrongly."""

_QUOTE = re.compile(r"[\"“”‘]|(?<!\w)'")
_OWN = (
    r"(?:(?:our|this (?:newspaper|paper|site|website)['’]s|an? (?:earlier|previous|original)|the (?:earlier|original)) "
    r"(?:[\w’'-]+ ){0,3}?(?:reports?|stor(?:y|ies)|articles?|headlines?|versions?|accounts?|posts?)|we|this newspaper)"
)
_RETOLD = re.compile(
    rf"(?:^|[.!?:—–]\s*)(?:on \w+,? )?{_OWN}\b[^.!?\n]{{0,80}}?\b(?:said|stated|reported|wrote|claimed)\b",
    re.IGNORECASE,
)
"""An article that tells again what its own newspaper told."""
_LABEL = re.compile(r"^\W*(?:correction|retraction)s?\s*[:—–-]", re.IGNORECASE)
_UNTRUE = r"incorrect|untrue|not (?:true|so|correct|the case)|inaccurate|false"
_ERROR = rf"{_UNTRUE}|wrong|mistaken|erroneous|(?:in|an) error|a mistake"
_ENDS = r"\s*(?:[.,;:!—–]|$|and\b)"
_WAS = r"(?:was|were|is|are)(?: \w+ly)?"
_THAT = r"(?:that|this|it|both|(?:the|that|this) (?:claim|report|statement|figure|story|information)s?)"
_TAKEN_BACK = re.compile(rf"^\W*{_THAT} {_WAS} (?:{_ERROR}){_ENDS}", re.IGNORECASE)
_NOT_SO = re.compile(rf"^{_THAT} {_WAS} (?:{_UNTRUE}){_ENDS}", re.IGNORECASE)
_WE_ERRED = re.compile(
    rf"^\W*(?:{_OWN}\b[^.!?\n]{{0,60}} {_WAS} (?:{_ERROR}){_ENDS}"
    r"|we (?:made an? (?:error|mistake)|were wrong|got it wrong))",
    re.IGNORECASE,
)
_CONTRARY = re.compile(
    r"\bwould(?: not|n[’']t)? have (?!the\b|one\b|some\b|more\b)\w+(?:ed|en|n|t|e)\b"
    r"|\b(?:was|were) (?:to have|supposed to|meant to)\b|\bif only\b"
    r"|^(?:if|had) [^,;]{5,80}? had? |^had |\bfell through\b"
    r"|\b(?:planned|wanted|hoped) to\b[^.;]*\bbut (?:dropped|changed|thought better)",
    re.IGNORECASE,
)
"""What is told as contrary to fact did not happen: "would have sailed", "was to have sailed", "had it sailed"."""
_STOPPED = re.compile(r"[.!?][”\"’')\]]*\s*$")
_PRINTED, _THROUGHOUT = 4, 0.8
"""Words of four letters or more, and the share of them with a capital, from which a passage is a headline whatever it
ends with. With fewer, or from 0.6, sentences full of names are taken for headlines: benchmarks/suites, tuned."""
_CALLED_FALSE = re.compile(
    r"^(?:the|this|that|an?) (?:[\w’'-]+ ){0,2}?(?:story|stories|claims?|rumou?rs?|reports?|tale|allegations?)\b"
    r"[^.;?]*\b(?:is|was|are|were) (?:an? |all |entirely |completely )?"
    r"(?:hoax(?:es)?|fakes?|false|untrue|myths?|fabricat(?:ed|ions?)|inventions?|baseless|unfounded|bogus|made up)\W*$",
    re.IGNORECASE,
)
"""A passage that tells of a story and ends by calling it false."""
_UNNAMED = re.compile(
    r",? (?:who |and )?(?:ha[ds] |have )?(?:asked|asking|wished|wishing|preferred|requested) not to be "
    r"(?:named|identified|quoted)(?: by name)?"
    r"|,? (?:who|as|because|since) (?:\w+ ){1,2}not (?:been )?authori[sz]ed to (?:speak|talk|comment|discuss)\b"
    r"[^,.;:]{0,40}?(?=,|\.|;|:| said\b| told\b| say\b|$)",
    re.IGNORECASE,
)
"""Why somebody is not named: it denies nothing."""
_SENTENCE = re.compile(r"(?<=[.!?])(?<!\b(?:Mr|Ms|Dr|St)\.)[”\"’')\]]*\s+|\n+")
_PARTS = re.compile(rf"{_SENTENCE.pattern}|[;:]\s+|,\s+(?:but|yet)\s+")
_SAID = {
    "denial": "denial words",
    "report": "reporting words",
    "hedge": "words of doubt",
    "inquiry": "words of inquiry",
}
_INFERRED = {
    ENTAILS: "read by itself, the passage says so",
    NEITHER: "read by itself, the passage leaves it open",
    CONTRADICTS: "read by itself, the passage says otherwise",
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


class Form(StrEnum):
    """What a passage is. Each has weights of its own."""

    HEADLINE = "headline"
    SENTENCE = "sentence"

    @classmethod
    def of(cls, passage: str) -> Form:
        """Tell which ``passage`` is: a sentence ends as sentences do, and is not Printed With Capitals Throughout."""
        found, share = capitals(passage)
        printed_so = found >= _PRINTED and share >= _THROUGHOUT
        return cls.SENTENCE if _STOPPED.search(passage) and not printed_so else cls.HEADLINE


@cache
def stance_weights() -> dict[Form, StanceWeights]:
    """Return the weights that ship.

    Raises:
        ModelError: they are missing or damaged.
    """
    try:
        content = json.loads(WEIGHTS.read_text(encoding="utf-8"))
        return {
            form: StanceWeights(
                biases={stance: float(content[form][stance]["bias"]) for stance in Stance},
                weights={stance: content[form][stance]["weights"] for stance in Stance},
            )
            for form in Form
        }
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"the stance weights {WEIGHTS} cannot be read ({error}): restore models/stance") from error


def stance_rule(model: RelationModel) -> str:
    """Return the name of what judges stance with ``model``: another name, perhaps another stance."""
    return f"{model.name}+{fingerprint(WEIGHTS)}"


def parts(passage: str) -> list[str]:
    """Return the sentences of ``passage``, and what stands before and after a semicolon, a colon, a "but"; of a passage
    that has no parts, the passage."""
    return [part for part in _PARTS.split(passage) if part.strip()] or [passage]


def inference_pairs(claim: str, passage: str) -> list[tuple[str, str]]:
    """Return the pairs of which the relation model is asked: passage and claim, either way round, and each part of the
    passage with the claim."""
    return [(passage, claim), (claim, passage), *((part, claim) for part in parts(passage))]


def features(claim: str, passage: str, inferred: Sequence[Sequence[float]]) -> dict[str, float]:
    """Return what the regression sees: what is inferred from the pair, cues of the passage, those that the claim lacks,
    figures and dates, and how much of the claim is there.

    ``inferred``: the relation model's probabilities for :func:`inference_pairs`.
    """
    return _features(claim, passage, cues(passage), inferred)


def _features(
    claim: str, passage: str, seen: Mapping[str, Sequence[str]], inferred: Sequence[Sequence[float]]
) -> dict[str, float]:
    found: dict[str, float] = {}
    whole, back, *each = inferred
    for name, column in (("entails", ENTAILS), ("neither", NEITHER), ("contradicts", CONTRADICTS)):
        found[name] = log_probability(whole[column])
    # A passage that tells less than the claim, or more, is no denial.
    found["claim entails"], found["claim contradicts"] = back[ENTAILS], back[CONTRADICTS]
    found["one entails"] = max(whole[ENTAILS], back[ENTAILS])
    found["each contradicts"] = min(whole[CONTRADICTS], back[CONTRADICTS])
    told = cues(claim)
    for name, kinds in KINDS.items():
        ours, theirs = ([cue for kind in kinds for cue in those[kind]] for those in (told, seen))
        # Both deny or neither does: then the passage says what the claim says.
        found[f"{name} in one"] = float(bool(theirs) != bool(ours))
        found[f"{name} anew"] = float(bool(theirs) and not ours)
        if name != "negation":  # "no" and "never" together deny no more than "not" alone
            found[name] = float(bool(theirs))
            found[f"{name} count"] = float(min(3, len(theirs)))
    found["question"] = float("?" in passage)
    found["entails, question"] = whole[ENTAILS] * found["question"]
    # "Is it so? It is." What is asked says nothing; one part of a passage may tell what the whole leaves open.
    answers = [
        (part, scores) for part, scores in zip(parts(passage), each, strict=True) if not part.rstrip().endswith("?")
    ]
    found["asked only"] = float(not answers)
    for column, inference in ((ENTAILS, "entails"), (CONTRADICTS, "contradicts")):
        found[f"a part {inference}"] = max((scores[column] for _, scores in answers), default=0.0)
    core, inferred_of_core = max(
        answers or [(passage, whole)], key=lambda answer: max(answer[1][ENTAILS], answer[1][CONTRADICTS])
    )
    found |= _core(cues(core), told, inferred_of_core)
    figures, dates = compare_quantities((), (), claim, passage), compare_dates((), (), claim, passage)
    found["figures differ"] = float(bool(figures.differ))
    found["figures agree"] = float(bool(figures.agree))
    found["dates differ"] = float(bool(dates.differ))
    claimed, said = set(words(claim)), words(passage)
    found["quotation marks"] = float(bool(_QUOTE.search(passage)))
    found["colon"] = float(":" in passage)
    found["likeness"] = likeness(profile(claim), profile(passage))
    found["covered"] = len(claimed & set(said)) / max(1, len(claimed))
    found["length"] = min(3.0, len(said) / 20)
    return found


def _core(
    seen: Mapping[str, Sequence[str]], told: Mapping[str, Sequence[str]], inferred: Sequence[float]
) -> dict[str, float]:
    """Return what that part of a passage tells which has the claim: what it infers, its cues, and both together,
    since a cue of doubt beside words that entail the claim tells something else than beside words that do not."""
    kinds = {name: any(seen[kind] and not told[kind] for kind in kinds) for name, kinds in KINDS.items()}
    found = {"core neither": inferred[NEITHER]}
    for column, inference in ((ENTAILS, "entails"), (CONTRADICTS, "contradicts")):
        found[f"core {inference}"] = inferred[column]
        found[f"core plain, {inference}"] = inferred[column] * (not any(kinds.values()))
        for name, there in kinds.items():
            found[f"core {name}, {inference}"] = inferred[column] * there
    return found | {f"core {name}": float(there) for name, there in kinds.items()}


def surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the sentence before and the one after ``text[start:end]``, each empty where the paragraph has none."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    before = [part for part in _SENTENCE.split(text[first:start]) if part.strip()]
    after = [part for part in _SENTENCE.split(text[end : len(text) if last < 0 else last]) if part.strip(" .!?”\"’')")]
    return (before[-1].strip() if before else "", after[0].strip() if after else "")


def judge_stance(
    claim: str,
    passage: str,
    attribution: Attribution | None = None,
    before: str = "",
    after: str = "",
    model: RelationModel | None = None,
    worded: bool = False,
    denies_before: bool = False,
    said: str | None = None,
) -> StanceScores:
    """Judge what ``passage`` does with ``claim``.

    Args:
        claim: the claim as its cluster states it.
        passage: the sentence, or sentences, in which an article takes it up.
        attribution: who says it there; ``None`` if the outlet speaks in its own voice.
        before: the sentence before the passage (:func:`surroundings`); one that takes it back denies it.
        after: the sentence after it, likewise.
        model: what tells whether the passage entails the claim; ``None``: the one that ships.
        worded: deny only where a word of denial or negation stands in one of the two: of the members of a cluster, one
            that merely has it otherwise may be about something else, and another figure is told as a conflict.
        denies_before: the passage only says that what stands before it, which states the claim, is not so.
        said: what the passage says without its frame. "There was no lock, Ann Lee said" reports something, and what she
            says denies that there was a lock.

    Raises:
        ModelError: the weights that ship are missing, or the model cannot be loaded.
    """
    passage = _UNNAMED.sub("", passage)
    seen = cues(passage)
    model = model or load_relation_model()
    inferred = model.scores(inference_pairs(claim, passage)).tolist()
    scores = stance_weights()[Form.of(passage)].scores(_features(claim, passage, seen, inferred))
    whole = inferred[0]
    reasons = [f"{_INFERRED[whole.index(max(whole))]} ({max(whole):.2f})"]
    reasons += [f"{told}: {', '.join(dict.fromkeys(seen[name]))}" for name, told in _SAID.items() if seen[name]]
    if bool(seen["negation"]) != bool(CUES["negation"].search(claim)):
        reasons.append("one is negated: " + (", ".join(dict.fromkeys(seen["negation"])) or "the claim"))
    if "?" in passage:
        reasons.append("asked as a question")
    denied = (
        (f"denies what stands before it: {before or passage}" if denies_before else None)
        or _taken_back(claim, passage, attribution, before, after)
        or _contrary(claim, passage, attribution)
        or _called_false(claim, passage, attribution)
        or _said_otherwise(claim, said if attribution is not None else None, model)
    )
    if denied is not None:
        settled: tuple[Stance, str] | None = (Stance.DENIES, denied)
    else:
        settled = None if attribution is None else _settled(attribution, scores)
    if worded and settled is None and scores[Stance.DENIES] >= max(scores.values()) and not _denial_in_one(claim, seen):
        passed_on = attribution is not None or scores[Stance.REPORTS] > scores[Stance.SUPPORTS]
        settled = (
            Stance.REPORTS if passed_on else Stance.SUPPORTS,
            "it differs from the claim, and nothing in it denies the claim",
        )
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
        reasons=tuple(reasons),
    )


def _taken_back(claim: str, passage: str, attribution: Attribution | None, before: str, after: str) -> str | None:
    """Return why the passage repeats the claim only to say that it is not so; ``None`` where it does not.

    "That was wrong" may be said of a deed. It is taken of a report only where the newspaper speaks of its own.
    """
    if CUES["negation"].search(claim) is not None and CUES["negation"].search(passage) is None:
        return None  # what is taken back is the claim's opposite
    if _RETOLD.search(passage):
        if _TAKEN_BACK.search(after):
            return f"taken back in the next sentence: {after}"
        if _WE_ERRED.search(before):
            return f"taken back in the sentence before: {before}"
        if _LABEL.search(passage):
            return "the newspaper corrects its own report"
    elif attribution is not None and attribution.polarity is Polarity.ASSERTS and _NOT_SO.search(after):
        return f"said in the next sentence not to be so: {after}"
    return None


def _contrary(claim: str, passage: str, attribution: Attribution | None) -> str | None:
    """Return why the passage tells the claim as contrary to fact; ``None`` where it does not.

    A passage may go on with what is so: the part that has most of the claim's words counts.
    """
    if _CONTRARY.search(claim) or (attribution is not None and attribution.polarity is not Polarity.ASSERTS):
        return None
    claimed = set(words(claim))
    part = max(parts(passage), key=lambda part: len(claimed & set(words(part))))
    found = _CONTRARY.search(part)
    return None if found is None else f"told as contrary to fact: {found.group().strip()}"


def _called_false(claim: str, passage: str, attribution: Attribution | None) -> str | None:
    """Return why the passage calls a story with the claim false; ``None`` where it does not, or the claim does so."""
    if attribution is not None and attribution.polarity is not Polarity.ASSERTS:
        return None
    if any(CUES[name].search(claim) for name in ("denial", "negation")) or CUES["negation"].search(passage):
        return None
    found = _CALLED_FALSE.search(passage)
    return None if found is None else "the story is called false"


def _said_otherwise(claim: str, said: str | None, model: RelationModel) -> str | None:
    """Return why what somebody says denies the claim, with a word of denial or of negation in one of the two; ``None``
    where it does not."""
    if said is None or not _denial_in_one(claim, seen := cues(said)):
        return None
    inferred = model.scores(inference_pairs(claim, said)).tolist()
    scores = stance_weights()[Form.SENTENCE].scores(_features(claim, said, seen, inferred))
    return f"what is said denies it: {said}" if scores[Stance.DENIES] >= max(scores.values()) else None


def _denial_in_one(claim: str, seen: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether a word of denial or of negation stands in one of claim and passage, and none in the other."""
    return any(bool(seen[name]) != (CUES[name].search(claim) is not None) for name in ("denial", "negation"))


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
