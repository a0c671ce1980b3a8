from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.deeds import DOER, DONE_TO, Deed, deeds
from claims.language import parse
from settings import Claims

MODEL = Claims().spacy_model


def told(text: str) -> list[Deed]:
    return list(deeds(parse(text, MODEL)))


@pytest.mark.parametrize(
    ("text", "verb", "doer", "done_to"),
    [
        ("The surgeon Ada Kolb sued the clinic.", "sue", "kolb", "clinic"),
        ("The clinic was sued by the surgeon Ada Kolb.", "sue", "kolb", "clinic"),
        ("The clinic was sued in May by the surgeon Ada Kolb.", "sue", "kolb", "clinic"),
        ("The surgeon who sued the clinic has retired.", "sue", "surgeon", "clinic"),
        ("A trawler sunk by the navy carried rifles.", "sink", "navy", "trawler"),
        ("The navy chased a trawler and sank two boats.", "sink", "navy", "boat"),
        ("The navy wants to sink the trawler.", "sink", "navy", "trawler"),
        ("The head of the union praised the mill.", "praise", "union", "mill"),
    ],
)
def test_who_does_what_to_whom(text: str, verb: str, doer: str, done_to: str) -> None:
    [deed] = [each for each in told(text) if each.verb == verb]
    assert (deed.parts[doer], deed.parts[done_to]) == (DOER, DONE_TO)


def test_who_is_given_something_is_not_what_it_is_done_to() -> None:
    [deed] = told("The museum was given three paintings by the widow.")
    assert deed.parts == {"museum": "to", "painting": DONE_TO, "widow": DOER}
    assert deed.shown == "museum was given three paintings by the widow"


def test_what_follows_to_and_from_has_a_part_of_its_own() -> None:
    [deed] = told("Ships carried grain from Oxby to Marrow.")
    assert (deed.parts["oxby"], deed.parts["marrow"], deed.names) == ("from", "to", {"oxby", "marrow"})


def test_what_has_one_part_only_is_no_deed() -> None:
    assert told("The harbour closed early.") == []


@given(st.text(max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    for deed in told(text):
        assert deed.shown in text
        assert len(set(deed.parts.values())) > 1
        assert deed.names <= deed.parts.keys()
