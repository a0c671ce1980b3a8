"""The quality figures, each with its gold file, the bar that it is held to elsewhere, and how it is measured."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import checkworthiness, clustering, gold, judged, quotes, retrieval, speakers, stance

FLOORS = Path(__file__).with_name("floors.json")

MARGIN = 0.01
"""What a floor leaves below the figure that it was set from: numerical libraries differ between machines."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A gold file (relative to the gold folder) and what is measured on it: figures from 0 to 1 by name."""

    name: str
    file: str
    measure: Callable[[Path], Mapping[str, float]]
    peers: str


@dataclass(frozen=True, slots=True)
class Floor:
    """The least that a figure may be on gold data with this fingerprint."""

    least: float
    data: str


def _quotes(path: Path) -> Mapping[str, float]:
    from settings import Settings

    found = quotes.score(path, quotes.predictor(Settings().claims.spacy_model))
    return {
        "joint F1": found.joint.f1,
        "span F1": found.span.f1,
        "direct F1": found.direct.f1,
        "mixed F1": found.mixed.f1,
        "indirect F1": found.indirect.f1,
        "exact source F1": found.exact_source.f1,
        "exact cue F1": found.exact_cue.f1,
        "exact content F1": found.exact_content.f1,
    }


def _speakers(path: Path) -> Mapping[str, float]:
    from settings import Settings

    found = speakers.score(list(speakers.answers(path, Settings().claims.spacy_model)))
    return {
        "answers": found.answers,
        "right among answers": found.right,
        "not wrongly named": 1 - found.wrong,
        "type": found.types,
    }


def _checkworthiness(path: Path) -> Mapping[str, float]:
    found = checkworthiness.score(path)
    return {"F1": found.f1, "average precision": found.average_precision}


def _clustering(path: Path) -> Mapping[str, float]:
    found = clustering.score(path.parents[1])
    return {"B-cubed F1": found.folds.bcubed, "pairwise F1": found.folds.pairwise}


def _retrieval(path: Path) -> Mapping[str, float]:
    found = retrieval.score(path.parents[1])
    return {"MAP@5": found.map5, "recall@20": found.recall20}


def _stance(path: Path) -> Mapping[str, float]:
    found = stance.score(path)
    return {"accuracy": found.accuracy, "macro F1": found.macro_f1}


def _judged(path: Path) -> Mapping[str, float]:
    found = judged.figures(path, "tuned")
    return {name: found[name] for name in judged.OF_SCORES}


BENCHMARKS = (
    Benchmark(
        "quotes, PolNeAR dev",
        "polnear/dev.jsonl",
        _quotes,
        "joint F1: textacy .21, Gender Gap Tracker .479 (direct .861), Citron retrained .579, a second human .756; "
        "exact: CofeNet .832 / .753 / .729",
    ),
    Benchmark("speakers, 25 PolNeAR dev articles", "polnear/dev.jsonl", _speakers, "none published"),
    Benchmark(
        "check-worthiness, ClaimBuster test",
        "checkworthy/claimbuster_test.jsonl",
        _checkworthiness,
        "MiniLM and logistic regression .845 / .939",
    ),
    Benchmark(
        "clusters, Emergent headlines, 5 folds by claim",
        "claims/emergent_dev.jsonl",
        _clustering,
        "average linkage of MiniLM cosine .875 / .692, with words .892 / .742",
    ),
    Benchmark(
        "earlier claims, CLEF 2020 task 2 dev",
        "claims/clef20t2_dev.jsonl",
        _retrieval,
        "MAP@5: tf-idf .676, MiniLM .794, hybrid .833",
    ),
    Benchmark(
        "stance, Emergent headlines, 5 folds by claim",
        "claims/emergent_dev.jsonl",
        _stance,
        "headline-only tf-idf .654 / .635; published accuracy .73",
    ),
    Benchmark(
        "one claim or two, pairs of real sentences, tuned half",
        judged.ARTICLES,
        _judged,
        "two readers agree on .95 of the pairs",
    ),
)


def measure(benchmark: Benchmark) -> Mapping[str, float] | None:
    """Return the figures of ``benchmark``; ``None`` where its gold data is not there."""
    path = gold.folder() / benchmark.file
    return benchmark.measure(path) if path.is_file() else None


def floors() -> dict[str, dict[str, Floor]]:
    """Return the committed floors by benchmark and figure."""
    values = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    return {name: {figure: Floor(**floor) for figure, floor in figures.items()} for name, figures in values.items()}


def raised(benchmark: Benchmark, figures: Mapping[str, float], old: Mapping[str, Floor]) -> dict[str, Floor]:
    """Return the floors that ``figures`` earn, never below the ``old`` ones of the same data."""
    data = gold.fingerprint(gold.folder() / benchmark.file)

    def floor(name: str, value: float) -> Floor:
        before = old.get(name)
        kept = before.least if before is not None and before.data == data else 0.0
        return Floor(max(kept, round(value - MARGIN, 3)), data)

    return {name: floor(name, value) for name, value in figures.items()}


def below(figures: Mapping[str, float], least: Mapping[str, Floor]) -> Iterator[str]:
    """Yield a line for each figure that is under its floor, or that is no longer measured."""
    for name, floor in least.items():
        value = figures.get(name)
        if value is None or value < floor.least:
            yield f"{name}: {value if value is None else round(value, 4)}, the floor is {floor.least}"
