from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import ModelError
from claims.records import Relation
from index.bare import bare_claim
from index.clusters import Clusterer
from index.embeddings import embed, load_encoder
from index.matching import Matcher
from index.roles import changed_round
from settings import Claims, Index

MODEL = Claims().spacy_model
TURNED = [
    ("The surgeon Ada Kolb sued the banker Ivo Rask.", "The surgeon Ada Kolb was sued by the banker Ivo Rask."),
    ("Orland accused Bethmar of breaking the truce.", "Bethmar accused Orland of breaking the truce."),
    ("A goat chased the postman Gil Tarrow down the lane.", "The postman Gil Tarrow chased a goat down the lane."),
    (
        "The Oster mill was sold to Pell & Sons by the Hawke family.",
        "Pell & Sons sold the Oster mill to the Hawke family.",
    ),
    ("Marwick Town sold the striker to Oxby.", "Marwick Town bought the striker from Oxby."),
    ("Grain is shipped from Oxby to Marrow.", "Grain is shipped from Marrow to Oxby."),
    ("Oxby beat Marwick in the final.", "Oxby lost to Marwick in the final."),
    ("The museum was given the painting by the Fisk estate.", "The museum gave the painting to the Fisk estate."),
]
ALIKE = [
    ("The surgeon Ada Kolb sued the banker Ivo Rask.", "The banker Ivo Rask was sued by the surgeon Ada Kolb."),
    ("Marwick Town sold the striker to Oxby.", "Oxby bought the striker from Marwick Town."),
    ("The house passed the bill.", "The bill passed the house."),
    ("The storm closed the bridge.", "The bridge closed."),
    ("Lena Fisk married Tor Aune.", "Tor Aune married Lena Fisk."),
    ("Marwick beat Oxby and Oxby beat Marwick.", "Oxby beat Marwick and Marwick beat Oxby."),
    ("Grain was sent to Oxby from Marrow.", "Grain was sent from Marrow to Oxby."),
    ("", "The house passed the bill."),
]
WORDS = "Kolb Rask sued was by the banker sold to from mill of who and beat bridge closed . , and"
texts = st.lists(st.sampled_from(WORDS.split()) | st.text(max_size=3), max_size=12).map(" ".join)


@pytest.mark.parametrize(("left", "right"), TURNED)
def test_who_did_what_to_whom_is_told_apart(left: str, right: str) -> None:
    assert changed_round(left, right, MODEL) is not None


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_another_order_of_words_changes_nobody_round(left: str, right: str) -> None:
    assert changed_round(left, right, MODEL) is None


@given(texts, texts)
@settings(deadline=None)
def test_it_does_not_matter_which_comes_first(left: str, right: str) -> None:
    one, two = changed_round(left, right, MODEL), changed_round(right, left, MODEL)
    assert (one is None) == (two is None)
    assert changed_round(left, left, MODEL) is None
    if one is not None:
        assert one[0] in left
        assert one[1] in right


@pytest.mark.parametrize(("left", "right"), TURNED[:3])
def test_a_deed_changed_round_is_said_and_joins_nothing(left: str, right: str) -> None:
    vectors = embed([left, right], load_encoder())
    claims = [bare_claim("a", left), bare_claim("b", right)]
    matcher = Matcher(Index())
    match = matcher.judge(*claims, float(vectors[0] @ vectors[1]))
    assert match.relation is Relation.CONTRADICTS
    assert match.score < Index().join
    assert any(reason.startswith("differ: who does what to whom, “") for reason in match.reasons)
    clusters = Clusterer(matcher, Index()).update(claims, vectors, [], []).changed
    assert sorted(len(cluster.members) for cluster in clusters) == [1, 1]
    assert Relation.CONTRADICTS in {link.relation for cluster in clusters for link in cluster.links}


def test_without_the_language_model_it_says_what_to_do() -> None:
    with pytest.raises(ModelError, match="make setup"):
        changed_round(*TURNED[0], "no_such_model")
