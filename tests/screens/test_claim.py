"""How one appearance of a claim is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from streamlit.testing.v1 import AppTest

from claims.articles import article
from claims.records import (
    ClusterLink,
    Conflict,
    ConflictKind,
    Drift,
    Judgement,
    Kind,
    Passage,
    Quotation,
    Relation,
    Verdict,
    Wording,
)
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


def test_a_quotation_is_shown_once_with_all_its_wordings_under_the_earliest(tmp_path: Path) -> None:
    papers, [main, *others] = sample.story()
    told = [
        ("Gull Post", "2031-04-01", "We may close the lock if the gate sticks, and we said so"),
        ("Tide News", "2031-04-02", "We will close the lock if the gate sticks, and we said so"),
        ("Dockside", "2031-04-03", "We may close the lock"),
    ]
    quoted = [
        sample.extraction(
            article(f"\u201c{said},\u201d Ida Brandt <b>said</b>.", outlet=outlet, published=day),
            [sample.Said(said, "Ida Brandt", "Ida Brandt", "said", kind=Kind.DIRECT)],
        )
        for outlet, day, said in told
    ]
    places = [Passage(e.article.id, e.claims[0].start, e.claims[0].end) for e in quoted]
    ids = [(extraction.article.id,) for extraction in quoted]
    quotation = Quotation(
        (
            Wording(places[0], "Ida Brandt", ids[0]),
            Wording(places[1], "Ida Brandt", ids[1], (Drift.OPERATOR,), ("\u2018may\u2019, \u2018will\u2019",)),
            Wording(places[2], "Ida Brandt", ids[2], (Drift.CONDITION, Drift.SHORTENED)),
        )
    )
    texts = [said for _, _, said in told]
    drifted = tuple(Conflict(ConflictKind.WORDING, places[0], places[n], (texts[0], texts[n])) for n in (1, 2))
    trail = replace(main[1], conflicts=drifted, quotations=(quotation,))
    with sample.build(tmp_path / "a.db", ([*papers, *quoted], [(main[0], trail), *others])):
        html, _ = page_of(tmp_path / "a.db", "c-known-2021")
    shown = html[html.index("One quotation in 3 wordings") : html.index("Every appearance")]
    assert shown.count('class="worded"') == 3 and 'class="pair"' not in shown, "no pair is shown twice"
    assert shown.index("Gull Post") < shown.index("Tide News") < shown.index("Dockside")
    assert "earliest known wording" in shown and "2 April 2031" in shown
    assert "We <del>may</del> <ins>will</ins> close the lock" in shown
    assert "We may close the lock <del>if the gate sticks, and we said so</del>" in shown
    assert "how sure or how many changed" in shown and "a condition lost or gained" in shown
    assert "<b>said</b>" not in html
