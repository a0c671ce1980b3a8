"""Trails as files that other tools read: a table, JSON Lines, schema.org JSON-LD, W3C Web Annotation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from claims.errors import ClaimtrailError
from claims.records import Trail
from provenance.exports.annotations import annotation_page
from provenance.exports.archived import Archived
from provenance.exports.lines import lines
from provenance.exports.linked_data import linked_data
from provenance.exports.table import table

_WRITERS: dict[str, Callable[[Iterable[Trail], Archived], Iterator[bytes]]] = {
    "csv": table,
    "jsonl": lines,
    "jsonld": linked_data,
    "annotations": annotation_page,
}

FORMATS = tuple(_WRITERS)


def export(trails: Iterable[Trail], archived: Archived, format: str) -> Iterator[bytes]:
    """Return the bytes of ``trails`` in ``format``, piece by piece; the pieces together are one valid file.

    Raises:
        ClaimtrailError: there is no such format.
        NotFound: ``archived`` lacks an article of a trail.
    """
    if format not in _WRITERS:
        raise ClaimtrailError(f"there is no export format {format!r}; choose one of {', '.join(FORMATS)}")
    return _WRITERS[format](trails, archived)
