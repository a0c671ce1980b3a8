"""Files that are there whole, or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claims.errors import ClaimtrailError


@contextmanager
def whole_or_not(file: Path) -> Iterator[Path]:
    """Give a path beside ``file`` to write to; it takes the place of ``file`` if all goes well, and else is gone.

    What is no file on a disk (a pipe, ``/dev/stdout``) is written to as it is; a link stays a link.

    Raises:
        ClaimtrailError: ``file`` is a folder, or there is no folder for it.
        OSError: it cannot be written (no permission, disk full).
    """
    if file.is_dir():
        raise ClaimtrailError(f"{file} is a folder: name a file in it")
    if not file.absolute().parent.is_dir():
        raise ClaimtrailError(f"there is no folder {file.absolute().parent} to write {file.name} in")
    if file.exists() and not file.is_file():
        yield file
        return
    file = file.resolve()
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        yield part
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
