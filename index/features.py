"""What of a claim is compared with another: its words and names, its figures and dates, whether it is negated."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from claims.records import Claim, DateMention, Quantity
from index.clashes import Side
from index.lines import HEADLINE
from index.words import capitals, profile, word_table

__all__ = ["Features"]

_NAME = re.compile(r"(?<!\w)[A-ZÀ-Þ][\w’'&.-]*(?:\s+(?:(?:of|the|de|al|bin|van|von)\s+)?[A-ZÀ-Þ0-9][\w’'&-]*)*")
_RARE = 6.0  # nats: a word in fewer than one sentence of 400 is likely a name where capitals tell nothing
_MOST = 0.6  # share of capitals from which they tell no names
_CAPITALISED = (
    "corp inc ltd co mr mrs ms dr president minister mayor the new i monday tuesday wednesday thursday friday saturday "
    "sunday january february march april may june july august september october november december"
)
_NO_NAME = frozenset(_CAPITALISED.split())  # capitalised, yet no two claims are about one thing because both have it


@dataclass(frozen=True, slots=True)
class Features:
    """What of a claim is compared, worked out once. Claims with equal features match alike.

    ``lift`` is what the claim adds to every score of its own.
    """

    text: str
    words: Mapping[str, float]
    names: Mapping[str, str]
    headline: bool
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    negated: bool
    lift: float = 0.0

    @property
    def side(self) -> Side:
        """What is asked whether two disagree on figures and dates."""
        return Side(self.text, self.quantities, self.dates)

    @classmethod
    def of(cls, claim: Claim, headline_lift: float = 0.0) -> Features:
        """Return the features of ``claim``; ``headline_lift`` is the lift of what an article's headline claims."""
        text = claim.standalone
        headline = capitals(text)[1] > _MOST
        return cls(
            text=text,
            words=profile(text),
            names=_names(text, headline),
            headline=headline,
            quantities=claim.quantities,
            dates=claim.dates,
            negated=claim.negated,
            lift=headline_lift if HEADLINE in claim.flags else 0.0,
        )


def _names(text: str, headline: bool) -> dict[str, str]:
    """Return the name-like words of ``text`` (lower case) with the whole name that each stands in."""
    table = word_table()
    names: dict[str, str] = {}
    for match in _NAME.finditer(text):
        before = text[: match.start()].rstrip()
        parts = [part for part in map(_bare, match.group().split()) if part]
        # Where a capital says nothing, only a word that news seldom uses counts as a name.
        if headline:
            parts = [part for part in parts if table.weight(part.lower()) >= _RARE]
        elif (not before or before[-1] in ".!?:“\"'‘") and (parts[0].lower() in table.listed or parts[0].isupper()):
            parts = parts[1:]
        for part in parts:
            word = part.lower()
            if len(word) > 1 and word not in _NO_NAME and word[0].isalpha():
                names.setdefault(word, part if headline else " ".join(parts))
    return names


def _bare(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s").strip(".,'’&-")
