"""The trail as a picture: articles on the left, what they cite in the middle, who vouches on the right.

Boxes and labels are HTML, so that they are links and can be read aloud; the lines under them are an SVG
in an ``img``, where no script can run. All strings go through :mod:`screens.markup`.
"""

from __future__ import annotations

import itertools
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from claims.records import Article, Trail
from screens import addresses, words
from screens.graph import ARTICLE, ORIGIN, OWN_ARTICLE, Line, Node, graph_of
from screens.layout import place
from screens.markup import EMPTY, fill, join, name

COLOURS = {"plain": "#8c867a", "denies": "#c05a22", "ring": "#8f5aa0"}
"""Colours of lines, mid-toned: an SVG in an ``img`` does not know whether the page is light or dark."""
HEADS = ("Said in", "taken from", "resting on")
"""Over the first column, those between, and the origins'."""
Point = tuple[float, float]
Piece = tuple[Point, Point, Point, Point]
"""The four points of a cubic Bezier curve."""


def draw(trail: Trail, articles: Mapping[str, Article]) -> Markup:
    """Return the picture of ``trail``, and the same in words for narrow screens and reading aloud."""
    nodes, lines = graph_of(trail, articles)
    outline = _outline(nodes, lines)
    ways = place(nodes, lines)
    ports = _ports(lines, ways, nodes)
    curves = [list(_curve([nodes[id] for id in way], port)) for way, port in zip(ways, ports, strict=True)]
    boxes = [node for node in nodes.values() if "way" not in node.css]
    return fill(
        '<div class="picture" tabindex="0" role="group" aria-label="The trail as a picture">'
        '<div class="canvas" style="width:{w}px;height:{h}px"><img alt="" src="{src}" width="{w}" height="{h}">'
        '{heads}{boxes}{labels}</div></div><div class="outline narrow">{outline}</div>'
        '<details class="outline wide"><summary>The trail in words</summary>{outline}</details>',
        w=(w := int(max((box.x + box.width for box in boxes), default=0) + 8)),
        h=(h := int(max((box.y + box.height for box in nodes.values()), default=0) + 10)),
        src=_svg(lines, curves, nodes, w, h),
        heads=_heads(boxes),
        boxes=join(_box(box) for box in boxes),
        labels=join(_label(line, curve[-1], nodes) for line, curve in zip(lines, curves, strict=True)),
        outline=outline,
    )


def _curve(way: Sequence[Node], port: float) -> Iterator[Piece]:
    for number, (a, b) in enumerate(itertools.pairwise(way)):
        ya, yb = a.middle, b.y + b.height * (port if number == len(way) - 2 else 0.5)
        if a.column == b.column:
            side = a.x - min(54, 26 + abs(ya - yb) / 9)
            yield (a.x, ya), (side, ya), (side, yb), (b.x, yb)
            continue
        xa, xb = (a.x, b.x + b.width) if a.column > b.column else (a.x + a.width, b.x)
        middle = (xa + xb) / 2
        yield (xa, ya), (middle, ya), (middle, yb), (xb, yb)
        if number < len(way) - 2:  # straight through the column that is passed
            out = b.x if xb > b.x else b.x + b.width
            yield (xb, yb), (xb, yb), (out, yb), (out, yb)


def _ports(lines: Sequence[Line], ways: Sequence[Sequence[str]], nodes: Mapping[str, Node]) -> list[float]:
    """Where on its target's side each line ends (0 top, 1 bottom), so that lines and labels do not meet."""
    ends = defaultdict(list)
    for number, line in enumerate(lines):
        same = nodes[line.source].column == nodes[line.target].column
        ends[(line.target, same)].append(number)
    ports = [0.5] * len(lines)
    for numbers in ends.values():
        numbers.sort(key=lambda number: nodes[ways[number][-2]].middle)
        for turn, number in enumerate(numbers):
            ports[number] = (turn + 1) / (len(numbers) + 1)
    return ports


