"""Which articles of a cluster are, for one claim, the same text printed again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.records import Appearance, Copy, Span
from provenance.ways import CaseFile, sentence
from settings import Provenance


class Bodies:
    """The appearances of a claim, as far as they copy each other.

    A copy of an article that also makes the claim leads to that article. Articles that copy each other nobody knows
    which way, or that copy one third article which is no appearance itself, are one body: together they have the ends
    that any of them has.
    """

    def __init__(self, appearances: Sequence[Appearance], case: CaseFile, settings: Provenance) -> None:
        self._case, self._settings = case, settings
        self._parent: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        """By article, the sentences that make the claim."""
        for appearance in appearances:
            self._members.setdefault(appearance.article, []).append(self._sentence(appearance))
        self._from: dict[str, set[str]] = {}
        self.copies: dict[Copy, None] = {}
        """Those that matter to this claim, each once."""
        for appearance in appearances:
            self._follow(appearance)
        self._join_circles({a.claim: a.article for a in appearances})

    def of(self, article: str) -> str:
        """Return the id that stands for the body of ``article``."""
        while (above := self._parent.get(article, article)) != article:
            article = above
        return article

    def sources(self, appearance: Appearance) -> list[str]:
        """Return the bodies that the appearance's passage was copied from."""
        return sorted({self.of(of) for of in self._from.get(appearance.claim, ())} - {self.of(appearance.article)})

    def _follow(self, appearance: Appearance) -> None:
        for copy, other in self._passages(appearance):
            if copy.article == appearance.article:
                self.copies[copy] = None
            if copy.directed and other in self._members:
                self._from.setdefault(appearance.claim, set()).add(other)
            else:
                self._join(appearance.article, other)

    def _passages(self, appearance: Appearance) -> Iterator[tuple[Copy, str]]:
        """The copies that the appearance's own passage is part of, with the article on the other side."""
        claim = self._case.claims[appearance.claim]
        for copy in self._case.copies_of.get(appearance.article, []):
            other = copy.of if copy.article == appearance.article else copy.article
            if copy.directed and other == copy.article:
                continue
            if self._holds(claim.text, claim.attribution, copy, other) or self._is_retold(appearance, other):
                yield copy, other

    def _is_retold(self, appearance: Appearance, other: str) -> bool:
        """Tell whether an article makes the claim in a sentence of nearly the same words, in whatever order."""
        from rapidfuzz import fuzz

        mine, least = self._sentence(appearance), self._settings.sentence_alike
        return any(fuzz.token_sort_ratio(mine, said, score_cutoff=least) > 0 for said in self._members.get(other, ()))

    def _sentence(self, appearance: Appearance) -> str:
        text = self._case.articles[appearance.article].text
        return sentence(text, Span(appearance.start, appearance.end)).of(text)

    def _holds(self, passage: str, attribution: str | None, copy: Copy, other: str) -> bool:
        from rapidfuzz import fuzz

        mostly = copy.shared >= self._settings.mostly_copied
        article = self._case.articles.get(other)
        if article is None or (mostly and attribution is None and copy.of == other):
            return mostly
        return fuzz.partial_ratio(passage, article.text, score_cutoff=self._settings.passage_alike) > 0

    def _join_circles(self, article_of: dict[str, str]) -> None:
        """Join articles that are said to copy each other in a circle: no date tells which was first."""
        import networkx as nx

        copies = nx.DiGraph(
            (self.of(article_of[claim]), self.of(of)) for claim, ofs in self._from.items() for of in ofs
        )
        for circle in nx.strongly_connected_components(copies):
            first, *rest = sorted(circle)
            for other in rest:
                self._join(first, other)

    def _join(self, one: str, other: str) -> None:
        low, high = sorted((self.of(one), self.of(other)))
        if low != high:
            self._parent[high] = low
