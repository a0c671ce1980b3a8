"""What several rooms' tests share: where the gold data is, and an archive with the sample story in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("HF_HUB_OFFLINE", "1")

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("CLAIMTRAIL_DATA", ROOT.parent / "shared" / "data"))


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of gold data; the test is skipped where it is not there."""
    if not DATA.is_dir():
        pytest.skip(f"gold data not found at {DATA}; set CLAIMTRAIL_DATA")
    return DATA


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
