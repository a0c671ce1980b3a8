"""Whether two names stand for one person, organisation or document; and what unnamed people are described as."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

ORGANISATIONS = Path(__file__).with_name("organisations.csv")
"""Organisations that go by letters or by several names everywhere: columns ``name,aliases`` (parted by ``|``)."""

_TITLES = """
    " mr mrs ms miss mx dr prof professor sir dame lord lady president prime minister premier chancellor senator
    sen representative rep congressman congresswoman governor gov mayor secretary general gen colonel col captain
    capt major sergeant sgt lieutenant lt officer detective inspector constable superintendent dc ds di dci pc det
    insp supt chief judge justice king queen prince
    princess pope bishop archbishop cardinal reverend rev pastor father sister imam sheikh shaikh rabbi ambassador
    foreign defence defense treasury state interior home finance vice deputy former acting then spokesman
    spokeswoman spokesperson chairman chairwoman chair ceo director adm brig cpl pvt rear amb commodore attorney
    lawyer sheriff commissioner commander marshal admiral brigadier analyst economist engineer actor actress
    singer rapper author writer filmmaker reporter journalist photographer coach screenwriter homeowner agent
    worker astronaut pilot waitress waiter us u s the of and for russian chinese american british french german
    ukrainian
"""
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_NAME_PARTICLES = frozenset(("al", "el"))
"""Articles of Arabic names, which one outlet prints and the next leaves out."""
HONORIFICS = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "dame": "f", "lady": "f"}
"""Words before a name that say no more than whether a man or a woman is meant."""
_SHORT_FORMS = """
    abe abraham, al albert, alex alexander alexandra, andy andrew, ben benjamin, bill will william billy, bob rob
    robert bobby, chris christopher christine, chuck charlie charles, dan danny daniel, dave david, dick rick rich
    richard, don donald, ed eddie edward, fred frederick, greg gregory, jack john, jeff jeffrey, jen jennifer,
    jerry gerald, jim jimmy james, joe joey joseph, josh joshua, kate katie kathy katherine catherine, ken
    kenneth, larry lawrence, liz beth elizabeth, matt matthew, meg maggie margaret, mike mick michael, nick
    nicholas, pat patrick patricia, pete peter, phil philip phillip, ron ronald, sam samuel samantha, steve steven
    stephen, sue susan, ted theodore edward, tim timothy, tom tommy thomas, tony anthony, vince vincent, walt
    walter
"""
_FAMILIES = [frozenset(family.split()) for family in _SHORT_FORMS.split(",")]
_LEGAL_FORMS = "inc incorporated ltd limited llc plc corp corporation co company gmbh ag sa"
_LEGAL = frozenset(_LEGAL_FORMS.split())
_EMPTY_WORDS = f"the of for and a an at in on its their his her s {_LEGAL_FORMS}"
_DOCUMENTS = """
    report reports study studies statement statements document documents article articles story investigation research
    investigations findings data paper analysis survey poll review post posts piece account interview release
    dispatch despatch coverage reporting exclusive communique communiques bulletin bulletins
"""
_RECORD_WORDS = """
    register log logs logbook diary website page database records minutes contract invoice invoices receipt archive
    ledger spreadsheet email emails letter letters memo note tweet footage photo photos photograph image recording
    images video transcript manifest filing filings
    judgment judgement ruling verdict indictment audit tally
    accounts certificate notice map figures statistics sheet file files
