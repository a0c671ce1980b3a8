"""The stages, by name and in their order, each a function over an archive and the models.

A stage derives what is left to do from what the archive holds, so a run that was interrupted is resumed
by running it again. :mod:`runner.local` runs them here, :mod:`runner.cluster` on many machines.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING

from claims.extraction import Extractor
from claims.records import (
    Article,
    Attribution,
    Claim,
    Cluster,
    Judgement,
    Refusal,
    StanceScores,
    Trail,
)
from index.clashes import clash_rule
from index.clusters import Clusterer
from index.embeddings import Encoder, embed, load_encoder
from index.matching import Matcher
from index.relation import RelationModel, load_relation_model
from index.stance import inference_pairs, judge_stance, stance_rule, surroundings
from provenance.copies import CopyIndex
from provenance.outlets import OutletTable
from provenance.trails import CaseFile, build_trail
from runner.sources import DecidedSources, decided_sources
from settings import Settings
from store.archive import Archive

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Stage(StrEnum):
    """What happens to an article on its way in."""

    READ = "read"
    EXTRACT = "extract"
    COPIES = "copies"
    EMBED = "embed"
    CLUSTER = "cluster"
    TRAIL = "trail"
    FACT_CHECKS = "checks"


Progress = Callable[[Stage, int, int | None, str], None]
"""Called with the stage, how many are done, of how many (``None``: not known), and what was done last."""


TRAILS_AT_ONCE = 500

DECISIONS = "decisions"
"""The stage that is done with a judgement when the clusters hold it."""


def quiet(stage: Stage, done: int, total: int | None, what: str) -> None:
    """Show no progress."""


@dataclass(slots=True)
class Report:
    """What a run did: article ids added and unchanged, what was refused, claims added, clusters touched."""

    added: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    claims: int = 0
    clusters: int = 0


class Models:
    """What the stages work with, each loaded when it is first asked for."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.turn = RLock()
        """Held while clusters or trails are changed, so that what was read is still so when the change is written."""

    @cached_property
    def extractor(self) -> Extractor:
        """Text to claims."""
        return Extractor(self.settings.claims)

    @cached_property
    def encoder(self) -> Encoder:
        """Claims to vectors."""
        return load_encoder(self.settings.index.model)

    @cached_property
    def matcher(self) -> Matcher:
        """Two claims to a relation."""
        return Matcher(self.settings.index, self.settings.claims.spacy_model)

    @cached_property
    def relation(self) -> RelationModel:
        """Does one text entail another."""
        return load_relation_model(self.settings.index.relation)

    @cached_property
    def clusterer(self) -> Clusterer:
        """Claims to clusters."""
        return Clusterer(self.matcher, self.settings.index)

    @cached_property
    def outlets(self) -> OutletTable:
        """Names to outlets."""
        return OutletTable.load(self.settings.provenance.outlets)


def find_copies(archive: Archive, models: Models, progress: Progress = quiet) -> None:
    """Compare every article that has not been compared yet with all that came before it."""
    done = archive.done(Stage.COPIES)
    new = archive.article_ids() - done
    if not new:
        return
    copies = CopyIndex(models.outlets, models.settings.provenance)
    for count, article in enumerate(archive.articles(), 1):
        found = copies.add(article)
        if article.id in new:
            archive.save_copies(found)
            archive.mark_done(Stage.COPIES, [article.id])
        progress(Stage.COPIES, count, len(new) + len(done), article.title or article.id)


def cluster_claims(archive: Archive, models: Models, progress: Progress = quiet) -> None:
    """Embed what is new and bring the clusters up to date, with decisions too that an interrupted run left.

    When the model of the archive's vectors is not the one in the settings, everything is embedded again.
    """
    stage = f"{Stage.CLUSTER}:{models.encoder.name}"
    claims = _stated(archive)
    touched = {claim.id for claim in claims} - archive.done(stage)
    if not touched and not _open_decisions(archive):
        return
    # Before, not after: a run stopped halfway leaves clusters that are right for neither model.
    for other in archive.stages() if touched else ():
        if other.startswith(f"{Stage.CLUSTER}:") and other != stage:
            archive.forget_done(other)
    # Takes the longest by far, and others may decide meanwhile.
    _embed([claim for claim in claims if claim.id in touched], archive, models, progress)
    with models.turn:
        claims = _stated(archive)
        touched = {claim.id for claim in claims} - archive.done(stage)
        _recluster(archive, models, claims, touched, progress)
        archive.mark_done(stage, touched)


def _embed(claims: list[Claim], archive: Archive, models: Models, progress: Progress) -> NDArray[np.float32]:
    def embedded(done: int, total: int) -> None:
        progress(Stage.EMBED, done, total, "sentences")

    return embed([claim.standalone for claim in claims], models.encoder, archive, embedded)


def _recluster(
    archive: Archive, models: Models, claims: list[Claim], touched: Collection[str], progress: Progress = quiet
) -> None:
    vectors = _embed(claims, archive, models, progress)
    progress(Stage.CLUSTER, 0, 1, "comparing claims")
    joined = [place for place, claim in enumerate(claims) if claim.supports]  # an opinion supports nothing
    compared = [claims[place] for place in joined]
    open = _open_decisions(archive)
    touched = {*touched, *(claim for judgement in open for claim in (judgement.left, judgement.right))}
    change = models.clusterer.update(compared, vectors[joined], archive.judgements(), archive.clusters(), touched)
    archive.save_clusters(change.changed, change.gone)
    archive.mark_done(DECISIONS, (judgement.id for judgement in open))
    progress(Stage.CLUSTER, 1, 1, f"{len(change.changed)} clusters")


