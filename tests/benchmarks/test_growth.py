"""How the seconds of a build are shared out among its stages."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.growth import Clock, build
from runner.stages import Stage


def test_every_second_is_given_to_one_stage() -> None:
    clock = Clock()
    start = clock.last
    clock.mark("extract")
    clock.progress(Stage.EXTRACT, 1, None, "")
    clock.progress(Stage.TRAIL, 1, 2, "")
    clock.progress(Stage.TRAIL, 2, 2, "")
    assert set(clock.spent) == {"extract", "keep", "trail"}
    wall = sum(wall for wall, _ in clock.spent.values())
    assert abs(wall - (clock.last[0] - start[0])) < 1e-6


def test_a_build_tells_the_seconds_of_each_stage(tmp_path: Path) -> None:
    file = tmp_path / "two.jsonl"
    text = "The pier of Ostmark was sold on Friday, mayor Ilka Sund said. It had been built in 1902."
    file.write_text(json.dumps({"text": text}) + "\n" + json.dumps({"text": f"{text} Nobody cheered."}) + "\n")
    spent = build(file, 2, workers=1)
    assert {"extract", "copies", "trail", "end"} <= set(spent)
    assert all(wall >= 0 and cpu >= 0 for wall, cpu in spent.values())