"""
_RECORDS = frozenset(_RECORD_WORDS.split())
DOCUMENT_WORDS = frozenset(_DOCUMENTS.split())
"""Words that say what kind of document something is, and nothing of which."""
_TITLE_WORDS = frozenset(_TITLES.split())
_EMPTY = frozenset(_EMPTY_WORDS.split())
_MOUTHS = r"spokes(?:man|woman|person|people|persons)|press (?:secretary|officer|attach[ée])|media officer"
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")
_ALSO_CALLED = r"known as|born|otherwise|n[ée]e|alias|formerly|real name|stage name|pen name|who writes as|aka"
_HEADS = (
    r"(?i:(?:(?:deputy|vice|acting|interim|founding|managing|executive|general|chief|head|senior|first|prime|foreign"
    r"|finance|interior|defen[cs]e|health|transport|medical|fire|operating|financial|police|harbou?r|station"
    r"|secretary)[- ])*"
    r"(?:mayor|chief|chief executive|chief executive officer|ceo|president|head|director|director[- ]general|chair"
    r"|chairman|chairwoman|chairperson|secretary|secretary[- ]general|general secretary|minister|commissioner|governor"
    r"|superintendent|harbou?r ?master|prosecutor|officer|coroner|commander|leader|boss|manager|principal|rector"
    r"|ombudsman|auditor[- ]general|auditor|comptroller))"
)
"""Offices whose holder speaks for the whole: a professor or a nurse of a hospital does not."""
_SERVED = {
    "judge|justice|magistrate": "court|tribunal|bench",
    "doctor|dr|surgeon|matron|consultant": "hospital|clinic|health|medical|infirmary",
    "sergeant|constable|detective|sheriff|trooper|superintendent|inspector": "police|constabulary|force|sheriff|patrol",
}
"""Whose word an office may give without being at the head."""
_OFFICES = (
    r"(?i:judge|justice|magistrate|doctor|dr|consultant|surgeon|matron|professor|inspector|sergeant|captain|constable"
    r"|registrar|curator|dean|provost|engineer|surveyor|official|spokes(?:man|woman|person))"
)
"""Offices whose holder may say for a body what it says."""
_HEADED = {
    "mayor": "city|town|council|municipal|borough|district",
    "(?:prime )?minister": "ministry|government|department|office|cabinet",
    "governor": "state|province|government|bank",
    "harbou?r ?master": "harbou?r|port|dock",
    "prosecutor": "prosecut|attorney|justice",
    "general secretary": "union|federation|league|party|congress|confederation|association",
    "(?:chief )?inspector|superintendent|police chief|chief constable": "police|constabulary|force",
    "fire (?:chief|officer)": "fire|brigade|rescue",
    "medical officer": "health|medical|hospital|clinic",
    "coroner": "coroner|court",
    "auditor[- ]general|comptroller": "audit|accounts|comptroller",
}
"""What an office is at the head of, where the office tells."""
_CLASSES = {
    "official": "official officials minister diplomat aide adviser advisor administration authorities government envoy"
    " mayor governor councillor councillors commissioner secretary ambassador",
    "police": "police officer officers cop cops constable constables superintendent inspector sheriff detective"
    " investigator investigators prosecutor prosecutors",
    "medical": "doctor nurse surgeon paramedic medic physician doctors nurses medics paramedics",
    "staff": "employee worker staff staffer employees workers staffers clerk clerks groom grooms porter porters cleaner"
    " cleaners guard guards cashier cashiers",
    "lobby": "lobbyist lobbyists",
    "legislator": "lawmaker lawmakers legislator legislators senator senators mp mps",
    "clergy": "priest priests pastor pastors vicar vicars monk monks nun nuns imam imams rabbi rabbis",
    "player": "player players footballer footballers jockey jockeys trainer trainers coach coaches",
    "engineer": "engineer engineers mechanic mechanics technician technicians fitter fitters",
    "manager": "manager managers executive executives director directors",
    "crew": "pilot pilots captain captains sailor sailors steward stewardess driver drivers conductor conductors",
    "school": "teacher teachers lecturer lecturers professor professors headteacher",
    "law": "lawyer lawyers solicitor solicitors barrister barristers attorney attorneys",
    "farm": "farmer farmers fisherman fishermen rancher ranchers grower growers",
    "soldier": "soldier soldiers commander commanders fighter fighters troops militant militants rebel rebels",
    "trader": "dealer dealers trader traders banker bankers analyst analysts investor investors broker brokers"
    " economist economists",
    "resident": "resident residents neighbour neighbours neighbor neighbors villager villagers local locals",
    "family": "relative relatives family mother father brother sister friend friends cousin parents wife husband",
}
_CLASS_OF = {word: name for name, words in _CLASSES.items() for word in words.split()}
_POSTS = {
    "leader": "minister mayor governor premier",
    "diplomat": "diplomat envoy ambassador",
    "aide": "aide adviser advisor",
    "councillor": "councillor councillors",
}
_POST_OF = {word: name for name, words in _POSTS.items() for word in words.split()}
_SOLE_OFFICES = "sheriff mayor governor premier president minister chancellor coroner ombudsman superintendent"
_SOLE = frozenset(_SOLE_OFFICES.split())
_STEM = 5  # letters that "auditors" and "Audit" have in common
_AT = {
    "auditor": "audit accounts",
    "forecaster": "weather meteorological climate",
    "firefighter": "fire brigade rescue",
    "medic": "health hospital ambulance",
    "paramedic": "ambulance health",
    "detective": "police constabulary",
    "examiner": "exam examinations",
}
"""What is in the name of a body at which somebody is who is called by what they do."""
_AT_WORK = frozenset({"engineer", "manager", "medical", "crew", "school", "law", "trader", "player"})
"""What somebody may be who is called an employee."""
_GOING_ON = re.compile(r"[,;]|\b(?:of|to|at|for|from|in|on|with|by|close|near|who|whose|that|which|familiar)\b")
"""Where a description goes on from who somebody is to what they have to do with."""
_SOMEBODY = re.compile(r"(?:[Aa]n?|[Oo]ne|[Aa]nother|[Ss]ome|[Ss]everal|[Tt]wo|[Tt]hree) [a-z]")
_ABOUT = re.compile(
    r"\b(?:of|for|from|on|in|at|by|to|with|close|near|who|that|which|kept|held|seen|obtained|published|filed)\b"
)
"""Where a description goes on from what something is to what it has to do with."""
_GENERIC = "source sources person people insider insiders someone anyone individual individuals they he she who one"
_MODIFIERS = frozenset(
    f"""{_GENERIC} {_EMPTY_WORDS} familiar with matter situation knowledge briefed close to from by speaking condition
    anonymity anonymous unnamed unidentified senior top high ranking level who was not authorised authorized speak
    several some two three many multiple other another said told former current asked be named identified
    about""".split()
)
_BODY = re.compile(r"\b(?:ministry|court|police|council|department|government|committee|commission|parliament|army)$")
_BODY_WORDS = """
    ministry court police council department government committee commission parliament army office agency
    administration authority military navy coastguard university hospital embassy congress senate cabinet bureau
