"""The way from one appearance down to where it ends: who is cited, citing whom, quoting whom.

A way is a list of levels, nearest to the article first; a level has several steps where one sentence names several
carriers side by side ("told the AP and Bloomberg"). An attribution's parents come before it, its ``via`` before its
speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import pairwise
from urllib.parse import urlsplit

from claims.records import (
    Article,
    Attribution,
    Claim,
    Cluster,
    Copy,
    Kind,
    Link,
    Polarity,
    Relation,
    SourceType,
    Span,
    Stance,
    StanceScores,
)
from index.relation import RelationModel, load_relation_model
from provenance.credits import Credit, find_credits
from provenance.names import (
    DOCUMENT_WORDS,
    content_words,
    described,
    heads,
    is_document,
    is_mouth,
    is_unnamed,
    speaks_for,
)
from provenance.origins import Decided
from provenance.outlets import OutletTable, key, looks_like_outlet
from provenance.rules import Rule

_VAGUE = re.compile(
    r"(?:(?:local|state|foreign|western|international|national|social|other|several|some|various|many|russian|chinese|american|"
    r"british|ukrainian|mainstream|unconfirmed|earlier|recent|online|press|news|media|the|multiple|previous|initial) )*"
    r"(?:media|msm|press|reports?|outlets?|news|websites?|newspapers?|papers?|sites?|rumou?rs?|posts?|reportedly|accounts)",
    re.IGNORECASE,
)
_PEOPLES = (
    "american|argentine|australian|austrian|belgian|brazilian|british|bulgarian|canadian|chilean|chinese|colombian|croatian"
    "|czech|danish|dutch|egyptian|english|estonian|european|finnish|french|georgian|german|greek|hungarian|indian|indonesian"
    "|iranian|iraqi|irish|israeli|italian|japanese|kenyan|korean|latvian|lebanese|lithuanian|malaysian|mexican|nigerian"
    "|norwegian|pakistani|palestinian|polish|portuguese|romanian|russian|saudi|scottish|serbian|slovak|spanish|swedish|swiss"
    r"|syrian|taiwanese|thai|turkish|ukrainian|vietnamese|welsh|arab|western|north|south|us|u\.s\.|uk"
)
_SOME_OUTLET = re.compile(
    rf"(?:(?:an?|the|one|two|three|some|several|various|many|other|local|national|regional|state|independent|leading"
    r"|sunday|evening|morning|weekend"
    rf"|online|daily|weekly|popular|conservative|liberal|{_PEOPLES}) )*"
    r"(?:(?:news|media|tv|television|radio|press|tabloid|gossip|tech) )?"
    r"(?:newspapers?|papers?|dailies|daily|media|press|websites?|sites?|tabloids?|magazines?|blogs?|channels?"
    r"|outlets?|broadcasters?|(?:news|press) agenc(?:y|ies)|wire services?|news ?wires?)"
    r"(?:(?:['’]s?)? reports?| stories| articles?)?(?: (?:on|in|from|along) the [a-z]+)?",
    re.IGNORECASE,
)
"""An outlet that is described and not named: "a South Korean newspaper", "Italian press"."""
_COURT = re.compile(r"\b(?:judges?|jur(?:y|ies|ors)|courts?|tribunals?|magistrates?)\b", re.IGNORECASE)
_DECIDED = re.compile(
    r"\b(?:found|finds?|rul(?:ed?|es|ing)|decid\w+|convict\w+|sentenc\w+|held|order\w*)\b", re.IGNORECASE
)
_ITSELF = re.compile(
    r"correction|clarification|editor['’]s note|update"
    r"|(?:an? |the )?(?:earlier|previous|original|first) versions? of (?:this|the|our|an?) (?:report|article|story"
    r"|headline)"
    r"|(?:we|our|this)\b(?:.*\b(?:report|article|story|newspaper|paper|website))?",
    re.IGNORECASE,
)
"""An article that speaks of itself: its own voice, and no source."""
_OWN_EYES = re.compile(
    r"(?:this|our|an?|the) (?:own )?(?:reporters?|correspondents?)"
    r"(?: (?:for|of|from) (?:this|our) (?:newspaper|paper|website|site|agency))"
    r"|(?:this|our) (?:own )?(?:reporters?|correspondents?)(?: (?:at|on) the scene)?"
    r"|this (?:newspaper|paper|website|site|agency)['’]s (?:own )?(?:reporters?|correspondents?)",
    re.IGNORECASE,
)
"""The outlet's own people, who saw it themselves."""
_ARTICLE_IN = re.compile(
    r"(?:an?|the) (?:[a-z]+ )?(?:article|report|story|headline|caption) (?:in|of) (?:(?:last )?[A-Z]\w+day['’]s )?"
    r"(?:the )?(?P<outlet>[A-Z].*)",
    re.IGNORECASE,
)
"""An article that another speaks of, with the outlet that it stands in."""
_AMONG = re.compile(r"^[a-z ]*(?:media|outlets|newspapers|papers|sites), (?:among them|including) ", re.IGNORECASE)
_IN_A_PLACE = re.compile(r"(?P<name>[A-Z][\w’'. -]*?) in [A-Z][\w’' -]+")
_LED_BY = re.compile(
    r"(?:an? |the )?(?:[\w-]+ ){0,2}(?:team|group|researchers|scientists|panel|crew) (?:led|headed) by "
    r"(?:[a-z][\w-]* ){0,3}(?P<name>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){1,3})(?:,? (?:of|at|from) .*)?"
)
_SAW = (
    r"(?:counted|measured|saw|seen|visited|tested|watched|timed|analy[sz]ed|weighed|checked|compared|bought|waited|stood"
    r"|walked|tried|found|heard|witnessed|followed|sat|filmed|photographed|opened|downloaded|called|dialled|rang"
    r"|climbed|drove|rode|attended|recorded|received|obtained)"
)
_PEOPLE = (
    r"(?:(?:(?<=our )|(?<=own ))(?:crew|team|newsroom)|reporters?|correspondents?|photographers?|journalists?"
    r"|camera crew|news team)"
)
_WITNESSED = re.compile(
    r"\b(?:(?:our|this|this (?:newspaper|paper|website|site|station|programme)['’]s"
    rf"|(?:the|an?) (?P<of>[A-Z][\w’'. -]*?)(?:['’]s)?) (?:own )?{_PEOPLE}\b[^.;,“”\"]{{0,80}}?\b{_SAW}\b"
    rf"|I (?:read|studied|examined) the|(?:we|I) (?:have |had |ourselves |myself )*{_SAW}\b"
    rf"|an? {_PEOPLE} (?:of|for|from) (?:the )?(?P<whose>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*)"
    rf"[^.;,“”\"]{{0,40}}? {_SAW}\b"
    r"|(?:we|I) (?:was|were) (?:standing|sitting|waiting|walking|there when|on our way|on my way)\b"
    r"|our (?:own )?(?:count|analysis|probes|tests?|measurements?|survey|review|investigation|calculations?)\b)",
    re.IGNORECASE,
)
"""A sentence in an outlet's own voice that tells how its own people know."""
_SAW_IT = re.compile(r"\b(?:saw|seen|watched|heard|filmed|photographed) (?:it|this|that|them)\b", re.IGNORECASE)
"""What a sentence has that tells how its outlet's people know what the sentence before states."""
_MADE_BY = re.compile(
    r"(?:[\w-]+ ){0,3}(?:report|study|investigation|inquiry|analysis|statement|press release|announcement|survey|poll"
    r"|communiqu[eé]|story|article|account|interview|data|figure|number|statistic|filing|extract|bulletin|notice)s?"
    r" (?:by|from|in|of) (?:the )?"
    r"(?P<title>(?:(?!of\b)[a-z-]+,? ){1,3}(?=[A-Z]))?(?P<by>(?:[a-z]+ of (?:the )?)?[A-Z][\w.&’' -]*)(?:, .*)?"
    r"|(?:the )?(?P<of>[\w.&’' -]+?)['’]s? (?:[\w-]+ )?(?:statement|press release|announcement|communiqu[eé])s?",
)
_SHOWN_BY = re.compile(
    r",? (?:reviewed|seen|obtained|published|released|examined|shared|leaked|viewed|read|cited|quoted|reported)"
    r"(?: (?:to|with))?(?: (?:by|in|on)(?: .*)?)?$|(?<=\w) shows?$"
)
"""Who showed a document, and not who made it."""
_ISSUED_BY = re.compile(
    r"(?:statistics|figures|data|numbers) (?:published|released|issued|compiled|produced|collected) "
    r"by (?:the )?(?P<by>[\w’' -]+?(?:ministry|department|office|agency|authority|bureau|institute)\b[\w’' -]*?)"
    r"(?: (?:on|in|this|last) .*)?"
)
"""Data that whoever put them out vouches for: "statistics published by the education ministry on Thursday"."""
_NO_TITLE = re.compile(r"(?:state|federal|national|regional|county|city|government|independent)\b")
"""Before who made a document, of a body and no person: "a report by the state Office of Audit"."""
_IN_PLACE = re.compile(r"^(?:(?!from\b|by\b)[\w-]+ ){1,4}?(?:in|of) ")
"""A report in or of something is by that only if it is an outlet."""
_ANY = frozenset({"official", "new", "recent", "latest", "earlier", "previous", "separate", "other", "several", "some"})
_REPORTS = (
    r"(?:an? |the |all |any |earlier |media |such )*(?:reports?|claims?|suggestions?|allegations?|rumou?rs?|stories)"
)
_UNTRUE = r"(?:not true|untrue|false|wrong|incorrect|nonsense|not the case|baseless|unfounded)"
_DENYING = re.compile(
    rf"\b(?:dismiss|reject|den(?:y|i)|rebuff|rubbish|refut)(?:ed|es|s|ing)?(?: as {_UNTRUE})? {_REPORTS} that\b"
    r"|\bden(?:y|ies|ied|ying) that\b"
    rf"|\b(?:it|that) (?:was|is|were) (?:simply |just |plainly )?{_UNTRUE} (?:that|to say)\b",
    re.IGNORECASE,
)
"""A frame that denies the clause which it opens."""
_FRAME = 0.7
"""Share of a claim in which the frame that holds it may end."""
_FOUND = re.compile(r"\b(?:found|finds?|convict\w+|sentenc\w+)\b", re.IGNORECASE)
_AT_THE_HEAD = re.compile(
    r"(?:the )?(?:head|chief|director|chair\w*|boss|leader|president) of (?:the )?[A-Z]", re.IGNORECASE
)
"""Somebody without a name who can only be one: "the head of the Velling prosecution service"."""
_WITH_OFFICE = re.compile(r"(?P<name>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,3}), (?:the |an? )?[a-z]")
"""A name with an office after it, which was read as no name."""
_NO_SAYING = re.compile(
    r"(?:(?:has|have|had|is|are|was|were|to|also|will) )*(?:intend(?:s|ed|ing)?|plan(?:s|ned|ning)?|aim(?:s|ed|ing)?"
    r"|want(?:s|ed)?|se(?:ek|eks|eking)|sought|seen|record(?:s|ed)|count(?:s|ed)|impos(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|agree(?:s|d)?"
    r"|sentenc(?:e|es|ed|ing)"
    r"|convict(?:s|ed|ing)?|suffer(?:s|ed)?|experienc(?:e|es|ed)|receiv(?:e|es|ed)|recall(?:s|ed)"
    r"|call(?:s|ed) back|in (?:[a-z]+ )?talks)(?: to| about| over| on)?",
    re.IGNORECASE,
)
"""Cues of plans, experiences and decrees: what somebody does, and nothing that they say of it."""
_TOLD_THEM = re.compile(
    r"(?:(?:had|has|have) been|was|were|is|are) (?:warned|told|informed|advised|notified)", re.IGNORECASE
)
"""Cues of those to whom something is said, and who say nothing of it."""
_CLAUSE = re.compile(r",?\s+(?:that|how|whether)\b")
_CUE = re.compile(r"(?:said|says|say|reported|told|according|announced|confirmed|citing|added)", re.IGNORECASE)
_BESIDE = 3
"""Words of a claim beside an attribution in it ("that", "also", "on Tuesday") with which it still says the same."""
_TOLD = re.compile(r"\b(?:told|tell|tells|telling|informed|confided|briefed)\b", re.IGNORECASE)
_SIDE_BY_SIDE = re.compile(
    r"[\s,]*(?:(?:and|&|or|as well as|both)\s+)?(?:also\s+)?(?:to\s+)?(?:the\s+)?", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|St|vs))[.!?][”\"’')\]]*\s+(?=[“\"‘'(\[]?[A-Z0-9])|\n+")


