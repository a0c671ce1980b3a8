"""The page in a real browser, on a real archive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from runner.desk import Desk
from screens.claims import ENDINGS, FORMAT_NAMES
from settings import Settings
from tests.screens import sample
from tests.screens.serving import browse, chromium, serve

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine: the browser tests are skipped"),
]
SECONDS = 1000
PATIENCE = 90 * SECONDS
"""Language models load once, when they are first asked for."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    db = tmp_path_factory.mktemp("page") / "archive.db"
    with sample.build(db, sample.story(), sample.crowd(), sample.hostile()) as archive:
        archive.save_clusters([], {"c-joined-since": "c-known-2021"})
    with serve(db) as found:
        yield found


@pytest.fixture(scope="module")
def story_address(story_db: Path) -> Iterator[str]:
    """The page on the sample story."""
    with serve(story_db) as found:
        yield found


@pytest.fixture
def untouched(tmp_path: Path) -> Iterator[str]:
    """The page on an archive of its own: its clusters are made by hand, and taking in an article clusters anew."""
    with sample.build(tmp_path / "archive.db", sample.story()), serve(tmp_path / "archive.db") as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = chromium()
    assert path is not None
    with browse(path) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh browser with no memory; a test fails when the page reaches beyond this machine or opens a dialog."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.set_default_timeout(30 * SECONDS)
    expect.set_options(timeout=30 * SECONDS)
    strangers: list[str] = []
    page.on("request", lambda request: strangers.append(request.url) if _strange(request.url) else None)
    page.on("dialog", lambda dialog: strangers.append(f"dialog {dialog.message}"))
    yield page
    context.close()
    assert strangers == []