"""
_BODIES = frozenset(_BODY_WORDS.split())
_BODY_FIELDS = """
    defence defense foreign interior health home finance justice trade commerce education transport environment
    agriculture energy labour labor culture state federal national supreme high district appeals crown criminal city
    county local regional central public prime minister office general attorney security council fire rescue service
    affairs external internal external planning electoral election statistics bank
"""
_FIELDS = frozenset(_BODY_FIELDS.split())
_OF_STATE = frozenset({"ministry", "department", "secretariat"})
_FILING_WORDS = (
    "petition petitions papers filing filings lawsuit suit complaint writ affidavit pleading pleadings documents"
)
_FILINGS = frozenset(_FILING_WORDS.split())
"""What is put before a court: one paper calls the petition "court papers"."""
_COMMON = """
    company firm carrier airline airlines chain grocer retailer supermarket maker carmaker manufacturer club team side
    union party bank operator developer group trust regulator watchdog charity brewer insurer supplier utility school
    college board
"""
_COMMON_BODIES = frozenset(_COMMON.split()) | _BODIES
_WATCHING = frozenset(["watchdog", "regulator", "charity", "auditors", "thinktank", "tank"])
"""What bodies are called that everybody knows by another name."""
_TELLING = 4
"""Words of a description of a document that fits one: "weekly figures of the disease register"."""
_SIMILAR = 85
"""Edit similarity (0 to 100) from which two full names may be two spellings of one."""


class Sameness(StrEnum):
    """Whether two descriptions mean one and the same."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


