"""Check a draft: its quotes, attributions and claims against the archive, before it is printed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from claims import articles
from claims.errors import ArticleError, NotFound
from claims.records import Article, Checked, Evidence, Finding, Refusal, digest, to_json
from provenance.notes import differing, heading, standing, tally
from runner.desk import Desk
from screens import addresses, words
from screens.frame import message, outlet, title
from screens.marks import Mark, highlighted, paragraphs
from screens.markup import EMPTY, fill, join, name, put

SHOWN = 2
"""Passages shown with a finding before the reader asks for the rest."""

LONGEST = 220
"""Characters of the draft that are repeated beside a finding on a claim; a quote is repeated whole."""

ALL = "all"
FILTERS = {"differs": "To look at", "open": "Cannot settle", "agrees": "Borne out", ALL: "All"}
REPORTS = (
    ("docx", "Word with comments", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("html", "Web page", "text/html"),
)


def show(desk: Desk) -> None:
    """Show the form, and the findings on what is sent."""
    title("Check a draft")
    put(
        fill(
            '<h1>Check a draft</h1><p class="note">Every quote, attribution and claim of the draft is looked up in the '
            "archive. A finding says no more than the passages beside it. Of a Word file, tracked "
            "insertions are read; deletions and comments are not. The draft is not kept.</p>"
        )
    )
    draft = _draft()
    if isinstance(draft, Refusal):
        st.session_state.pop("checked", None)
        put(message("This draft could not be read", name(draft.what), draft.why))
        return
    if draft is not None:
        with st.spinner("Looking up every quote and claim\u2026"):
            findings = desk.check(draft)
            files = {form: desk.report(draft, findings, form) for form, _, _ in REPORTS}
            st.session_state["checked"] = (draft, findings, files)
    if "checked" in st.session_state:
        _findings(desk, *st.session_state["checked"])


def _draft() -> Article | Refusal | None:
    with st.form("draft", border=False):
        pasted, uploaded = st.columns([2, 1], gap="large")
        text = pasted.text_area("The draft", height=240, placeholder="Paste the draft")
        file = uploaded.file_uploader("Or a file: Word, web page, text", type=["docx", "html", "htm", "txt"])
        sent = st.form_submit_button("Check it", type="primary")
    if not sent:
        return None
    if file is not None:
        return next(iter(articles.read_bytes(file.name, file.getvalue())), Refusal(file.name, "there is no text in it"))
    try:
        return articles.article(text)
    except ArticleError as error:
        return Refusal("pasted text", str(error))


def _findings(desk: Desk, draft: Article, findings: list[Finding], files: dict[str, bytes]) -> None:
    if not findings:
        put(message("Nothing to check", "No quote, attribution or claim was found in this draft."))
        return
    put(fill('<h2>Findings</h2><p class="standing">{}</p>', tally(findings)))
    _downloads(findings, files)
    chosen = _filter(findings)
    listed = [(n, f) for n, f in enumerate(findings, 1) if chosen in (ALL, standing(f))]
    marks = [Mark(f.start, f.end, standing(f), heading(f), f"#f-{n}", f"d-{n}") for n, f in listed]
    put(
        fill(
            '<div class="legend"><span><span class="swatch denies"></span>differs from the archive</span>'
            '<span><span class="swatch supports"></span>the archive bears it out</span>'
            '<span><span class="swatch reports"></span>not found, or cannot tell</span></div>'
            '<div class="sheet checked"><div class="text">{text}</div><div class="side">{list}</div></div>',
            text=paragraphs(draft.text, marks),
            list=join(_finding(desk, number, finding) for number, finding in listed)
            or fill('<p class="note">No finding of this kind.</p>'),
        )
    )


def _filter(findings: list[Finding]) -> str:
    """Return which findings the reader wants to see: at first those to look at, where there are any."""
    count = Counter(map(standing, findings)) + Counter({ALL: len(findings)})
    first = next(name for name in FILTERS if count[name])
    chosen = st.segmented_control(
        "Show",
        list(FILTERS),
        default=first,
        format_func=lambda name: f"{FILTERS[name]} ({count[name]})",
        key=f"show-{digest(*((f.start, f.end, f.what, f.verdict) for f in findings))}",
    )
    return chosen or ALL


def _downloads(findings: list[Finding], files: dict[str, bytes]) -> None:
    with st.container(key="downloads", horizontal=True, vertical_alignment="center"):
        put(fill('<span class="note">To send back:</span>'))
        for form, label, kind in REPORTS:
            st.download_button(label, files[form], f"checked-draft.{form}", kind)
        lines = "".join(json.dumps(to_json(each), ensure_ascii=False) + "\n" for each in findings)
        st.download_button("JSON Lines", lines.encode(), "checked-draft.jsonl", "application/jsonl")


def _finding(desk: Desk, number: int, finding: Finding) -> Markup:
    css = standing(finding)
    compared = finding.what is Checked.QUOTE and css == "differs" and bool(finding.evidence)
    ours = differing(finding.text, finding.evidence[0].text)[0] if compared else ()
    short = finding.text
    if finding.what is Checked.CLAIM and len(short) > LONGEST:
        short = short[:LONGEST] + " \u2026"
    return fill(
        '<div class="finding" id="f-{n}"><span class="verdict {css}">{heading}</span>'
        '<div class="own"><a href="#d-{n}">{text}</a></div>{reasons}{evidence}</div>',
        n=number,
        css=css,
        heading=heading(finding),
        text=_marked(short, ours),
        reasons=join(fill('<div class="said">{}</div>', name(reason)) for reason in finding.reasons),
        evidence=_all_evidence(desk, finding, compared),
    )


def _marked(text: str, places: Sequence[tuple[int, int]]) -> Markup:
    return fill("<bdi>{}</bdi>", highlighted(text, [Mark(start, end, "differs") for start, end in places]))


def _all_evidence(desk: Desk, finding: Finding, compared: bool) -> Markup:
    passages = [_evidence(desk, finding, one, compared) for one in finding.evidence]
    first, rest = join(passages[:SHOWN]), join(passages[SHOWN:])
    if not rest:
        return first
    more = words.count(len(passages) - SHOWN, "more passage")
    return fill('{}<details class="why"><summary>{}</summary>{}</details>', first, more, rest)


def _evidence(desk: Desk, finding: Finding, evidence: Evidence, compared: bool) -> Markup:
    try:
        article = desk.archive.article(evidence.article)
    except NotFound:
        return EMPTY
    trail = EMPTY
    if finding.what is Checked.CLAIM:
        cluster = desk.archive.cluster_at(evidence.article, evidence.start, evidence.end)
        if cluster is not None:
            trail = fill(' \u00b7 <a href="{}">who stands behind it</a>', addresses.claim(cluster))
    return fill(
        '<div class="evidence"><q>{}</q><br><a href="{}">{}</a> <span>{}</span>{}</div>',
        _marked(evidence.text, differing(finding.text, evidence.text)[1] if compared else ()),
        addresses.article(evidence.article, evidence.start, evidence.end),
        outlet(article.outlet),
        words.date(article.published),
        trail,
    )
