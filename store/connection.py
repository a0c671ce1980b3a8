"""One SQLite file, opened with care, used by several threads, written in whole transactions."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from time import monotonic, sleep
from typing import Any

from claims.errors import ArchiveError, DoesNotFit
from store import migrations

MEMORY = ":memory:"

SQLITE_HEADER = b"SQLite format 3\0"

BUSY_MS = 30_000
"""Milliseconds to wait while another process writes; the longest transaction there is (all clusters of a big
import) takes seconds."""

CHUNK = 500
"""Ids in one statement: below every SQLite's limit on variables (999 in old ones)."""


class Connection:
    """A connection to an archive's file behind a lock.

    Every method raises ArchiveError where SQLite cannot do its work (disk full, file locked for too long...).
    """

    def __init__(self, path: Path | str) -> None:
        """Open ``path``, make it or bring it up to date.

        Raises:
            ArchiveError: ``path`` is no archive, cannot be written, or comes from a newer Claimtrail; the file is
                left as it was.
        """
        self.name = str(path)
        self.lock = RLock()
        if self.name != MEMORY:
            _look_before_opening(Path(path))
        with self._at_work():
            self._sqlite = sqlite3.connect(self.name, timeout=BUSY_MS / 1000, check_same_thread=False)
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise

    def _prepare(self) -> None:
        with self._at_work():
            pending = migrations.pending(self._sqlite, self.name)
            self._sqlite.execute("PRAGMA foreign_keys = ON")
            self._write_ahead()
            self.wait_for_disk(False)
            if pending:
                # In one transaction: two programs that open a new archive at once do not both make its tables.
                with self.writing():
                    migrations.apply(self._sqlite)

    def _write_ahead(self) -> None:
        """Turn to write-ahead logging. Here SQLite itself waits for nobody who opens the same new file just now."""
        given_up = monotonic() + BUSY_MS / 1000
        while True:
            try:
                self._sqlite.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > given_up:
                    raise
                sleep(0.01)

    def close(self) -> None:
        """Close the file."""
        with self.lock:
            self._sqlite.close()

    def wait_for_disk(self, wait: bool) -> None:
        """Choose whether a transaction ends when it is on the disk (``FULL``), or when the system has it: that
        is safe from every crash of the program, but a power cut may cost the last transactions (``NORMAL``)."""
        with self._at_work():
            self._sqlite.execute(f"PRAGMA synchronous = {'FULL' if wait else 'NORMAL'}")

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        """Hold the lock, and say in words what SQLite could not do."""
        with self.lock:
            try:
                yield
            except sqlite3.IntegrityError as error:
                raise DoesNotFit(f"{self.name} takes nothing that does not fit together: {error}") from error
            except sqlite3.Error as error:
                raise ArchiveError(f"{self.name} cannot be used: {error}") from error
            except OverflowError as error:
                raise ArchiveError(f"{self.name} keeps whole numbers of 64 bits: {error}") from error
            except UnicodeEncodeError as error:
                raise ArchiveError(f"only whole Unicode characters can be kept: {error}") from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make one transaction of all that is written inside: whole, or not at all."""
        with self._at_work():
            # IMMEDIATE waits for another writer here, and not halfway, where SQLite would rather give up.
            self._sqlite.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._sqlite.execute("COMMIT")
            except BaseException:
                if self._sqlite.in_transaction:
                    self._sqlite.execute("ROLLBACK")
                raise

    def rows(self, sql: str, *parameters: Any) -> list[dict[str, Any]]:
        """Return the rows of a query, by column."""
        with self._at_work():
            cursor = self._sqlite.execute(sql, parameters)
            columns = [column[0] for column in cursor.description]
            return [dict(zip(columns, row, strict=True)) for row in cursor]

    def rows_of(self, sql: str, ids: Collection[str], *before: Any) -> list[dict[str, Any]]:
        """Return the rows for ``ids``, whose place in ``sql`` is ``{ids}``, however many they are.

        ``before`` are the parameters that stand before them.
        """
        distinct = list(dict.fromkeys(ids))
        found: list[dict[str, Any]] = []
        with self.lock:
            for start in range(0, len(distinct), CHUNK):
                chunk = distinct[start : start + CHUNK]
                found += self.rows(sql.format(ids=", ".join("?" * len(chunk))), *before, *chunk)
        return found

    def insert(self, table: str, values: Sequence[Mapping[str, Any]], conflict: str = "") -> None:
        """Insert rows that all have the same columns; ``conflict`` is ``OR REPLACE`` or ``OR IGNORE``."""
        if values:
            columns = ", ".join(f'"{column}"' for column in values[0])
            marks = ", ".join(f":{column}" for column in values[0])
            self.each(f"INSERT {conflict} INTO {table} ({columns}) VALUES ({marks})", values)

    def each(self, sql: str, values: Iterable[Mapping[str, Any]]) -> None:
        """Run a statement that writes once for each of ``values``; inside ``writing``."""
        self._sqlite.executemany(sql, values)


def _look_before_opening(path: Path) -> None:
    """Raise ArchiveError where opening ``path`` would fail or would touch a file that is no archive."""
    try:
        folder = path.resolve().parent
        if path.is_dir():
            raise ArchiveError(f"{path} is a folder: name a file in it, such as {path / 'claimtrail.db'}")
        if not folder.is_dir():
            raise ArchiveError(f"there is no folder {folder} to keep {path.name} in: make it, or name another file")
        if path.exists() and not path.is_file():
            raise ArchiveError(f"{path} is no ordinary file: name another one")
        if not os.access(folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
            raise ArchiveError(
                f"{path} cannot be written: change its permissions and its folder's, or name another file"
            )
        start = _first_bytes(path) if path.exists() else b""
    except (OSError, ValueError) as error:
        raise ArchiveError(f"{path} cannot be an archive ({error}): name another file") from error
    if start not in (b"", SQLITE_HEADER):
        raise ArchiveError(f"{path} is no archive (no SQLite database): name another file; this one is left as it is")


def _first_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(SQLITE_HEADER))
