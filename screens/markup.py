"""The one way in which screens put HTML on the page: everything is escaped unless it is our own markup.

Strings from articles never reach a Streamlit call that reads Markdown, LaTeX or colour directives. They
are filled into :class:`markupsafe.Markup` templates, which escape what they are given, and shown with
:func:`put`, which refuses anything else.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from markupsafe import Markup, escape

EMPTY = Markup("")

_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"} | {0x7F: "\u2421"}
_LINES = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def put(body: Markup, where: Any = st) -> None:
    """Show ``body`` on the page, or in the placeholder ``where``.

    Raises:
        TypeError: ``body`` is a bare string, which might hold somebody else's markup.
    """
    if not isinstance(body, Markup):
        raise TypeError("put() shows Markup only; fill strings into a Markup template, which escapes them")
    where.html(str(body))


def fill(template: str, *values: object, **named: object) -> Markup:
    """Return ``template`` (our own markup, with ``{}`` places) with every value escaped unless it is Markup."""
    return Markup(template).format(*values, **named)


def join(parts: Any, between: str = "") -> Markup:
    """Return the parts one after the other, each escaped unless it is Markup."""
    return Markup(between).join(parts)


def exact(text: str) -> Markup:
    """Return ``text`` escaped such that the browser shows every code point of it.

    Line ends are written as character references, since Streamlit trims white space at the ends of lines;
    control characters, which HTML cannot hold, become their pictures (U+2400 and on).
    """
    escaped = str(escape(text.translate(_CONTROLS)))
    for char, reference in _LINES.items():
        escaped = escaped.replace(char, reference)
    return Markup(escaped)


def name(text: str | None, unknown: str = "unknown") -> Markup:
    """Return a name or title by itself: its writing direction does not spill over into what stands beside it."""
    if text is None or not text.strip():
        return fill('<span class="unknown">{}</span>', unknown)
    return fill("<bdi>{}</bdi>", exact(" ".join(text.split())))


def web_link(url: str | None) -> Markup:
    """Return ``url`` as a link where it is an address of the web, else as plain text (``javascript:`` is none)."""
    if url is None or not url.strip():
        return fill('<span class="unknown">unknown</span>')
    try:
        parts = urlsplit(url.strip())
        web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        web = False
    if not web:
        return fill('<bdi class="url">{}</bdi>', exact(url))
    return fill(
        '<a class="url" href="{}" target="_blank" rel="noopener noreferrer nofollow"><bdi>{}</bdi></a>', url, url
    )
