"""Planted worlds that were looked at while the product was made: every kind of planting over the events of events.py.

The truth is worked out from what is planted: who told whom, who copied whom, what was changed.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise

from benchmarks.planted import World
from benchmarks.worldmakers.drafting import Line
from benchmarks.worldmakers.events import EVENTS, Event
from benchmarks.worldmakers.names import Names, Paper
from benchmarks.worldmakers.stories import Story, absolute, make_world
from benchmarks.worldmakers.voices import Source

FACT, SECOND, WRONG = "fact", "second", "wrong fact"
NONE: frozenset[str] = frozenset()


@dataclass(slots=True)
class Plot:
    """One world in the making: its story and what is planted in it."""

    story: Story
    rng: random.Random
    claims: list[tuple[Story, str, int, int, frozenset[str]]] = field(default_factory=list)
    pairs: list[tuple[Story, str, str, str, str]] = field(default_factory=list)

    def claim(self, name: str, origins: int, most: int, *flags: str) -> None:
        """Say how many origins a claim has, and how many it may have."""
        self.claims.append((self.story, name, origins, most, frozenset(flags)))

    def pair(self, what: str, kind: str, a: str, b: str) -> None:
        """Say that the places labelled ``a`` and ``b`` differ."""
        self.pairs.append((self.story, what, kind, a, b))

    def official(self, own: Paper | None = None, **more: str | None) -> Line:
        """Return the event's fact from the official: in person, through a spokesman, or as the body that speaks."""
        story = self.story
        source = self.rng.choice((story.person, story.person, story.mouth, story.office))("official")
        return story.line("said", story.clause(), (FACT,), source=source, own=own, **more)  # type: ignore[arg-type]

    def second(self, source: Source) -> Line:
        """Return the event's second fact from ``source``."""
        return self.story.line("said", self.story.clause("second"), (SECOND,), source=source)


def worlds(count: int, seed: int) -> Iterator[World]:
    """Yield ``count`` worlds; the same seed gives the same bytes."""
    for number in range(count):
        kind = list(KINDS)[number % len(KINDS)]
        for attempt in range(20):
            rng = random.Random(f"{seed}/{number}/{attempt}")
            try:
                world = _world(f"tuned-{seed}-{number:03}", kind, rng)
            except ValueError:
                continue  # two sentences came out alike, or a figure stands twice in one: draw again
            break
        else:
            raise ValueError(f"no world of kind {kind} came of seed {seed}, number {number}")
        yield world


def _world(id: str, kind: str, rng: random.Random) -> World:
    names = Names(rng)
    plot = Plot(Story(rng.choice(_fit(kind)), rng, names), rng)
    KINDS[kind](plot)
    stories = [plot.story]
    others = [event for event in EVENTS if event is not plot.story.event]
    for event in rng.sample(others, rng.choice((0, 0, 1, 1, 2))):
        stories.append(_other(event, rng, names))
    while sum(len(story.parts) for story in stories) < 3:
        rest = [event for event in others if all(event is not story.event for story in stories)]
        stories.append(_other(rng.choice(rest), rng, names))
    return make_world(id, kind, stories, plot.claims, plot.pairs)


def _fit(kind: str) -> list[Event]:
    """The events in which a kind can be planted."""
    if kind == "denial":
        return [event for event in EVENTS if event.deniable]
    if kind == "date":
        return [event for event in EVENTS if any("{when}" in clause for clause in event.fact)]
    return list(EVENTS)


def _other(event: Event, rng: random.Random, names: Names) -> Story:
    """Another story of the day, told once: no part of the truth."""
    story = Story(event, rng, names)
    source = rng.choice((story.person, story.office, story.mouth))("official")
    story.write(story.paper(), [story.line("said", story.clause(), source=source)])
    return story


# ---------------------------------------------------------------- who stands behind it


def one_official(plot: Plot) -> None:
    """Several outlets have it from one body: its head, its spokesman, the body itself."""
    story = plot.story
    for n in range(plot.rng.randint(3, 6)):
        paper = story.paper()
        lines = [plot.official(paper)]
        if n < 2:
            lines.append(plot.second(story.person("expert")))
        story.write(paper, lines, claim=FACT)
    plot.claim(FACT, 1, 1)
    plot.claim(SECOND, 1, 1)


