from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Span
from provenance.wording import Comparison, Likeness, compare
from provenance.words import words

SAID = "We shut the gate before the flood came, and we told every village along the lower river."


def against(new: str, old: str) -> Comparison:
    return compare(words(new), words(old))


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("“It’s over” – we’re done.", "\"It's over\" - we're done."),
        ("we shut the harbour and the theatre", "We shut the harbor and the theater"),
        ("They recognised the favourable judgement", "They recognized the favorable judgment"),
        ("The convoy travelled 61 km in the dark", "The convoy travelled 38 miles in the dark"),
        ("The sea-front is closed to walkers", "The seafront is closed to walkers"),
        ("It rose by 9 per cent in a week", "It rose by 9% in a week"),
        ("Some 9,000 people cross each day", "Some 9000 people cross each day"),
        ("He counted twelve ships at dawn", "He counted 12 ships at dawn"),
        ("We told [the council] about the crack", "We told about the crack"),
        ("[The council] knew about the crack in May", "They knew about the crack in May"),
    ],
)
def test_marks_spelling_units_and_brackets_are_no_alteration(new: str, old: str) -> None:
    assert not against(new, old).changes
    assert against(new, old).likeness in (Likeness.SAME, Likeness.PART)


def test_each_changed_added_and_omitted_word_is_named() -> None:
    found = against(
        "We shut the sluice well before the flood came, and told every village along the lower river.", SAID
    )
    assert found.likeness == Likeness.ALTERED
    assert [str(change) for change in found.changes] == ["‘sluice well’ here, ‘gate’ there", "‘we’ is only there"]


def test_a_part_that_leaves_out_nothing_telling_is_only_a_part() -> None:
    found = against("We shut the gate before the flood came", SAID)
    assert (found.likeness, found.turning, found.changes) == (Likeness.PART, (), ())
    assert found.removed == ("and we told every village along the lower river",)


@pytest.mark.parametrize(
    ("part", "whole", "word"),
    [
        ("I will sign", "I will sign if the crew is paid.", "if"),
        ("the dam is safe", "I do not believe that the dam is safe.", "not"),
        ("the dam is safe", "Nobody told me that the dam is safe.", "Nobody"),
        ("The dam was ever safe in winter", "The dam wasn't ever safe in winter", "n't"),
        ("It was … an accident, and we said so", "It was never an accident, and we said so", "never"),
        ("It was an accident, and we said so at once", "It was not an accident, and we said so at once", "not"),
    ],
)
def test_a_part_that_loses_a_negation_or_a_condition_says_which(part: str, whole: str, word: str) -> None:
    found = against(part, whole)
    assert found.likeness == Likeness.PART
    assert word in found.turning


def test_words_of_another_sentence_are_not_missed() -> None:
    found = against("The gate held all night.", "The gate held all night. We do not know why it failed in the morning.")
    assert (found.likeness, found.turning, found.removed) == (Likeness.PART, (), ())


def test_an_ellipsis_owns_up_to_what_it_leaves_out() -> None:
    found = against("We shut the gate … and we told every village", SAID)
    assert (found.likeness, found.changes) == (Likeness.PART, ())


@pytest.mark.parametrize("other", ["", "We are", "The band will play on Friday at the old mill near the station."])
def test_other_words_are_another_quotation(other: str) -> None:
    assert against(other, SAID).likeness == Likeness.UNLIKE


def test_a_quotation_broken_by_its_cue_is_compared_without_the_cue() -> None:
    text = "“We shut the gate,” she said, “before the flood came.”"
    parts = [Span(1, 17), Span(30, 52)]
    assert compare(words(text, parts), words("We shut the gate before the flood came")).likeness == Likeness.SAME


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    assert all(text[word.start : word.end] == word.text for word in words(text))


@given(st.text(alphabet="abc ,.!’'“”[]…\n-", max_size=60))
def test_a_wording_is_the_same_as_itself(text: str) -> None:
    said = words(text)
    assert compare(said, said).likeness == (Likeness.SAME if said else Likeness.UNLIKE)


@given(st.text(alphabet="abcd .[]…", max_size=40), st.text(alphabet="abcd .[]…", max_size=40))
def test_any_two_wordings_compare(new: str, old: str) -> None:
    assert 0 <= against(new, old).similarity <= 1
