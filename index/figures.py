"""Do the numbers and dates of two claims agree? Where they cannot be compared, nothing is said."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claims.records import DateMention, Quantity

# One unit of the dimension in which all others are counted: metre, kilogram, day, square metre, litre.
_FACTORS: dict[str, tuple[str, float]] = {
    **dict.fromkeys(("m", "metre", "meter"), ("length", 1.0)),
    **dict.fromkeys(("km", "kilometre", "kilometer"), ("length", 1000.0)),
    **dict.fromkeys(("cm", "centimetre", "centimeter"), ("length", 0.01)),
    **dict.fromkeys(("mm", "millimetre", "millimeter"), ("length", 0.001)),
    **dict.fromkeys(("mi", "mile"), ("length", 1609.344)),
    **dict.fromkeys(("ft", "foot", "feet"), ("length", 0.3048)),
    **dict.fromkeys(("in", "inch", "inche"), ("length", 0.0254)),
    **dict.fromkeys(("yd", "yard"), ("length", 0.9144)),
    **dict.fromkeys(("kg", "kilo", "kilogram", "kilogramme"), ("mass", 1.0)),
    **dict.fromkeys(("g", "gram", "gramme"), ("mass", 0.001)),
    **dict.fromkeys(("lb", "lbs"), ("mass", 0.45359237)),
    **dict.fromkeys(("t", "tonne"), ("mass", 1000.0)),
    **dict.fromkeys(("second", "sec", "s"), ("time", 1 / 86400)),
    **dict.fromkeys(("minute", "min"), ("time", 1 / 1440)),
    **dict.fromkeys(("hour", "hr", "h"), ("time", 1 / 24)),
    "day": ("time", 1.0),
    "week": ("time", 7.0),
    "fortnight": ("time", 14.0),
    **dict.fromkeys(("hectare", "ha"), ("area", 10_000.0)),
    "acre": ("area", 4046.8564),
    **dict.fromkeys(("litre", "liter", "l"), ("volume", 1.0)),
    "gallon": ("volume", 3.785411784),
}
_SAME_UNIT = {
    **dict.fromkeys(("percent", "per cent", "pc", "%"), "%"),
    **dict.fromkeys(("$", "us$", "usd", "dollar", "us dollar"), "USD"),
    **dict.fromkeys(("€", "eur", "euro"), "EUR"),
    **dict.fromkeys(("£", "gbp", "pound sterling"), "GBP"),
    **dict.fromkeys(("people", "person", "individual"), "people"),
    **dict.fromkeys(("dead", "death", "killed", "died", "fatality", "dead people"), "dead"),
    **dict.fromkeys(("men", "man"), "man"),
    **dict.fromkeys(("women", "woman"), "woman"),
    **dict.fromkeys(("children", "child"), "child"),
}
_DEATH = re.compile(r"\b(?:dead|died|dies|die|killed|kills|killing|deaths?|fatalit(?:y|ies)|lives)\b", re.IGNORECASE)

ROUNDED = 0.005
"""Relative. Large and fractional figures differ by less when one is a rounding of the other (1.2 million)."""
CONVERTED = 0.03
"""Relative. What rounding a converted measure to whole units may do (38 miles, 61 km)."""
APPROXIMATE = 0.1
"""Relative. How far "about" and "nearly" reach."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What agrees and what differs, in words; both empty where nothing can be compared."""

    agree: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()


def compare_quantities(
    left: Sequence[Quantity], right: Sequence[Quantity], left_text: str = "", right_text: str = ""
) -> Comparison:
    """Compare figures of one unit, measures of one dimension, or counts of one noun.

    Figures of a unit differ only if no figure of the one side agrees with one of the other. The texts tell
    whether people are counted as dead.
    """
    agree: list[str] = []
    differ: list[str] = []
    ours, theirs = _by_unit(left, left_text), _by_unit(right, right_text)
    for unit in sorted(set(ours) & set(theirs)):
        pairs = [(a, b) for a in ours[unit] for b in theirs[unit]]
        same = [(a, b) for a, b in pairs if _agree(a, b)]
        if same:
            agree.append(_said(*same[0], "and"))
        elif unit != "":  # two bare numbers may count different things
            differ.append(_said(*pairs[0], "against"))
    return Comparison(tuple(agree), tuple(differ))


