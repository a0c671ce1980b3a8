from __future__ import annotations

import io
import json

import pandas
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import FactCheckMatch, Trail, to_json
from store.decoding import from_json
from tests.provenance.exports.made import archived, match, trail, whole
from tests.store.strategies import values


@settings(deadline=None)
@given(st.lists(st.tuples(values(Trail), st.lists(values(FactCheckMatch), max_size=2)), max_size=3))
def test_json_lines_read_back_to_equal_records(exported: list[tuple[Trail, list[FactCheckMatch]]]) -> None:
    for found, checks in exported:
        [line] = whole([found], "jsonl", archived(checks=checks)).decode().splitlines()
        row = json.loads(line)
        assert from_json(Trail, row) == found
        assert [from_json(FactCheckMatch, check) for check in row["fact_checks"]] == checks
        assert set(row) == {*to_json(found), "fact_checks"}


def test_a_line_is_a_trail_for_every_reader_of_lines() -> None:
    told = [trail("c1", "One.\u2028Two.\u0085Three.\r\nFour."), trail("c2")]
    data = whole(told, "jsonl", archived(checks=[match()]))
    assert [json.loads(line)["id"] for line in data.decode().splitlines()] == ["c1", "c2"]
    frame = pandas.read_json(io.BytesIO(data), lines=True)
    assert list(frame["text"]) == [one.text for one in told]
    assert frame["fact_checks"][0][0]["check"]["rating"] == "False"
