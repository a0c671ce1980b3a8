"""Grammatical frames in which something may be attributed: subject, cue and content, read off a parse.

Every frame that the grammar allows is proposed here, whatever the words; :mod:`claims.cues` says which
of them attribute. Dependency labels are those of spaCy's English models (ClearNLP).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims import cues
from claims.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE = frozenset({"nsubjpass", "csubjpass"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags (Penn Treebank) of verbs that make a sentence."""
RAISING = frozenset({"seem", "appear", "happen", "turn", "sound", "look"})
"""Verbs whose grammatical subject belongs to what seems so: nobody says it."""

_ADVERBS = frozenset({"reportedly", "allegedly", "seemingly", "apparently", "supposedly", "purportedly"})
LABEL = 7  # tokens that the name before a colon may have
_LABELS = frozenset(
    {"poll", "report", "study", "survey", "analyst", "analysts", "source", "sources", "police", "officials"}
)
_ENDS = frozenset({".", "!", "?", ";", "\n"})
_LINKS = 2  # tokens between two spans of content that only link them: "accuse X *of* Y"
_EDGE = frozenset("\"“”„«»‘’'`,.;:–—-()[]…*•")


@dataclass(frozen=True, slots=True)
class Frame:
    """One place where the grammar would let something be attributed.

    ``shape`` names the grammar (``that``, ``to``, ``object`` ...), ``key`` the cue's lemma, with the
    preposition where one links the content (``call for``). ``verb`` is the cue's token index.
    """

    shape: str
    key: str
    verb: int
    cue: Span
    source: Span | None
    content: tuple[Span, ...]


def frames(doc: Doc) -> Iterator[Frame]:
    """Yield the frames of ``doc`` in the order of their cues."""
    for token in doc:
        if token.text == ":":
            yield from _label(token)
        elif token.lower_ == "according":
            yield from _according(token)
        elif token.pos_ in {"VERB", "AUX"}:
            yield from _verb(token)
        elif token.pos_ == "NOUN":
            yield from _noun(token)
        elif token.pos_ == "ADJ" and token.head.pos_ == "AUX":
            yield from _adjective(token)
        elif token.lower_ in _ADVERBS:
            yield from _adverb(token)


def agent_of(verb: Token) -> Token | None:
    """Return the token after "by" that does what a passive ``verb`` says: "was called unsafe by engineers"."""
    agents = [child for child in verb.children if child.dep_ == "agent"]
    for named in (child for child in verb.children if child.dep_ == "oprd"):  # "declared the winner by the commission"
        agents += [
            child
            for child in named.children
            if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
        ]
    return next((child for child in agents[0].children if child.dep_ == "pobj"), None) if agents else None


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """Return the token that does what ``verb`` says, through coordination, control and participles."""
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.lower_ != "there" and not (child.lower_ == "it" and _impersonal(verb)):
            return child
    passive = any(child.dep_ in PASSIVE or child.dep_ == "auxpass" for child in verb.children)
    if passive:
        return agent_of(verb)
    if any(child.dep_ in SUBJECTS for child in verb.children):
        return None
    head = verb.head
    if head == verb or depth > 4:
        return None
    if verb.dep_ == "acl" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return head if verb.tag_ == "VBG" else _holder(head)
    if _speaks_on(verb):
        return subject_of(head.head, depth + 1)
    if verb.dep_ in {"conj", "xcomp", "advcl", "ccomp", "dep"} and head.pos_ in {"VERB", "AUX"}:
        if verb.dep_ == "xcomp":
            asked = next((child for child in head.children if child.dep_ == "dobj" and child.i < verb.i), None)
            if asked is not None and verb.tag_ == "VB":
                return asked
        if verb.dep_ == "ccomp" and verb.tag_ not in {"VB", "VBG"}:
            return None
        quoted = next((c for c in head.children if c.dep_ in PASSIVE), None)
        if quoted is not None and head.lemma_ in {"quote", "cite"}:
            return quoted
        return subject_of(head, depth + 1) or quoted
    if verb.dep_ == "pcomp" and head.head.pos_ in {"VERB", "AUX"}:
        return subject_of(head.head, depth + 1)
    return None


def _says_after(verb: Token) -> bool:
    """Tell whether what is said is the verb's own clause."""
    return any(child.dep_ in {"ccomp", "xcomp", "parataxis"} for child in verb.children)


def _speaks_on(verb: Token) -> bool:
    """Tell whether a participle goes on for the speaker of the clause before: "she said it was late, *adding* ..."."""
    return (
        verb.dep_ == "advcl"
        and verb.tag_ == "VBG"
        and verb.head.dep_ == "ccomp"
        and verb.head.i < verb.i
        and verb.doc[verb.i - 1].text == ","
        and cues.weight("that", verb.lemma_.lower()) > 0
    )


