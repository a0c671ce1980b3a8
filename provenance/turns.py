"""Does what a cut leaves of a saying still follow from it? The relation model is asked, which was taught with cuts of
quotations that we wrote (``training/pairs``): rules know the usual words, a model the others.

Only where it is nearly sure that the part does not follow, and the rules tell nothing, is the cut called one that turns
what was said; that a part follows takes back nothing of what the rules tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.relation import ENTAILS, RelationModel

TURNED = 0.03
"""Probability (0 to 1) that the part follows under which a cut turned what was said: chosen on cuts that the model has
not seen so that five of six are."""

LEAST_WORDS = 4
"""Words of a part at least: of fewer a model cannot tell what they say."""


def follows(pairs: Sequence[tuple[str, str]], model: RelationModel) -> list[float]:
    """Return the probability (0 to 1) that each part follows from the whole; ``pairs`` are wholes and parts."""
    return [float(row[ENTAILS]) for row in model.scores(pairs)] if pairs else []
