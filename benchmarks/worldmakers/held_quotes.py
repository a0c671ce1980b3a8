"""Plantings of the held-out worlds in which quotations, speakers, figures and days differ, or only seem to."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Callable
from datetime import datetime, timedelta

from benchmarks.worldmakers import held_desks as desks
from benchmarks.worldmakers.held_copies import copy
from benchmarks.worldmakers.held_nouns import Dated, Figure, Saying
from benchmarks.worldmakers.held_story import AFFILIATED, DAYS, Draft, Line, Source, Story, sentence, tidy


def misquote(story: Story) -> None:
    """One quotation, in most papers as it was said, in one with other words."""
    saying = take_saying(story)
    kind = story.rng.choice(sorted(saying.altered))
    story.differ("altered", kind, "misquotes")
    for form in ("short", *saying.sound):
        story.differ(f"sound {form}", form, "sound")
    story.differ("sound short of altered", "short", "sound")
    # A part that is quoted beside "did not" in the paper's own words is at odds with a quotation that lost its "not".
    short = ["short"] if kind != "negation" else ["full"]
    variants = ["full", "full", "altered", story.rng.choice([*short, *saying.sound])]
    variants += story.rng.choice([[], ["full"], short, ["full", "altered"]])
    _quotations(story, saying, variants, kind)


def only_sound(story: Story) -> None:
    """One quotation in several shapes, none of them wrong."""
    saying = take_saying(story)
    for form in ("short", *saying.sound):
        story.differ(f"sound {form}", form, "sound")
    variants = ["full", "full", "short", *saying.sound, "full"]
    _quotations(story, saying, variants, None)


def take_saying(story: Story) -> Saying:
    """Draw what was said; in a second planting something else than in the first."""
    sayings = {saying.text: saying for saying in story.scene.sayings}
    return sayings[story.take(*sayings)]


def _take_figure(story: Story, alike: bool) -> Figure:
    figures = {figure.clauses[0]: figure for figure in story.scene.figures if figure.alike or not alike}
    return figures[story.take(*figures)]


def _take_dated(story: Story) -> Dated:
    things = {dated.clauses[0]: dated for dated in story.scene.days}
    return things[story.take(*things)]


def _quotations(story: Story, saying: Saying, variants: list[str], kind: str | None) -> None:
    rng = story.rng
    rng.shuffle(variants)
    altered = saying.altered[kind] if kind else ""
    drafts = []
    for variant in variants:
        paper = story.paper()
        source = rng.choice(story.person(saying.role).forms)
        if variant == "short":
            held = bool(kind) and _run(saying.short, altered)
            text = story.fill(saying.around, S=source, q=f"“{story.fill(saying.short)}”")
            opening, closing = paper.style.marks
            marks = [("sound short", 1, None)]
            if kind:
                marks.append(("sound short of altered", 1, None) if held else ("altered", 0, None))
            line = Line(tidy(text).replace("“", opening).replace("”", closing), marks=tuple(marks))
        else:
            said = {"full": saying.text, "altered": altered, **saying.sound}[variant]
            line = Line(story.quote(story.fill(said), source, paper), marks=_marks(variant, saying))
        drafts.append(story.write(paper, [line], rng.randint(3, 5)))
    _aside(story, drafts)
    if rng.random() < 0.35:
        copy(story, rng.choice(drafts), story.paper(*desks.STYLES), rng.uniform(0, 0.5), rng.random() < 0.5)


def _marks(variant: str, saying: Saying) -> tuple[tuple[str, int, str | None], ...]:
    if variant == "altered":
        return (("altered", 1, None), ("sound short of altered", 0, None))
    if variant == "full":
        return (("altered", 0, None), ("sound short", 0, None), *((f"sound {form}", 0, None) for form in saying.sound))
    return (("altered", 0, None), (f"sound {variant}", 1, None), ("sound short", 0, None))


def _run(part: str, whole: str) -> bool:
    """Tell whether ``part`` stands in ``whole`` word for word."""
    words, of = re.findall(r"\w+", part.lower()), re.findall(r"\w+", whole.lower())
    return any(of[n : n + len(words)] == words for n in range(len(of)))


def _aside(story: Story, drafts: list[Draft]) -> None:
    """Let one or two of the articles state a fact besides, from one person."""
    rng = story.rng
    claim = str(rng.randrange(2))
    if claim in story.truths:
        return
    source = rng.choice([*story.roles(2), story.document(int(claim))])
    for draft in rng.sample(drafts, min(len(drafts), rng.randint(1, 2))):
        draft.paragraphs.insert(rng.randint(1, len(draft.paragraphs)), [story.vouched(claim, source, draft.paper)])
    story.truth(claim, 1)


# ---------------------------------------------------------------- who said it


def wrong_speaker(story: Story) -> None:
    """One quotation, given to somebody else in one paper."""
    _spoken(story, wrong=True)


def right_speaker(story: Story) -> None:
    """One quotation, and one speaker who is named in different ways."""
    _spoken(story, wrong=False)


def _spoken(story: Story, wrong: bool) -> None:
    rng = story.rng
    saying = take_saying(story)
    by_body = not re.search(r"\b(I|my|My)\b", saying.text) and rng.random() < 0.3
    speaker = story.body() if by_body else story.person(saying.role)
    kinds = ["named", "named", *rng.sample(["mouth"] if by_body else ["surname", "role"], 1 if by_body else 2)]
    if wrong:
        kinds.append("wrong")
        story.differ("speaker", "speaker", "speakers")
    for kind in ("surname", "role", "mouth"):
        story.differ(f"sound {kind}", kind, "sound")
    rng.shuffle(kinds)
    banned = AFFILIATED.get(story.scene.name, set()) if by_body else {saying.role}
    other = rng.choice([role for role in story.scene.people if role not in banned and role != saying.role])
    drafts = []
    for kind in kinds:
        paper = story.paper()
        lines, name = _named(story, kind, speaker, story.person(other))
        marks: list[tuple[str, int, str | None]] = [("speaker", 1 if kind == "wrong" else 0, None)]
        if kind == "named":
            marks += [(f"sound {sound}", 0, None) for sound in ("surname", "role", "mouth")]
        elif kind != "wrong":
            marks.append((f"sound {kind}", 1, None))
        lines.append(Line(story.quote(story.fill(saying.text), name, paper), marks=tuple(marks)))
        drafts.append(story.write(paper, lines, rng.randint(3, 5)))
    _aside(story, drafts)


def _named(story: Story, kind: str, speaker: Source, other: Source) -> tuple[list[Line], str]:
    """Return what must stand before the quotation, and how its speaker is written there."""
    rng = story.rng
    if kind == "wrong":
        return [], rng.choice(other.forms)
    if kind == "surname":
        met = rng.choice(
            (
                "{S} met reporters for an hour.",
                "{S} had asked the press to come early.",
                "All eyes were on {S}, who came last.",
            )
        )
        return [Line(tidy(story.fill(met, S=speaker.forms[0])))], speaker.surname
    if kind == "role":
        return [], story.fill(story.scene.people[speaker.role][2])
    if kind == "mouth":
        return [], rng.choice(speaker.forms[1:3])
    return [], speaker.forms[0] if speaker.kind == "body" else rng.choice(speaker.forms)


# ---------------------------------------------------------------- figures


def number(story: Story) -> None:
    """One figure that papers put differently, beside figures of another scope or a later time."""
    rng = story.rng
    figure = _take_figure(story, alike=False)
    pair = list(rng.choice(figure.pairs))
    rng.shuffle(pair)
    story.differ("number", "number", "conflicts")
    plan: list[tuple[str, str, str]] = []
    for side, times in ((0, rng.randint(1, 3)), (1, rng.randint(1, 2))):
        plan += [(str(side), pair[side], "") for _ in range(times)]
    for kind, others in (("scope", figure.beside), ("later", figure.later)):
        if others and rng.random() < 0.7:
            clause, value = rng.choice(others)
            story.differ(kind, kind, "sound")
            plan.append((kind, value, clause))
    _figures(story, figure.clauses, plan)


def alike_number(story: Story) -> None:
    """One figure that papers write differently and mean alike."""
    rng = story.rng
    figure = _take_figure(story, alike=True)
    one, other, kind = rng.choice(figure.alike)
    story.differ("alike", kind, "sound")
    plan = [("0", one, ""), ("1", other, ""), *rng.sample([("0", one, ""), ("1", other, "")], 1)]
    for name, others in (("scope", figure.beside), ("later", figure.later)):
        if others:
            clause, value = rng.choice(others)
            story.differ(name, name, "sound")
            plan.append((name, value, clause))
    _figures(story, figure.clauses, plan, "alike")


def _figures(story: Story, clauses: tuple[str, ...], plan: list[tuple[str, str, str]], key: str = "number") -> None:
    rng = story.rng
    source = rng.choice([story.body(), *story.roles(1)])
    drafts = []
    rng.shuffle(plan)
    for side, value, clause in plan:
        paper = story.paper()
        shown = sentence(value) if value[0].isalpha() else value
        said = story.fill(clause or story.deal(clauses), n=value)
        frames = desks.OFFICIAL if source.kind == "body" else paper.style.said
        text = (
            story.frame(frames, said, paper, S=rng.choice(source.forms)) if rng.random() < 0.7 else sentence(said) + "."
        )
        if text.count(value) == 0 and text.startswith(shown):
            value = shown
        if len(re.findall(rf"(?<!\w){re.escape(value)}", text)) != 1 or text.count(value) != 1:
            text = sentence(said) + "."
            value = value if value in text else shown
        marks: list[tuple[str, int, str | None]]
        if side in ("0", "1"):
            marks = [(key, int(side), value), ("scope", 0, value), ("later", 0, value)]
        else:
            marks = [(side, 1, value)]
        drafts.append(story.write(paper, [Line(text, marks=tuple(marks))], rng.randint(3, 5)))
    _aside(story, drafts)
    if rng.random() < 0.3:
        copy(story, rng.choice(drafts), story.paper(*desks.STYLES), rng.uniform(0, 0.4), rng.random() < 0.5)


# ---------------------------------------------------------------- days


def date(story: Story) -> None:
    """One thing that papers put on different days, beside another thing with a day of its own."""
    rng = story.rng
    dated = _take_dated(story)
    month = story.day - timedelta(days=rng.randint(40, 300))
    first = rng.choice((3, 5, 6, 8))
    a = month.replace(day=first)
    b = rng.choice((month.replace(day=min(first * 10, 28)), month.replace(day=first + 2), _next_month(a)))
    form: Callable[[datetime], str] = rng.choice((_british, _american))
    story.differ("date", "date", "conflicts")
    story.differ("scope", "scope", "sound")
    plan = [(0, form(a)), (1, form(b)), *rng.sample([(0, form(a)), (0, form(a)), (1, form(b))], rng.randint(0, 2))]
    other = month.replace(day=17) + timedelta(days=rng.choice((0, 31)))
    _days(story, dated.clauses, plan, "date", (rng.choice(dated.other), form(other)))


def alike_date(story: Story) -> None:
    """One day that papers write differently."""
    rng = story.rng
    dated = _take_dated(story)
    day = story.day - timedelta(days=rng.randint(2, 5))
    forms: dict[str, str] = {"weekday": DAYS[day.weekday()], "notation": _american(day)}
    if day.day <= 8:
        forms["coarse"] = f"early in {month_name[day.month]}"
    kind = rng.choice(sorted(forms))
    story.differ("alike", kind, "sound")
    story.differ("scope", "scope", "sound")
    plan = [(0, _british(day)), (1, forms[kind]), (0, _british(day))]
    other = day - timedelta(days=rng.randint(30, 90))
    _days(story, dated.clauses, plan, "alike", (rng.choice(dated.other), _british(other)))


def _days(
    story: Story, clauses: tuple[str, ...], plan: list[tuple[int, str]], key: str, other: tuple[str, str]
) -> None:
    rng = story.rng
    source = rng.choice([story.body(), *story.roles(1)])
    drafts = []
    items: list[tuple[str, str, tuple[tuple[str, int, str | None], ...]]] = [
        (story.deal(clauses), day, ((key, side, day), ("scope", 0, day))) for side, day in plan
    ]
    items.append((other[0], other[1], (("scope", 1, other[1]),)))
    rng.shuffle(items)
    for clause, day, marks in items:
        paper = story.paper()
        said = story.fill(clause.replace("on {day}", "{day}") if day.startswith("early") else clause, day=day)
        frames = tuple(
            frame for frame in (desks.OFFICIAL if source.kind == "body" else paper.style.said) if "{day}" not in frame
        )
        text = (
            story.frame(frames, said, paper, S=rng.choice(source.forms)) if rng.random() < 0.7 else sentence(said) + "."
        )
        drafts.append(story.write(paper, [Line(text, marks=marks)], rng.randint(3, 5)))
    _aside(story, drafts)


def _british(day: datetime) -> str:
    return f"{day.day} {month_name[day.month]}"


def _american(day: datetime) -> str:
    return f"{month_name[day.month]} {day.day}"


def _next_month(day: datetime) -> datetime:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=day.day)
