"""What an input says of one article before it is taken in, and bytes to text without losing a letter."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from claims.errors import ArticleError
from claims.records import DateSource, Link

_MARKS = (  # the longer mark first: UTF-32-LE begins like UTF-16-LE
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LATIN = frozenset({"ascii", "us-ascii", "latin-1", "latin1", "iso-8859-1", "iso8859-1"})
_SURE = 0.5  # charset_normalizer's coherence (0 to 1: how much the letters look like a language)
_CONTROLS = 0.05  # share of control characters above which text is something else
_FOREIGN = 0.2  # share of characters beyond ASCII: English with many quotation marks stays below, Cyrillic above
_SURROGATE = re.compile("[\ud800-\udfff]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+-]*):")  # without a dot: "site.example:8080" names a port
SAVE_AS_UTF8 = "save it again as UTF-8 text"


@dataclass(frozen=True, slots=True)
class Page:
    """One article as its input gives it. ``where`` names the place for a refusal: ``"day.jsonl:12"``."""

    where: str
    text: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    modified: str | None = None
    retrieved: str | None = None
    date_source: DateSource | None = None
    links: tuple[Link, ...] = ()


def stated(value: str | None) -> str | None:
    """Return ``value`` without white space around it, ``None`` where nothing is left."""
    return (value or "").strip() or None


def web_address(url: str | None) -> str | None:
    """Return ``url``, or ``None`` where it is an address that a page must not link to (``javascript:``)."""
    if url is None or re.search(r"[\x00-\x20\x7f\s]", url):  # browsers drop some of these: "java\tscript:"
        return None
    scheme = _SCHEME.match(url)
    return url if scheme is None or scheme[1].lower() in ("http", "https") else None


def half_character(value: str | None) -> str | None:
    """Return which half of a surrogate pair stands in ``value`` and where, ``None`` where none does."""
    broken = _SURROGATE.search(value or "")
    return None if broken is None else f"(U+{ord(broken[0]):04X}) at {broken.start()}"


def marked_encoding(data: bytes) -> tuple[str, int] | None:
    """Return the encoding that a byte order mark names and the mark's length in bytes, or ``None``."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    return None


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of ``data`` to the code point; a byte order mark is not part of it.

    Tried in turn: the byte order mark, UTF-8, ``declared`` (by the page or its server), Windows-1252
    where the result reads as English, and charset_normalizer where it recognises the language.

    Raises:
        ArticleError: the bytes are no text, or their encoding cannot be told for sure.
    """
    marked = marked_encoding(data)
    if marked is not None:
        encoding, length = marked
        try:
            return _readable(data[length:].decode(encoding))
        except UnicodeDecodeError as error:
            raise ArticleError(f"begins as {encoding} but is damaged at byte {error.start}; {SAVE_AS_UTF8}") from error
    stated = _web_name(declared)
    # What is valid UTF-8 is UTF-8 whatever it says of itself, unless its encoding is made of ASCII bytes too.
    first = stated is not None and stated.startswith(("utf-16", "utf-32", "iso-2022"))
    for candidate in (stated, "utf-8") if first else ("utf-8", stated):
        try:
            if candidate:
                return _readable(data.decode(candidate))
        except (LookupError, UnicodeError):  # an unknown name, or not what the page says of itself
            continue
    return _readable(_guarded_guess(data))


def _web_name(declared: str | None) -> str | None:
    # Pages that say Latin-1 mean Windows-1252 (WHATWG Encoding Standard); UTF-8 is tried anyway.
    name = (declared or "").strip().strip("\"'").lower()
    return "cp1252" if name in _LATIN else name or None


def _readable(text: str) -> str:
    controls = sum(1 for char in text if unicodedata.category(char) == "Cc" and char not in "\t\n\r\f\v\x85")
    if controls > _CONTROLS * len(text):
        raise ArticleError(f"holds {controls} control characters in {len(text)}: it is no text; give a text file")
    return text


def _guarded_guess(data: bytes) -> str:
    if b"\x00" in data:
        raise ArticleError(f"is a binary file or text in an unmarked encoding; {SAVE_AS_UTF8}")
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        western = ""
    if western and _reads_as_english(western):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    # Among mostly ASCII letters its coherence is that of the ASCII: it says nothing of the few others.
    foreign = sum(byte > 0x7F for byte in data) / len(data)
    if best is None or best.coherence < _SURE or foreign < _FOREIGN:
        raise ArticleError(f"is not UTF-8 and its encoding cannot be told for sure; {SAVE_AS_UTF8}")
    return str(best)


def _reads_as_english(text: str) -> bool:
    # Few letters beyond ASCII, and none where only a wrong decoding puts it: Mac quotation marks read as
    # Windows-1252 become capitals inside words and before spaces ("ÒWe wonÕt go,Ó").
    beyond = [at for at, char in enumerate(text) if char > "\x7f"]
    if len(beyond) > _FOREIGN * len(text):
        return False
    for at in beyond:
        char, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
        if unicodedata.category(char) == "Cc" or char in "ƒˆ˜¦¤¨¬¯¶¸":
            return False
        if not char.isalpha() and before.isalpha() and after.isalpha() and char not in "‘’“”–—…·\xa0\xad":
            return False
        if char.isupper() and not before.isupper() and (before.isalpha() or not after.isalpha() or after.isupper()):
            return False
    return True