def independent(plot: Plot) -> None:
    """A person and a document say it, and sometimes another person, each on their own."""
    story, rng = plot.story, plot.rng
    ways: list[Callable[[Paper], Line]] = [
        lambda paper: story.line("said", story.clause(), (FACT,), source=story.person("official"), own=paper),
        lambda paper: story.line("paper", story.clause(), (FACT,), source=story.document(), own=paper),
    ]
    if rng.random() < 0.4:
        ways.append(lambda paper: story.line("told", story.clause(), (FACT,), source=story.person("expert"), own=paper))
    for n, way in enumerate(ways):
        for _ in range(rng.randint(1, 2)):
            paper = story.paper()
            lines = [way(paper)]
            if n == 0:
                lines.append(plot.second(story.person("critic")))
            story.write(paper, lines, claim=FACT)
    plot.claim(FACT, len(ways), len(ways))
    plot.claim(SECOND, 1, 1)


def chain(plot: Plot) -> None:
    """A has it from B, B from C, and the last from an official, a document, somebody unnamed, or its own inquiry."""
    story, rng = plot.story, plot.rng
    length = rng.randint(1, 5)
    head = rng.choice(("person", "document", "unnamed", "own"))
    papers = [story.paper() for _ in range(length + 1)]
    first = papers[0]
    source = {"person": story.person("official"), "document": story.document(), "unnamed": story.unnamed()}.get(head)
    absent = rng.random() < 0.25
    if not absent:
        form = {"person": "told", "document": "paper", "unnamed": "unnamed", "own": "learned"}[head]
        lines = [story.line(form, story.clause(), (FACT,), source=source, own=first)]
        story.write(first, lines, hours=5, dated=rng.random() < 0.8, claim=FACT)
    for n, (before, paper) in enumerate(pairwise(papers)):
        outlet = Source("outlet", (before.called,))
        told_through = source is not None and n == 0 and (absent or rng.random() < 0.5)
        through = rng.choice(source.names) if told_through and source else ""
        form = "citing" if through else "outlet"
        lines = [story.line(form, story.clause(), (FACT,), source=outlet, own=paper, through=through)]
        story.write(paper, lines, hours=8 + 5 * n, dated=rng.random() < 0.8, claim=FACT)
    plot.claim(FACT, 1, 1, *(["anonymous_only"] if head == "unnamed" else []))


def ring(plot: Plot) -> None:
    """Outlets cite each other in a circle; sometimes one more has it from the official."""
    story, rng = plot.story, plot.rng
    papers = [story.paper() for _ in range(rng.randint(2, 4))]
    for n, paper in enumerate(papers):
        cited = Source("outlet", (papers[(n + 1) % len(papers)].called,))
        lines = [story.line("outlet", story.clause(), (FACT,), source=cited, own=paper)]
        story.write(paper, lines, claim=FACT, dated=rng.random() < 0.6)
    outside = rng.random() < 0.4
    if outside:
        paper = story.paper()
        story.write(paper, [plot.official(paper)])
    plot.claim(FACT, int(outside), int(outside), "circular")


def anonymous(plot: Plot) -> None:
    """Unnamed people told two outlets: perhaps the same, surely the same, or surely different."""
    story, rng = plot.story, plot.rng
    case = rng.choice(("perhaps", "perhaps", "one", "two roles"))
    first, second = story.paper(), story.paper()
    if case == "one":
        for _ in range(rng.randint(1, 2)):
            paper = story.paper()
            name = story.unnamed().names[0]
            clause = story.clause()
            told = f"{name}{',' if ' who ' in name else ''} told {first.called} and {second.called} that {clause}."
            line = Line(told[:1].upper() + told[1:], (FACT,), core=True)
            story.write(paper, [line], claim=FACT)
        plot.claim(FACT, 1, 1, "anonymous_only")
        return
    unnamed = [
        Source("unnamed", ("a nurse who asked not to be named",)),
        Source("unnamed", ("a police officer who was not authorised to speak",)),
    ]
    for n, paper in enumerate((first, second)):
        source = unnamed[n] if case == "two roles" else story.unnamed()
        story.write(
            paper, [story.line("unnamed", story.clause(), (FACT,), source=source, own=paper)], hours=5 + n, claim=FACT
        )
    for cited in (first, second)[: rng.randint(0, 2)]:
        paper = story.paper()
        outlet = Source("outlet", (cited.called,))
        story.write(
            paper, [story.line("outlet", story.clause(), (FACT,), source=outlet, own=paper)], hours=20, claim=FACT
        )
    plot.claim(FACT, 2 if case == "two roles" else 1, 2, "anonymous_only")