def _strange(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1"


def test_the_list_leads_to_a_claim_and_on_to_the_article(page: Page, address: str) -> None:
    page.goto(address)
    row = page.locator(".rows li", has_text="The port authority of Velling knew in 2021")
    expect(row).to_contain_text("2 independent origins")
    expect(row).to_contain_text("2 support, 1 denies, 3 only report")
    row.locator(".wording a").click()
    expect(page.locator(".standing")).to_contain_text("6 articles, 2 independent origins, 1 cannot tell")
    assert page.url == f"{address}claim?id=c-known-2021"
    page.locator(".canvas a.node", has_text="Radio Velling").click()
    expect(page.locator("h1")).to_have_text("Chair denies knowing of cracks")
    expect(page.locator(".text .at")).to_have_text(
        "The port authority did not know of any cracked bearing before Tuesday"
    )


def test_widely_told_claims_come_first_and_the_rest_after_a_divide(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(".rows")).to_be_visible()
    texts = page.locator(".rows li").all_text_contents()
    divide = texts.index("Told by one article so far")
    assert all(re.search(r"(?<!\d)1 article:", text) for text in texts[divide + 1 :])
    assert not any(re.search(r"(?<!\d)1 article:", text) for text in texts[:divide])


def test_a_filtered_list_has_an_address(page: Page, address: str) -> None:
    page.goto(f"{address}?flag=circular")
    expect(page.locator(".rows li")).to_have_count(1)
    page.goto(f"{address}?outlet=Radio+Velling&order=alphabet")
    expect(page.locator(".rows li .wording")).to_have_text(
        ["About 1,400 lorries a day used it", re.compile("The port authority of Velling knew")]
    )
    page.goto(f"{address}?flag=circular&least=10+articles")
    expect(page.locator(".message h2")).to_have_text("No claim fits")


def test_a_place_in_an_article_opens_in_view_in_a_fresh_browser(page: Page, address: str) -> None:
    paper = sample.crowd(3)[0][1]
    long = sample.story()[0][0]
    span = long.claims[3].span
    page.set_viewport_size({"width": 1000, "height": 420})
    page.goto(f"{address}article?id={long.article.id}&at={span.start}-{span.end}#at")
    expect(page.locator(".text .at")).to_be_in_viewport()
    page.goto(f"{address}article?id={paper.article.id}")
    expect(page.locator(".text")).to_contain_text("The reservoir above Tarn")


def test_an_article_is_shown_to_the_letter_and_links_its_claims(page: Page, address: str) -> None:
    paper = sample.story()[0][0].article
    page.goto(f"{address}article?id={paper.id}")
    expect(page.locator(".text")).to_be_visible()
    assert page.locator(".text").evaluate("node => node.textContent") == paper.text
    link = page.locator(".text a.c.many").first
    assert link.get_attribute("href") == "claim?id=c-known-2021"
    assert "6 articles" in (link.get_attribute("title") or "")
    expect(page.locator(".side")).to_contain_text("a person who worked on the survey")
    expect(page.locator(".meta")).to_contain_text("Inga Brandt")


def test_a_claim_that_was_joined_into_another_leads_there(page: Page, address: str) -> None:
    page.goto(f"{address}claim?id=c-joined-since")
    expect(page.locator("h1")).to_contain_text("The port authority of Velling knew")
    expect(page).to_have_url(f"{address}claim?id=c-known-2021")


@pytest.mark.parametrize("what", ["claim", "article"])
def test_an_unknown_address_says_so_kindly(page: Page, address: str, what: str) -> None:
    page.goto(f"{address}{what}?id=%3Cb%3Enothing")
    expect(page.locator(".message h2")).to_have_text(f"This {what} is not in the archive")
    expect(page.locator(".message code")).to_have_text("<b>nothing")
    page.goto(f"{address}{what}")
    expect(page.locator(".message")).to_contain_text("names none")


def _hostile_addresses() -> list[str]:
    papers, _ = sample.hostile()
    return ["", "claim?id=c-hostile", *(f"article?id={paper.article.id}" for paper in papers)]


def test_a_hostile_article_is_shown_as_it_is_and_does_nothing(page: Page, address: str) -> None:
    for path in _hostile_addresses():
        page.goto(address + path)
        expect(page.get_by_text(":red[").first).to_be_visible()
        for details in page.locator("summary:visible").all():
            details.click()
        assert page.evaluate("window.hacked") is None
        assert page.locator("a[href*='javascript:' i], [onerror], [onload]").count() == 0
        assert page.locator(".stHtml img:not(.canvas > img), .stHtml .katex, .stHtml h1 b").count() == 0
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")
    expect(page.locator(".meta")).to_contain_text('https://x.example/"><script>window.hacked=6</script>')


def test_the_hostile_text_is_there_to_the_letter(page: Page, address: str) -> None:
    article = sample.hostile()[0][0].article
    page.goto(f"{address}article?id={article.id}")
    expect(page.locator(".text")).to_be_visible()
    assert page.locator(".text").evaluate("node => node.textContent") == article.text
    assert page.locator("h1").evaluate("node => node.textContent") == article.title
    expect(page.locator(".meta .url")).to_have_text("javascript:window.hacked=5")
    assert page.title().startswith('Evil "><script>')


@pytest.mark.parametrize(
    "path", ["", "claim?id=c-known-2021", "claim?id=c-reservoir", "claim?id=c-hostile", "same-claim", "add", "check"]
)
def test_nothing_is_wider_than_a_telephone(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + path)
    expect(page.locator(".stHtml h1, .rows").first).to_be_visible()
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390


def test_a_trail_is_taken_away_as_the_desk_exports_it(page: Page, address: str, tmp_path: Path) -> None:
    sample.build(tmp_path / "a.db", sample.story(), sample.crowd(), sample.hostile()).close()
    page.goto(f"{address}claim?id=c-known-2021")
    for format, ending in ENDINGS.items():
        with page.expect_download() as download:
            page.get_by_role("button", name=FORMAT_NAMES[format], exact=True).click()
        assert download.value.suggested_filename == f"claim-c-known-2021.{ending}"
        with Desk(Settings(), tmp_path / "a.db") as desk:
            assert download.value.path().read_bytes() == b"".join(desk.export(format, ["c-known-2021"]))


def test_the_browser_wears_our_dress_alone(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(".rows")).to_be_visible()
    expect(page).to_have_title("Claims \u2013 Claimtrail")
    for furniture in ("stHeader", "stToolbar", "stAppDeployButton", "stMainMenu"):
        assert not page.get_by_test_id(furniture).is_visible()


def test_an_article_is_pasted_found_and_judged(page: Page, address: str) -> None:
    page.goto(f"{address}add")
    page.get_by_label("Text").fill(
        "The ferry to Aldersund will carry 300 cars a day from Monday, the harbour master Tove Lind said. "
        "\u201cWe have two ships and both are sound,\u201d Lind told the Aldersund Mail."
    )
    page.get_by_label("Outlet").fill("Aldersund *Mail*")
    page.get_by_label("Title").fill("Ferry to carry 300 cars <i>a day</i>")
    page.get_by_role("button", name="Add this article").click()
    report = page.locator(".stHtml", has_text="1 added").last
    expect(report).to_contain_text("0 unchanged, 0 refused", timeout=PATIENCE)
    report.get_by_text("Ferry to carry 300 cars <i>a day</i>").click()
    expect(page.locator("h1")).to_have_text("Ferry to carry 300 cars <i>a day</i>")
    expect(page.locator(".meta")).to_contain_text("Aldersund *Mail*")
    expect(page.locator(".side")).to_contain_text("Tove Lind")
    page.goto(f"{address}?q=ferry+cars")
    expect(page.locator(".rows li").first).to_contain_text("ferry", ignore_case=True, timeout=PATIENCE)


def test_what_cannot_be_read_is_refused_with_a_reason(page: Page, address: str) -> None:
    page.goto(f"{address}add")
    page.locator("input[type=file]").first.set_input_files(
        [
            {"name": "bad.jsonl", "mimeType": "text/plain", "buffer": b"{not json}\n"},
            {"name": "picture.png", "mimeType": "image/png", "buffer": b"\x89PNG"},
        ]
    )
    page.get_by_role("button", name="Add these files").click()
    expect(page.get_by_text("0 added")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".report")).to_contain_text("bad.jsonl")
    expect(page.locator(".report")).to_contain_text("picture.png")


