"""Reports that were corrected or withdrawn, and which appearances of the claim rest on them.

A newsroom says so in the article itself (title, head or foot) or in a later article of its own. What copies that
report, or cites its outlet, rests on it: that is read off the edges of the trail, so it goes as far as they go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from claims.records import Appearance, Article, Claim, Cluster, Correction, Edge, EdgeKind, Span, Stance, Trail
from provenance.moments import MONTHS, moment
from provenance.names import content_words
from provenance.outlets import OutletTable, key
from provenance.rules import ONLY_MAY_BE, UNDIRECTED, Rule
from provenance.ways import CaseFile, outlet_name, sentence

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_DAY = rf"(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?P<m1>{_MONTH})|(?P<m2>{_MONTH})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)"
_DATE = rf"{_DAY}(?:,? (?P<y>\d{{4}}))?"
_LABEL = (
    r"(?:correction|corrected|clarification|clarified|retraction|retracted|withdrawn|editor['’]s note|update|updated)"
)
_ITS_OWN = r"(?:this|the|our|an?) (?:article|story|report|headline|post|version)"
_CHANGED = r"(?:corrected|amended|retracted|withdrawn|taken down|removed)"
_UNTRUE = r"(?:not correct|not true|incorrect|untrue|wrong|mistaken|in error|inaccurate)\b"
_SOURCE_WITHDREW = (
    r"\b(?:has|have) (?:since )?(?:withdrawn|retracted) (?:its|the|that|this|their|his|her) (?:\w+ )?"
    r"(?:figures?|findings?|statements?|numbers?|results?|accounts?|claims?)\b"
)
"""Whoever said it has taken it back, and the newspaper prints that."""
_NOTICE = re.compile(
    rf"^\W*{_LABEL}\b\s*(?:[:—–(-]|to this|,? (?:on )?{_DATE}\s*[:—–).-]|(?:and [a-z]+|notice|of the record)\s*[:—–(-])"
    rf"|\b{_ITS_OWN} (?:has been|have been|was|is|were) (?:since )?{_CHANGED}"
    r"|\bwe (?:therefore |hereby |now )?(?:have (?:since )?)?(?:corrected|retracted|withdrawn|withdrew|withdraw|retract"
    r"|amended) (?:this|the|our|that|it)\b"
    r"|\b(?:withdraws?|withdrew|retracts?|retracted) (?:its|our|that|this|the) (?:report|story|article|account|claim)\b"
    rf"|\bour (?:own )?(?:report|story|article)\b[^.!?]{{0,200}}? (?:was|is|were) {_UNTRUE}"
    rf"|{_SOURCE_WITHDREW}"
    r"|\b(?:an? )?(?:earlier|previous|original) versions? of (?:this|the|our) (?:article|story|report|headline)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^\W*(?:correction|corrected|retraction|retracted|clarification)\b", re.IGNORECASE)
_WITHDRAWN = re.compile(r"\b(?:retract\w*|withdr[ae]w\w*|taken down)\b", re.IGNORECASE)
_WHEN = re.compile(
    rf"^\W*{_LABEL}\W{{0,3}}(?:on )?{_DATE}"
    rf"|\b(?:corrected|amended|updated|retracted|withdrawn|taken down|removed)(?: [a-z]+){{0,2}}? on "
    r"(?:[A-Z][a-z]+day,? )?"
    rf"{_DATE.replace('d1', 'd3').replace('m1', 'm3').replace('m2', 'm4').replace('d2', 'd4').replace('<y>', '<y2>')}",
    re.IGNORECASE,
)
_UPDATE = re.compile(r"^\W*(?:update|updated|editor['’]s note)\b", re.IGNORECASE)
_ERROR = re.compile(
    r"\b(?:incorrect\w*|wrong\w*|errors?|erroneous\w*|mistaken?\w*|misstated|false\w*|inaccurate\w*|untrue|corrected|correction"
    r"|amended|retract\w*|withdrawn|(?:earlier|previous|original) version)\b",
    re.IGNORECASE,
)
_TOLD_WRONGLY = re.compile(
    r"\b(?:report|article|story|headline|version|post|we)\b.{0,60}"
    r"\b(?:said|says|stated|reported|claimed|suggested|wrote|gave|given|put|misstated|misspelled|quoted|attributed|had)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d[\d.,]*(?<![.,])")
_RIGHT = re.compile(
    r"(?:\bcorrect \w+(?: \w+)? (?:is|was|are|were)|\b(?:it|they|there) (?:is|was|are|were)|\binstead of|\bin fact"
    r"|\bshould (?:be|have been|have said|have read|read)|\bactually) (?P<right>[^.;]{1,60})",
    re.IGNORECASE,
)
_WORDINGS = 20
"""Wordings of a claim that are compared with a notice in another cluster."""
_COMMON_WORDS = """
    this that article story report earlier version correction corrected said have been were with from than which their
    after about will would they
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_EDGE_PARAGRAPHS = 3
_SHARED_WORDS = 2
_SHARED_PART = 0.4
"""Share of a claim's telling words that a correction repeats if it is about that claim and not its neighbour."""
_NO_GROUND = frozenset({Rule.DENIAL, Rule.CITED_ELSEWHERE, Rule.CONTRIBUTED, *ONLY_MAY_BE})
"""Rules of edges over which nothing surely rests on anything."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A paragraph that says that a report was corrected. ``place`` is ``None`` where the title says so."""

    place: Span | None
    text: str

    @property
    def withdrawn(self) -> bool:
        """Tell whether the report was taken back as a whole."""
        return _WITHDRAWN.search(self.text) is not None and re.search(r"\bversions?\b", self.text) is None


