from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from claims.errors import ClaimtrailError
from store.files import whole_or_not


def test_a_file_that_was_written_whole_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "trails.csv"
    file.write_text("old")
    with whole_or_not(file) as part:
        part.write_text("new")
        assert file.read_text() == "old"
    assert [(found.name, found.read_text()) for found in tmp_path.iterdir()] == [("trails.csv", "new")]


@pytest.mark.parametrize("stopped", [KeyboardInterrupt, ValueError])
def test_what_was_stopped_leaves_everything_as_it_was(tmp_path: Path, stopped: type[BaseException]) -> None:
    file = tmp_path / "trails.csv"
    file.write_text("old")
    with pytest.raises(stopped), whole_or_not(file) as part:
        part.write_text("half")
        raise stopped
    assert [(found.name, found.read_text()) for found in tmp_path.iterdir()] == [("trails.csv", "old")]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    target.write_text("old")
    link.symlink_to(target)
    with whole_or_not(link) as part:
        part.write_text("new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    with whole_or_not(pipe) as part:
        part.write_text("through")
    reader.join()
    assert read == ["through"]
    assert pipe.is_fifo()


@pytest.mark.parametrize(("name", "why"), [(".", "is a folder"), ("nowhere/a.csv", "there is no folder")])
def test_where_no_file_can_be_says_what_to_do(tmp_path: Path, name: str, why: str) -> None:
    with pytest.raises(ClaimtrailError, match=why), whole_or_not(tmp_path / name):
        pass
    assert list(tmp_path.iterdir()) == []
