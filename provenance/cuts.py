"""What a part of a sentence loses with the words around it: "I never said that [it is safe]", "[I will go] if I must".

Only what bears on the part is told: a negation in its own clause, a condition that it hangs on. What stands in another
clause, or is passed on with "and", leaves the part as it was said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from provenance.drift import NEGATIONS
from provenance.wording import Word

_DOUBTING = "doubt doubts doubted deny denies denied untrue false unlikely impossible nonsense refuse"
_HEDGING = "may might perhaps possibly probably maybe allegedly supposedly reportedly rarely seldom"
_CONDITIONAL = "if unless until till provided providing assuming except once lest"
_CONCEDING = "although though albeit"
_JOIN = "and but so because while or yet"
_ASK = "ask asked asks wonder wondered know knew see tell told sure whether decide check"
_PHRASES = """
    as long as, so long as, on condition, on the condition, in case, only when, only after, not before, not
    until, subject to, with the exception, except for
"""
_DOUBTS = frozenset(_DOUBTING.split())
_HEDGES = frozenset(_HEDGING.split())
_CONDITIONS = frozenset(_CONDITIONAL.split())
_CONCESSIONS = frozenset(_CONCEDING.split())
_JOINING = frozenset(_JOIN.split())
_CONDITIONS_OF_SEVERAL = tuple(tuple(phrase.split()) for phrase in _PHRASES.split(","))
_ASKING = frozenset(_ASK.split())
"""Words after which "if" only asks."""

_PAUSE = re.compile(r"[,;:()—–]|\s-\s")
_STOP = re.compile(r"[.!?][”\"’')\]]*\s")
_NEAR = 12
"""Words between a part and the condition that it hangs on, at most; farther off another clause lies between."""

_CLOSE = 3
"""Words after a part in which "is not so" bears on it."""


Stretch = tuple[int, int]


def lost_around(said: Sequence[Word], first: int, last: int, text: str) -> Stretch | None:
    """Return from where to where the words beside ``said[first:last]`` stand that its meaning hangs on, ``None`` where
    it stands by itself.

    ``text`` is that in which the words have their places: its commas part clauses.
    """
    before = _before(said, first, text)
    return before if before is not None else _after(said, last, text)


def lost_inside(removed: Sequence[Word]) -> bool:
    """Tell whether words that were left out from within a sentence turn what is left of it."""
    keys = [word.key for word in removed]
    while keys and keys[0] in ("and", "but", "only", "even"):
        keys = keys[1:]
    return _condition_at(keys, 0) or (len(keys) <= _CLOSE and any(_turns(key) for key in keys))


def _before(said: Sequence[Word], first: int, text: str) -> Stretch | None:
    start = first
    while start and not _ends(said, start, text):
        start -= 1
    if start == first or said[first].key in _JOINING:
        return None
    if said[first - 1].key in _JOINING:
        return None  # a new clause begins with the part
    clause = first
    while clause > start and not _pause(said, clause, text) and said[clause].key not in ("and", "but", "so", "because"):
        clause -= 1
    if any(_turns(said[n].key) for n in range(clause, first)):
        return clause, first
    # "If the runway fails, [the club must pay]": the clause before the comma, where nothing comes between.
    if not _pause(said, first, text):
        return None
    clause = first - 1
    while clause > start and not _pause(said, clause, text):
        clause -= 1
    keys = [word.key for word in said[clause:first]]
    begins = next((n for n, key in enumerate(keys) if key not in ("and", "but", "so", "then", "even", "only")), 0)
    return (clause, first) if _condition_at(keys, begins) else None


def _after(said: Sequence[Word], last: int, text: str) -> Stretch | None:
    stop = last
    while stop < min(len(said), last + _NEAR + 6) and not _ends(said, stop, text):
        stop += 1
    keys = [word.key for word in said[last:stop]]
    rest = last, stop
    for n, key in enumerate(keys[:_NEAR]):
        if key == "and" and keys[n + 1 : n + 2] == ["if"]:
            return None  # what follows is said besides
        if _condition_at(keys, n):
            asked = key == "if" and (keys[n - 1] if n else said[last - 1].key) in _ASKING
            return None if asked else rest
        if n < 2 and key in _CONCESSIONS:
            return rest
        if key in _JOINING and n + 1 < len(keys) and not _condition_at(keys, n + 1) and keys[n + 1] != "only":
            # "[It is safe], but not for children"
            return rest if key == "but" and keys[n + 1] in NEGATIONS else None
    if any(key in _DOUBTS for key in keys[:_CLOSE]) or (keys[:2] and keys[0] in ("is", "was") and keys[1] == "not"):
        return rest
    return None


def _condition_at(keys: Sequence[str], n: int) -> bool:
    several = any(tuple(keys[n : n + len(words)]) == words for words in _CONDITIONS_OF_SEVERAL)
    return several or (n < len(keys) and keys[n] in _CONDITIONS)


def _turns(key: str) -> bool:
    return key in NEGATIONS or key in _DOUBTS or key in _HEDGES or key.endswith("n't")


def _ends(said: Sequence[Word], n: int, text: str) -> bool:
    """Tell whether a sentence ends before word ``n``; a cue between two pieces of speech may end it too."""
    if said[n - 1].sentence != said[n].sentence:
        return True
    return _STOP.search(text, said[n - 1].end, said[n].start) is not None


def _pause(said: Sequence[Word], n: int, text: str) -> bool:
    return n > 0 and _PAUSE.search(text[said[n - 1].end : said[n].start]) is not None
