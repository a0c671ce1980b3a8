"""The nouns of planted worlds: stories of which all that a reader could find out is known, because we planted it.

A generator (``benchmarks/worldmakers``) is a module with ``worlds(count: int, seed: int) -> Iterator[World]``; the same
seed gives the same bytes. :func:`check` is what every world must keep. ``python -m benchmarks.worlds`` measures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.records import Article, Outlet, Span

FLAGS = frozenset({"circular", "anonymous_only", "denied", "corrected"})


@dataclass(frozen=True, slots=True)
class Place:
    """A passage of an article, in its exact words, which occur once in the article's text.

    ``value`` is the exact text of the number or date that is meant, where one is; it occurs once in the passage.
    """

    article: str
    passage: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class PlantedClaim:
    """One claim of a world.

    ``places`` are all sentences of the world that state it, deny it or pass it on, whatever the wording. ``origins``
    are the independent origins that vouch for it; ``most`` are these and the further ends that might be origins.
    ``flags`` of :data:`FLAGS` must be there.
    """

    name: str
    places: tuple[Place, ...]
    origins: int
    most: int
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Difference:
    """Two wordings, speakers or values of one thing, and everywhere they stand: places of the one, places of the other.

    One place on either side is enough; more where copies repeat it. ``kind`` says what was planted. Kinds of misquotes:
    ``ellipsis``, ``condition``, ``operator``, ``negation``, ``spliced``, ``word``; of speakers: ``speaker``; of
    conflicts: ``number``, ``date``. Sound variants have kinds of their own, such as ``bracket`` or ``rounded``.
    """

    kind: str
    a: tuple[Place, ...]
    b: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class World:
    """One story with its truth. ``kind`` is what was mainly planted.

    ``copies`` are all unordered pairs of articles where one is made from the other or both from one (closed:
    :func:`closure`). ``misquotes``, ``speakers`` and ``conflicts`` must be told; ``sound`` are pairs that must not.
    ``outlets`` is the newsroom's own table of outlets, with owners, where it has one.
    """

    id: str
    kind: str
    articles: tuple[Article, ...]
    claims: tuple[PlantedClaim, ...]
    copies: tuple[tuple[str, str], ...] = ()
    misquotes: tuple[Difference, ...] = ()
    speakers: tuple[Difference, ...] = ()
    conflicts: tuple[Difference, ...] = ()
    sound: tuple[Difference, ...] = ()
    outlets: tuple[Outlet, ...] = ()

    def article(self, id: str) -> Article:
        """Return an article by its id. Raises KeyError."""
        for article in self.articles:
            if article.id == id:
                return article
        raise KeyError(id)

    def span(self, place: Place) -> Span:
        """Return where ``place`` stands: its value, if it has one, else its passage. Raises ValueError if it does not
        stand there exactly once."""
        text = self.article(place.article).text
        start = once(text, place.passage)
        if place.value is None:
            return Span(start, start + len(place.passage))
        start += once(place.passage, place.value)
        return Span(start, start + len(place.value))

    @property
    def differences(self) -> tuple[Difference, ...]:
        """All differences, to be told or not."""
        return (*self.misquotes, *self.speakers, *self.conflicts, *self.sound)


def once(text: str, passage: str) -> int:
    """Return where ``passage`` stands in ``text``. Raises ValueError if that is nowhere or at several places."""
    start = text.find(passage)
    if not passage or start < 0 or text.find(passage, start + 1) >= 0:
        raise ValueError(f"{passage!r} must stand once in {text!r}")
    return start


def closure(pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return all pairs, each sorted, of articles that ``pairs`` connect."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(pairs)
    groups = (sorted(group) for group in nx.connected_components(graph))
    return tuple(sorted((a, b) for group in groups for n, a in enumerate(group) for b in group[n + 1 :]))


def check(world: World) -> None:
    """Raise ValueError where the truth of ``world`` does not fit its articles or itself."""
    ids = [article.id for article in world.articles]
    if len(set(ids)) != len(ids):
        raise ValueError(f"{world.id}: an article twice")
    for place in _places(world):
        world.span(place)
    for claim in world.claims:
        if not 0 <= claim.origins <= claim.most:
            raise ValueError(f"{world.id}: {claim.name} has {claim.origins} origins, {claim.most} at most")
        if not claim.places or len(set(claim.places)) != len(claim.places):
            raise ValueError(f"{world.id}: {claim.name} has no place, or one twice")
        if claim.flags - FLAGS:
            raise ValueError(f"{world.id}: {claim.name} has unknown flags {sorted(claim.flags - FLAGS)}")
    if tuple(sorted(tuple(sorted(pair)) for pair in world.copies)) != closure(world.copies):
        raise ValueError(f"{world.id}: copies of copies are missing")
    if {id for pair in world.copies for id in pair} - set(ids):
        raise ValueError(f"{world.id}: a copy of an article that is not there")
    for difference in world.differences:
        if not difference.a or not difference.b:
            raise ValueError(f"{world.id}: a difference of kind {difference.kind} has one side only")


def _places(world: World) -> Iterator[Place]:
    for claim in world.claims:
        yield from claim.places
    for difference in world.differences:
        yield from (*difference.a, *difference.b)
