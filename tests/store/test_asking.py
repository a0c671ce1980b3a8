"""What users ask, as SQL and FTS5."""

from __future__ import annotations

import pytest

from store.asking import MOST_PHRASES, all_of, any_of, phrases


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