def find_corrections(
    cluster: Cluster, appearances: Sequence[Appearance], edges: Sequence[Edge], case: CaseFile, outlets: OutletTable
) -> tuple[Correction, ...]:
    """Return the corrections that concern the claim, in the order of ``appearances``, each report's first one.

    A report that was put right may stand in a cluster that contradicts this one by now: then it is found by its outlet,
    which somebody here cites.
    """
    grounds = _grounds(edges)
    passing = [a for a in appearances if a.stance is not Stance.DENIES]
    found: dict[str, Correction] = {}
    for appearance in appearances:
        claim, article = case.claims[appearance.claim], case.articles[appearance.article]
        notice = notice_about(claim, article, appearance.stance is Stance.DENIES)
        if notice is None:
            continue
        for corrected in _corrected(appearance, notice, passing, case):
            node = f"article:{corrected.id}" if corrected is not None else f"outlet:{appearance.outlet}"
            resting = grounds.get(node, frozenset())
            place = notice.place or claim.span
            found.setdefault(
                node,
                Correction(
                    article=corrected.id if corrected is not None else None,
                    outlet=appearance.outlet,
                    published=corrected.published if corrected is not None else None,
                    corrected=_when(notice, article, own=corrected is article),
                    withdrawn=notice.withdrawn,
                    notice=article.id,
                    start=place.start,
                    end=place.end,
                    appearances=tuple(a.claim for a in passing if f"article:{a.article}" in resting),
                ),
            )
    for article, notice in _put_right_elsewhere(cluster, passing, case):
        node = f"outlet:{outlet_name(article, outlets)}"
        if node not in found and node in grounds and notice.place is not None:
            theirs = tuple(a.claim for a in passing if f"article:{a.article}" in grounds[node])
            found[node] = Correction(
                article=article.id,
                outlet=outlet_name(article, outlets),
                published=article.published,
                corrected=_when(notice, article, own=True),
                withdrawn=notice.withdrawn,
                notice=article.id,
                start=notice.place.start,
                end=notice.place.end,
                appearances=theirs,
            )
    return tuple(found.values())


def _put_right_elsewhere(
    cluster: Cluster, passing: Sequence[Appearance], case: CaseFile
) -> Iterator[tuple[Article, Notice]]:
    """The articles of contradicting clusters that say that what is claimed here was wrong in them."""
    here = {a.article for a in passing}
    said = list({case.claims[a.claim].standalone: case.claims[a.claim] for a in passing}.values())[:_WORDINGS]
    there = dict.fromkeys(
        case.claims[m.claim].article
        for _, other in case.linked(cluster)
        for m in other.members
        if m.claim in case.claims
    )
    for id in there:
        if id in case.articles and id not in here:
            notices = (notice_about(claim, case.articles[id]) for claim in said)
            if notice := next((notice for notice in notices if notice is not None), None):
                yield case.articles[id], notice


def notice_about(claim: Claim, article: Article, denies: bool = False) -> Notice | None:
    """Return where ``article`` says of itself, or of its outlet's report, that what ``claim`` says was corrected.

    ``denies``: the claim's passage says that it is not so.
    """
    if article.title and _TITLE.search(article.title):
        return Notice(None, article.title)
    paragraphs = list(_paragraphs(article.text))
    for number, (start, paragraph) in enumerate(paragraphs):
        if _EDGE_PARAGRAPHS <= number < len(paragraphs) - _EDGE_PARAGRAPHS or not _is_notice(paragraph):
            continue
        notice = Notice(Span(start, start + len(paragraph)), paragraph)
        if claim.text in paragraph:
            # What a notice says in its own voice is what is right now, unless it says that it was wrong.
            if denies or _TOLD_WRONGLY.search(sentence(article.text, claim.span).of(article.text)):
                return notice
            if re.search(_SOURCE_WITHDREW, paragraph):
                return notice  # "it is 14, the bureau now says, and has withdrawn the earlier figure"
            continue
        if (_TITLE.search(paragraph) and number == 0) or notice.withdrawn:
            return notice  # over the whole text; a report that is taken back takes back all that it says
        told = _telling(claim.text)
        shared = len(_telling(paragraph) & told)
        if shared >= _SHARED_WORDS and shared >= _SHARED_PART * len(told) and not _is_right(claim.text, paragraph):
            return notice
    return None


