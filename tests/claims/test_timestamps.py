from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.timestamps import iso_date, url_date


@pytest.mark.parametrize(
    ("stated", "iso"),
    [
        ("2031-05-03", "2031-05-03"),
        ("20310503", "2031-05-03"),
        ("2031-05-03T09:30:00Z", "2031-05-03T09:30:00+00:00"),
        ("2031-05-03 09:30", "2031-05-03T09:30:00"),
        ("2031-05-03T09:30:00+0200", "2031-05-03T09:30:00+02:00"),
        ("Sat, 03 May 2031 09:30:00 +0200", "2031-05-03T09:30:00+02:00"),
        ("3 May 2031", "2031-05-03"),
        ("May 3rd, 2031 at 9.30pm", "2031-05-03T21:30:00"),
        ("May 3, 2031 9:30 PM EDT", "2031-05-03T21:30:00-04:00"),
        (" 13/05/2031 ", "2031-05-13"),
        ("05/05/2031", "2031-05-05"),
    ],
)
def test_stated_dates_become_iso(stated, iso):
    assert iso_date(stated) == iso


@pytest.mark.parametrize("stated", ["2031-05-03 09:30 IST", "May 3, 2031, 9:30 a.m. ET", "3 May 2031 09:30 BST"])
def test_a_time_whose_zone_has_two_meanings_is_left_out(stated):
    assert iso_date(stated) == "2031-05-03"


@pytest.mark.parametrize(
    "stated",
    ["", "soon", "yesterday", "Tuesday", "2031", "2031-05", "May 2031", "3 May", "3 May 31", "03/05/2031", "03.05.2031",
     "2031-02-30", "2031-13-01", "2031-05-03T25:00", "0001-01-01T00:00:00Z", "1935480600", 1935480600, None, "9" * 500],
)  # fmt: skip
def test_nothing_missing_is_filled_in(stated):
    assert iso_date(stated) is None


@given(st.text(max_size=30))
def test_whatever_comes_out_is_iso_and_stays_itself(stated):
    found = iso_date(stated)
    assert found is None or (datetime.fromisoformat(found) and iso_date(found) == found)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2031/05/03/quay", "2031-05-03"),
        ("https://a.example/world/2031/may/3/quay", "2031-05-03"),
        ("https://a.example/2031/05/quay", None),
        ("https://a.example/2031/13/03/quay", None),
        ("https://a.example/2031/02/30/quay", None),
        ("https://a.example/2031/05/0312/quay", None),
        (None, None),
    ],
)
def test_days_in_addresses(url, day):
    assert url_date(url) == day
