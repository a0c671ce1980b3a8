"""Annotations against the W3C model, and against the texts that they are about."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from claims.records import Article


@cache
def model() -> Draft202012Validator:
    schema = json.loads(Path(__file__).with_name("web_annotation.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def misfits(page: dict[str, Any]) -> list[str]:
    """What in a page of annotations is not of the model."""
    return [f"{error.json_path}: {error.message}" for error in model().iter_errors(page)]


def targets(item: dict[str, Any]) -> list[dict[str, Any]]:
    return item["target"] if isinstance(item["target"], list) else [item["target"]]


def misplaced(page: dict[str, Any], article: Callable[[str], Article]) -> Iterator[str]:
    """The annotations whose selectors do not both lead to one and the same place of the text, and to no other."""
    for item in page["items"]:
        for target in targets(item):
            kept = target.get("state", {}).get("cached", target["source"])
            text = article(kept.rpartition(":")[2]).text
            quote, position = target["selector"]
            start = position["start"]
            passage = quote["prefix"] + quote["exact"] + quote["suffix"]
            found = text.find(passage)
            if (
                text[start : position["end"]] != quote["exact"]
                or found + len(quote["prefix"]) != start
                or text.find(passage, found + 1) >= 0
            ):
                yield item["id"]
