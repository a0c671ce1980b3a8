"""Neighbour to Match: do two claims say the same, and why, in words that a person can check.

Two questions, asked apart. *How near* are they: a score of meaning and wording, by which neighbours are ranked and
clusters joined. *What are they to each other*: same, contradicts, related or different, judged for each pair by itself
from figures, dates, negation and what the relation model infers either way round (:mod:`index.sameness`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.records import Claim, Match, Relation
from index.bare import bare_claim
from index.clashes import Clash, candidates, disagreements, questions
from index.dates import compare_dates
from index.details import tells_less, without_lone_dates
from index.embeddings import Encoder, embed
from index.features import Features
from index.figures import Comparison, compare_quantities
from index.relation import CONTRADICTS, SELF, RelationModel, load_relation_model
from index.roles import changed_round
from index.sameness import cue_evidence, inference_evidence, sameness_weights
from index.words import likeness, profile, word_table
from settings import Claims, Index

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Difference", "Matcher", "bare_claim"]

RULE = "cosine+words+inference"
"""Name and version of the rule, as ``Match.rule`` has it."""

SHORTLIST = 100
"""Claims per query whose words are compared, nearest first by cosine. benchmarks/retrieval.py: 99% of the right
answers lie among them."""

SAME = 0.6
"""Probability (0 to 1) from which a pair is called the same. At 0.5 benchmarks/suites/tuned is told no better, and what
is the same supports a draft."""

OPPOSED = 0.6
"""Probability (0 to 1), either way round, that two claims contradict each other, from which they are called so. No
benchmark: at 0.5 "owed an answer" contradicts "owed an apology" (0.53), and what is contradicted alarms an editor."""

_SOMEBODY_DENIES = re.compile(
    r"\bden(?:y|ies|ied) (?:that\b|\w+ing\b|(?:the |these |any )?(?:claim|report|allegation|accusation)s?\b)",
    re.IGNORECASE,
)
_ALIKE = 0.7  # likeness in words from which two claims may be one deed with its sides changed round
_TELLING = 4.0  # nats: a shared word that fewer than one sentence in 55 has is told
_STEM = 5  # letters that a name and what is made of it have in common
_SHOWN = 5  # shared names or words that a reason lists
_OPPOSITES = (
    "rise/fall rises/falls rose/fell risen/fallen rising/falling increase/decrease increased/decreased "
    "increases/decreases up/down gain/lose gained/lost win/lose wins/loses won/lost accept/reject "
    "accepts/rejects accepted/rejected approve/reject approved/rejected approves/rejects allow/ban allowed/banned "
    "confirm/deny confirms/denies confirmed/denied admit/deny admits/denies admitted/denied "
    "alive/dead guilty/innocent convicted/acquitted true/false "
    "real/fake open/closed opened/closed opens/closes hired/fired join/leave joined/left joins/leaves "
    "start/end started/ended begin/end began/ended support/oppose supports/opposes supported/opposed "
    "pass/fail passed/failed passes/fails success/failure legal/illegal safe/unsafe safe/dangerous "
    "released/detained freed/jailed stay/leave agreed/refused agrees/refuses higher/lower more/fewer "
    "strengthened/weakened possible/impossible likely/unlikely before/after first/last best/worst"
)
_DEAD = frozenset(["killed", "kills", "kill", "dead", "died", "dies", "death", "deaths", "toll", "fatalities"])
_HURT = frozenset(["injured", "injures", "injuries", "hurt", "wounded", "wounds", "injuring", "wounding"])
_LIVES = re.compile(
    r"\b(?:los[et]|losing|costs?|costing|claim(?:s|ed|ing)?|tak(?:es?|ing)|took)\b[^.,;]{0,30}\blives\b"
)
_OPPOSED: dict[str, set[str]] = {}
for _one, _two in (pair.split("/") for pair in _OPPOSITES.split()):
    _OPPOSED.setdefault(_one, set()).add(_two)
    _OPPOSED.setdefault(_two, set()).add(_one)


@dataclass(frozen=True, slots=True)
class Difference:
    """What two claims differ in: what that takes off their score, and what of it cannot both be true.

    ``figures``: a number or a date differs. ``changed_round``: who does it and who it is done to. ``turned``: that, or
    one is negated, or the words are opposite. ``other``: they are about somebody else, or of the dead and of the hurt:
    whatever they share, they are not the same.
    """

    penalty: float
    figures: bool
    turned: bool
    other: bool = False
    changed_round: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """Two claims' features side by side, worked out once for score, judgement and reasons."""

    figures: Comparison
    dates: Comparison
    opposite: tuple[str, str] | None
    other_names: bool
    other_event: bool
    one_counts_victims: bool
    roles: tuple[str, str] | None
    """How the two tell one deed with its sides changed round (:mod:`index.roles`)."""

    @classmethod
    def of(cls, left: Features, right: Features, spacy_model: str) -> Compared:
        """Compare ``left`` with ``right``. Raises ModelError where the language model is needed and missing."""
        # Who says a thing the other way round says it in nearly the same words: few pairs are parsed.
        alike = likeness(left.words, right.words) >= _ALIKE
        return cls(
            figures=compare_quantities(left.quantities, right.quantities, left.text, right.text),
            dates=compare_dates(left.dates, right.dates, left.text, right.text),
            opposite=_opposite(left.words, right.words),
            other_names=_name_others(left, right),
            other_event=_other_event(left.words, right.words),
            one_counts_victims=_only_one_counts_victims(left, right),
            roles=changed_round(left.text, right.text, spacy_model) if alike else None,
        )


