"""The stories written by hand: each true to its own truth, as far as a program can tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.planted import World, check
from benchmarks.worldmakers import written

SUITES = {path.name: list(written.worlds(1000, 1, path.name)) for path in sorted(written.STORIES.iterdir())}
READ = SUITES["written"]


@pytest.mark.parametrize("world", [world for suite in SUITES.values() for world in suite], ids=lambda world: world.id)
def test_a_story_keeps_to_its_own_truth(world: World) -> None:
    check(world)
    assert world.claims and len(world.articles) >= 3


def test_no_story_is_in_both_suites() -> None:
    texts = [{article.sha256 for world in suite for article in world.articles} for suite in SUITES.values()]
    assert sum(map(len, texts)) == len(set().union(*texts))


def test_the_order_is_the_seed_s_and_a_count_takes_the_first() -> None:
    assert [world.id for world in written.worlds(5, 2)] == [world.id for world in written.worlds(1000, 2)][:5]
    assert {world.id for world in written.worlds(1000, 2)} == {world.id for world in READ}


def test_a_story_whose_truth_does_not_fit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text('kind = "x"\n[[article]]\nid = "a"\ntext = "Rain."\n[[claim]]\nname = "c"\norigins = 1\n', "utf-8")
    with pytest.raises(KeyError):
        written.read(path)
