"""Which claims were fact-checked before: claims of articles against the claims of earlier fact-checks.

A pair is judged by itself, so what is found does not depend on what else was loaded, or when. A cluster has the
fact-checks that its members match.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from claims.records import Claim, Match, Relation
from index.bare import bare_claim
from index.features import Features
from index.matching import Matcher
from index.words import profile
from settings import Index

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST = 20
"""Fact-checks of different wording that are kept for a claim, best first: what a person reads down a list."""

ABOUT = (Relation.SAME, Relation.CONTRADICTS)
"""Relations of a claim to what was checked in which the verdict says something about the claim."""

_BLOCK = 128  # claims compared at once: so many rows of a number for each text that was checked
_SLACK = 1e-5  # what float32 may lose against the exact likeness


def sure(match: Match, settings: Index) -> bool:
    """Tell whether what was checked is what is claimed, or its contrary; otherwise it may be."""
    return match.score >= settings.join and match.relation in ABOUT


def nearest(matches: Iterable[Match], representative: str, settings: Index) -> list[Match]:
    """Return of each fact-checked wording (right) the match that speaks for a cluster, the best first.

    It is that of the representative claim, since the relation is to what the cluster states, unless only another
    member's is sure.
    """
    best: dict[str, Match] = {}
    for match in matches:
        known = best.get(match.right)
        if known is None or _rank(match, representative, settings) < _rank(known, representative, settings):
            best[match.right] = match
    return sorted(best.values(), key=lambda match: (not sure(match, settings), -match.score, match.right))


def _rank(match: Match, representative: str, settings: Index) -> tuple[bool, bool, float, str]:
    return not sure(match, settings), match.left != representative, -match.score, match.left


class EarlierClaims:
    """The claims of fact-checks, ready to be compared with others."""

    def __init__(self, wordings: Mapping[str, str], vectors: NDArray[np.float32], matcher: Matcher) -> None:
        """Take the words that were checked by their ids, and a vector of length 1 for each, in their order."""
        import numpy as np

        self.matcher = matcher
        self._ids = list(wordings)
        self._texts = list(wordings.values())
        self._vectors = np.asarray(vectors, dtype=np.float32)
        self._features: dict[int, Features] = {}
        # In which texts each word stands, and with which weight.
        posting: dict[str, list[tuple[int, float]]] = {}
        for place, text in enumerate(self._texts):
            for word, weight in profile(text).items():
                posting.setdefault(word, []).append((place, weight))
        self._posting = {
            word: (np.array([place for place, _ in found]), np.array([weight for _, weight in found], dtype=np.float32))
            for word, found in posting.items()
        }

    def __len__(self) -> int:
        return len(self._ids)

    def matches(self, claims: Sequence[Claim], vectors: NDArray[np.float32]) -> list[Match]:
        """Return what of ``claims`` (left) is like something that was checked (right), at or above the score from which
        two claims are worth showing side by side; at most ``MOST`` for a claim, best first.

        Vectors and words find the pairs without a Python step for each; only those that are like enough are judged.
        """
        import numpy as np

        found: list[Match] = []
        weight, floor = self.matcher.settings.words, self.matcher.settings.suggest
        for first in range(0, len(claims) if self._ids else 0, _BLOCK):
            block = claims[first : first + _BLOCK]
            rows = np.asarray(vectors[first : first + _BLOCK], dtype=np.float32)
            likeness = (rows @ self._vectors.T + weight * self._shared_words(block)) / (1 + weight)
            near, checked = np.nonzero(likeness >= floor - _SLACK)
            for place in np.unique(near).tolist():
                judged = self._judged(block[place], rows[place], checked[near == place].tolist())
                shown = [each for each in judged if each.score >= floor and each.relation is not Relation.DIFFERENT]
                found += sorted(shown, key=lambda match: (-match.score, match.right))[:MOST]
        return found

    def _judged(self, claim: Claim, vector: NDArray[np.float32], others: Iterable[int]) -> Iterator[Match]:
        import numpy as np

        # Both sides by the same light rules: of two readings of one sentence, one may see a negation or a unit that
        # the other does not, and the pair would differ where its words do not.
        ours = self.matcher.features(bare_claim(claim.id, claim.standalone))
        for other in others:
            if other not in self._features:
                self._features[other] = self.matcher.features(bare_claim(self._ids[other], self._texts[other]))
            # In float64 the cosine is the same however many were multiplied at once.
            cosine = float(np.dot(vector.astype(np.float64), self._vectors[other].astype(np.float64)))
            theirs = self._features[other]
            compared = self.matcher.compare(ours, theirs)
            judge = partial(
                self.matcher.judge_features, claim.id, ours, self._ids[other], theirs, cosine, compared=compared
            )
            match = judge(infer=False)
            if match.score >= self.matcher.settings.join:  # only there a verdict is told without "may"
                match = judge()
            # In a cluster a denial stands with what it denies. A verdict does not carry over to the contrary.
            if match.relation is Relation.SAME and self.matcher.difference(ours, theirs, compared).turned:
                match = replace(match, relation=Relation.RELATED)
            yield match

    def _shared_words(self, claims: Collection[Claim]) -> NDArray[np.float32]:
        """Return the cosine of the weighted words of each claim with those of each text, a row a claim."""
        import numpy as np

        shared = np.zeros((len(claims), len(self)), dtype=np.float32)
        for row, claim in enumerate(claims):
            for word, weight in profile(claim.standalone).items():
                if word in self._posting:
                    places, weights = self._posting[word]
                    shared[row, places] += weight * weights
        return shared