def release(plot: Plot) -> None:
    """One press release or speech, quoted by several."""
    story, rng = plot.story, plot.rng
    speech = rng.random() < 0.4
    quotes = rng.sample(story.event.quotes, 1)[0].text.split(". ")
    for _ in range(rng.randint(3, 6)):
        paper = story.paper()
        source = story.person("official") if speech or rng.random() < 0.5 else story.office("official")
        lines = [story.line("said" if speech else "release", story.clause(), (FACT,), source=source, own=paper)]
        where = rng.choice(("in a speech", "in the speech", "")) if speech else ""
        again = source.kind == "person"
        lines.append(story.quote(rng.choice(quotes), story.person("official"), again=again, where=where))
        story.write(paper, lines, claim=FACT)
    plot.claim(FACT, 1, 1)


def nobody(plot: Plot) -> None:
    """Nobody is named: each outlet says "reports say", or just says it."""
    story, rng = plot.story, plot.rng
    count = rng.randint(2, 4)
    for _ in range(count):
        paper = story.paper()
        story.write(paper, [story.line("nobody", story.clause(), (FACT,), own=paper)], claim=FACT)
    plot.claim(FACT, 0, count)


# ---------------------------------------------------------------- copies


def _model(plot: Plot, paper: Paper, dateline: str = "") -> tuple[int, int, list[str]]:
    """Print a long article that others copy; return its number, its origins and its flags."""
    story, rng = plot.story, plot.rng
    form, source = rng.choice(
        (
            ("said", story.person("official")),
            ("said", story.person("official")),
            ("paper", story.document()),
            ("unnamed", story.unnamed()),
        )
    )
    lines = [story.line(form, story.clause(), (FACT,), source=source, own=paper)]
    quote = rng.choice(story.event.quotes).text
    speaker = source if source.kind == "person" else story.person("critic")
    lines.append(story.quote(quote, speaker, again=speaker is source))
    lines.append(plot.second(story.person("expert")))
    number = story.write(paper, lines, extra=rng.randint(7, 10), hours=4, claim=FACT, dateline=dateline)
    return number, 1, ["anonymous_only"] if source.kind == "unnamed" else []


def copies(plot: Plot) -> None:
    """One report, and what others made of it; sometimes a copy of a copy, sometimes a wire with its credit."""
    story, rng = plot.story, plot.rng
    wire = rng.random() < 0.5
    paper = story.names.agency() if wire else story.paper()
    if wire:
        story.papers_taken.append(paper)
    credit = paper.letters if wire else None
    dateline = f"{story.slots['place'].upper()} ({paper.letters}) -" if wire else ""
    model, origins, flags = _model(plot, paper, dateline)
    dated = rng.random() < 0.7
    made = [model]
    for n in range(rng.randint(2, 7)):
        of = model if n < 2 or rng.random() < 0.8 else rng.choice(made)
        kept = credit if credit and rng.random() < 0.6 else None
        share = rng.choice((0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)) if of == model else 0.1
        made.append(story.copy(of, story.paper(), share, credit=kept, hours=8 + 3 * n, dated=dated))
    plot.claim(FACT, origins, 1, *flags)
    plot.claim(SECOND, 1, 1)


def mass(plot: Plot) -> None:
    """One report copied by nearly thirty."""
    story, rng = plot.story, plot.rng
    model, origins, flags = _model(plot, story.paper())
    for n in range(rng.randint(22, 26)):
        share = rng.choice((0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6))
        story.copy(model, story.paper(), share, hours=6 + n, dated=rng.random() < 0.8)
    plot.claim(FACT, origins, 1, *flags)
    plot.claim(SECOND, 1, 1)


def newsroom_day(plot: Plot) -> None:
    """Two origins, a chain from the one, copies of the other."""
    story, rng = plot.story, plot.rng
    first, second = story.paper(), story.paper()
    lines = [story.line("said", story.clause(), (FACT,), source=story.person("official"), own=first)]
    lines.append(story.quote(rng.choice(story.event.quotes).text, story.person("official"), again=True))
    lines.append(plot.second(story.person("expert")))
    model = story.write(first, lines, extra=8, hours=4, claim=FACT)
    story.write(second, [story.line("paper", story.clause(), (FACT,), source=story.document(), own=second)], hours=6)
    for n in range(rng.randint(1, 3)):
        story.copy(model, story.paper(), rng.choice((0.1, 0.2, 0.3, 0.4)), hours=9 + n)
    cited = second
    for n in range(rng.randint(1, 2)):
        paper = story.paper()
        outlet = Source("outlet", (cited.called,))
        story.write(paper, [story.line("outlet", story.clause(), (FACT,), source=outlet, own=paper)], hours=14 + n)
        cited = paper
    plot.claim(FACT, 2, 2)
    plot.claim(SECOND, 1, 1)