class Role(StrEnum):
    """What a step of a way is."""

    OUTLET = "outlet"  # it reported; what it rests on may follow
    SOURCE = "source"  # a person, organisation, document or unnamed people: the way ends here
    NOBODY = "nobody"  # the article does not tell who, or says "reports": the way is lost here


@dataclass(frozen=True, slots=True)
class Step:
    """One name on a way, with the passage that proves it and the rule that it was read by.

    ``vouches``: an outlet is cited for what it says itself, not only as having carried somebody's words.
    """

    name: str
    role: Role
    type: SourceType
    anonymous: bool
    place: Span
    rule: str
    told: bool = False
    vouches: bool = False
    organisation: str | None = None
    described: str | None = None


Way = list[tuple[Step, ...]]


@dataclass(frozen=True)
class CaseFile:
    """What a trail is built from, keyed by id.

    ``attributions`` are those of the claims and their parents. ``clusters`` are those that this one is linked to, with
    their claims and articles among the rest: figures that differ between them are told as conflicts too. ``decided`` is
    what people decided on sources, by article and name. ``links`` are those of the articles' pages, by article;
    ``hosts`` are the outlets whose articles stand on a web host. ``relation`` infers from one sentence to another.
    ``spoken`` is all that is attributed in each article.
    """

    articles: Mapping[str, Article]
    claims: Mapping[str, Claim]
    attributions: Mapping[str, Attribution]
    copies: Sequence[Copy]
    stances: Mapping[str, StanceScores]
    clusters: Mapping[str, Cluster] = field(default_factory=dict)
    decided: Mapping[tuple[str, str], Decided] = field(default_factory=dict)
    links: Mapping[str, Sequence[Link]] = field(default_factory=dict)
    hosts: Mapping[str, str] = field(default_factory=dict)
    relation: RelationModel = field(default_factory=load_relation_model)
    spoken: Mapping[str, Sequence[Attribution]] = field(default_factory=dict)

    @cached_property
    def claims_of(self) -> Mapping[str, list[Claim]]:
        """The claims of each article."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims.values():
            found.setdefault(claim.article, []).append(claim)
        return found

    @cached_property
    def copies_of(self) -> Mapping[str, list[Copy]]:
        """The copies that each article is a side of."""
        found: dict[str, list[Copy]] = {}
        for copy in self.copies:
            found.setdefault(copy.article, []).append(copy)
            found.setdefault(copy.of, []).append(copy)
        return found

    @cached_property
    def children(self) -> Mapping[str, list[Attribution]]:
        """The attributions that stand directly in each attribution's content."""
        found: dict[str, list[Attribution]] = {}
        for attribution in self.attributions.values():
            if attribution.parent is not None:
                found.setdefault(attribution.parent, []).append(attribution)
        return found

    @cached_property
    def ways(self) -> dict[tuple[str, OutletTable], Way]:
        """The ways that were followed so far, by claim and by what was known of outlets then."""
        return {}

    @cached_property
    def credits(self) -> dict[tuple[str, OutletTable], list[Credit]]:
        """The credits that were read so far, by article and by what was known of outlets then."""
        return {}

    def linked(self, cluster: Cluster) -> list[tuple[Relation, Cluster]]:
        """Return the clusters that ``cluster`` is linked to, as far as they are here, with what each is to it."""
        return [(link.relation, self.clusters[link.cluster]) for link in cluster.links if link.cluster in self.clusters]

    def stance(self, claim: Claim) -> Stance:
        """Return the stance given for ``claim``; where none is, the outlet's own voice supports, the rest reports.

        A sentence that is built to deny what follows denies it, whatever was made of the words that follow.
        """
        text = self.articles[claim.article].text
        told = sentence(text, claim.span)
        if _DENYING.search(text, told.start, claim.start + int(_FRAME * (claim.end - claim.start))):
            return Stance.DENIES
        given = self.stances.get(claim.id)
        if given is not None:
            return given.stance
        attribution = self.attributions.get(claim.attribution or "")
        if attribution is None:
            return Stance.SUPPORTS if claim.attribution is None else Stance.REPORTS
        return Stance.DENIES if attribution.polarity is Polarity.DENIES else Stance.REPORTS


