"""What a scene of the held-out worlds is made of: facts in several wordings, figures, days, sayings, people.

Templates have slots in braces: ``{place}``, ``{firm}`` and the like from the scene, ``{n}``, ``{day}`` from a planting.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is claimed. ``clauses`` all say it, without a capital or full stop; ``seen`` by own eyes."""

    clauses: tuple[str, ...]
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A count or an amount. ``clauses`` hold ``{n}``; ``pairs`` are values that exclude each other, ``alike`` values
    that do not, with the kind of likeness; ``beside`` are clauses with a figure of another scope, ``later``
    of another time.
    """

    clauses: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    alike: tuple[tuple[str, str, str], ...] = ()
    beside: tuple[tuple[str, str], ...] = ()
    later: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Dated:
    """A thing that happened on a day. ``clauses`` hold ``{day}``; ``other`` is another thing with a day of its own."""

    clauses: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """What one person of ``role`` said, to the letter. ``altered`` by kind of misquote; ``sound`` by kind of variant.

    ``short`` is a run of its words that a paper may quote alone, ``around`` the sentence for it, with ``{q}``.
    """

    role: str
    text: str
    altered: dict[str, str]
    sound: dict[str, str] = field(default_factory=dict)
    short: str = ""
    around: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """An event. ``people`` gives for each role how it is written before a name, after one, and without."""

    name: str
    slots: dict[str, tuple[str, ...]]
    people: dict[str, tuple[str, str, str]]
    body: str
    documents: tuple[tuple[str, str], ...]
    unnamed: tuple[tuple[str, ...], ...]
    leads: tuple[str, ...]
    facts: tuple[Fact, ...]
    figures: tuple[Figure, ...]
    days: tuple[Dated, ...]
    sayings: tuple[Saying, ...]
    background: tuple[str, ...]
