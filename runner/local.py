"""Run the stages here: extraction in parallel processes, the rest in this one."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from claims.errors import ClaimtrailError, DoesNotFit, ModelError
from claims.extraction import Extractor
from claims.records import Article, Extraction, Refusal
from runner.factchecks import match_fact_checks
from runner.stages import (
    Models,
    Progress,
    Report,
    Stage,
    cluster_claims,
    find_copies,
    follow_trails,
    outdate_trails,
    quiet,
)
from settings import Claims
from store.archive import Archive

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_extractor: Extractor | None = None  # one for each worker process


def ingest(
    articles: Iterable[Article | Extraction | Refusal],
    archive: Archive,
    models: Models,
    progress: Progress = quiet,
    workers: int = 1,
) -> Report:
    """Take articles through to trails. One bad article never stops the rest; a rerun resumes.

    Raises:
        ModelError: a model of the settings cannot be loaded; nothing is kept that could not be clustered.
    """
    report = Report()
    for extraction in extract(_new(articles, archive, models, report, progress), models, workers):
        if isinstance(extraction, Refusal):
            report.refused.append(extraction)
        else:
            _keep(extraction, archive, models, report)
        done = len(report.added) + len(report.unchanged) + len(report.refused)
        progress(Stage.EXTRACT, done, None, f"{report.claims:,} claims")
    find_copies(archive, models, progress)
    cluster_claims(archive, models, progress)
    outdate_trails(archive, models)
    report.clusters, refused = follow_trails(archive, models, progress)
    report.refused += refused
    match_fact_checks(archive, models, progress)
    return report


def _keep(extraction: Extraction, archive: Archive, models: Models, report: Report) -> None:
    """Add one article to the archive; one that does not fit is refused and costs the others nothing."""
    try:
        added = archive.add(extraction, models.extractor.version)
    except DoesNotFit as error:
        report.refused.append(Refusal(extraction.article.title or extraction.article.id, str(error)))
        return
    if added:
        report.added.append(extraction.article.id)
        report.claims += len(extraction.claims)


def _new(
    articles: Iterable[Article | Extraction | Refusal],
    archive: Archive,
    models: Models,
    report: Report,
    progress: Progress,
) -> Iterator[Article | Extraction | Refusal]:
    known = archive.article_ids()
    for count, item in enumerate(articles, 1):
        if isinstance(item, Refusal):
            yield item
            continue
        article = item.article if isinstance(item, Extraction) else item
        progress(Stage.READ, count, None, article.title or article.id)
        if article.id in known:
            report.unchanged.append(article.id)
        else:
            known.add(article.id)
            # Loads a model whose dimensions are not known beforehand: that it cannot be loaded must be heard of
            # before the archive holds half of the work.
            _ = models.encoder.dimensions
            yield item


def extract(
    articles: Iterable[Article | Extraction | Refusal], models: Models, workers: int = 1
) -> Iterator[Extraction | Refusal]:
    """Yield an extraction for each article, in their order; what is extracted or refused already passes through.

    Raises:
        ModelError: the language model cannot be loaded.
        ClaimtrailError: a worker process was ended from outside.
    """
    if workers <= 1:
        for item in articles:
            yield _extract(item, models.extractor) if isinstance(item, Article) else item
        return
    # "spawn": forking a process in which torch or a web server runs threads can hang.
    context = multiprocessing.get_context("spawn")
    with _one_thread_each(), ProcessPoolExecutor(workers, context, _start_worker, (models.settings.claims,)) as pool:
        waiting: deque[Future[Extraction | Refusal] | Extraction | Refusal] = deque()
        try:
            for item in articles:
                with _interrupts_kept_from_workers():
                    waiting.append(pool.submit(_extract, item) if isinstance(item, Article) else item)
                if len(waiting) > 8 * workers:
                    yield _result(waiting.popleft())
            while waiting:
                yield _result(waiting.popleft())
        except BrokenProcessPool as error:
            raise ClaimtrailError(
                "a process that analyses articles was ended, by lack of memory perhaps; what was done is kept: "
                "run the same command again with CLAIMTRAIL_RUNNER_WORKERS=1"
            ) from error
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Let the processes that start inside do their sums on one thread: two a core wait for one another, at twice the
    cost (``python -m benchmarks.speed``)."""
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _interrupts_kept_from_workers() -> Iterator[None]:
    """Ctrl-C goes to every process of a terminal, but this one alone is to answer; a new process inherits the mask."""
    if not hasattr(signal, "pthread_sigmask"):  # not on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _start_worker(settings: Claims) -> None:
    global _extractor
    _extractor = Extractor(settings)
    threading.Thread(target=_end_with_parent, daemon=True).start()  # or it would wait for work for ever


def _result(item: Future[Extraction | Refusal] | Extraction | Refusal) -> Extraction | Refusal:
    return item.result() if isinstance(item, Future) else item


def _extract(article: Article, extractor: Extractor | None = None) -> Extraction | Refusal:
    worker = extractor or _extractor
    assert worker is not None
    try:
        return worker.extract(article)
    except ModelError:  # no article can be analysed
        raise
    except Exception as error:  # one bad article never stops the rest: it is reported, not lost
        name = article.title or article.url or f"article {article.id}"
        return Refusal(name, f"could not be analysed ({type(error).__name__}: {error}); please report this text")
