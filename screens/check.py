"""Check a draft: its quotes, attributions and claims against the archive, before it is printed."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from claims import articles
from claims.errors import ArticleError, NotFound
from claims.records import Article, Evidence, Finding, Refusal
from runner.desk import Desk
from screens import addresses, words
from screens.frame import message, outlet, title
from screens.marks import Mark, paragraphs
from screens.markup import EMPTY, fill, join, name, put

SHOWN = 2
"""Passages shown with a finding before the reader asks for the rest."""


def show(desk: Desk) -> None:
    """Show the form, and the findings on what is sent."""
    title("Check a draft")
    put(
        fill(
            '<h1>Check a draft</h1><p class="note">Every quote, attribution and claim of the draft is looked up in the '
            "archive. A finding says no more than the passages beside it. The draft is not kept.</p>"
        )
    )
    draft = _draft()
    if isinstance(draft, Refusal):
        st.session_state.pop("checked", None)
        put(message("This draft could not be read", name(draft.what), draft.why))
        return
    if draft is not None:
        with st.spinner("Looking up every quote and claim\u2026"):
            st.session_state["checked"] = (draft, desk.check(draft))
    if "checked" in st.session_state:
        _findings(desk, *st.session_state["checked"])


def _draft() -> Article | Refusal | None:
    with st.form("draft", border=False):
        pasted, uploaded = st.columns([2, 1], gap="large")
        text = pasted.text_area("The draft", height=240, placeholder="Paste the draft")
        file = uploaded.file_uploader("Or a file")
        sent = st.form_submit_button("Check it", type="primary")
    if not sent:
        return None
    if file is not None:
        return next(iter(articles.read_bytes(file.name, file.getvalue())), Refusal(file.name, "there is no text in it"))
    try:
        return articles.article(text)
    except ArticleError as error:
        return Refusal("pasted text", str(error))


def _css(finding: Finding) -> str:
    if finding.verdict in words.AGREES:
        return "agrees"
    return "open" if finding.verdict in words.OPEN else "differs"


def _findings(desk: Desk, draft: Article, findings: list[Finding]) -> None:
    if not findings:
        put(message("Nothing to check", "No quote, attribution or claim was found in this draft."))
        return
    tally = {css: sum(_css(finding) == css for finding in findings) for css in ("differs", "open", "agrees")}
    marks = [
        Mark(f.start, f.end, _css(f), f"{words.CHECKED[f.what]}: {words.VERDICT[f.verdict]}", f"#f-{n}", f"d-{n}")
        for n, f in enumerate(findings)
    ]
    order = {"differs": 0, "open": 1, "agrees": 2}
    listed = sorted(enumerate(findings), key=lambda item: (order[_css(item[1])], item[0]))
    put(
        fill(
            '<h2>Findings</h2><p class="standing">{differs} to look at, {open} that the archive cannot settle, '
            "{agrees} that it bears out</p>"
            '<div class="legend"><span><span class="swatch denies"></span>differs from the archive</span>'
            '<span><span class="swatch supports"></span>the archive bears it out</span>'
            '<span><span class="swatch reports"></span>not found, or cannot tell</span></div>'
            '<div class="sheet checked"><div class="text">{text}</div><div class="side">{list}</div></div>',
            **tally,
            text=paragraphs(draft.text, marks),
            list=join(_finding(desk, number, finding) for number, finding in listed),
        )
    )


def _finding(desk: Desk, number: int, finding: Finding) -> Markup:
    css = _css(finding)
    short = finding.text if len(finding.text) <= 160 else finding.text[:160] + " \u2026"
    return fill(
        '<div class="finding" id="f-{n}"><span class="verdict {css}">{what}: {verdict}</span>'
        '<div class="own"><a href="#d-{n}">{text}</a></div>{reasons}{evidence}</div>',
        n=number,
        css=css,
        what=words.CHECKED[finding.what],
        verdict=words.VERDICT[finding.verdict],
        text=name(short),
        reasons=join(fill('<div class="said">{}</div>', name(reason)) for reason in finding.reasons),
        evidence=_all_evidence(desk, finding),
    )


def _all_evidence(desk: Desk, finding: Finding) -> Markup:
    passages = [_evidence(desk, one) for one in finding.evidence]
    first, rest = join(passages[:SHOWN]), join(passages[SHOWN:])
    if not rest:
        return first
    more = words.count(len(passages) - SHOWN, "more passage")
    return fill('{}<details class="why"><summary>{}</summary>{}</details>', first, more, rest)


def _evidence(desk: Desk, evidence: Evidence) -> Markup:
    try:
        article = desk.archive.article(evidence.article)
    except NotFound:
        return EMPTY
    return fill(
        '<div class="evidence"><q>{}</q><br><a href="{}">{}</a> <span>{}</span></div>',
        name(evidence.text),
        addresses.article(evidence.article, evidence.start, evidence.end),
        outlet(article.outlet),
        words.date(article.published),
    )
