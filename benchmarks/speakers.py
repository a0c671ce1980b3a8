"""The speaker measure: source mentions of PolNeAR dev articles, and who each is by our own annotation.

``speakers.json`` holds offsets and names, no text: of each article every source mention, its kind (``named``,
``unnamed``, ``several``, ``unclear``), its name as the article gives it at its fullest, and its type. Articles of
the fold *tuned* were read while the rules were written; those of *held* were annotated by somebody who did not
write rules on them, and whose errors were then read: two faults of names found there were mended.

Source and cue are the gold ones, so this measures :mod:`claims.sources` alone. Titles, leading articles and case
aside, an answer must be the gold name, whole: a surname for a full name is wrong. The mention's own words are no
answer where they describe ("the GOP nominee"). For an unnamed source any other's name is wrong; for several, the
name of one of them. Unclear ones are left out. Run ``python -m benchmarks.speakers [--errors]``.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.gold import folder
from claims.cues import lexicon
from claims.frames import Frame
from claims.records import SourceType, Span
from claims.sources import Sources, Who

if TYPE_CHECKING:
    from spacy.tokens import Doc

ANNOTATION = Path(__file__).with_name("speakers.json")

_HONORIFICS = lexicon("""
    the a an mr mrs ms miss dr prof professor sir president prime minister premier senator sen representative rep
    congressman congresswoman governor gov mayor secretary general gen col capt judge justice vice former then
    state of treasury us republican democratic sheriff chief pope
    """)
_NAMED = frozenset({SourceType.PERSON, SourceType.ORGANISATION, SourceType.OUTLET})


@dataclass(frozen=True, slots=True)
class Mention:
    """A gold source mention: ``type`` is a :class:`SourceType` or ``other``, ``names`` those of several people."""

    span: Span
    kind: str
    name: str | None
    names: tuple[str, ...]
    type: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered for a gold mention: ``given`` is a name rather than nothing or a description."""

    doc_id: str
    fold: str
    mention: Mention
    words: str
    who: Who
    given: bool
    right: bool


@dataclass(frozen=True, slots=True)
class SpeakerScore:
    """``answers``: share of named mentions given a name; ``right``: share of those names that are the gold one;
    ``wrong``: names of somebody else as a share of all mentions; ``types``: share of mentions with the gold type."""

    mentions: int
    answers: float
    right: float
    wrong: float
    types: float


def score(answers: Sequence[Answer]) -> SpeakerScore:
    """Return the measure over ``answers``."""
    named = [answer for answer in answers if answer.mention.kind == "named"]
    given = [answer for answer in named if answer.given]
    typed = [answer for answer in answers if answer.mention.type != "other"]
    return SpeakerScore(
        mentions=len(answers),
        answers=_share(len(given), len(named)),
        right=_share(sum(answer.right for answer in given), len(given)),
        wrong=_share(sum(answer.given and not answer.right for answer in answers), len(answers)),
        types=_share(sum(answer.who.type == answer.mention.type for answer in typed), len(typed)),
    )


def answers(gold_path: Path, model: str, annotation: Path = ANNOTATION) -> Iterator[Answer]:
    """Yield the answer to every annotated mention of the articles in ``gold_path`` (PolNeAR's JSON Lines).

    Raises:
        ValueError: an annotated article is not in ``gold_path``, or its text is another than the annotated one.
    """
    from claims.language import parse

    with gold_path.open(encoding="utf-8") as lines:
        rows = {row["doc_id"]: row for row in map(json.loads, lines)}
    for article in json.loads(annotation.read_text(encoding="utf-8")):
        row = rows.get(article["doc_id"])
        if row is None or hashlib.sha256(row["text"].encode("utf-8")).hexdigest() != article["sha256"]:
            raise ValueError(f"{gold_path} does not hold {article['doc_id']} as it was annotated")
        mentions = [mention for mention in map(_mention, article["mentions"]) if mention.kind != "unclear"]
        yield from judged(article["doc_id"], article["fold"], mentions, row["quotes"], parse(row["text"], model))


def judged(
    doc_id: str, fold: str, mentions: Iterable[Mention], quotes: Sequence[Mapping[str, Any]], doc: Doc
) -> Iterator[Answer]:
    """Resolve the gold attributions of an article in the order of its text, and judge the answers to ``mentions``."""
    sources, found = Sources(doc), dict[Span, Who]()
    for frame in gold_frames(quotes, doc):
        who = sources.resolve(frame)
        if frame.source is not None:
            found.setdefault(frame.source, who)
    for mention in mentions:
        who, words = found[mention.span], mention.span.of(doc.text)
        given, right = judge(mention, words, who)
        yield Answer(doc_id, fold, mention, words, who, given, right)


