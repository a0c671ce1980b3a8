"""Add articles: paste one, upload many; what happens to each, and a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import streamlit as st
from markupsafe import Markup

from claims import articles
from claims.errors import ArticleError, NotFound
from claims.records import Article, DateSource, Refusal
from runner.desk import Desk
from runner.stages import Report, Stage
from screens import addresses, factchecks, words
from screens.frame import outlet, title
from screens.markup import EMPTY, fill, join, name, put

STAGES = {
    Stage.READ: "Reading",
    Stage.EXTRACT: "Finding quotes and claims",
    Stage.COPIES: "Looking for shared wording",
    Stage.EMBED: "Reading for meaning",
    Stage.CLUSTER: "Joining the same claims",
    Stage.TRAIL: "Following the trails",
    Stage.FACT_CHECKS: "Comparing with earlier fact-checks",
}
LATEST = 8
LISTED = 200


def show(desk: Desk) -> None:
    """Show the forms, and run what is sent."""
    title("Add articles")
    put(
        fill(
            '<h1>Add articles</h1><p class="note">The text is kept as it is given, to the letter. '
            "What you do not know, leave empty: it is shown as unknown, never guessed.</p>"
        )
    )
    left, right = st.columns([1.15, 1], gap="large")
    with left:
        pasted = _paste()
    with right:
        uploaded = _upload()
    if pasted or uploaded:
        incoming = [pasted] if pasted else _read(uploaded or [])
        st.session_state["report"] = _take_in(desk, incoming)
    factchecks.offer_load(desk)
    report = st.session_state.get("report")
    if report is not None:
        put(_report(desk, report))


def _paste() -> Article | Refusal | None:
    put(fill("<h2>Paste an article</h2>"))
    with st.form("paste", border=False):
        text = st.text_area("Text", height=260, placeholder="The whole article, as printed")
        columns = st.columns(2)
        outlet_name = columns[0].text_input("Outlet")
        published = columns[1].date_input("Published", value=None, format="YYYY-MM-DD", min_value="1850-01-01")
        heading = st.text_input("Title")
        columns = st.columns(2)
        author = columns[0].text_input("Author")
        url = columns[1].text_input("Web address")
        sent = st.form_submit_button("Add this article", type="primary")
    if not sent:
        return None
    try:
        return articles.article(
            text,
            url=url.strip() or None,
            outlet=outlet_name.strip() or None,
            title=heading.strip() or None,
            author=author.strip() or None,
            published=published.isoformat() if published else None,
            date_source=DateSource.GIVEN if published else None,
        )
    except ArticleError as error:
        return Refusal(heading.strip() or "pasted text", str(error))


def _upload() -> list[Any] | None:
    put(fill("<h2>Upload files</h2>"))
    with st.form("upload", border=False, clear_on_submit=True):
        files = st.file_uploader(
            "Files",
            accept_multiple_files=True,
            help="JSON Lines: one article a line, with text or maintext, and url, outlet, title, author, published "
            "where known.",
        )
        put(fill('<p class="note">Read are {}. Several at once are fine.</p>', ", ".join(articles.SUFFIXES)))
        sent = st.form_submit_button("Add these files", type="primary")
    if not sent:
        return None
    if not files:
        put(fill('<p class="note">Choose at least one file first.</p>'))
    return files or None


def _read(files: Iterable[Any]) -> Iterator[Article | Refusal]:
    for file in files:
        yield from articles.read_bytes(file.name, file.getvalue())


def _take_in(desk: Desk, incoming: Iterable[Article | Refusal]) -> Report:
    place = st.empty()
    read: list[str] = []

    def progress(stage: Stage, done: int, total: int | None, what: str) -> None:
        if stage is Stage.READ:
            read.append(what)
        analysed = (
            done
            if stage is Stage.EXTRACT
            else (len(read) if stage not in (Stage.READ, Stage.EXTRACT) else len(read) - 1)
        )
        put(_progress(stage, done, total, what, read, analysed), place)

    put(fill('<div class="progress">Starting; the language models load once \u2026</div>'), place)
    report = desk.ingest(incoming, progress)
    place.empty()
    return report


def _progress(stage: Stage, done: int, total: int | None, what: str, read: list[str], analysed: int) -> Markup:
    bar = fill('<progress max="{}" value="{}"></progress>', total, done) if total else fill("<progress></progress>")
    latest = list(enumerate(read))[-LATEST:]
    rows = join(
        fill(
            "<li>{}<span>{}</span></li>",
            name(heading, "title unknown"),
            "analysed" if place < analysed else "reading \u2026",
        )
        for place, heading in reversed(latest)
    )
    return fill(
        '<div class="progress"><b>{}</b>{} {}{}<ol>{}</ol></div>',
        STAGES.get(stage, stage.value),
        f", {done:,} of {total:,}" if total else f", {done:,} so far",
        fill("({})", name(what)) if what and stage is not Stage.READ else EMPTY,
        bar,
        rows,
    )


def _report(desk: Desk, report: Report) -> Markup:
    parts = [
        fill(
            "<h2>Report</h2><p><b>{} added</b>, {} unchanged, {} refused. {} found; {} brought up to date.</p>",
            len(report.added),
            len(report.unchanged),
            len(report.refused),
            words.count(report.claims, "claim"),
            words.count(report.clusters, "trail"),
        )
    ]
    if report.refused:
        items = join(
            fill('<li><b class="refused">{}</b><br>{}</li>', name(one.what), name(one.why))
            for one in report.refused[:LISTED]
        )
        parts.append(fill('<h3>Refused</h3><ul class="report">{}</ul>', items))
    for heading, ids in (("Added", report.added), ("Unchanged: they were here already", report.unchanged)):
        if ids:
            rows = join(_article_line(desk, id) for id in ids[:LISTED])
            rest = fill("<li>and {} more</li>", f"{len(ids) - LISTED:,}") if len(ids) > LISTED else EMPTY
            parts.append(fill('<h3>{}</h3><ul class="report">{}{}</ul>', heading, rows, rest))
    return join(parts)


def _article_line(desk: Desk, id: str) -> Markup:
    try:
        article = desk.archive.article(id)
    except NotFound:
        return EMPTY
    return fill(
        '<li><a href="{}">{}</a> <span class="unknown">{}, {}</span></li>',
        addresses.article(id),
        name(article.title, "title unknown"),
        outlet(article.outlet),
        words.date(article.published),
    )
