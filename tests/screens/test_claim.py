"""How one appearance of a claim is shown."""

from __future__ import annotations

from screens.claim import _appearance
from screens.markup import EMPTY
from tests.screens import sample


def test_an_appearance_says_what_kind_of_claim_it_is() -> None:
    papers, clusters = sample.story()
    appearance = clusters[0][1].appearances[0]
    article = next(paper.article for paper in papers if paper.article.id == appearance.article)
    assert '<span class="chip">prediction</span>' in _appearance(appearance, article, EMPTY, "prediction")
    assert "chip" not in _appearance(appearance, article, EMPTY, "").split('class="said"')[1]
