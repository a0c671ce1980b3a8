"""How newsrooms say who says it: one clause, one source, and the sentences that come of the two."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.worldmakers.drafting import sentence

_NUMBERS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
"""
_ONES = _NUMBERS.split()
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def in_words(number: int) -> str:
    """Return a number under 100 in words."""
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody or something that vouches.

    ``kind``: ``person``, ``body``, ``mouth``, ``document``, ``unnamed``, ``outlet``. ``names`` are how a sentence may
    call it where it has not been named yet, ``again`` where it has. ``many`` for the verb.
    """

    kind: str
    names: tuple[str, ...]
    again: tuple[str, ...] = ()
    many: bool = False


_SAID = (
    "{s_} said {that}{c}",
    "{s_} said {that}{c}",
    "{c}, {s_} said",
    "{c}, according to {s}",
    "according to {s_} {c}",
    "{s_} told reporters {that}{c}",
    "{s_} confirmed {that}{c}",
    "{s_} announced {that}{c}",
    "in a statement, {s_} said {that}{c}",
)
_TOLD = (
    "{c}, {s_} told {own}",
    "{s_} told {own} {that}{c}",
    "{s_} said in an interview with {own} that {c}",
    "{c}, {s_} said in an interview with {own}",
)
_RELEASE = (
    "{s_} said in a press release that {c}",
    "{c}, {s_} said in a press release",
    "in a press release, {s_} announced that {c}",
    "in a statement sent to newsrooms, {s_} said {that}{c}",
    "{c}, according to a press release from {s}",
)
_PAPER = (
    "{c}, according to {s}",
    "{c}, {s} {show}",
    "{s} {show} that {c}",
    "according to {s_} {c}",
    "{c}, according to {s} reviewed by {own}",
    "{s} seen by {own} {show} that {c}",
)
_UNNAMED = (
    "{c}, {s_} said",
    "{s_} said {that}{c}",
    "{c}, {s_} told {own}",
    "{s_} told {own} {that}{c}",
    "{c}, according to {s}",
)
_OUTLET = (
    "{c}, {s} reported",
    "{s} reported that {c}",
    "{c}, {s} reported on {day}",
    "{c}, according to {s}",
    "{s} first reported that {c}",
    "according to a report in {s_} {c}",
    "as {s} first reported, {c}",
)
_CITING = (
    "{c}, {s} reported, citing {x}",
    "{s}, citing {x_} reported that {c}",
    "citing {x_} {s} reported that {c}",
    "{s} reported that {c}, citing {x}",
    "{c}, according to {s}, which cited {x}",
)
_LEARNED = (
    "{c}, {own} has learned",
    "{own} has learned that {c}",
    "{c}, an investigation by {own} has found",
)
_NOBODY = (
    "{c}, reports say",
    "reports say that {c}",
    "{c}, according to media reports",
    "it was reported on {day} that {c}",
    "{c}",
    "{c}, it is said",
    "{c}, according to unconfirmed reports",
)
_DENIED = (
    "{s_} denied that {c}",
    "{s_} rejected reports that {c}",
    "{s_} said it was not true that {c}",
    "it is untrue that {c}, {s_} said",
    "{s_} dismissed as false a report that {c}",
)
_FORMS = {
    "said": _SAID,
    "told": _TOLD,
    "release": _RELEASE,
    "paper": _PAPER,
    "unnamed": _UNNAMED,
    "outlet": _OUTLET,
    "citing": _CITING,
    "learned": _LEARNED,
    "nobody": _NOBODY,
    "denied": _DENIED,
}


def _parenthetic(name: str) -> str:
    return f"{name}," if "," in name or " who " in name else name


def spoken(
    form: str,
    clause: str,
    rng: random.Random,
    *,
    name: str = "",
    many: bool = False,
    own: str = "",
    through: str = "",
    day: str = "",
) -> list[str]:
    """Return the sentences that tell ``clause`` in a form of attribution, the one to print first, in a drawn order."""
    patterns: Sequence[str] = rng.sample(_FORMS[form], len(_FORMS[form]))
    found = []
    for pattern in dict.fromkeys(patterns):
        lead = f"{name}," if pattern.startswith("according") else _parenthetic(name)
        text = pattern.format(
            c=clause,
            s=name,
            s_=lead,
            x=through,
            x_=f"{through}," if through else "",
            own=own,
            day=day,
            that=rng.choice(("that ", "")) if not clause[:1].isdigit() else "",
            show="show" if many else "shows",
        )
        text = re.sub(r",\s*,", ",", text)
        found.append(sentence(_spelled_first(text)))
    return list(dict.fromkeys(found))


def _spelled_first(text: str) -> str:
    """A number under 100 that opens a sentence is spelled."""
    match = re.match(r"(\d{1,2})(?= [a-z])", text)
    return in_words(int(match[0])) + text[match.end() :] if match else text


def quoted(
    words: str, rng: random.Random, name: str, pronoun: str = "", *, single: bool = False, where: str = ""
) -> str:
    """Return a sentence that gives ``words`` in quotation marks to ``name``."""
    left, right = "‘’" if single else rng.choice(("“”", "“”", '""'))
    bare = words.rstrip(".")
    lead = _parenthetic(name)
    place = f" {where}" if where else ""
    forms = [
        f"{left}{bare},{right} {lead} said{place}.",
        f"{left}{bare},{right} said {name}{place}." if "," not in name else f"{left}{bare},{right} {lead} said{place}.",
        f"{lead[:1].upper()}{lead[1:]} said{place}: {left}{bare}.{right}",
    ]
    return rng.choice(forms)
