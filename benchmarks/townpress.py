"""A made archive: two hundred short articles of a county's newspapers, and all that anybody says in them.

Everything is invented and written by a seeded generator, so that what was said, by whom and in which outlet is known,
and not read off the text by the program that is measured.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from claims.articles import article
from claims.records import Article

OUTLETS = (
    "Arden Vale Chronicle",
    "Brockmere Evening News",
    "Cawle Valley Times",
    "Dunmarsh Advertiser",
    "Elsingham Journal",
    "Fenwater Gazette",
    "Garrow Sentinel",
    "Hythebank Observer",
)
_FIRST = [
    "Ada",
    "Bram",
    "Celia",
    "Doran",
    "Edda",
    "Fergus",
    "Greta",
    "Hamish",
    "Ines",
    "Jarek",
    "Karin",
    "Lorcan",
    "Mirela",
    "Niall",
    "Odette",
    "Pavel",
    "Rhona",
    "Stellan",
    "Tamsin",
    "Ulric",
    "Vesna",
    "Wilma",
    "Yannick",
    "Zora",
]
_LAST = [
    f"{first}{last}"
    for first in [
        "Abel",
        "Bran",
        "Crav",
        "Dov",
        "Ell",
        "Farr",
        "Grib",
        "Hall",
        "Ibs",
        "Jurg",
        "Kett",
        "Lant",
        "Moss",
        "Nett",
        "Orch",
        "Pell",
        "Quarr",
        "Rav",
        "Skar",
        "Thor",
    ]
    for last in [
        "ard",
        "beck",
        "combe",
        "dale",
        "ern",
        "ford",
        "gate",
        "holm",
        "ick",
        "ley",
        "mere",
        "nock",
        "ong",
        "rick",
        "stone",
    ]
]
"""More than there are people, so that a surname tells them apart."""
_PLACES = [
    "Brockmere",
    "Cawle",
    "Dunmarsh",
    "Elsingham",
    "Fenwater",
    "Garrow",
    "Hythebank",
    "Ilverton",
    "Keldmoor",
    "Lanthwaite",
    "Marrowby",
    "Netherholm",
]
_MONTHS = ["January", "March", "April", "May", "June", "September", "October", "November"]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a story is about: the thing, its parts, who uses it, who runs it."""

    thing: str
    part: str
    users: str
    work: str
    body: str


SUBJECTS = (
    Subject("footbridge", "parapet", "walkers", "repairs", "highways board"),
    Subject("ferry", "ramp", "passengers", "sailings", "harbour trust"),
    Subject("reservoir", "spillway", "anglers", "dredging", "water company"),
    Subject("tramway", "overhead line", "commuters", "track laying", "transport executive"),
    Subject("hospital", "maternity ward", "patients", "rebuilding", "health trust"),
    Subject("library", "reading room", "readers", "rewiring", "county council"),
    Subject("quarry", "north face", "drivers", "blasting", "quarry company"),
    Subject("school", "sports hall", "pupils", "roofing", "education board"),
    Subject("market hall", "glass roof", "traders", "cleaning", "town council"),
    Subject("sewage works", "settling tank", "residents", "pumping", "drainage board"),
    Subject("cinema", "balcony", "filmgoers", "restoration", "heritage fund"),
    Subject("airfield", "runway", "pilots", "resurfacing", "aviation club"),
    Subject("fish farm", "outer pens", "crews", "stocking", "fisheries agency"),
    Subject("power station", "cooling tower", "engineers", "demolition", "energy company"),
    Subject("swimming pool", "boiler house", "swimmers", "retiling", "leisure trust"),
    Subject("lighthouse", "lantern", "skippers", "rewiring", "lights commission"),
)
_SAYINGS = (  # what people say, one or more sentences; slots are filled once for each use
    "We told the {body} in {month} that the {part} would not last another winter. Nobody wrote back to us.",
    "The {part} is not safe, and I would not let my own children near it.",
    "We will reopen the {thing} on {day} if the inspectors find the {part} sound.",
    "I have run this {thing} for {n} years and I have never seen {users} so angry. They deserve a straight answer.",
    "There is no plan to close the {thing}. What we are discussing is how the {work} should be paid for.",
    "We may have to turn {users} away during the {work}, and we must say so early.",
    "Unless the {body} finds {n} million crowns by {month}, the {work} will stop.",
    "Every one of the {n} complaints about the {part} was read, answered and filed by my own staff.",
    "The contractor promised us a new {part} before {month}. We are still looking at the old one.",
    "I do not believe that the {body} ever measured the {part}. The drawings in the file are of another {thing}.",
    "Our {users} can keep using the {thing} until the {work} begins in earnest.",
    "Only {n} of the bolts in the {part} were tested, and all of those failed.",
    "The {body} should apologise to the {users} of {place}, in public and without lawyers.",
    "We never received a warning about the {part}, and we would have acted on one at once.",
    "This {thing} brought {n} jobs to {place}, as long as the {work} is finished by {month}.",
    "People say that the {work} cost too much. I say that a fallen {part} would have cost {n} times more.",
    "We cannot promise that the {thing} will open on {day}, but we can promise that it will open whole.",
    "The colour of the {part} was chosen by {users} at a meeting that I chaired myself.",
    "My grandfather helped to organise the first {thing} in {place}, and he would be ashamed of this {part}.",
    "What the {body} calls a delay, {users} call a broken promise. I have told the chairman exactly that.",
    "The {work} will be finished by {month}, provided that the weather holds and the steel arrives.",
    "Some {users} have stopped coming altogether. Others come early, park badly and leave before the {work} starts.",
    "I asked for the minutes of that meeting {n} times. I was given a brochure about the {thing}.",
    "No one at the {body} was disciplined over the {part}, and no one will be.",
    "If the {part} fails again, the {body} must hand the {thing} over to somebody else.",
    "The neighbours in {place} have been patient for {n} months. Their patience might not survive another summer.",
)
_REPORTED = (  # indirect speech: what follows "said that"
    "the {work} at the {thing} in {place} had cost {n} million crowns",
    "{n} {users} had signed a petition against the {work} at the {place} {thing}",
    "inspectors had found {n} cracks in the {part} of the {place} {thing}",
    "the {place} {thing} would close for {n} weeks from {date}",
    "the {body} had been warned about the {part} in {place} on {date}",
)
_STATED = (  # in the outlet's own voice
    "The {thing} in {place} was closed on {date} after part of its {part} gave way.",
    "About {n} {users} use the {place} {thing} every day.",
    "The {body} signed a contract for the {work} in {place} on {date}.",
    "The {work} at the {place} {thing} began on {date} and employs {n} people.",
)
_FRAMES = (
    "“{q},” said {who}, {role}.",
    "“{q},” {who}, {role}, told the {outlet}.",
    "{who}, {role}, said: “{q}.”",
    "“{q},” {who} said at a meeting on {day}.",
)
_ROLES = (
    "who chairs the {body}",
    "an engineer at the {thing}",
    "the manager of the {thing}",
    "a spokeswoman for the {body}",
    "who speaks for {users} in {place}",
)


