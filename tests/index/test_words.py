from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.words import FIGURE, likeness, profile, word_table, words


def test_words_lose_possessives_addresses_and_run_together_tags() -> None:
    text = "The mayor’s #SaveOurHarbour plea costs 1.5% https://t.example/x"
    assert words(text) == ["the", "mayor", "save", "our", "harbour", "plea", "costs", "1", "5", "%"]


def test_a_rare_word_tells_more_than_a_common_one_and_a_figure_less_than_a_rare_word() -> None:
    table = word_table()
    assert table.weight("the") < table.weight("city") < table.weight("quixotry")
    assert table.weight("98127") == FIGURE


@given(st.text(), st.text())
def test_likeness_lies_between_nothing_and_all_and_is_the_same_from_both_sides(left: str, right: str) -> None:
    one, two = profile(left), profile(right)
    assert -1e-9 <= likeness(one, two) <= 1 + 1e-9
    assert likeness(one, two) == likeness(two, one)
    if one:
        assert likeness(one, one) == pytest.approx(1)
