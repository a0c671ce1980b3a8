"""A claim from a bare string, for the doors that are given no article: light rules for figures, dates, negation."""

from __future__ import annotations

import re

from claims.records import Claim, DateMention, Quantity
from index.counted import counted_at
from index.days import Day, days
from index.numerals import Bound, Numeral, numerals

_NEGATION = re.compile(r"\b(?:not|no|never|neither|nor|none|nobody|nothing|cannot|without)\b|n['’]t\b", re.IGNORECASE)


def bare_claim(id: str, text: str) -> Claim:
    """Return ``text`` as a claim of no article, with the figures, dates and negation that light rules find."""
    found = days(text)
    return Claim(
        id=id,
        article="",
        start=0,
        end=len(text),
        text=text,
        standalone=text,
        attribution=None,
        worth=0.5,
        quantities=_quantities(text, found),
        dates=tuple(DateMention(day.start, day.end, day.text, day.value) for day in found),
        negated=_NEGATION.search(text) is not None,
    )


def _quantities(text: str, dates: tuple[Day, ...]) -> tuple[Quantity, ...]:
    """Return the numbers of ``text`` that are no dates; a range is two, a result such as 3-1 and "hundreds" none."""
    found: list[Quantity] = []
    for numeral in numerals(text):
        vague = numeral.score or numeral.bound is Bound.MANY
        if vague or any(date.start < numeral.end and numeral.start < date.end for date in dates):
            continue
        unit = numeral.unit or _counted(text, numeral)
        for start, end, value in numeral.parts:
            found.append(
                Quantity(
                    start=start,
                    end=end,
                    text=text[start:end],
                    value=value,
                    unit=unit,
                    approximate=numeral.bound is not Bound.EXACT,
                )
            )
    return tuple(found)


def _counted(text: str, numeral: Numeral) -> str | None:
    return counted_at(text, numeral.unit_end, numeral.hyphened, numeral.high == 1).said
