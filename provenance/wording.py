"""Two wordings of one quotation, word by word: what was kept, changed, added and left out.

What makes no difference to a word makes none here (:mod:`provenance.words`), nor do hyphens and the same measure in
another unit. In what a wording departs is told by kind (:mod:`provenance.drift`), and what a part loses with the words
around it by :mod:`provenance.cuts`. The alignment is Levenshtein's over words (rapidfuzz).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from claims.records import Drift, Span
from index.numerals import Bound, numerals
from index.readings import figures_of
from provenance.cuts import lost_around, lost_inside
from provenance.drift import TURNING, drift_of, without_padding
from provenance.words import SHORT, Word, in_print

LEAST_SIMILAR = 0.6
"""Share (0 to 1) of the longer wording's words that both must have, in order, to be one quotation retold."""

LEAST_WORDS = 4
"""Words that two different wordings must share, in order: below it only the very same words count."""

SHARED = 0.5
"""Share (0 to 1) of a quotation's words that must stand close together for words to be compared with it."""

MOST_OF_FEW = 0.75
"""The same of a sentence of a few words, which chance has in common with many."""

LONGEST_ALIGNED = 90
"""Words up to which a quotation is aligned word by word; of a longer one the passage is taken as the votes give it."""

LEAST_JOINED = 3
"""Words in one piece on either side of a place where two sentences are made one."""

_CONVERTED = 0.03
"""Share by which a converted measure may be off: newspapers round 38 miles to 61 km."""
_LONGEST_MEASURE = 5  # words: "12.5 million pounds", "forty-two miles an hour"


