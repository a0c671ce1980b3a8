"""What the picture of a trail shows: boxes for articles, cited outlets and origins, and the lines between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import networkx as nx

from claims.records import Article, Edge, EdgeKind, Stance, Trail
from provenance.rules import LOST, ONLY_MAY_BE, Rule
from provenance.summary import stance_by_article
from screens import addresses, words

ORIGIN, ARTICLE = "origin:", "article:"
OWN_ARTICLE, DENIAL = Rule.OWN_ARTICLE, Rule.DENIAL
TELLING = [EdgeKind.COPIES, EdgeKind.TOLD, EdgeKind.QUOTES, EdgeKind.RESTS_ON, EdgeKind.CITES]
"""Of several edges between two boxes the first of these is drawn."""
SOURCELESS = " \u00b7 no source found"
FOLD_FROM = 12
"""Articles from which on those that stand in the same place are folded into one box."""
FOLD_SIZE = 3
"""Articles in the same place that are worth folding."""


@dataclass(slots=True)
class Node:
    """A box of the picture: two lines of text, a link, and where it stands (pixels, upper left corner)."""

    id: str
    label: str
    below: str
    href: str | None
    css: list[str]
    title: str
    column: int = 0
    x: float = 0
    y: float = 0
    width: float = 0
    height: float = 0
    folded: list[str] = field(default_factory=list)

    @property
    def middle(self) -> float:
        """The height of the box's middle, in pixels from the top."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Line:
    """An edge between two boxes, in the direction in which the claim travelled: from ``source`` to ``target``."""

    source: str
    target: str
    edge: Edge
    css: str

    @property
    def between_articles(self) -> bool:
        """Tell whether both ends are articles."""
        return self.source.startswith(ARTICLE) and self.target.startswith(ARTICLE)

    @property
    def possibly(self) -> bool:
        """Tell whether the trail only says that this may be so."""
        return self.edge.rule in ONLY_MAY_BE


def graph_of(trail: Trail, articles: Mapping[str, Article]) -> tuple[dict[str, Node], list[Line]]:
    """Return the boxes and lines of ``trail``, with crowds of articles in the same place folded."""
    trail = _own_articles_for_outlets(trail)
    nodes = _nodes(trail, articles)
    return _fold(nodes, _lines(trail, nodes))


def _own_articles_for_outlets(trail: Trail) -> Trail:
    """Draw an outlet that is cited and has one article here as that article, not as two boxes."""
    own = defaultdict(set)
    for edge in trail.edges:
        if edge.rule == OWN_ARTICLE:
            own[edge.from_].add(edge.to)
    instead = {outlet: next(iter(ids)) for outlet, ids in own.items() if len(ids) == 1}
    edges = [replace(e, from_=instead.get(e.from_, e.from_), to=instead.get(e.to, e.to)) for e in trail.edges]
    return replace(trail, edges=tuple(edge for edge in edges if edge.from_ != edge.to))


def _nodes(trail: Trail, articles: Mapping[str, Article]) -> dict[str, Node]:
    nodes: dict[str, Node] = {}
    stances = stance_by_article(trail.appearances, trail.edges)
    for appearance in trail.appearances:
        id = ARTICLE + appearance.article
        if id in nodes:
            continue
        stance = stances[appearance.article]
        article = articles.get(appearance.article)
        nodes[id] = Node(
            id,
            appearance.outlet or "outlet unknown",
            f"{_day(article)} \u00b7 {words.STANCE[stance]}",
            addresses.article(appearance.article, appearance.start, appearance.end),
            ["article", stance.value],
            (article.title if article else None) or "title unknown",
        )
    for origin in trail.origins:
        kind = words.SOURCE_TYPE[origin.type]
        below = f"{kind}, unnamed" if origin.anonymous and kind != "unnamed" else kind
        css = ["origin", "anonymous"] if origin.anonymous else ["origin"]
        nodes[ORIGIN + origin.id] = Node(ORIGIN + origin.id, origin.name, below, None, css, origin.name)
    rules = defaultdict(set)
    for edge in trail.edges:
        for id in (edge.from_, edge.to):
            rules[id].add(edge.rule)
    for id, of in rules.items():
        if id not in nodes:
            nodes[id] = _cited(id, articles, of)
    for id in _ring(trail) & set(nodes):
        nodes[id].css.append("ring")
        nodes[id].below += " \u00b7 ring"
    return nodes


def _cited(id: str, articles: Mapping[str, Article], rules: set[str]) -> Node:
    kind, _, label = id.partition(":")
    if kind == "article":
        article = articles.get(label)
        outlet = (article.outlet if article else None) or "outlet unknown"
        href = addresses.article(label)
        return Node(id, outlet, f"{_day(article)} \u00b7 not joined to this claim", href, ["article"], outlet)
    if kind == "origin":
        return Node(id, label, "origin", None, ["origin"], label)
    if rules == {DENIAL}:
        return Node(id, label, "denies it", None, ["cited", "denier"], label)
    if rules <= LOST:
        return Node(id, label, "not named: the trail is lost here", None, ["cited", "lost"], label)
    below = "several articles here" if OWN_ARTICLE in rules else "no article of its own here"
    return Node(id, label or id, below, None, ["cited"], label)


