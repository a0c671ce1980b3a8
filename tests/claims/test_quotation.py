"""What stands in quotation marks, whatever the marks."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.quotation import find_quotations, quoted

ODD = st.text(alphabet=st.sampled_from(list("aB .,!?\n\r\t\xa0\u200b0'’‘\"“”„«»‹›`—-()[]é雨😀")), max_size=120)


def inner(text: str) -> list[list[str]]:
    return [[part.of(text) for part in quotation.parts] for quotation in find_quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        'She said "the ferry is late" and left.',
        "She said “the ferry is late” and left.",
        "She said «the ferry is late» and left.",
        "She said „the ferry is late“ and left.",
        'She said “the ferry is late" and left.',
        "She said ”the ferry is late” and left.",
        "She said ”the ferry is late“ and left.",
        "She said ‘the ferry is late’ and left.",
        "She said ``the ferry is late'' and left.",
    ],
)
def test_any_pair_of_marks_encloses_a_quotation(text: str) -> None:
    assert inner(text) == [["the ferry is late"]]
    assert all(quotation.balanced for quotation in find_quotations(text))


def test_apostrophes_are_no_quotation_marks() -> None:
    assert inner("It’s the sailors’ boat, isn't it? Don't say 'em; the '90s and ’08 are over, rock 'n' roll.") == []


def test_inches_and_feet_are_no_quotations() -> None:
    assert inner('The board is 6\' 2" long and the nail 3" wide.') == []


def test_a_quotation_inside_a_quotation_belongs_to_it() -> None:
    assert inner("“He told me ‘go home’ and “stay there”,” she said.") == [["He told me ‘go home’ and “stay there”,"]]


def test_a_long_quotation_opens_every_paragraph_and_closes_the_last() -> None:
    text = "He wrote:\n\n“The first.\n\n“The second.\n\n“The third.”\n\nThen he left."
    assert inner(text) == [["The first.", "The second.", "The third."]]


def test_an_opening_mark_without_partner_ends_with_its_sentence() -> None:
    text = "He said “we are late. Nobody had asked him.\nThe next paragraph is about something else."
    (quotation,) = find_quotations(text)
    assert quotation.parts[0].of(text) == "we are late."
    assert not quotation.balanced


def test_a_closing_mark_without_partner_starts_with_its_sentence() -> None:
    text = "The harbour was quiet. We are late,” he said."
    (quotation,) = find_quotations(text)
    assert quotation.parts[0].of(text) == "We are late,"
    assert not quotation.balanced


def test_a_stray_mark_does_not_move_the_quotations_after_it() -> None:
    text = "A “stray mark. He said “one” and “two.”\nShe said “three.”"
    assert [parts[0] for parts in inner(text)][1:] == ["one", "two.", "three."]


def test_a_quotation_may_run_over_the_line_breaks_of_wrapped_text() -> None:
    line = "a sentence that is long enough to be wrapped by a mail program"
    text = f"She said “{line}\n{line}\n{line}\n{line}” and left."
    assert len(inner(text)) == 1


@example("'0“0‹")
@given(ODD)
def test_quotations_lie_inside_the_text_in_order_and_apart(text: str) -> None:
    last = 0
    for quotation in find_quotations(text):
        assert quotation.start >= last
        for part, outer in zip(quotation.parts, quotation.outer, strict=True):
            assert outer.holds(part)
            assert part.end <= len(text)
        last = quotation.parts[0].end
    assert len(quoted(text, find_quotations(text))) == len(text)


@pytest.mark.parametrize("piece", ['"', "“a ", "a” ", "“a\n", "'a ", "‘a “b ", "«", " "])
def test_the_work_grows_with_the_length_alone(piece: str) -> None:
    started = time.process_time()
    find_quotations(piece * (100_000 // len(piece)))
    assert time.process_time() - started < 5
