"""The list of claims, run as Streamlit runs it, without a browser."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from screens.claims import ROWS
from tests.screens import sample

SCRIPT = """
import streamlit as st
from runner.desk import Desk
from screens import claims
from settings import Settings

with Desk(Settings(), {db!r}) as desk:
    claims.show(desk)
"""


def run(db: Path, **query: str) -> AppTest:
    app = AppTest.from_string(SCRIPT.format(db=str(db)), default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    return app.run()


def html_of(app: AppTest) -> str:
    assert not app.exception, app.exception
    return "".join(element.proto.body for element in app.get("html"))


def test_an_empty_archive_says_what_to_do(tmp_path: Path) -> None:
    html = html_of(run(tmp_path / "new.db"))
    assert "The archive is empty" in html
    assert 'href="add"' in html
    assert "claimtrail ingest FOLDER" in html


def test_a_long_list_comes_in_pages_that_have_addresses(tmp_path: Path) -> None:
    papers, [_] = sample.crowd(40)
    alone = [sample.trail(f"c-{n}", papers, [(n, 0, sample.Stance.REPORTS)], cannot_tell=1) for n in range(40)]
    sample.build(tmp_path / "a.db", (papers, alone)).close()
    first, second = html_of(run(tmp_path / "a.db")), html_of(run(tmp_path / "a.db", page="2"))
    assert first.count('class="wording"') == ROWS
    assert second.count('class="wording"') == 40 - ROWS
    assert "Page 2 of 2" in second
    assert html_of(run(tmp_path / "a.db", page="999")) == second
    assert html_of(run(tmp_path / "a.db", page="x")) == first


def test_the_next_page_is_a_click_away(tmp_path: Path) -> None:
    papers, [_] = sample.crowd(40)
    alone = [sample.trail(f"c-{n}", papers, [(n, 0, sample.Stance.REPORTS)]) for n in range(40)]
    sample.build(tmp_path / "a.db", (papers, alone)).close()
    app = run(tmp_path / "a.db")
    next(button for button in app.button if button.label == "Next").click()
    assert "Page 2 of 2" in html_of(app.run())
    assert app.query_params["page"] == "2"
