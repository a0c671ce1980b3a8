from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.records import Cluster, ClusterLink, Judgement, Relation, Verdict
from index.clusters import ClusterChange, Clusterer
from index.explanations import wholeness
from index.judgements import settle
from index.matching import Matcher
from settings import Index
from tests.index.made import LiftingMatcher, applied, claims_of, groups, judged, vectors_of
from tests.index.test_coherence import OFF, TALKS

WHO = ("mayor", "minister", "bishop")
DID = ("sold the old harbour", "closed the old harbour", "bought a castle", "denied everything")
WHERE = ("in Tarn", "in Oste", "on 3 March", "on 5 March", "for 23 crowns", "for 31 crowns", "")
TEXTS = st.builds(" ".join, st.tuples(st.sampled_from(WHO), st.sampled_from(DID), st.sampled_from(WHERE)))
IDS = [f"c{number:02}" for number in range(12)]
STORIES = st.lists(TEXTS, min_size=1, max_size=len(IDS)).map(lambda texts: dict(zip(IDS, texts, strict=False)))
JUDGEMENTS = st.lists(
    st.builds(judged, st.sampled_from(IDS), st.sampled_from(IDS), st.sampled_from(Verdict), st.integers(0, 59)),
    max_size=6,
    unique_by=lambda judgement: judgement.id,
).map(lambda found: [judgement for judgement in found if judgement.left != judgement.right])

ARTICLES = st.lists(st.sampled_from(["", "x", "y"]), min_size=len(IDS), max_size=len(IDS)).map(
    lambda found: dict(zip(IDS, found, strict=True))
)
# Many suggestions or few, wide clusters or tight, so that lists overflow and members are put out.
WAYS = st.fixed_dictionaries(
    {
        "suggestions": st.sampled_from([1, 2, 5]),
        "suggest": st.sampled_from([0.2, 0.4]),
        "join": st.sampled_from([0.45, 0.6]),
        "stray": st.sampled_from([0.0, 0.1, 0.3]),
        "many_wordings": st.sampled_from([3, 8]),
    }
)


def update(
    texts: dict[str, str],
    judgements: list[Judgement] | tuple[Judgement, ...] = (),
    before: list[Cluster] | tuple[Cluster, ...] = (),
    touched: set[str] | None = None,
    articles: dict[str, str] | None = None,
    model: str = "",
    **changed: float,
) -> ClusterChange:
    chosen = replace(Index(), **changed)
    clusterer = Clusterer(LiftingMatcher(chosen), chosen)
    claims, vectors = claims_of(texts, articles), vectors_of(list(texts.values()), model)
    return clusterer.update(claims, vectors, judgements, before, touched)


def related(clusters: list[Cluster]) -> dict[str, list[ClusterLink]]:
    """The suggestions of each cluster, by its first claim."""
    return {
        cluster.members[0].claim: [link for link in cluster.links if link.relation is Relation.RELATED]
        for cluster in clusters
    }


@given(STORIES, JUDGEMENTS)
@settings(max_examples=30, deadline=None)
def test_clusters_are_a_partition_of_the_claims(texts: dict[str, str], judgements: list[Judgement]) -> None:
    clusters = update(texts, judgements).changed
    members = [member.claim for cluster in clusters for member in cluster.members]
    assert sorted(members) == sorted(texts)
    assert len({cluster.id for cluster in clusters}) == len(clusters)
    for cluster in clusters:
        assert cluster.representative in {member.claim for member in cluster.members}
        assert all(0 <= member.closeness <= 1 for member in cluster.members)
        assert all(member.because for member in cluster.members) or len(cluster.members) == 1


