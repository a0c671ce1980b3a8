"""Planted worlds: one seed plants one thing, the truth fits the articles, and what is told of a few does not fall."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from benchmarks import planted, worlds
from benchmarks.worldmakers import tuned, written
from claims.records import to_json

FLOORS = json.loads(Path(worlds.__file__).with_name("worlds_floors.json").read_text(encoding="utf-8"))
MANY = 3 * len(tuned.KINDS)


@pytest.fixture(scope="module")
def made() -> list[planted.World]:
    return list(tuned.worlds(MANY, 3))


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(made: list[planted.World]) -> None:
    def written(those: list[planted.World]) -> str:
        return json.dumps([to_json(world) for world in those], default=sorted)

    assert written(made) == written(list(tuned.worlds(MANY, 3)))
    assert written(made) != written(list(tuned.worlds(MANY, 4)))


def test_every_world_keeps_what_worlds_must(made: list[planted.World]) -> None:
    for world in made:
        planted.check(world)
        assert 3 <= len(world.articles) <= 30
        assert world.claims


def test_every_kind_of_planting_is_there(made: list[planted.World]) -> None:
    assert {world.kind for world in made} == set(tuned.KINDS)
    assert any(world.copies for world in made)
    assert all(any(getattr(world, name) for world in made) for name in ("misquotes", "speakers", "conflicts", "sound"))
    assert {flag for world in made for claim in world.claims for flag in claim.flags} == planted.FLAGS


def test_no_slot_of_a_sentence_is_left_open(made: list[planted.World]) -> None:
    for world in made:
        for article in world.articles:
            assert not re.search(r"[{}]|  | ,|\.\.|\bNone\b", article.text), article.text


def test_a_passage_that_stands_twice_is_refused(made: list[planted.World]) -> None:
    with pytest.raises(ValueError, match="must stand once"):
        planted.once("He said so. He said so.", "He said so.")


def test_copies_of_copies_are_copies_of_each_other() -> None:
    assert planted.closure((("b", "a"), ("b", "c"))) == (("a", "b"), ("a", "c"), ("b", "c"))


def test_what_is_told_of_a_few_worlds_stays_above_its_floors() -> None:
    bench, whole = worlds.Bench(), worlds.Result()
    for world in tuned.worlds(12, FLOORS["seed"]):
        whole.add(bench.measure(world))
    found = whole.figures()
    assert set(FLOORS["least"]) <= set(found)
    assert not {name: found[name] for name, least in FLOORS["least"].items() if found[name] < least}


@pytest.mark.parametrize(("suite", "most"), [("written", 30), ("near", 32), ("near2", 48), ("near3", 24)])
def test_what_is_told_of_stories_written_by_hand_stays_above_its_floors(suite: str, most: int) -> None:
    bench, whole = worlds.Bench(), worlds.Result()
    for world in written.worlds(most, 1, suite):
        whole.add(bench.measure(world))
    found = whole.figures()
    assert not {name: found[name] for name, least in FLOORS[suite].items() if found[name] < least}
