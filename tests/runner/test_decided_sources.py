"""A person's decision on two sources changes how trails count origins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.articles import article
from claims.records import Extraction, SourceType, Trail, Verdict
from runner.desk import Desk
from settings import Settings
from tests.screens.sample import Said, extraction

CLAIM = "the ferry terminal at Ostrel will close for good in June"


def report(outlet: str, speaker: str, type: SourceType = SourceType.PERSON) -> Extraction:
    text = f"{speaker} said {CLAIM}.\nMore follows in the {outlet}."
    return extraction(article(text, outlet=outlet), [Said(CLAIM, speaker, speaker, "said", type)])


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk(Settings(), tmp_path / "a.db") as desk:
        yield desk


def trail(desk: Desk) -> Trail:
    return max(desk.archive.trails(), key=lambda one: one.articles)


def named(desk: Desk, name: str) -> str:
    """The first name in an article that is written so."""
    return next(each.id for source in desk.sources().sources for each in source.names if each.name == name)


def test_two_names_that_a_person_calls_one_are_one_origin_at_once(desk: Desk) -> None:
    desk.ingest(
        [report("Gull Post", "Mara Lindqvist"), report("Tide News", "Harbour Mistress", SourceType.ORGANISATION)]
    )
    assert trail(desk).independent_origins == 2
    left, right = named(desk, "Mara Lindqvist"), named(desk, "Harbour Mistress")
    desk.judge_sources(left, right, Verdict.SAME, by="Ada")
    assert [origin.name for origin in trail(desk).origins] == ["Mara Lindqvist"]
    assert len(desk.sources().of(left).names) == 2  # type: ignore[union-attr]
    desk.judge_sources(right, left, Verdict.WITHDRAWN, by="Ben")
    assert trail(desk).independent_origins == 2


def test_two_names_that_a_person_calls_two_are_two_origins_at_once(desk: Desk) -> None:
    desk.ingest([report("Gull Post", "Ida Brandt"), report("Tide News", "Brandt")])
    assert trail(desk).independent_origins == 1
    desk.judge_sources(named(desk, "Ida Brandt"), named(desk, "Brandt"), Verdict.NOT_SAME, by="Ada")
    assert trail(desk).independent_origins == 2


def test_a_decision_holds_for_what_is_ingested_later(desk: Desk) -> None:
    papers = [report("Gull Post", "Mara Lindqvist"), report("Tide News", "Harbour Mistress", SourceType.ORGANISATION)]
    desk.ingest(papers)
    desk.judge_sources(named(desk, "Mara Lindqvist"), named(desk, "Harbour Mistress"), Verdict.SAME, by="Ada")
    desk.ingest([*papers, report("Quay Times", "Harbour Mistress", SourceType.ORGANISATION)])
    assert (trail(desk).articles, trail(desk).independent_origins) == (3, 1)
