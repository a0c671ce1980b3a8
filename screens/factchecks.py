"""Earlier fact-checks: with the claim that they match, as a chip in the list, and a form to load them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import streamlit as st
from markupsafe import Markup

from claims import factchecks
from claims.records import Appearance, FactCheck, FactCheckMatch, Refusal, Trail
from runner.desk import Desk
from runner.factchecks import FactCheckReport
from runner.stages import Stage
from screens import words
from screens.frame import outlet
from screens.markup import EMPTY, fill, join, name, put, web_link

SHOWN = 5
"""Fact-checks that are shown before the reader asks for the rest."""
LISTED = 200


def show(desk: Desk, trail: Trail, representative: str) -> None:
    """Show which earlier fact-checks are about a claim, the sure ones first; nothing where none was ever loaded."""
    held = desk.archive.fact_checks.count()
    if held:
        put(section(trail, representative, desk.fact_checks(trail.id), held))


def section(trail: Trail, representative: str, matches: list[FactCheckMatch], held: int) -> Markup:
    """Return the part of a claim's page that tells its earlier fact-checks, out of ``held`` in the archive."""
    elsewhere = {one.claim: one for one in trail.appearances if one.claim != representative}
    sure = [_match(match, elsewhere.get(match.claim)) for match in matches if match.sure]
    perhaps = [_match(match, elsewhere.get(match.claim)) for match in matches if not match.sure]
    parts = sure[:SHOWN] or [
        fill(
            '<p class="note">None of the {} in the archive is surely about this claim.</p>',
            words.count(held, "earlier fact-check"),
        )
    ]
    for rest, told in ((sure[SHOWN:], "more about this claim"), (perhaps, "that may be about this claim")):
        if rest:
            parts.append(fill('<details class="why"><summary>{} {}</summary>{}</details>', len(rest), told, join(rest)))
    return fill('<h2 id="fact-checks">Earlier fact-checks</h2><section class="checks">{}</section>', join(parts))


def _match(match: FactCheckMatch, elsewhere: Appearance | None) -> Markup:
    check = match.check
    return fill(
        '<article class="appearance"><header>{verdict} <span class="chip" title="{score}">{relation}</span></header>'
        '<div class="passage"><q>{claim}</q></div><div class="said">{said}{link}</div>{before}{why}</article>',
        verdict=_verdict(check),
        score=f"Likeness {match.score:.2f} of 1",
        relation=words.CHECKED_BEFORE[match.relation],
        claim=name(check.claim),
        said=_said(check),
        link=web_link(check.url) if check.url else EMPTY,
        before=join(
            fill('<div class="why">An earlier verdict, since replaced: {}</div>', _verdict(one)) for one in match.before
        ),
        why=_why(match, elsewhere),
    )


def _verdict(check: FactCheck) -> Markup:
    rated = fill("Rated <b>{}</b>", name(check.rating)) if check.rating else fill("<b>Rating unknown</b>")
    by = name(check.publisher, "a fact-checker who is not named")
    return fill('<span>{} by {}</span> <span class="date">{}</span>', rated, by, words.date(check.reviewed))


def _said(check: FactCheck) -> Markup:
    on = words.date(check.claimed) if check.claimed else ""
    if check.claimant is not None:
        return fill("Said by <b>{}</b>{}. ", name(check.claimant), f", {on}" if on else "")
    return fill("Said on {}. ", on) if on else EMPTY


def _why(match: FactCheckMatch, elsewhere: Appearance | None) -> Markup:
    reasons = [fill("<li>{}</li>", name(reason)) for reason in match.reasons]
    if elsewhere is not None:
        it = fill("compared as {} has it: <q>{}</q>", outlet(elsewhere.outlet), name(elsewhere.text))
        reasons.append(fill("<li>{}</li>", it))
    return fill('<details class="why"><summary>Why it is shown</summary><ul>{}</ul></details>', join(reasons))


def fact_checked_chip() -> Markup:
    """Return the chip of a claim in the list that an earlier fact-check is about."""
    return fill('<span class="chip" title="{}">fact-checked</span> ', words.FACT_CHECKED)


# ---------------------------------------------------------------- loading


def offer_load(desk: Desk) -> None:
    """Show the form for a file of fact-checks, load what is sent, and say what became of it."""
    put(fill("<h2>Earlier fact-checks</h2>"))
    with st.form("fact-checks", border=False, clear_on_submit=True):
        put(
            fill(
                '<p class="note">A table (CSV) with the columns claimReviewed and textualRating, and claimAuthor, '
                "claimDate, publisher, url and datePublished where known; or ClaimReview (JSON, JSON Lines), as "
                "fact-checkers publish it. Claims then show the verdicts that match them.</p>"
            )
        )
        files = st.file_uploader("Fact-checks", accept_multiple_files=True)
        sent = st.form_submit_button("Add these fact-checks")
    if sent and files:
        st.session_state["fact-check-report"] = _load(desk, files)
    elif sent:
        put(fill('<p class="note">Choose at least one file first.</p>'))
    report = st.session_state.get("fact-check-report")
    if report is not None:
        put(report_of(report))


def _load(desk: Desk, files: Iterable[Any]) -> FactCheckReport:
    place = st.empty()

    def progress(stage: Stage, done: int, total: int | None, what: str) -> None:
        bar = fill('<progress max="{}" value="{}"></progress>', total, done) if total else fill("<progress></progress>")
        put(fill('<div class="progress"><b>Loading fact-checks</b>, {} so far{}</div>', f"{done:,}", bar), place)

    report = desk.load_fact_checks(_read(desk, files), progress)
    place.empty()
    return report


def _read(desk: Desk, files: Iterable[Any]) -> Iterator[FactCheck | Refusal]:
    for file in files:
        yield from factchecks.read_bytes(file.name, file.getvalue(), desk.settings.claims)


def report_of(report: FactCheckReport) -> Markup:
    """Return what a load did, in words."""
    parts = [
        fill(
            '<h3>Report</h3><p class="checks-report"><b>{} added</b>, {} unchanged, {} refused. {} of the archive {} '
            "an earlier fact-check.</p>",
            words.count(len(report.added), "fact-check"),
            f"{len(report.unchanged):,}",
            f"{len(report.refused):,}",
            words.count(report.clusters, "claim"),
            "matches" if report.clusters == 1 else "match",
        )
    ]
    if report.refused:
        items = join(
            fill('<li><b class="refused">{}</b><br>{}</li>', name(one.what), name(one.why))
            for one in report.refused[:LISTED]
        )
        rest = len(report.refused) - LISTED
        more = fill("<li>and {} more</li>", f"{rest:,}") if rest > 0 else EMPTY
        parts.append(fill('<h3>Refused</h3><ul class="report">{}{}</ul>', items, more))
    return join(parts)