def _svg(lines: Sequence[Line], curves: Sequence[Sequence[Piece]], nodes: Mapping[str, Node], w: int, h: int) -> str:
    paths = []
    for line, pieces in zip(lines, curves, strict=True):
        path = f"M{pieces[0][0][0]:.1f} {pieces[0][0][1]:.1f}"
        path += "".join("C" + " ".join(f"{x:.1f} {y:.1f}" for x, y in piece[1:]) for piece in pieces)
        dash = ' stroke-dasharray="5 4"' if "anonymous" in nodes[line.source].css else ""
        dash = ' stroke-dasharray="1.5 5"' if line.possibly else dash
        thick = 2.4 if line.css == "ring" else 1.6
        paths.append(
            f'<path d="{path}" fill="none" stroke="{COLOURS[line.css]}" stroke-width="{thick}"{dash} '
            f'marker-end="url(#{line.css})"/>'
        )
    heads = "".join(
        f'<marker id="{css}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" '
        f'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z" fill="{colour}"/></marker>'
        for css, colour in COLOURS.items()
    )
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">'
        f"<defs>{heads}</defs>{''.join(paths)}</svg>"
    )
    return "data:image/svg+xml;base64," + b64encode(drawing.encode()).decode()


def _heads(boxes: Sequence[Node]) -> Markup:
    columns = {box.column: box for box in boxes}
    heads = {column: HEADS[2 if box.id.startswith(ORIGIN) else min(column, 1)] for column, box in columns.items()}
    return join(
        fill('<span class="head" style="left:{:.0f}px">{}</span>', columns[column].x, head)
        for column, head in heads.items()
    )


def _box(node: Node) -> Markup:
    return fill(
        '<{tag} class="node {css}" title="{title}"{href}'
        ' style="left:{x:.0f}px;top:{y:.0f}px;width:{w:.0f}px;height:{h:.0f}px">'
        "<b>{label}</b><small>{below}</small></{tag}>",
        tag=Markup("a") if node.href else Markup("span"),
        css=" ".join(node.css),
        title=node.title,
        href=fill(' href="{}"', node.href) if node.href else EMPTY,
        x=node.x,
        y=node.y,
        w=node.width,
        h=node.height,
        label=name(node.label),
        below=name(node.below),
    )


def _label(line: Line, piece: Piece, nodes: Mapping[str, Node]) -> Markup:
    t = 0.5 if nodes[line.source].column == nodes[line.target].column else 0.74
    weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
    x, y = (sum(weight * point[axis] for weight, point in zip(weights, piece, strict=True)) for axis in (0, 1))
    edge = line.edge
    reader, source = nodes[line.target].label, nodes[line.source].label
    told = f"{reader} {words.EDGE_SENTENCE[edge.kind]} {source} ({words.rule(edge.rule)})"
    step = "own article" if edge.rule == OWN_ARTICLE else words.EDGE[edge.kind] + ("?" if line.possibly else "")
    return fill(
        '<a class="step {}" style="left:{:.0f}px;top:{:.0f}px" title="{}" href="{}">{}</a>',
        line.css,
        x,
        y,
        told,
        addresses.article(edge.article, edge.start, edge.end),
        step,
    )


def _outline(nodes: Mapping[str, Node], lines: Sequence[Line]) -> Markup:
    sources = defaultdict(list)
    for line in lines:
        sources[line.target].append(line)

    def item(id: str, before: frozenset[str]) -> Markup:
        node = nodes[id]
        label = fill('<a href="{}">{}</a>', node.href, name(node.label)) if node.href else name(node.label)
        steps = [
            fill("<li><i>{}</i> {}</li>", words.EDGE_SENTENCE[line.edge.kind], item(line.source, before | {id}))
            for line in sources[id]
            if line.source not in before | {id}
        ]
        rest = fill("<ul>{}</ul>", join(steps)) if steps else EMPTY
        return fill('<span class="{}">{} <small>{}</small></span>{}', " ".join(node.css), label, name(node.below), rest)

    tops = [id for id in nodes if id.startswith(ARTICLE)]
    return fill("<ul>{}</ul>", join(fill("<li>{}</li>", item(id, frozenset())) for id in tops))