def outlet_name(article: Article, outlets: OutletTable) -> str | None:
    """Return the article's outlet as the table lists it, read off its address where the article names none."""
    if article.outlet:
        return outlets.canonical(article.outlet)
    found = outlets.by_url(article.url) if article.url else None
    return None if found is None else found.name


def find_way(claim: Claim, case: CaseFile, outlets: OutletTable) -> Way:
    """Return the way from ``claim``; empty where the outlet speaks in its own voice and credits nobody.

    ``outlets`` should know the outlets of the cluster's articles (:meth:`OutletTable.knowing`). What an article cites
    is asked for each claim of it that names no source, so a way is followed once and remembered with the case.
    """
    known = case.ways.get((claim.id, outlets))
    if known is None:
        known = case.ways[claim.id, outlets] = _find_way(claim, case, outlets)
    return known


def credits_of(article: Article, case: CaseFile, outlets: OutletTable) -> list[Credit]:
    """Return whom ``article`` credits for its text, read once and remembered with the case."""
    known = case.credits.get((article.id, outlets))
    if known is None:
        known = case.credits[article.id, outlets] = find_credits(article, outlets)
    return known


def _find_way(claim: Claim, case: CaseFile, outlets: OutletTable) -> Way:
    article = case.articles[claim.article]
    own = outlet_name(article, outlets)
    taken = {key(own)} if own else set()
    way: Way = []
    for attribution in _chain(claim, case):
        for level in _levels(attribution, claim, article, outlets, first=not way):
            new = tuple(step for step in level if step.role is not Role.OUTLET or key(step.name) not in taken)
            own_words = [step for step in level if step not in new and step.vouches]
            if own_words and not new and own is not None:
                # "the Gazette has learned" in the Gazette: its own eyes, said in so many words.
                new = tuple(_own_report(step.place, own) for step in own_words) if not way else ()
            taken |= {key(step.name) for step in new if step.role is Role.OUTLET}
            if way and way[-1][0].role is Role.SOURCE and all(not step.name for step in new):
                continue  # "I heard that": whoever says so is the source, as far as the article tells
            if new:
                way.append(new)
    if claim.attribution is None and own is not None and _is_witnessed(claim, article.text, own):
        return [(_own_report(sentence(article.text, claim.span), own),)]
    if linked := _linked(claim, article, case, outlets, taken):
        # "Media reports", with a link: it tells which.
        way = linked + (way[1:] if way and way[0][0].role is Role.NOBODY else way)
    # What follows "the Gazette has learned" is what it rests on.
    if len(way) > 1:
        way = [level for level in way if level[0].rule != Rule.OWN_REPORT]
    return way


