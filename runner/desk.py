"""What a screen or a command asks for: one archive with its models, loaded when first needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from claims.records import Article, Extraction, Finding, Judgement, Refusal, TrailSummary, Verdict, digest
from provenance.drafts import check_draft
from provenance.export import export
from runner.local import ingest
from runner.search import Search
from runner.stages import Models, Progress, Report, follow_trails, quiet, recluster_around
from settings import Settings
from store.archive import Archive


class Desk:
    """An archive, its settings and the models that work on it."""

    def __init__(self, settings: Settings, db: Path | str | None = None) -> None:
        self.settings = settings
        self.archive = Archive.open(settings.store.db if db is None else db)
        self.models = Models(settings)
        self._search = Search(self.archive, self.models)

    def close(self) -> None:
        """Close the archive."""
        self.archive.close()

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ingest(
        self, articles: Iterable[Article | Extraction | Refusal], progress: Progress = quiet, workers: int = 1
    ) -> Report:
        """Take articles through to trails. One bad article never stops the rest; a rerun resumes.

        Without articles, it finishes what an interrupted run left, or embeds again for another model.
        """
        return ingest(articles, self.archive, self.models, progress, workers)

    def search(self, query: str, limit: int = 50) -> list[TrailSummary]:
        """Return the clusters nearest to ``query`` by words and by meaning, best first."""
        return self._search.clusters(query, limit)

    def judge(self, left: str, right: str, verdict: Verdict, by: str, note: str | None = None) -> Judgement:
        """Keep a person's decision on two claims and bring their clusters and trails up to date."""
        at = datetime.now().astimezone().isoformat(timespec="microseconds")
        judgement = Judgement(digest(left, right, by, at), left, right, verdict, by, at, note)
        self.archive.add_judgement(judgement)
        recluster_around(self.archive, self.models, {left, right})
        follow_trails(self.archive, self.models)
        return judgement

    def check(self, draft: Article) -> list[Finding]:
        """Return the findings on a draft, in the order of its text."""
        return check_draft(self.models.extractor.extract(draft), self._search)

    def export(self, format: str, clusters: Iterable[str] | None = None) -> Iterator[bytes]:
        """Return the trails of ``clusters`` (all of them if ``None``) in ``format``."""
        trails = self.archive.trails() if clusters is None else (self.archive.trail(id) for id in clusters)
        return export(trails, self.archive.article, format)
