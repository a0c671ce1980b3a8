"""The draft check on drafts with planted faults: how many are found, and how many sound quotes are complained of.

    python -m benchmarks.drafts [--seed N] [--archive county|news|both] [--errors N] [--keep FOLDER]
    python -m benchmarks.drafts --speed [--claims N] [--keep FOLDER]

Two archives: a county's press that ``benchmarks/townpress.py`` makes together with the sample story, and real articles
of the gold folder's ``news/fnc_bodies.jsonl``, whose quotes and speakers are read off by patterns of this file and not
by the program that is measured. Drafts are written at run time, from templates, by a seeded generator. Nothing of the
real articles is kept but in FOLDER, where the archives stay for the next run.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import gold
from benchmarks.drafting import QUOTE_FAULTS, SOUND, STATED_FAULTS, Draft, Planted, write_drafts
from benchmarks.draftspeed import measure
from benchmarks.townpress import OUTLETS, Press, Saying, Stated, print_county
from claims import articles
from claims.articles import article
from claims.records import Article, Checked, Finding, FindingVerdict
from runner.desk import Desk
from settings import Settings

STORY = Path(__file__).resolve().parent.parent / "examples" / "story"
NEWS = "news/fnc_bodies.jsonl"
SAMPLED = 400
"""Real articles in the archive."""

DRAFTS, FAULTS = 15, 135
"""Of each archive."""

_V = FindingVerdict
_WRONG_WORDS = {_V.ALTERED, _V.CUT}
_FOUND: dict[str, dict[Checked, set[FindingVerdict]]] = {
    **{kind: {Checked.QUOTE: _WRONG_WORDS} for kind in QUOTE_FAULTS},
    "condition cut": {Checked.QUOTE: {_V.CUT}},
    "wrong speaker": {Checked.QUOTE: {_V.OTHER_SPEAKER}},
    "invented": {Checked.QUOTE: {_V.NOT_FOUND}},
    "number changed": {Checked.CLAIM: {_V.NUMBER_DIFFERS, _V.CONTRADICTED}},
    "date changed": {Checked.CLAIM: {_V.NUMBER_DIFFERS, _V.CONTRADICTED}},
    "wrong outlet": {Checked.ATTRIBUTION: {_V.NOT_FOUND, _V.CONTRADICTED}},
    "somebody else's words": {Checked.ATTRIBUTION: {_V.CONTRADICTED}},
}
SOUND_REPORTS = ("sound report", "right outlet", "sound statement")
_ALARMS = {_V.ALTERED, _V.CUT, _V.OTHER_SPEAKER, _V.NUMBER_DIFFERS, _V.CONTRADICTED}

_SAID = re.compile(
    r"(?<!\w)[“\"]([^“”\"\n]{40,260}?)[,.!?]?[”\"],? (?:(?:said|says) )?((?:[A-Z][\w.'’-]+ ){1,2}[A-Z][\w'’-]+)"
    r"(?=,| said\b| told\b| says\b|\.| who)"
)
_TITLE = re.compile(r"\b(?:Gen|Adm|Col|Sgt|Lt|Det|Rep|Sen|Gov|Capt|Dr|Mr|Mrs|Ms|Prof|Rev)(?:\.|$)")
_REPORTED = re.compile(
    r"(?<=[.\n] )((?:[A-Z][\w'’-]+ ){1,2}[A-Z][\w'’-]+) (?:said|says) (?:that )([^“”\"\n.]{40,180})\."
)
_STATED = re.compile(r"(?<=[.\n] )((?:The|About|A|An|In|On) [^“”\"\n.!?]{40,180})\.(?= |\n)")


@dataclass(slots=True)
class Score:
    """What was found of what was planted, by kind."""

    planted: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    misses: list[tuple[str, Planted, str]] = field(default_factory=list)
    verdicts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def real_press(file: Path, seed: int) -> Press:
    """Return a sample of real articles with the quotes that patterns read off them, each in a made outlet."""
    rng = random.Random(seed)
    texts = [json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines()]
    rng.shuffle(texts)
    texts.sort(key=lambda text: _SAID.search(text) is None)  # stable: those with quotes first
    made: list[Article] = []
    quotes: list[Saying] = []
    reported: list[Saying] = []
    stated: list[Stated] = []
    for number, text in enumerate(texts[:SAMPLED]):
        outlet = rng.choice(OUTLETS)
        made.append(article(text, outlet=outlet))
        whole = made[-1].text
        quotes += [
            Saying(m[1], m[2], outlet, number)
            for m in _SAID.finditer(whole)
            if len(m[1].split()) > 6 and not _TITLE.search(m[2]) and not m[2].startswith("The ")
        ]
        reported += [Saying(m[2], m[1], outlet, number) for m in _REPORTED.finditer(whole)]
        stated += [Stated(f"{m[1]}.", outlet, number) for m in _STATED.finditer(whole)]
    return Press(tuple(made), tuple(quotes), tuple(reported), tuple(stated))


def score(drafts: Sequence[Draft], desk: Desk) -> Score:
    """Check every draft and compare the findings with what was planted."""
    found = Score()
    for draft in drafts:
        findings = desk.check(article(draft.text))
        for planted in draft.planted:
            about = [f for f in findings if f.start < planted.end and planted.start < f.end]
            found.planted[planted.kind] += 1
            told = "; ".join(sorted({f"{f.what}: {f.verdict}" for f in about})) or "nothing"
            found.verdicts[planted.kind][told] += 1
            if _right(planted, about):
                found.right[planted.kind] += 1
            else:
                line = next(
                    line for line in draft.text.split("\n\n") if draft.text[planted.start : planted.end] in line
                )
                why = " | ".join(f"{f.what}: {f.verdict}: {'; '.join(f.reasons[:3])}" for f in about)
                found.misses.append((line, planted, why))
    return found


def _right(planted: Planted, about: Sequence[Finding]) -> bool:
    if planted.kind in SOUND:
        quotes = [f for f in about if f.what is Checked.QUOTE]
        named = [f for f in about if f.what is Checked.ATTRIBUTION]
        return (
            bool(quotes)
            and all(f.verdict is _V.VERBATIM for f in quotes)
            and not any(f.verdict in _ALARMS for f in named)
        )
    if planted.kind in SOUND_REPORTS:
        return not any(f.verdict in _ALARMS for f in about)
    return any(f.verdict in _FOUND[planted.kind].get(f.what, ()) for f in about)


def _print(name: str, found: Score, errors: int) -> None:
    print(f"\n{name}")
    for title, kinds in (
        ("faults found", (*QUOTE_FAULTS, *STATED_FAULTS)),
        ("sound quotes called verbatim", tuple(SOUND)),
        ("sound reports without complaint", SOUND_REPORTS),
    ):
        right, planted = (sum(count[kind] for kind in kinds) for count in (found.right, found.planted))
        print(f"  {title}: {right} of {planted} = {right / max(1, planted):.3f}")
        for kind in kinds:
            if found.planted[kind]:
                others = ", ".join(f"{told} ×{n}" for told, n in found.verdicts[kind].most_common(4))
                print(f"    {kind:26}{found.right[kind]:4} of {found.planted[kind]:<4} {others}")
    for line, missed, why in found.misses[:errors]:
        print(f"\n  [{missed.kind}] {line}\n    made of: {missed.about}\n    told: {why or 'nothing'}")


def _archives(which: str, seed: int) -> Iterator[tuple[str, Press, list[Article]]]:
    if which in ("county", "both"):
        press = print_county(seed)
        story = [each for each in articles.read(STORY) if isinstance(each, Article)]
        yield f"county-{seed}", press, story
    file = gold.folder() / NEWS
    if which in ("news", "both"):
        if file.is_file():
            yield f"news-{seed}", real_press(file, seed), []
        else:
            print(f"no {file}: set CLAIMTRAIL_DATA", file=sys.stderr)


def main() -> int:
    """Print what was found, by kind."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--archive", choices=("county", "news", "both"), default="both")
    options.add_argument("--errors", type=int, default=0, help="how many errors to print for reading")
    options.add_argument("--keep", type=Path, help="a folder in which the archives stay for the next run")
    options.add_argument("--speed", action="store_true", help="measure how long a check takes")
    options.add_argument("--claims", type=int, default=100_000, help="claims in the archive for --speed")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = given.keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        if given.speed:
            return measure(given.claims, folder)
        for name, press, more in _archives(given.archive, given.seed):
            with Desk(Settings(), folder / f"{name}.db") as desk:
                desk.ingest([*press.articles, *more])
                drafts = write_drafts(press, DRAFTS, FAULTS, given.seed)
                _print(f"{name}: {len(press.articles) + len(more)} articles", score(drafts, desk), given.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
