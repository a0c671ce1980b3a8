"""A statement said by itself: without "X said that", and with what points outside it named where that is sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.carriers import is_outlet
from claims.cues import lexicon
from claims.people import People, Person
from claims.pronouns import GENDER, Pronouns
from claims.quotation import find_quotations, quoted
from claims.records import Kind, Polarity, SourceType, Span
from claims.statements import Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Sentence

_QUOTES = "\"“”„‟«»‹›”'‘’‚`´"
_DOUBLE = '"“”„‟«»'
_THAT = re.compile(rf"^that\s+(?=[\w{_QUOTES}$€£(\[])")
_DASH = r"\s*[—–-]{1,2}\s+(?=[A-Z\"“‘'])"
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z.'’-]{2,}(?:,? [A-Z][A-Za-z.'’-]*)*(?:,? \d{1,2})?\s*(?:\([A-Z][A-Za-z ]*\))?"  # LISBON, May 3 (AP)
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+)*, [A-Z]{2}"  # Salem, OR
    r"|(?:[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:, [A-Z][a-z]+)?\s*)?\([A-Z][A-Za-z ]{1,30}\)"  # (Reuters), London (AP)
    rf"){_DASH}"
)
_LABEL = re.compile(r"^(?:update[ds]?|breaking(?:\s+news)?|watch|video|photos?|exclusive)\s*[:|]\s+", re.IGNORECASE)
_OF_WEATHER = frozenset({"be", "seem", "appear", "take", "look", "happen", "turn", "rain", "snow", "matter", "become"})
_ORGANISED = SourceType.ORGANISATION
_KINDS = lexicon("""
    company firm group agency department ministry bank charity council commission airline manufacturer retailer
    hospital university organisation organization
    """)
_SOMEBODY = lexicon("""
    boy girl child kid baby teenager teen toddler man woman guy gentleman lady person somebody someone anyone everyone
    suspect victim gunman shooter attacker assailant driver officer official spokesman spokeswoman spokesperson source
    witness lawyer attorney doctor nurse surgeon judge friend colleague partner mother father mum mom dad son daughter
    wife husband brother sister uncle aunt cousin nephew niece grandmother grandfather boyfriend girlfriend fiance
    neighbour neighbor player singer actor actress star rapper leader dictator president minister mayor senator governor
    king queen prince princess pope priest soldier reporter journalist student pupil teacher professor expert analyst
    author owner manager director executive boss chief commander militant fighter jihadist terrorist hostage prisoner
    inmate patient customer client resident captain coach champion athlete swimmer worker employee employer candidate
    republican democrat conservative liberal socialist american briton spokesperson representative lawmaker congressman
    secretary chancellor envoy ambassador general colonel sergeant detective sheriff
    clerk guard thief cop chef cook pal mate maid deputy aide adviser advisor assistant bride groom twin youth adult
    scientist researcher farmer pilot passenger survivor nun monk heir founder chairman user poster one another
    """)
"""Nouns for one person, who may be whom a later "he" or "she" means."""

_ONE_PERSON = re.compile(r"\w{3,}(?:man|woman|person|er|or|ist|ian|ee)|(?:\S+-)?old")  # "golfer", "the 12-year-old"
_THINGS = lexicon("""
    paper newspaper number water order power center computer letter matter offer murder border error door floor summer
    winter weather quarter corner anger danger fever cancer rumor tumor terror computer helicopter trailer poster
    twitter newsletter career
    """)
"""Nouns that end as those for a person do."""
_NO_PERSON = frozenset({"ORG", "GPE", "LOC", "NORP", "FAC", "PRODUCT"})
_SUBJECTS = ("nsubj", "nsubjpass")


def standalone(text: str, statement: Statement, referents: Referents) -> str:
    """Return what ``statement`` says without its attributing frame, on one line.

    Capitals stay as they are. The marks of a quotation that is the whole content go; marks around a part stay. The
    first "he", "her" or "its" that points outside becomes a name only where ``referents`` is sure; "I" stays.
    """
    said = " ".join(_bare(_with_marks(text, part)) for part in statement.said)
    if statement.attribution is not None:
        said = _unquoted(_THAT.sub("", said), statement.attribution.kind)
    said = _LABEL.sub("", _DATELINE.sub("", " ".join(said.split())))
    if (by := _by_whom(statement)) is not None:
        said = f"{by} {said}"
    pointer = referents.sure(statement)
    return said if pointer is None else _named(text, statement, said, pointer)


def _by_whom(statement: Statement) -> str | None:
    """Return who denies a deed: it is theirs, and nothing in "having taken bribes" says so."""
    found, tokens = statement.attribution, statement.tokens
    if found is None or found.polarity is not Polarity.DENIES or not tokens or tokens[0].tag_ != "VBG":
        return None
    return found.speaker if found.speaker is not None and found.speaker[:1].isupper() else None


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words of a statement that point outside it, from ``first`` to ``last``, and the name that they stand for."""

    first: Token
    last: Token
    name: str


