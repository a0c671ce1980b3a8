"""One story in the making: who is in it, which sentences are used up, and the articles that will make its world."""

from __future__ import annotations

import random
import re
from calendar import day_name, month_name
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from benchmarks.planted import Difference, Place, PlantedClaim, World, check, closure
from benchmarks.worldmakers.drafting import Draft, Line, copied, paragraphs
from benchmarks.worldmakers.events import Event
from benchmarks.worldmakers.names import Names, Paper, Person
from benchmarks.worldmakers.voices import Source, in_words, quoted, spoken
from claims.articles import article
from claims.records import Article, Outlet

_ADVERTS = (
    "Sign up for our morning newsletter.",
    "Advertisement",
    "Read more: What we know so far",
    "Follow us for updates.",
    "© 2031 {name}. All rights reserved.",
    "This is a developing story and will be updated.",
    "Subscribe now for unlimited access to our articles.",
    "Share this article",
    "Correction: An earlier version of this article misspelled the name of a street.",
    "{agency} contributed to this report.",
)
_COLOUR = (
    "There was little traffic in the centre of {place} in the evening.",
    "A light rain fell on {place} for most of the day.",
    "Calls to several of those involved were not returned.",
    "Many in {place} said that they had first heard of it on the radio.",
    "The provincial assembly is in recess until next month.",
    "A minute's silence was not planned, and nobody had asked for one.",
    "People in {town} followed the news with some unease.",
    "An open meeting is to be held in the library of {place}.",
    "The matter had been talked about in the cafes of {place} for a while.",
    "It was not clear what would happen next.",
    "Letters on the subject have reached this newspaper from all over the province.",
    "Elsewhere in {town}, life went on much as it had before.",
)


@dataclass(frozen=True, slots=True)
class Amount:
    """The event's figure as printed, a wrong one, the right one otherwise put, a rounded one, one of other things."""

    text: str
    wrong: str
    same: str
    about: str
    other: str


@dataclass(slots=True)
class Part:
    """A draft with its outlet and what it was made from."""

    draft: Draft
    paper: Paper
    model: int | None = None


