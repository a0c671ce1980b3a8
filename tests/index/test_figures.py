from __future__ import annotations

import pytest

from index.bare import bare_claim
from index.figures import Comparison, compare_dates, compare_quantities


def figures(left: str, right: str) -> Comparison:
    return compare_quantities(bare_claim("a", left).quantities, bare_claim("b", right).quantities, left, right)


def dates(left: str, right: str) -> Comparison:
    return compare_dates(bare_claim("a", left).dates, bare_claim("b", right).dates)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("a road of 61 km", "a road of 38 miles"),
        ("about 200 containers", "210 containers"),
        ("1.2 million voters", "1,203,000 voters"),
        ("two weeks of rain", "14 days of rain"),
        ("45 per cent of homes", "45% of homes"),
        ("12 people died", "a dozen people died"),
        ("$3bn in aid", "3 billion dollars in aid, $3,000,000,000"),
        ("23 people and 40 people", "40 people"),
    ],
)
def test_figures_agree(left: str, right: str) -> None:
    found = figures(left, right)
    assert found.agree
    assert not found.differ


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("23 people died", "31 people died"),
        ("a road of 61 km", "a road of 61 miles"),
        ("5% of homes", "7% of homes"),
        ("200 containers", "210 containers"),
        ("$3bn in aid", "$4bn in aid"),
    ],
)
def test_figures_differ(left: str, right: str) -> None:
    found = figures(left, right)
    assert found.differ
    assert not found.agree


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("23 people died", "a road of 38 miles"),
        ("$3bn in aid", "£4bn in aid"),
        ("flight 370", "flight 17"),
        ("23 people were killed", "40 people came to the market"),
        ("", "23 people"),
    ],
)
def test_what_counts_other_things_is_not_compared(left: str, right: str) -> None:
    assert figures(left, right) == Comparison()


def test_both_values_are_shown() -> None:
    assert figures("23 people died", "31 people died").differ == ("23 people against 31 people",)
    assert dates("closed on 3 March", "closed on March 5").differ == ("3 March against March 5",)


@pytest.mark.parametrize(
    ("left", "right", "agree", "differ"),
    [
        ("on 1 September", "on September 1, 2024", True, False),
        ("on 1 September", "on 1 December", False, True),
        ("in March 2023", "on 21 March 2023", True, False),
        ("in 2015", "in March 2016", False, True),
        ("on 3 March", "in 2015", False, False),
        ("on 3 March and on 5 March", "on 7 March", False, False),
        ("in September", "on 1 September 2024", True, False),
    ],
)
def test_dates_are_compared_as_far_as_both_are_known(left: str, right: str, agree: bool, differ: bool) -> None:
    found = dates(left, right)
    assert (bool(found.agree), bool(found.differ)) == (agree, differ)
