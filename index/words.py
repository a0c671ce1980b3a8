"""Words of a claim and how much each tells: the half of a score that does not come from vectors.

The weights come from a table that ships (``models/words``), not from the archive. A weight that followed the
archive would make a cluster depend on what else was read, and in which order.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claims.errors import ModelError

TABLE = Path(__file__).resolve().parent.parent / "models" / "words" / "frequencies.json"

FIGURE = 4.0
"""Most that a word of digits weighs, in nats. Figures are compared by themselves (:mod:`index.figures`); by its idf a
figure would be the rarest word of its claim, and two claims of one event with other figures would seem unlike."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|(?<=\d)%")
_LONG = re.compile(r"[^\W\d_]{4,}")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|pic\.twitter\.com/\S+", re.IGNORECASE)
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")  # #OneTagOfManyWords


@dataclass(frozen=True, slots=True)
class WordTable:
    """In how many of ``sentences`` each word stands; words that are too rare to count are not listed."""

    sentences: int
    listed: Mapping[str, int]

    def weight(self, word: str) -> float:
        """Return the inverse document frequency of ``word`` (Spärck Jones 1972), in nats; a rare word's if unknown."""
        weight = math.log((1 + self.sentences) / (1 + self.listed.get(word, 1)))
        return min(FIGURE, weight) if word[0].isdigit() else weight


@cache
def word_table() -> WordTable:
    """Return the table that ships.

    Raises:
        ModelError: it is missing or damaged.
    """
    try:
        content = json.loads(TABLE.read_text(encoding="utf-8"))
        return WordTable(int(content["sentences"]), content["words"])
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"the word table {TABLE} cannot be read ({error}): restore models/words") from error


def capitals(text: str) -> tuple[int, float]:
    """Return how many words of four letters or more ``text`` has, and the share of them that begin with a capital: high
    Where a Headline Is Printed So."""
    long = _LONG.findall(text)
    return len(long), sum(word[0].isupper() for word in long) / max(1, len(long))


def words(text: str) -> list[str]:
    """Return the words of ``text`` in lower case, without possessive endings; web addresses are left out."""
    plain = _JOINED.sub(" ", _ADDRESS.sub(" ", text)).replace("’", "'")
    return [word.removesuffix("'s").removesuffix("'") for word in (found.lower() for found in _WORD.findall(plain))]


def profile(text: str) -> dict[str, float]:
    """Return the words of ``text`` with their weights as a vector of length 1 (empty for a text without words)."""
    table = word_table()
    weights = {word: (1 + math.log(count)) * table.weight(word) for word, count in Counter(words(text)).items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length > 0 else {}


def likeness(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """Return the cosine of two profiles, 0 to 1."""
    if len(right) < len(left):
        left, right = right, left
    # fsum: the same two profiles give the same number, whichever of them comes first.
    return math.fsum(weight * right[word] for word, weight in left.items() if word in right)
