"""Who carries what somebody says: outlets by their names, "told X", "in an interview with X", "citing Y"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from claims.cues import CITING, lexicon
from claims.mastheads import is_masthead

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OUTLETS = frozenset(
    {
        "Reuters",
        "Associated Press",
        "Agence France-Presse",
        "Bloomberg",
        "Bloomberg News",
        "United Press International",
        "BBC",
        "CNN",
        "NBC",
        "ABC",
        "CBS",
        "MSNBC",
        "NPR",
        "PBS",
        "Fox News",
        "Sky News",
        "Al Jazeera",
        "Deutsche Welle",
        "New York Times",
        "Washington Post",
        "Wall Street Journal",
        "Financial Times",
        "South China Morning Post",
        "The Guardian",
        "Guardian",
        "The Telegraph",
        "Telegraph",
        "Daily Telegraph",
        "The Economist",
        "Economist",
        "Politico",
        "Axios",
        "Forbes",
        "Newsweek",
        "Time",
        "USA Today",
        "Huffington Post",
        "HuffPost",
        "HuffPo",
        "BuzzFeed",
        "Breitbart",
        "Vox",
        "Slate",
        "Le Monde",
        "Le Figaro",
        "Der Spiegel",
        "Spiegel",
        "Bild",
        "El País",
        "La Repubblica",
        "Kyiv Independent",
        "Ukrainska Pravda",
        "UNIAN",
        "Ukrinform",
        "Interfax",
        "Interfax-Ukraine",
        "TASS",
        "RIA Novosti",
        "Xinhua",
        "Global Times",
        "People's Daily",
        "CCTV",
        "Kyodo",
        "Nikkei",
        "Nikkei Asia",
        "Yonhap",
        "Press Trust of India",
        "Anadolu",
        "Anadolu Agency",
        "dpa",
        "ANSA",
        "Radio Free Europe",
        "Voice of America",
        "Business Insider",
        "CNBC",
        "Daily Mail",
        "The Sun",
        "The Hill",
        "The Atlantic",
        "New Yorker",
        "National Review",
        "Meduza",
        "PolitiFact",
        "FactCheck.org",
        "Snopes",
        "RealClearPolitics",
        "Real Clear Politics",
        "Zero Hedge",
        "Daily Beast",
        "Daily Caller",
        "ProPublica",
        "Gawker",
        "Mediaite",
        "Mother Jones",
        "FiveThirtyEight",
        "The Intercept",
        "Bellingcat",
        "AP",
        "AFP",
        "UPI",
        "SCMP",
        "WSJ",
        "NYT",
    }
)
"""Names of wires and major outlets; the provenance room has the full table, this one only tells outlet from not."""

_KNOWN = frozenset(name.lower().removeprefix("the ") for name in OUTLETS)
_SHORT = frozenset({"Times", "Post", "Journal", "Herald", "Tribune", "Gazette", "Chronicle", "Guardian", "Telegraph"})
_SHORT_DEFINITE = lexicon("""
    Advertiser Argus Beacon Bulletin Clarion Courier Dispatch Echo Enquirer Examiner Gleaner Globe Inquirer Ledger
    Mail Mercury Messenger Mirror Monitor Observer Recorder Register Sentinel Standard Star
    """)
"""Newspapers' names without their places that are theirs only after "the": "told the Ledger"."""
_LONGEST = 5  # tokens of an outlet's name
_VAGUE = re.compile(
    r"(?:(?:the|local|state|foreign|western|russian|ukrainian|chinese|american|british|european|international|"
    r"national|several|some|other|various|multiple|many|mainstream|state-run|both|two|three|all|unconfirmed|earlier|"
    r"previous|recent|press|media|news|independent|tv|u\.s\.|us)\s+)*"
    r"(?:media|press|msm|reports|news outlets?|outlets?|newspapers?|papers|publications|press reports|tabloids?|"
    r"news agencies|news organi[sz]ations|broadcasters|networks|media reports|media outlets)",
    re.IGNORECASE,
)


