"""How the time of a whole build grows: ``claimtrail ingest`` of 400, 800 and all articles, stage by stage.

    python -m benchmarks.growth [FILE] [--articles 400 800 1683] [--workers N]

Each size is a process and an archive of its own, taken through the same code as ``claimtrail ingest``. Machines differ
and are shared: read CPU seconds beside wall seconds, and the exponent more than either: 1 is twice the time for twice
the articles, 2 four times. FILE is JSON Lines with ``text`` (default: the gold folder's fnc_bodies).
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from benchmarks import gold
from claims.articles import read
from runner.local import extract, ingest
from runner.stages import Models, Stage
from settings import Settings
from store.archive import Archive


def _seconds() -> tuple[float, float]:
    """Return the wall clock and the CPU seconds of this process and of its children that have ended."""
    used = os.times()
    return time.perf_counter(), used.user + used.system + used.children_user + used.children_system


@dataclass(slots=True)
class Clock:
    """Adds up what passes until a stage tells of progress, as that stage's wall and CPU seconds."""

    spent: dict[str, tuple[float, float]] = field(default_factory=dict)
    last: tuple[float, float] = field(default_factory=_seconds)

    def mark(self, name: str) -> None:
        """Give the seconds since the last call to ``name``."""
        now, before = _seconds(), self.spent.get(name, (0.0, 0.0))
        self.spent[name] = (before[0] + now[0] - self.last[0], before[1] + now[1] - self.last[1])
        self.last = now

    def progress(self, stage: Stage, done: int, total: int | None, what: str) -> None:
        """Take a stage's word that it went on; extractions are made by then, and what is left is keeping them."""
        self.mark("keep" if stage in (Stage.READ, Stage.EXTRACT) else stage.value)


def build(file: Path, articles: int, workers: int) -> dict[str, tuple[float, float]]:
    """Build an archive of the first ``articles`` of ``file``; return wall and CPU seconds by stage."""
    settings = Settings()
    models = Models(settings)
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder, Archive.open(Path(folder) / "growth.db") as archive:
        done = list(extract(islice(read(file), articles), models, workers))
        clock.mark(Stage.EXTRACT.value)
        ingest(done, archive, models, clock.progress, workers)
        clock.mark("end")
    return clock.spent


def main(arguments: list[str] | None = None) -> int:
    """Print the seconds of each stage at each size, and how they grow from the smallest to the largest."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("file", type=Path, nargs="?", default=gold.folder() / "news" / "fnc_bodies.jsonl")
    options.add_argument("--articles", type=int, nargs="+", default=[400, 800, 1683])
    options.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    given = options.parse_args(arguments)
    if not given.file.is_file():
        print(f"no {given.file}: name a JSON Lines file with texts, or set CLAIMTRAIL_DATA", file=sys.stderr)
        return 1
    if given.one:
        spent = build(given.file, given.articles[0], given.workers)
        most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        print(json.dumps({"spent": spent, "memory": most}))
        return 0
    runs = dict(_runs(given.file, sorted(given.articles), given.workers))
    _print(runs, given.workers)
    return 0


def _runs(file: Path, sizes: list[int], workers: int) -> Iterator[tuple[int, dict[str, tuple[float, float]]]]:
    for size in sizes:
        asked = [sys.executable, "-m", "benchmarks.growth", str(file), "--one", "--articles", str(size)]
        made = subprocess.run([*asked, "--workers", str(workers)], check=True, stdout=subprocess.PIPE, text=True)
        told = json.loads(made.stdout)
        spent = {name: (wall, cpu) for name, (wall, cpu) in told["spent"].items()}
        spent["whole"] = (sum(wall for wall, _ in spent.values()), sum(cpu for _, cpu in spent.values()))
        load = ", ".join(f"{one:.1f}" for one in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"
        print(f"{size} articles: {told['memory'] / 2**10:,.0f} MB in the largest process; load {load}", file=sys.stderr)
        yield size, spent


def _print(runs: dict[int, dict[str, tuple[float, float]]], workers: int) -> None:
    sizes = list(runs)
    names = list(dict.fromkeys(name for spent in runs.values() for name in spent))
    print(f"{workers} workers, {os.cpu_count()} cores; seconds wall / CPU")
    print(f"{'':10}" + "".join(f"{size:>18,}" for size in sizes) + f"{'exponent of CPU':>18}")
    for name in names:
        row = [runs[size].get(name, (0.0, 0.0)) for size in sizes]
        first, last = row[0][1], row[-1][1]
        grows = math.log(last / first) / math.log(sizes[-1] / sizes[0]) if len(sizes) > 1 and first and last else None
        cells = "".join(f"{wall:>9.1f} /{cpu:>7.1f}" for wall, cpu in row)
        print(f"{name:10}{cells}{'' if grows is None else f'{grows:.2f}':>18}")


if __name__ == "__main__":
    sys.exit(main())
