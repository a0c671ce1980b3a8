"""Claim: one claim's trail, its appearances side by side, and the reader's decisions on them."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from claims.errors import NotFound
from claims.records import (
    Appearance,
    Article,
    Attribution,
    Cluster,
    ClusterLink,
    Conflict,
    ConflictKind,
    Passage,
    Relation,
    Trail,
)
from runner.desk import Desk
from screens import addresses, decisions, factchecks, wordings, words
from screens.claims import download
from screens.frame import chips, missing, mix, outlet, scroll_to_place, stance, stance_legend, title
from screens.marks import Mark, around, differing, highlighted, in_context, places
from screens.markup import EMPTY, fill, join, name, put
from screens.picture import draw

SHOWN = 12
"""Appearances shown before the reader asks for all."""
REPRESENTATIVE = "The wording nearest to all others; the others are compared with it."


def show(desk: Desk) -> None:
    """Show the claim that the address names."""
    id = st.query_params.get("id")
    try:
        if not id:
            raise NotFound("no claim named")
        trail = desk.archive.trail(id)
        cluster = desk.archive.cluster(trail.id)
    except NotFound:
        missing("claim", id)
        return
    if trail.id != id:
        st.query_params["id"] = trail.id
        put(fill('<p class="note">The address led to a claim that has since been joined into this one.</p>'))
    title(trail.text)
    articles = {one: desk.archive.article(one) for one in _article_ids(trail)}
    decisions.show_notice()
    _heading(trail)
    factchecks.show(desk, trail, cluster.representative)
    _picture(trail, articles)
    _conflicts(trail, articles)
    _appearances(desk, trail, cluster, articles)
    _links(desk, cluster)
    decisions.show_history(desk, cluster)
    put(fill("<h2>Take it away</h2>"))
    download(desk, [trail.id], f"claim-{trail.id}")
    scroll_to_place()


def _article_ids(trail: Trail) -> set[str]:
    ids = {appearance.article for appearance in trail.appearances}
    ids |= {edge.article for edge in trail.edges}
    ids |= {end.removeprefix("article:") for e in trail.edges for end in (e.from_, e.to) if end.startswith("article:")}
    ids |= wordings.articles_of(trail)
    return ids | {passage.article for conflict in trail.conflicts for passage in (conflict.a, conflict.b)}


def _heading(trail: Trail) -> None:
    first = trail.first_appearance
    seen = fill("First seen <b>{}</b>", words.first_seen(first))
    if first is not None:
        at = addresses.article(first.article)
        seen = fill('{} in <a href="{}">{}</a>', seen, at, outlet(first.outlet))
    caveat = words.undated(first)
    put(
        fill(
            '<div class="kicker">Claim</div><h1>{text}</h1>'
            '<div class="standing">{standing} <span class="chips">{chips}</span></div>'
            '<div class="facts"><span>{seen}</span>{caveat}<span>{stances}</span><span style="width:9rem">{mix}</span>'
            '</div><p class="lead">{summary}</p>',
            text=name(trail.text),
            standing=words.standing(trail.in_one_line()),
            seen=seen,
            caveat=fill("<span>{}</span>", caveat) if caveat else EMPTY,
            stances=words.stances(trail.stances),
            mix=mix(trail.stances),
            chips=chips(trail.flags),
            summary=name(trail.summary, ""),
        )
    )


def _picture(trail: Trail, articles: dict[str, Article]) -> None:
    legend = stance_legend(
        fill('<span><span class="swatch dashed"></span>unnamed origin</span>'),
        fill('<span><span class="swatch ring"></span>cite each other in a ring</span>')
        if "circular" in trail.flags
        else EMPTY,
    )
    note = fill(
        '<p class="note only-wide">Read from right to left: what a source said, who carried it, where it was printed. '
        "A box opens the article, a word on a line the passage that shows that step.</p>"
    )
    put(fill("<h2>Who stands behind it</h2>{}{}{}", note, legend, draw(trail, articles)))


# ---------------------------------------------------------------- conflicts


def _conflicts(trail: Trail, articles: dict[str, Article]) -> None:
    """Show what differs pair by pair, but a quotation once with all its wordings."""
    drifted = [conflict for conflict in trail.conflicts if conflict.what is ConflictKind.WORDING]
    tables = [q for q in trail.quotations if any(wordings.holds(q, each.a, each.b) for each in drifted)]
    pairs = [each for each in trail.conflicts if not any(wordings.holds(q, each.a, each.b) for q in tables)]
    pairs += [each for each in trail.conflicts if each.what is ConflictKind.SPEAKER and each not in pairs]
    if pairs or tables:
        shown = [fill("<h3>{}</h3>{}", _conflict_title(each), _pair(each, articles)) for each in pairs]
        shown += [wordings.table(quotation, articles) for quotation in tables]
        put(fill("<h2>Where the articles do not agree</h2>{}", join(shown)))
    sound = [quotation for quotation in trail.quotations if quotation not in tables]
    if sound:
        shown = [wordings.table(quotation, articles) for quotation in sound]
        put(fill("<h2>Quoted at different lengths</h2>{}", join(shown)))


def _conflict_title(conflict: Conflict) -> Markup:
    if not conflict.values or conflict.what in (ConflictKind.WORDING, ConflictKind.CONTRADICTION):
        kinds = "; ".join(words.DRIFT[kind] for kind in conflict.drift)
        return fill("{}{}", words.CONFLICT[conflict.what], f": {kinds}" if kinds else "")
    values = join((name(value, "not said") for value in conflict.values), " / ")
    return fill("{}: {}", words.CONFLICT[conflict.what], values)


def _pair(conflict: Conflict, articles: dict[str, Article]) -> Markup:
    a, b = articles[conflict.a.article], articles[conflict.b.article]
    if conflict.what is ConflictKind.WORDING:
        span_a, span_b = (conflict.a.start, conflict.a.end), (conflict.b.start, conflict.b.end)
        marks_a, marks_b = differing(a.text[slice(*span_a)], b.text[slice(*span_b)])
    else:
        span_a, marks_a = _values(a, conflict.a, conflict.values)
        span_b, marks_b = _values(b, conflict.b, conflict.values)
    sides = [(a, conflict.a, span_a, marks_a), (b, conflict.b, span_b, marks_b)]
    return fill('<div class="pair">{}</div>', join(_side(*side) for side in sides))


def _values(
    article: Article, passage: Passage, values: tuple[str, ...]
) -> tuple[tuple[int, int], list[tuple[int, int]]]:
    """Return the sentence around a passage, and where in it the values stand: the passage itself where it is one."""
    span = around(article.text, passage.start, passage.end)
    if article.text[passage.start : passage.end] in values:
        return span, [(passage.start - span[0], passage.end - span[0])]
    return span, places(article.text[slice(*span)], values)


def _side(article: Article, passage: Passage, span: tuple[int, int], differ: list[tuple[int, int]]) -> Markup:
    marks = [Mark(span[0] + start, span[0] + end, "differs") for start, end in differ]
    return fill(
        '<div><header><b>{}</b> <span>{}</span></header><div class="passage">{}</div>'
        '<a href="{}">Open in the article</a></div>',
        outlet(article.outlet),
        words.date(article.published),
        highlighted(article.text, marks, *span),
        addresses.article(article.id, passage.start, passage.end),
    )


# ---------------------------------------------------------------- appearances


def _appearances(desk: Desk, trail: Trail, cluster: Cluster, articles: dict[str, Article]) -> None:
    put(fill('<h2 id="appearances">Every appearance</h2>'))
    shown = trail.appearances
    if len(shown) > SHOWN and not st.session_state.get(f"all-{trail.id}"):
        shown = shown[:SHOWN]
    found = {claim.id: claim for claim in desk.archive.claims([appearance.claim for appearance in shown])}
    sayings = desk.archive.attributions({claim.attribution for claim in found.values() if claim.attribution})
    for appearance in shown:
        claim = found.get(appearance.claim)
        said = sayings.get(claim.attribution) if claim and claim.attribution else None
        passage, decision = st.columns([5, 1], gap="medium")
        kind = words.claim_kind(claim.flags) if claim else ""
        put(_appearance(appearance, articles[appearance.article], said_by(said, sayings), kind), passage)
        with decision:
            if appearance.claim != cluster.representative:
                decisions.offer_split(desk, cluster, appearance)
            else:
                put(fill('<p class="note aside" title="{}">Representative wording</p>', REPRESENTATIVE))
    if len(shown) < len(trail.appearances):
        st.button(
            f"Show all {len(trail.appearances):,} appearances",
            on_click=lambda: st.session_state.update({f"all-{trail.id}": True}),
        )


def _appearance(appearance: Appearance, article: Article, said: Markup, kind: str) -> Markup:
    return fill(
        '<article class="appearance"><header><b>{outlet}</b> <span class="date">{date}</span> {stance}</header>'
        '<div class="title"><a href="{whole}">{title}</a></div><div class="passage">{passage}</div>'
        '<div class="said">{said}{kind}</div>{why}</article>',
        outlet=outlet(appearance.outlet),
        date=words.date(article.published),
        stance=stance(appearance.stance),
        whole=addresses.article(article.id),
        title=name(article.title, "title unknown"),
        passage=in_context(
            article.text,
            appearance.start,
            appearance.end,
            appearance.stance,
            addresses.article(article.id, appearance.start, appearance.end),
        ),
        said=said,
        kind=fill(' <span class="chip">{}</span>', kind) if kind else EMPTY,
        why=_why(appearance),
    )


def said_by(said: Attribution | None, sayings: dict[str, Attribution]) -> Markup:
    """Return who said it and over whom it came, as far as the article tells."""
    if said is None:
        return fill("In the outlet's own voice")
    who = fill("<b>{}</b>", name(said.speaker, "not said who"))
    parts = [fill("According to {}", who), fill("{}, {}", words.SOURCE_TYPE[said.source_type], words.KIND[said.kind])]
    if said.via:
        parts.append(fill("by way of {}", join((name(carrier) for carrier in said.via), ", from ")))
    parent = sayings.get(said.parent or "")
    if parent is not None and parent.speaker:
        parts.append(fill("as told by {}", name(parent.speaker)))
    parts += [
        fill("{}", words.ATTRIBUTION_FLAG[flag])
        for flag in said.flags
        if flag in words.ATTRIBUTION_FLAG and flag != "anonymous"
    ]
    return fill('{} <span class="chain">({})</span>', parts[0], join(parts[1:], "; "))


def _why(appearance: Appearance) -> Markup:
    if not appearance.joined_because:
        return EMPTY
    reasons = join(fill("<li>{}</li>", name(reason)) for reason in appearance.joined_because)
    return fill('<details class="why"><summary>Why it was joined</summary><ul>{}</ul></details>', reasons)


def _links(desk: Desk, cluster: Cluster) -> None:
    """Show the clusters beside this one: first those that a person should look at, then those at odds with it."""
    decided = desk.archive.decided_pairs()
    near = [link for link in cluster.links if link.relation is Relation.RELATED]
    open = [link for link in near if tuple(sorted((cluster.id, link.cluster))) not in decided]
    _beside(desk, cluster, "May be the same claim", sorted(open, key=lambda link: -link.score))
    _beside(desk, cluster, "Near it, but not joined", [link for link in cluster.links if link not in near])


def _beside(desk: Desk, cluster: Cluster, heading: str, links: list[ClusterLink]) -> None:
    shown = [(link, other) for link in links if (other := _trail_of(desk, link)) is not None]
    if not shown:
        return
    put(fill("<h2>{}</h2>", heading))
    for link, other in shown:
        open = link.relation is Relation.RELATED
        told = [words.reason(reason)[1] if open else reason for reason in link.reasons]
        put(
            fill(
                '<article class="appearance">{}'
                '<div class="passage"><a class="mark" href="{}">{}</a></div><div class="said">{}</div>{}</article>',
                EMPTY if open else fill('<header><span class="chip">{}</span></header>', words.RELATION[link.relation]),
                addresses.claim(other.id),
                name(other.text),
                words.standing(other.in_one_line()),
                fill('<div class="why">{}</div>', join((name(reason) for reason in told), "; ")) if told else EMPTY,
            )
        )
        decisions.offer_join(desk, cluster, link, or_not=open)


def _trail_of(desk: Desk, link: ClusterLink) -> Trail | None:
    try:
        return desk.archive.trail(link.cluster)
    except NotFound:
        return None