_REPORTING = frozenset({"report", "publish", "say", "write"})
_SPEAKING = frozenset({"speak", "talk"})


IsOutlet = Callable[[str], bool]
"""Tells whether a name is an outlet's; an article's reader knows some more than :func:`is_outlet`."""


def is_outlet(name: str) -> bool:
    """Tell whether ``name`` is an outlet's, by the list or by how newspapers are called."""
    said = " ".join(name.split())
    bare = re.sub(r"(?:['’]s|(?<=s)['’])$", "", re.sub(r"^[Tt]he ", "", said))
    if bare.islower():
        return bare == "dpa" or is_masthead(bare)
    definite = said[:4].lower() == "the "
    return (
        bare.lower() in _KNOWN
        or bare in _SHORT
        or (definite and bare in _SHORT_DEFINITE)
        or is_masthead(bare, definite)
    )


def outlets_named(doc: Doc, is_outlet: IsOutlet = is_outlet) -> Iterator[tuple[int, str]]:
    """Yield each outlet named in ``doc`` with its offset; a common word ("Time") counts where it is an entity."""
    place = 0
    while place < len(doc):
        first = doc[place]
        end = place + 1
        while end < len(doc) and end - place < _LONGEST and _goes_on(doc[end]):
            end += 1
        if first.lower_ in {"the", "a", "an"} or not (first.text[:1].isupper() or "." in first.text):
            end = place
        article = "the " if place and doc[place - 1].lower_ == "the" else ""
        while end > place and not is_outlet(article + doc[place:end].text):
            end -= 1
        if end > place + 1 or (end > place and (first.ent_iob_ != "O" or first.is_upper or "." in first.text)):
            yield first.idx, doc[place:end].text
        place = max(end, place + 1)


def _goes_on(token: Token) -> bool:
    """Tell whether a name may go on with a token: "Crna Hronika 24", "Severin-Press", "Awaz-e-Sahil"."""
    before = token.nbor(-1)
    joined = not before.whitespace_ and "-" in (token.text, before.text)
    return bool(token.text[:1].isupper() or token.is_digit or (joined and not token.is_space))


def vague_outlet(mention: str) -> bool:
    """Tell whether a mention names media at large and none in particular: "local media", "reports"."""
    return bool(_VAGUE.fullmatch(" ".join(mention.split()).strip("\"“”'’ ")))


def cited(verb: Token) -> Token | None:
    """Return what the subject of ``verb`` cites: "reported, citing two officials", "the study, which cites ..."."""
    if verb.lemma_ in {"cite", "quote"}:  # "Y was quoted by X as saying"
        return next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    if verb.dep_ in {"acl", "relcl"} and verb.head.head.lower_ in CITING:
        return verb.head
    if verb.lemma_ == "learn":  # "the Herald has learned from two officials"
        whence = (child for child in verb.children if child.lower_ == "from")
        return next((child for link in whence for child in link.children if child.dep_ == "pobj"), None)
    governor = verb.head.head
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and governor.lemma_ in {"cite", "quote"}:
        # "X quoted Y as saying", "Y was quoted by X as saying"
        return next((child for child in governor.children if child.dep_ in {"dobj", "nsubjpass"}), None)
    reach = [verb, *verb.children]
    for token in list(reach):
        if token.dep_ in {"prep", "pobj", "nsubj", "ccomp", "advcl"}:
            reach += token.children
            reach += [grand for child in token.children if child.dep_ == "pobj" for grand in child.children]
    for token in reach:
        if token.lower_ in CITING or (token.dep_ == "relcl" and token.lemma_ in {"cite", "quote"}):
            found = next((grand for grand in token.children if grand.dep_ in {"dobj", "pobj"}), None)
            if found is not None and token.i > verb.i - 12:
                return found
    return _cited_next(verb)


