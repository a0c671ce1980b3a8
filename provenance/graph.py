"""All ways of a cluster's appearances as one directed graph, with every step's proof beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.records import Appearance, EdgeKind, SourceType, Span, Stance
from provenance.bodies import Bodies
from provenance.corrections import says_it_was_wrong
from provenance.credits import byline
from provenance.origins import End
from provenance.outlets import OutletTable, key
from provenance.rules import Rule
from provenance.utterances import same_sayings
from provenance.ways import CaseFile, Role, Step, Way, credits_of, find_way, paragraph
from settings import Provenance

if TYPE_CHECKING:
    import networkx as nx

Node = tuple[str, object]
"""``("article", id of its body)``, ``("claim", id)``, ``("outlet", key)``, ``("end", End)``; and where a way is lost:
``("own", key)`` of an outlet that names no source, ``("untold", key)`` of one that says "reports say". A ``("name",
name)`` is only shown."""


_ENDS = (".", "!", "?", "”", '"', "’", ":", ";", ",", ")", "…")
_LONGEST_HEADLINE = 20
"""Words."""


@dataclass(frozen=True, slots=True)
class Said:
    """One step from node to node, as an article says it."""

    source: Node
    to: Node
    kind: EdgeKind
    article: str
    place: Span
    rule: str


class WayGraph:
    """The graph of one cluster. Denials are said but lead nowhere in it."""

    def __init__(
        self, appearances: Sequence[Appearance], case: CaseFile, outlets: OutletTable, settings: Provenance
    ) -> None:
        import networkx as nx

        self._case, self._outlets = case, outlets
        self.counted = [a for a in appearances if a.stance is not Stance.DENIES]
        """The appearances that pass the claim on, in order."""
        self.graph: nx.DiGraph[Node] = nx.DiGraph()
        self.said: list[Said] = []
        self.speaking: dict[Node, list[str]] = {}
        """Keys of the outlets that speak in their own voice at an ``own`` node."""
        self.vouching: set[str] = set()
        """Keys of the outlets that are cited for what they say themselves."""
        self.named: dict[str, str] = {}
        """Outlets' names by their keys."""
        self._witnessed: set[Node] = set()
        """``own`` nodes of outlets that say how they know."""
        says = {key(a.outlet) for a in self.counted if a.outlet}
        # An outlet that takes its own report back has reported it, wherever that report is.
        took_back = {
            key(a.outlet)
            for a in appearances
            if a.outlet and says_it_was_wrong(case.claims[a.claim], case.articles[a.article])
        }
        self.denying = {key(a.outlet) for a in appearances if a.outlet} - says - took_back
        """Keys of the outlets whose own articles here only deny it."""
        self._bodies = Bodies(self.counted, case, settings)
        self._copying: dict[Node, list[Appearance]] = {}
        self._publishers: dict[str, str] = {}
        self._printing: dict[str, set[str]] = {}
        self._reporters: dict[str, str] = {}
        for appearance in self.counted:
            body = self._bodies.of(appearance.article)
            name = key(appearance.outlet) if appearance.outlet else f"article {body}"
            self._publishers.setdefault(body, name)
            self._printing.setdefault(body, set()).add(name)
        own_voice = self._walk_all()
        self._tie_outlets_to_articles()
        self._lead_on_carriers()
        self.sayings = [self._ends_of(group) for group in same_sayings(self.counted, case)]
        """Ends that are quoted with the same words, each with the articles that quote it so."""
        self._speak_for_itself(own_voice)
        self._have_it_from()
        for appearance in appearances:
            if appearance.stance is Stance.DENIES:
                self._deny(appearance)

    def publisher(self, appearance: Appearance) -> str:
        """Return who answers for an article: the outlet's key (of several with one text the first one's), or the
        article itself where the outlet is unknown."""
        return self._publishers[self._bodies.of(appearance.article)]

    def text(self, appearance: Appearance) -> str:
        """Return the text of an appearance's article."""
        return self._case.articles[appearance.article].text

    def _lead_on_carriers(self) -> None:
        """Lead on from somebody who ends one way to whom another article says that they have it from."""
        ends = [end for _, end in list(self.graph.nodes) if isinstance(end, End) and not end.anonymous]
        carriers = [end for end in ends if self.graph.out_degree(("end", end))]
        last = [end for end in ends if not self.graph.out_degree(("end", end))]
        for carrier in carriers:
            for end in last:
                if end.name.casefold() == carrier.name.casefold() and end.type is carrier.type:
                    for source in list(self.graph.successors(("end", carrier))):
                        if source != ("end", end):
                            self.graph.add_edge(("end", end), source)

    def _ends_of(self, group: Sequence[Appearance]) -> dict[End, set[str]]:
        """Where the ways of appearances that quote the same words end; those that name nobody lead there too."""
        import networkx as nx

        found: dict[End, set[str]] = {}
        lost: list[Appearance] = []
        carried: dict[Node, None] = {}
        for appearance in group:
            node = ("claim", appearance.claim)
            below = nx.descendants(self.graph, node)
            ends = [end for _, end in below if isinstance(end, End) and not self.graph.out_degree(("end", end))]
            for end in sorted(ends, key=lambda end: (end.name, sorted(end.route))):
                found.setdefault(end, set()).add(appearance.article)
            untold = ("untold", self.publisher(appearance))
            if not ends and below == {untold}:
                lost.append(appearance)
            elif not ends:
                last = [node for node in below if node[0] == "outlet" and not self.graph.out_degree(node)]
                carried |= dict.fromkeys(sorted(last, key=str))
        if found and (lost or carried):
            said_by = min(found, key=lambda end: (end.anonymous, -len(end.name.split()), end.name))
            for outlet in carried:
                self.graph.add_edge(outlet, ("end", said_by))  # it carried those words, whatever else it is cited for
            for appearance in lost:
                self._lead_to(appearance, ("end", said_by))
                found[said_by].add(appearance.article)
        return found

    def _lead_to(self, appearance: Appearance, end: Node) -> None:
        """Lead an appearance that names nobody to whom another article has the same words from."""
        untold: Node = ("untold", self.publisher(appearance))
        self.graph.remove_edge(("claim", appearance.claim), untold)
        if not self.graph.in_degree(untold):
            self.graph.remove_node(untold)
        self.graph.add_edge(("claim", appearance.claim), end)
        place = Span(appearance.start, appearance.end)
        shown = ("article", appearance.article)
        self._say(shown, end, EdgeKind.QUOTES, appearance.article, place, Rule.SAME_QUOTATION)

    def owner(self, outlet: str) -> str | None:
        """Return who owns an outlet, as the table has it."""
        found = self._outlets.find(outlet)
        return None if found is None else found.owner

    def leads_to(self, node: Node, target: Node) -> bool:
        """Tell whether a way goes from ``node`` to ``target``."""
        import networkx as nx

        return node in self.graph and bool(nx.has_path(self.graph, node, target))

    def _walk_all(self) -> list[Appearance]:
        """Lay down the ways of all appearances; return those that name no source."""
        for copy in self._bodies.copies:
            place = Span(copy.start, copy.end)
            self._say(("article", copy.article), ("article", copy.of), EdgeKind.COPIES, copy.article, place, copy.rule)
        own_voice: list[Appearance] = []
        told = {a.article for a in self.counted if not self._is_headline(a)}
        for appearance in self.counted:
            node = ("claim", appearance.claim)
            self.graph.add_edge(self._body(appearance), node)
            if sources := self._bodies.sources(appearance):
                self.graph.add_edges_from((node, ("article", of)) for of in sources)
                for of in sources:
                    self._copying.setdefault(("article", of), []).append(appearance)
            elif appearance.article in told and self._is_headline(appearance):
                own_voice.append(appearance)  # its source is that of the text below it
            elif way := self._way(appearance):
                self._walk(appearance, way)
            else:
                own_voice.append(appearance)
        return own_voice

    def _is_headline(self, appearance: Appearance) -> bool:
        """Tell whether an appearance is a line at the head of its text that is no sentence."""
        text = self._case.articles[appearance.article].text
        place = paragraph(text, Span(appearance.start, appearance.start))
        line, above = place.of(text).strip(), text[: place.start].strip()
        return not line.endswith(_ENDS) and len(line.split()) <= _LONGEST_HEADLINE and not above.endswith(_ENDS)

    def _body(self, appearance: Appearance) -> Node:
        return ("article", self._bodies.of(appearance.article))

    def _way(self, appearance: Appearance) -> Way:
        """The way that the article gives; one that is a wire report as a whole goes by way of the wire."""
        claim, article = self._case.claims[appearance.claim], self._case.articles[appearance.article]
        way = find_way(claim, self._case, self._outlets)
        taken = {key(step.name) for level in way for step in level} | {key(appearance.outlet or "")}
        for credit in credits_of(article, self._case, self._outlets):
            if credit.whole and key(credit.outlet) not in taken:
                place = credit.place or claim.span
                wire = Step(credit.outlet, Role.OUTLET, SourceType.OUTLET, False, place, credit.rule, vouches=True)
                return [(wire,), *way]
        return way

    def _walk(self, appearance: Appearance, way: Way) -> None:
        before: list[Node] = [("claim", appearance.claim)]
        route = frozenset(self._printing[self._bodies.of(appearance.article)])
        for level in way:
            after: list[Node] = []
            for step in level:
                node = self._node(appearance, step, route)
                after.append(node)
                for source in before:
                    self.graph.add_edge(source, node)
                    shown = ("article", appearance.article) if source[0] in ("claim", "untold") else source
                    self._state(appearance, step, shown, node)
            route = frozenset(key(step.name) for step in level if step.role is Role.OUTLET) or route
            before = after

    def _node(self, appearance: Appearance, step: Step, route: frozenset[str]) -> Node:
        if step.role is Role.SOURCE:
            decided = self._case.decided.get((appearance.article, " ".join(step.name.split())))
            return ("end", End(step.name, step.type, step.anonymous, route, step.organisation, decided, step.described))
        if step.role is Role.NOBODY:
            return ("untold", self.publisher(appearance))
        self.named.setdefault(key(step.name), step.name)
        if step.vouches:
            self.vouching.add(key(step.name))
        if step.rule != Rule.OWN_REPORT:
            return ("outlet", key(step.name))
        node = self._own(appearance)
        self._witnessed.add(node)
        return node

    def _state(self, appearance: Appearance, step: Step, shown: Node, node: Node) -> None:
        """Say a step as an edge: who told whom is turned round, as it reads."""
        if step.rule == Rule.OWN_REPORT or (step.role is Role.NOBODY and not step.name):
            return
        if step.role is Role.NOBODY:
            node = ("name", step.name)
        if step.role is not Role.SOURCE:
            self._say(shown, node, EdgeKind.CITES, appearance.article, step.place, step.rule)
        elif step.type is SourceType.DOCUMENT:
            self._say(shown, node, EdgeKind.RESTS_ON, appearance.article, step.place, step.rule)
        elif step.told and shown[0] == "outlet":
            self._say(node, shown, EdgeKind.TOLD, appearance.article, step.place, step.rule)
        else:
            self._say(shown, node, EdgeKind.QUOTES, appearance.article, step.place, Rule.QUOTED)

    def _tie_outlets_to_articles(self) -> None:
        """Let the trail go on from an outlet that is cited into its own articles of the cluster."""
        for appearance in self.counted:
            node: Node = ("outlet", key(appearance.outlet or ""))
            if appearance.outlet is not None and node in self.graph:
                place = Span(appearance.start, appearance.end)
                article = ("article", appearance.article)
                self.graph.add_edge(node, self._body(appearance))
                self._say(node, article, EdgeKind.CITES, appearance.article, place, Rule.OWN_ARTICLE)

    def _speak_for_itself(self, own_voice: list[Appearance]) -> None:
        """Lead on from appearances that name no source: to the same article's that do, to what it cites elsewhere."""
        silent = {a.claim for a in own_voice}
        attributed: dict[Node, list[Node]] = {}
        for appearance in self.counted:
            if appearance.claim not in silent:
                attributed.setdefault(self._body(appearance), []).append(("claim", appearance.claim))
        for appearance in own_voice:
            node: Node = ("claim", appearance.claim)
            if rest := attributed.get(self._body(appearance)) or self._named_by_copies(self._body(appearance)):
                self.graph.add_edges_from((node, other) for other in rest)
            elif not self._cite_elsewhere(appearance, node):
                self.graph.add_edge(node, self._own(appearance))

    def _have_it_from(self) -> None:
        """Lead on from an outlet's own article that names nobody to whom others say that the outlet has it from."""
        for kind, name in list(self.graph.nodes):
            told = list(self.graph.successors((kind, name))) if kind == "outlet" else []
            ends = [node for node in told if node[0] == "end"]
            for lost in (("untold", name), ("own", name)):
                if ends and lost in self.graph and lost not in self._witnessed and not self.graph.out_degree(lost):
                    self.graph.add_edges_from((lost, end) for end in ends)

    def _named_by_copies(self, body: Node) -> list[Node]:
        """The copies of a text that say in nearly its words who said it; the text itself was read as naming nobody."""
        found: list[Node] = []
        for appearance in self._copying.get(body, ()):
            way = self._way(appearance)
            if way and way[-1][0].role is Role.SOURCE:
                self._walk(appearance, way)
                found.append(("claim", appearance.claim))
        return found

    def _own(self, appearance: Appearance) -> Node:
        author = byline(self._case.articles[appearance.article], self._outlets)
        publisher = self.publisher(appearance)
        # One reporter's own eyes are one, in however many outlets.
        node = ("own", publisher if author is None else self._reporters.setdefault(author, publisher))
        if appearance.outlet:
            self.named.setdefault(key(appearance.outlet), appearance.outlet)
            self.speaking.setdefault(node, []).append(key(appearance.outlet))
        return node

    def _cite_elsewhere(self, appearance: Appearance, node: Node) -> bool:
        """Lead on to sources of this cluster that the article names for other things: it is not counted beside them."""
        found = False
        for claim in self._case.claims_of.get(appearance.article, []):
            if claim.attribution is None:
                continue
            for step in (step for level in find_way(claim, self._case, self._outlets) for step in level):
                for target in [n for n in self._meant(step) if not self.leads_to(n, node)]:
                    self.graph.add_edge(node, target)
                    kind = EdgeKind.CITES if target[0] == "outlet" else EdgeKind.QUOTES
                    shown = ("article", appearance.article)
                    self._say(shown, target, kind, appearance.article, step.place, Rule.CITED_ELSEWHERE)
                    found = True
        return found

    def _meant(self, step: Step) -> Iterator[Node]:
        """The nodes of this graph that a step elsewhere in an article surely means."""
        if step.role is Role.OUTLET and ("outlet", key(step.name)) in self.graph:
            yield ("outlet", key(step.name))
        elif step.role is Role.SOURCE and not step.anonymous and step.type is not SourceType.DOCUMENT:
            for kind, end in list(self.graph.nodes):
                if isinstance(end, End) and end.name.casefold() == step.name.casefold():
                    yield (kind, end)

    def _deny(self, appearance: Appearance) -> None:
        """Say who denies it; a denial is no origin of the claim and leads nowhere."""
        shown: list[Node] = [("article", appearance.article)]
        for level in find_way(self._case.claims[appearance.claim], self._case, self._outlets):
            steps = [step for step in level if step.name]
            for step in steps:
                kind = EdgeKind.QUOTES if step.role is Role.SOURCE else EdgeKind.CITES
                for before in shown:
                    self._say(before, ("name", step.name), kind, appearance.article, step.place, Rule.DENIAL)
            shown = [("name", step.name) for step in steps] or shown

    def _say(self, source: Node, to: Node, kind: EdgeKind, article: str, place: Span, rule: str) -> None:
        self.said.append(Said(source, to, kind, article, place, rule))
