from __future__ import annotations

import pytest

from provenance.moments import in_words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2025-10-14", "14 October 2025"),
        ("2024-05-03T23:30:00-08:00", "3 May 2024"),
        ("2024-05", "May 2024"),
        ("2024", "2024"),
    ],
)
def test_a_date_is_written_as_a_person_writes_it(date: str, words: str) -> None:
    assert in_words(date) == words


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="some day"):
        in_words("some day")
