"""Source mention -> who it is: the fullest name in the article, the type, carriers, flags.

It abstains: two people of one surname leave the mention as it stands, and a pronoun is resolved only where
one candidate is left. ``None`` for a name means that the article does not tell.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.carriers import carriers, cited, is_outlet, outlet_in, vague_outlet
from claims.cues import QUOTING, lexicon
from claims.frames import Frame, noun_phrase
from claims.names import INSTITUTIONS, TITLES, Names, plain
from claims.paragraphs import paragraphs
from claims.records import SourceType, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DOCUMENTS = lexicon("""
    report data statement letter document filing survey poll study paper memo note email e-mail tweet post
    article story book lawsuit complaint indictment affidavit transcript record records file files figures
    statistics index census release bill law order ruling decision opinion resolution treaty agreement audit
    review assessment analysis research findings investigation dossier cable video footage ad advert
    advertisement commercial website site page blog column editorial op-ed message text poster sign banner
    headline summary manifesto plan budget report's act bulletin registry estimate estimates results test
    tests brief motion petition testimony log logbook register ledger minutes diary contract notes map photograph
    photo recording card letters
    """)
_GROUPS = lexicon("""
    analysts experts critics supporters opponents observers economists scientists researchers lawmakers
    politicians voters residents locals witnesses activists campaigners protesters investors traders
    prosecutors investigators doctors officers lawyers attorneys advocates republicans democrats
    conservatives liberals progressives leaders members people americans europeans ukrainians russians
    chinese respondents participants students teachers workers families parents historians scholars
    academics pollsters strategists commentators pundits delegates candidates senators governors ministers
    soldiers troops fans users readers viewers customers neighbors neighbours allies rivals many some others
    most few everyone men women percent majority half
    """)
_UNNAMED = lexicon("""
    official officials source sources insider insiders aide aides adviser advisers advisor advisors
    diplomat diplomats person persons individual individuals executive executives staffer staffers operative
    operatives employee employees informant informants whistleblower
    """)
_OFFICIAL_MOUTH = lexicon("spokesman spokeswoman spokesperson spokespeople spokesmen representative")
_ANONYMITY = re.compile(
    r"anonym|unnamed|unidentified|familiar with|close to the|briefed on|not authori[sz]ed|"
    r"not (?:to )?be (?:named|identified|quoted)|without attribution|on background|declined to be (?:named|identified)",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"(?:an?|one|another|her|his)\s+[a-z]", re.IGNORECASE)
_DATELINE = re.compile(r"(?:,[^\n(–—-]{1,30})?\s*(?:\([^)\n]{1,40}\))?\s*(?:[–—]|-{1,2}\s)")
_PERSONAL = frozenset({"he", "she"})
_PRONOUNS = lexicon("he she it they we i you who which that this these those his her their its him them")
_ORGANISED = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT"})


@dataclass(frozen=True, slots=True)
class Who:
    """A resolved source. ``mention`` is the span that names it; ``name`` its fullest name, if that is sure."""

    mention: Span | None
    name: str | None
    type: SourceType
    via: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


class Sources:
    """Who is who in one parsed article. Resolve its attributions in the order of the text."""

    def __init__(self, doc: Doc, outlet: str | None = None) -> None:
        self._doc = doc
        self._text: str = doc.text  # spaCy joins it anew at every look
        self._outlet = outlet
        self._names = Names(doc)
        self._paragraph_starts = [span.start for span in paragraphs(self._text)]
        self._before: tuple[int, Who] | None = None
        self._last_outlet: str | None = None

    def resolve(self, frame: Frame) -> Who:
        """Return who stands behind ``frame``: what the cited outlet itself cites, where it says so."""
        verb = self._doc[frame.verb] if frame.verb >= 0 else None
        who = self._who(frame.source)
        via: list[str] = []
        if verb is not None:
            beyond = cited(verb)
            mention = None if beyond is None else noun_phrase(beyond)
            if beyond is not None and mention is not None and who.type in {SourceType.OUTLET, SourceType.DOCUMENT}:
                carrier = self._carrier(who, frame.source)
                who = self._who(mention)
                via = [*([] if carrier is None else [carrier]), *self._providers(beyond)]
            via += [self._names.full(name) for name in carriers(verb)]
        own = {name for name in (self._outlet, who.name) if name}
        who = replace(
            who, via=tuple(dict.fromkeys(name for name in via if name and plain(name) not in map(plain, own)))
        )
        who = self._flagged(who, verb, frame)
        if frame.source is not None and who.name is not None:
            self._before = (frame.source.start, who)
            if who.type is SourceType.OUTLET:
                self._last_outlet = who.name
        return who

    # ------------------------------------------------------------ one mention

    def _who(self, mention: Span | None) -> Who:
        if mention is None or _is_dateline(self._text, mention):
            return Who(None, None, SourceType.UNKNOWN)
        phrase = self._doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if phrase is None or len(phrase) == 0:
            return Who(mention, mention.of(self._text).strip() or None, SourceType.UNKNOWN)
        head = _head(phrase)
        if len(phrase) == 1 and head.lower_ in _PRONOUNS:
            return self._pronoun(mention, head)
        person = self._person(head) or self._named_beside(phrase, head)
        if person is not None:
            return Who(mention, self._names.person(person), SourceType.PERSON)
        mention = _with_marks(self._text, mention)
        words = plain(mention.of(self._text))
        lowered = head.lower_
        described = self._names.described(mention.of(self._text))
        if described is not None:
            return Who(mention, described, SourceType.PERSON)
        if vague_outlet(mention.of(self._text)):
            return Who(mention, words, SourceType.OUTLET, flags=("vague_outlet",))
        full = self._names.organisation(mention.of(self._text))
        if is_outlet(full) and lowered not in _DOCUMENTS - {"post"}:
            return Who(mention, full, SourceType.OUTLET)
        if lowered in _UNNAMED:
            return Who(mention, words, SourceType.ANONYMOUS, flags=("anonymous",))
        if lowered in _OFFICIAL_MOUTH:
            return Who(mention, words, SourceType.ORGANISATION)
        if lowered in _DOCUMENTS or head.lemma_.lower() in _DOCUMENTS:
            return Who(mention, words, SourceType.DOCUMENT)
        if head.ent_type_ in _ORGANISED and head.pos_ == "PROPN":
            return Who(mention, full, SourceType.GROUP if head.ent_type_ == "NORP" else SourceType.ORGANISATION)
        if lowered in INSTITUTIONS:
            return Who(mention, full, SourceType.ORGANISATION)
        if lowered in TITLES:
            return Who(mention, words, SourceType.PERSON)
        if lowered in _GROUPS or head.tag_ in {"NNS", "NNPS"}:
            return Who(mention, words, SourceType.GROUP)
        if head.pos_ == "PROPN":
            return Who(mention, full, SourceType.ORGANISATION if full.isupper() else SourceType.UNKNOWN)
        return Who(mention, words or None, SourceType.UNKNOWN)

    def _person(self, head: Token) -> str | None:
        """Return the person's name that ``head`` ends: not a possessor's, as in "Ivanov's lawyer"."""
        named = next(self._names.people_at(head.i), None)
        if named is not None:
            return named
        titled = self._doc[head.left_edge.i : head.i + 1]
        if head.pos_ == "PROPN" and titled[0].lower_ in TITLES and 1 < len(titled) <= 4:
            return str(titled[1:].text)
        if head.pos_ == "PROPN" and head.ent_type_ != "GPE" and self._names.is_surname(head.text):
            return str(head.text)
        return None

    def _named_beside(self, phrase: Sequence[Token], head: Token) -> str | None:
        """Return the name in apposition: "its spokeswoman, Ann Lee," or "the pilot Ann Lee"."""
        if head.pos_ != "NOUN":
            return None
        for child in head.children:
            if child.dep_ == "appos" and child.i > head.i:
                return next(self._names.people_at(child.i), None)
        for token in phrase[:-1]:
            if token.text == "," and token.i > head.i:
                named = next(self._names.people_at(token.i + 1), None)
                if named is not None:
                    return named
        after = phrase[-1].i + 1
        if after < len(self._doc) and self._doc[after].text == ",":
            after += 1
        starts = after < len(self._doc) and self._doc[after].ent_iob_ == "B"
        return next(self._names.people_at(after), None) if starts else None

    def _pronoun(self, mention: Span, head: Token) -> Who:
        if head.lower_ in _PERSONAL:
            return Who(mention, self._he_or_she(mention.start), SourceType.PERSON)
        if head.lower_ in {"it", "its"} and self._before is not None:
            place, who = self._before
            near = self._paragraph(mention.start) - self._paragraph(place) <= 1
            if near and who.type in {SourceType.ORGANISATION, SourceType.DOCUMENT, SourceType.OUTLET}:
                return Who(mention, who.name, who.type)
        if head.lower_ in {"they", "them", "their"} and self._before is not None:
            place, who = self._before
            near = self._paragraph(mention.start) - self._paragraph(place) <= 1
            if near and who.type in {SourceType.GROUP, SourceType.ANONYMOUS}:
                return Who(mention, who.name, who.type, flags=who.flags)
        return Who(mention, None, SourceType.UNKNOWN)

    def _he_or_she(self, offset: int) -> str | None:
        """Return the one person whom a pronoun can mean: named nearby, or the speaker just before."""
        people = self._people_before(offset)
        if self._before is not None and self._before[1].type is SourceType.PERSON:
            place, who = self._before
            if self._paragraph(offset) - self._paragraph(place) <= 1 and who.name is not None:
                people |= {who.name}
        return people.pop() if len(people) == 1 else None

    def _people_before(self, offset: int) -> set[str]:
        """Return the people named earlier in the paragraph, else in the nearest of the two before it."""
        home = self._paragraph(offset)
        for number in range(home, max(-1, home - 3), -1):
            start = self._paragraph_starts[number] if self._paragraph_starts else 0
            end = offset if number == home else self._paragraph_starts[number + 1]
            people = self._names.people_between(start, end) | self._names.perhaps_people_between(start, end)
            if people:
                return people
        return set()

    def _paragraph(self, offset: int) -> int:
        return max(0, bisect_left(self._paragraph_starts, offset + 1) - 1)

    # ------------------------------------------------------------ carriers and flags

    def _carrier(self, who: Who, mention: Span | None) -> str | None:
        """Return the outlet that carries: "a Gazette report" is the Gazette; "the report", the outlet named last."""
        if mention is None or who.type is SourceType.OUTLET:
            return who.name
        named = outlet_in(mention.of(self._text))
        if named is not None:
            return self._names.organisation(named)
        phrase = self._doc.char_span(mention.start, mention.end, alignment_mode="expand")
        for ent in () if phrase is None else phrase.ents:
            if ent.label_ in _ORGANISED | {"WORK_OF_ART"}:
                return self._names.organisation(ent.text)
        return self._last_outlet if phrase is not None and len(phrase) <= 2 else None

    def _providers(self, cited_thing: Token) -> Iterator[str]:
        """Yield who provided, obtained or analysed what is cited ("data provided by a think-tank")."""
        for child in cited_thing.children:
            if child.dep_ in {"acl", "relcl"} and child.lemma_ in {"provide", "obtain", "compile", "collect", "supply"}:
                for agent in child.children:
                    if agent.dep_ == "agent":
                        yield from (
                            self._names.organisation(noun.text if span is None else span.of(self._text))
                            for noun in agent.children
                            if noun.dep_ == "pobj"
                            for span in (noun_phrase(noun),)
                        )

    def _is_somebody(self, who: Who) -> bool:
        """Tell whether a speaker is one unnamed person: "a harbour worker", "one woman"."""
        if who.type not in {SourceType.UNKNOWN, SourceType.PERSON} or who.mention is None:
            return False
        phrase = self._doc.char_span(who.mention.start, who.mention.end, alignment_mode="expand")
        head = None if phrase is None else _head(phrase)
        if head is None or head.tag_ != "NN" or any(token.pos_ == "PROPN" for token in phrase) or head.ent_type_:
            return False
        return who.name == plain(who.mention.of(self._text)) and _SOMEBODY.match(who.name) is not None

    def _flagged(self, who: Who, verb: Token | None, frame: Frame) -> Who:
        flags = set(who.flags)
        if who.type in {SourceType.GROUP, SourceType.ANONYMOUS, SourceType.UNKNOWN} and frame.source is not None:
            sentence = self._doc[frame.verb].sent if verb is not None else None
            nearby = "" if sentence is None else _around(sentence, frame)
            mention = frame.source.of(self._text)
            if _ANONYMITY.search(mention) or (who.type is not SourceType.UNKNOWN and _ANONYMITY.search(nearby)):
                flags.add("anonymous")
                who = replace(who, type=SourceType.ANONYMOUS)
        if verb is not None and verb.lemma_ in QUOTING and frame.source is not None and self._is_somebody(who):
            flags.add("anonymous")
            who = replace(who, type=SourceType.ANONYMOUS)
        if any(vague_outlet(name) for name in (*who.via, who.name or "")):
            flags.add("vague_outlet")
        return replace(who, flags=tuple(sorted(flags)))


def _is_dateline(text: str, mention: Span) -> bool:
    """Tell whether a place that opens its line was taken for who speaks: "WASHINGTON (XYZ) - The mayor said ..."."""
    opens = mention.start == 0 or text[mention.start - 1] == "\n"
    return opens and mention.of(text).isupper() and _DATELINE.match(text, mention.end) is not None


def _with_marks(text: str, mention: Span) -> Span:
    """Return ``mention`` with the opening mark that it lost, where its closing one is inside."""
    inside = mention.of(text)
    before = text[mention.start - 1 : mention.start]
    if (
        before
        and before in "'\"“‘«"
        and any(mark in inside for mark in "'\"”’»")
        and before not in inside.replace("'s", "")
    ):
        return Span(mention.start - 1, mention.end)
    if before == "'" and re.search(r"\w'\s", inside):
        return Span(mention.start - 1, mention.end)
    return mention


def _head(phrase: Sequence[Token]) -> Token:
    inside = {token.i for token in phrase}
    root = next((token for token in phrase if token.head.i not in inside or token.head == token), phrase[-1])
    if root.pos_ in {"VERB", "ADJ", "ADP"}:
        root = next((token for token in phrase if token.pos_ in {"NOUN", "PROPN", "PRON"}), root)
    # "one of the officials", "a group of analysts": what it consists of says who it is.
    if root.lower_ in {"one", "two", "three", "some", "several", "group", "number", "many", "most", "half", "percent"}:
        for child in root.children:
            if child.lower_ == "of":
                return next((grand for grand in child.children if grand.i in inside), root)
    return root


def _around(sentence: Sequence[Token], frame: Frame) -> str:
    """Return the sentence without the frame's content."""
    return " ".join(
        token.text for token in sentence if not any(span.start <= token.idx < span.end for span in frame.content)
    )
