"""Who tells it, sentence by sentence: every line fits, and what is told does not fall."""

from __future__ import annotations

import json
from functools import cache

import pytest

from benchmarks import tellers
from claims.extraction import Extractor
from settings import Settings

FLOORS = json.loads(tellers.SUITES.parent.joinpath("tellers_floors.json").read_text(encoding="utf-8"))
TYPES = {"person", "organisation", "anonymous", "document", "own", "outlet"}


@cache
def figures(suite: str) -> dict[str, float]:
    extractor = Extractor(Settings().claims)
    return tellers.figures([tellers.told(row, extractor) for row in tellers.rows(suite)])


@pytest.mark.parametrize("suite", FLOORS)
def test_what_is_said_stands_once_in_each_line(suite: str) -> None:
    rows = list(tellers.rows(suite))
    assert all(row["text"].count(row["said"]) == 1 and row["type"] in TYPES for row in rows)
    assert all((row["speaker"] is None) == (row["type"] in {"own", "outlet"}) for row in rows)
    assert len({row["text"] for row in rows}) == len(rows)


def test_no_line_is_in_two_suites() -> None:
    texts = [row["text"] for suite in FLOORS for row in tellers.rows(suite)]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("suite", FLOORS)
def test_who_tells_it_stays_above_its_floors(suite: str) -> None:
    found = figures(suite)
    assert not {name: found[name] for name, least in FLOORS[suite]["least"].items() if found[name] < least}
    assert found["wrong"] <= FLOORS[suite]["most"]["wrong"]
