"""The addresses of the page, relative, so that they hold behind a proxy's path too."""

from __future__ import annotations

from urllib.parse import quote

HOME = "./"
ADD = "add"
CHECK = "check"
SOURCES = "sources"
QUEUE = "same-claim"


def claim(id: str, fragment: str = "") -> str:
    """Return the address of a claim's trail."""
    return f"claim?id={quote(id, safe='')}" + (f"#{fragment}" if fragment else "")


def queue(kind: str) -> str:
    """Return the address of the pairs that wait for a person, of one kind."""
    return f"{QUEUE}?show={quote(kind, safe='')}"


def source(id: str) -> str:
    """Return the address of a source: who is quoted."""
    return f"{SOURCES}?id={quote(id, safe='')}"


def article(id: str, start: int | None = None, end: int | None = None) -> str:
    """Return the address of an article, at a place of its text where one is given."""
    place = "" if start is None or end is None else f"&at={start}-{end}#at"
    return f"article?id={quote(id, safe='')}{place}"


def place(value: str | None, length: int) -> tuple[int, int] | None:
    """Read the place in an address (``12-45``); ``None`` where there is none or it lies outside the text."""
    start, dash, end = (value or "").partition("-")
    if not (dash and start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        return None
    if len(start) > 9 or len(end) > 9:
        return None
    return (int(start), int(end)) if int(start) < int(end) <= length else None
