"""PDF and Word files -> pages."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from claims.errors import ArticleError
from claims.pages import Page

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = {f"{_WORD}del", f"{_WORD}moveFrom", _FALLBACK}  # deleted, moved away, the second copy of a text box
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}  # one glyph each
_FILE_NAME = re.compile(r"\.\w{2,5}$|^(Microsoft Word|untitled)\b", re.IGNORECASE)
_SHORT_LINE = 0.7  # of the usual line's length: below it a line ends its paragraph


def read_pdf(name: str, data: bytes) -> Iterator[Page]:
    """Read a PDF's text; lines that the layout broke are joined to paragraphs.

    The author and the dates that a PDF states are those of the file, an account and a template as often
    as not, so they are left out, and so is a title that is a file's name.

    Raises:
        ArticleError: the file is encrypted, damaged, or holds pictures of text only.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ArticleError("is a PDF with a password; save it without one")
        text = unwrap("\n".join(page.extract_text() for page in reader.pages).translate(_LIGATURES))
        title = reader.metadata.title if reader.metadata else None
    except PyPdfError as error:
        raise ArticleError(f"is a PDF that cannot be read ({error}); save or print it again as PDF") from error
    if not text:
        raise ArticleError("is a PDF without text, perhaps scanned; run text recognition (OCR) on it first")
    yield Page(name, text, title=None if title and _FILE_NAME.search(title) else title)


def unwrap(text: str) -> str:
    """Join the lines of a page layout to one line a paragraph.

    A blank line or one clearly shorter than the others ends a paragraph. A hyphen at a line's end stays
    where the hyphenated word stands elsewhere in the text too.
    """
    lines = [" ".join(line.split()) for line in text.split("\n")]
    lengths = sorted(len(line) for line in lines if line)
    if not lengths:
        return ""
    usual = lengths[int(0.9 * (len(lengths) - 1))]
    whole = " ".join(lines)
    paragraphs: list[str] = []
    open_line = ""  # the line before, while its paragraph goes on
    for line in lines:
        if open_line and line:
            paragraphs[-1] = _joined(paragraphs[-1], line, whole)
        elif line:
            paragraphs.append(line)
        open_line = line if len(line) >= _SHORT_LINE * usual else ""
    return "\n".join(paragraphs)


def _joined(before: str, line: str, whole: str) -> str:
    broken = re.search(r"(\w+)[-\u00ad]$", before)
    if broken is None or not line[0].islower():
        return f"{before} {line}"
    word = re.match(r"\w+", line)
    compound = f"{broken[1]}-{word[0] if word else ''}"
    keep = "-" if before.endswith("-") and re.search(rf"\b{re.escape(compound)}\b", whole) else ""
    return before[:-1] + keep + line


def read_docx(name: str, data: bytes, largest: int) -> Iterator[Page]:
    """Read a Word file as it would look with every tracked change accepted.

    ``largest`` is the most bytes that it may unpack to.

    Raises:
        ArticleError: no Word file, or damaged, or too large.
    """
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > largest:
                raise ArticleError(f"unpacks to more than {largest:,} bytes; split it, or save it as .txt")
        document = docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise ArticleError(f"is no Word file that can be read ({error}); save it again as .docx") from error
    text = "\n".join(line for line in _paragraphs(document.element.body) if line.strip())
    if not text:
        raise ArticleError("is a Word file without text; add the text")
    yield Page(name, text, title=document.core_properties.title or None)


def _paragraphs(body: Any) -> Iterator[str]:
    held = ""  # of a paragraph whose end mark was deleted: it runs on into the next
    for paragraph in body.iter(f"{_WORD}p"):
        if any(parent.tag in _GONE for parent in paragraph.iterancestors()):
            continue
        held += "".join(_pieces(paragraph))
        mark = paragraph.find(f"{_WORD}pPr/{_WORD}rPr")
        if mark is not None and any(mark.find(tag) is not None for tag in (f"{_WORD}del", f"{_WORD}moveFrom")):
            continue
        yield held
        held = ""
    yield held


def _pieces(node: Any) -> Iterator[str]:
    for child in node:
        if child.tag in _GONE or child.tag in (f"{_WORD}p", f"{_WORD}txbxContent", f"{_WORD}pPr"):
            continue  # paragraphs inside text boxes come by themselves
        if child.tag == f"{_WORD}t":
            yield child.text or ""
        elif child.tag == f"{_WORD}noBreakHyphen":
            yield "\u2011"
        elif child.tag == f"{_WORD}tab":
            yield "\t"
        elif child.tag in (f"{_WORD}br", f"{_WORD}cr"):
            yield "\n"
        else:
            yield from _pieces(child)
