"""What the article's page marks."""

from __future__ import annotations

from dataclasses import replace

from screens.article import _marks
from tests.screens import sample


def test_hovering_over_a_claim_tells_what_kind_it_is() -> None:
    paper = sample.story()[0][0]
    first, *rest = paper.claims
    flagged = replace(paper, claims=(replace(first, flags=("prediction",)), *rest))
    titles = {mark.anchor: mark.title for mark in _marks(flagged, {}, {}, None)}
    assert titles[f"c-{first.id}"] == "Claim (prediction)"
    assert {titles[f"c-{claim.id}"] for claim in rest} <= {"Claim"}
