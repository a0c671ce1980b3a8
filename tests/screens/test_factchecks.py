"""Earlier fact-checks on the page: told in plain words, escaped, linked only to the web."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from claims.factchecks import fact_check
from claims.records import FactCheck, FactCheckMatch, Match, Refusal, Relation
from runner.factchecks import FactCheckReport
from screens.factchecks import SHOWN, report_of, section
from store.archive import Archive
from tests.screens import sample
from tests.screens.serving import browse, chromium, serve

SECONDS = 1000
PATIENCE = 90 * SECONDS
SCRIPT = """
from runner.desk import Desk
from screens import {screen}
from settings import Settings

with Desk(Settings(), {db!r}) as desk:
    {screen}.show(desk)
"""
OLD = fact_check(
    "Velling's port authority knew of the cracks in 2021",
    claimant="Coastwire",
    claimed="2024-03-05",
    rating="Unproven",
    publisher="Strait Checks",
    url="https://checks.example/velling",
    reviewed="2024-03-08",
)
NEW = fact_check(
    OLD.claim,
    claimant="Coastwire",
    claimed="2024-03-05",
    rating="Mostly true",
    publisher="Strait Checks",
    url="https://checks.example/velling",
    reviewed="2024-04-02",
)
PERHAPS = fact_check("The bridge was inspected in 2020", rating="2 (worst 1, best 5)", publisher="Inspectors of Words")
REASONS = ("meaning 0.91, wording 0.72", "both name Velling")
TRAIL = sample.story()[1][0][1]
REPRESENTATIVE = TRAIL.appearances[0].claim
EVIL = FactCheck(
    "evil",
    sample.NASTY,
    sample.NASTY_NAME,
    "2024-01-02",
    '<img src=x onerror="window.hacked = 8">',
    sample.NASTY_NAME,
    "javascript:window.hacked=9",  # as an archive of another program's making might hold it
    None,
)


TABLE = b"claim,rating,publisher\nAbout 1400 lorries a day used the bridge,True,Strait Checks\n,False,Nobody\n"


def told(check: FactCheck, sure: bool = True, **known: object) -> FactCheckMatch:
    return FactCheckMatch(check, REPRESENTATIVE, 0.87, Relation.SAME, REASONS, sure, **known)  # type: ignore[arg-type]


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def add_checks(archive: Archive) -> None:
    """Keep fact-checks that match the sample's main claim, and one that may."""
    archive.fact_checks.add([OLD, NEW, PERHAPS, EVIL])
    archive.fact_checks.save_matches(
        [
            Match(REPRESENTATIVE, NEW.wording, 0.87, Relation.SAME, REASONS, "by hand"),
            Match(REPRESENTATIVE, PERHAPS.wording, 0.45, Relation.RELATED, REASONS, "by hand"),
            Match(sample.hostile()[1][0][0].representative, EVIL.wording, 0.9, Relation.CONTRADICTS, REASONS, "x"),
        ],
        "by hand",
        [],
        most=9,
    )


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    db = tmp_path_factory.mktemp("checks") / "archive.db"
    with sample.build(db, sample.story(), sample.hostile()) as archive:
        add_checks(archive)
    return db


