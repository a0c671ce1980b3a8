"""The phenomena that we wrote pairs for: what is told of them does not fall, and no suite repeats another."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from benchmarks import phenomena

FLOORS = json.loads(phenomena.SUITES.with_name("phenomena_floors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["matching", "stance", "numbers"])
@pytest.mark.parametrize("suite", [*phenomena.TUNED, *phenomena.HELD])
def test_what_is_told_of_a_phenomenon_stays_above_its_floor(suite: str, name: str) -> None:
    found = getattr(phenomena, name)(suite)
    floors = FLOORS[suite][name]
    assert "all" in floors
    below = {kind: found[kind] for kind, least in floors.items() if found[kind] < least}
    assert not below


@pytest.mark.parametrize("name", ["matching", "stance"])
@pytest.mark.parametrize("suite", ["tuned", "held"])
def test_each_phenomenon_has_forty_pairs_and_more_than_one_answer(suite: str, name: str) -> None:
    rows = phenomena.rows(suite, name)
    assert min(Counter(row["phenomenon"] for row in rows).values()) >= 40
    answer = "same" if name == "matching" else "stance"
    for kind in {row["phenomenon"] for row in rows}:
        assert max(Counter(row[answer] for row in rows if row["phenomenon"] == kind).values()) <= 24


def test_no_pair_is_in_two_suites() -> None:
    for name in ("matching", "stance", "numbers"):
        sides = ("claim", "passage") if name == "stance" else ("left", "right")
        pairs = [
            {tuple(row[side] for side in sides) for row in phenomena.rows(suite, name)}
            for suite in (*phenomena.TUNED, *phenomena.HELD)
        ]
        assert sum(map(len, pairs)) == len(set().union(*pairs))