def _is_witnessed(claim: Claim, text: str, own: str) -> bool:
    """Tell whether an outlet's own people saw what its article states: "our reporter counted them"."""
    place = sentence(text, claim.span)
    told = [place.of(text)]
    if place.end + 2 < len(text) and _SAW_IT.search(
        after := sentence(text, Span(place.end + 1, place.end + 2)).of(text)
    ):
        told.append(after)
    for words in told:
        seen = None if any(mark in words for mark in '“”"') else _WITNESSED.search(words)
        if seen is not None:
            # "The Herald's reporter", "a reporter of the Herald" in the Velling Herald.
            return content_words(seen["of"] or seen["whose"] or "") <= content_words(own)
    return False


def _linked(claim: Claim, article: Article, case: CaseFile, outlets: OutletTable, taken: set[str]) -> Way:
    """Return the outlet that the claim's sentence links to as the first level, if no outlet is named in it."""
    if len(taken) > (outlet_name(article, outlets) is not None):
        return []
    told = sentence(article.text, claim.span)
    for link in case.links.get(article.id, ()):
        name = _outlet_at(link.url, case, outlets) if told.overlaps(Span(link.start, link.end)) else None
        if name is not None and key(name) not in taken:
            return [(Step(name, Role.OUTLET, SourceType.OUTLET, False, told, Rule.LINK, vouches=True),)]
    return []


