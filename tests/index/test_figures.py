from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import DateMention, Quantity
from index.bare import bare_claim
from index.dates import compare_dates
from index.figures import Comparison, compare_quantities

SUITE = Path(__file__).parent / "suites" / "figures.jsonl"
LEAST_RIGHT = 0.98
"""Share of the suite's pairs that are judged right: what was measured, less two pairs in 300."""

WORDS = (
    "at least about 23 people 31 12 killed injured and 45% of homes $3bn in aid rose fell by to from 5 10-15 won 3-1 "
    "women on Monday 3 May 2015 born 9 a.m. a third one in five doubled , . the city nationwide first "
    "quarter including nobody was"
)
texts = st.lists(st.sampled_from(WORDS.split()) | st.text(max_size=4), max_size=16).map(" ".join)


def figures(left: str, right: str) -> Comparison:
    return compare_quantities(bare_claim("a", left).quantities, bare_claim("b", right).quantities, left, right)


def dates(left: str, right: str) -> Comparison:
    return compare_dates(bare_claim("a", left).dates, bare_claim("b", right).dates, left, right)


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
        ("a third of voters", "33% of voters"),
        ("sales doubled", "sales rose 100%"),
        ("a fine of 11 pounds", "a fine of £11"),
        ("it weighs 11 pounds", "it weighs 5 kg"),
        ("hundreds of people died", "several hundred people died"),
        ("tens of thousands of homes", "Tens of thousands of homes"),
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
        ("prices rose 4%", "prices fell 4%"),
        ("a fine of 1,500 euros", "a fine of 1,500 dollars"),
        ("nobody was killed", "two people were killed"),
        ("at least 23 people died", "19 people died"),
        ("nine children died", "four people died"),
        ("a win of over two million euros", "a win of 1.98 million euros"),
        ("fewer than three in eight voters", "38.4% of voters"),
        ("hundreds of people died", "thousands of people died"),
        ("dozens of homes burned", "hundreds of homes burned"),
        ("thousands of protesters", "about 300 protesters"),
        ("hundreds of people died", "fewer than 100 people died"),
        ("millions of dollars in aid", "$300,000 in aid"),
    ],
)
def test_figures_differ(left: str, right: str) -> None:
    found = figures(left, right)
    assert found.differ
    assert not found.agree


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("hundreds of people died", "3,000 people died"),
        ("dozens of homes burned", "120 homes burned"),
        ("several hundred workers", "more than 400 workers"),
        ("23 people died", "a road of 38 miles"),
        ("$3bn in aid", "£4bn in aid"),
        ("flight 370", "flight 17"),
        ("23 people were killed", "40 people came to the market"),
        ("", "23 people"),
        ("four children died", "nine people died"),
        ("at least 23 people died", "31 people died"),
    ],
)
def test_what_counts_other_things_is_not_compared(left: str, right: str) -> None:
    found = figures(left, right)
    assert (found.agree, found.differ) == ((), ())


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("the crash killed 12 people", "the crash injured 30 people", "12 people, 30 people: dead against injured"),
        ("profit of $12m in the first quarter", "profit of $50m in the full year", "$12m, $50m: quarter against year"),
        (
            "In that year frost took 40% of the harvest",
            "Frost took 30% of the harvest",
            "40%, 30%: then against now",
        ),
        ("Inflation rose to 5%", "Unemployment rose to 6%", "5%, 6%: inflation against unemployment"),
    ],
)
def test_what_is_told_apart_says_why(left: str, right: str, apart: str) -> None:
    assert figures(left, right) == Comparison(apart=(apart,))


def test_both_values_are_shown() -> None:
    assert figures("23 people died", "31 people died").differ == ("23 people against 31 people",)
    assert figures("at least 23 people died", "9 people died").differ == ("at least 23 people against 9 people",)
    assert dates("closed on 3 March", "closed on March 5").differ == ("3 March against March 5",)


def test_places_of_an_article_are_found_in_the_standalone_text() -> None:
    ours = (Quantity(229, 238, "31 people", 31.0, "people", False),)
    theirs = (Quantity(69, 78, "38\npeople", 38.0, "people", False),)
    found = compare_quantities(ours, theirs, "The fall injured 31 people", "The fall injured 38 people")
    assert found.differ == ("31 people against 38 people",)


def test_a_number_of_the_frame_is_not_compared() -> None:
    frame = Quantity(0, 10, "Two sources", 2.0, "source", False)
    assert compare_quantities((frame,), (frame,), "the port was shut", "the port was shut") == Comparison()
    assert figures("Two officials said 12 people died", "Three officials said 12 people died").differ == ()


def test_quantities_without_a_text_are_compared_by_unit() -> None:
    ours, theirs = (Quantity(0, 2, "23", 23.0, "people", False),), (Quantity(0, 2, "31", 31.0, "people", False),)
    assert compare_quantities(ours, theirs).differ == ("23 people against 31 people",)
    assert compare_quantities(ours, ours).agree


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
        ("born in 1950, died in 2019", "died in 2018", False, True),
        ("from 3 March to 10 March", "from 3 March to 17 March", True, True),
        ("on 3 May at 9 a.m.", "on 3 May at 10 p.m.", True, True),
        ("yesterday", "on 3 May", False, False),
    ],
)
def test_dates_are_compared_as_far_as_both_are_known(left: str, right: str, agree: bool, differ: bool) -> None:
    found = dates(left, right)
    assert (bool(found.agree), bool(found.differ)) == (agree, differ)


