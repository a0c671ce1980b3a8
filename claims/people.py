"""The people of one article: which names, surnames and roles are one person's, and whether it is a he or a she.

Names are joined where nothing speaks against it: a surname is the one person's who has it, or of the one whom
the article itself calls so; otherwise it stands for nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.carriers import is_outlet
from claims.cues import lexicon
from claims.frames import FINITE
from claims.givennames import FEMININE, MASCULINE, SHORT_FOR
from claims.mastheads import may_be_person

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Entity

INSTITUTIONS = lexicon("""
    ministry department agency bureau commission committee council court company firm bank university party
    government administration cabinet parliament congress senate house army navy coastguard brigade police force union
    association federation institute centre center campaign office service authority board group
    organisation organization charity foundation team kremlin pentagon state embassy city county regulator
    watchdog manufacturer maker airline hospital clinic school church ferries railway railways airlines lines motors
    energy industries systems holdings partners marine shipyard shipping works inc ltd corp llc plc gmbh college
    appliances construction electronics technologies chemicals pharmaceuticals logistics textiles foods laboratories
    software insurance stores
    network fund pac post times journal society alliance coalition league press news poll tower hotel act census
    twitter facebook google youtube instagram amazon microsoft
    """)
"""Nouns that name an institution, or another thing that bears a person's name."""

_HONOURS = {
    "mr": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m", "pope": "m", "father": "m", "rabbi": "",
    "mrs": "f", "ms": "f", "miss": "f", "lady": "f", "dame": "f", "queen": "f", "princess": "f", "sister": "f",
    "dr": "", "prof": "", "sen": "", "rep": "", "gov": "", "gen": "", "col": "", "capt": "", "sgt": "", "lt": "",
    "maj": "", "cmdr": "", "adm": "", "del": "", "justice": "", "rev": "", "president": "", "president-elect": "",
    "senator": "", "representative": "", "governor": "", "secretary": "", "chancellor": "", "minister": "",
    "premier": "", "general": "", "colonel": "", "captain": "", "sergeant": "", "judge": "", "mayor": "",
    "professor": "", "congressman": "m", "congresswoman": "f", "ambassador": "", "sheriff": "", "chief": "",
    "detective": "", "officer": "", "attorney": "", "admiral": "", "lieutenant": "", "major": "", "bishop": "",
    "archbishop": "", "cardinal": "", "imam": "", "sheikh": "", "ayatollah": "", "delegate": "", "councilman": "m",
    "councilwoman": "f", "speaker": "", "director": "", "chairman": "", "chairwoman": "f", "spokesman": "m",
    "spokeswoman": "f", "spokesperson": "", "doctor": "", "coach": "", "ag": "", "ceo": "", "cfo": "", "vp": "",
    "cllr": "", "councillor": "", "insp": "", "supt": "", "det": "",
}  # fmt: skip
"""Titles before a name, without their full stop: masculine, feminine or neither."""

_MEN = lexicon("husband father son brother uncle nephew grandfather widower boyfriend king")
_WOMEN = lexicon("wife mother daughter sister aunt niece grandmother widow girlfriend actress")
_GENDERED = dict.fromkeys(_MEN, "m") | dict.fromkeys(_WOMEN, "f")
_HUMAN = lexicon("""
    minister president mayor senator governor lawyer attorney author driver analyst expert professor researcher
    owner founder chairman chairwoman director manager officer doctor teacher candidate nominee secretary judge
    sheriff chief father mother leader premier chancellor ambassador envoy economist general colonel captain
    billionaire mogul tycoon pollster veteran star host republican democrat contender hopeful ceo chair spokesperson
    executive pilot scientist historian adviser advisor aide strategist prosecutor justice representative delegate
    commissioner pope king queen prince princess reporter journalist writer editor columnist student
    speaker professor coach player actor actress singer artist senior farmer engineer nurse surgeon witness victim
    resident voter supporter critic friend neighbour neighbor wife husband son daughter brother sister niece nephew
    uncle aunt cousin widow boy girl guy official diplomat operative lawmaker legislator entrepreneur investor
    suspect physicist chemist philosopher activist campaigner organizer organiser inspector treasurer superintendent
    registrar coroner auditor magistrate captain
    """)