def test_a_decision_is_kept_with_its_name_and_can_be_taken_back(page: Page, untouched: str) -> None:
    page.goto(f"{untouched}claim?id=c-lorries")
    page.get_by_role("button", name="Not the same claim").first.click()
    page.get_by_label("Your name").fill("Ada <b>Lind</b>")
    page.get_by_label("Why (optional)").fill("other *years*")
    page.get_by_role("button", name="Keep this decision").click()
    expect(page.locator(".message")).to_contain_text("Your decision is kept", timeout=PATIENCE)
    expect(page.locator(".history")).to_contain_text("Ada <b>Lind</b>: not the same claim")
    expect(page.locator(".history")).to_contain_text("other *years*")
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_label("Your name")).to_have_value("Ada <b>Lind</b>")
    page.get_by_role("button", name="Keep this decision").click()
    expect(page.locator(".history")).to_have_count(2, timeout=PATIENCE)
    expect(page.locator(".history .old")).to_contain_text("since replaced")


def test_a_draft_is_checked_against_the_archive(page: Page, address: str) -> None:
    page.goto(f"{address}check")
    page.get_by_label("The draft").fill(
        "\u201cWe were told to keep it open until the new year,\u201d said Maren Holt. "
        "About 1,400 lorries a day used it."
    )
    page.get_by_role("button", name="Check it").click()
    expect(page.get_by_role("heading", name="Findings")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".finding").first).to_be_visible()
    assert page.locator(".text").evaluate("node => node.textContent").startswith("\u201cWe were told")


def test_findings_are_filtered_lead_to_their_words_and_are_taken_away(page: Page, story_address: str) -> None:
    page.goto(f"{story_address}check")
    page.get_by_label("The draft").fill(
        "\u201cFamilies are owed an apology, and they will have one,\u201d said Oda Kestrin.\n\n"
        "<b>Nobody</b> counts the gulls of Tolvey, the harbour master said."
    )
    page.get_by_role("button", name="Check it").click()
    first = page.locator(".finding", has_text="altered quote").first
    expect(first).to_be_visible(timeout=PATIENCE)
    expect(first.locator(".own mark.differs")).to_have_text("apology")
    expect(first.locator(".evidence mark.differs").first).to_have_text("answer")
    expect(page.locator(".finding", has_text="not in the archive")).to_have_count(0)
    first.locator(".own a").click()
    expect(page.locator(".text .anchor:target")).to_have_count(1)
    page.get_by_text("Cannot settle (").click()
    expect(page.locator(".finding", has_text="not in the archive").first).to_be_visible()
    expect(page.locator(".finding", has_text="altered quote")).to_have_count(0)
    for label, ending in (("Word with comments", "docx"), ("Web page", "html"), ("JSON Lines", "jsonl")):
        with page.expect_download() as download:
            page.get_by_role("button", name=label).click()
        assert download.value.suggested_filename == f"checked-draft.{ending}"
        assert b"apology" in download.value.path().read_bytes() or ending == "docx"
    page.get_by_text("To look at (").click()
    page.locator(".finding .evidence a").first.click()
    expect(page.locator(".text .at")).to_contain_text("Families are owed an answer")