@given(STORIES, JUDGEMENTS, st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_order_of_input_does_not_matter(texts: dict[str, str], judgements: list[Judgement], random: object) -> None:
    items, shuffled = list(texts.items()), list(judgements)
    random.shuffle(items)  # type: ignore[attr-defined]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert update(dict(items), shuffled) == update(texts, judgements)


TWO = {"c00": "mayor sold the old harbour in Tarn", "c01": "mayor bought a castle in Oste"}
WAY = {"suggestions": 1, "suggest": 0.2, "join": 0.45, "stray": 0.0}
APART, AWAY = judged("c00", "c02", Verdict.NOT_SAME), [judged("c03", "c01", Verdict.SAME)]
"""A claim that is there, told apart from one that is not."""


@example(TWO, {}, 2, [APART], [judged("c01", "c02", Verdict.SAME)], WAY)
@example(TWO, {}, 2, [APART, *AWAY], [judged("c02", "c03", Verdict.SAME)], WAY)
@example(TWO, {}, 2, [judged("c00", "c02", Verdict.SAME), *AWAY], [judged("c02", "c03", Verdict.NOT_SAME)], WAY)
@given(STORIES, ARTICLES, st.integers(0, 12), JUDGEMENTS, JUDGEMENTS, WAYS)
@settings(max_examples=120, deadline=None)
def test_what_grows_step_by_step_equals_a_full_rebuild(
    texts: dict[str, str],
    articles: dict[str, str],
    known: int,
    earlier: list[Judgement],
    later: list[Judgement],
    way: dict[str, float],
) -> None:
    old = dict(list(texts.items())[:known])
    first = list(update(old, earlier, (), None, articles, **way).changed)
    judgements = [*earlier, *(judgement for judgement in later if judgement.id not in {j.id for j in earlier})]
    touched = {claim for judgement in judgements[len(earlier) :] for claim in (judgement.left, judgement.right)}
    step = update(texts, judgements, first, touched, articles, **way)
    whole = update(texts, judgements, first, None, articles, **way)
    assert applied(first, step) == applied(first, whole)
    assert step.gone == whole.gone
    assert groups(applied(first, step)) == groups(list(update(texts, judgements, (), None, articles, **way).changed))


@given(STORIES, ARTICLES, st.lists(st.tuples(st.integers(1, 12), st.integers(0, 6)), max_size=4), JUDGEMENTS, WAYS)
@settings(max_examples=60, deadline=None)
def test_every_id_ever_shown_leads_to_a_cluster(
    texts: dict[str, str],
    articles: dict[str, str],
    steps: list[tuple[int, int]],
    judgements: list[Judgement],
    way: dict[str, float],
) -> None:
    clusters: list[Cluster] = []
    forwarding: dict[str, str | None] = {}
    shown: set[str] = set()
    known = told = 0
    for count, decided in steps:
        known, before, told = max(known, count), told, max(told, decided)
        touched = {claim for each in judgements[before:told] for claim in (each.left, each.right)}
        now = dict(list(texts.items())[:known])
        change = update(now, judgements[:told], clusters, touched, articles, **way)
        clusters = applied(clusters, change)
        standing = {cluster.id for cluster in clusters}
        forwarding = {old: new for old, new in forwarding.items() if old not in standing} | dict(change.gone)
        shown |= standing
        assert sorted(member.claim for cluster in clusters for member in cluster.members) == sorted(now)
        for id in shown:
            way_on = [id]
            while way_on[-1] not in standing:
                assert len(way_on) == len(set(way_on)), "it leads in a circle"
                way_on.append(forwarding[way_on[-1]])
        for cluster in clusters:
            assert {link.cluster for link in cluster.links} <= standing - {cluster.id}


@given(
    STORIES, st.lists(st.tuples(st.integers(1, 12), st.integers(0, 6), st.sampled_from("ab")), max_size=5), JUDGEMENTS
)
@settings(max_examples=60, deadline=None)
def test_decisions_outlive_ingest_other_models_and_restarts(
    texts: dict[str, str], steps: list[tuple[int, int, str]], judgements: list[Judgement]
) -> None:
    clusters: list[Cluster] = []
    model = ""
    for count, told, other in steps:
        now, said = dict(list(texts.items())[:count]), judgements[:told]
        touched = None if other != model else {claim for each in said for claim in (each.left, each.right)}
        model = other
        clusters = applied(clusters, update(now, said, clusters, touched, model=model))
        home = {member.claim: cluster.id for cluster in clusters for member in cluster.members}
        assert home.keys() == now.keys()
        for held in settle(said, now.keys()).held:
            if held.left in home and held.right in home:
                assert (home[held.left] == home[held.right]) is (held.verdict is Verdict.SAME)
        for cluster in clusters:
            for link in cluster.links:
                if link.relation is Relation.RELATED:
                    assert not any(
                        held.verdict is Verdict.NOT_SAME
                        and {home.get(held.left), home.get(held.right)} == {cluster.id, link.cluster}
                        for held in settle(said, now.keys()).held
                    )


@given(STORIES, st.integers(0, 11), st.integers(1, 5), st.booleans(), WAYS)
@settings(max_examples=80, deadline=None)
def test_printing_a_sentence_again_changes_no_other_and_not_what_stands_for_it(
    texts: dict[str, str], which: int, times: int, earlier: bool, way: dict[str, float]
) -> None:
    def wordings(said: dict[str, str]) -> set[tuple[str, frozenset[str]]]:
        return {
            (said[cluster.representative], frozenset(said[member.claim] for member in cluster.members))
            for cluster in update(said, **way).changed
        }

    printed = list(texts.values())[which % len(texts)]
    again = {f"{'a' if earlier else 'z'}{number}": printed for number in range(times)}
    assert wordings({**texts, **again}) == wordings(texts)


@given(STORIES, JUDGEMENTS, WAYS)
@settings(max_examples=80, deadline=None)
def test_every_member_is_near_the_medoid_or_was_judged_the_same_as_one_that_is(
    texts: dict[str, str], judgements: list[Judgement], way: dict[str, float]
) -> None:
    chosen = replace(Index(), **way)
    matcher = LiftingMatcher(chosen)
    claims = {claim.id: claim for claim in claims_of(texts)}
    vectors = dict(zip(texts, vectors_of(list(texts.values())).astype(float), strict=True))
    group_of = settle(judgements, texts.keys()).group_of
    for cluster in update(texts, judgements, **way).changed:
        best: dict[str, float] = {}
        for member in cluster.members:
            unit = group_of.get(member.claim, member.claim)
            one, two = claims[cluster.representative], claims[member.claim]
            score = matcher.judge(one, two, float(vectors[one.id] @ vectors[two.id])).score
            best[unit] = max(score, best.get(unit, 0.0))
        best.pop(group_of.get(cluster.representative, cluster.representative))
        assert all(score >= way["join"] - way["stray"] - 1e-6 for score in best.values())


@given(STORIES, JUDGEMENTS)
@settings(max_examples=30, deadline=None)
def test_an_update_without_news_changes_nothing(texts: dict[str, str], judgements: list[Judgement]) -> None:
    before = list(update(texts, judgements).changed)
    assert update(texts, judgements, before) == ClusterChange((), {})
    assert update(texts, judgements, before, set()) == ClusterChange((), {})


@given(STORIES, JUDGEMENTS)
@settings(max_examples=50, deadline=None)
def test_the_latest_judgement_of_all_always_holds(texts: dict[str, str], judgements: list[Judgement]) -> None:
    judgements = [j for j in judgements if j.left in texts and j.right in texts]
    if not judgements:
        return
    latest = max(judgements, key=lambda judgement: (judgement.at, judgement.id))
    together = any({latest.left, latest.right} <= group for group in groups(list(update(texts, judgements).changed)))
    if latest.verdict is not Verdict.WITHDRAWN:
        assert together is (latest.verdict is Verdict.SAME)


def test_same_reaches_on_from_claim_to_claim() -> None:
    texts = {"a": "the mayor sold the harbour", "b": "it rained on Oste all week", "c": "bishops dislike castles"}
    change = update(texts, [judged("a", "b", Verdict.SAME), judged("b", "c", Verdict.SAME, 1)])
    assert groups(list(change.changed)) == {frozenset("abc")}
    assert any("Ada judged it the same" in reason for reason in change.changed[0].members[0].because)


def test_claims_that_a_person_told_apart_stay_apart_though_they_read_alike() -> None:
    texts = dict.fromkeys("abc", "the mayor sold the old harbour")
    change = update(texts, [judged("a", "b", Verdict.NOT_SAME)])
    assert {frozenset("ac"), frozenset("b")} == groups(list(change.changed))


def test_an_older_judgement_yields_where_the_later_one_contradicts_it() -> None:
    texts = {"a": "the mayor sold the harbour", "b": "it rained on Oste all week", "c": "bishops dislike castles"}
    judgements = [
        judged("a", "b", Verdict.SAME, 1),
        judged("b", "c", Verdict.SAME, 2),
        judged("a", "c", Verdict.NOT_SAME, 3),
    ]
    assert groups(list(update(texts, judgements).changed)) == {frozenset("bc"), frozenset("a")}


def test_a_cluster_that_grows_keeps_its_id() -> None:
    texts = {"m": "the mayor sold the old harbour", "n": "the mayor sold the old harbour today"}
    before = list(update(texts).changed)
    grown = update({**texts, "a": "the mayor sold the old harbour now"}, (), before)
    assert [cluster.id for cluster in grown.changed] == [before[0].id]
    assert grown.gone == {}


def test_a_merge_leaves_a_forwarding_id_to_the_larger_cluster() -> None:
    texts = {"a": "the mayor sold the harbour", "b": "it rained on Oste", "c": "it rained on Oste"}
    before = list(update(texts).changed)
    ids = {frozenset(member.claim for member in cluster.members): cluster.id for cluster in before}
    merged = update(texts, [judged("a", "b", Verdict.SAME)], before, {"a", "b"})
    assert merged.gone == {ids[frozenset("a")]: ids[frozenset("bc")]}
    parted = update(
        texts,
        [judged("a", "b", Verdict.SAME), judged("a", "b", Verdict.NOT_SAME, 5)],
        applied(before, merged),
        {"a", "b"},
    )
    assert groups(applied(applied(before, merged), parted)) == {frozenset("a"), frozenset("bc")}


def test_a_cluster_without_claims_is_gone_and_leads_nowhere() -> None:
    before = list(update({"a": "the mayor sold the harbour"}).changed)
    change = update({"b": "it rained on Oste"}, (), before, set())
    assert change.gone == {before[0].id: None}


def test_no_chain_of_likenesses_makes_one_cluster() -> None:
    words = [f"word{number}" for number in range(40)]
    texts = {f"c{start:02}": " ".join(words[start : start + 8]) for start in range(33)}
    sizes = [len(cluster.members) for cluster in update(texts).changed]
    assert max(sizes) <= 8 < len(texts)


def test_other_figures_in_the_same_words_share_a_cluster() -> None:
    texts = {
        "a": "The flood in Vernal killed 23 people on Monday night",
        "b": "The flood in Vernal killed 31 people on Monday night",
    }
    (cluster,) = update(texts).changed
    assert any("23 people against 31 people" in reason for reason in cluster.members[0].because)


def test_other_dates_in_loosely_like_words_are_linked_and_not_joined() -> None:
    texts = {
        "a": "the old harbour in Tarn will close for good on 1 September",
        "b": "the old harbour in Tarn will close to all ships on 1 December",
    }
    one, two = update(texts, dates_differ=0.4).changed
    assert one.links[0].cluster == two.id
    assert two.links[0].cluster == one.id
    assert one.links[0].relation is Relation.CONTRADICTS
    assert "1 September against 1 December" in one.links[0].reasons[0]


def test_a_link_follows_a_cluster_outside_the_region_that_changed() -> None:
    texts = {
        "a": "the old harbour in Tarn will close for good on 1 September",
        "b": "the old harbour in Tarn will close to all ships on 1 December",
    }
    alone = list(update({"a": texts["a"]}).changed)
    step = update(texts, (), alone, {"b"}, dates_differ=0.4)
    assert {cluster.id for cluster in step.changed} >= {alone[0].id}
    assert all(cluster.links for cluster in applied(alone, step))


HARBOUR = {
    "a": "the mayor of Oste sold the old harbour to a firm in Tarn",
    "b": "the old harbour of Oste went to a new owner last week",  # 0.62 like a
    "z": "bishops dislike castles",
}


def test_clusters_that_are_near_but_not_joined_are_suggested_to_a_person() -> None:
    one, two, far = sorted(update(HARBOUR, join=0.7).changed, key=lambda cluster: cluster.members[0].claim)
    assert [link.cluster for link in one.links] == [two.id]
    assert [link.cluster for link in two.links] == [one.id]
    assert far.links == ()
    assert one.links[0].relation is Relation.RELATED
    assert Index().suggest <= one.links[0].score == two.links[0].score < 0.7
    assert any(reason.startswith("both name") for reason in one.links[0].reasons)


def test_what_a_person_told_apart_is_not_suggested_again() -> None:
    apart = update(HARBOUR, [judged("a", "b", Verdict.NOT_SAME)])
    assert related(list(apart.changed)) == {"a": [], "b": [], "z": []}


def test_what_one_article_says_in_two_sentences_is_not_suggested() -> None:
    alone = update(HARBOUR, articles=dict.fromkeys("abz", "x"), join=0.7, same_article=0.0)
    assert related(list(alone.changed))["a"] == []
    of_two = {"a": "x", "b": "x", "c": "y"}
    elsewhere = update({**HARBOUR, "c": HARBOUR["b"]}, articles=of_two, join=0.7, same_article=0.0)
    assert len(related(list(elsewhere.changed))["a"]) == 1


def test_only_the_nearest_few_are_suggested_nearest_first() -> None:
    texts = {f"c{number}": f"the old harbour of Oste went to the {who}" for number, who in enumerate("pqrstuvw")}
    clusters = list(update(texts, join=0.99, stray=1.0, suggestions=3).changed)
    assert len(clusters) == len(texts)
    for links in related(clusters).values():
        assert len(links) == 3
        assert [link.score for link in links] == sorted((link.score for link in links), reverse=True)
    assert all(not links for links in related(list(update(texts, join=0.99, suggestions=0).changed)).values())


def test_a_contradiction_carries_its_score_and_is_not_suggested_too() -> None:
    texts = {
        "a": "the old harbour in Tarn will close for good on 1 September",
        "b": "the old harbour in Tarn will close to all ships on 1 December",
    }
    one, two = update(texts, dates_differ=0.2, suggest=0.1).changed
    assert [link.relation for link in (*one.links, *two.links)] == [Relation.CONTRADICTS] * 2
    assert one.links[0].score == two.links[0].score > 0.1


def test_a_wire_sentence_with_small_edits_does_not_swamp_its_cluster() -> None:
    story = {
        "a": "the mayor of Oste sold the old harbour to a firm in Tarn",
        "b": "the mayor of Oste has sold the old harbour to a firm",
        "c": "the old harbour was sold by the mayor of Oste to a Tarn firm",
    }
    marks = [f"the mayor of Oste, sold the old harbour to a firm in Tarn{end}" for end in ("", ".", "!", "?")]
    edits = {f"d{number:02}": marks[number % 4] + " " * (number // 4) for number in range(40)}
    (before,) = update(story).changed
    (after,) = update({**story, **edits}).changed
    assert after.representative == before.representative
    closeness = {member.claim: member.closeness for member in before.members}
    for member in after.members:
        if member.claim in closeness:
            assert member.closeness == pytest.approx(closeness[member.claim], abs=0.06)


def test_a_whole_sentence_stands_for_a_cluster_rather_than_a_fragment() -> None:
    texts = {
        "a": "sold the old harbour of Oste to a firm from Tarn",
        "b": "The mayor sold the old harbour of Oste to a firm from Tarn.",
    }
    (cluster,) = update(texts).changed
    assert cluster.representative == "b"
    assert wholeness("The mayor denied that he sold the harbour.") < wholeness("of the")
    assert [wholeness(text) for text in ("of the", "Mayor Sells Harbour", "“It is so.”", "3 died.")] == [0, 1, 2, 2]


def test_two_sentences_of_one_article_are_held_apart_where_two_outlets_are_joined() -> None:
    texts = {"a": "bishop sold the old harbour", "b": "bishop closed the old harbour now"}
    score = float(update(texts, join=0.1, stray=1.0).changed[0].members[0].closeness)
    together = update(texts, articles={"a": "x", "b": "y"}, join=score - 0.05)
    apart = update(texts, articles={"a": "x", "b": "x"}, join=score - 0.05)
    assert (len(together.changed), len(apart.changed)) == (1, 2)


def test_a_judgement_that_was_taken_back_is_no_reason() -> None:
    texts = {"a": "the mayor sold the old harbour", "b": "the mayor sold the old harbour today"}
    said = [judged("a", "b", Verdict.SAME)]
    assert any("Ada judged" in reason for reason in update(texts, said).changed[0].members[0].because)
    said.append(judged("a", "b", Verdict.WITHDRAWN, 1))
    assert not any("Ada judged" in reason for reason in update(texts, said).changed[0].members[0].because)


def test_the_weakest_link_comes_first() -> None:
    texts = {
        "a": "the mayor sold the old harbour",
        "b": "the mayor sold the old harbour today",
        "c": "the mayor sold the old harbour today and left",
    }
    (cluster,) = update(texts).changed
    assert all(member.because[0].startswith("weakest link 0.") for member in cluster.members)


def test_a_sentence_printed_five_hundred_times_takes_no_time() -> None:
    texts = {f"c{number:03}": "sign up for our letter and never miss a story" for number in range(500)}
    texts["x"] = "the mayor sold the old harbour"
    started = time.process_time()
    clusters = update(texts).changed
    assert time.process_time() - started < 2
    assert sorted(len(cluster.members) for cluster in clusters) == [1, 500]


def test_no_claims_make_no_clusters() -> None:
    chosen = Index()
    empty = np.zeros((0, 48), dtype=np.float32)
    assert Clusterer(Matcher(chosen), chosen).update([], empty, [], []) == ClusterChange((), {})


def test_a_missing_vector_or_a_second_claim_of_one_id_is_refused() -> None:
    chosen = Index()
    claims = claims_of({"a": "one", "b": "two"})
    with pytest.raises(ValueError, match="2 claims with different ids and a vector for each"):
        Clusterer(Matcher(chosen), chosen).update(claims, vectors_of(["one"]), [], [])
    with pytest.raises(ValueError, match="1 ids"):
        Clusterer(Matcher(chosen), chosen).update([claims[0], claims[0]], vectors_of(["one", "one"]), [], [])


SEWELL = {
    **{f"t{n}": text for n, text in enumerate(TALKS)},
    **{f"w{n}": text for n, text in enumerate(OFF)},
}


def test_a_cluster_of_many_wordings_is_parted_where_they_do_not_bear_each_other_out() -> None:
    together = groups(update(SEWELL, join=0.2, many_wordings=9).changed)
    apart = groups(update(SEWELL, join=0.2, many_wordings=8).changed)
    assert together == {frozenset(SEWELL)}
    assert apart == {frozenset(f"t{n}" for n in range(4)), frozenset(f"w{n}" for n in range(4))}


def test_what_a_person_held_for_one_stays_one_in_a_cluster_that_is_parted() -> None:
    decided = [judged("t0", "w0", Verdict.SAME)]
    assert groups(update(SEWELL, decided, join=0.2, many_wordings=8).changed) == {frozenset(SEWELL)}
