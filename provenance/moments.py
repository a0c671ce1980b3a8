"""When something was published, as far as an ISO 8601 date or date-time tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_NAMES = "January February March April May June July August September October November December"
MONTHS = _NAMES.split()
_PARTS = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Moment:
    """The instants (UTC) between which something happened: a bare date is a whole day, a bare year a whole year.

    A time without an offset is taken as UTC.
    """

    first: datetime
    last: datetime

    def before(self, other: Moment) -> bool:
        """Tell whether this is surely the earlier one."""
        return self.last < other.first

    @property
    def order(self) -> tuple[datetime, datetime]:
        """Sorts by the latest instant that is possible: 09:30 of a day comes before that day with no time given."""
        return (self.last, self.first)


def moment(text: str | None) -> Moment | None:
    """Return what ``text`` (ISO 8601) says, ``None`` where it is missing or no date."""
    if not text:
        return None
    try:
        if whole := _PARTS.fullmatch(text.strip()):
            return _period(*(int(part) if part else None for part in whole.groups()))
        instant = datetime.fromisoformat(text.strip())
        instant = instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return Moment(instant, instant)


def in_words(text: str) -> str:
    """Return the date of ``text`` (ISO 8601) as a person writes it: 14 October 2025, May 2024, 2024.

    The day is that of the place where it was written, whatever the offset. Raises ``ValueError`` for no date.
    """
    whole = _PARTS.match(text.strip())
    if whole is None:
        raise ValueError(f"expected an ISO 8601 date, got {text!r}")
    year, month, day = whole.groups()
    return " ".join(part for part in (day and str(int(day)), month and MONTHS[int(month) - 1], year) if part)


def _period(year: int | None, month: int | None, day: int | None) -> Moment:
    assert year is not None
    first = datetime(year, month or 1, day or 1, tzinfo=UTC)
    if day is not None:
        after = first + timedelta(days=1)
    elif month is not None:
        after = (first + timedelta(days=31)).replace(day=1)
    else:
        after = datetime(year + 1, 1, 1, tzinfo=UTC)
    return Moment(first, after - timedelta(microseconds=1))
