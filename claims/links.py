"""Where the links of a page stand in its article's text. The text itself is stored without them, to the code point."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claims.pages import web_address
from claims.records import Link

AROUND = 40
"""Letters before a link, in its paragraph, by which its place is known; a link whose place is not sure is left out."""
_BLOCKS = frozenset({"p", "head", "item", "cell", "quote", "list", "row", "table"})


def find_links(body: Any, text: str) -> tuple[Link, ...]:
    """Return the links of ``body`` (trafilatura's tree, made with links) at their places in ``text`` (made without).

    The two are compared without white space; what stands in ``body`` alone, or twice in ``text``, is no link of it.
    """
    places = [at for at, letter in enumerate(text) if not letter.isspace()]
    bare = "".join(text[at] for at in places)
    found: list[Link] = []
    for before, words, url in _anchors(body):
        address = web_address(url)
        if address is None or not address.lower().startswith(("http://", "https://")) or not words:
            continue
        wanted = before[-AROUND:] + words
        first = bare.find(wanted)
        if first < 0 or bare.find(wanted, first + 1) >= 0:
            continue
        start = first + len(wanted) - len(words)
        found.append(Link(places[start], places[start + len(words) - 1] + 1, address))
    return tuple(sorted(dict.fromkeys(found)))


def _anchors(body: Any) -> Iterator[tuple[str, str, str]]:
    """Each link: the letters before it, its own, and where it leads."""
    before = ""
    open_links: list[tuple[Any, str]] = []  # links and what stands before them
    for event, node in _walk(body):
        if event == "start" and node.tag in _BLOCKS:
            before = ""
        elif event == "start" and node.tag == "ref":
            open_links.append((node, before))
        elif event == "text":
            before += re.sub(r"\s+", "", node)
        elif event == "end" and open_links and open_links[-1][0] is node:
            _, stood = open_links.pop()
            yield stood, before[len(stood) :], node.get("target") or ""


def _walk(node: Any) -> Iterator[tuple[str, Any]]:
    yield "start", node
    if node.text:
        yield "text", node.text
    for child in node:
        yield from _walk(child)
        if child.tail:
            yield "text", child.tail
    yield "end", node
