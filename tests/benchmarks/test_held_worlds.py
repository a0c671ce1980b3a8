"""The held-out worlds: the same every time, true to their own truth, and alike only where one was made from another."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.planted import World, check
from benchmarks.worldmakers import held, held_desks
from claims.records import Article

WORLDS = list(held.worlds(2 * len(held.PLANTINGS), 3))
MOST_EDITED = 0.6


def _runs(article: Article) -> set[tuple[str, ...]]:
    """Runs of eight words, without quotations and what a paper prints under everything."""
    text = article.text
    for style in held_desks.STYLES:
        for line in style.foot:
            text = text.replace(line.removeprefix("{O}"), "")
    words = re.sub(r"(“[^”]*”|‘[^’]*’|\"[^\"]*\")", " | ", text).lower().split()
    return {tuple(words[n : n + 8]) for n in range(len(words) - 7) if "|" not in words[n : n + 8]}


@given(seed=st.integers(0, 10_000))
@settings(max_examples=5, deadline=None)
def test_the_same_seed_gives_the_same_worlds(seed: int) -> None:
    assert list(held.worlds(3, seed)) == list(held.worlds(3, seed))


def test_every_planting_is_there_before_any_comes_again() -> None:
    assert {world.kind for world in WORLDS[: len(held.PLANTINGS)]} == set(held.PLANTINGS)


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: f"{world.id} {world.kind}")
def test_a_world_keeps_to_its_own_truth(world: World) -> None:
    check(world)
    assert held.FEWEST <= len(world.articles) <= held.MOST
    assert "{" not in "".join(article.text for article in world.articles)


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: f"{world.id} {world.kind}")
def test_articles_share_wording_only_where_one_was_made_from_the_other(world: World) -> None:
    said = {place.passage for claim in world.claims for place in claim.places}
    said |= {place.passage for difference in world.differences for place in (*difference.a, *difference.b)}
    for left, right in combinations(world.articles, 2):
        if tuple(sorted((left.id, right.id))) not in world.copies:
            shared = _runs(left) & _runs(right)
            stray = [run for run in shared if not any(" ".join(run) in passage.lower() for passage in said)]
            assert not stray


def test_a_copy_keeps_at_least_four_words_in_ten() -> None:
    for world in WORLDS:
        if world.kind == "mass copying":
            texts = {article.id: Counter(re.findall(r"\w+", article.text.lower())) for article in world.articles}
            for left, right in world.copies:
                most = max(texts[left].total(), texts[right].total())
                assert (texts[left] & texts[right]).total() >= (1 - MOST_EDITED) ** 2 * most


def test_a_misquote_and_the_true_words_are_not_the_same_words() -> None:
    for world in WORLDS:
        for difference in world.misquotes:
            assert not {place.passage for place in difference.a} & {place.passage for place in difference.b}
