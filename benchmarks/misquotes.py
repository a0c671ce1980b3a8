"""Is it told that a paper misquotes, and is sound quoting left alone? Pairs of passages that we wrote.

``benchmarks/suites/quotes``: what an earlier and a later outlet print of one saying, ten pairs of each of twelve ways
to misquote and of twelve ways in which papers rightly quote in other words. ``tuned`` may be read while rules are made;
``tuned2`` too, where another hand went out of its way to mislead; ``held``, by a third, is measured only. Run ``python
-m benchmarks.misquotes [tuned|tuned2|held] [--errors]``.

*trail*: both passages are articles of one cluster; told is a conflict of wording or of speakers. *draft*: the earlier
one is all that the archive holds, the later one is an editor's draft; told is a quote that was altered, cut or given to
somebody else.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claims.articles import article
from claims.records import Checked, Cluster, ConflictKind, Extraction, Finding, FindingVerdict, Member
from provenance.trails import CaseFile, build_trail
from runner.desk import Desk
from runner.stages import Models
from settings import Settings

SUITES = Path(__file__).with_name("suites") / "quotes"

ALL = ("tuned", "tuned2", "held")
WAYS = ("trail", "draft")

_COMPLAINTS = {FindingVerdict.ALTERED, FindingVerdict.CUT, FindingVerdict.OTHER_SPEAKER}


@dataclass(frozen=True, slots=True)
class Pair:
    """What two outlets print of a saying: the later one misquotes it, or is sound, in one of twelve ways (``kind``)."""

    id: str
    kind: str
    misquote: bool
    a: str
    b: str
    why: str


@dataclass(frozen=True, slots=True)
class Told:
    """What the product tells of a pair, in words; empty where it complains of nothing."""

    trail: tuple[str, ...]
    draft: tuple[str, ...]


def pairs(suite: str) -> list[Pair]:
    """Return the pairs of a suite."""
    with (SUITES / f"{suite}.jsonl").open(encoding="utf-8") as lines:
        return [Pair(**json.loads(line)) for line in lines]


def tell(asked: Sequence[Pair]) -> Iterator[Told]:
    """Yield what the product tells of each pair."""
    models = Models(Settings())
    for pair in asked:
        earlier = article(pair.a, outlet="The Ledger", title="Earlier", published="2025-03-03")
        later = article(pair.b, outlet="The Courier", title="Later", published="2025-03-06")
        found = [models.extractor.extract(each) for each in (earlier, later)]
        yield Told(_in_trail(found, models), _in_draft(found, models))


def _in_trail(found: Sequence[Extraction], models: Models) -> tuple[str, ...]:
    claims = {claim.id: claim for each in found for claim in each.claims}
    if not claims:
        return ()
    cluster = Cluster("c", next(iter(claims)), tuple(Member(id, 1.0, ()) for id in claims))
    case = CaseFile(
        articles={each.article.id: each.article for each in found},
        claims=claims,
        attributions={said.id: said for each in found for said in each.attributions},
        copies=(),
        stances={},
        spoken={each.article.id: each.attributions for each in found},
    )
    trail = build_trail(cluster, case, models.outlets, models.settings.provenance)
    return tuple(
        f"{conflict.what} {' '.join(conflict.drift)}: {' | '.join(conflict.values)}"
        for conflict in trail.conflicts
        if conflict.what in (ConflictKind.WORDING, ConflictKind.SPEAKER)
    )


def _in_draft(found: Sequence[Extraction], models: Models) -> tuple[str, ...]:
    with tempfile.TemporaryDirectory() as folder, Desk(models.settings, Path(folder) / "one.db") as desk:
        for name in ("extractor", "encoder", "matcher", "relation"):
            setattr(desk.models, name, getattr(models, name))
        desk.ingest(found[:1])
        findings = desk.check(found[1].article)
    return tuple(
        f"{finding.what} {finding.verdict}: {finding.text} ({'; '.join(finding.reasons)})"
        for finding in findings
        if _complains(finding)
    )


def _complains(finding: Finding) -> bool:
    if finding.what is Checked.ATTRIBUTION and finding.verdict is FindingVerdict.CONTRADICTED:
        return any("no article gives it to" in reason for reason in finding.reasons)
    return finding.what is Checked.QUOTE and finding.verdict in _COMPLAINTS


def figures(asked: Sequence[Pair], told: Sequence[Told]) -> dict[str, float]:
    """Return precision and recall of complaints by either way of asking, each from 0 to 1."""
    found = {}
    for way in WAYS:
        complaints = [pair.misquote for pair, each in zip(asked, told, strict=True) if getattr(each, way)]
        misquotes = sum(pair.misquote for pair in asked)
        found |= {f"{way} P": sum(complaints) / max(1, len(complaints)), f"{way} R": sum(complaints) / misquotes}
    return found


def main(arguments: Sequence[str]) -> int:
    """Print the figures of a suite (default: held), and of each kind how many pairs are told rightly."""
    asked = pairs(next((argument for argument in arguments if not argument.startswith("-")), "held"))
    told = list(tell(asked))
    print(", ".join(f"{name} {value:.3f}" for name, value in figures(asked, told).items()))
    for kind in dict.fromkeys(pair.kind for pair in asked):
        here = [(pair, each) for pair, each in zip(asked, told, strict=True) if pair.kind == kind]
        right = (f"{way} {sum(bool(getattr(each, way)) == pair.misquote for pair, each in here)}" for way in WAYS)
        print(f"  {kind:<32}{len(here):>3} pairs, right: {', '.join(right)}")
    if "--errors" in arguments:
        for pair, each in zip(asked, told, strict=True):
            wrong = [way for way in WAYS if bool(getattr(each, way)) != pair.misquote]
            if wrong:
                print(f"\n{pair.id} {pair.kind} ({', '.join(wrong)}): {pair.why}\n  A {pair.a}\n  B {pair.b}")
                for way in wrong:
                    print("".join(f"  {way}: {line}\n" for line in getattr(each, way)), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