@dataclass(frozen=True, slots=True)
class Saying:
    """Words that somebody says in an article: ``text`` is what stands inside the quotation marks, or after "that"."""

    text: str
    speaker: str
    outlet: str
    article: int


@dataclass(frozen=True, slots=True)
class Stated:
    """A sentence of an article in the outlet's own voice."""

    text: str
    outlet: str
    article: int


@dataclass(frozen=True, slots=True)
class Press:
    """An archive to be, and what is known of it. ``quotes`` and ``reported`` may have several places for one text."""

    articles: tuple[Article, ...]
    quotes: tuple[Saying, ...]
    reported: tuple[Saying, ...]
    stated: tuple[Stated, ...]


def print_county(seed: int, stories: int = 60) -> Press:
    """Return the county's press: each story in one to four outlets, which share some of its quotes.

    No two stories say the same of the same thing (:data:`_SAYINGS` of one of :data:`SUBJECTS`).
    """
    rng = random.Random(seed)
    unsaid = {subject: rng.sample(_SAYINGS, len(_SAYINGS)) for subject in SUBJECTS}
    people = [f"{rng.choice(_FIRST)} {last}" for last in rng.sample(_LAST, len(_LAST))]
    articles: list[Article] = []
    quotes: list[Saying] = []
    reported: list[Saying] = []
    stated: list[Stated] = []
    for story in range(stories):
        subject, place = SUBJECTS[story % len(SUBJECTS)], rng.choice(_PLACES)
        cast = [(people.pop(), rng.choice(_ROLES)) for _ in range(4)]
        said = [unsaid[subject].pop() for _ in range(6)]
        fixed = [(cast[n % 3], _filled(saying, subject, place, rng)) for n, saying in enumerate(said)]
        passed_on = [(cast[3], _filled(each, subject, place, rng)) for each in rng.sample(_REPORTED, 2)]
        facts = [_filled(each, subject, place, rng) for each in rng.sample(_STATED, 2)]
        month = f"2031-{1 + story % 12:02}"
        for outlet in rng.sample(OUTLETS, rng.randint(1, 4)):
            number = len(articles)
            lines = list(_lines(rng, outlet, number, subject, place, fixed, passed_on, facts, quotes, reported, stated))
            title = f"{subject.thing.capitalize()} in {place}: questions over {subject.work}"
            articles.append(
                article("\n\n".join(lines), outlet=outlet, title=title, published=f"{month}-{rng.randint(1, 28):02}")
            )
    return Press(tuple(articles), tuple(quotes), tuple(reported), tuple(stated))


def _lines(
    rng: random.Random,
    outlet: str,
    number: int,
    subject: Subject,
    place: str,
    fixed: list[tuple[tuple[str, str], str]],
    passed_on: list[tuple[tuple[str, str], str]],
    facts: list[str],
    quotes: list[Saying],
    reported: list[Saying],
    stated: list[Stated],
) -> Iterator[str]:
    for fact in rng.sample(facts, rng.randint(1, 2)):
        stated.append(Stated(fact, outlet, number))
        yield fact
    for (who, role), saying in rng.sample(fixed, rng.randint(3, 5)):
        quotes.append(Saying(saying.removesuffix("."), who, outlet, number))
        frame = rng.choice(_FRAMES)
        role = _filled(role, subject, place, rng)
        yield frame.format(q=saying.removesuffix("."), who=who, role=role, outlet=outlet, day=rng.choice(_DAYS))
    for (who, role), what in rng.sample(passed_on, rng.randint(1, 2)):
        reported.append(Saying(what, who, outlet, number))
        yield f"{who}, {_filled(role, subject, place, rng)}, said that {what}."
    if rng.random() < 0.4:
        yield f"The {subject.body} did not answer questions that the {outlet} had sent."


def _filled(template: str, subject: Subject, place: str, rng: random.Random) -> str:
    n = str(rng.choice([3, 4, 6, 7, 9, 11, 12, 14, 17, 21, 26, 34, 42, 58, 75, 90, 130, 260, 480]))
    date = f"{rng.randint(2, 28)} {rng.choice(_MONTHS)}"
    month, day = rng.choice(_MONTHS), rng.choice(_DAYS)
    return template.format(
        thing=subject.thing,
        part=subject.part,
        users=subject.users,
        work=subject.work,
        body=subject.body,
        place=place,
        n=n,
        month=month,
        day=day,
        date=date,
    )
