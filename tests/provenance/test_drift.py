from __future__ import annotations

import pytest

from claims.records import Drift
from provenance.drift import GRAVE
from provenance.wording import Likeness, compare
from provenance.words import words

SAID = "We may close the north gate if the river rises above six metres, and we told every village along it."


def drift(new: str, old: str, fitted: bool = False) -> tuple[Drift, ...]:
    return compare(words(new), words(old), fitted).drift


@pytest.mark.parametrize(
    ("new", "old", "kind"),
    [
        ("We will close the gate if the river rises", "We may close the gate if the river rises", Drift.OPERATOR),
        ("They must open the books before the summer", "They could open the books before the summer", Drift.OPERATOR),
        ("All of the crew were on deck at the time", "Some of the crew were on deck at the time", Drift.OPERATOR),
        ("We signed the papers after the tower fell", "We signed the papers before the tower fell", Drift.OPERATOR),
        ("The wall was safe when we left it", "The wall was not safe when we left it", Drift.NEGATION),
        ("The wall wasn't safe when we left it", "The wall was safe when we left it", Drift.NEGATION),
        ("The wall was unsafe when we left it", "The wall was safe when we left it", Drift.NEGATION),
        ("Nobody on the board knew of the crack", "Everybody on the board knew of the crack", Drift.NEGATION),
        ("We counted 41 boats in the outer harbour", "We counted 14 boats in the outer harbour", Drift.NUMBER),
        ("We shut the harbour for the whole week", "We shut the market for the whole week", Drift.WORDS),
        ("We shut the old stone harbour for the whole week", "We shut the harbour for the whole week", Drift.ADDED),
        ("We shut the harbour for the week", "We shut the inner harbour for the week", Drift.LEFT_OUT),
    ],
)  # fmt: skip
def test_what_an_alteration_makes_of_a_quotation_is_told(new: str, old: str, kind: Drift) -> None:
    assert drift(new, old) == (kind,)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("It's late and we're tired of all this", "It is late and we are tired of all this"),
        ("We don't know what broke the cable", "We do not know what broke the cable"),
        ("We cannot say what broke the cable", "We can't say what broke the cable"),
        ("We lost, um, half of the fleet that night", "We lost half of the fleet that night"),
        ("The road is 38 miles long at low tide", "The road is 61 km long at low tide"),
        ("It cost 5 million crowns to mend the lock", "It cost 5,000,000 crowns to mend the lock"),
        ("We warned the [harbour] board in the spring", "We warned the board in the spring"),
        ("We warned the board in the spring", "We warned the [harbour] board in the spring"),
    ],
)
def test_short_forms_measures_and_brackets_make_no_drift(new: str, old: str) -> None:
    found = compare(words(new), words(old), fitted=False)
    assert (found.likeness, found.drift) == (Likeness.SAME, ())


def test_counts_of_other_things_are_not_one_measure() -> None:
    assert drift("We sent twelve tired men up the tower", "We sent twelve brave men up the tower") == (Drift.WORDS,)


@pytest.mark.parametrize(
    ("new", "old", "kind"),
    [
        ("We may close the north gate", SAID, Drift.CONDITION),
        ("we will sign the treaty", "If the crew is paid, we will sign the treaty.", Drift.CONDITION),
        ("The dam is safe", "The dam is safe, or perhaps not.", Drift.CONDITION),
        ("the dam is safe", "Nobody told me that the dam is safe.", Drift.NEGATION),
        ("the dam is safe", "I doubt that the dam is safe.", Drift.NEGATION),
        ("It was … an accident, as we said", "It was never an accident, as we said", Drift.NEGATION),
    ],
)
def test_what_a_cut_takes_away_from_what_is_left_is_told(new: str, old: str, kind: Drift) -> None:
    assert kind in drift(new, old)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("we told every village along it", SAID),
        ("The gate held all night", "The gate held all night, and we do not know why it failed in the morning."),
        ("the dam is safe", "We did not sleep, and the dam is safe."),
        ("We close the gate … and we told every village", "We close the gate at dusk and we told every village."),
        ("We are proud of this town", "We are proud of this town, but only a fool would call it rich."),
    ],
)
def test_a_part_that_leaves_its_meaning_alone_is_only_shortened(new: str, old: str) -> None:
    assert GRAVE.isdisjoint(drift(new, old)) and Drift.SHORTENED in drift(new, old)


def test_two_sentences_made_one_are_told() -> None:
    old = "We shut the north gate at dusk. The council had nothing to say about it. The river took the mill at dawn."
    assert Drift.SPLICED in drift("We shut the north gate and the river took the mill at dawn.", old)
    assert Drift.SPLICED not in drift("We shut the north gate at dusk … The river took the mill at dawn.", old)
    assert Drift.SPLICED not in drift("We shut the north gate at dusk. The river took the mill at dawn.", old)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("would never sell his share of the mill", "I will never sell my share of the mill"),
        ("they had walked the whole way home", "we have walked the whole way home"),
        ("wanted to see the tower fall at last", "I want to see the tower fall at last"),
    ],
)
def test_tense_and_person_may_be_fitted_into_a_sentence_but_not_into_a_whole_quotation(new: str, old: str) -> None:
    assert GRAVE.isdisjoint(drift(new, old, fitted=True)) and Drift.FITTED in drift(new, old, fitted=True)
    assert not GRAVE.isdisjoint(drift(new, old, fitted=False))


def test_a_small_word_is_told_apart() -> None:
    assert drift("We were told that the mill was sold", "We were told the mill was sold") == (Drift.SLIGHT,)
