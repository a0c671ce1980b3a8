"""File, folder, upload, pasted text or web address -> articles. The only way in.

The text of .txt and JSON is kept to the code point: no newline is translated, nothing stripped or
normalised. Whatever cannot be taken in becomes a :class:`Refusal` that says what to do, and the rest
goes on. What is unknown stays ``None``.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path, PurePath

from claims import rows
from claims.documents import read_docx, read_pdf
from claims.errors import ArticleError
from claims.feeds import read_feed
from claims.markup import read_html
from claims.pages import SAVE_AS_UTF8, Page, decode, half_character, marked_encoding, stated, web_address
from claims.records import Article, DateSource, Link, Refusal, digest
from claims.timestamps import iso_date, url_date
from settings import Claims

_DEFAULTS = Claims()
_LINES = (".jsonl", ".ndjson")
_FEEDS = (".xml", ".rss", ".atom")
_PAGES = (".html", ".htm")
SUFFIXES: tuple[str, ...] = (".txt", *_PAGES, *_LINES, ".json", *_FEEDS, ".pdf", ".docx")


def article(
    text: str,
    *,
    url: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    author: str | None = None,
    published: str | None = None,
    modified: str | None = None,
    retrieved: str | None = None,
    date_source: DateSource | None = None,
    links: tuple[Link, ...] = (),
    settings: Claims = _DEFAULTS,
) -> Article:
    """Make an article of ``text`` and what is known of it.

    Dates become ISO 8601, or ``None`` where day, month or year is unsure. Without ``published``, a
    day in the path of ``url`` (``/2024/05/03/``) is taken and marked so. An address that a page must
    not link to (``javascript:``) is dropped.

    Raises:
        ArticleError: the text is empty or too long, or something is no valid Unicode.
    """
    if not text.strip():
        raise ArticleError("the text is empty; give the article's words")
    if len(text) > settings.largest_text:
        over = f"{len(text):,} characters, over {settings.largest_text:,}"
        raise ArticleError(f"the text has {over}; split it, or raise [claims] largest_text")
    known = {"text": text, "url": url, "outlet": outlet, "title": title, "author": author}
    for field, value in known.items():
        broken = half_character(value)
        if broken is not None:
            raise ArticleError(f"the {field} has half a character {broken}; {SAVE_AS_UTF8}")
    address, name = web_address(stated(url)), stated(outlet)
    day, origin = iso_date(published), date_source or DateSource.GIVEN
    if stated(published) is None:
        day, origin = url_date(address), DateSource.URL
    sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Article(
        id=digest(address, name, sha256),
        url=address,
        outlet=name,
        title=stated(title),
        author=stated(author),
        published=day,
        modified=iso_date(modified),
        retrieved=iso_date(retrieved),
        date_source=origin if day else None,
        sha256=sha256,
        text=text,
        links=links,
    )


def read(path: Path, settings: Claims = _DEFAULTS) -> Iterator[Article | Refusal]:
    """Read a file, or every file of a folder and its folders in the order of their names.

    JSON Lines are streamed. In folders, hidden files are skipped and unknown endings refused.
    """
    name = str(path)
    try:
        if path.is_dir():
            for child in sorted(path.iterdir()):
                if child.name.startswith("."):
                    continue
                if child.is_symlink() and child.is_dir():
                    yield Refusal(str(child), "is a link to a folder, which is not followed; name that folder itself")
                elif child.is_dir() or (child.is_file() and child.suffix.lower() in SUFFIXES):
                    yield from read(child, settings)
                elif child.is_file():
                    yield Refusal(str(child), _unknown(child.suffix))
                else:
                    yield Refusal(str(child), "is no file (a broken link or a device); remove it or name its target")
            return
        with path.open("rb") as file:
            if path.suffix.lower() in _LINES:
                yield from _taken(name, _lines_of(name, file, settings.largest_file), settings)
            else:
                yield from read_bytes(name, file.read(settings.largest_file + 1), settings)
    except FileNotFoundError:
        yield Refusal(name, "does not exist; check the path")
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the path
        yield Refusal(name, f"cannot be opened ({getattr(error, 'strerror', None) or error}); check its permissions")


def read_bytes(name: str, data: bytes, settings: Claims = _DEFAULTS) -> Iterator[Article | Refusal]:
    """Read an upload or standard input. The ending of ``name`` tells its kind; without one, its first bytes do."""
    return _read_kind(name, PurePath(name).suffix.lower() or _looks_like(data), data, settings)


def read_lines(name: str, lines: Iterable[str], settings: Claims = _DEFAULTS) -> Iterator[Article | Refusal]:
    """Read JSON Lines as they come; ``lines`` must not be split at anything but ``\\n``."""
    return _taken(name, rows.read_lines(name, lines, settings.largest_file), settings)


def fetch(url: str, settings: Claims = _DEFAULTS) -> Iterator[Article | Refusal]:
    """Load a web address: a page, a feed, a PDF or a text. ``retrieved`` is the time of this call."""
    from claims.fetching import download

    now = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        got = download(url, settings.fetch_timeout, settings.largest_file)
    except ArticleError as error:
        yield Refusal(url, str(error))
        return
    yield from _read_kind(url, got.suffix, got.data, settings, fetched=(got.url, got.charset, now))


def _read_kind(
    name: str, suffix: str, data: bytes, settings: Claims, fetched: tuple[str, str | None, str] | None = None
) -> Iterator[Article | Refusal]:
    url, charset, now = fetched or (None, None, None)
    limit = settings.largest_file
    if len(data) > limit:
        yield Refusal(name, f"is over {limit:,} bytes; split it, give JSON Lines, or raise [claims] largest_file")
        return
    readers: dict[tuple[str, ...], Iterator[Page | Refusal]] = {  # none of them starts before it is chosen
        (".txt",): _read_text(name, data, url, charset),
        _PAGES: read_html(name, data, settings.shortest_page, url, charset),
        _LINES: _lines_of(name, io.BufferedReader(io.BytesIO(data)), limit),
        (".json",): rows.read_json(name, data),
        _FEEDS: read_feed(name, data),
        (".pdf",): read_pdf(name, data),
        (".docx",): read_docx(name, data, limit),
    }
    reader = next((reader for suffixes, reader in readers.items() if suffix in suffixes), None)
    if reader is None:
        yield Refusal(name, _unknown(suffix))
    elif not data.strip():
        yield Refusal(name, "is empty; give a file with an article in it")
    else:
        yield from _taken(name, reader, settings, now)


def _read_text(name: str, data: bytes, url: str | None, charset: str | None) -> Iterator[Page]:
    yield Page(name, decode(data, charset), url=url)


def _taken(
    name: str, pages: Iterator[Page | Refusal], settings: Claims, now: str | None = None
) -> Iterator[Article | Refusal]:
    """Turn pages into articles; whatever goes wrong on the way is a refusal of its own place."""
    try:
        for page in pages:
            yield page if isinstance(page, Refusal) else _article_of(page, settings, now)
    except ArticleError as error:
        yield Refusal(name, str(error))
    except Exception as error:  # parsing libraries raise anything on hostile bytes; one file must not stop the rest
        yield Refusal(name, f"cannot be read ({type(error).__name__}: {error}); save it again, or as .txt")


def _article_of(page: Page, settings: Claims, now: str | None) -> Article | Refusal:
    try:
        return article(
            page.text,
            url=page.url,
            outlet=page.outlet,
            title=page.title,
            author=page.author,
            published=page.published,
            modified=page.modified,
            retrieved=now or page.retrieved,
            date_source=page.date_source,
            links=page.links,
            settings=settings,
        )
    except ArticleError as error:
        return Refusal(page.where, str(error))


def _lines_of(name: str, file: io.BufferedReader, largest: int) -> Iterator[Page | Refusal]:
    marked = marked_encoding(file.peek(4))
    if marked is not None and marked[0] != "utf-8":
        family = marked[0].removesuffix("-le").removesuffix("-be")  # without its order, the mark is taken off
        return rows.read_lines(name, io.TextIOWrapper(file, family, newline="\n"), largest)
    return rows.read_lines(name, _bounded(file, largest), largest)


def _bounded(file: io.BufferedReader, largest: int) -> Iterator[bytes]:
    """Yield lines; of one longer than ``largest`` bytes, so much that its length is seen."""
    while line := file.readline(largest + 1):
        yield line
        while len(line) > largest and not line.endswith(b"\n"):
            line = file.readline(largest + 1)


def _looks_like(data: bytes) -> str:
    head = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"%pdf-"):
        return ".pdf"
    if head.startswith(b"pk\x03\x04"):
        return ".docx"
    if head.startswith((b"<rss", b"<feed", b"<rdf:rdf")) or (head.startswith(b"<?xml") and b"<html" not in head):
        return ".xml"
    if head.startswith((b"<!doctype", b"<html", b"<?xml", b"<head", b"<body")):
        return ".html"
    if re.match(rb'\{\s*"', head):
        return ".jsonl" if re.search(rb"\}\r?\n\s*(\{|$)", data) and not re.match(rb"\{\s*\n", head) else ".json"
    return ".json" if re.match(rb"\[\s*\{", head) else ".txt"


def _unknown(suffix: str) -> str:
    return f"has the ending {suffix or 'none'!r}, which is not read; use one of {' '.join(SUFFIXES)}"
