"""Sources: listed, suggested, decided on and taken back, in a real browser on a real archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from streamlit.testing.v1 import AppTest

from claims.articles import article
from claims.records import Extraction, SourceType
from store.archive import Archive
from tests.screens import sample
from tests.screens.sample import Said, extraction
from tests.screens.serving import browse, chromium, serve

SECONDS = 1000
PATIENCE = 90 * SECONDS
SCRIPT = """
from runner.desk import Desk
from screens import sources
from settings import Settings

with Desk(Settings(), {db!r}) as desk:
    sources.show(desk)
"""


def paper(outlet: str, text: str, words: str, speaker: str, type: SourceType = SourceType.PERSON) -> Extraction:
    return extraction(
        article(text, outlet=outlet, title=f"In the {outlet}"), [Said(words, speaker, speaker, "said", type)]
    )


PAPERS = [
    paper(
        "Gull Post",
        "The lock will open in May, Harbour Minister Edda Varnholt said. She left at once.",
        "The lock will open in May",
        "Edda Varnholt",
    ),
    paper(
        "Tide News",
        "The tolls are to rise twice, Harbour Minister Varnholt said on Friday.",
        "The tolls are to rise twice",
        "Varnholt",
    ),
    paper(
        "Quay Times",
        "No dredger was ordered, Edda Varnholt said.",
        "No dredger was ordered",
        "Edda Varnholt",
    ),
    paper("Mast Daily", "The pilot Odo Kessin said nothing was wrong.", "nothing was wrong", "Odo Kessin"),
]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    sample.build(tmp_path / "a.db", (PAPERS, []), sample.hostile()).close()
    return tmp_path / "a.db"


def html_of(db: Path, **query: str) -> str:
    app = AppTest.from_string(SCRIPT.format(db=str(db)), default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception, app.exception
    return "".join(element.proto.body for element in app.get("html"))


def test_an_empty_archive_says_what_to_do(tmp_path: Path) -> None:
    html = html_of(tmp_path / "new.db")
    assert "Nobody is quoted yet" in html and 'href="add"' in html


def test_every_source_is_listed_with_its_counts(db: Path) -> None:
    html = html_of(db)
    row = html[html.index('class="rows people"') :]
    assert row.index("Edda Varnholt") < row.index("Odo Kessin")
    assert "<b>2 articles</b><br>2 outlets" in row


def test_a_pair_in_doubt_is_shown_with_its_reason_and_a_sentence_from_each_side(db: Path) -> None:
    html = html_of(db)
    assert "same surname, both called Harbour Minister" in html
    pair = html[html.index('class="pair"') : html.index("Who is quoted")]
    assert "The lock will open in May" in pair and "The tolls are to rise twice" in pair


def test_an_unknown_source_says_so_kindly(db: Path) -> None:
    assert "This source is not in the archive" in html_of(db, id="nothing")


def test_a_search_finds_by_the_beginnings_of_words(db: Path) -> None:
    html = html_of(db, q="odo kes")
    assert "Odo Kessin" in html and "Varnholt" not in html


# ---------------------------------------------------------------- in the browser


@pytest.fixture
def page() -> Iterator[Page]:
    path = chromium()
    assert path is not None
    with browse(path) as browser:
        yield _page_of(browser)


def _page_of(browser: Browser) -> Page:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(30 * SECONDS)
    expect.set_options(timeout=30 * SECONDS)
    return page


@pytest.mark.browser
@pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine: the browser tests are skipped")
def test_a_decision_on_sources_is_kept_and_can_be_taken_back(page: Page, db: Path) -> None:
    with serve(db) as address:
        page.goto(address)
        page.get_by_role("link", name="Sources").click()
        expect(page.locator(".pair").first).to_contain_text("Varnholt")
        page.get_by_role("button", name="Same source").first.click()
        page.get_by_label("Your name").fill("Ada <b>Lind</b>")
        page.get_by_role("button", name="Keep this decision").click()
        expect(page.locator(".message")).to_contain_text("Your decision is kept", timeout=PATIENCE)
        expect(page.locator(".history")).to_contain_text("Ada <b>Lind</b>: the same source")
        row = page.locator(".rows.people li", has_text="Edda Varnholt")
        expect(row).to_contain_text("3 articles")
        expect(row).to_contain_text("also as Varnholt")
        row.locator("a").click()
        expect(page.locator("h1")).to_have_text("Edda Varnholt")
        expect(page.locator(".because")).to_contain_text("a person decided so")
        page.get_by_role("button", name="Take it back").click()
        page.get_by_role("button", name="Keep this decision").click()
        expect(page.locator(".standing")).to_contain_text("2 articles", timeout=PATIENCE)
        expect(page.locator(".history").first).to_contain_text("taken back")
        page.set_viewport_size({"width": 390, "height": 844})
        page.goto(f"{address}sources")
        expect(page.locator(".rows.people")).to_be_visible()
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
        assert page.evaluate("window.hacked") is None
    with Archive.open(db) as archive:
        assert len(archive.source_judgements(all=True)) == 2