def _leaves(token: Token, child: Token) -> bool:
    """Tell whether a dependent at the end of a content is no longer part of it."""
    if child.i < token.i or child.left_edge.i == 0 or token.doc[child.left_edge.i - 1].text != ",":
        return False
    if child.lower_ in cues.CITING or child.lower_ == "speaking":
        return True
    return child.dep_ == "advcl" and (_speaks_on(child) or child.left_edge.lower_ in {"while", "whereas"})


def _impersonal(verb: Token) -> bool:
    return verb.pos_ == "AUX" or verb.lemma_ in RAISING or any(child.dep_ == "expl" for child in verb.children)


def noun_phrase(token: Token) -> Span | None:
    """Return the phrase that ``token`` heads, without relative clauses, trailing asides and edge marks."""
    if token.lower_ in {"who", "which", "that"} and token.head.dep_ == "relcl":
        return noun_phrase(token.head.head)
    left, right = token.left_edge.i, token.i
    for child in token.children:
        if child.i > token.i and child.dep_ in {"relcl", "acl", "punct", "appos", "cc", "conj", "advcl", "parataxis"}:
            if child.dep_ in {"cc", "conj"}:
                right = max(right, child.right_edge.i)
                continue
            if child.dep_ == "punct" and child.text in {"-", ")", "%"}:
                continue
            break
        if child.i > token.i and child.dep_ != "case":
            right = max(right, child.right_edge.i)
    return _tight(token.doc, left, right + 1)


def _verb(verb: Token) -> Iterator[Frame]:
    subject = subject_of(verb)
    source = None if subject is None else noun_phrase(subject)
    cue = cue_of(verb)
    lemma = verb.lemma_.lower()
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    theme = next((child for child in verb.children if child.dep_ in PASSIVE), None)

    def frame(shape: str, key: str, *tokens: Token) -> Iterator[Frame]:
        content = _spans(tokens, {verb}, cue)
        if content:
            yield Frame(shape, key, verb.i, cue, None if raised else source, content)

    raised = lemma in RAISING
    if subject is None and not passive and verb.tag_ == "VB" and verb.dep_ == "ROOT":
        return  # an order to the reader: "Post a comment"

    if passive or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        shown = [theme] if theme is not None else []
        for child in verb.children:
            if child.dep_ == "xcomp":
                yield from frame("passive to", lemma, *shown, child)
            elif child.dep_ == "ccomp":
                yield from frame("passive that", lemma, child)
            elif child.dep_ == "prep":
                inner = [grand for grand in child.children if grand.dep_ in {"pobj", "pcomp"}]
                yield from frame("passive prep", f"{lemma} {child.lower_}", *shown, *inner)
            elif child.dep_ == "oprd":
                yield from frame("passive as", lemma, *shown, child)
        if theme is not None:
            yield from frame("passive", lemma, theme)
        return
    if verb.lower_ in cues.CITING:
        interrupted = list(_interrupted(verb))
        if interrupted:
            yield from interrupted
            return
    objects = [child for child in verb.children if child.dep_ in {"dobj", "oprd"}]
    for child in verb.children:
        if child.dep_ == "ccomp":
            yield from frame("that" if not objects or child.i < verb.i else "object that", lemma, child)
        elif child.dep_ == "xcomp":
            lead = [subject] if raised and subject is not None else []
            if objects and child.i > objects[0].i:
                yield from frame("object to", lemma, *objects, child)
            else:
                yield from frame("to" if child.tag_ != "VBG" else "ing", lemma, *lead, child)
        elif child.dep_ == "acomp" and subject is not None:
            yield from frame("seem", lemma, subject, child)
        elif child.dep_ == "prep":
            inner = [grand for grand in child.children if grand.dep_ in {"pobj", "pcomp"}]
            if inner and not objects:
                yield from frame("prep", f"{lemma} {child.lower_}", *inner)
            elif inner:
                yield from frame("object prep", f"{lemma} {child.lower_}", *objects, *inner)
        elif child.dep_ == "advcl" and any(grand.lower_ in {"if", "whether"} for grand in child.children):
            yield from frame("whether", lemma, child)
    if objects:
        yield from frame("object", lemma, *objects)
    if subject is not None and verb.dep_ in {"conj", "ROOT", "dep", "ccomp"} and not _says_after(verb):
        yield from _postposed(verb, subject)
    if verb.dep_ in {"parataxis", "ccomp"} and verb.head != verb and subject is not None:
        # The parser took the content for the main clause and the cue for an aside in it.
        if subject.tag_ in {"WP", "WDT", "WRB"}:
            return
        beside = verb.head.left_edge.i < verb.left_edge.i or verb.dep_ == "parataxis"
        aside = verb.right_edge.i - verb.left_edge.i <= 12
        if beside and aside and subject.head == verb:
            content = _spans([verb.head], set(verb.subtree), cue)
            if content:
                yield Frame("aside", lemma, verb.i, cue, source, content)