# ---------------------------------------------------------------- what disagrees


def misquote(plot: Plot) -> None:
    """One quotation as it was said, as it should not be printed, and as it may be printed."""
    story, rng = plot.story, plot.rng
    quote = rng.choice(story.event.quotes)
    bad, changed = rng.choice(list(quote.altered.items()))
    good = rng.sample(list(quote.sound.items()), min(len(quote.sound), rng.randint(1, 2)))
    official = story.person("official")
    prints = [(quote.text, "said"), (quote.text, "said"), (changed, "changed")]
    prints += [(text, f"sound {kind}") for kind, text in good]
    rng.shuffle(prints)
    single = rng.random() < 0.4
    for n, (words, label) in enumerate(prints):
        paper = story.paper()
        lines = [story.line("said", story.clause(), (FACT,), source=official, own=paper)] if n < 3 else []
        labels = ("said", label) if label.startswith("sound") else (label,)
        lines.append(story.quote(words, official, labels=labels, again=bool(lines), single=single and n == 0))
        story.write(paper, lines, extra=rng.randint(2, 4), claim=FACT if n < 3 else None)
    plot.pair("misquotes", bad, "said", "changed")
    for kind, _ in good:
        plot.pair("sound", kind, "said", f"sound {kind}")
    plot.claim(FACT, 1, 1)


def speaker(plot: Plot) -> None:
    """One quotation given to two people; beside it the first of them by title or surname alone."""
    story, rng = plot.story, plot.rng
    words = rng.choice(story.event.quotes).text.split(". ")[0]
    official = story.person("official")
    other = story.person(rng.choice(("expert", "critic")))
    wrong = rng.random() < 0.7
    prints = [(official, "first", False), (official, "first", True)]
    prints.append((other, "other", False) if wrong else (story.mouth("official"), "mouth", False))
    rng.shuffle(prints)
    for n, (who, label, title) in enumerate(prints):
        paper = story.paper()
        lines = [story.line("said", story.clause(), (FACT,), source=official, own=paper)] if n < 2 or title else []
        if title:
            source = Source("person", (official.again[rng.randrange(3)],))
            lines.append(story.quote(words, source, labels=[label]))
        else:
            lines.append(story.quote(words, who, labels=[label], again=bool(lines) and who is official))
        story.write(paper, lines, extra=rng.randint(2, 4))
    if wrong:
        plot.pair("speakers", "speaker", "first", "other")
    else:
        plot.pair("sound", "spokesman", "first", "mouth")
    plot.claim(FACT, 1, 1)


def number(plot: Plot) -> None:
    """One outlet prints another figure than the rest; others put it otherwise, round it, or count other things."""
    story, rng = plot.story, plot.rng
    amount = story.amount
    for _ in range(2):
        paper = story.paper()
        story.write(paper, [plot.official(paper, label="right", value=amount.text)], claim=FACT, label="right")
    paper = story.paper()
    source = story.person("official")
    line = story.line("said", story.clause(n=amount.wrong), (WRONG,), source=source, label="wrong", value=amount.wrong)
    story.write(paper, [line], n=amount.wrong, claim=WRONG, label="wrong")
    plot.pair("conflicts", "number", "right", "wrong")
    plot.claim(FACT, 1, 1)
    plot.claim(WRONG, 1, 1)
    for kind in rng.sample(("same", "about", "scope", "later"), 2):
        _sound_number(plot, kind)


def _sound_number(plot: Plot, kind: str) -> None:
    story, amount = plot.story, plot.story.amount
    paper, source = story.paper(), story.person("official")
    if kind in ("same", "about"):
        n = getattr(amount, kind)
        line = story.line("said", story.clause(n=n), (FACT,), source=source, own=paper)
        value = n if n in line.text else n[:1].upper() + n[1:]
        labels = (("right", value), (kind, value))
        story.write(paper, [Line(line.text, (FACT,), labels, core=True)], claim=None)
        plot.pair("sound", kind, "right", kind)
    elif getattr(story.event, kind):
        line = story.line("said", story.clause(kind), source=source, own=paper, label=kind, value=amount.other)
        story.write(paper, [plot.official(paper, label="right", value=amount.text), line])
        plot.pair("sound", kind, "right", kind)


