"""Quality does not fall: every figure stays at or above its committed floor, where the gold data is present."""

from __future__ import annotations

import pytest

from benchmarks import gold
from benchmarks.figures import BENCHMARKS, Benchmark, Floor, below, floors, measure, raised


@pytest.mark.data
@pytest.mark.parametrize("benchmark", BENCHMARKS, ids=lambda benchmark: benchmark.name)
def test_quality_stays_above_its_floor(benchmark: Benchmark) -> None:
    path = gold.folder() / benchmark.file
    if not path.is_file():
        pytest.skip(f"no gold data at {path}; set CLAIMTRAIL_DATA")
    least = floors()[benchmark.name]
    if any(floor.data != gold.fingerprint(path) for floor in least.values()):
        pytest.skip(f"{path} is not the file that the floors were measured on")
    figures = measure(benchmark)
    assert figures is not None
    assert list(below(figures, least)) == []


def test_every_benchmark_has_a_floor() -> None:
    assert set(floors()) == {benchmark.name for benchmark in BENCHMARKS}


def test_a_figure_under_its_floor_or_gone_is_told() -> None:
    least = {"F1": Floor(0.8, "x"), "recall": Floor(0.5, "x")}
    assert len(list(below({"F1": 0.79}, least))) == 2
    assert list(below({"F1": 0.8, "recall": 0.9}, least)) == []


def test_floors_are_raised_and_never_lowered(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gold, "fingerprint", lambda path: "x")
    old = {"F1": Floor(0.8, "x")}
    assert raised(BENCHMARKS[0], {"F1": 0.7}, old)["F1"].least == 0.8
    assert raised(BENCHMARKS[0], {"F1": 0.9}, old)["F1"].least == 0.89
