"""Days, months, years and times of day in a text, and whether two of them can be one.

Read without a parser. What the text does not tell stays open: a weekday is no date, "yesterday" and "last week" are
compared with nothing, and 03/04/2023 could be two days.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from claims.records import NAMED_DAYS
from index.numerals import numerals

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|Jun\.|July|Jul\.|Aug(?:ust|\.)?|"
    r"Sept(?:ember|\.)?|Sep\.|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
_YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\w%]|[.,:]\d)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
_DECADES = {"thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980}
_DECADES |= {"nineties": 1990}
_WEEKDAY = r"(?:Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?)"
_TO = r"\s?(?:[-–]|to|and|until|through)\s?"
_NUMBER_BEFORE = r"(?<![\w$€£¥.,/:#-])"
_FEAST = re.compile(rf"(?<![\w-])(?P<feast>{'|'.join(map(re.escape, NAMED_DAYS))})(?![\w'])(?:,?\s+(?P<year>{_YEAR}))?")
_FORMS = re.compile(
    rf"""{_NUMBER_BEFORE}(?P<iso>(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\w-])
    |{_NUMBER_BEFORE}(?P<n1>\d{{1,2}})[/.](?P<n2>\d{{1,2}})[/.](?P<ny>(?:19|20)\d\d)(?![\w/])
    |{_NUMBER_BEFORE}(?P<d1>{_DAY})(?:{_TO}(?:the\s+)?(?P<d1b>{_DAY}))?\s+(?:of\s+)?(?P<m1>{_MONTH})(?:,?\s+(?P<y1>{_YEAR}))?
    |\b(?P<m2>{_MONTH})\s+(?:the\s+)?(?P<d2>{_DAY})(?:{_TO}(?:the\s+)?(?P<d2b>{_DAY}))?(?:,?\s+(?P<y2>{_YEAR}))?
    |\b(?P<m3>{_MONTH}),?\s+(?:of\s+)?(?P<y3>{_YEAR})
    |(?i:\b(?:in|since|by|until|till|from|during|through|before|after|of|between|and|to|early|mid|late|end[ ]of|last|
        this|next)[\s-]+)(?P<m4>{_MONTH})(?!,?\s+(?:of\s+)?\d|['’]s\b)
    |{_NUMBER_BEFORE}(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b
    |(?i:\bthe\s+(?:early|mid|late)?[\s-]*)(?P<tens>(?i:{"|".join(_DECADES)}))\b(?!\s+(?:who|whose)\b)
    |\b(?P<last>(?:the\s+)?last\s+day\s+of\s+(?P<lm>{_MONTH})(?:,?\s+(?P<ly>{_YEAR}))?)
    |(?P<weekday>\b{_WEEKDAY}\b)
    |(?i:\b(?P<q1>first|second|third|fourth|last)[\s-]quarter\b(?:\s+(?:of\s+)?(?P<qy>{_YEAR}))?|\bQ(?P<q2>[1-4])\b)
    |\b(?P<century>\d{{1,2}}(?:st|nd|rd|th))[\s-]century\b
    |(?P<season>(?i:\b(?:spring|summer|autumn|winter|fall)\s+(?:of\s+)?)(?P<sy>{_YEAR}))
    |{_NUMBER_BEFORE}(?P<ya>(?:1[5-9]|20)\d\d)\s?[-–]{{1,2}}\s?(?P<yb>(?:1[5-9]|20)?\d\d)(?![\w%]|[.,:]\d|-\d)
    |{_NUMBER_BEFORE}(?P<year>{_YEAR})
    |(?P<relative>(?i:\b(?:yesterday|today|tonight|tomorrow|(?:last|this|next)\s+(?:week|month|year|night))\b))""",
    re.VERBOSE,
)
_CLOCK = re.compile(
    r"""(?<![\w$€£.,:/-])(?:
     (?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b\.?
    |(?P<h24>[01]?\d|2[0-3]):(?P<m24>[0-5]\d)(?::[0-5]\d)?(?![\d:.]*\d)(?:\s?(?:hrs|hours|h)\b)?
    |(?P<oclock>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s?o['’]clock\b
    |(?<=at\s)(?P<hdot>1[0-2]|[1-9])\.(?P<mdot>[0-5]\d)(?!\d|\s?(?:%|per|m\b|km|million|bn|percent))
    |(?<=at\s)(?P<spelt>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s+in\s+the\s+(?:morning|afternoon|evening))
    |(?P<word>(?:12\s)?(?:noon|midday|midnight))\b)(?P<zone>\s(?:GMT|UTC|EST|EDT|CET|CEST|BST|PST|PDT|ET|PT|local\stime)\b)?""",
    re.VERBOSE | re.IGNORECASE,
)
_DAYPART = re.compile(r"\b(?:in the )?(morning|afternoon|evening|night)\b", re.IGNORECASE)
_TIME = re.compile(r"\s+(morning|afternoon|evening|night)\b", re.IGNORECASE)
_HOURS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_COUNT_AFTER = re.compile(
    r"\s?%|\s(?:per ?cent|km|miles?|dollars|euros|pounds|people|years?|days|tons|tonnes|million|met(?:er|re)s|feet)\b"
    r"|\s?kg\b",
    re.IGNORECASE,
)
_COUNT_BEFORE = re.compile(
    r"\b(?:flight|no\.?|number|room|page|route|version|about|over|nearly|almost|some|than|least|most|to pay)\s+$",
    re.IGNORECASE,
)
_YEAR_LEAD = re.compile(
    r"\b(?:in|since|by|until|till|of|from|before|after|year|to|and|between|circa|during|through|early|mid|late|"
    r"spring|summer|autumn|winter|fall|election|back in)[\s-]+$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?P<part>early|mid|late|beginning of|start of|end of|middle of)[\s-]+(?:the\s+)?$", re.IGNORECASE
)
_PARTS = {"early": "early", "beginning of": "early", "start of": "early", "mid": "mid", "middle of": "mid"}
_PARTS |= {"late": "late", "end of": "late"}
_LEAD = re.compile(
    r"\b(?P<lead>from|between|since|starting|beginning|until|till|through|to|and|by|before|after|on|in|at|of|as of|"
    r"effective|no later than|not before|prior to)\s+(?:about\s+|at\s+least\s+|around\s+|the\s+|early\s+|mid-?\s*|"
    rf"late\s+|{_WEEKDAY},?\s+|(?:end|beginning|start|middle)\s+of\s+)*$",
    re.IGNORECASE,
)
_ROLES = {
    "born": r"born|birth(?:day)?",
    "died": r"died|dies|dead|death|killed",
    "effect": r"(?:takes?|took|taking|come|comes|came|coming|enter(?:s|ed)?|go|goes|went) (?:into |in )?(?:effect|"
    r"force)|"
    r"(?:in)?to (?:effect|force)|effective|in force|applies|apply|enforced",
    "announced": r"announce[ds]?|unveil(?:s|ed)?|said|says|presented|proposed|revealed|told",
    "signed": r"sign(?:s|ed)?|signing",
    "approved": r"approve[ds]?|passed|adopted|ratified|voted|backed",
    "founded": r"founded|established|built|created",
    "begin": r"beg[aiu]ns?|beginning|starts?|started|starting|opens?|opened|launch(?:es|ed)?|kicks? off|kicked off",
    "end": r"ends?|ended|ending|expires?|expired|finish(?:es|ed)?|closes?|closed|shuts?|concludes?|concluded|"
    r"complete[ds]?|"
    r"finished",
    "arrested": r"arrested|detained|seized",
    "convicted": r"convicted|sentenced|jailed",
    "charged": r"charged|indicted",
    "released": r"released|freed",
    "elected": r"elected|inaugurated|sworn in|took office",
    "resigned": r"resign(?:s|ed)|stepped down|quit|left office",
    "published": r"published|appeared|printed|posted",
    "arrived": r"arrive[ds]?|landed|came",
    "left": r"departed|set off|sailed|left",
    "married": r"married|wedding",
    "repealed": r"repealed|revoked|(?:was|were|been|be) overturned|struck down|abolished|scrapped",
    "due": r"due|deadline|expected|scheduled|planned|set for",
    "inspected": r"inspected|inspection|checked|tested|audited",
    "bought": r"bought|acquired|purchased",
    "sold": r"sold|sale",
    "joined": r"joined|hired|appointed",
}
_ROLE = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _ROLES.items()) + r")(?![\w-])", re.IGNORECASE
)
_BOUNDS = {"by": "by", "until": "end", "till": "end", "through": "end", "no later than": "by", "before": "before"}
_BOUNDS |= {"after": "after", "since": "since", "not before": "after", "prior to": "before", "as of": "as of"}
_MOST_WORDS = 60  # characters before a date in which the verb that it dates stands
_MINUTES_ABOUT = 30


@dataclass(frozen=True, slots=True)
class Day:
    """A date or time of day in a text: what it tells (``None`` what not), what it is the date of, and how bounded.

    ``role`` is what it dates, where that is known to differ from what others date ("born"), ``verb`` the participle
    before it. ``stretch`` is a part of the year or a century by name. ``lead`` is "from" or "to" at the ends of a
    period, ``bound`` "by", "before", "after", "since", "as of" or "end". ``minutes`` counts from midnight; ``half``
    tells whether a.m. or p.m. is known, ``time`` that it was in the morning, for one. ``names``: it belongs to the name
    of something ("the 2015 floods").
    """

    start: int
    end: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    minutes: int | None = None
    half: bool = True
    decade: int | None = None
    quarter: int | None = None
    stretch: str | None = None
    part: str | None = None
    role: str | None = None
    verb: str | None = None
    lead: str | None = None
    bound: str | None = None
    zone: str | None = None
    time: str | None = None
    about: bool = False
    names: bool = False

    @property
    def value(self) -> str | None:
        """ISO 8601 with unknown parts as in EDTF, as ``DateMention.value`` has it; ``None`` for what it cannot say."""
        if self.decade is not None:
            return f"{self.decade // 10}X"
        if self.year is None and self.month is None:
            return None
        shown = "XXXX" if self.year is None else f"{self.year:04}"
        if self.month is not None:
            shown += f"-{self.month:02}" + (f"-{self.day:02}" if self.day is not None else "")
        return shown

    @property
    def told(self) -> tuple[object, ...]:
        """All that it tells of when it is. Equal: the same day in another form."""
        return self.year, self.month, self.day, self.minutes, self.decade, self.quarter, self.stretch, self.time


@lru_cache(maxsize=4096)
def days(text: str) -> tuple[Day, ...]:
    """Return the dates and times of day in ``text``, in its order, none overlapping another."""
    found: list[Day] = []
    for day in (*_clock(text), *_calendar(text), *_feasts(text)):
        if not any(day.start < other.end and other.start < day.end for other in found):
            found.append(day)
    found.sort(key=lambda day: day.start)
    found = list(_with_weekdays(found, text))
    return tuple(_placed(found, text))


def with_value(day: Day, value: str) -> Day:
    """Return ``day`` as an ISO 8601 ``value`` from elsewhere tells it ("Tuesday", counted from the publication)."""
    parts = [int(part) if part.isdecimal() else None for part in value[:10].split("-")]
    year, month, number = (*parts, None, None, None)[:3]
    return replace(day, year=year, month=month, day=number, weekday=None)


def _feasts(text: str) -> Iterator[Day]:
    for match in _FEAST.finditer(text.replace("’", "'")):
        yield from _valid(
            text, *match.span(), int(match["year"]) if match["year"] else None, *NAMED_DAYS[match["feast"]]
        )


def _calendar(text: str) -> Iterator[Day]:
    for match in _FORMS.finditer(text):
        start, end = match.span()
        if match["iso"]:
            year, month, day = (int(part) for part in match["iso"].split("-"))
            yield from _valid(text, start, end, year, month, day)
        elif match["n1"]:
            first, second, year = int(match["n1"]), int(match["n2"]), int(match["ny"])
            if first == second or first > 12:
                yield from _valid(text, start, end, year, second, first)
            elif second > 12:
                yield from _valid(text, start, end, year, first, second)
        elif match["m1"] or match["m2"]:
            form = "1" if match["m1"] else "2"
            known = int(match[f"y{form}"]) if match[f"y{form}"] else None
            month, last = _month(match[f"m{form}"]), match[f"d{form}b"]
            first_end = match.end(f"d{form}") if last else end
            yield from _valid(
                text, start, first_end, known, month, _number(match[f"d{form}"]), "from" if last else None
            )
            if last:
                yield from _valid(text, match.start(f"d{form}b"), end, known, month, _number(last), "to")
        elif match["m3"]:
            yield Day(start, end, text[start:end], int(match["y3"]), _month(match["m3"]))
        elif match["m4"]:
            start = match.start("m4")
            yield Day(start, end, text[start:end], None, _month(match["m4"]))
        elif match["decade"]:
            yield Day(start, end, match[0], decade=int(match["decade"]))
        elif match["tens"]:
            start = match.start("tens")
            yield Day(start, end, text[start:end], decade=_DECADES[match["tens"].lower()])
        elif match["last"]:
            known, month = int(match["ly"]) if match["ly"] else None, _month(match["lm"])
            yield Day(start, end, match[0], known, month, calendar.monthrange(known or 2001, month)[1])
        elif match["weekday"]:
            yield Day(start, end, match[0], weekday=_WEEKDAYS.index(match["weekday"][:3].lower()))
        elif match["q1"] or match["q2"]:
            names = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
            quarter = names[match["q1"].lower()] if match["q1"] else int(match["q2"])
            yield Day(start, end, match[0], int(match["qy"]) if match["qy"] else None, quarter=quarter)
        elif match["season"]:
            yield Day(start, end, match[0], int(match["sy"]), stretch=match["season"].split()[0].lower())
        elif match["century"]:
            yield Day(start, end, match[0], stretch=f"{_number(match['century'])}th century")
        elif match["ya"]:
            first, last = int(match["ya"]), match["yb"]
            yield Day(start, match.end("ya"), match["ya"], first, lead="from")
            yield Day(
                match.start("yb"), end, last, int(last) if len(last) == 4 else first // 100 * 100 + int(last), lead="to"
            )
        elif match["year"]:
            before = text[max(0, start - 40) : start]
            lead = _YEAR_LEAD.search(before)
            if any(numeral.start <= start < numeral.end for numeral in numerals(text)):
                continue  # "1900 acres"
            if _COUNT_AFTER.match(text, end) or (_COUNT_BEFORE.search(before) and not lead):
                continue
            if match["year"] < "1900" and not lead:
                continue
            # "the 2015 floods", "Blade Runner 2049"
            adjective = lead is None and (
                re.match(r"\s+[a-z]{3,}", text[end : end + 12]) is not None
                or re.search(r"[A-Z]\w+\s$", before) is not None
            )
            yield Day(start, end, match[0], int(match["year"]), names=adjective)
        else:
            yield Day(start, end, match[0])


def _valid(
    text: str, start: int, end: int, year: int | None, month: int, day: int, lead: str | None = None
) -> Iterator[Day]:
    if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(2000 if year is None else year, month)[1]:
        yield Day(start, end, text[start:end], year, month, day, lead=lead)


def _clock(text: str) -> Iterator[Day]:
    for match in _CLOCK.finditer(text):
        start, end = match.span()
        half = True
        if match["hour"]:
            minutes = int(match["hour"]) % 12 * 60 + int(match["minute"] or 0)
            minutes += 720 if match["half"].lower() == "p" else 0
        elif match["h24"]:
            hour = int(match["h24"])
            minutes = hour * 60 + int(match["m24"])
            half = hour > 12 or match["h24"].startswith("0")
        elif match["oclock"] or match["spelt"]:
            word = (match["oclock"] or match["spelt"]).lower()
            minutes = (int(word) if word.isdecimal() else _HOURS.index(word) + 1) % 12 * 60
            half = False
        elif match["hdot"]:
            minutes, half = int(match["hdot"]) % 12 * 60 + int(match["mdot"]), False
        else:
            minutes = 0 if match["word"].lower().endswith("midnight") else 720
        if not half and (said := _DAYPART.search(text, end, end + 20)):
            late = said[1].lower() in ("afternoon", "evening", "night")
            minutes = minutes % 720 + (720 if late else 0)
            half = True
        before = text[max(0, start - 16) : start]
        yield Day(
            start,
            end,
            match[0],
            minutes=minutes,
            half=half,
            zone=(match["zone"] or "").strip().upper() or None,
            about=re.search(r"\b(?:about|around|shortly after|just (?:after|before)|nearly|before|after)\s+$", before)
            is not None,
        )


def _with_weekdays(found: Sequence[Day], text: str) -> Iterator[Day]:
    """Drop the weekday of a date: in "Monday, 3 May" the date says more."""
    for place, day in enumerate(found):
        if day.weekday is not None:
            after = found[place + 1] if place + 1 < len(found) else None
            if (
                after is not None
                and after.day is not None
                and re.fullmatch(r",?\s+(?:the\s+)?", text[day.end : after.start])
            ):
                continue
            before = found[place - 1] if place else None
            if (
                before is not None
                and before.day is not None
                and re.fullmatch(r",?\s*\(?", text[before.end : day.start])
            ):
                continue
        yield day


def _placed(found: Sequence[Day], text: str) -> Iterator[Day]:
    """Say of each what it is the date of, and at which end of what."""
    last = 0
    for day in found:
        before = text[max(last, day.start - _MOST_WORDS) : day.start]
        lead = _LEAD.search(before)
        word = lead["lead"].lower() if lead else ""
        part = _PART.search(before)
        ends = day.lead
        if ends is None and word in ("from", "between", "starting", "beginning"):
            ends = "from"
        elif (ends is None and word in ("to", "until", "till", "through")) or (
            ends is None and word == "and" and last and re.search(r"\bbetween\b", text[:last], re.IGNORECASE)
        ):
            ends = "to"
        clause = re.split(r"[.;:]|,\s(?:and|but|while)\b|\b(?:and|but|while)\b", before)[-1] if last else before
        roles = list(_ROLE.finditer(clause))
        role = str(roles[-1].lastgroup) if roles else None
        if role is None and (after := _ROLE.search(text, day.end, day.end + 30)) and day.start < 20:
            role = str(after.lastgroup)  # "On 3 May the law took effect"
        if ends == "to" and role == "begin":
            role = None  # "open until 3 May"
        verbs = re.findall(r"\b[a-z]{3,}ed\b", clause)
        time = _TIME.match(text, day.end) if day.minutes is None else None
        yield replace(
            day,
            end=time.end() if time else day.end,
            text=text[day.start : time.end()] if time else day.text,
            lead=ends,
            role=role,
            verb=verbs[-1] if verbs else None,
            bound=_BOUNDS.get(word),
            time=time[1].lower() if time else None,
            part=_PARTS.get(part["part"].lower()) if part else None,
        )
        last = day.end


def _month(name: str) -> int:
    return _MONTHS.index(name.lower()[:3]) + 1


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


# ---------------------------------------------------------------- whether two are one


def same(left: Day, right: Day) -> bool | None:
    """Tell whether two can be one by what both tell; ``None`` where they tell nothing in common or a bound leaves it
    open ("by 2030" and "in 2028")."""
    if left.minutes is not None and right.minutes is not None:
        return _same_time(left, right)
    if left.time and right.time and left.time != right.time and {left.time, right.time} != {"evening", "night"}:
        return False
    if left.weekday is not None and right.weekday is not None:
        return left.weekday == right.weekday
    parts = _common(left, right)
    if not parts:
        return None
    equal = all(a == b for a, b in parts)
    if _side(left) == _side(right) == "first":
        return equal  # "after 1 September", "from 1 October": two beginnings
    if left.bound != right.bound and {left.bound, right.bound} & {"by", "before", "after", "since"}:
        return _bounded(left, right, equal)
    if not equal and left.bound != right.bound and "end" not in (left.role, right.role):
        return None  # "until 2018" and "in 2016"
    return equal


def of_one_thing(left: Day, right: Day) -> bool:
    """Tell whether the two can be the date of one thing."""
    if (left.minutes is None) != (right.minutes is None):
        return False
    if left.lead is not None and right.lead is not None and left.lead != right.lead:
        return False
    for one, other in ((left, right), (right, left)):
        if (one.lead == "to" and other.role == "begin") or (one.lead == "from" and other.role == "end"):
            return False
    return left.role is None or right.role is None or left.role == right.role


def opposed(left: Day, right: Day) -> bool:
    """Tell whether the one is told as a beginning and the other as an end: "since 2009", "until 2009"."""
    return {_side(left), _side(right)} == {"first", "last"}


def _side(day: Day) -> str | None:
    if day.lead == "from" or day.bound in ("after", "since"):
        return "first"
    return "last" if day.lead == "to" or day.bound in ("by", "before", "end") else None


def _common(left: Day, right: Day) -> list[tuple[object, object]]:
    if left.decade is not None or right.decade is not None:
        known = [day.year if day.decade is None else day.decade for day in (left, right)]
        if known[0] is None or known[1] is None:
            return []
        century = any(day.decade is not None and day.decade % 100 == 0 for day in (left, right))
        step = 100 if century else 10  # "the 1600s" may be the century
        return [(known[0] // step, known[1] // step)]
    pairs: list[tuple[object, object]] = []
    if left.year is not None and right.year is not None:
        pairs.append((left.year, right.year))
    for name in ("month", "quarter", "stretch", "part"):
        a, b = getattr(left, name), getattr(right, name)
        if a is not None and b is not None:
            pairs.append((a, b))
    if left.quarter is not None and right.month is not None:
        pairs.append((left.quarter, (right.month + 2) // 3))
    if right.quarter is not None and left.month is not None:
        pairs.append(((left.month + 2) // 3, right.quarter))
    if left.month is not None and right.month is not None and left.day is not None and right.day is not None:
        pairs.append((left.day, right.day))
    return pairs


def _bounded(left: Day, right: Day, equal: bool) -> bool | None:
    if equal:
        return True
    for one, other in ((left, right), (right, left)):
        if one.bound is None or other.bound is not None:
            continue
        a, b = (one.year, one.month, one.day), (other.year, other.month, other.day)
        known = [(x, y) for x, y in zip(a, b, strict=True) if x is not None and y is not None]
        earlier = [y for _, y in known] < [x for x, _ in known]
        if one.bound in ("by", "before", "end"):
            return None if earlier else False
        return False if earlier else None
    return None


def _same_time(left: Day, right: Day) -> bool | None:
    if left.zone != right.zone and left.zone is not None and right.zone is not None:
        return None
    assert left.minutes is not None and right.minutes is not None
    apart = abs(left.minutes - right.minutes)
    if not (left.half and right.half):
        apart = min(apart % 720, 720 - apart % 720)
    for one, other in ((left, right), (right, left)):
        if one.bound in ("after", "before", "by") and other.bound is None and one.half and other.half:
            later = other.minutes > one.minutes  # type: ignore[operator]
            return None if later == (one.bound == "after") else apart == 0
    return apart <= (_MINUTES_ABOUT if left.about or right.about else 0)