@dataclass(slots=True)
class Story:
    """Everything about one event, drawn once."""

    event: Event
    rng: random.Random
    names: Names
    parts: list[Part] = field(default_factory=list)
    slots: dict[str, str] = field(init=False)
    day: datetime = field(init=False)
    people: dict[str, Person] = field(init=False)
    amount: Amount = field(init=False)
    papers_taken: list[Paper] = field(default_factory=list)
    colour: bool = True
    """Whether articles have sentences about nothing in particular: in one story of a world, or two would share them."""
    _agency: Paper | None = None
    _used: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rng, names, event = self.rng, self.names, self.event
        self.day = datetime(2031, rng.randint(1, 12), rng.randint(11, 23), 6, 5 * rng.randrange(12))
        self.people = {role: names.person() for role in ("official", "expert", "critic", "mouth", "accused")}
        self.slots = {"place": names.place(), "town": names.place(), "firm": names.firm(), "country": names.country()}
        self.slots |= {thing: rng.choice(choices) for thing, choices in event.things.items()}
        self.slots |= {role: person.last for role, person in self.people.items()}
        self.slots["accused"] = self.people["accused"].name
        self.amount = _amount(event, rng)

    @property
    def key(self) -> str:
        """What tells the stories of a world apart: the event's name."""
        return self.event.name

    # ------------------------------------------------------------ words

    def unused(self, pile: str, sentences: Sequence[str]) -> str | None:
        """Return one of ``sentences`` that no article of this story has, or ``None``."""
        if pile not in self._used:
            self._used[pile] = self.rng.sample(list(sentences), len(sentences))
        return self._used[pile].pop() if self._used[pile] else None

    def clause(self, pile: str = "fact", *, n: str | None = None, day: datetime | None = None) -> str:
        """Return a clause of the event's ``pile`` that was not used yet (all again when none is left)."""
        template = self.unused(pile, getattr(self.event, pile))
        if template is None:
            del self._used[pile]
            template = self.unused(pile, getattr(self.event, pile))
        assert template is not None
        return self.filled(template, n=n, when=self.when(day))

    def filled(self, template: str, *, n: str | None = None, when: str = "") -> str:
        """Return a template with the slots in it; a slot without words leaves no gap."""
        slots = self.slots | {"n": n or self.amount.text, "k": self.amount.other, "when": when}
        return re.sub(r"\s+([,.])", r"\1", re.sub(r" {2,}", " ", template.format(**slots))).strip()

    def when(self, day: datetime | None = None) -> str:
        """Return the day of the event, or ``day``, as an article might put it."""
        if day is not None:
            return absolute(day, self.rng)
        form = self.rng.choice(("weekday", "weekday", "date", "none"))
        if form == "none":
            return ""
        return f"on {day_name[self.day.weekday()]}" if form == "weekday" else absolute(self.day, self.rng)

    # ------------------------------------------------------------ sources

    def body(self, role: str) -> str:
        """Return the name of the body in which ``role`` serves."""
        return self.filled(getattr(self.event, role)[1])

    def person(self, role: str) -> Source:
        """Return whoever holds ``role``, by name and office."""
        who, office = self.people[role], getattr(self.event, role)[0]
        body = self.body(role)
        before = f"{office} {who.name}" if " of " not in office else f"{who.name}, {office}"
        return Source(
            "person",
            (f"{who.name}, {office} of {body}", before, f"{who.name}, the {office} of {body}"),
            (who.last, f"{'Ms' if who.woman else 'Mr'} {who.last}", f"the {office}"),
        )

    def office(self, role: str) -> Source:
        """Return the body in which ``role`` serves."""
        return Source("body", (self.body(role),), (self.body(role),))

    def mouth(self, role: str) -> Source:
        """Return somebody who speaks for the body in which ``role`` serves."""
        who, body = self.people["mouth"], self.body(role)
        kind = "spokeswoman" if who.woman else "spokesman"
        return Source("mouth", (f"{who.name}, a {kind} for {body}", f"a {kind} for {body}"), (who.last,))

    def document(self, n: int = 0) -> Source:
        """Return one of the event's documents."""
        name = self.filled(self.event.papers[n % len(self.event.papers)])
        return Source("document", (name,), (name,), many=_is_many(name))

    def unnamed(self, n: int = 0) -> Source:
        """Return people whom no article names."""
        name = self.event.unnamed[n % len(self.event.unnamed)]
        return Source("unnamed", (name,), (name,), many=name.startswith("two"))

    # ------------------------------------------------------------ sentences

    def line(
        self,
        form: str,
        clause: str,
        claims: Sequence[str] = (),
        *,
        source: Source | None = None,
        own: Paper | None = None,
        through: str = "",
        day: datetime | None = None,
        label: str | None = None,
        also: str | None = None,
        value: str | None = None,
    ) -> Line:
        """Return the sentence by which ``source`` is given for ``clause``, with the other ways of saying so.

        ``label`` and ``also`` are what it stands for in differences, by its ``value``.
        """
        texts = spoken(
            form,
            clause,
            self.rng,
            name=self.rng.choice(source.names) if source else "",
            many=source.many if source else False,
            own=own.called if own else "this newspaper",
            through=through,
            day=day_name[(day or self.day).weekday()],
        )
        named = [each for each in (label, also) if each]
        labelled = [
            Line(text, tuple(claims), tuple((each, found(text, value) if value else None) for each in named), core=True)
            for text in texts
        ]
        return replace(labelled[0], others=tuple(labelled[1:4]))

    def quote(
        self,
        words: str,
        source: Source,
        claims: Sequence[str] = (),
        *,
        labels: Sequence[str] = (),
        again: bool = False,
        single: bool = False,
        where: str = "",
    ) -> Line:
        """Return a sentence with a quotation."""
        name = self.rng.choice(source.again if again else source.names)
        text = quoted(words, self.rng, name, single=single, where=where)
        return Line(text, tuple(claims), tuple((label, None) for label in labels))

    def fillers(self, count: int) -> list[Line]:
        """Return up to ``count`` sentences that only this article has: background, colour, what others said."""
        lines = []
        for _ in range(count):
            piles = ("background", "background", "background", "reactions", *(["colour"] if self.colour else []))
            pile = self.rng.choice(piles)
            if pile == "reactions":
                words = self.unused(pile, self.event.reactions)
                if words:
                    lines.append(Line(quoted(words, self.rng, self._bystander())))
                    continue
                pile = "background"
            template = self.unused(pile, self.event.background if pile == "background" else _COLOUR)
            if template:
                text = self.filled(template)
                lines.append(Line(text[:1].upper() + text[1:]))
        return lines

    def _bystander(self) -> str:
        who, place = self.names.person(), self.slots[self.rng.choice(("place", "town"))]
        return self.rng.choice(
            (f"{who.name}, who lives in {place}", f"{who.name} of {place}", f"{place} resident {who.name}")
        )

    # ------------------------------------------------------------ articles

    def paper(self) -> Paper:
        """Return a new outlet."""
        paper = self.names.paper()
        self.papers_taken.append(paper)
        return paper

    def headline(self, n: str | None = None) -> str:
        """Return a headline; several outlets may have the same."""
        text = self.filled(self.rng.choice(self.event.headlines), n=n)
        return _spelled(text)[:1].upper() + _spelled(text)[1:]

    def write(
        self,
        paper: Paper,
        lines: Sequence[Line],
        *,
        extra: int | None = None,
        hours: float | None = None,
        dated: bool = True,
        claim: str | None = None,
        n: str | None = None,
        foot: Sequence[Line] = (),
        dateline: str = "",
        label: str | None = None,
    ) -> int:
        """Print an article and return its number. ``claim`` is what its headline says, if that stands in the text."""
        extra = self.rng.randint(1, 6) if extra is None else extra
        kept = list(lines[1:])
        for line in self.fillers(extra):
            kept.insert(self.rng.randint(min(1, len(kept)), len(kept)), line)
        title = self.headline(n)
        draft = Draft(paper.name, title, paragraphs([lines[0], *kept], self.rng), dateline=dateline)
        draft = self._furnished(draft, paper, claim, n, label)
        draft = replace(draft, foot=(*foot, *draft.foot))
        return self._print(draft, paper, hours, dated)

    def copy(
        self,
        model: int,
        paper: Paper,
        share: float,
        *,
        credit: str | None = None,
        hours: float | None = None,
        dated: bool = True,
    ) -> int:
        """Print what ``paper`` made of article number ``model``: ``share`` of it is changed."""
        draft = copied(self.parts[model].draft, self.rng, share, title=self.headline())
        place = self.slots["place"].upper()
        if credit and self.rng.random() < 0.6:
            draft = replace(draft, dateline=f"{place} ({credit}) -")
        elif credit:
            draft = replace(draft, foot=(Line(f"({credit})", furniture=True, credit=True),))
        draft = replace(draft, outlet=paper.name)
        foot = draft.foot
        draft = self._furnished(draft, paper)
        number = self._print(replace(draft, foot=(*foot, *draft.foot)), paper, hours, dated)
        self.parts[number].model = model
        return number

    def _furnished(
        self, draft: Draft, paper: Paper, claim: str | None = None, n: str | None = None, label: str | None = None
    ) -> Draft:
        """Return the draft with its headline, byline and adverts, as plain text of a page often has them."""
        head: list[Line] = []
        foot: list[Line] = []
        writer = self.names.person().name if self.rng.random() < 0.4 else None
        if claim and self.rng.random() < 0.3 and (n or self.amount.text) in draft.title:
            labels = ((label, n or self.amount.text),) if label else ()
            head.append(Line(draft.title, (claim,), labels, furniture=True))
        if writer and self.rng.random() < 0.5:
            head.append(Line(f"By {writer}", furniture=True))
        if self.rng.random() < 0.4:
            foot.append(self._advert(paper))
        slug = re.sub(r"[^a-z0-9]+", "-", draft.title.lower()).strip("-")
        url = f"https://{paper.host}/news/{slug}" if self.rng.random() < 0.75 else None
        return replace(draft, head=tuple(head), foot=tuple(foot), author=writer, url=url)

    def _advert(self, paper: Paper) -> Line:
        text = self.rng.choice(_ADVERTS)
        if "{agency}" in text and self._agency is None:
            self._agency = self.names.agency()
            self.papers_taken.append(self._agency)
        letters = self._agency.letters if self._agency else ""
        return Line(text.format(name=paper.name, agency=letters), furniture=True)

    def _print(self, draft: Draft, paper: Paper, hours: float | None, dated: bool) -> int:
        after = self.rng.uniform(4, 60) if hours is None else hours
        moment = self.day + timedelta(hours=after)
        published = moment.strftime("%Y-%m-%dT%H:%M:00+00:00") if self.rng.random() < 0.7 else moment.date().isoformat()
        self.parts.append(Part(replace(draft, published=published if dated else None), paper))
        return len(self.parts) - 1


