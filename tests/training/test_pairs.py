from __future__ import annotations

from typing import Any

import pytest

from benchmarks import misquotes, phenomena
from training.pairs import KINDS, kept_back, rows, taught


@pytest.mark.parametrize("kind", KINDS)
def test_every_pair_is_whole_and_no_answer_is_rare(kind: str) -> None:
    found = list(rows(kind))
    answer = {"cuts": "turns", "numbers": "conflict", "same": "relation", "stance": "stance"}[kind]
    answers = [row[answer] for row in found]
    assert all(text.strip() for row in found for text in row.values() if isinstance(text, str))
    assert min(answers.count(each) for each in set(answers)) > len(found) / 5
    assert {row.get("relation", "same") for row in found} <= {"same", "contradicts", "other"}
    assert {row.get("stance", "denies") for row in found} <= {"supports", "denies", "reports"}


def test_what_is_left_of_a_saying_stands_in_it() -> None:
    for row in rows("cuts"):
        place = 0
        for stretch in row["part"].casefold().split("…"):
            place = row["whole"].casefold().index(stretch.strip(), place) + len(stretch.strip())


def test_what_is_kept_back_is_not_taught() -> None:
    shown = {(pair["premise"], pair["hypothesis"]) for pair in taught()}
    for kind in KINDS:
        kept = [row for row in rows(kind) if kept_back(row)]
        assert 0.05 < len(kept) / len(list(rows(kind))) < 0.15
        assert not {(row.get("whole") or row.get("left") or row["passage"], _other(row)) for row in kept} & shown


def _other(row: dict[str, Any]) -> str:
    return str(row.get("part") or row.get("right") or row["claim"])


def test_no_line_of_a_suite_is_trained_on() -> None:
    written = {str(text).casefold() for kind in KINDS for row in rows(kind) for text in row.values()}
    measured = {
        row[side].casefold()
        for suite in (*phenomena.TUNED, *phenomena.HELD)
        for name in ("matching", "stance", "numbers")
        for row in phenomena.rows(suite, name)
        for side in (("claim", "passage") if name == "stance" else ("left", "right"))
    }
    measured |= {
        text.casefold() for suite in misquotes.ALL for pair in misquotes.pairs(suite) for text in (pair.a, pair.b)
    }
    assert not {text for text in written & measured if len(text.split()) > 4}
