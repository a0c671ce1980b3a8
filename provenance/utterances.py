"""Which appearances of a claim quote the same words: one saying, whoever each article has it from.

Two outlets that quote one speech, one press release or one interview share an origin, by whatever name they call it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from claims.records import Appearance
from provenance.quoted import quoted_places
from provenance.ways import CaseFile
from provenance.wording import Likeness, compare
from provenance.words import Word, words

LEAST_WORDS = 6
"""Words of a quotation from which on two people do not say it by chance: "no comment" is said by many."""
MOST_WORDINGS = 200
"""Distinct wordings that are compared each with each; a cluster with more is no longer one claim."""


def same_sayings(appearances: Sequence[Appearance], case: CaseFile) -> list[tuple[Appearance, ...]]:
    """Return the appearances in two or more articles that quote the same words, in the order given."""
    import networkx as nx

    wordings: dict[tuple[str, ...], tuple[Sequence[Word], list[Appearance]]] = {}
    for appearance in appearances:
        for said in _quoted(appearance, case):
            keys = tuple(word.key for word in said)
            wordings.setdefault(keys, (said, []))[1].append(appearance)
    alike: nx.Graph[tuple[str, ...]] = nx.Graph()
    alike.add_nodes_from(wordings)
    for one, other in combinations([*wordings][:MOST_WORDINGS], 2):
        if compare(wordings[one][0], wordings[other][0]).likeness is not Likeness.UNLIKE:
            alike.add_edge(one, other)
    place = {appearance.claim: n for n, appearance in enumerate(appearances)}
    groups = []
    for part in nx.connected_components(alike):
        found = {a.claim: a for keys in part for a in wordings[keys][1]}
        if len({a.article for a in found.values()}) > 1:
            groups.append(tuple(sorted(found.values(), key=lambda a: place[a.claim])))
    return sorted(groups, key=lambda group: [place[a.claim] for a in group])


def _quoted(appearance: Appearance, case: CaseFile) -> Iterator[Sequence[Word]]:
    """The words in quotation marks that the appearance's claim is attributed by, piece for piece."""
    attribution = case.attributions.get(case.claims[appearance.claim].attribution or "")
    if attribution is None:
        return
    text = case.articles[appearance.article].text
    for place in quoted_places(attribution, text):
        found = words(text, [place])
        if len(found) >= LEAST_WORDS:
            yield found
