"""The queue of pairs that may be one claim: asked, decided, taken back; without a browser, and in a real one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from streamlit.testing.v1 import AppTest

from claims.articles import article
from claims.records import Cluster, ClusterLink, Extraction, Judgement, Relation, Trail, Verdict
from store.archive import Archive
from tests.screens import sample
from tests.screens.sample import NASTY_NAME, Said, Stance, extraction
from tests.screens.serving import browse, chromium, serve

SECONDS = 1000
PATIENCE = 90 * SECONDS
SCRIPT = """
from runner.desk import Desk
from screens import queue
from settings import Settings
from tests.index.made import WordEncoder

with Desk(Settings(), {db!r}) as desk:
    desk.models.encoder = WordEncoder()
    queue.show(desk)
"""
TEXTS = [
    ("Gull Post", "The council of Velling sold the old ferry Alma to a dealer in May"),
    ("Tide News", "A dealer has bought the Alma, Velling's old ferry"),
    ("Quay Times", "Fares on the river rose by 12 percent"),
    ("Mast Daily", "Fares on the river rose by 15 percent"),
    ("Reef Radio", "The pilot school at Ostrel takes no pupils this year"),
    ("Dune Echo", "No pupils for the pilot school"),
]
WHY_NEAR = ("meaning 0.62, wording 0.31", "both name Alma, Velling", "differ: one is negated")
WHY_ODDS = ("differ: figures, 12 percent against 15 percent", "shared words: fares, river")


def told() -> tuple[list[Extraction], list[tuple[Cluster, Trail]]]:
    papers = [
        extraction(
            article(f"It was a quiet day. {words}. More follows.", outlet=outlet, published="2031-04-02"), [Said(words)]
        )
        for outlet, words in TEXTS
    ]
    links = {
        0: [ClusterLink("q1", Relation.RELATED, WHY_NEAR, 0.52)],
        2: [ClusterLink("q3", Relation.CONTRADICTS, WHY_ODDS, 0.7)],
        4: [ClusterLink("q5", Relation.RELATED, (), 0.44)],
    }
    return papers, [
        sample.trail(f"q{n}", papers, [(n, 0, Stance.SUPPORTS)], cannot_tell=1, links=tuple(links.get(n, ())))
        for n in range(len(papers))
    ]


CLAIMS = [paper.claims[0].id for paper in told()[0]]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    sample.build(tmp_path / "a.db", told()).close()
    return tmp_path / "a.db"


def opened(db: Path, **query: str) -> AppTest:
    app = AppTest.from_string(SCRIPT.format(db=str(db)), default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    return app.run()


def html_of(app: AppTest) -> str:
    assert not app.exception, app.exception
    return "".join(element.proto.body for element in app.get("html"))


def asked(app: AppTest) -> str:
    """The pair that is shown, and no more."""
    html = html_of(app)
    return html[html.index('class="pair asked"') :].partition('class="grounds"')[0]


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    return app.run()


def name(app: AppTest, who: str) -> None:
    next(field for field in app.text_input if field.label == "Your name").set_value(who)


def kept(db: Path) -> list[Judgement]:
    with Archive.open(db) as archive:
        return archive.judgements(all=True)


def test_an_empty_archive_says_what_comes_here_and_how(tmp_path: Path) -> None:
    html = html_of(opened(tmp_path / "new.db"))
    assert "0 decided today, 0 open</b></span>" in html
    assert "No pair waits for you here" in html and 'href="add"' in html


def test_the_closest_pair_is_shown_side_by_side_with_what_differs_and_why(db: Path) -> None:
    app = opened(db)
    pair = asked(app)
    assert "Gull Post" in pair and "Tide News" in pair and "2 April 2031" in pair
    assert "It was a quiet day." in pair, "the sentence before gives context"
    assert '<mark class="differs own"' in pair
    assert 'href="claim?id=q0"' in pair and 'href="claim?id=q1"' in pair
    assert pair.count("1 article, 0 independent origins, 1 cannot tell") == 2
    html = html_of(app)
    assert "0 decided today, 3 open</b>: 2 may be the same, 1 contradict each other" in html
    assert "Meaning alike to 0.62 and wording to 0.31, where 1 is the same" in html
    assert html.index("What speaks for one claim") < html.index("Both name Alma") < html.index("What differs")
    assert "One says that it is not so" in html
    assert "Closeness 0.52 of 1" in html


def test_pairs_that_differ_in_a_figure_stand_by_themselves_at_their_own_address(db: Path) -> None:
    app = opened(db, show="differ")
    assert "Quay Times" in asked(app) and "Mast Daily" in asked(app)
    assert "The figures differ: 12 percent against 15 percent" in html_of(app)
    assert "Fares on the river" not in asked(opened(db))
    turned = opened(db)
    turned.segmented_control[0].set_value("differ").run()
    assert "Quay Times" in asked(turned)
    assert "differ" in turned.query_params["show"]
    assert "Gull Post" in asked(opened(db, show="<b>nonsense"))


def test_a_decision_is_kept_with_its_name_and_reason_and_the_next_pair_comes(db: Path) -> None:
    app = opened(db)
    name(app, " Ada <b>Lind</b> ")
    next(field for field in app.text_input if field.label == "Why (optional)").set_value("another ferry")
    press(app, "Not the same")
    html = html_of(app)
    assert "Kept: not the same claim." in html and "1 decided today" in html
    assert "Ada &lt;b&gt;Lind&lt;/b&gt;" in html
    assert "Reef Radio" in asked(app) and "Alma" not in asked(app)
    assert [field.value.strip() for field in app.text_input] == ["", "Ada <b>Lind</b>"]
    [judgement] = kept(db)
    assert ({judgement.left, judgement.right}, judgement.verdict) == (set(CLAIMS[:2]), Verdict.NOT_SAME)
    assert (judgement.by, judgement.note) == ("Ada <b>Lind</b>", "another ferry")


def test_two_claims_said_to_be_the_same_become_one_and_the_page_says_where(db: Path) -> None:
    app = opened(db)
    name(app, "Ada")
    html = html_of(press(app, "Same claim"))
    with Archive.open(db) as archive:
        one = archive.cluster_of(CLAIMS[0])
        assert one == archive.cluster_of(CLAIMS[1])
    assert f'Now <a href="claim?id={one}">2 articles' in html


def test_without_a_name_nothing_is_kept_and_the_pair_stays(db: Path) -> None:
    app = opened(db)
    name(app, " ")
    press(app, "Same claim")
    assert "Not kept yet." in html_of(app)
    assert "Gull Post" in asked(app)
    assert kept(db) == []


def test_a_decision_is_taken_back_and_none_is_overwritten(db: Path) -> None:
    app = opened(db)
    name(app, "Ada")
    press(app, "Not the same")
    press(app, "Take it back")
    assert "Taken back." in html_of(app)
    assert [one.verdict for one in kept(db)] == [Verdict.NOT_SAME, Verdict.WITHDRAWN]
    assert "Decided in this sitting" not in html_of(app)


def test_an_earlier_decision_of_the_sitting_can_be_taken_back_too(db: Path) -> None:
    app = opened(db)
    name(app, "Ada")
    press(app, "Not the same")
    press(app, "Not the same")
    assert [button.label for button in app.button].count("Take it back") == 2
    earliest = [button for button in app.button if button.label == "Take it back"][-1]
    earliest.click()
    app.run()
    last = kept(db)[-1]
    assert ({last.left, last.right}, last.verdict) == (set(CLAIMS[:2]), Verdict.WITHDRAWN)
    assert len(kept(db)) == 3


def test_a_pair_that_one_is_not_sure_of_is_set_aside_and_can_be_asked_for_again(db: Path) -> None:
    app = press(opened(db), "Not sure")
    assert "Reef Radio" in asked(app)
    assert "1 set aside for now" in html_of(app)
    press(app, "Not sure")
    assert "Only pairs that you were not sure of are left" in html_of(app)
    assert 'href="same-claim?show=differ">1 pair</a>' in html_of(app)
    press(app, "Ask about them again")
    assert "Gull Post" in asked(app)
    assert kept(db) == []
    assert "Gull Post" in asked(opened(db)), "another reader is asked about it all the same"


def test_what_a_colleague_decided_meanwhile_is_not_replaced_unseen(db: Path) -> None:
    app = opened(db)
    name(app, "Ada")
    theirs = Judgement("j", CLAIMS[1], CLAIMS[0], Verdict.SAME, "Ben", "2031-04-02T10:00:00+02:00")
    with Archive.open(db) as archive:
        archive.add_judgement(theirs)
    press(app, "Not the same")
    assert "Ben</bdi> decided this meanwhile:</b> the same claim" in html_of(app)
    assert kept(db) == [theirs]
    assert "Reef Radio" in asked(app)


def test_a_click_that_comes_twice_decides_on_one_pair(db: Path) -> None:
    app = opened(db)
    name(app, "Ada")
    twice = next(button for button in app.button if button.label == "Not the same")
    twice.click()
    app.run()
    twice.click()
    app.run()
    assert len(kept(db)) == 1


def test_hostile_words_are_shown_as_they_are(tmp_path: Path) -> None:
    papers, [(cluster, trail)] = sample.hostile()
    one = replace(
        cluster, members=cluster.members[:1], links=(ClusterLink("c-two", Relation.RELATED, (NASTY_NAME,), 0.5),)
    )
    two = replace(cluster, id="c-two", representative=cluster.members[1].claim, members=cluster.members[1:])
    with Archive.open(tmp_path / "a.db") as archive:
        for paper in papers:
            archive.add(paper, "by hand")
        archive.save_clusters([one, two], {})
        archive.save_trails([trail])
    html = html_of(opened(tmp_path / "a.db"))
    assert "&lt;script&gt;window.hacked=4" in html and "<script>window.hacked" not in html
    assert "1 article</a>" in html, "a cluster whose trail is not built yet"


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


def _press(page: Page, key: str) -> None:
    """Press a key once the page is drawn whole: until then its buttons are the last pair's, and heed no late key."""
    _drawn(page)
    expect(page.locator("input:focus")).to_have_count(0)
    page.keyboard.press(key)