def _open_decisions(archive: Archive) -> list[Judgement]:
    """Return the judgements that the clusters may not hold yet: new ones, or kept just before a power cut."""
    done = archive.done(DECISIONS)
    return [judgement for judgement in archive.judgements(all=True) if judgement.id not in done]


def cluster_decisions(archive: Archive, models: Models) -> None:
    """Cluster again around the claims of people's new decisions."""
    with models.turn:
        _recluster(archive, models, _stated(archive), ())


def _stated(archive: Archive) -> list[Claim]:
    return [claim for claim in archive.claims() if not claim.asks]


def outdate_trails(archive: Archive, models: Models) -> None:
    """Let every trail be built again where something else said what its passages do with their claims, or which figures
    of theirs are at odds."""
    stage = f"{Stage.TRAIL}:{stance_rule(models.relation)}+{clash_rule()}"
    known = [other for other in archive.stages() if other.startswith(f"{Stage.TRAIL}:")]
    if known != [stage]:
        archive.outdate_all_trails()
        for other in known:
            archive.forget_done(other)
        archive.mark_done(stage, [Stage.TRAIL])


def follow_trails(
    archive: Archive, models: Models, progress: Progress = quiet, decided: DecidedSources | None = None
) -> tuple[int, list[Refusal]]:
    """Build the trail of every cluster whose trail is missing or older than the cluster.

    ``decided`` is what people decided on sources, where the caller has it at hand. Returns how many were built, and the
    clusters whose trail could not be.
    """
    stale = _by_arrival(archive.clusters_without_trail(), archive)
    refused: list[Refusal] = []
    if stale and decided is None:
        decided = decided_sources(archive, models.outlets)
    # An outlet that is cited is known by its articles, also where none of them makes the claim.
    outlets = models.outlets.knowing(archive.outlet_names() if stale else [])
    for first in range(0, len(stale), TRAILS_AT_ONCE):
        group = stale[first : first + TRAILS_AT_ONCE]
        with models.turn:
            # A decision made meanwhile may have changed some, and brought their trails up to date.
            still = {cluster.id: cluster for cluster in archive.clusters_without_trail({one.id for one in group})}
            case = case_of(still.values(), archive, decided or {}, models.relation)
            trails = [_trail(still[each.id], case, outlets, models.settings) for each in group if each.id in still]
            refused += [trail for trail in trails if isinstance(trail, Refusal)]
            archive.save_trails(trail for trail in trails if isinstance(trail, Trail))
        progress(Stage.TRAIL, first + len(group), len(stale), "trails")
    return len(stale) - len(refused), refused


def _by_arrival(clusters: list[Cluster], archive: Archive) -> list[Cluster]:
    """Clusters of the same articles side by side, so that an article is read once or twice and not for each."""
    known = archive.claims({cluster.representative for cluster in clusters})
    places = {claim.id: place for place, claim in enumerate(known)}
    return sorted(clusters, key=lambda cluster: places[cluster.representative])


def _trail(cluster: Cluster, case: CaseFile, outlets: OutletTable, settings: Settings) -> Trail | Refusal:
    try:
        return build_trail(cluster, case, outlets, settings.provenance)
    except Exception as error:  # one bad article never stops the rest: it is reported, not lost
        text = case.claims[cluster.representative].text
        return Refusal(
            f"the trail of {text!r}", f"could not be built ({type(error).__name__}: {error}); please report it"
        )


def case_of(
    clusters: Collection[Cluster], archive: Archive, decided: DecidedSources, model: RelationModel | None = None
) -> CaseFile:
    """Return all that the archive holds on the articles of ``clusters`` and of those that they are linked to, with what
    people decided on sources. ``model`` says what a passage does with its claim; ``None``: the one that ships."""
    model = model or load_relation_model()
    wanted = {cluster.id: cluster for cluster in clusters}
    links = (link for cluster in clusters for link in cluster.links)
    linked = {link.cluster for link in links} - set(wanted)
    wanted |= {id: archive.cluster(id) for id in linked}
    members = archive.claims({member.claim for cluster in wanted.values() for member in cluster.members})
    read = [archive.extraction(id) for id in {claim.article: None for claim in members}]
    claims = {claim.id: claim for extraction in read for claim in extraction.claims}
    attributions = {each.id: each for extraction in read for each in extraction.attributions}
    articles = {extraction.article.id: extraction.article for extraction in read}
    stated = {member.claim: claims[cluster.representative] for cluster in clusters for member in cluster.members}
    pairs = [pair for id, claim in stated.items() for pair in inference_pairs(claim.standalone, claims[id].text)]
    model.scores(pairs)  # side by side, and remembered
    stances = {id: _stance(claim, claims[id], articles, attributions, model) for id, claim in stated.items()}
    copies, page_links = archive.copies(articles), archive.page_links(articles)
    return CaseFile(
        articles,
        claims,
        attributions,
        copies,
        stances,
        wanted,
        decided,
        page_links,
        archive.outlets_by_host() if page_links else {},
        model,
        {extraction.article.id: extraction.attributions for extraction in read},
    )


def _stance(
    stated: Claim,
    claim: Claim,
    articles: Mapping[str, Article],
    attributions: Mapping[str, Attribution],
    model: RelationModel,
) -> StanceScores:
    """Return what the passage of ``claim`` does with what its cluster states."""
    around = surroundings(articles[claim.article].text, claim.start, claim.end)
    said_by = attributions.get(claim.attribution or "")
    return judge_stance(
        stated.standalone,
        claim.text,
        said_by,
        *around,
        model,
        worded=True,
        denies_before=claim.denies_before,
        said=claim.standalone,
    )
