"""Addresses lead back to what they name."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens import addresses


@given(st.text(st.characters(blacklist_categories=("Cs",)), min_size=1))
def test_any_id_comes_back_from_its_address(id: str) -> None:
    for make in (addresses.claim, addresses.article, addresses.source):
        assert parse_qs(urlsplit(make(id)).query, keep_blank_values=True)["id"] == [id]


def test_an_address_names_a_place_of_the_text() -> None:
    parts = urlsplit(addresses.article("a", 3, 9))
    assert addresses.place(parse_qs(parts.query)["at"][0], 10) == (3, 9)
    assert parts.fragment == "at"


@pytest.mark.parametrize("value", [None, "", "3", "9-3", "3-3", "3-11", "-1-4", "a-b", "\u0663-9", "1-9999999999999"])
def test_a_place_outside_the_text_is_no_place(value: str | None) -> None:
    assert addresses.place(value, 10) is None
