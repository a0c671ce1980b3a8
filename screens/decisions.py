"""A reader's decisions on a claim's appearances: asked for, kept with name and note, shown, taken back."""

from __future__ import annotations

from urllib.parse import quote, unquote

import streamlit as st
from markupsafe import Markup

from claims.records import Appearance, Claim, Cluster, ClusterLink, Judgement, Verdict
from runner.desk import Desk
from screens import addresses, words
from screens.frame import message
from screens.markup import EMPTY, fill, join, name, put

SAYS = {
    Verdict.SAME: "the same claim",
    Verdict.NOT_SAME: "not the same claim",
    Verdict.WITHDRAWN: "for Claimtrail to decide: an earlier decision is taken back",
}
ASKED = {
    Verdict.SAME: "These two are the same claim.",
    Verdict.NOT_SAME: "These two are not the same claim.",
    Verdict.WITHDRAWN: "The decision on these two is taken back; Claimtrail decides as it would have without it.",
}
COOKIE = "claimtrail_name"


def offer_split(desk: Desk, cluster: Cluster, appearance: Appearance) -> None:
    """Offer to take ``appearance`` out of ``cluster``."""
    if st.button("Not the same claim", key=f"split-{appearance.claim}", type="tertiary"):
        _ask(desk, appearance.claim, cluster.representative, Verdict.NOT_SAME)


def offer_join(desk: Desk, cluster: Cluster, link: ClusterLink, or_not: bool = False) -> None:
    """Offer to say that a cluster that stands beside is the same claim, or (``or_not``) that it is another one."""
    other = desk.archive.cluster(link.cluster).representative
    with st.container(horizontal=True):
        if st.button("The same claim", key=f"join-{link.cluster}", type="tertiary"):
            _ask(desk, other, cluster.representative, Verdict.SAME)
        if or_not and st.button("Not the same claim", key=f"apart-{link.cluster}", type="tertiary"):
            _ask(desk, other, cluster.representative, Verdict.NOT_SAME)


@st.dialog("Your decision")
def _ask(desk: Desk, left: str, right: str, verdict: Verdict) -> None:
    known = {claim.id: claim for claim in desk.archive.claims([left, right])}
    put(
        fill(
            '<div class="history"><p><q>{}</q></p><p><q>{}</q></p><p class="note">{}</p></div>',
            name(known[left].text),
            name(known[right].text),
            ASKED[verdict],
        )
    )
    with st.form("decision", border=False):
        by = st.text_input("Your name", value=remembered(), max_chars=80)
        note = st.text_area("Why (optional)", max_chars=2000, height=90)
        kept = st.form_submit_button("Keep this decision", type="primary")
    if not kept:
        return
    if not by.strip():
        put(fill('<p class="note">A decision needs a name, so that a colleague can ask.</p>'))
        return
    with st.spinner("Bringing the claims up to date\u2026"):
        desk.judge(left, right, verdict, by.strip(), note.strip() or None)
    st.session_state["name"] = by.strip()
    st.session_state["decided"] = (left, verdict)
    st.session_state["notice_for"] = desk.archive.cluster_of(left)
    st.rerun()


def remembered() -> str:
    """Return the name under which this reader decided last."""
    return st.session_state.get("name") or unquote(st.context.cookies.get(COOKIE, ""))


def show_notice() -> None:
    """Say once what became of the decision just kept."""
    decided = st.session_state.pop("decided", None)
    if decided is None:
        return
    where = st.session_state.pop("notice_for", None)
    link = fill('<a href="{}">See where that passage stands now</a>.', addresses.claim(where)) if where else EMPTY
    put(message("Your decision is kept", "It wins over the machine, and stays when articles are added.", link))
    remember_name()


def remember_name() -> None:
    """Let the browser remember the name under which this reader decided last."""
    # Percent-encoded, so that nothing but letters, digits and -_.~% stands in the script.
    kept = quote(st.session_state.get("name", ""), safe="")
    script = f"<script>document.cookie='{COOKIE}={kept};path=/;max-age=31536000;SameSite=Strict'</script>"
    st.html(script, unsafe_allow_javascript=True)


def show_history(desk: Desk, cluster: Cluster) -> None:
    """Show every decision on the cluster's claims, the latest first, each with a way to take it back."""
    members = {member.claim for member in cluster.members}
    every = [j for j in desk.archive.judgements(all=True) if j.left in members or j.right in members]
    if not every:
        return
    put(fill("<h2>Decisions</h2>"))
    standing = {judgement.id for judgement in desk.archive.judgements()}
    known = {claim.id: claim for claim in desk.archive.claims({id for j in every for id in (j.left, j.right)})}
    for judgement in sorted(every, key=lambda one: one.at, reverse=True):
        put(line(judgement, known, judgement.id in standing))
        holds = judgement.id in standing and judgement.verdict is not Verdict.WITHDRAWN
        if holds and st.button("Take it back", key=f"undo-{judgement.id}", type="tertiary"):
            _ask(desk, judgement.left, judgement.right, Verdict.WITHDRAWN)


def line(judgement: Judgement, known: dict[str, Claim], standing: bool) -> Markup:
    """Return a decision as a list shows it; ``known`` holds its claims, as far as they are here."""
    texts = [
        name(known[id].text) if id in known else name(None, "a claim no longer here")
        for id in (judgement.left, judgement.right)
    ]
    return fill(
        '<div class="history"><div class="decision {}"><b>{}</b>: {}{}<br>{}{}</div></div>',
        "" if standing else "old",
        name(judgement.by),
        SAYS[judgement.verdict],
        "" if standing else " (since replaced)",
        fill('<span class="note">{}</span> ', words.date(judgement.at)),
        join(
            [
                fill("<br><q>{}</q><br><q>{}</q>", *texts),
                fill("<br>{}", name(judgement.note)) if judgement.note else EMPTY,
            ]
        ),
    )
