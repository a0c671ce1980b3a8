from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.days import days, same

WORDS = (
    "on 3 March 2024 May 5-7 2015 Monday at 9.30 a.m. p.m. 21:30 noon 1990s "
    "from to until by between and 12/4/2020 , born"
)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("on 3 March", ["XXXX-03-03"]),
        ("3-5 October 2020", ["2020-10-03", "2020-10-05"]),
        ("March 3 to 5", ["XXXX-03-03", "XXXX-03-05"]),
        ("21/3/2023", ["2023-03-21"]),
        ("03/04/2023", []),
        ("31 February", []),
        ("1951-58", ["1951", "1958"]),
        ("the 1990s", ["199X"]),
        ("Monday, 3 May 2021", ["2021-05-03"]),
        ("in May", ["XXXX-05"]),
        ("the late nineties", ["199X"]),
        ("a man in his nineties", []),
        ("the last day of June", ["XXXX-06-30"]),
        ("on the last day of February 2024", ["2024-02-29"]),
        ("it may rain", []),
        ("1,998 people", []),
        ("2000 people", []),
    ],
)
def test_values_are_those_of_date_mentions(text: str, values: list[str]) -> None:
    assert [day.value for day in days(text) if day.value] == values


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("at 9 a.m.", 540),
        ("at 9pm", 1260),
        ("12 p.m.", 720),
        ("12 a.m.", 0),
        ("at 21:30", 1290),
        ("9.30 p.m.", 1290),
        ("at noon", 720),
        ("at 12 midday", 720),
        ("at midnight", 0),
        ("at four in the afternoon", 960),
        ("8:30 in the morning", 510),
    ],
)
def test_times_of_day_are_read(text: str, minutes: int) -> None:
    assert [day.minutes for day in days(text)] == [minutes]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("in 2015", "on 3 May 2015", True),
        ("on 3 May", "in 2015", None),
        ("in the 1990s", "in 1994", True),
        ("in the 1990s", "in 2004", False),
        ("in the 12th century", "in the 14th century", False),
        ("on Monday", "on Tuesday", False),
        ("on Monday", "on 3 May", None),
        ("by 2030", "in 2028", None),
        ("by 2030", "in 2031", False),
        ("after 9 a.m.", "at 9:40 a.m.", None),
        ("at 9:30", "at 9:30 p.m.", True),
        ("at 9 a.m. GMT", "at 10 a.m. CET", None),
        ("in the second quarter", "in May", True),
        ("on Monday morning", "on Monday evening", False),
        ("on Monday night", "on Monday evening", True),
        ("on 3 May", "on 3 May in the morning", True),
        ("in the second quarter", "in July", False),
        ("open until 14 November at the earliest", "open until at least 24 November", False),
        ("stays open until 14 November", "stays open until 14 November", True),
    ],
)
def test_two_are_one_as_far_as_both_tell(left: str, right: str, expected: bool | None) -> None:
    (a,), (b,) = days(left), days(right)
    assert same(a, b) is expected
    assert same(b, a) is expected


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()) | st.text(max_size=4), max_size=14).map(" ".join))
def test_any_text_has_days_in_order_and_inside_it(text: str) -> None:
    found = days(text)
    assert all(text[day.start : day.end] == day.text for day in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for day in found:
        assert same(day, day) is not False
