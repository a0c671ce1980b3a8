"""The attribution tagger: a small transformer that marks sources, cues and contents and says which belong together.

One pass over windows of whole paragraphs gives each word piece a BIO tag and two pointers (Vinyals et al., 2015, as in
the biaffine parsers of Dozat and Manning, 2017): to the cue of the content it stands in, and to the source. Tags are
decoded with Viterbi over the legal sequences, pointers by the mass that falls on each span. The same pass scores how
much the words are worth checking. Trained by ``training/attribution.py``; runs on ONNX Runtime in int8.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from claims.errors import ModelError
from claims.records import Span
from claims.runtime import load_session, side_by_side
from claims.wordpieces import FEATURES, Integers, Pieces

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Floats: TypeAlias = NDArray[np.float32]

MODEL = Path(__file__).resolve().parent.parent / "models" / "attribution"

SOURCE, CUE, CONTENT = 0, 1, 2
"""Roles, as the rules' features number them; tags are 0 outside, 2 * role + 1 begin, 2 * role + 2 inside."""

TAGS = 7
QUOTATION = FEATURES.index("quotation")

MAIN, BEFORE, AFTER = 320, 64, 32
"""Pieces of a window, and how many of the paragraphs before and after it are shown beside them."""

_BEGIN, _END = 101, 102
"""[CLS] and [SEP] of the vocabulary: a window's first piece (where a pointer says "none"), a paragraph's end."""

CUE_MASS = 0.2
"""Share of a content's pointer that must fall on a cue for it to be the content's."""

STRAY_MASS, GOES_ON = 0.3, 0.3
"""Share of a content's pointer that makes untagged words its source; probability of "inside a source" that goes on."""

_NEVER = np.float32(-1e9)
_ILLEGAL = np.zeros((TAGS, TAGS), np.float32)
"""Added to the score of a step from one tag (row) to another: inside comes after begin or inside of its role alone."""
for _inside in range(2, TAGS, 2):
    _ILLEGAL[[old for old in range(TAGS) if old not in (_inside - 1, _inside)], _inside] = _NEVER


@dataclass(frozen=True, slots=True)
class Tagged:
    """One contiguous content with its cue and source; ``confidence`` (0 to 1) is the mean of its pieces' tags."""

    content: Span
    cue: Span | None
    source: Span | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What the tagger says of one text."""

    tagged: tuple[Tagged, ...]
    starts: Integers
    worth: Floats
    """Log-odds of being worth checking, for each piece that begins at ``starts``."""

    def worth_of(self, spans: Sequence[Span]) -> float:
        """Return how much the words of ``spans`` are worth checking, 0 to 1: the mean over their pieces."""
        inside = np.zeros(len(self.starts), bool)
        for span in spans:
            first, last = np.searchsorted(self.starts, (span.start, span.end))
            inside[first:last] = True
        if not inside.any():
            return 0.0
        return float(1 / (1 + np.exp(-self.worth[inside].mean())))


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive paragraphs as one input. ``places`` are the pieces' numbers in the text, -1 for special pieces;
    ``main`` tells which of them this window decides."""

    ids: Integers
    features: Integers
    places: Integers
    main: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Output:
    """Log-probabilities of tags ``(n, TAGS)`` and the four projections of the pointers ``(n, p)``."""

    tags: Floats
    from_content: Floats
    to_cue: Floats
    from_any: Floats
    to_source: Floats


class Tagger:
    """The loaded model. Safe to share between threads: ONNX Runtime's sessions and the tokenizer are."""

    def __init__(
        self, session: Any, tokenizer: Tokenizer, labels: Mapping[str, Mapping[str, int]], fingerprint: str
    ) -> None:
        self._session = session
        self.tokenizer = tokenizer
        self.labels = labels
        self.fingerprint = fingerprint
        """Of the weights: other weights, other fingerprint."""
        self._inner = np.zeros(tokenizer.get_vocab_size(), bool)
        self._inner[[number for piece, number in tokenizer.get_vocab().items() if piece.startswith("##")]] = True

    def read(self, pieces: Pieces) -> Reading:
        """Return what the model makes of ``pieces``; the work grows with their number alone."""
        worth = np.zeros(len(pieces.ids), np.float32)
        inner = self._inner[pieces.ids]
        tagged: list[Tagged] = []
        windows = list(_windows(pieces))
        for shown, (tags, links, worths) in zip(windows, side_by_side(self._run, windows), strict=True):
            worth[shown.places[shown.main]] = worths[0][shown.main]
            tagged += _decoded(pieces, shown, _Output(_log_softmax(tags[0]), *np.split(links[0], 4, axis=-1)), inner)
        return Reading(tuple(sorted(tagged, key=lambda found: found.content)), pieces.starts, worth)

    def _run(self, shown: Window) -> Any:
        return self._session.run(("tags", "links", "worth"), {"ids": shown.ids[None], "features": shown.features[None]})


