"""A finding as an editor reads it beside the draft: what was found, why, and the passages, differing words marked."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from claims.records import Article, Checked, Finding, FindingVerdict, Span
from provenance.quoted import spoken
from provenance.words import words

CHECKED = {Checked.QUOTE: "Quote", Checked.ATTRIBUTION: "Attribution", Checked.CLAIM: "Claim"}
VERDICT = {
    FindingVerdict.VERBATIM: "verbatim",
    FindingVerdict.ALTERED: "altered quote",
    FindingVerdict.OTHER_SPEAKER: "another speaker",
    FindingVerdict.CUT: "cut short",
    FindingVerdict.NUMBER_DIFFERS: "number differs",
    FindingVerdict.SUPPORTED: "supported",
    FindingVerdict.CONTRADICTED: "contradicted",
    FindingVerdict.NOT_FOUND: "not in the archive",
    FindingVerdict.CANNOT_TELL: "cannot tell",
}
AGREES = frozenset({FindingVerdict.VERBATIM, FindingVerdict.SUPPORTED})
OPEN = frozenset({FindingVerdict.NOT_FOUND, FindingVerdict.CANNOT_TELL})

MOST_PASSAGES = 3
"""Different wordings in one note, one where the archive bears the draft out; how many more there are is said."""


@dataclass(frozen=True, slots=True)
class Printed:
    """An article by its outlet and day, in words, and its address."""

    outlet: str
    day: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """Words of the archive and who printed them; ``differs`` are places of ``text`` that the draft has otherwise."""

    text: str
    printed: tuple[Printed, ...]
    differs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A finding in words. ``standing`` is ``differs``, ``open`` or ``agrees``; ``differs`` are places of the finding's
    own text that the first passage has otherwise."""

    number: int
    finding: Finding
    standing: str
    heading: str
    reasons: tuple[str, ...]
    sources: tuple[Source, ...]
    more: int
    differs: tuple[tuple[int, int], ...]


def standing(finding: Finding) -> str:
    """Return whether the archive differs from the draft, leaves it open or bears it out."""
    if finding.verdict in AGREES:
        return "agrees"
    return "open" if finding.verdict in OPEN else "differs"


def heading(finding: Finding) -> str:
    """Return what was found of what: "Quote: altered quote"."""
    return f"{CHECKED[finding.what]}: {VERDICT[finding.verdict]}"


def notes(findings: Sequence[Finding], article: Callable[[str], Article]) -> list[Note]:
    """Return a note for each finding, numbered from 1 in their order; ``article`` looks an article up by its id."""
    made = []
    for number, finding in enumerate(findings, 1):
        compared = finding.what is Checked.QUOTE and standing(finding) == "differs"
        by_text: dict[str, list[Printed]] = {}
        for evidence in finding.evidence:
            known = article(evidence.article)
            printed = Printed(known.outlet or "an unknown outlet", in_words(known.published), known.url)
            by_text.setdefault(evidence.text, []).append(printed)
        shown = list(by_text.items())[: 1 if standing(finding) == "agrees" else MOST_PASSAGES]
        apart = [differing(finding.text, text) if compared else ((), ()) for text, _ in shown]
        sources = (
            Source(text, tuple(dict.fromkeys(printed)), theirs)
            for (text, printed), (_, theirs) in zip(shown, apart, strict=True)
        )
        made.append(
            Note(
                number,
                finding,
                standing(finding),
                heading(finding),
                finding.reasons,
                tuple(sources),
                len(by_text) - len(shown),
                apart[0][0] if apart else (),
            )
        )
    return made


def differing(draft: str, archived: str) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    """Return the places of either wording that the other has otherwise; spelling, capitals and marks do not count."""
    ours, theirs = (words(text, spoken(text, Span(0, len(text)))) for text in (draft, archived))
    matcher = difflib.SequenceMatcher(None, [w.key for w in ours], [w.key for w in theirs], autojunk=False)
    steps = [step for step in matcher.get_opcodes() if step[0] != "equal"]
    return (
        tuple((ours[a].start, ours[b - 1].end) for _, a, b, _, _ in steps if a < b),
        tuple((theirs[c].start, theirs[d - 1].end) for _, _, _, c, d in steps if c < d),
    )


def tally(findings: Sequence[Finding]) -> str:
    """Return how many findings there are of each standing, in words."""
    count = {name: sum(standing(each) == name for each in findings) for name in ("differs", "open", "agrees")}
    return (
        f"{count['differs']} to look at, {count['open']} that the archive cannot settle, "
        f"{count['agrees']} that it bears out"
    )


def in_words(date: str | None) -> str:
    """Return an ISO 8601 date or date-time as a day in words; ``date unknown`` where there is none."""
    if date is None or not date.strip():
        return "date unknown"
    try:
        moment = datetime.fromisoformat(date)
    except ValueError:
        return date
    return f"{moment.day} {moment:%B %Y}"