_OCCUPATIONS = lexicon("""
    accountant actuary admiral agent agronomist alderman ally anchor announcer apprentice arborist archbishop
    architect archivist artisan assessor astronaut astronomer athlete attendant auctioneer baker banker barber baron
    baroness barrister bartender biographer bishop blacksmith blogger boatman bookkeeper bookseller botanist boxer
    breeder bricklayer bursar butcher butler buyer cabbie captor carer caretaker caricaturist carpenter cartographer
    cartoonist cashier caterer cellist chaplain chef choreographer clerk climber colleague collector comedian comic
    commander commentator companion composer comptroller conductor conservator constable consul convener convenor
    cook coordinator correspondent cosmonaut councillor councilor counsellor counselor cricketer curate curator
    custodian cyclist dancer deacon dean defender dentist deputy designer detective dietitian dissident diver docent
    dramatist drummer editor-in-chief educator electrician enthusiast epidemiologist essayist evangelist ex-minister
    fielder filmmaker financier firefighter fisher florist footballer forager foreman forester forward fundraiser
    gamekeeper gardener geographer geologist glaciologist goalkeeper goldsmith golfer granddaughter grandson
    great-grandfather great-grandmother grocer guard guest guitarist gymnast hairdresser handyman harbormaster
    harbourmaster headmaster headmistress headteacher herder hiker hunter hydrologist illustrator imam impresario
    instructor interpreter inventor janitor jeweler jeweller jockey joiner judoka juror keeper knight laborer
    labourer landlady landlord landowner lecturer librarian lifeguard linguist lobbyist locksmith machinist
    manageress marshal mason mathematician matron mechanic mediator medic meteorologist microbiologist midfielder
    midwife milkman miller miner missionary monk motorist mountaineer musician nanny naturalist navigator negotiator
    notary novelist nun nutritionist oceanographer ombudsman optician organist ornithologist painter palaeontologist
    paleontologist paralegal paramedic parishioner parliamentarian passenger pastor pastoralist peer pensioner
    performer pharmacist photographer physician physiotherapist pianist plumber poet policeman policewoman porter
    potter preacher presenter president-elect priest principal proprietor provost psychiatrist psychologist publican
    publicist rabbi racer radiologist rancher ranger rapper rector referee regent restaurateur retiree rider rower
    sailor salesman saxophonist schoolboy schoolgirl schoolteacher sculptor seamstress sergeant servant shareholder
    shepherd shopkeeper signalman skater skier skipper slugger smith sociologist soldier solicitor soloist soprano
    sportsman sprinter steward stewardess stonemason striker stuntman supervisor surveyor swimmer tailor teammate
    tenant tenor theologian therapist toxicologist trainer translator trapper traveler traveller trooper trucker
    trumpeter trustee tutor umpire undersecretary undertaker usher vendor verger vet veterinarian vicar viceroy
    vintner violinist virologist volunteer walker warden watchmaker weaver whistleblower winemaker winger woodcarver
    worker worshipper wrestler youth zookeeper zoologist
    """)
"""Nouns of one person too, in small letters: with a capital they are names, of people or of newspapers."""
_NOT_MEN = lexicon("german roman human ottoman")
_HUMAN_ENDINGS = ("woman", "man", "person", "ologist", "keeper", "ographer", "monger", "wright", "herder")
_SURE_TITLES = lexicon("""
    mr mrs ms miss dr prof sgt sergeant lieutenant lt capt captain col colonel detective inspector constable bishop
    archbishop cardinal dame sir lady rev rabbi imam sheriff judge mayor senator sen rep congressman congresswoman
    professor doctor councilman councilwoman spokesman spokeswoman coach ambassador commander
    """)
"""Titles after which comes a person, whatever the recogniser takes the name for; after "General" may come a firm."""
_PARTISANS = lexicon("""
    critic supporter friend neighbour neighbor leader star veteran host owner investor contender hopeful suspect witness
    victim republican democrat resident voter sponsor
    """)
