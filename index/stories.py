"""Sentences beside each other: of two articles that tell one story, which sentences say the same?

Far from each other, sentences have to be very like to be one claim. Beside each other less will do: where two articles
tell one story, a sentence of the one that is likest a sentence of the other, and that likest it, mostly says the same
in other words. So first it is asked which articles tell one story, and then, of two of their sentences, what a small
logistic regression makes of likeness, figures, dates, names and cues, and of how much likelier the two are than either
with any other sentence of the other's article. Its odds stand for the score that the two would have by themselves.

Two articles tell one story where they have words in common, the rare ones by far the most. All that is asked depends on
the claims of two articles alone, never on what else an archive holds.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from index.matching import Compared, Features
from index.sameness import PairWeights, cue_evidence, load_weights
from index.words import likeness, word_table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Postings: TypeAlias = Mapping[str, tuple[NDArray[np.int64], NDArray[np.float64]]]

WEIGHTS = Path(__file__).resolve().parent.parent / "models" / "stories" / "weights.json"

FEWEST = 3
"""Claims of an article from which it is told what story it tells: a headline alone has nothing beside it."""

STEEPNESS = 0.08
"""Score that a unit of log-odds is worth: benchmarks/clustering.py has the spread of scores that thresholds are for."""

PLACES = 6
"""Decimals of a likeness or a score. Sums taken in another order differ in the last bits, which must decide nothing."""

Beside: TypeAlias = tuple[Mapping[int, "_Best"], Mapping[int, "_Best"]]


def story_weights() -> PairWeights:
    """Return the weights that ship. Raises ModelError: they are missing or damaged."""
    return load_weights(WEIGHTS)


def article_profile(claims: Iterable[Features]) -> dict[str, float]:
    """Return the words of an article's claims as a vector of length 1, each by the square of its weight."""
    table = word_table()
    counts = Counter(word for claim in claims for word in claim.words)
    weights = {word: (1 + math.log(count)) * table.weight(word) ** 2 for word, count in counts.items()}
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length > 0 else {}


def story_evidence(
    ours: Features, theirs: Features, meaning: float, closeness: float, ahead: float
) -> dict[str, float]:
    """Return what the judgement of two sentences of one story rests on; the same whichever comes first.

    ``meaning`` is the cosine of their vectors, ``closeness`` how like they are (0 to 1), ``ahead`` how much more like
    than the likest other pair that one of the two is in.
    """
    return {
        **Compared.of(ours, theirs).evidence(),
        **cue_evidence(ours.text, theirs.text),
        "meaning": meaning,
        "closeness": closeness,
        "ahead": ahead,
    }


@dataclass(frozen=True, slots=True)
class BesideEachOther:
    """What two sentences of one story come to: a score above (below 0: under) that at which claims are joined.

    ``but_for_figures`` is the same as if neither figures nor dates told the two apart.
    """

    above: float
    but_for_figures: float


@dataclass(frozen=True, slots=True)
class _Best:
    """The likest partner of a sentence in another article, how like it is, and how like the next is."""

    partner: int
    likeness: float
    next: float

    def other_than(self, partner: int) -> float:
        """Return how like the likest is that is not ``partner``."""
        return self.next if partner == self.partner else self.likeness


