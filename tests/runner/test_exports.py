"""The sample story with its fact-checks in every form, against the standards and against the archive."""

from __future__ import annotations

import io
import json
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas
import pytest

from claims.factchecks import read, read_bytes
from claims.records import FactCheckMatch, Refusal, Relation, Trail
from provenance.exports.table import unguarded
from runner.desk import Desk
from settings import Settings
from store.decoding import from_json
from tests.conftest import ROOT
from tests.provenance.exports import vocabulary, web_annotation


@pytest.fixture(scope="module")
def desk(story_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    copy = tmp_path_factory.mktemp("exports") / "story.db"
    shutil.copy(story_db, copy)
    with Desk(Settings(), copy) as found:
        found.load_fact_checks(read(ROOT / "examples" / "factchecks.csv"))
        yield found


@pytest.fixture(scope="module")
def checked(desk: Desk) -> dict[str, list[FactCheckMatch]]:
    """The fact-checks that surely are of a claim or its contrary, by cluster."""
    all = {trail.id: desk.fact_checks(trail.id) for trail in desk.archive.trails()}
    return {id: sure for id, matches in all.items() if (sure := [match for match in matches if match.sure])}


def whole(desk: Desk, format: str, clusters: list[str] | None = None) -> bytes:
    return b"".join(desk.export(format, clusters))


def test_json_lines_read_back_to_the_archive(desk: Desk) -> None:
    rows = [json.loads(line) for line in whole(desk, "jsonl").splitlines()]
    assert [from_json(Trail, row) for row in rows] == list(desk.archive.trails())
    assert [[from_json(FactCheckMatch, each) for each in row["fact_checks"]] for row in rows] == [
        desk.fact_checks(row["id"]) for row in rows
    ]


def test_the_table_has_a_line_for_every_trail(desk: Desk, checked: dict[str, list[FactCheckMatch]]) -> None:
    frame = pandas.read_csv(io.BytesIO(whole(desk, "csv")), keep_default_na=False)
    trails = list(desk.archive.trails())
    assert [unguarded(str(id)) for id in frame["cluster"]] == [trail.id for trail in trails]
    assert [unguarded(text) for text in frame["claimReviewed"]] == [trail.text for trail in trails]
    assert list(frame["independentOrigins"]) == [trail.independent_origins for trail in trails]
    assert set(frame["cluster"][frame["factChecks"] != ""]) == set(checked)


def test_linked_data_fits_schema_org_and_rates_only_what_was_rated(
    desk: Desk, checked: dict[str, list[FactCheckMatch]]
) -> None:
    document = json.loads(whole(desk, "jsonld"))
    assert vocabulary.misfits(document) == []
    counts = Counter(node["@type"] for node in document["@graph"])
    assert counts["Claim"] == len(list(desk.archive.trails()))
    assert counts["Quotation"] > 10
    rated = {match.check.id: match for matches in checked.values() for match in matches}
    same = {id: match.check for id, match in rated.items() if match.relation is Relation.SAME}
    found = list(read_bytes("export.jsonld", whole(desk, "jsonld")))
    assert not [each for each in found if isinstance(each, Refusal)]
    assert set(found) == set(same.values())
    assert len(same) < len(rated)  # the sample has a check of the contrary, which is no rating of the claim


def test_quotations_are_words_of_their_articles(desk: Desk) -> None:
    document = json.loads(whole(desk, "jsonld"))
    texts = {article.url: article.text for article in desk.archive.articles()}
    for node in document["@graph"]:
        if node["@type"] == "Quotation":
            assert all(part in texts[node["isPartOf"]["@id"]] for part in node["text"].split("\n"))


def test_annotations_fit_the_model_and_lead_to_one_place(desk: Desk) -> None:
    page: dict[str, Any] = json.loads(whole(desk, "annotations"))
    assert web_annotation.misfits(page) == []
    assert list(web_annotation.misplaced(page, desk.archive.article)) == []
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    assert Counter(item["motivation"] for item in page["items"])["linking"] == sum(
        len(trail.appearances) for trail in desk.archive.trails()
    )


@pytest.mark.parametrize("format", ["csv", "jsonl", "jsonld", "annotations"])
def test_the_export_of_one_cluster_is_its_part_of_the_whole(desk: Desk, format: str) -> None:
    id = next(iter(desk.archive.trails())).id
    pieces = [piece for piece in desk.export(format, [id]) if id.encode() in piece]
    assert pieces
    all = whole(desk, format)
    assert [piece for piece in pieces if piece.removeprefix(b",\n") not in all] == []


def test_the_datasette_copy_counts_as_the_archive_does(desk: Desk, tmp_path: Path) -> None:
    import sqlite3
    from contextlib import closing

    desk.export_datasette(tmp_path / "copy")
    with closing(sqlite3.connect(tmp_path / "copy" / "trails.db")) as sqlite:
        counts = desk.archive.counts()
        for table in ("articles", "attributions", "claims", "clusters", "copies", "judgements"):
            assert sqlite.execute(f"SELECT COUNT(*) FROM {table}").fetchone() == (counts[table],), table
        told = sqlite.execute("SELECT id, summary FROM clusters ORDER BY id").fetchall()
        assert told == [(trail.id, trail.summary) for trail in desk.archive.trails()]
        appearances = sqlite.execute("SELECT COUNT(*) FROM appearances").fetchone()[0]
        assert appearances == sum(len(trail.appearances) for trail in desk.archive.trails())
        sure = sqlite.execute("SELECT DISTINCT cluster FROM fact_check_matches WHERE sure").fetchall()
        assert {id for (id,) in sure} == desk.fact_checked([trail.id for trail in desk.archive.trails()])
