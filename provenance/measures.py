"""Whether two numbers or two dates can both be true of one thing: units, rounding, "about", parts not given."""

from __future__ import annotations

import math
import re

from claims.records import DateMention, Quantity

_UNITS = {
    **{"mm": ("m", 0.001), "cm": ("m", 0.01), "m": ("m", 1.0), "km": ("m", 1000.0), "miles": ("m", 1609.344)},
    **{"nautical miles": ("m", 1852.0), "feet": ("m", 0.3048), "inches": ("m", 0.0254), "yard": ("m", 0.9144)},
    **{"g": ("g", 1.0), "kg": ("g", 1000.0), "tonnes": ("g", 1e6), "pounds": ("g", 453.592), "ounce": ("g", 28.3495)},
    **{"ton": ("g", 1e6), "km/h": ("km/h", 1.0), "mph": ("km/h", 1.609344), "square m": ("m2", 1.0)},
    **{"square km": ("m2", 1e6), "hectare": ("m2", 1e4), "acre": ("m2", 4046.86), "square miles": ("m2", 2589988.1)},
    **{"square feet": ("m2", 0.092903), "litre": ("l", 1.0), "liter": ("l", 1.0), "gallon": ("l", 3.78541)},
    **{"barrel": ("l", 158.987), "cubic m": ("l", 1000.0), "second": ("s", 1.0), "minute": ("s", 60.0)},
    **{"hour": ("s", 3600.0), "day": ("s", 86400.0), "week": ("s", 604800.0), "month": ("month", 1.0)},
    **{"year": ("month", 12.0), "decade": ("month", 120.0), "°C": ("°C", 1.0), "cent": ("USD", 0.01)},
}
_PLURALS = {"people": "people", "persons": "people", "person": "people"}
_CONVERTED = 0.03
"""Share by which a converted number may be off: newspapers round 61.2 km to 60 or 61."""
_AT_LEAST = re.compile(
    r"\b(?:more than|over|at least|above|exceed(?:s|ed|ing)?|upwards? of|north of|not less than)\W*$", re.I
)
_AT_MOST = re.compile(
    r"\b(?:less than|fewer than|under|below|up to|at most|almost|nearly|close to|as (?:many|much) as|no more than)\W*$",
    re.I,
)
_LOOSE = 1.5
"""How many times as much "more than 10" may turn out to be before it is another figure."""
_BEFORE = 40


def quantities_agree(left: Quantity, left_text: str, right: Quantity, right_text: str, about: float) -> bool | None:
    """Tell whether two quantities may be one; ``None`` where they are not of one kind.

    ``left_text`` and ``right_text`` are the articles' texts; ``about`` (share) is how far an approximate figure may lie
    off. A number told as 12 million stands for 11.5 to 12.5 million.
    """
    one, other = _in_base(left), _in_base(right)
    if one is None or other is None or one[0] != other[0]:
        return None
    low, high = _range(left, left_text, one[1], about)
    other_low, other_high = _range(right, right_text, other[1], about)
    if _name(left.unit) != _name(right.unit):
        slack = _CONVERTED * max(abs(one[1]), abs(other[1]))
        low, high = low - slack, high + slack
    return low <= other_high and other_low <= high


def dates_agree(left: DateMention, right: DateMention) -> bool | None:
    """Tell whether two dates may be one, by the parts that both give; ``None`` where they share none."""
    one, other = _parts(left.value), _parts(right.value)
    both = [(a, b) for a, b in zip(one, other, strict=False) if a is not None and b is not None]
    return all(a == b for a, b in both) if both else None


def _in_base(quantity: Quantity) -> tuple[str, float] | None:
    if quantity.unit is None:
        return None
    if quantity.unit == "°F":
        return "°C", (quantity.value - 32) / 1.8
    name = _name(quantity.unit)
    kind, factor = _UNITS.get(quantity.unit) or _UNITS.get(name) or (name, 1.0)
    return kind, quantity.value * factor


def _name(unit: str | None) -> str:
    text = (unit or "").casefold().strip()
    return _PLURALS.get(text) or (text[:-1] if re.search(r"[^s]s$", text) else text)


def _range(quantity: Quantity, text: str, value: float, about: float) -> tuple[float, float]:
    number = re.search(r"\d", quantity.text)
    place = quantity.start + (number.start() if number else 0)
    before = text[max(0, place - _BEFORE) : place]
    if _AT_LEAST.search(before):
        return value, value * _LOOSE
    if _AT_MOST.search(before):
        return value / _LOOSE, value
    rounding = _half_step(quantity.text) * (abs(value / quantity.value) if quantity.value else 1.0)
    slack = max(rounding, about * abs(value)) if quantity.approximate else rounding
    return value - slack, value + slack


def _half_step(text: str) -> float:
    """Half of the last digit told: 0.5 million for "12 million", 50 for "1,200", nothing for 97 or for words."""
    digits = _digits(text).replace(",", "").replace("\u00a0", "").replace("\u202f", "")
    if not digits:
        return 0.0
    after = re.split(r"\d(?!.*\d)", text.lower(), maxsplit=1)[-1]
    scale = next((value for word, value in _SCALES if re.match(rf"[\s-]*{word}", after)), 1.0)
    if "." in digits:
        return scale * 0.5 * 10.0 ** -len(digits.split(".")[1])
    zeros = len(digits) - len(digits.rstrip("0"))
    if scale > 1.0:
        return scale * 0.5
    return 0.5 * 10.0**zeros if zeros >= 2 and not math.isclose(float(digits), 0.0) else 0.0


_SCALES = (
    *(("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12)),
    *((r"(?:mn|mln|m)\b", 1e6), (r"(?:bn|bln|b)\b", 1e9), (r"(?:tn|trn)\b", 1e12), (r"k\b", 1e3)),
)


def _digits(text: str) -> str:
    found = re.search(r"\d[\d,\u00a0\u202f]*(?:\.\d+)?", text)
    return found[0].rstrip(",") if found else ""


def _parts(value: str | None) -> list[str | None]:
    if value is None:
        return []
    return [part if part.isdigit() else None for part in value.split("-")]
