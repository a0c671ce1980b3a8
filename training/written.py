"""What we wrote to train on: a claim, the same in other words, passages that support, deny or only report it, claims
near it.

``training/written/*.txt`` holds blocks with an empty line between them, each line after its mark (:data:`MARKS`). A
line marked T opens a story: no line of one of its blocks says or excludes the claim of another. Nobody who wrote there
had seen ``benchmarks/suites``. ``training/relation.py`` learns from four claims or stories of five; the fifth is for
what is fitted on top of it, sameness and stance, of pairs that the relation model has not seen.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Any

from claims.records import Stance

FOLDER = Path(__file__).with_name("written")
ENTAILS, NEITHER, CONTRADICTS = "entailment", "neutral", "contradiction"
ALIKE = (0.5, 0.5, 0.0)
"""Entailed, neither, contradicted: of two sentences that tell one claim of a story, each with details of its own."""
STORY = "T"
MARKS = {
    "C": "the claim",
    "=": "the same fact in other words",
    "S": "a passage in the outlet's own voice from which the claim follows",
    "D": "a passage in the outlet's own voice that excludes the claim",
    "R": "a passage that leaves the claim open: passed on, hedged, planned, asked",
    "N": "a claim near it, neither following nor excluded",
    "X": "a claim near it that cannot be true together with it; not in stories",
    "L": "the claim with a detail left out; not in stories",
}
STANCES = {"S": Stance.SUPPORTS, "D": Stance.DENIES, "R": Stance.REPORTS}


@dataclass(frozen=True, slots=True)
class Block:
    """One claim and what was written around it, by mark. ``story``: what it is a part of; empty for a claim alone."""

    lines: tuple[tuple[str, str], ...]
    story: str = ""

    @property
    def claim(self) -> str:
        """The claim."""
        return self["C"][0]

    @property
    def told(self) -> list[str]:
        """The claim, and the same in other words."""
        return [self.claim, *self["="]]

    def __getitem__(self, mark: str) -> list[str]:
        return [text for own, text in self.lines if own == mark]

    @property
    def kept_back(self) -> bool:
        """Whether the relation model is not to see the block."""
        return hashlib.sha256((self.story or self.claim).encode()).digest()[0] % 5 == 0

    def passages(self) -> Iterator[tuple[str, str, Stance]]:
        """Yield claims, passages, and what each does with the claim. What a story's outlets write is a claim too, with
        details that others leave out; so is a claim of which a passage leaves out one."""
        for mark, stance in STANCES.items():
            for place, text in enumerate(self[mark]):
                yield self.claim, text, stance
                if self.story:
                    yield self["S"][place - 1], text, stance
        for text in self["L"]:
            yield self.claim, text, Stance.SUPPORTS

    def inferences(self, chance: random.Random) -> Iterator[tuple[str, str, str]]:
        """Yield premises, hypotheses and labels."""
        for one, two in permutations(self.told, 2):
            yield one, two, ENTAILS
        for mark, label in (("S", ENTAILS), ("D", CONTRADICTS), ("R", NEITHER), ("N", NEITHER), ("X", CONTRADICTS)):
            for text in self[mark]:
                yield text, self.claim, label
                yield text, chance.choice(self["="]), label
        for text in self["X"]:
            yield chance.choice(self.told), text, CONTRADICTS
            yield chance.choice(self["S"]), text, CONTRADICTS
        for less in self["L"]:
            yield self.claim, less, ENTAILS
            yield chance.choice(self["S"]), less, ENTAILS
            yield less, chance.choice(self.told), NEITHER


def blocks(folder: Path = FOLDER) -> list[Block]:
    """Return all blocks, in the order of their files.

    Raises:
        ValueError: a line has no mark, or a block lacks what every block has.
    """
    found = []
    for path in sorted(folder.glob("*.txt")):
        story = ""
        for number, part in enumerate(path.read_text(encoding="utf-8").strip().split("\n\n"), start=1):
            lines = [(line[:1], line[2:].strip()) for line in part.splitlines()]
            if lines[0][0] == STORY:
                story = lines.pop(0)[1]
            block = Block(tuple(lines), story)
            wanted = [mark for mark in MARKS if not story or mark not in "XL"]
            if any(mark not in wanted or not text for mark, text in lines) or not all(block[mark] for mark in wanted):
                raise ValueError(f"{path.name}, block {number}: a line without a mark, or a mark without a line")
            found.append(block)
    return found


def stories(known: Sequence[Block]) -> list[list[Block]]:
    """Return the blocks of each story."""
    found: dict[str, list[Block]] = {}
    for block in known:
        if block.story:
            found.setdefault(block.story, []).append(block)
    return list(found.values())


def taught(known: Sequence[Block], chance: random.Random) -> list[dict[str, Any]]:
    """Return the pairs that the relation model learns from, in the pool's form."""
    shown = [block for block in known if not block.kept_back]
    pairs = [pair for block in shown for pair in block.inferences(chance)]
    alike = []
    for story in stories(shown):
        for one, other in permutations(story, 2):
            for text in chance.sample(one["="] + one["S"] + one["R"], 2):
                pairs.append((text, chance.choice(other.told), NEITHER))
        for block in story:
            alike += chance.sample(list(permutations(block["S"], 2)), 4)
            pairs += [(block["D"][0], text, CONTRADICTS) for text in chance.sample(block["S"], 2)]
            pairs += [(text, chance.choice(block["S"]), NEITHER) for text in block["R"] + block["N"]]
    rows = [{"src": "written", "premise": one, "hypothesis": two, "label": label} for one, two, label in pairs]
    return rows + [{"src": "written", "premise": one, "hypothesis": two, "soft": ALIKE} for one, two in alike]
