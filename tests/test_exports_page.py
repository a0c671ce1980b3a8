"""What docs/exports.md says is so: its commands run, its columns, its expression and its query are the real ones."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from provenance.exports.table import COLUMNS, guarded
from store.datasette import write_copy

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    [found] = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return str(found)


def test_the_commands_work_as_written(story_db: Path, tmp_path: Path) -> None:
    shutil.copy(story_db, tmp_path / "story.db")
    commands = block("sh").replace("/tmp/", f"{tmp_path}/")
    script = "\n".join(["set -euo pipefail", f'claimtrail() {{ "{sys.executable}" cli.py "$@"; }}', commands])
    done = subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    written = {"trails.csv", "trails.jsonl", "trails.jsonld", "trails.annotations.jsonld", "trails"}
    assert {found.name for found in tmp_path.iterdir()} - {"story.db"} == written


def test_the_columns_of_the_table_are_those_that_are_written() -> None:
    table = PAGE[PAGE.index("| column |") : PAGE.index("An apostrophe")].strip()
    named = [name for line in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", line.split("|")[1])]
    assert set(named) | {"undated"} == set(COLUMNS)


@pytest.mark.parametrize("text", ["=1", "one; -2\n@three", "1234567890123456", "'=", "plain; text"])
def test_the_expression_takes_off_what_the_table_puts_before_a_cell(text: str) -> None:
    [pattern] = re.findall(r're\.sub\(r"(.+)", lambda', PAGE)
    assert re.sub(pattern, lambda m: m[0][:-1], guarded(text)) == text


def test_the_query_finds_claims_with_one_origin(story_db: Path, tmp_path: Path) -> None:
    write_copy(story_db, tmp_path / "copy", 0.6, ())
    with closing(sqlite3.connect(tmp_path / "copy" / "trails.db")) as sqlite:
        assert sqlite.execute(block("sql")).fetchall()


def test_every_file_that_it_points_to_is_there() -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)", PAGE)
    assert links and [link for link in links if not (ROOT / "docs" / link).exists()] == []