def _outlet_at(url: str, case: CaseFile, outlets: OutletTable) -> str | None:
    """Return the outlet whose page an address is: one of the table, else one that has articles on that host."""
    found = outlets.by_url(url)
    if found is not None:
        return found.name
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    name = case.hosts.get(host.removeprefix("www."))
    return None if name is None else outlets.canonical(name)


def paragraph(text: str, span: Span) -> Span:
    """Return the line or lines of ``text`` that hold ``span``."""
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def sentence(text: str, span: Span) -> Span:
    """Return the sentence or sentences of ``text`` that hold ``span``."""
    starts, ends = _sentence_ends(text)
    before = bisect_right(ends, span.start)
    start = ends[before - 1] if before else 0
    last = max(span.end - 1, 0)
    place = bisect_left(starts, last)
    if place and ends[place - 1] > last:  # in the midst of an end, as of several line breaks
        after = _SENTENCE_END.search(text, last)
        first, stop = after.span() if after else (len(text), len(text))
    else:
        first, stop = (starts[place], ends[place]) if place < len(starts) else (len(text), len(text))
    end = first + len(text[first:stop].rstrip())
    return Span(start, max(end, span.end))


@lru_cache(maxsize=256)
def _sentence_ends(text: str) -> tuple[list[int], list[int]]:
    """Where the ends of the sentences of ``text`` begin, and where what follows each begins."""
    found = [match.span() for match in _SENTENCE_END.finditer(text)]
    return [start for start, _ in found], [end for _, end in found]


