"""Fact-checks through the desk: derived, resumed, recomputed, whatever comes first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.articles import article
from claims.factchecks import fact_check, read
from claims.records import FactCheck, Match, Refusal, Relation, Verdict
from index.embeddings import Encoder
from runner import factchecks
from runner.desk import Desk
from runner.stages import Models, Stage
from settings import Index, Settings
from store.archive import Archive
from tests.conftest import ROOT
from tests.index.made import WordEncoder
from tests.store.examples import extraction

SAID = [
    "The harbour bridge will close for repairs in May",
    "Harbour bridge to close for repairs in May",
    "The flood killed 12 people in Tarn",
    "A bakery in Ostrel won the county prize",
]
CHECKS = [
    fact_check("The harbour bridge will close in May for repairs", rating="True", url="https://x.example/1"),
    fact_check("The flood killed 15 people in Tarn", rating="False", url="https://x.example/2", reviewed="2031-04-02"),
    fact_check("The flood killed 15 people in Tarn", rating="Wrong", url="https://x.example/2", reviewed="2031-05-02"),
    fact_check("Cats can read", rating="Satire"),
    fact_check("The county prize was won by a bakery in Ostrel", rating="True"),
]


class Made(Models):
    """The real models but for the encoder."""

    def __init__(self, settings: Settings, encoder: Encoder | None = None) -> None:
        super().__init__(settings)
        self.encoder = encoder or WordEncoder()


def add(archive: Archive, numbers: list[int]) -> None:
    for number in numbers:
        archive.add(extraction(f"a{number}", SAID[number]), "test")


def matches(archive: Archive) -> list[Match]:
    return archive.fact_checks.matches([claim.id for claim in archive.claims()])


def whole(models: Models) -> list[Match]:
    """What matches when everything is there from the start."""
    with Archive.open(":memory:") as archive:
        add(archive, list(range(len(SAID))))
        factchecks.load_fact_checks(CHECKS, archive, models)
        return matches(archive)


WHOLE = whole(Made(Settings()))


def test_the_claims_that_were_checked_match() -> None:
    sure = {(match.left, match.relation) for match in WHOLE if factchecks.sure(match, Index())}
    assert ("a0/0", Relation.SAME) in sure
    assert ("a2/0", Relation.CONTRADICTS) in sure
    assert not [match for match in WHOLE if match.right == CHECKS[3].wording]


@given(
    events=st.permutations([*range(len(SAID)), *CHECKS]).flatmap(
        lambda events: st.tuples(st.just(events), st.lists(st.booleans(), min_size=len(events), max_size=len(events)))
    )
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_order_of_loading_changes_nothing(events: tuple[list[int | FactCheck], list[bool]]) -> None:
    with Archive.open(":memory:") as archive:
        for event, compare in zip(*events, strict=True):
            if isinstance(event, int):
                add(archive, [event])
            else:
                archive.fact_checks.add([event])
            if compare:
                factchecks.match_fact_checks(archive, Made(Settings()))
        factchecks.match_fact_checks(archive, Made(Settings()))
        assert matches(archive) == WHOLE
        latest = archive.fact_checks.of([CHECKS[1].wording])[CHECKS[1].wording]
        assert [one.rating for one in latest[0]] == ["Wrong", "False"]


def test_loading_again_changes_nothing_and_compares_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with Archive.open(":memory:") as archive:
        add(archive, list(range(len(SAID))))
        first = factchecks.load_fact_checks([*CHECKS, CHECKS[0], Refusal("x", "y")], archive, Made(Settings()))
        assert (len(first.added), len(first.unchanged), len(first.refused)) == (5, 1, 1)
        before = matches(archive), archive.fact_checks.all()
        monkeypatch.setattr(factchecks, "_compare", None)
        again = factchecks.load_fact_checks(CHECKS, archive, Made(Settings()))
        assert (len(again.added), len(again.unchanged)) == (0, 5)
        assert (matches(archive), archive.fact_checks.all()) == before


def test_only_what_is_new_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int]] = []
    compare = factchecks._compare

    def counted(earlier: factchecks.EarlierClaims, claims: list[object], *rest: object) -> list[Match]:
        asked.append((len(earlier), len(claims)))
        return compare(earlier, claims, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(factchecks, "_compare", counted)
    with Archive.open(":memory:") as archive:
        add(archive, [0, 1, 2])
        factchecks.load_fact_checks(CHECKS[:3], archive, Made(Settings()))
        add(archive, [3])
        factchecks.load_fact_checks(CHECKS[3:], archive, Made(Settings()))
        assert asked == [(2, 0), (2, 3), (2, 3), (4, 1)]
        assert matches(archive) == WHOLE


@pytest.mark.parametrize("stop_after", [1, 2, 3, 4, 5, 6])
def test_a_run_that_was_stopped_is_resumed(stop_after: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(factchecks, "AT_ONCE", 1)

    class Stopped(Exception):
        pass

    calls = 0

    def stop(stage: Stage, *_: object) -> None:
        nonlocal calls
        calls += stage is Stage.FACT_CHECKS
        if calls == stop_after:
            raise Stopped

    with Archive.open(":memory:") as archive:
        add(archive, [0, 1])
        factchecks.load_fact_checks(CHECKS[:2], archive, Made(Settings()))
        add(archive, [2, 3])
        with pytest.raises(Stopped):
            factchecks.load_fact_checks(CHECKS[2:], archive, Made(Settings()), stop)
            calls = stop_after - 1
            stop(Stage.FACT_CHECKS)
        factchecks.load_fact_checks(CHECKS, archive, Made(Settings()))
        assert matches(archive) == WHOLE


def test_another_model_or_threshold_compares_everything_again() -> None:
    class Other(WordEncoder):
        name = "other@test"

        def encode(self, texts):  # type: ignore[no-untyped-def]
            return -super().encode(texts)[:, ::-1]

    with Archive.open(":memory:") as archive:
        add(archive, list(range(len(SAID))))
        factchecks.load_fact_checks(CHECKS, archive, Made(Settings()))
        strict = Settings(index=replace(Index(), suggest=0.99))
        factchecks.match_fact_checks(archive, Made(strict))
        assert matches(archive) == [match for match in WHOLE if match.score >= 0.99]
        factchecks.match_fact_checks(archive, Made(Settings(), Other()))
        assert [(match.left, match.right) for match in matches(archive)] == [(m.left, m.right) for m in WHOLE]
        factchecks.match_fact_checks(archive, Made(Settings()))
        assert matches(archive) == WHOLE
        assert len([stage for stage in archive.stages() if stage.startswith(Stage.FACT_CHECKS)]) == 1


def test_nothing_is_written_where_no_fact_check_was_ever_loaded() -> None:
    with Archive.open(":memory:") as archive:
        add(archive, [0])
        factchecks.match_fact_checks(archive, Made(Settings()))
        assert archive.stages() == []
        assert archive.counts()["vectors"] == 0


# ---------------------------------------------------------------- the sample story


@pytest.fixture
def checked(story: Desk) -> Desk:
    """The sample story with the sample fact-checks."""
    story.load_fact_checks(read(ROOT / "examples" / "factchecks.csv"))
    return story


def test_a_persons_decision_takes_a_fact_check_along_with_its_claim(checked: Desk) -> None:
    trail = next(t for t in checked.archive.trails() if "pins were cracked" in t.text and t.articles > 1)
    (match, *_) = checked.fact_checks(trail.id)
    assert match.sure
    left, right = trail.appearances[0].claim, trail.appearances[1].claim
    checked.judge(left, right, Verdict.NOT_SAME, by="Ada")
    for claim in (left, right):
        cluster = checked.archive.cluster_of(claim)
        assert cluster is not None
        assert match.check in [one.check for one in checked.fact_checks(cluster)]


def test_articles_that_come_later_are_compared_on_their_way_in(checked: Desk) -> None:
    text = "Fishing boats are banned from the strait of Tolvey until spring."
    checked.ingest([article(text, outlet="Gull Radio")])
    claim = next(claim for claim in checked.archive.claims() if claim.text.startswith("Fishing boats"))
    cluster = checked.archive.cluster_of(claim.id)
    assert cluster is not None
    (match, *_) = checked.fact_checks(cluster)
    assert match.check.rating == "False"
    assert match.check.url == "https://verifies.example/tolvey-fishing-ban"
    assert checked.fact_checked([cluster]) == {cluster}


def test_a_draft_is_told_what_was_checked_before(checked: Desk) -> None:
    draft = article("Two passengers were killed in the collapse of the walkway. It rained on Friday.")
    kept = checked.archive.counts()
    findings = checked.check(draft)
    assert checked.archive.counts() == kept  # of the draft nothing is, not even a vector
    told = [reason for finding in findings for reason in finding.reasons if "claim-desk.example" in reason]
    assert told
    assert all("rated False by Corvane Claim Desk, on 2025-10-15" in reason for reason in told)
    assert not any("checked" in reason for reason in findings[-1].reasons)


def test_fact_checks_may_come_before_any_article(tmp_path: Path) -> None:
    with Desk(Settings(), tmp_path / "a.db") as desk:
        report = desk.load_fact_checks([fact_check("The ferry Alma sails in May", rating="True")])
        assert (len(report.added), report.clusters) == (1, 0)
        desk.ingest([article("The ferry Alma will sail in May.", outlet="Harbour Herald")])
        (trail,) = desk.archive.trails()
        assert [match.check.rating for match in desk.fact_checks(trail.id)] == ["True"]
