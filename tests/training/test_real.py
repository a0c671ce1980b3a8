from __future__ import annotations

from pathlib import Path

from benchmarks.stance import LABELS
from training import real


def test_pairs_are_of_two_articles_and_each_follows_or_not(gold: Path) -> None:
    found = list(real.rows())
    assert {row["as"] for row in found} == set(real.As)
    assert {row[way] for row in found for way in ("there", "back")} == set(LABELS)
    for row in found:
        assert len(set(row["of"])) == 2
        for side in ("left", "right"):
            assert row[side] == row[side].strip() and len(row[side].split()) > 3


def test_two_of_which_each_follows_from_the_other_are_one_claim(gold: Path) -> None:
    for row in real.rows():
        if row["there"] == row["back"] == "entailment":
            assert row["as"] is real.As.SAME


def test_what_is_kept_back_is_not_taught(gold: Path) -> None:
    found = list(real.rows())
    kept = [row for row in found if real.kept_back(row)]
    assert 0.1 < len(kept) / len(found) < 0.2
    taught = {(pair["premise"], pair["hypothesis"]) for pair in real.taught()}
    assert not {(row["left"], row["right"]) for row in kept} & taught
