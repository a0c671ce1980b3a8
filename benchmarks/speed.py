"""How fast ``claimtrail extract`` is, beside spaCy's pipeline alone on the same text in the same run.

    python -m benchmarks.speed [FILE] [--articles N]

Both are whole processes on all cores, started and ended here, model loading and writing out included. Machines differ
and are shared: read the ratio, and CPU seconds beside wall seconds. FILE is JSON Lines with ``text`` (default: the
gold folder's fnc_bodies).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks import gold
from settings import Claims

PEER = """
import json, sys, os
import {model} as model
nlp = model.load()
texts = (json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8"))
print(sum(len(doc) for doc in nlp.pipe(texts, n_process=os.cpu_count())))
"""


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds that a whole process and its children took."""

    wall: float
    cpu: float


def timed(command: list[str]) -> Timing:
    """Run ``command`` with its output thrown away.

    Raises:
        CalledProcessError: it failed.
    """
    before, started = os.times(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    cpu = after.children_user - before.children_user + after.children_system - before.children_system
    return Timing(time.perf_counter() - started, cpu)


def main() -> int:
    """Print words a second of both, and their ratio."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("file", type=Path, nargs="?", default=gold.folder() / "news" / "fnc_bodies.jsonl")
    options.add_argument("--articles", type=int, help="only the first so many")
    given = options.parse_args()
    if not given.file.is_file():
        print(f"no {given.file}: name a JSON Lines file with texts, or set CLAIMTRAIL_DATA", file=sys.stderr)
        return 1
    lines = given.file.read_text(encoding="utf-8").splitlines()[: given.articles]
    words = sum(len(json.loads(line)["text"].split()) for line in lines)
    with tempfile.TemporaryDirectory() as folder:
        chosen = Path(folder) / "articles.jsonl"
        chosen.write_text("\n".join(lines) + "\n", encoding="utf-8")
        peer = timed([sys.executable, "-c", PEER.format(model=Claims().spacy_model), str(chosen)])
        own = timed([sys.executable, "-c", "import cli; cli.main()", "extract", str(chosen)])
    print(f"{len(lines)} articles, {words:,} words, {os.cpu_count()} cores")
    for name, found in (("spaCy alone", peer), ("claimtrail extract", own)):
        print(f"{name:20}{found.wall:8.1f} s wall{found.cpu:8.1f} s CPU{words / found.wall:10,.0f} words/s")
    print(f"ratio of wall seconds {own.wall / peer.wall:.2f}, of CPU seconds {own.cpu / peer.cpu:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
