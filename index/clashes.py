"""Do two texts disagree on a figure or a date, or do they only have different ones?

"Seven people died on Monday" and "340 people have died this year" differ in a figure and contradict each other in
nothing. Rules (:mod:`index.figures`) tell what is counted, in what scope, and miss what only the whole sentence tells.
So the question is put to the relation model as a reader would put it: *with the other's figure in it, would this
sentence say the same?* If so, the figure is what they disagree on. A small logistic regression decides over what
follows then and what the rules say, unless each would follow from the other (:data:`AGREED`); weights in
``models/relation/clashes.json``, made by ``training/clashes.py``.
"""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar

from claims.records import Claim, DateMention, Quantity, Span
from claims.runtime import fingerprint
from index import days as moments
from index.dates import compare_dates, days_of
from index.details import put, with_units
from index.figures import Comparison, cannot_both_be, compare_quantities, values_said
from index.readings import figures_of
from index.relation import CONTRADICTS, ENTAILS, RelationModel, log_probability
from index.sameness import Regression

WEIGHTS = Path(__file__).resolve().parent.parent / "models" / "relation" / "clashes.json"

_WEEKDAY = re.compile(rf"\b(?:{'|'.join(day_name)}),? (?:the )?$")

T = TypeVar("T")

DISAGREE = 0.5
"""Probability (0 to 1) from which two texts are said to disagree. benchmarks/suites/tuned, numbers."""

IN_ONE_CLAIM = 0.02
"""The same for sentences that a cluster holds for one claim, of what the rules tell to differ. Each has details of its
own there, so that less follows from either: the stories that benchmarks/worlds.py calls written and near."""

AGREED = 0.8
"""Probability (0 to 1) from which each of two texts follows from the other, had they one figure: then, where the rules
tell that the figures are of one thing, they disagree on it, whatever else is inferred of them as they are.
benchmarks/suites, numbers."""

MOST = 8
"""Pairs of figures and dates of two texts that are asked about, those that the rules tell to differ first."""


class Of(StrEnum):
    """What two texts may disagree on."""

    FIGURES = "figures"
    DATES = "dates"


@dataclass(frozen=True, slots=True)
class Clash:
    """A figure or a date of either text that cannot both be of one thing. ``left``, ``right``: where they stand, units
    left out. ``told``: whether the rules say that they are of one thing."""

    of: Of
    left: Span
    right: Span
    said: str
    told: bool


@dataclass(frozen=True, slots=True)
class Side:
    """A text, and what is known of its figures and dates from elsewhere."""

    text: str
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()

    @classmethod
    def of(cls, claim: Claim) -> Side:
        """Return what of ``claim`` is compared."""
        return cls(claim.standalone, claim.quantities, claim.dates)


@cache
def clash_weights() -> Regression:
    """Return the weights that ship. Raises ModelError where they are missing or damaged."""
    return Regression.read(WEIGHTS)


def clash_rule() -> str:
    """Return the name of the weights: others, perhaps other conflicts."""
    return fingerprint(WEIGHTS)


def disagreements(
    left: Side,
    right: Side,
    model: RelationModel,
    compared: tuple[Comparison, Comparison] | None = None,
    one_claim: bool = False,
) -> list[Clash]:
    """Return the figures and dates on which two texts disagree.

    ``compared``: the figures and the dates of the two, which saves comparing them again. ``one_claim``: whether the two
    are held for one claim already; then only what the rules tell to differ is asked about.
    """
    found = [clash for clash in candidates(left, right, compared) if clash.told or not one_claim]
    if not found:
        return []
    weights, agreed = clash_weights(), log_probability(AGREED)
    least = IN_ONE_CLAIM if one_claim else DISAGREE
    return [
        clash
        for clash, parts in zip(found, evidence(left, right, found, model), strict=True)
        if (clash.told and parts["agreed, entails both ways"] >= agreed) or weights.probability(parts) >= least
    ]


