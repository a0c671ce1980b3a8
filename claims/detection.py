"""Whether parsed words state something that can be checked, whether they deny it, and what kind of statement it is.

Imperatives, wishes and verdicts of mere taste are no claims; neither are fragments without a finite verb. Of questions
only those are that ask whether something is so of somebody or something named ("Did X kill Y?"). Claims that look
ahead, and those that hold an opinion beside something that can be checked, are marked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.cues import lexicon
from claims.frames import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_SIDE_CLAUSE = frozenset({"relcl", "acl", "advcl"})
_CONCRETE = frozenset({"NOUN", "PROPN", "NUM"})
_OPINION = frozenset({"think", "believe", "feel", "hope", "wish", "love", "like", "hate", "guess", "want", "agree"})
_NORMATIVE = frozenset({"should", "ought", "let"})
_POINTING = frozenset({"it", "this", "that", "these", "those", "i", "we", "you", "they", "he", "she"})
_NOBODY = frozenset({"nobody", "none", "nothing", "neither", "no-one", "noone"})
_OPEN = frozenset({"whether", "why", "what", "which", "who", "whom", "whose"})
_ASKING = frozenset({"be", "do", "have", "will", "could"})  # lemmas that open "Did X kill Y?"
_ADDRESSING = frozenset({"i", "me", "my", "we", "us", "our", "you", "your"})
_VERDICTS = lexicon("""
    good bad great terrible awful horrible wonderful amazing incredible beautiful ugly ridiculous stupid silly crazy
    insane disgusting outrageous pathetic shameful sad funny hilarious brilliant perfect lovely nice cool boring
    absurd nonsense shame disgrace joke bullshit best worst finest greatest coolest better worse
    """)
_RANKED = frozenset({"since", "ever", "recorded", "history", "record"})  # "the worst storm since 1987" can be checked
_AHEAD = lexicon("expect set due schedule slate poise project forecast predict anticipate bind likely unlikely")
_INTENDING = frozenset({"plan", "intend", "aim", "vow", "promise", "pledge", "threaten", "hope"})
_STATES = frozenset({"be", "have", "know", "think", "seem", "want", "need", "like", "explain", "mean", "live", "help"})
_SENSED = frozenset({"see", "hear", "feel", "smell", "tell", "find", "remember", "say", "imagine", "believe"})
_FUTURE = re.compile(
    r"\b(?:tomorrow|tonight|soon|next\s+(?:week|month|year|summer|spring|autumn|fall|winter|decade|few)|later\s+this|"
    r"by\s+(?:20\d\d|the\s+end\s+of)|coming\s+(?:days|weeks|months|years)|in\s+the\s+future)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3
_SHORT_VERDICT = 8  # words; a longer "it is ..." says more than taste


def is_checkable(tokens: Sequence[Token]) -> bool:
    """Tell whether parsed words state something concrete: a clause with subject and finite verb about something."""
    words = [token for token in tokens if not token.is_punct and not token.is_space]
    if len(words) < _FEWEST_WORDS or not any(token.pos_ in _CONCRETE or token.lower_ in _NOBODY for token in words):
        return False
    if _ends_asking(tokens) or words[0].lower_ in _OPEN:
        return False
    top = top_of(tokens)
    if top.tag_ == "VB" and not any(child.dep_ in _SUBJECT or child.dep_ == "aux" for child in top.children):
        return False  # "Enrol today"
    clause = has_clause(words) or _is_misread_clause(top, tokens) or _lost_its_subject(top, words)
    return clause and not _is_mere_opinion(top, words)


def asks_whether(tokens: Sequence[Token]) -> bool:
    """Tell whether parsed words ask if something is so of something named: "Did X kill Y?", not "What is X?"."""
    words = [token for token in tokens if not token.is_punct and not token.is_space]
    if len(words) < _FEWEST_WORDS or not _ends_asking(tokens) or words[0].lemma_.lower() not in _ASKING:
        return False
    if words[0].tag_ not in FINITE or any(token.lower_ in _ADDRESSING for token in words):
        return False
    return has_clause(words) and any(token.ent_type_ and token.pos_ == "PROPN" for token in words)


def flags_of(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return what kind of statement it is, in alphabetical order: ``opinion``, ``prediction``, ``question``."""
    if _ends_asking(tokens):
        return ("question",)
    top = top_of(tokens)
    words = [token for token in tokens if not token.is_punct and not token.is_space]
    found = {"opinion": _holds_opinion(top, words), "prediction": _looks_ahead(top, words)}
    return tuple(name for name, holds in found.items() if holds)


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


