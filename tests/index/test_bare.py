from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.bare import bare_claim


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("400 male followers left", [("400", 400, "followers", False)]),
        ("more than $1.2 billion was paid", [("$1.2 billion", 1.2e9, "USD", True)]),
        ("a 16-foot deep crater", [("16", 16, "feet", False)]),
        ("45 per cent or 1,203 votes", [("45 per cent", 45, "%", False), ("1,203", 1203, "votes", False)]),
        ("About 61 km", [("61", 61, "km", True)]),
        ("twelve people on 3 March 2024", [("twelve", 12, "people", False)]),
        ("a range of 10 to 15 boats", [("10", 10, "boats", False), ("15", 15, "boats", False)]),
        ("the A380 and MH17", []),
        ("they won 3-1", []),
        ("in 2015", []),
    ],
)
def test_quantities_are_found(text: str, expected: list[tuple[str, float, str, bool]]) -> None:
    found = bare_claim("x", text).quantities
    assert [(q.text, q.value, q.unit, q.approximate) for q in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 1 September", ["XXXX-09-01"]),
        ("on Sept. 3, 2024", ["2024-09-03"]),
        ("in March 2015", ["2015-03"]),
        ("in the September of 2015", ["2015-09"]),
        ("since 1998", ["1998"]),
        ("on 2023-03-21", ["2023-03-21"]),
        ("on Monday at 9 a.m.", [None, None]),
        ("they may 5 times", []),
    ],
)
def test_dates_are_found(text: str, expected: list[str | None]) -> None:
    assert [date.value for date in bare_claim("x", text).dates] == expected


@pytest.mark.parametrize(
    ("text", "negated"), [("He didn’t win", True), ("no one came", True), ("He won", False), ("a notable win", False)]
)
def test_negation_is_found(text: str, negated: bool) -> None:
    assert bare_claim("x", text).negated is negated


@settings(deadline=None)
@given(st.text(alphabet=st.characters() | st.sampled_from("0123456789 ,.%$€km MayJune")))
def test_any_text_makes_a_claim_whose_places_are_right(text: str) -> None:
    claim = bare_claim("x", text)
    assert (claim.text, claim.standalone) == (text, text)
    for found in (*claim.quantities, *claim.dates):
        assert text[found.start : found.end] == found.text
