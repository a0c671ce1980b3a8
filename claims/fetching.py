"""A web address -> the bytes behind it and what kind of file they are."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit, urlunsplit

from claims.errors import ArticleError

ARTICLES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_BY_HAND = "open it in a browser, save the page as .html and add that file"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back: the address after redirections, the ending that says its kind, charset, bytes."""

    url: str
    suffix: str
    charset: str | None
    data: bytes


def download(
    url: str,
    timeout: float,
    largest: int,
    kinds: Mapping[str, str] = ARTICLES,
    wanted: str = "a page, a feed, a PDF or a text",
) -> Fetched:
    """Load ``url`` (http or https), at most ``largest`` bytes, waiting ``timeout`` seconds for an answer.

    ``kinds`` are the media types that are read, each with the ending that a file of it would have; ``wanted`` names
    them for people.

    Raises:
        ArticleError: another scheme, no network, an error of the server, or too large.
    """
    request = urllib.request.Request(
        _plain_address(url), headers={"User-Agent": "Mozilla/5.0 (compatible; Claimtrail)", "Accept": "text/html,*/*"}
    )
    try:
        with urllib.request.build_opener(_WebOnly).open(request, timeout=timeout) as answer:
            data = answer.read(largest + 1)
            final = answer.geturl()
            kind = answer.headers.get_content_type()
            charset = answer.headers.get_content_charset()
    except urllib.error.HTTPError as error:
        raise ArticleError(f"the site answered {error.code} {error.reason}; {_BY_HAND}") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        why = getattr(error, "reason", None) or error
        raise ArticleError(f"cannot be reached ({why}); check address and network, or {_BY_HAND}") from error
    if len(data) > largest:
        raise ArticleError(f"is larger than {largest:,} bytes; save what you need of it as a file")
    named = PurePosixPath(urlsplit(final).path).suffix.lower()
    suffix = named if kind in ("application/octet-stream", "text/plain") and named else kinds.get(kind, "")
    if not suffix:
        raise ArticleError(f"is {kind}, which is not read here; give the address of {wanted}")
    return Fetched(final, suffix, charset, data)


class _WebOnly(urllib.request.HTTPRedirectHandler):
    """Follows redirections to the web only, not to ftp."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]
        """Refuse another scheme, else go on as urllib does."""
        if urlsplit(newurl).scheme.lower() not in ("http", "https"):
            raise urllib.error.URLError(f"redirected to {newurl}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _plain_address(url: str) -> str:
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ArticleError(f"is no web address ({error}); expected https://site/page") from error
    if parts.scheme.lower() not in ("http", "https"):
        raise ArticleError(f"has the scheme {parts.scheme or 'none'!r}; only http and https are fetched")
    if not host:
        raise ArticleError("names no site; expected https://site/page")
    try:
        site = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise ArticleError(f"names a site that cannot exist ({error}); expected https://site/page") from error
    kept = "/%:@!$&'()*+,;=~-._"
    place = f"{site}:{port}" if port else site
    return urlunsplit((parts.scheme.lower(), place, quote(parts.path, kept), quote(parts.query, kept + "?"), ""))
