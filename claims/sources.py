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

from claims.bodies import Bodies
from claims.carriers import carriers, cited, outer, vague_outlet
from claims.cues import QUOTING, lexicon
from claims.frames import Frame, noun_phrase
from claims.givennames import FEMININE, MASCULINE, SHORT_FOR
from claims.names import Names, content_words, plain
from claims.outlets import Outlets
from claims.paragraphs import paragraphs
from claims.people import INSTITUTIONS, People, Person, is_human, is_title
from claims.pronouns import GENDER, Pronouns
from claims.quotation import find_quotations, quoted
from claims.records import SourceType, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Phrase

_DOCUMENTS = lexicon("""
    report data statement letter document filing survey poll study paper memo note email e-mail tweet post
    article story book lawsuit complaint indictment affidavit transcript record records file files figures
    statistics index census release bill law order ruling decision opinion resolution treaty agreement audit
    review assessment analysis research findings investigation dossier cable video footage ad advert
    advertisement commercial website site page blog column editorial op-ed message text poster sign banner
    headline summary manifesto plan budget report's act bulletin registry estimate estimates results test judgment
    judgement verdict samples sample tally tallies lists list sheet certificate timetable notice
    tests brief motion petition testimony log logbook register ledger minutes diary contract notes map photograph
    photo recording card letters average tally count piece dispatch coverage exclusive invoice invoices receipt receipts
    communique communiqué bulletin spreadsheet database dataset presentation contracts emails memos documents
    """)
_GROUPS = lexicon("""
    analysts experts critics supporters opponents observers economists scientists researchers lawmakers
    politicians voters residents locals witnesses activists campaigners protesters investors traders
    prosecutors investigators doctors officers lawyers attorneys advocates republicans democrats
    conservatives liberals progressives leaders members people americans europeans ukrainians russians
    chinese respondents participants students teachers workers families parents historians scholars
    academics pollsters strategists commentators pundits delegates candidates senators governors ministers
    soldiers troops fans users readers viewers customers neighbors neighbours allies rivals many some others
    most few everyone men women percent majority half those these others family nobody none
    """)
_UNNAMED = lexicon("""
    official officials source sources insider insiders aide aides adviser advisers advisor advisors
    diplomat diplomats person persons individual individuals executive executives staffer staffers operative
    operatives employee employees informant informants whistleblower someone somebody
    """)
_OFFICIAL_MOUTH = lexicon("spokesman spokeswoman spokesperson spokespeople spokesmen representative")
_ANONYMITY = re.compile(
    r"anonym|unnamed|unidentified|familiar with|close to (?:the|him|her)\b|briefed on|not authori[sz]ed|"
    r"not (?:(?:want |wish )?to )?be (?:named|identified|quoted)|without attribution|on background|"
    r"declined to be (?:named|identified)",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"(?:an?|one|another|her|his)\s+[a-z]", re.IGNORECASE)
_GIVEN_BY = re.compile(
    r"(?:evidence|testimony|remarks|comments|statements?|words)"
    r"(?: (?:to|before) [\w ]{2,30}?)? (?:by|from|of) (?=[A-Z])"
)
_A_STRANGER = re.compile(r"(?:an?|one|another) ", re.IGNORECASE)
_REASON = re.compile(
    r"(?:anonym\w+|named|identified|background)\b.{0,30}?\b(?:because|since|as (?:he|she|they|it)\b|due to|for fear|"
    r"in order to|to (?:speak|discuss|talk|describe|avoid|protect|share|be))|not authori[sz]ed to|for fear of|"
    r"out of (?:fear|concern)|fear(?:ed|ing|s)? (?:of )?(?:retaliation|reprisals?|retribution)",
    re.IGNORECASE | re.DOTALL,
)
_UNDESCRIBED = lexicon("""
    source sources people person persons insider insiders individual individuals someone somebody some others another
    one two three four five several multiple many various unnamed anonymous unidentified a an the of
    """)
_READ_BY = re.compile(r"(?:,? (?:that|which) (?:was|were))?,? (?:seen|reviewed|viewed|obtained|read|examined) by\b")
_GOES_ABOUT = re.compile(
    rf",\s+(?:who|which|whose|where)\b|\s+who\b|{_READ_BY.pattern}"
    r"|,? (?:as )?(?:(?:quoted|cited) (?:by|in)|leaked to|shared with)\b"
)
_GOES_ON = re.compile(r"[\"“”]?(?:the|both|all|he|she|they|it|one)\b", re.IGNORECASE)
_DATELINE = re.compile(r"(?:,[^\n(–—-]{1,30})?\s*(?:\([^)\n]{1,40}\))?\s*(?:[–—]|-{1,2}\s)")
_PRONOUNS = lexicon(
    "he she it they we i you who which that this these those his her their its him them himself herself"
)
_LOOSE = lexicon("""
    man woman person student voter resident witness friend critic official guy boy girl driver expert candidate nominee
    contender leader analyst author adviser advisor aide strategist writer editor reporter journalist professor
    """)
