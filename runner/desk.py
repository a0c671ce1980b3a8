"""What a screen or a command asks for: one archive with its models, loaded when first needed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from claims.errors import ClaimtrailError, NotFound
from claims.records import (
    Article,
    Checked,
    Extraction,
    FactCheck,
    FactCheckMatch,
    Finding,
    Judgement,
    Refusal,
    Relation,
    Span,
    Suggestion,
    TrailSummary,
    Verdict,
    digest,
)
from claims.runtime import collect_seldom
from index.earlier import ABOUT
from provenance.drafts import check_draft
from provenance.export import export
from provenance.exports.archived import Archived
from provenance.registry import Registry
from provenance.report import write_docx, write_html
from runner.factchecks import (
    FactCheckReport,
    clusters_matched,
    fact_checks_of,
    fact_checks_of_claims,
    load_fact_checks,
    verdict_in_words,
)
from runner.local import ingest
from runner.search import Search
from runner.sources import DecidedSources, SourceFile
from runner.stages import Models, Progress, Report, cluster_decisions, follow_trails, quiet
from settings import Settings
from store.archive import Archive
from store.datasette import write_copy

KEPT = 256
"""Articles that an export keeps at hand, beside the one that it writes of."""

REPORTS = {"docx": write_docx, "html": write_html}
"""The forms of a report on a draft, by the ending of a file's name."""