def _day(article: Article | None) -> str:
    return words.date(article.published[:10] if article and article.published else None)


def _ring(trail: Trail) -> set[str]:
    """The boxes that cite each other in a circle."""
    if "circular" not in trail.flags:
        return set()
    graph = nx.DiGraph((edge.from_, edge.to) for edge in trail.edges if edge.kind is not EdgeKind.TOLD)
    return {id for part in nx.strongly_connected_components(graph) if len(part) > 1 for id in part}


def _lines(trail: Trail, nodes: Mapping[str, Node]) -> list[Line]:
    lines: dict[tuple[str, str], Line] = {}
    for edge in sorted(trail.edges, key=lambda edge: TELLING.index(edge.kind)):
        reader, source = (edge.to, edge.from_) if edge.kind is EdgeKind.TOLD else (edge.from_, edge.to)
        if reader.startswith(ORIGIN) and not source.startswith(ORIGIN):
            reader, source = source, reader
        css = "plain"
        if "ring" in nodes[reader].css and "ring" in nodes[source].css:
            css = "ring"
        elif edge.rule == DENIAL or "denies" in nodes[reader].css:
            css = "denies"
        lines.setdefault((source, reader), Line(source, reader, edge, css))
    reading = {line.target for line in lines.values()}
    vouched = {claim for origin in trail.origins for claim in origin.appearances}
    for appearance in trail.appearances:
        node = nodes[ARTICLE + appearance.article]
        if node.id not in reading and appearance.claim not in vouched and SOURCELESS not in node.below:
            node.below += SOURCELESS
    return list(lines.values())


def _fold(nodes: dict[str, Node], lines: list[Line]) -> tuple[dict[str, Node], list[Line]]:
    """Where there are many articles, draw copies within what they copy, and as one box those that stand alike."""
    articles = [id for id in nodes if id.startswith(ARTICLE)]
    if len(articles) < FOLD_FROM:
        return nodes, lines
    into = _originals(nodes, lines)
    alike = defaultdict(list)
    for id in articles:
        if id not in into:
            sources = frozenset((line.source, line.edge.kind) for line in lines if line.target == id)
            cited = any(line.source == id and line.target not in into for line in lines)
            alike[(id if cited else "", sources, tuple(nodes[id].css))].append(id)
    for members in alike.values():
        if len(members) >= FOLD_SIZE:
            into.update(dict.fromkeys(members[1:], members[0]))
    into = {id: into.get(first, first) for id, first in into.items()}
    kept = {id: node for id, node in nodes.items() if id not in into}
    for first in set(into.values()):
        kept[first] = _folded(nodes[first], [nodes[id] for id, leader in into.items() if leader == first], lines)
    drawn: dict[tuple[str, str, EdgeKind], Line] = {}
    for line in lines:
        source, target = into.get(line.source, line.source), into.get(line.target, line.target)
        if source != target:
            drawn.setdefault((source, target, line.edge.kind), replace(line, source=source, target=target))
    return kept, list(drawn.values())


def _originals(nodes: Mapping[str, Node], lines: list[Line]) -> dict[str, str]:
    """Articles that only copy another one, with the one at the end of the copying; a denial stays by itself."""
    of: dict[str, str] = {}
    others = set()
    for line in lines:
        if line.edge.kind is EdgeKind.COPIES and line.between_articles:
            of.setdefault(line.target, line.source)
            if of[line.target] != line.source:
                others.add(line.target)
        else:
            others |= {line.target}
    of = {id: source for id, source in of.items() if id not in others and Stance.DENIES.value not in nodes[id].css}
    ends: dict[str, str] = {}
    for id in of:
        end, seen = id, set()
        while end in of and end not in seen:
            seen.add(end)
            end = of[end]
        if end not in of:
            ends[id] = end
    return ends


def _folded(first: Node, rest: list[Node], lines: list[Line]) -> Node:
    copying = {line.target for line in lines if line.edge.kind is EdgeKind.COPIES and line.between_articles}
    copies = [node for node in rest if node.id in copying]
    whole = [first, *(node for node in rest if node.id not in copying)]
    more = words.count(len(copies), "copy", "copies")
    names, left = words.outlet_names([node.label for node in [*whole, *copies]], 2)
    label, below = first.label, f"{first.below} \u00b7 {more}"
    if len(whole) > 1:
        label = f"{len(whole)} articles" + (f" and {more}" if copies else "")
        below = words.STANCE.get(Stance(first.css[1]), "") + ": " if len(first.css) > 1 else ""
        below += ", ".join(names) + (f" and {left} more" if left else "")
    return replace(
        first,
        label=label,
        below=below,
        href="#appearances",
        css=[*first.css, "folded"],
        title=", ".join(dict.fromkeys(node.label for node in [*whole, *copies])),
        folded=[node.id for node in rest],
    )