_RELATIVES = frozenset(_GENDERED) | lexicon("cousin parents sons daughters brothers sisters fiance fiancee")
_ROLE_CLASSES = {
    "sen": "senator", "rep": "representative", "congressman": "representative", "congresswoman": "representative",
    "gov": "governor", "gen": "general", "prof": "professor", "dr": "doctor", "spokesman": "spokesperson",
    "spokeswoman": "spokesperson", "chairman": "chair", "chairwoman": "chair", "chairperson": "chair",
    "gop": "republican", "nominee": "candidate", "contender": "candidate", "hopeful": "candidate", "del": "delegate",
    "businessman": "tycoon", "businesswoman": "tycoon", "mogul": "tycoon", "billionaire": "tycoon",
    "col": "colonel", "capt": "captain", "lt": "lieutenant", "adm": "admiral", "u.s": "us",
}  # fmt: skip
_IS_A = {
    "officer": lexicon(
        "sergeant inspector constable superintendent detective lieutenant captain major colonel policeman"
    ),
    "lawmaker": lexicon("senator representative congressman congresswoman legislator"),
    "player": lexicon("striker midfielder goalkeeper winger defender forward captain"),
    "rider": lexicon("cyclist jockey motorcyclist"),
    "doctor": lexicon("surgeon physician paediatrician cardiologist virologist epidemiologist"),
    "lawyer": lexicon("barrister solicitor attorney counsel"),
    "writer": lexicon("novelist poet author playwright essayist"),
    "scientist": lexicon("physicist chemist biologist geologist hydrologist astronomer glaciologist"),
    "politician": lexicon("senator minister councillor mayor governor"),
}
"""What somebody of an occupation may be called as well: "Sergeant Ida Brandt", and "the officer"."""
_SMALL = lexicon("of the and for de la a an in on to at its his her their s who is was as from with by s' ’s 's")
_SUFFIXES = lexicon("jr sr ii iii iv")
_MARKS = "\"“”‘’'„«»"
_NICKNAME = 3  # tokens that a nickname in quotation marks takes with its marks
_OFFICE = 8  # tokens of "of security" and the like
_CRAFTS = lexicon("""
    airliner barge boat comet cruiser cutter destroyer dredger ferry freighter frigate jet liner lifeboat locomotive
    minesweeper satellite schooner ship steamer submarine tanker trawler tug vessel yacht
    """)
"""What a person's name may be given to."""
_CLOSING = frozenset((",", ".", ";", ":", ")", "—", "–", "-", "”", '"', "’"))
_REACH = 12  # tokens of an apposition that are read for a role
_BUCKET = 16  # namesakes that are kept apart; texts with more are lists
_SPACE = re.compile(r"\s+")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")