_LED = lexicon("majority minority opposition party house senate union labour labor council supreme group team")
_ANYBODY = lexicon("a an another one some no any every each")
_TITLED = lexicon("review ledger")
"""Documents that newspapers are named after."""
_SURVEYS = lexicon("geological ordnance antarctic archaeological hydrographic")
"""Before "survey", a body and no document."""
_LETTERS = 5  # of an abbreviation at most: longer capitals before a colon are a place
_LONG = 8  # tokens of a description on either side of its noun
_NEXT = 5  # tokens in which a name follows its title
_PARTS = frozenset({"ADP", "CCONJ", "PUNCT", "DET", "ADV", "AUX"})
_MAY_BE_ANONYMOUS = frozenset({SourceType.GROUP, SourceType.ANONYMOUS, SourceType.UNKNOWN})
_AT_THE_HEAD = lexicon("head chief officer")
_DESCRIBED_AND_NAMED = re.compile(
    r"(?:(?:its|their|the|an?|his|her) )?[a-z][\w’' -]*, (?P<name>\w[\w’'-]+(?: \w[\w’'.-]+){1,2}),?"
)
"""An office and the name of its holder: "its director, Ida Brandt"."""
_FROM_A_PLACE = re.compile(
    r"[A-Z]\w+(?:[ia]n|[rn]i|er)|Czech|Dane|Swede|Finn|Pole|Briton|Scot|Turk|Greek|Serb|Croat|Slovak"
)
"""Of one person; "the French" are many."""
_AGE = 5  # tokens from "the" to the "old" of "the 24-year-old"
_FROM = re.compile(
    r"\b(?:obtained|released|received|seen) (?:by [^,]+? )?(?P<whence>from (?:the )?[A-Z][^,;]*?)"
    r"(?: under | through |,|$)"
)
_POLICE = re.compile(r"(?:the )?Police [A-Z][\w’'-]+")
"""A force, and no policeman by his last name."""
_WITH_INITIALS = re.compile(r"(?!U\.\s?[SK]\.)(?:[A-Z]\.\s?){1,2}[A-Z][a-z][\w’'-]+(?=,|$)")
_MAY_BE_OUTLETS = frozenset({SourceType.UNKNOWN, SourceType.ORGANISATION, SourceType.GROUP})
_MAY_BE_NAMES = frozenset({"", "PERSON", "WORK_OF_ART", "PRODUCT", "EVENT"})
_ORGANISED = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT"})


_WRITER = frozenset({"i", "me", "my", "mine"})
_SEVERAL = re.compile(r",|;|&|\b(?:and|with|staff|team|agenc(?:y|ies))\b", re.IGNORECASE)
"""In an author line: more than one writer, or none by name."""


@dataclass(frozen=True, slots=True)
class Who:
    """A resolved source. ``mention`` is the span that names it; ``name`` its fullest name, if that is sure.

    ``flags``: ``anonymous``; then ``undescribed`` where the article says no more than "sources", ``reason_given``
    where it says why they are not named. ``vague_outlet``: "local media".
    """

    mention: Span | None
    name: str | None
    type: SourceType
    via: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


