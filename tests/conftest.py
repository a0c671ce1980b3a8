"""What several rooms' tests share: where the gold data lies, an archive with the sample story in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("HF_HUB_OFFLINE", "1")
if "PYTEST_XDIST_WORKER" in os.environ:
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # the other core is another worker's

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of gold data; the test is skipped where it is not there."""
    from benchmarks.gold import folder

    if not folder().is_dir():
        pytest.skip(f"no gold data at {folder()}; set CLAIMTRAIL_DATA")
    return folder()


@pytest.fixture(scope="session")
def story_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with the sample story in it, made once with the real models."""
    from claims.articles import read
    from runner.desk import Desk
    from settings import Settings

    db = tmp_path_factory.mktemp("story") / "story.db"
    with Desk(Settings(), db) as desk:
        desk.ingest(read(ROOT / "examples" / "story"))
    return db


@pytest.fixture
def story(story_db: Path, tmp_path: Path) -> Iterator[object]:
    """A desk over a copy of the sample story's archive, to change at will."""
    import shutil

    from runner.desk import Desk
    from settings import Settings

    copy = tmp_path / "story.db"
    shutil.copy(story_db, copy)
    with Desk(Settings(), copy) as desk:
        yield desk
