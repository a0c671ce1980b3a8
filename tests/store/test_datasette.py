from __future__ import annotations

import asyncio
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from claims.errors import ArchiveError
from claims.records import (
    Cluster,
    ClusterLink,
    Conflict,
    ConflictKind,
    Copy,
    Edge,
    EdgeKind,
    FactCheck,
    Match,
    Member,
    Origin,
    Passage,
    Relation,
    SourceType,
)
from store.archive import Archive
from store.datasette import metadata, write_copy
from store.reading import QUERIES, TABLES
from tests.store.examples import extraction, judgement, trail

ABOUT = (Relation.SAME, Relation.CONTRADICTS)
FERRY, GULLS = "The ferry 🚢 terminal closes in June.", "Gulls nest on pier 3."


def fill(db: Path) -> None:
    """An archive with something in every table: one claim in two articles, another beside it."""
    with Archive.open(db) as archive:
        for id in ("a", "b"):
            archive.add(extraction(id, FERRY, GULLS, outlet=f"Outlet {id}"), "v1")
        link = (ClusterLink("c2", Relation.RELATED, ("one story",), 0.5),)
        members = (Member("a/0", 1.0, ("alone",)), Member("b/0", 0.9, ("same words",)))
        archive.save_clusters(
            [Cluster("c1", "a/0", members, link), Cluster("c2", "a/1", (Member("a/1", 1.0, ("alone",)),))], {}
        )
        found = trail("c1", FERRY, outlets=("Outlet a", "Outlet b"), flags=("conflict",))
        first = replace(found.first_appearance, claim="a/0", article="a") if found.first_appearance else None
        appearances = [
            replace(appearance, claim=f"{id}/0", article=id, start=0, end=len(FERRY), text=FERRY)
            for id, appearance in zip("ab", found.appearances, strict=True)
        ]
        told = replace(
            found,
            first_appearance=first,
            appearances=tuple(appearances),
            edges=(Edge("article:b", "article:a", EdgeKind.COPIES, "b", 4, 11, "shingles"),),
            origins=(Origin("o1", "Mara Lindqvist", SourceType.PERSON, False, ("a/0", "b/0")),),
            conflicts=(Conflict(ConflictKind.DATE, Passage("a", 31, 35), Passage("b", 31, 35), ("June", "July")),),
        )
        gulls = trail("c2", GULLS, outlets=("Outlet a",))
        gulls = replace(
            gulls,
            first_appearance=None,
            appearances=tuple(replace(one, claim="a/1", article="a") for one in gulls.appearances),
        )
        archive.save_trails([told, gulls])
        archive.save_copies([Copy("b", "a", 0.9, True, "shingles", 0, 3)])
        archive.add_judgement(judgement("j1", "a/0", "b/0"))
        archive.add_source_judgement(judgement("j2", "a Mara Lindqvist", "b Mara Lindqvist"))
        check = FactCheck("f1", FERRY, "Mara", None, "False", "Checks", "https://checks.example/1", "2031-04-03")
        archive.fact_checks.add([check, replace(check, id="f2", rating="True", reviewed="2031-05-03")])
        match = Match("a/0", check.wording, 0.9, Relation.SAME, ("same words",), "r")
        archive.fact_checks.save_matches([match], "stage", ["a/0"], 5)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("datasette")
    fill(folder / "archive.db")
    write_copy(folder / "archive.db", folder / "copy", 0.6, ABOUT)
    return folder / "copy"


def rows(copy: Path, sql: str) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(f"{(copy / 'trails.db').as_uri()}?mode=ro&immutable=1", uri=True)) as sqlite:
        sqlite.row_factory = sqlite3.Row
        return [dict(row) for row in sqlite.execute(sql)]


def get(datasette: Datasette, *paths: str) -> list[Any]:
    """The answers of Datasette, asked in this process."""

    async def ask() -> list[Any]:
        await datasette.invoke_startup()
        return [await datasette.client.get(path) for path in paths]

    return asyncio.run(ask())


@pytest.fixture(params=["as it is", "immutable", "folder"])
def datasette(copied: Path, request: pytest.FixtureRequest) -> Iterator[Datasette]:
    """Datasette as ``datasette trails.db -m metadata.json``, with ``-i``, and as ``datasette FOLDER``."""
    described = json.loads((copied / "metadata.json").read_text(encoding="utf-8"))
    if request.param == "folder":
        yield Datasette(config_dir=copied)
    elif request.param == "immutable":
        yield Datasette(immutables=[str(copied / "trails.db")], metadata=described)
    else:
        yield Datasette([str(copied / "trails.db")], metadata=described)