def gold_frames(quotes: Sequence[Mapping[str, Any]], doc: Doc) -> list[Frame]:
    """Return the gold attributions as frames, sorted as :mod:`claims.attributions` does; parts of one are joined."""
    parts: dict[str, list[Mapping[str, Any]]] = {}
    for quote in quotes:
        parts.setdefault(quote["id"], []).append(quote)
    frames = []
    for rows in parts.values():
        content = tuple(sorted(Span(row["start"], row["end"]) for row in rows))
        source = _span(rows[0]["speaker_start"], rows[0]["speaker_end"])
        cue = _span(rows[0]["cue_start"], rows[0]["cue_end"]) or Span(content[0].start, content[0].start)
        tokens = doc.char_span(cue.start, cue.end, alignment_mode="expand") if cue.end > cue.start else None
        verb, key = (-1, "") if tokens is None else (tokens.root.i, tokens.root.lemma_.lower())
        frames.append(Frame("gold", key, verb, cue, source, content))
    return sorted(frames, key=lambda frame: (frame.content[0], frame.cue))


def judge(mention: Mention, words: str, who: Who) -> tuple[bool, bool]:
    """Tell whether an answer is a name (or a description, or nothing), and whether it is right."""
    if who.name is None:
        return False, mention.kind != "named"
    if mention.kind == "named" and mention.name is not None and bare(who.name) == bare(mention.name):
        return True, True
    own = bare(who.name) == bare(words)
    if mention.kind == "several":
        held = set(bare(who.name))
        joined = all(bare(name)[-1] in held for name in mention.names)
        return not own, own or joined or who.type not in _NAMED
    if mention.kind == "unnamed":
        named = who.type in _NAMED and who.name != who.name.lower() and not own
        return named, not named
    described = own and (who.type not in _NAMED or who.name.split()[-1].islower())
    return who.name != who.name.lower() and not described, False


def bare(name: str) -> tuple[str, ...]:
    """Return the words of a name in small letters, without titles, articles, possessives and marks."""
    words = re.findall(r"[^\W_]+(?:[.&'’-][^\W_]+)*", re.sub(r"['’]s?(?=\s|$)", "", name.lower()))
    kept = tuple(word for word in words if word not in _HONORIFICS)
    return kept or tuple(words)


def figures(found: Sequence[Answer]) -> dict[str, SpeakerScore]:
    """Return the measure of each fold, and of all."""
    folds = sorted({answer.fold for answer in found}, reverse=True)
    by_fold = {fold: score([answer for answer in found if answer.fold == fold]) for fold in folds}
    return {**by_fold, "all": score(found)}


def _mention(row: Mapping[str, Any]) -> Mention:
    return Mention(Span(row["start"], row["end"]), row["kind"], row["name"], tuple(row.get("names", ())), row["type"])


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def main(arguments: Sequence[str]) -> int:
    """Print the measure; with ``--errors`` what was not right, one by one."""
    import settings

    if set(arguments) - {"--errors"}:
        print(__doc__, file=sys.stderr)
        return 2
    path = folder() / "polnear" / "dev.jsonl"
    if not path.is_file():
        print(f"no gold data at {path}: set CLAIMTRAIL_DATA to the folder that holds polnear/", file=sys.stderr)
        return 1
    found = list(answers(path, settings.load().claims.spacy_model))
    if "--errors" in arguments:
        for answer in found:
            mention, who = answer.mention, answer.who
            said = "" if answer.right else ("WRONG" if answer.given else "none")
            if said or mention.type not in {who.type, "other"}:
                gold = mention.name or ", ".join(mention.names) or mention.kind
                place = f"{answer.doc_id[:34]} {mention.span.start}"
                print(f"{said or 'type':6}{place:42}{answer.words[:50]!r} = {gold} ({mention.type}): "
                      f"{who.name!r} ({who.type})")  # fmt: skip
    print(f"{'':8}{'mentions':>9}{'answers':>9}{'right':>9}{'wrong':>9}{'type':>9}")
    for fold, result in figures(found).items():
        shares = (result.answers, result.right, result.wrong, result.types)
        print(f"{fold:8}{result.mentions:9}" + "".join(f"{share:9.1%}" for share in shares))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
