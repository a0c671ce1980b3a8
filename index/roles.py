"""Do two claims tell one deed with doer and done-to changed round?

"Voss fired the chairman" and "Voss was fired by the chairman" share every word, and neither vectors nor a small model
tell them apart; grammar does. Where it cannot be read, or leaves it open, nothing is said.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from claims.deeds import DOER, DONE_TO, Deed, deeds
from claims.language import parse
from index.words import words

_CACHED = 8192  # texts
_ALIKE_EITHER_WAY = """
be begin border change close collide divorce draw end face fight have join kiss marry match meet merge open pass play
say share start stop tell tie
"""
_EITHER_WAY = frozenset(_ALIKE_EITHER_WAY.split())
"""Verbs that tell the same with their sides changed round, or of nothing done: a house passes a bill, a bill passes a
house."""
_CONVERSES = {
    "give": (
        (
            "give award donate export hand lend pay sell send smuggle supply",
            {DOER: "giver", "from": "giver", "to": "taker"},
        ),
        ("accept acquire borrow buy get import inherit obtain purchase receive", {DOER: "taker", "from": "giver"}),
    ),
    "beat": (
        ("beat defeat overcome overtake thrash", {DOER: "winner", DONE_TO: "loser"}),
        ("fall lose", {DOER: "loser", "to": "winner"}),
        ("trail", {DOER: "loser", DONE_TO: "winner", "behind": "winner"}),
    ),
}
"""Verbs that tell one deed from both its sides, and what their parts are in it."""
_TOLD_AS = {
    verb: (kind, parts) for kind, groups in _CONVERSES.items() for verbs, parts in groups for verb in verbs.split()
}
_TURNING = frozenset({"by", "was", "were", "been", "being", "to", "from", "for", "against", "behind"})
"""Words that change what the words before and after a verb are to it."""


def changed_round(one: str, two: str, spacy_model: str) -> tuple[str, str] | None:
    """Return how the two tell one deed with its sides changed round, each in its own words; ``None`` where they do not,
    or where that cannot be told.

    Two of those that both name must stand in each other's part, or one on the other side of a passive, and no name that
    both have may keep its part.

    Raises:
        ModelError: the language model is missing.
    """
    if not _may_be(one, two):
        return None
    theirs = _deeds(two, spacy_model)
    pairs = ((ours, other) for ours in _deeds(one, spacy_model) for other in theirs if ours.verb == other.verb)
    return next(((ours.shown, other.shown) for ours, other in pairs if _are_turned(ours, other)), None)


def _may_be(one: str, two: str) -> bool:
    """Tell whether the two are worth reading: their common words stand in another order, or one has other words that
    turn a verb round."""
    ours, theirs = words(one), words(two)
    both = set(ours) & set(theirs)
    if len(both) < 2:
        return False
    first, second = (list(dict.fromkeys(word for word in said if word in both)) for said in (ours, theirs))
    return first != second or _TURNING & set(ours) != _TURNING & set(theirs)


@lru_cache(maxsize=_CACHED)
def _deeds(text: str, spacy_model: str) -> tuple[Deed, ...]:
    found = [_as_told(deed) for deed in deeds(parse(text, spacy_model)) if deed.verb not in _EITHER_WAY]
    # "Sent from Oxby to Hull, and from Hull to Oxby": who tells both is not read more closely.
    both = {one.verb for one in found for two in found if one.verb == two.verb and _are_turned(one, two)}
    return tuple(deed for deed in found if deed.verb not in both)


def _as_told(deed: Deed) -> Deed:
    """Return a deed by what it is from either side: who sells to somebody gives, who buys takes."""
    kind, sides = _TOLD_AS.get(deed.verb, (deed.verb, {}))
    return replace(deed, verb=kind, parts={word: sides.get(part, part) for word, part in deed.parts.items()})


def _are_turned(one: Deed, two: Deed) -> bool:
    moved = {word: (part, two.parts[word]) for word, part in one.parts.items() if word in two.parts}
    names = {word: moved[word] for word in one.names & two.names & moved.keys()}
    steps = {step for step in moved.values() if step[0] != step[1]}
    exchanged = {step for step in steps if step[::-1] in steps}
    if exchanged:
        sides = {part for step in exchanged for part in step}
        stays = any(part == other and part in sides for part, other in names.values())
        return not stays and (not names or any(step in exchanged for step in names.values()))
    stays = any(part == other for part, other in moved.values())
    return one.passive != two.passive and not stays and any(set(step) == {DOER, DONE_TO} for step in steps)