def same_person(one: str, other: str) -> Sameness:
    """Compare two people's names: titles off, a surname or initials stand for the full name.

    Near spellings are ``MAYBE``: two Smiths may differ by a letter.
    """
    left, right = sorted((_person(one), _person(other)), key=len)
    if not left or left == right:
        return Sameness.YES if left or one.casefold() == other.casefold() else Sameness.NO
    if set(left) <= set(right) and (len(left) > 1 or left[0] in (right[0], right[-1])):
        return Sameness.YES
    if left[-1] == right[-1] and len(left) > 1:
        initials = [word[:1] for word in right[:-1]]
        if all(len(word) == 1 and word in initials for word in left[:-1]) or all(
            len(word) == 1 and word in [w[:1] for w in left[:-1]] for word in right[:-1]
        ):
            return Sameness.YES
        if left[1:] == right[1:] and first_names_agree(left[0], right[0]):
            return Sameness.MAYBE
    if len(left) == len(right) > 1 and _alike(" ".join(left), " ".join(right)):
        return Sameness.MAYBE
    if len(left) == 1 and any(re.search(rf"\b{re.escape(left[0])}-", name.casefold()) for name in (one, other)):
        return Sameness.MAYBE  # "Ms Barlow" may be Keisha Barlow-Nunez
    return Sameness.NO


def called_both(one: str, other: str, text: str) -> bool:
    """Tell whether ``text`` says that somebody has both names: "Derek Mudge, better known as Tiny Valentine"."""
    if one not in text or other not in text:
        return False
    left, right = re.escape(one), re.escape(other)
    return any(
        re.search(rf"{first}\b,?(?: \w+){{0,4}},? (?:{_ALSO_CALLED})(?: (?:the|as)(?: \w+){{0,2}})? {second}\b", text)
        for first, second in ((left, right), (right, left))
    )


def same_organisation(one: str, other: str) -> Sameness:
    """Compare two organisations' names: legal forms off, "China's Ministry of Commerce" holds "Ministry of Commerce",
    capitals stand for the words that they begin."""
    left, right = (content_words(without_mouth(name)) for name in (one, other))
    if one.casefold() == other.casefold() or organisation_key(one) == organisation_key(other):
        return Sameness.YES
    if not left or not right:
        return Sameness.MAYBE  # "a company spokesman" of some company
    if left <= right or right <= left:
        return Sameness.YES
    if short_for(one, other) or short_for(other, one):
        return Sameness.YES
    if is_described_body(one) != is_described_body(other):
        return Sameness.MAYBE  # "the country's spending watchdog", and the National Audit Board
    if one.islower() != other.islower() and all(words & _OF_STATE for words in (left, right)):
        fields = left & _FIELDS - _OF_STATE, right & _FIELDS - _OF_STATE
        if not all(fields) or fields[0] & fields[1]:
            return Sameness.MAYBE  # "the education ministry", and the Department for Schooling
    return Sameness.MAYBE if _alike(" ".join(sorted(left)), " ".join(sorted(right))) else Sameness.NO


def is_described_body(name: str) -> bool:
    """Tell whether an organisation is called by what it does alone: "the country's spending watchdog"."""
    words = re.findall(r"[\w’'-]+", name)
    return bool(words) and words[-1] in _WATCHING


def same_document(one: str, other: str) -> Sameness:
    """Compare two descriptions of documents or data: the same words are the same, words in common may be."""
    left, right = content_words(one), content_words(other)
    if left == right:
        # "a letter" and "customs data" fit many; a title, number or year, and many words, fit one.
        return Sameness.YES if len(left) >= _TELLING or re.search(r"\d|[a-z’'] [A-Z]", one) else Sameness.MAYBE
    return Sameness.MAYBE if left & right or (left & _FILINGS and right & _FILINGS) else Sameness.NO


def same_unnamed(one: str, other: str) -> bool:
    """Tell whether two descriptions of unnamed people may fit one person: only clearly different roles do not."""
    left, right = roles(one), roles(other)
    at_work = any(one == {"staff"} and other <= _AT_WORK for one, other in ((left, right), (right, left)))
    if left == right == {"official"}:
        return _may_hold_one_post(tokens(one), tokens(other))
    return not left or not right or bool(left & right) or at_work


