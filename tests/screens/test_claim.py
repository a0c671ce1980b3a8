"""How one appearance of a claim is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from streamlit.testing.v1 import AppTest

from claims.records import ClusterLink, Judgement, Relation, Verdict
from screens.claim import _appearance
from screens.markup import EMPTY
from tests.screens import sample

SCRIPT = """
from runner.desk import Desk
from screens import claim
from settings import Settings

with Desk(Settings(), {db!r}) as desk:
    claim.show(desk)
"""


def page_of(db: Path, id: str) -> tuple[str, list[str]]:
    """The page's HTML and the labels of its buttons."""
    app = AppTest.from_string(SCRIPT.format(db=str(db)), default_timeout=60)
    app.query_params["id"] = id
    app.run()
    assert not app.exception, app.exception
    return "".join(element.proto.body for element in app.get("html")), [button.label for button in app.button]


def test_an_appearance_says_what_kind_of_claim_it_is() -> None:
    papers, clusters = sample.story()
    appearance = clusters[0][1].appearances[0]
    article = next(paper.article for paper in papers if paper.article.id == appearance.article)
    assert '<span class="chip">prediction</span>' in _appearance(appearance, article, EMPTY, "prediction")
    assert "chip" not in _appearance(appearance, article, EMPTY, "").split('class="said"')[1]


def test_what_may_be_the_same_stands_apart_from_what_contradicts_until_somebody_decided(tmp_path: Path) -> None:
    papers, [main, *others] = sample.story()
    links = (
        ClusterLink("c-failed", Relation.CONTRADICTS, ("differ: dates, Tuesday against Monday",), 0.7),
        ClusterLink("c-lorries", Relation.RELATED, ("differ: figures, 2 against 1,400",), 0.5),
    )
    main = (replace(main[0], links=links), main[1])
    with sample.build(tmp_path / "a.db", (papers, [main, *others])) as archive:
        html, buttons = page_of(tmp_path / "a.db", "c-known-2021")
        near, _, odds = html[html.index("May be the same claim") :].partition("Near it, but not joined")
        assert "About 1,400 lorries a day used it" in near and "The bridge failed" not in near
        assert "The figures differ: 2 against 1,400" in near
        assert "The bridge failed on Tuesday morning." in odds and "contradicts this claim" in odds
        assert buttons.count("The same claim") == 2
        before = buttons.count("Not the same claim")
        pair = main[0].representative, others[0][0].members[-1].claim
        archive.add_judgement(Judgement("j", *pair, Verdict.NOT_SAME, "Ada", "2031-04-02T10:00:00+02:00"))
    html, buttons = page_of(tmp_path / "a.db", "c-known-2021")
    assert "May be the same claim" not in html and "Near it, but not joined" in html
    assert buttons.count("Not the same claim") == before - 1
