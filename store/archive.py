"""The archive: articles, what was found in them, and what people decided, in one SQLite file."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from claims.errors import ArchiveError, NotFound
from claims.records import (
    Article,
    Attribution,
    Claim,
    Cluster,
    Copy,
    Extraction,
    Judgement,
    Link,
    Relation,
    Suggestion,
    Trail,
    TrailSummary,
    Verdict,
    to_json,
)
from store import asking, rows
from store.connection import Connection
from store.factchecks import FactChecks

PAGE = 200
"""Records that an iterator fetches at a time, so that nobody waits for its reader."""

LEAST_OF_BEST = 0.4
"""Share of the best article's BM25 score that another must have to be read for a quotation: an altered or shortened
printing of a quotation has about half of its rare words. Chosen by reason; benchmarks/drafts.py holds it."""

COUNTED = ("articles", "attributions", "claims", "clusters", "trails", "judgements", "copies", "vectors")


class Archive:
    """All that Claimtrail keeps. One connection behind a lock: several threads may use it, and several processes
    the same file (WAL: readers never wait for the writer).

    Every method raises ArchiveError where SQLite cannot do its work (disk full, file locked for too long); whatever
    a method writes is written whole or not at all.
    """

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self.fact_checks = FactChecks(connection)

    @classmethod
    def open(cls, path: Path | str) -> Archive:
        """Return the archive at ``path`` (``":memory:"``: one that is gone when closed), made or brought up to date.

        Raises:
            ArchiveError: ``path`` is no Claimtrail archive, cannot be written, or comes from a newer Claimtrail. The
                file is left as it was.
        """
        return cls(Connection(path))

    def close(self) -> None:
        """Close the file. What was written stays; the archive cannot be used any more."""
        self._db.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ------------------------------------------------------------ articles

    def add(self, extraction: Extraction, extractor: str) -> bool:
        """Keep an article with all found in it by the version ``extractor``; return whether it is new.

        An article that is known already stays as it is.

        Raises:
            ArchiveError: the extraction does not fit its article (a claim's text is not what stands at its place, an
                id occurs twice...); nothing of it is kept.
        """
        article = extraction.article
        _check(extraction)
        attributions = [rows.attribution_row(attribution, article.id) for attribution in extraction.attributions]
        claims = [rows.claim_row(claim) for claim in extraction.claims]
        with self._db.writing():
            if self._db.rows("SELECT 1 FROM articles WHERE id = ?", article.id):
                return False
            self._db.insert("articles", [rows.article_row(article, extractor)])
            links = dict.fromkeys(article.links)
            self._db.insert("page_links", [{"article": article.id, **to_json(link)} for link in links])
            self._db.insert("attributions", attributions)
            self._db.insert("claims", claims)
        return True

    def article(self, id: str) -> Article:
        """Return an article. Raises NotFound."""
        found = self._db.rows("SELECT * FROM articles WHERE id = ?", id)
        if not found:
            raise NotFound(f"no article {id!r} in {self._db.name}")
        return rows.read_article(found[0])

    def articles(self) -> Iterator[Article]:
        """Yield all articles in the order in which they came."""
        last = 0
        while page := self._db.rows("SELECT * FROM articles WHERE arrival > ? ORDER BY arrival LIMIT ?", last, PAGE):
            yield from map(rows.read_article, page)
            last = page[-1]["arrival"]

    def article_ids(self) -> set[str]:
        """Return the ids of all articles."""
        return {row["id"] for row in self._db.rows("SELECT id FROM articles")}

    def articles_of(self, outlets: Collection[str]) -> list[str]:
        """Return the ids of the articles of outlets, by the names that the articles give."""
        return [row["id"] for row in self._db.rows_of("SELECT id FROM articles WHERE outlet IN ({ids})", outlets)]

    def extraction(self, article_id: str) -> Extraction:
        """Return an article with its attributions and claims, equal to what was added. Raises NotFound."""
        attributions = self._db.rows("SELECT * FROM attributions WHERE article = ? ORDER BY arrival", article_id)
        claims = self._db.rows("SELECT * FROM claims WHERE article = ? ORDER BY arrival", article_id)
        return Extraction(
            article=self.article(article_id),
            attributions=tuple(map(rows.read_attribution, attributions)),
            claims=tuple(map(rows.read_claim, claims)),
        )

    def page_links(self, article_ids: Collection[str]) -> dict[str, tuple[Link, ...]]:
        """Return where the pages of articles linked to, in the order of their texts, for those that had links."""
        found: dict[str, tuple[Link, ...]] = {}
        query = 'SELECT * FROM page_links WHERE article IN ({ids}) ORDER BY article, "start", "end", url'
        for row in self._db.rows_of(query, article_ids):
            link = Link(row["start"], row["end"], row["url"])
            found[row["article"]] = (*found.get(row["article"], ()), link)
        return found

    def outlets_by_host(self) -> dict[str, str]:
        """Return whose articles stand on which host, without "www."; a host of several outlets is left out."""
        found: dict[str, set[str]] = {}
        for row in self._db.rows("SELECT url, outlet FROM articles WHERE url IS NOT NULL AND outlet IS NOT NULL"):
            if host := urlsplit(row["url"]).hostname:
                found.setdefault(host.removeprefix("www."), set()).add(row["outlet"])
        return {host: next(iter(outlets)) for host, outlets in found.items() if len(outlets) == 1}

    def attributed(self, article_ids: Collection[str]) -> dict[str, Extraction]:
        """Return those of the articles that are here, by id, with their attributions and without their claims."""
        found = [
            rows.read_article(row)
            for row in self._db.rows_of("SELECT * FROM articles WHERE id IN ({ids})", article_ids)
        ]
        attributions = self.attributions_in([article.id for article in found])
        return {article.id: Extraction(article, tuple(attributions[article.id]), ()) for article in found}

    def claim(self, id: str) -> Claim:
        """Return a claim. Raises NotFound."""
        found = self._db.rows("SELECT * FROM claims WHERE id = ?", id)
        if not found:
            raise NotFound(f"no claim {id!r} in {self._db.name}")
        return rows.read_claim(found[0])

    def claims(self, ids: Collection[str] | None = None) -> list[Claim]:
        """Return all claims, or those of ``ids`` that are here, in the order in which they came."""
        if ids is None:
            found = self._db.rows("SELECT * FROM claims ORDER BY arrival")
        else:
            found = self._db.rows_of("SELECT * FROM claims WHERE id IN ({ids})", ids)
            found.sort(key=lambda row: row["arrival"])
        return [rows.read_claim(row) for row in found]

    def article_count(self) -> int:
        """Return how many articles there are."""
        return int(self._db.rows("SELECT COUNT(*) AS n FROM articles")[0]["n"])

    def claim_count(self) -> int:
        """Return how many claims there are."""
        return int(self._db.rows("SELECT COUNT(*) AS n FROM claims")[0]["n"])

    def stated(self) -> dict[str, str]:
        """Return what each claim that asks nothing says by itself, by id, in the order in which they came."""
        found = self._db.rows("SELECT id, standalone, flags FROM claims ORDER BY arrival")
        return {row["id"]: row["standalone"] for row in found if '"question"' not in row["flags"]}

    def attributions(self, ids: Collection[str]) -> dict[str, Attribution]:
        """Return those attributions of ``ids`` that are here, by id."""
        found = self._db.rows_of("SELECT * FROM attributions WHERE id IN ({ids})", ids)
        return {row["id"]: rows.read_attribution(row) for row in found}

    def attributions_in(self, article_ids: Collection[str]) -> dict[str, list[Attribution]]:
        """Return the attributions of each of the articles, in the order of the text."""
        found = self._db.rows_of("SELECT * FROM attributions WHERE article IN ({ids}) ORDER BY arrival", article_ids)
        read: dict[str, list[Attribution]] = {id: [] for id in article_ids}
        for row in found:
            read[row["article"]].append(rows.read_attribution(row))
        return read

    # ------------------------------------------------------------ vectors, judgements, copies

    def load_vectors(self, model: str, hashes: Sequence[str]) -> dict[str, bytes]:
        """Return those vectors of ``model`` that are here, by text hash."""
        found = self._db.rows_of("SELECT hash, vector FROM vectors WHERE model = ? AND hash IN ({ids})", hashes, model)
        return {row["hash"]: row["vector"] for row in found}

    def save_vectors(self, model: str, vectors: Mapping[str, bytes]) -> None:
        """Keep vectors of ``model`` by text hash."""
        with self._db.writing():
            self._db.insert(
                "vectors", [{"model": model, "hash": h, "vector": v} for h, v in vectors.items()], "OR REPLACE"
            )

    def add_judgement(self, judgement: Judgement) -> None:
        """Keep a person's decision on two claims for good; adding the same one again changes nothing.

        Raises:
            ArchiveError: ``at`` is no date-time with an offset, the two claims are one, or another judgement has the
                id.
        """
        self._keep_judgement("judgements", judgement, "claim")

    def judgements(self, all: bool = False) -> list[Judgement]:
        """Return the judgements in the order in which they were added: the latest (by ``at``) of each pair of
        claims, whichever stands left, or ``all``."""
        return self._judgements("judgements", all)

    def add_source_judgement(self, judgement: Judgement) -> None:
        """Keep a person's decision on two sources, each the id of a name in an article, as ``add_judgement`` does."""
        self._keep_judgement("source_judgements", judgement, "source")

    def source_judgements(self, all: bool = False) -> list[Judgement]:
        """Return the judgements on sources as ``judgements`` does those on claims."""
        return self._judgements("source_judgements", all)

    def _keep_judgement(self, table: str, judgement: Judgement, what: str) -> None:
        _moment(judgement)
        if judgement.left == judgement.right:
            raise ArchiveError(f"judgement {judgement.id!r} is about {what} {judgement.left!r} and itself: name two")
        with self._db.lock:
            known = self._db.rows(f"SELECT * FROM {table} WHERE id = ?", judgement.id)
            if known and rows.read_judgement(known[0]) != judgement:
                raise ArchiveError(f"there is another judgement {judgement.id!r}; none is overwritten")
            if not known:
                # An article can be read again, a person's decision cannot: wait until it is on the disk.
                self._db.wait_for_disk(True)
                try:
                    with self._db.writing():
                        self._db.insert(table, [to_json(judgement)])
                finally:
                    self._db.wait_for_disk(False)

    def _judgements(self, table: str, all: bool) -> list[Judgement]:
        judgements = [rows.read_judgement(row) for row in self._db.rows(f"SELECT * FROM {table} ORDER BY arrival")]
        if all:
            return judgements
        by_time = sorted(enumerate(judgements), key=lambda numbered: _moment(numbered[1]))
        latest = {frozenset((one.left, one.right)): number for number, one in by_time}
        return [judgements[number] for number in sorted(latest.values())]

    def save_copies(self, copies: Iterable[Copy]) -> None:
        """Keep copies; one of the same two articles replaces what was known of them."""
        copied = [to_json(copy) for copy in copies]
        with self._db.writing():
            self._db.insert("copies", copied, "OR REPLACE")

    def copies(self, article_ids: Collection[str] | None = None) -> list[Copy]:
        """Return all copies, or those that have one of ``article_ids`` on either side, ordered by ids."""
        if article_ids is None:
            found = self._db.rows("SELECT * FROM copies")
        else:
            found = self._db.rows_of("SELECT * FROM copies WHERE article IN ({ids})", article_ids)
            found += self._db.rows_of('SELECT * FROM copies WHERE "of" IN ({ids})', article_ids)
        return sorted({rows.read_copy(row) for row in found}, key=lambda copy: (copy.article, copy.of))

    # ------------------------------------------------------------ clusters

    def clusters(self) -> list[Cluster]:
        """Return all clusters, ordered by id."""
        return self._clusters("TRUE")

    def clusters_without_trail(self, ids: Collection[str] | None = None) -> list[Cluster]:
        """Return the clusters (of ``ids``) that have no trail, or changed since theirs was saved, ordered by id."""
        return self._clusters("NOT trail_is_current", ids)

    def _clusters(self, where: str, ids: Collection[str] | None = None) -> list[Cluster]:
        with self._db.lock:
            if ids is None:
                return self._whole(self._db.rows(f"SELECT * FROM clusters WHERE {where} ORDER BY id"))
            found = self._db.rows_of(f"SELECT * FROM clusters WHERE {where} AND id IN ({{ids}})", ids)
            return self._whole(sorted(found, key=lambda row: str(row["id"])))

    def _whole(self, clusters: Sequence[Mapping[str, Any]]) -> list[Cluster]:
        """Return the clusters of rows of ``clusters`` with their members and links."""
        ids = [row["id"] for row in clusters]
        members = self._db.rows_of(f"SELECT * FROM members WHERE cluster IN ({{ids}}) {_IN_ORDER}", ids)
        links = self._db.rows_of(f"SELECT * FROM cluster_links WHERE cluster IN ({{ids}}) {_IN_ORDER}", ids)
        members_of, links_of = ({id: list(own) for id, own in groupby(some, _cluster)} for some in (members, links))
        return [rows.read_cluster(row, members_of.get(row["id"], ()), links_of.get(row["id"], ())) for row in clusters]

    def cluster(self, id: str) -> Cluster:
        """Return a cluster, or the one that it went into. Raises NotFound."""
        with self._db.lock:
            id = self._standing(id)
            [found] = self._db.rows("SELECT * FROM clusters WHERE id = ?", id)
            members = self._db.rows("SELECT * FROM members WHERE cluster = ? ORDER BY place", id)
            links = self._db.rows("SELECT * FROM cluster_links WHERE cluster = ? ORDER BY place", id)
        return rows.read_cluster(found, members, links)

    def cluster_of(self, claim_id: str) -> str | None:
        """Return the id of the cluster that a claim is in."""
        return self.clusters_of([claim_id]).get(claim_id)

    def clusters_of(self, claim_ids: Collection[str]) -> dict[str, str]:
        """Return the id of the cluster of each claim that is in one."""
        found = self._db.rows_of("SELECT claim, cluster FROM members WHERE claim IN ({ids})", claim_ids)
        return {row["claim"]: row["cluster"] for row in found}

    def cluster_at(self, article: str, start: int, end: int) -> str | None:
        """Return the id of the cluster of the claim that stands at a place of an article."""
        found = self._db.rows(
            "SELECT cluster FROM claims JOIN members ON members.claim = claims.id"
            ' WHERE article = ? AND "start" = ? AND "end" = ? ORDER BY claims.arrival',
            article,
            start,
            end,
        )
        return found[0]["cluster"] if found else None

    def stories(self) -> list[frozenset[str]]:
        """Return the articles of each cluster that has several."""
        found = self._db.rows(
            "SELECT DISTINCT members.cluster, claims.article FROM members JOIN claims ON claims.id = members.claim"
            " ORDER BY members.cluster"
        )
        articles = (frozenset(row["article"] for row in own) for _, own in groupby(found, _cluster))
        return [story for story in articles if len(story) > 1]

    def save_clusters(self, changed: Iterable[Cluster], gone: Mapping[str, str | None]) -> None:
        """Keep new and changed clusters and drop those that are ``gone`` with their trails.

        Their ids lead on to the cluster that ``gone`` gives, if any, and so do links of other clusters to them. A trail
        is no longer current once its cluster changed, or a cluster that contradicts it. Where somebody is cited or
        quoted, clusters that are only suggested count as well: what was said may stand there in other words.

        Raises:
            ArchiveError: a claim would be in two clusters, a representative is no member, or a claim or a linked
                cluster is not here; nothing is changed.
        """
        changed = list(changed)
        for cluster in changed:
            if cluster.representative not in {member.claim for member in cluster.members}:
                raise ArchiveError(
                    f"cluster {cluster.id!r} has the representative {cluster.representative!r}, no member"
                )
        members = [row for cluster in changed for row in rows.member_rows(cluster)]
        links = [row for cluster in changed for row in rows.link_rows(cluster)]
        leading = [{"old": old, "new": new} for old, new in gone.items()]
        with self._db.writing():
            known = self._db.rows_of("SELECT * FROM clusters WHERE id IN ({ids})", [cluster.id for cluster in changed])
            before = {cluster.id: cluster for cluster in self._whole(known)}
            standing = [
                {
                    "id": cluster.id,
                    "representative": cluster.representative,
                    "as_told": cluster.id in before and _told(before[cluster.id]) == _told(cluster),
                    "as_linked": cluster.id in before and _linked(before[cluster.id]) == _linked(cluster),
                }
                for cluster in changed
            ]
            self._db.each("DELETE FROM members WHERE cluster = :id", standing)
            self._db.each("DELETE FROM cluster_links WHERE cluster = :id", standing)
            self._db.each("DELETE FROM forwarding WHERE old = :id", standing)
            self._db.each(_LINKED_TO, leading)
            self._db.each(_LEAD_LINKS_ON, leading)
            self._db.each("DELETE FROM clusters WHERE id = :old", leading)
            self._db.insert("forwarding", leading, "OR REPLACE")
            # No REPLACE: it would delete the row, and with it the trail that is shown until the next is ready.
            self._db.each(
                "INSERT INTO clusters (id, representative) VALUES (:id, :representative)"
                " ON CONFLICT (id) DO UPDATE SET representative = excluded.representative,"
                " trail_is_current = trail_is_current AND :as_told AND (:as_linked OR NOT EXISTS"
                " (SELECT 1 FROM trails WHERE trails.cluster = clusters.id AND trails.rests_on_linked))",
                standing,
            )
            self._db.insert("members", members)
            self._db.insert("cluster_links", links)
            self._db.each(_RESTING_ON, [row for row in standing if not row["as_told"]])

    def _standing(self, id: str) -> str:
        """Return ``id``, or the first cluster that stands on the way on from it."""
        found = self._db.rows(_WAY_ON, id)
        if not found:
            raise NotFound(f"no cluster {id!r} in {self._db.name}")
        return str(found[0]["id"])

    # ------------------------------------------------------------ what a person should look at

    def suggestions(
        self, relation: Relation | None = None, limit: int | None = None, offset: int = 0
    ) -> tuple[list[Suggestion], dict[Relation, int]]:
        """Return a page of the pairs of clusters that a person should look at, and how many there are of each relation.

        These are the clusters that a link calls related or contradicting, each pair once, the closest first, ties by
        id; not those on which a decision stands (``decided_pairs``).

        Args:
            relation: Only pairs with this relation on the page; a pair with links of both contradicts.
            limit: Pairs on a page; ``None`` for all.
            offset: Pairs before this page.
        """
        with self._db.lock:
            open = self._open_links()
            chosen = [link for link in open if relation in (None, link["relation"])]
            chosen.sort(key=lambda link: (-link["score"], _pair(link)))
            page = chosen[max(offset, 0) :][: None if limit is None else max(limit, 0)]
            reasons = self._db.rows_of(
                "SELECT cluster, place, reasons FROM cluster_links WHERE cluster IN ({ids})",
                [_cluster(r) for r in page],
            )
            sides = self._db.rows_of(
                "SELECT clusters.id AS cluster, claims.id AS claim, claims.text FROM clusters"
                " JOIN claims ON claims.id = clusters.representative WHERE clusters.id IN ({ids})",
                [id for link in page for id in _pair(link)],
            )
        told = {(row["cluster"], row["place"]): row["reasons"] for row in reasons}
        side_of = {_cluster(row): rows.read_side(row) for row in sides}
        counts = Counter(Relation(link["relation"]) for link in open)
        found = [
            rows.read_suggestion(
                {**link, "reasons": told[link["cluster"], link["place"]]}, *(side_of[id] for id in _pair(link))
            )
            for link in page
        ]
        return found, dict(counts)

    def _open_links(self) -> list[dict[str, Any]]:
        """Return a link for each pair of clusters on which no decision stands: of several, one at odds, the closest."""
        # Here and not in SQL, so that one scan gives the page and the counts: half a second for 60,000 links.
        links = self._db.rows(
            "SELECT cluster, other, relation, score, place FROM cluster_links WHERE relation IN (?, ?)",
            Relation.RELATED.value,
            Relation.CONTRADICTS.value,
        )
        decided = self.decided_pairs()
        best: dict[tuple[str, str], tuple[Any, ...]] = {}
        for link in links:
            rank = link["relation"] != Relation.CONTRADICTS, -link["score"], link["cluster"], link["place"]
            pair = _pair(link)
            if pair not in decided and (pair not in best or rank < best[pair][0]):
                best[pair] = rank, link
        return [link for _, link in best.values()]

    def decided_pairs(self) -> set[tuple[str, str]]:
        """Return the pairs of clusters, each in order of their ids, between members of which a decision stands.

        Of each two claims the latest judgement stands; one that withdraws leaves none.
        """
        with self._db.lock:
            standing = [one for one in self.judgements() if one.verdict is not Verdict.WITHDRAWN]
            home = self.clusters_of({claim for one in standing for claim in (one.left, one.right)})
        both = ((home.get(one.left), home.get(one.right)) for one in standing)
        return {(min(a, b), max(a, b)) for a, b in both if a is not None and b is not None and a != b}

    # ------------------------------------------------------------ trails

    def save_trails(self, trails: Iterable[Trail]) -> None:
        """Keep trails; each replaces the one that its cluster had.

        Raises:
            ArchiveError: a trail's cluster is not here; none is kept.
        """
        trails = list(trails)
        lines = [rows.trail_row(trail) for trail in trails]
        wholes = [{"cluster": trail.id, "trail": rows.dumps(trail)} for trail in trails]
        flags = [{"flag": flag, "cluster": trail.id} for trail in trails for flag in dict.fromkeys(trail.flags)]
        outlets = [
            {"outlet": outlet, "cluster": trail.id}
            for trail in trails
            for outlet in dict.fromkeys(appearance.outlet for appearance in trail.appearances)
            if outlet is not None
        ]
        with self._db.writing():
            known = {
                row["id"]
                for row in self._db.rows_of("SELECT id FROM clusters WHERE id IN ({ids})", [t.id for t in trails])
            }
            if unknown := sorted({trail.id for trail in trails} - known):
                raise ArchiveError(
                    f"{self._db.name} has no cluster {', '.join(unknown)}: save clusters before their trails"
                )
            self._db.each("DELETE FROM trails WHERE cluster = :cluster", lines)
            self._db.insert("trails", lines)
            self._db.insert("trail_wholes", wholes)
            self._db.insert("trail_flags", flags)
            self._db.insert("trail_outlets", outlets)
            self._db.each("UPDATE clusters SET trail_is_current = 1 WHERE id = :cluster", lines)

    def outdate_trails(self, left: Collection[str], right: Collection[str]) -> int:
        """Let the trails be built again that have an article of ``left`` and one of ``right``; return how many."""
        sql = (
            "SELECT DISTINCT members.cluster FROM claims JOIN members ON members.claim = claims.id"
            " WHERE claims.article IN ({ids})"
        )
        with self._db.lock:
            both = set.intersection(*({_cluster(row) for row in self._db.rows_of(sql, ids)} for ids in (left, right)))
            with self._db.writing():
                self._db.each(
                    "UPDATE clusters SET trail_is_current = 0 WHERE id = :id", [{"id": id} for id in sorted(both)]
                )
        return len(both)

    def outdate_all_trails(self) -> None:
        """Let every trail be built again."""
        with self._db.writing():
            self._db.each("UPDATE clusters SET trail_is_current = 0 WHERE trail_is_current", [{}])

    def trail(self, id: str) -> Trail:
        """Return the trail of a cluster, or of the one that it went into. Raises NotFound."""
        with self._db.lock:
            id = self._standing(id)
            found = self._db.rows("SELECT trail FROM trail_wholes WHERE cluster = ?", id)
        if not found:
            raise NotFound(f"cluster {id!r} in {self._db.name} has no trail yet: ingest again")
        return rows.read_trail(found[0]["trail"])

    def trails(self) -> Iterator[Trail]:
        """Yield all trails, ordered by id."""
        ids = [row["cluster"] for row in self._db.rows("SELECT cluster FROM trails ORDER BY cluster")]
        for start in range(0, len(ids), PAGE):
            page = self._db.rows_of(
                "SELECT trail FROM trail_wholes WHERE cluster IN ({ids}) ORDER BY cluster", ids[start : start + PAGE]
            )
            yield from (rows.read_trail(row["trail"]) for row in page)

    def trail_summaries(
        self,
        *,
        words: str | None = None,
        outlet: str | None = None,
        flag: str | None = None,
        stance: str | None = None,
        min_articles: int = 1,
        order: str = "articles",
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[list[TrailSummary], int]:
        """Return a page of trails in one line each, and how many there are on all pages.

        Args:
            words: All of these words (and "phrases") stand in one of the cluster's claims.
            outlet: The claim appears in this outlet, by its exact name.
            flag: The trail has this flag.
            stance: At least one article takes this stance.
            min_articles: The claim appears in at least so many articles.
            order: ``articles`` (most first), ``first_seen`` (earliest first, unknown last), ``origins`` (most
                independent first) or ``text``; ties by id.
            limit: Trails on a page; ``None`` for all.
            offset: Trails before this page.

        Raises:
            ArchiveError: there is no such stance or order.
        """
        chosen = asking.trail_filter(words, outlet, flag, stance, min_articles)
        terms = asking.order_by(order)
        with self._db.lock:
            [counted] = self._db.rows(f"SELECT COUNT(*) AS n FROM trails WHERE {chosen.where}", *chosen.parameters)
            page = self._db.rows(
                f"SELECT * FROM trails WHERE {chosen.where} ORDER BY {terms} LIMIT ? OFFSET ?",
                *chosen.parameters,
                -1 if limit is None else max(limit, 0),
                max(offset, 0),
            )
        return [rows.read_summary(row) for row in page], counted["n"]

    def search_words(self, query: str, limit: int) -> list[tuple[str, float]]:
        """Return up to ``limit`` claims that share words with ``query``: ids with BM25 scores, best (highest) first."""
        wanted = asking.any_of(query)
        if wanted is None:
            return []
        # FTS5 gives BM25 times -1, so that the best sorts first.
        found = self._db.rows(
            "SELECT claims.id, -best.score AS score FROM (SELECT rowid, bm25(claims_fts) AS score FROM claims_fts"
            " WHERE claims_fts MATCH ? ORDER BY score, rowid LIMIT ?) AS best"
            " JOIN claims ON claims.arrival = best.rowid ORDER BY best.score, best.rowid",
            wanted,
            max(limit, 0),
        )
        return [(row["id"], row["score"]) for row in found]

    def articles_like(self, texts: Sequence[str], limit: int) -> list[list[str]]:
        """Return for each quotation the ids of up to ``limit`` articles that share most with it, best first.

        They are ranked by its rarest words and the runs of words around them (BM25); those that share much less than
        the best one are left out.
        """
        return [
            [id for id, score in found if score >= found[0][1] * LEAST_OF_BEST]
            for found in self._like("articles", texts, asking.RUNS, limit)
        ]

    def claims_like(self, texts: Sequence[str], limit: int) -> list[list[str]]:
        """Return for each text the ids of up to ``limit`` claims that share most of its rarest words (BM25), best
        first: quicker than ``search_words`` where there are many claims, and blind to common words."""
        return [[id for id, _ in found] for found in self._like("claims", texts, 0, limit)]

    def _like(self, table: str, texts: Sequence[str], runs: int, limit: int) -> Iterator[list[tuple[str, float]]]:
        words = [asking.folded(text) for text in texts]
        # Counting a common word means to walk through all articles that have it: once, not for each text.
        distinct = dict.fromkeys(word for each in words for word in each)
        rows = self._db.rows_of("SELECT term, doc FROM article_words WHERE term IN ({ids})", distinct)
        counted = {row["term"]: row["doc"] for row in rows}
        for each in words:
            wanted = asking.rarest(each, counted, runs)
            yield [] if wanted is None else self._ranked(table, wanted, limit)

    def _ranked(self, table: str, wanted: str, limit: int) -> list[tuple[str, float]]:
        found = self._db.rows(
            f"SELECT {table}.id, -best.score AS score FROM (SELECT rowid, bm25({table}_fts) AS score FROM {table}_fts"
            f" WHERE {table}_fts MATCH ? ORDER BY score, rowid LIMIT ?) AS best"
            f" JOIN {table} ON {table}.arrival = best.rowid ORDER BY best.score, best.rowid",
            wanted,
            max(limit, 0),
        )
        return [(row["id"], row["score"]) for row in found]

    # ------------------------------------------------------------ what there is

    def outlets(self) -> list[tuple[str | None, int]]:
        """Return the outlets of articles with how many each has, most first; ``None``: unknown."""
        found = self._db.rows("SELECT outlet, COUNT(*) AS n FROM articles GROUP BY outlet ORDER BY n DESC, outlet")
        return [(row["outlet"], row["n"]) for row in found]

    def outlet_names(self) -> list[str]:
        """Return the names of outlets that articles give, in alphabetical order."""
        sql = "SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL ORDER BY outlet"
        return [row["outlet"] for row in self._db.rows(sql)]

    def counts(self) -> dict[str, int]:
        """Return how many there are of each thing: articles, attributions, claims, clusters, trails, judgements,
        copies, vectors."""
        sql = ", ".join(f"(SELECT COUNT(*) FROM {table}) AS {table}" for table in COUNTED)
        [found] = self._db.rows(f"SELECT {sql}")
        return found

    def flags(self) -> list[str]:
        """Return the flags that trails have, in alphabetical order."""
        return [row["flag"] for row in self._db.rows("SELECT DISTINCT flag FROM trail_flags ORDER BY flag")]

    # ------------------------------------------------------------ resumable work

    def stages(self) -> list[str]:
        """Return the stages that are done with anything, in alphabetical order."""
        return [row["stage"] for row in self._db.rows("SELECT DISTINCT stage FROM progress ORDER BY stage")]

    def done(self, stage: str) -> set[str]:
        """Return the ids that ``stage`` is done with."""
        return {row["id"] for row in self._db.rows("SELECT id FROM progress WHERE stage = ?", stage)}

    def mark_done(self, stage: str, ids: Iterable[str]) -> None:
        """Remember that ``stage`` is done with ``ids``."""
        marks = [{"stage": stage, "id": id} for id in ids]
        with self._db.writing():
            self._db.insert("progress", marks, "OR IGNORE")

    def forget_done(self, stage: str) -> None:
        """Let ``stage`` start from the beginning."""
        with self._db.writing():
            self._db.each("DELETE FROM progress WHERE stage = :stage", [{"stage": stage}])


_WAY_ON = """
WITH RECURSIVE way (id, step) AS (
    SELECT ?, 0
    UNION
    SELECT forwarding.new, step + 1 FROM way JOIN forwarding ON forwarding.old = way.id
    WHERE step <= (SELECT COUNT(*) FROM forwarding)
)
SELECT clusters.id FROM way JOIN clusters ON clusters.id = way.id ORDER BY step LIMIT 1
"""

_IN_ORDER = "ORDER BY cluster, place"

_LINKED_TO = """
UPDATE clusters SET trail_is_current = 0
WHERE id IN (SELECT cluster FROM cluster_links WHERE other = :old)
"""

_LEAD_LINKS_ON = """
UPDATE cluster_links SET other = :new
WHERE other = :old AND :new IS NOT NULL AND cluster <> :new
    AND NOT EXISTS (SELECT 1 FROM cluster_links AS own WHERE own.cluster = cluster_links.cluster AND own.other = :new)
"""


_RESTING_ON = """
UPDATE clusters SET trail_is_current = 0
WHERE id IN (
    SELECT cluster_links.cluster FROM cluster_links JOIN trails ON trails.cluster = cluster_links.cluster
    WHERE cluster_links.other = :id AND (cluster_links.relation = 'contradicts' OR trails.rests_on_linked)
)
"""


def _told(cluster: Cluster) -> Cluster:
    """Return what of a cluster every trail of it rests on: all but what is only suggested."""
    return replace(cluster, links=tuple(link for link in cluster.links if link.relation is not Relation.RELATED))


def _linked(cluster: Cluster) -> set[str]:
    return {link.cluster for link in cluster.links}


def _cluster(row: Mapping[str, Any]) -> str:
    return str(row["cluster"])


def _pair(link: Mapping[str, Any]) -> tuple[str, str]:
    """Return the two clusters of a row of ``cluster_links``, in order, whichever of them told of the other."""
    one, two = sorted((link["cluster"], link["other"]))
    return one, two


def _check(extraction: Extraction) -> None:
    """Raise ArchiveError where something found in an article does not point into it."""
    article = extraction.article
    try:
        sha256 = hashlib.sha256(article.text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as error:
        raise ArchiveError(f"article {article.id!r} has half a character at {error.start}: read it again") from error
    if sha256 != article.sha256:
        raise ArchiveError(f"article {article.id!r} is not the text that its sha256 was made of")
    for claim in extraction.claims:
        if claim.article != article.id:
            raise ArchiveError(f"claim {claim.id!r} belongs to article {claim.article!r}, not to {article.id!r}")
        if claim.text != article.text[claim.start : claim.end]:
            raise ArchiveError(
                f"claim {claim.id!r} is not what article {article.id!r} says at {claim.start}:{claim.end}"
            )
    for attribution in extraction.attributions:
        spans = (*attribution.content, attribution.cue, attribution.source)
        if any(span.end > len(article.text) for span in spans if span is not None):
            raise ArchiveError(f"attribution {attribution.id!r} points beyond the end of article {article.id!r}")


def _moment(judgement: Judgement) -> datetime:
    try:
        moment = datetime.fromisoformat(judgement.at)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise ArchiveError(
            f"judgement {judgement.id!r} was made at {judgement.at!r}: expected a date-time with its offset, "
            "such as 2024-05-03T09:30:00+02:00"
        )
    return moment
