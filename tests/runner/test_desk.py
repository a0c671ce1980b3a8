from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from claims.articles import article
from claims.errors import ArchiveError, NotFound
from claims.records import Extraction, FindingVerdict, Judgement, Relation, Trail, Verdict
from index.bare import bare_claim
from runner.desk import Desk
from settings import Index, Settings
from tests.index.made import WordEncoder
from tests.screens.sample import Said, extraction


class NoEncoder:
    """An encoder that must not be asked to encode."""

    dimensions = 384

    def __init__(self, name: str) -> None:
        self.name = name

    def encode(self, texts: object) -> None:
        raise AssertionError("the model was asked to encode")


def joined(desk: Desk) -> Trail:
    """The sample story's trail with the most articles."""
    return max(desk.archive.trails(), key=lambda trail: (trail.articles, trail.id))


def test_a_decision_moves_a_claim_out_and_holds_through_everything(story: Desk) -> None:
    trail = joined(story)
    left, right = trail.appearances[0].claim, trail.appearances[-1].claim
    assert story.archive.cluster_of(left) == story.archive.cluster_of(right)
    story.judge(left, right, Verdict.NOT_SAME, by="Ada")
    assert story.archive.cluster_of(left) != story.archive.cluster_of(right)
    story.ingest([article("The tide tables for the strait were printed on Friday.", outlet="Tide Times")])
    assert story.archive.cluster_of(left) != story.archive.cluster_of(right)
    story.judge(left, right, Verdict.SAME, by="Ben", note="same after all")
    assert story.archive.cluster_of(left) == story.archive.cluster_of(right)
    assert [judgement.by for judgement in story.archive.judgements(all=True)] == ["Ada", "Ben"]


def test_every_cluster_has_a_trail_and_an_old_address_still_opens(story: Desk) -> None:
    trail = joined(story)
    ids = {trail.id}
    for appearance in trail.appearances[1:]:
        story.judge(trail.appearances[0].claim, appearance.claim, Verdict.NOT_SAME, by="Ada")
        ids |= {cluster.id for cluster in story.archive.clusters()}
    for appearance in trail.appearances[1:]:
        story.judge(trail.appearances[0].claim, appearance.claim, Verdict.SAME, by="Ada")
    for id in ids:
        assert story.archive.trail(id).appearances


def test_every_edge_and_appearance_points_at_real_text(story: Desk) -> None:
    for trail in story.archive.trails():
        for appearance in trail.appearances:
            text = story.archive.article(appearance.article).text
            assert text[appearance.start : appearance.end] == appearance.text
        for edge in trail.edges:
            assert story.archive.article(edge.article).text[edge.start : edge.end].strip()


def test_search_finds_by_words_without_loading_the_model(story: Desk) -> None:
    trail = joined(story)
    story.models.encoder = NoEncoder(story.models.encoder.name)
    assert trail.id in [found.id for found in story.search(trail.text, 5)]


def test_search_finds_by_meaning_where_no_word_is_shared(tmp_path: Path) -> None:
    with Desk(Settings(), tmp_path / "a.db") as desk:
        desk.ingest(
            [
                article("The physician treated 40 children at the clinic on Monday.", outlet="Ward Weekly"),
                article("A bakery in Ostrel won the county prize for its rye bread on Sunday.", outlet="Ridge Radio"),
            ]
        )
        found = desk.search("doctors healing kids")
        assert found[0].text.startswith("The physician")


@pytest.mark.parametrize("query", ["", "   ", '"', "AND OR NOT", "a* -b (c", "\x00"])
def test_any_text_can_be_searched_for(story: Desk, query: str) -> None:
    story.search(query)


def test_a_decision_taken_back_leaves_what_was_there_before_it(story: Desk) -> None:
    trail = joined(story)
    left, right = trail.appearances[0].claim, trail.appearances[-1].claim
    before = {frozenset(member.claim for member in cluster.members) for cluster in story.archive.clusters()}
    story.judge(left, right, Verdict.NOT_SAME, by="Ada")
    story.judge(right, left, Verdict.WITHDRAWN, by="Ada")
    after = {frozenset(member.claim for member in cluster.members) for cluster in story.archive.clusters()}
    assert after == before
    assert len(story.archive.judgements(all=True)) == 2


def made(db: Path) -> Desk:
    """A desk whose claims come as they are and whose model is made up: fast, and the same everywhere."""
    desk = Desk(Settings(), db)
    desk.models.encoder = WordEncoder()  # type: ignore[misc]
    return desk


def told(outlet: str, *sentences: str) -> Extraction:
    """An article that says these sentences, each a claim with its figures."""
    found = extraction(article(". ".join(sentences) + f". So the {outlet}.", outlet=outlet), list(map(Said, sentences)))
    figured = (replace(claim, quantities=bare_claim(claim.id, claim.text).quantities) for claim in found.claims)
    return replace(found, claims=tuple(figured))


def test_a_decision_kept_just_before_a_power_cut_holds_after_the_next_run(tmp_path: Path) -> None:
    words = "The ferry Alma stops running on Monday"
    with made(tmp_path / "a.db") as desk:
        desk.ingest([told("Gull Post", words), told("Tide News", words)])
        left, right = (claim.id for claim in desk.archive.claims())
        assert desk.archive.cluster_of(left) == desk.archive.cluster_of(right)
        # All that a process had done that ended here.
        desk.archive.add_judgement(Judgement("j", left, right, Verdict.NOT_SAME, "Ada", "2031-04-02T10:00:00+02:00"))
    with made(tmp_path / "a.db") as desk:
        desk.ingest([])
        assert desk.archive.cluster_of(left) != desk.archive.cluster_of(right)
        assert desk.archive.clusters_without_trail() == []


