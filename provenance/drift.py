"""In what one wording of a quotation departs from another: "not" lost, "may" made "will", another figure.

Works on the keys of words (:mod:`provenance.words`). What only fits a quotation into the sentence that quotes it, or
only adds and drops words such as "the", is told apart from what changes what was said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from claims.records import Drift

_NEGATIONS = "no not never nobody none nothing neither nor without hardly scarcely barely"
_CONDITIONS = """
    if unless until provided providing assuming supposing except lest pending barring permitting whether
"""
_HEDGES = (
    "may might perhaps possibly probably maybe allegedly supposedly apparently reportedly presumably rarely seldom"
)
_DOUBTS = """
    doubt doubts doubted deny denies denied false untrue wrong unlikely impossible nonsense refuse refused
"""
_OTHERS = "could would think believe suspect suppose guess only but although though however alleged"
NEGATIONS = frozenset(_NEGATIONS.split())
CONDITIONS = frozenset(_CONDITIONS.split())
HEDGES = frozenset(_HEDGES.split())
DOUBTS = frozenset(_DOUBTS.split())
TURNING = NEGATIONS | CONDITIONS | HEDGES | frozenset(_OTHERS.split())
"""Negations, conditions and hedges: a quotation that loses one of them may say something else."""

_OPERATORS = (
    ("may might can could possibly perhaps maybe", "will shall", "would", "should ought", "must need have has"),
    ("all every everyone everybody each", "most many", "some several few", "any"),
    ("always", "often usually", "sometimes occasionally", "seldom rarely"),
    ("and", "or"),
    ("before", "after"),
    ("more over above", "less fewer under below"),
    ("maximum most", "minimum least"),
)
_CLASS_OF = {
    word: (number, strength)
    for number, group in enumerate(_OPERATORS)
    for strength, words in enumerate(group)
    for word in words.split()
}
_SMALL_WORDS = """
    a an the that this these those which who and so well just very really also too then now of to in on at for there
    here is are was were be been have has had do does did it its as 's 'd
    look listen okay frankly honestly actually basically
"""
_SMALL = frozenset(_SMALL_WORDS.split())
"""Words that say little by themselves: without them, or with others of them, a sentence says the same."""
_PADDING = re.compile(r"\b(?:you know|i mean|you see)\b")
_FITTED = """
    i he she they we it, me him her them us, my his her their our its, mine his hers theirs ours, myself himself herself
    themselves ourselves, you they we i, your their our my, am is was are were, have has had, will would, shall would
    should, can could, may might, do does did, this that the, these those the, today then, here there, tomorrow next, go
    goes went, say says said, see sees saw, make makes made, take takes took, give gives gave, know knows knew, think
    thinks thought, get gets got, come comes came, find finds found, keep keeps kept, leave leaves left, feel feels
    felt, tell tells told, pay pays paid, hold holds held, stand stands stood
"""
_FITS = [frozenset(group.split()) for group in _FITTED.split(",")]
_THIRD_WORDS = "he she it they him her them his hers its their theirs himself herself itself themselves"
_THIRD = frozenset(_THIRD_WORDS.split())
"""Of two of these one is not the other fitted: "she pushed him" is not "he pushed her"."""
_UNDOING = ("un", "in", "im", "il", "ir", "non", "dis")

GRAVE = frozenset(
    {Drift.NEGATION, Drift.CONDITION, Drift.OPERATOR, Drift.TURNED, Drift.NUMBER, Drift.SPLICED, Drift.WORDS}
    | {Drift.ADDED, Drift.LEFT_OUT}
)
"""What is told as a conflict; the rest is how newspapers quote."""

PLAIN = frozenset({Drift.NEGATION, Drift.NUMBER, Drift.CONDITION})
"""What no two translations of one sentence differ in."""


def drift_of(before: Sequence[str], after: Sequence[str], fitted: bool = True) -> Drift:
    """Return what it makes of a quotation that words ``before`` stand in the one wording, ``after`` in the other.

    ``fitted``: one of the two is part of a sentence of the article, to which tense and person may have been fitted.
    """
    old, new = (Counter(without_padding(keys)) for keys in (before, after))
    old, new = old - new, new - old
    if _negations(old) != _negations(new) or _undone(old, new):
        return Drift.NEGATION
    if bool(CONDITIONS & old.keys()) != bool(CONDITIONS & new.keys()):
        return Drift.CONDITION
    if _numbers(old) and _numbers(new) and _numbers(old) != _numbers(new):
        return Drift.NUMBER
    if fitted and _fits(old, new):
        return Drift.FITTED
    if _operator(old, new):
        return Drift.OPERATOR
    if old.keys() | new.keys() <= _SMALL:
        return Drift.SLIGHT
    if not new:
        return Drift.LEFT_OUT
    return Drift.WORDS if old else Drift.ADDED


def without_padding(keys: Sequence[str]) -> list[str]:
    """Return words less those with which people gain time: "you know", "I mean"."""
    return _PADDING.sub("", " ".join(keys)).split()


def _negations(words: Counter[str]) -> int:
    return sum(count for word, count in words.items() if word in NEGATIONS) % 2


def _undone(old: Counter[str], new: Counter[str]) -> bool:
    """Tell whether one word became its contrary: safe, unsafe."""
    return any(
        long.endswith(short) and long.removesuffix(short) in _UNDOING and len(short) > 2
        for one, other in ((old, new), (new, old))
        for short in one
        for long in other
    )


def _numbers(words: Counter[str]) -> set[str]:
    return {word for word in words if word[0].isdigit()}


def _operator(old: Counter[str], new: Counter[str]) -> bool:
    ours = {_CLASS_OF[word] for word in old if word in _CLASS_OF}
    theirs = {_CLASS_OF[word] for word in new if word in _CLASS_OF}
    return any(a[0] == b[0] and a != b for a in ours for b in theirs) and not ours & theirs


def _fits(old: Counter[str], new: Counter[str]) -> bool:
    """Tell whether the words differ in tense and person alone."""
    left = list(new.elements())
    for word in old.elements():
        match = next((other for other in left if _one_verb(word, other)), None)
        if match is None:
            return False
        left.remove(match)
    return bool(old) and not left


def _one_verb(one: str, other: str) -> bool:
    if one in _THIRD and other in _THIRD:
        return False
    if any(one in group and other in group for group in _FITS):
        return True
    return _stem(one) == _stem(other) and len(_stem(one)) > 2


def _stem(word: str) -> str:
    for ending in ("ied", "ies", "ed", "es", "s", "d"):
        if word.endswith(ending) and len(word) - len(ending) > 1:
            stem = word.removesuffix(ending)
            return f"{stem}y" if ending in ("ied", "ies") else stem.removesuffix("e")
    return word.removesuffix("e")