class Sources:
    """Who is who in one parsed article. Resolve its attributions in the order of the text."""

    def __init__(self, doc: Doc, outlet: str | None = None, author: str | None = None) -> None:
        self._doc = doc
        self._text: str = doc.text  # spaCy joins it anew at every look
        sentences = _numbered(doc)
        self._people = People(doc, sentences)
        self._names = Names(doc, self._people)
        self._author = None if author is None or _SEVERAL.search(author) else author
        mask = quoted(self._text, find_quotations(self._text))
        self._mask = mask
        self._pronouns = Pronouns(doc, self._people, sentences, mask, self._somebody)
        self._paragraph_starts = [span.start for span in paragraphs(self._text)] or [0]
        self._before: tuple[int, Who] | None = None
        self._called = ""  # all that whoever spoke last was called
        self._documents: dict[str, str] = {}
        self._outlets = Outlets(doc, self._people, self._names, outlet, self._paragraph_before)
        self._bodies = Bodies(doc, self._people, self._names, self._outlets, self._paragraph_before)

    def resolve(self, frame: Frame) -> Who:
        """Return who stands behind ``frame``: what the cited outlet itself cites, where it says so."""
        verb = self._doc[frame.verb] if frame.verb >= 0 else None
        who = self._who(frame.source, alone=frame.shape == "closing")
        if frame.source is not None and frame.shape == "denial" and self._spoke_last(who):
            # Nobody denies what they have just said: "the company" is another.
            called = frame.source.of(self._text)
            who = Who(frame.source, None if called.lower() in _PRONOUNS else _described_as(called), who.type)
        via: list[str] = list(who.via)
        if verb is not None:
            teller = outer(verb, self._outlets.knows)
            via += [] if teller is None else [self._names.organisation(teller)]
            beyond = cited(verb)
            mention = None if beyond is None else noun_phrase(beyond)
            if beyond is not None and mention is not None and self._may_cite(who, verb, mention):
                carrier = self._carrier(who, frame.source)
                who = self._giver(mention) or self._who(mention)
                via += [*([] if carrier is None else [carrier]), *self._providers(beyond)]
            via += [
                full for name in carriers(verb, self._outlets.knows) for full in self._outlets.meant_by(name, verb.idx)
            ]
            via = [
                *self._outlets.carried_by(verb, frame.content),
                *via,
                *self._outlets.told_to(verb, frame.content),
            ]
        if who.type is SourceType.DOCUMENT and frame.source is not None:
            read = _READ_BY.search(self._text, frame.source.start, frame.source.end)
            via += [] if read is None else self._outlets.since(read.end(), frame.source.end)
        kept = [
            name for name in via if name and plain(name) != plain(who.name or "") and not self._outlets.is_own(name)
        ]
        whole = [name for name in kept if who.type is SourceType.PERSON and who.name in name.split()[1:]]
        if whole:  # the "Radio" of "SportsHour Radio" is nobody
            who = replace(who, name=whole[0], type=SourceType.OUTLET)
            kept = [name for name in kept if name not in whole]
        who = replace(who, via=tuple(dict.fromkeys(kept)))
        who = self._flagged(who, verb, frame)
        if frame.source is not None and who.name is not None:
            gone_on = self._before is not None and self._before[1].name == who.name
            self._called = f"{self._called if gone_on else ''} {frame.source.of(self._text)}"
            self._before = (frame.source.start, who)
            if who.type is SourceType.ORGANISATION and not who.name.islower():
                self._bodies.spoke(frame.source.start, who.name)
        return who

    def _spoke_last(self, who: Who) -> bool:
        """Tell whether somebody is who spoke last, or whom that one is said to be of."""
        if self._before is None or who.name is None:
            return False
        return who.name == self._before[1].name or who.name in self._called

    # ------------------------------------------------------------ one mention

    def _who(self, mention: Span | None, alone: bool = False) -> Who:
        """Return who a mention is; ``alone``: what stands before its comma is what is said, and no name of theirs."""
        if mention is None or _is_dateline(self._text, mention):
            return Who(None, None, SourceType.UNKNOWN)
        phrase = self._doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if phrase is None or len(phrase) == 0:
            return Who(mention, mention.of(self._text).strip() or None, SourceType.UNKNOWN)
        head = _head(phrase)
        capitals = mention.of(self._text).isupper() and len(mention.of(self._text)) > _LETTERS
        if (head.ent_type_ in {"GPE", "LOC"} or capitals) and _is_label(self._text, mention):
            return Who(None, None, SourceType.UNKNOWN)
        if len(phrase) == 1 and head.lower_ in _WRITER and not self._mask[head.idx]:
            return Who(mention, self._author, SourceType.PERSON)
        if len(phrase) == 1 and head.lower_ in _PRONOUNS and not _is_acronym(head):
            return self._pronoun(mention, head)
        if both := self._outlets.joined(mention.of(self._text)):
            return Who(mention, None, SourceType.OUTLET, via=both)
        joined = self._joined(phrase)
        if joined is not None:
            return Who(mention, joined, SourceType.GROUP)
        if _is_joined(head, phrase):
            return Who(mention, _described_as(mention.of(self._text)), SourceType.GROUP)
        if _POLICE.fullmatch(mention.of(self._text)):
            return Who(mention, plain(mention.of(self._text)), SourceType.ORGANISATION)
        person = self._person(head) or self._named_last(phrase)
        person = person or (None if alone else self._named_beside(phrase, head))
        if person is not None and not self._outlets.is_called_by(phrase):
            return Who(mention, person, SourceType.PERSON)
        return self._thing(_with_marks(self._text, mention), phrase, head)

    def _giver(self, mention: Span) -> Who | None:
        """Return the person whose words a mention is about: "evidence to the committee by Ida Brandt"."""
        given = _GIVEN_BY.match(self._text, mention.start)
        after = None if given is None else self._doc.char_span(given.end(), given.end() + 1, alignment_mode="expand")
        named = None if after is None else next(iter(self._people.within(after.start, after.start + _NEXT)), None)
        if named is None:
            return None
        name = self._doc[named.start : named.end]
        return Who(Span(name.start_char, name.end_char), self._person(name[0]), SourceType.PERSON)

    def _may_cite(self, who: Who, verb: Token, beyond: Span) -> bool:
        """Tell whether whoever reports, citing somebody, is an outlet or a document, or a name that may be one's."""
        if who.type in {SourceType.OUTLET, SourceType.DOCUMENT}:
            return True
        if who.name is None or not who.name[:1].isupper():
            return False
        cites_outlet = who.type in _MAY_BE_OUTLETS and self._outlets.knows(beyond.of(self._text))
        return cites_outlet or (verb.lemma_ == "report" and who.type in _MAY_BE_OUTLETS | {SourceType.PERSON})

    def _person(self, head: Token) -> str | None:
        """Return the name of the person whom ``head`` names; not a possessor's, as in "Ivanov's lawyer"."""
        mention = self._people.at(head.i)
        if mention is None:
            return None
        return mention.words if mention.person is None else mention.person.name

    def _joined(self, phrase: Phrase) -> str | None:
        """Return the names of several people who speak as one: "he and Mr. Ray"; ``None`` for anything else."""
        found: list[str | None] = []
        place = phrase.start
        while place < phrase.end:
            token, named = self._doc[place], self._people.at(place)
            if named is not None:
                found.append(self._person(token))
                place = named.end - 1
            elif token.lower_ in GENDER and token.pos_ == "PRON":
                person = self._pronouns.at(place)
                found.append(person.name if person is not None and person.name else None)
            elif not (token.lower_ == "and" or token.is_punct or token.tag_ == "POS" or is_title(token)):
                return None
            place += 1
        names = [name for name in found if name]
        every = len(found) > 1 and len(names) == len(found)
        return " and ".join(names) if every and any(token.lower_ == "and" for token in phrase) else None

    def _named_last(self, phrase: Phrase) -> str | None:
        """Return the name that a description leads up to, in the phrase or right after it: "WHO director Ana Ruiz"."""
        end = phrase.end
        while end > phrase.start and self._doc[end - 1].is_punct:
            end -= 1
        named = self._people.at(end - 1)
        if named is None:
            after = self._doc[end : end + 4]
            named = next((found for token in after for found in (self._people.at(token.i),) if found is not None), None)
            leads = [] if named is None else list(self._doc[end : named.start])
            if not any(is_human(token) for token in leads) or not all(token.text.isalpha() for token in leads):
                return None
        if named is None or any(token.pos_ in _PARTS for token in self._doc[phrase.start : named.start]):
            return None
        return self._person(self._doc[named.start])

    def _named_beside(self, phrase: Phrase, head: Token) -> str | None:
        """Return the name in apposition: "its spokeswoman, Ann Lee," or "the pilot Ann Lee"."""
        if head.pos_ not in {"NOUN", "PROPN"} or not (is_human(head) or head.lower_ == "head"):
            return None
        for child in head.children:
            if child.dep_ == "appos" and child.i > head.i and self._person(child) is not None:
                return self._person(child)
        if head.dep_ == "appos" and phrase.start > 0 and self._doc[phrase.start - 1].text == ",":
            return self._person(head.head)
        inside = next(iter(self._people.within(head.i + 1, phrase.end)), None)
        if inside is not None and self._leads_up(head, inside.start):
            return self._person(self._doc[inside.start])
        after = phrase.end
        apart = after < len(self._doc) and self._doc[after].text == ","
        named = self._people.at(after + apart)
        if named is None or named.start != after + apart:
            return None
        closes = named.end >= len(self._doc) or self._doc[named.end].text in {",", ".", ";", ":", ")", "—", "–", "-"}
        return self._person(self._doc[named.start]) if closes or not apart else None

    def _leads_up(self, head: Token, start: int) -> bool:
        """Tell whether nothing but a comma and titles stands between a description and the name at ``start``."""
        place = start - 1
        while place > head.i and self._doc[place].pos_ in {"PROPN", "NOUN", "ADJ"}:
            place -= 1
        return place == head.i or str(self._doc[place].text) == ","

    def _thing(self, mention: Span, phrase: Phrase, head: Token) -> Who:
        """Return who an unnamed person, group, organisation, outlet or document is."""
        said = mention.of(self._text)
        words, lowered = _described_as(said), head.lower_
        person = self._pronouns.at(head.i)
        if person is not None and person.name:
            return Who(mention, person.name, SourceType.PERSON)
        if is_human(head) or lowered in _OFFICIAL_MOUTH | _AT_THE_HEAD:
            beside = _DESCRIBED_AND_NAMED.fullmatch(said)
            if beside is not None and all(word[0].isupper() for word in beside["name"].split()):
                return Who(mention, beside["name"], SourceType.PERSON)
        maker = self._outlets.behind(phrase, head, mention.start) or self._outlets.called(phrase, head)
        if maker is not None:
            return Who(mention, maker, SourceType.OUTLET)
        if several := self._outlets.several(said):
            return Who(mention, None, SourceType.OUTLET, via=several)
        if vague_outlet(said):
            meant = self._outlets.meant_by(said, mention.start)
            vague = () if len(meant) > 1 else ("vague_outlet",)
            return Who(mention, words if vague else " and ".join(meant), SourceType.OUTLET, flags=vague)
        full = self._names.organisation(self._entity(phrase, head) or _described_as(said, keep_article=True))
        if (newsroom := self._outlets.newsroom(words)) is not None:
            return Who(mention, newsroom, SourceType.OUTLET)
        called = f"the {full}" if "the" in {phrase[0].lower_, self._doc[max(0, phrase.start - 1)].lower_} else full
        is_name = lowered not in _DOCUMENTS - {"post"} or (lowered in _TITLED and head.text.istitle())
        if is_name and self._outlets.knows(called):
            return Who(mention, full, SourceType.OUTLET)
        if lowered in _UNNAMED:
            return Who(mention, words, SourceType.ANONYMOUS, flags=("anonymous",))
        if lowered in _OFFICIAL_MOUTH:
            return Who(mention, words, SourceType.ORGANISATION)
        named = head.text.istitle() and head.i > 0 and head.nbor(-1).text.istitle()  # "the National Ice Survey"
        if lowered == "survey" and (named or any(token.lower_ in _SURVEYS for token in phrase)):
            return Who(mention, full, SourceType.ORGANISATION)
        if lowered in _DOCUMENTS or head.lemma_.lower() in _DOCUMENTS:
            return Who(mention, self._document(phrase, head, words), SourceType.DOCUMENT)
        if (initials := _WITH_INITIALS.match(said)) is not None and head.ent_type_ not in {"GPE", "NORP", "LOC"}:
            return Who(mention, initials[0], SourceType.PERSON)
        if (bearer := self._bearer(phrase)) is not None:
            return Who(mention, bearer, SourceType.PERSON)
        if head.ent_type_ in _ORGANISED and head.pos_ == "PROPN":
            return Who(mention, full, SourceType.GROUP if head.ent_type_ == "NORP" else SourceType.ORGANISATION)
        if lowered in INSTITUTIONS:
            return Who(mention, self._bodies.meant(phrase, head, mention.start) or full, SourceType.ORGANISATION)
        if is_human(head) and head.tag_ not in {"NNS", "NNPS"}:
            # "the Weston Leader" may be a newspaper, or whoever leads something.
            doubt = head.text == "Leader" and phrase[0].lower_ == "the" and not _LED & {t.lower_ for t in phrase}
            return Who(mention, words, SourceType.UNKNOWN if doubt else SourceType.PERSON)
        if lowered in _GROUPS or head.tag_ in {"NNS", "NNPS"}:
            return Who(mention, words, SourceType.GROUP)
        name = _first_and_last(phrase)
        if name is not None:
            return Who(mention, name, SourceType.PERSON)
        if head.pos_ == "PROPN" or (len(phrase) == 1 and _is_acronym(head)):
            return Who(mention, full, SourceType.ORGANISATION if full.isupper() else SourceType.UNKNOWN)
        return Who(mention, words or None, SourceType.UNKNOWN)

    def _somebody(self, head: Token) -> Sequence[Person]:
        """Return whom a description of one person may mean: somebody without a name where the article does not tell.

        "The senator" and a headline's "Retired general" are people whom the article calls so.
        """
        if _stands_for_a_name(head):
            return tuple(dict.fromkeys(each.person for each in self._people.mentions if each.person is not None))
        if head.tag_ not in {"NN", "NNP"} or not is_human(head) or head.dep_ in {"compound", "attr", "appos", "amod"}:
            return ()
        if self._people.at(head.i) is not None:
            return ()
        for child in head.children:  # "The captain, Dale Roach, faces a fine": he is the captain
            named = self._people.at(child.i) if child.dep_ == "appos" and child.i > head.i else None
            if named is not None and named.person is not None:
                return (named.person,)
        left, stranger = head.left_edge.i, (Person(""),)
        first = self._doc[left]
        if first.lower_ in _ANYBODY or head.i - left > _LONG:
            return stranger
        if first.tag_ == "PRP$" or any(child.dep_ == "poss" for child in head.children):
            return stranger
        told = [token for token in self._doc[left : min(head.right_edge.i, head.i + _LONG) + 1] if token.pos_ != "DET"]
        if len(told) == 1 and head.lower_ in _LOOSE:
            return stranger
        return self._people.described(content_words(" ".join(token.text for token in told))) or stranger

    def _entity(self, phrase: Phrase, head: Token) -> str | None:
        """Return the organisation's name in the phrase that ``head`` belongs to: "nonpartisan Budget Office"."""
        if head.ent_type_ not in _ORGANISED or head.ent_type_ == "NORP":
            return None
        start, end = head.i, head.i + 1
        while start > phrase.start and self._doc[start].ent_iob_ == "I":
            start -= 1
        while end < phrase.end and self._doc[end].ent_iob_ == "I":
            end += 1
        name: str = self._doc[start:end].text
        return name if start == phrase.start or name.lower().startswith("the ") else f"the {name}"

    def _bearer(self, phrase: Phrase) -> str | None:
        """Return the full name that the article gives whom it calls by one word here, where it begins with a first
        name: the recogniser took "Hal Brandt" for nothing and "Brandt" for a body."""
        if len(phrase) != 1 or not phrase.text.istitle() or phrase.text.lower() in INSTITUTIONS:
            return None
        found = {match[0] for match in re.finditer(rf"\b[A-Z]\w+ {re.escape(phrase.text)}\b", self._text)}
        firsts = MASCULINE | FEMININE | SHORT_FOR.keys()
        named = {name for name in found if name.split()[0].lower() in firsts or f"{name}, who " in self._text}
        return named.pop() if len(found) == len(named) == 1 else None

    def _document(self, phrase: Phrase, head: Token, words: str) -> str:
        """Return a document as it is named: "the poll" is the poll that was named before."""
        lemma = head.lemma_.lower()
        first = next((token.i for token in phrase if token.pos_ == "PROPN" and token.ent_iob_ != "O"), head.i)
        if first < head.i:
            name = plain(self._doc[first : head.i + 1].text)
            known = self._documents.get(lemma, name)
            self._documents[lemma] = known if set(name.split()) <= set(known.split()) else name
            return self._documents[lemma]
        bare = len(phrase) == 2 and phrase[0].lower_ in {"the", "this", "that"}
        return self._documents.get(lemma, words) if bare else words

    def _pronoun(self, mention: Span, head: Token) -> Who:
        word = head.lower_
        if word in GENDER:
            person = self._pronouns.at(head.i)
            if person is None or person.name:
                return Who(mention, None if person is None else person.name, SourceType.PERSON)
            described = noun_phrase(self._doc[self._pronouns.first_at(person)])
            before = (each.person for each in self._people.within(0, head.i) if each.person is not None)
            others = any(each.gender in {GENDER[word], ""} for each in before)
            if described is None or others or _A_STRANGER.match(described.of(self._text)) is None:
                return Who(mention, None, SourceType.PERSON)
            return replace(self._who(described), mention=mention)  # "a nurse came in", and "she said"
        if word in {"who", "which", "that"}:
            return self._relative(mention, head)
        if word == "it" and _is_expletive(head):
            return Who(mention, None, SourceType.UNKNOWN)
        near = self._before is not None and self._paragraph(mention.start) - self._paragraph(self._before[0]) <= 1
        if self._before is not None and near:
            who = self._before[1]
            if word in {"it", "its"} and who.type in {SourceType.ORGANISATION, SourceType.DOCUMENT, SourceType.OUTLET}:
                return Who(mention, who.name, who.type)
            if word in {"they", "them", "their"} and who.type in {SourceType.GROUP, SourceType.ANONYMOUS}:
                return Who(mention, who.name, who.type, flags=who.flags)
        if word == "it" and (body := self._bodies.about(head)) is not None:
            return Who(mention, body, SourceType.ORGANISATION)
        kinds = {"they": SourceType.GROUP, "we": SourceType.GROUP, "you": SourceType.GROUP, "i": SourceType.PERSON}
        return Who(mention, None, kinds.get(word, SourceType.UNKNOWN))

    def _paragraph_before(self, offset: int) -> int:
        """Return where the paragraph before that of ``offset`` starts."""
        return self._paragraph_starts[max(0, self._paragraph(offset) - 1)]

    def _relative(self, mention: Span, head: Token) -> Who:
        """Return who "who" is: the person named just before, else what its clause hangs on."""
        before = head.i - 1
        if before > 0 and self._doc[before].is_punct:
            before -= 1
        person = self._person(self._doc[before]) if before >= 0 and head.lower_ != "which" else None
        if person is not None:
            return Who(mention, person, SourceType.PERSON)
        named = _antecedent(head)
        if named is None:
            return Who(mention, None, SourceType.UNKNOWN)
        if named.start < mention.start < named.end:
            cut = Span(named.start, named.start + len(self._text[named.start : mention.start].rstrip(" ,")))
            named = cut if cut.start < cut.end else named
        return replace(self._who(named), mention=mention)

    def _paragraph(self, offset: int) -> int:
        return max(0, bisect_left(self._paragraph_starts, offset + 1) - 1)

    # ------------------------------------------------------------ carriers and flags

    def _carrier(self, who: Who, mention: Span | None) -> str | None:
        """Return the outlet that carries: "a Gazette report" is the Gazette; "the report", the outlet named last."""
        if mention is None or who.type is not SourceType.DOCUMENT:
            return who.name
        for named in self._outlets.since(mention.start, mention.end):
            return named
        phrase = self._doc.char_span(mention.start, mention.end, alignment_mode="expand")
        for ent in () if phrase is None else phrase.ents:
            if ent.label_ in _ORGANISED | {"WORK_OF_ART"}:
                return self._names.organisation(ent.text)
        last = self._outlets.since(0, mention.start)[-1:]
        return last[0] if last and phrase is not None and len(phrase) <= 2 else None

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

    def _is_described(self, who: Who) -> bool:
        """Tell whether a speaker has a description and no name: "a harbour worker", "the aide"."""
        if who.mention is None or who.type not in {SourceType.UNKNOWN, SourceType.PERSON, SourceType.ORGANISATION}:
            return False
        phrase = self._doc.char_span(who.mention.start, who.mention.end, alignment_mode="expand")
        head = None if phrase is None else _head(phrase)
        if head is None or head.pos_ != "NOUN" or not (is_human(head) or head.lower_ in _OFFICIAL_MOUTH):
            return False
        return who.name == _described_as(_with_marks(self._text, who.mention).of(self._text))

    def _flagged(self, who: Who, verb: Token | None, frame: Frame) -> Who:
        """Return ``who`` with its flags: not named, how far described, and whether the article says why."""
        flags = set(who.flags)
        described = self._is_described(who)
        mention = "" if frame.source is None else frame.source.of(self._text)
        cited = who.mention is not None and frame.source is not None and not frame.source.overlaps(who.mention)
        if cited and who.mention is not None:
            mention = who.mention.of(self._text)  # "..., the Herald reported, citing a clerk"
        if (
            mention.lower() == "who"
            and who.name is not None
            and who.type is SourceType.PERSON
            and who.name[0].islower()
        ):
            described, mention = True, f"a {who.name}"  # "a nurse at the hospital who asked not to be named"
        if frame.source is not None and (described or who.type in _MAY_BE_ANONYMOUS):
            nearby = "" if verb is None or who.type is SourceType.UNKNOWN else _around(verb, frame)
            one = described and _SOMEBODY.match(mention) and verb is not None and (cited or verb.lemma_ in QUOTING)
            if any(map(_ANONYMITY.search, (mention, nearby))) or (one and who.type is not SourceType.ORGANISATION):
                flags.add("anonymous")
            if "anonymous" in flags:
                who = replace(who, type=SourceType.ANONYMOUS)
                if any(map(_REASON.search, (mention, nearby))):
                    flags.add("reason_given")
                if not set(re.findall(r"[^\W_]+", mention.lower())) - _UNDESCRIBED:
                    flags.add("undescribed")
        if any(vague_outlet(name) for name in who.via) or (who.name is not None and vague_outlet(who.name)):
            flags.add("vague_outlet")
        return replace(who, flags=tuple(sorted(flags)))


