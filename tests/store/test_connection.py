"""The archive's file: what may be opened, by how many at once, and what a killed program leaves."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from claims.errors import ArchiveError
from store.archive import Archive
from tests.store.examples import extraction

ROOT = Path(__file__).resolve().parent.parent.parent


def program(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Start another Python program that has the archive and the examples at hand."""
    start = "import os, sys, time\nfrom store.archive import Archive\nfrom tests.store.examples import extraction\n"
    return subprocess.Popen(
        [sys.executable, "-c", start + code, *map(str, arguments)],
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


# ---------------------------------------------------------------- what may be opened


def a_folder(folder: Path) -> Path:
    return folder


def a_file_in_no_folder(folder: Path) -> Path:
    return folder / "nowhere" / "a.db"


def a_text_file(folder: Path) -> Path:
    (folder / "notes.txt").write_text("Gulls were seen.", encoding="utf-8")
    return folder / "notes.txt"


def a_damaged_archive(folder: Path) -> Path:
    (folder / "damaged.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 5_000)
    return folder / "damaged.db"


def a_pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.db")
    return folder / "pipe.db"


def a_name_that_is_too_long(folder: Path) -> Path:
    return folder / ("a" * 5_000)


def a_name_with_nul(folder: Path) -> Path:
    return folder / "a\0b"


def below_a_file(folder: Path) -> Path:
    (folder / "file").touch()
    return folder / "file" / "a.db"


@pytest.mark.parametrize(
    "given",
    [
        a_folder,
        a_file_in_no_folder,
        a_text_file,
        a_damaged_archive,
        a_pipe,
        a_name_that_is_too_long,
        a_name_with_nul,
        below_a_file,
    ],
)
def test_what_cannot_be_an_archive_is_refused_and_left_as_it_is(given: Callable[[Path], Path], tmp_path: Path) -> None:
    path = given(tmp_path)
    before = {each: each.read_bytes() for each in tmp_path.iterdir() if each.is_file()}
    with pytest.raises(ArchiveError):
        Archive.open(path)
    assert {each: each.read_bytes() for each in tmp_path.iterdir() if each.is_file()} == before


def test_a_refusal_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"is a folder: name a file in it, such as .*claimtrail\.db"):
        Archive.open(tmp_path)
    with pytest.raises(ArchiveError, match="name another file; this one is left as it is"):
        Archive.open(a_text_file(tmp_path))


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Permissions do not hold back the superuser, as whom tests run in containers.
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(ArchiveError, match="cannot be written: change its permissions"):
        Archive.open(tmp_path / "a.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a file system that takes no new files")
def test_a_file_system_that_takes_no_files_is_refused() -> None:
    with pytest.raises(ArchiveError, match=r"/proc/claimtrail\.db"):
        Archive.open("/proc/claimtrail.db")


def test_an_empty_file_becomes_an_archive(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()
    with Archive.open(tmp_path / "new.db") as archive:
        assert archive.add(extraction("a", "Gulls were seen."), "test")


def test_a_closed_archive_says_so(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "a.db")
    archive.close()
    archive.close()
    with pytest.raises(ArchiveError, match="closed"):
        archive.counts()


def test_an_error_in_the_middle_undoes_the_whole_and_the_archive_goes_on() -> None:
    def ids() -> object:
        yield "a"
        raise KeyboardInterrupt

    with Archive.open(":memory:") as archive:
        with pytest.raises(KeyboardInterrupt):
            archive.mark_done("embed", ids())  # type: ignore[arg-type]
        assert archive.done("embed") == set()
        archive.mark_done("embed", ["b"])
        assert archive.done("embed") == {"b"}


# ---------------------------------------------------------------- several at once


def test_several_threads_write_and_read_one_archive(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.db") as archive, ThreadPoolExecutor(6) as threads:

        def work(number: int) -> bool:
            new = archive.add(extraction(f"a{number % 40}", f"Gull {number % 40} was seen.", "It flew off."), "test")
            assert all(len(archive.extraction(id).claims) == 2 for id in archive.article_ids())
            return new

        assert sum(threads.map(work, range(80))) == 40
        assert archive.counts()["claims"] == 80


def test_another_process_reads_while_one_writes(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Archive.open(path) as archive:
        archive.add(extraction("before", "Gulls were seen."), "test")
        reader = program(
            "with Archive.open(sys.argv[1]) as archive:\n"
            "    print(sorted(archive.article_ids()), flush=True)\n"
            "    sys.stdin.readline()\n"
            "    print(sorted(archive.article_ids()), flush=True)\n",
            path,
        )
        with archive._db.writing():
            archive._db.insert("progress", [{"stage": "embed", "id": "half done"}])
            assert reader.stdout is not None
            assert reader.stdout.readline() == "['before']\n", "a reader does not wait for the writer"
        archive.add(extraction("later", "They flew off."), "test")
        output, errors = reader.communicate("\n", timeout=60)
    assert (output, errors) == ("['before', 'later']\n", "")


def test_processes_that_make_and_fill_one_archive_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    code = (
        "sys.stdin.readline()\n"
        "with Archive.open(sys.argv[1]) as archive:\n"
        "    for number in range(20):\n"
        "        archive.add(extraction(f'{sys.argv[2]}-{number}', 'Gulls were seen.'), 'test')\n"
        "        archive.add(extraction(f'both-{number}', 'Gulls were seen.'), 'test')\n"
    )
    started = [program(code, tmp_path / "a.db", name) for name in ("one", "two", "three")]
    for each in started:
        assert each.stdin is not None
        each.stdin.write("\n")
        each.stdin.flush()
    assert [each.communicate(timeout=60)[1] for each in started] == ["", "", ""]
    with Archive.open(tmp_path / "a.db") as archive:
        assert archive.counts()["articles"] == 80


def test_who_opens_an_archive_that_another_is_making_waits(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    Archive.open(path).close()
    other = sqlite3.connect(path, check_same_thread=False)
    other.execute("PRAGMA journal_mode = DELETE")  # as a new file has it
    other.execute("BEGIN IMMEDIATE")
    with ThreadPoolExecutor(1) as pool:
        opened = pool.submit(Archive.open, path)
        time.sleep(0.2)
        other.execute("COMMIT")
        opened.result().close()
    other.close()


# ---------------------------------------------------------------- killed


@pytest.mark.parametrize(
    "statement", ["INSERT INTO articles", "INSERT INTO attributions", "INSERT INTO claims ", "COMMIT"]
)
def test_a_program_killed_while_it_adds_leaves_nothing_half_written(statement: str, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    # Long enough that SQLite has to write pages to the disk before the end of the transaction.
    killed = program(
        "archive = Archive.open(sys.argv[1])\n"
        "archive.add(extraction('first', 'Gulls were seen.'), 'test')\n"
        "seen = 0\n"
        "def die(sql):\n"
        "    global seen\n"
        "    seen += sys.argv[2] in ' '.join(sql.replace('\"', '').split()) + ' '\n"
        "    if seen == (100 if 'claims' in sys.argv[2] else 1):\n"
        "        os._exit(9)\n"
        "archive._db._sqlite.set_trace_callback(die)\n"
        "archive.add(extraction('second', *['Gulls flew off. ' * 2_000] * 200), 'test')\n",
        path,
        statement,
    )
    _, errors = killed.communicate(timeout=60)
    assert (killed.returncode, errors) == (9, "")
    with Archive.open(path) as archive:
        assert archive.article_ids() == {"first"}
        assert (archive.counts()["claims"], archive.counts()["attributions"]) == (1, 1)
        assert archive.add(extraction("second", "Gulls flew off."), "test")
        assert archive._db.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}]