class Likeness(StrEnum):
    """How one wording stands to another."""

    SAME = "same"
    PART = "part"  # an unbroken or openly broken part of the longer wording
    ALTERED = "altered"
    UNLIKE = "unlike"


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the earlier wording, what stands in their place, and what that makes of it; one of the two may be
    empty."""

    old: str
    new: str
    drift: Drift = Drift.WORDS

    def __str__(self) -> str:
        if not self.new or not self.old:
            return f"‘{self.new}’ is only here" if self.new else f"‘{self.old}’ is only there"
        return f"‘{self.new}’ here, ‘{self.old}’ there"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a wording stands to an earlier one.

    ``similarity`` is a share of words, 0 to 1. ``removed`` are the words left out of the sentences that were kept, in
    pieces; ``turning`` those of :data:`TURNING` among them. ``drift`` is in what the two differ, the gravest first.
    """

    likeness: Likeness
    similarity: float
    changes: tuple[Change, ...] = ()
    removed: tuple[str, ...] = ()
    turning: tuple[str, ...] = ()
    drift: tuple[Drift, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that both wordings have (``kept``), or that stand in the one and what stands for them in the other."""

    kept: bool
    old: Span | None
    new: Span | None


UNLIKE = Comparison(Likeness.UNLIKE, 0.0)


def find_words(needle: Sequence[Word], hay: Sequence[Word]) -> int | None:
    """Return where ``needle`` stands unbroken in ``hay``, or ``None``."""
    if not needle:
        return None
    wanted = [word.key for word in needle]
    for place in range(len(hay) - len(needle) + 1):
        if hay[place].key == wanted[0] and [word.key for word in hay[place : place + len(wanted)]] == wanted:
            return place
    return None


def compare(new: Sequence[Word], old: Sequence[Word], fitted: bool = True) -> Comparison:
    """Compare wording ``new`` with the earlier wording ``old``, word by word.

    ``fitted``: one of them is part of a sentence, to which tense and person may have been fitted.
    """
    if not new or not old:
        return UNLIKE
    steps = list(_steps(new, old))
    kept = [n for kind, i1, i2, _, _ in steps if kind == "equal" for n in range(i1, i2)]
    if not kept:
        return UNLIKE
    first = steps[0][2] if steps[0][0] == "delete" else 0
    last = steps[-1][1] if steps[-1][0] == "delete" else len(old)
    changes, gone, edited = [], [*range(first), *range(last, len(old))], 0
    if len(gone) + len(kept) < len(old) and len(kept) < LEAST_WORDS:
        return UNLIKE  # a few words, and not in one piece
    around = lost_around(old, first, last) if gone else None
    drift = set() if around is None else {around.drift}
    openly = bool(gone)
    for kind, i1, i2, j1, j2 in steps:
        if kind == "equal" or (kind == "delete" and (i2 <= first or i1 >= last)):
            continue
        before, after = old[i1:i2], new[j1:j2]
        if kind == "insert" and i2 < len(old) and old[i2].after_gap:
            continue  # what the earlier wording leaves out and says so
        if kind == "delete" and i2 - i1 == 1 and i2 < len(old) and old[i2].after_gap:
            continue  # "from [the ministry]", of which the other has neither
        gone += range(i1, i2) if kind == "delete" else ()
        made = drift_of(_keys(before), _keys(after), fitted)
        if kind == "delete" and j2 < len(new) and new[j2].after_gap:
            openly = True
            inside = lost_inside(old, i1, i2)
            drift |= set() if inside is None else {inside.drift}
        else:
            spliced = _joins_sentences(old[:i1], old[i2:], new[:j1], after, new[j2:])
            edited += j2 - j1 if spliced else max(i2 - i1, j2 - j1)
            changes.append(Change(in_print(before), in_print(after), Drift.SPLICED if spliced else made))
    similarity = max(0.0, 1 - edited / max(len(new), last - first))
    if changes and (similarity < LEAST_SIMILAR or len(kept) < LEAST_WORDS):
        return Comparison(Likeness.UNLIKE, similarity)
    sentences = {old[n].sentence for n in kept}
    cut = sorted(n for n in gone if old[n].sentence in sentences or first < n < last)
    turning = tuple(dict.fromkeys(old[n].text for n in cut if _turns(old[n])))
    only_cuts = all(not change.new for change in changes)
    if not changes:
        likeness = Likeness.PART if gone else Likeness.SAME
    else:
        likeness = Likeness.PART if only_cuts and turning else Likeness.ALTERED
    drift |= {change.drift for change in changes} | ({Drift.SHORTENED} if openly and cut else set())
    return Comparison(
        likeness,
        similarity,
        tuple(changes),
        tuple(_pieces(old, cut)),
        turning if only_cuts else (),
        tuple(kind for kind in Drift if kind in drift),
    )


def compare_nearest(new: Sequence[Word], old: Sequence[Word], fitted: bool = True) -> Comparison:
    """Compare what two articles quote of one speech: those sentences that both have, perhaps in other words, and of a
    longer wording the part that is most like the other. Whole sentences in another order are no alteration."""
    new, old = _shared(new, old), _shared(old, new)
    found = compare(new, old, fitted)
    if found.changes and in_other_order(new, old):
        return Comparison(Likeness.SAME if len(new) == len(old) else Likeness.PART, 1.0)
    window = nearest(new, old, places(old)) if found.likeness is Likeness.UNLIKE else None
    if window is None or window == (0, len(old)):
        return found
    part = compare(new, old[slice(*window)], fitted)
    around = lost_around(old, *window)
    if part.likeness is Likeness.UNLIKE or around is None or around.drift in part.drift:
        return part
    drift = {*part.drift, around.drift}
    return replace(part, drift=tuple(kind for kind in Drift if kind in drift))


def _shared(said: Sequence[Word], other: Sequence[Word]) -> list[Word]:
    """Return the words of those sentences that have half of their words, or of the ``other``'s, in common with it."""
    known = {word.key for word in other}
    sentences = [list(those) for _, those in groupby(said, key=lambda word: word.sentence)]
    shared = [those for those in sentences if _has_most(those, known, len(other))]
    return [word for those in shared for word in those]


def _has_most(sentence: Sequence[Word], known: Set[str], size: int) -> bool:
    least = SHARED * min(len(sentence), size) if len(sentence) > LEAST_WORDS else MOST_OF_FEW * len(sentence)
    return sum(word.key in known for word in sentence) >= least


def in_other_order(new: Sequence[Word], old: Sequence[Word]) -> bool:
    """Tell whether ``new`` is made of two or more sentences of ``old``, each whole, that stand in another order."""
    sentences = [_keys(list(those)) for _, those in groupby(new, key=lambda word: word.sentence)]
    theirs = [_keys(list(those)) for _, those in groupby(old, key=lambda word: word.sentence)]
    if len(sentences) < 2 or not all(one in theirs for one in sentences):
        return False
    order = [theirs.index(one) for one in sentences]
    return order != sorted(order)


def whole_of(said: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Return from where to where the sentences stand that ``said[first:last]`` is of."""
    while first and said[first - 1].sentence == said[first].sentence:
        first -= 1
    while last < len(said) and said[last].sentence == said[last - 1].sentence:
        last += 1
    return first, last


def place_kept(new: Sequence[Word], old: Sequence[Word]) -> tuple[int, int] | None:
    """Return from where to where the words of ``old`` stand that ``new`` has."""
    places = [n for kind, i1, i2, _, _ in _steps(new, old) if kind == "equal" for n in range(i1, i2)]
    return (places[0], places[-1] + 1) if places else None


def align(new: Sequence[Word], old: Sequence[Word]) -> Iterator[Stretch]:
    """Yield the stretches of two wordings side by side: what was kept, changed, left out and added."""
    for kind, i1, i2, j1, j2 in _steps(new, old):
        sides = (
            (part[0], part[-1]) if (part := old[i1:i2]) else None,
            (part[0], part[-1]) if (part := new[j1:j2]) else None,
        )
        yield Stretch(kind == "equal", *(None if side is None else Span(side[0].start, side[1].end) for side in sides))


def _joins_sentences(
    old: Sequence[Word], old_rest: Sequence[Word], new: Sequence[Word], link: Sequence[Word], new_rest: Sequence[Word]
) -> bool:
    """Tell whether words left out, with perhaps a ``link`` ("and") for them, make two sentences one."""
    if min(map(len, (old, old_rest, new, new_rest))) < LEAST_JOINED or len(link) > 1:
        return False
    apart = old[-1].sentence != old_rest[0].sentence and new[-1].sentence == new_rest[0].sentence
    return apart and _keys(old[-LEAST_JOINED:]) == _keys(new[-LEAST_JOINED:]) and (
        _keys(old_rest[:LEAST_JOINED]) == _keys(new_rest[:LEAST_JOINED])
    )  # fmt: skip


Step = tuple[str, int, int, int, int]


def _steps(new: Sequence[Word], old: Sequence[Word]) -> Iterator[Step]:
    """Yield (kind, old from, old to, new from, new to); an unbroken part is never scattered over its neighbours.

    Two stretches that say the very same are ``equal``, whatever their words.
    """
    place = find_words(new, old)
    if place is None:
        codes = Levenshtein.opcodes([word.key for word in old], [word.key for word in new])
        joined = _joined([(c.tag, c.src_start, c.src_end, c.dest_start, c.dest_end) for c in codes])
        steps = _at_boundaries(list(joined), new, old)
        for n, step in enumerate(steps):
            kind, i1, i2, j1, j2 = step
            if kind == "equal":
                yield step
            elif _no_alteration(old[i1:i2], new[j1:j2]):
                yield "equal", i1, i2, j1, j2
            elif n == 0 and i2 - i1 > j2 - j1 > 0:  # what stands before the part, and a word fitted into a sentence
                middle = i2 - (j2 - j1)
                yield from (("delete", i1, middle, j1, j1), ("replace", middle, i2, j1, j2))
            elif n == len(steps) - 1 and i2 - i1 > j2 - j1 > 0:
                middle = i1 + (j2 - j1)
                yield from (("replace", i1, middle, j1, j2), ("delete", middle, i2, j2, j2))
            else:
                yield step
        return
    end = place + len(new)
    if place:
        yield "delete", 0, place, 0, 0
    yield "equal", place, end, 0, len(new)
    if end < len(old):
        yield "delete", end, len(old), len(new), len(new)


def _joined(steps: Sequence[Step]) -> Iterator[Step]:
    """Yield the steps with those between two equal stretches as one: "per" added and "cent" for "%" is one change."""
    for equal, run in groupby(steps, key=lambda step: step[0] == "equal"):
        between = list(run)
        if equal or len(between) == 1:
            yield from between
        else:
            yield "replace", between[0][1], between[-1][2], between[0][3], between[-1][4]


def _at_boundaries(steps: list[Step], new: Sequence[Word], old: Sequence[Word]) -> list[Step]:
    """Let what is left out begin where a sentence or a marked gap does, wherever its words allow: of "at dusk. The mill
    burned. The river rose" less one sentence it is "The mill burned" that is missing, not "mill burned. The"."""
    for n in range(1, len(steps) - 1):
        (_, a1, a2, b1, b2), (kind, i1, i2, j1, j2), (_, c1, c2, d1, d2) = steps[n - 1 : n + 2]
        if kind != "delete" or steps[n - 1][0] != "equal" or steps[n + 1][0] != "equal":
            continue
        for back in range(min(a2 - a1, i2 - i1)):
            if back and old[i1 - back].key != old[i2 - back].key:
                break
            if old[i1 - back].sentence != old[i1 - back - 1].sentence or new[j1 - back].after_gap:
                steps[n - 1 : n + 2] = [
                    ("equal", a1, a2 - back, b1, b2 - back),
                    ("delete", i1 - back, i2 - back, j1 - back, j2 - back),
                    ("equal", c1 - back, c2, d1 - back, d2),
                ]
                break
    return steps


def _turns(word: Word) -> bool:
    return word.key in TURNING


def _pieces(old: Sequence[Word], places: Sequence[int]) -> Iterator[str]:
    run: list[Word] = []
    for n, place in enumerate(places):
        if n and place != places[n - 1] + 1:
            yield in_print(run)
            run = []
        run.append(old[place])
    if run:
        yield in_print(run)


def _keys(these: Sequence[Word]) -> list[str]:
    return [word.key for word in these]


def _no_alteration(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Tell whether two stretches say the very same: sea-front and seafront, per cent and %, 61 km and 38 miles."""
    ours, theirs = without_padding(_keys(before)), without_padding(_keys(after))
    if "".join(ours) == "".join(theirs) or _short_for(ours, theirs) or _short_for(theirs, ours):
        return True
    left, right = _measure(before), _measure(after)
    if left is None or right is None or left[0] != right[0]:
        return False
    slack = _CONVERTED if left[2] != right[2] else 0.0
    return abs(left[1] - right[1]) <= slack * max(abs(left[1]), abs(right[1]))


def _short_for(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return len(ours) == len(theirs) == 1 and theirs[0] in SHORT.get(ours[0], ())


def _measure(stretch: Sequence[Word]) -> tuple[str, float, str] | None:
    """Return what a stretch that is a number with its unit, and nothing else, measures, in the unit of its kind."""
    if not 0 < len(stretch) <= _LONGEST_MEASURE:
        return None
    said = in_print(stretch)
    whole = [numeral for numeral in numerals(said) if (numeral.start, numeral.unit_end) == (0, len(said))]
    if not whole or whole[0].bound is not Bound.EXACT or whole[0].low != whole[0].high:
        return None
    if whole[0].unit is None:
        return "", whole[0].low, ""
    figures = figures_of(said)
    return (figures[0].kind, figures[0].low, figures[0].unit) if len(figures) == 1 else None


def places(said: Sequence[Word]) -> dict[str, list[int]]:
    """Return where each word stands, by its key."""
    found: dict[str, list[int]] = {}
    for place, word in enumerate(said):
        found.setdefault(word.key, []).append(place)
    return found


def nearest(quoted: Sequence[Word], said: Sequence[Word], known: Mapping[str, Sequence[int]]) -> tuple[int, int] | None:
    """Return from where to where the words of ``said`` are most like ``quoted``, ``None`` where they are not.

    By votes of shared words, then a local alignment (Smith and Waterman 1981), so that a long text does not scatter
    them. ``known``: the :func:`places` of ``said``.
    """
    size = len(quoted)
    reach = max(4, size // 3)
    votes: Counter[int] = Counter()
    for n, word in enumerate(quoted):
        for place in known.get(word.key, ()):
            votes[(place - n) // reach] += 1
    if not votes:
        return None
    best = max(votes, key=lambda step: (votes[step] + votes[step + 1], -step))
    if votes[best] + votes[best + 1] < SHARED * size:
        return None
    low = max(0, best * reach - reach)
    high = min(len(said), (best + 2) * reach + size + reach)
    if size > LONGEST_ALIGNED:
        return low, high
    first, last, ours, theirs = _aligned([word.key for word in quoted], [word.key for word in said[low:high]])
    if first == last:
        return None
    # Words at the ends that were swapped for others stand there too.
    start, stop = low + first, low + last
    sentence = said[start].sentence
    while ours and start > 0 and said[start - 1].sentence == sentence:
        start, ours = start - 1, ours - 1
    sentence = said[stop - 1].sentence
    while theirs < size and stop < len(said) and said[stop].sentence == sentence:
        stop, theirs = stop + 1, theirs + 1
    return start, stop


def _aligned(new: Sequence[str], old: Sequence[str]) -> tuple[int, int, int, int]:
    """Return where in ``old`` the best local alignment begins and ends, and where in ``new``."""
    scores = [0] * (len(new) + 1)
    begins: list[tuple[int, int]] = [(0, n) for n in range(len(new) + 1)]
    best, found = 0, (0, 0, 0, 0)
    for i, word in enumerate(old, 1):
        corner, corner_begin = 0, (i - 1, 0)
        scores[0], begins[0] = 0, (i, 0)
        for j, other in enumerate(new, 1):
            up, up_begin = scores[j], begins[j]
            score, begin = (corner + 2, corner_begin) if word == other else (corner - 1, corner_begin)
            if up - 1 > score:
                score, begin = up - 1, up_begin
            if scores[j - 1] - 1 > score:
                score, begin = scores[j - 1] - 1, begins[j - 1]
            if score <= 0:
                score, begin = 0, (i, j)
            corner, corner_begin = up, up_begin
            scores[j], begins[j] = score, begin
            if score > best:
                best, found = score, (begin[0], i, begin[1], j)
    return found