def _is_dateline(text: str, mention: Span) -> bool:
    """Tell whether a place that opens its line was taken for who speaks: "WASHINGTON (XYZ) - The mayor said ..."."""
    opens = mention.start == 0 or text[mention.start - 1] == "\n"
    return opens and mention.of(text).isupper() and _DATELINE.match(text, mention.end) is not None


def _is_label(text: str, mention: Span) -> bool:
    """Tell whether a mention opens its line before a colon: "Beirut: Two people ..."."""
    opens = mention.start == 0 or text[mention.start - 1] == "\n"
    return opens and text[mention.end : mention.end + 1] == ":"


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


def _numbered(doc: Doc) -> list[int]:
    """Return the number of each token's sentence."""
    numbers: list[int] = []
    for number, sentence in enumerate(doc.sents):
        numbers += [number] * len(sentence)
    return numbers


def _stands_for_a_name(head: Token) -> bool:
    """Tell whether an age or where somebody is from stands for their name: "the 24-year-old said", "the Belgian"."""
    if head.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    first = head.left_edge
    if first.lower_ != "the" or head.right_edge.i != head.i:
        return False
    of_age = head.lower_ == "old" and head.i - first.i == _AGE and head.nbor(-2).lower_ == "year"
    return of_age or (
        head.ent_type_ == "NORP" and head.i == first.i + 1 and _FROM_A_PLACE.fullmatch(head.text) is not None
    )


