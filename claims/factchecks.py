"""Earlier fact-checks out of a CSV table, ClaimReview (schema.org JSON-LD) or a reply of Google's claim search.

Ratings are kept in the publisher's words. A number is told with its scale, never read as true or false. What is not
given is ``None``. What cannot be used is refused alone, by its line or its place; the rest goes on.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path, PurePath
from typing import Any

from claims.errors import ArticleError
from claims.pages import SAVE_AS_UTF8, decode, half_character, stated, web_address
from claims.records import FactCheck, Refusal, digest
from claims.timestamps import iso_date
from settings import Claims

_DEFAULTS = Claims()
_LINES = (".jsonl", ".ndjson")
_JSON = (".json", ".jsonld")
_TABLES = (".csv", ".tsv")
_PAGES = (".html", ".htm")
SUFFIXES: tuple[str, ...] = (*_TABLES, *_JSON, *_LINES, *_PAGES)
_KINDS = {
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
}
_WANTED = "a CSV table, JSON or JSON Lines of ClaimReview, or a page with ClaimReview in it"

# The column of a field goes by any of these names, small or capital, with or without spaces, dots and underscores; of
# several that a row fills, the first counts.
_COLUMNS: dict[str, tuple[str, ...]] = {
    "claim": ("claimreviewed", "claim", "claimtext", "text"),
    "claimant": ("claimauthor", "claimant", "claimauthorname", "itemreviewedauthorname", "itemreviewedauthor"),
    "claimed": ("claimdate", "claimed", "itemrevieweddatepublished"),
    "rating": ("textualrating", "rating", "verdict", "reviewratingalternatename", "alternatename", "reviewrating"),
    "value": ("ratingvalue", "reviewratingratingvalue"),
    "best": ("bestrating", "reviewratingbestrating"),
    "worst": ("worstrating", "reviewratingworstrating"),
    "publisher": ("publisher", "publishername", "author", "authorname", "reviewauthor", "factchecker", "publishersite"),
    "url": ("url", "reviewurl", "link"),
    "reviewed": ("datepublished", "reviewdate", "reviewed", "date"),
}
_NEEDED = "claimReviewed (or claim) and textualRating (or rating, or ratingValue)"
_OPTIONAL = "claimAuthor, claimDate, publisher (or author), url and datePublished (or reviewDate)"


def fact_check(
    claim: str,
    *,
    claimant: str | None = None,
    claimed: str | None = None,
    rating: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    reviewed: str | None = None,
    settings: Claims = _DEFAULTS,
) -> FactCheck:
    """Make a fact-check of what is known of it. Dates become ISO 8601, or ``None`` where day, month or year is unsure.

    Raises:
        ArticleError: the claim is empty, or a field is too long or no valid Unicode.
    """
    known = {"claim": claim, "claimant": claimant, "rating": rating, "publisher": publisher, "url": url}
    for field, value in known.items():
        if len(value or "") > settings.longest_checked:
            raise ArticleError(
                f"has {len(value or ''):,} characters as its {field}, over {settings.longest_checked:,}; "
                "shorten it, or raise [claims] longest_checked"
            )
        if (broken := half_character(value)) is not None:
            raise ArticleError(f"has half a character in its {field} {broken}; {SAVE_AS_UTF8}")
    if not claim.strip():
        raise ArticleError("has no claim; give the words that were checked")
    parts = (
        claim.strip(),
        stated(claimant),
        iso_date(claimed),
        stated(rating),
        stated(publisher),
        web_address(stated(url)),
        iso_date(reviewed),
    )
    return FactCheck(digest("fact-check", *parts), *parts)


def read(path: Path, settings: Claims = _DEFAULTS) -> Iterator[FactCheck | Refusal]:
    """Read a file of fact-checks."""
    name = str(path)
    try:
        if path.is_dir():
            yield Refusal(name, "is a folder; name the files in it")
            return
        with path.open("rb") as file:
            data = file.read(settings.largest_file + 1)
    except FileNotFoundError:
        yield Refusal(name, "does not exist; check the path")
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the path
        yield Refusal(name, f"cannot be opened ({getattr(error, 'strerror', None) or error}); check its permissions")
    else:
        yield from read_bytes(name, data, settings)


def read_bytes(name: str, data: bytes, settings: Claims = _DEFAULTS) -> Iterator[FactCheck | Refusal]:
    """Read an upload or standard input. What it holds is told by its first bytes, whatever it is named."""
    yield from _read(name, PurePath(name).suffix.lower(), data, None, settings)


def fetch(url: str, settings: Claims = _DEFAULTS) -> Iterator[FactCheck | Refusal]:
    """Load a web address: a feed, a table, or the page of a fact-check."""
    from claims.fetching import download

    try:
        got = download(url, settings.fetch_timeout, settings.largest_file, _KINDS, _WANTED)
    except ArticleError as error:
        yield Refusal(url, str(error))
        return
    yield from _read(url, got.suffix, got.data, got.charset, settings)


def _read(name: str, suffix: str, data: bytes, charset: str | None, settings: Claims) -> Iterator[FactCheck | Refusal]:
    limit = settings.largest_file
    try:
        if len(data) > limit:
            raise ArticleError(f"is over {limit:,} bytes; split it, or raise [claims] largest_file")
        text = decode(data, charset)
        if not text.strip():
            raise ArticleError(f"is empty; give {_WANTED}")
        start = text.lstrip()[:1]
        if start == "<":
            yield from _page(name, text, settings)
        elif suffix in _LINES or (start in ("{", "[") and suffix not in _TABLES):
            yield from _json(name, text, suffix in _LINES, settings)
        elif suffix in (*_TABLES, "", ".txt"):
            yield from _table(name, text, settings)
        else:
            raise ArticleError(f"holds no fact-checks that can be read; give {_WANTED} ({' '.join(SUFFIXES)})")
    except ArticleError as error:
        yield Refusal(name, str(error))


# ---------------------------------------------------------------- tables


def _table(name: str, text: str, settings: Claims) -> Iterator[FactCheck | Refusal]:
    """Read a table whose first line names its columns; cells are separated by commas, semicolons or tabs."""
    # The standard library's limit is one for the whole process. Ours is kept by fact_check, row by row.
    csv.field_size_limit(max(csv.field_size_limit(), settings.largest_file))
    head = _header(text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=head.delimiter, strict=True)
    names = next(rows)
    last = rows.line_num
    while True:
        where = f"{name}:{last + 1}"
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            last = rows.line_num
            yield Refusal(where, f"is no row of a table ({error}); see that quotation marks are paired and doubled")
            continue
        last = rows.line_num
        if any(cell.strip() for cell in cells):
            try:
                yield _row(names, cells, head, settings)
            except ArticleError as error:
                yield Refusal(where, str(error))


class _Header:
    """Which columns of a table hold which field, in the order of preference."""

    def __init__(self, names: list[str], delimiter: str) -> None:
        self.delimiter = delimiter
        places = {_plain(name): place for place, name in reversed(list(enumerate(names)))}
        self.places = {field: [places[each] for each in known if each in places] for field, known in _COLUMNS.items()}
        self.known = sum(map(bool, self.places.values()))

    def lacks(self) -> bool:
        """Tell whether there is no column of claims, or none of ratings."""
        return not self.places["claim"] or not (self.places["rating"] or self.places["value"])


def _header(text: str) -> _Header:
    """Find the separator by which the first line names most columns that are known.

    Raises:
        ArticleError: it does not name the columns that are needed.
    """
    found = []
    for delimiter in (",", ";", "\t"):
        try:
            names = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
        except (csv.Error, StopIteration):
            continue
        found.append((_Header(names, delimiter), names))
    head, names = max(found, key=lambda one: (one[0].known, len(one[1])), default=(None, []))
    if head is None or head.lacks():
        shown = ", ".join(repr(name.strip()[:40]) for name in names[:12]) or "no columns"
        raise ArticleError(
            f"names {shown} in its first line; needed are the columns {_NEEDED}; read are also {_OPTIONAL}"
        )
    return head


def _row(names: list[str], cells: list[str], head: _Header, settings: Claims) -> FactCheck:
    if len(cells) > len(names):  # its cells may stand under the wrong names
        raise ArticleError(
            f"has {len(cells)} cells for {len(names)} columns; put a cell with a {head.delimiter!r} in quotation marks"
        )
    values: dict[str, str | None] = {}
    for field, places in head.places.items():
        values[field] = next((cells[place] for place in places if place < len(cells) and cells[place].strip()), None)
    value, best, worst = (stated(values.pop(key)) for key in ("value", "best", "worst"))
    values["rating"] = values["rating"] or _scaled(value, best, worst)
    return fact_check(values.pop("claim") or "", **values, settings=settings)


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).lower()


# ---------------------------------------------------------------- JSON


def _json(name: str, text: str, lines: bool, settings: Claims) -> Iterator[FactCheck | Refusal]:
    if not lines:
        try:
            document = _parse(text)
        except _Several:
            lines = True
        else:
            yield from _checks_in(name, document, settings)
            return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            where = f"{name}:{number}"
            try:
                yield from _checks_in(where, _parse(line), settings)
            except ArticleError as error:
                yield Refusal(where, str(error))


class _Several(ArticleError):
    """There is more than one JSON value."""


def _parse(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        kind = _Several if error.msg == "Extra data" else ArticleError
        raise kind(
            f"is not valid JSON ({error.msg} at line {error.lineno}, column {error.colno}); correct it"
        ) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, or a thousand brackets
        raise ArticleError(f"is JSON that cannot be read ({error}); give ClaimReview without deep nesting") from error


def _checks_in(where: str, document: Any, settings: Claims) -> Iterator[FactCheck | Refusal]:
    """Yield the fact-checks of a document, wherever they stand in it: DataFeed, @graph, list, reply of a search.

    Raises:
        ArticleError: there is none.
    """
    found = 0
    for found, reader in enumerate(_reviews(document), 1):
        try:
            yield reader(settings)
        except ArticleError as error:
            yield Refusal(f"{where}, fact-check {found}", str(error))
    if not found:
        raise ArticleError(
            'holds no fact-check; expected objects of "@type": "ClaimReview" with claimReviewed and reviewRating, '
            'or {"claims": [{"text": ..., "claimReview": [...]}]}'
        )


class _Review:
    """One fact-check as a document gives it: a ClaimReview, or a claim and one review of it in a search's reply."""

    def __init__(self, node: Mapping[str, Any], claim: Mapping[str, Any] | None = None) -> None:
        self.node, self.claim = node, claim

    def __call__(self, settings: Claims) -> FactCheck:
        """Return the fact-check. Raises ArticleError."""
        return self._of_schema(settings) if self.claim is None else self._of_search(self.claim, settings)

    def _of_schema(self, settings: Claims) -> FactCheck:
        node = self.node
        item = _first(node.get("itemReviewed"))
        rating = _first(node.get("reviewRating"))
        words = _text(rating.get("alternateName")) or _text(rating.get("name")) or _text(node.get("textualRating"))
        if not words:
            scale = (_number(rating.get(key)) for key in ("ratingValue", "bestRating", "worstRating"))
            words = _scaled(*scale) or _text(node.get("reviewRating"))
        return fact_check(
            _text(node.get("claimReviewed")) or "",
            claimant=_names(item.get("author")),
            claimed=_text(item.get("datePublished")),
            rating=words,
            publisher=_names(node.get("publisher")) or _names(node.get("author")),
            url=_text(node.get("url")),
            reviewed=_text(node.get("datePublished")),
            settings=settings,
        )

    def _of_search(self, claim: Mapping[str, Any], settings: Claims) -> FactCheck:
        review = self.node
        publisher = _first(review.get("publisher"))
        return fact_check(
            _text(claim.get("text")) or "",
            claimant=_text(claim.get("claimant")),
            claimed=_text(claim.get("claimDate")),
            rating=_text(review.get("textualRating")),
            publisher=_text(publisher.get("name")) or _text(publisher.get("site")),
            url=_text(review.get("url")),
            reviewed=_text(review.get("reviewDate")),
            settings=settings,
        )


