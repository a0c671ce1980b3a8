"""The history of the schema, from every point of it; and what the tables themselves refuse."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from claims.errors import ArchiveError
from claims.records import FactCheck
from store.archive import Archive
from store.asking import ORDERS
from store.migrations import HISTORY, MIGRATIONS
from tests.store.examples import cluster, extraction, judgement, trail

FERRY = extraction("ferry", "The ferry terminal closes in June.", "Some 40 crews lose their berth.")
NAMES = [step.__name__ for step in HISTORY]
COLUMNS = """
SELECT m.name, m.type, group_concat(c.name || ' ' || c.type || c."notnull" || c.pk) FROM sqlite_master AS m
LEFT JOIN pragma_table_xinfo(m.name) AS c GROUP BY m.name, m.type ORDER BY m.name
"""


def shape(path: Path) -> list[tuple[str, ...]]:
    """Tables, columns, indices and triggers."""
    return list(sqlite3.connect(path).execute(COLUMNS))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An archive with a little of everything in it."""
    path = tmp_path / "claimtrail.db"
    with Archive.open(path) as archive:
        archive.add(FERRY, "test")
        archive.add_judgement(judgement("j", "ferry/0", "ferry/1"))
        archive.add_source_judgement(judgement("s", "ferry Ada Lind", "ferry Lind"))
        archive.save_clusters([cluster("k", "ferry/0")], {})
        archive.save_trails([trail("k")])
        archive.fact_checks.add([FactCheck("f", "The ferry terminal closes", None, None, "False", None, None, None)])
        archive.fact_checks.save_matches([], "checks", ["ferry/0"], most=1)
    return path


def test_steps_are_named_in_their_order() -> None:
    assert [name[:4] for name in NAMES] == [f"m{number:03}" for number in range(1, len(NAMES) + 1)]


