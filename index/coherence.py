"""Do the wordings of a large cluster bear each other out, and if not, which of them do?

Likeness joins steps in time and values of one slot: "in talks to play him", "will play him" and "has withdrawn" share
nearly all their words, and so do two prices of one watch. What is inferred tells them apart: of the wordings of one
claim most follow from most others. A cluster of which they do not is parted by average linkage over what follows,
either way.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.relation import ENTAILS, RelationModel

BORNE_OUT = 0.5
"""Mean probability (0 to 1), over all pairs, that one wording follows from the other, from which a cluster is one
claim: docs/volume.md."""

PART = 0.45
"""The same mean at which two parts are one."""

MOST = 40
"""Wordings up to which a cluster is asked, each with each: 1,560 inferences."""


def borne_out(texts: Sequence[str], model: RelationModel) -> list[list[int]]:
    """Return the parts of a cluster whose wordings bear each other out, by place in ``texts``: most often all in one.

    Each part is in order, and the parts by their first. There must be two wordings or more.
    """
    import numpy as np
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    places = range(len(texts))
    whole = list(places)
    if len(texts) > MOST:
        return [whole]
    pairs = [(texts[one], texts[two]) for one in places for two in places if one != two]
    follows = np.zeros((len(texts), len(texts)))
    follows[~np.eye(len(texts), dtype=bool)] = model.scores(pairs)[:, ENTAILS]
    either = np.maximum(follows, follows.T)
    if either[np.triu_indices(len(texts), 1)].mean() >= BORNE_OUT:
        return [whole]
    apart = 1.0 - either
    np.fill_diagonal(apart, 0.0)
    labels = fcluster(linkage(squareform(apart, checks=False), "average"), 1.0 - PART, "distance").tolist()
    return [[place for place in places if labels[place] == label] for label in dict.fromkeys(labels)]