@dataclass(eq=False, slots=True)
class Person:
    """One person of an article: the fullest ``name``, first names and nicknames in small letters."""

    name: str
    given: set[str] = field(default_factory=set)
    masculine: int = 0
    feminine: int = 0

    @property
    def gender(self) -> str:
        """``m``, ``f``, or nothing where the article does not tell."""
        if self.masculine == self.feminine:
            return ""
        return "m" if self.masculine > self.feminine else "f"

    def note(self, gender: str, weight: int = 1) -> None:
        """Count evidence for a gender."""
        self.masculine += weight * (gender == "m")
        self.feminine += weight * (gender == "f")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text: tokens ``start`` to ``end`` (exclusive), its words, and whose it is if that is sure."""

    start: int
    end: int
    words: str
    person: Person | None


class People:
    """Who is named in a parsed article, and where; ``sentences`` gives the number of each token's sentence.

    ``mentions`` are in the order of the text.
    """

    def __init__(self, doc: Doc, sentences: Sequence[int]) -> None:
        self._doc = doc
        self._sentences = sentences
        self._by_surname: dict[str, list[Person]] = defaultdict(list)
        self._by_given: dict[str, list[Person]] = defaultdict(list)
        self._roles: dict[str, dict[Person, None]] = defaultdict(dict)
        self._described: dict[frozenset[str], tuple[Person, ...]] = {}
        self._common = {token.lower_ for token in doc if token.text.islower()}
        spans = _names(doc)
        full = self._full_names(spans)
        self._single_names(spans)
        self.mentions = self._mentions(spans, full)
        self._starts = [mention.start for mention in self.mentions]
        for mention in self.mentions:
            if mention.person is not None:
                self._add_roles(mention, mention.person)

    def at(self, token: int) -> Mention | None:
        """Return the name that holds the token."""
        place = bisect_right(self._starts, token) - 1
        return self.mentions[place] if place >= 0 and token < self.mentions[place].end else None

    def within(self, start: int, end: int) -> Sequence[Mention]:
        """Return the names that begin at tokens ``start`` to ``end``."""
        return self.mentions[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

    def called(self, name: str) -> Person | None:
        """Return the one person whom the article calls ``name``, in full or by the last name."""
        words = _bare(name.split())
        if not words:
            return None
        if len(words) > 1:
            return self._compatible(words)
        namesakes = self._by_surname.get(words[0].lower(), [])
        return namesakes[0] if len(namesakes) == 1 else None

    def described(self, words: frozenset[str]) -> tuple[Person, ...]:
        """Return the people whom the article describes with all of ``words`` (small letters)."""
        wanted = frozenset(map(_role, words))
        if wanted not in self._described:
            fewest = min((self._roles.get(word, {}) for word in wanted), key=len, default={})
            self._described[wanted] = tuple(
                person for person in fewest if all(person in self._roles.get(word, {}) for word in wanted)
            )
        return self._described[wanted]

    # ------------------------------------------------------------ whose name it is

    def _full_names(self, spans: Iterable[tuple[int, int]]) -> dict[int, Person]:
        """Return the people named in full, by the token with which that name begins."""
        several = [(start, end, self._words(start, end)) for start, end in spans]
        surnames = {words[-1].lower() for _, _, words in several if len(words) > 1} - MASCULINE - FEMININE
        names = {tuple(words) for _, _, words in several}
        found: dict[int, Person] = {}
        for start, end, words in several:
            if len(words) > 2 and tuple(words[:-1]) in names:
                words, end = words[:-1], end - 1  # "Ann Lee Tells": a headline's verb was taken for a last name
            begin = start
            if len(words) > 2 and tuple(words[1:]) in names and not _is_given(words[0].lower()):
                words, begin = words[1:], start + 1  # "Honest Ann Lee": an epithet was taken for a first name
            if len(words) < 2 or (len(words) == 2 and words[0].lower() in surnames):
                continue
            name = _SPACE.sub(" ", self._doc[begin:end].text)
            person = self._compatible(words) or self._introduced(name, words)
            given = {word.lower().strip(".") for word in words[:-1]}
            for first in given - person.given:
                if len(first) > 1 and len(self._by_given[first]) < _BUCKET:
                    self._by_given[first].append(person)
            person.given |= given
            person.name = max(person.name, name, key=_fullness)
            found[start] = person
        return found

    def _single_names(self, spans: Iterable[tuple[int, int]]) -> None:
        """Add who is named by one name alone throughout."""
        for start, end in spans:
            words = self._words(start, end)
            key = words[0].lower() if words else ""
            if len(words) == 1 and key not in self._by_surname and key not in self._by_given:
                person = Person(words[0])
                person.note("m" if key in MASCULINE else "f" if key in FEMININE else "")
                self._by_surname[key].append(person)

    def _words(self, start: int, end: int) -> list[str]:
        return _bare(self._doc[start:end].text.split())

    def _introduced(self, name: str, words: Sequence[str]) -> Person:
        """Return a new person, whose name is made of ``words``."""
        person = Person(name)
        for name in words[:-1]:
            person.note("m" if name.lower() in MASCULINE else "f" if name.lower() in FEMININE else "")
        bucket = self._by_surname[words[-1].lower()]
        if len(bucket) < _BUCKET:
            bucket.append(person)
        return person

    def _compatible(self, words: Sequence[str]) -> Person | None:
        """Return the one known person who may bear the name ``words``."""
        given = {word.lower().strip(".") for word in words[:-1]}
        may_be = [person for person in self._by_surname.get(words[-1].lower(), ()) if _agree(given, person.given)]
        return may_be[0] if len(may_be) == 1 else None

    def _mentions(self, spans: Sequence[tuple[int, int]], full: dict[int, Person]) -> list[Mention]:
        """Return every name in the order of the text: full ones, and last or first names by themselves."""
        doc, taken = self._doc, dict(spans)
        found: list[Mention] = []
        usage = _Usage(self._by_surname, self._sentences)
        for start, named in full.items():
            usage.count(named, _is_relative(doc, start))
        place = 0
        while place < len(doc):
            token = doc[place]
            end = taken.get(place, 0)
            if place in full:
                usage.named(full[place], place)
                found.append(Mention(place, end, full[place].name, full[place]))
            elif not end and (person := self._again(token)) is not None:
                end = place + 2
                found.append(Mention(place, end, person.name, person))
            elif end or self._may_name(token):
                end = end or place + 1
                words = self._words(place, end)
                person = self._short(words, place, usage) if words else None
                found.append(Mention(place, end, " ".join(words) or token.text, person))
            if found and found[-1].start == place and found[-1].person is not None:
                found[-1].person.note(_title_gender(doc, place), 3)
            place = max(place + 1, end)
        return found

    def _again(self, token: Token) -> Person | None:
        """Return whose first and last name begins at a token that the recogniser passed over this time."""
        known = token.lower_ in self._by_given and token.text[0].isupper() and token.i + 1 < len(token.doc)
        last = token.nbor(1) if known else token
        return self._compatible([token.text, last.text]) if known and last.text[0].isupper() else None

    def _may_name(self, token: Token) -> bool:
        """Tell whether a token outside every name found so far is somebody's last name."""
        known = token.lower_ in self._by_surname and token.text[0].isupper() and len(token) > 2
        if not known or (token.pos_ != "PROPN" and token.ent_iob_ == "O" and token.lower_ in self._common):
            return False
        follows = token.i > 0 and token.nbor(-1).ent_iob_ != "O" and token.ent_iob_ == "I"
        after = token.nbor(1) if token.i + 1 < len(token.doc) else None
        leads = after is not None and after.ent_iob_ == "I" and after.text[0].isupper()
        return not follows and not leads

    def _short(self, words: Sequence[str], place: int, usage: _Usage) -> Person | None:
        """Return whose a name of one word (or a headline's "Obama Seeks") is."""
        key = words[0].lower()
        if key in self._by_surname:
            return usage.bare(key, place, _title_gender(self._doc, place))
        named = self._by_given.get(key, ())
        return named[0] if len(words) == 1 and len(named) == 1 else None

    # ------------------------------------------------------------ what they are described as

    def _add_roles(self, mention: Mention, person: Person) -> None:
        words = [*_before(self._doc, mention.start), *_after(self._doc, mention.end)]
        for word in (*words, *(kind for kind, those in _IS_A.items() if not those.isdisjoint(words))):
            held = self._roles[_role(word)]
            if person in held or len(held) < _BUCKET:
                held.setdefault(person)
        for word in words[-1:]:
            person.note(_GENDERED.get(word, ""))


