"""Match and Judgement to Cluster: what is said about one claim, across articles.

A cluster is what average linkage makes of the claims' scores (:mod:`index.linkage`), within what people judged
(:mod:`index.judgements`). It depends on the claims and judgements alone, not on the order in which they came; only
the ids remember: a cluster that changes keeps the id of the one that it shares most claims with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from claims.records import Claim, Cluster, ClusterLink, Judgement, Relation, digest
from index.candidates import Candidates, Node, Pair
from index.coherence import borne_out
from index.explanations import Explainer, Found, wholeness
from index.features import Features
from index.judgements import Rulings, settle
from index.linkage import average_linkage
from index.matching import Matcher
from index.points import Points
from index.suggestions import Near, Side, Suggester
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
        named = None if touched is None else rulings.with_groups(touched)
        candidates = Candidates(claims, vectors, self.matcher, self._featured(claims), rulings.group_of.keys())
        home = {member.claim: cluster for cluster in before for member in cluster.members}
        known = {claim.id: claim for claim in claims}
        region = _Region(candidates, rulings, before, home)
        region.grow(_touched(candidates, before, home, named))
        found = self._cluster(region, known)
        grouped = [[claim for node in each.nodes for claim in candidates.nodes[node].claims] for each in found]
        ids, gone = _carry_ids(grouped, region.before, {cluster.id for cluster in before})
        explainer = Explainer(candidates, known, rulings.held)
        after = {cluster.id: cluster for cluster in before if cluster.id not in region.before}
        for id, each in zip(ids, found, strict=True):
            after[id] = Cluster(id, explainer.representative(each), explainer.members(each))
        inside = {node: id for id, each in zip(ids, found, strict=True) for node in each.nodes}
        same = {id for id in ids if id in region.before and _alike(after[id], region.before[id])}
        # With a new judgement a cluster may stay as it is, and yet be told apart from another, or no longer.
        same -= {home[claim].id for claim in named or () if claim in home}
        moved = {*ids, *region.before} - same
        links = _Links(candidates, rulings, after, before, set(ids), region.before.keys(), moved)
        links.contradict(region.pairs, lambda node: inside.get(node) or home[candidates.nodes[node].claims[0]].id)
        links.suggest(known)
        was = {cluster.id: cluster for cluster in before}
        linked = (replace(cluster, links=links.of(id)) for id, cluster in sorted(after.items()))
        return ClusterChange(tuple(cluster for cluster in linked if was.get(cluster.id) != cluster), gone)

    def _featured(self, claims: Sequence[Claim]) -> dict[str, Features]:
        """Return the features of each claim, worked out once in the life of a clusterer."""
        found = {}
        for claim in claims:
            key = (claim.id, claim.standalone)
            if key not in self._features:
                self._features[key] = self.matcher.features(claim)
            found[claim.id] = self._features[key]
        return found

    def _cluster(self, region: _Region, claims: Mapping[str, Claim]) -> list[Found]:
        """Return the clusters of ``region``, in order of their first nodes."""
        clusters: list[Found] = []
        for component in region.components(self.settings.join):
            if len(component.nodes) == 1:
                clusters.append(Found(component.nodes, [1.0], component.nodes[0]))
                continue
            place = {node: number for number, node in enumerate(component.nodes)}
            points = self._points(region.candidates, component, place, claims)
            groups = [[place[node] for node in group] for group in component.groups]
            found = average_linkage(
                points,
                edges=[(place[a], place[b]) for a, b in component.edges],
                groups=groups,
                apart=[(place[a], place[b]) for a, b in component.apart],
                threshold=self.settings.join,
                core=self.settings.join - self.settings.stray,
                tightness=self.settings.tightness,
            )
            nodes = [region.candidates.nodes[node] for node in component.nodes]
            for numbers in (part for whole in found for part in self._coherent(whole, nodes, groups)):
                closeness = points.closeness(numbers)
                medoid = component.nodes[points.medoid(numbers, closeness)]
                clusters.append(Found([component.nodes[number] for number in numbers], closeness.tolist(), medoid))
        return sorted(clusters, key=lambda found: found.nodes)

    def _coherent(
        self, numbers: Sequence[int], nodes: Sequence[Node], groups: Sequence[Collection[int]]
    ) -> list[list[int]]:
        """Return the parts of a cluster of many wordings that bear each other out; a group that people held for one
        stays in one part.

        A headline sums up a story: headlines of one rumour follow from each other seldom.
        """
        said = [nodes[number].features for number in numbers]
        if len(said) < self.settings.many_wordings or any(features.lift for features in said):
            return [list(numbers)]
        found = borne_out([features.text for features in said], self.matcher.model)
        parts = [[numbers[place] for place in part] for part in found]
        for group in groups:
            held = [part for part in parts if not set(group).isdisjoint(part)]
            if len(held) > 1:
                parts = [part for part in parts if part not in held] + [sorted(chain.from_iterable(held))]
        return sorted(parts)

    def _points(
        self, candidates: Candidates, component: _Component, place: Mapping[int, int], claims: Mapping[str, Claim]
    ) -> Points:
        nodes = [candidates.nodes[node] for node in component.nodes]
        return Points(
            candidates.vectors[component.nodes].astype("float64"),
            [node.features.words for node in nodes],
            word_weight=self.settings.words,
            lifts=[node.features.lift for node in nodes],
            penalties={
                (place[pair.left], place[pair.right]): pair.penalty for pair in component.pairs if pair.penalty > 0
            },
            copies=[(place[pair.left], place[pair.right]) for pair in component.pairs if pair.one_wording],
            whole=[wholeness(node.features.text) for node in nodes],
            worth=[max(claims[claim].worth for claim in node.claims) for node in nodes],
            near_equal=self.settings.near_equal,
            penalty=lambda left, right: candidates.penalty(component.nodes[left], component.nodes[right]),
        )


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


class _Links:
    """What links clusters after an update: what stood and still holds, and what the update makes of it.

    ``clusters`` are all as they are now, ``before`` as they were. ``compared`` and ``old`` are the ids of those that
    the update compared again, as they are and as they were; ``moved``, of both those that have changed.
    """

    def __init__(
        self,
        candidates: Candidates,
        rulings: Rulings,
        clusters: Mapping[str, Cluster],
        before: Sequence[Cluster],
        compared: Collection[str],
        old: Collection[str],
        moved: Collection[str],
    ) -> None:
        self._candidates = candidates
        self._rulings = rulings
        self._clusters = clusters
        self._compared = compared
        self._moved = moved
        self._judge = cache(candidates.judge)  # most suggestions are mutual
        self._contradictions: dict[str, list[ClusterLink]] = {}
        self._suggestions: dict[str, list[ClusterLink]] = {}
        for cluster in before:
            if cluster.id in moved:
                continue
            related = [link for link in cluster.links if link.relation is Relation.RELATED]
            self._suggestions[cluster.id] = related
            if cluster.id not in compared:
                self._contradictions[cluster.id] = [
                    link for link in cluster.links if link.relation is not Relation.RELATED and link.cluster not in old
                ]

    def of(self, id: str) -> tuple[ClusterLink, ...]:
        """Return the links of a cluster: what contradicts it first, then what may be the same, the nearest first."""
        found = (self._contradictions.get(id, ()), self._suggestions.get(id, ()))
        return tuple(link for links in found for link in sorted(links, key=lambda link: (-link.score, link.cluster)))

    def contradict(self, pairs: Iterable[Pair], id_of: Callable[[int], str]) -> None:
        """Link the clusters whose claims contradict each other, each two as their likest pair tells it."""
        best: dict[tuple[str, str], Pair] = {}
        for pair in pairs:
            if not pair.contradicts:
                continue
            one, two = sorted((id_of(pair.left), id_of(pair.right)))
            known = best.get((one, two))
            if one != two and (known is None or _order(pair) < _order(known)):
                best[one, two] = pair
        for (one, two), pair in best.items():
            match = self._candidates.judge(pair.left, pair.right)
            for id, other in ((one, two), (two, one)):
                link = ClusterLink(other, Relation.CONTRADICTS, match.reasons, match.score)
                self._contradictions.setdefault(id, []).append(link)

    def suggest(self, claims: Mapping[str, Claim]) -> None:
        """Link each cluster with the nearest that a person may find to be the same."""
        pointing = {id for id, links in self._suggestions.items() if any(link.cluster in self._moved for link in links)}
        asked = {*self._compared, *pointing}
        standing = {
            id: [Near(link.cluster, link.score) for link in links]
            for id, links in self._suggestions.items()
            if id not in asked
        }
        sides = [self._side(cluster, claims) for cluster in self._clusters.values()]
        suggester = Suggester(self._candidates, sides, self._rulings.apart)
        found = dict.fromkeys(asked, ()) | suggester.nearest(asked, self._moved, standing)
        for id, nearest in found.items():
            known = {link.cluster: link for link in self._suggestions.get(id, ()) if link.cluster not in self._moved}
            self._suggestions[id] = [known.get(near.other) or self._suggestion(id, near) for near in nearest]

    def _suggestion(self, id: str, near: Near) -> ClusterLink:
        one, two = sorted(self._node(self._clusters[each]) for each in (id, near.other))
        return ClusterLink(near.other, Relation.RELATED, self._judge(one, two).reasons, near.score)

    def _node(self, cluster: Cluster) -> int:
        return self._candidates.node_of[cluster.representative]

    def _side(self, cluster: Cluster, claims: Mapping[str, Claim]) -> Side:
        groups = self._rulings.group_of
        return Side(
            id=cluster.id,
            node=self._node(cluster),
            articles=frozenset(claims[member.claim].article for member in cluster.members),
            groups=frozenset(groups[member.claim] for member in cluster.members if member.claim in groups),
            at_odds=frozenset(link.cluster for link in self._contradictions.get(cluster.id, ())),
        )


def _order(pair: Pair) -> tuple[float, int, int]:
    return (-pair.likeness, pair.left, pair.right)


def _alike(one: Cluster, two: Cluster) -> bool:
    """Tell whether two have the same claims, and the same one stands for them."""
    claims = ({member.claim for member in cluster.members} for cluster in (one, two))
    return one.representative == two.representative and next(claims) == next(claims)
