"""Where the boxes of a trail's picture stand: columns from what is printed to who vouches, few crossings.

The layered drawing of Sugiyama, Tagawa and Toda (1981): a column for each step, waypoints where a line
passes a column, boxes ordered by the mean place of their neighbours.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence

import networkx as nx

from screens.graph import ARTICLE, ORIGIN, Line, Node

WIDTH = 1132
GUTTER = 60
HEIGHT, LINE, WAY, SPACE, TOP = 54.0, 20.0, 8.0, 16.0, 34.0
GAP, WIDEST_GAP = 96, 230
NARROWEST, WIDEST = 180.0, 300.0
LETTER = 7.8
"""Mean width of a letter of a box's first line, in pixels: longer names take two lines."""
TURNS = 6


def place(nodes: dict[str, Node], lines: Sequence[Line]) -> list[list[str]]:
    """Give every box of ``nodes`` its place, adding waypoints to ``nodes``.

    Returns:
        For each line the ids of the boxes that it runs through, from its source to its target.
    """
    columns = _columns(nodes, lines)
    gutter = GUTTER if any(nodes[line.source].column == 0 for line in lines) else 0
    width = (WIDTH - gutter - GAP * (columns - 1)) / columns
    width = min(WIDEST, max(NARROWEST, width))
    step = (WIDTH - gutter - width) / (columns - 1) if columns > 1 else 0.0
    step = min(max(step, width + GAP), width + WIDEST_GAP)
    ways = [_way(line, nodes, number) for number, line in enumerate(lines)]
    for node in nodes.values():
        node.width = width
        node.x = gutter + node.column * step
        node.height = WAY if "way" in node.css else HEIGHT
        if len(node.label) * LETTER > width - 30 and "way" not in node.css:
            node.height += LINE
    _stack(nodes, lines, ways, columns)
    return ways


def _columns(nodes: Mapping[str, Node], lines: Sequence[Line]) -> int:
    depths = _depths(nodes, lines)
    last = max(depths.values(), default=0) + 1
    for node in nodes.values():
        node.column = last if node.id.startswith(ORIGIN) else depths[node.id]
    used = sorted({node.column for node in nodes.values()})
    for node in nodes.values():
        node.column = used.index(node.column)
    return max(1, len(used))


def _depths(nodes: Mapping[str, Node], lines: Sequence[Line]) -> dict[str, int]:
    """How far each box stands from what is read: 0 cited by nobody, 1 cited by those, and so on.

    What cites each other in a circle stands in one column; outlets never stand with the articles of column 0.
    """
    graph = nx.DiGraph()
    graph.add_nodes_from(id for id in nodes if not id.startswith(ORIGIN))
    graph.add_edges_from((line.target, line.source) for line in lines if {line.target, line.source} <= set(graph))
    parts = nx.condensation(graph)
    depths: dict[str, int] = {}
    for part in nx.topological_sort(parts):
        members = parts.nodes[part]["members"]
        before = [depths[id] + 1 for other in parts.predecessors(part) for id in parts.nodes[other]["members"]]
        least = 0 if any(id.startswith(ARTICLE) for id in members) else 1
        depths.update(dict.fromkeys(members, max([*before, least])))
    return depths


def _way(line: Line, nodes: dict[str, Node], number: int) -> list[str]:
    """Return the boxes that a line runs through, with a new waypoint in every column that it passes."""
    a, b = nodes[line.source].column, nodes[line.target].column
    passed = range(a - 1, b, -1) if a > b else range(a + 1, b)
    ways = []
    for column in passed:
        id = f"way:{number}:{column}"
        nodes[id] = Node(id, "", "", None, ["way"], "", column=column)
        ways.append(id)
    return [line.source, *ways, line.target]


def _stack(nodes: dict[str, Node], lines: Sequence[Line], ways: Sequence[Sequence[str]], columns: int) -> None:
    beside = defaultdict(list)
    for line, way in zip(lines, ways, strict=True):
        if nodes[line.source].column == nodes[line.target].column:
            continue
        for left, right in itertools.pairwise(way):
            beside[left].append(right)
            beside[right].append(left)
    order = {column: [id for id, node in nodes.items() if node.column == column] for column in range(columns)}
    rank: dict[str, float] = {}
    for ids in order.values():
        rank.update(_ranks(ids))
    for turn in range(TURNS):
        for column in range(columns) if turn % 2 else reversed(range(columns)):
            order[column].sort(key=lambda id: _mean(beside[id], rank, rank[id]))
            rank.update(_ranks(order[column]))
    y = TOP
    for id in order[0]:
        nodes[id].y = y
        y += nodes[id].height + SPACE
    for column in range(1, columns):
        middles = {id: node.middle for id, node in nodes.items() if node.column < column}
        boxes = [nodes[id] for id in order[column]]
        _spread(boxes, [_mean([o for o in beside[box.id] if o in middles], middles, TOP) for box in boxes])


def _ranks(ids: Sequence[str]) -> dict[str, float]:
    return {id: (number + 0.5) / len(ids) for number, id in enumerate(ids)}


def _mean(ids: Sequence[str], of: Mapping[str, float], otherwise: float) -> float:
    known = [of[id] for id in ids if id in of]
    return sum(known) / len(known) if known else otherwise


def _spread(boxes: Sequence[Node], wished: Sequence[float]) -> None:
    """Place boxes in their order with their middles as near to where they wish as their heights allow.

    Pool adjacent violators (Ayer et al. 1955): boxes that would overlap move as one.
    """
    pools: list[tuple[float, int]] = []
    offsets: list[float] = []
    offset = 0.0
    for box, wish in zip(boxes, wished, strict=True):
        offsets.append(offset)
        mean, size = wish - box.height / 2 - offset, 1
        offset += box.height + SPACE
        while pools and pools[-1][0] > mean:
            other, count = pools.pop()
            mean, size = (mean * size + other * count) / (size + count), size + count
        pools.append((mean, size))
    places = [mean for mean, size in pools for _ in range(size)]
    for box, start, offset in zip(boxes, places, offsets, strict=True):
        box.y = max(start, TOP) + offset
