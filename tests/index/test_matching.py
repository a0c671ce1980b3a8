from __future__ import annotations

from dataclasses import replace

import pytest

from claims.records import Match, Relation
from index.embeddings import load_encoder
from index.matching import Matcher, bare_claim
from settings import Index

FLOOD = "The flood in Vernal killed 23 people on Monday"


def judge(left: str, right: str) -> Match:
    rows = load_encoder().encode([left, right])
    return Matcher(Index()).judge(bare_claim("a", left), bare_claim("b", right), float(rows[0] @ rows[1]))


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (FLOOD, "Monday's flood in Vernal left 23 people dead", Relation.SAME),
        (FLOOD, "The flood in Vernal killed 31 people on Monday", Relation.CONTRADICTS),
        ("The pipeline runs 61 km to the coast", "The pipeline stretches 38 miles to the coast", Relation.SAME),
        ("The bridge will reopen on 3 March", "The bridge will reopen on 5 March", Relation.CONTRADICTS),
        (
            "Mayor Ilse Brandt took bribes from a builder",
            "Mayor Ilse Brandt did not take bribes from any builder",
            Relation.CONTRADICTS,
        ),
        (
            "Acme Corp shares rose 5% after the earnings report",
            "Acme Corp shares fell 5% after the earnings report",
            Relation.CONTRADICTS,
        ),
        (
            "Mayor Ilse Brandt took bribes from a builder, prosecutors say",
            "Ilse Brandt, the mayor, denied taking bribes from the builder",
            Relation.SAME,
        ),
    ],
)
def test_one_claim_in_other_words_or_figures(left: str, right: str, relation: Relation) -> None:
    assert judge(left, right).relation is relation


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The ministry's export controls on drones take effect on 1 September",
            "The ministry's law on dual-use goods will take effect on 1 December",
        ),
        (
            "Acme Corp shares rose 5% after the earnings report",
            "Borealis Corp shares rose 7% after the earnings report",
        ),
        ("More than 500 people attended the rally in Tarn", "The rally in Oste drew more than 500 people"),
        ("Two passengers were killed when the walkway fell", "The fall of the walkway injured 38 passengers"),
        ("The storm closed the port of Tarn", "The council raised the price of a ferry ticket"),
    ],
)
def test_two_claims_that_only_look_alike_are_not_the_same(left: str, right: str) -> None:
    assert judge(left, right).relation not in {Relation.SAME, Relation.CONTRADICTS}
    assert judge(left, right).score < Index().join


def test_of_somebody_else_another_figure_is_no_contradiction_and_nothing_is_inferred() -> None:
    matcher = Matcher(Index())
    one, same_figure, other_figure = (
        matcher.features(bare_claim("a", f"The {town} fish farm will close for {weeks} weeks in spring"))
        for town, weeks in (("Marrowby", 17), ("Garrow", 17), ("Garrow", 4))
    )
    assert len(matcher.questions(one, same_figure, 0.9)) == 2
    assert matcher.questions(one, other_figure, 0.9) == []
    match = matcher.judge_features("a", one, "b", other_figure, 0.9)
    assert match.relation is Relation.RELATED
    assert "differ: names, Marrowby against Garrow" in match.reasons


def test_a_name_with_a_figure_in_it_is_one_that_both_have() -> None:
    match = judge("The satellite Iris-7 was launched on 4 June", "The launch of the satellite Iris-7 was on 7 June")
    assert not any(reason.startswith("differ: names") for reason in match.reasons)
    assert match.relation is Relation.CONTRADICTS


def test_reasons_name_what_is_shared_and_what_differs() -> None:
    reasons = "; ".join(judge(FLOOD, "The flood in Vernal killed 31 people on Monday").reasons)
    assert reasons.startswith("differ: figures, 23 people against 31 people")
    assert "both name Vernal" in reasons
    assert "shared words: " in reasons
    assert "flood" in reasons
    agreed = "; ".join(judge("The road is 61 km long", "The road is 38 miles long").reasons)
    assert "same figure: 61 km and 38 miles" in agreed


def test_a_match_keeps_the_order_of_its_claims_and_scores_alike_from_both_sides() -> None:
    matcher, one, two = Matcher(Index()), bare_claim("z", FLOOD), bare_claim("a", "A flood hit Vernal")
    there, back = matcher.judge(one, two, 0.7), matcher.judge(two, one, 0.7)
    assert (there.left, there.right, back.left, back.right) == ("z", "a", "a", "z")
    assert (there.score, there.relation) == (back.score, back.relation)
    assert there.rule == "cosine+words+inference"


def test_a_score_stays_between_nothing_and_one() -> None:
    matcher = Matcher(replace(Index(), figures_differ=3.0))
    same = bare_claim("a", FLOOD)
    assert matcher.judge(same, same, 1.0).score == pytest.approx(1)
    assert matcher.judge(same, bare_claim("b", "31 people died"), 0.1).score == 0
    assert matcher.judge(bare_claim("a", ""), bare_claim("b", ""), -0.2).score == 0


def test_names_come_from_capitals_but_not_from_the_start_of_a_sentence() -> None:
    names = (
        Matcher(Index())
        .features(bare_claim("a", "Yesterday the iPhone maker told Ilse Brandt's court in Vernal"))
        .names
    )
    assert set(names) == {"ilse", "brandt", "vernal"}
    assert names["brandt"] == "Ilse Brandt"


def test_ranking_puts_the_claim_meant_first_and_finds_it_under_another_figure() -> None:
    claims = [
        bare_claim("flood", "A flood in Vernal killed 31 people"),
        bare_claim("ferry", "The council of Tarn raised the price of ferry tickets"),
        bare_claim("pipe", "The pipeline stretches 38 miles to the coast"),
    ]
    queries = [bare_claim("q1", FLOOD), bare_claim("q2", "How long is the pipeline to the coast, 61 km?")]
    ranked = Matcher(Index()).rank(queries, claims, load_encoder(), 2)
    assert [row[0].right for row in ranked] == ["flood", "pipe"]
    assert [len(row) for row in ranked] == [2, 2]
    assert ranked[0][0].left == "q1"


def test_ranking_among_nothing_finds_nothing() -> None:
    assert Matcher(Index()).rank([bare_claim("q", FLOOD)], [], load_encoder(), 3) == [[]]
