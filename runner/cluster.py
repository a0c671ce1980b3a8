"""Run the costly stage on many machines: each extracts its share of the files, one gathers the results.

A share is written under a temporary name and renamed when it is whole, so a file that is there is done
and a rerun does only what is missing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from claims.articles import read
from claims.errors import ClaimtrailError
from claims.records import Extraction, Refusal, digest, to_json
from runner.local import extract
from runner.stages import Models
from store.decoding import from_json


def extract_share(paths: Sequence[Path], share: int, of: int, folder: Path, models: Models) -> Path:
    """Extract the articles whose id falls into share ``share`` (1 to ``of``) and write them to ``folder``.

    Returns the file, JSON Lines of extractions and refusals. Does nothing where it is there already.

    Raises:
        ClaimtrailError: ``share`` is not between 1 and ``of``.
    """
    if not 1 <= share <= of:
        raise ClaimtrailError(f"a share is a number from 1 to {of}, got {share}")
    target = folder / f"share-{share:05d}-of-{of:05d}.jsonl"
    if target.exists():
        return target
    folder.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".part")
    mine = (
        item
        for path in paths
        for item in read(path, models.settings.claims)
        if int(digest(item.what if isinstance(item, Refusal) else item.id), 16) % of == share - 1
    )
    with partial.open("w", encoding="utf-8") as out:
        for result in extract(mine, models, models.settings.runner.workers):
            out.write(json.dumps(to_json(result), ensure_ascii=False) + "\n")
    return partial.rename(target)


def gather(folder: Path) -> Iterator[Extraction | Refusal]:
    """Yield what the shares in ``folder`` hold.

    Raises:
        ClaimtrailError: a share is missing; the text names it.
    """
    files = sorted(folder.glob("share-*-of-*.jsonl"))
    totals = {int(file.stem.rpartition("-")[2]) for file in files}
    if len(totals) != 1:
        raise ClaimtrailError(
            f"{folder}: expected the shares of one run, found {len(files)} files of {len(totals)} runs"
        )
    there = {int(file.stem.split("-")[1]) for file in files}
    missing = sorted(set(range(1, totals.pop() + 1)) - there)
    if missing:
        raise ClaimtrailError(f"{folder}: shares {', '.join(map(str, missing))} are missing; run them first")
    for file in files:
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                values = json.loads(line)
                yield from_json(Extraction, values) if "article" in values else from_json(Refusal, values)
