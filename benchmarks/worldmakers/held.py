"""The held-out worlds: written by another hand than the worlds that the product was tuned on.

:data:`PLANTINGS` lists what is planted. One person, body or document in several outlets is one origin; a copy, a ring,
a denial is none; a statement without a source, "reports say", and unnamed people who may be those already counted only
raise the most that there could be.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from benchmarks.planted import World, check
from benchmarks.worldmakers import held_desks as desks
from benchmarks.worldmakers import held_quotes as quotes
from benchmarks.worldmakers.held_copies import copy
from benchmarks.worldmakers.held_country import FIRE, RIVER
from benchmarks.worldmakers.held_offices import COUNT, HOSPITAL, SCHOOL
from benchmarks.worldmakers.held_pastimes import CLUB, MUSEUM
from benchmarks.worldmakers.held_story import Draft, Line, Paper, Source, Story, tidy
from benchmarks.worldmakers.held_ways import BRIDGE, RAILWAY
from benchmarks.worldmakers.held_works import GRID, JARS, LEAK

SCENES = (LEAK, HOSPITAL, CLUB, BRIDGE, MUSEUM, GRID, JARS, RAILWAY, SCHOOL, RIVER, COUNT, FIRE)
SECOND = 0.6
"""Share of stories with a second planting, of a quotation or a figure."""
FEWEST = 3
"""Articles of a story: some are filled up with such as state nothing of interest."""
MOST = 30
"""Articles of a story."""


def worlds(count: int, seed: int) -> Iterator[World]:
    """Write ``count`` stories; the same seed gives the same bytes."""
    plan: list[str] = []
    rng = random.Random(f"held {seed}")
    while len(plan) < count:
        plan += rng.sample(list(PLANTINGS), len(PLANTINGS))
    for number, kind in enumerate(plan[:count]):
        own = random.Random(f"held {seed} {number}")
        while True:
            story = Story.of(own.choice(SCENES), own)
            story.slots["table"] = own.choice(("yes", "no"))
            try:
                _plant(story, kind)
                world = story.world(f"held-{seed}-{number:03}", kind)
                check(world)
            except ValueError:  # a value or a sentence twice by chance, or nothing left to plant: another draw
                continue
            yield world
            break


def _plant(story: Story, kind: str) -> None:
    own = story.rng
    PLANTINGS[kind](story)
    if own.random() < SECOND:
        story.open = [draft for draft in story.drafts if not any(draft in pair for pair in story.copied)]
        own.shuffle(story.open)
        story.round = 1
        own.choice(SECONDS)(story)
        story.open = []
    while len(story.drafts) < FEWEST:
        story.write(story.paper(), [], 5)
    if len(story.drafts) > MOST:
        raise ValueError(f"{len(story.drafts)} articles, over {MOST}")
    own.shuffle(story.drafts)


# ---------------------------------------------------------------- copies


def _told(story: Story, claim: str, fillers: int = 3, *styles: desks.Style) -> tuple[Draft, Source]:
    """Write an article that has ``claim`` from a source of its own."""
    source = story.rng.choice([*story.roles(2, independent_of_body=True), story.body(), story.document(int(claim))])
    paper = story.paper(*styles)
    return story.write(paper, [story.vouched(claim, source, paper)], fillers), source


def _beside(story: Story, claim: str, source: Source) -> int:
    """Perhaps write articles of their own: by the same source, or by another; return how many origins they add."""
    rng, added = story.rng, 0
    if rng.random() < 0.6:
        paper = story.paper()
        story.write(paper, [story.vouched(claim, source, paper)], rng.randint(2, 4))
    if rng.random() < 0.4:
        others = [person for person in story.roles(2, independent_of_body=True) if person.role != source.role]
        paper = story.paper()
        story.write(paper, [story.vouched(claim, others[0], paper)], rng.randint(2, 4))
        added = 1
    return added


def copies(story: Story) -> None:
    """One report and its copies, from untouched to edited by six words in ten."""
    rng, claim = story.rng, str(story.rng.randrange(2))
    original, source = _told(story, claim, rng.randint(8, 11))
    origins = 1 + _beside(story, claim, source)
    family = [original]
    for _ in range(rng.randint(2, 5)):
        of = original if rng.random() < 0.7 else rng.choice(family)
        made = copy(story, of, story.paper(), rng.uniform(0, 0.6), rng.random() < 0.4, rng.random() < 0.85)
        family.append(made)
    story.truth(claim, origins)


def two_families(story: Story) -> None:
    """Two reports by two sources, each with copies of its own."""
    rng, claim = story.rng, str(story.rng.randrange(2))
    for source in story.roles(2):
        paper = story.paper()
        original = story.write(paper, [story.vouched(claim, source, paper)], 8)
        for _ in range(rng.randint(1, 3)):
            copy(story, original, story.paper(), rng.uniform(0, 0.6), rng.random() < 0.4)
    story.truth(claim, 2)


def mass(story: Story) -> None:
    """One report that a crowd of outlets reprints."""
    rng, claim = story.rng, str(story.rng.randrange(2))
    original, source = _told(story, claim, 9)
    origins = 1 + _beside(story, claim, source)
    for _ in range(rng.randint(8, 24)):
        draft = copy(story, original, story.paper(), rng.uniform(0, 0.5), rng.random() < 0.3, rng.random() < 0.8)
        draft.bare = rng.random() < 0.1
    story.truth(claim, origins)


def wire(story: Story) -> None:
    """An agency's report under its dateline; in some stories the agency's own article is not there."""
    rng, claim = story.rng, str(story.rng.randrange(2))
    original, _ = _told(story, claim, 9, desks.AGENCY)
    made = [
        copy(story, original, story.paper(desks.LOCAL, desks.TABLOID, desks.SITE), rng.uniform(0, 0.5), True)
        for _ in range(rng.randint(2, 4))
    ]
    if rng.random() < 0.4:
        story.drafts.remove(original)
        story.copied = [(draft, made[0]) for draft in made[1:]]
    elif rng.random() < 0.6:
        paper = story.paper()
        story.write(paper, [story.line(claim, desks.PASSED, paper, P=original.paper.name)], story.rng.randint(3, 5))
    story.truth(claim, 1)


# ---------------------------------------------------------------- who has it from whom


def chain(story: Story) -> None:
    """Outlets that pass on what the outlet before them had, one to five steps from the source."""
    rng, claim = story.rng, str(story.rng.randrange(2))
    length = rng.randint(1, 5)
    unnamed = rng.random() < 0.25
    source = story.unnamed(0) if unnamed else rng.choice([*story.roles(1), story.document(int(claim))])
    papers = [story.paper() for _ in range(length + 1)]
    if rng.random() < 0.25 and not unnamed and source.kind == "person":  # the first outlet is not in the archive
        said = papers[1].style.cited
        line = story.line(claim, said, papers[1], P=papers[0].name, S=rng.choice(source.forms))
        story.write(papers[1], [line], story.rng.randint(3, 5))
        start = 2
    else:
        story.write(papers[0], [story.vouched(claim, source, papers[0])], story.rng.randint(3, 5))
        start = 1
    for n in range(start, length + 1):
        nearest = papers[n - 1].name
        if n >= 2 and rng.random() < 0.4:
            line = story.line(claim, desks.CHAINED, papers[n], P=nearest, Q=papers[n - 2].name)
        elif n == 1 and source.kind != "document" and rng.random() < 0.5:
            line = story.line(claim, papers[n].style.cited, papers[n], P=nearest, S=rng.choice(source.forms))
        else:
            line = story.line(claim, desks.PASSED, papers[n], P=nearest)
        story.write(papers[n], [line], rng.randint(2, 3))
    story.truth(claim, 1, 0, *(["anonymous_only"] if unnamed else []))


def star(story: Story) -> None:
    """Many outlets that all cite one report."""
    rng, claim = story.rng, str(story.rng.randrange(2))
    original, source = _told(story, claim)
    for _ in range(rng.randint(3, 5)):
        paper = story.paper()
        if source.kind in ("person", "body") and rng.random() < 0.4:
            line = story.line(claim, paper.style.cited, paper, P=original.paper.name, S=rng.choice(source.forms))
        else:
            line = story.line(claim, desks.PASSED, paper, P=original.paper.name)
        story.write(paper, [line], rng.randint(2, 3))
    story.truth(claim, 1)


def outside(story: Story) -> None:
    """Several outlets that cite the report of one which is not in the archive."""
    rng, claim = story.rng, str(story.rng.randrange(2))
    cited = story.paper(desks.LOCAL, desks.BROADCASTER, desks.AGENCY)
    for _ in range(rng.randint(3, 5)):
        paper = story.paper()
        story.write(paper, [story.line(claim, desks.PASSED, paper, P=cited.name)], rng.randint(2, 4))
    story.truth(claim, 1)


def ring(story: Story) -> None:
    """Outlets that have it from each other, and nobody from anybody else; sometimes a witness stands beside them."""
    rng, claim = story.rng, str(story.rng.randrange(2))
    papers = [story.paper() for _ in range(rng.choice((2, 2, 3, 3, 4)))]
    for paper, cited in zip(papers, [*papers[1:], papers[0]], strict=True):
        story.write(paper, [story.line(claim, desks.PASSED, paper, P=cited.name)], rng.randint(2, 4))
    if rng.random() < 0.4:
        paper = story.paper()
        story.write(paper, [story.line(claim, desks.PASSED, paper, P=papers[0].name)], story.rng.randint(3, 5))
    origins = 0
    if rng.random() < 0.35:
        paper = story.paper()
        story.write(paper, [story.vouched(claim, story.roles(1)[0], paper)], story.rng.randint(3, 5))
        origins = 1
    story.truth(claim, origins, 0, "circular")


# ---------------------------------------------------------------- people without names


def shared_unnamed(story: Story) -> None:
    """Unnamed people who told two outlets at once, as a third says; others cite those."""
    rng, claim = story.rng, str(story.rng.randrange(2))
    a, b, c = story.paper(), story.paper(), story.paper()
    told = (
        "{S} told both {P} and {Q} that {c}.",
        "{C}, {S} told {P} and {Q}.",
        "{P} and {Q} both report, citing {S}, that {c}.",
    )
    line = story.line(claim, told, c, S=rng.choice(story.unnamed(1).forms), P=a.name, Q=b.name)
    story.write(c, [line], story.rng.randint(3, 5))
    for cited in rng.sample((a, b), rng.randint(0, 2)):
        paper = story.paper()
        story.write(paper, [story.line(claim, desks.PASSED, paper, P=cited.name)], story.rng.randint(3, 5))
    story.truth(claim, 1, 0, "anonymous_only")


def like_unnamed(story: Story) -> None:
    """Two or three outlets, each with somebody unnamed of the same description: one, and perhaps more."""
    rng, claim = story.rng, str(story.rng.randrange(2))
    source, count = story.unnamed(rng.randrange(2)), rng.randint(2, 3)
    for _ in range(count):
        paper = story.paper()
        story.write(paper, [story.vouched(claim, source, paper)], story.rng.randint(3, 5))
    if rng.random() < 0.5:
        cited, paper = rng.choice(story.drafts).paper, story.paper()
        story.write(paper, [story.line(claim, desks.PASSED, paper, P=cited.name)], story.rng.randint(3, 5))
    story.truth(claim, 1, count - 1, "anonymous_only")


def named_and_unnamed(story: Story) -> None:
    """Somebody with a name, and somebody without one who may be the same."""
    rng, claim = story.rng, str(story.rng.randrange(2))
    if story.scene.name not in MAY_BE:
        raise ValueError(f"nobody of {story.scene.name} may be the one without a name")
    unnamed, roles = MAY_BE[story.scene.name]
    sources = [story.person(rng.choice(roles)), story.unnamed(unnamed)]
    for source in rng.sample(sources, 2):
        paper = story.paper()
        story.write(paper, [story.vouched(claim, source, paper)], story.rng.randint(3, 5))
    if rng.random() < 0.5:
        paper = story.paper()
        story.write(paper, [story.vouched(claim, sources[0], paper)], story.rng.randint(3, 5))
    story.truth(claim, 1, 1)


# ---------------------------------------------------------------- how many vouch


def several(story: Story) -> None:
    """Two to four that vouch independently, each in one or two outlets, copies and citations among them."""
    rng, number = story.rng, story.rng.randrange(2)
    claim, seen = str(number), story.scene.facts[number].seen
    sources = [*story.roles(2, independent_of_body=True), story.body(), story.document(number)]
    chosen = rng.sample(sources, rng.randint(2, 4))
    for source in chosen:
        for _ in range(rng.randint(1, 2)):
            paper = story.paper()
            story.write(paper, [story.vouched(claim, source, paper)], rng.randint(2, 3))
    origins = len(chosen)
    if seen:
        paper = story.paper(desks.LOCAL, desks.TABLOID)
        text = story.frame(desks.SEEN, story.fill(rng.choice(seen)), paper)
        story.write(paper, [Line(text, claim)], 2)
        origins += 1
    if rng.random() < 0.5:
        copy(story, rng.choice(story.drafts), story.paper(), rng.uniform(0, 0.5), rng.random() < 0.5)
    if rng.random() < 0.4:
        cited, paper = rng.choice(story.drafts).paper, story.paper()
        story.write(paper, [story.line(claim, desks.PASSED, paper, P=cited.name)], 2)
    story.truth(claim, origins)


def one_voice(story: Story) -> None:
    """One person, document or body in several outlets, under all its names."""
    rng, claim = story.rng, str(story.rng.randrange(2))
    source = rng.choice([*story.roles(2), story.body(), story.document(int(claim))])
    for _ in range(rng.randint(3, 5)):
        paper = story.paper()
        story.write(paper, [story.vouched(claim, source, paper)], rng.randint(2, 4))
    story.truth(claim, 1)


def release(story: Story) -> None:
    """A press release: quoted by some, reprinted by others, and perhaps itself in the archive."""
    rng, claim = story.rng, str(story.rng.randrange(2))
    source = story.body()
    body = source.forms[0]
    own = Paper(tidy(body.removeprefix("the ")), body, body, desks.OFFICE)
    line = story.line(claim, ("{S} announces that {c}.", "{C}, {S} announced today."), own, S=body)
    original = story.write(own, [line], 8)
    for _ in range(rng.randint(1, 3)):
        copy(story, original, story.paper(), rng.uniform(0, 0.4), rng.random() < 0.4)
    if rng.random() < 0.4:
        made = [draft for draft, _ in story.copied]
        story.drafts.remove(original)
        story.copied = [(draft, made[0]) for draft in made[1:]]
    for _ in range(rng.randint(1, 2)):
        paper = story.paper()
        story.write(paper, [story.vouched(claim, source, paper)], story.rng.randint(3, 5))
    story.truth(claim, 1)


def speech(story: Story) -> None:
    """A speech that several outlets report, each in its own words, with one passage of it in all: no copies."""
    rng, claim = story.rng, str(story.rng.randrange(2))
    saying = quotes.take_saying(story)
    speaker = story.person(saying.role)
    for _ in range(rng.randint(3, 5)):
        paper = story.paper()
        frames = (
            "In a speech to the assembly {S} said that {c}.",
            "{S} told the assembly that {c}.",
            "{C}, {S} said in the speech.",
        )
        lines = [story.line(claim, frames, paper, S=rng.choice(speaker.forms))]
        lines.append(Line(story.quote(story.fill(saying.text), speaker.surname, paper)))
        story.write(paper, lines, 3)
    story.truth(claim, 1)


# ---------------------------------------------------------------- taken back, denied, only talked of


def corrected(story: Story) -> None:
    """A report that others rest on and that its paper corrects at its foot, or withdraws in an article of its own."""
    rng, claim = story.rng, str(story.rng.randrange(2))
    source = story.roles(1)[0]
    paper = story.paper(desks.LOCAL, desks.TABLOID, desks.SITE)
    original = story.write(paper, [story.vouched(claim, source, paper)], 4)
    for _ in range(rng.randint(1, 3)):
        other = story.paper()
        story.write(other, [story.line(claim, desks.PASSED, other, P=paper.name)], story.rng.randint(3, 5))
    if rng.random() < 0.4:
        copy(story, original, story.paper(), rng.uniform(0, 0.4), True)
    if rng.random() < 0.5:
        original.paragraphs.append([story.line(claim, desks.CORRECTED, paper)])
    else:
        story.write(paper, [story.line(claim, desks.WITHDRAWN, paper)], story.rng.randint(3, 5))
    story.truth(claim, 1, 0, "corrected")


def denied(story: Story) -> None:
    """Somebody says so and somebody else says that it is not so."""
    rng, claim = story.rng, str(story.rng.randrange(2))
    first, second = story.roles(2)
    for _ in range(rng.randint(1, 3)):
        paper = story.paper()
        story.write(paper, [story.vouched(claim, first, paper)], story.rng.randint(3, 5))
    for _ in range(rng.randint(1, 2)):
        paper = story.paper()
        lines = [story.line(claim, desks.DENIED, paper, S=rng.choice(second.forms))]
        story.write(paper, lines, 3)
    story.truth(claim, 1, 0, "denied")


def hearsay(story: Story) -> None:
    """Nobody is named: reports say, it is claimed; sometimes beside one who is."""
    rng, claim = story.rng, str(story.rng.randrange(2))
    count = rng.randint(2, 4)
    for _ in range(count):
        paper = story.paper()
        story.write(paper, [story.line(claim, desks.HEARSAY, paper)], story.rng.randint(3, 5))
    origins = 0
    if rng.random() < 0.5:
        _told(story, claim)
        origins = 1
    story.truth(claim, origins, count)


def own_voice(story: Story) -> None:
    """Outlets that say it without saying how they know; sometimes beside one that does."""
    rng, claim = story.rng, str(story.rng.randrange(2))
    count = rng.randint(1, 3)
    for _ in range(count):
        paper = story.paper()
        story.write(paper, [story.line(claim, ("{C}.",), paper)], story.rng.randint(3, 5))
    origins = 0
    if count == 1 or rng.random() < 0.6:
        _told(story, claim)
        origins = 1
    story.truth(claim, origins, count)


PLANTINGS: dict[str, Callable[[Story], None]] = {
    "copies": copies,
    "copies of two reports": two_families,
    "mass copying": mass,
    "wire": wire,
    "chain": chain,
    "chain again": chain,
    "star": star,
    "outlet outside": outside,
    "ring": ring,
    "shared unnamed": shared_unnamed,
    "unnamed alike": like_unnamed,
    "named and unnamed": named_and_unnamed,
    "several origins": several,
    "one voice": one_voice,
    "press release": release,
    "speech": speech,
    "corrected": corrected,
    "denied": denied,
    "hearsay": hearsay,
    "own voice": own_voice,
    "misquote": quotes.misquote,
    "misquote again": quotes.misquote,
    "sound quotations": quotes.only_sound,
    "wrong speaker": quotes.wrong_speaker,
    "right speaker": quotes.right_speaker,
    "number": quotes.number,
    "like numbers": quotes.alike_number,
    "date": quotes.date,
    "like dates": quotes.alike_date,
}
MAY_BE = {
    "leak": (2, ("manager", "mayor")),
    "hospital": (1, ("director", "minister")),
    "club": (0, ("captain",)),
    "bridge": (2, ("engineer", "minister")),
    "museum": (0, ("guard",)),
    "railway": (1, ("head", "union")),
    "school": (1, ("leader", "auditor", "head")),
    "river": (1, ("biologist", "minister")),
    "count": (1, ("officer", "judge")),
    "fire": (2, ("chief", "ranger", "mayor")),
}
"""For a scene, which of its unnamed people may be which of the named ones, for all that a reader can tell."""
SECONDS = (
    quotes.misquote,
    quotes.misquote,
    quotes.wrong_speaker,
    quotes.number,
    quotes.date,
    quotes.only_sound,
    quotes.right_speaker,
    quotes.alike_number,
    quotes.alike_date,
)
