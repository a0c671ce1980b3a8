"""Disagreement on a figure or date: only where the two would say the same with the other's in its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import ModelError
from index import clashes
from index.clashes import Of, Side, candidates, disagreements
from index.relation import load_relation_model

MODEL = load_relation_model()
SUBJECTS = st.sampled_from(
    ["The fire at the mill hurt", "On Monday the quay collapse injured", "The strike at Vell idled"]
)
FIGURES = st.sampled_from(["12 people", "nine children", "a third of the crew", "40 guards on 3 May", "nobody", "31"])
SENTENCES = st.builds("{} {}.".format, SUBJECTS, FIGURES)


@pytest.mark.parametrize(
    ("one", "two", "of", "left", "right"),
    [
        (
            "The bridge cost 12 million euros.",
            "The bridge cost 21 million euros.",
            Of.FIGURES,
            "12 million",
            "21 million",
        ),
        ("The ferry sailed on 3 May.", "On 5 May the ferry sailed.", Of.DATES, "3 May", "5 May"),
        ("The Gulls won the final 3-1.", "The Gulls won the final 2-0.", Of.FIGURES, "3-1", "2-0"),
        ("Half of the harvest was lost.", "A third of the harvest was lost.", Of.FIGURES, "Half", "A third"),
    ],
)
def test_a_figure_on_which_two_disagree_is_found_where_it_stands(
    one: str, two: str, of: Of, left: str, right: str
) -> None:
    (clash,) = disagreements(Side(one), Side(two), MODEL)
    assert clash.of is of
    assert (clash.left.of(one), clash.right.of(two)) == (left, right)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The fire killed four people.", "The storm hurt nineteen firemen in Ostrel."),
        ("The port of Vell was dredged in 1998.", "The mayor of Ostrel was born in 1961."),
        ("The wall is 61 km long.", "The wall is 38 miles long."),
        ("The mill was sold.", "The mill was sold for 12 million euros."),
    ],
)
def test_figures_of_two_things_or_of_one_value_are_no_disagreement(one: str, two: str) -> None:
    assert disagreements(Side(one), Side(two), MODEL) == []


def test_a_date_takes_its_day_of_the_week_along() -> None:
    one, two = Side("On Tuesday, 4 March the trial opens."), Side("The trial opens on Wednesday, 5 March.")
    agreed = clashes.questions(one, two, candidates(one, two))[1]
    assert agreed == ("On Tuesday, 4 March the trial opens.", "The trial opens on Tuesday, 4 March.")


@settings(deadline=None)
@given(SENTENCES, SENTENCES)
def test_it_does_not_matter_which_text_comes_first(one: str, two: str) -> None:
    there, back = disagreements(Side(one), Side(two), MODEL), disagreements(Side(two), Side(one), MODEL)
    assert {(clash.left, clash.right) for clash in there} == {(clash.right, clash.left) for clash in back}
    assert disagreements(Side(one), Side(one), MODEL) == []


def test_what_lies_in_a_range_is_not_set_against_it() -> None:
    told = Side("Between 40 and 60 cows are believed to have escaped from Hexgate market.")
    assert not candidates(told, Side("The number of cows that escaped from Hexgate market is put at 52."))
    assert candidates(told, Side("The number of cows that escaped from Hexgate market is put at 72."))


@settings(deadline=None)
@given(st.text(max_size=80) | SENTENCES, SENTENCES)
def test_places_lie_in_their_texts(one: str, two: str) -> None:
    for clash in candidates(Side(one), Side(two)):
        assert 0 <= clash.left.start < clash.left.end <= len(one)
        assert 0 <= clash.right.start < clash.right.end <= len(two)


def test_missing_weights_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clashes, "WEIGHTS", tmp_path / "none.json")
    clashes.clash_weights.cache_clear()
    try:
        with pytest.raises(ModelError, match="restore models/relation"):
            disagreements(Side("It cost 12 euros."), Side("It cost 21 euros."), MODEL)
    finally:
        clashes.clash_weights.cache_clear()