@lru_cache(maxsize=2)
def load_tagger(path: Path = MODEL) -> Tagger:
    """Return the tagger in the folder ``path``: ``model.onnx``, ``tokenizer.json`` and ``labels.json``.

    Raises:
        ModelError: something of it is missing or cannot be read.
    """
    from tokenizers import Tokenizer

    try:
        session = load_session(path / "model.onnx")
        tokenizer = Tokenizer.from_file(str(path / "tokenizer.json"))
        labels = json.loads((path / "labels.json").read_text(encoding="utf-8"))
        fingerprint = hashlib.sha256((path / "model.onnx").read_bytes()).hexdigest()
    except Exception as error:  # ONNX Runtime and tokenizers raise classes of their own
        raise ModelError(
            f"the attribution model in {path} could not be loaded: {error}\nRestore the folder models/attribution, or "
            "make it anew with `python -m training.attribution`."
        ) from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Tagger(session, tokenizer, labels, fingerprint)


def _windows(pieces: Pieces) -> Iterator[Window]:
    """Yield windows of whole paragraphs (a longer one is cut), each with a little of what stands around it."""
    found = list(blocks(pieces.paragraph))
    number = 0
    while number < len(found):
        last, size = number, 0
        while last < len(found) and (last == number or size + len(found[last]) < MAIN):
            size += len(found[last]) + 1
            last += 1
        first, room = number, BEFORE
        while first > 0 and len(found[first - 1]) < room:
            first -= 1
            room -= len(found[first]) + 1
        end, room = last, AFTER
        while end < len(found) and len(found[end]) < room:
            room -= len(found[end]) + 1
            end += 1
        yield window(pieces, found[first:end], range(found[number].start, found[last - 1].stop))
        number = last


def blocks(paragraph: Integers) -> Iterator[range]:
    """Yield the pieces of each paragraph, at most ``MAIN`` together."""
    bounds = [0, *(np.flatnonzero(np.diff(paragraph)) + 1).tolist(), len(paragraph)]
    for start, end in pairwise(bounds):
        for cut in range(start, end, MAIN):
            yield range(cut, min(end, cut + MAIN))


def window(pieces: Pieces, shown: Sequence[range], main: range) -> Window:
    """Return the pieces of ``shown`` (paragraphs that follow one another) as one input that decides ``main``."""
    places = np.array([-1, *(place for block in shown for place in (*block, -1))], np.int64)
    special = places < 0
    ids = np.where(special, _END, pieces.ids[places])
    ids[0] = _BEGIN
    features = np.where(special[:, None], 0, pieces.features[places])
    return Window(ids, features, places, (places >= main.start) & (places < main.stop))