@pytest.mark.parametrize("first_missing", NAMES)
def test_an_archive_of_any_age_is_brought_up_to_date(first_missing: str, path: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    db = Database(old)
    MIGRATIONS.apply(db, stop_before=first_missing)
    db.close()
    with Archive.open(old) as archive:
        assert archive.add(FERRY, "test")
        assert archive.extraction("ferry") == FERRY
        assert archive.search_words("ferry", 1)
    assert shape(old) == shape(path)


def test_an_article_kept_before_the_other_tables_existed_is_still_there(tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    db = Database(old)
    MIGRATIONS.apply(db, stop_before="m003_vectors")
    with db.atomic():
        db.execute(
            "INSERT INTO articles (id, sha256, extractor, text) VALUES ('a', 'f00', 'first', ?)",
            ["Gulls are \0 counted."],
        )
        db.execute(
            'INSERT INTO claims (id, article, "start", "end", text, standalone, worth, negated, quantities, dates)'
            " VALUES ('c', 'a', 0, 5, 'Gulls', 'Gulls', 1, 0, '[]', '[]')"
        )
    db.close()
    with Archive.open(old) as archive:
        assert archive.article("a").text == "Gulls are \0 counted."
        assert [id for id, _ in archive.search_words("gull", 5)] == ["c"]
        assert archive.articles_like(["gulls are counted"], 5) == [["a"]]


def test_a_claim_kept_before_claims_had_flags_has_none(tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    db = Database(old)
    MIGRATIONS.apply(db, stop_before="m008_claim_flags")
    with db.atomic():
        db.execute("INSERT INTO articles (id, sha256, extractor, text) VALUES ('a', 'f00', 'first', 'Gulls cry.')")
        db.execute(
            'INSERT INTO claims (id, article, "start", "end", text, standalone, worth, negated, quantities, dates)'
            " VALUES ('c', 'a', 0, 10, 'Gulls cry.', 'Gulls cry.', 1, 0, '[]', '[]')"
        )
    db.close()
    with Archive.open(old) as archive:
        assert archive.claim("c").flags == ()


def test_clusters_from_before_links_had_scores_are_made_again(tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    db = Database(old)
    MIGRATIONS.apply(db, stop_before="m011_link_scores")
    with db.atomic():
        for stage in ("cluster:model", "copies"):
            db.execute("INSERT INTO progress (stage, id) VALUES (?, 'c')", [stage])
    db.close()
    with Archive.open(old) as archive:
        assert archive.stages() == ["copies"]


def test_opening_again_changes_nothing(path: Path) -> None:
    before = shape(path), path.read_bytes()
    Archive.open(path).close()
    assert (shape(path), path.read_bytes()) == before


def test_an_archive_of_a_newer_claimtrail_is_left_alone(path: Path) -> None:
    db = Database(path)
    with db.atomic():
        db["_sqlite_migrations"].insert(
            {"id": 99, "migration_set": "claimtrail", "name": "m999_oracle", "applied_at": "2041-01-01"}
        )
    db.close()
    before = path.read_bytes()
    with pytest.raises(
        ArchiveError, match=r"written by a newer Claimtrail \(it has m999_oracle\): update this program"
    ):
        Archive.open(path)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "recipes.db"
    db = Database(path)
    with db.atomic():
        db["recipes"].insert({"id": 1, "name": "fish pie"})
    db.close()
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match="database of another program"):
        Archive.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE articles SET text = 'edited'",
        "UPDATE articles SET sha256 = 'f00'",
        "UPDATE articles SET id = 'another'",
        "DELETE FROM articles",
        "UPDATE judgements SET verdict = 'not_same'",
        "DELETE FROM judgements",
        "REPLACE INTO judgements SELECT * FROM judgements",
        "UPDATE source_judgements SET verdict = 'not_same'",
        "DELETE FROM source_judgements",
        "UPDATE fact_checks SET rating = 'True'",
        "DELETE FROM fact_checks",
        "INSERT INTO fact_check_matches VALUES ('no such claim', 'w', 1.0, 'same', '[]', 'r')",
        "INSERT INTO members SELECT 'ferry/0', 'k', 9, 1.0, '[]'",
        "INSERT INTO members SELECT 'no such claim', 'k', 9, 1.0, '[]'",
        "DELETE FROM claims WHERE id = 'ferry/0'",
    ],
)
def test_the_tables_themselves_refuse_what_must_not_happen(path: Path, change: str) -> None:
    by_hand = Database(path)
    by_hand.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        by_hand.execute(change)
    by_hand.close()
    with Archive.open(path) as archive:
        assert archive.extraction("ferry") == FERRY
        assert archive.judgements() == [judgement("j", "ferry/0", "ferry/1")]


def test_references_and_full_text_index_are_sound(path: Path) -> None:
    db = Database(path)
    assert list(db.execute("PRAGMA foreign_key_check")) == []
    assert list(db.execute("PRAGMA integrity_check")) == [("ok",)]
    db.execute("INSERT INTO claims_fts (claims_fts, rank) VALUES ('integrity-check', 1)")
    db.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
    assert db.journal_mode == "wal"


def test_the_full_text_index_follows_a_claim_that_is_changed_by_hand(path: Path) -> None:
    db = Database(path)
    for change, found in (("UPDATE claims SET standalone = 'Puffins nest'", ["ferry/1"]), ("DELETE FROM claims", [])):
        db.execute(f"{change} WHERE id = 'ferry/1'")
        db.execute("INSERT INTO claims_fts (claims_fts, rank) VALUES ('integrity-check', 1)")
        with Archive.open(path) as archive:
            assert [id for id, _ in archive.search_words("puffin", 5)] == found


@pytest.mark.parametrize("terms", ORDERS.values(), ids=list(ORDERS))
def test_a_page_of_trails_is_read_off_an_index(path: Path, terms: str) -> None:
    plan = Database(path).execute(f"EXPLAIN QUERY PLAN SELECT * FROM trails ORDER BY {terms} LIMIT 50")
    assert not [step for *_, step in plan if "TEMP B-TREE" in step]
