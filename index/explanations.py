"""Why each claim is in its cluster, and which claim stands for it, told pair by pair."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from claims.records import Claim, Judgement, Match, Member, Verdict
from index.candidates import Candidates

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SUSPECTS = 5
"""Members with the lowest cosines among which the weakest link is looked for; in small clusters that is everybody."""

QUOTED = 70
"""Characters of the other claim that a reason repeats."""

BLOCK = 512  # rows of cosines at once

_ORDER = 4  # decimals of closeness: what differs beyond is no reason to prefer one claim to another


class Explainer:
    """Explains clusters of nodes. The same cluster is explained alike whatever was updated around it."""

    def __init__(
        self,
        candidates: Candidates,
        claims: Mapping[str, Claim],
        judgements: Iterable[Judgement],
        penalties: Mapping[tuple[int, int], float],
    ) -> None:
        self._candidates = candidates
        self._claims = claims
        self._penalties: dict[int, dict[int, float]] = {}
        for (left, right), penalty in penalties.items():
            self._penalties.setdefault(left, {})[right] = penalty
            self._penalties.setdefault(right, {})[left] = penalty
        self._judged: dict[str, list[Judgement]] = {}
        for judgement in sorted(judgements, key=lambda judgement: (judgement.at, judgement.id)):
            if judgement.verdict is Verdict.SAME:
                self._judged.setdefault(judgement.left, []).append(judgement)
                self._judged.setdefault(judgement.right, []).append(judgement)

    def judge(self, left: int, right: int) -> Match:
        """Judge the nodes by their first claims."""
        one, two = self._candidates.nodes[left], self._candidates.nodes[right]
        return self._candidates.matcher.judge_features(
            one.claims[0], one.features, two.claims[0], two.features, self._candidates.cosine(left, right)
        )

    def representative(self, members: Sequence[Member]) -> str:
        """Return the medoid: the closest to the others; among equals the most worth checking, then by id."""
        return min(
            members, key=lambda member: (-member.closeness, -self._claims[member.claim].worth, member.claim)
        ).claim

    def members(self, numbers: Sequence[int]) -> tuple[Member, ...]:
        """Return the members of a cluster of nodes, sorted by claim, each with its weakest link first."""
        nodes = self._candidates.nodes
        size = sum(len(nodes[number].claims) for number in numbers)
        if size == 1:
            return (Member(nodes[numbers[0]].claims[0], 1.0, ()),)
        closeness = self._closeness(numbers, size)
        centre = min(numbers, key=lambda number: (-closeness[number], -self._worth(number), number))
        weakest = self._weakest(numbers)
        within = {claim for number in numbers for claim in nodes[number].claims}
        found = []
        for number in numbers:
            reasons: list[str] = []
            if number in weakest:
                match = weakest[number]
                reasons.append(self._told("weakest link", match))
                if number != centre and match.right != nodes[centre].claims[0]:
                    reasons.append(self._told("the cluster's centre", self.judge(number, centre)))
            for claim in nodes[number].claims:
                alike = len(nodes[number].claims) - 1
                said = [f"same words as {alike} other claim{'s' if alike > 1 else ''}"] if alike else []
                found.append(Member(claim, closeness[number], (*reasons, *said, *self._decided(claim, within))))
        return tuple(sorted(found, key=lambda member: member.claim))

    def _worth(self, number: int) -> float:
        return max(self._claims[claim].worth for claim in self._candidates.nodes[number].claims)

    def _closeness(self, numbers: Sequence[int], size: int) -> dict[int, float]:
        """Return each node's mean score to the other claims of the cluster (0 to 1), from sums over all of them."""
        import numpy as np

        nodes, weight = self._candidates.nodes, self._candidates.matcher.settings.words
        sizes = np.array([len(nodes[number].claims) for number in numbers], dtype=np.float64)
        vectors = self._candidates.vectors[list(numbers)].astype(np.float64)
        cosines: NDArray[np.float64] = vectors @ (sizes @ vectors)
        words: dict[str, float] = {}
        for number, count in zip(numbers, sizes.tolist(), strict=True):
            for word, value in nodes[number].features.words.items():
                words[word] = words.get(word, 0.0) + value * count
        members = dict(zip(numbers, sizes.tolist(), strict=True))
        closeness = {}
        for number, cosine in zip(numbers, cosines.tolist(), strict=True):
            shared = sum(value * words[word] for word, value in nodes[number].features.words.items())
            known = self._penalties.get(number, {})
            taken = sum(known[other] * members[other] for other in sorted(known.keys() & members.keys()))
            itself = 1.0 if nodes[number].features.words else 1 / (1 + weight)
            mean = ((cosine + weight * shared) / (1 + weight) - itself - taken) / (size - 1)
            closeness[number] = round(min(1.0, max(0.0, mean)), _ORDER)
        return closeness

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
                matches = (self.judge(number, suspect) for suspect in suspects)
                found[number] = min(matches, key=lambda match: (match.score, match.right))
        return found

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