def candidates(left: Side, right: Side, compared: tuple[Comparison, Comparison] | None = None) -> list[Clash]:
    """Return the pairs of figures and of dates that are not the same and cannot both be of one thing, those that the
    rules tell to differ first."""
    figures, dates = compared or (
        compare_quantities(left.quantities, right.quantities, left.text, right.text),
        compare_dates(left.dates, right.dates, left.text, right.text),
    )
    found = [
        Clash(of, one, two, said, told=True)
        for of, each in ((Of.FIGURES, figures), (Of.DATES, dates))
        for said, (one, two) in zip(each.differ, each.clashes, strict=True)
    ]
    settled = [*figures.shared, *figures.clashes, *dates.shared, *dates.clashes]
    ours, theirs = ({pair[side].start for pair in settled} for side in (0, 1))
    figures_left, figures_right = (
        [figure for figure in figures_of(side.text, side.quantities) if figure.start not in known]
        for side, known in ((left, ours), (right, theirs))
    )
    days_left, days_right = (
        [day for day in days_of(side.text, side.dates) if day.start not in known]
        for side, known in ((left, ours), (right, theirs))
    )
    for a, b in _pairs(figures_left, figures_right, cannot_both_be):
        said = values_said(a.shown, b.shown, "against")
        found.append(Clash(Of.FIGURES, Span(a.start, a.end), Span(b.start, b.end), said, told=False))
    for one, two in _pairs(days_left, days_right, lambda one, two: moments.same(one, two) is False):
        said = values_said(one.text, two.text, "against")
        found.append(Clash(Of.DATES, Span(one.start, one.end), Span(two.start, two.end), said, told=False))
    return found[:MOST]


def _pairs(ours: Sequence[T], theirs: Sequence[T], exclude: Callable[[T, T], bool]) -> Iterator[tuple[T, T]]:
    """Yield the pairs that exclude each other, but for those of one with several: which of them is meant?"""
    found = [(i, j) for i, one in enumerate(ours) for j, two in enumerate(theirs) if exclude(one, two)]
    for i, j in found:
        if sum(i == one for one, _ in found) == sum(j == two for _, two in found):
            yield ours[i], theirs[j]


def evidence(left: Side, right: Side, found: Sequence[Clash], model: RelationModel) -> list[dict[str, float]]:
    """Return what the judgement of each pair of ``found`` rests on; the same whichever text comes first."""
    scores = model.scores(questions(left, right, found)).tolist()
    (there, *puts_there), (back, *puts_back) = scores[: len(scores) // 2], scores[len(scores) // 2 :]
    contradicts = log_probability(min(there[CONTRADICTS], back[CONTRADICTS]))
    parts = []
    for clash, one, two in zip(found, puts_there, puts_back, strict=True):
        entails = sorted((one[ENTAILS], two[ENTAILS]))
        parts.append(
            {
                "as told, contradicts": contradicts,
                "agreed, entails both ways": log_probability(entails[0]),
                "agreed, entails one way": log_probability(entails[1]),
                "told to differ": float(clash.told),
                "dates": float(clash.of is Of.DATES),
                "one of several": float(len(found) > 1),
            }
        )
    return parts


def questions(left: Side, right: Side, found: Sequence[Clash]) -> list[tuple[str, str]]:
    """Return the pairs of texts that the model is asked about for ``found``: the two as they are, and with each figure
    or date of one in the place of the other's; then all of them the other way round."""
    turned = right.text < left.text
    as_told = (right.text, left.text) if turned else (left.text, right.text)
    texts = [as_told, *(_agreed(left.text, right.text, clash, turned) for clash in found)]
    return [*texts, *((two, one) for one, two in texts)]


def _agreed(one: str, two: str, clash: Clash, turned: bool) -> tuple[str, str]:
    """Return both texts with the figure or date of the first in the place of that of the second, or of the second in
    that of the first if ``turned``."""
    left, right = clash.left, clash.right
    if turned:
        one, two, left, right = two, one, right, left
    if clash.of is Of.FIGURES:
        left, right = with_units(one, left, two, right) or (left, right)
    else:
        left, right = _with_weekday(one, left), _with_weekday(two, right)
    return one, put(two, right, left.of(one))


def _with_weekday(text: str, date: Span) -> Span:
    """Return where a date stands with the day of the week before it: another date, another day."""
    before = _WEEKDAY.search(text, 0, date.start)
    return date if before is None else Span(before.start(), date.end)