class Matcher:
    """Judges pairs of claims.

    The score is ``(cosine + w * words) / (1 + w)``, where *words* is the cosine of the two claims' weighted words, with
    something added for headlines and something taken off if figures or dates differ. A negation takes nothing off: who
    says that a claim is not so speaks about that claim.
    """

    def __init__(self, settings: Index, spacy_model: str | None = None) -> None:
        self.settings = settings
        self._spacy_model = Claims().spacy_model if spacy_model is None else spacy_model

    @property
    def model(self) -> RelationModel:
        """What infers from one claim to another."""
        return load_relation_model(self.settings.relation)

    def features(self, claim: Claim) -> Features:
        """Return what of ``claim`` is compared."""
        return Features.of(claim, self.settings.headline_lift)

    def compare(self, left: Features, right: Features) -> Compared:
        """Return two claims' features side by side."""
        return Compared.of(left, right, self._spacy_model)

    def likeness(self, left: Features, right: Features, similarity: float) -> float:
        """Return cosine and words in one number, with the lifts of both, 0 to 1."""
        weight = self.settings.words
        unlifted = (similarity + weight * likeness(left.words, right.words)) / (1 + weight)
        return min(1.0, max(0.0, unlifted + left.lift + right.lift))

    def difference(self, left: Features, right: Features, compared: Compared | None = None) -> Difference:
        """Return what the two differ in; ``compared`` saves comparing them again."""
        compared = self.compare(left, right) if compared is None else compared
        penalty = 0.0
        figures = False
        counted = compared.figures
        if counted.differ:
            penalty += self.settings.figures_differ
            figures = True
        elif counted.apart and not counted.agree:  # they count different things: nothing clashes, and nothing is shared
            penalty += self.settings.figures_differ
        if compared.dates.differ:
            penalty += self.settings.dates_differ
            figures = True
        # Of somebody else, or of the hurt and not the dead, another figure contradicts nothing.
        other = False
        if compared.other_names:
            penalty += self.settings.names_differ
            figures, other = False, True
        # "The walkway fell" and "two died when the walkway fell" are two claims, and either may be wrong alone.
        if compared.other_event or compared.one_counts_victims:
            penalty += self.settings.events_differ
            figures, other = False, True
        changed_round = compared.roles is not None
        if changed_round:
            penalty += self.settings.roles_differ
        turned = left.negated != right.negated or compared.opposite is not None or changed_round
        return Difference(penalty, figures, turned, other, changed_round)

    def judge(self, left: Claim, right: Claim, similarity: float) -> Match:
        """Judge two claims; ``similarity`` is the cosine of their vectors."""
        return self.judge_features(left.id, self.features(left), right.id, self.features(right), similarity)

    def judge_features(
        self,
        left: str,
        ours: Features,
        right: str,
        theirs: Features,
        similarity: float,
        infer: bool = True,
        compared: Compared | None = None,
    ) -> Match:
        """Judge the claims ``left`` and ``right`` by their features; ``compared`` saves comparing them again.

        Without ``infer`` the relation model is not asked, which is a thousand times faster: score and reasons are the
        same but for what is inferred, and the relation is that of the score.
        """
        closeness = self.likeness(ours, theirs, similarity)
        compared = self.compare(ours, theirs) if compared is None else compared
        difference = self.difference(ours, theirs, compared)
        score = max(0.0, closeness - difference.penalty)
        relation = self._relation(closeness, score, difference)
        inferred: list[str] = []
        clashes: Sequence[Clash] | None = None
        if infer and closeness >= self.settings.infer:
            if self._may_clash(closeness, difference):
                clashes = disagreements(ours.side, theirs.side, self.model, (compared.figures, compared.dates))
                difference = replace(difference, figures=bool(clashes))
            relation, inferred = self._inferred(ours, theirs, closeness, similarity, difference, compared)
        agree, differ = _reasons(ours, theirs, compared, clashes)
        reasons = (
            *(f"differ: {what}" for what in differ),
            *inferred,
            f"meaning {similarity:.2f}, wording {likeness(ours.words, theirs.words):.2f}",
            *agree,
        )
        return Match(left, right, round(score, 6), relation, reasons, RULE)

    def questions(
        self, ours: Features, theirs: Features, similarity: float, compared: Compared | None = None
    ) -> list[tuple[str, str]]:
        """Return the pairs of texts that the relation model is asked about to judge two claims; to have asked all that
        are wanted at once is faster."""
        closeness = self.likeness(ours, theirs, similarity)
        if closeness < self.settings.infer:
            return []
        both = _both_ways(ours, theirs)
        compared = self.compare(ours, theirs) if compared is None else compared
        difference = self.difference(ours, theirs, compared)
        if self._cannot_be_at_odds(closeness, difference, compared):
            return []
        if self._may_clash(closeness, difference):
            found = candidates(ours.side, theirs.side, (compared.figures, compared.dates))
            return [*both, *questions(ours.side, theirs.side, found)]
        return both

    def _may_clash(self, closeness: float, difference: Difference) -> bool:
        """Tell whether another figure or date may set two claims against each other: of somebody else it does not."""
        return closeness >= self.settings.conflict and not difference.other

    def _relation(self, closeness: float, score: float, difference: Difference) -> Relation:
        if (difference.figures and closeness >= self.settings.join) or (
            difference.turned and closeness >= self.settings.turned
        ):
            return Relation.CONTRADICTS
        if score >= self.settings.join:
            return Relation.SAME
        return Relation.RELATED if score >= self.settings.suggest else Relation.DIFFERENT

    def _inferred(
        self,
        ours: Features,
        theirs: Features,
        closeness: float,
        similarity: float,
        difference: Difference,
        compared: Compared,
    ) -> tuple[Relation, list[str]]:
        """Return the relation of two claims by all that can be told of them, and what was inferred, in words."""
        related = Relation.RELATED if closeness >= self.settings.suggest else Relation.DIFFERENT
        if self._cannot_be_at_odds(closeness, difference, compared):
            return related, []
        there, back = self.model.scores(_both_ways(ours, theirs)).tolist()
        if tells_less(ours.text, theirs.text) or tells_less(theirs.text, ours.text):
            there = back = SELF  # one claim, which one of them tells without its figure or date
        contradicts = min(there[CONTRADICTS], back[CONTRADICTS])
        same = sameness_weights().probability(self.evidence(ours, theirs, similarity, there, back, compared))
        told = [f"the same by inference: {same:.2f}"]
        if difference.figures and closeness >= self.settings.conflict:
            return Relation.CONTRADICTS, told
        opposed = compared.figures.opposed or compared.dates.opposed
        one_claim = not (difference.other or difference.changed_round or opposed)
        if one_claim and closeness >= self.settings.suggest and same >= SAME:
            return Relation.SAME, told
        # "He took bribes, prosecutors say", "he denied taking bribes": two sides speak about one claim.
        one_denies = bool(_SOMEBODY_DENIES.search(ours.text)) != bool(_SOMEBODY_DENIES.search(theirs.text))
        if one_denies and closeness >= self.settings.join and not (difference.other or difference.turned):
            return Relation.SAME, ["one denies what the other says", *told]
        if closeness >= self.settings.turned and (difference.turned or contradicts >= OPPOSED):
            return Relation.CONTRADICTS, [f"one contradicts the other: {contradicts:.2f}", *told]
        return related, told

    def _cannot_be_at_odds(self, closeness: float, difference: Difference, compared: Compared) -> bool:
        """Tell whether two claims are of somebody or something else, and contradict each other in nothing: those that
        have another figure or date as well are two things, though a model takes them for a contradiction."""
        differ = bool(compared.figures.differ or compared.figures.apart or compared.dates.differ)
        may = closeness >= self.settings.turned and (difference.turned or not differ)
        return difference.other and not may

    def evidence(
        self,
        ours: Features,
        theirs: Features,
        similarity: float,
        there: Sequence[float],
        back: Sequence[float],
        compared: Compared | None = None,
    ) -> dict[str, float]:
        """Return what the judgement of a pair rests on; the same whichever claim comes first.

        ``there`` and ``back``: what the relation model infers either way round.
        """
        compared = self.compare(ours, theirs) if compared is None else compared
        return {
            **inference_evidence(there, back),
            **cue_evidence(ours.text, theirs.text),
            "meaning": similarity,
            "figures differ": float(bool(compared.figures.differ)),
            "figures agree": float(bool(compared.figures.agree)),
            "figures apart": float(bool(compared.figures.apart)),
            "dates differ": float(bool(compared.dates.differ)),
            "dates agree": float(bool(compared.dates.agree)),
            "opposite words": float(compared.opposite is not None),
            "other names": float(compared.other_names),
            "other event": float(compared.other_event),
        }

    def rank(self, queries: Sequence[Claim], claims: Sequence[Claim], encoder: Encoder, top: int) -> list[list[Match]]:
        """Return for each query its ``top`` best matches among ``claims``, best first, ties in the order of ``claims``.

        They are judged after they are ordered: see :meth:`nearest`.
        """
        known: dict[int, Features] = {}
        ranked = []
        for query, near in zip(queries, self.nearest(queries, claims, encoder, top), strict=True):
            ours = self.features(query)
            known |= {place: self.features(claims[place]) for place, _ in near if place not in known}
            ranked.append(
                [self.judge_features(query.id, ours, claims[place].id, known[place], cosine) for place, cosine in near]
            )
        return ranked

    def nearest(
        self, queries: Sequence[Claim], claims: Sequence[Claim], encoder: Encoder, top: int
    ) -> list[list[tuple[int, float]]]:
        """Return for each query the places in ``claims`` of the ``top`` nearest, nearest first, each with its cosine.

        Words weigh more here than in a score (``settings.ranked_words``): of many claims on one topic, that which has
        the query's own words is meant. The shortlist holds the nearest by cosine and the nearest by words; it is
        ordered by likeness, so that a claim with another figure is found beside the right one and not hidden behind
        unrelated ones.
        """
        if not claims or top < 1:
            return [[] for _ in queries]
        ours = embed([query.standalone for query in queries], encoder)
        theirs = embed([claim.standalone for claim in claims], encoder)
        profiles = [profile(claim.standalone) for claim in claims]
        posting: dict[str, list[tuple[int, float]]] = {}
        for place, words in enumerate(profiles):
            for word, weight in words.items():
                posting.setdefault(word, []).append((place, weight))
        found = []
        for query, row in zip(queries, ours, strict=True):
            words = profile(query.standalone)
            cosines = theirs @ row
            near = {
                place: round(float(cosines[place]) + self.settings.ranked_words * likeness(words, profiles[place]), 5)
                for place in _shortlist(cosines, words, posting, max(SHORTLIST, top))
            }
            order = sorted(near, key=lambda place: (-near[place], place))
            found.append([(place, float(cosines[place])) for place in order[:top]])
        return found


