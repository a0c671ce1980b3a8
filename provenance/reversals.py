"""A speaker who says the contrary of what the same speaker is quoted with elsewhere.

Only what can be shown is told: surely one speaker, two statements with the same words but for a negation ("never",
"denied that"), or on one day but for an opposite word (open, closed). Another figure is told as such, and one quotation
printed with and without its "not" as a wording.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.records import Claim, Conflict, ConflictKind, Kind, Passage, Polarity
from index.features import Features
from index.matching import Matcher
from index.words import likeness
from provenance.names import Sameness
from provenance.outlets import OutletTable
from provenance.sayings import MOST_WORDINGS, Saying, same_speaker, speaking
from provenance.ways import CaseFile
from provenance.wording import Likeness, compare
from provenance.words import words
from settings import Index

LEAST_ALIKE = 0.6
"""Likeness of words (0 to 1) of two statements of which one is said to be the contrary of the other: at half, two
statements on one subject. Chosen by reason."""


def reversals(
    claims: Sequence[Claim], others: Sequence[Claim], case: CaseFile, outlets: OutletTable
) -> Iterator[Conflict]:
    """Yield for each speaker of ``claims`` the first statement that contradicts an earlier one, of ``claims`` or of
    ``others``."""
    matcher = Matcher(Index())
    told: set[str | None] = set()
    ours = [(claim, said, _features(claim, said, matcher)) for claim, said in _spoken(claims, case)]
    theirs = [(claim, said, _features(claim, said, matcher)) for claim, said in _spoken(others, case)]
    for n, (left, one, its) in enumerate(ours):
        for right, other, whose in (*ours[n + 1 :], *theirs):
            if one.speaker in told or not _turned(its, whose, matcher, _one_day(left, right, case)):
                continue
            if same_speaker(one, other, case, outlets) is not Sameness.YES or _one_quotation(one, other, left, right):
                continue
            told.add(one.speaker)
            a, b = (Passage(claim.article, claim.start, claim.end) for claim in (left, right))
            how = (f"both said by {one.speaker}",)
            yield Conflict(ConflictKind.CONTRADICTION, a, b, (left.text, right.text), how=how)


def _one_day(left: Claim, right: Claim, case: CaseFile) -> bool:
    days = [(case.articles[claim.article].published or "")[:10] for claim in (left, right)]
    return bool(days[0]) and days[0] == days[1]


def _spoken(claims: Sequence[Claim], case: CaseFile) -> Iterator[tuple[Claim, Saying]]:
    for claim in claims[:MOST_WORDINGS]:
        said = speaking(claim, case)
        if said is not None and claim.supports:
            yield claim, said


def _features(claim: Claim, said: Saying, matcher: Matcher) -> Features:
    """Return what of a claim is compared; who denies that it is so says that it is not."""
    features = matcher.features(claim)
    return replace(features, negated=features.negated != (said.attribution.polarity is Polarity.DENIES))


def _turned(left: Features, right: Features, matcher: Matcher, one_day: bool) -> bool:
    if likeness(left.words, right.words) < LEAST_ALIKE:
        return False
    difference = matcher.difference(left, right)
    if not difference.turned or difference.figures or difference.other:
        return False
    return one_day or left.negated != right.negated  # what was open on Monday may be closed on Friday


def _one_quotation(one: Saying, other: Saying, left: Claim, right: Claim) -> bool:
    """Tell whether the two are one quotation in two wordings."""
    if Kind.INDIRECT in (one.attribution.kind, other.attribution.kind):
        return False
    return compare(words(left.standalone), words(right.standalone)).likeness is not Likeness.UNLIKE
