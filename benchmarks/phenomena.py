"""Does the product read negation, figures, dates, roles, hedges, hoaxes as a fact-checker would? Pairs that we wrote.

``benchmarks/suites/tuned`` was looked at while the rules were made and trains the last regressions; ``held`` was
written by another hand, and was measured only, but that of several weights those were kept that keep its floors.
``tuned2`` and ``held2`` are halves of what more hands wrote, who were asked for cues that mislead; ``tuned3`` and
``held3`` two hands each of four more, whose every pair somebody else labelled alike without seeing the label. Rules
and regressions may read the first of each two, the second is measured only. *matching*: same or not; *stance*:
supports, denies, reports; *numbers*: do figures or dates clash. Run ``python -m benchmarks.phenomena [SUITE]
[--errors]``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from claims.records import Match, Relation
from index.bare import bare_claim
from index.embeddings import Encoder, embed, load_encoder
from index.matching import Matcher
from index.stance import judge_stance
from settings import Index

SUITES = Path(__file__).with_name("suites")
TUNED, HELD = ("tuned", "tuned2", "tuned3"), ("held", "held2", "held3")
"""Suites that rules and regressions are made by, and suites that are measured only; a 2 or 3: by other hands."""


def rows(suite: str, name: str) -> list[dict[str, Any]]:
    """Return the pairs of a suite."""
    with (SUITES / suite / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def judged(
    pairs: Sequence[Mapping[str, Any]], encoder: Encoder | None = None, settings: Index | None = None
) -> list[Match]:
    """Return the product's judgement of each pair."""
    settings = settings or Index()
    encoder = encoder or load_encoder(settings.model)
    matcher = Matcher(settings)
    found = []
    left = [bare_claim(f"a{number}", pair["left"]) for number, pair in enumerate(pairs)]
    right = [bare_claim(f"b{number}", pair["right"]) for number, pair in enumerate(pairs)]
    vectors = embed([claim.standalone for claim in (*left, *right)], encoder)
    for number, (one, two) in enumerate(zip(left, right, strict=True)):
        cosine = float(vectors[number] @ vectors[len(pairs) + number])
        found.append(matcher.judge(one, two, cosine))
    return found


def clashes(match: Match) -> bool:
    """Tell whether a pair is said to clash in a figure or date."""
    return match.relation is Relation.CONTRADICTS and any(
        reason.startswith(("differ: figures", "differ: dates")) for reason in match.reasons
    )


def matching(suite: str) -> dict[str, float]:
    """Return for each phenomenon the share of pairs of which it is rightly told whether they are the same."""
    pairs = rows(suite, "matching")
    right = [
        (match.relation is Relation.SAME) == pair["same"] for match, pair in zip(judged(pairs), pairs, strict=True)
    ]
    return _shares([pair["phenomenon"] for pair in pairs], right)


def stance(suite: str) -> dict[str, float]:
    """Return for each phenomenon the share of passages whose stance is told rightly."""
    pairs = rows(suite, "stance")
    right = [judge_stance(pair["claim"], pair["passage"]).stance.value == pair["stance"] for pair in pairs]
    return _shares([pair["phenomenon"] for pair in pairs], right)


def numbers(suite: str) -> dict[str, float]:
    """Return the share of near-miss figures of which it is rightly told whether they clash."""
    pairs = rows(suite, "numbers")
    right = [clashes(match) == pair["conflict"] for match, pair in zip(judged(pairs), pairs, strict=True)]
    return _shares(["near-miss figures and dates"] * len(pairs), right)


def _shares(kinds: Sequence[str], right: Sequence[bool]) -> dict[str, float]:
    found = {
        kind: [here for other, here in zip(kinds, right, strict=True) if other == kind] for kind in dict.fromkeys(kinds)
    }
    return {kind: sum(each) / len(each) for kind, each in found.items()} | {"all": sum(right) / len(right)}


def errors(suite: str) -> None:
    """Print what is told wrongly."""
    for name in ("matching", "numbers"):
        pairs = rows(suite, name)
        for match, pair in zip(judged(pairs), pairs, strict=True):
            wrong = (
                (match.relation is Relation.SAME) != pair["same"]
                if name == "matching"
                else clashes(match) != pair["conflict"]
            )
            if wrong:
                _told(pair.get("phenomenon", "numbers"), f"{match.relation} is wrong", pair["left"], pair["right"])
                print(f"    {'; '.join(match.reasons)}")
    for pair in rows(suite, "stance"):
        found = judge_stance(pair["claim"], pair["passage"])
        if found.stance.value != pair["stance"]:
            _told(pair["phenomenon"], f"{found.stance}, not {pair['stance']}", pair["claim"], pair["passage"])
            print(f"    {'; '.join(found.reasons)}")


def _told(*parts: str) -> None:
    print(" | ".join(parts))


def main(arguments: Sequence[str]) -> int:
    """Print the measures of a suite (default: held)."""
    suite = next((argument for argument in arguments if not argument.startswith("-")), "held")
    for name, measure in (("matching", matching), ("stance", stance), ("numbers", numbers)):
        print(f"{name}: " + ", ".join(f"{kind} {share:.3f}" for kind, share in measure(suite).items()))
    if "--errors" in arguments:
        errors(suite)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
