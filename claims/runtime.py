"""How a model that ships is loaded, so that it says the same on every processor, and told from another."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any


def fingerprint(path: Path) -> str:
    """Return 12 hex digits that tell the weights in a file from others; ``missing`` where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12] if path.is_file() else "missing"


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