def _ends_asking(tokens: Sequence[Token]) -> bool:
    return "?" in "".join(token.text for token in tokens[-3:])


def _looks_ahead(top: Token, words: Sequence[Token]) -> bool:
    """Tell whether the main verb is about the future: "will", "is expected to", "plans to", "could"."""
    helpers = {child.lower_ for child in top.children if child.dep_ in ("aux", "auxpass")}
    if helpers & {"have", "had"}:  # "could have been", "had planned to": about what was
        return False
    if helpers & {"will", "'ll", "’ll", "wo", "shall"}:
        return True
    dated = _FUTURE.search(" ".join(token.text for token in words)) is not None
    if helpers & {"would", "'d", "’d"}:
        return dated or top.lemma_ not in _STATES | _SENSED
    if helpers & {"could", "may", "might", "can"}:
        denied = any(child.dep_ == "neg" for child in top.children)
        acts = "can" not in helpers and top.lemma_ not in _STATES | _SENSED and top.tag_ == "VB"
        return dated or (acts and not denied and "be" not in helpers)
    goes_on = any(child.dep_ in ("xcomp", "ccomp") and _to(child) for child in top.children)
    goes_on = goes_on or any(_to(inner) for child in top.children if child.dep_ == "acomp" for inner in child.children)
    if top.lemma_ in _INTENDING or (top.lemma_ in _AHEAD and helpers & {"is", "are", "'s", "’s", "'re", "’re", "be"}):
        return goes_on and top.tag_ != "VBD"
    if top.lower_ == "going" and helpers & {"is", "are", "'s", "’s", "'re", "’re"}:
        return goes_on
    ready = any(child.dep_ == "acomp" and child.lemma_ in _AHEAD for child in top.children)
    return top.lemma_ == "be" and top.tag_ in ("VBZ", "VBP") and ready and goes_on


def _to(verb: Token) -> bool:
    """Tell whether a verb is an infinitive with "to"."""
    return verb.pos_ in ("VERB", "AUX") and any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def _holds_opinion(top: Token, words: Sequence[Token]) -> bool:
    """Tell whether the main clause gives advice, a verdict of taste, or what the speaker believes or feels."""
    helpers = {child.lower_: child.i for child in top.children if child.dep_ == "aux"}
    subject = next((child for child in top.children if child.dep_ in _SUBJECT), None)
    advice = [place for word, place in helpers.items() if word in _NORMATIVE]
    if advice and subject is not None and subject.i < advice[0] and "have" not in helpers:
        return _FUTURE.search(" ".join(token.text for token in words)) is None  # "should arrive next week"
    if subject is not None and subject.lower_ in ("i", "we") and top.lemma_ in _OPINION:
        return subject.dep_ == "nsubj" and not {"would", "'d", "’d"} & set(helpers)  # "I would like to"
    if top.lemma_ != "be" or any(token.like_num or token.lower_ in _RANKED for token in words):
        return False
    judged = [child for child in top.children if child.dep_ in ("acomp", "attr")]
    judged += [inner for child in judged for inner in child.children if inner.dep_ == "amod"]
    return any(token.lower_ in _VERDICTS and not token.ent_type_ for token in judged)


def _is_clause(token: Token, inside: set[int]) -> bool:
    if token.tag_ not in FINITE:
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


def _lost_its_subject(top: Token, words: Sequence[Token]) -> bool:
    """Tell whether the parser hung a clause's subject on what stands before it: "According to the Courier, Ann Lee was
    fined", Ann Lee read as the Courier by another name; "51 people were killed", read as people who were."""
    inside = {token.i for token in words}
    if top.pos_ in ("NOUN", "PROPN"):
        verbs = [child for child in top.children if child.dep_ == "relcl" and child.i in inside]
        return any(_is_finite(verb) and not _has_subject(verb) for verb in verbs)
    before = (token for token in words if token.i < top.i and token.pos_ in ("NOUN", "PROPN", "PRON"))
    return _is_finite(top) and not _has_subject(top) and any(token.head.i not in inside for token in before)


def _is_finite(verb: Token) -> bool:
    helpers = (child for child in verb.children if child.dep_ in ("aux", "auxpass"))
    return any(token.tag_ in FINITE for token in (verb, *helpers))


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
