"""Highlighting changes nothing of the text, whatever overlaps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from screens.marks import Mark, around, differing, highlighted, in_context, paragraphs, places
from tests.screens.test_markup import Reader

PLAIN = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=60)
PLACES = st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70), st.sampled_from(["q", "c", "s"])), max_size=8)


@given(PLAIN, PLACES)
def test_highlighted_text_is_the_text(text: str, spots: list[tuple[int, int, str]]) -> None:
    marks = [Mark(min(a, b), max(a, b), css, "t<", "x?a&b", f"n{n}") for n, (a, b, css) in enumerate(spots)]
    assert Reader(f"<p>{highlighted(text, marks)}</p>").text == text


@given(st.text(st.sampled_from("ab \n"), max_size=60), PLACES)
def test_paragraphs_hold_the_whole_text(text: str, spots: list[tuple[int, int, str]]) -> None:
    marks = [Mark(min(a, b), max(a, b), css, href="x", anchor=f"n{n}") for n, (a, b, css) in enumerate(spots)]
    html = str(paragraphs(text, marks))
    assert Reader(html).text == text
    assert all(html.count(f'id="{mark.anchor}"') <= 1 for mark in marks)


@given(PLAIN, PLACES, st.integers(0, 60), st.integers(0, 60))
def test_a_piece_of_highlighted_text_is_that_piece(
    text: str, spots: list[tuple[int, int, str]], a: int, b: int
) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    marks = [Mark(min(x, y), max(x, y), css) for x, y, css in spots]
    assert Reader(f"<p>{highlighted(text, marks, start, end)}</p>").text == text[start:end]


def test_where_marks_overlap_the_shortest_gives_the_link() -> None:
    html = highlighted("one two three", [Mark(0, 13, "q", href="long"), Mark(4, 7, "c", href="short")])
    assert Reader(html).links == ["long", "short", "long"]
    assert '<a class="mark c q" title="" href="short">two</a>' in html


def test_an_anchor_stands_once_where_its_mark_begins() -> None:
    html = str(highlighted("one two three", [Mark(0, 13, "q", anchor="a-1"), Mark(4, 7, "c")]))
    assert html.count('id="a-1"') == 1


@given(PLAIN, st.integers(0, 60), st.integers(0, 60))
def test_context_holds_the_passage(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    before, after = around(text, start, end)
    assert 0 <= before <= start <= end <= after <= len(text)


def test_context_is_the_sentence_before_and_the_one_after() -> None:
    text = "First one. Second one. The claim itself. Fourth one. Fifth one."
    start = text.index("The claim")
    a, b = around(text, start, start + len("The claim itself."))
    assert text[a:b] == "Second one. The claim itself. Fourth one."


def test_a_passage_cut_out_of_a_text_says_so() -> None:
    text = "First one. Second one. The claim itself. Fourth one. Fifth one."
    assert (
        Reader(in_context(text, 23, 40, "supports")).text
        == "\u2026\u2009Second one. The claim itself. Fourth one.\u2009\u2026"
    )


def test_differing_words_are_marked_on_both_sides() -> None:
    left, right = "About 1,400 lorries a day", "about 900 lorries each day"
    a, b = differing(left, right)
    assert [left[slice(*place)] for place in a] == ["1,400", "a"]
    assert [right[slice(*place)] for place in b] == ["900", "each"]


def test_values_are_found_as_whole_words() -> None:
    text = "In 2021 and 20210 and 2021."
    assert [text[slice(*place)] for place in places(text, ("2021", ""))] == ["2021", "2021"]
