"""Claims: what the archive holds, most widely told first; search and filters; every list has an address."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from claims.records import Stance, TrailSummary
from provenance.export import FORMATS
from runner.desk import Desk
from screens import addresses, words
from screens.factchecks import fact_checked_chip
from screens.frame import chips, message, mix, origins_cell, outlet, page_number, paging, stance_legend, title
from screens.markup import EMPTY, fill, join, name, put

ROWS = 30
FOUND = 90
ANY = ""
ORDERS = {
    "articles": "most articles",
    "origins": "most independent origins",
    "first_seen": "first seen",
    "text": "alphabet",
}
MIME = {
    "csv": "text/csv",
    "jsonl": "application/x-ndjson",
    "jsonld": "application/ld+json",
    "annotations": 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
}
FORMAT_NAMES = {
    "csv": "Table (CSV)",
    "jsonl": "Everything (JSON Lines)",
    "jsonld": "schema.org (JSON-LD)",
    "annotations": "Web Annotations",
}
ENDINGS = {"csv": "csv", "jsonl": "jsonl", "jsonld": "jsonld", "annotations": "annotations.jsonld"}


def show(desk: Desk) -> None:
    """Show the list of claims."""
    title("Claims")
    counts = desk.archive.counts()
    if not counts["articles"]:
        put(
            message(
                "The archive is empty",
                fill(
                    'Bring in the first articles under <a href="{}">Add articles</a>: paste a text, or upload files. '
                    "Every quote and claim is then found, joined with the same claim elsewhere, and listed here.",
                    addresses.ADD,
                ),
                fill("For a whole folder, run <code>claimtrail ingest FOLDER</code>."),
            )
        )
        return
    query = _query()
    filters = _filters(desk)
    page = page_number()
    rows, total = _rows(desk, query, filters, page)
    if not rows and total:
        page = -(-total // ROWS)
        rows, total = _rows(desk, query, filters, page)
    _heading(desk, counts, query, total)
    if not rows:
        put(
            message(
                "No claim fits",
                "Search for fewer or other words, or take a filter away.",
                fill('<a href="{}">Show all claims</a>', addresses.HOME),
            )
        )
        return
    put(_list(desk, rows, divide=not query and filters["order"] == "articles" and filters["min_articles"] < 2))
    paging(page, -(-total // ROWS))
    _downloads(desk)


def _query() -> str:
    text = st.text_input(
        "Search the claims",
        key="q",
        bind="query-params",
        placeholder="Search: a name, a figure, a whole sentence",
        label_visibility="collapsed",
        on_change=_first_page,
    )
    return " ".join((text or "").split())


def _filters(desk: Desk) -> dict[str, object]:
    outlets = [known for known, _ in desk.archive.outlets() if known]
    chosen: dict[str, object] = {}
    with st.container(key="filters"):
        columns = st.columns([1.4, 1.1, 1.1, 1.1, 1.3])
    with columns[0]:
        chosen["outlet"] = _choice("Outlet", "outlet", [ANY, *outlets], {ANY: "any outlet"})
    with columns[1]:
        flags = {ANY: "any", **{flag: words.FLAG.get(flag, flag) for flag in desk.archive.flags()}}
        chosen["flag"] = _choice("Flag", "flag", list(flags), flags)
    with columns[2]:
        stances = {ANY: "any", **{stance.value: words.STANCE[stance] for stance in Stance}}
        chosen["stance"] = _choice("Stance taken", "stance", list(stances), stances)
    with columns[3]:
        least = {str(n): words.count(n, "article") for n in (1, 2, 3, 5, 10)}
        chosen["min_articles"] = int(_choice("At least", "least", list(least), least) or 1)
    with columns[4]:
        chosen["order"] = _choice("Order", "order", list(ORDERS), ORDERS)
    return chosen


def _choice(label: str, key: str, options: list[str], names: dict[str, str]) -> str | None:
    return (
        st.selectbox(
            label,
            options,
            key=key,
            bind="query-params",
            format_func=lambda option: names.get(option, option),
            on_change=_first_page,
        )
        or None
    )


def _first_page() -> None:
    st.query_params.pop("page", None)


def _rows(desk: Desk, query: str, filters: dict[str, object], page: int) -> tuple[list[TrailSummary], int]:
    first = (page - 1) * ROWS
    if not query:
        return desk.archive.trail_summaries(**filters, limit=ROWS, offset=first)  # type: ignore[arg-type]
    with st.spinner("Searching\u2026"):
        found = desk.search(query, FOUND)
    if any(filters[key] for key in ("outlet", "flag", "stance")) or filters["min_articles"] != 1:
        fitting = {summary.id for summary in desk.archive.trail_summaries(**filters)[0]}  # type: ignore[arg-type]
        found = [summary for summary in found if summary.id in fitting]
    return found[first : first + ROWS], len(found)


def _heading(desk: Desk, counts: dict[str, int], query: str, total: int) -> None:
    if query:
        found = words.count(total, "claim") if total < FOUND else f"The {FOUND} nearest claims"
        line = fill("<b>{}</b>, best match first", found)
    else:
        line = fill("<b>{}</b>", words.count(total, "claim"))
    held = fill(
        "{} from {} in the archive",
        words.count(counts["articles"], "article"),
        words.count(len(desk.archive.outlets()), "outlet"),
    )
    put(
        fill(
            '<div class="facts"><span>{}</span><span>{}</span></div>{}',
            line,
            held,
            stance_legend(),
        )
    )


def _list(desk: Desk, rows: list[TrailSummary], divide: bool) -> Markup:
    items = []
    checked = desk.fact_checked([row.id for row in rows])
    for place, row in enumerate(rows):
        if divide and row.articles < 2 and (place == 0 or rows[place - 1].articles >= 2):
            items.append(fill('<li class="divide">Told by one article so far</li>'))
        items.append(_row(desk, row, row.id in checked))
    head = fill(
        '<div class="columns"><span>Claim</span><span>Stands on</span><span>First seen</span>'
        "<span>What the articles do with it</span></div>"
    )
    return fill('{}<ol class="rows">{}</ol>', head, join(items))


def _row(desk: Desk, row: TrailSummary, fact_checked: bool) -> Markup:
    appearances = desk.archive.trail(row.id).appearances
    names, more = words.outlet_names([appearance.outlet or "outlet unknown" for appearance in appearances])
    outlets = join((outlet(one) for one in names), ", ")
    checked = fact_checked_chip() if fact_checked else EMPTY
    flags = fill('<div class="chips">{}{}</div>', chips(row.flags), checked) if row.flags or checked else EMPTY
    caveat = words.undated(row.first_appearance)
    return fill(
        '<li><div><div class="wording"><a href="{address}">{text}</a></div>'
        '<div class="outlets">{articles}: {outlets}{more}</div>{flags}</div>'
        '<div class="cell">{origins}</div>'
        '<div class="cell" title="{caveat}"><b>{seen}</b>{undated}</div>'
        '<div class="cell mixed">{mix}{stances}</div></li>',
        address=addresses.claim(row.id),
        text=name(row.text),
        articles=words.count(row.articles, "article"),
        outlets=outlets,
        more=f" and {more} more" if more else "",
        flags=flags,
        origins=origins_cell(row),
        caveat=caveat,
        seen=words.first_seen(row.first_appearance),
        undated=fill("<br>{} undated", row.first_appearance.undated)
        if row.first_appearance and row.first_appearance.undated and row.first_appearance.published
        else EMPTY,
        mix=mix(row.stances),
        stances=words.stances(row.stances),
    )


def _downloads(desk: Desk) -> None:
    put(
        fill(
            '<h2>Take the whole archive away</h2><p class="note">All claims with their trails, as files. '
            "For Datasette, run <code>claimtrail export --format datasette --out FOLDER</code>.</p>"
        )
    )
    download(desk, None, "claimtrail")


def download(desk: Desk, clusters: list[str] | None, stem: str) -> None:
    """Offer the trails of ``clusters`` (``None``: all) in every format."""
    with st.container(horizontal=True):
        for format in FORMATS:
            st.download_button(
                FORMAT_NAMES.get(format, format),
                data=lambda format=format: b"".join(desk.export(format, clusters)),
                file_name=f"{stem}.{ENDINGS.get(format, format)}",
                mime=MIME.get(format, "application/octet-stream"),
                key=f"download-{format}",
                on_click="ignore",
            )
