"""The models that ship, by ONNX Runtime and by arithmetic that cannot overflow: the same, whatever the processor."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
from numpy.typing import NDArray
from onnx.reference import ReferenceEvaluator
from onnx.reference.op_run import OpRun
from onnx.version_converter import convert_version

from claims import tagging
from claims.runtime import load_session
from claims.wordpieces import FEATURES
from index import relation

PIECES = 24
SHOWN = np.random.default_rng(7)
IDS = SHOWN.integers(1000, 20_000, (1, PIECES))
IMPLEMENTED = 21
"""The version of ONNX whose operators the reference has all of."""
A_STEP = 0.05
"""Of a logit: what a number that rounds to the next of 256 makes of it. Overflow makes two to ten times as much."""


class GatherElements(OpRun):  # type: ignore[misc]
    """The reference's own cannot read a batch of one."""

    def _run(self, data: NDArray[np.int64], indices: NDArray[np.int64], axis: int) -> tuple[NDArray[np.int64]]:
        return (np.take_along_axis(data, indices, axis),)


@pytest.mark.parametrize(
    ("folder", "shown"),
    [
        (relation.MODEL, {"ids": IDS, "types": np.repeat([[0, 1]], PIECES // 2, axis=1)}),
        (tagging.MODEL, {"ids": IDS, "features": SHOWN.integers(0, 2, (1, PIECES, len(FEATURES)), dtype=np.int64)}),
    ],
    ids=["relation", "attribution"],
)
def test_a_model_says_what_exact_arithmetic_says(folder: Path, shown: dict[str, NDArray[np.int64]]) -> None:
    path = folder / "model.onnx"
    exact = ReferenceEvaluator(convert_version(onnx.load(path), IMPLEMENTED), new_ops=[GatherElements])
    for ours, theirs in zip(load_session(path).run(None, shown), exact.run(None, shown), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=0, atol=A_STEP)
