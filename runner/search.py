"""Find claims of the archive by words and by meaning together: for a reader's query and for a draft's check."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from claims.errors import NotFound
from claims.records import Claim, Extraction, Match, Trail, TrailSummary
from index.earlier import ABOUT
from index.embeddings import embed
from index.features import Features
from index.matching import Compared
from provenance.outlets import OutletTable
from provenance.turns import follows
from runner.stages import Models
from store.archive import Archive

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FUSION = 60
"""Ranks are fused as 1 / (FUSION + rank), reciprocal rank fusion (Cormack, Clarke and Buettcher 2009)."""

SEEDS = 5
"""How many of the best word matches stand for the query's meaning, so that no model is needed."""

SHORTLIST = 2
"""Claims nearest by meaning that are compared, for each that is wanted."""

ASKED = 4
"""Nearest claims of which the relation model is asked at a time: while one of them is the same or at odds, of as many
more."""

AT_ONCE = 64
"""Claims of a draft whose vectors are laid beside all others at a time: 25 MB for a hundred thousand."""

UNKEPT = 5_000
"""Vectors of drafts' texts that are remembered, never stored: 8 MB."""

REMEMBERED = 50_000
"""Claims whose features are kept: about 100 MB."""


class Search:
    """Hybrid search over one archive, and the ``ArchiveView`` of a draft's check; keeps all vectors in memory."""

    def __init__(self, archive: Archive, models: Models) -> None:
        self.archive = archive
        self.models = models
        self._counted = 0
        self._places: dict[str, int] = {}
        self._ids: list[str] = []
        self._vectors: NDArray[np.float32] | None = None
        self._features: dict[str, Features] = {}
        self._outlets: tuple[int, list[str], OutletTable] | None = None
        self._unkept = _Unkept(archive)

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
        return self._best(self._read() @ wanted, limit)

    def _best(self, scores: NDArray[np.float32], limit: int) -> dict[str, float]:
        """Return the claims of the highest scores, highest first."""
        import numpy as np

        top = np.argpartition(-scores, limit)[:limit] if limit < len(scores) else np.arange(len(scores))
        order = sorted((-float(scores[place]), int(place)) for place in top)
        return {self._ids[place]: -score for score, place in order}

    def _read(self) -> NDArray[np.float32]:
        """Return the vectors of all claims but questions, a row each; reads them again where claims have come since."""
        claims = self.archive.claim_count()
        if self._vectors is None or claims != self._counted:
            self._counted = claims
            known = self.archive.stated()
            self._ids = list(known)
            self._places = {id: place for place, id in enumerate(self._ids)}
            self._vectors = embed(list(known.values()), self.models.encoder, self.archive)
        return self._vectors

    # ------------------------------------------------------------ what a draft's check asks

    def article_count(self) -> int:
        """Return how many articles the archive holds."""
        return self.archive.article_count()

    def attributed(self, article_ids: Collection[str]) -> Mapping[str, Extraction]:
        """Return articles by id, each with what is attributed in it."""
        return self.archive.attributed(article_ids)

    def articles_with(self, quotes: Sequence[str], limit: int) -> Sequence[Sequence[str]]:
        """Return for each quote the ids of the articles likeliest to hold its words, best first."""
        return self.archive.articles_like(quotes, limit)

    def follows(self, pairs: Sequence[tuple[str, str]]) -> Sequence[float]:
        """Return the probability that the second text of each pair follows from the first."""
        return follows(pairs, self.models.relation)

    def articles_of(self, outlet: str) -> Collection[str]:
        """Return the ids of the articles of an outlet, by any of its names."""
        names, table = self._read_outlets()
        found = table.find(outlet)
        if found is None:
            return ()
        return self.archive.articles_of([name for name in names if table.canonical(name) == found.name])

    def _read_outlets(self) -> tuple[list[str], OutletTable]:
        """Return the names of outlets in the archive and a table that knows them; read again where articles came."""
        articles = self.archive.article_count()
        if self._outlets is None or self._outlets[0] != articles:
            names = self.archive.outlet_names()
            self._outlets = articles, names, self.models.outlets.knowing(names)
        return self._outlets[1:]

    def similar_claims(self, claims: Sequence[Claim], limit: int) -> Sequence[Sequence[Match]]:
        """Return for each claim its matches among the archive's, best first: found by words and vectors, judged."""
        if not claims or not len(self._read()):
            return [[] for _ in claims]
        matcher = self.models.matcher
        queries = self.vectors(claims)
        closeness = self._close(claims, queries, limit)
        self._know({id for near in closeness for id in near})
        ours = [matcher.features(claim) for claim in claims]
        pairs = [
            (claim, features, self._nearest_of(features, near, limit))
            for claim, features, near in zip(claims, ours, closeness, strict=True)
        ]
        return self._judged(pairs, limit)

    def vectors(self, claims: Sequence[Claim]) -> NDArray[np.float32]:
        """Return the vectors of a draft's claims, which are not kept in the archive: one row each."""
        return embed([claim.standalone for claim in claims], self.models.encoder, self._unkept)

    def _close(self, claims: Sequence[Claim], queries: NDArray[np.float32], limit: int) -> list[dict[str, float]]:
        """Return for each claim those that may match it, by meaning and by words, with the cosines of their vectors."""
        vectors, found = self._read(), []
        by_words = self.archive.claims_like([claim.standalone for claim in claims], limit)
        for first in range(0, len(claims), AT_ONCE):
            some = slice(first, first + AT_ONCE)
            for ids, scores in zip(by_words[some], queries[some] @ vectors.T, strict=True):
                words = [id for id in ids if id in self._places]
                near = self._best(scores, SHORTLIST * limit)
                found.append(near | {id: float(scores[self._places[id]]) for id in words})
        return found

    def _know(self, ids: set[str]) -> None:
        """Work out the features of claims, each once while it is remembered."""
        if len(self._features) + len(ids) > REMEMBERED:
            self._features.clear()
        for claim in self.archive.claims(ids - self._features.keys()):
            self._features[claim.id] = self.models.matcher.features(claim)

    def _nearest_of(self, ours: Features, near: Mapping[str, float], limit: int) -> dict[str, float]:
        """Return those of ``near`` that are likest; what differs is judged later."""
        likeness = {id: self.models.matcher.likeness(ours, self._features[id], cosine) for id, cosine in near.items()}
        likest = sorted(near, key=lambda id: (-likeness[id], id))[:limit]
        return {id: near[id] for id in likest}

    def _judged(self, pairs: Sequence[tuple[Claim, Features, Mapping[str, float]]], limit: int) -> list[list[Match]]:
        """Judge the nearest of each claim, a few at a time, as long as they turn out to be about the same.

        What a pair entails is asked last, and for all claims at once: it costs most, and it changes no score.
        """
        matcher = self.models.matcher

        @cache
        def compared(n: int, id: str) -> Compared:
            return matcher.compare(pairs[n][1], self._features[id])

        def judge(n: int, id: str, infer: bool) -> Match:
            claim, ours, near = pairs[n]
            return matcher.judge_features(claim.id, ours, id, self._features[id], near[id], infer, compared(n, id))

        def may_tell(n: int, id: str) -> bool:
            return self._may_tell(pairs[n][1], id, pairs[n][2][id], compared(n, id))

        found = [
            sorted((judge(n, id, False) for id in near), key=_best_first)[:limit]
            for n, (_, _, near) in enumerate(pairs)
        ]
        asking = list(range(len(pairs)))
        for first in range(0, limit, ASKED):
            batch = {n: range(first, min(first + ASKED, len(found[n]))) for n in asking}
            asked = {
                n: [place for place in places if may_tell(n, found[n][place].right)] for n, places in batch.items()
            }
            matcher.model.scores(  # side by side, and remembered
                [
                    texts
                    for n, places in asked.items()
                    for id in (found[n][place].right for place in places)
                    for texts in matcher.questions(pairs[n][1], self._features[id], pairs[n][2][id], compared(n, id))
                ]
            )
            for n, places in asked.items():
                for place in places:
                    found[n][place] = judge(n, found[n][place].right, True)
            asking = [n for n in batch if any(found[n][place].relation in ABOUT for place in batch[n])]
        return found

    def _may_tell(self, ours: Features, id: str, cosine: float, compared: Compared) -> bool:
        """Tell whether what a pair entails may make it the same or at odds; else its relation stands without.

        Below ``suggest`` it is neither; of others it is never the same.
        """
        settings, theirs = self.models.settings.index, self._features[id]
        likeness = self.models.matcher.likeness(ours, theirs, cosine)
        differs = self.models.matcher.difference(ours, theirs, compared)
        return likeness >= (settings.turned if differs.other else settings.suggest)

    def claims(self, ids: Collection[str]) -> Mapping[str, Claim]:
        """Return archived claims by id."""
        return {claim.id: claim for claim in self.archive.claims(ids)}

    def trails_of(self, claim_ids: Collection[str]) -> Mapping[str, Trail]:
        """Return for each archived claim the trail of its cluster, where it has one yet."""
        clusters = self.archive.clusters_of(claim_ids)
        trails = {cluster: self._trail(cluster) for cluster in set(clusters.values())}
        return {claim: trail for claim, cluster in clusters.items() if (trail := trails[cluster]) is not None}

    def _trail(self, cluster: str) -> Trail | None:
        try:
            return self.archive.trail(cluster)
        except NotFound:  # its trail is still being built, by this process or another
            return None


class _Unkept:
    """The vectors of an archive to look up; what is new is only remembered for a while: a draft leaves no trace."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._remembered: dict[str, bytes] = {}

    def load_vectors(self, model: str, hashes: Sequence[str]) -> dict[str, bytes]:
        """Return what is remembered or archived of ``hashes``."""
        found = {key: self._remembered[key] for key in hashes if key in self._remembered}
        return found | self._archive.load_vectors(model, [key for key in hashes if key not in found])

    def save_vectors(self, model: str, vectors: Mapping[str, bytes]) -> None:
        """Remember ``vectors``, of the one model that a search has; forget all others where they become too many."""
        if len(self._remembered) + len(vectors) > UNKEPT:
            self._remembered = {}
        self._remembered |= vectors


def _best_first(match: Match) -> tuple[float, str]:
    return -match.score, match.right


def _fuse(*rankings: Sequence[str]) -> list[str]:
    ranks: dict[str, float] = {}
    for ranking in rankings:
        for rank, id in enumerate(ranking, 1):
            ranks[id] = ranks.get(id, 0.0) + 1 / (FUSION + rank)
    return sorted(ranks, key=lambda id: (-ranks[id], id))
