"""A table for spreadsheets: a line for each claim, columns named as Google's fact-check fields where those fit."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from claims.records import Conflict, FactCheckMatch, Relation, Trail
from provenance.exports.archived import Archived, articles_of, first_known

SEPARATOR = " | "
"""Between the values of a cell that holds several."""

COLUMNS = (
    "cluster",
    *("claimReviewed", "claimDate", "claimAuthor", "claimFirstAppearance", "claimAppearances"),
    *("firstOutlet", "undated", "articles", "outlets", "independentOrigins", "cannotTell"),
    *("supports", "denies", "reports", "flags", "conflicts", "factChecks", "summary", "articleIds"),
)
"""Those that start with ``claim`` mean what Google's fields of that name mean
(https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/pages#ClaimReviewMarkup): links to where the
claim appears stand in ``claimAppearances`` without the one in ``claimFirstAppearance``."""

_RUN = re.compile(r"((?:^|[;\t\r\n])[\s']*)(?=[=+\-@＝＋－＠])|(^[\s']*)(?=\d+(?:[eE]\d+)?\s*$)")
"""Where a spreadsheet would see a formula, also when it splits lines at semicolons as much of Europe does; and an id of
digits alone, which it would round."""

_GUARDED = re.compile(r"((?:^|[;\t\r\n])[\s']*)'(?=[=+\-@＝＋－＠])|(^[\s']*)'(?=\d+(?:[eE]\d+)?\s*$)")


def table(trails: Iterable[Trail], archived: Archived) -> Iterator[bytes]:
    """Yield RFC 4180 in UTF-8 with a byte order mark: without it Excel takes the quotation marks for something else."""
    yield "\ufeff".encode() + _row(COLUMNS)
    for trail in trails:
        yield _row(guarded(cell) if isinstance(cell, str) else cell for cell in _cells(trail, archived))


def guarded(cell: str) -> str:
    """Return ``cell`` with an apostrophe wherever a spreadsheet would run or change it (OWASP, CSV injection)."""
    return _RUN.sub(r"\g<0>'", cell)


def unguarded(cell: str) -> str:
    """Return what ``guarded`` was given."""
    return _GUARDED.sub(lambda found: found.group()[:-1], cell)


def _cells(trail: Trail, archived: Archived) -> Iterator[str | int]:
    first = first_known(trail)
    articles = articles_of(trail)
    links = {article: archived.article(article).url for article in articles}
    yield trail.id
    yield trail.text
    yield (first and first.published) or ""
    yield _list(origin.name for origin in trail.origins)
    yield (first and links.get(first.article)) or ""
    yield _list(links[article] for article in articles if first is None or article != first.article)
    yield (first and first.outlet) or ""
    yield trail.first_appearance.undated if trail.first_appearance else 0
    yield from (trail.articles, trail.outlets, trail.independent_origins, trail.cannot_tell)
    yield from (trail.stances.supports, trail.stances.denies, trail.stances.reports)
    yield _list(trail.flags)
    yield _list(map(_conflict, trail.conflicts))
    yield _list(_fact_check(match) for match in archived.fact_checks(trail.id) if match.sure)
    yield trail.summary
    yield _list(articles)


def _row(cells: Iterable[str | int]) -> bytes:
    line = io.StringIO()
    # Every text in quotation marks: LibreOffice offers to split at semicolons too, and does where none stand around.
    csv.writer(line, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC).writerow(cells)
    return line.getvalue().encode()


def _list(values: Iterable[str | None]) -> str:
    return SEPARATOR.join(dict.fromkeys(value for value in values if value))


def _conflict(conflict: Conflict) -> str:
    return f"{conflict.what}: {' / '.join(conflict.values)}"


def _fact_check(match: FactCheckMatch) -> str:
    check = match.check
    contrary = "the contrary, " if match.relation is Relation.CONTRADICTS else ""
    said = [
        f"{check.publisher or 'publisher unknown'} on {contrary}“{check.claim}”: {check.rating or 'rating unknown'}",
        *([check.reviewed[:10]] if check.reviewed else []),
        *([check.url] if check.url else []),
    ]
    return ", ".join(said)