def _cited_next(verb: Token) -> Token | None:
    """Read ", citing Y" after the source of "according to X" or after a report, where the parser hung it elsewhere."""
    if verb.lower_ != "according" and verb.lemma_ not in _REPORTING:
        return None
    for token in verb.doc[verb.i + 1 : verb.i + 12]:
        if token.lower_ in CITING and token.nbor(-1).text == ",":
            return next((child for child in token.children if child.dep_ in {"dobj", "pobj"}), None)
        if token.text in {".", ";"} or "\n" in token.text:
            return None
    return None


def outer(verb: Token, is_outlet: IsOutlet = is_outlet) -> str | None:
    """Return the outlet that reports what ``verb`` says: "..., the minister told the BBC, *Reuters* reported"."""
    if verb.dep_ not in {"ccomp", "parataxis"} or verb.head.lemma_ not in _REPORTING:
        return None
    named = next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
    name = None if named is None else _name(named)
    return name if name is not None and is_outlet(name) else None


def carriers(verb: Token, is_outlet: IsOutlet = is_outlet) -> Iterator[str]:
    """Yield the outlets that somebody told or that report it, as they stand: "told the Gazette and the Herald"."""
    governor = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if verb.dep_ in {"advcl", "xcomp", "pcomp"} and governor.lemma_ in {"quote", "cite"} and governor != verb:
        yield from _told(governor, is_outlet)
    yield from _told(verb, is_outlet)


def _told(verb: Token, is_outlet: IsOutlet) -> Iterator[str]:
    """Yield the outlets among the verb's own objects and phrases, and those of the clauses that hang on it."""
    for child in verb.children:
        if child.dep_ in {"dobj", "dative", "nsubj"} and verb.lemma_ in {"tell", "inform"} and child.i > verb.i:
            yield from _outlets(child, is_outlet)
        elif child.dep_ in {"prep", "dative"} and child.lower_ in {"to", "in", "on", "by", "with", "during"}:
            printed = child.lower_ != "in" or verb.lemma_ == "write"
            for named in child.children:
                if named.dep_ == "pobj":
                    yield from _outlets(named, is_outlet) if printed else _interview(named, is_outlet)
        elif child.dep_ == "agent":
            for named in child.children:
                if named.dep_ == "pobj":
                    yield from _outlets(named, is_outlet)
        elif child.dep_ == "advcl" and child.lemma_ in (_SPEAKING | _REPORTING if child.i > verb.i else _SPEAKING):
            yield from _told(child, is_outlet)


def _interview(noun: Token, is_outlet: IsOutlet) -> Iterator[str]:
    if noun.lower_ in {"interview", "conversation", "remarks", "comments", "statement", "call", "email", "phone"}:
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in {"with", "to", "on", "for"}:
                for named in child.children:
                    if named.dep_ == "pobj":
                        yield from _outlets(named, is_outlet)


def _outlets(named: Token, is_outlet: IsOutlet) -> Iterator[str]:
    """Yield ``named`` and what is joined to it by "and", each if it is an outlet."""
    text = _name(named)
    own = named.text if is_outlet(named.text) else text
    if is_outlet(text) or vague_outlet(text):
        yield text
    elif own != text:
        yield own
    elif named.i + 1 < len(named.doc) and named.nbor(1).pos_ == "PROPN" and is_outlet(named.nbor(1).text):
        yield named.nbor(1).text  # "state news agency Xinhua"
    for child in named.children:
        if child.dep_ in {"conj", "appos"}:
            yield from _outlets(child, is_outlet)


def _name(token: Token) -> str:
    """Return the name that ``token`` ends, with its article and compounds."""
    left = [
        child.i
        for child in token.children
        if child.i < token.i and child.dep_ in {"compound", "det", "amod", "nmod", "nummod"}
    ]
    first = min([token.i, *left])
    while first > token.sent.start and {token.doc[first].pos_, token.doc[first - 1].pos_} == {"PROPN"}:
        first -= 1
    text: str = token.doc[first : token.i + 1].text
    return text
