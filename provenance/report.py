"""The findings on a draft as a report that can be sent back: the draft's text with notes in the margin.

Both forms stand on the text as it was checked (of a Word file: tracked insertions in, deletions and comments out), so
that every note stands at the words that it is about. Neither needs anything from elsewhere to be read.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from claims.records import Article, Finding
from provenance.notes import Note, Printed, Source, notes, tally

AUTHOR, INITIALS = "Claimtrail", "CT"
WARNING = (
    "A finding says no more than the passages beside it: “not in the archive” is not “false”. What is marked as borne "
    "out is what articles of the archive say, which may be wrong as well."
)
_SHADES = {"differs": "FBE8DE", "open": "EDEAE2", "agrees": "E2EEF8"}
_CONTROLS = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"} | {0x7F: 0x2421}
_CONTROLS |= dict.fromkeys((0xFFFE, 0xFFFF), 0xFFFD)

Looked = Callable[[str], Article]


def write_docx(draft: Article, findings: Sequence[Finding], article: Looked) -> bytes:
    """Return a Word file: the draft, and a comment at the words of each finding. ``article`` looks up evidence."""
    import docx

    made = notes(findings, article)
    document = docx.Document()
    document.core_properties.title = _plain(draft.title or "A draft, checked")
    document.core_properties.author = AUTHOR
    document.add_heading(_plain(draft.title or "A draft, checked"), level=1)
    document.add_paragraph(f"{tally(findings)}. {WARNING}")
    document.add_heading("The draft", level=2)
    runs: list[tuple[int, int, Any]] = []
    cuts = {place for note in made for place in (note.finding.start, note.finding.end)}
    for start, end in _lines(draft.text):
        paragraph = document.add_paragraph()
        for a, b in pairwise(sorted({start, end} | {cut for cut in cuts if start < cut < end})):
            run = paragraph.add_run(_plain(draft.text[a:b]))
            covering = {note.standing for note in made if note.finding.start < b and a < note.finding.end}
            shade = next((name for name in _SHADES if name in covering), None)
            if shade is not None:
                _shade(run, _SHADES[shade])
            runs.append((a, b, run))
    for note in made:
        own = [run for a, b, run in runs if note.finding.start < b and a < note.finding.end]
        if own:
            comment = document.add_comment([own[0], own[-1]], author=AUTHOR, initials=INITIALS)
            _write_comment(comment, note)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _write_comment(comment: Any, note: Note) -> None:
    first = comment.paragraphs[0]
    first.add_run(_plain(note.heading)).bold = True
    for reason in note.reasons:
        comment.add_paragraph(_plain(reason))
    for source in note.sources:
        paragraph = comment.add_paragraph()
        paragraph.add_run(_plain("; ".join(f"{each.outlet}, {each.day}" for each in source.printed) + ": “"))
        for piece, differs in _cut(source.text, source.differs):
            paragraph.add_run(_plain(piece)).underline = True if differs else None
        addresses = [each.url for each in source.printed if each.url is not None and _web(each.url)]
        paragraph.add_run(_plain(" ".join(["”", *addresses])))
    if note.more:
        comment.add_paragraph(_more(note))


def _more(note: Note) -> str:
    return "another wording in the archive" if note.more == 1 else f"{note.more} other wordings in the archive"


def _shade(run: Any, colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    run._r.get_or_add_rPr().append(shade)


# ---------------------------------------------------------------- HTML


def write_html(draft: Article, findings: Sequence[Finding], article: Looked) -> bytes:
    """Return one page, UTF-8, with everything in it: the draft, and beside each paragraph the notes on it."""
    made = notes(findings, article)
    title = draft.title or "A draft, checked"
    lines = list(_lines(draft.text))
    # What begins between two lines is told beside the second.
    befores = [0, *(end for _, end in lines)]
    body = Markup("").join(
        _row(draft.text, before, start, end, made) for before, (start, end) in zip(befores, lines, strict=False)
    )
    page = Markup(_PAGE).format(title=_shown(title), tally=tally(findings), warning=WARNING, body=body)
    return str(page).replace("/*STYLE*/", _STYLE).encode("utf-8")


def _row(text: str, before: int, start: int, end: int, made: Sequence[Note]) -> Markup:
    within = [note for note in made if note.finding.start < end and start < note.finding.end]
    begun = [note for note in made if before <= note.finding.start < end]
    cuts = {start, end} | {place for n in within for place in (n.finding.start, n.finding.end) if start < place < end}
    refs = [(max(start, note.finding.start), note) for note in begun]
    pieces = Markup("").join(
        _piece(text, a, b, within, [n for at, n in refs if at == a]) for a, b in pairwise(sorted(cuts))
    )
    return Markup('<div class="row"><p dir="auto">{}</p><div class="notes">{}</div></div>\n').format(
        pieces, Markup("").join(_note(note) for note in begun)
    )


def _piece(text: str, a: int, b: int, within: Sequence[Note], begun: Sequence[Note]) -> Markup:
    covering = [note for note in within if note.finding.start < b and a < note.finding.end]
    if not covering:
        return _shown(text[a:b])
    shade = next(name for name in _SHADES if any(note.standing == name for note in covering))
    links = Markup("").join(
        Markup('<a class="ref" id="at-{0}" href="#note-{0}">{0}</a>').format(note.number) for note in begun
    )
    return Markup('{}<mark class="{}">{}</mark>').format(links, shade, _shown(text[a:b]))


def _note(note: Note) -> Markup:
    own = Markup("")
    if note.differs:
        own = Markup('<blockquote class="own">{}</blockquote>').format(_marked(note.finding.text, note.differs))
    more = Markup("<p>{}</p>").format(_more(note)) if note.more else Markup("")
    return Markup(
        '<aside class="note {css}" id="note-{n}"><h3><a href="#at-{n}">{n}</a> {heading}</h3>'
        "{own}{reasons}{sources}{more}</aside>"
    ).format(
        css=note.standing,
        n=note.number,
        heading=note.heading,
        own=own,
        reasons=Markup("").join(Markup("<p>{}</p>").format(_shown(reason)) for reason in note.reasons),
        sources=Markup("").join(map(_source, note.sources)),
        more=more,
    )


def _source(source: Source) -> Markup:
    return Markup("<blockquote>{}<footer>{}</footer></blockquote>").format(
        _marked(source.text, source.differs), Markup("; ").join(map(_printed, source.printed))
    )


def _printed(printed: Printed) -> Markup:
    name = Markup("<bdi>{}</bdi>").format(_shown(printed.outlet))
    if _web(printed.url):
        name = Markup('<a href="{}" rel="noopener noreferrer nofollow">{}</a>').format(printed.url, name)
    return Markup("{}, {}").format(name, printed.day)


def _marked(text: str, places: Sequence[tuple[int, int]]) -> Markup:
    return Markup("").join(
        Markup("<b>{}</b>").format(_shown(piece)) if differs else _shown(piece) for piece, differs in _cut(text, places)
    )


def _shown(text: str) -> Markup:
    return escape(text.translate(_CONTROLS))


def _cut(text: str, places: Sequence[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """Yield ``text`` in pieces, with whether each is one of ``places``."""
    last = 0
    for start, end in places:
        if start > last:
            yield text[last:start], False
        yield text[start:end], True
        last = end
    if last < len(text):
        yield text[last:], False


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each line that has words begins and ends, line ends left out."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line.rstrip("\r"))
        if text[start:end].strip():
            yield start, end
        start += len(line) + 1


def _plain(text: str) -> str:
    """Return ``text`` as XML can hold it: control characters become their pictures."""
    return text.translate(_CONTROLS)


def _web(url: str | None) -> bool:
    try:
        return url is not None and urlsplit(url).scheme in ("http", "https")
    except ValueError:
        return False


_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>/*STYLE*/</style>
</head>
<body>
<header><h1>{title}</h1><p class="tally">{tally}</p><p>{warning}</p>
<p class="legend"><mark class="differs">to look at</mark> <mark class="open">the archive cannot settle it</mark>
<mark class="agrees">the archive bears it out</mark></p></header>
<main>
{body}</main>
</body>
</html>
"""
_STYLE = """
:root { color-scheme: light; --ink: #1c1b19; --soft: #5c574d; --rule: #d9d4c7; }
body { font: 11.5pt/1.5 Georgia, "Times New Roman", serif; color: var(--ink); max-width: 66rem; margin: 2rem auto;
  padding: 0 1.2rem; overflow-wrap: anywhere; }
header { border-bottom: 2px solid var(--ink); margin-bottom: 1.2rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .4rem; }
header p { margin: .3rem 0; max-width: 46rem; color: var(--soft); font-size: .92em; }
header p.tally { color: var(--ink); font-weight: bold; font-size: 1.05em; }
.row { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 4fr); gap: 0 2rem; align-items: start; }
.row > p { margin: 0 0 .9rem; white-space: pre-wrap; unicode-bidi: isolate; }
mark { color: inherit; padding: .05em 0; -webkit-box-decoration-break: clone; box-decoration-break: clone;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
mark.differs { background: #fbe8de; border-bottom: 2px solid #b03f08; }
mark.open { background: #edeae2; border-bottom: 2px dotted #68635a; }
mark.agrees { background: #e2eef8; border-bottom: 1px solid #0b5f9e; }
.legend mark { margin-right: .6em; }
.ref { font: 600 .68em/1 system-ui, sans-serif; vertical-align: super; padding: 0 .1em; }
a { color: #5b2a66; }
.note { font: .8rem/1.42 system-ui, sans-serif; border-left: 3px solid #68635a; padding: .1rem 0 .1rem .7rem;
  margin: 0 0 .8rem; break-inside: avoid; }
.note.differs { border-color: #b03f08; } .note.agrees { border-color: #0b5f9e; }
.note h3 { font-size: 1em; margin: 0; } .note p { margin: .2rem 0; }
.note:target, .ref:target { outline: 2px solid #5b2a66; outline-offset: 2px; }
.note blockquote { margin: .35rem 0; font-family: Georgia, serif; } .note footer { color: var(--soft); }
.note .own { color: var(--soft); }
.note b { background: #fbe7b4; border-bottom: 2px solid #7d5200; font-weight: 650; -webkit-print-color-adjust: exact;
  print-color-adjust: exact; }
@media (max-width: 44rem) { .row { grid-template-columns: minmax(0, 1fr); } .notes { padding-left: 1rem; } }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } @page { margin: 16mm; } }
"""
