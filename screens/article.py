"""Article: the whole text with its quotes and claims marked, and who said what beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from claims.errors import NotFound
from claims.records import Article, Attribution, DateSource, Extraction, SourceType, Trail
from runner.desk import Desk
from screens import addresses, words
from screens.frame import missing, scroll_to_place, title
from screens.marks import Mark, paragraphs
from screens.markup import EMPTY, fill, join, name, put, web_link

DATE_SOURCE = {
    DateSource.GIVEN: "given with the article",
    DateSource.METADATA: "from the page's metadata",
    DateSource.URL: "from the address",
    DateSource.TEXT: "from the text",
}


def show(desk: Desk) -> None:
    """Show the article that the address names."""
    id = st.query_params.get("id")
    try:
        if not id:
            raise NotFound("no article named")
        extraction = desk.archive.extraction(id)
    except NotFound:
        missing("article", id)
        return
    article = extraction.article
    title(article.title or article.outlet or "Article")
    clusters = desk.archive.clusters_of([claim.id for claim in extraction.claims])
    trails = {cluster: desk.archive.trail(cluster) for cluster in set(clusters.values())}
    at = addresses.place(st.query_params.get("at"), len(article.text))
    put(_heading(article, extraction))
    put(
        fill(
            '<div class="legend"><span><span class="swatch quote"></span>what somebody is said to have said</span>'
            '<span><span class="swatch claim"></span>claim, in this article alone</span>'
            '<span><span class="swatch several"></span>claim, in several articles; click for its trail</span>'
            "<span><b>bold</b> who said it</span></div>"
        )
    )
    put(
        fill(
            '<div class="sheet"><div class="text">{}</div><div class="side"><h3>Who said it</h3>{}</div></div>',
            paragraphs(article.text, _marks(extraction, clusters, trails, at)),
            _speakers(extraction),
        )
    )
    scroll_to_place()


def _heading(article: Article, extraction: Extraction) -> Markup:
    unknown = fill('<span class="unknown">unknown</span>')
    published = fill("{}", words.date(article.published)) if article.published else unknown
    if article.published and article.date_source:
        published = fill('{} <span class="unknown">({})</span>', published, DATE_SOURCE[article.date_source])
    facts = {
        "Outlet": name(article.outlet),
        "Author": name(article.author),
        "Published": published,
        "Changed": words.date(article.modified) if article.modified else unknown,
        "Retrieved": words.date(article.retrieved) if article.retrieved else unknown,
        "Address": web_link(article.url),
        "Found in it": f"{words.count(len(extraction.attributions), 'attribution')}, "
        f"{words.count(len(extraction.claims), 'claim')}",
        "SHA-256 of the text": fill("<code>{}</code>", article.sha256[:16] + "\u2026"),
    }
    rows = join(fill("<dt>{}</dt><dd>{}</dd>", label, value) for label, value in facts.items())
    return fill(
        '<div class="kicker">Article</div><h1>{}</h1><dl class="meta">{}</dl>',
        name(article.title, "Title unknown"),
        rows,
    )


def _marks(
    extraction: Extraction, clusters: Mapping[str, str], trails: Mapping[str, Trail], at: tuple[int, int] | None
) -> list[Mark]:
    marks = []
    for said in extraction.attributions:
        who = f"{said.speaker or 'not said who'} ({words.KIND[said.kind]})"
        for number, span in enumerate(said.content):
            marks.append(Mark(span.start, span.end, "q", who, anchor=None if number else f"a-{said.id}"))
        if said.source:
            marks.append(Mark(said.source.start, said.source.end, "s", f"source: {said.speaker or 'not said who'}"))
    for claim in extraction.claims:
        trail = trails.get(clusters.get(claim.id, ""))
        many = trail is not None and trail.articles > 1
        kind = f"Claim ({words.claim_kind(claim.flags)})" if claim.flags else "Claim"
        marks.append(
            Mark(
                claim.start,
                claim.end,
                "c many" if many else "c",
                f"{kind}: {words.standing(trail.in_one_line())}" if trail else kind,
                addresses.claim(trail.id) if trail else None,
                f"c-{claim.id}",
            )
        )
    if at:
        marks.append(Mark(*at, "at", anchor="at"))
    return marks


def _speakers(extraction: Extraction) -> Markup:
    if not extraction.attributions:
        return fill('<p class="note">No attribution was found: the outlet speaks in its own voice throughout.</p>')
    by_speaker: dict[str | None, list[Attribution]] = defaultdict(list)
    for said in extraction.attributions:
        by_speaker[said.speaker].append(said)
    return join(
        _speaker(speaker, sayings, extraction)
        for speaker, sayings in sorted(by_speaker.items(), key=lambda item: item[0] is None)
    )


def _speaker(speaker: str | None, sayings: list[Attribution], extraction: Extraction) -> Markup:
    text = extraction.article.text
    by_id = {said.id: said for said in extraction.attributions}
    types = dict.fromkeys(s.source_type for s in sayings if s.source_type is not SourceType.UNKNOWN)
    about = [words.SOURCE_TYPE[kind] for kind in types]
    via = list(dict.fromkeys(carrier for said in sayings for carrier in said.via))
    told = [by_id[said.parent].speaker for said in sayings if said.parent in by_id]
    flags = list(dict.fromkeys(flag for said in sayings for flag in said.flags if flag != "anonymous"))
    small = [
        fill("{}", ", ".join(about)) if about else EMPTY,
        fill("by way of {}", join((name(carrier) for carrier in via), ", ")) if via else EMPTY,
        fill("as told by {}", join((name(one, "not said who") for one in dict.fromkeys(told)), ", "))
        if told
        else EMPTY,
        fill("{}", ", ".join(words.ATTRIBUTION_FLAG.get(flag, flag) for flag in flags)) if flags else EMPTY,
    ]
    quotes = join(
        fill(
            '<li><a href="#a-{}" title="{}">{}</a></li>',
            said.id,
            words.KIND[said.kind],
            name(_short(" \u2026 ".join(span.of(text) for span in said.content)), "\u2026"),
        )
        for said in sayings
    )
    return fill(
        '<div class="speaker"><b>{}</b><small>{}</small><ol>{}</ol></div>',
        name(speaker, "not said who"),
        join([part for part in small if part], "; "),
        quotes,
    )


def _short(text: str, most: int = 110) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " \u2026"
