"""JSON values back to records."""

from __future__ import annotations

import json
from dataclasses import is_dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import records
from claims.errors import ArchiveError
from claims.records import Edge, EdgeKind, Judgement, Origin, Quantity, SourceType, Span, Trail, Verdict, to_json
from store.decoding import decoder, from_json
from tests.store.strategies import values

EVERY_RECORD = [kind for kind in vars(records).values() if isinstance(kind, type) and is_dataclass(kind)]


@pytest.mark.parametrize("kind", EVERY_RECORD, ids=lambda kind: kind.__name__)
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_a_record_comes_back_from_its_json_as_it_was(kind: type[Any], data: st.DataObject) -> None:
    record = data.draw(values(kind))
    written = json.dumps(to_json(record), ensure_ascii=False)
    assert from_json(kind, json.loads(written)) == record


def test_a_trailing_underscore_is_no_part_of_the_key() -> None:
    edge = Edge("article:a", "outlet:b", EdgeKind.CITES, "a", 1, 2, "cue")
    assert to_json(edge)["from"] == "article:a"
    assert from_json(Edge, to_json(edge)) == edge


def test_a_missing_field_takes_its_default() -> None:
    plain = {"id": "j", "left": "a", "right": "b", "verdict": "same", "by": "Ada", "at": "2024-05-03T09:30:00+02:00"}
    assert from_json(Judgement, plain) == Judgement("j", "a", "b", Verdict.SAME, "Ada", plain["at"], None)


def test_a_whole_number_is_a_float_where_a_float_is_due() -> None:
    read = from_json(Quantity, {"start": 0, "end": 1, "text": "3", "value": 3, "unit": None, "approximate": False})
    assert isinstance(read.value, float)


def test_tuples_of_records_are_read_by_themselves() -> None:
    assert decoder(tuple[Span, ...])([{"start": 1, "end": 2}]) == (Span(1, 2),)


ORIGIN = to_json(Origin("o", "Ada Lovelace", SourceType.PERSON, False, ("c1",)))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"type": "ghost"}, "Origin.type: expected one of person, organisation"),
        ({"anonymous": 0}, "Origin.anonymous: expected bool, got 0"),
        ({"name": None}, "Origin.name: expected str, got None"),
        ({"appearances": "c1"}, "Origin.appearances: expected an array, got 'c1'"),
    ],
)
def test_a_value_of_the_wrong_kind_is_named_with_its_field(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(ArchiveError, match=said):
        from_json(Origin, ORIGIN | changed)


def test_a_field_that_lacks_is_named() -> None:
    with pytest.raises(ArchiveError, match=r"Origin\.name is missing"):
        from_json(Origin, {key: value for key, value in ORIGIN.items() if key != "name"})


def test_the_way_to_a_wrong_value_deep_inside_is_told() -> None:
    with pytest.raises(ArchiveError, match=r"Quantity\.start: expected int, got True"):
        decoder(tuple[Quantity, ...])(
            [{"start": True, "end": 1, "text": "", "value": 1.0, "unit": None, "approximate": True}]
        )
    with pytest.raises(ArchiveError, match="expected the fields of a Trail, got"):
        from_json(Trail, [])


def test_a_type_that_no_json_value_stands_for_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError, match="no JSON value stands for"):
        decoder(complex)
