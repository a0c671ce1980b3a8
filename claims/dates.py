"""Dates in a sentence, as far as the text and the day of publication tell them.

Nothing is guessed: a month without a year stays ``XXXX-09``, "last week" has no value, and "03/04/2023" (which of the
two is the month?) has none either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from claims.records import NAMED_DAYS, DateMention

_MONTHS = ["January", "February", "March", "April", "May", "June", "July"]
_MONTHS += ["August", "September", "October", "November", "December"]
_SHORT = {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Sept": 9}
_SHORT |= {"Oct": 10, "Nov": 11, "Dec": 12}
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

_MONTH = rf"(?:(?:{'|'.join(_MONTHS)})\b|(?:{'|'.join(_SHORT)})\b\.?)"
_WEEKDAY = rf"(?:{'|'.join(_WEEKDAYS)})"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\w%]|[.,:]\d)"
_PART = r"(?:early|mid|late|end of|beginning of)[\s-]"
_NUMBER_BEFORE = r"(?<![\w$€£¥.,/:#-])"

_CALENDAR = re.compile(
    rf"""{_NUMBER_BEFORE}(?P<iso>(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\w-])
    |{_NUMBER_BEFORE}(?P<n1>\d{{1,2}})[/.](?P<n2>\d{{1,2}})[/.](?P<ny>(?:19|20)\d\d)(?![\w/])
    |(?:{_WEEKDAY},?\s+(?:the\s+)?)?{_NUMBER_BEFORE}(?P<d1>{_DAY})(?:\s?[-–]\s?(?P<d1b>{_DAY}))?\s+(?:of\s+)?
        (?P<m1>{_MONTH})(?:,?\s+(?P<y1>{_YEAR}))?
    |(?:{_WEEKDAY},?\s+)?\b(?P<m2>{_MONTH})\s+(?:the\s+)?(?P<d2>{_DAY})(?:\s?[-–]\s?(?P<d2b>{_DAY}))?
        (?:,?\s+(?P<y2>{_YEAR}))?
    |\b(?P<m3>{_MONTH}),?\s+(?:of\s+)?(?P<y3>{_YEAR})
    |{_NUMBER_BEFORE}(?P<decade>(?:1[5-9]|20)\d)0['’]?s\b""",
    re.VERBOSE,
)
_MONTH_ALONE = re.compile(
    r"(?i:(?P<lead>\b"
    r"(?:in|since|by|until|till|from|during|through|before|after|of|between|and|to|last|this|next)\s+"
    rf"(?:{_PART})?|\b{_PART}))(?P<month>{_MONTH})(?!\s+\d|['’]s\b)"
)
_YEAR_ALONE = re.compile(rf"(?<![\w$€£¥.,/:#])(?<![A-Za-z0-9]-)(?P<year>{_YEAR})(?!\s[A-Z]{{2}}\d*\b)")
_YEAR_AFTER_RANGE = re.compile(rf"(?<=\d\d\d\d[-–])(?P<year>{_YEAR})")
_YEAR_LEAD = re.compile(r"\b(?:in|since|by|until|of|from|before|after|year|to|and|between|circa)\s+$", re.IGNORECASE)
_COUNT_LEAD = re.compile(
    r"\b(?:flight|no\.?|number|room|page|route|version|about|over|nearly|almost|some|than|least)\s+$", re.IGNORECASE
)
_COUNT_AFTER = re.compile(
    r"\s?%|\s(?:per ?cent|km|miles?|dollars|euros|pounds|people|years?|days|tons|tonnes|million|met(?:er|re)s|feet)\b"
    r"|\s?kg\b",
    re.IGNORECASE,
)
_FEAST = re.compile(rf"(?<![\w-])(?P<feast>{'|'.join(map(re.escape, NAMED_DAYS))})(?![\w'])(?:,?\s+(?P<year>{_YEAR}))?")
_RELATIVE = re.compile(
    r"(?<!Black )(?<!Good )(?<!Super )(?<!Cyber )(?<!Bloody )(?<!Easter )(?<!Palm )(?<!Holy )"
    rf"\b(?i:(?P<which>last|this|next|past|previous)\s+)?(?P<weekday>{_WEEKDAY})"
    r"(?!s\b|\s(?:Night|Times|Mirror|Telegraph|Mail|Express|Post|Herald|World|People|Sport)\b|\sthe\s13th)"
    r"|(?i:\b(?P<word>yesterday|today|tonight|tomorrow)\b|\b(?P<when>last|this|next)\s+(?P<period>week|month|year)\b)"
)