def date(plot: Plot) -> None:
    """One outlet prints another day than the rest; others name the weekday, or the month alone."""
    story, rng = plot.story, plot.rng
    wrong = story.day - timedelta(days=rng.randint(3, 9))
    source = story.person("official")

    def told(day_text: str, claim: str, label: str, also: str | None = None) -> None:
        paper = story.paper()
        clause = None
        while clause is None:
            template = story.unused("fact", [text for text in story.event.fact if "{when}" in text])
            if template is None:
                return
            clause = story.filled(template, when=day_text)
        value = day_text.removeprefix("on ").removeprefix("in ")
        line = story.line("said", clause, (claim,), source=source, own=paper, label=label, also=also, value=value)
        story.write(paper, [line], hours=rng.uniform(4, 40), extra=rng.randint(1, 4))

    told(absolute(story.day, rng), FACT, "right")
    told(absolute(wrong, rng), WRONG, "wrong")
    told(absolute(story.day, rng), FACT, "right")
    if rng.random() < 0.6:
        told("on " + story.day.strftime("%A"), FACT, "right", "weekday")
        plot.pair("sound", "weekday", "right", "weekday")
    plot.pair("conflicts", "date", "right", "wrong")
    plot.claim(FACT, 1, 1)
    plot.claim(WRONG, 1, 1)


def denial(plot: Plot) -> None:
    """A document or unnamed people say it; whoever it is about says it is not so."""
    story, rng = plot.story, plot.rng
    unnamed = rng.random() < 0.5
    denier = "official" if story.event.name in ("contract", "layoffs") else "critic"
    first = story.paper()
    source = story.unnamed() if unnamed else story.document()
    lines = [story.line("unnamed" if unnamed else "paper", story.clause(), (FACT,), source=source, own=first)]
    story.write(first, lines, hours=5, claim=FACT)
    for n in range(rng.randint(1, 3)):
        paper = story.paper()
        outlet = Source("outlet", (first.called,))
        lines = [story.line("outlet", story.clause(), (FACT,), source=outlet, own=paper)]
        if n == 0:
            lines.append(story.line("denied", story.clause(), (FACT,), source=story.person(denier), own=paper))
        story.write(paper, lines, hours=10 + 4 * n)
    if rng.random() < 0.5:
        paper = story.paper()
        story.write(
            paper, [story.line("denied", story.clause(), (FACT,), source=story.office(denier), own=paper)], hours=30
        )
    plot.claim(FACT, 1, 1, "denied", *(["anonymous_only"] if unnamed else []))


def corrected(plot: Plot) -> None:
    """A report gave a wrong figure, others passed it on, and the report was corrected."""
    story, rng = plot.story, plot.rng
    amount, first = story.amount, story.paper()
    line = story.line(
        "told", story.clause(), (FACT,), source=story.person("official"), own=first, label="right", value=amount.text
    )
    thing = story.event.corrected
    wrong, right = amount.wrong, amount.text
    note = rng.choice(
        (
            f"Correction: An earlier version of this article gave {thing} as {wrong}. The correct figure is {right}.",
            f"Correction: An earlier version of this article put {thing} at {wrong}. It is {right}. We apologise.",
            f"Editor's note: This article has been corrected. It had given {thing} as {wrong} instead of {right}.",
        )
    )
    story.write(first, [line], hours=4, foot=(Line(story.filled(note), furniture=True),))
    for n in range(rng.randint(2, 3)):
        paper = story.paper()
        outlet = Source("outlet", (first.called,))
        line = story.line(
            "outlet",
            story.clause(n=amount.wrong),
            (WRONG,),
            source=outlet,
            own=paper,
            label="wrong",
            value=amount.wrong,
        )
        story.write(paper, [line], hours=7 + 3 * n, n=amount.wrong, claim=WRONG, label="wrong")
    plot.pair("conflicts", "number", "right", "wrong")
    plot.claim(FACT, 1, 1)
    plot.claim(WRONG, 1, 1, "corrected")


KINDS: dict[str, Callable[[Plot], None]] = {
    "one official": one_official,
    "independent": independent,
    "chain": chain,
    "ring": ring,
    "anonymous": anonymous,
    "release": release,
    "nobody": nobody,
    "copies": copies,
    "misquote": misquote,
    "speaker": speaker,
    "number": number,
    "date": date,
    "denial": denial,
    "corrected": corrected,
    "newsroom day": newsroom_day,
    "mass": mass,
}
