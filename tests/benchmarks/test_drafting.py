from __future__ import annotations

import re

from benchmarks.drafting import QUOTE_FAULTS, write_drafts
from benchmarks.townpress import print_county

PRESS = print_county(3, stories=12)
DRAFTS = write_drafts(PRESS, 4, 36, 3)


def test_the_same_seed_writes_the_same_press_and_drafts() -> None:
    assert print_county(3, stories=12) == PRESS
    assert write_drafts(PRESS, 4, 36, 3) == DRAFTS
    assert write_drafts(PRESS, 4, 36, 4) != DRAFTS


def test_what_is_said_stands_in_its_article() -> None:
    for each in (*PRESS.quotes, *PRESS.reported, *PRESS.stated):
        assert each.text in PRESS.articles[each.article].text
        assert PRESS.articles[each.article].outlet == each.outlet


def test_what_is_planted_stands_where_it_is_said_to_stand() -> None:
    for draft in DRAFTS:
        spans = [(each.start, each.end) for each in draft.planted]
        assert spans == sorted(spans)
        assert all(0 <= start < end <= len(draft.text) for start, end in spans)


def test_a_sound_quote_keeps_its_words_and_a_fault_does_not() -> None:
    said = {_letters(each.text) for each in PRESS.quotes}
    kinds = {each.kind for draft in DRAFTS for each in draft.planted}
    assert kinds >= set(QUOTE_FAULTS) and kinds >= {"verbatim", "other marks"}
    for draft in DRAFTS:
        for each in draft.planted:
            whole = _letters(draft.text[each.start : each.end])
            if each.kind in ("verbatim", "other marks", "wrong speaker"):
                assert whole in said
            elif each.kind in QUOTE_FAULTS:
                assert whole not in said


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold())
