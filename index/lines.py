"""A claim of each line of a list, as the ``cluster`` door is given them: headlines, or statements by themselves."""

from __future__ import annotations

from dataclasses import replace

from claims.records import Claim
from index.bare import bare_claim

HEADLINE = "headline"
"""Flag of a line that ends without a full stop. It sums up a story, where a sentence of an article states one thing."""

_MARKS = "\"'”’)] "


def line_claim(id: str, text: str) -> Claim:
    """Return ``text`` as a claim of no article, flagged where it is a headline."""
    claim = bare_claim(id, text)
    return claim if text.rstrip(_MARKS).endswith((".", "!", "…")) else replace(claim, flags=(HEADLINE,))
