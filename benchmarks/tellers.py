"""Who tells it, sentence by sentence: the speaker, and the outlets through which it came.

``benchmarks/suites/SUITE/tellers.jsonl`` has one sentence a line, written for the variety of ways in which news prose
says whose a claim is: ``before`` and ``text`` of an article in ``outlet``, what is ``said`` in it, by whom
(``speaker``, ``type``) and ``via`` which outlets. Whoever makes rules reads *tuned*, and nothing of *held*. Run
``python -m benchmarks.tellers [tuned|held] [--errors]``.

*Speaker*: of what is said, whether the source that the extraction gives is the one written down, by name or, where
nobody is named, by description. *Via*: whether the outlets are the same, in their order. *Wrong*: another name than the
one written down, where none would have been no fault.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.articles import article
from claims.extraction import Extractor
from claims.records import Attribution, Extraction, Span
from provenance.names import Sameness, content_words, same_person
from provenance.outlets import key
from settings import Settings

SUITES = Path(__file__).with_name("suites")
_OWN = frozenset({"our reporter", "this newspaper", "we", "i"})


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one sentence, and what of it is right."""

    row: dict[str, Any]
    speaker: str | None
    via: tuple[str, ...]
    found: bool
    speaker_right: bool
    via_right: bool

    @property
    def wrong(self) -> bool:
        """Tell whether another speaker is named than the one who said it."""
        return self.speaker is not None and not self.speaker_right


def rows(suite: str) -> Iterator[dict[str, Any]]:
    """Yield the lines of a suite."""
    with (SUITES / suite / "tellers.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def told(row: dict[str, Any], extractor: Extractor) -> Told:
    """Return what ``extractor`` tells of a line."""
    text = "\n\n".join(part for part in (row["before"], row["text"], "The shops opened as usual.") if part)
    extraction = extractor.extract(article(text, outlet=row["outlet"]))
    start = text.index(row["said"], text.index(row["text"]))
    found = _attribution(extraction, Span(start, start + len(row["said"])))
    speaker, via = (None, ()) if found is None else (found.speaker, found.via)
    known = [key(name) for name in (*via, *([speaker] if speaker is not None and row["speaker"] is None else []))]
    named = [key(name) for name in row["via"]]
    if row["type"] == "own":
        ours = speaker is None or content_words(speaker) <= content_words(row["outlet"]) or speaker.casefold() in _OWN
        right = found is None or ours
        return Told(row, speaker, via, found is not None, right, not via)
    if row["speaker"] is None:  # an outlet: as the speaker, or through whom it came
        right = found is not None and (speaker is None or key(speaker) in named)
        return Told(row, speaker, via, found is not None, right, known == named)
    right = speaker is not None and _same(speaker, row["speaker"], row["type"])
    return Told(row, speaker, via, found is not None, right, known == named)


def _attribution(extraction: Extraction, said: Span) -> Attribution | None:
    """Return the attribution of which most of what is said is content; of several the innermost."""
    shared = {
        each.id: sum(max(0, min(part.end, said.end) - max(part.start, said.start)) for part in each.content)
        for each in extraction.attributions
    }
    most = max(shared.values(), default=0)
    if 2 * most < said.end - said.start:
        return None
    length = said.end - said.start
    fits = [each for each in extraction.attributions if shared[each.id] >= min(most, 0.8 * length)]
    return min(fits, key=lambda each: sum(part.end - part.start for part in each.content))


def _same(told: str, written: str, kind: str) -> bool:
    if kind == "person":
        return same_person(told, written) is Sameness.YES
    ours, theirs = content_words(told), content_words(written)
    return bool(ours) and (ours <= theirs or theirs <= ours)


def figures(found: Sequence[Told]) -> dict[str, float]:
    """Return shares of the lines, 0 to 1."""
    count = len(found)
    return {
        "speaker": sum(each.speaker_right for each in found) / count,
        "via": sum(each.via_right for each in found) / count,
        "both": sum(each.speaker_right and each.via_right for each in found) / count,
        "wrong": sum(each.wrong for each in found) / count,
        "nobody": sum(not each.found for each in found) / count,
    }


def main() -> None:
    """Print the figures, and the lines that are told wrongly."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("suite", nargs="?", default="tuned")
    options.add_argument("--errors", action="store_true", help="print what is told wrongly (never of held)")
    given = options.parse_args()
    extractor = Extractor(Settings().claims)
    found = [told(row, extractor) for row in rows(given.suite)]
    print(f"{given.suite}: {len(found)} sentences", *(f"{name} {value:.3f}" for name, value in figures(found).items()))
    for each in found if given.errors else ():
        if not (each.speaker_right and each.via_right):
            row = each.row
            print(f"\n[{row['outlet']}] {row['before']} | {row['text']}")
            print(f"  written: {row['speaker']} ({row['type']}) via {row['via']}; told: {each.speaker} via {each.via}")


if __name__ == "__main__":
    main()