def test_every_table_answers_with_its_descriptions(datasette: Datasette) -> None:
    [index] = get(datasette, "/trails.json")
    shown = {table["name"] for table in index.json()["tables"] if not table["hidden"]}
    assert shown == {table.name for table in TABLES}
    for table, answer in zip(TABLES, get(datasette, *(f"/trails/{table.name}" for table in TABLES)), strict=True):
        assert answer.status_code == 200
        text = re.sub(r"\s+", " ", answer.text.replace("&#39;", "'"))
        assert table.about in text
        for column in table.columns:
            assert column.about in text, (table.name, column.name)


def test_every_reference_is_a_link_that_leads_to_its_row(datasette: Datasette) -> None:
    pages = get(datasette, *(f"/trails/{table.name}" for table in TABLES))
    for table, page in zip(TABLES, pages, strict=True):
        links = set(re.findall(r'<a href="(/trails/(?!\w+_fts)\w+/[^"?]+)"', page.text))
        assert {column.refers for column in table.columns if column.refers} <= {link.split("/")[2] for link in links}
        assert [answer.status_code for answer in get(datasette, *sorted(links))] == [200] * len(links)


def test_a_row_is_called_by_its_words_where_another_refers_to_it(datasette: Datasette) -> None:
    [page] = get(datasette, "/trails/appearances")
    assert f'href="/trails/clusters/c1">{FERRY}</a>' in page.text


def test_a_row_tells_what_refers_to_it(datasette: Datasette) -> None:
    [page] = get(datasette, "/trails/clusters/c1")
    assert "appearances?cluster=c1" in page.text
    assert "origins?cluster=c1" in page.text


@pytest.mark.parametrize(
    ("table", "words", "found"),
    [
        ("claims", "terminals", ["a/0", "b/0"]),
        ("articles", "nesting gulls", ["a", "b"]),
        ("clusters", "pier", ["c2"]),
        ("attributions", "lindqvist", ["a:said", "b:said"]),
        ("fact_checks", "closing", ["f1", "f2"]),
    ],
)
def test_words_are_searched(datasette: Datasette, table: str, words: str, found: list[str]) -> None:
    [answer] = get(datasette, f"/trails/{table}.json?_shape=array&_search={words}")
    assert sorted(row["id"] for row in answer.json()) == found


def test_facets_count_flags_one_by_one(datasette: Datasette) -> None:
    [answer] = get(datasette, "/trails/clusters.json")
    facets = answer.json()["facet_results"]
    assert [(one["value"], one["count"]) for one in facets["flags"]["results"]] == [("conflict", 1)]


def test_the_questions_that_come_with_it_are_answered(datasette: Datasette) -> None:
    answers = get(datasette, *(f"/trails/{name}.json?_shape=array" for name, *_ in QUERIES))
    first, second, third = (answer.json() for answer in answers)
    assert [row["id"] for row in first] == ["c1"]
    assert second == [{"name": "Mara Lindqvist", "type": "person", "claims": 1}]
    assert [(row["id"], row["rating"]) for row in third] == [("c1", "True")]


def test_words_stand_beside_every_place_as_the_article_has_them(copied: Path) -> None:
    assert [row["text"] for row in rows(copied, "SELECT text FROM edges")] == ["ferry 🚢"]
    assert rows(copied, "SELECT a_text, b_text FROM conflicts") == [{"a_text": "June", "b_text": "June"}]
    assert [row["text"] for row in rows(copied, "SELECT text FROM attributions")] == [FERRY, FERRY]
    assert [row["text"] for row in rows(copied, "SELECT text FROM copies")] == ["The"]
    for row in rows(
        copied, 'SELECT c.text, a.text AS whole, "start", "end" FROM claims c JOIN articles a ON a.id = article'
    ):
        assert row["text"] == row["whole"][row["start"] : row["end"]]


def test_nothing_of_the_archive_is_missing(copied: Path) -> None:
    assert [row["first_article"] for row in rows(copied, "SELECT first_article FROM clusters WHERE id = 'c1'")] == ["a"]
    counts = {table.name: rows(copied, f"SELECT COUNT(*) AS n FROM {table.name}")[0]["n"] for table in TABLES}
    assert counts == {
        "articles": 2,
        "clusters": 2,
        "claims": 4,
        "attributions": 2,
        "appearances": 3,
        "origins": 1,
        "edges": 1,
        "conflicts": 1,
        "cluster_links": 1,
        "copies": 1,
        "fact_checks": 2,
        "fact_check_matches": 2,
        "judgements": 1,
        "source_judgements": 1,
    }