class _Usage:
    """Who is called by the bare last name, as the article goes on."""

    def __init__(self, by_surname: dict[str, list[Person]], sentences: Sequence[int]) -> None:
        self._by_surname = by_surname
        self._sentences = sentences
        self._relatives: set[Person] = set()
        self._named: Counter[Person] = Counter()
        self._main: dict[str, Person] = {}
        self._met: dict[str, set[Person]] = defaultdict(set)
        self._settled: set[str] = set()
        self._last: dict[str, tuple[Person, int]] = {}

    def count(self, person: Person, relative: bool) -> None:
        """Read ahead: note a full name, and whether it comes in as a relative's ("his wife, Ann Lee")."""
        if relative and person not in self._named:
            self._relatives.add(person)
        self._named[person] += 1

    def named(self, person: Person, place: int) -> None:
        """Note that the text has come to a full name."""
        key = _surname(person)
        self._met[key].add(person)
        if person not in self._relatives:
            self._main.setdefault(key, person)
        self._last[key] = (person, self._sentences[place])

    def bare(self, key: str, place: int, gender: str) -> Person | None:
        """Return whom the last name ``key`` means here: of two namesakes the one whom the text already called so."""
        namesakes = [person for person in self._by_surname[key] if not gender or person.gender in {gender, ""}]
        met = self._met[key]
        others = [person for person in namesakes if person in met or person not in self._relatives]
        if not others:
            return self._stranger(key, gender)
        if len(others) == 1 and (len(self._by_surname[key]) == 1 or gender):
            return others[0]
        if key in self._settled:
            last, sentence = self._last.get(key, (self._main[key], 0))
            near = last is not self._main[key] and self._sentences[place] - sentence <= 1
            return None if near or self._main[key] not in others else self._main[key]
        if not met:
            self._main[key] = max(others, key=lambda person: self._named[person])
            self._settled.add(key)
            return self._main[key]
        if met == {self._main.get(key)}:
            self._settled.add(key)
            return self._main[key]
        return None

    def _stranger(self, key: str, gender: str) -> Person:
        """Return somebody who is never named in full: "Mrs. Lee", where the article names only a Bob Lee."""
        person = Person(key.title())
        person.note(gender, 3)
        self._by_surname[key].append(person)
        self._met[key].add(person)
        self._main[key] = person
        return person


def _surname(person: Person) -> str:
    words = _bare(person.name.split())
    return words[-1].lower() if words else ""


def _bare(words: Sequence[str]) -> list[str]:
    """Return the words of a name without titles, marks, generation and possessive."""
    found = [_POSSESSIVE.sub("", word).strip(_MARKS + ",;:()*•") for word in words]
    found = [word for word in found if any(letter.isalpha() for letter in word)]
    while len(found) > 1 and found[0].lower().strip(".") in _HONOURS:
        found.pop(0)
    while len(found) > 1 and found[-1].lower().strip(".") in _SUFFIXES:
        found.pop()
    return found


def _agree(one: set[str], other: set[str]) -> bool:
    """Tell whether two sets of first names may be one person's: the smaller is in the larger, or its initials are."""
    less, more = sorted((one, other), key=len)
    formal = {SHORT_FOR.get(name, name) for name in more}
    return all(
        SHORT_FOR.get(name, name) in formal
        or any(len(name) == 1 or len(each) == 1 for each in more if each[0] == name[0])
        for name in less
    )


def _fullness(name: str) -> tuple[bool, int, int]:
    return not name.isupper(), len(name.split()), len(name)


def _role(word: str) -> str:
    return _ROLE_CLASSES.get(word, word)


def is_human(token: Token) -> bool:
    """Tell whether a noun is of one person: "senator", "spokeswoman"."""
    word: str = token.lower_
    if word in _HUMAN:
        return True
    if word in _OCCUPATIONS:
        return bool(token.text.islower() or token.is_sent_start)
    return word.endswith(_HUMAN_ENDINGS) and word not in _NOT_MEN