def compare_dates(left: Sequence[DateMention], right: Sequence[DateMention]) -> Comparison:
    """Compare dates (ISO 8601, unknown parts left as in EDTF) part by part, as far as both are known."""
    pairs = [(a, b, _same_date(a.value, b.value)) for a in left for b in right if a.value and b.value]
    same = [(a, b) for a, b, agree in pairs if agree]
    if same:
        return Comparison(agree=(_named(same[0][0].text, same[0][1].text, "and"),))
    other = [(a, b) for a, b, agree in pairs if agree is False]
    # Two claims may each name several days; only a claim of one day each says something the other does not.
    if other and len({a.value for a in left if a.value}) == 1 == len({b.value for b in right if b.value}):
        return Comparison(differ=(_named(other[0][0].text, other[0][1].text, "against"),))
    return Comparison()


def _same_date(left: str | None, right: str | None) -> bool | None:
    """Tell whether all parts that both know are equal; ``None`` where they know none in common."""
    if left is None or right is None:
        return None
    parts = [
        (a, b)
        for a, b in zip(left[:10].split("-"), right[:10].split("-"), strict=False)
        if "X" not in a.upper() and "X" not in b.upper()
    ]
    return all(a == b for a, b in parts) if parts else None


def _by_unit(quantities: Sequence[Quantity], text: str) -> dict[str, list[Quantity]]:
    found: dict[str, list[Quantity]] = {}
    for quantity in quantities:
        found.setdefault(_dimension(quantity.unit), []).append(quantity)
    if len(found.get("people", ())) == 1 and "dead" not in found and _DEATH.search(text):
        found["dead"] = found.pop("people")
    return found


@cache
def _unit(unit: str | None) -> str:
    name = (unit or "").strip().rstrip(".").lower()
    if name in _SAME_UNIT:
        return _SAME_UNIT[name]
    if name in _FACTORS:
        return name
    singular = re.sub(r"(?<=[a-z]{2})ies$", "y", name)
    singular = re.sub(r"(?<=[a-rt-z])s$", "", singular)
    return _SAME_UNIT.get(singular, singular)


def _dimension(unit: str | None) -> str:
    name = _unit(unit)
    return _FACTORS[name][0] if name in _FACTORS else name


def _agree(left: Quantity, right: Quantity) -> bool:
    ours, theirs = _unit(left.unit), _unit(right.unit)
    a = left.value * _FACTORS.get(ours, ("", 1.0))[1]
    b = right.value * _FACTORS.get(theirs, ("", 1.0))[1]
    if left.approximate or right.approximate:
        tolerance = APPROXIMATE
    elif ours != theirs:
        tolerance = CONVERTED
    elif max(abs(a), abs(b)) >= 10_000 or not (left.value.is_integer() and right.value.is_integer()):
        tolerance = ROUNDED
    else:
        tolerance = 1e-9
    return math.isclose(a, b, rel_tol=tolerance, abs_tol=1e-12)


def _said(left: Quantity, right: Quantity, between: str) -> str:
    return _named(_shown(left), _shown(right), between)


def _shown(quantity: Quantity) -> str:
    unit = quantity.unit or ""
    return quantity.text if not unit or not unit.isalpha() or unit.isupper() else _with_unit(quantity.text, unit)


def _with_unit(text: str, unit: str) -> str:
    return text if unit.lower().rstrip("s") in text.lower() else f"{text} {unit}"


def _named(left: str, right: str, between: str) -> str:
    return left if between == "and" and left.lower() == right.lower() else f"{left} {between} {right}"
