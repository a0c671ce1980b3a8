"""One story of the held-out worlds while it is written: who is in it, which outlets write, which words are used up.

No background sentence and no lead is used twice in a story, so that two articles share wording only where one was made
from the other.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from benchmarks.planted import Difference, Place, PlantedClaim, World, closure
from benchmarks.worldmakers import held_desks as desks
from benchmarks.worldmakers.held_nouns import Scene
from claims.articles import article
from claims.records import Article, Outlet

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or two that belong together. ``claim`` is what it states, ``marks`` the differences that it stands
    in: key, side (0 or 1), exact value. ``again`` are other wordings of the same by the same source."""

    text: str
    claim: str | None = None
    marks: tuple[tuple[str, int, str | None], ...] = ()
    again: tuple[str, ...] = ()


@dataclass(slots=True)
class Paper:
    """An outlet as it is cited (``name``) and as it speaks of itself (``own``)."""

    outlet: str
    name: str
    own: str
    style: desks.Style


@dataclass(slots=True, eq=False)
class Draft:
    """An article before it is printed: paragraphs of lines."""

    paper: Paper
    title: str
    at: datetime | None
    paragraphs: list[list[Line]]
    dateline: str = ""
    bare: bool = False
    """Whether the outlet is unknown."""

    @property
    def lines(self) -> list[Line]:
        """All lines in their order."""
        return [line for paragraph in self.paragraphs for line in paragraph]

    def print(self) -> Article:
        """Return the article as it is published."""
        body = [" ".join(line.text for line in paragraph) for paragraph in self.paragraphs if paragraph]
        if self.dateline:
            body[0] = self.dateline + body[0]
        slug = re.sub(r"\W+", "-", self.paper.outlet.lower()).strip("-")
        address = None if self.bare else f"https://www.{slug}.example/{re.sub(r'[^a-z]+', '-', self.title.lower())}"
        return article(
            "\n\n".join(body),
            url=address,
            outlet=None if self.bare else self.paper.outlet,
            title=self.title,
            published=self.at.isoformat() if self.at else None,
        )


@dataclass(slots=True)
class Source:
    """Somebody or something that vouches. ``forms`` are ways to write it at first mention."""

    kind: str
    forms: tuple[str, ...]
    surname: str = ""
    role: str = ""


