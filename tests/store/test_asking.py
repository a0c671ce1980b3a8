"""What users ask, as SQL and FTS5."""

from __future__ import annotations

import pytest

from store.asking import MOST_PHRASES, RAREST, all_of, any_of, folded, phrases, rarest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ferry terminal", ['"ferry"', '"terminal"']),
        ('the "3 June" date', ['"the"', '"3 June"', '"date"']),
        ('an open "quote here', ['"an"', '"open"', '"quote"', '"here"']),
        ("NOT ferry* AND -port:x", ['"NOT"', '"ferry*"', '"AND"', '"-port:x"']),
        ("ferry ferry", ['"ferry"']),
        ("a\0b", ['"a"', '"b"']),
        ('... "" ? \u201c\u201d', []),
        ("", []),
    ],
)
def test_every_word_or_phrase_becomes_a_string(text: str, found: list[str]) -> None:
    assert phrases(text) == found


def test_words_are_joined_or_there_is_no_query() -> None:
    assert all_of("a b") == '"a" AND "b"'
    assert any_of("a b") == '"a" OR "b"'
    assert all_of("!") is any_of("") is None


def test_only_so_many_phrases_are_looked_for() -> None:
    assert len(phrases(" ".join(map(str, range(1_000))))) == MOST_PHRASES


def test_words_are_folded_as_the_index_folds_them() -> None:
    assert folded("The CAFÉ’s 1,200 cups_of tea") == ["the", "cafe", "s", "1", "200", "cups", "of", "tea"]


def test_a_quotation_is_looked_for_by_its_rarest_words_and_the_runs_around_them() -> None:
    counted = {"the": 90, "ramp": 3, "was": 80, "never": 20, "painted": 1}
    words = ["the", "ramp", "was", "never", "painted", "zinc"]
    assert rarest(words, counted, 0) == '"painted" OR "ramp" OR "never" OR "was" OR "the"'
    assert rarest(words, counted, 2) == '"painted" OR "ramp" OR "never" OR "was" OR "the" OR "the ramp was"'
    assert rarest(["zinc"], counted, 2) is None
    many = {f"w{n}": n for n in range(1, 40)}
    assert str(rarest(list(many), many, 0)).count("OR") == RAREST - 1
