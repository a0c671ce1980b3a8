from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.records import Judgement, Verdict
from index.judgements import Rulings, settle
from tests.index.made import judged

CLAIMS = list("abcde")


def test_the_later_of_two_judgements_on_a_pair_holds_whatever_their_time_zones() -> None:
    early = Judgement("1", "a", "b", Verdict.SAME, "Ada", "2024-05-03T23:00:00+09:00")
    late = Judgement("2", "b", "a", Verdict.NOT_SAME, "Bo", "2024-05-03T15:00:00+00:00")
    assert settle([late, early], CLAIMS) == Rulings({"a": "a", "b": "b"}, frozenset({("a", "b")}), (late,))


def test_same_reaches_on_through_a_claim_that_is_gone() -> None:
    found = settle([judged("a", "x", Verdict.SAME), judged("x", "b", Verdict.SAME, 1)], CLAIMS)
    assert found.group_of == {"a": "a", "b": "a"}


def test_not_same_holds_between_whole_groups() -> None:
    found = settle([judged("d", "e", Verdict.SAME), judged("a", "e", Verdict.NOT_SAME, 1)], CLAIMS)
    assert found.apart == {("a", "d")}


def test_a_judgement_taken_back_leaves_the_pair_to_the_machine() -> None:
    found = settle([judged("a", "b", Verdict.SAME), judged("b", "a", Verdict.WITHDRAWN, 1)], CLAIMS)
    assert found == Rulings({}, frozenset())


def test_a_claim_judged_against_itself_means_nothing() -> None:
    assert settle([judged("a", "a", Verdict.NOT_SAME)], CLAIMS).apart == frozenset()


@given(
    st.lists(
        st.builds(
            judged,
            st.sampled_from(CLAIMS),
            st.sampled_from(CLAIMS),
            st.sampled_from(Verdict),
            st.integers(0, 59),
        ),
        max_size=12,
    ),
    st.randoms(use_true_random=False),
)
def test_what_holds_never_contradicts_itself_and_does_not_depend_on_order(
    judgements: list[Judgement], random: object
) -> None:
    judgements = list({judgement.id: judgement for judgement in judgements}.values())
    found = settle(judgements, CLAIMS)
    assert all(one < two for one, two in found.apart)
    assert {group for pair in found.apart for group in pair} <= set(found.group_of.values())
    random.shuffle(judgements)  # type: ignore[attr-defined]
    assert settle(judgements, CLAIMS) == found
