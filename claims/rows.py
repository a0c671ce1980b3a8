"""JSON and JSON Lines -> pages: one object an article, under our own keys or those that corpora use."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from claims.errors import ArticleError
from claims.pages import SAVE_AS_UTF8, Page
from claims.records import DateSource, Refusal

_TEXT = ("text", "maintext", "articleBody")
# Our key first. Of the others (news-please, trafilatura, NewsAPI, schema.org) all that are given must agree.
_KEYS: dict[str, tuple[str, ...]] = {
    "url": ("url", "link", "canonical_url"),
    "outlet": ("outlet", "source", "site_name", "sitename", "source_name", "publisher"),
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline"),
    "published": (
        "published",
        "date_publish",
        "date_published",
        "published_at",
        "publishedAt",
        "datePublished",
        "date",
    ),
    "modified": ("modified", "date_modify", "date_modified", "updated_at", "dateModified"),
    "retrieved": ("retrieved", "date_download"),
}


def read_lines(name: str, lines: Iterable[str | bytes], largest: int) -> Iterator[Page | Refusal]:
    """Read JSON Lines one by one; a line that cannot be used is refused as ``name:number``.

    ``largest`` is the most bytes (or characters) of a line.
    """
    for number, line in enumerate(lines, start=1):
        where = f"{name}:{number}"
        try:
            if len(line) > largest:
                raise ArticleError(f"is a line of more than {largest:,} bytes; split it into articles")
            text = _utf8(line)
            if number == 1:
                text = text.removeprefix("\ufeff")
            if text.strip(" \t\r\n"):
                yield _page(where, _parse(text))
        except ArticleError as error:
            yield Refusal(where, str(error))


def read_json(name: str, data: bytes) -> Iterator[Page | Refusal]:
    """Read a JSON file that holds one article or an array of them.

    Raises:
        ArticleError: the file is not JSON.
    """
    found = _parse(data)
    if not isinstance(found, list):
        yield _page(name, found)
        return
    if not found:
        raise ArticleError("holds an empty array; give at least one object with a text")
    for number, row in enumerate(found, start=1):
        where = f"{name}: item {number}"
        try:
            yield _page(where, row)
        except ArticleError as error:
            yield Refusal(where, str(error))


def _utf8(line: str | bytes) -> str:
    try:
        return line if isinstance(line, str) else line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ArticleError(f"is not UTF-8 at byte {error.start} of the line; {SAVE_AS_UTF8}") from error


def _parse(text: str | bytes) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        hint = "name the file .jsonl if it holds one object a line" if error.msg == "Extra data" else "correct it"
        place = f"line {error.lineno}, column {error.colno}"
        raise ArticleError(f"is not valid JSON ({error.msg} at {place}); {hint}") from error
    except UnicodeDecodeError as error:
        raise ArticleError(f"is not {error.encoding.upper()} at byte {error.start}; {SAVE_AS_UTF8}") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, or a thousand brackets
        raise ArticleError(f"is JSON that cannot be read ({error}); give a flat object with a text") from error


def _page(where: str, row: Any) -> Page:
    if not isinstance(row, dict):
        raise ArticleError(f'is {_kind(row)}, not an object; expected {{"text": "...", "outlet": "..."}}')
    if isinstance(row.get("article"), dict) and not any(key in row for key in _TEXT):
        row = row["article"]  # a line that `claimtrail extract` wrote
    text = next((row[key] for key in _TEXT if row.get(key) not in (None, "")), None)
    if text is None:
        raise ArticleError('has no text; expected the article under "text" or "maintext"')
    if not isinstance(text, str):
        raise ArticleError(f"has {_kind(text)} as its text; expected a string")
    fields = {field: _agreed(row, keys) for field, keys in _KEYS.items()}
    if fields["url"] is None:
        fields["url"] = next(iter(_plain(row, "source", addresses=True)), None)
    return Page(where, text, date_source=_date_source(row.get("date_source")), **fields)  # type: ignore[arg-type]


def _agreed(row: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    own = _plain(row, keys[0])
    if own:
        return own[0]
    others = {value for key in keys[1:] for value in _plain(row, key)}
    return others.pop() if len(others) == 1 else None


def _plain(row: dict[str, Any], key: str, addresses: bool = False) -> list[str]:
    """Return the value of ``key`` as a list of at most one string; names out of objects and lists."""
    value = row.get(key)
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        names = [item.get("name") if isinstance(item, dict) else item for item in value]
        value = ", ".join(name.strip() for name in names if isinstance(name, str) and name.strip())
    if not isinstance(value, str) or not value.strip():
        return []
    is_address = value.strip().startswith(("http://", "https://"))
    if key in ("source", "publisher") and is_address is not addresses:  # trafilatura's "source" is the URL
        return []
    return [value.strip()]


def _date_source(value: Any) -> DateSource | None:
    return DateSource(value) if isinstance(value, str) and value in set(DateSource) else None


def _kind(value: Any) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "a string", list: "an array"}
    return "null" if value is None else names.get(type(value), "an object")