def is_title(token: Token) -> bool:
    """Tell whether a token is a title before a name: "Mr.", "Senator"."""
    return _honour(token) is not None


def _honour(token: Token) -> str | None:
    """Return the gender of a title, "" where it has none; ``None`` for what is no title."""
    return _HONOURS.get(token.lower_.strip("."))


def _title_gender(doc: Doc, start: int) -> str:
    """Return the gender of the word before a name: "Mrs.", "spokesman", "her husband"."""
    place = start - 1
    while place >= 0 and start - place <= 2 and doc[place].is_punct and doc[place].text in {".", ","}:
        place -= 1
    if place < 0:
        return ""
    word = doc[place].lower_.strip(".")
    if word.endswith("woman"):
        return "f"
    return _HONOURS.get(word) or _GENDERED.get(word, "") or ("m" if word.endswith("man") else "")


def _is_relative(doc: Doc, start: int) -> bool:
    return any(doc[place].lower_ in _RELATIVES for place in range(max(0, start - 2), start))


def _names(doc: Doc) -> list[tuple[int, int]]:
    """Return the token ranges of people's names, in order and without overlap; the longer of two goes first."""
    found = [span for ent in doc.ents if _is_person(ent) for span in (_trimmed(doc, ent.start, ent.end),)]
    readings = (_titled, _nicknamed, _first_named, _described, _presented, _in_office)
    found += [span for token in doc for read in readings for span in (read(doc, token),) if span is not None]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= end:
            continue
        end = _joined(doc, end)
        if kept and start < kept[-1][1]:
            if end - start > kept[-1][1] - kept[-1][0]:
                kept[-1] = (start, end)
            continue
        kept.append((start, end))
    return kept


def _is_person(ent: Entity) -> bool:
    """Tell whether an entity names a person, as far as the recogniser and its words tell."""
    institution = any(token.lower_ in INSTITUTIONS for token in ent) and not may_be_person(ent.text)
    if institution or is_outlet(ent.text) or _has_article(ent) or _is_craft(ent):
        return False
    if ent.label_ == "PERSON":
        return any(token.text[0].isupper() and token.pos_ == "PROPN" for token in ent)
    first_name = _is_given(ent[0].lower_)
    name_like = 1 < len(ent) <= 3 and all(_name_like(token) for token in ent)
    return first_name and name_like and str(ent.label_) in {"ORG", "GPE", "PRODUCT", "WORK_OF_ART", "FAC", "NORP"}


def _is_craft(ent: Entity) -> bool:
    """Tell whether a name is a ship's or the like: "the ferry Ida Brandt"."""
    return ent.start > 0 and ent.doc[ent.start - 1].lower_ in _CRAFTS


def _has_article(ent: Entity) -> bool:
    """Tell whether a name of several words stands after "the", as no person's does: "the Weston Leader reported"."""
    if len(ent) < 2 or is_title(ent[0]) or ent.root.dep_ == "compound":
        return False
    first = ent[0] if ent[0].lower_ == "the" else ent.doc[ent.start - 1] if ent.start > 0 else None
    after = ent.doc[ent.end] if ent.end < len(ent.doc) else None
    goes_on = after is not None and (after.pos_ in {"NOUN", "PROPN"} or after.tag_ == "POS")
    return first is not None and first.lower_ == "the" and not goes_on


def _name_like(token: Token) -> bool:
    letters: str = token.text.strip(".")
    return letters[:1].isupper() and re.sub(r"[-’']", "", letters).isalpha()


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return a name without titles, marks and possessive, on one line, with the first name that was left outside."""
    for place in range(start, end):
        if "\n" in doc[place].text:
            end = place
            break
    while start < end and (not doc[start].text[0].isalpha() or (end - start > 1 and _is_before_name(doc[start]))):
        start += 1
    if end - start > 2 and doc[start].is_sent_start and is_human(doc[start]) and not _is_given(doc[start].lower_):
        start += 1  # "Baker Ida Brandt won the prize"
    end = _joined(doc, end)
    while end > start and not doc[end - 1].text[0].isupper() and not _hyphenated(doc, end - 1):
        end -= 1
    while start > 0 and end > start and _leads(doc[start - 1]):
        start -= 1
    while end < len(doc) and end > start and doc[end].lower_.strip(".") in _SUFFIXES:
        end += 1
    return start, end


def _joined(doc: Doc, end: int) -> int:
    """Return where a name that was read up to ``end`` ends with what hyphens join to it: "Ivy Baptiste" and "-Cole"."""
    while end + 1 < len(doc) and _hyphenated(doc, end + 1):
        end += 2
    return end


def _hyphenated(doc: Doc, place: int) -> bool:
    """Tell whether a token goes on the word before it after a hyphen: the "moon" of "Ki-moon"."""
    if place < 2 or doc[place - 1].text not in {"-", "‐", "‑"} or not doc[place].is_alpha:
        return False
    return not doc[place - 1].whitespace_ and not doc[place - 2].whitespace_ and doc[place - 2].text[0].isupper()


def _is_before_name(token: Token) -> bool:
    """Tell whether a token that was taken into a name only stands before it: "Sen.", a headline's "Beneath"."""
    return is_title(token) or (token.pos_ not in {"PROPN", "NOUN"} and not _is_given(token.lower_))