@dataclass(slots=True)
class Story:
    """A scene with its people, and the drafts written so far."""

    rng: random.Random
    scene: Scene
    slots: dict[str, str]
    names: dict[str, str]
    day: datetime
    drafts: list[Draft] = field(default_factory=list)
    copied: list[tuple[Draft, Draft]] = field(default_factory=list)
    truths: dict[str, tuple[int, int, frozenset[str]]] = field(default_factory=dict)
    differences: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Key of a difference to its kind and the field of World that it goes into."""
    pools: dict[str, list[str]] = field(default_factory=dict)
    towns: list[str] = field(default_factory=list)
    round: int = 0
    """Which planting is at work: keys of differences are its own."""
    used: set[str] = field(default_factory=set)
    """Sayings, figures and dated things that a planting has taken."""
    open: list[Draft] = field(default_factory=list)
    """Articles into which a second planting may go instead of into articles of its own."""
    dealt: dict[tuple[str, ...], list[str]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, scene: Scene, rng: random.Random) -> Story:
        """Set the stage."""
        slots = {slot: rng.choice(values) for slot, values in scene.slots.items()}
        firsts, lasts = rng.sample(desks.FIRST, 10), rng.sample(desks.LAST, 10)
        names = {role: f"{firsts.pop()} {lasts.pop()}" for role in (*scene.people, "spokesman", "editor")}
        day = datetime(rng.randint(2019, 2026), rng.randint(1, 12), rng.randint(1, 28), rng.randint(6, 11))
        story = cls(rng, scene, slots, names, day, towns=rng.sample(desks.TOWNS, len(desks.TOWNS)))
        story.pools["lead"] = [story.fill(text) for text in rng.sample(scene.leads, len(scene.leads))]
        own = [story.fill(text) for text in rng.sample(scene.background, len(scene.background))]
        common = [story.fill(text) for text in rng.sample(desks.BACKGROUND, len(desks.BACKGROUND))]
        story.pools["background"] = [text for pair in zip(own, common, strict=False) for text in pair] + common[
            len(own) :
        ]
        return story

    def fill(self, template: str, **more: str) -> str:
        """Fill the scene's slots; a sentence's first letter becomes a capital if it is one."""
        text = template
        for _ in range(2):  # a slot may hold a slot
            for slot, value in {**self.slots, **more}.items():
                text = text.replace("{" + slot + "}", value)
        return sentence(text) if text[-1:] in '.!?”’"' else text

    def deal(self, templates: tuple[str, ...]) -> str:
        """Draw one; none comes again before all have been."""
        left = self.dealt[templates]
        if not left:
            left.extend(self.rng.sample(templates, len(templates)))
        return left.pop()

    # ------------------------------------------------------------ who

    def paper(self, *kinds: desks.Style) -> Paper:
        """Found an outlet, or take one whose article is open."""
        if self.open and not kinds and self.rng.random() < 0.5:
            return self.open[-1].paper
        style, town = self.rng.choice(kinds or desks.STYLES), self.towns.pop()
        name = self.rng.choice(style.mastheads).format(town=town)
        plain = name.removeprefix("The ")
        named = plain if plain.startswith(("Radio", "Channel", "Interline", "Works")) else f"the {plain}"
        if plain.endswith(("Online", "Television")):
            named = plain
        short = plain.removeprefix(f"{town} and ").removeprefix(town).strip()
        own = (
            f"the {short}"
            if style.kind == "newspaper" and short in ("Mercury", "Argus", "Messenger", "Flash", "Blaze")
            else named
        )
        return Paper(name, named, own, style)

    def person(self, role: str) -> Source:
        """Return one of the scene's people."""
        before, after, without = (self.fill(text) for text in self.scene.people[role])
        name = self.names[role]
        forms: tuple[str, ...] = (f"{before} {name}", f"{name}, {after},", f"{without}, {name},")
        if after.startswith("who "):
            forms = (forms[0], forms[1])
        return Source("person", forms, name.split()[-1], role)

    def body(self) -> Source:
        """Return the official body, through all its mouths."""
        body = self.fill(self.scene.body)
        return Source(
            "body", (body, f"a spokeswoman for {body}", f"{self.names['spokesman']}, a spokesman for {body},", body)
        )

    def document(self, number: int) -> Source:
        """Return the document that goes with fact ``number``."""
        return Source("document", tuple(self.fill(form) for form in self.scene.documents[number]))

    def unnamed(self, number: int) -> Source:
        """Return somebody unnamed, always described alike."""
        return Source("unnamed", tuple(self.fill(form) for form in self.scene.unnamed[number]))

    def roles(self, count: int, independent_of_body: bool = False) -> list[Source]:
        """Draw people; on demand none who may speak for the official body."""
        banned = AFFILIATED.get(self.scene.name, set()) if independent_of_body else set()
        roles = [role for role in self.scene.people if role not in banned]
        return [self.person(role) for role in self.rng.sample(roles, count)]

    # ------------------------------------------------------------ lines

    def frame(self, frames: tuple[str, ...], clause: str, paper: Paper, **more: str) -> str:
        """Put a clause into a frame."""
        frame = self.deal(frames)
        when = DAYS[(self.day + timedelta(days=self.rng.randint(-1, 0))).weekday()]
        words = {"O": paper.own, "day": when, "c": clause, "C": sentence(clause), **more}
        return tidy(self.fill(frame, **words))

    def line(self, claim: str, frames: tuple[str, ...], paper: Paper, **more: str) -> Line:
        """State ``claim`` (the number of a fact) in a frame; with two other wordings for those who copy."""
        clauses = self.scene.facts[int(claim)].clauses
        texts = [self.frame(frames, self.fill(self.deal(clauses)), paper, **more) for _ in range(3)]
        return Line(texts[0], claim, again=tuple(text for text in texts[1:] if text != texts[0]))

    def vouched(self, claim: str, source: Source, paper: Paper) -> Line:
        """State ``claim`` as ``paper`` has it from ``source`` itself."""
        frames = {"body": desks.OFFICIAL, "document": desks.READ}.get(source.kind, paper.style.said)
        return self.line(claim, frames, paper, S=self.rng.choice(source.forms))

    def quote(self, text: str, source: str, paper: Paper) -> str:
        """Return a sentence with ``text`` as a direct quotation."""
        opening, closing = paper.style.marks
        parts = re.split(r"(?<=[.])\s", text)
        if len(parts) == 2 and self.rng.random() < 0.4:
            first = self.fill("“{q},” {S} said.", q=parts[0].rstrip("."), S=source)
            made = tidy(f"{first} “{parts[1]}”")
        else:
            frame = self.deal(paper.style.quoted)
            ends = "{q}”" in frame
            made = self.fill(
                frame, q=text if ends else text.rstrip("."), S=source, O=paper.own, day=DAYS[self.day.weekday()]
            )
            made = tidy(made)
        return made.replace("“", opening).replace("”", closing)

    # ------------------------------------------------------------ articles

    def write(self, paper: Paper, lines: Iterable[Line], fillers: int = 3, dated: bool = True) -> Draft:
        """Write an article of its own around ``lines``, or put them into the open one of ``paper``."""
        lines = [
            replace(line, marks=tuple((f"{self.round} {key}", side, value) for key, side, value in line.marks))
            for line in lines
        ]
        if self.open and self.open[-1].paper is paper:
            draft = self.open.pop()
            for line in lines:
                draft.paragraphs.insert(
                    self.rng.randint(max(len(draft.paragraphs) - 1, 1), len(draft.paragraphs)), [line]
                )
            return draft
        paragraphs: list[list[Line]] = []
        if self.pools["lead"] and (self.rng.random() < 0.85 or len(self.pools["lead"]) > 6):
            paragraphs.append([Line(self.pools["lead"].pop())])
        rest: list[Line] = []
        while self.pools["background"] and (
            len(rest) < fillers or sum(len(line.text.split()) for line in (*lines, *rest)) < 50
        ):
            rest.append(Line(self.pools["background"].pop(0)))
        for line in lines:
            paragraphs.append([line, *([rest.pop()] if rest and self.rng.random() < 0.4 else [])])
        while rest:
            group = [rest.pop() for _ in range(min(len(rest), self.rng.randint(1, 2)))]
            paragraphs.insert(self.rng.randint(1, len(paragraphs)), group)
        style = paper.style
        if style.top and self.rng.random() < 0.3:
            paragraphs.insert(0, [Line(self.rng.choice(style.top))])
        if style.foot and self.rng.random() < 0.4:
            paragraphs.append([Line(self.fill(self.rng.choice(style.foot), O=paper.own))])
        dateline = ""
        if style.kind == "wire":
            dateline = f"{self.slots['place'].upper()} ({paper.outlet}) — "
        draft = Draft(paper, self.title(), self.time() if dated else None, paragraphs, dateline)
        self.drafts.append(draft)
        return draft

    def take(self, *choices: str) -> str:
        """Draw a saying or figure, by its words, that no planting has taken. Raises ValueError if none is left."""
        left = [choice for choice in choices if choice not in self.used]
        if not left:
            raise ValueError("all of the scene is used up")
        taken = self.rng.choice(left)
        self.used.add(taken)
        return taken

    def title(self) -> str:
        """Return a headline that states nothing."""
        return self.fill(self.deal(desks.TITLES))

    def time(self) -> datetime:
        """Return when the next article is published, one to five hours after the last."""
        self.day += timedelta(minutes=self.rng.randint(20, 200))
        return self.day

    # ------------------------------------------------------------ truth

    def truth(self, claim: str, origins: int, unsure: int = 0, *flags: str) -> None:
        """Say what must come out of ``claim``."""
        self.truths[claim] = (origins, origins + unsure, frozenset(flags))

    def differ(self, key: str, kind: str, where: str) -> None:
        """Announce a difference; its places are the lines that carry its mark."""
        self.differences[f"{self.round} {key}"] = (kind, where)

    def world(self, name: str, kind: str) -> World:
        """Print everything."""
        printed = [(draft, draft.print()) for draft in self.drafts]
        claims = []
        for claim, (origins, most, flags) in self.truths.items():
            places = tuple(
                Place(a.id, line.text) for draft, a in printed for line in draft.lines if line.claim == claim
            )
            claims.append(PlantedClaim(f"{self.scene.name} {claim}", places, origins, most, flags))
        kinds: dict[str, list[Difference]] = defaultdict(list)
        for key, (planted, where) in self.differences.items():
            sides: tuple[list[Place], list[Place]] = ([], [])
            for draft, a in printed:
                for line in draft.lines:
                    for mark, side, value in line.marks:
                        if mark == key:
                            sides[side].append(Place(a.id, line.text, value))
            if sides[0] and sides[1]:
                kinds[where].append(Difference(planted, tuple(sides[0]), tuple(sides[1])))
        ids = {id(draft): a.id for draft, a in printed}
        return World(
            id=name,
            kind=kind,
            articles=tuple(a for _, a in printed),
            claims=tuple(claims),
            copies=closure(tuple((ids[id(a)], ids[id(b)]) for a, b in self.copied)),
            misquotes=tuple(kinds["misquotes"]),
            speakers=tuple(kinds["speakers"]),
            conflicts=tuple(kinds["conflicts"]),
            sound=tuple(kinds["sound"]),
            outlets=tuple(Outlet(paper.outlet, kind=paper.style.kind) for paper in self.table()),
        )

    def table(self) -> list[Paper]:
        """Return the outlets that the newsroom's own table has: in half of the stories all, else none."""
        known = {draft.paper.outlet: draft.paper for draft in self.drafts}
        return (
            [paper for paper in known.values() if paper.style is not desks.OFFICE]
            if self.slots["table"] == "yes"
            else []
        )


AFFILIATED = {
    "bridge": {"engineer", "minister"},
    "river": {"biologist", "minister"},
    "grid": {"chief"},
    "railway": {"investigator"},
    "school": {"leader"},
    "museum": {"inspector"},
    "fire": {"ranger"},
    "count": {"officer"},
}
"""Roles of a scene that may speak for its official body."""


def sentence(text: str) -> str:
    """Return ``text`` with a capital first letter."""
    for place, sign in enumerate(text):
        if sign.isalpha():
            return text[:place] + sign.upper() + text[place + 1 :]
        if sign.isdigit():
            return text
    return text


def tidy(text: str) -> str:
    """Mend the comma that closes an apposition where another sign follows it."""
    for bad, good in ((",,", ","), (",.", "."), (", .", "."), (",:", ":"), (",;", ";"), (", –", " –"), (",”", ",”")):
        text = text.replace(bad, good)
    return sentence(text)
