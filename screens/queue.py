"""Same claim?: pairs of claims that may be one, shown one after another until a person has said so of each."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from claims.errors import NotFound
from claims.records import Judgement, Relation, Side, Suggestion, Verdict
from runner.desk import Desk
from screens import addresses, words
from screens.claim import said_by
from screens.decisions import SAYS, line, remember_name, remembered
from screens.frame import message, outlet, screen, title
from screens.marks import Mark, around, differing, highlighted
from screens.markup import EMPTY, fill, join, name, put

NEAR, DIFFER = "near", "differ"
RELATIONS = {NEAR: Relation.RELATED, DIFFER: Relation.CONTRADICTS}
CALLED = {NEAR: "May be the same", DIFFER: "Contradict each other"}
OPEN = {NEAR: "may be the same", DIFFER: "contradict each other"}
ASKS = {
    NEAR: "Near one another, and not near enough to be joined without you.",
    DIFFER: "Alike but for a figure, a date, a no or who does it to whom: one claim on which articles disagree, or "
    "two claims?",
}
LISTED = 20
"""Decisions of this sitting that are listed, each with a way to take it back."""
QUOTED = 90
"""Characters of a claim that the line on the last decision repeats."""

_SHOWN = "queue-shown"  # the two claims that are asked about
_SKIPPED = "queue-skipped"  # pairs of claims that the reader was not sure of
_SITTING = "queue-sitting"  # decisions of this sitting, the latest first
_TOLD = "queue-told"  # what became of the last click
_BY = "queue-by"
_SKIP, _AGAIN = "skip", "queue-again"


def show(desk: Desk) -> None:
    """Show the first pair that waits for a person. What is clicked draws this part of the page again, and no other."""
    title("Same claim?")
    put(fill("<h1>Same claim?</h1>"))
    st.fragment(screen(lambda: desk, _work))()


def _work(desk: Desk) -> None:
    # Before anything is drawn, so that one pass keeps the decision and shows the next pair.
    _heed(desk)
    kind = _kind()
    skipped: set[frozenset[str]] = st.session_state.get(_SKIPPED, set())
    suggestion, counts = desk.next_suggestion(RELATIONS[kind], skipped)
    _progress(desk, counts)
    _told(desk)
    if suggestion is None:
        st.session_state.pop(_SHOWN, None)
        _none_left(counts, kind, bool(skipped))
    else:
        st.session_state[_SHOWN] = (suggestion.left.claim, suggestion.right.claim)
        _ask(desk, suggestion, kind)
    _sitting(desk)


def _kind() -> str:
    """Return which pairs the reader or the address asks for."""
    asked = st.query_params.get("show")
    # Not bound to the address by Streamlit, which would write the label there: an address outlasts our wording.
    chosen = st.segmented_control(
        "Which pairs",
        list(RELATIONS),
        format_func=CALLED.get,
        default=asked if asked in RELATIONS else NEAR,
        required=True,
        key="queue-kind",
        label_visibility="collapsed",
    )
    if chosen != (asked or NEAR):
        st.query_params["show"] = chosen
    return chosen


def _progress(desk: Desk, counts: dict[Relation, int]) -> None:
    kinds = [f"{counts[relation]:,} {OPEN[kind]}" for kind, relation in RELATIONS.items() if relation in counts]
    aside = len(st.session_state.get(_SKIPPED, ()))
    put(
        fill(
            '<div class="facts tally"><span><b>{} decided today, {} open</b>{}{}</span></div>',
            f"{desk.decided_today():,}",
            f"{sum(counts.values()):,}",
            f": {', '.join(kinds)}" if kinds else "",
            f"; {aside:,} set aside for now" if aside else "",
        )
    )


# ---------------------------------------------------------------- the pair


def _ask(desk: Desk, suggestion: Suggestion, kind: str) -> None:
    put(fill('<p class="note">{}</p>', ASKS[kind]))
    left, right = desk.archive.claim(suggestion.left.claim), desk.archive.claim(suggestion.right.claim)
    of_left, of_right = differing(left.text, right.text)
    sides = (_side(desk, suggestion.left, of_left), _side(desk, suggestion.right, of_right))
    put(fill('<div class="pair asked">{}</div>', join(sides)))
    _buttons(suggestion)
    put(_reasons(suggestion))


def _side(desk: Desk, side: Side, differ: list[tuple[int, int]]) -> Markup:
    """Return a claim in its sentence and article, with ``differ`` (places in its text) marked."""
    claim = desk.archive.claim(side.claim)
    article = desk.archive.article(claim.article)
    attributions = {one.id: one for one in desk.archive.attributions_in([article.id])[article.id]}
    said = attributions.get(claim.attribution or "")
    marks = [Mark(claim.start, claim.end, "own")]
    marks += [Mark(claim.start + start, claim.start + end, "differs") for start, end in differ]
    in_full = " ".join(claim.standalone.split())
    return fill(
        "<div><header><b>{outlet}</b> <span>{date}</span></header>"
        '<div class="title"><a href="{place}">{title}</a></div>'
        '<div class="passage">{passage}</div>{standalone}<div class="said">{said}</div>'
        '<div class="reach"><a href="{claim}">{standing}</a></div></div>',
        outlet=outlet(article.outlet),
        date=words.date(article.published),
        place=addresses.article(article.id, claim.start, claim.end),
        title=name(article.title, "title unknown"),
        passage=highlighted(article.text, marks, *around(article.text, claim.start, claim.end)),
        standalone=EMPTY
        if in_full == " ".join(claim.text.split())
        else fill('<div class="reach">That is: <q>{}</q></div>', name(in_full)),
        said=said_by(said, attributions),
        claim=addresses.claim(side.cluster),
        standing=_standing(desk, side.cluster),
    )


def _standing(desk: Desk, cluster: str) -> str:
    """Return in how many articles a cluster's claim stands, and who is behind it as far as its trail is built."""
    try:
        return words.standing(desk.archive.trail(cluster).in_one_line())
    except NotFound:
        claims = desk.archive.claims([member.claim for member in desk.archive.cluster(cluster).members])
        return words.count(len({claim.article for claim in claims}), "article")