def _is_acronym(token: Token) -> bool:
    """Tell whether "WHO" or "IT" in capitals is a name: the words beside it are not."""
    if not token.text.isupper() or len(token) == 1:
        return False
    beside = [token.doc[place] for place in (token.i - 1, token.i + 1) if 0 <= place < len(token.doc)]
    return not any(each.text.isupper() and len(each) > 1 for each in beside)


def _antecedent(relative: Token) -> Span | None:
    """Return what a relative pronoun stands for."""
    verb = relative.head
    while verb.dep_ in {"aux", "auxpass", "conj", "xcomp", "ccomp"} and verb.head != verb:
        verb = verb.head
    if verb.dep_ != "relcl" or verb.head.i >= relative.i:
        return None
    named = verb.head
    if named.dep_ == "appos":
        named = named.head
    # "a nurse at the hospital who ...": the nurse, wherever the parser hung the clause.
    while relative.lower_ == "who" and named.dep_ == "pobj" and not is_human(named) and named.head.dep_ == "prep":
        if not (named.head.head.pos_ == "NOUN" and (is_human(named.head.head) or named.head.head.lower_ in _UNNAMED)):
            break
        named = named.head.head
    return noun_phrase(named)


def _first_and_last(phrase: Phrase) -> str | None:
    """Return the two or three words with a capital that a mention begins with, or ends with after a comma, where the
    recogniser took them for nothing: people's names are what it passes over most."""
    tokens = list(phrase)
    starts = [0, *(n + 1 for n, token in enumerate(tokens) if token.text == ",")]
    for start in starts:
        end = start
        while end < len(tokens) and tokens[end].text.istitle() and tokens[end].pos_ == "PROPN":
            end += 1
        name = tokens[start:end]
        goes_on = end < len(tokens) and not (tokens[end].is_punct or tokens[end].lower_ in {"of", "at", "from"})
        if (
            2 <= len(name) <= 3
            and not goes_on
            and not any(token.ent_type_ not in _MAY_BE_NAMES or token.lower_ in INSTITUTIONS for token in name)
        ):
            return str(phrase.doc[name[0].i : name[-1].i + 1].text)
    return None


