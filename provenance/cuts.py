"""What a part of a sentence loses with the words around it: "I never said that [it is safe]", "[I will go] if I must".

Only what bears on the part is told: a negation in its own clause, a condition that it hangs on, what makes it a guess
or less than all. What stands in another clause, or is passed on with "and", leaves the part as it was said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.records import Drift
from provenance.drift import CONDITIONS, DOUBTS, HEDGES, NEGATIONS
from provenance.words import Word

_CONCEDING = "although though albeit"
_JOIN = "and but so because while or yet"
_ASK = "ask asked asks wonder wondered know knew see tell told sure whether decide check"
_PHRASES = """
    as long as, so long as, on condition, on the condition, in case, only when, only after, only once, only for,
    only in, only on, only at, only with, only by, not before, not until, subject to, with the exception, short of,
    apart from, aside from, other than, save for, depending on, contingent on, in theory, on paper, god willing,
    all being well
"""
_HEDGING = (
    r"as far as (?:i|we|anyone|anybody)\b",
    r"to (?:the best of )?(?:my|our) knowledge",
    r"by the looks? of",
    r"from what (?:i|we)\b",
    r"for all (?:i|we) know",
    r"at a guess",
    r"or so (?:i|we|they)\b",
    r"(?:so|as) (?:i|we) (?:hear|understand|gather)",
    r"if memory",
    r"(?:my|our) (?:guess|feeling|impression|hunch|understanding|bet|suspicion|sense|reading|recollection)\b",
    r"it (?:looks?|looked|seems?|seemed|appears?|appeared|sounds?|sounded)\b",
    r"(?:rumor|word|talk) (?:has it|is)\b",
    r"(?:they|people|some|folks) (?:say|tell me)\b",
    r"(?:was|were|am|been|are|being) (?:told|given to)\b",
    r"(?:i|we|you) (?:['\w]+ ){0,2}?(?:think|thought|believed?|guess(?:ed)?|supposed?|assumed?|suspect(?:ed)?"
    r"|reckon(?:ed)?|imagine|gather(?:ed)?|hear|heard|understand|fancy|expect|hoped?|fear|daresay|dare)\b",
)
_HEDGED = re.compile(rf"\b(?:{'|'.join(_HEDGING)})")
_CONDITIONS = CONDITIONS - {"whether"}  # which only asks
_CONCESSIONS = frozenset(_CONCEDING.split())
_JOINING = frozenset(_JOIN.split())
_CONDITIONS_OF_SEVERAL = tuple(tuple(phrase.split()) for phrase in _PHRASES.split(","))
_ASKING = frozenset(_ASK.split())
"""Words after which "if" only asks."""
_OTHER_ONCE = "a an the again more upon every and or but in at"
_NEARLY_WORDS = "nearly almost about around roughly some approximately virtually practically mostly barely"
_WHOLE_WORDS = "all every each everyone everybody everything none no nobody nothing half always never any"
_NOT_ONCE = frozenset(_OTHER_ONCE.split())
_NEARLY = frozenset(_NEARLY_WORDS.split())
_WHOLE = frozenset(_WHOLE_WORDS.split())
_BOUNDS = frozenset(("at least", "at most", "up to", "more than", "fewer than", "less than", "close to"))
_REVERSING = frozenset(("anything but", "far from", "short of", "nothing like"))
_RELATIVE = frozenset(("who", "which", "where", "whose", "whom", "when", "that"))

_NEAR = 12
"""Words between a part and the condition that it hangs on, at most; farther off another clause lies between."""

_CLOSE = 3
"""Words after a part in which "is not so" bears on it."""

_ASIDE = 7
"""Words of an aside ("as far as I know", "or so they tell me") at most."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Words ``said[start:stop]`` that a part lost and its meaning hangs on, and what they were to it."""

    start: int
    stop: int
    drift: Drift


def lost_around(said: Sequence[Word], first: int, last: int) -> Lost | None:
    """Return what ``said[first:last]`` loses with the words beside it, ``None`` where it stands by itself."""
    return _before(said, first, 0) or _after(said, last, len(said))


def lost_inside(said: Sequence[Word], start: int, stop: int) -> Lost | None:
    """Return what is lost with ``said[start:stop]``, left out from within a sentence: ``None`` where that turns nothing
    of what is left before and after it."""
    if start == stop:
        return None
    if said[start].key in _RELATIVE and said[start].after_pause:
        return None  # ", which ...,": said besides
    begins = start
    while begins < stop and said[begins].key in ("and", "but", "only", "even"):
        begins += 1
    keys = [word.key for word in said[begins:stop]]
    if _condition_at(keys, 0):
        return Lost(start, stop, Drift.CONDITION)
    if keys[:1] and (keys[0] in NEGATIONS or keys[0] in HEDGES) and not said[begins].after_pause:
        return Lost(start, stop, _turned(keys[0]))
    if len(keys) <= _CLOSE:
        turning = next((key for key in keys if _turns(key)), None)
        if turning is not None:
            return Lost(start, stop, _turned(turning))
    found = (_before(said, stop, start) if stop < len(said) else None) or _after(said, start, stop)
    return None if found is None else Lost(start, stop, found.drift)