def _is_given(word: str) -> bool:
    return word in MASCULINE or word in FEMININE or word in SHORT_FOR


def _leads(token: Token) -> bool:
    """Tell whether a token is a first name that the recogniser left outside."""
    return token.is_title and token.ent_iob_ == "O" and _is_given(token.lower_)


def _titled(doc: Doc, token: Token) -> tuple[int, int] | None:
    """Return the name after a title that the recogniser passed over: "Mrs. Lee", "Del. Ann Lee"."""
    if not (_honour(token) is not None and token.text[0].isupper()) and not is_human(token):
        return None
    end = token.i + 1
    # After "prosecutor" comes a person, whatever the recogniser takes the name for; after "owner" may come a firm.
    title = token.lower_.strip(".") in _SURE_TITLES
    plain = token.text.islower() or (token.is_sent_start and is_human(token) and not title)
    sure = token.lower_ not in _PARTISANS if plain else title
    while end < len(doc) and end - token.i <= 3 and _name_like(doc[end]) and (title or doc[end].pos_ == "PROPN"):
        if doc[end].ent_iob_ != "O" and doc[end].ent_type_ != "PERSON" and not sure:
            break
        end += 1
    if end < token.i + (3 if plain else 2) or (end < len(doc) and doc[end].lower_ in INSTITUTIONS):
        return None
    if any(each.lower_ in INSTITUTIONS or _honour(each) is not None for each in doc[token.i + 1 : end]):
        return None
    return token.i + 1, end


def _first_named(doc: Doc, token: Token) -> tuple[int, int] | None:
    """Return the name that a common first name begins, where the recogniser passed over it or ran past it."""
    if not token.is_title or not _is_given(token.lower_) or token.ent_type_ == "PERSON":
        return None
    if token.i > 0 and (_name_like(doc[token.i - 1]) and not doc[token.i - 1].is_upper):
        return None  # inside a longer name
    end = token.i + 1
    while end < len(doc) and end - token.i < 3 and _name_like(doc[end]) and doc[end].pos_ == "PROPN":
        end += 1
    name = doc[token.i : end]
    known = any(
        each.lower_ in INSTITUTIONS or each.ent_type_ in {"GPE", "LOC", "FAC"} for each in doc[token.i : end + 1]
    )
    return None if len(name) < 2 or known or is_outlet(name.text) else (token.i, end)


def _described(doc: Doc, token: Token) -> tuple[int, int] | None:
    """Return the name that a description of one person explains: "Ann Lee, a professor", "its leader, Ann Lee"."""
    if token.pos_ != "PROPN" or not token.is_title or token.ent_type_ in {"GPE", "NORP", "LOC", "FAC", "DATE"}:
        return None
    explained = token.dep_ == "appos" and token.head.i < token.i and is_human(token.head)
    explained = explained or any(
        child.dep_ == "appos" and child.i > token.i and is_human(child) and child.lower_ not in _PARTISANS
        for child in token.children
    )
    start = token.i
    while (
        start > 0 and _name_like(doc[start - 1]) and doc[start - 1].dep_ == "compound" and not is_title(doc[start - 1])
    ):
        start -= 1
    if not explained or any(each.lower_ in INSTITUTIONS for each in doc[start : token.i + 1]):
        return None
    return None if is_outlet(doc[start : token.i + 1].text) else (start, token.i + 1)


