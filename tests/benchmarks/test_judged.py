"""The judged pairs: every label is known, and what is held out shares no article with what may be looked at."""

from __future__ import annotations

import json

from benchmarks.judged import PAIRS

ROWS = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]


def test_every_pair_is_two_places_with_a_label_that_is_known() -> None:
    for row in ROWS:
        assert row["left"] < row["right"] and row["left"][0] != row["right"][0]
        assert row["labels"] and set(row["labels"]) <= {"same", "denied", "other figure", "different"}
        assert all(0 <= start < end for _, start, end in (row["left"], row["right"]))


def test_the_halves_share_no_article() -> None:
    articles = {
        suite: {row[side][0] for row in ROWS if row["suite"] == suite for side in ("left", "right")}
        for suite in ("tuned", "held")
    }
    assert articles["tuned"] and articles["held"] and articles["tuned"].isdisjoint(articles["held"])


def test_no_words_of_an_article_are_kept() -> None:
    assert all(set(row) == {"left", "right", "labels", "suite"} for row in ROWS)