# ---------------------------------------------------------------- the world


Told = tuple[Story, str, int, int, frozenset[str]]
"""A planted claim of a story: its name, origins, most, flags."""
Pair = tuple[Story, str, str, str, str]
"""A planted difference of a story: the field of the world that lists it, its kind, the labels of its two sides."""


def absolute(day: datetime, rng: random.Random) -> str:
    """Return "on 3 May" or "on May 3"."""
    month = month_name[day.month]
    return f"on {day.day} {month}" if rng.random() < 0.5 else f"on {month} {day.day}"


def found(text: str, value: str) -> str:
    """Return ``value`` as it stands in ``text``: spelled where it opens the sentence."""
    if value in text or not value.isdigit():
        return value
    return in_words(int(value)).capitalize()


def _spelled(text: str) -> str:
    match = re.match(r"(\d{1,2})(?= )", text)
    return in_words(int(match[0])).capitalize() + text[match.end() :] if match else text


def _is_many(name: str) -> bool:
    return bool(re.search(r"\b(?:data|records|filings|minutes|figures)\b", name))


def _amount(event: Event, rng: random.Random) -> Amount:
    low, high = event.figure.low, event.figure.high
    while True:
        number = rng.randint(low, high)
        wrong = (
            int(str(number)[::-1])
            if number >= 10 and rng.random() < 0.5
            else number + rng.choice((-1, 1)) * rng.randint(5, 30)
        )
        other = rng.randint(low, high)
        rounded = round(number, -1)
        if (
            low // 2 < wrong
            and abs(wrong - number) > 0.3 * number
            and abs(other - number) > 0.4 * number
            and abs(other - wrong) > 0.4 * wrong
            and 0 < abs(rounded - number) <= 0.07 * number
        ):
            break
    if event.figure.kind == "count":
        return Amount(str(number), str(wrong), in_words(number), f"about {rounded}", str(other))
    if event.figure.kind == "thousands":
        ones = 100 * number
        return Amount(f"{ones:,}", f"{100 * wrong:,}", str(ones), f"about {100 * rounded:,}", f"{100 * other:,}")
    if event.figure.kind == "miles":
        km = round(1.609344 * number)
        return Amount(f"{number} miles", f"{wrong} miles", f"{km} km", f"about {rounded} miles", f"{other} miles")
    tenth = rng.randint(1, 9)
    return Amount(
        f"${number}.{tenth} million",
        f"${wrong}.{tenth} million",
        f"${number},{tenth}00,000",
        f"some ${number + (tenth >= 5)} million",
        f"${other}.{tenth} million",
    )