def _interrupted(citing: Token) -> Iterator[Frame]:
    """Read "X reported, citing Y, *that* ..." and "X, citing Y, reported *that* ...".

    The parser gives the that-clause, or the reporting verb itself, to "citing".
    """
    verb, clauses = citing.head, list(citing.children)
    for child in citing.children:
        for late in child.children if child.dep_ == "dobj" else ():
            past = late.dep_ in {"acl", "relcl"} and late.tag_ in {"VBN", "VBD"} and late.nbor(-1).text == ","
            if past and cues.weight("that", late.lemma_) > 0:
                verb, clauses = late, list(late.children)
    if verb.pos_ != "VERB" or verb == citing:
        return
    subject = subject_of(verb) if verb.i < citing.i else subject_of(citing)
    for child in clauses:
        if child.dep_ == "ccomp" and any(grand.lower_ == "that" and grand.dep_ == "mark" for grand in child.children):
            content = _spans([child], {citing, verb})
            if content and subject is not None:
                yield Frame("that", verb.lemma_.lower(), verb.i, cue_of(verb), noun_phrase(subject), content)


def _postposed(verb: Token, subject: Token) -> Iterator[Frame]:
    """Read "..., X told Y." at a sentence's end, where the parser coordinates what is said and who said it."""
    doc, comma = verb.doc, subject.left_edge.i - 1
    if comma < 3 or doc[comma].text != "," or subject.i > verb.i or subject.head != verb:
        return
    end = verb.right_edge.i + 1
    if end < len(doc) and doc[end].text not in _ENDS and not doc[end].is_space and not doc[end].is_punct:
        return
    start = comma
    while start > 0 and not doc[start].is_sent_start:
        start -= 1
    said = [token for token in doc[start:comma] if not token.is_space]
    if len(said) < 4 or not any(token.pos_ in {"VERB", "AUX"} for token in said):
        return
    content = _tight(doc, start, comma)
    if content is not None:
        yield Frame("postposed", verb.lemma_.lower(), verb.i, cue_of(verb), noun_phrase(subject), (content,))


def _noun(noun: Token) -> Iterator[Frame]:
    holder = _holder(noun)
    source = None if holder is None else noun_phrase(holder)
    lemma = noun.lemma_.lower()
    cue = Span(noun.idx, noun.idx + len(noun))
    for child in noun.children:
        shape, tokens, key = "", [child], lemma
        if child.dep_ in {"acl", "relcl", "ccomp"} and child.i > noun.i:
            marks = {grand.lower_ for grand in child.children if grand.dep_ in {"mark", "aux"}}
            if "that" in marks and child.dep_ != "relcl":
                shape = "noun that"
            elif child.tag_ == "VB" and "to" in marks:
                shape = "noun to"
        elif child.dep_ == "prep" and child.lower_ in {"of", "about", "on", "for", "over", "against", "from", "to"}:
            shape, key = "noun prep", f"{lemma} {child.lower_}"
            tokens = [grand for grand in child.children if grand.dep_ in {"pobj", "pcomp"}]
        if shape:
            content = _spans(tokens, {noun})
            if content:
                yield Frame(shape, key, noun.i, cue, source, content)


def _adjective(adjective: Token) -> Iterator[Frame]:
    subject = subject_of(adjective.head)
    if subject is None:
        return
    for child in adjective.children:
        if child.dep_ in {"ccomp", "xcomp"}:
            content = _spans([child], {adjective, adjective.head})
            if content:
                start, end = sorted((adjective.head, adjective), key=lambda token: token.i)
                cue = Span(start.idx, end.idx + len(end))
                shape = "adjective that" if child.dep_ == "ccomp" else "adjective to"
                yield Frame(shape, adjective.lower_, adjective.i, cue, noun_phrase(subject), content)


def _label(colon: Token) -> Iterator[Frame]:
    """Read a headline's or a transcript's ``Ann Lee: what she says``: a name alone before the colon."""
    doc = colon.doc
    start = colon.i
    while start > 0 and colon.i - start <= LABEL and "\n" not in doc[start - 1].text:
        start -= 1
    named = [token for token in doc[start : colon.i] if not token.is_space]
    if not named or colon.i - start > LABEL or any(token.pos_ in {"VERB", "AUX", "PRON", "ADV"} for token in named):
        return
    who = any(token.ent_type_ in {"PERSON", "ORG"} for token in named) or named[-1].lower_ in _LABELS
    if not who or named[0].text.islower():
        return
    end = colon.i + 1
    while end < len(doc) and end - colon.i <= 400 and "\n" not in doc[end].text:
        end += 1
    source, content = _tight(doc, start, colon.i), _tight(doc, colon.i + 1, end)
    if source is not None and content is not None and end - colon.i > 3:
        yield Frame("label", ":", colon.i, Span(colon.idx, colon.idx + 1), source, (content,))


