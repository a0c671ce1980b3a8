"""Find claims of the archive by words and by meaning together: for a reader's query and for a draft's check."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from claims.errors import NotFound
from claims.records import Claim, Extraction, Match, Trail, TrailSummary
from index.embeddings import embed
from provenance.drafts import likely_articles
from runner.stages import Models
from store.archive import Archive

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FUSION = 60
"""Ranks are fused as 1 / (FUSION + rank), reciprocal rank fusion (Cormack, Clarke and Buettcher 2009)."""

SEEDS = 5
"""How many of the best word matches stand for the query's meaning, so that no model is needed."""


class Search:
    """Hybrid search over one archive, and the ``ArchiveView`` of a draft's check; keeps all vectors in memory."""

    def __init__(self, archive: Archive, models: Models) -> None:
        self.archive = archive
        self.models = models
        self._counted = 0
        self._places: dict[str, int] = {}
        self._vectors: NDArray[np.float32] | None = None

    def clusters(self, query: str, limit: int) -> list[TrailSummary]:
        """Return the clusters nearest to ``query``, best first.

        By words (BM25) and by meaning. The meaning of the query is that of its best word matches
        (pseudo-relevance feedback, Rocchio 1971), so that a search answers at once without a model; only
        where no word is found is the query itself embedded.
        """
        if not query.strip():
            return []
        words = [id for id, _ in self.archive.search_words(query, 4 * limit)]
        best: dict[str, None] = {}
        clusters = self.archive.clusters_of(fused := _fuse(words, self._by_meaning(query, words, 4 * limit)))
        for id in fused:
            if id in clusters:
                best.setdefault(clusters[id])
        return [trail.in_one_line() for trail in map(self._trail, list(best)[:limit]) if trail is not None]

    def _by_meaning(self, query: str, words: Sequence[str], limit: int) -> list[str]:
        vectors = self._read()
        if not len(vectors):
            return []
        seeds = [self._places[id] for id in words[:SEEDS] if id in self._places]
        wanted = vectors[seeds].mean(axis=0) if seeds else embed([query], self.models.encoder)[0]
        return list(self._nearest(wanted, limit))

    def _nearest(self, wanted: NDArray[np.float32], limit: int) -> dict[str, float]:
        import numpy as np

        scores = self._read() @ wanted
        ids = list(self._places)
        return {ids[place]: float(scores[place]) for place in np.argsort(-scores, kind="stable")[:limit]}

    def _read(self) -> NDArray[np.float32]:
        """Return the vectors of all claims but questions, a row each; reads them again where claims have come since."""
        claims = self.archive.counts()["claims"]
        if self._vectors is None or claims != self._counted:
            self._counted = claims
            known = [claim for claim in self.archive.claims() if not claim.asks]
            self._places = {claim.id: place for place, claim in enumerate(known)}
            self._vectors = embed([claim.standalone for claim in known], self.models.encoder, self.archive)
        return self._vectors

    # ------------------------------------------------------------ what a draft's check asks

    def article_count(self) -> int:
        """Return how many articles the archive holds."""
        return self.archive.counts()["articles"]

    def extraction(self, article_id: str) -> Extraction:
        """Return an article with what was found in it."""
        return self.archive.extraction(article_id)

    def articles_with(self, quotes: Sequence[str], limit: int) -> Sequence[Sequence[str]]:
        """Return for each quote the ids of the articles likeliest to hold its words, best first."""
        return likely_articles(quotes, self.archive.articles(), limit)

    def articles_of(self, outlet: str) -> Collection[str]:
        """Return the ids of the articles of an outlet, by any of its names."""
        by_outlet = self.archive.articles_by_outlet()
        table = self.models.outlets.knowing(by_outlet)
        found = table.find(outlet)
        if found is None:
            return ()
        return [id for name, ids in by_outlet.items() if table.canonical(name) == found.name for id in ids]

    def similar_claims(self, claims: Sequence[Claim], limit: int) -> Sequence[Sequence[Match]]:
        """Return for each claim its matches among the archive's, best first: found by words and vectors, judged."""
        if not claims or not len(self._read()):
            return [[] for _ in claims]
        queries = embed([claim.standalone for claim in claims], self.models.encoder, self.archive)
        return [self._judged(claim, query, limit) for claim, query in zip(claims, queries, strict=True)]

    def _judged(self, claim: Claim, query: NDArray[np.float32], limit: int) -> list[Match]:
        near = self._nearest(query, 4 * limit)
        words = [id for id, _ in self.archive.search_words(claim.standalone, limit) if id in self._places]
        vectors = self._read()
        closeness: Mapping[str, float] = near | {id: float(vectors[self._places[id]] @ query) for id in words}
        matcher, ours = self.models.matcher, self.models.matcher.features(claim)
        others = {other.id: matcher.features(other) for other in self.archive.claims(set(closeness))}

        def judged(id: str, infer: bool) -> Match:
            return matcher.judge_features(claim.id, ours, id, others[id], closeness[id], infer)

        # Inference changes no score, so only what is returned needs it.
        nearest = sorted((judged(id, infer=False) for id in others), key=lambda match: (-match.score, match.right))
        return [judged(match.right, infer=True) for match in nearest[:limit]]

    def claim(self, id: str) -> Claim:
        """Return an archived claim."""
        return self.archive.claim(id)

    def trail_of(self, claim_id: str) -> Trail | None:
        """Return the trail of the cluster that an archived claim is in."""
        cluster = self.archive.cluster_of(claim_id)
        return None if cluster is None else self._trail(cluster)

    def _trail(self, cluster: str) -> Trail | None:
        try:
            return self.archive.trail(cluster)
        except NotFound:  # its trail is still being built, by this process or another
            return None


def _fuse(*rankings: Sequence[str]) -> list[str]:
    ranks: dict[str, float] = {}
    for ranking in rankings:
        for rank, id in enumerate(ranking, 1):
            ranks[id] = ranks.get(id, 0.0) + 1 / (FUSION + rank)
    return sorted(ranks, key=lambda id: (-ranks[id], id))