def _drawn(page: Page) -> None:
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning", timeout=PATIENCE)


@pytest.mark.browser
@pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine: the browser tests are skipped")
def test_pairs_are_worked_through_with_the_keyboard(page: Page, db: Path) -> None:
    with serve(db) as address:
        page.goto(address)
        page.get_by_role("link", name="Same claim?").click()
        expect(page.locator(".pair.asked")).to_contain_text("Gull Post")
        _drawn(page)
        page.get_by_label("Your name").fill("Nanna Sund")  # its letters are shortcuts elsewhere
        page.get_by_label("Your name").press("Enter")
        _drawn(page)
        page.locator("h1").click()
        _press(page, "u")
        expect(page.locator(".pair.asked")).to_contain_text("Reef Radio")
        _press(page, "n")
        expect(page.locator(".told", has_text="Kept: not the same claim")).to_be_visible(timeout=PATIENCE)
        expect(page.locator(".tally")).to_contain_text("1 decided today")
        expect(page.locator(".message")).to_contain_text("Only pairs that you were not sure of are left")
        _press(page, "z")
        expect(page.locator(".told", has_text="Taken back")).to_be_visible(timeout=PATIENCE)
        page.set_viewport_size({"width": 390, "height": 844})
        page.goto(f"{address}same-claim?show=differ")
        expect(page.locator(".pair.asked")).to_contain_text("Quay Times")
        expect(page.get_by_label("Your name")).to_have_value("Nanna Sund")
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    assert [one.verdict for one in kept(db)] == [Verdict.NOT_SAME, Verdict.WITHDRAWN]
