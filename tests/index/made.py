"""Claims and vectors made up for tests: no model, the same on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from claims.records import Claim, Cluster, Judgement, Verdict
from index.bare import bare_claim
from index.clusters import ClusterChange
from index.features import Features
from index.matching import Matcher

DIMENSIONS = 48


class WordEncoder:
    """Texts with the same words have near vectors; counts what it was asked to encode."""

    name = "words@test"
    dimensions = DIMENSIONS

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.asked += texts
        return vectors_of(texts)


def vectors_of(texts: Sequence[str], model: str = "") -> np.ndarray:
    """One row of length 1 for each text: the sum of a direction for each of its words, fixed for each ``model``."""
    rows = np.zeros((len(texts), DIMENSIONS))
    for row, text in enumerate(texts):
        for word in text.lower().split() or ["nothing"]:
            seed = int.from_bytes(hashlib.sha256((model + word).encode()).digest()[:4], "big")
            rows[row] += np.random.default_rng(seed).normal(size=DIMENSIONS)
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def claims_of(texts: Mapping[str, str], articles: Mapping[str, str] | None = None) -> list[Claim]:
    return [replace(bare_claim(id, text), article=(articles or {}).get(id, "")) for id, text in texts.items()]


class LiftingMatcher(Matcher):
    """Lifts what begins with "mayor", as headlines are lifted."""

    def features(self, claim: Claim) -> Features:
        found = super().features(claim)
        return replace(found, lift=0.04) if claim.text.startswith("mayor") else found


def judged(left: str, right: str, verdict: Verdict, minute: int = 0) -> Judgement:
    return Judgement(f"{left}{right}{minute:02}", left, right, verdict, "Ada", f"2024-05-03T10:{minute:02}:00+02:00")


def applied(before: Sequence[Cluster], change: ClusterChange) -> list[Cluster]:
    """What an archive holds after ``change``."""
    held = {cluster.id: cluster for cluster in before if cluster.id not in change.gone}
    held |= {cluster.id: cluster for cluster in change.changed}
    return sorted(held.values(), key=lambda cluster: cluster.id)


def groups(clusters: Sequence[Cluster]) -> set[frozenset[str]]:
    return {frozenset(member.claim for member in cluster.members) for cluster in clusters}