def _own_report(place: Span, own: str) -> Step:
    return Step(own, Role.OUTLET, SourceType.OUTLET, False, place, Rule.OWN_REPORT, vouches=True)


def _chain(claim: Claim, case: CaseFile) -> list[Attribution]:
    """The claim's attribution with what it stands in before it and what stands in it, over the claim, after it."""
    attribution = case.attributions.get(claim.attribution or "")
    if attribution is None:
        return []
    chain = [attribution]
    while chain[0].parent in case.attributions and case.attributions[chain[0].parent or ""] not in chain:
        chain.insert(0, case.attributions[chain[0].parent or ""])
    while True:
        text = case.articles[claim.article].text
        inner = [a for a in case.children.get(chain[-1].id, []) if a not in chain and _is_all_of(a, claim.span, text)]
        if len(inner) != 1:
            return chain
        chain.append(inner[0])


def _is_all_of(attribution: Attribution, span: Span, text: str) -> bool:
    """Tell whether a claim says no more than what an attribution in it says: "officials said the bridge will close".

    "I will resign if the inquiry finds that we knew" says more than what the inquiry may find.
    """
    marks = [span for span in (attribution.cue, attribution.source, *attribution.content) if span is not None]
    shared = sum(max(0, min(c.end, span.end) - max(c.start, span.start)) for c in attribution.content)
    if shared * 2 <= span.end - span.start:
        return False
    words = [Span(match.start() + span.start, match.end() + span.start) for match in re.finditer(r"\w+", span.of(text))]
    beside = [word for word in words if not any(mark.overlaps(word) for mark in marks)]
    return len(beside) <= _BESIDE


def _levels(
    attribution: Attribution, claim: Claim, article: Article, outlets: OutletTable, first: bool
) -> Iterator[tuple[Step, ...]]:
    place = _proof(attribution, claim, article.text)
    rule = Rule.NAMED_CARRIER if first else Rule.NESTED_ATTRIBUTION
    named = [name for name in attribution.via if not _is_some_outlet(name, outlets)]
    if _is_own_article(attribution.speaker or "", article, outlets):
        return
    several = _several(attribution.speaker or "", outlets)
    if several and {outlets.find(name) for name in named} <= {outlets.find(name) for name in several}:
        yield tuple(_carrier(name, outlets, place, rule) for name in several)
        return
    carriers = [_carrier(name, outlets, place, rule) for name in named]
    if len(carriers) > 1 and not _one_after_the_other(named, article.text, place, outlets):
        yield tuple(carriers)
    else:
        yield from ((carrier,) for carrier in carriers)
    if _says_nothing(attribution, article.text) or _is_verdict(attribution, article.text, first):
        return
    speaker = _speaker(attribution, article, outlets, place, first)
    if speaker is not None:
        yield (speaker,)


def _several(speaker: str, outlets: OutletTable) -> list[str]:
    """Return the outlets that a speaker is who is several: "Both the Herald and the Voice"."""
    listed = _AMONG.sub("", re.sub(r"^[Bb]oth ", "", speaker))
    names = [name for name in re.split(r", (?:and )?| and ", listed) if name]
    return names if len(names) > 1 and all(outlets.find(name) for name in names) else []


