from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest

from claims.errors import ClaimtrailError, NotFound
from claims.records import Trail
from provenance.export import FORMATS, export
from tests.provenance.exports.made import archived, trail, whole


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_to_export_is_still_a_valid_file(format: str) -> None:
    data = whole([], format).decode("utf-8-sig")
    parsed: Any = {"csv": lambda: list(csv.DictReader(io.StringIO(data))), "jsonl": data.splitlines}.get(
        format, lambda: json.loads(data)
    )()
    assert parsed == [] or not parsed.get("@graph", parsed.get("items"))


@pytest.mark.parametrize("format", FORMATS)
def test_trails_are_written_as_they_come(format: str) -> None:
    seen: list[int] = []

    def coming() -> Iterator[Trail]:
        for number in range(50):
            seen.append(number)
            yield trail(f"c{number}")

    pieces = export(coming(), archived(), format)
    for _ in range(3):
        next(pieces)
    assert len(seen) < 5


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ClaimtrailError, match="csv, jsonl, jsonld, annotations"):
        export([], archived(), "xlsx")


@pytest.mark.parametrize("format", ["csv", "jsonld", "annotations"])
def test_a_missing_article_is_said_and_not_passed_over(format: str) -> None:
    with pytest.raises(NotFound):
        whole([trail()], format, archived(articles={}))