def test_decisions_that_several_people_make_at_once_all_hold(tmp_path: Path) -> None:
    with made(tmp_path / "a.db") as desk:
        papers = [
            told(f"Paper {n}", f"The council of ward {n} sold {n + 3} boats", f"It rained in ward {n}")
            for n in range(12)
        ]
        desk.ingest(papers)
        pairs = [tuple(claim.id for claim in paper.claims) for paper in papers]
        with ThreadPoolExecutor(len(pairs)) as readers:
            for decided in [
                readers.submit(desk.judge, *pair, Verdict.SAME, by=f"Reader {n}") for n, pair in enumerate(pairs)
            ]:
                decided.result()
        assert len(desk.archive.judgements()) == len(pairs)
        for left, right in pairs:
            assert desk.archive.cluster_of(left) == desk.archive.cluster_of(right)
        assert desk.archive.clusters_without_trail() == []
        told_of = {appearance.claim for trail in desk.archive.trails() for appearance in trail.appearances}
        assert told_of == {claim for pair in pairs for claim in pair}


FARES = ("Fares on the river Tarn rose by 12 percent", "Fares on the river Tarn rose by 90 percent")


def test_a_pair_is_suggested_until_somebody_decides_and_again_when_that_is_withdrawn(tmp_path: Path) -> None:
    with made(tmp_path / "a.db") as desk:
        desk.models.settings = replace(Settings(), index=Index(figures_differ=0.9))
        desk.ingest([told("Gull Post", FARES[0]), told("Tide News", FARES[1])])
        found, counts = desk.next_suggestion(Relation.CONTRADICTS)
        assert found is not None
        assert {found.left.text, found.right.text} == set(FARES)
        assert counts == {Relation.CONTRADICTS: 1}
        assert desk.next_suggestion(Relation.RELATED) == (None, counts)
        pair = found.left.claim, found.right.claim
        assert desk.next_suggestion(Relation.CONTRADICTS, skipped={frozenset(pair)}) == (None, counts)
        for verdict in (Verdict.NOT_SAME, Verdict.SAME):
            kept = desk.judge(*pair, verdict, by="Ada")
            assert desk.decision_on(*reversed(pair)) == kept
            assert desk.archive.suggestions() == ([], {})
            assert desk.decided_today() == 1
        desk.judge(*pair, Verdict.WITHDRAWN, by="Ada")
        assert desk.decision_on(*pair) is None
        assert desk.decided_today() == 0
        again, _ = desk.next_suggestion(Relation.CONTRADICTS)
        assert again is not None and {again.left.claim, again.right.claim} == set(pair)


def test_a_decision_needs_claims_that_are_here_and_two_of_them(tmp_path: Path) -> None:
    with made(tmp_path / "a.db") as desk:
        desk.ingest([told("Gull Post", *FARES)])
        here = desk.archive.claims()[0].id
        with pytest.raises(NotFound, match="no claim 'elsewhere' to decide on"):
            desk.judge(here, "elsewhere", Verdict.SAME, by="Ada")
        with pytest.raises(ArchiveError, match="and itself"):
            desk.judge(here, here, Verdict.SAME, by="Ada")
        assert desk.archive.judgements(all=True) == []


def test_a_question_or_an_opinion_is_kept_but_joins_no_cluster(tmp_path: Path) -> None:
    text = "Did Ada Quill sell the ferry Alma? Ada Quill should sell the ferry Alma. The ferry Alma will sail in May."
    with Desk(Settings(), tmp_path / "a.db") as desk:
        desk.ingest([article(text, outlet="Harbour Herald"), article(text + " ", outlet="Coast Courier")])
        claims = desk.archive.claims()
        assert [claim.flags for claim in claims[:3]] == [("question",), ("opinion",), ("prediction",)]
        clustered = {claim.id for claim in claims if desk.archive.cluster_of(claim.id) is not None}
        assert clustered == {claim.id for claim in claims if claim.flags == ("prediction",)}
        desk.ingest([article("The tide tables were printed on Friday.", outlet="Tide Times")])
        assert not clustered - {claim.id for claim in claims if desk.archive.cluster_of(claim.id) is not None}


def test_a_question_neither_bears_out_a_draft_nor_is_checked_in_one(tmp_path: Path) -> None:
    asked = article("Is the ferry Alma still in Velling?", outlet="Harbour Herald")
    with Desk(Settings(), tmp_path / "a.db") as desk:
        desk.ingest([asked])
        assert len(desk.archive.claims()) == 1
        told = desk.check(article("The ferry Alma is still in Velling."))
        assert [finding.verdict for finding in told] == [FindingVerdict.NOT_FOUND]
        assert desk.check(article("Is the ferry Alma still in Lisbon?")) == []


def test_an_archive_of_opinions_alone_has_no_clusters(tmp_path: Path) -> None:
    with Desk(Settings(), tmp_path / "a.db") as desk:
        desk.ingest([article("Ada Quill should sell the ferry Alma.", outlet="Harbour Herald")])
        assert [claim.flags for claim in desk.archive.claims()] == [("opinion",)]
        assert list(desk.archive.clusters()) == []