def says_it_was_wrong(claim: Claim, article: Article) -> bool:
    """Tell whether the claim's passage is the sentence of a notice that repeats what the outlet had wrong."""
    paragraph = next((Span(at, at + len(p)) for at, p in _paragraphs(article.text) if claim.start < at + len(p)), None)
    if paragraph is None or not _is_notice(paragraph.of(article.text)):
        return False
    return _TOLD_WRONGLY.search(sentence(article.text, claim.span).of(article.text)) is not None


def is_on_corrected(trail: Trail, claim: str) -> bool:
    """Tell whether an appearance of ``trail``, by its claim's id, stands in a corrected report or rests on one."""
    article = next((a.article for a in trail.appearances if a.claim == claim), None)
    return any(
        claim in each.appearances or article == each.article for each in trail.corrections if article is not None
    )


def _is_notice(paragraph: str) -> bool:
    if _NOTICE.search(paragraph) is None:
        return False
    return _UPDATE.search(paragraph) is None or _ERROR.search(paragraph) is not None


def _is_right(text: str, notice: str) -> bool:
    """Tell whether of the figures in a notice a claim has only those that the notice says are right."""
    right = {figure for match in _RIGHT.finditer(notice) for figure in _FIGURE.findall(match["right"])}
    figures = set(_FIGURE.findall(text)) & set(_FIGURE.findall(notice))
    return bool(figures) and figures <= right


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"\S[^\n]*", text):
        yield match.start(), match.group().rstrip()


def _corrected(
    appearance: Appearance, notice: Notice, passing: Sequence[Appearance], case: CaseFile
) -> list[Article | None]:
    """Which reports a notice is about: the article that it stands in, unless that only speaks of the claim in it."""
    article = case.articles[appearance.article]
    reports = [a for a in passing if a.article == article.id and not (notice.place and notice.place.holds(_span(a)))]
    if reports and notice.place is not None:
        return [article]
    outlet = key(appearance.outlet) if appearance.outlet else None
    earlier = {
        a.article: case.articles[a.article]
        for a in passing
        if outlet and a.outlet and key(a.outlet) == outlet and a.article != article.id
        if not _is_later(case.articles[a.article], article)
    }
    if earlier:
        return list(earlier.values())
    return [article] if reports or outlet is None else [None]


def _span(appearance: Appearance) -> Span:
    return Span(appearance.start, appearance.end)


def _is_later(one: Article, other: Article) -> bool:
    left, right = moment(one.published), moment(other.published)
    return left is not None and right is not None and right.before(left)


def _grounds(edges: Sequence[Edge]) -> Mapping[str, frozenset[str]]:
    """Return for each node all nodes that rest on it, along edges that are sure."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    for edge in edges:
        if edge.rule in _NO_GROUND:
            continue
        reader, source = (edge.to, edge.from_) if edge.kind is EdgeKind.TOLD else (edge.from_, edge.to)
        graph.add_edge(reader, source)
        if edge.kind is EdgeKind.COPIES and edge.rule in UNDIRECTED:
            graph.add_edge(source, reader)  # one of the two has it from the other
    return {node: frozenset(nx.ancestors(graph, node)) - {node} for node in graph}


def _when(notice: Notice, article: Article, own: bool) -> str | None:
    """Return when it was corrected, as the notice says; else when the article was last changed, or the notice came."""
    told = _WHEN.search(notice.text)
    if told and (day := _day(told, article)):
        return day
    published, modified = moment(article.published), moment(article.modified)
    if not own:
        return article.published
    return article.modified if modified and (published is None or not modified.before(published)) else None


def _day(told: re.Match[str], article: Article) -> str | None:
    day, month, year = (
        next((told[name] for name in names if told[name]), None)
        for names in (("d1", "d2", "d3", "d4"), ("m1", "m2", "m3", "m4"), ("y", "y2"))
    )
    if day is None or month is None:
        return None
    number = next(n for n, name in enumerate(MONTHS, 1) if name[:3].lower() == month[:3].lower())
    known = moment(article.published) or moment(article.modified)
    if year is None and known is None:
        return None
    try:
        found = date(int(year) if year else known.first.year, number, int(day))  # type: ignore[union-attr]
        if year is None and known is not None and found < known.first.date():
            found = found.replace(year=found.year + 1)  # a notice comes after what it corrects
    except ValueError:
        return None
    return found.isoformat()


def _telling(text: str) -> set[str]:
    return {word for word in content_words(text) if len(word) > 3 or word.isdigit()} - _COMMON