class Referents:
    """Whom or what the pronouns of one parsed article mean, where it is beyond doubt.

    :class:`claims.pronouns.Pronouns` says who stands out. Beyond doubt means besides: nobody else who may be meant
    is named or described between the beginning of the sentence before and the pronoun, nor in the statement itself.
    """

    def __init__(self, doc: Doc) -> None:
        sentences = [number for number, sentence in enumerate(doc.sents) for _ in sentence]
        mask = quoted(doc.text, find_quotations(doc.text))
        self._doc = doc
        self._people = People(doc, sentences)
        self._things = {token.lower_ for entity in doc.ents if entity.label_ in _NO_PERSON for token in entity}
        self._things -= {token.lower_ for entity in doc.ents if entity.label_ == "PERSON" for token in entity}
        self._pronouns = Pronouns(doc, self._people, sentences, mask, self._described)

    def sure(self, statement: Statement) -> Pointer | None:
        """Return the first words of ``statement`` that point outside it to somebody or something sure."""
        tokens = [token for token in statement.tokens if not token.is_punct]
        tokens = tokens[1:] if tokens and tokens[0].lower_ == "that" else tokens
        found = [_organisation(statement, tokens), self._person(statement, tokens)]
        return min((each for each in found if each is not None), key=lambda each: each.first.i, default=None)

    def _person(self, statement: Statement, tokens: Sequence[Token]) -> Pointer | None:
        if statement.attribution is not None and statement.attribution.kind is Kind.DIRECT:
            return None  # whom a speaker means is not looked into
        pronoun = next((token for token in tokens if token.lower_ in GENDER and token.pos_ == "PRON"), None)
        person = None if pronoun is None else self._pronouns.at(pronoun.i)
        if pronoun is None or person is None or not _can_stand(pronoun) or not _can_be_written(person.name):
            return None
        if any(self._people.at(token.i) or self._may_be(token) for token in tokens if token.i < pronoun.i):
            return None  # it means somebody in the statement
        if self._named_later(pronoun, person, [token for token in tokens if token.i > pronoun.i]):
            return None
        alone = self._alone(self._near(statement.sentence, pronoun), person, GENDER[pronoun.lower_])
        return Pointer(pronoun, pronoun, person.name) if alone else None

    def _near(self, sentence: Sentence, pronoun: Token) -> list[Token]:
        """Return the words before a pronoun that may say whom it means: of "Ann Lee said she" no more."""
        start = sentence.start
        leads = any(token.dep_ in _SUBJECTS and self._people.at(token.i) for token in self._doc[start : pronoun.i])
        before = start if leads or start == 0 else self._doc[start - 1].sent.start
        return list(self._doc[before : pronoun.i])

    def _alone(self, tokens: Iterable[Token], person: Person, gender: str) -> bool:
        """Tell whether ``tokens`` mention ``person`` and nobody else who may be called by that pronoun."""
        mentioned = False
        for token in tokens:
            mention = self._people.at(token.i)
            known = self._pronouns.at(token.i) if mention is None else mention.person
            if known is person:
                mentioned = True
            elif known is not None:
                if known.gender in {gender, ""}:
                    return False
            elif mention is not None or self._may_be(token) or GENDER.get(token.lower_) == gender:
                return False
        return mentioned

    def _named_later(self, pronoun: Token, person: Person, after: Iterable[Token]) -> bool:
        """Tell whether the statement goes on to name the person: "When he left, Ben Marsh said so"."""
        for token in after:
            mention = self._people.at(token.i)
            if mention is None:
                continue
            leads = token.dep_ in _SUBJECTS and pronoun.dep_ not in _SUBJECTS
            over = token.dep_ in _SUBJECTS and token.head in pronoun.ancestors
            if mention.person is person or leads or over:
                return True
        return False

    def _may_be(self, token: Token) -> bool:
        """Tell whether a token is a noun for one person whom no name beside it names, or a name that nobody knows."""
        if token.tag_ not in {"NN", "NNP", "JJ"} or token.dep_ in {"compound", "attr", "appos", "amod", "acomp"}:
            return False
        if not _is_somebody(token) and not self._may_name(token):
            return False
        if token.dep_ == "conj" and token.head.dep_ == "appos":
            return False  # "Ann Lee, a doctor and mayor,"
        beside = (token.i, token.i + 1, *(child.i for child in token.children if child.dep_ == "appos"))
        return all(self._people.at(place) is None for place in beside)

    def _may_name(self, token: Token) -> bool:
        """Tell whether a token may be somebody's name that is not known as one."""
        if token.pos_ != "PROPN" or token.dep_ not in _SUBJECTS or token.ent_type_ not in {"", "PERSON"}:
            return False
        return token.lower_ not in self._things and not any(child.dep_ == "det" for child in token.children)

    def _described(self, token: Token) -> Sequence[Person]:
        return (Person(""),) if self._may_be(token) else ()


