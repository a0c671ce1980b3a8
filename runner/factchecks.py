"""Earlier fact-checks: kept, compared with the claims of the archive, shown with the clusters that they match."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from claims.records import Claim, Cluster, FactCheck, FactCheckMatch, Match, Refusal, Relation, digest
from index.earlier import ABOUT, MOST, EarlierClaims, nearest, sure
from index.embeddings import embed
from index.matching import RULE
from runner.stages import Models, Progress, Stage, quiet
from store.archive import Archive

if TYPE_CHECKING:
    from index.embeddings import Vectors

AT_ONCE = 1000
"""Fact-checks or claims between two points from which an interrupted run goes on."""

Item = TypeVar("Item")


@dataclass(slots=True)
class FactCheckReport:
    """What a load did: ids of fact-checks added and unchanged, what was refused, clusters that a fact-check matches."""

    added: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    clusters: int = 0


def load_fact_checks(
    checks: Iterable[FactCheck | Refusal], archive: Archive, models: Models, progress: Progress = quiet
) -> FactCheckReport:
    """Keep fact-checks and compare what is new. One bad row never stops the rest; a rerun resumes.

    Raises:
        ModelError: the embedding model cannot be loaded; what was read is kept and compared by a later run.
    """
    report = FactCheckReport()
    waiting = iter(checks)
    while some := list(islice(waiting, AT_ONCE)):
        given = [each for each in some if isinstance(each, FactCheck)]
        report.refused += [each for each in some if isinstance(each, Refusal)]
        new = archive.fact_checks.add(given)
        for id in (check.id for check in given):
            (report.added if id in new else report.unchanged).append(id)
            new.discard(id)  # a second time in one file is no second one
        done = len(report.added) + len(report.unchanged) + len(report.refused)
        progress(Stage.READ, done, None, given[-1].claim if given else "")
    match_fact_checks(archive, models, progress)
    report.clusters = len(clusters_matched(archive, models))
    return report


def match_fact_checks(archive: Archive, models: Models, progress: Progress = quiet) -> None:
    """Compare every claim with every fact-check that it has not been compared with.

    First new fact-checks with the claims that are done, then new claims with all fact-checks. When the embedding model,
    the rule or a threshold is another one, everything is compared again.
    """
    wordings = archive.fact_checks.wordings()
    if not wordings:
        return
    stage = f"{Stage.FACT_CHECKS}:{digest(models.encoder.name, RULE, models.settings.index)}"
    # Before, not after: a run stopped halfway leaves matches that are right for neither.
    if others := [each for each in archive.stages() if each.startswith(f"{Stage.FACT_CHECKS}:") and each != stage]:
        archive.fact_checks.forget_matches(others)
    done = archive.done(stage)
    claims = [claim for claim in archive.claims() if claim.supports]
    known = [claim for claim in claims if claim.id in done]
    new_wordings = {id: text for id, text in wordings.items() if id not in done}
    new_claims = [claim for claim in claims if claim.id not in done]
    total = len(new_wordings) + len(new_claims)
    count = 0

    def embedded(done: int, total: int) -> None:
        progress(Stage.EMBED, done, total, "fact-checks")

    embed(list(new_wordings.values()), models.encoder, archive, embedded)
    for group in _groups(list(new_wordings), AT_ONCE):
        earlier = _earlier({id: wordings[id] for id in group}, archive, models)
        archive.fact_checks.save_matches(_compare(earlier, known, archive, models), stage, group, MOST)
        count += len(group)
        progress(Stage.FACT_CHECKS, count, total, "fact-checks")
    if not new_claims:
        return
    earlier = _earlier(wordings, archive, models)
    for some in _groups(new_claims, AT_ONCE):
        found = _compare(earlier, some, archive, models)
        archive.fact_checks.save_matches(found, stage, [claim.id for claim in some], MOST)
        count += len(some)
        progress(Stage.FACT_CHECKS, count, total, "claims")


def _groups(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    return (items[first : first + size] for first in range(0, len(items), size))


def _earlier(wordings: Mapping[str, str], archive: Archive, models: Models) -> EarlierClaims:
    vectors = embed(list(wordings.values()), models.encoder, archive)
    return EarlierClaims(wordings, vectors, models.matcher)


def _compare(earlier: EarlierClaims, claims: Sequence[Claim], archive: Archive, models: Models) -> list[Match]:
    vectors = embed([claim.standalone for claim in claims], models.encoder, archive)
    return earlier.matches(claims, vectors)


# ---------------------------------------------------------------- what a reader asks


def fact_checks_of(cluster: Cluster, archive: Archive, models: Models) -> list[FactCheckMatch]:
    """Return the fact-checks that match a cluster or may, best first; of each the latest verdict and those before."""
    matches = archive.fact_checks.matches([member.claim for member in cluster.members])
    return _told(nearest(matches, cluster.representative, models.settings.index), archive, models)


def fact_checks_of_claims(
    claims: Sequence[Claim], vectors_of: Callable[[Sequence[Claim]], Vectors], archive: Archive, models: Models
) -> dict[str, list[FactCheckMatch]]:
    """Return for claims that are in no archive, such as a draft's, the fact-checks that surely match each.

    ``vectors_of`` gives a row for each claim, and is asked only where there are fact-checks; nothing is kept of them.
    """
    wordings = archive.fact_checks.wordings()
    if not wordings or not claims:
        return {}
    found: dict[str, list[FactCheckMatch]] = {}
    for match in _earlier(wordings, archive, models).matches(claims, vectors_of(claims)):
        if sure(match, models.settings.index):
            found.setdefault(match.left, []).extend(_told([match], archive, models))
    return found


def clusters_matched(archive: Archive, models: Models, cluster_ids: Collection[str] | None = None) -> set[str]:
    """Return the clusters, all or those of ``cluster_ids``, that a fact-check surely matches."""
    return archive.fact_checks.clusters_matched(models.settings.index.join, ABOUT, cluster_ids)


def _told(matches: Sequence[Match], archive: Archive, models: Models) -> list[FactCheckMatch]:
    checks = archive.fact_checks.of({match.right for match in matches})
    return [
        FactCheckMatch(
            latest,
            match.left,
            match.score,
            match.relation,
            match.reasons,
            sure(match, models.settings.index),
            tuple(before),
        )
        for match in matches
        for latest, *before in checks.get(match.right, [])
    ]


def verdict_in_words(match: FactCheckMatch) -> str:
    """Return a fact-check and its verdict in a line: the claim, the rating, by whom, when and where."""
    check = match.check
    said = f" (said by {check.claimant})" if check.claimant else ""
    rating = f"rated {check.rating}" if check.rating else "rating unknown"
    contrary = "the contrary was checked" if match.relation is Relation.CONTRADICTS else "checked before"
    return ", ".join(
        [
            f"{contrary}: “{check.claim}”{said}",
            f"{rating} by {check.publisher or 'a fact-checker who is not named'}",
            f"on {check.reviewed[:10]}" if check.reviewed else "date unknown",
            *([check.url] if check.url else []),
        ]
    )
