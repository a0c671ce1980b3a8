from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Attribution, Kind, Polarity, SourceType, Span, Stance
from index.stance import Form, judge_stance, surroundings

CLAIM = "The mayor took bribes"


def said(polarity: Polarity, speaker: str | None = "Ilse Brandt") -> Attribution:
    kind = SourceType.PERSON if speaker else SourceType.UNKNOWN
    return Attribution("x", Kind.INDIRECT, (Span(0, 1),), None, None, speaker, kind, (), None, polarity, 1.0, ())


@pytest.mark.parametrize(
    ("passage", "stance"),
    [
        ("The mayor took bribes.", Stance.SUPPORTS),
        ("For years the mayor of Tarn took bribes from builders.", Stance.SUPPORTS),
        ("Mayor Brandt denied taking any bribe.", Stance.DENIES),
        ("There is no evidence that the mayor took bribes.", Stance.DENIES),
        ("The mayor did not take bribes.", Stance.DENIES),
        ("The story of the mayor's bribes is a hoax.", Stance.DENIES),
        ("The mayor reportedly took bribes, sources say.", Stance.REPORTS),
        ("Did the mayor take bribes?", Stance.REPORTS),
        ("According to a former clerk, the mayor took bribes.", Stance.REPORTS),
        ("Mayor took bribes: whistleblower", Stance.REPORTS),
        ("Mayor took bribes, builders complain", Stance.REPORTS),
    ],
)
def test_the_outlets_own_words_are_read_by_their_cues(passage: str, stance: Stance) -> None:
    assert judge_stance(CLAIM, passage).stance is stance


def test_workers_who_are_to_be_dismissed_are_no_denial() -> None:
    passage = "According to the Tolvey Gazette, 300 workers of the mill are to be dismissed."
    assert judge_stance("The mill will cut 300 jobs", passage, said(Polarity.ASSERTS)).stance is Stance.REPORTS


@pytest.mark.parametrize(
    "unnamed",
    [
        "a nurse who asked not to be named",
        "a dam engineer who was not authorised to speak",
        "two officials, speaking on condition of anonymity because they were not authorized to discuss the case,",
    ],
)
def test_why_somebody_is_not_named_denies_nothing(unnamed: str) -> None:
    claim = "3,100 people were driven out of their houses by a storm surge"
    assert judge_stance(claim, f"{claim}, {unnamed} said.", said(Polarity.ASSERTS)).stance is Stance.REPORTS


def test_who_repeats_a_negated_claim_does_not_deny_it() -> None:
    assert judge_stance("The mayor did not take bribes", "The mayor never took bribes.").stance is Stance.SUPPORTS


@pytest.mark.parametrize(
    ("polarity", "stance", "reason"),
    [
        (Polarity.ASSERTS, Stance.REPORTS, "passed on from Ilse Brandt"),
        (Polarity.DENIES, Stance.DENIES, "Ilse Brandt denies it"),
        (Polarity.QUESTIONS, Stance.REPORTS, "Ilse Brandt leaves it open"),
    ],
)
def test_an_attribution_settles_the_stance(polarity: Polarity, stance: Stance, reason: str) -> None:
    found = judge_stance(CLAIM, "The mayor took bribes.", said(polarity))
    assert found.stance is stance
    assert found.reasons[0] == reason


def test_somebody_quoted_as_calling_it_a_hoax_denies_it() -> None:
    passage = "The story that the mayor took bribes is a hoax"
    assert judge_stance(CLAIM, passage, said(Polarity.ASSERTS)).stance is Stance.DENIES


@pytest.mark.parametrize(
    ("before", "passage", "after"),
    [
        ("", "Correction: Our report on Monday said that the mayor took bribes.", "That was wrong."),
        ("", "Our story on Monday said that the mayor took bribes.", "This was not the case."),
        ("Our report on Monday was wrong.", "We said that the mayor took bribes.", "We apologise."),
        ("We made a mistake on Monday.", "We reported that the mayor took bribes.", "He did not."),
        ("", "Correction: An earlier version of this article said that the mayor took bribes.", ""),
    ],
)
def test_a_report_that_is_repeated_only_to_be_taken_back_denies(before: str, passage: str, after: str) -> None:
    found = judge_stance(CLAIM, passage, said(Polarity.ASSERTS, None), before, after)
    assert found.stance is Stance.DENIES


def test_what_somebody_said_is_denied_where_the_next_sentence_says_that_it_is_not_so() -> None:
    passage = "Ilse Brandt said that the mayor took bribes."
    assert judge_stance(CLAIM, passage, said(Polarity.ASSERTS), "", "That is not true.").stance is Stance.DENIES


@pytest.mark.parametrize(
    ("passage", "after"),
    [
        ("Ilse Brandt said that the mayor took bribes.", "That was wrong, she said, and the mayor knew it."),
        ("Ilse Brandt said that the mayor took bribes.", "“That is not true,” said the mayor."),
        ("Our report on Monday said that the mayor took bribes.", "The police have opened an inquiry."),
        ("We said that the mayor took bribes.", "That was wrong-footed by nobody."),
    ],
)
def test_nothing_is_taken_back_by_what_only_looks_like_it(passage: str, after: str) -> None:
    assert judge_stance(CLAIM, passage, said(Polarity.ASSERTS), "", after).stance is Stance.REPORTS


