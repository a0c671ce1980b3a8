from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Span
from provenance.words import in_print, keys, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We don't know", "We do not know"),
        ("It can't be, he won't sign", "It cannot be, he will not sign"),
        ("We're gonna need it, 'cause it rains", "We are going to need it, because it rains"),
        ("Um, we lost, er, half of it", "We lost half of it"),
        ("45% of the nurses", "Forty-five per cent of the nurses"),
        ("It cost £1.2m", "It cost one million two hundred thousand pounds"),
        ("We were 2-0 down", "We were two-nil down"),
        ("15 to 20 lambs", "15–20 lambs"),
        ("⅔ of the reeds and 3½ acres", "Two-thirds of the reeds and three and a half acres"),
        ("since the nineteen-seventies", "since the 1970s"),
        ("at 5.15pm on 3 March", "at 5:15 p.m. on March 3"),
        ("Mister Hale of Saint Mary's Street", "Mr Hale of St Mary's St"),
        ("the colour of the theatre", "the color of the theater"),
    ],
)
def test_other_forms_of_the_same_words_have_the_same_keys(one: str, other: str) -> None:
    assert [word.key for word in words(one)] == [word.key for word in words(other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3 March", "4 March"),
        ("45%", "54%"),
        ("£12m", "$12m"),
        ("5.15pm", "5.15am"),
        ("we can", "we can't"),
        ("2-0", "0-2"),
    ],
)
def test_other_words_have_others(one: str, other: str) -> None:
    assert [word.key for word in words(one)] != [word.key for word in words(other)]


def test_a_title_ends_no_sentence_and_a_cue_may() -> None:
    assert {word.sentence for word in words("Mr. Croft told Dr. Lee so at 5 p.m. on Monday")} == {0}
    text = "“It was safe,” said Orm. “You may use it.”"
    said = words(text, [Span(1, 12), Span(26, 41)])
    assert said[2].sentence != said[3].sentence and said[3].after_pause


@given(st.text(alphabet="abn't15½%£.,'’“” -:pm\n[]…", max_size=60))
def test_words_stand_where_they_say_and_never_overlap(text: str) -> None:
    found = words(text)
    assert all(text[word.start : word.end] == word.text for word in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert {word.key for word in found} <= keys(text)


@pytest.mark.parametrize(
    "text", ["a third of the reeds", "we left at noon", "half of it and a quarter more", "the sixties"]
)
def test_keys_do_not_depend_on_what_else_a_text_has(text: str) -> None:
    alone = [word.key for word in words(text)]
    assert [word.key for word in words(f"{text} and 7 more")][: len(alone)] == alone


@pytest.mark.parametrize(
    "text", ["He said n't here", "‘We stayed in Berlin’, he said", "They took him to the ER", "İ'm"]
)
def test_odd_words_keep_their_letters(text: str) -> None:
    found = words(text)
    assert all(word.text and word.key for word in found)
    assert {"berling", ""}.isdisjoint(word.key for word in found)
    assert ("ER" in text) == any(word.text == "ER" for word in found)


def test_short_forms_are_shown_in_one() -> None:
    assert in_print(words("We don't, and he's late")) == "We don't and he's late"
