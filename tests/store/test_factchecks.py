"""Fact-checks in the archive: kept for good, the latest verdict first, with what they match."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import FactCheck, Match, Relation
from store.archive import Archive
from tests.store.examples import cluster, extraction
from tests.store.strategies import values

FERRY = extraction("ferry", "The ferry terminal closes in June.", "Some 40 crews lose their berth.")


def check(id: str, claim: str = "The terminal closes", **known: str) -> FactCheck:
    return replace(FactCheck(id, claim, None, None, None, None, None, None), **known)


def match(claim: str, wording: str, score: float = 0.7, relation: Relation = Relation.SAME) -> Match:
    return Match(claim, wording, score, relation, ("both name June",), "by hand")


@pytest.fixture
def archive() -> Iterator[Archive]:
    with Archive.open(":memory:") as archive:
        archive.add(FERRY, "test")
        archive.save_clusters([cluster("k", "ferry/0"), cluster("l", "ferry/1")], {})
        yield archive


@given(checks=st.lists(values(FactCheck), max_size=5, unique_by=lambda check: check.id))
@settings(max_examples=60, deadline=None)
def test_fact_checks_come_back_as_they_were_and_once(checks: list[FactCheck]) -> None:
    with Archive.open(":memory:") as archive:
        assert archive.fact_checks.add(checks) == {check.id for check in checks}
        assert archive.fact_checks.add(reversed(checks)) == set()
        assert archive.fact_checks.all() == checks
        assert archive.fact_checks.count() == len(checks)
        assert set(archive.fact_checks.wordings().values()) == {check.claim for check in checks}


OLD = check("old", url="https://x.example/1", rating="Not proven", reviewed="2031-04-02")
NEW = check("new", url="https://x.example/1", rating="False", reviewed="2031-04-03T00:30:00+02:00")


@pytest.mark.parametrize("order", [[OLD, NEW], [NEW, OLD]])
def test_the_later_verdict_of_an_address_counts_and_the_older_is_kept(archive: Archive, order: list[FactCheck]) -> None:
    for one in order:
        archive.fact_checks.add([one])
    # 00:30 in a zone two hours ahead is still the day before: later than that day's date alone.
    assert archive.fact_checks.of([OLD.wording]) == {OLD.wording: [[NEW, OLD]]}


def test_without_dates_the_one_that_came_last_counts(archive: Archive) -> None:
    first, second = (check(id, url="https://x.example/1", rating=id) for id in ("one", "two"))
    archive.fact_checks.add([first, second])
    archive.fact_checks.add([first])
    assert archive.fact_checks.of([first.wording])[first.wording] == [[second, first]]
    archive.fact_checks.add([OLD])
    assert archive.fact_checks.of([first.wording])[first.wording] == [[OLD, second, first]]


def test_other_addresses_other_claims_and_no_address_are_other_checks(archive: Archive) -> None:
    others = [
        check("a", url="https://x.example/2"),
        check("b", claim="The terminal stays", url="https://x.example/1"),
        check("c"),
        check("d"),
    ]
    archive.fact_checks.add([OLD, *others])
    groups = archive.fact_checks.of({one.wording for one in [OLD, *others]})
    assert sorted(group[0].id for some in groups.values() for group in some) == ["a", "b", "c", "d", "old"]


def test_matches_are_kept_with_what_is_done_and_the_best_of_each_claim_stay(archive: Archive) -> None:
    many = [match("ferry/0", f"w{n}", n / 10) for n in range(5)]
    for some in (many[:3], many[3:]):
        archive.fact_checks.save_matches(some, "checks:a", [one.right for one in some], most=2)
    archive.fact_checks.save_matches([match("ferry/1", "w0")], "checks:a", ["ferry/1"], most=2)
    assert archive.fact_checks.matches(["ferry/0"]) == [many[4], many[3]]
    assert archive.fact_checks.matches(["ferry/1", "ferry/0"])[0].left == "ferry/1"
    assert archive.done("checks:a") == {"w0", "w1", "w2", "w3", "w4", "ferry/1"}
    archive.fact_checks.forget_matches(["checks:a"])
    assert archive.fact_checks.matches(["ferry/0", "ferry/1"]) == []
    assert archive.done("checks:a") == set()


@given(scores=st.lists(st.integers(0, 4), min_size=1, max_size=12), cut=st.integers(0, 12), most=st.integers(1, 4))
@settings(max_examples=40, deadline=None)
def test_which_matches_stay_does_not_depend_on_the_order(scores: list[int], cut: int, most: int) -> None:
    every = [match("ferry/0", f"w{n:02}", score / 4) for n, score in enumerate(scores)]
    kept = []
    for parts in ([every], [every[:cut], every[cut:]], [every[cut:], every[:cut]]):
        with Archive.open(":memory:") as archive:
            archive.add(FERRY, "test")
            for part in parts:
                archive.fact_checks.save_matches(part, "s", [], most)
            kept.append(archive.fact_checks.matches(["ferry/0"]))
    assert kept[0] == kept[1] == kept[2]
    assert len(kept[0]) == min(most, len(every))


def test_clusters_that_a_fact_check_is_about_are_told_apart(archive: Archive) -> None:
    archive.fact_checks.save_matches(
        [match("ferry/0", "w", 0.6), match("ferry/1", "w", 0.9, Relation.RELATED)], "s", [], most=9
    )
    about = (Relation.SAME, Relation.CONTRADICTS)
    assert archive.fact_checks.clusters_matched(0.6, about) == {"k"}
    assert archive.fact_checks.clusters_matched(0.61, about) == set()
    assert archive.fact_checks.clusters_matched(0.6, about, ["l", "nowhere"]) == set()
    assert archive.fact_checks.clusters_matched(0.6, about, ["k", *map(str, range(1_000))]) == {"k"}
