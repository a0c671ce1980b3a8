"""The quote measure: content spans, sources and kinds against PolNeAR-like gold.

Gold and predicted content spans are cut at newlines, trimmed of white space, quotation marks and ``,.;:``
and dropped if no letter or digit is left; then paired one-to-one inside a document, greedily by falling
character IoU, a pair counting at IoU >= 0.3. A part's kind is read off the text: direct if at least 95% of
its letters and digits stand inside quotation marks, indirect if none does, else mixed. *Joint*: the pair
also has overlapping source spans, or neither side has a source.

PolNeAR marks outermost attributions only, so nested ones (``parent`` is set) are left out of the prediction.

*Exact*, for source, cue and content each: F1 of the distinct spans that agree to the word at both ends, edge marks and
white space aside, as taggers of the corpus are measured (CofeNet: Wang et al., COLING 2022).
Run ``python -m benchmarks.quotes [GOLD]``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from benchmarks.gold import folder
from claims.quotation import MARKS, find_quotations, quoted
from claims.records import Attribution, Kind, Span

PAIRED = 0.3
"""Character IoU at which two parts are the same (the measure's definition)."""

_TRIMMED = MARKS + "'‘’‚‹›`" + ",.;:"

ROLES = ("source", "cue", "content")

Predict = Callable[[str], Sequence[Attribution]]


@dataclass(frozen=True, slots=True)
class Part:
    """One contiguous, trimmed piece of an attribution's content."""

    span: Span
    source: Span | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1, each 0 to 1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class QuoteScore:
    """The quote measure over all documents."""

    documents: int
    gold_parts: int
    predicted_parts: int
    span: Figures
    joint: Figures
    direct: Figures
    mixed: Figures
    indirect: Figures
    exact_source: Figures
    exact_cue: Figures
    exact_content: Figures


def score(gold_path: Path, predict: Predict) -> QuoteScore:
    """Return how well ``predict`` (article text to attributions) finds the gold of ``gold_path`` (JSON Lines)."""
    gold_total: list[Part] = []
    predicted_total: list[Part] = []
    pairs: list[tuple[Part, Part]] = []
    documents = 0
    exact: dict[str, list[int]] = {role: [0, 0, 0] for role in ROLES}
    for row in _rows(gold_path):
        documents += 1
        text = row["text"]
        gold = gold_parts(row)
        attributions = predict(text)
        predicted = predicted_parts(text, attributions)
        for role, (marked, found) in exact_spans(row, attributions).items():
            for place, count in enumerate((len(marked & found), len(marked), len(found))):
                exact[role][place] += count
        gold_total += gold
        predicted_total += predicted
        pairs += pair(gold, predicted)
    joint = sum(same_source(left, right) for left, right in pairs)
    kinds = {kind: _of_kind(kind, gold_total, predicted_total, pairs) for kind in Kind}
    return QuoteScore(
        documents=documents,
        gold_parts=len(gold_total),
        predicted_parts=len(predicted_total),
        span=_figures(len(pairs), len(pairs), len(gold_total), len(predicted_total)),
        joint=_figures(joint, joint, len(gold_total), len(predicted_total)),
        direct=kinds[Kind.DIRECT],
        mixed=kinds[Kind.MIXED],
        indirect=kinds[Kind.INDIRECT],
        **{f"exact_{role}": _figures(both, both, marked, found) for role, (both, marked, found) in exact.items()},
    )


def gold_parts(row: dict[str, Any]) -> list[Part]:
    """Return the gold parts of one row."""
    pieces = (
        (
            Span(quote["start"], quote["end"]),
            None if quote["speaker_start"] is None else Span(quote["speaker_start"], quote["speaker_end"]),
        )
        for quote in row["quotes"]
    )
    return _parts(row["text"], pieces)


def predicted_parts(text: str, attributions: Iterable[Attribution]) -> list[Part]:
    """Return the parts of the outermost ``attributions``."""
    return _parts(text, ((span, found.source) for found in attributions if not found.parent for span in found.content))


def exact_spans(row: dict[str, Any], attributions: Iterable[Attribution]) -> dict[str, tuple[set[Span], set[Span]]]:
    """Return the trimmed gold spans and the outermost predicted ones by role."""
    text = row["text"]
    marked: dict[str, set[Span]] = {role: set() for role in ROLES}
    found: dict[str, set[Span]] = {role: set() for role in ROLES}
    for quote in row["quotes"]:
        for role, key in (("source", "speaker_"), ("cue", "cue_"), ("content", "")):
            if quote[f"{key}start"] is not None:
                marked[role].add(Span(quote[f"{key}start"], quote[f"{key}end"]))
    for attribution in attributions:
        if not attribution.parent:
            found["content"].update(attribution.content)
            found["cue"].update(() if attribution.cue is None else (attribution.cue,))
            found["source"].update(() if attribution.source is None else (attribution.source,))

    def trimmed(spans: set[Span]) -> set[Span]:
        return {span for given in spans if (span := _trim(text, given)) is not None}

    return {role: (trimmed(marked[role]), trimmed(found[role])) for role in ROLES}


def pair(gold: Sequence[Part], predicted: Sequence[Part]) -> list[tuple[Part, Part]]:
    """Return gold and predicted parts paired one-to-one, greedily by falling IoU, at ``PAIRED`` or above."""
    scored = sorted(
        (
            (-iou(left.span, right.span), row, column)
            for row, left in enumerate(gold)
            for column, right in enumerate(predicted)
            if left.span.overlaps(right.span)
        ),
    )
    rows: set[int] = set()
    columns: set[int] = set()
    pairs = []
    for negative, row, column in scored:
        if -negative < PAIRED or row in rows or column in columns:
            continue
        rows.add(row)
        columns.add(column)
        pairs.append((gold[row], predicted[column]))
    return pairs


def iou(left: Span, right: Span) -> float:
    """Return the shared code points of two spans over all that either has."""
    shared = max(0, min(left.end, right.end) - max(left.start, right.start))
    return shared / max(1, (left.end - left.start) + (right.end - right.start) - shared)


def same_source(left: Part, right: Part) -> bool:
    """Tell whether both have overlapping sources, or neither has one."""
    if left.source is None or right.source is None:
        return left.source is right.source
    return left.source.overlaps(right.source)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _parts(text: str, pieces: Iterable[tuple[Span, Span | None]]) -> list[Part]:
    mask = quoted(text, find_quotations(text))
    return [
        Part(trimmed, source, _kind(text, trimmed, mask))
        for span, source in pieces
        for line in _lines(text, span)
        if (trimmed := _trim(text, line)) is not None
    ]


def _lines(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for line in span.of(text).split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _trim(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in _TRIMMED):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _TRIMMED):
        end -= 1
    return Span(start, end) if any(character.isalnum() for character in text[start:end]) else None


def _kind(text: str, span: Span, mask: bytearray) -> Kind:
    places = [place for place in range(span.start, span.end) if text[place].isalnum()]
    inside = sum(mask[place] for place in places)
    if inside == 0:
        return Kind.INDIRECT
    return Kind.DIRECT if inside >= 0.95 * len(places) else Kind.MIXED


def _of_kind(
    kind: Kind, gold: Sequence[Part], predicted: Sequence[Part], pairs: Sequence[tuple[Part, Part]]
) -> Figures:
    return _figures(
        sum(right.kind is kind for _, right in pairs),
        sum(left.kind is kind for left, _ in pairs),
        sum(part.kind is kind for part in gold),
        sum(part.kind is kind for part in predicted),
    )


def _figures(right: int, found: int, gold: int, predicted: int) -> Figures:
    precision = right / predicted if predicted else 0.0
    recall = found / gold if gold else 0.0
    return Figures(precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0)


def predictor(model: str) -> Predict:
    """Return what finds the attributions of a bare text with the spaCy model ``model``."""
    from claims.articles import article
    from claims.attributions import find_attributions
    from claims.language import parse

    return lambda text: find_attributions(article(text), parse(text, model))


def main(arguments: Sequence[str]) -> int:
    """Print the measure for one gold file (default: PolNeAR dev)."""
    import settings

    path = Path(arguments[0]) if arguments else folder() / "polnear" / "dev.jsonl"
    if not path.is_file():
        print(f"no gold data at {path}: set CLAIMTRAIL_DATA to the folder that holds polnear/", file=sys.stderr)
        return 1
    result = score(path, predictor(settings.load().claims.spacy_model))
    print(f"{path.name}: {result.documents} documents, {result.gold_parts} gold parts, {result.predicted_parts} found")
    print(f"{'':14}{'P':>7}{'R':>7}{'F1':>7}")
    for name in (
        field.name for field in fields(result) if field.name not in {"documents", "gold_parts", "predicted_parts"}
    ):
        figures: Figures = getattr(result, name)
        print(f"{name.replace('_', ' '):14}{figures.precision:7.1%}{figures.recall:7.1%}{figures.f1:7.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