class Stories:
    """Numbered sentences in their articles: which stand in articles of one story, and how like they are for that.

    ``likeness`` and ``meaning`` tell of two sentences, the lower number first, how like they are by themselves.
    """

    def __init__(
        self,
        features: Sequence[Features],
        articles: Sequence[frozenset[str]],
        likeness: Callable[[int, int], float],
        meaning: Callable[[int, int], float],
        closeness: float,
    ) -> None:
        """Take sentences in, each with the ids of the articles that have it.

        ``closeness``: cosine (0 to 1) of two articles' profiles from which they tell one story.
        """
        self._features, self._articles, self._closeness = features, articles, closeness
        self._likeness, self._meaning = likeness, meaning
        self._sentences: dict[str, list[int]] = {}
        for number, ids in enumerate(articles):
            for id in ids:
                self._sentences.setdefault(id, []).append(number)
        self._tellers = sorted(id for id, own in self._sentences.items() if len(own) >= FEWEST)
        self._of_one_story: dict[str, frozenset[str]] = {}
        self._side_by_side: dict[tuple[str, str], Beside] = {}

    def sentences_of(self, ids: Iterable[str]) -> list[int]:
        """Return the sentences of articles."""
        return [number for id in ids for number in self._sentences.get(id, ())]

    def beside(self, number: int) -> set[int]:
        """Return the sentences of all articles that tell a story with an article of the sentence ``number``, and not in
        any of its own."""
        own = self._articles[number]
        others = {other for id in own for other in self._others(id)} - own
        return {other for other in self.sentences_of(others) if own.isdisjoint(self._articles[other])}

    def compare(self, left: int, right: int) -> BesideEachOther | None:
        """Compare two sentences (``left < right``); ``None`` where no articles of theirs tell one story."""
        evidence = self.evidence(left, right)
        if evidence is None:
            return None
        weights = story_weights()
        but_for_figures = evidence | {"figures differ": 0.0, "dates differ": 0.0}
        return BesideEachOther(STEEPNESS * weights.odds(evidence), STEEPNESS * weights.odds(but_for_figures))

    def evidence(self, left: int, right: int) -> dict[str, float] | None:
        """Return what the judgement of two sentences rests on; ``None`` where no articles of theirs tell one story."""
        ours, theirs = self._articles[left], self._articles[right]
        if not ours.isdisjoint(theirs):
            return None
        pairs = [(one, two) for one in ours for two in self._others(one) & theirs]
        if not pairs:
            return None
        like = self._likeness(left, right)
        ahead = max(like - self._next_likest(left, right, *pair) for pair in pairs)
        return story_evidence(
            self._features[left],
            self._features[right],
            round(self._meaning(left, right), PLACES),
            like,
            round(ahead, PLACES),
        )

    def _next_likest(self, left: int, right: int, one: str, two: str) -> float:
        """Return how like the likest other pair is that has ``left`` of article ``one`` or ``right`` of ``two``."""
        if one > two:
            left, right, one, two = right, left, two, one
        if (one, two) not in self._side_by_side:
            self._side_by_side[one, two] = self._beside(one, two)
        ours, theirs = self._side_by_side[one, two]
        return max(ours[left].other_than(right), theirs[right].other_than(left))

    def _beside(self, one: str, two: str) -> Beside:
        ours, theirs = self._sentences[one], self._sentences[two]
        like = {(a, b): 1.0 if a == b else self._likeness(min(a, b), max(a, b)) for a, b in product(ours, theirs)}
        return (
            {a: _best({b: like[a, b] for b in theirs}) for a in ours},
            {b: _best({a: like[a, b] for a in ours}) for b in theirs},
        )

    def _others(self, id: str) -> frozenset[str]:
        """Return the articles that tell a story with the article ``id``."""
        if id not in self._of_one_story:
            found = self._near(id) if id in self._profiles else ()
            self._of_one_story[id] = frozenset(found)
        return self._of_one_story[id]

    def _near(self, id: str) -> Iterator[str]:
        import numpy as np

        own = self._profiles[id]
        sums = np.zeros(len(self._tellers))
        for word, value in own.items():
            rows, values = self._postings[word]
            sums[rows] += value * values
        for row in np.flatnonzero(sums >= self._closeness - 10.0**-PLACES).tolist():
            other = self._tellers[row]
            if other != id and likeness(own, self._profiles[other]) >= self._closeness:  # exact, whoever asks
                yield other

    @cached_property
    def _profiles(self) -> Mapping[str, Mapping[str, float]]:
        return {id: article_profile(self._features[number] for number in self._sentences[id]) for id in self._tellers}

    @cached_property
    def _postings(self) -> Postings:
        import numpy as np

        found: dict[str, tuple[list[int], list[float]]] = {}
        for row, id in enumerate(self._tellers):
            for word, value in self._profiles[id].items():
                rows, values = found.setdefault(word, ([], []))
                rows.append(row)
                values.append(value)
        return {word: (np.array(rows), np.array(values)) for word, (rows, values) in found.items()}


def _best(likeness: Mapping[int, float]) -> _Best:
    order = sorted(likeness, key=lambda number: (-likeness[number], number))
    return _Best(order[0], likeness[order[0]], likeness[order[1]] if len(order) > 1 else 0.0)