def _reasons(suggestion: Suggestion) -> Markup:
    told = [words.reason(reason) for reason in suggestion.reasons]
    parts = [
        fill("<div><h3>{}</h3><ul>{}</ul></div>", heading, join(fill("<li>{}</li>", name(said)) for said in some))
        for heading, some in (
            ("What speaks for one claim", [said for differs, said in told if not differs]),
            ("What differs", [said for differs, said in told if differs]),
        )
        if some
    ]
    close = fill('<p class="note">Closeness {:.2f} of 1.</p>', suggestion.score) if suggestion.score > 0 else EMPTY
    return fill('<div class="grounds">{}</div>{}', join(parts), close)


def _buttons(suggestion: Suggestion) -> None:
    pair = suggestion.left.claim, suggestion.right.claim
    with st.container(horizontal=True, vertical_alignment="bottom", key="answers"):
        # A key for each pair: a click that comes too late belongs to the pair that it was meant for.
        st.button("Same claim", key=_key(Verdict.SAME, pair), type="primary", shortcut="S")
        st.button("Not the same", key=_key(Verdict.NOT_SAME, pair), shortcut="N")
        st.button("Not sure", key=_key(_SKIP, pair), shortcut="U")
        st.text_input("Why (optional)", key=_key("why", pair), max_chars=2000)
        st.text_input("Your name", key=_BY, value=remembered(), max_chars=80)


def _key(what: str, pair: tuple[str, str]) -> str:
    return f"{what} {pair[0]} {pair[1]}"


def _none_left(counts: dict[Relation, int], kind: str, skipped: bool) -> None:
    here, other = counts.get(RELATIONS[kind], 0), DIFFER if kind == NEAR else NEAR
    waiting = counts.get(RELATIONS[other], 0)
    elsewhere = (
        fill('Under \u201c{}\u201d: <a href="{}">{}</a>.', CALLED[other], addresses.queue(other), _pairs(waiting))
        if waiting
        else EMPTY
    )
    if here and skipped:
        put(message("Only pairs that you were not sure of are left", elsewhere))
        st.button("Ask about them again", key=_AGAIN)
        return
    put(
        message(
            "No pair waits for you here",
            "Two claims that are alike, but not alike enough to be joined by Claimtrail itself, are asked about here.",
            fill('As you <a href="{}">add articles</a>, new pairs may come.', addresses.ADD),
            elsewhere,
        )
    )


def _pairs(number: int) -> str:
    return words.count(number, "pair")


