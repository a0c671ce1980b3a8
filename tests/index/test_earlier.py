"""Claims against what was fact-checked before: pair by pair, whatever else was loaded."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import Match, Relation
from index.bare import bare_claim
from index.earlier import MOST, EarlierClaims, nearest, sure
from index.matching import Matcher
from settings import Index
from tests.index.made import claims_of, vectors_of

INDEX = Index()
MATCHER = Matcher(INDEX)
SENTENCES = [
    "The harbour bridge will close for repairs in May",
    "Harbour bridge to close for repairs in May",
    "The harbour bridge will not close for repairs in May",
    "The harbour bridge will close for repairs in June",
    "The flood killed 12 people in Tarn",
    "The flood killed 15 people in Tarn",
    "A bakery in Ostrel won the county prize",
    "bridge",
    "",
    "?!",
]


def earlier(texts: Mapping[str, str]) -> EarlierClaims:
    return EarlierClaims(texts, vectors_of(list(texts.values())), MATCHER)


def found(claims: Mapping[str, str], checked: Mapping[str, str]) -> dict[tuple[str, str], Match]:
    every = claims_of(claims)
    matches = earlier(checked).matches(every, vectors_of([claim.standalone for claim in every]))
    pairs = {(match.left, match.right): match for match in matches}
    assert len(pairs) == len(matches)
    return pairs


def match(left: str, right: str, score: float, relation: Relation = Relation.SAME) -> Match:
    return Match(left, right, score, relation, (), "by hand")


TEXTS = st.lists(st.sampled_from(SENTENCES), max_size=8)


@given(said=TEXTS, checked=TEXTS)
@settings(max_examples=40, deadline=None)
def test_every_pair_that_is_worth_showing_is_found(said: list[str], checked: list[str]) -> None:
    claims = {f"c{n}": text for n, text in enumerate(said)}
    wordings = {f"w{n}": text for n, text in enumerate(checked)}
    matches = found(claims, wordings)
    for claim in claims_of(claims):
        for id, text in wordings.items():
            cosine = float(vectors_of([claim.standalone]).astype("f8")[0] @ vectors_of([text]).astype("f8")[0])
            ours, theirs = (
                MATCHER.features(bare_claim(claim.id, claim.standalone)),
                MATCHER.features(bare_claim(id, text)),
            )
            judged = MATCHER.judge_features(claim.id, ours, id, theirs, cosine, infer=False)
            if judged.score >= INDEX.join:
                judged = MATCHER.judge_features(claim.id, ours, id, theirs, cosine)
            kept = matches.get((claim.id, id))
            wanted = judged.score >= INDEX.suggest and judged.relation is not Relation.DIFFERENT
            assert (kept is not None) == wanted
            assert kept is None or (kept.score, kept.reasons) == (judged.score, judged.reasons)


@given(said=TEXTS, checked=TEXTS, cut=st.integers(0, 8))
@settings(max_examples=40, deadline=None)
def test_what_matches_does_not_depend_on_what_else_is_compared(said: list[str], checked: list[str], cut: int) -> None:
    claims = [(f"c{n}", text) for n, text in enumerate(said)]
    wordings = [(f"w{n}", text) for n, text in enumerate(checked)]
    parts = [
        found(dict(some), dict(these))
        for some in (claims[:cut], claims[cut:])
        for these in (wordings[cut:], wordings[:cut])
    ]
    assert found(dict(claims), dict(wordings)) == {pair: match for part in parts for pair, match in part.items()}


def test_a_claim_keeps_its_best_matches_alone() -> None:
    wordings = {f"w{n:02}": SENTENCES[0] + " and June" * (n % 3) for n in range(MOST + 5)}
    kept = found({"c": SENTENCES[0]}, wordings)
    assert len(kept) == MOST
    assert {match.score for match in kept.values()} >= {1.0}


def test_a_verdict_does_not_carry_over_to_the_contrary() -> None:
    matches = found({"c": SENTENCES[2]}, {"w": SENTENCES[0]})
    assert matches["c", "w"].relation is not Relation.SAME


def test_a_negation_is_read_alike_on_both_sides() -> None:
    text = "The contract was awarded without a tender to Ostrand Marine"
    claim = claims_of({"c": text})[0]
    assert found({"c": claim.standalone}, {"w": text + " in March"})["c", "w"].relation is Relation.SAME


@pytest.mark.parametrize(
    ("score", "relation", "is_sure"),
    [
        (INDEX.join, Relation.SAME, True),
        (INDEX.join, Relation.CONTRADICTS, True),
        (0.9, Relation.RELATED, False),
        (INDEX.join - 0.01, Relation.SAME, False),
        (INDEX.join - 0.01, Relation.CONTRADICTS, False),
    ],
)
def test_a_match_is_sure_from_the_join_threshold_on(score: float, relation: Relation, is_sure: bool) -> None:
    assert sure(match("c", "w", score, relation), INDEX) is is_sure


def test_a_cluster_is_told_what_is_checked_of_its_own_wording_first() -> None:
    own = match("rep", "w", 0.7, Relation.CONTRADICTS)
    denial = match("other", "w", 0.9)
    assert nearest([denial, own], "rep", INDEX) == [own]
    unsure = match("rep", "w", 0.5, Relation.RELATED)
    assert nearest([unsure, denial], "rep", INDEX) == [denial]


def test_sure_matches_come_first_then_the_nearest() -> None:
    matches = [match("a", "w1", 0.9, Relation.RELATED), match("a", "w2", INDEX.join), match("b", "w3", 0.8)]
    assert [one.right for one in nearest(matches, "a", INDEX)] == ["w3", "w2", "w1"]


def test_nothing_checked_or_nothing_said_matches_nothing() -> None:
    assert found({}, {"w": SENTENCES[0]}) == {}
    assert found({"c": SENTENCES[0]}, {}) == {}