def _presented(doc: Doc, token: Token) -> tuple[int, int] | None:
    """Return the name that a description leads up to, however the parser hangs the two: "the accountant, Ann Lee,",
    "its head of security, Ann Lee"."""
    if not token.text.islower() or not (is_human(token) or token.lower_ == "head") or token.lower_ in _PARTISANS:
        return None
    comma = token.i + 1
    if comma < len(doc) and doc[comma].lower_ in {"of", "at", "for"}:
        while comma < len(doc) and comma - token.i <= _OFFICE and (doc[comma].is_alpha or doc[comma].tag_ == "POS"):
            comma += 1
    start = end = comma + 1
    if comma >= len(doc) or doc[comma].text != ",":
        return None
    while end < len(doc) and doc[end].text[0].isupper() and is_title(doc[end]):
        start = end = end + 1
        while end < len(doc) and doc[end].text == ".":
            start = end = end + 1
    while end < len(doc) and end - start < 4 and _name_like(doc[end]) and doc[end].pos_ == "PROPN":
        end += 1
    closes = end >= len(doc) or doc[end].text in _CLOSING or doc[end].pos_ in {"VERB", "AUX"}
    name = doc[start:end]
    if not 2 <= len(name) <= 3 or not closes or is_outlet(name.text):
        return None
    unlike = any(
        each.lower_ in INSTITUTIONS or each.ent_type_ in {"GPE", "LOC", "FAC", "NORP", "DATE"} for each in name
    )
    return None if unlike else (start, end)


def _in_office(doc: Doc, token: Token) -> tuple[int, int] | None:
    """Return the name before an office, however the parser hangs the two: "Ann Lee, chief inspector of the agency"."""
    end = token.i
    while end < len(doc) and end - token.i < 4 and _name_like(doc[end]) and doc[end].pos_ == "PROPN":
        end += 1
    name = doc[token.i : end]
    if not 2 <= len(name) <= 3 or end >= len(doc) or doc[end].text != ",":
        return None
    if token.i > 0 and (_name_like(doc[token.i - 1]) or doc[token.i - 1].lower_ == "the"):
        return None
    if any(each.lower_ in INSTITUTIONS or each.ent_type_ in {"GPE", "LOC", "FAC"} for each in name):
        return None
    for office in doc[end + 1 : end + 7]:
        of = office.i + 1 < len(doc) and doc[office.i + 1].lower_ in {"of", "at", "for"}
        if of and office.pos_ == "NOUN" and (is_human(office) or office.lower_ == "head"):
            return None if is_outlet(name.text) else (token.i, end)
        if office.pos_ not in {"DET", "ADJ", "NOUN"} and office.text != "-":
            return None
    return None


def _nicknamed(doc: Doc, token: Token) -> tuple[int, int] | None:
    """Return the name around a nickname in quotation marks: ``Robert C. "Bobby" Scott``."""
    mark = token.i
    if token.text not in _MARKS or mark == 0 or not _name_like(doc[mark - 1]):
        return None
    for close in range(mark + 2, min(mark + 1 + _NICKNAME, len(doc) - 1)):
        inside = doc[mark + 1 : close]
        if doc[close].text in _MARKS and all(_name_like(each) for each in inside) and _name_like(doc[close + 1]):
            start, end = mark, close + 2
            while start > 0 and mark - start < 3 and _name_like(doc[start - 1]) and _honour(doc[start - 1]) is None:
                start -= 1
            if doc[start].ent_type_ == "PERSON" or _is_given(doc[start].lower_):
                return start, end
    return None


def _before(doc: Doc, start: int) -> list[str]:
    """Return the describing words that lead up to a name: "South Carolina Sen.", "the spokesman for the mayor,"."""
    place = start - 1
    if place > 0 and doc[place].text == ",":
        root = doc[start]
        while root.dep_ == "compound" and root.head.i > root.i:
            root = root.head
        if root.dep_ != "appos" or root.head.i > start:
            return []
        first = max(root.head.left_edge.i, start - _REACH)
        return [_plain(token) for token in doc[first:place] if _tells(token)]
    found: list[str] = []
    while (
        place >= 0 and start - place <= 6 and (doc[place].pos_ in {"NOUN", "PROPN", "ADJ"} or doc[place].tag_ == "POS")
    ):
        if _tells(doc[place]):
            found.append(_plain(doc[place]))
        place -= 1
    return found[::-1]


def _after(doc: Doc, end: int) -> list[str]:
    """Return the words of the apposition after a name: ", a spokesperson for the commerce ministry"."""
    if end + 1 >= len(doc) or doc[end].text != ",":
        return []
    found: list[str] = []
    for token in doc[end + 1 : end + 1 + _REACH]:
        if token.text in {",", ".", ";", ":", "—", "–"} or token.tag_ in FINITE or "\n" in token.text:
            break
        if not found and token.pos_ not in {"DET", "NOUN", "ADJ", "PROPN", "ADV", "PRON"}:
            break
        if _tells(token):
            found.append(_plain(token))
    return found if any(word.islower() for word in found) else []


def _plain(token: Token) -> str:
    return str(token.lower_).strip(".")


def _tells(token: Token) -> bool:
    return token.text[0].isalnum() and token.lower_ not in _SMALL
