"""JSON values -> records: the way back from :func:`claims.records.to_json`, for any of its dataclasses."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from claims.errors import ArchiveError

Record = TypeVar("Record")
Decoder = Callable[[Any], Any]


def from_json(kind: type[Record], value: Any) -> Record:
    """Return the record of type ``kind`` that ``to_json`` made ``value`` of.

    A field that is missing takes its default; keys that ``kind`` does not have are left aside.

    Raises:
        ArchiveError: ``value`` does not have the shape of ``kind``; names the field.
    """
    decode: Callable[[Any], Record] = decoder(cast(Hashable, kind))
    return decode(value)


@cache
def decoder(kind: Any) -> Decoder:
    """Return the function that turns a JSON value into ``kind``: a record, an enum, ``tuple[X, ...]``,
    ``X | None`` or a plain value. Made once for each type, out of its type hints.

    Raises:
        TypeError: no JSON value stands for ``kind``.
    """
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return _array(decoder(arguments[0]))
    if origin in (Union, UnionType) and len(arguments) == 2 and NoneType in arguments:
        return _optional(decoder(next(argument for argument in arguments if argument is not NoneType)))
    if isinstance(kind, type) and is_dataclass(kind):
        return _record(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _member(kind)
    if kind in (str, int, float, bool):
        return _plain(kind)
    raise TypeError(f"no JSON value stands for {kind!r}")


def _record(kind: type[Any]) -> Decoder:
    hints = get_type_hints(kind)
    parts = [(f.name, f.name.rstrip("_"), decoder(hints[f.name]), f.default) for f in fields(kind)]

    def decode(value: Any) -> Any:
        if not isinstance(value, dict):
            raise ArchiveError(f"expected the fields of a {kind.__name__}, got {value!r:.80}")
        values = {}
        for name, key, decode_part, default in parts:
            if key in value:
                try:
                    values[name] = decode_part(value[key])
                except ArchiveError as error:
                    raise ArchiveError(f"{kind.__name__}.{name}: {error}") from error
            elif default is MISSING:
                raise ArchiveError(f"{kind.__name__}.{name} is missing")
        return kind(**values)

    return decode


def _array(decode_one: Decoder) -> Decoder:
    def decode(value: Any) -> Any:
        if not isinstance(value, list):
            raise ArchiveError(f"expected an array, got {value!r:.80}")
        return tuple(map(decode_one, value))

    return decode


def _optional(decode_one: Decoder) -> Decoder:
    return lambda value: None if value is None else decode_one(value)


def _member(kind: type[StrEnum]) -> Decoder:
    members = {member.value: member for member in kind}

    def decode(value: Any) -> Any:
        try:
            return members[value]
        except (KeyError, TypeError):
            raise ArchiveError(f"expected one of {', '.join(kind)}, got {value!r:.80}") from None

    return decode


def _plain(kind: Any) -> Decoder:
    # JSON has one kind of number, and in Python True is an int.
    wanted = (int, float) if kind is float else kind

    def decode(value: Any) -> Any:
        if not isinstance(value, wanted) or (isinstance(value, bool) and kind is not bool):
            raise ArchiveError(f"expected {kind.__name__}, got {value!r:.80}")
        return kind(value)

    return decode
