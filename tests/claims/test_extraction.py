from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from claims.extraction import Extractor
from claims.records import Article, Extraction, Span
from settings import Claims

EXTRACTOR = Extractor(Claims())
STORY = (
    "The old mill in Lisbon closed in March 2021, and 70 workers lost their jobs.\n\n"
    '"The mill lost $12 million in 2020," Ada Quill, its director, said on Thursday.\n\n'
    "The union said that about 40 families have not been paid.\n\n"
    "Leave a Reply\n"
)


def article(text: str, published: str | None = None) -> Article:
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article("a1", None, None, None, None, published, None, None, None, sha256, text)


def extract(text: str, published: str | None = None) -> Extraction:
    return EXTRACTOR.extract(article(text, published))


def test_claims_are_tied_to_who_makes_them() -> None:
    found = extract(STORY)
    speakers = {attribution.id: attribution.speaker for attribution in found.attributions}
    told = [speakers[claim.attribution] if claim.attribution else None for claim in found.claims]
    assert told[:2] == [None, "Ada Quill"]
    assert told[2] is not None
    assert len(told) == 3


def test_numbers_dates_and_negation_are_those_of_the_statement() -> None:
    own, quote, union = extract(STORY).claims
    assert [(q.value, q.unit) for q in own.quantities] == [(70, "worker")]
    assert [d.value for d in own.dates] == ["2021-03"]
    assert [(q.value, q.unit) for q in quote.quantities] == [(12_000_000, "USD")]
    assert [d.value for d in quote.dates] == ["2020"]  # Thursday is when it was said
    assert union.negated
    assert [q.approximate for q in union.quantities] == [True]
    assert not own.negated


def test_a_weekday_in_the_outlets_own_past_tense_is_counted_from_publication() -> None:
    (claim,) = extract("The mill closed on Thursday.", published="2024-05-03").claims
    assert [date.value for date in claim.dates] == ["2024-05-02"]


def test_what_an_article_repeats_is_one_claim_at_its_first_place() -> None:
    text = "The mill in Lisbon closed in March.\n\nThe mill in Lisbon closed in March.\n"
    (claim,) = extract(text).claims
    assert claim.start == 0


def test_the_same_article_gives_the_same_result() -> None:
    assert Extractor(Claims()).extract(article(STORY)) == extract(STORY)


def test_the_version_tells_settings_apart() -> None:
    assert Extractor(Claims()).version == EXTRACTOR.version
    assert Extractor(Claims(spacy_model="another")).version != EXTRACTOR.version


def test_what_kind_of_claim_it_is_is_marked() -> None:
    text = "The mill in Lisbon will close in May. Did Ada Quill sell the mill? The mill in Lisbon made steel."
    assert [claim.flags for claim in extract(text).claims] == [("prediction",), ("question",), ()]


def test_an_article_without_words_has_no_claims() -> None:
    assert extract(" \n\t ").claims == ()
    assert extract("").claims == ()


MARKS = st.sampled_from([*"\"“”„'.,?•[]…—é😀\u200b\n", "\n\n", "\r\n", "3-4", "$12 million"])
WORDS = st.sampled_from(
    ["he said", "She", "Ada Quill", "said that", "according to", "the mill closed", "not", "on Thursday"]
)
PIECES = MARKS | WORDS


@hypothesis_settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=120))
def test_any_text_is_extracted_with_exact_offsets(text: str) -> None:
    found = extract(text)
    ids = {attribution.id for attribution in found.attributions}
    for claim in found.claims:
        assert claim.text == text[claim.start : claim.end] != ""
        assert claim.text == claim.text.strip()
        assert claim.standalone
        assert "\n" not in claim.standalone
        assert 0 <= claim.worth <= 1
        assert claim.flags == tuple(sorted({"opinion", "prediction", "question"} & set(claim.flags)))
        assert claim.attribution is None or claim.attribution in ids
        for part in (*claim.quantities, *claim.dates):
            assert text[part.start : part.end] == part.text
            assert claim.span.holds(Span(part.start, part.end))
    assert len({claim.id for claim in found.claims}) == len(found.claims)
    starts = [claim.start for claim in found.claims]
    assert starts == sorted(starts)