def _is_somebody(token: Token) -> bool:
    word = token.lower_
    return word in _SOMEBODY or (_ONE_PERSON.fullmatch(word) is not None and word not in _THINGS)


def _can_stand(pronoun: Token) -> bool:
    """Tell whether a name can take the pronoun's place: not that of "herself", nor of "a friend of his"."""
    word = pronoun.lower_
    return word in {"he", "she", "him", "her"} or (word == "his" and pronoun.dep_ == "poss")


def _can_be_written(name: str) -> bool:
    words = name.split()
    letters = all(re.fullmatch(r"[^\W\d_][\w.'’-]*", word) for word in words)
    return 0 < len(words) <= 5 and letters and words[0][0].isupper() and words[-1][0].isupper()


def _organisation(statement: Statement, tokens: Sequence[Token]) -> Pointer | None:
    """Return what "it", "its" or "the company" is in "Acme said it had ceased shipments": the speaker, acting."""
    found = statement.attribution
    if found is None or found.source is None or found.parent or len(tokens) < 2:
        return None
    first, second = tokens[:2]
    if not statement.span.start <= found.source.start < found.source.end <= first.idx:
        return None
    itself = first.lower_ == "its" or (
        first.lower_ == "it" and first.dep_ == "nsubj" and first.head.lemma_ not in _OF_WEATHER
    )
    called = first.lower_ == "the" and second.lower_ in _KINDS and second.dep_ in _SUBJECTS
    if not (itself or called):
        return None
    name = _speaking(statement.sentence, found.source, found.speaker if found.source_type is _ORGANISED else None)
    return None if name is None else Pointer(first, second if called else first, name)


def _speaking(sentence: Sentence, source: Span, speaker: str | None) -> str | None:
    """Return the organisation that speaks, or the one named whose spokeswoman does."""
    mention = [token for token in sentence if source.start <= token.idx < source.end]
    if any(token.tag_ == "NN" and _is_somebody(token) for token in mention):
        named = {
            re.sub(r"['’]s?$", "", entity.text)
            for entity in sentence.ents
            if entity.label_ == "ORG" and source.start <= entity.start_char and entity.end_char <= source.end
        }
        return min(named) if len(named) == 1 and not is_outlet(min(named)) else None
    if not speaker or not mention:
        return None
    definite = mention[0].lower_ == "the" and not speaker.lower().startswith("the ")
    return f"the {speaker}" if definite else speaker if speaker[0].isupper() else None


def _named(text: str, statement: Statement, said: str, pointer: Pointer) -> str:
    """Return ``said`` with the name in the place of the words that point to it."""
    words = r"\s+".join(re.escape(token.text) for token in pointer.first.doc[pointer.first.i : pointer.last.i + 1])
    pattern = re.compile(rf"\b{words}\b", re.IGNORECASE)
    place, owner = pointer.first.idx, bool(pointer.first.tag_ == "PRP$")
    earlier = [text[part.start : min(part.end, place)] for part in statement.said if part.start < place]
    number = sum(len(pattern.findall(piece)) for piece in earlier)
    found = [match.span() for match in pattern.finditer(said)]
    if number >= len(found):
        return said
    start, end = found[number]
    name = pointer.name + ("’s" if "’" in said else "'s") * owner
    return said[:start] + name + said[end:]


def _with_marks(text: str, part: Span) -> str:
    """Return the words of ``part`` with the closing (or opening) mark just outside that pairs with one inside."""
    if part.of(text).count("(") > part.of(text).count(")") and text[part.end : part.end + 1] == ")":
        part = Span(part.start, part.end + 1)
    inside = [mark for mark in part.of(text) if mark in _DOUBLE]
    if len(inside) % 2 == 0:
        return part.of(text)
    after = re.compile(rf"[.,!?…]?[{_DOUBLE}]").match(text, part.end)
    if after is not None:
        return text[part.start : after.end()]
    if text[part.start - 1 : part.start] in tuple(_DOUBLE):
        return text[part.start - 1 : part.end]
    if len(inside) == 1:
        return part.of(text).replace(inside[0], "")
    return part.of(text)


def _bare(part: str) -> str:
    part = part.strip()
    match = re.fullmatch(rf"(.*?)[,;:\s]*([{_QUOTES}]*)[,;:\s]*", part, re.DOTALL)
    return part if match is None else match[1] + match[2]


def _unquoted(said: str, kind: Kind) -> str:
    if kind is Kind.DIRECT:
        return re.sub(rf"[{_DOUBLE}]", "", said).strip(_QUOTES + " ")
    stripped = said.strip(_DOUBLE)
    whole = said[:1] in _DOUBLE and said[-1:] in _DOUBLE and len(said) - len(stripped) == 2
    if whole and not any(mark in stripped for mark in _DOUBLE):
        return stripped
    return said
