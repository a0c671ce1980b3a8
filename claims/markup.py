"""HTML pages -> pages. What a page says of itself is read; nothing is guessed from its looks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

from claims.errors import ArticleError
from claims.links import find_links
from claims.pages import Page, decode
from claims.records import DateSource
from claims.timestamps import iso_date

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""^\s*<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)""")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued", "dc.date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
    "publication_date", "citation_publication_date", "date",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified")
_OUTLET = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name")
_POSTS = frozenset({"BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting"})
_NO_ARTICLE = re.compile(r"(enable|requires?|turn on|activate)\s+(java\s?script|cookies)", re.IGNORECASE)
# Elements whose end tag HTML lets nobody leave out, of those that hold an article's text.
_CLOSED = frozenset(
    ("a", "article", "aside", "b", "blockquote", "div", "em", "figure", "footer", "h1", "h2", "h3", "header", "i",
     "main", "nav", "section", "span")
)  # fmt: skip


def read_html(
    name: str, data: bytes, shortest: int, url: str | None = None, charset: str | None = None
) -> Iterator[Page]:
    """Read the article on a page: main text (trafilatura), and its metadata (JSON-LD, meta tags).

    ``shortest`` is the fewest words that are an article; ``url`` and ``charset`` are what the server said.

    Raises:
        ArticleError: the page is cut off, or holds no article.
    """
    from trafilatura import bare_extraction, load_html

    head = data[:4096]
    declared = _CHARSET.search(head) or _XML_CHARSET.search(head)
    html = decode(data, charset or (declared[1].decode("ascii", "replace") if declared else None))
    if not html.strip():
        raise ArticleError("is empty; save the page again")
    if _is_cut_off(html):
        raise ArticleError("is a page that stops in the middle; save or load it again, whole")
    if not re.search(r"<(html|body|!doctype)\b", html, re.IGNORECASE):
        html = f"<html><body>{html}</body></html>"  # a piece of a page
    tree = load_html(html)
    if tree is None:
        raise ArticleError("is no HTML page; save it again, or name it .txt if it is plain text")
    nodes = _article_nodes(tree)
    meta = _meta(tree)
    asked: dict[str, Any] = {"url": url, "include_comments": False}
    found = bare_extraction(html, **asked, with_metadata=True, date_extraction_params={"extensive_search": False})
    text = found.text if found is not None and found.text else ""
    if not _is_article(text, shortest):
        raise ArticleError("is a page without an article's text; save the article's own page, after it has loaded")
    published = _date(nodes, "datePublished", meta, _PUBLISHED)
    linked = bare_extraction(html, **asked, include_links=True)
    yield Page(
        name,
        text,
        url=_address(tree, meta, url),
        outlet=_first(meta, _OUTLET[:1]) or _publisher(nodes) or _first(meta, _OUTLET[1:]),
        title=found.title if _has_title(tree, meta, nodes) else None,
        author=found.author,
        published=published,
        modified=_date(nodes, "dateModified", meta, _MODIFIED),
        date_source=DateSource.METADATA if published else None,
        links=find_links(linked.body, text) if linked is not None and linked.body is not None else (),
    )


def _is_article(text: str, shortest: int) -> bool:
    if len(text.split()) < shortest or (len(text) < 500 and _NO_ARTICLE.search(text)):
        return False
    return any(len(line.split()) > 4 and re.search(r"[.!?…]\W*$", line) for line in text.split("\n"))


