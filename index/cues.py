"""Words by which a newsroom denies, passes on, doubts or asks: what matching and stance both look for."""

from __future__ import annotations

import re

CUES: dict[str, re.Pattern[str]] = {
    name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
    for name, pattern in {
        "denial": (
            r"den(?:y|ies|ied|ying|ial)|false(?:ly)?|fake[sd]?|hoax(?:es|ed)?|debunk(?:s|ed|ing)?|bogus|untrue|"
            r"not (?:true|real|so)|no (?:evidence|proof|truth|basis)|baseless|unfounded|groundless|"
            r"refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)|(?<!to be )dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|myth|"
            r"fabricat(?:ed|ion)|made up|never happened|did ?n[o’']t happen|wrong(?:ly)?|misidentified|satir(?:e|ical)|"
            r"retract(?:s|ed|ion)?|mistaken|(?:is|was|are|were)n[’']t real|rubbish(?:es|ed)?|lie[sd]?|contradicts?|"
            r"rul(?:e|es|ed) out|unlikely|discredited|photoshopped|prank|spoof|actually|incorrect|inaccurate|nonsense|"
            r"says? otherwise|so much for|contrary to (?:what|reports?|claims?)|"
            r"(?<=\? )(?:no|hardly|not so|never|far from it)(?=[.,:;!])|"
            r"(?-i:^[A-Z][a-z]+(?: [a-z]+){0,2}\?\s+(?=(?:\S+\s+){5}))"  # "Safe? Eleven men are buried there."
        ),
        "report": (
            r"report(?:s|ed|edly|ing)?|claim(?:s|ed|ing)?|say(?:s|ing)?|said|according to|alleg(?:es?|ed|edly|ations?)|"
            r"rumou?r(?:s|ed)?|sources?|purported(?:ly)?|supposed(?:ly)?|told|accus\w+|suggests?|tells|writes|wrote|"
            r"insist(?:s|ed)?|argue[sd]?|swears?|swore|hint(?:s|ed)|boast(?:s|ed)?|gossip\w*|maintain(?:s|ed)|"
            r"in the (?:view|words|opinion|eyes) of|announce[sd]?|warn(?:s|ed)|admit(?:s|ted)|quoted as|"
            r"complain(?:s|ed)?|estimate[sd]?|believes?|contend(?:s|ed)?|"
            r"(?-i:(?<=\w): (?:[a-z][\w’'-]* ){0,2}[a-z][\w’'-]*$)"
        ),
        "hedge": (
            r"may|might|could|possibl[ey]|apparently|believed|unconfirmed|unverified|suspect(?:s|ed)?|likely|hints?|"
            r"thought to|feared|appears?|seems?|potentially|perhaps|maybe"
        ),
        "hypothesis": (
            r"if|unless|would|were to|plan(?:s|ned|ning)?|propos\w+|consider(?:s|ed|ing)?|hop(?:es|ed|ing)|"
            r"threaten(?:s|ed|ing)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)? to|want(?:s|ed)? to|in talks|had it"
        ),
        "inquiry": r"investigat\w+|prob(?:e|es|ing)|speculat\w+|question(?:s|ed)?|doubts?|mystery|examin\w+|whether",
        "negation": (
            r"not(?! to be (?:named|identified|quoted)| (?:being )?(?:named|authori[sz]ed to)| (?:name|identify)\b)|no|"
            r"never|without|neither|nor|cannot|none|nobody|\w+n[’']t"
        ),
    }.items()
}


KINDS = {
    "denial": ("denial",),
    "passed on": ("report", "hedge", "inquiry"),
    "hypothesis": ("hypothesis",),
    "negation": ("negation",),
}
"""Kinds of cues that count as one to a regression: kept apart they fit it no better, only more loosely."""


def cues(text: str) -> dict[str, list[str]]:
    """Return the cue words of ``text`` by kind, as they stand there."""
    return {name: [match.group().strip(": ") for match in pattern.finditer(text)] for name, pattern in CUES.items()}
