"""The page's own words."""

from __future__ import annotations

from enum import StrEnum

import pytest

from claims import records
from claims.records import FirstAppearance, Stances
from provenance import notes
from provenance.rules import Rule
from screens import words
from tests.screens import sample


def test_a_claim_is_read_by_one_plain_line() -> None:
    _, trail = sample.story()[1][0]
    assert words.standing(trail.in_one_line()) == "6 articles, 2 independent origins, 1 cannot tell"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "date unknown"),
        ("2024-03-05", "5 March 2024"),
        ("2024-03-05T06:40:00+01:00", "5 March 2024, 06:40 UTC+01:00"),
        ("2024-03-05T06:40:00Z", "5 March 2024, 06:40"),
        ("last week", "last week"),
    ],
)
def test_dates_are_shown_as_known_and_no_further(value: str | None, shown: str) -> None:
    assert words.date(value) == shown


def test_undated_articles_are_told() -> None:
    assert (
        words.undated(FirstAppearance("c", "a", None, "2024-03-05", 1)) == "1 article without a date might be earlier"
    )
    assert words.first_seen(FirstAppearance("c", "a", None, None, 2)) == "date unknown"


def test_the_kind_of_a_claim_is_said_in_words() -> None:
    assert words.claim_kind(("opinion", "prediction")) == "opinion beside a fact, prediction"
    assert words.claim_kind(("question",)) == "asked, not claimed"
    assert words.claim_kind(()) == ""


def test_stances_are_said_in_words() -> None:
    assert words.stances(Stances(2, 1, 0)) == "2 support, 1 denies"


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (records.Stance, words.STANCE),
        (records.Stance, words.STANCE_MEANS),
        (records.SourceType, words.SOURCE_TYPE),
        (records.Kind, words.KIND),
        (Rule, words.RULE),
        (records.EdgeKind, words.EDGE),
        (records.EdgeKind, words.EDGE_SENTENCE),
        (records.ConflictKind, words.CONFLICT),
        (records.Relation, words.RELATION),
        (records.FindingVerdict, notes.VERDICT),
        (records.Checked, notes.CHECKED),
    ],
)
def test_every_value_has_a_name(kind: type[StrEnum], names: dict[StrEnum, str]) -> None:
    assert set(names) == set(kind)


@pytest.mark.parametrize(
    ("told", "differs", "said"),
    [
        ("differ: figures, 12 against 15", True, "The figures differ: 12 against 15"),
        ("differ: one is negated", True, "One says that it is not so"),
        (
            "differ: who does what to whom, “A sued B” against “B sued A”",
            True,
            "Who does it to whom is the other way round: “A sued B” against “B sued A”",
        ),
        ("differ: least and most, 3 against 4", True, "The one is a least, the other a most: 3 against 4"),
        (
            "differ: beginning and end, since 2009 against until 2009",
            True,
            "The one is a beginning, the other an end: since 2009 against until 2009",
        ),
        ("no conflict: 7 against 340", True, "These may not be of one thing: 7 against 340"),
        ("differ: the moon", True, "The moon"),
        ("meaning 0.83, wording 0.40", False, "Meaning alike to 0.83 and wording to 0.40, where 1 is the same"),
        ("both name Velling", False, "Both name Velling"),
        ("", False, ""),
    ],
)
def test_a_reason_is_said_in_plain_words(told: str, differs: bool, said: str) -> None:
    assert words.reason(told) == (differs, said)
