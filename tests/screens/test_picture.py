"""The picture of a trail: everything is on it, nothing over another, and nothing of an article is markup."""

from __future__ import annotations

from base64 import b64decode
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from claims.records import Article, Cluster, EdgeKind, Extraction, Trail
from screens.graph import ARTICLE, FOLD_FROM, ORIGIN, graph_of
from screens.layout import place
from screens.picture import draw
from tests.screens import sample
from tests.screens.test_markup import Reader

Part = tuple[list[Extraction], list[tuple[Cluster, Trail]]]
PARTS = {"story": sample.story, "crowd": sample.crowd, "hostile": sample.hostile, "three": lambda: sample.crowd(3)}


def parts_of(part: Part) -> tuple[Trail, dict[str, Article]]:
    return part[1][0][1], {paper.article.id: paper.article for paper in part[0]}


@pytest.mark.parametrize("part", PARTS)
def test_boxes_do_not_overlap(part: str) -> None:
    nodes, lines = graph_of(*parts_of(PARTS[part]()))
    place(nodes, lines)
    for column in {node.column for node in nodes.values()}:
        stack = sorted((node.y, node.y + node.height) for node in nodes.values() if node.column == column)
        assert all(end <= start for (_, end), (start, _) in pairwise(stack))
        assert stack[0][0] >= 0


@pytest.mark.parametrize("part", PARTS)
def test_what_is_read_stands_left_of_what_it_is_taken_from_and_origins_last(part: str) -> None:
    nodes, lines = graph_of(*parts_of(PARTS[part]()))
    place(nodes, lines)
    last = max(node.column for node in nodes.values())
    assert all(node.id.startswith((ARTICLE, "way:")) for node in nodes.values() if node.column == 0)
    assert all(node.column == last for node in nodes.values() if node.id.startswith(ORIGIN))
    assert all(nodes[line.source].column >= nodes[line.target].column for line in lines)


def test_every_article_of_a_small_trail_has_a_box_that_leads_to_it() -> None:
    trail, articles = parts_of(sample.story())
    links = Reader(draw(trail, articles)).links
    for appearance in trail.appearances:
        assert any(link and link.startswith(f"article?id={appearance.article}&at=") for link in links)


def test_a_copy_stands_left_of_what_it_copies() -> None:
    nodes, lines = graph_of(*parts_of(sample.story()))
    place(nodes, lines)
    [copy] = [line for line in lines if line.edge.kind is EdgeKind.COPIES]
    assert nodes[copy.target].label == "The Velling Courier"
    assert nodes[copy.target].x < nodes[copy.source].x


def test_a_cited_outlet_with_one_article_here_is_that_article() -> None:
    nodes, lines = graph_of(*parts_of(sample.story()))
    assert [node.id[:8] for node in nodes.values() if node.label == "Coastwire"] == ["article:"]
    readers = {nodes[line.target].label for line in lines if nodes[line.source].label == "Coastwire"}
    assert readers == {"The Velling Courier", "Northern Ledger"}


def test_the_ring_is_shown_with_its_lines() -> None:
    trail, articles = parts_of(sample.story())
    nodes, lines = graph_of(trail, articles)
    ring = {node.label for node in nodes.values() if "ring" in node.css}
    assert ring == {"Velling Today", "Harbour Gazette"}
    assert sum(line.css == "ring" for line in lines) == 2


def test_denials_and_unnamed_origins_look_their_own_way() -> None:
    nodes, _ = graph_of(*parts_of(sample.story()))
    assert [node.label for node in nodes.values() if "denies" in node.css] == ["Radio Velling"]
    assert [node.label for node in nodes.values() if "denier" in node.css] == ["Maren Holt"]
    assert [node.label for node in nodes.values() if "anonymous" in node.css] == ["a former harbour engineer"]


def test_many_articles_are_folded_and_none_is_lost() -> None:
    trail, articles = parts_of(sample.crowd(40))
    nodes, _ = graph_of(trail, articles)
    boxes = [node for node in nodes.values() if node.id.startswith(ARTICLE)]
    assert len(boxes) <= FOLD_FROM
    shown = [id for node in boxes for id in (node.id, *node.folded)]
    assert sorted(shown) == sorted(ARTICLE + id for id in articles)
    assert sum("denies" in node.css for node in boxes) == 3


def test_a_trail_without_edges_is_drawn() -> None:
    trail, articles = parts_of(([], [sample.story()[1][2]]))
    html = draw(trail, {paper.article.id: paper.article for paper in sample.story()[0]})
    assert "Coastwire" in html
    assert articles == {}


def test_the_lines_are_one_valid_drawing_without_words() -> None:
    for make in PARTS.values():
        [src] = [link for link in Reader(draw(*parts_of(make()))).links if link and link.startswith("data:")]
        root = ElementTree.fromstring(b64decode(src.partition(",")[2]))
        assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {"svg", "defs", "marker", "path"}
        assert not "".join(root.itertext()).strip()


def test_no_string_of_an_article_becomes_markup() -> None:
    read = Reader(draw(*parts_of(sample.hostile())))
    assert set(read.tags) <= {"div", "img", "a", "span", "b", "small", "bdi", "details", "summary", "ul", "li", "i"}
    assert read.tags.count("img") == 1
    assert all(link.startswith(("article?", "#", "data:image/svg+xml;base64,")) for link in read.links if link)
