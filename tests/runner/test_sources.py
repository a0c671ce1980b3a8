"""Who is quoted in an archive, read again where something came or was decided."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.articles import article
from claims.errors import ArchiveError, NotFound
from claims.records import Extraction, Verdict
from provenance import mentions
from runner import sources
from runner.desk import Desk
from runner.sources import decided_sources
from settings import Settings
from tests.screens.sample import Said, extraction


def report(outlet: str, speaker: str) -> Extraction:
    words = f"the lock at Ostrel holds {len(outlet)} boats"
    text = f"{speaker} said {words}.\nMore follows in the {outlet}."
    return extraction(article(text, outlet=outlet), [Said(words, speaker, speaker, "said")])


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk(Settings(), tmp_path / "a.db") as desk:
        for paper in (report("Gull Post", "Mara Lindqvist"), report("Tide News", "Odo Kessin")):
            desk.archive.add(paper, "by hand")
        yield desk


def ids(desk: Desk) -> dict[str, str]:
    """The id of each name, by the name."""
    return {named.name: named.id for source in desk.sources().sources for named in source.names}


def test_the_registry_is_worked_out_anew_where_articles_have_come(desk: Desk) -> None:
    before = desk.sources()
    assert desk.sources() is before
    desk.archive.add(report("Quay Times", "Mara Lindqvist"), "by hand")
    assert [source.articles for source in desk.sources().sources] == [2, 1]


def test_an_article_is_read_for_names_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.sources()
    read: list[str | None] = []

    def count(paper, said, outlets):  # type: ignore[no-untyped-def]
        read.append(paper.outlet)
        return mentions.read_mentions(paper, said, outlets)

    monkeypatch.setattr(sources, "read_mentions", count)
    desk.archive.add(report("Quay Times", "Mara Lindqvist"), "by hand")
    desk.sources()
    assert read == ["Quay Times"]


def test_a_decision_on_sources_holds_is_superseded_and_outlives_another_import(desk: Desk) -> None:
    left, right = ids(desk)["Mara Lindqvist"], ids(desk)["Odo Kessin"]
    desk.judge_sources(left, right, Verdict.SAME, by="Ada", note="one pen name")
    assert len(desk.sources().sources) == 1
    assert not desk.archive.add(report("Gull Post", "Mara Lindqvist"), "a later version")
    assert len(desk.sources().sources) == 1
    desk.judge_sources(right, left, Verdict.NOT_SAME, by="Ben")
    assert len(desk.sources().sources) == 2
    every = desk.archive.source_judgements(all=True)
    assert [(one.by, one.verdict, one.note) for one in every] == [
        ("Ada", Verdict.SAME, "one pen name"),
        ("Ben", Verdict.NOT_SAME, None),
    ]


def test_a_decision_on_nobody_is_refused(desk: Desk) -> None:
    left = ids(desk)["Mara Lindqvist"]
    with pytest.raises(NotFound, match="nobody is quoted as 'Nobody'"):
        desk.judge_sources(left, "x Nobody", Verdict.SAME, by="Ada")
    with pytest.raises(ArchiveError, match="and itself"):
        desk.judge_sources(left, left, Verdict.SAME, by="Ada")
    assert desk.archive.source_judgements(all=True) == []


def test_without_decisions_nothing_is_read_for_a_trail(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.judge_sources(*ids(desk).values(), Verdict.SAME, by="Ada")
    outlets = desk.models.outlets
    assert len({one.source for one in decided_sources(desk.archive, outlets).values()}) == 1
    monkeypatch.setattr(desk.archive, "source_judgements", lambda: [])
    monkeypatch.setattr(sources, "build_registry", None)
    assert decided_sources(desk.archive, outlets) == {}