def _decoded(pieces: Pieces, shown: Window, output: _Output, inner: NDArray[np.bool_]) -> Iterator[Tagged]:
    """Yield the contents that the window decides, each with its cue and source.

    Only what stands in quotation marks may have its cue in another paragraph.
    ``inner`` tells for each piece of the text whether it goes on the word of the one before.
    """
    runs: dict[int, list[tuple[int, int]]] = {SOURCE: [], CUE: [], CONTENT: []}
    for role, first, last in _runs(_tag_sequence(output.tags, shown.places)):
        runs[role].append((first, last))
    probabilities = np.exp(output.tags)
    inside = probabilities[:, 2 * CONTENT + 1 :].sum(axis=1)
    paragraph = np.cumsum(shown.places < 0)
    for first, last in runs[CONTENT]:
        if not shown.main[first]:
            continue
        quoted = bool(shown.features[first, QUOTATION])
        cues = [run for run in runs[CUE] if quoted or paragraph[run[0]] == paragraph[first]]
        cue = _heaviest(_mass(output.from_content[first:last], output.to_cue), cues, at_least=CUE_MASS)
        mass = _mass(output.from_any[first:last], output.to_source)
        source = _heaviest(mass, runs[SOURCE], at_least=float(mass[0]))
        stray = _stray(mass, runs[SOURCE], shown.places, probabilities[:, 2 * SOURCE + 2])
        if stray is not None and (source is None or _on(mass, stray) > _on(mass, source)):
            source = stray
        yield Tagged(
            _span(pieces, shown, (first, last), inner),
            None if cue is None else _span(pieces, shown, cue, inner),
            None if source is None else _span(pieces, shown, source, inner),
            float(inside[first:last].mean()),
        )


def _span(pieces: Pieces, shown: Window, run: tuple[int, int], inner: NDArray[np.bool_]) -> Span:
    """Return a run of pieces as code points, whole words at its edges."""
    first, end = int(shown.places[run[0]]), int(shown.places[run[1] - 1]) + 1
    while first > 0 and inner[first]:
        first -= 1
    while end < len(inner) and inner[end]:
        end += 1
    return Span(int(pieces.starts[first]), int(pieces.ends[end - 1]))


def _mass(queries: Floats, keys: Floats) -> Floats:
    """Return where the pieces of a span point, as one distribution over the window, shape ``(n,)``."""
    scores = queries @ keys.T / np.float32(np.sqrt(keys.shape[1]))
    found: Floats = np.exp(_log_softmax(scores)).mean(axis=0)
    return found


def _on(mass: Floats, run: tuple[int, int]) -> float:
    return float(mass[run[0] : run[1]].sum())


def _heaviest(mass: Floats, runs: Sequence[tuple[int, int]], at_least: float) -> tuple[int, int] | None:
    """Return the run that most of ``mass`` falls on, ``None`` where that is less than ``at_least``."""
    best = max(runs, key=lambda run: _on(mass, run), default=None)
    return best if best is not None and _on(mass, best) >= at_least else None


def _stray(mass: Floats, runs: Sequence[tuple[int, int]], places: Integers, goes_on: Floats) -> tuple[int, int] | None:
    """Return words that much of ``mass`` falls on although no tag makes them a source: the tags may have missed it."""
    free = np.where(places < 0, 0, mass)
    for first, last in runs:
        free[first:last] = 0
    first = int(free.argmax())
    if float(free[max(0, first - 1) : first + 2].sum()) < STRAY_MASS:
        return None
    last = first + 1
    while last < len(places) and places[last] >= 0 and goes_on[last] > GOES_ON:
        last += 1
    return first, last


def _tag_sequence(tags: Floats, places: Integers) -> list[int]:
    """Return the likeliest legal tags of a window, paragraph by paragraph; special pieces are outside."""
    found = [0] * len(places)
    bounds = np.flatnonzero(places < 0).tolist()
    for before, after in pairwise(bounds):
        if after - before > 1:
            found[before + 1 : after] = _viterbi(tags[before + 1 : after])
    return found


def _viterbi(tags: Floats) -> list[int]:
    score = tags[0].copy()
    score[2::2] = _NEVER
    back = np.zeros(tags.shape, np.int64)
    for place in range(1, len(tags)):
        steps = score[:, None] + _ILLEGAL
        back[place] = steps.argmax(axis=0)
        score = steps.max(axis=0) + tags[place]
    path = [int(score.argmax())]
    for place in range(len(tags) - 1, 0, -1):
        path.append(int(back[place][path[-1]]))
    return path[::-1]


def _runs(tags: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Yield role, first piece and end of each tagged run."""
    place = 0
    while place < len(tags):
        tag, first = tags[place], place
        place += 1
        if tag % 2 == 1:
            while place < len(tags) and tags[place] == tag + 1:
                place += 1
            yield (tag - 1) // 2, first, place


def _log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(axis=-1, keepdims=True)
    found: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return found
