"""How news outlets are called: what tells a newspaper, broadcaster, agency or site by its name alone.

An outlet that nobody listed is cited as often as one that is. Its name is known by the words that newsrooms carry;
where a person may bear such a word as a last name, or a body is called so, the name is left alone.
"""

from __future__ import annotations

import re

from claims.cues import lexicon
from claims.givennames import FEMININE, MASCULINE, SHORT_FOR

_TITLES = (
    "Times|Post|Journal|News|Herald|Tribune|Gazette|Chronicle|Telegraph|Observer|Courier|Dispatch|Examiner|Inquirer"
    "|Mail|Mirror|Register|Sentinel|Star|Today|Weekly|Magazine|Newspapers?|Daily|Press|Review|Standard|Globe|Bee"
    "|Monitor|Ledger|Banner|Bulletin|Messenger|Echo|Argus|Beacon|Clarion|Mercury|Record|Recorder|Enquirer|Advertiser"
    "|Lantern|Guardian|Independent|Picayune|Intelligencer|Gleaner"
)
"""Last words of newspapers' and magazines' names."""
_STATIONS = "TV|Television|Radio|FM|Broadcasting(?: (?:Corporation|Company|Service|Network))?"
_AGENCIES = "Wire|Newswire|Presse|Press Agency|News (?:Service|Agency|Network|Channel|Online)"
_ENDED = re.compile(rf"(?:[A-Z0-9][\w&’'.-]*\s+)+(?:(?:[A-Z]\w+-)?(?:{_TITLES})(?:-[A-Z]\w+)?|{_STATIONS}|{_AGENCIES})")
_BEGUN = re.compile(
    r"(?:(?:Radio|TV)(?:\s+(?!of\b)[A-Z][\w’'-]+){1,2}|Channel\s+(?:\d+|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)"
    r"|(?:Times|Voice)\s+of\s+[A-Z][\w’'-]+)"
)
"""Broadcasters called by their kind first, and newspapers called after their place: "the Times of India"."""
_DEFINITE = re.compile(
    r"(?:Daily|Evening|Morning)\s+[A-Z][\w’'-]+|(?:[A-Z][\w’'-]+\s+){1,2}(?:Citizen|Voice|Sun|Eagle|Free\s+Press)"
)
"""What is a newspaper only after "the": anything else may be called so too."""
_SITE = re.compile(
    r"(?:[a-z0-9-]+\.)*[a-z0-9-]*(?:news|times|post|herald|gazette|tribune|courier|chronicle|telegraph|observer|examiner|inquirer"
    r"|press|daily|today|journal|mercury|sentinel|echo|argus|radio)[a-z0-9-]*\.(?:[a-z]{2,3}\.)?(?:com|org|net|info|tv|news"
    r"|eu|[a-z]{2})|(?:[a-z0-9-]+\.)+news",
    re.IGNORECASE,
)
"""An address that has such a word in it; by its address alone a shop looks no different from a newsroom."""
_LAST_NAMES = lexicon("""
    post star bee daily mercury banner press wire courier messenger ledger mail beacon argus echo standard guardian
    herald record
    """)
"""Last words of outlets' names that people bear as last names."""
_HONOURS = lexicon("mr mrs ms miss dr prof sir lord lady dame judge justice captain senator")
_BODIES = lexicon("""
    authority society academy board council committee commission union association federation group ltd limited inc
    plc llc club trust department ministry office regulator public legal
    """)
"""Words with which a name is a body's or an office's: "Radio Authority", "the Public Guardian"."""


def is_masthead(name: str, definite: bool = False) -> bool:
    """Tell whether ``name``, without its article, is built like a news outlet's; ``definite``: "the" stands there."""
    words = re.findall(r"[^\W_]+", name.lower())
    if not words or words[0] in _HONOURS:
        return False
    if _ENDED.fullmatch(name):
        return not _is_office(words) and (definite or not may_be_person(name))
    if _BEGUN.fullmatch(name) or (definite and _DEFINITE.fullmatch(name)):
        return not _BODIES & set(words)
    return _SITE.fullmatch(name) is not None


def _is_office(words: list[str]) -> bool:
    """Tell whether a name is that of an office which has a newspaper's name: "Public Guardian"."""
    return words[-1] == "guardian" and bool(_BODIES & set(words))


def may_be_person(name: str) -> bool:
    """Tell whether a name is a first name and a word that is a last name too: "Emily Post"."""
    words = name.lower().split()
    if len(words) != 2 or words[1] not in _LAST_NAMES:
        return False
    return words[0] in MASCULINE or words[0] in FEMININE or words[0] in SHORT_FOR