def html_of(db: Path, screen: str, **query: str) -> str:
    app = AppTest.from_string(SCRIPT.format(db=str(db), screen=screen), default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception, app.exception
    return "".join(element.proto.body for element in app.get("html"))


# ---------------------------------------------------------------- without a browser


def test_a_verdict_is_told_with_who_gave_it_when_and_where() -> None:
    html = section(TRAIL, REPRESENTATIVE, [told(NEW, before=(OLD,))], 4)
    said = words(html)
    assert "Rated Mostly true by Strait Checks 2 April 2024 the same claim" in said
    assert "Said by Coastwire , 5 March 2024." in said
    assert "An earlier verdict, since replaced: Rated Unproven by Strait Checks 8 March 2024" in said
    assert 'href="https://checks.example/velling" target="_blank" rel="noopener noreferrer nofollow"' in html
    assert "both name Velling" in said
    assert "compared as" not in said


def test_what_may_match_is_kept_apart_from_what_does() -> None:
    said = words(section(TRAIL, REPRESENTATIVE, [told(PERHAPS, sure=False)], 1_234))
    assert "None of the 1,234 earlier fact-checks in the archive is surely about this claim." in said
    assert said.index("1 that may be about this claim") < said.index("Rated 2 (worst 1, best 5) by Inspectors of Words")
    assert "date unknown" in said


def test_a_long_list_is_folded() -> None:
    html = section(TRAIL, REPRESENTATIVE, [told(NEW)] * (SHOWN + 3), 9)
    assert html.split("<details")[0].count("<article") == 1
    assert "3 more about this claim" in words(html)
    assert html.count("<article") == SHOWN + 3


def test_another_members_wording_is_named() -> None:
    other = TRAIL.appearances[3]
    match = FactCheckMatch(NEW, other.claim, 0.7, Relation.CONTRADICTS, REASONS, True)
    said = words(section(TRAIL, REPRESENTATIVE, [match], 1))
    assert f"compared as {other.outlet} has it: {other.text}" in said
    assert "at odds with this claim: read both" in said


def test_what_is_not_known_says_so() -> None:
    said = words(section(TRAIL, REPRESENTATIVE, [told(fact_check("The bridge fell"))], 1))
    assert "Rating unknown by a fact-checker who is not named date unknown" in said


def test_a_hostile_fact_check_is_text_and_no_link() -> None:
    html = section(TRAIL, REPRESENTATIVE, [told(EVIL, before=(EVIL,))], 1)
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html
    assert "href=" not in html
    assert "&lt;script&gt;window.hacked" in html


def test_the_claims_page_tells_its_fact_checks_under_the_summary(db: Path) -> None:
    html = html_of(db, "claim", id="c-known-2021")
    summary, checks, picture = (html.index(part) for part in ('class="lead"', 'id="fact-checks"', "Who stands behind"))
    assert summary < checks < picture
    assert "Mostly true" in html[checks:picture]
    assert "Inspectors of Words" in html[checks:picture]
    assert words(html_of(db, "claim", id="c-lorries")).count("is surely about this claim") == 1


def test_a_page_without_any_fact_check_in_the_archive_says_nothing_of_them(tmp_path: Path) -> None:
    sample.build(tmp_path / "a.db", sample.story()).close()
    assert "fact-check" not in html_of(tmp_path / "a.db", "claim", id="c-known-2021")
    assert "fact-check" not in html_of(tmp_path / "a.db", "claims")


def test_the_list_marks_the_claims_that_were_checked(db: Path) -> None:
    rows = html_of(db, "claims").split("<li")
    marked = [row for row in rows if ">fact-checked</span>" in row]
    assert len(marked) == 2
    assert any("c-known-2021" in row for row in marked)


def test_the_add_page_offers_to_load_fact_checks(db: Path) -> None:
    html = html_of(db, "add")
    assert "claimReviewed" in html
    assert "Earlier fact-checks" in html


def test_a_report_says_what_became_of_a_file() -> None:
    refused = [Refusal("a.csv:3", "has no claim; give the words that were checked"), Refusal(sample.NASTY_NAME, "bad")]
    html = report_of(FactCheckReport(["a", "b"], ["c"], refused, 1))
    assert "2 fact-checks added , 1 unchanged, 2 refused. 1 claim of the archive matches" in words(html)
    assert "a.csv:3" in html
    assert "<script" not in html
    many = report_of(FactCheckReport(refused=refused * 150))
    assert "and 100 more" in many


def test_a_table_is_loaded_and_its_verdicts_are_shown(tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    sample.build(db, sample.story()).close()
    app = AppTest.from_string(SCRIPT.format(db=str(db), screen="add"), default_timeout=120).run()
    next(one for one in app.file_uploader if one.label == "Fact-checks").set_value([("checks.csv", TABLE, "text/csv")])
    next(one for one in app.button if one.label == "Add these fact-checks").click()
    app.run()
    assert not app.exception, app.exception
    said = words("".join(element.proto.body for element in app.get("html")))
    assert "1 fact-check added , 0 unchanged, 1 refused. 1 claim of the archive matches" in said
    assert "checks.csv:3" in said
    assert "Rated True by Strait Checks" in words(html_of(db, "claim", id="c-lorries"))


# ---------------------------------------------------------------- in a browser

browser_test = pytest.mark.skipif(
    chromium() is None, reason="no Chromium on this machine: the browser tests are skipped"
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    db = tmp_path_factory.mktemp("served") / "archive.db"
    with sample.build(db, sample.story(), sample.hostile()) as archive:
        add_checks(archive)
    with serve(db) as found:
        yield found


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    path = chromium()
    assert path is not None
    with browse(path) as browser:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(30 * SECONDS)
        expect.set_options(timeout=30 * SECONDS)
        yield page


@pytest.mark.browser
@browser_test
def test_a_reader_sees_the_verdict_from_the_list_on(page: Page, address: str) -> None:
    page.goto(address)
    row = page.locator(".rows li", has_text="The port authority of Velling knew in 2021")
    expect(row.locator(".chip", has_text="fact-checked")).to_be_visible()
    row.locator(".wording a").click()
    checks = page.locator(".checks")
    expect(checks).to_contain_text("Rated Mostly true by Strait Checks")
    expect(checks.locator("a.url")).to_have_attribute("href", "https://checks.example/velling")
    expect(checks.get_by_text("Inspectors of Words")).not_to_be_visible()
    checks.get_by_text("1 that may be about this claim").click()
    expect(checks.get_by_text("Inspectors of Words")).to_be_visible()


@pytest.mark.browser
@browser_test
def test_a_hostile_fact_check_does_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}claim?id=c-hostile")
    expect(page.locator(".checks")).to_contain_text("window.hacked")
    assert page.evaluate("window.hacked") is None
    assert page.locator("a[href*='javascript:' i], [onerror], [onload]").count() == 0
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    page.set_viewport_size({"width": 1440, "height": 900})


@pytest.mark.browser
@browser_test
def test_a_table_of_fact_checks_is_loaded(page: Page, address: str) -> None:
    page.goto(f"{address}add")
    page.locator("input[type=file]").nth(1).set_input_files(
        [{"name": "checks.csv", "mimeType": "text/csv", "buffer": TABLE}]
    )
    page.get_by_role("button", name="Add these fact-checks").click()
    report = page.locator(".checks-report")
    expect(report).to_contain_text("1 fact-check added, 0 unchanged, 1 refused", timeout=PATIENCE)
    expect(page.locator(".report")).to_contain_text("checks.csv:3")
    page.goto(f"{address}claim?id=c-lorries")
    expect(page.locator(".checks")).to_contain_text("Rated True by Strait Checks")
