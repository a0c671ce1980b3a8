from __future__ import annotations

import json
import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import Article, Copy, Outlet
from provenance.copies import CopyIndex, compare, find_copies
from provenance.credits import find_credits
from provenance.outlets import OutletTable
from tests.provenance.newsroom import OUTLETS, article

VOCABULARY = (
    "river council voted late evening after hours debate members raised doubts about cost timetable new flood barrier "
    "engineers warned older gates could fail within five winters unless money found soon residents filled hall holding "
    "photographs soaked living rooms mayor promised answer before spring while opposition asked for public inquiry into"
)
WORDS = VOCABULARY.split()


def prose(seed: int, words: int = 180) -> str:
    """A text of our own that shares no run of words with one of another seed."""
    chance = random.Random(seed)
    told = [f"{chance.choice(WORDS)}{'' if chance.random() < 0.7 else chance.randint(10, 99)}" for _ in range(words)]
    sentences = [" ".join(told[n : n + 12]).capitalize() + "." for n in range(0, words, 12)]
    return "\n\n".join(" ".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3))


def edited(text: str, seed: int, edits: int) -> str:
    chance = random.Random(seed)
    words = text.split(" ")
    for _ in range(edits):
        words[chance.randrange(len(words))] = "rephrased"
    return " ".join(words)


def only(copies: list[Copy]) -> Copy:
    (copy,) = copies
    return copy


def pair(a: Article, b: Article) -> Copy:
    index = CopyIndex(OUTLETS)
    assert index.add(a) == []
    return only(index.add(b))


def test_the_later_of_two_with_the_same_words_is_the_copy() -> None:
    early, late = article(prose(1), "Gull Post", "2024-05-03"), article(prose(1), "Tide News", "2024-05-04T08:00:00Z")
    for copy in (pair(early, late), pair(late, early)):
        assert (copy.article, copy.of, copy.directed, copy.shared) == (late.id, early.id, True, 1.0)
        assert copy.rule == "published_later"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: f"A headline of its own\n\n{text}",
        lambda text: edited(text, 3, 6),
        lambda text: "\n\n".join(text.split("\n\n")[:2]),
        lambda text: "\n\n".join(reversed(text.split("\n\n"))),
        lambda text: f"{prose(9, 60)}\n\n{text}\n\n{prose(8, 60)}",
        lambda text: text.upper().replace(".", " ;"),
    ],
    ids=["headline", "light edits", "cut", "moved", "embedded", "typeset"],
)
def test_an_edited_copy_is_still_a_copy(change) -> None:
    model = article(prose(1), "Gull Post", "2024-05-03")
    copied = article(change(model.text), "Tide News", "2024-05-04")
    assert pair(model, copied).article == copied.id


def test_the_evidence_is_a_passage_that_both_have() -> None:
    model = article(prose(1), "Gull Post", "2024-05-03")
    copied = article(f"{prose(5, 40)}\n\n{edited(model.text, 3, 4)}", "Tide News", "2024-05-04")
    copy = pair(model, copied)
    assert copied.text[copy.start : copy.end] in model.text
    assert copy.end - copy.start > 100


def test_different_texts_are_no_copies() -> None:
    assert find_copies([article(prose(seed), f"Paper {seed}") for seed in range(30)], OUTLETS) == []


def test_without_dates_or_credits_nobody_is_the_copy() -> None:
    copy = pair(article(prose(1), "Gull Post"), article(prose(1) + " End.", "Tide News"))
    assert not copy.directed and copy.rule == "shared_wording"


def test_a_bare_day_and_a_time_on_that_day_tell_no_order() -> None:
    copy = pair(article(prose(1), "A", "2024-05-03"), article(prose(1), "B", "2024-05-03T09:00:00Z"))
    assert not copy.directed


@pytest.mark.parametrize(
    "credit",
    [
        "LONDON (Reuters) - {}",
        "LONDON, May 3 (Reuters) — {}",
        "{}\n\nSource: Reuters",
        "By Reuters\n\n{}",
        "{}\n\n— Reuters",
    ],
)
def test_a_credit_to_the_other_outlet_outweighs_the_dates(credit: str) -> None:
    wire = article(prose(1), "Reuters", "2024-05-03T10:00:00Z")
    printed = article(credit.format(prose(1)), "Gull Post", "2024-05-03T09:00:00Z")
    copy = pair(wire, printed)
    assert (copy.article, copy.of, copy.rule) == (printed.id, wire.id, "credits_outlet")


def test_a_wire_that_no_table_lists_is_credited_by_its_initials() -> None:
    wire = article(f"HARTFORD (NPA) - {prose(1)}", "Northwater Press Agency")
    printed = article(f"HARTFORD (NPA) - {prose(1)}", "Gull Post")
    copy = pair(wire, printed)
    assert (copy.article, copy.directed) == (printed.id, True)


def test_a_byline_of_an_agency_is_a_credit() -> None:
    printed = article(prose(1), "Gull Post", author="Jo Lund, Associated Press")
    (credit,) = find_credits(printed, OUTLETS)
    assert (credit.outlet, credit.rule, credit.place) == ("Associated Press", "wire_byline", None)


@pytest.mark.parametrize(
    "text",
    [
        "A man (Reuters) walked on, and nobody else did.",
        "Pictures: a boat at dusk (AP). The rest is ours.",
        "Reuters reported on Monday that the barrier would cost more.",
        "The group (NPA) - also known by other names - met.",
    ],
)
def test_a_mention_of_an_agency_is_no_credit(text: str) -> None:
    assert find_credits(article(text, "Gull Post"), OUTLETS) == []


