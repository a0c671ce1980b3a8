"""The claims of a text and who makes them, as an extraction has them."""

from __future__ import annotations

from claims.articles import article
from claims.extraction import Extractor
from claims.records import Claim
from settings import Claims


def claims_told(text: str) -> list[tuple[Claim, str | None]]:
    """Return each claim of ``text`` with whom it is attributed to."""
    found = Extractor(Claims()).extract(article(text))
    speakers = {attribution.id: attribution.speaker for attribution in found.attributions}
    return [(claim, speakers.get(claim.attribution or "")) for claim in found.claims]
