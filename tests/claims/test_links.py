"""Links of a page, at their places in the text that is stored without them."""

from __future__ import annotations

from claims import articles
from claims.records import Article, to_json

PAGE = """<html><head><title>Bridge</title></head><body><article><h1>Bridge</h1>
<p>The harbour bridge will close in May, <a href="https://www.reuters.com/world/x1">Reuters
reported</a> on Monday. It is a long sentence that tells of the harbour and of its bridge, as texts do.</p>
<p>The mayor said “we will wait” and <a href="/local/story">so <b>did</b> others</a>. Another long paragraph stands here
so that there is something to read on this page, and <a href="javascript:alert(1)">a trap</a> too.</p>
<p>Read <a href="https://one.example/a">more</a> and more of what was said at the quay on that long day in May.</p>
<ul><li>One item with <a href="http://apnews.com/y">a link of its own</a></li><li>Two items</li></ul>
</article><footer><a href="https://elsewhere.example/about">About us</a></footer></body></html>"""


def read(page: str) -> Article:
    (found,) = articles.read_bytes("page.html", page.encode())
    assert isinstance(found, Article)
    return found


def test_links_stand_where_their_words_stand_in_the_text() -> None:
    found = read(PAGE)
    told = {link.url: found.text[link.start : link.end] for link in found.links}
    assert told == {
        "https://www.reuters.com/world/x1": "Reuters reported",
        "https://one.example/a": "more",
        "http://apnews.com/y": "a link of its own",
    }


def test_the_text_is_the_same_with_links_and_without() -> None:
    import re

    assert read(PAGE).text == read(re.sub(r"</?a\b[^>]*>", "", PAGE)).text


def test_links_are_no_part_of_what_the_doors_print() -> None:
    assert "links" not in to_json(read(PAGE))