def find_dates(
    text: str, *, published: str | None = None, past: bool = False, quoted: bool = False
) -> tuple[DateMention, ...]:
    """Return the dates named in ``text``, offsets into it, in its order.

    ``published`` is the article's ISO 8601 date: "yesterday", "last year" and weekdays are counted from it. A weekday
    is the latest one not after that day, and "today" that day, only if ``past`` (the statement is in the past tense).
    ``quoted``: somebody else's words, whose day of speaking is not known, so nothing is counted from publication.
    """
    day = None if quoted else _day(published)
    found = [*_calendar(text), *_feasts(text), *_months(text), *_years(text), *_relative(text, day, past)]
    found.sort(key=lambda mention: (mention.start, mention.start - mention.end))
    kept: list[DateMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def _mention(text: str, start: int, end: int, value: str | None) -> DateMention:
    return DateMention(start, end, text[start:end], value)


def _calendar(text: str) -> Iterator[DateMention]:
    for match in _CALENDAR.finditer(text):
        if match["iso"]:
            yield _mention(text, *match.span(), _value(*(int(part) for part in match["iso"].split("-"))))
        elif match["decade"]:
            yield _mention(text, *match.span(), f"{match['decade']}X")
        elif match["n1"]:
            yield _mention(text, *match.span(), _numeric(int(match["n1"]), int(match["n2"]), int(match["ny"])))
        elif match["m3"]:
            yield _mention(text, *match.span(), _value(int(match["y3"]), _month(match["m3"])))
        else:
            yield from _days(text, match, "1" if match["m1"] else "2")


def _feasts(text: str) -> Iterator[DateMention]:
    for match in _FEAST.finditer(text.replace("’", "'")):
        month, day = NAMED_DAYS[match["feast"]]
        yield _mention(text, *match.span(), _value(int(match["year"]) if match["year"] else None, month, day))


def _days(text: str, match: re.Match[str], form: str) -> Iterator[DateMention]:
    """Yield the day of "March 3, 2024", or both days of "March 3-5, 2024"."""
    year = int(match[f"y{form}"]) if match[f"y{form}"] else None
    month, first, last = _month(match[f"m{form}"]), _number(match[f"d{form}"]), match[f"d{form}b"]
    end = match.end(f"d{form}") if last else match.end()
    yield _mention(text, match.start(), end, _value(year, month, first))
    if last:
        yield _mention(text, match.start(f"d{form}b"), match.end(), _value(year, month, _number(last)))


def _months(text: str) -> Iterator[DateMention]:
    for match in _MONTH_ALONE.finditer(text):
        lead = match["lead"].split()[0].lower()
        start = match.start() if lead in ("last", "this", "next") else match.start("month")
        yield _mention(text, start, match.end(), f"XXXX-{_month(match['month']):02}")


def _years(text: str) -> Iterator[DateMention]:
    for pattern in (_YEAR_ALONE, _YEAR_AFTER_RANGE):
        for match in pattern.finditer(text):
            before = text[: match.start()]
            if _COUNT_AFTER.match(text, match.end()) or (_COUNT_LEAD.search(before) and not _YEAR_LEAD.search(before)):
                continue
            if match["year"] < "1900" and not _YEAR_LEAD.search(before):
                continue
            yield _mention(text, *match.span(), match["year"])


def _relative(text: str, day: date | None, past: bool) -> Iterator[DateMention]:
    for match in _RELATIVE.finditer(text):
        value = None
        if day is not None and match["weekday"]:
            if past and match["which"] is None:
                back = (day.weekday() - _WEEKDAYS.index(match["weekday"])) % 7
                value = (day - timedelta(days=back)).isoformat()
        elif day is not None and (past or (match["word"] or "").lower() not in ("today", "tonight")):  # "nowadays"
            value = _COUNTED[(match["word"] or f"{match['when']} {match['period']}").lower()](day)
        yield _mention(text, *match.span(), value)


def _months_off(day: date, months: int) -> str:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return f"{year:04}-{month + 1:02}"


_COUNTED: dict[str, Callable[[date], str | None]] = {
    "yesterday": lambda day: (day - timedelta(days=1)).isoformat(),
    "today": lambda day: day.isoformat(),
    "tonight": lambda day: day.isoformat(),
    "tomorrow": lambda day: (day + timedelta(days=1)).isoformat(),
    "last month": lambda day: _months_off(day, -1),
    "this month": lambda day: _months_off(day, 0),
    "next month": lambda day: _months_off(day, 1),
    "last year": lambda day: f"{day.year - 1:04}",
    "this year": lambda day: f"{day.year:04}",
    "next year": lambda day: f"{day.year + 1:04}",
    "last week": lambda _: None,
    "this week": lambda _: None,
    "next week": lambda _: None,
}


def _month(name: str) -> int:
    name = name.rstrip(".")
    return _MONTHS.index(name) + 1 if name in _MONTHS else _SHORT[name]


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _numeric(first: int, second: int, year: int) -> str | None:
    """Return the day of 21/3/2023 or 3/21/2023; ``None`` where either number could be the month."""
    if first == second:
        return _value(year, first, first)
    if first > 12:
        return _value(year, second, first)
    return _value(year, first, second) if second > 12 else None


def _value(year: int | None, month: int, day: int | None = None) -> str | None:
    if not 1 <= month <= 12:
        return None
    shown = "XXXX" if year is None else f"{year:04}"
    if day is None:
        return f"{shown}-{month:02}"
    try:
        date(2000 if year is None else year, month, day)  # 2000 was a leap year
    except ValueError:
        return None
    return f"{shown}-{month:02}-{day:02}"


def _day(published: str | None) -> date | None:
    if published is None:
        return None
    try:
        return datetime.fromisoformat(published).date()
    except ValueError:
        return None  # a year or month alone: no day to count from