# ---------------------------------------------------------------- what was clicked


def _heed(desk: Desk) -> None:
    """Do what the reader clicked since the page was drawn."""
    clicked = st.session_state.get
    pair = clicked(_SHOWN)
    if clicked(_AGAIN):
        st.session_state[_SKIPPED] = set()
        st.session_state.pop(_TOLD, None)
    if pair is not None and clicked(_key(_SKIP, pair)):
        st.session_state.setdefault(_SKIPPED, set()).add(frozenset(pair))
        st.session_state.pop(_TOLD, None)
    for verdict in (Verdict.SAME, Verdict.NOT_SAME):
        if pair is not None and clicked(_key(verdict, pair)):
            _decide(desk, pair, verdict)
    for judgement in clicked(_SITTING, [])[:LISTED]:
        if clicked(f"back {judgement.id}"):
            _take_back(desk, judgement)


def _decide(desk: Desk, pair: tuple[str, str], verdict: Verdict) -> None:
    by = (st.session_state.get(_BY) or "").strip()
    if not by:
        st.session_state[_TOLD] = "nameless"
        return
    meanwhile = desk.decision_on(*pair)
    if meanwhile is not None:  # a colleague's, in another window: not to be replaced unseen
        st.session_state[_TOLD] = meanwhile
        return
    note = (st.session_state.get(_key("why", pair)) or "").strip() or None
    with st.spinner("Bringing the claims up to date\u2026"):
        judgement = desk.judge(*pair, verdict, by, note)
    st.session_state.setdefault(_SITTING, []).insert(0, judgement)
    st.session_state[_TOLD] = judgement
    if st.session_state.get("name") != by:
        st.session_state["name"] = by
        remember_name()


def _take_back(desk: Desk, judgement: Judgement) -> None:
    by = st.session_state.get("name") or judgement.by
    with st.spinner("Bringing the claims up to date\u2026"):
        back = desk.judge(judgement.left, judgement.right, Verdict.WITHDRAWN, by)
    st.session_state[_SITTING].remove(judgement)
    st.session_state[_TOLD] = back


# ---------------------------------------------------------------- what became of it


def _told(desk: Desk) -> None:
    told = st.session_state.get(_TOLD)
    if told is None:
        return
    if told == "nameless":
        put(_bar(fill("<b>Not kept yet.</b> A decision needs your name, so that a colleague can ask.")))
        return
    texts = {claim.id: claim.text for claim in desk.archive.claims([told.left, told.right])}
    pair = fill("<q>{}</q> / <q>{}</q>", *(name(_short(texts.get(id, ""))) for id in (told.left, told.right)))
    if told.verdict is Verdict.WITHDRAWN:
        put(_bar(fill("<b>Taken back.</b> {}", pair)))
    elif told not in st.session_state.get(_SITTING, []):
        put(_bar(fill("<b>{} decided this meanwhile:</b> {}. {}", name(told.by), SAYS[told.verdict], pair)))
    else:
        where = desk.archive.cluster_of(told.left) if told.verdict is Verdict.SAME else None
        now = fill(' Now <a href="{}">{}</a>.', addresses.claim(where), _standing(desk, where)) if where else EMPTY
        with st.container(horizontal=True, vertical_alignment="center", key="told"):
            put(_bar(fill("<b>Kept: {}.</b> {}{}", SAYS[told.verdict], pair, now)))
            st.button("Take it back", key=f"back {told.id}", type="tertiary", shortcut="Z")


def _bar(body: Markup) -> Markup:
    return fill('<p class="told" role="status">{}</p>', body)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= QUOTED else text[:QUOTED].rstrip() + "\u2026"


def _sitting(desk: Desk) -> None:
    """List what was decided in this sitting; the latest has its way back above."""
    decided: list[Judgement] = st.session_state.get(_SITTING, [])[:LISTED]
    if not decided:
        return
    put(fill("<h2>Decided in this sitting</h2>"))
    standing = {judgement.id for judgement in desk.archive.judgements()}
    known = {claim.id: claim for claim in desk.archive.claims({id for one in decided for id in (one.left, one.right)})}
    for judgement in decided:
        put(line(judgement, known, judgement.id in standing))
        if judgement.id in standing and judgement != st.session_state.get(_TOLD):
            st.button("Take it back", key=f"back {judgement.id}", type="tertiary")
