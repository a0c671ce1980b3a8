from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.candidates import Candidates
from settings import Index
from tests.index.made import LiftingMatcher, claims_of, vectors_of

WORDS = ["mayor", "bishop", "sold", "harbour", "closed", "tarn", "oste", "rain", "never"]
TEXTS = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6),
    min_size=1,
    max_size=12,
).map(lambda found: {f"c{number:02}": " ".join(words) for number, words in enumerate(found)})


def candidates(texts: dict[str, str], articles: dict[str, str] | None = None, **changed: float) -> Candidates:
    matcher = LiftingMatcher(replace(Index(), **changed))
    claims = claims_of(texts, articles)
    features = {claim.id: matcher.features(claim) for claim in claims}
    return Candidates(claims, vectors_of(list(texts.values())), matcher, features, set())


@given(TEXTS, st.floats(0.2, 0.9), st.data())
@settings(max_examples=60, deadline=None)
def test_a_search_misses_no_pair_and_gives_none_twice(texts: dict[str, str], join: float, data: st.DataObject) -> None:
    found = candidates(texts, join=join)
    numbers = range(len(found.nodes))
    first = data.draw(st.sets(st.sampled_from(numbers)))
    pairs = [*found.around(first), *found.around(numbers)]
    expected = [(a, b) for a, b in combinations(numbers, 2) if found.likeness(a, b) >= join]
    assert sorted((pair.left, pair.right) for pair in pairs) == expected


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_no_likeness_is_above_its_bound(texts: dict[str, str]) -> None:
    found = candidates(texts)
    everything = np.arange(len(found.nodes))
    for left, right, bound in found.bounds(found.index_of(everything), everything, 0.0):
        for a, b, most in zip(left.tolist(), right.tolist(), bound.tolist(), strict=True):
            if a != b:
                assert found.likeness(min(a, b), max(a, b)) <= most + 1e-5


@given(TEXTS, st.randoms(use_true_random=False))
def test_nodes_stand_in_order_of_their_wording(texts: dict[str, str], random: object) -> None:
    again = {f"z{id}": text for id, text in texts.items()}
    items = [*texts.items(), *again.items()]
    random.shuffle(items)  # type: ignore[attr-defined]
    ours, theirs = candidates(texts), candidates(dict(items))
    assert [node.features.text for node in ours.nodes] == [node.features.text for node in theirs.nodes]


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("The mayor sold the old harbour.", "the mayor sold “the old harbour”", True),
        (
            "The mayor sold the old harbour in Tarn on Monday.",
            "The mayor sold an old harbour in Tarn on Monday.",
            False,
        ),
        ("The mayor sold 23 boats.", "The mayor sold 31 boats.", False),
        ("The dog bit the mayor.", "The mayor bit the dog.", False),
    ],
)
def test_one_wording_is_one_sentence_with_other_marks(left: str, right: str, one: bool) -> None:
    texts = {"a": left, "b": right}
    matcher = LiftingMatcher(Index())
    claims = claims_of(texts)
    vectors = vectors_of([text.lower().strip(".").replace("“", "").replace("”", "") for text in texts.values()])
    found = Candidates(claims, vectors, matcher, {claim.id: matcher.features(claim) for claim in claims}, set())
    assert found.pair(0, 1).one_wording is one


def test_sentences_of_one_article_are_less_alike_unless_they_are_one() -> None:
    texts = {"a": "bishop sold the harbour", "b": "bishop sold the harbour today", "c": "Bishop sold the harbour"}
    same, none = candidates(texts, dict.fromkeys("abc", "x")), candidates(texts)
    number = same.node_of
    penalty = Index().same_article
    a, b, c = (number[id] for id in "abc")  # "Bishop" comes first
    assert c < a < b
    assert same.pair(a, b).penalty == none.pair(a, b).penalty + penalty
    assert same.pair(c, a).penalty == 0
    apart, together = (each.judge(a, b) for each in (same, none))
    assert apart.score == pytest.approx(together.score - penalty)
    assert apart.reasons[0] == "differ: two sentences of one article"
    assert same.penalty(a, b) == same.pair(a, b).penalty


def test_a_sentence_of_several_articles_counts_as_of_each() -> None:
    texts = {"a": "bishop sold the harbour", "b": "bishop sold the harbour", "c": "bishop sold the harbour today"}
    shared = candidates(texts, {"a": "x", "b": "y", "c": "y"})
    assert shared.pair(0, 1).penalty == Index().same_article
    assert candidates(texts, {"a": "x", "b": "y", "c": "z"}).pair(0, 1).penalty == 0