def _may_hold_one_post(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two officials may be one: an aide is no diplomat, and nobody calls a minister an official."""
    left, right = ({_POST_OF[word] for word in words if word in _POST_OF} for words in (one, other))
    if left and right:
        return bool(left & right)
    plain = other if left else one
    return "leader" not in left | right or "official" not in plain


@lru_cache(maxsize=4096)
def roles(description: str) -> frozenset[str]:
    """Return the kinds of people that a description names (``official``, ``medical``...); none for "a source"."""
    head = tokens(_GOING_ON.split(description.strip())[0])
    found = {_CLASS_OF[word] for word in head or tokens(description) if word in _CLASS_OF}
    if re.search(_MOUTHS, description, re.IGNORECASE):
        found.add("official")
    if re.search(r"\bboard member|\bmembers? of (?:.* )?board\b", description, re.IGNORECASE):
        found.add("board")
    return frozenset(found)


def are_akin(people: str, organisation: str) -> bool:
    """Tell whether people are called by what a body does: "the auditors", and the National Audit Board."""
    called = tokens(_GOING_ON.split(people.strip())[0])
    stems = {word[:_STEM] for word in called[-1:] if len(word) > _STEM}
    does = frozenset(word for last in called[-1:] for word in _AT.get(last.removesuffix("s"), "").split())
    words = content_words(organisation)
    return bool(does & words) or any(word[:_STEM] in stems for word in words)


def is_unnamed(description: str) -> bool:
    """Tell whether a description names nobody: "residents", "two senior officials", "Chinese officials", "experts"."""
    words = re.findall(r"[\w'’-]+", description)
    if _SOMEBODY.match(description):
        return True
    if len(words) == 1 and (words[0].casefold() in _CLASS_OF or words[0].casefold() in _GENERIC.split()):
        return True  # "Residents", which opened a sentence
    return bool(words) and words[-1] == words[-1].lower() and not _BODY.search(description)


def is_common_body(description: str) -> bool:
    """Tell whether a description is of a body that was named before: "the carrier", "the company"."""
    return _is_one_common(content_words(description) - _MODIFIERS)


def is_sole_office(word: str) -> bool:
    """Tell whether a folded word is an office that a place or body has once: "sheriff", "mayor"."""
    return word in _SOLE


def is_of_some_body(document: str) -> bool:
    """Tell whether a document is said to be a body's that was named before: "ministry data"."""
    return _is_one_common(content_words(document) - DOCUMENT_WORDS)


def _is_one_common(words: frozenset[str]) -> bool:
    return len(words) == 1 and words <= _COMMON_BODIES


def is_document(description: str) -> bool:
    """Tell whether a description is of something written or recorded: "the port's procurement register"."""
    head = _ABOUT.split(description)[0]
    words = tokens(head)
    return bool(words) and (words[-1] in _RECORDS or words[-1] in DOCUMENT_WORDS)


def is_mouth(description: str) -> bool:
    """Tell whether somebody is described as speaking for an organisation."""
    return re.search(_MOUTHS, description, re.IGNORECASE) is not None


def without_mouth(description: str) -> str:
    """Return a description without the word for who speaks, so that "a spokeswoman for Arrowline" names Arrowline."""
    return re.sub(_MOUTHS, "", description, flags=re.IGNORECASE)


_WHOSE = (
    r"(?:^|[.\n] ?)(?:[Tt]he )?(?P<whom>(?:[A-Z]|(?<=he )[a-z])[^,.;:\n“”\"]{2,50}?) "
    r"(?:has|have|had|is|are|was|were|will|would|could|may|plans|expects)\b[^.;\n“”\"]*, (?:its|their)"
)
"""A sentence about a body up to "its spokesman" or "their director"."""


@lru_cache(maxsize=1024)
def speaks_for(person: str, text: str) -> str | None:
    """Return the organisation that ``text`` says ``person`` is a spokesperson of, in its words."""
    if person not in text or not _has_mouths(text):
        return None
    name = re.escape(person)
    phrase = r"(?:[Tt]he )?(?P<whom>[^,.;:\n“”\"]{2,60}?)"
    stop = r"(?=[,.;:\n“”\"]| (?:said|says|told|who|on|in a|added|at a|during|confirmed|denied|declined)\b)"
    for pattern in (
        rf"{name}, (?:an?|the|its|their|his) ?(?:[\w-]+ ){{0,3}}(?:{_MOUTHS}) (?:for|of|at) {phrase}{stop}",
        rf"{name}, (?:an?|the)?\s?{phrase}(?:['’]s?)? (?:{_MOUTHS})\b",
        rf"(?:{_MOUTHS}) (?:for|of|at) {phrase},? {name}\b",
        rf"\b(?P<whom>(?:[A-Z][\w.&-]*(?: of| for| the)? ?){{1,6}}?|\w+ (?:ministry|department|office|police|company))"
        rf"(?:['’]s?)? (?:{_MOUTHS}),? {name}\b",
        rf"{_WHOSE} (?:[\w-]+ ){{0,2}}(?:{_MOUTHS}), {name}\b",
    ):
        found = re.search(pattern, text)
        if found and content_words(found["whom"]):
            return found["whom"].strip()
    return None


@lru_cache(maxsize=1024)
def heads(person: str, text: str) -> str | None:
    """Return the organisation that ``text`` says ``person`` is at the head of, in its words: "Ida Brandt, mayor of
    Velling", "Harbour Authority chief executive Ida Brandt". What the head says officially, the organisation says."""
    if person not in text:
        return None
    if office := re.match(
        rf"(?:the |an? )?(?:[a-z][\w-]* ){{0,3}}?{_HEADS} (?:of|for|at) (?:the )?(?P<whom>.+)", person
    ):
        return office["whom"] if content_words(office["whom"]) else None
    name = re.escape(person)
    whom = (
        r"(?:[Tt]he )?(?P<whom>(?:[a-z]+ of (?:the )?)?[A-Z][^,.;:\n“”\"()]{1,60}?"
        r"|[\w-]+ (?:ministry|department|office|police|company|council))"
    )
    stop = (
        r"(?=[,.;:\n“”\")]|$| (?:said|says|told|who|on|in a|in an|added|at a|during|confirmed|denied|declined|announced"
        r"|rejected|dismissed|warned|wrote|has|had|is|was|for|since|until)\b)"
    )
    called = rf"(?:{name}|(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? {re.escape(person.split()[-1])})"
    lead = r"(?:the |an? |its |their |his |her |then |former |acting |deputy )*(?:[a-z][\w-]* ){0,3}?"
    for pattern in (
        rf"{name}, {lead}(?:{_HEADS}) (?:of|for|at|with) {whom}{stop}",
        rf"{name}, {lead}(?P<whom>[A-Z][^,.;:\n“”\"()]{{1,60}}?)(?:['’]s?)? (?:{_HEADS})(?=[,.;:\n)])",
        rf"(?:^|[\s“\"])(?:{_HEADS}) (?:of|for|at) {whom},? {name}\b",
        rf"(?P<whom>(?:[A-Z][\w.&-]*(?: of| for| the)? ?){{1,6}}?)(?:['’]s?)? (?:{_HEADS}),? {name}\b",
        rf"{called}[^.\n]*\. (?:He|She) (?:is|was|has been|became) {lead}(?:{_HEADS}) (?:of|for|at) {whom}{stop}",
        rf"{called} (?:is|was|has been) (?:also )?{lead}(?:{_HEADS}) (?:of|for|at) {whom}{stop}",
        rf"{called},? (?:who )?(?:heads|leads|runs|chairs|directs) {whom}{stop}",
        rf"{_WHOSE} (?:{_HEADS}), {name}\b",
    ):
        found = re.search(pattern, text)
        part_of_title = found is not None and re.fullmatch(_HEADS, f"{found['whom'].strip()} director") is not None
        if found is None or part_of_title or not content_words(found["whom"]):
            continue
        if not set(tokens(found["whom"])) <= _TITLE_WORDS:
            return found["whom"].strip()
    return None


def holds_office(description: str) -> bool:
    """Tell whether somebody is described as holding an office of a body: "medical director", "Judge"."""
    return re.search(rf"\b(?:{_HEADS}|{_OFFICES})\b", description) is not None


def office_of(description: str) -> str:
    """Return a description without what stands before an office: "the country's chief vet" is "chief vet"."""
    bare = re.sub(r"^(?:an?|the|its|their|his|her|this)\s+", "", description.strip(), flags=re.IGNORECASE)
    return re.sub(r"^(?:country|nation|city|town|company|state)['’]s\s+", "", bare, flags=re.IGNORECASE).casefold()


def may_head(description: str, organisation: str) -> bool:
    """Tell whether what is said beside a name is an office that an organisation has at its head: "general secretary"
    and a union, but "mayor" and no union. Of "director" nobody can tell."""
    for office, bodies in _SERVED.items():
        if re.search(rf"\b(?:{office})\b", description, re.IGNORECASE):
            return re.search(rf"\b(?:{bodies})", organisation, re.IGNORECASE) is not None
    if re.search(rf"\b{_HEADS}\b", description) is None:
        return False
    whose = re.search(rf"\b{_HEADS} (?:of|for|at) (?P<whom>[^,;]+)", description)
    if whose is not None and not content_words(whose["whom"]) & content_words(organisation):
        return False  # "director of the airport", and an airline
    kinds = [kind for title, kind in _HEADED.items() if re.search(rf"\b{title}\b", description, re.IGNORECASE)]
    return not kinds or any(re.search(rf"\b(?:{kind})", organisation, re.IGNORECASE) for kind in kinds)


_STYLES = "Dame|Sir|Lord|Lady|Dr|Prof|Professor|Mr|Ms|Mrs|Rev"
_SAYING = r"(?:told|said|says|added|confirmed|denied|announced|warned|in an interview)"


@lru_cache(maxsize=1024)
def described(person: str, text: str) -> str | None:
    """Return what ``text`` says beside a person's name of who that is: "a nurse at the Velling hospital"."""
    name = re.escape(person)
    at = r"(?:,| (?:of|from|at)(?: the| (?=[A-Z])))"
    after = re.search(rf"{name}{at} ?(?!{_SAYING}\b)(?P<who>[^,.;:\n“”\"()]{{3,100}})", text)
    # "Mr Brandt, deputy fire chief for Velling, ..."
    styled = re.search(
        rf"\b(?:{_STYLES})\.? {re.escape(person.split()[-1])}, (?!{_SAYING}\b)(?P<who>[a-z][^,.;:\n“”\"()]{{3,100}}),",
        text,
    )
    before = re.search(rf"(?P<who>(?:[\w&-]+(?:['’]s)? ){{1,6}}){name}\b", text)
    # "The transport commissioner, Ida Brandt, told ..."
    office = re.search(
        rf"\b(?P<who>(?:[Tt]he|[Ii]ts|[Tt]heir) [A-Za-z][^,.;:\n“”\"()]{{2,80}}), (?:(?:{_STYLES})\.? )?"
        rf"{name}(?=[,.;:\n”])",
        text,
    )
    # "Ida Brandt has a kettle. She has been head of the depot for six years."
    next_to = re.search(
        rf"{name}[^.\n]*\. (?:He|She) (?:is|was|has been|became) (?:the |an? )?(?P<who>[a-z][^,.;:\n“”\"()]{{3,60}}?)"
        r"(?=[,.;:]| (?:for|since|and|until|who|when)\b)",
        text,
    )
    found = [match["who"].strip() for match in (after, styled, before, office, next_to) if match is not None]
    return "; ".join(found) or None


@lru_cache(maxsize=256)
def _has_mouths(text: str) -> bool:
    return re.search(_MOUTHS, text) is not None


def content_words(name: str) -> frozenset[str]:
    """Return the words of a name that tell it from others, in small letters."""
    return frozenset(word for word in tokens(name) if word not in _EMPTY)


def telling_words(description: str) -> frozenset[str]:
    """Return the words of a description of unnamed people that are no more than "a senior source" would have."""
    return frozenset(w for w in tokens(description) if w not in _MODIFIERS and w not in _CLASS_OF)


def tokens(name: str) -> list[str]:
    """Return the words of a name folded: no capitals, accents, dots or possessives."""
    plain = name
    if not name.isascii():
        plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    plain = re.sub(r"['’]s\b", "", plain.casefold()).replace(".", "")
    return re.findall(r"[^\W_]+", plain)


def person_words(name: str) -> tuple[str, ...]:
    """Return the words of a person's own name, folded: titles before it off ("Treasury Secretary Yellen" is
    ``("yellen",)``), "Jr." after it off, Arabic articles off. Never empty where ``name`` has a letter or digit."""
    return tuple(_person(name))


def first_names_agree(one: str, other: str) -> bool:
    """Tell whether two folded first names may be one person's: equal, an initial, or a short form ("Mike")."""
    if one == other or (min(len(one), len(other)) == 1 and one[:1] == other[:1]):
        return True
    return any(one in family and other in family for family in _FAMILIES)


def organisation_key(name: str) -> tuple[str, ...]:
    """Return what the spellings of one organisation's name have in common: of a known one the words of its full name,
    of another its own without "the", legal forms and "Britain-based"."""
    bare = re.sub(r"\b\w+-(?:based|backed|run|led|owned) | ?\(.*", "", name)
    words = [word for word in tokens(bare or name) if word != "the"]
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    known = _known_organisations()
    for country in (("us",), ("united", "states")):
        if tuple(words[: len(country)]) == country and tuple(words) not in known:
            words = words[len(country) :] if tuple(words[len(country) :]) in known else words
    return known.get(tuple(words), tuple(words))


def is_generic_body(key: tuple[str, ...]) -> bool:
    """Tell whether a key of :func:`organisation_key` fits the bodies of many places: "defence ministry", "police"."""
    known = key in _known_organisations().values()
    return not known and all(word in _BODIES or word in _EMPTY or word in _FIELDS for word in key)


@cache
def _known_organisations() -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    with ORGANISATIONS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names = [tuple(w for w in tokens(name) if w != "the") for name in (row["name"], *row["aliases"].split("|"))]
            found |= dict.fromkeys(names, names[0])
    return found


def is_organisation_word(word: str) -> bool:
    """Tell whether a word says what kind of body is meant: "police" in "Velling police"."""
    return word.casefold() in _BODIES


def is_person_class(word: str) -> bool:
    """Tell whether a folded word says what kind of unnamed people are meant: "officials", "residents"."""
    return word in _CLASS_OF or word in _MODIFIERS


def is_title(word: str) -> bool:
    """Tell whether a folded word stands before names: "secretary", "dr", "of"."""
    return word in _TITLE_WORDS


def _person(name: str) -> list[str]:
    words = tokens(_INITIALS.sub(lambda match: match[0].replace(".", ". "), name))
    end = len(words)
    while end > 1 and words[end - 1] in _SUFFIXES:
        end -= 1
    start = next((n for n, word in enumerate(words[:end]) if word not in _TITLE_WORDS), end - 1)
    kept = words[max(start, 0) : end]
    return [word for word in kept if word not in _NAME_PARTICLES] or kept


def short_for(short: str, long: str) -> bool:
    """Tell whether capitals stand for the words of a name that they begin: "HSB", "Harbour Safety Board"."""
    letters = re.sub(r"[^A-Za-z0-9]", "", short)
    words = re.findall(r"[A-Za-z0-9]+", long)
    if not (2 <= len(letters) <= 8 and letters.isupper()) or len(words) < 2:
        return False
    every = "".join(word[0] for word in words).upper()
    capitals = "".join(word[0] for word in words if word[0].isupper())
    return letters in (every, capitals)


def _alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other) >= _SIMILAR