def test_to_take_back_the_opposite_does_not_deny_the_claim() -> None:
    passage, after = "Correction: Our report said that the mayor took bribes.", "That was wrong."
    found = judge_stance("The mayor took no bribes", passage, said(Polarity.ASSERTS, None), "", after)
    assert not any("taken back" in reason for reason in found.reasons)


def test_the_sentences_around_a_passage_are_those_of_its_paragraph() -> None:
    text = "Far off.\nWe erred. The mayor took bribes. That was wrong. Sorry.\nFar on."
    start = text.index("The mayor")
    assert surroundings(text, start, start + len("The mayor took bribes.")) == ("We erred.", "That was wrong.")
    assert surroundings(text, 0, len("Far off.")) == ("", "")


def test_reasons_name_the_words_that_were_seen() -> None:
    reasons = judge_stance(CLAIM, "Brandt denied that she took bribes, a clerk said.").reasons
    assert "denial words: denied" in reasons
    assert "reporting words: said" in reasons


@given(st.text(), st.text(), st.sampled_from([None, *map(said, Polarity)]))
def test_scores_of_any_text_sum_to_one(claim: str, passage: str, attribution: Attribution | None) -> None:
    found = judge_stance(claim, passage, attribution)
    assert found.supports + found.denies + found.reports == pytest.approx(1)
    assert getattr(found, found.stance.value) == max(found.supports, found.denies, found.reports)
    assert found.reasons


@pytest.mark.parametrize(
    "passage",
    [
        "The ferry Alma would have sailed on Sunday but for a broken shaft.",
        "The ferry Alma was to have sailed on Sunday.",
        "Had the ferry Alma sailed on Sunday, it would have met the storm.",
        "If the ferry Alma had sailed on Sunday, nobody would have been stranded.",
    ],
)
def test_what_is_told_as_contrary_to_fact_is_denied(passage: str) -> None:
    judged = judge_stance("The ferry Alma sailed on Sunday.", passage)
    assert judged.stance is Stance.DENIES
    assert judged.reasons[0].startswith("told as contrary to fact")


def test_what_is_so_beside_what_would_have_been_is_not_denied() -> None:
    passage = "Had the wind turned, the pier would have burned; the ferry Alma sailed on Sunday all the same."
    assert judge_stance("The ferry Alma sailed on Sunday.", passage).stance is Stance.SUPPORTS


def test_a_question_says_nothing_and_its_answer_counts() -> None:
    claim = "The prison at Stone Quay is overcrowded."
    assert judge_stance(claim, "Is the prison at Stone Quay overcrowded?").stance is Stance.REPORTS
    assert judge_stance(claim, "Is the prison at Stone Quay overcrowded? Yes, it is.").stance is Stance.SUPPORTS


def test_in_a_cluster_a_denial_needs_a_word_of_denial() -> None:
    claim, other = "The price of copper rose last week.", "The price of copper fell every day last week."
    assert judge_stance(claim, other).stance is Stance.DENIES
    assert judge_stance(claim, other, worded=True).stance is not Stance.DENIES
    denial = "The price of copper did not rise last week."
    assert judge_stance(claim, denial, worded=True).stance is Stance.DENIES


def test_what_somebody_says_is_judged_without_its_frame() -> None:
    claim, passage = (
        "The cabinet has agreed to sell the dam.",
        "“The cabinet has agreed to no sale,” Ida Brandt told us.",
    )
    framed = judge_stance(claim, passage, said(Polarity.ASSERTS), worded=True)
    whole = judge_stance(claim, passage, said(Polarity.ASSERTS), worded=True, said="The cabinet has agreed to no sale")
    assert (framed.stance, whole.stance) == (Stance.REPORTS, Stance.DENIES)


def test_a_passage_that_denies_what_stands_before_it_denies() -> None:
    found = judge_stance(CLAIM, "“Nonsense,” she said.", said(Polarity.ASSERTS), CLAIM + ".", denies_before=True)
    assert found.stance is Stance.DENIES


@pytest.mark.parametrize(
    ("passage", "form"),
    [
        ("The mayor of Tarn took bribes.", Form.SENTENCE),
        ("Mayor took bribes", Form.HEADLINE),
        ("Once Again, The Bribes Of Tarn Are A Hoax. Repeat: A Hoax.", Form.HEADLINE),
        ("Did Mayor Brandt Really Take Bribes From Velling Builders?", Form.HEADLINE),
        ("Mayor Ida Brandt of Tarn took bribes from Omar Sewell.", Form.SENTENCE),
    ],
)
def test_a_headline_is_known_by_its_end_or_by_its_capitals(passage: str, form: Form) -> None:
    assert Form.of(passage) is form
