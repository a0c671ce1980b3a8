from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.texts import plain


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("‘Hi there’, he said", '"Hi there", he said'),
        ("the teachers’ strike isn’t over", "the teachers' strike isn't over"),
        ("Einstein said: 'We are souls.'", 'Einstein said: "We are souls."'),
        ("A\u00a0bridge –\n closed", "A bridge - closed"),
        ("lone \ud800 half", "lone ? half"),
    ],
)
def test_typography_is_brought_to_one_form(text: str, read: str) -> None:
    assert plain(text) == read


@given(st.text())
def test_what_was_brought_to_one_form_can_be_encoded_and_has_no_outer_space(text: str) -> None:
    found = plain(text)
    found.encode("utf-8")
    assert found == found.strip()
    assert "  " not in found


@given(st.lists(st.sampled_from(["mayor", "bridge", "doesn't", "teachers'", "o'clock"]), min_size=1))
def test_single_and_double_quotation_marks_read_alike(words: list[str]) -> None:
    said = " ".join(words)
    assert plain(f"He said “{said}” twice") == plain(f'He said "{said}" twice')