def _reviews(document: Any) -> Iterator[_Review]:
    """Yield what claims to be a fact-check in ``document``, in its order; no depth of nesting stops it."""
    waiting = [document]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict):
            if "ClaimReview" in _types(node):
                yield _Review(node)
            elif isinstance(node.get("claimReview"), list | dict):
                given = node["claimReview"]
                reviews = given if isinstance(given, list) else [given]
                yield from (_Review(review if isinstance(review, dict) else {}, node) for review in reviews)
            else:
                waiting.extend(reversed(list(node.values())))


def _types(node: Mapping[str, Any]) -> set[str]:
    given = node.get("@type")
    names = given if isinstance(given, list) else [given]
    return {re.split(r"[/#:]", name)[-1] for name in names if isinstance(name, str)}


def _first(value: Any) -> Mapping[str, Any]:
    """Return the object, or the first of a list of them; an empty one where there is none."""
    return next((one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)), {})


def _text(value: Any) -> str | None:
    """Return a string, also out of ``{"@value": ...}`` or a list that holds one alone."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value")
    return value if isinstance(value, str) and value.strip() else None


def _names(value: Any) -> str | None:
    """Return who is meant by an author or publisher: a name, an object with one, or a list of these."""
    names = []
    for one in value if isinstance(value, list) else [value]:
        given = _text(one.get("name")) if isinstance(one, dict) else _text(one)
        names += [given.strip()] if given else []
    return ", ".join(dict.fromkeys(names)) or None


def _number(value: Any) -> str | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:.15g}" if isinstance(value, float) else str(value)
    return _text(value)


def _scaled(value: str | None, best: str | None, worst: str | None) -> str | None:
    """Return a rating that is given by a number alone, with its scale as far as that is told."""
    if value is None:
        return None
    scale = [f"{what} {end.strip()}" for what, end in (("worst", worst), ("best", best)) if end]
    return f"{value.strip()} ({', '.join(scale) or 'scale not told'})"


# ---------------------------------------------------------------- pages


def _page(name: str, text: str, settings: Claims) -> Iterator[FactCheck | Refusal]:
    """Read the ClaimReview that a web page carries in its scripts of linked data."""
    scripts = _Scripts()
    scripts.feed(text)
    scripts.close()
    found, flaws = False, []
    for script in scripts.found:
        try:
            for check in _checks_in(name, _parse(script), settings):
                found = True
                yield check
        except ArticleError as error:  # pages carry other linked data too
            flaws.append(str(error))
    if not found:
        raise ArticleError(f"is a page without a fact-check in its linked data{f' ({flaws[0]})' if flaws else ''}")


class _Scripts(HTMLParser):
    """Collects the scripts of linked data."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script" and (dict(attrs).get("type") or "").strip().lower() == "application/ld+json"
        if self._inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data