def test_of_two_verdicts_on_one_page_the_later_stands(copied: Path) -> None:
    assert rows(copied, "SELECT id, stands FROM fact_checks ORDER BY id") == [
        {"id": "f1", "stands": 0},
        {"id": "f2", "stands": 1},
    ]


@pytest.mark.parametrize(("least", "about", "sure"), [(0.9, ABOUT, 1), (0.95, ABOUT, 0), (0.6, (), 0)])
def test_a_match_is_sure_as_far_as_the_settings_say(
    tmp_path: Path, least: float, about: tuple[Relation, ...], sure: int
) -> None:
    fill(tmp_path / "archive.db")
    write_copy(tmp_path / "archive.db", tmp_path / "copy", least, about)
    assert {row["sure"] for row in rows(tmp_path / "copy", "SELECT sure FROM fact_check_matches")} == {sure}


def test_a_copy_is_replaced_and_the_archive_may_be_at_work_meanwhile(tmp_path: Path) -> None:
    fill(tmp_path / "archive.db")
    with Archive.open(tmp_path / "archive.db") as archive:
        write_copy(tmp_path / "archive.db", tmp_path / "copy", 0.6, ABOUT)
        archive.add(extraction("c", FERRY), "v1")
        write_copy(tmp_path / "archive.db", tmp_path / "copy", 0.6, ABOUT)
    assert len(rows(tmp_path / "copy", "SELECT id FROM articles")) == 3
    assert {found.name for found in (tmp_path / "copy").iterdir()} == {"trails.db", "metadata.json"}


def test_where_no_date_is_known_no_appearance_is_called_the_first(tmp_path: Path) -> None:
    fill(tmp_path / "archive.db")
    with Archive.open(tmp_path / "archive.db") as archive:
        told = archive.trail("c1")
        assert told.first_appearance
        archive.save_trails([replace(told, first_appearance=replace(told.first_appearance, published=None, undated=2))])
    write_copy(tmp_path / "archive.db", tmp_path / "copy", 0.6, ABOUT)
    assert rows(tmp_path / "copy", "SELECT first_outlet, first_article, undated FROM clusters WHERE id = 'c1'") == [
        {"first_outlet": None, "first_article": None, "undated": 2}
    ]


def test_an_empty_archive_is_an_empty_copy(tmp_path: Path) -> None:
    Archive.open(tmp_path / "archive.db").close()
    write_copy(tmp_path / "archive.db", tmp_path / "copy", 0.6, ABOUT)
    assert get(Datasette(config_dir=tmp_path / "copy"), "/trails/clusters")[0].status_code == 200


@pytest.mark.parametrize("name", ["trails.db", "metadata.json"])
@pytest.mark.parametrize("content", [b"a newsroom's own", b""])
def test_a_file_that_is_no_copy_is_never_replaced(tmp_path: Path, name: str, content: bytes) -> None:
    fill(tmp_path / "archive.db")
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ArchiveError, match="name another folder"):
        write_copy(tmp_path / "archive.db", tmp_path, 0.6, ABOUT)
    assert (tmp_path / name).read_bytes() == content


def test_an_archive_that_is_called_like_a_copy_is_not_overwritten(tmp_path: Path) -> None:
    fill(tmp_path / "trails.db")
    with pytest.raises(ArchiveError, match="name another folder"):
        write_copy(tmp_path / "trails.db", tmp_path, 0.6, ABOUT)
    with Archive.open(tmp_path / "trails.db") as archive:
        assert archive.counts()["articles"] == 2


@pytest.mark.parametrize(("folder", "why"), [("archive.db", "is a file"), ("nowhere/copy", "there is no folder")])
def test_where_no_folder_can_be_says_what_to_do(tmp_path: Path, folder: str, why: str) -> None:
    fill(tmp_path / "archive.db")
    with pytest.raises(ArchiveError, match=why):
        write_copy(tmp_path / "archive.db", tmp_path / folder, 0.6, ABOUT)


def test_what_cannot_be_copied_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "archive.db").write_bytes(b"no database at all")
    with pytest.raises(ArchiveError, match="cannot be copied"):
        write_copy(tmp_path / "archive.db", tmp_path / "copy", 0.6, ABOUT)
    assert [found.name for found in tmp_path.iterdir()] == ["archive.db"]


def test_the_metadata_has_a_line_for_every_column() -> None:
    tables = metadata()["databases"]["trails"]["tables"]
    assert all(about for table in tables.values() for about in [table["description"], *table["columns"].values()])
