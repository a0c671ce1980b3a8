from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from benchmarks.drafting import QUOTE_FAULTS, SOUND, write_drafts
from benchmarks.drafts import SOUND_REPORTS, Score, score
from benchmarks.townpress import print_county
from runner.desk import Desk
from settings import Settings

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


def test_what_is_wrong_in_a_draft_is_found_and_what_is_sound_is_left_alone(tmp_path: Path) -> None:
    with Desk(Settings(), tmp_path / "a.db") as desk:
        desk.ingest(PRESS.articles)
        found = score(DRAFTS, desk)
    assert _share(found, found.planted.keys() - {*SOUND, *SOUND_REPORTS}) >= 0.95
    assert _share(found, SOUND) >= 0.95
    assert _share(found, SOUND_REPORTS) == 1, found.misses


def _share(found: Score, kinds: Collection[str]) -> float:
    planted = sum(found.planted[kind] for kind in kinds)
    assert planted > 10
    return sum(found.right[kind] for kind in kinds) / planted