def make_world(
    id: str, kind: str, stories: Sequence[Story], claims: Sequence[Told], pairs: Sequence[Pair] = ()
) -> World:
    """Return the world of ``stories``. Raises ValueError where the truth does not fit the articles."""
    number = {story.key: n for n, story in enumerate(stories)}
    made = {(number[story.key], n): _article(part.draft) for story in stories for n, part in enumerate(story.parts)}
    places: dict[tuple[int, str, str], list[Place]] = {}
    for story in stories:
        for n, part in enumerate(story.parts):
            for line in part.draft.lines:
                for name in line.claims:
                    places.setdefault((number[story.key], "claim", name), []).append(
                        Place(made[number[story.key], n].id, line.text)
                    )
                for label, value in line.labels:
                    place = Place(made[number[story.key], n].id, line.text, value)
                    places.setdefault((number[story.key], "label", label), []).append(place)
    planted = tuple(
        PlantedClaim(name, tuple(places[number[story.key], "claim", name]), origins, most, flags)
        for story, name, origins, most, flags in claims
    )
    found_pairs: dict[str, list[Difference]] = {"misquotes": [], "speakers": [], "conflicts": [], "sound": []}
    for story, what, of, a, b in pairs:
        sides = places.get((number[story.key], "label", a)), places.get((number[story.key], "label", b))
        if sides[0] and sides[1]:
            found_pairs[what].append(Difference(of, tuple(sides[0]), tuple(sides[1])))
    direct = [
        (made[number[story.key], n].id, made[number[story.key], part.model].id)
        for story in stories
        for n, part in enumerate(story.parts)
        if part.model is not None
    ]
    owned = [paper for story in stories for paper in story.papers_taken if paper.owner or paper.letters]
    world = World(
        id=id,
        kind=kind,
        articles=tuple(made.values()),
        claims=planted,
        copies=closure(tuple(direct)),
        misquotes=tuple(found_pairs["misquotes"]),
        speakers=tuple(found_pairs["speakers"]),
        conflicts=tuple(found_pairs["conflicts"]),
        sound=tuple(found_pairs["sound"]),
        outlets=tuple(
            Outlet(p.name, (p.letters,) if p.letters else (), (p.host,), p.owner, "wire" if p.letters else None)
            for p in dict.fromkeys(owned)
        ),
    )
    check(world)
    return world


def _article(draft: Draft) -> Article:
    return article(
        draft.text,
        url=draft.url,
        outlet=draft.outlet,
        title=draft.title,
        author=draft.author,
        published=draft.published,
    )
