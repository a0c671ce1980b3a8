"""How a model that ships is loaded, so that it says the same on every processor, and told from another."""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

_Given = TypeVar("_Given")
_Found = TypeVar("_Found")


def fingerprint(path: Path) -> str:
    """Return 12 hex digits that tell the weights in a file from others; ``missing`` where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12] if path.is_file() else "missing"


def collect_seldom() -> None:
    """Let the garbage collector go through all objects less often: models and an archive's claims are a million that
    stay, and going through them takes a third of a second each time. For whatever opens an archive, and for commands
    before that: a tenth of the CPU time of a short one is saved, most of it while libraries load."""
    gc.set_threshold(50_000, 20, 100)


def load_session(path: Path) -> Any:
    """Return the model at ``path`` as an ``InferenceSession`` of one thread: texts are read side by side, so a second
    would only wait.

    Raises:
        Exception: whatever ONNX Runtime raises, in classes of its own; the caller knows what to do about its model.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    # Without VNNI, products of uint8 and int8 are added up in 16 bits and overflow: other scores, other verdicts. This
    # takes the exact way there, which is slower, and changes nothing elsewhere.
    options.add_session_config_entry("session.x64quantprecision", "1")
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def side_by_side(run: Callable[[_Given], _Found], given: Sequence[_Given]) -> list[_Found]:
    """Return what ``run`` finds for each of ``given``, in their order, on as many threads as the process may have.

    For runs of a session, which hold no lock of the interpreter. A process that was told to use one thread
    (OMP_NUM_THREADS, as for worker processes) uses its own.
    """
    pool = _pool()
    return [run(each) for each in given] if pool is None or len(given) < 2 else list(pool.map(run, given))


@cache
def _pool() -> ThreadPoolExecutor | None:
    told = os.environ.get("OMP_NUM_THREADS", "")
    threads = int(told) if told.isdecimal() else os.cpu_count() or 1
    return ThreadPoolExecutor(threads, "inference") if threads > 1 else None