def test_a_weekday_counted_from_the_publication_is_compared_as_a_date() -> None:
    ours = (DateMention(500, 507, "Tuesday", "2025-10-14"),)
    theirs = (DateMention(30, 37, "Tuesday", "2025-10-21"),)
    assert compare_dates(ours, theirs, "It fell on Tuesday", "It fell on Tuesday").differ
    assert compare_dates(ours, ours, "It fell on Tuesday", "It fell on Tuesday").agree
    assert compare_dates(ours, theirs).differ


def test_two_measurements_of_two_years_are_no_conflict() -> None:
    found = dates("Output was 40 tonnes in 2021", "Output was 55 tonnes in 2022")
    assert (found.differ, found.apart) == ((), ("2021 against 2022",))


def test_the_pairs_of_the_suite_are_judged_right() -> None:
    pairs = [json.loads(line) for line in SUITE.read_text(encoding="utf-8").splitlines()]
    wrong = [
        f"{pair['left']} | {pair['right']} ({pair['why']})"
        for pair in pairs
        if _conflict(pair["left"], pair["right"]) is not pair["conflict"]
    ]
    assert len(pairs) >= 60
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(pairs), "\n".join(wrong)


def _conflict(left: str, right: str) -> bool:
    return bool(figures(left, right).differ or dates(left, right).differ)


# ---------------------------------------------------------------- what holds of any number or text


def _renderings(number: int) -> Iterator[str]:
    yield str(number)
    yield f"{number:,}"
    yield _in_words(number)
    if number % 100_000 == 0:
        yield f"{number / 1e6:g} million"
    if number % 12 == 0 and number // 12 in (2, 3, 4):
        yield f"{_in_words(number // 12)} dozen"


SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety"


def _in_words(number: int) -> str:
    if number < 20:
        return SMALL.split()[number]
    if number < 100:
        return TENS.split()[number // 10] + (f"-{SMALL.split()[number % 10]}" if number % 10 else "")
    for size, word in ((10**6, "million"), (10**3, "thousand"), (10**2, "hundred")):
        if number >= size:
            rest = number % size
            joined = " and " if 0 < rest < 100 else " "
            return f"{_in_words(number // size)} {word}" + (f"{joined}{_in_words(rest)}" if rest else "")
    raise AssertionError


counts = st.integers(2, 999_999).filter(lambda number: not 1500 <= number <= 2099)


@settings(deadline=None)
@given(counts, st.data())
def test_a_number_agrees_with_itself_however_it_is_told(number: int, data: st.DataObject) -> None:
    ways = list(_renderings(number))
    left, right = data.draw(st.sampled_from(ways)), data.draw(st.sampled_from(ways))
    found = figures(f"The flood ruined {left} homes", f"{right} homes were ruined by the flood")
    assert found.agree
    assert not found.differ


@settings(deadline=None)
@given(st.integers(2, 999), st.integers(0, 2), st.integers(1, 9))
def test_a_changed_digit_differs(number: int, place: int, by: int) -> None:
    digits = list(str(number))
    place %= len(digits)
    digits[place] = str((int(digits[place]) + by) % 10)
    other = int("".join(digits))
    if other < 2:
        return
    found = figures(f"The flood ruined {number} homes", f"The flood ruined {other} homes")
    assert found.differ == (f"{number} homes against {other} homes",)


@settings(deadline=None)
@given(st.integers(20, 900), st.sampled_from([("km", "miles", 1.609344), ("hectares", "acres", 0.40468564)]))
def test_a_converted_measure_agrees(value: int, units: tuple[str, str, float]) -> None:
    name, other, factor = units
    found = figures(f"The strip covers {value} {name}", f"The strip covers {round(value / factor)} {other}")
    assert found.agree
    assert not found.differ


@settings(deadline=None)
@given(texts, texts)
def test_comparing_is_symmetric_and_never_raises(left: str, right: str) -> None:
    for compare in (figures, dates):
        there, back = compare(left, right), compare(right, left)
        assert (len(there.agree) > 0, len(there.differ) > 0) == (len(back.agree) > 0, len(back.differ) > 0)


@settings(deadline=None)
@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert figures(text, text).differ == ()
    assert dates(text, text).differ == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("At least 30 homes lost their roofs", "No more than 30 homes lost their roofs"),
        ("Fewer than 60 herons are left", "More than 60 herons are left"),
        ("The mine was shut until 2009", "The mine has been shut since 2009"),
        ("Apply by 1 April", "Apply from 1 April"),
    ],
)
def test_a_least_and_a_most_are_told_as_opposed_and_agree_in_nothing(left: str, right: str) -> None:
    for one, two in ((left, right), (right, left)):
        found = [compare(one, two) for compare in (figures, dates)]
        assert [bool(each.opposed) for each in found].count(True) == 1
        assert not any(each.opposed and (each.agree or each.differ) for each in found)


def test_two_beginnings_on_two_days_differ() -> None:
    assert dates("No licences after 1 September", "No licences from 1 October").differ
    assert not dates("No licences after 1 September", "No licences from 1 September").differ


def test_one_number_in_another_scale_differs_whatever_it_is_of() -> None:
    found = figures(
        "The tower has cost taxpayers 3 million crowns", "Taxpayers have spent 3 billion crowns on the tower"
    )
    assert found.differ == ("3 million crowns against 3 billion crowns",)
