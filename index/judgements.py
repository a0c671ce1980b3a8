"""What people decided about pairs of claims, as groups that hold together and groups that stay apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from claims.records import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Rulings:
    """``group_of``: judged claim to its group's smallest claim. ``apart``: pairs of groups, each in order.

    ``held``: the judgements from which that follows, the earliest first; none that was taken back or contradicted.
    ``passing``: judged claims that do not exist, to the group through which they pass *same* on.
    """

    group_of: dict[str, str]
    apart: frozenset[tuple[str, str]]
    held: tuple[Judgement, ...] = ()
    passing: Mapping[str, str] = field(default_factory=dict)

    def with_groups(self, claims: Iterable[str]) -> set[str]:
        """Return ``claims`` and all that exist in a group with one of them, which may not exist itself."""
        named, every = set(claims), {**self.passing, **self.group_of}
        groups = {every[claim] for claim in named if claim in every}
        return named | {claim for claim, group in self.group_of.items() if group in groups}


def settle(judgements: Iterable[Judgement], exist: Collection[str]) -> Rulings:
    """Return what ``judgements`` come to when of two that contradict each other the later one holds.

    *Same* reaches on: a is b, and b is c, so a is c, which a *not same* of a and c contradicts. The order in which
    the judgements are given does not matter. Claims that do not exist still pass *same* on between others. Of one
    pair only the latest judgement counts, and nothing where that one is *withdrawn*.
    """
    # The latest first: an older one counts only as far as it agrees with all that came after it.
    latest_first = sorted(judgements, key=lambda j: (_moment(j.at), j.id), reverse=True)
    parent: dict[str, str] = {}
    apart: set[tuple[str, str]] = set()
    decided: set[tuple[str, str]] = set()
    held: list[Judgement] = []

    def root(claim: str) -> str:
        parent.setdefault(claim, claim)
        while parent[claim] != claim:
            parent[claim] = parent[parent[claim]]
            claim = parent[claim]
        return claim

    for judgement in latest_first:
        pair = _ordered(judgement.left, judgement.right)
        if pair in decided:
            continue
        decided.add(pair)
        if judgement.verdict is Verdict.WITHDRAWN:
            continue
        one, two = sorted((root(judgement.left), root(judgement.right)))
        same = judgement.verdict is Verdict.SAME
        if (not same and one == two) or (same and (one, two) in apart):
            continue  # a later one says otherwise
        held.append(judgement)
        if not same:
            apart.add((one, two))
        elif one != two:
            parent[two] = one
            apart = {_ordered(one if a == two else a, one if b == two else b) for a, b in apart}
    named = {claim: root(claim) for claim in sorted(parent)}
    present: dict[str, str] = {}
    for claim, group in named.items():
        if claim in exist:
            present.setdefault(group, claim)
    return Rulings(
        group_of={claim: present[group] for claim, group in named.items() if claim in exist},
        apart=frozenset(_ordered(present[a], present[b]) for a, b in apart if a in present and b in present),
        held=tuple(reversed(held)),
        passing={c: present[group] for c, group in named.items() if group in present and c not in exist},
    )


def _ordered(one: str, two: str) -> tuple[str, str]:
    return (one, two) if one < two else (two, one)


def _moment(at: str) -> datetime:
    moment = datetime.fromisoformat(at)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