def _is_joined(head: Token, phrase: Phrase) -> bool:
    """Tell whether a phrase names more than its head: "Ann Lee and the other delegates"."""
    others = [
        child for child in head.children if child.dep_ == "conj" and child.i < phrase.end and child.pos_ != "VERB"
    ]
    return head.pos_ == "PROPN" and any(
        any(token.ent_iob_ == "O" for token in head.doc[head.i + 1 : other.i]) for other in others
    )


def _described_as(mention: str, keep_article: bool = False) -> str:
    """Return a description without what goes on about it ("..., who had seen it", "... seen by the Gazette")."""
    cut = _GOES_ABOUT.split(mention, maxsplit=1)[0].strip()
    if (whence := _FROM.search(mention, len(cut))) is not None:
        cut = f"{cut} {whence['whence']}"  # "data obtained by the Herald from the Harbour Board"
    return cut if keep_article else plain(cut)


def _is_expletive(it: Token) -> bool:
    """Tell whether "it" is nobody: "it is claimed that the bridge will close"."""
    clause = any(child.dep_ in {"ccomp", "csubj", "csubjpass"} for child in it.head.children)
    contracted = it.head.tag_ == "VBN" and any(child.lower_ in {"'s", "’s"} for child in it.head.children)
    return clause and (it.dep_ in {"nsubjpass", "expl"} or contracted)


