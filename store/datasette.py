"""An archive as Datasette (https://datasette.io) and every other SQLite reader wants it: a copy made for reading.

The archive itself is made for being written: its rows have the order of their arrival for a key, and a trail lies in
one cell. The copy has a table for each noun, ids for keys, references that can be followed, words that can be
searched, and a ``metadata.json`` that says what every column means. Nothing of it is ever written again, so it opens
read-only, immutable, and while the archive is being worked on.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from claims.errors import ArchiveError
from claims.records import Relation
from store.files import whole_or_not
from store.reading import QUERIES, TABLES, Table

NAME = "trails.db"
"""The copy's file; its stem is the database's name in Datasette."""

METADATA = "metadata.json"

MARK = 0x436C6D74
"""``PRAGMA application_id`` of a copy: only a file that has it is ever replaced."""


def metadata() -> dict[str, Any]:
    """Return what ``metadata.json`` says: https://docs.datasette.io/en/stable/metadata.html."""
    tables = {table.name: _shown(table) for table in TABLES}
    queries = {name: {"title": title, "description": about, "sql": sql} for name, title, about, sql in QUERIES}
    return {
        "title": "Claimtrail",
        "description": "What news articles claim and quote, where else it is said, and who really stands behind it. "
        "What is unknown is empty, never guessed.",
        "databases": {
            NAME.partition(".")[0]: {
                "description": "Begin with clusters: a row for each claim. From there its appearances, origins, edges "
                "and conflicts. Places in texts count Unicode code points from 0, end exclusive.",
                "tables": tables,
                "queries": queries,
            }
        },
    }


def _shown(table: Table) -> dict[str, Any]:
    facets = [{"array": facet.removesuffix("[]")} if facet.endswith("[]") else facet for facet in table.facets]
    shown: dict[str, Any] = {
        "description": table.about,
        "columns": {column.name: column.about for column in table.columns},
        "facets": facets,
    }
    if table.label:
        shown["label_column"] = table.label
    if table.order:
        shown["sort_desc" if table.order.startswith("-") else "sort"] = table.order.removeprefix("-")
    if table.search:
        shown["fts_table"] = f"{table.name}_fts"
    return shown


def write_copy(archive: Path, folder: Path, least: float, about: Collection[Relation]) -> list[Path]:
    """Write a copy of ``archive`` for reading, with its metadata, into ``folder``; return the two files.

    A copy that is there is replaced once the new one is whole; the archive may be written to meanwhile.

    Args:
        archive: The archive's file.
        folder: Made if it is not there.
        least: Score from which a fact-check is surely about a claim, if it stands in one of the relations ``about``.
        about: These relations.

    Raises:
        ArchiveError: ``folder`` is no folder, or holds files of these names that are no such copy; nothing is changed.
    """
    copy, described = folder / NAME, folder / METADATA
    _look_before_writing(folder, copy, described)
    made = not folder.exists()
    folder.mkdir(exist_ok=True)
    try:
        with whole_or_not(copy) as part:
            _fill(part, archive, {"least": least, "about": json.dumps([relation.value for relation in about])})
        with whole_or_not(described) as part:
            part.write_text(json.dumps(metadata(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    except BaseException:
        if made:
            with suppress(OSError):
                folder.rmdir()
        raise
    return [copy, described]


def _look_before_writing(folder: Path, copy: Path, described: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise ArchiveError(f"{folder} is a file: name a folder, which is made if it is not there")
    if not folder.absolute().parent.is_dir():
        raise ArchiveError(f"there is no folder {folder.absolute().parent} to make {folder.name} in")
    for file in (copy, described):
        if file.exists() and _mark(copy) != MARK:
            raise ArchiveError(f"{file} was not written by this export and is left as it is: name another folder")


def _mark(copy: Path) -> int | None:
    """Return the number that says whose database a file is; ``None`` where there is no database."""
    if not copy.is_file():
        return None
    try:
        with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as sqlite:
            return int(sqlite.execute("PRAGMA application_id").fetchone()[0])
    except sqlite3.Error:
        return None


def _fill(part: Path, archive: Path, parameters: dict[str, Any]) -> None:
    # Nobody sees the part before it is whole: no journal needed. Its own transaction sees one state of the archive.
    try:
        with closing(sqlite3.connect(part.absolute().as_uri(), uri=True, isolation_level=None)) as sqlite:
            sqlite.execute("PRAGMA journal_mode = OFF")
            sqlite.execute("PRAGMA synchronous = OFF")
            sqlite.execute(f"PRAGMA application_id = {MARK}")
            sqlite.execute("ATTACH ? AS archive", [f"{archive.absolute().as_uri()}?mode=ro"])
            sqlite.execute("BEGIN")
            for table in TABLES:
                _make(sqlite, table, parameters)
            if dangling := sqlite.execute("PRAGMA main.foreign_key_check").fetchall():
                raise ArchiveError(f"{archive} has rows that refer to nothing, such as one of {dangling[0][0]}")
            sqlite.execute("COMMIT")
    except sqlite3.Error as error:
        raise ArchiveError(f"{archive} cannot be copied for reading: {error}") from error


def _make(sqlite: sqlite3.Connection, table: Table, parameters: dict[str, Any]) -> None:
    name = f"main.{table.name}"
    sqlite.execute(f"CREATE TABLE {name} ({', '.join(column.sql for column in table.columns)})")
    sqlite.execute(f"INSERT INTO {name} {table.select}", parameters)
    for column in table.columns:
        if column.refers:
            index = f"main.{table.name}_by_{column.name}"
            sqlite.execute(f'CREATE INDEX {index} ON {table.name} ("{column.name}")')
    if table.search:
        searched = f"{table.name}_fts"
        sqlite.execute(
            f"CREATE VIRTUAL TABLE main.{searched} USING fts5 ({', '.join(table.search)},"
            f" content=[{table.name}], tokenize='porter unicode61 remove_diacritics 2')"
        )
        sqlite.execute(f"INSERT INTO main.{searched} ({searched}) VALUES ('rebuild')")
