from __future__ import annotations

from dataclasses import replace

from claims.records import Attribution, Kind
from provenance.exports.quotes import quotes
from tests.provenance.exports.made import CLAIMS, HALM, SENTENCE, TEXT, archived, attribution, claim, span, trail


def said(*attributions: Attribution, by: str = "said-a1") -> list[tuple[str, str]]:
    """The quotations of a trail whose claim is attributed to ``by``: whose, and which words."""
    claims = {**CLAIMS, "claim-a1": claim("claim-a1", "a1", by, span(SENTENCE))}
    return [
        (quote.attribution.id, quote.text)
        for quote in quotes(trail(), archived(claims=claims, attributions=attributions))
    ]


def test_a_quotation_that_a_cue_breaks_is_one() -> None:
    assert said(HALM) == [("said-a1", "The tug 𝕊𝕥𝕖𝕝𝕝𝕒 sank at noon\nNobody drowned.")]


def test_what_is_told_in_other_words_is_no_quotation() -> None:
    assert said(replace(HALM, kind=Kind.INDIRECT)) == []


def test_of_a_mixed_content_only_the_marked_words_are_quoted() -> None:
    mixed = attribution("mixed", Kind.MIXED, span("it “a small mishap”"))
    assert said(mixed, by="mixed") == [("mixed", "a small mishap")]


def test_marks_that_close_beyond_the_content_still_pair() -> None:
    mixed = attribution("mixed", Kind.MIXED, span("it “a small mishap"))
    assert said(mixed, by="mixed") == [("mixed", "a small mishap")]


def test_marks_that_do_not_pair_quote_nothing() -> None:
    assert said(attribution("mixed", Kind.MIXED, span("it “a small")), by="mixed") == []


def test_a_quotation_inside_a_quotation_is_the_outer_one() -> None:
    inner = attribution("inner", Kind.DIRECT, span("sank at noon"), speaker="the log", parent="said-a1")
    assert [id for id, _ in said(HALM, inner, by="inner")] == ["said-a1"]


def test_a_quotation_that_another_outlet_passes_on_is_the_speaker_s() -> None:
    outlet = attribution("told", Kind.INDIRECT, span(SENTENCE), speaker="Vorn Radio")
    assert [id for id, _ in said(outlet, replace(HALM, parent="told"))] == ["said-a1"]


def test_a_ring_of_attributions_ends() -> None:
    one = attribution("one", Kind.DIRECT, span("sank at noon"), parent="two")
    two = attribution("two", Kind.DIRECT, span("Nobody drowned."), parent="one")
    assert len(said(one, two, by="one")) == 1


def test_a_claim_or_attribution_that_is_gone_leaves_the_rest() -> None:
    assert said() == []
    assert [quote.article.text for quote in quotes(trail(), archived())] == [TEXT]
    assert list(quotes(trail(), archived(claims={}))) == []