def _head(phrase: Sequence[Token]) -> Token:
    inside = {token.i for token in phrase}
    root = next((token for token in phrase if token.head.i not in inside or token.head == token), phrase[-1])
    if root.pos_ in {"VERB", "ADJ", "ADP"} and root.lower_ not in _GROUPS | {"old"}:
        root = next((token for token in phrase if token.pos_ in {"NOUN", "PROPN", "PRON"}), root)
    # "one of the officials", "a group of analysts": what it consists of says who it is.
    if root.lower_ in {"one", "two", "three", "some", "several", "group", "number", "many", "most", "half", "percent"}:
        for child in root.children:
            if child.lower_ == "of":
                return next((grand for grand in child.children if grand.i in inside), root)
    return root


def _around(verb: Token, frame: Frame) -> str:
    """Return the cue's sentence without the content, and the next where it goes on about the source's anonymity."""
    sentence = verb.sent
    said = [token.text for token in sentence if not any(part.start <= token.idx < part.end for part in frame.content)]
    if sentence.end < len(verb.doc):
        following = verb.doc[sentence.end].sent
        goes_on: str = following.text.strip()
        if "\n" not in sentence.text.strip() and _GOES_ON.match(goes_on) and "anonym" in goes_on.lower():
            said.append(goes_on)
    return " ".join(said)