def _says_nothing(attribution: Attribution, text: str) -> bool:
    """Tell whether a cue is what somebody does and not what they say, or was taken for the speaker."""
    cue = attribution.cue.of(text).strip() if attribution.cue is not None else ""
    if _TOLD_THEM.fullmatch(cue):
        return True
    if attribution.kind is Kind.INDIRECT and not attribution.via and _NO_SAYING.fullmatch(cue):
        assert attribution.cue is not None
        return _CLAUSE.match(text, attribution.cue.end) is None  # "recalled that" is said
    return _CUE.fullmatch((attribution.speaker or "").strip()) is not None


def _is_verdict(attribution: Attribution, text: str, first: bool) -> bool:
    """Tell whether an attribution is a court's decision that somebody tells of: what happened, and no source of it.

    ``first``: nobody is named who tells of it; then a ruling is the court's word, and only a verdict is none.
    """
    cue = attribution.cue.of(text) if attribution.cue is not None else ""
    decided = _FOUND if first else _DECIDED
    return _COURT.search(attribution.speaker or "") is not None and decided.search(cue) is not None


def _is_own_article(name: str, article: Article, outlets: OutletTable) -> bool:
    """Tell whether an article speaks of another of its own outlet: "an article in Wednesday's Post", in the Post."""
    where = _ARTICLE_IN.fullmatch(name.strip())
    own = None if where is None else outlet_name(article, outlets)
    return where is not None and own is not None and outlets.same(where["outlet"], own)


def _carrier(name: str, outlets: OutletTable, place: Span, rule: str) -> Step:
    return Step(outlets.canonical(name), Role.OUTLET, SourceType.OUTLET, False, place, rule)


def _speaker(attribution: Attribution, article: Article, outlets: OutletTable, place: Span, first: bool) -> Step | None:
    name, type = attribution.speaker, attribution.source_type
    told = attribution.cue is not None and _TOLD.search(attribution.cue.of(article.text)) is not None
    if name is None and not _speaks_itself(attribution, article.text):
        # Carriers without a speaker: what they carried is theirs to explain, not this article's.
        return None if attribution.via else Step("", Role.NOBODY, type, True, place, Rule.NO_SOURCE_GIVEN)
    if name is not None and _ITSELF.fullmatch(name.strip()):
        return None
    if name is None or _OWN_EYES.fullmatch(name.strip()):
        own = outlet_name(article, outlets)
        return _own_report(place, own) if own is not None else Step("", Role.NOBODY, type, True, place, Rule.OWN_REPORT)
    if type in (SourceType.ANONYMOUS, SourceType.UNKNOWN) and _AT_THE_HEAD.match(name) and heads(name, name):
        type = SourceType.PERSON  # "the head of the prosecution service" is one, and known
    if type is SourceType.ANONYMOUS and (with_office := _WITH_OFFICE.match(name)):
        return _speaker(
            replace(attribution, speaker=with_office["name"], source_type=SourceType.PERSON, flags=()),
            article,
            outlets,
            place,
            first,
        )
    placed = _IN_A_PLACE.fullmatch(name)
    if placed is not None and (found := outlets.find(placed["name"])) is not None:
        name, type = found.name, SourceType.OUTLET  # "the Herald in Velling"
    if led := _LED_BY.fullmatch(name):  # what the team says, its head says
        name, type = led["name"], SourceType.PERSON
    if type in (SourceType.UNKNOWN, SourceType.ANONYMOUS) and is_document(_SHOWN_BY.sub("", name)):
        type = SourceType.DOCUMENT
    if _is_some_outlet(name, outlets) or ("vague_outlet" in attribution.flags and type is SourceType.OUTLET):
        return Step(name, Role.NOBODY, SourceType.OUTLET, True, place, Rule.VAGUE_OUTLET)
    if type is SourceType.DOCUMENT:
        if not content_words(name) - DOCUMENT_WORDS - _ANY:
            # "the report": whose, this article does not say here.
            return None if attribution.via else Step(name, Role.NOBODY, type, True, place, Rule.UNNAMED_DOCUMENT)
        name, type = _maker(name, outlets) or (_SHOWN_BY.sub("", name), type)
    # "Chosun Ilbo" reads like a person, "Daybreak" like a group: a name that is an outlet's means the outlet.
    is_outlet = type is not SourceType.ANONYMOUS and (outlets.find(name) is not None or looks_like_outlet(name))
    if type is SourceType.OUTLET or is_outlet:
        rule = Rule.ATTRIBUTED_TO_OUTLET if first else Rule.NESTED_ATTRIBUTION
        return Step(outlets.canonical(name), Role.OUTLET, SourceType.OUTLET, False, place, rule, vouches=True)
    unnamed = type is SourceType.ANONYMOUS or "anonymous" in attribution.flags
    unnamed = unnamed or (type in (SourceType.GROUP, SourceType.UNKNOWN) and is_unnamed(name))
    organisation = who = None
    if type is not SourceType.DOCUMENT and not unnamed:
        organisation = speaks_for(name, article.text) or heads(name, article.text)
        type = SourceType.PERSON if organisation is not None else type
        surname = type in (SourceType.ORGANISATION, SourceType.UNKNOWN) and name.istitle() and " " not in name
        who = described(name, article.text) if type is SourceType.PERSON or surname else None
    elif type is SourceType.DOCUMENT:
        unnamed = False
    rule = {SourceType.DOCUMENT: Rule.RESTS_ON_DOCUMENT}.get(type, Rule.TOLD_CARRIER if told else Rule.QUOTED)
    if unnamed and is_mouth(name):
        organisation = name
    return Step(name, Role.SOURCE, type, unnamed, place, rule, told=told, organisation=organisation, described=who)


