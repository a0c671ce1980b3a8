"""Match and Judgement to Cluster: what is said about one claim, across articles.

A cluster is what average linkage makes of the claims' scores (:mod:`index.linkage`), within what people judged
(:mod:`index.judgements`). It depends on the claims and judgements alone, not on the order in which they came; only
the ids remember: a cluster that changes keeps the id of the one that it shares most claims with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.records import Claim, Cluster, ClusterLink, Judgement, Relation, digest
from index.candidates import Candidates, Pair
from index.explanations import Explainer
from index.judgements import Rulings, settle
from index.linkage import Points, average_linkage
from index.matching import Features, Matcher
from settings import Index

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class ClusterChange:
    """What an update did.

    ``changed`` holds clusters that are new or not as they were. ``gone`` maps the id of each cluster that is no
    more to the one that took most of its claims, or ``None`` where none of its claims is left. An id that was
    gone may return in ``changed``, when what was joined is parted again; the cluster then counts.
    """

    changed: tuple[Cluster, ...]
    gone: Mapping[str, str | None]


class Clusterer:
    """Brings clusters up to date."""

    def __init__(self, matcher: Matcher, settings: Index) -> None:
        self.matcher = matcher
        self.settings = settings
        self._features: dict[tuple[str, str], Features] = {}

    def update(
        self,
        claims: Sequence[Claim],
        vectors: NDArray[np.float32],
        judgements: Sequence[Judgement],
        before: Sequence[Cluster],
        touched: Collection[str] | None = None,
    ) -> ClusterChange:
        """Return how the clusters of ``claims`` differ from ``before``.

        Only claims connected to ``touched`` ones by pairs that reach the join threshold are compared again, which
        gives the same as comparing all.

        Args:
            claims: all claims, in any order.
            vectors: a row of length 1 for each claim; claims with one standalone text have one vector.
            judgements: all judgements. Of those that contradict each other the later holds.
            before: the clusters as they were, for their ids and links.
            touched: claims that are new, or named by a new judgement; ``None``: all. Claims in no cluster of
                ``before`` and those left of a cluster that lost a claim count as touched anyway.

        Raises:
            ValueError: two claims have one id, or there is not one vector for each claim.
        """
        if len(vectors) != len(claims) or len({claim.id for claim in claims}) != len(claims):
            raise ValueError(
                f"expected {len(claims)} claims with different ids and a vector for each, got "
                f"{len({claim.id for claim in claims})} ids and {len(vectors)} vectors"
            )
        rulings = settle(judgements, {claim.id for claim in claims})
        candidates = Candidates(claims, vectors, self.matcher, self._featured(claims), rulings.group_of.keys())
        home = {member.claim: cluster for cluster in before for member in cluster.members}
        region = _Region(candidates, rulings, before, home)
        region.grow(_touched(candidates, before, home, touched))
        clusters = self._cluster(region)
        named = [[claim for node in numbers for claim in candidates.nodes[node].claims] for numbers in clusters]
        ids, gone = _carry_ids(named, region.before, {cluster.id for cluster in before})
        explainer = Explainer(candidates, {claim.id: claim for claim in claims}, judgements, region.penalties)
        links = _links(region, clusters, ids, explainer, home)
        after = []
        for id, numbers in zip(ids, clusters, strict=True):
            members = explainer.members(numbers)
            after.append(Cluster(id, explainer.representative(members), members, links.get(id, ())))
        # A cluster outside may point at one inside that is new, gone or no longer at odds with it.
        for cluster in before:
            if cluster.id not in region.before and (cluster.id in links or _points_into(cluster, region.before)):
                kept = tuple(link for link in cluster.links if link.cluster not in region.before)
                joined = tuple(sorted((*kept, *links.get(cluster.id, ())), key=lambda link: link.cluster))
                after.append(Cluster(cluster.id, cluster.representative, cluster.members, joined))
        was = {cluster.id: cluster for cluster in before}
        changed = (cluster for cluster in after if was.get(cluster.id) != cluster)
        return ClusterChange(tuple(sorted(changed, key=lambda cluster: cluster.id)), gone)

    def _featured(self, claims: Sequence[Claim]) -> dict[str, Features]:
        """Return the features of each claim, worked out once in the life of a clusterer."""
        found = {}
        for claim in claims:
            key = (claim.id, claim.standalone)
            if key not in self._features:
                self._features[key] = self.matcher.features(claim)
            found[claim.id] = self._features[key]
        return found

    def _cluster(self, region: _Region) -> list[list[int]]:
        """Return the clusters of ``region`` as lists of nodes."""
        clusters: list[list[int]] = []
        for component in region.components(self.settings.join):
            if len(component.nodes) == 1:
                clusters.append(component.nodes)
                continue
            place = {node: number for number, node in enumerate(component.nodes)}
            points = Points(
                vectors=region.candidates.vectors[component.nodes].astype("float64"),
                words=[region.candidates.nodes[node].features.words for node in component.nodes],
                sizes=[len(region.candidates.nodes[node].claims) for node in component.nodes],
            )
            found = average_linkage(
                points,
                edges=[(place[a], place[b]) for a, b in component.edges],
                penalties={
                    (place[pair.left], place[pair.right]): pair.penalty for pair in component.pairs if pair.penalty > 0
                },
                groups=[[place[node] for node in group] for group in component.groups],
                apart=[(place[a], place[b]) for a, b in component.apart],
                threshold=self.settings.join,
                weight=self.settings.words,
            )
            clusters += [[component.nodes[number] for number in numbers] for numbers in found]
        return sorted(clusters)


@dataclass(frozen=True, slots=True)
class _Component:
    """Nodes that hang together, and what there is between them."""

    nodes: list[int]
    edges: list[tuple[int, int]]
    pairs: list[Pair]
    groups: list[list[int]]
    apart: list[tuple[int, int]]


class _Region:
    """The nodes that an update compares again: everything that hangs together with what was touched."""

    def __init__(
        self, candidates: Candidates, rulings: Rulings, before: Sequence[Cluster], home: Mapping[str, Cluster]
    ) -> None:
        self.candidates = candidates
        self.nodes: set[int] = set()
        self.pairs: list[Pair] = []
        self.before: dict[str, Cluster] = {}
        self._before = before
        self._home = home
        self.penalties: dict[tuple[int, int], float] = {}
        groups: dict[str, list[int]] = {}
        for claim, group in rulings.group_of.items():
            groups.setdefault(group, []).append(candidates.node_of[claim])
        self.groups = {name: sorted(nodes) for name, nodes in groups.items()}
        self.group_of = {node: name for name, nodes in self.groups.items() for node in nodes}
        self.apart = [(self.groups[a][0], self.groups[b][0]) for a, b in sorted(rulings.apart)]

    def grow(self, nodes: Iterable[int]) -> None:
        """Take in ``nodes`` and all that hangs together with them: by score, by judgement, by having been one."""
        join = self.candidates.matcher.settings.join
        frontier = set(nodes)
        # A cluster of which nothing is left touches nothing, but is gone all the same.
        for cluster in self._before:
            if not any(member.claim in self.candidates.node_of for member in cluster.members):
                self.before[cluster.id] = cluster
        while frontier:
            self.nodes |= frontier
            found = self.candidates.around(frontier)
            self.pairs += found
            reached = {node for pair in found if pair.score >= join for node in (pair.left, pair.right)}
            for node in frontier:
                if node in self.group_of:
                    reached.update(self.groups[self.group_of[node]])
                for claim in self.candidates.nodes[node].claims:
                    reached |= self._once_with(claim)
            frontier = reached - self.nodes
        self.penalties = {(pair.left, pair.right): pair.penalty for pair in self.pairs if pair.penalty > 0}

    def _once_with(self, claim: str) -> set[int]:
        cluster = self._home.get(claim)
        if cluster is None or cluster.id in self.before:
            return set()
        self.before[cluster.id] = cluster
        return {
            self.candidates.node_of[member.claim]
            for member in cluster.members
            if member.claim in self.candidates.node_of
        }

    def components(self, join: float) -> list[_Component]:
        """Return what hangs together, each by itself, in order of its first node."""
        parent = {node: node for node in self.nodes}

        def root(node: int) -> int:
            while parent[node] != node:
                parent[node] = parent[parent[node]]
                node = parent[node]
            return node

        # What is only held together by having been one cluster is not: that is for the ids alone.
        edges = [(pair.left, pair.right) for pair in self.pairs if pair.score >= join]
        held = [(group[0], node) for group in self.groups.values() for node in group[1:] if node in self.nodes]
        for a, b in (*edges, *held):
            one, two = sorted((root(a), root(b)))
            parent[two] = one
        found: dict[int, _Component] = {}
        for node in sorted(self.nodes):
            found.setdefault(root(node), _Component([], [], [], [], [])).nodes.append(node)
        for edge in edges:
            found[root(edge[0])].edges.append(edge)
        for pair in self.pairs:
            if pair.left in parent and pair.right in parent and root(pair.left) == root(pair.right):
                found[root(pair.left)].pairs.append(pair)
        for group in self.groups.values():
            if group[0] in parent:
                found[root(group[0])].groups.append(group)
        for a, b in self.apart:
            if a in parent and b in parent and root(a) == root(b):
                found[root(a)].apart.append((a, b))
        return [found[first] for first in sorted(found)]


def _touched(
    candidates: Candidates,
    before: Sequence[Cluster],
    home: Mapping[str, Cluster],
    touched: Collection[str] | None,
) -> set[int]:
    if touched is None:
        return set(range(len(candidates.nodes)))
    claims = {claim for claim in touched if claim in candidates.node_of}
    claims |= candidates.node_of.keys() - home.keys()
    for cluster in before:
        if any(member.claim not in candidates.node_of for member in cluster.members):
            claims |= {member.claim for member in cluster.members if member.claim in candidates.node_of}
    return {candidates.node_of[claim] for claim in claims}


def _carry_ids(
    clusters: Sequence[Collection[str]], before: Mapping[str, Cluster], taken: Collection[str]
) -> tuple[list[str], dict[str, str | None]]:
    """Return an id for each cluster of claims, and where each id of ``before`` that none carries on leads to."""
    place = {claim: number for number, claims in enumerate(clusters) for claim in claims}
    shared = Counter(
        (cluster.id, place[member.claim])
        for cluster in before.values()
        for member in cluster.members
        if member.claim in place
    )
    by_overlap = sorted(shared, key=lambda pair: (-shared[pair], pair[0], min(clusters[pair[1]])))
    carried: dict[int, str] = {}
    used: set[str] = set()
    for id, number in by_overlap:
        if number not in carried and id not in used:
            carried[number] = id
            used.add(id)
    used |= set(taken)
    for number, claims in sorted(enumerate(clusters), key=lambda item: min(item[1])):
        if number not in carried:
            carried[number] = _new_id(min(claims), used)
            used.add(carried[number])
    leads_to: dict[str, str | None] = {}
    for id in sorted(before.keys() - set(carried.values())):
        heirs = [(-count, carried[number]) for (old, number), count in shared.items() if old == id]
        leads_to[id] = min(heirs)[1] if heirs else None
    return [carried[number] for number in range(len(clusters))], leads_to


def _new_id(first_claim: str, used: Collection[str]) -> str:
    id, count = digest("cluster", first_claim), 1
    while id in used:  # the claim has left the cluster that was named after it
        count += 1
        id = digest("cluster", first_claim, count)
    return id


def _links(
    region: _Region,
    clusters: Sequence[Sequence[int]],
    ids: Sequence[str],
    explainer: Explainer,
    home: Mapping[str, Cluster],
) -> dict[str, tuple[ClusterLink, ...]]:
    """Return by cluster its links to others whose claims contradict its own, each told by its likest pair."""
    inside = {node: id for id, numbers in zip(ids, clusters, strict=True) for node in numbers}
    best: dict[tuple[str, str], Pair] = {}
    for pair in region.pairs:
        if not pair.contradicts:
            continue
        one, two = sorted(
            inside.get(node) or home[region.candidates.nodes[node].claims[0]].id for node in (pair.left, pair.right)
        )
        known = best.get((one, two))
        if one != two and (known is None or _order(pair) < _order(known)):
            best[one, two] = pair
    found: dict[str, list[ClusterLink]] = {}
    for (one, two), pair in best.items():
        reasons = explainer.judge(pair.left, pair.right).reasons
        found.setdefault(one, []).append(ClusterLink(two, Relation.CONTRADICTS, reasons))
        found.setdefault(two, []).append(ClusterLink(one, Relation.CONTRADICTS, reasons))
    return {id: tuple(sorted(links, key=lambda link: link.cluster)) for id, links in found.items()}


def _order(pair: Pair) -> tuple[float, int, int]:
    return (-pair.likeness, pair.left, pair.right)


def _points_into(cluster: Cluster, ids: Collection[str]) -> bool:
    return any(link.cluster in ids for link in cluster.links)
