"""Sources: who is quoted across the archive, which names may be one, and the reader's decisions on that."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from claims.errors import NotFound
from claims.records import Judgement, Verdict
from provenance.mentions import Named
from provenance.registry import Registry, Source, Suggestion
from runner.desk import Desk
from screens import addresses, words
from screens.decisions import remember_name, remembered
from screens.frame import message, missing, outlet, page_number, paging, title
from screens.marks import Mark, around, highlighted
from screens.markup import EMPTY, fill, join, name, put

ROWS = 30
PAIRS = 5
"""Pairs that are asked about before the reader asks for more."""
PLACES = 20
"""Places in articles that a source shows before the reader asks for all."""
FOUND = 5
SAYS = {
    Verdict.SAME: "the same source",
    Verdict.NOT_SAME: "not the same source",
    Verdict.WITHDRAWN: "for Claimtrail to decide: an earlier decision is taken back",
}
ASKED = {
    Verdict.SAME: "These two are one source. Trails that have both will count it once.",
    Verdict.NOT_SAME: "These two are not one source. Trails that have both will count each by itself.",
    Verdict.WITHDRAWN: "The decision on these two is taken back; Claimtrail decides as it would have without it.",
}


def show(desk: Desk) -> None:
    """Show the list of sources, or the one that the address names."""
    with st.spinner("Reading who is quoted\u2026"):
        registry = desk.sources()
    _notice()
    id = st.query_params.get("id")
    if id:
        _show_one(desk, registry, id)
    else:
        _show_all(desk, registry)


# ---------------------------------------------------------------- all sources


def _show_all(desk: Desk, registry: Registry) -> None:
    title("Sources")
    put(fill("<h1>Sources</h1>"))
    if not registry.sources:
        put(
            message(
                "Nobody is quoted yet",
                fill('Bring in articles under <a href="{}">Add articles</a>.', addresses.ADD),
                "Whoever they quote by name is then listed here.",
            )
        )
        return
    query = st.text_input(
        "Search the sources",
        key="q",
        bind="query-params",
        placeholder="Search: a person, an organisation, an outlet",
        label_visibility="collapsed",
        on_change=lambda: st.query_params.pop("page", None),
    )
    if query and query.strip():
        found = registry.find(query)
    else:
        found = list(registry.sources)
        _suggestions(desk, registry)
    _list(found)
    _history(desk, registry, None)


def _list(found: list[Source]) -> None:
    put(fill("<h2>Who is quoted</h2>"))
    if not found:
        put(message("No source fits", "Search for fewer or other letters."))
        return
    last = -(-len(found) // ROWS)
    page = min(page_number(), last)
    first = (page - 1) * ROWS
    put(
        fill(
            '<div class="facts"><span><b>{}</b>, those in most articles first</span></div>'
            '<ol class="rows people">{}</ol>',
            words.count(len(found), "source"),
            join(_row(source) for source in found[first : first + ROWS]),
        )
    )
    paging(page, last)


def _row(source: Source) -> Markup:
    return fill(
        '<li><div><div class="wording"><a href="{}">{}</a></div>{}</div>'
        '<div class="cell">{}</div><div class="cell"><b>{}</b><br>{}</div></li>',
        addresses.source(source.id),
        name(source.name),
        _also(source),
        words.SOURCE_TYPE[source.type],
        words.count(source.articles, "article"),
        _outlets(source),
    )


def _also(source: Source) -> Markup:
    others, more = words.outlet_names([one for one in source.spellings if one != source.name], 4)
    if not others:
        return EMPTY
    listed = join((name(other) for other in others), ", ")
    return fill('<div class="outlets">also as {}{}</div>', listed, f" and {more} more" if more else "")


def _outlets(source: Source) -> str:
    return words.count(source.outlets, "outlet") if source.outlets else "outlets unknown"


# ---------------------------------------------------------------- what a person should look at


def _suggestions(desk: Desk, registry: Registry) -> None:
    if not registry.suggestions:
        return
    put(
        fill(
            "<h2>May these be one?</h2>"
            '<p class="note">{}. Claimtrail is not sure and counts them apart until you say so.</p>',
            words.count(len(registry.suggestions), "pair of names", "pairs of names"),
        )
    )
    shown = registry.suggestions if st.session_state.get("all-pairs") else registry.suggestions[:PAIRS]
    for suggestion in shown:
        _offer(desk, suggestion)
    if len(shown) < len(registry.suggestions):
        more = len(registry.suggestions)
        st.button(f"Show all {more:,} pairs", on_click=lambda: st.session_state.update({"all-pairs": True}))


def _offer(desk: Desk, suggestion: Suggestion) -> None:
    left, right = suggestion.evidence
    reasons = join((name(reason) for reason in suggestion.reasons), "; ")
    put(fill('<p class="because"><b>Why they may be one:</b> {}.</p>', reasons))
    sides = (_side(desk, suggestion.left, left), _side(desk, suggestion.right, right))
    put(fill('<div class="pair">{}</div>', join(sides)))
    _buttons(desk, left, right)


def _buttons(desk: Desk, left: Named, right: Named) -> None:
    with st.container(horizontal=True):
        if st.button("Same source", key=f"same {left.id} {right.id}"):
            _ask(desk, left.id, right.id, Verdict.SAME)
        if st.button("Not the same", key=f"apart {left.id} {right.id}"):
            _ask(desk, left.id, right.id, Verdict.NOT_SAME)


def _side(desk: Desk, source: Source, named: Named) -> Markup:
    return fill(
        '<div><header><b><a href="{}">{}</a></b> <span>{}</span></header>{}</div>',
        addresses.source(source.id),
        name(source.name),
        f"{words.SOURCE_TYPE[source.type]}, {words.count(source.articles, 'article')}",
        _place(desk, named),
    )


def _place(desk: Desk, named: Named) -> Markup:
    """Return the sentence in which an article names somebody in full, with the way to it."""
    article = desk.archive.article(named.article)
    span = around(article.text, named.place.start, named.place.end)
    marked = highlighted(article.text, [Mark(named.place.start, named.place.end, "here")], *span)
    return fill(
        '<div class="passage">{}</div><div class="reach">as {} in {}, {}</div><a href="{}">Open in the article</a>',
        marked,
        name(named.name),
        outlet(named.outlet),
        words.date(article.published),
        addresses.article(article.id, named.place.start, named.place.end),
    )


# ---------------------------------------------------------------- one source


def _show_one(desk: Desk, registry: Registry, id: str) -> None:
    source = next((one for one in registry.sources if one.id == id), None)
    if source is None:
        missing("source", id)
        return
    title(source.name)
    put(
        fill(
            '<div class="kicker"><a href="{}">Source</a></div><h1>{}</h1><div class="standing">{}</div>{}',
            addresses.SOURCES,
            name(source.name),
            f"{words.SOURCE_TYPE[source.type]}, {words.count(source.articles, 'article')}, {_outlets(source)}",
            _also(source),
        )
    )
    for suggestion in registry.suggestions:
        if id in (suggestion.left.id, suggestion.right.id):
            _offer(desk, suggestion)
    _joined(desk, source)
    _named(desk, source)
    _join_by_hand(desk, registry, source)
    _history(desk, registry, source)


def _joined(desk: Desk, source: Source) -> None:
    """Show which differing names count as this source and why, each with a way to say no."""
    if not source.joined:
        return
    put(fill("<h2>Why these names are one</h2>"))
    by_id = {named.id: named for named in source.names}
    spelled = {(by_id[one.left].name, by_id[one.right].name): one for one in reversed(source.joined)}
    for joined in reversed(spelled.values()):
        left, right = by_id[joined.left], by_id[joined.right]
        put(fill('<p class="because"><b>{}</b> and <b>{}</b>: {}.</p>', name(left.name), name(right.name), joined.why))
        put(fill('<div class="pair"><div>{}</div><div>{}</div></div>', _place(desk, left), _place(desk, right)))
        if st.button("Not the same", key=f"split {left.id} {right.id}", type="tertiary"):
            _ask(desk, left.id, right.id, Verdict.NOT_SAME)


def _named(desk: Desk, source: Source) -> None:
    put(fill("<h2>The articles that quote it</h2>"))
    shown = source.names if st.session_state.get(f"all {source.id}") else source.names[:PLACES]
    put(join(fill('<article class="appearance">{}</article>', _place(desk, named)) for named in shown))
    if len(shown) < len(source.names):
        more = len(source.names)
        st.button(f"Show all {more:,} places", on_click=lambda: st.session_state.update({f"all {source.id}": True}))


def _join_by_hand(desk: Desk, registry: Registry, source: Source) -> None:
    put(fill("<h2>Is it quoted under another name too?</h2>"))
    words_given = st.text_input("Find the other name", key=f"other {source.id}")
    if not words_given.strip():
        return
    others = [one for one in registry.find(words_given) if one.id != source.id][:FOUND]
    if not others:
        put(fill('<p class="note">No other source has a name like that.</p>'))
    for other in others:
        put(fill('<div class="pair">{}</div>', _side(desk, other, other.names[0])))
        if st.button("Same source", key=f"join {other.id}"):
            _ask(desk, source.names[0].id, other.names[0].id, Verdict.SAME)


# ---------------------------------------------------------------- decisions


@st.dialog("Your decision")
def _ask(desk: Desk, left: str, right: str, verdict: Verdict) -> None:
    put(
        fill(
            '<div class="history"><p><b>{}</b></p><p><b>{}</b></p><p class="note">{}</p></div>',
            name(_name_of(left)),
            name(_name_of(right)),
            ASKED[verdict],
        )
    )
    with st.form("source-decision", border=False):
        by = st.text_input("Your name", value=remembered(), max_chars=80)
        note = st.text_area("Why (optional)", max_chars=2000, height=90)
        kept = st.form_submit_button("Keep this decision", type="primary")
    if not kept:
        return
    if not by.strip():
        put(fill('<p class="note">A decision needs a name, so that a colleague can ask.</p>'))
        return
    with st.spinner("Bringing the trails up to date\u2026"):
        desk.judge_sources(left, right, verdict, by.strip(), note.strip() or None)
    st.session_state["name"] = by.strip()
    st.session_state["decided-source"] = left
    st.rerun()


def _notice() -> None:
    """Say once that a decision was kept."""
    if st.session_state.pop("decided-source", None) is not None:
        put(message("Your decision is kept", "It wins over the machine, and stays when articles are added."))
        remember_name()


def _history(desk: Desk, registry: Registry, source: Source | None) -> None:
    """Show the decisions on ``source`` (``None``: on all), the latest first, each with a way to take it back."""
    every = desk.archive.source_judgements(all=True)
    if source is not None:
        mine = {named.id for named in source.names}
        every = [one for one in every if one.left in mine or one.right in mine]
    if not every:
        return
    put(fill("<h2>Decisions</h2>"))
    standing = {judgement.id for judgement in desk.archive.source_judgements()}
    for judgement in sorted(every, key=lambda one: one.at, reverse=True):
        put(_line(desk, judgement, judgement.id in standing))
        holds = judgement.id in standing and judgement.verdict is not Verdict.WITHDRAWN
        if holds and st.button("Take it back", key=f"undo {judgement.id}", type="tertiary"):
            _ask(desk, judgement.left, judgement.right, Verdict.WITHDRAWN)


def _line(desk: Desk, judgement: Judgement, standing: bool) -> Markup:
    return fill(
        '<div class="history"><div class="decision {}"><b>{}</b>: {}{}<br><span class="note">{}</span>{}{}</div></div>',
        "" if standing else "old",
        name(judgement.by),
        SAYS[judgement.verdict],
        "" if standing else " (since replaced)",
        words.date(judgement.at),
        join(fill("<br>{}, {}", name(_name_of(id)), _paper(desk, id)) for id in (judgement.left, judgement.right)),
        fill("<br>{}", name(judgement.note)) if judgement.note else EMPTY,
    )


def _name_of(id: str) -> str:
    return id.partition(" ")[2]


def _paper(desk: Desk, id: str) -> Markup:
    """Return the article in which a decision's name stands, as far as it is here."""
    try:
        article = desk.archive.article(id.partition(" ")[0])
    except NotFound:
        return fill("in an article that is no longer here")
    return fill('in <a href="{}">{}</a>', addresses.article(article.id), name(article.title, "an article"))
