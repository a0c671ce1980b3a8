from __future__ import annotations

from pathlib import Path

import pytest

from claims.articles import article
from claims.records import FindingVerdict, Trail, Verdict
from runner.desk import Desk
from settings import Settings


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
