"""What is trained on is what we wrote for it, whole, and nothing that anything is measured on."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from benchmarks import phenomena
from training.written import blocks, stories, taught

WHOLE = """\
C A ferry sank.
= A ferry went down.
S It sank.
D It floats.
R Did it sink?
N It sailed.
X It never sank.
L It sank."""


def test_every_block_is_whole() -> None:
    known = blocks()
    assert len({block.claim for block in known}) == len(known)
    assert all(len(story) > 1 for story in stories(known))


@pytest.mark.parametrize("line", ["= A ferry went down.\n", "? It sank.\n", "S \n"])
def test_a_block_that_is_not_whole_is_named(tmp_path: Path, line: str) -> None:
    spoilt = WHOLE.replace(line, "") if line in WHOLE else line + WHOLE
    (tmp_path / "sea.txt").write_text(f"{WHOLE}\n\n{spoilt}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"sea\.txt, block 2"):
        blocks(tmp_path)


def test_what_is_kept_back_is_not_taught() -> None:
    known = blocks()
    kept = {text for block in known if block.kept_back for _, text in block.lines}
    shown = {row[side] for row in taught(known, random.Random(1)) for side in ("premise", "hypothesis")}
    assert len(kept) > 1000
    assert not kept & shown


def test_nothing_that_is_measured_is_taught() -> None:
    written = {text.lower() for block in blocks() for _, text in block.lines}
    measured = {
        value.lower()
        for path in phenomena.SUITES.rglob("*.jsonl")
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
        for name, value in row.items()
        if isinstance(value, str) and name != "phenomenon"
    }
    assert not {text for text in written & measured if len(text.split()) > 4}
