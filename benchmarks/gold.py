"""Where the gold data lies."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def folder() -> Path:
    """Return the folder of gold data: ``CLAIMTRAIL_DATA``, else ``../shared/data`` beside the repository."""
    return Path(os.environ.get("CLAIMTRAIL_DATA") or Path(__file__).resolve().parents[2] / "shared" / "data")


def fingerprint(path: Path) -> str:
    """Return the first 16 hex digits of the file's SHA-256: a floor holds for the data that it was measured on."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
