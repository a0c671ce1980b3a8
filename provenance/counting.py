"""Where the ways of a graph end: origins, ends that cannot be told, rings; and the edges with those ends in them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property

from claims.records import Edge, EdgeKind, Origin, SourceType, Span, digest
from provenance.graph import Node, Said, WayGraph
from provenance.names import holds_office, office_of
from provenance.origins import End, Identity, is_described, said_alike, tell_apart
from provenance.outlets import key
from provenance.rules import ONLY_MAY_BE, Rule


def _may_be_surname(identity: Identity) -> bool:
    """Tell whether somebody is called by one word, which may be a last name whatever it was read as."""
    return identity.type in (SourceType.ORGANISATION, SourceType.UNKNOWN) and " " not in identity.name


def _has_office_holder(identity: Identity) -> bool:
    """Tell whether somebody who is only called by an office is taken for a body's mouth here: "the minister of supply",
    and the Ministry of Supply."""
    return any(end.type is SourceType.PERSON and holds_office(end.name) and end.name.islower() for end in identity.ends)


def _full(body: Identity) -> set[str]:
    """Return a body's names of several words, in small letters."""
    return {end.name.casefold().removeprefix("the ") for end in body.ends if len(end.name.split()) > 1}


class Count:
    """The ends of one cluster's graph.

    ``origins`` are the independent ones, ``cannot_tell`` is how many more there might be, ``circular`` tells whether
    some outlets only cite each other.
    """

    def __init__(
        self,
        cluster: str,
        ways: WayGraph,
        disputed: Iterable[tuple[str, ...]] = (),
        nearby: Collection[str] = frozenset(),
    ) -> None:
        """Count. ``disputed`` are pairs of speakers to whom one quotation is given: one of the two said it.

        ``nearby``: keys of outlets of which another cluster that may be the same has an article. What such an outlet is
        cited for it may say there, with a source that this cluster does not know.
        """
        self._cluster, self._ways, self._disputed, self._nearby = cluster, ways, list(disputed), nearby
        self._article_of = {a.claim: a.article for a in ways.counted}
        self._identity_of: dict[Node, Identity] = {}
        self._owners: dict[str, Identity] = {}
        self.cannot_tell = 0
        self.circular = False
        sinks = self._sinks()
        named = self._tell_apart([node for node in sinks if node[0] == "end"])
        counted = [self._origin(identity) for identity in named if identity.counts]
        self.cannot_tell += len(named) - len(counted)
        for node in sinks:
            if node[0] != "end":
                counted += self._report(node, counted)
        self.origins = tuple(counted)

    def edges(self) -> tuple[Edge, ...]:
        """Return every step once per article, with the ends as the origins that they were taken for."""
        found: dict[tuple[str, str, EdgeKind, str], Edge] = {}
        for said in [*self._ways.said, *self._own_reports()]:
            ends = [self._identity_of[n] for n in (said.source, said.to) if n[0] == "end" and n in self._identity_of]
            rule = next((identity.doubt for identity in ends if not identity.counts), self._rule(said))
            source, to = self._id(said.source), self._id(said.to)
            edge = Edge(source, to, said.kind, said.article, said.place.start, said.place.end, rule)
            known = found.setdefault((source, to, said.kind, said.article), edge)
            if known.rule in ONLY_MAY_BE and rule not in ONLY_MAY_BE:
                found[source, to, said.kind, said.article] = edge  # one sentence that is sure is enough
        return tuple(found.values())

    def _rule(self, said: Said) -> str:
        """The rule of a step; a shared quotation outweighs a name."""
        if said.rule in (Rule.QUOTED, Rule.TOLD_CARRIER):
            for saying in self._ways.sayings:
                articles = set().union(*saying.values())
                quoting = [articles for end, articles in saying.items() if ("end", end) in (said.source, said.to)]
                if len(articles) > 1 and any(said.article in each for each in quoting):
                    return Rule.SAME_QUOTATION
        return said.rule

    def _sinks(self) -> list[Node]:
        """The nodes that nothing leads on from, in the order in which the appearances came to them."""
        import networkx as nx

        parts = nx.condensation(self._ways.graph)
        sinks: set[Node] = set()
        for part in parts:
            if parts.out_degree(part) == 0:
                members = parts.nodes[part]["members"]
                self.circular = self.circular or len(members) > 1
                sinks |= members if len(members) == 1 else set()
        return [node for node in self._ways.graph if node in sinks]

    def _tell_apart(self, nodes: list[Node]) -> list[Identity]:
        ends = [value for _, value in nodes if isinstance(value, End)]
        place = {end: n for n, end in enumerate(ends)}
        found = said_alike(tell_apart(ends), self._ways.sayings)
        for identity in found:
            self._identity_of |= {("end", end): identity for end in identity.ends}
        found.sort(key=lambda identity: min(place[end] for end in identity.ends))
        for names in self._disputed:
            said = [i for i in found if i.counts and any(end.name in names for end in i.ends)]
            # Whom most give it to said it, of two alike the first.
            said.sort(key=lambda identity: -len(self._claims_above([("end", end) for end in identity.ends])))
            for other in said[1:]:
                other.may_be, other.doubt = said[0], Rule.OTHER_SPEAKER
        self._may_be_as_told()
        self._may_be_as_called(found)
        self._may_be_of_a_body(found)
        for identity in found:
            identity.may_be = identity.may_be and identity.may_be.root
        return found

    def _may_be_as_told(self) -> None:
        """Whom an outlet is said to have it from may be whom its own article names, where one of the two is only
        described: "a farmer told the Herald", and a farmer by name in the Herald."""
        for node in list(self._ways.graph):
            if node[0] != "outlet":
                continue
            own = self._identities(node, own=True)
            for identity in self._identities(node, own=False):
                others = [known for known in own if known.counts and known is not identity]
                if identity in own or not identity.counts or not self._only_told_by(node, identity):
                    continue
                if is_described(identity):
                    identity.put_to(others)
                elif described := [known for known in others if is_described(known)]:
                    described[0].put_to([identity])
                elif holding := [known for known in others if _has_office_holder(known)]:
                    identity.put_to(holding)

    def _may_be_as_called(self, found: list[Identity]) -> None:
        """Who is only described may be who bears a name in an article of this cluster that has both: "the deputy
        minister said", and a profile of the deputy minister Ida Brandt."""
        named = [i for i in found if not is_described(i) and (i.type is SourceType.PERSON or _may_be_surname(i))]
        for identity in found:
            if identity.type is not SourceType.PERSON or not identity.counts or not is_described(identity):
                continue
            office = office_of(identity.name)
            texts = [text for text, folded in self._texts.values() if office and office in folded]
            beside = [i for i in found if i.counts and i not in named and self._is_called(i.name, office)]
            identity.put_to([*beside, *(i for i in named if any(i.name.split()[-1] in text for text in texts))])

    def _is_called(self, name: str, office: str) -> bool:
        """Tell whether a text here gives an office beside a name, whatever that was read as: "Ida Brandt,
        the mayor"."""
        called = [f"{name}, the {office}", f"{office}, {name}", f"{office} {name}"] if office else []
        return any(each.casefold() in folded for each in called for _, folded in self._texts.values())

    def _may_be_of_a_body(self, found: list[Identity]) -> None:
        """Who holds an office may say what a body says that the same article names: "Dr Ida Brandt, medical director",
        and the hospital that is named there."""
        bodies = [i for i in found if i.counts and i.type is SourceType.ORGANISATION and not i.anonymous]
        for identity in [i for i in found if i.counts and i.type is SourceType.PERSON]:
            if not any(holds_office(end.described or "") or holds_office(end.name) for end in identity.ends):
                continue
            articles = {self._article_of[claim] for claim in self._claims_above([("end", e) for e in identity.ends])}
            texts = [self._texts[article][1] for article in articles]
            identity.put_to(body for body in bodies if any(name in text for name in _full(body) for text in texts))

    @cached_property
    def _texts(self) -> dict[str, tuple[str, str]]:
        """The texts of the articles here by their ids, as they are and in small letters."""
        texts = {appearance.article: self._ways.text(appearance) for appearance in self._ways.counted}
        return {article: (text, text.casefold()) for article, text in texts.items()}

    def _identities(self, outlet: Node, own: bool) -> list[Identity]:
        """Whom the articles of an outlet here lead to, or whom others say that it has it from."""
        import networkx as nx

        following = [node for node in self._ways.graph.successors(outlet) if (node[0] == "article") is own]
        nodes = following if not own else [end for body in following for end in nx.descendants(self._ways.graph, body)]
        found = {id(self._identity_of[node]): self._identity_of[node] for node in nodes if node in self._identity_of}
        return list(found.values())

    def _only_told_by(self, outlet: Node, identity: Identity) -> bool:
        """Tell whether nobody but those who cite an outlet has it from somebody."""
        before = {node for end in identity.ends for node in self._ways.graph.predecessors(("end", end))}
        return before <= {outlet, ("untold", outlet[1]), ("own", outlet[1])}

    def _origin(self, identity: Identity) -> Origin:
        claims = self._claims_above([("end", end) for end in identity.ends])
        return Origin(self._origin_id(identity), identity.name, identity.type, identity.anonymous, claims)

    def _report(self, node: Node, counted: list[Origin]) -> list[Origin]:
        """An outlet's own report as an origin, if somebody cites it for that; else one more that cannot be told.

        Where every article that leads to it leads to a counted origin as well, or another article of the outlet does,
        nothing says that the outlet did not have it from there.
        """
        outlets = self._ways.speaking.get(node, [str(node[1])])
        vouching = [outlet for outlet in outlets if outlet in self._ways.vouching and outlet not in self._nearby]
        claims = self._claims_above([node])
        elsewhere = {self._article_of[claim] for origin in counted for claim in origin.appearances}
        beside = {self._article_of[claim] for claim in claims} <= elsewhere or self._told_elsewhere(outlets)
        if node[0] == "untold" or not vouching or self._only_denies(node) or beside:
            self.cannot_tell += 1
            return []
        end = End(self._ways.named[vouching[0]], SourceType.OUTLET, False, frozenset(vouching[:1]))
        identity = self._identity_of[node] = Identity([end])
        owner = self._ways.owner(end.name)
        if owner is not None and owner in self._owners:
            identity.may_be = self._owners[owner]  # two mouths of one owner
            self.cannot_tell += 1
            return []
        if owner is not None:
            self._owners[owner] = identity
        return [Origin(self._origin_id(identity), identity.name, SourceType.OUTLET, False, claims)]

    def _told_elsewhere(self, outlets: Iterable[str]) -> bool:
        """Tell whether an article of one of the outlets here says from whom it has it."""
        nodes = [("outlet", outlet) for outlet in outlets]
        return any(i.counts for n in nodes if n in self._ways.graph for i in self._identities(n, own=True))

    def _only_denies(self, node: Node) -> bool:
        return node[0] == "outlet" and node[1] in self._ways.denying

    def _claims_above(self, nodes: list[Node]) -> tuple[str, ...]:
        import networkx as nx

        above = {value for node in nodes for kind, value in nx.ancestors(self._ways.graph, node) if kind == "claim"}
        return tuple(a.claim for a in self._ways.counted if a.claim in above)

    def _own_reports(self) -> list[Said]:
        """Tie outlets whose own reports count as origins to those origins."""
        found = []
        for node in self._identity_of:
            if node[0] == "outlet":
                citing = next(said for said in self._ways.said if said.to == node)
                found.append(
                    Said(node, ("report", node), EdgeKind.RESTS_ON, citing.article, citing.place, Rule.OWN_REPORT)
                )
            elif node[0] == "own":
                for a in self._ways.counted:
                    if self._ways.graph.has_edge(("claim", a.claim), node):
                        place, article = Span(a.start, a.end), ("article", a.article)
                        found.append(
                            Said(article, ("report", node), EdgeKind.RESTS_ON, a.article, place, Rule.OWN_REPORT)
                        )
        return found

    def _origin_id(self, identity: Identity) -> str:
        return digest("origin", self._cluster, identity.type, identity.name, *sorted(identity.ends[0].route))

    def _id(self, node: Node) -> str:
        kind, value = node
        if isinstance(value, End) and node not in self._identity_of:
            return f"outlet:{value.name}"  # somebody quoted for what somebody else said: a carrier, no origin
        if kind in ("end", "report"):
            identity = self._identity_of[value if kind == "report" else node]  # type: ignore[index]
            return f"origin:{self._origin_id(identity.may_be or identity)}"
        if kind == "outlet":
            return f"outlet:{self._ways.named[key(str(value))]}"
        return f"article:{value}" if kind == "article" else f"outlet:{value}"
