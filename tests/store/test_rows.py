"""Dates that sort, and JSON that everybody can read."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import ArchiveError
from claims.records import Claim, to_json
from store.decoding import from_json
from store.rows import claim_row, dumps, instant, read_claim


@given(moments=st.lists(st.datetimes(timezones=st.timezones()), max_size=6))
def test_instants_sort_as_the_times_do(moments: list[object]) -> None:
    written = [moment.isoformat() for moment in moments]  # type: ignore[attr-defined]
    by_text = sorted(zip(map(instant, written), moments, strict=True), key=lambda pair: pair[0] or "")
    utc = [moment.timestamp() for _, moment in by_text]  # type: ignore[attr-defined]
    # Years 1 and 9999 may fall out of the calendar in UTC.
    if all(2 < moment.year < 9998 for moment in moments):  # type: ignore[attr-defined]
        assert utc == sorted(utc)


def test_a_day_stands_before_its_hours_and_after_the_day_before() -> None:
    dates = ["2031-04-01T23:59:00Z", "2031-04", "2031-04-02T00:30:00+01:00", "2031-04-02T00:00", "2031-04-02", "2031"]
    assert sorted(dates, key=instant) == [
        "2031",
        "2031-04",
        "2031-04-02T00:30:00+01:00",
        "2031-04-01T23:59:00Z",
        "2031-04-02",
        "2031-04-02T00:00",
    ]


@pytest.mark.parametrize("date", [None, "", "spring", "sometime in spring 2031", "0001-01-01T00:00:00+14:00"])
def test_what_is_no_time_stays_as_it_is(date: str | None) -> None:
    assert instant(date) == date


def test_json_is_readable_and_strict() -> None:
    assert dumps(("caf\u00e9", 1.5)) == '["caf\u00e9",1.5]'
    with pytest.raises(ArchiveError, match="finite numbers"):
        dumps((math.nan,))


FORECAST = Claim(
    "c", "a", 0, 20, "Gulls will come back", "Gulls will come back", None, 0.5, (), (), False, ("prediction",)
)


def test_a_claims_flags_come_back_from_its_row() -> None:
    assert claim_row(FORECAST)["flags"] == '["prediction"]'
    assert read_claim(claim_row(FORECAST)) == FORECAST


def test_a_claim_written_before_there_were_flags_has_none() -> None:
    written = to_json(FORECAST)
    assert from_json(Claim, written) == FORECAST
    del written["flags"]
    assert from_json(Claim, written).flags == ()
