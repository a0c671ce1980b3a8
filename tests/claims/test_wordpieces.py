"""Word pieces: offsets into the original text, one form for the model, features in their columns."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.language import parse
from claims.paragraphs import paragraphs
from claims.quotation import find_quotations
from claims.records import Span
from claims.tagging import load_tagger
from claims.wordpieces import FEATURES, SIZES, Pieces, Role, split
from settings import Claims


def pieces(text: str, roles: tuple[Role, ...] = (), parsed: bool = False) -> Pieces:
    tagger = load_tagger()
    doc = parse(text, Claims().spacy_model) if parsed else None
    return split(text, paragraphs(text), find_quotations(text), tagger.tokenizer, doc, roles, tagger.labels)


def column(found: Pieces, name: str) -> list[int]:
    values: list[int] = found.features[:, FEATURES.index(name)].tolist()
    return values


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_ordered_pieces_inside_it_and_features_in_range(text: str) -> None:
    found = pieces(text, parsed=bool(text.strip()))
    assert found.features.shape == (len(found.ids), len(FEATURES))
    assert all(0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True))
    assert found.starts.tolist() == sorted(found.starts.tolist())
    assert all(found.features[:, number].max(initial=0) < size for number, size in enumerate(SIZES))


def test_marks_of_any_kind_are_one_piece_for_the_model() -> None:
    forms = ['"No."', "“No.”", "„No.“", "«No.»"]
    assert len({tuple(pieces(form).ids.tolist()) for form in forms}) == 1


def test_case_and_quotation_stand_in_their_columns() -> None:
    text = "NATO said “we agree”."
    found = pieces(text)
    words = [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]
    assert column(found, "case")[words.index("said")] == 1
    assert column(found, "quotation")[words.index("we")] == 1
    assert column(found, "quotation")[words.index("“")] == 2
    assert column(found, "quotation")[words.index("said")] == 0


def test_what_the_rules_found_begins_once_and_goes_on() -> None:
    text = "Osric Wendlingham spoke."
    found = pieces(text, (Role(Span(0, 17), 0),))
    inside = [value for value, start in zip(column(found, "rule"), found.starts, strict=True) if start < 17]
    assert inside == [1] + [2] * (len(inside) - 1)
    assert len(inside) > 2


def test_the_parse_tells_each_piece_of_a_word_the_same() -> None:
    text = "Wendlingham resigned."
    found = pieces(text, parsed=True)
    tags = [value for value, start in zip(column(found, "tag"), found.starts, strict=True) if start < 11]
    assert len(tags) > 1
    assert len(set(tags)) == 1
    assert tags[0] > 0
