"""Why each claim is in its cluster, and which claim stands for it, told pair by pair."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from claims.records import Claim, Judgement, Match, Member, Verdict
from index.candidates import Candidates

SUSPECTS = 5
"""Members with the lowest cosines among which the weakest link is looked for; in small clusters that is everybody."""

QUOTED = 70
"""Characters of the other claim that a reason repeats."""

BLOCK = 512  # rows of cosines at once

_DENIES = re.compile(r"\b(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing))\b", re.IGNORECASE)
_MARKS = "\"“”'‘’()[] "


@dataclass(frozen=True, slots=True)
class Found:
    """A cluster of nodes: how close each is to the other wordings, and the node in the middle."""

    nodes: list[int]
    closeness: list[float]
    medoid: int


class Explainer:
    """Explains clusters of nodes. The same cluster is explained alike whatever was updated around it."""

    def __init__(
        self,
        candidates: Candidates,
        claims: Mapping[str, Claim],
        held: Iterable[Judgement],
    ) -> None:
        """Take what explanations are made of; ``held`` are the judgements that hold, the earliest first."""
        self._candidates = candidates
        self._claims = claims
        self._judged: dict[str, list[Judgement]] = {}
        for judgement in held:
            if judgement.verdict is Verdict.SAME:
                self._judged.setdefault(judgement.left, []).append(judgement)
                self._judged.setdefault(judgement.right, []).append(judgement)

    def representative(self, found: Found) -> str:
        """Return the medoid's claim that is most worth checking, in equal ones the first by id: its own words.

        A claim that only denies what stands before it has no words of its own for that.
        """
        said = [self._claims[claim] for claim in self._candidates.nodes[found.medoid].claims]
        return min(said, key=lambda claim: (claim.denies_before, -claim.worth, claim.id)).id

    def members(self, found: Found) -> tuple[Member, ...]:
        """Return the members of a cluster, sorted by claim, each with its weakest link first."""
        nodes = self._candidates.nodes
        if sum(len(nodes[number].claims) for number in found.nodes) == 1:
            return (Member(nodes[found.medoid].claims[0], 1.0, ()),)
        weakest = self._weakest(found.nodes)
        within = {claim for number in found.nodes for claim in nodes[number].claims}
        members = []
        for number, closeness in zip(found.nodes, found.closeness, strict=True):
            reasons: list[str] = []
            if number in weakest:
                match = weakest[number]
                reasons.append(self._told("weakest link", match))
                if number != found.medoid and match.right != nodes[found.medoid].claims[0]:
                    reasons.append(self._told("the cluster's centre", self._candidates.judge(number, found.medoid)))
            for claim in nodes[number].claims:
                alike = len(nodes[number].claims) - 1
                said = [f"same words as {alike} other claim{'s' if alike > 1 else ''}"] if alike else []
                members.append(Member(claim, closeness, (*reasons, *said, *self._decided(claim, within))))
        return tuple(sorted(members, key=lambda member: member.claim))

    def _weakest(self, numbers: Sequence[int]) -> dict[int, Match]:
        """Return for each node its match with the node that it is least like."""
        import numpy as np

        if len(numbers) < 2:
            return {}
        order = np.array(numbers)
        vectors = self._candidates.vectors[order].astype(np.float64)
        found = {}
        for first in range(0, len(order), BLOCK):
            cosines = np.round(vectors[first : first + BLOCK] @ vectors.T, 6)
            for row, number in enumerate(order[first : first + BLOCK].tolist()):
                cosines[row, first + row] = np.inf
                suspects = order[np.argsort(cosines[row], kind="stable")[: min(SUSPECTS, len(order) - 1)]].tolist()
                found[number] = self._candidates.judge(number, min(suspects, key=partial(self._by_score, number)))
        return found

    def _by_score(self, number: int, other: int) -> tuple[float, str]:
        return self._candidates.score(number, other), self._candidates.nodes[other].claims[0]

    def _told(self, which: str, match: Match) -> str:
        return f"{which} {match.score:.2f}, with “{self._short(match.right)}”: " + "; ".join(match.reasons)

    def _decided(self, claim: str, within: set[str]) -> list[str]:
        """Return who judged ``claim`` the same as which other member."""
        return [
            f"{judgement.by} judged it the same as “{self._short(other)}”"
            for judgement in self._judged.get(claim, ())
            for other in (judgement.left, judgement.right)
            if other != claim and other in within
        ]

    def _short(self, claim: str) -> str:
        text = " ".join(self._claims[claim].standalone.split())
        return text if len(text) <= QUOTED else text[: QUOTED - 1].rstrip() + "…"


def wholeness(text: str) -> int:
    """Return how many ends of ``text`` look like a sentence's: 2 a sentence, 1 a headline, 0 a fragment; less than any
    of them where it denies what others state, so that a cluster is called by what is claimed."""
    said = text.strip(_MARKS)
    ends = (said[:1].isupper() or said[:1].isdigit()) + said.endswith((".", "!", "?", "…"))
    return ends if _DENIES.search(said) is None else ends - 3