def _speaks_itself(attribution: Attribution, text: str) -> bool:
    """Tell whether the article's own writer says it outside quotation marks: "I found", "we counted"."""
    mention = attribution.source.of(text).casefold() if attribution.source is not None else ""
    return mention in {"i", "we"} and attribution.kind is Kind.INDIRECT and not attribution.via


def _is_some_outlet(name: str, outlets: OutletTable) -> bool:
    """Tell whether an outlet, or reports at large, are described and not named."""
    if _VAGUE.fullmatch(name.strip()):
        return True
    return _SOME_OUTLET.fullmatch(name.strip()) is not None and outlets.find(name) is None


def _maker(document: str, outlets: OutletTable) -> tuple[str, SourceType] | None:
    """Return who speaks in a document: the Journal in "a Journal report", a ministry in "the ministry's statement"."""
    whole, document = document.strip(), _SHOWN_BY.sub("", document.strip())
    outlet = outlets.find(_without_kind(document))
    if outlet is not None:
        return outlet.name, SourceType.OUTLET
    issued = _ISSUED_BY.fullmatch(whole)
    if issued is not None and outlets.find(issued["by"]) is None and not looks_like_outlet(issued["by"]):
        return issued["by"], SourceType.ORGANISATION
    made = _MADE_BY.fullmatch(document.strip())
    if made is None:
        return None
    name = made["by"] or made["of"]
    if outlets.find(name) is not None:
        return name, SourceType.OUTLET
    if _IN_PLACE.search(document):
        return None
    # "A study by economist Ida Brandt", but "data from price tracker Metalbase".
    by_person = made["title"] and " " in name and not _NO_TITLE.match(made["title"])
    return name, SourceType.PERSON if by_person else SourceType.ORGANISATION


def _without_kind(document: str) -> str:
    """Return "Wall Street Journal" for "a Wall Street Journal report"."""
    words = re.sub(r"^(?:an?|the|its|their)\s+", "", document, flags=re.IGNORECASE).split()
    while words and words[-1].casefold() in DOCUMENT_WORDS:
        words.pop()
    return " ".join(words)


def _proof(attribution: Attribution, claim: Claim, text: str) -> Span:
    marks = [span for span in (attribution.cue, attribution.source) if span is not None] or [claim.span]
    return sentence(text, Span(min(m.start for m in marks), max(m.end for m in marks)))


def _one_after_the_other(names: Sequence[str], text: str, place: Span, outlets: OutletTable) -> bool:
    """Tell whether the carriers form a chain: each is found in the passage and none stand side by side."""
    passage = place.of(text)
    found: list[tuple[int, int]] = []
    for name in names:
        outlet = outlets.find(name)
        spellings = [name, *((outlet.name, *outlet.aliases) if outlet else ())]
        bare = sorted({spelling.removeprefix("The ") for spelling in spellings}, key=len, reverse=True)
        match = re.search(rf"(?<!\w)(?:{'|'.join(map(re.escape, bare))})(?!\w)", passage)
        if match is None:
            return False
        found.append(match.span())
    found.sort()
    return not any(_SIDE_BY_SIDE.fullmatch(passage[left[1] : right[0]]) for left, right in pairwise(found))
