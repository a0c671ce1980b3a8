"""One article made from another, as desks do: words, sentences, paragraphs, headline change; quotations stay."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from benchmarks.worldmakers import held_desks as desks
from benchmarks.worldmakers.held_story import Draft, Line, Paper, Story, sentence

WORDS = {
    "began": "started",
    "biggest": "largest",
    "largest": "biggest",
    "whole": "entire",
    "shops": "stores",
    "money": "funds",
    "behind": "at the back of",
    "houses": "homes",
    "confirmed": "acknowledged",
    "reporters": "journalists",
    "empty": "bare",
    "closed": "shut",
    "shut": "closed",
    "children": "youngsters",
    "town": "municipality",
    "trouble": "difficulties",
    "lawyers": "attorneys",
    "lorries": "trucks",
    "workers": "employees",
    "again": "once more",
    "nobody": "no one",
    "beside": "next to",
    "morning": "forenoon",
    "likely": "expected",
    "wants": "demands",
    "offered": "promised",
    "planned": "scheduled",
    "several": "a number of",
    "experts": "specialists",
    "stricter": "tougher",
    "hired": "engaged",
    "together": "jointly",
    "kind": "sort",
    "locked": "bolted",
    "opinions": "views",
    "divided": "split",
    "last year": "twelve months ago",
    "similar": "comparable",
    "ended": "finished",
    "further": "more",
    "results": "findings",
    "expected": "due",
    "handed out": "gave away",
    "coffee": "hot drinks",
    "abroad": "another country",
    "invited": "asked to come",
    "rented": "taken",
    "strangers": "visitors",
    "written": "drawn up",
    "said": "stated",
    "told": "informed",
    "has seen": "has had sight of",
    "according to": "in the words of",
    "announced": "revealed",
    "questions": "queries",
    "never": "at no time",
    "looking for": "searching for",
    "all day long": "the entire day",
    "brought": "carried",
    "villagers": "neighbours",
    "stood": "remained",
    "on the day after": "the next day",
    "police": "officers",
    "has taken over": "now leads",
    "still": "even now",
    "largely": "mainly",
    "came": "turned up",
}
"""Words with which desks replace words, outside quotations."""

_QUOTED = re.compile(r"(“[^”]*”|‘[^’]*’|\"[^\"]*\")")


def copy(story: Story, original: Draft, paper: Paper, edits: float, credit: bool, dated: bool = True) -> Draft:
    """Make an article from ``original`` with at most the share ``edits`` (0 to 1) of its words dropped or new."""
    rng = story.rng
    paragraphs = [list(paragraph) for paragraph in original.paragraphs]
    furniture = {
        *original.paper.style.top,
        *(story.fill(foot, O=original.paper.own) for foot in original.paper.style.foot),
    }
    paragraphs = [
        kept for paragraph in paragraphs if (kept := [line for line in paragraph if line.text not in furniture])
    ]
    source = _words(paragraphs)
    for _ in range(60):
        if edits < 0.03 or _changed(source, _words(paragraphs)) > edits - 0.05:
            break
        tried = _edited(story, [list(paragraph) for paragraph in paragraphs])
        if _changed(source, _words(tried)) <= edits:
            paragraphs = tried
    opening, closing = paper.style.marks
    if rng.random() < 0.5 and not any("'" in line.text for paragraph in paragraphs for line in paragraph):
        paragraphs = [[_remarked(line, opening, closing) for line in paragraph] for paragraph in paragraphs]
    dateline = ""
    if credit:
        if original.paper.style.kind == "wire" and rng.random() < 0.6:
            dateline = f"{story.slots['place'].upper()} ({original.paper.outlet}) — "
        else:
            paragraphs.append(
                [
                    Line(
                        story.fill(
                            rng.choice(desks.CREDITS[:3:2] if original.paper.style is desks.OFFICE else desks.CREDITS),
                            P=original.paper.name,
                        )
                    )
                ]
            )
    title = original.title if edits < 0.1 and rng.random() < 0.4 else story.title()
    draft = Draft(paper, title, story.time() if dated else None, paragraphs, dateline)
    story.drafts.append(draft)
    story.copied.append((draft, original))
    return draft


def _words(paragraphs: list[list[Line]]) -> Counter[str]:
    return Counter(
        word for paragraph in paragraphs for line in paragraph for word in re.findall(r"\w+", line.text.lower())
    )


def _changed(source: Counter[str], made: Counter[str]) -> float:
    dropped, added = (source - made).total(), (made - source).total()
    return max(dropped, added) / source.total()


def _edited(story: Story, paragraphs: list[list[Line]]) -> list[list[Line]]:
    """Make one change."""
    rng = story.rng
    at = rng.randrange(len(paragraphs))
    paragraph = paragraphs[at]
    n = rng.randrange(len(paragraph))
    line = paragraph[n]
    plain = line.claim is None and not line.marks
    match rng.choice(("words", "words", "words", "again", "drop", "drop", "cut", "move", "merge", "own")):
        case "words":
            paragraph[n] = replace(line, text=_replaced(story, line.text), again=())
        case "again" if line.again:
            paragraph[n] = replace(line, text=rng.choice(line.again), again=())
        case "drop" if plain or rng.random() < 0.06:
            del paragraph[n]
        case "cut" if all(line.claim is None and not line.marks for line in paragraph) and len(paragraphs) > 3:
            del paragraphs[at]
        case "move":
            paragraphs.insert(rng.randrange(len(paragraphs)), paragraphs.pop(at))
        case "merge" if at + 1 < len(paragraphs) and len(paragraph) < 4:
            paragraph.extend(paragraphs.pop(at + 1))
        case "own" if story.pools["background"]:
            paragraphs.insert(rng.randint(1, len(paragraphs)), [Line(story.pools["background"].pop())])
    return [paragraph for paragraph in paragraphs if paragraph]


def _replaced(story: Story, text: str) -> str:
    """Replace one to three words outside quotations."""
    parts = _QUOTED.split(text)
    places = [(n, word) for n in range(0, len(parts), 2) for word in WORDS if re.search(rf"\b{word}\b", parts[n])]
    for n, word in story.rng.sample(places, min(len(places), 3)):
        parts[n] = re.sub(rf"\b{word}\b", WORDS[word], parts[n], count=1)
    return sentence("".join(parts))


def _remarked(line: Line, opening: str, closing: str) -> Line:
    """Return ``line`` with the quotation marks of another house."""
    text = _QUOTED.sub(lambda quoted: opening + quoted.group()[1:-1] + closing, line.text)
    return replace(line, text=text, again=())
