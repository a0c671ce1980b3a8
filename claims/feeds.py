"""RSS and Atom feeds -> pages, one an entry."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin
from xml.parsers import expat

from claims.errors import ArticleError
from claims.pages import Page
from claims.records import DateSource, Refusal
from claims.timestamps import iso_date

_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer",
     "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table",
     "td", "th", "tr", "ul")
)  # fmt: skip
_HIDDEN = frozenset(("script", "style", "template"))


def read_feed(name: str, data: bytes) -> Iterator[Page | Refusal]:
    """Read the entries of an RSS or Atom feed: their content, or what stands as their description.

    Raises:
        ArticleError: no feed, or a feed without entries.
    """
    import feedparser

    flaw = None
    try:
        expat.ParserCreate().Parse(data, True)
    except expat.ExpatError as error:
        flaw = str(error)
    feed = feedparser.parse(io.BytesIO(data))  # as a stream: a string might be taken for an address
    if not feed.version:
        raise ArticleError("is no RSS or Atom feed; other XML is not read: save the article as .html or .txt")
    entries = list(feed.entries)
    if flaw is not None:
        cut = re.search(rb"</(rss|feed|([\w.-]+:)?RDF)\s*>\s*$", data) is None
        left_out = "; the last entry is left out" if cut and entries else ""
        yield Refusal(name, f"is a feed that is cut off or damaged ({flaw}){left_out}; load it again")
        entries = entries[:-1] if cut else entries
    elif not entries:
        raise ArticleError("is a feed without entries; load it again later")
    for number, entry in enumerate(entries, start=1):
        where = f"{name}: entry {number}"
        text = _entry_text(entry)
        if text.strip():
            yield _entry_page(where, text, entry, feed.feed)
        else:
            address = entry.get("link") or "its page"
            yield Refusal(where, f"has no text in the feed; add {address} itself")


def fragment_text(html: str) -> str:
    """Return the words of a piece of HTML, a line a block, white space as a browser shows it."""
    words = _Words()
    words.feed(html)
    words.close()
    lines = (" ".join(line.split()) for line in "".join(words.pieces).split("\0"))
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    """Keeps what a reader would see; a zero character stands where a block begins or ends."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in _HIDDEN
        if tag in _BLOCKS:
            self.pieces.append("\0")

    def handle_endtag(self, tag: str) -> None:
        self.hidden = max(0, self.hidden - (tag in _HIDDEN))
        if tag in _BLOCKS:
            self.pieces.append("\0")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.pieces.append(data.replace("\0", ""))


def _entry_text(entry: Any) -> str:
    bodies = [(body.get("value") or "", body.get("type")) for body in entry.get("content") or ()]
    if not any(value.strip() for value, _ in bodies):
        bodies = [(entry.get("summary") or "", (entry.get("summary_detail") or {}).get("type"))]
    texts = (value if kind == "text/plain" else fragment_text(value) for value, kind in bodies)
    return max(texts, key=len)  # one entry may offer its content in several forms


def _entry_page(where: str, text: str, entry: Any, feed: Any) -> Page:
    source = entry.get("source") or {}  # an entry that one feed took over from another names it
    published = iso_date(dict.get(entry, "published"))
    return Page(
        where,
        text,
        url=urljoin(feed.get("link") or "", entry["link"]) if entry.get("link") else None,
        outlet=source.get("title") or entry.get("publisher") or feed.get("publisher") or feed.get("title"),
        title=entry.get("title"),
        author=entry.get("author"),
        published=published,
        modified=iso_date(dict.get(entry, "updated")),
        date_source=DateSource.METADATA if published else None,
    )
