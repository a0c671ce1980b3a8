"""Whether parsed words state something that can be checked, and whether they deny it.

Questions, imperatives, wishes and verdicts of taste are no claims; neither are fragments without a finite verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_SIDE_CLAUSE = frozenset({"relcl", "acl", "advcl"})
_CONCRETE = frozenset({"NOUN", "PROPN", "NUM"})
_OPINION = frozenset({"think", "believe", "feel", "hope", "wish", "love", "like", "hate", "guess", "want", "agree"})
_NORMATIVE = frozenset({"should", "ought", "let"})
_POINTING = frozenset({"it", "this", "that", "these", "those", "i", "we", "you", "they", "he", "she"})
_NOBODY = frozenset({"nobody", "none", "nothing", "neither", "no-one", "noone"})
_OPEN = frozenset({"whether", "why", "what", "which", "who", "whom", "whose"})
_FEWEST_WORDS = 3
_SHORT_VERDICT = 8  # words; a longer "it is ..." says more than taste


def is_checkable(tokens: Sequence[Token]) -> bool:
    """Tell whether parsed words state something concrete: a clause with subject and finite verb about something."""
    words = [token for token in tokens if not token.is_punct and not token.is_space]
    if len(words) < _FEWEST_WORDS or not any(token.pos_ in _CONCRETE or token.lower_ in _NOBODY for token in words):
        return False
    if "?" in "".join(token.text for token in tokens[-3:]) or words[0].lower_ in _OPEN:
        return False
    top = top_of(tokens)
    if top.tag_ == "VB" and not any(child.dep_ in _SUBJECT or child.dep_ == "aux" for child in top.children):
        return False  # "Enrol today"
    return (has_clause(words) or _is_misread_clause(top, tokens)) and not _is_mere_opinion(top, words)


def has_clause(tokens: Sequence[Token]) -> bool:
    """Tell whether a clause with subject and finite verb stands in ``tokens``, side clauses not counted."""
    inside = {token.i for token in tokens}
    return any(_is_clause(token, inside) for token in tokens)


def is_negated(tokens: Sequence[Token]) -> bool:
    """Tell whether the main verb of the statement is negated ("not", "never", "no longer", "nobody", "no evidence").

    "Denied that" is what a cue does (its polarity), and no negation; "not only" is none either.
    """
    top = top_of(tokens)
    inside = {token.i for token in tokens}
    children = [child for child in top.children if child.i in inside]
    for child in children:
        after = child.nbor(1).lower_ if child.i + 1 < len(child.doc) else ""
        if (child.dep_ == "neg" or child.lower_ == "never") and after not in ("only", "just", "merely", "least"):
            return True
        if child.dep_ == "advmod" and any(inner.lower_ == "no" for inner in child.children):
            return True  # no longer
        if child.dep_ in (*_SUBJECT, "dobj", "attr") and _is_none(child):
            return True
    return False


def top_of(tokens: Sequence[Token]) -> Token:
    """Return the word of ``tokens`` that the others hang on: that of the widest clause, a verb before a noun."""
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if token.head == token or token.head.i not in inside]
    return max(tops, key=lambda token: (token.pos_ in ("VERB", "AUX"), token.right_edge.i - token.left_edge.i))


def is_past(tokens: Sequence[Token]) -> bool:
    """Tell whether the main verb is in the simple past (also passive and progressive)."""
    top = top_of(tokens)
    helpers = [child for child in top.children if child.dep_ in ("aux", "auxpass")]
    return top.tag_ == "VBD" or (bool(helpers) and all(child.tag_ in ("VBD", "VBN") for child in helpers))


def _is_clause(token: Token, inside: set[int]) -> bool:
    if token.tag_ not in _FINITE:
        return False
    verb = token.head if token.dep_ in ("aux", "auxpass") else token
    if verb.dep_ in _SIDE_CLAUSE and verb.head.i in inside:
        return False
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and not _has_subject(verb):
        verb = verb.head
    return _has_subject(verb)


def _is_misread_clause(top: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a full sentence's verb was taken for a participle: "The mill closed in March." """
    if top.pos_ not in ("NOUN", "PROPN") or tokens[-1].text[-1] not in ".”\"'’":
        return False
    return any(child.dep_ == "acl" and child.tag_ in ("VBN", "VBD") for child in top.children)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECT for child in verb.children)


def _is_mere_opinion(top: Token, words: Sequence[Token]) -> bool:
    """Tell whether nothing but taste, wish or advice is said: no name and no number would be left to check."""
    if any(token.like_num or (token.ent_type_ and token.pos_ == "PROPN") for token in words):
        return False
    helpers = {child.lower_ for child in top.children if child.dep_ == "aux"}
    if top.lower_ in _NORMATIVE or (helpers & _NORMATIVE and "have" not in helpers):
        return True
    subject = next((child for child in top.children if child.dep_ in _SUBJECT), None)
    if subject is None or subject.lower_ not in _POINTING:
        return False
    if subject.lower_ in ("i", "we", "you") and top.lemma_ in _OPINION:
        return True
    judged = top.lemma_ == "be" and any(child.dep_ in ("acomp", "attr") for child in top.children)
    return judged and len(words) <= _SHORT_VERDICT


def _is_none(token: Token) -> bool:
    return token.lower_ in _NOBODY or any(
        inner.dep_ in ("det", "neg") and inner.lower_ == "no" for inner in token.children
    )
