"""Does one text entail another, contradict it, or neither: a cross-encoder that reads both at once.

The one that ships (``models/relation``, made by ``training/relation.py``) is all-MiniLM-L6-v2 fine-tuned on natural
language inference (Bowman et al. 2015, Williams et al. 2018), in int8 on ONNX Runtime. A pair is always run by
itself, never padded: int8 takes its scale from all that runs at once, and a score must not depend on its neighbours.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from claims.errors import ModelError
from claims.runtime import fingerprint, load_session, side_by_side
from index.details import in_one_form, tells_less, tells_same
from index.texts import plain

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores: TypeAlias = NDArray[np.float64]

MODEL = Path(__file__).resolve().parent.parent / "models" / "relation"

BUNDLED = "relation-minilm"
"""The name of the model that ships, for :func:`load_relation_model`."""

ENTAILS, NEITHER, CONTRADICTS = range(3)
"""Columns of scores: the first text entails the second, neither, or they contradict each other."""

LONGEST = 128
"""Word pieces of a pair; of a longer one the longer text is cut first."""

PLACES = 4
"""Decimals of a probability. What differs beyond is the machine's, not the text's."""

UNSURE = 0.01
"""Least probability that a regression is shown."""

KEPT = 200_000
"""Pairs whose scores a model remembers: about 30 MB."""

SELF = (1.0, 0.0, 0.0)  # what a text is to itself
LESS = (0.0, 1.0, 0.0)  # and to one that tells more

_BEGIN, _END = 101, 102
_EVEN_SO = re.compile(
    r",? (?:all the same|after all|nevertheless|nonetheless|even so|anyway|just the same)(\W*)$", re.IGNORECASE
)


class RelationModel(Protocol):
    """Any model that scores pairs of texts. ``name`` tells it apart from all others."""

    @property
    def name(self) -> str:
        """Model and precision."""

    def scores(self, pairs: Sequence[tuple[str, str]]) -> Scores:
        """Return probabilities, shape ``(len(pairs), 3)``: entails, neither, contradicts."""


class CrossEncoder:
    """A model with what it scored before, loaded with the first pair. Safe to share between threads."""

    def __init__(self, name: str, load: Callable[[], Callable[[Sequence[tuple[str, str]]], Scores]]) -> None:
        self.name = name
        self._load = cache(load)
        self._known: dict[tuple[str, str], tuple[float, ...]] = {}

    def scores(self, pairs: Sequence[tuple[str, str]]) -> Scores:
        """Return probabilities, shape ``(len(pairs), 3)``: entails, neither, contradicts."""
        import numpy as np

        asked = [as_read(one, two) for one, two in pairs]
        known = self._known
        # Asked once for each: another thread may clear what is known in between.
        looked_up = {pair: known.get(pair) or _without_a_model(*pair) for pair in asked}
        found = {pair: row for pair, row in looked_up.items() if row is not None}
        missing = [pair for pair in looked_up if pair not in found]
        if missing:
            rows = np.round(self._load()(missing), PLACES)
            fresh = {pair: tuple(row) for pair, row in zip(missing, rows.tolist(), strict=True)}
            found |= fresh
            if len(known) + len(fresh) > KEPT:
                known.clear()
            known.update(fresh)
        return np.array([found[pair] for pair in asked], dtype=np.float64).reshape(len(asked), 3)


@lru_cache(maxsize=KEPT // 10)
def as_read(one: str, two: str) -> tuple[str, str]:
    """Return two texts as the model reads them: in one typography, equal figures and dates in one form, and without
    an "all the same" at the end, which says nothing and is read as a contrast."""
    one, two = (_EVEN_SO.sub(r"\1", plain(text)) for text in (one, two))
    return in_one_form(one, two)


def _without_a_model(one: str, two: str) -> tuple[float, ...] | None:
    """Return what needs no model to be told. A small one takes a figure that is left out for a contradiction."""
    if one == two or tells_less(two, one) or tells_same(one, two):
        return SELF
    return LESS if tells_less(one, two) else None


@cache
def load_relation_model(model: str = BUNDLED) -> RelationModel:
    """Return the model called ``model``: :data:`BUNDLED`, or a sentence-transformers cross-encoder by folder or name.

    A cross-encoder must have three labels that are called entailment, neutral and contradiction. It is loaded with the
    first pair; where that fails, a ModelError says what to do.
    """
    if model == BUNDLED:
        return _bundled()
    from index.embeddings import load_cross_encoder

    return CrossEncoder(model, lambda: load_cross_encoder(model))


@cache
def _bundled() -> CrossEncoder:
    """Return the model that ships: one for all who ask, by its name or without."""
    return load_from(MODEL)


def load_from(folder: Path) -> CrossEncoder:
    """Return the model in ``folder`` that ``training/relation.py`` wrote. It is loaded with the first pair."""
    return CrossEncoder(f"{BUNDLED}#{fingerprint(folder / 'model.onnx')}", partial(_load_written, folder))


def _load_written(folder: Path) -> Callable[[Sequence[tuple[str, str]]], Scores]:
    import numpy as np
    from tokenizers import Tokenizer

    try:
        session = load_session(folder / "model.onnx")
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    except Exception as error:  # ONNX Runtime and tokenizers raise classes of their own
        raise ModelError(
            f"the relation model in {folder} could not be loaded: {error}\nRestore the folder models/relation, or make "
            "it anew with `python -m training.relation`."
        ) from error
    tokenizer.no_truncation()
    tokenizer.no_padding()

    def one(pair: tuple[list[int], list[int]]) -> Any:
        ids, types = framed(*pair)
        (logits,) = session.run(("logits",), {"ids": np.array([ids]), "types": np.array([types])})
        return logits[0]

    def run(pairs: Sequence[tuple[str, str]]) -> Scores:
        encoded = tokenizer.encode_batch([text for pair in pairs for text in pair], add_special_tokens=False)
        ids = [found.ids for found in encoded]
        return softmax(np.array(side_by_side(one, list(zip(ids[::2], ids[1::2], strict=True))), dtype=np.float64))

    return run


def framed(one: Sequence[int], two: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the word pieces of two texts as one input, and which of the two (0, 1) each piece is of."""
    one, two = shortened(one, two, LONGEST - 3)
    return [_BEGIN, *one, _END, *two, _END], [0] * (len(one) + 2) + [1] * (len(two) + 1)


def shortened(one: Sequence[int], two: Sequence[int], room: int) -> tuple[Sequence[int], Sequence[int]]:
    """Return two texts' word pieces, of which ``room`` are kept: the longer one is cut first."""
    longest = max(len(one), len(two))
    while len(one[:longest]) + len(two[:longest]) > room:
        longest -= 1
    return one[:longest], two[:longest]


def log_probability(probability: float) -> float:
    """Return the logarithm of a score as a regression is shown it: what is ruled out is ruled out no further."""
    return math.log(max(probability, UNSURE))


def softmax(logits: Scores) -> Scores:
    """Return probabilities of rows of logits."""
    import numpy as np

    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    found: Scores = powers / powers.sum(axis=1, keepdims=True)
    return found
