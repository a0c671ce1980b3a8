"""Misquotes that people wrote: every kind is there, and of each third pair what is told does not fall."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from benchmarks import misquotes

FLOORS = json.loads(misquotes.SUITES.parent.with_name("misquotes_floors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("suite", ["tuned2", "held"])
def test_what_is_told_of_misquotes_stays_above_its_floor(suite: str) -> None:
    asked = misquotes.pairs(suite)[::3]
    found = misquotes.figures(asked, list(misquotes.tell(asked)))
    assert FLOORS[suite].keys() == found.keys()
    assert not {name: found[name] for name, least in FLOORS[suite].items() if found[name] < least}


@pytest.mark.parametrize("suite", misquotes.ALL)
def test_half_of_a_suite_misquotes_and_every_kind_has_ten_pairs(suite: str) -> None:
    asked = misquotes.pairs(suite)
    assert sum(pair.misquote for pair in asked) * 2 == len(asked)
    kinds = Counter((pair.kind, pair.misquote) for pair in asked)
    assert min(kinds.values()) >= 10
    assert len({kind for kind, _ in kinds}) == len(kinds)


def test_no_passage_is_in_two_suites() -> None:
    texts = [{text for pair in misquotes.pairs(suite) for text in (pair.a, pair.b)} for suite in misquotes.ALL]
    assert sum(map(len, texts)) == len(set().union(*texts))