def _both_ways(ours: Features, theirs: Features) -> list[tuple[str, str]]:
    one, two = without_lone_dates(ours.text, theirs.text)
    return [(one, two), (two, one)]


def _shortlist(
    cosines: NDArray[np.float32], query: Mapping[str, float], posting: Mapping[str, list[tuple[int, float]]], size: int
) -> set[int]:
    import numpy as np

    shared = np.zeros(len(cosines))
    for word, weight in query.items():
        for place, other in posting.get(word, ()):
            shared[place] += weight * other
    near = np.argsort(-cosines, kind="stable")[:size]
    alike = np.argsort(-shared, kind="stable")[:size]
    return {int(place) for place in (*near, *alike)}


def _other_event(left: Mapping[str, float], right: Mapping[str, float]) -> bool:
    """Tell whether one speaks of the dead alone and the other of the hurt alone: news sets them side by side."""
    kinds = [(not _DEAD.isdisjoint(words), not _HURT.isdisjoint(words)) for words in (left, right)]
    return sorted(kinds) == [(False, True), (True, False)]


def _only_one_counts_victims(left: Features, right: Features) -> bool:
    """Tell whether one says how many were killed or hurt and the other speaks of no victims at all."""
    told = [
        not (_DEAD | _HURT).isdisjoint(side.words) or _LIVES.search(side.text) is not None for side in (left, right)
    ]
    counted = [there and len(side.quantities) > 0 for there, side in zip(told, (left, right), strict=True)]
    return any(counted) and not all(told)