def _before(said: Sequence[Word], first: int, floor: int) -> Lost | None:
    """Return what bears on the words from ``first`` on of those before them, from ``floor`` on."""
    start = first
    while start > floor and said[start - 1].sentence == said[first].sentence:
        start -= 1
    if start == first or said[first].key in _JOINING:
        return None
    if " ".join(word.key for word in said[max(start, first - 2) : first]) in _REVERSING:
        return Lost(first - 2, first, Drift.NEGATION)
    if said[first - 1].key in _JOINING:
        return None  # a new clause begins with the part
    clause = first
    while clause > start and not said[clause].after_pause and said[clause].key not in ("and", "but", "so", "because"):
        clause -= 1
    keys = [word.key for word in said[clause:first]]
    turning = next((key for key in keys if _turns(key)), None)
    if turning is not None:
        return Lost(clause, first, _turned(turning))
    if _quantity(said[first].key):
        if keys[-1:] and keys[-1] in _NEARLY:
            return Lost(first - 1, first, Drift.OPERATOR)
        if " ".join(keys[-2:]) in _BOUNDS:
            return Lost(first - 2, first, Drift.OPERATOR)
    if not said[first].after_pause:
        return Lost(clause, first, Drift.OPERATOR) if _HEDGED.search(" ".join(keys)) else None
    # "If the runway fails, [the club must pay]": the clause before the comma, where nothing comes between.
    clause = first - 1
    while clause > start and not said[clause].after_pause:
        clause -= 1
    keys = [word.key for word in said[clause:first]]
    begins = next((n for n, key in enumerate(keys) if key not in ("and", "but", "so", "then", "even", "only")), 0)
    if _condition_at(keys, begins):
        return Lost(clause, first, Drift.CONDITION)
    hedged = len(keys) <= _ASIDE and _HEDGED.match(" ".join(keys[begins:]))
    return Lost(clause, first, Drift.OPERATOR) if hedged else None


def _after(said: Sequence[Word], last: int, ceiling: int) -> Lost | None:
    """Return what bears on the words up to ``last`` of those after them, up to ``ceiling``."""
    stop = last
    while stop < min(ceiling, last + _NEAR + 6) and said[stop].sentence == said[last - 1].sentence:
        stop += 1
    keys = [word.key for word in said[last:stop]]
    if keys and said[last].after_pause:
        pause = next((n for n in range(1, len(keys)) if said[last + n].after_pause), len(keys))
        if pause <= _ASIDE and _HEDGED.match(" ".join(keys[:pause])):
            return Lost(last, last + pause, Drift.OPERATOR)
        if pause == len(keys) <= _CLOSE + 1 and (DOUBTS | HEDGES) & set(keys):
            return Lost(last, stop, Drift.CONDITION)  # ", or perhaps not"
    for n, key in enumerate(keys[:_NEAR]):
        if key == "and" and keys[n + 1 : n + 2] == ["if"]:
            return None  # what follows is said besides
        if _condition_at(keys, n):
            asked = key == "if" and (keys[n - 1] if n else said[last - 1].key) in _ASKING
            return None if asked else Lost(last, stop, Drift.CONDITION)
        if n < 2 and key in _CONCESSIONS:
            return Lost(last, stop, Drift.CONDITION)
        if key in _JOINING and n + 1 < len(keys) and not _condition_at(keys, n + 1) and keys[n + 1] != "only":
            # "[It is safe], but not for children"
            return Lost(last, stop, Drift.CONDITION) if key == "but" and keys[n + 1] in NEGATIONS else None
    if any(key in DOUBTS for key in keys[:_CLOSE]) or keys[:2] in (["is", "not"], ["was", "not"]):
        return Lost(last, stop, Drift.NEGATION)
    return None


def _condition_at(keys: Sequence[str], n: int) -> bool:
    if any(tuple(keys[n : n + len(words)]) == words for words in _CONDITIONS_OF_SEVERAL):
        return True
    if keys[n : n + 1] == ["once"]:
        return (n + 2 < len(keys) and keys[n + 1] not in _NOT_ONCE) or keys[n + 1 : n + 2] == ["the"]
    return n < len(keys) and keys[n] in _CONDITIONS


def _quantity(key: str) -> bool:
    return key[:1].isdigit() or key in _WHOLE


def _turns(key: str) -> bool:
    return key in NEGATIONS or key in DOUBTS or key in HEDGES


def _turned(key: str) -> Drift:
    return Drift.OPERATOR if key in HEDGES and key not in NEGATIONS | DOUBTS else Drift.NEGATION
