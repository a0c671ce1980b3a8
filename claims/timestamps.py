"""Dates that somebody stated -> ISO 8601, or ``None``: nothing missing is ever filled in."""

from __future__ import annotations

import re
from datetime import date, datetime

_LONGEST = 64  # characters; no stated date is longer
_EARLIEST = 1600  # the first newspapers; content systems write the year 1 for "none"
# Offsets that mean one thing everywhere (RFC 5322); IST, BST, CST of Asia or "ET" do not.
_OFFSET = re.compile(r"[+-]\d\d:?\d\d\s*(\(\w+\))?$|\b(Z|UT|UTC|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT)\b")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_URL = re.compile(rf"/((?:19|20)\d\d)/(\d\d?|{'|'.join(_MONTHS)})/(\d\d?)(?![\d.])", re.IGNORECASE)


def iso_date(value: object) -> str | None:
    """Return a stated date as an ISO 8601 date or date-time; ``None`` where day, month or year is unsure.

    ``03/05/2024`` is unsure (March or May), so are ``May 2024``, ``3 May 24`` and ``yesterday``. A time
    whose zone can be read in two ways is left out: ``2024-05-03 09:30 IST`` is ``2024-05-03``.
    """
    if not isinstance(value, str):
        return None
    stated = value.strip()
    if not stated or len(stated) > _LONGEST:
        return None
    try:
        if re.fullmatch(r"\d{8}|\d{4}-\d\d-\d\d", stated):
            return _in_range(date.fromisoformat(stated))
        if re.match(r"\d{4}-?\d\d-?\d\d[T ]", stated):
            return _in_range(datetime.fromisoformat(stated))
    except ValueError:
        pass
    found = _spelled_out(stated)
    year_first = re.match(r"(\d{4})\D(\d\d?)\D(\d\d?)(?!\d)", stated)
    if found and year_first and found[:10] != "{:0>4}-{:0>2}-{:0>2}".format(*year_first.groups()):
        return None  # dateparser read year, day, month
    return found


def url_date(url: str | None) -> str | None:
    """Return the day in a path such as ``/2024/05/03/`` or ``/2024/may/03/`` as ISO 8601, or ``None``."""
    found = _IN_URL.search(url or "")
    if found is None:
        return None
    year, month, day = found.groups()
    number = _MONTHS.index(month.lower()) + 1 if month.lower() in _MONTHS else int(month)
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None


def _spelled_out(stated: str) -> str | None:
    from dateparser.date import DateDataParser

    found: set[str | None] = set()
    for order in ("DMY", "MDY"):  # where the two differ, the date is unsure
        parser = DateDataParser(
            languages=["en"],
            try_previous_locales=False,  # else the answer would depend on what was parsed before
            settings={
                "DATE_ORDER": order,
                "PREFER_LOCALE_DATE_ORDER": False,
                "REQUIRE_PARTS": ["day", "month", "year"],
                "STRICT_PARSING": True,
                "PARSERS": ["absolute-time"],
                "RETURN_TIME_AS_PERIOD": True,
            },
        )
        data = parser.get_date_data(stated)
        moment = data.date_obj
        if moment is None or not re.search(rf"(?<!\d){moment.year:04d}(?!\d)", stated):
            return None
        sure_of_time = data.period == "time" and (moment.tzinfo is None or _OFFSET.search(stated))
        found.add(_in_range(moment if sure_of_time else moment.date()))
    return found.pop() if len(found) == 1 else None


def _in_range(moment: date | datetime) -> str | None:
    return moment.isoformat() if moment.year >= _EARLIEST else None