def _according(token: Token) -> Iterator[Frame]:
    to = next((t for t in token.doc[token.i + 1 : token.i + 3] if t.lower_ == "to"), None)
    if to is None:
        return
    named = next((child for child in to.children if child.dep_ in {"pobj", "pcomp"}), None)
    named = _teller(named) if named is not None and token.doc[to.i + 1].lower_ == "what" else named
    source = None if named is None else noun_phrase(named)
    head = token.head
    while head.head != head and (head.pos_ not in {"VERB", "AUX"} or _is_aside(head, token) or _shares(head)):
        head = head.head
    content = _spans([head], set(token.subtree))
    if content:
        yield Frame("according to", "according to", token.i, Span(token.idx, to.idx + 2), source, content)


def _teller(clause: Token) -> Token | None:
    """Return who tells it in "according to what Ann Lee told the Herald"."""
    return next((token for token in clause.subtree if token.dep_ == "nsubj" and token.lower_ != "what"), None)


def _adverb(token: Token) -> Iterator[Frame]:
    verb = token.head
    if verb.pos_ in {"VERB", "AUX"}:
        content = _spans([verb], {token})
        if content:
            yield Frame("adverb", token.lower_, token.i, Span(token.idx, token.idx + len(token)), None, content)


def _shares(head: Token) -> bool:
    """Tell whether a coordinated clause has its subject in the one before."""
    return head.dep_ == "conj" and not any(child.dep_ in SUBJECTS | PASSIVE for child in head.children)


def _is_aside(head: Token, token: Token) -> bool:
    """Tell whether ``head`` is a participle clause at the end that "according to" reaches over to its sentence."""
    return head.dep_ in {"advcl", "acl"} and token.i > head.i and token.i > 0 and token.doc[token.i - 1].text == ","


def _holder(noun: Token) -> Token | None:
    """Return whose ``noun`` it is: the possessor, "by"/"from"/"of" somebody, or who makes it (makes a claim)."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "among"}:
            return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
    for child in noun.children:
        if child.dep_ == "compound" and child.ent_type_:
            return child
    verb = noun.head
    if noun.dep_ in {"dobj", "pobj", "attr"}:
        while verb.pos_ == "ADP" and verb.head != verb:
            verb = verb.head
        if verb.pos_ in {"VERB", "AUX"}:
            return subject_of(verb)
    return None


def cue_of(verb: Token) -> Span:
    """Return the verb with its auxiliaries, negation and particle: ``would not say``, ``pointed out``."""
    start, end = verb.i, verb.i
    for child in verb.children:
        if child.dep_ in {"aux", "auxpass", "neg"} and 0 < verb.i - child.i <= 4:
            start = min(start, child.i)
        elif (child.dep_ == "prt" or child.lower_ == "back") and child.i == end + 1:
            end = child.i
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS | PASSIVE and start < c.i < verb.i), None)
    if subject is not None:
        start = verb.i
    last = verb.doc[end]
    return Span(verb.doc[start].idx, last.idx + len(last))


def _spans(tokens: Iterable[Token], drop: set[Token], cue: Span | None = None) -> tuple[Span, ...]:
    """Return what ``tokens`` head as runs of text, without the dropped tokens.

    Runs that only a linking word or two divide are one; the cue divides.
    """
    kept: set[int] = set()
    doc = None
    for token in tokens:
        doc = token.doc
        kept.update(inner.i for inner in token.subtree)
        for child in token.children:
            if _leaves(token, child):
                kept.difference_update(inner.i for inner in child.subtree)
    if doc is None:
        return ()
    kept -= {token.i for token in drop}
    runs: list[list[int]] = []
    for place in sorted(kept):
        if runs and (place == runs[-1][1] + 1 or _linked(doc, runs[-1][1], place, cue)):
            runs[-1][1] = place
        else:
            runs.append([place, place])
    spans = (
        _tight(doc, first, last + 1) for first, last in runs if first < last or doc[first].pos_ not in {"PRON", "DET"}
    )
    return tuple(span for span in spans if span is not None)


def _linked(doc: Doc, left: int, right: int, cue: Span | None) -> bool:
    between = [doc[place] for place in range(left + 1, right) if not doc[place].is_space]
    if len(between) > _LINKS:
        return not between
    return not between or (cue is not None and not any(cue.start <= token.idx < cue.end for token in between))


def _tight(doc: Doc, start: int, end: int) -> Span | None:
    while start < end and (doc[start].is_space or doc[start].text in _EDGE):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in _EDGE):
        end -= 1
    if start >= end:
        return None
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
