"""What every screen stands in: the masthead, the dress, kind words when something is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st
from markupsafe import Markup

from claims.errors import ClaimtrailError
from claims.records import Stance, Stances, TrailSummary
from runner.desk import Desk
from screens import addresses, words
from screens.markup import fill, join, name, put

ASSETS = Path(__file__).parent / "assets"


def frame(pages: Sequence[Any]) -> None:
    """Draw what stands above every screen: dress and masthead with links to ``pages``."""
    st.html(ASSETS / "claimtrail.css")
    with st.container(key="masthead", horizontal=True, vertical_alignment="bottom", gap="medium"):
        put(fill('<div class="brand"><a href="{}">Claimtrail</a></div>', addresses.HOME), st)
        for page in pages:
            st.page_link(page)


def screen(desk: Callable[[], Desk], show: Callable[[Desk], None]) -> Callable[[], None]:
    """Return ``show`` as a page that says in words what went wrong."""

    def page() -> None:
        try:
            show(desk())
        except ClaimtrailError as error:
            put(message("That did not work", str(error)))

    return page


def title(text: str) -> None:
    """Name the browser's tab."""
    st.set_page_config(page_title=f"{' '.join(text.split())[:80]} \u2013 Claimtrail")


def scroll_to_place() -> None:
    """Bring the place that the address names after ``#`` into view."""
    script = (ASSETS / "scroll.js").read_text(encoding="utf-8")
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)


def message(heading: str, *paragraphs: object) -> Markup:
    """Return a message that says what is so and what to do."""
    return fill(
        '<div class="message" role="status"><h2>{}</h2>{}</div>',
        heading,
        join(fill("<p>{}</p>", paragraph) for paragraph in paragraphs),
    )


def missing(what: str, id: str | None) -> None:
    """Say kindly that the address names nothing that is here."""
    title(f"No such {what}")
    given = fill("Its address names <code>{}</code>.", id) if id else "The address names none."
    put(
        message(
            f"This {what} is not in the archive",
            join([given, " It may be in another archive, or the address may be cut short."]),
            fill('All claims are in <a href="{}">the list</a>, which can be searched.', addresses.HOME),
        )
    )


def page_number() -> int:
    """Return which page of a list the address asks for, the first where it names none."""
    given = st.query_params.get("page", "1")
    return max(1, int(given)) if given.isascii() and given.isdigit() and len(given) < 7 else 1


def paging(page: int, last: int) -> None:
    """Offer the way through a list of ``last`` pages, from page ``page``."""
    if last < 2:
        return
    with st.container(key="paging", horizontal=True, horizontal_alignment="center", vertical_alignment="center"):
        _turn("First", 1, page > 1)
        _turn("Previous", page - 1, page > 1)
        put(fill('<span class="note">Page {} of {}</span>', f"{page:,}", f"{last:,}"))
        _turn("Next", page + 1, page < last)
        _turn("Last", last, page < last)


def _turn(label: str, to: int, possible: bool) -> None:
    st.button(label, disabled=not possible, on_click=lambda: st.query_params.update({"page": str(to)}))


# ---------------------------------------------------------------- small pieces that several screens show


def stance(value: Stance) -> Markup:
    """Return a stance in its colour and its words."""
    return fill('<span class="stance {}" title="{}">{}</span>', value, words.STANCE_MEANS[value], words.STANCE[value])


def chips(flags: Sequence[str]) -> Markup:
    """Return a trail's flags as labelled chips that explain themselves."""
    return join(
        fill(
            '<span class="chip {}" title="{}">{}</span> ',
            flag if flag in words.FLAG else "other",
            words.FLAG_MEANS.get(flag, ""),
            words.FLAG.get(flag, flag),
        )
        for flag in flags
    )


def mix(stances: Stances) -> Markup:
    """Return the stances of a claim's articles as a small bar."""
    counts: Mapping[str, int] = {
        "supports": stances.supports,
        "denies": stances.denies,
        "reports": stances.reports,
    }
    total = sum(counts.values()) or 1
    bars = [
        fill('<i class="{}" style="width:{:.1f}%"></i>', css, 100 * count / total)
        for css, count in counts.items()
        if count
    ]
    return fill(
        '<div class="mix" role="img" aria-label="{0}" title="{0}">{1}</div>', words.stances(stances), join(bars)
    )


def stance_legend(*more: Markup) -> Markup:
    """Return the legend of the stance colours, with ``more`` after it."""
    parts = [
        fill('<span><span class="swatch {}"></span>{}: {}</span>', s, words.STANCE[s], words.STANCE_MEANS[s])
        for s in Stance
    ]
    return fill('<div class="legend">{}</div>', join([*parts, *more]))


def outlet(value: str | None) -> Markup:
    """Return an outlet's name."""
    return name(value, "outlet unknown")


def origins_cell(trail: TrailSummary) -> Markup:
    """Return origins and cannot-tell as a list shows them."""
    cannot = fill("<br>{} cannot tell", trail.cannot_tell) if trail.cannot_tell else Markup("")
    return fill("<b>{}</b>{}", words.count(trail.independent_origins, "independent origin"), cannot)