def _article_nodes(tree: Any) -> list[dict[str, Any]]:
    """Return the JSON-LD objects that speak of this page's article, not of those that it links to."""
    found: list[dict[str, Any]] = []
    for script in tree.xpath('//script[starts-with(@type, "application/ld+json")]'):
        try:
            data = json.loads((script.text_content() or "").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue  # broken JSON-LD is common and says nothing of the text
        for node in data if isinstance(data, list) else [data]:
            graph = node.get("@graph") if isinstance(node, dict) else None
            found.extend(item for item in (graph if isinstance(graph, list) else [node]) if _is_post(item))
    return found


def _is_post(node: Any) -> bool:
    kinds = node.get("@type") if isinstance(node, dict) else None
    return any(
        isinstance(kind, str) and (kind.endswith("Article") or kind in _POSTS)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _meta(tree: Any) -> dict[str, list[str]]:
    """Return the values of meta tags and of microdata dates by their lower-case names."""
    values: dict[str, list[str]] = {}
    for element in tree.xpath("//meta[@content] | //time[@itemprop and @datetime]"):
        value = (element.get("content") or element.get("datetime") or "").strip()
        names = {element.get(key, "").strip().lower() for key in ("property", "name", "itemprop")}
        for name in sorted(names - {""}):
            values.setdefault(name, []).append(value)
    return values


def _first(meta: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((value for name in names for value in meta.get(name, ()) if value), None)


def _has_title(tree: Any, meta: dict[str, list[str]], nodes: list[dict[str, Any]]) -> bool:
    # Else trafilatura takes the first subheading for a title.
    stated = tree.find(".//h1") is not None or tree.find(".//title") is not None
    return stated or "og:title" in meta or "twitter:title" in meta or any(node.get("headline") for node in nodes)


def _publisher(nodes: list[dict[str, Any]]) -> str | None:
    names: set[str] = set()
    for node in nodes:
        publisher = node.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name.strip() and "://" not in name:
            names.add(name.strip())
    return names.pop() if len(names) == 1 else None


def _date(nodes: list[dict[str, Any]], key: str, meta: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    # Several values under one name belong to several articles: then that name does not tell.
    candidates: list[list[Any]] = [[node.get(key) for node in nodes], *(meta.get(name, []) for name in names)]
    for values in candidates:
        dates = {iso for iso in map(iso_date, values) if iso is not None}
        if len(dates) == 1:
            return dates.pop()
    return None


def _address(tree: Any, meta: dict[str, list[str]], url: str | None) -> str | None:
    """Return the page's own address. A front page, or another site that it was taken from, is not it."""
    links = tree.xpath('//link[translate(@rel, "CANOIL", "canoil")="canonical"]/@href')
    for stated in (*links, _first(meta, ("og:url",)) or ""):
        address = urljoin(url or "", stated.strip())
        try:
            parts = urlsplit(address)
            home = urlsplit(url).netloc.removeprefix("www.") if url else None
        except ValueError:
            continue
        if parts.scheme not in ("http", "https") or not parts.netloc or not (parts.path.strip("/") or parts.query):
            continue
        if home is None or parts.netloc.removeprefix("www.") == home:
            return str(address)
    return url


class _OpenElements(HTMLParser):
    """Counts elements that are still open where a page ends."""

    def __init__(self) -> None:
        super().__init__()
        self.open = 0
        self.stated = False  # <html> or <body> was written out
        self.last = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open += tag in _CLOSED
        self.stated = self.stated or tag in ("html", "body")

    def handle_endtag(self, tag: str) -> None:
        self.open -= tag in _CLOSED

    def handle_data(self, data: str) -> None:
        self.last = data if data.strip() else self.last


def _is_cut_off(html: str) -> bool:
    # </html> may be left out (HTML Standard), so its lack alone proves nothing: something must stand open,
    # or the last sentence must lack its end.
    if re.search(r"</(html|body)\s*>", html, re.IGNORECASE):
        return False
    parser = _OpenElements()
    try:
        parser.feed(html)  # and no close(): what it holds back is the unfinished end
    except AssertionError:  # html.parser on malformed declarations
        return False
    rest = parser.rawdata.strip()
    if parser.open > 0 or parser.cdata_elem is not None or rest.startswith("<"):
        return True
    return parser.stated and re.search(r"[.!?…:)\]\"'”’»]\s*$", rest or parser.last) is None