def test_a_contribution_makes_no_copy_of_the_whole() -> None:
    (credit,) = find_credits(article(f"{prose(1)}\n\nReuters contributed to this report.", "Gull Post"), OUTLETS)
    assert not credit.whole


def test_boilerplate_alone_is_not_copying() -> None:
    footer = "\n\nSign up here for our morning letter with the best of the day and never miss a story again, for free."
    a, b = article(prose(1) + footer, "Gull Post"), article(prose(2) + footer, "Gull Post")
    assert find_copies([a, b], OUTLETS) == []
    assert compare(a, b).rule == "too_little"


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "«{}»", "‘{}’"])
def test_one_speech_printed_by_two_outlets_is_not_copying(marks: str) -> None:
    speech = marks.format(" ".join(prose(7, 96).split()))
    a = article(f"{prose(1, 60)}\n\n{speech} the mayor told the hall.\n\n{prose(3, 60)}", "Gull Post")
    b = article(f"{prose(2, 60)}\n\n{speech} she said in a speech.\n\n{prose(4, 60)}", "Tide News")
    assert find_copies([a, b], OUTLETS) == []
    assert compare(a, b).rule == "shared_quotes"


def kin(seed: int, shared: str, outlet: str, published: str | None, author: str | None = None) -> Article:
    text = prose(seed, 60).split("\n\n")
    return article("\n\n".join([text[0], shared, *text[1:], prose(seed + 50, 90)]), outlet, published, author=author)


def test_one_authors_article_in_two_outlets_is_a_copy_where_less_is_shared() -> None:
    shared = " ".join(prose(9, 24).split())
    dates = ("2024-05-03", "2024-05-04")
    one, two = (kin(n, shared, f"Paper {n}", dates[n], "Mia Lund") for n in (0, 1))
    copy = pair(one, two)
    assert (copy.article, copy.rule, copy.directed) == (two.id, "same_byline", True)
    undated = pair(kin(0, shared, "Gull Post", None, "By Mia Lund"), kin(1, shared, "Tide News", None, "mia lund"))
    assert (undated.rule, undated.directed) == ("same_byline_undated", False)
    for author in ("Omar Sewell", None):
        assert find_copies([one, kin(1, shared, "Paper 1", dates[1], author)], OUTLETS) == []
    desks = [kin(n, shared, f"Paper {n}", dates[n], "News Desk") for n in (0, 1)]
    assert find_copies(desks, OUTLETS) == []


def test_outlets_of_one_owner_copy_where_less_is_shared_but_not_by_their_imprint() -> None:
    table = OutletTable([Outlet("Gull Post", owner="Lund"), Outlet("Tide News", owner="Lund"), Outlet("Reef Mail")])
    shared = " ".join(prose(9, 24).split())
    one, two = kin(0, shared, "Gull Post", "2024-05-03"), kin(1, shared, "Tide News", "2024-05-04")
    assert only(find_copies([one, two], table)).rule == "same_owner"
    assert find_copies([one, kin(1, shared, "Reef Mail", "2024-05-04")], table) == []
    imprints = [article(f"{prose(n, 150)}\n\n{shared}", outlet) for n, outlet in enumerate(("Gull Post", "Tide News"))]
    assert find_copies(imprints, table) == []


def test_a_known_article_is_not_compared_with_itself() -> None:
    index = CopyIndex(OUTLETS)
    printed = article(prose(1))
    assert index.add(printed) == index.add(printed) == []


@pytest.mark.parametrize("text", ["", "x", "\n\n", "word " * 7, "word " * 500, "“" * 50, "漢字" * 300])
def test_any_text_can_be_added(text: str) -> None:
    index = CopyIndex(OUTLETS)
    index.add(article(text, "A"))
    for copy in index.add(article(text, "B")):
        assert 0 <= copy.start < copy.end <= len(text)


def test_two_thousand_edited_copies_of_one_article_stay_cheap() -> None:
    started = time.monotonic()
    index = CopyIndex(OUTLETS)
    model = article(prose(1), "Gull Post", "2024-05-01")
    index.add(model)
    for n in range(2000):
        copied = article(f"Headline {n}\n\n{edited(model.text, n, 2)}", f"Paper {n}", "2024-05-02")
        assert any(copy.of == model.id and copy.directed for copy in index.add(copied))
    assert time.monotonic() - started < 30


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 3), st.integers(0, 3), st.integers(1, 9)), max_size=8), st.randoms())
def test_the_order_of_articles_makes_no_difference(rows: list[tuple[int, int, int]], shuffled: random.Random) -> None:
    made = [article(edited(prose(s, 100), n, e), f"Paper {n}", f"2024-05-0{d}") for n, (s, e, d) in enumerate(rows)]
    mixed = list(made)
    shuffled.shuffle(mixed)
    assert find_copies(mixed, OUTLETS) == find_copies(made, OUTLETS)


@pytest.mark.data
def test_real_articles_with_heavy_copying_take_seconds_and_show_it(gold: Path) -> None:
    lines = (gold / "news" / "fnc_bodies.jsonl").read_text(encoding="utf-8").splitlines()[:600]
    started = time.monotonic()
    texts = {made.id: made.text for made in (article(json.loads(line)["text"]) for line in lines)}
    copies = find_copies([article(text) for text in texts.values()], OUTLETS)
    assert time.monotonic() - started < 30
    assert 20 <= len(copies) <= 200
    for copy in copies:
        assert 0 <= copy.start < copy.end <= len(texts[copy.article])
