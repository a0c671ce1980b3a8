from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Extraction, Span
from provenance.passages import Passage, ReadArticle
from provenance.wording import Likeness, find_words
from provenance.words import words
from tests.provenance.newsroom import Newsroom

SPOKEN = (
    "We told the board in March that the ramp would not last another winter. Nobody wrote back to us, and the drawings "
    "in the file are of another ferry."
)


def read(text: str, *said: tuple[str, str]) -> ReadArticle:
    """An article with the quotes that its speakers say."""
    room = Newsroom()
    paper = room.print("Vale Star", text)
    for quote, speaker in said:
        room.says(paper, quote, speaker, quote=True)
    kept = sorted(room.attributions.values(), key=lambda each: each.content)
    return ReadArticle(Extraction(paper, tuple(kept), ()))


def passages(article: ReadArticle, quote: str) -> list[Passage]:
    return list(article.passages(words(quote)))


def one(quote: str, text: str = f"“{SPOKEN}” said Runa Tolk.", said: Sequence[str] = (SPOKEN,)) -> Passage:
    (found,) = passages(read(text, *((each, "Runa Tolk") for each in said)), quote)
    return found


def test_the_very_words_are_found_with_their_speaker_and_place() -> None:
    found = one("the ramp would not last another winter")
    assert found.verbatim
    assert found.attribution is not None
    assert found.attribution.speaker == "Runa Tolk"
    assert found.span == Span(*(lambda at: (at, at + 38))(f"“{SPOKEN}".index("the ramp")))


def test_an_open_gap_and_a_bracket_leave_a_quotation_verbatim() -> None:
    assert one("We told the board … that the ramp would not last another winter").verbatim
    assert one("[The owners] told the board in March that the ramp would not last").verbatim


def test_an_open_gap_that_leaves_out_a_condition_is_told() -> None:
    text = "“We will open, if the steel arrives in time, on Monday morning,” said Runa Tolk."
    found = one(
        "We will open … on Monday morning", text, ["We will open, if the steel arrives in time, on Monday morning"]
    )
    assert found.verbatim
    assert found.lost == "if the steel arrives in time"


def test_a_swapped_word_at_either_end_is_an_alteration_there() -> None:
    found = one("They told the board in March that the ramp would not last another summer")
    assert found.comparison.likeness is Likeness.ALTERED
    assert [str(change) for change in found.comparison.changes] == [
        "‘They’ here, ‘We’ there",
        "‘summer’ here, ‘winter’ there",
    ]


def test_two_sentences_made_one_are_told_with_what_was_left_out_between() -> None:
    found = one("We told the board in March that the drawings in the file are of another ferry")
    assert not found.verbatim
    assert "Nobody wrote back to us and the" in str(found.comparison.changes[0])


def test_pieces_of_speech_in_another_order_are_put_together() -> None:
    found = one("the drawings in the file are of another winter. We told the board in March")
    assert found.pieces == ("the drawings in the file are of another", "We told the board in March")


def test_a_quotation_over_two_quotes_of_one_speaker_is_verbatim() -> None:
    first, second = SPOKEN.split(". ")
    second = second.removesuffix(".")
    text = f"“{first},” said Runa Tolk. “{second}.”"
    found = one(f"{first}. {second}", text, [first, second])
    assert found.verbatim


def test_words_outside_quotation_marks_are_found_where_no_speech_has_them() -> None:
    found = one(
        "the board was told in March that the ramp would fail",
        "The board was told in March that the ramp would fail.",
        [],
    )
    assert found.verbatim
    assert found.attribution is None


def test_what_an_article_lacks_is_not_found_in_it() -> None:
    assert (
        passages(read(f"“{SPOKEN}” said Runa Tolk.", (SPOKEN, "Runa Tolk")), "The geese have left the pond early") == []
    )


@given(st.integers(0, 20), st.integers(4, 12), st.text(alphabet="abc ,.“”", max_size=30))
def test_any_run_of_an_articles_words_is_found_verbatim_in_it(first: int, count: int, noise: str) -> None:
    text = f"{noise}\n{SPOKEN}"
    said = words(text, [Span(text.index(SPOKEN), len(text))])[first : first + count]
    found = [each for each in read(text).passages(said) if each.verbatim]
    assert found
    assert find_words(said, words(text, [found[0].span])) is not None


@pytest.mark.parametrize("size", [120, 400])
def test_a_very_long_quotation_with_one_word_altered_is_found(size: int) -> None:
    long = " ".join(f"word{n} and stone{n}" for n in range(size // 3))
    altered = long.replace("stone7 ", "brick ")
    (found,) = passages(read(f"“{long},” said Runa Tolk.", (long, "Runa Tolk")), altered)
    assert [str(change) for change in found.comparison.changes] == ["‘brick’ here, ‘stone7’ there"]


def test_an_attribution_inside_another_is_not_read_twice() -> None:
    article = read(f"“{SPOKEN}” said Runa Tolk.", (SPOKEN, "Runa Tolk"))
    (outer,) = article.extraction.attributions
    inner = replace(outer, id="inner", content=(Span(outer.content[0].start, outer.content[0].start + 20),))
    twice = ReadArticle(replace(article.extraction, attributions=(outer, inner)))
    assert [each.verbatim for each in passages(twice, SPOKEN)] == [True]