def _name_others(left: Features, right: Features) -> bool:
    """Tell whether both name somebody or something, and nothing that the other has. Headlines do not tell."""
    return (
        not (left.headline or right.headline)
        and len(left.names) > 0 < len(right.names)
        and left.names.keys().isdisjoint(right.names)  # a name with a figure, "Iris-7", is two words
        and not _any_named(left.names, right.words)
        and not _any_named(right.names, left.words)
    )


def _any_named(names: Iterable[str], words: Mapping[str, float]) -> bool:
    """Tell whether any of ``names`` stands among ``words``, in whatever form: Norway, Norwegian."""
    stems = {name[:_STEM] for name in names}
    return any(word[:_STEM] in stems for word in words)


def _reasons(
    left: Features, right: Features, compared: Compared, clashes: Sequence[Clash] | None
) -> tuple[list[str], list[str]]:
    """Return in words what agrees and what differs; ``clashes`` are ``None`` where only the rules were asked."""
    agree: list[str] = []
    figures, dates = compared.figures, compared.dates
    differ = [f"figures, {said}" for said in figures.differ] + [f"dates, {said}" for said in dates.differ]
    if clashes is not None:
        settled = {clash.said for clash in clashes}
        agree += [f"no conflict: {said}" for said in (*figures.differ, *dates.differ) if said not in settled]
        differ = [f"{clash.of}, {clash.said}" for clash in clashes]
    differ += [f"least and most, {said}" for said in figures.opposed]
    differ += [f"beginning and end, {said}" for said in dates.opposed]
    if left.negated != right.negated:
        differ.append("one is negated")
    if compared.opposite:
        differ.append("opposite words, " + " against ".join(compared.opposite))
    if compared.roles:
        differ.append("who does what to whom, " + " against ".join(f"“{said}”" for said in compared.roles))
    if compared.other_names:
        differ_names = [next(iter(side.names.values())) for side in (left, right)]
        differ.append("names, " + " against ".join(differ_names))
    if compared.other_event:
        differ.append("the dead against the hurt")
    if names := list(dict.fromkeys(left.names[word] for word in left.names if word in right.names)):
        agree.append("both name " + ", ".join(names[:_SHOWN]))
    shared = sorted(
        (word for word in left.words if word in right.words and word not in left.names and not word[0].isdigit()),
        key=lambda word: (-left.words[word] * right.words[word], word),
    )
    if telling := [word for word in shared if word_table().weight(word) >= _TELLING][:_SHOWN]:
        agree.append("shared words: " + ", ".join(telling))
    agree += [f"same figure: {said}" for said in figures.agree] + [f"same date: {said}" for said in dates.agree]
    return agree, differ


def _opposite(left: Mapping[str, float], right: Mapping[str, float]) -> tuple[str, str] | None:
    for word in left:
        if word not in right:
            for other in sorted(_OPPOSED.get(word, ())):
                if other in right and other not in left:
                    return word, other
    return None
