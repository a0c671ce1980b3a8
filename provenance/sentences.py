"""The plain sentences that sum a trail up, built from its facts alone.

"Six outlets report this. All trace to one Telegraph report of 3 May 2024 that cites customs data; none names another
source." What every way of a claim passes on its way to the origin is what the dominators of the trail's graph are
(Lengauer and Tarjan, 1979).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from claims.records import Article, ConflictKind, Correction, Edge, EdgeKind, Origin, SourceType, Stance, Trail
from provenance.moments import in_words, moment
from provenance.rules import ONLY_MAY_BE, UNDIRECTED, Rule
from provenance.summary import stance_by_article

if TYPE_CHECKING:
    import networkx as nx

_WORDS = "no one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = _WORDS.split()
_LISTED = 3
_CHAIN = 4
"""Stations of a chain that one sentence names; a longer one names the first and the last."""
_UNSURE = frozenset({Rule.DENIAL, Rule.CONTRIBUTED, *ONLY_MAY_BE})
_LOST = {Rule.VAGUE_OUTLET: "media that are not named", Rule.UNNAMED_DOCUMENT: "a document that is not identified"}
_BODIES = (
    "agency authority service board ministry department council committee commission court union association institute"
    " bureau office party government foundation guard police force embassy army navy cabinet senate parliament"
)
_TAKES_THE = frozenset(_BODIES.split())
_SMALL_WORDS = "the a an some several two three many his her its their one our"
_DETERMINERS = frozenset(_SMALL_WORDS.split())
_OPENING = frozenset(word.capitalize() for word in _DETERMINERS if word != "the")
_NO_SINGULAR = "data evidence footage information research imagery correspondence"
_UNCOUNTED = frozenset(_NO_SINGULAR.split())
_ROOT = "readers"


def summarise(trail: Trail, articles: Mapping[str, Article]) -> Trail:
    """Return ``trail`` with its summary. ``articles`` are those that it names, by their ids."""
    return replace(trail, summary=" ".join(_Telling(trail, articles).sentences()))


def corrected_in_words(correction: Correction, trail: Trail) -> str:
    """Return who corrected what and when, and how much rests on it, as a clause without a full stop."""
    who = _the(correction.outlet) if correction.outlet else "the outlet of one article, which is not known,"
    done = "withdrew" if correction.withdrawn else "corrected"
    what = "a report of its own that this archive does not hold" if correction.article is None else "its report"
    if correction.published and moment(correction.published):
        what += f" of {in_words(correction.published)}"
    when = ", when is not known"
    if correction.corrected is not None and moment(correction.corrected):
        when = f" on {in_words(correction.corrected)}"
    resting = [a for a in trail.appearances if a.claim in correction.appearances]
    outlets = {a.outlet for a in resting if a.outlet}
    rest = ""
    if resting:
        where = f" in {_count(len(outlets), 'outlet', lower=True)}" if outlets else ""
        rest = f"{_count(len(resting), 'appearance', lower=True)}{where} {_verb(len(resting), 'rests', 'rest')} on it"
    if correction.article is None and when.startswith(" on "):
        told = f"{when.strip()} {who} {done} {what}"
    else:
        told = f"{who} {done} {what}{when}"
    return _upper(f"{told}{'; ' + rest if rest else ''}")


@dataclass(frozen=True)
class _Telling:
    """One trail and the articles that it names, by their ids."""

    trail: Trail
    articles: Mapping[str, Article]

    def sentences(self) -> Iterator[str]:
        trail = self.trail
        yield self._who_says()
        if self._saying:
            yield from self._origins()
            yield from self._copies()
        if ring := self._ring():
            yield ring
        yield from self._denials()
        yield from self._conflicts()
        yield from (f"{corrected_in_words(each, trail)}." for each in trail.corrections)
        yield from self._first()

    # ------------------------------------------------------------ the facts, looked up

    @cached_property
    def _saying(self) -> list[str]:
        """The articles that pass the claim on, the earliest first."""
        stances = stance_by_article(self.trail.appearances, self.trail.edges)
        return [article for article, stance in stances.items() if stance is not Stance.DENIES]

    @cached_property
    def _outlet_of(self) -> dict[str, str | None]:
        here = {a.article: a.outlet for a in self.trail.appearances}
        return {id: article.outlet for id, article in self.articles.items()} | here

    @cached_property
    def _same(self) -> dict[str, str]:
        """Outlets that are cited and have one article here: the node of that article."""
        own: dict[str, set[str]] = {}
        for edge in self.trail.edges:
            if edge.rule == Rule.OWN_ARTICLE:
                own.setdefault(edge.from_, set()).add(edge.to)
        return {outlet: min(articles) for outlet, articles in own.items() if len(articles) == 1}

    @cached_property
    def _graph(self) -> nx.DiGraph[str]:
        """What is surely read from what: an edge from each reader to its source, which holds the edge of the trail."""
        import networkx as nx

        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(f"article:{article}" for article in self._saying)
        for edge in self.trail.edges:
            if edge.rule in _UNSURE:
                continue
            ends = edge.from_, edge.to
            source, reader = ends if edge.kind is EdgeKind.TOLD else ends[::-1]
            reader, source = self._same.get(reader, reader), self._same.get(source, source)
            if reader == source:
                continue
            if not graph.has_edge(reader, source):
                graph.add_edge(reader, source, edge=edge)
            if edge.rule in UNDIRECTED:
                graph.add_edge(source, reader, edge=edge)
        return graph

    def _reaching(self, node: str) -> list[str]:
        """The articles from which a sure way leads to ``node``, itself included."""
        import networkx as nx

        above = set(nx.ancestors(self._graph, node)) | {node} if node in self._graph else {node}
        return [article for article in self._saying if f"article:{article}" in above]

    def _stations(self, end: str) -> list[str]:
        """What all ways to ``end`` pass, from the readers on; ``end`` itself is the last."""
        import networkx as nx

        readers = self._reaching(end)
        graph = nx.DiGraph(self._graph.edges)
        graph.add_node(_ROOT)
        graph.add_edges_from((_ROOT, f"article:{article}") for article in readers)
        return [node for node in _passed(graph, _ROOT, end) if node != _ROOT]

    # ------------------------------------------------------------ who says it, and who stands behind it

    def _who_says(self) -> str:
        trail, said = self.trail, len(self._saying)
        if not said:
            mentions = _verb(trail.articles, "mentions", "mention")
            return f"{_count(trail.articles, 'article')} {mentions} this only to deny it."
        known = [self._outlet_of[article] for article in self._saying if self._outlet_of[article]]
        outlets, unknown = len(set(known)), said - len(known)
        words = _count(said, "article")
        if outlets == said:
            words = _count(outlets, "outlet")
        elif not unknown:
            words += f" of {_count(outlets, 'outlet', lower=True)}"
        sentence = f"{words} {_verb(said, 'reports', 'report')} this"
        if unknown == said:
            which = "which outlet" if said == 1 else "which outlets"
            return f"{sentence}; {which}, this archive does not know."
        if unknown:
            return f"{sentence}; the outlet of {_count(unknown, 'article', lower=True)} is not known."
        return f"{sentence}."

    def _origins(self) -> Iterator[str]:
        origins, lost = self.trail.origins, self.trail.cannot_tell
        if len(origins) == 1:
            yield self._one_origin(origins[0])
        elif origins:
            listed = [self._described(origin) for origin in origins[:_LISTED]]
            if len(origins) > _LISTED:
                listed.append(f"{_number(len(origins) - _LISTED)} more")
            yield f"{_count(len(origins), 'independent origin')} stand behind it: {_list(listed)}."
            if "anonymous_only" in self.trail.flags:
                yield "None of them is named."
        if lost:
            yield self._lost(lost) if origins else self._nobody(lost)
        elif not origins and "circular" not in self.trail.flags:
            yield "No origin was found."

    def _one_origin(self, origin: Origin) -> str:
        end = f"origin:{origin.id}"
        claims = set(origin.appearances)
        reached = [a for a in self._saying if any(x.article == a and x.claim in claims for x in self.trail.appearances)]
        whole = set(reached) == set(self._saying)
        stations = self._stations(end)
        if not reached:
            # Who also denies it passes it on for somebody all the same: "the posting that said so is a hoax".
            naming = list(dict.fromkeys(x.article for x in self.trail.appearances if x.claim in claims))
            denying = f"{self._articles(naming)}, which also {_verb(len(naming), 'denies', 'deny')} it"
            return f"{_upper(self._described(origin))} is named as its source by {denying}."
        if len(reached) == 1:
            subject = "It" if whole else self._articles(reached)
            if not whole and self._is_shared(reached[0]):
                subject = "one of them"
            path = self._stations_of(reached[0], end)
            return f"{_upper(subject)} {self._led(path)}."
        subject = "All" if whole else f"{_upper(_number(len(reached)))} of them"
        alone = "; none names another source" if whole and not self.trail.cannot_tell else ""
        if stations == [end]:
            return f"{subject} {self._direct(origin, reached)} {self._described(origin)}{alone}."
        return f"{subject} trace to {self._passing(stations)}{alone}."

    def _stations_of(self, article: str, end: str) -> list[str]:
        """The way from one article to ``end``: what all of its ways there pass."""
        import networkx as nx

        graph = nx.DiGraph(self._graph.edges)
        if f"article:{article}" not in graph or end not in graph:
            return [f"article:{article}", end]
        stations = _passed(graph, f"article:{article}", end)
        return stations if len(stations) > 1 else [f"article:{article}", end]

    def _direct(self, origin: Origin, articles: Sequence[str]) -> str:
        edges = [self._edge(f"article:{article}", f"origin:{origin.id}") for article in articles]
        if any(edge is None for edge in edges):
            return "trace to"
        return "cite" if origin.type is SourceType.DOCUMENT else "quote"

    def _edge(self, reader: str, source: str) -> Edge | None:
        edge: Edge | None = self._graph.get_edge_data(reader, source, {}).get("edge")
        return edge

    def _report_elsewhere(self, outlet: str) -> str:
        name = outlet.removeprefix("outlet:")
        if any(edge.from_ == outlet and edge.rule == Rule.OWN_ARTICLE for edge in self.trail.edges):
            return f"{_the(name)}, which names no source"
        article = "an" if _bare(name)[:1] in "AEIOU" else "a"
        return f"{article} {_bare(name)} report that this archive does not hold"

    def _passing(self, stations: Sequence[str], alone: bool = True) -> str:
        """Stations as what each is and what it does with the next: "one Telegraph report that cites customs data".

        ``alone``: nothing stands before them in the sentence.
        """
        first, rest = stations[0], [*stations[1:]]
        if len(stations) > _CHAIN:
            rest = rest[-1:]
        words = self._station(first)
        report = first.startswith("article:")
        before = first
        for station in rest:
            if self._is_own_report(station):
                return words if report or station != stations[1] or not alone else self._report_elsewhere(first)
            joined = " that" if report else ", who" if self._is_person(before) else ", which"
            words += f"{joined} {self._does(before, station)} {self._station(station)}"
            report, before = False, station
        return words

    def _is_person(self, node: str) -> bool:
        """Tell whether a name that carried something is quoted, as people are, and not cited."""
        kinds = {edge.kind for edge in self.trail.edges if edge.to == node}
        return kinds == {EdgeKind.QUOTES}

    def _led(self, stations: Sequence[str]) -> str:
        """What one article does, down to the end of its way."""
        article, following = stations[0], [*stations[1:]]
        if self._is_own_report(following[0]):
            return "says that it found this out itself"
        return f"{self._does(article, following[0])} {self._passing(following, alone=False)}"

    def _does(self, reader: str, source: str) -> str:
        edge = self._edge(reader, source)
        if edge is None:
            return "goes back to"
        if edge.kind is EdgeKind.COPIES:
            return "shares its wording with" if edge.rule in UNDIRECTED else "repeats the wording of"
        if edge.kind is EdgeKind.TOLD:
            return "had it from"
        return "quotes" if edge.kind is EdgeKind.QUOTES else "cites"

    def _is_own_report(self, station: str) -> bool:
        origin = self._origin(station)
        return origin is not None and origin.type is SourceType.OUTLET

    def _origin(self, node: str) -> Origin | None:
        return next((origin for origin in self.trail.origins if node == f"origin:{origin.id}"), None)

    def _station(self, node: str) -> str:
        origin = self._origin(node)
        if origin is not None:
            return _named(origin)
        kind, _, name = node.partition(":")
        if kind != "article":
            return _the(name)
        outlet = self._outlet_of.get(name)
        day = self._day(name)
        dated = f" of {day}" if day else ""
        return f"one {_bare(outlet)} report{dated}" if outlet else f"one article{dated}"

    def _day(self, article: str) -> str | None:
        published = self.articles[article].published if article in self.articles else None
        return in_words(published) if published is not None and moment(published) is not None else None

    def _described(self, origin: Origin) -> str:
        """An origin by name, with the outlets that carried its words."""
        if origin.type is SourceType.OUTLET:
            return f"{_possessive(_the(origin.name))} own report"
        carriers = {
            end.removeprefix("outlet:")
            for edge in self.trail.edges
            if f"origin:{origin.id}" in (edge.from_, edge.to) and edge.rule not in _UNSURE
            for end in (edge.from_, edge.to)
            if end.startswith("outlet:")
        }
        via = [_the(name) for name in sorted(carriers)]
        return f"{_named(origin)}, by way of {_list(via)}" if 0 < len(via) <= _LISTED else _named(origin)

    def _is_shared(self, article: str) -> bool:
        """Tell whether the outlet of ``article`` has another one here."""
        outlets = [self._outlet_of[other] for other in self._saying]
        return self._outlet_of[article] is not None and outlets.count(self._outlet_of[article]) > 1

    @cached_property
    def _told_of(self) -> str | None:
        """The article that the sentence on the origin has led to first, ``None`` where it led to none."""
        ends = [f"origin:{origin.id}" for origin in self.trail.origins]
        if len(self._saying) < 2:
            return None
        first = self._stations(ends[0])[0] if len(ends) == 1 else None
        if not ends and self.trail.cannot_tell == 1 and len(self._last_articles()) == 1:
            first = self._last_articles()[0]
        return first if first is not None and first.startswith("article:") else None

    # ------------------------------------------------------------ where a way is lost

    def _nobody(self, lost: int) -> str:
        """No origin, and ends that cannot be told."""
        silent = self._silent()
        if len(self._saying) == 1 and silent:
            return "It names no source, so what it rests on this archive cannot tell."
        if len(silent) == len(self._saying):
            ends = self._last_articles()
            if len(ends) == 1 and lost == 1 and len(self._saying) > 1:
                source = self._station(ends[0])
                return f"All trace to {source}, which names no source; what it rests on this archive cannot tell."
            more = " and whether they are independent of each other" if lost > 1 else ""
            return f"None names a source; what they rest on{more} this archive cannot tell."
        reasons = "; ".join(self._reasons())
        return f"Nobody is named who stands behind it: {reasons}." if reasons else "No origin is named."

    def _lost(self, lost: int) -> str:
        more = "one more" if lost == 1 else f"up to {_number(lost)} more"
        reasons = "; ".join(self._reasons())
        return (
            f"There may be {more}: {reasons}."
            if reasons
            else f"Whether there {_verb(lost, 'is', 'are')} {more} this archive cannot tell."
        )

    def _reasons(self) -> Iterator[str]:
        """Why ways end without an origin, each with the outlets whose ways do."""
        rules: dict[str, dict[str, None]] = {}
        for edge in self.trail.edges:
            rules.setdefault(edge.rule, {})[edge.article] = None
        if perhaps := [*rules.get(Rule.POSSIBLY_THE_SAME, ())]:
            which = "the same" if len(self.trail.origins) == 1 else "one of these"
            yield f"the source of {self._articles(perhaps)} may be {which}"
        if others := [*rules.get(Rule.OTHER_SPEAKER, ())]:
            verb = _verb(len(others), "gives", "give")
            yield f"{self._articles(others)} {verb} the same quotation to somebody else"
        for rule, what in _LOST.items():
            if found := [*rules.get(rule, ())]:
                yield f"{self._articles(found)} {_verb(len(found), 'cites', 'cite')} {what}"
        for outlet, articles in self._carried().items():
            verb = _verb(len(articles), "does", "do")
            yield f"{self._articles(articles)} {verb} not say from whom {_the(outlet)} has it"
        if silent := self._silent():
            yield f"{self._articles(silent)} {_verb(len(silent), 'names', 'name')} no source"
        if both := self._also_silent():
            yield f"{self._articles(both)} also {_verb(len(both), 'says', 'say')} it without a source"

    @cached_property
    def _unvouched(self) -> list[str]:
        """Articles with a passage for which no origin was found."""
        vouched = {claim for origin in self.trail.origins for claim in origin.appearances}
        lost = [a for a in self.trail.appearances if a.stance is not Stance.DENIES and a.claim not in vouched]
        return list(dict.fromkeys(a.article for a in lost))

    def _silent(self) -> list[str]:
        """Articles that name nobody, nor repeat one that does."""
        naming = {edge.article for edge in self.trail.edges if edge.kind is not EdgeKind.COPIES and _cites(edge)}
        reaching = {article for named in naming for article in self._reaching(f"article:{named}")}
        return [article for article in self._unvouched if article not in reaching]

    def _also_silent(self) -> list[str]:
        vouched = {claim for origin in self.trail.origins for claim in origin.appearances}
        sourced = {a.article for a in self.trail.appearances if a.claim in vouched}
        explained = {edge.article for edge in self.trail.edges if edge.rule in {*_LOST, *ONLY_MAY_BE}}
        silent = set(self._silent())
        return [a for a in self._unvouched if a in sourced and a not in explained and a not in silent]

    def _carried(self) -> dict[str, list[str]]:
        """Outlets that are cited as carriers and lead nowhere, with the articles that cite them."""
        found: dict[str, list[str]] = {}
        for edge in self.trail.edges:
            outlet = edge.to.startswith("outlet:") and edge.to not in self._same
            if (
                outlet
                and edge.kind is EdgeKind.CITES
                and not self._leads_on(edge.to)
                and edge.rule not in {*_LOST, *_UNSURE}
            ):
                articles = found.setdefault(edge.to.removeprefix("outlet:"), [])
                articles += [edge.article] if edge.article not in articles else []
        return found

    def _leads_on(self, node: str) -> bool:
        return node in self._graph and self._graph.out_degree(node) > 0

    def _last_articles(self) -> list[str]:
        """The articles at which ways end that name no source; none where nobody knows which of two was first."""
        return [node for node in self._graph if node.startswith("article:") and not self._leads_on(node)]

    def _articles(self, articles: Sequence[str]) -> str:
        """Articles by their outlets: "Gull Post and Tide News", "two articles"."""
        outlets = [self._outlet_of.get(article) for article in articles]
        known = list(dict.fromkeys(_the(outlet) for outlet in outlets if outlet))
        if len(known) == 1 and len(articles) == 1 and self._is_shared(articles[0]):
            known = [f"another article of {known[0]}"]
        unknown = sum(outlet is None for outlet in outlets)
        if unknown:
            known.append(_count(unknown, "article" if not known else "other article", lower=True))
        if len(known) > _LISTED + 1:
            known = [*known[:_LISTED], f"{_number(len(known) - _LISTED)} more"]
        return _list(known)

    # ------------------------------------------------------------ copies, rings, denials, conflicts, dates

    def _copies(self) -> Iterator[str]:
        copies = [edge for edge in self.trail.edges if edge.kind is EdgeKind.COPIES]
        known = [edge for edge in copies if edge.rule not in UNDIRECTED]
        copying = {edge.from_ for edge in known}
        models = {edge.to for edge in known} - copying
        if copying and len(self._saying) > 1:
            repeats = _verb(len(copying), "repeats", "repeat")
            if models == {self._told_of}:
                yield f"{_upper(_number(len(copying)))} of them {repeats} its wording."
            elif len(models) == 1:
                model = self._station(next(iter(models))).replace("one ", "the ", 1)
                yield f"{_count(len(copying), 'article')} {repeats} the wording of {model}."
            else:
                yield f"{_count(len(copying), 'article')} {repeats} the wording of others."
        open = {end for edge in copies if edge.rule in UNDIRECTED for end in (edge.from_, edge.to)}
        if (open := open - copying) and len(self._saying) > 1:
            share = "share their wording with another" if len(open) == 1 else "share one wording"
            words = share.replace("share their", "shares its") if len(open) == 1 else share
            yield f"{_count(len(open), 'article')} {words}; which was first this archive cannot tell."

    def _ring(self) -> str | None:
        import networkx as nx

        if "circular" not in self.trail.flags:
            return None
        parts = [part for part in nx.strongly_connected_components(self._graph) if len(part) > 1]
        ring = [a for part in parts if not _leaves(self._graph, part) for a in self._saying if f"article:{a}" in part]
        who = _upper(self._articles(ring)) if len(ring) > 1 else "Some outlets"
        return f"{who} only cite each other, and nothing leads out of that circle."

    def _denials(self) -> Iterator[str]:
        saying = set(self._saying)
        denying = list(dict.fromkeys(a.article for a in self.trail.appearances if a.stance is Stance.DENIES))
        only = [article for article in denying if article not in saying]
        if only and saying:
            yield f"{_upper(self._articles(only))} {_verb(len(only), 'carries a denial', 'carry denials')}."
        elif denying and saying:
            yield "A denial is reported beside it."

    def _conflicts(self) -> Iterator[str]:
        words = {
            ConflictKind.NUMBER: "Figures differ",
            ConflictKind.DATE: "Dates differ",
            ConflictKind.WORDING: "A quotation is worded differently",
            ConflictKind.SPEAKER: "One quotation is given to different speakers",
            ConflictKind.CONTRADICTION: "One speaker is quoted with the contrary",
        }
        for kind, sentence in words.items():
            found = [conflict for conflict in self.trail.conflicts if conflict.what is kind]
            if found and kind in (ConflictKind.WORDING, ConflictKind.CONTRADICTION):
                yield f"{sentence} from one article to another."
            elif found:
                values = list(dict.fromkeys(value for conflict in found for value in conflict.values))
                yield f"{sentence}: {_list(values[:_LISTED])}{' and others' if len(values) > _LISTED else ''}."

    def _first(self) -> Iterator[str]:
        first = self.trail.first_appearance
        if first is None:
            return
        earliest = moment(first.published)
        if first.published is None or earliest is None:
            if self.trail.articles == 1:
                yield "It bears no date."
            else:
                yield "When it first appeared this archive cannot tell: no article is dated."
            return
        day = in_words(first.published)
        if self.trail.articles == 1:
            yield f"It is dated {day}."
            return
        others = {a.article for a in self.trail.appearances} - {first.article}
        dates = [moment(self.articles[article].published) for article in others if article in self.articles]
        early = sum(when is not None and not earliest.before(when) for when in dates)
        where = f" in {_the(first.outlet)}" if first.outlet else ""
        if self._told_of == f"article:{first.article}" and not early and not first.undated:
            yield "No earlier appearance is known."
            return
        doubts = []
        if early:
            doubts.append(f"{_count(early, 'other', lower=True)} of that time may be as early")
        if first.undated:
            doubts.append(f"{_count(first.undated, 'article', lower=True)} without a date may be earlier")
        yield f"The earliest known appearance is of {day}{where}{''.join('; ' + doubt for doubt in doubts)}."


def _cites(edge: Edge) -> bool:
    return edge.rule not in (Rule.DENIAL, Rule.OWN_ARTICLE, Rule.OWN_REPORT, Rule.CONTRIBUTED)


def _leaves(graph: nx.DiGraph[str], part: set[str]) -> bool:
    return any(source not in part for node in part for source in graph.successors(node))


def _named(origin: Origin) -> str:
    if not origin.anonymous:
        name = _the(origin.name)
        lacks = name[:1].islower() and name.split()[0] not in _DETERMINERS and not _is_plural(name)
        return f"the {name}" if lacks and name.split()[-1] not in _UNCOUNTED else name
    if origin.type is SourceType.DOCUMENT:
        return origin.name
    description = _small_start(origin.name)
    return f"{'unnamed sources' if _is_plural(description) else 'an unnamed source'} (“{description}”)"


def _is_plural(description: str) -> bool:
    head = re.split(r" (?:of|at|in|from|with|who|close|familiar|briefed|on|for|to|within|inside) ", description)[0]
    words = head.lower().split()
    last = words[-1] if words else ""
    return last in ("people", "police", "they", "men", "women", "children") or (
        last.endswith("s") and not last.endswith(("ss", "us"))
    )


def _the(name: str) -> str:
    """Return a name as it stands in a sentence: bodies and what belongs to somebody take "the"."""
    words = name.split()
    if not words:
        return name
    if words[0].casefold() in _DETERMINERS:
        return _small_start(name)
    body = words[-1].casefold() in _TAKES_THE or (words[0].casefold() in _TAKES_THE and words[1:2] == ["of"])
    takes = body and len(words) > 1 and not re.search(r"['’]s? ", name)
    owned = name[:1].islower() and re.search(r"['’]s? ", name) is not None
    return f"the {name}" if takes or owned else name


def _small_start(name: str) -> str:
    """Return a description without the capital of a sentence that it opened; "The Telegraph" is a name."""
    first = name.split()[0] if name.split() else ""
    opens = first in _OPENING or (first == "The" and name[4:5].islower())
    return name[:1].lower() + name[1:] if opens else name


def _bare(outlet: str) -> str:
    return outlet.removeprefix("The ").removeprefix("the ")


def _possessive(name: str) -> str:
    return f"{name}’s"


def _passed(graph: nx.DiGraph[str], start: str, end: str) -> list[str]:
    """Return what every way from ``start``, which is in ``graph``, to ``end`` passes, both included; ``end`` alone
    where none leads there."""
    import networkx as nx

    above = nx.immediate_dominators(graph, start)
    passed = [end]
    while (node := above.get(passed[0])) not in (None, passed[0]):
        passed.insert(0, node)
    return passed


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def _count(number: int, noun: str, lower: bool = False) -> str:
    text = f"{_number(number)} {noun if number == 1 else noun + 's'}"
    return text if lower else _upper(text)


def _verb(number: int, one: str, many: str) -> str:
    return one if number == 1 else many


def _list(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