class Desk:
    """An archive, its settings and the models that work on it."""

    def __init__(self, settings: Settings, db: Path | str | None = None) -> None:
        collect_seldom()
        self.settings = settings
        self.db = Path(settings.store.db if db is None else db)
        self.archive = Archive.open(self.db)
        self.models = Models(settings)
        self._search = Search(self.archive, self.models)
        self._sources = SourceFile(self.archive)

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

    def load_fact_checks(self, checks: Iterable[FactCheck | Refusal], progress: Progress = quiet) -> FactCheckReport:
        """Keep earlier fact-checks and compare them with every claim. One bad row never stops the rest."""
        return load_fact_checks(checks, self.archive, self.models, progress)

    def fact_checks(self, cluster: str) -> list[FactCheckMatch]:
        """Return the earlier fact-checks that match a cluster or may, the best first.

        Raises:
            NotFound: there are fact-checks, and no such cluster.
        """
        if not self.archive.fact_checks.count():  # most archives: no cluster need be read
            return []
        return fact_checks_of(self.archive.cluster(cluster), self.archive, self.models)

    def fact_checked(self, clusters: Collection[str]) -> set[str]:
        """Return those of ``clusters`` that an earlier fact-check surely matches."""
        return clusters_matched(self.archive, self.models, clusters)

    def search(self, query: str, limit: int = 50) -> list[TrailSummary]:
        """Return the clusters nearest to ``query`` by words and by meaning, best first."""
        return self._search.clusters(query, limit)

    def judge(self, left: str, right: str, verdict: Verdict, by: str, note: str | None = None) -> Judgement:
        """Keep a person's decision on two claims and bring their clusters and trails up to date.

        Raises:
            NotFound: one of the claims is not here (any decision can be withdrawn).
            ArchiveError: ``left`` and ``right`` are one claim.
        """
        here = {claim.id for claim in self.archive.claims([left, right])}
        if verdict is not Verdict.WITHDRAWN and (missing := [id for id in (left, right) if id not in here]):
            raise NotFound(
                f"no claim {missing[0]!r} to decide on: name the id of a claim, as suggestions and trails do"
            )
        at = datetime.now().astimezone().isoformat(timespec="microseconds")
        judgement = Judgement(digest(left, right, by, at), left, right, verdict, by, at, note)
        self.archive.add_judgement(judgement)
        cluster_decisions(self.archive, self.models)
        follow_trails(self.archive, self.models, decided=self._decided())
        return judgement

    def decision_on(self, left: str, right: str) -> Judgement | None:
        """Return the decision that stands on two claims, whichever stands left; ``None`` where none does."""
        latest = [one for one in self.archive.judgements() if {one.left, one.right} == {left, right}]
        return next((one for one in latest if one.verdict is not Verdict.WITHDRAWN), None)

    def next_suggestion(
        self, relation: Relation, skipped: Collection[frozenset[str]] = ()
    ) -> tuple[Suggestion | None, dict[Relation, int]]:
        """Return the closest pair of ``relation`` that nobody decided on, and how many there are of each relation.

        Pairs of claims that are ``skipped`` are counted, but passed over.
        """
        # Every skipped pair may stand before it, and no more than those.
        found, counts = self.archive.suggestions(relation, limit=len(skipped) + 1)
        return next((one for one in found if frozenset((one.left.claim, one.right.claim)) not in skipped), None), counts

    def decided_today(self) -> int:
        """Return on how many pairs of claims a decision stands that was made today, on this machine's clock."""
        today = datetime.now().astimezone().date()
        standing = (one for one in self.archive.judgements() if one.verdict is not Verdict.WITHDRAWN)
        return sum(datetime.fromisoformat(one.at).astimezone().date() == today for one in standing)

    def sources(self) -> Registry:
        """Return who is quoted in the archive, and which names a person should look at."""
        return self._sources.registry(self.models.outlets)

    def judge_sources(self, left: str, right: str, verdict: Verdict, by: str, note: str | None = None) -> Judgement:
        """Keep a person's decision on two names in articles and bring the trails that have both up to date.

        Raises:
            NotFound: nobody is quoted under one of the names (any decision can be withdrawn).
            ArchiveError: ``left`` and ``right`` are one name.
        """
        before = self.sources()
        if verdict is not Verdict.WITHDRAWN and (missing := [id for id in (left, right) if before.of(id) is None]):
            raise NotFound(f"nobody is quoted as {missing[0].partition(' ')[2]!r} in that article any more")
        at = datetime.now().astimezone().isoformat(timespec="microseconds")
        judgement = Judgement(digest(left, right, by, at), left, right, verdict, by, at, note)
        self.archive.add_source_judgement(judgement)
        pairs = [(registry.of(left), registry.of(right)) for registry in (before, self.sources())]
        found = [(one, other) for one, other in pairs if one is not None and other is not None]
        # What changes is told of trails that have both sides: look for them in the state in which they are two.
        for one, other in [pair for pair in found if pair[0].id != pair[1].id] or found[:1]:
            self.archive.outdate_trails(*({named.article for named in each.names} for each in (one, other)))
        follow_trails(self.archive, self.models, decided=self._decided())
        return judgement

    def _decided(self) -> DecidedSources:
        """What people decided on sources; works out none where nobody did."""
        return self.sources().decided if self.archive.source_judgements() else {}

    def check(self, draft: Article) -> list[Finding]:
        """Return the findings on a draft, in the order of its text; what it asks needs none."""
        found = self.models.extractor.extract(draft)
        stated = tuple(claim for claim in found.claims if not claim.asks)
        findings = check_draft(replace(found, claims=stated), self._search)
        checked = fact_checks_of_claims(stated, self._search.vectors, self.archive, self.models)
        told = {claim.span: tuple(map(verdict_in_words, checked[claim.id])) for claim in stated if claim.id in checked}
        return [
            replace(finding, reasons=finding.reasons + told.get(Span(finding.start, finding.end), ()))
            if finding.what is Checked.CLAIM
            else finding
            for finding in findings
        ]

    def report(self, draft: Article, findings: Sequence[Finding], form: str) -> bytes:
        """Return the findings on a draft as a file with notes in its margin: ``docx`` or ``html``.

        Raises:
            ClaimtrailError: there is no such form.
        """
        if form not in REPORTS:
            raise ClaimtrailError(f"there is no report {form!r}; there are {', '.join(REPORTS)}")
        return REPORTS[form](draft, findings, self.archive.article)

    def export(self, format: str, clusters: Iterable[str] | None = None) -> Iterator[bytes]:
        """Return the trails of ``clusters`` (all of them if ``None``) in ``format``."""
        trails = self.archive.trails() if clusters is None else (self.archive.trail(id) for id in clusters)

        def fact_checks(cluster: str) -> list[FactCheckMatch]:
            try:
                return self.fact_checks(cluster)
            except NotFound:  # gone since its trail was read
                return []

        # One article comes with many claims, and claims of one story come near each other.
        article = lru_cache(KEPT)(self.archive.article)
        archived = Archived(article, self.archive.claims, self.archive.attributions, fact_checks)
        return export(trails, archived, format)

    def export_datasette(self, folder: Path) -> list[Path]:
        """Write a copy of the archive for Datasette into ``folder``; return its files. Raises ArchiveError."""
        return write_copy(self.db, folder, self.settings.index.join, ABOUT)
