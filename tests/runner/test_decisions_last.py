"""What a person decided is never lost, whatever happens to the archive afterwards."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from itertools import combinations
from pathlib import Path

import numpy as np
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from claims.articles import article
from claims.records import Extraction, Judgement, Verdict, digest
from index.judgements import settle
from runner.desk import Desk
from runner.stages import cluster_claims
from settings import Index, Settings
from tests.index.made import WordEncoder, vectors_of
from tests.screens.sample import Said, extraction

# Rewordings that join, one that is near, figures that differ, one sentence of two papers, one of its own.
SENTENCES = [
    ["The old ferry Alma stops running on Monday", "Fares on the river rose by 12 percent"],
    ["The old ferry Alma stops running Monday", "Fares on the river rose by 15 percent"],
    ["On Monday the ferry Alma stops running"],
    ["The ferry Alma stops at the old quay", "Fares on the river rose by 12 percent"],
    ["The old ferry Alma stops running on Monday"],
    ["A bakery won the prize for its rye bread"],
]


def paper(number: int) -> Extraction:
    said = SENTENCES[number]
    text = ". ".join(said) + f". More in paper {number}."
    return extraction(article(text, outlet=f"Paper {number}"), [Said(words) for words in said])


PAPERS = [paper(number) for number in range(len(SENTENCES))]


class OtherEncoder(WordEncoder):
    """Another model: to it texts are alike that end alike, so that it joins other claims."""

    name = "endings@test"

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.asked += texts
        return vectors_of([text.split()[-1] for text in texts])


ENCODERS = {"words": WordEncoder(), "endings": OtherEncoder()}


class Newsroom(RuleBasedStateMachine):
    """An archive in use: articles come, people decide, programs stop, models change."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.model = "words"
        self.brought: set[int] = set()
        self.kept: list[Judgement] = []
        self.desk = self.open()

    def open(self) -> Desk:
        desk = Desk(Settings(index=Index(model=self.model)), Path(self.folder.name) / "a.db")
        desk.models.encoder = ENCODERS[self.model]  # type: ignore[misc]
        return desk

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close()
            self.folder.cleanup()

    # ------------------------------------------------------------ what happens

    @rule(numbers=st.sets(st.sampled_from(range(len(PAPERS))), min_size=1, max_size=3))
    def articles_come(self, numbers: set[int]) -> None:
        report = self.desk.ingest([PAPERS[number] for number in sorted(numbers)])
        assert len(report.unchanged) == len(numbers & self.brought), "what is here is not taken in again"
        assert not report.refused
        self.brought |= numbers

    @precondition(lambda self: self.brought)
    @rule(data=st.data(), verdict=st.sampled_from(Verdict))
    def somebody_decides(self, data: st.DataObject, verdict: Verdict) -> None:
        pair = self.pair(data)
        if pair is not None:
            self.kept.append(self.desk.judge(*pair, verdict, by="Ada"))

    @precondition(lambda self: self.kept)
    @rule(data=st.data(), verdict=st.sampled_from(Verdict))
    def somebody_decides_otherwise(self, data: st.DataObject, verdict: Verdict) -> None:
        known = data.draw(st.sampled_from(self.kept))
        self.kept.append(self.desk.judge(known.right, known.left, verdict, by="Ben", note="on second thoughts"))

    @precondition(lambda self: self.brought)
    @rule(data=st.data(), verdict=st.sampled_from(Verdict))
    def the_power_fails_as_a_decision_is_kept(self, data: st.DataObject, verdict: Verdict) -> None:
        pair = self.pair(data)
        if pair is not None:
            at = datetime.now().astimezone().isoformat(timespec="microseconds")
            self.kept.append(Judgement(digest(*pair, "Cleo", at), *pair, verdict, "Cleo", at))
            self.desk.archive.add_judgement(self.kept[-1])
        self.the_program_starts_again()
        self.desk.ingest([])

    @rule()
    def the_program_starts_again(self) -> None:
        self.desk.close()
        self.desk = self.open()

    @rule(model=st.sampled_from(sorted(ENCODERS)))
    def the_model_changes(self, model: str) -> None:
        self.model = model
        self.the_program_starts_again()
        self.desk.ingest([])

    @rule()
    def everything_is_clustered_again(self) -> None:
        for stage in self.desk.archive.stages():
            if stage.startswith("cluster"):
                self.desk.archive.forget_done(stage)
        cluster_claims(self.desk.archive, self.desk.models)
        self.desk.ingest([])

    @rule()
    def the_clusters_are_lost(self) -> None:
        archive = self.desk.archive
        archive.save_clusters([], dict.fromkeys(cluster.id for cluster in archive.clusters()))
        self.everything_is_clustered_again()

    def pair(self, data: st.DataObject) -> tuple[str, str] | None:
        claims = sorted(claim.id for number in self.brought for claim in PAPERS[number].claims)
        pairs = list(combinations(claims, 2))
        return data.draw(st.sampled_from(pairs)) if pairs else None

    # ------------------------------------------------------------ what must hold

    @invariant()
    def every_decision_is_kept_as_it_was_made(self) -> None:
        if hasattr(self, "desk"):
            assert self.desk.archive.judgements(all=True) == self.kept

    @invariant()
    def what_was_decided_last_holds(self) -> None:
        if not hasattr(self, "desk"):
            return
        clusters = self.desk.archive.clusters()
        home = {member.claim: cluster.id for cluster in clusters for member in cluster.members}
        assert set(home) == {claim.id for number in self.brought for claim in PAPERS[number].claims}
        assert max(Counter(member.claim for cluster in clusters for member in cluster.members).values(), default=1) == 1
        rulings = settle(self.kept, home)
        held: dict[str, set[str]] = {}
        for claim, group in rulings.group_of.items():
            held.setdefault(group, set()).add(home[claim])
        assert all(len(places) == 1 for places in held.values()), "what is one stands in one cluster"
        assert all(held[a] != held[b] for a, b in rulings.apart), "what is two stands in two"

    @invariant()
    def no_pair_is_asked_about_on_which_a_decision_stands(self) -> None:
        if hasattr(self, "desk"):
            decided = self.desk.archive.decided_pairs()
            open, counts = self.desk.archive.suggestions()
            assert sum(counts.values()) == len(open)
            assert not {(one.left.cluster, one.right.cluster) for one in open} & decided

    @invariant()
    def every_cluster_has_a_trail(self) -> None:
        if hasattr(self, "desk"):
            assert self.desk.archive.clusters_without_trail() == []


def test_every_decision_outlasts_whatever_comes_after_it() -> None:
    run_state_machine_as_test(
        Newsroom,
        settings=settings(
            max_examples=50, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
