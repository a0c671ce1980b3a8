from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import Article, Attribution, Kind, Polarity, SourceType, Span
from provenance.mentions import Mentions, Named, is_name, read_mentions
from tests.provenance.newsroom import OUTLETS, article

PERSON, ORGANISATION, ANONYMOUS = SourceType.PERSON, SourceType.ORGANISATION, SourceType.ANONYMOUS


def said(paper: Article, speaker: str | None, type: SourceType = PERSON) -> Attribution:
    """An attribution whose source is the last word of the speaker's name, where the text has it."""
    last = (speaker or "").split()[-1:]
    start = paper.text.find(last[0]) if last else -1
    source = Span(start, start + len(last[0])) if start >= 0 else None
    content = (Span(0, min(3, len(paper.text))),)
    return Attribution(
        f"{speaker}{type}", Kind.INDIRECT, content, None, source, speaker, type, (), None, Polarity.ASSERTS, 0.9, ()
    )


def read(text: str, *speakers: str, type: SourceType = PERSON) -> Mentions:
    paper = article(text, "Gull Post")
    return read_mentions(paper, [said(paper, speaker, type) for speaker in speakers], OUTLETS)


def only(text: str, speaker: str) -> Named:
    [named] = read(text, speaker).named
    return named


@pytest.mark.parametrize(
    "name",
    [
        "Edda Varnholt",
        "the Harbour Safety Board",
        "Velling police",
        "NASA",
        "Abu Omar al-Tarsi",
        "Minister Varnholt",
        "eBay",
    ],
)
def test_a_name_is_a_name(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "description",
    [
        "",
        "officials",
        "The minister",
        "Two Australians",
        "a harbour worker",
        "Residents",
        "Another",
        "friends of Varnholt's",
        "Shoppers who came to Velling",
        "The Police Chief",
        "the ministry",
        "police",
        "A spokeswoman for Acme",
        "Supporters of Acme",
        "Acme and the Harbour Board",
        "VELLING — Acme",
        "One of the many people who had come to hear what Edda Varnholt would say",
    ],
)
def test_a_description_is_no_name(description: str) -> None:
    assert not is_name(description)


def test_a_word_that_the_article_also_prints_small_is_no_name() -> None:
    assert read("Neighbours ran. The neighbours said so.", "Neighbours").named == ()
    assert read("Pilots flew, and Quill said so. Quill left.", "Quill").named[0].name == "Quill"


def test_an_outlet_is_a_name_however_it_is_described() -> None:
    assert read("It was told to the film industry magazine Variety.", "film industry magazine Variety").named


def test_unnamed_speakers_are_left_out() -> None:
    assert read("Edda Varnholt was named.", "Edda Varnholt", type=ANONYMOUS).named == ()


def test_titles_are_read_before_a_name_and_after_it() -> None:
    text = "Treasury Secretary Edda Varnholt spoke. Mrs. Varnholt, the acting finance minister, sat down."
    named = only(text, "Edda Varnholt")
    assert {("treasury", "secretary"), ("finance", "minister")} <= named.called
    assert named.man is False


def test_mr_and_ms_beside_one_name_tell_nothing() -> None:
    assert only("Mr Varnholt met Ms Varnholt.", "Varnholt").man is None
    assert only("Mr Varnholt met Mr Kessin.", "Varnholt").man is True


def test_the_place_is_the_fullest_first_mention_with_its_titles() -> None:
    text = "Varnholt spoke. Later Harbour Minister Edda Varnholt left."
    assert only(text, "Edda Varnholt").place.of(text) == "Harbour Minister Edda Varnholt"


def test_first_names_are_those_of_everybody_whom_the_text_mentions() -> None:
    found = read("Edda Varnholt met her brother Nils J. Varnholt. Mrs Varnholt and Minister Varnholt left.").first_names
    assert found["varnholt"] == {"edda", "j"}


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("The Harbour Safety Board (HSB) met.", "hsb", ("harbour", "safety", "board")),
        ("said the Office of the Port Warden (OPW)", "opw", ("office", "of", "port", "warden")),
        ("Last week Velling's Coast-Guard Union (the CGU) struck.", "cgu", ("coast", "guard", "union")),
    ],
)
def test_letters_in_brackets_are_explained_by_the_words_before_them(
    text: str, short: str, long: tuple[str, ...]
) -> None:
    assert read(text).short_for == {short: long}


@pytest.mark.parametrize("text", ["The board met (HSB).", "Edda Varnholt (R) said.", "(HSB)", "in May (NYSE: TID)"])
def test_brackets_that_explain_no_letters_are_left_alone(text: str) -> None:
    assert read(text).short_for == {}


@settings(deadline=None)
@given(st.text(max_size=300), st.lists(st.text(max_size=40), max_size=4))
def test_any_text_can_be_read(text: str, speakers: list[str]) -> None:
    paper = article(text.encode("utf-8", "replace").decode(), "Gull Post")
    clean = [speaker.encode("utf-8", "replace").decode() for speaker in speakers]
    for named in read_mentions(paper, [said(paper, speaker) for speaker in clean], OUTLETS).named:
        assert 0 <= named.place.start <= named.place.end <= len(paper.text)
        assert named.id == f"{paper.id} {named.name}"


@pytest.mark.parametrize("piece", ["Varnholt ", "of the ", "Varnholt, the ", "(HSB) ", "A", "Mr Edda Edda "])
def test_a_long_line_takes_time_in_proportion(piece: str) -> None:
    def seconds(times: int) -> float:
        """The least of three: a pause of the garbage collector, after a thousand other tests, is not the reader's."""

        def once() -> float:
            start = time.process_time()
            read(piece * times, "Edda Varnholt", "Mr Edda", "Varnholt")
            return time.process_time() - start

        return min(once() for _ in range(3))

    read(piece, "Edda Varnholt")
    assert seconds(40_000) < 20 * max(seconds(10_000), 0.02)
