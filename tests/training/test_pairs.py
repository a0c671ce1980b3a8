from __future__ import annotations

import pytest

from benchmarks import misquotes, phenomena
from benchmarks.stance import LABELS
from training.choice import CHOICE
from training.pairs import KINDS, inferences, kept_back, rows, taught

ANSWERS: dict[str, tuple[str, set[object]]] = {
    "cuts": ("turns", {True, False}),
    "news": ("one", {True, False}),
    "nli": ("label", set(LABELS)),
    "numbers": ("conflict", {True, False}),
    "same": ("relation", {"same", "contradicts", "other"}),
    "stance": ("stance", {"supports", "denies", "reports"}),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_pair_is_whole_and_no_answer_is_rare(kind: str) -> None:
    found = list(rows(kind))
    answer, possible = ANSWERS[kind]
    answers = ["other" if row[answer] == "near" else row[answer] for row in found]
    assert all(text.strip() for row in found for text in row.values() if isinstance(text, str))
    assert min(answers.count(each) for each in set(answers)) > len(found) / 5
    assert set(answers) == possible


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
        assert not {(one, two) for row in kept for one, two, _ in inferences(kind, row)} & shown


def test_what_chooses_among_models_is_whole_and_is_not_trained_on() -> None:
    shown = {text for pair in taught() for text in (pair["premise"], pair["hypothesis"])}
    for kind in sorted({path.name.partition("_")[0] for path in CHOICE.iterdir()}):
        found = list(rows(kind, CHOICE))
        assert all(one.strip() and two.strip() for row in found for one, two, _ in inferences(kind, row))
        assert {row[ANSWERS[kind][0]] for row in found} <= {*ANSWERS[kind][1], "near"}
        assert not {row["of"] for row in found} & shown


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
