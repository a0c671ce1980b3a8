"""Who really stands behind it, in worlds where that is known: origins, copies, misquotes, speakers, conflicts.

Each world (benchmarks/planted.py) goes into an archive of its own by the code of ``claimtrail ingest``; what the
archive then tells is compared with what was planted. ``tuned`` worlds were looked at while the rules were made,
``held`` ones come from another hand. Run ``python -m benchmarks.worlds [tuned|held] [--worlds 200] [--seed 1]
[--errors 10] [--kind KIND]``; ``--read`` prints the worlds with their truth instead, for an editor to judge.

*Origins*: the trail of the cluster that holds most places of a claim (of several the larger). *Copies*: unordered pairs
of articles, closed on both sides. *Misquotes*, *speakers*, *conflicts*: a told conflict is right when its two passages
overlap the two sides of a planted one; one that is told in several trails counts once.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.planted import Difference, Place, PlantedClaim, World, closure
from benchmarks.worldmakers import written
from claims.records import Conflict, ConflictKind, Passage, Span, Trail
from provenance.outlets import COLUMNS
from runner.desk import Desk
from runner.stages import Models
from settings import Settings

_HEAVY = ("extractor", "encoder", "matcher", "relation")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something told wrongly of a world: what kind of fault, and the texts that a reader needs to judge it."""

    world: str
    kind: str
    what: str
    told: str


@dataclass(slots=True)
class Tally:
    """True positives, all told, all planted."""

    right: int = 0
    told: int = 0
    planted: int = 0
    found: int = 0

    def add(self, other: Tally) -> None:
        """Add the counts of ``other``."""
        self.right += other.right
        self.told += other.told
        self.planted += other.planted
        self.found += other.found

    @property
    def precision(self) -> float:
        """The share of what was told that is so."""
        return self.right / self.told if self.told else 1.0

    @property
    def recall(self) -> float:
        """The share of what was planted that was told."""
        return self.found / self.planted if self.planted else 1.0


@dataclass(slots=True)
class Result:
    """What one world, or many, came to. ``claims``, ``exact``, ``above``, ``within``, ``lost``, ``flags``: counts."""

    claims: int = 0
    exact: int = 0
    above: int = 0
    within: int = 0
    lost: int = 0
    places: int = 0
    together: int = 0
    flags: Tally = field(default_factory=Tally)
    copies: Tally = field(default_factory=Tally)
    direct: Tally = field(default_factory=Tally)
    misquotes: Tally = field(default_factory=Tally)
    speakers: Tally = field(default_factory=Tally)
    conflicts: Tally = field(default_factory=Tally)
    faults: list[Fault] = field(default_factory=list)

    def add(self, other: Result) -> None:
        """Add the counts and faults of ``other``."""
        for name in ("claims", "exact", "above", "within", "lost", "places", "together"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("flags", "copies", "direct", "misquotes", "speakers", "conflicts"):
            getattr(self, name).add(getattr(other, name))
        self.faults += other.faults

    def figures(self) -> dict[str, float]:
        """Return the figures by name, each a share from 0 to 1."""
        said = Tally()
        said.add(self.misquotes)
        said.add(self.speakers)
        figures = {
            "origins exact": _share(self.exact, self.claims),
            "origins never above": 1 - _share(self.above, self.claims) if self.claims else 1.0,
            "cannot tell within": _share(self.within, self.claims),
            "flags found": self.flags.recall,
            "claims found": 1 - _share(self.lost, self.claims) if self.claims else 1.0,
            "places together": _share(self.together, self.places),
        }
        tallies = {"copies": self.copies, "copies, raw": self.direct, "misquotes and speakers": said}
        tallies |= {"misquotes": self.misquotes, "speakers": self.speakers, "conflicts": self.conflicts}
        for name, tally in tallies.items():
            figures |= {f"{name} P": tally.precision, f"{name} R": tally.recall}
        return figures


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


@dataclass(frozen=True, slots=True)
class Told:
    """What the archive tells of a world."""

    trails: dict[str, Trail]
    cluster_of: dict[str, str]
    claims_of: dict[str, list[tuple[Span, str]]]
    copies: tuple[tuple[str, str], ...]


class Bench:
    """Runs worlds through the product, with the models loaded once."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = Settings() if settings is None else settings
        self._models = Models(self._settings)

    def tell(self, world: World) -> Told:
        """Return what an archive of the world's articles, made by the code of ``claimtrail ingest``, tells."""
        with tempfile.TemporaryDirectory() as folder:
            settings = self._settings
            if world.outlets:
                table = _outlet_table(world, Path(folder) / "outlets.csv")
                settings = replace(settings, provenance=replace(settings.provenance, outlets=table))
            with Desk(settings, Path(folder) / "world.db") as desk:
                for name in _HEAVY:
                    setattr(desk.models, name, getattr(self._models, name))
                report = desk.ingest(world.articles)
                if report.refused:
                    raise ValueError(f"{world.id}: {report.refused[0].what} was refused: {report.refused[0].why}")
                archive = desk.archive
                claims = archive.claims()
                claims_of: dict[str, list[tuple[Span, str]]] = {}
                for claim in claims:
                    claims_of.setdefault(claim.article, []).append((claim.span, claim.id))
                return Told(
                    trails={trail.id: trail for trail in archive.trails()},
                    cluster_of=archive.clusters_of([claim.id for claim in claims]),
                    claims_of=claims_of,
                    copies=tuple((copy.article, copy.of) for copy in archive.copies()),
                )

    def measure(self, world: World) -> Result:
        """Return how what is told of ``world`` compares with its truth."""
        told = self.tell(world)
        result = Result()
        for claim in world.claims:
            _count_origins(world, claim, told, result)
        _count_copies(world, told, result)
        conflicts = _conflicts(told)
        for name, kinds in _CONFLICTS.items():
            those = [conflict for conflict in conflicts if conflict.what in kinds]
            _count_differences(world, name, those, getattr(world, name), result)
        return result


def _outlet_table(world: World, path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for outlet in world.outlets:
            names = "|".join(outlet.aliases), "|".join(outlet.domains)
            table.writerow([outlet.name, *names, outlet.owner or "", outlet.kind or ""])
    return path


# ---------------------------------------------------------------- origins


def _count_origins(world: World, claim: PlantedClaim, told: Told, result: Result) -> None:
    held: Counter[str] = Counter()
    for place in claim.places:
        held.update(_clusters_at(world, place, told))
    result.claims += 1
    result.places += len(claim.places)
    best = max(held, key=lambda id: (held[id], told.trails[id].articles, id)) if held else None
    trail = told.trails[best] if best is not None else None
    origins, cannot_tell = (trail.independent_origins, trail.cannot_tell) if trail else (0, 0)
    result.together += held[best] if best is not None else 0
    result.lost += trail is None
    exact, above = origins == claim.origins and trail is not None, origins > claim.origins
    result.exact += exact
    result.above += above
    result.within += cannot_tell <= claim.most - claim.origins
    missing = claim.flags - set(trail.flags if trail else ())
    result.flags.planted += len(claim.flags)
    result.flags.found += len(claim.flags) - len(missing)
    faults = {
        "claim not found": trail is None,
        "origins above": above,
        "origins below": trail is not None and origins < claim.origins,
        "cannot tell above": trail is not None and not above and cannot_tell > claim.most - claim.origins,
        **{f"flag {flag} missing": trail is not None for flag in sorted(missing)},
    }
    whole = held[best] / len(claim.places) if best is not None else 0.0
    for what in (what for what, wrong in faults.items() if wrong):
        result.faults.append(Fault(world.id, world.kind, what, _of_claim(world, claim, trail, told, whole)))


def _clusters_at(world: World, place: Place, told: Told) -> set[str]:
    """The clusters of the claims that lie in a passage by more than half."""
    text = world.article(place.article).text
    start = text.index(place.passage)
    passage = Span(start, start + len(place.passage))
    found = set()
    for span, id in told.claims_of.get(place.article, ()):
        shared = min(span.end, passage.end) - max(span.start, passage.start)
        if 2 * shared > span.end - span.start and id in told.cluster_of:
            found.add(told.cluster_of[id])
    return found


def _of_claim(world: World, claim: PlantedClaim, trail: Trail | None, told: Told, whole: float) -> str:
    lines = [f"{claim.name}: planted {claim.origins} (at most {claim.most}), {' '.join(sorted(claim.flags))}"]
    if trail is None:
        return "\n".join([*lines, *(f"    {place.passage}" for place in claim.places[:4])])
    counts = f"{trail.independent_origins} + {trail.cannot_tell}, {' '.join(trail.flags)}; {whole:.0%} of places here"
    lines.append(f"  told {counts}; {'; '.join(f'{origin.name} ({origin.type})' for origin in trail.origins)}")
    mine = {(place.article, place.passage) for place in claim.places}
    for place in claim.places[:8]:
        homes = _clusters_at(world, place, told)
        where = "here " if trail.id in homes else "APART" if homes else "NONE "
        lines.append(f"    {where} [{world.article(place.article).outlet}] {place.passage}")
    for seen in trail.appearances:
        if not any(
            article == seen.article and (seen.text in passage or passage in seen.text) for article, passage in mine
        ):
            lines.append(f"    MORE  [{seen.outlet}] {seen.text}")
    lines += [f"    edge {edge.from_} -> {edge.to} ({edge.kind}, {edge.rule})" for edge in trail.edges[:10]]
    return "\n".join(lines)


def _one_in_other(left: str, right: str) -> bool:
    return left in right or right in left


# ---------------------------------------------------------------- copies


def _count_copies(world: World, told: Told, result: Result) -> None:
    planted = {tuple(sorted(pair)) for pair in world.copies}
    direct = {tuple(sorted(pair)) for pair in told.copies}
    closed = set(closure(told.copies))
    for tally, found in ((result.copies, closed), (result.direct, direct)):
        tally.add(Tally(len(found & planted), len(found), len(planted), len(found & planted)))
    for what, pairs in (("copy missed", planted - closed), ("no copy", closed - planted)):
        for one, other in sorted(pairs)[:2]:
            texts = "\n  ~~~\n".join(_indented(world.article(id).text) for id in (one, other))
            result.faults.append(Fault(world.id, world.kind, what, f"{len(pairs)} pairs, such as\n{texts}"))


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.split("\n") if line)


# ---------------------------------------------------------------- differences

_CONFLICTS = {
    "misquotes": (ConflictKind.WORDING,),
    "speakers": (ConflictKind.SPEAKER,),
    "conflicts": (ConflictKind.NUMBER, ConflictKind.DATE),
}


def _conflicts(told: Told) -> list[Conflict]:
    """Every conflict of every trail, once."""
    found: dict[tuple[ConflictKind, frozenset[Passage]], Conflict] = {}
    for trail in told.trails.values():
        for conflict in trail.conflicts:
            found.setdefault((conflict.what, frozenset((conflict.a, conflict.b))), conflict)
    return list(found.values())


def _count_differences(
    world: World, name: str, conflicts: Sequence[Conflict], planted: Sequence[Difference], result: Result
) -> None:
    tally: Tally = getattr(result, name)
    one = name.removesuffix("s")
    for conflict in conflicts:
        right = any(_is_about(world, conflict, difference) for difference in planted)
        tally.told += 1
        tally.right += right
        if not right:
            sound = next((each.kind for each in world.sound if _is_about(world, conflict, each)), "nothing planted")
            text = "\n".join(
                f"    [{world.article(side.article).outlet}] {_sentence(world, side)}"
                for side in (conflict.a, conflict.b)
            )
            result.faults.append(
                Fault(
                    world.id,
                    world.kind,
                    f"no {one} ({sound})",
                    f"{conflict.what}: {' | '.join(conflict.values)}\n{text}",
                )
            )
    for difference in planted:
        found = any(_is_about(world, conflict, difference) for conflict in conflicts)
        tally.planted += 1
        tally.found += found
        if not found:
            text = "\n".join(
                f"    [{world.article(place.article).outlet}] {place.passage}"
                for place in (*difference.a[:2], *difference.b[:2])
            )
            result.faults.append(Fault(world.id, world.kind, f"{one} missed ({difference.kind})", text))


def _is_about(world: World, conflict: Conflict, difference: Difference) -> bool:
    return any(
        _overlap(world, left, difference.a) and _overlap(world, right, difference.b)
        for left, right in ((conflict.a, conflict.b), (conflict.b, conflict.a))
    )


def _overlap(world: World, passage: Passage, places: Iterable[Place]) -> bool:
    span = Span(passage.start, passage.end)
    return any(place.article == passage.article and world.span(place).overlaps(span) for place in places)


def _sentence(world: World, passage: Passage) -> str:
    text = world.article(passage.article).text
    start = max(text.rfind("\n", 0, passage.start), text.rfind(". ", 0, passage.start)) + 1
    stops = [stop for stop in (text.find("\n", passage.end), text.find(". ", passage.end)) if stop >= 0]
    return text[start : min(stops, default=len(text)) + 1].strip()


# ---------------------------------------------------------------- the command


def worlds(suite: str, count: int, seed: int) -> Iterator[World]:
    """Return the worlds of a generator in benchmarks/worldmakers, or the stories of a folder in benchmarks/stories."""
    if (written.STORIES / suite).is_dir():
        return written.worlds(count, seed, suite)
    made: Iterator[World] = importlib.import_module(f"benchmarks.worldmakers.{suite}").worlds(count, seed)
    return made


def show(world: World) -> str:
    """Return a world as an editor reads it: the articles, then the truth."""
    lines = [f"{'=' * 20} {world.id}: {world.kind}, {len(world.articles)} articles"]
    for article in world.articles:
        known = " | ".join(part or "?" for part in (article.outlet, article.published, article.author, article.title))
        lines += [f"{'-' * 8} {article.id[:6]} {known}", article.text]
    for claim in world.claims:
        lines.append(f"** {claim.name}: {claim.origins} origins, at most {claim.most}, {sorted(claim.flags)}")
        lines += [f"      {place.article[:6]} {place.passage}" for place in claim.places]
    lines += [f"** copies {one[:6]} {other[:6]}" for one, other in world.copies]
    for name in ("misquotes", "speakers", "conflicts", "sound"):
        for difference in getattr(world, name):
            lines.append(f"** {name}: {difference.kind}")
            for mark, side in (("a", difference.a), ("b", difference.b)):
                lines += [f"   {mark} {place.article[:6]} {place.passage} [{place.value or ''}]" for place in side]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures and the faults by kind of planting."""
    parser = argparse.ArgumentParser("python -m benchmarks.worlds", description="Planted worlds: figures and faults.")
    parser.add_argument("suite", nargs="?", default="tuned", help="of benchmarks/worldmakers or stories")
    parser.add_argument("--worlds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", type=int, default=0, help="faults to print with their texts")
    parser.add_argument("--kind", help="only worlds in which this was mainly planted")
    parser.add_argument("--fault", help="print only faults whose name begins like this")
    parser.add_argument("--read", action="store_true", help="print the worlds and their truth, measure nothing")
    asked = parser.parse_args(arguments)
    chosen = [world for world in worlds(asked.suite, asked.worlds, asked.seed) if asked.kind in (None, world.kind)]
    if asked.read:
        print("\n".join(map(show, chosen)))
        return 0
    bench, whole = Bench(), Result()
    by_kind: dict[str, Result] = {}
    for number, world in enumerate(chosen, 1):
        print(f"\r{number}/{len(chosen)} {world.id} {world.kind:<20}", end="", file=sys.stderr, flush=True)
        result = bench.measure(world)
        whole.add(result)
        by_kind.setdefault(world.kind, Result()).add(result)
    print(file=sys.stderr)
    _print(chosen, whole, by_kind)
    faults = [fault for fault in whole.faults if fault.what.startswith(asked.fault or "")]
    for fault in _mixed(faults)[: asked.errors]:
        print(f"\n{fault.world} ({fault.kind}): {fault.what}\n{fault.told}")
    return 0


def _print(chosen: Sequence[World], whole: Result, by_kind: dict[str, Result]) -> None:
    print(f"{len(chosen)} worlds, {sum(len(world.articles) for world in chosen)} articles, {whole.claims} claims")
    for name, value in whole.figures().items():
        print(f"  {name:<26} {value:.3f}")
    print("by kind: claims, exact, above; copies P/R; misquotes P/R; speakers P/R; conflicts P/R; faults")
    for kind, result in by_kind.items():
        tallies = (result.copies, result.misquotes, result.speakers, result.conflicts)
        shares = "  ".join(f"{t.precision:.2f}/{t.recall:.2f}" if t.told or t.planted else "    -    " for t in tallies)
        faults = Counter(fault.what for fault in result.faults)
        listed = ", ".join(f"{what} {count}" for what, count in faults.most_common())
        print(f"  {kind:<14} {result.claims:>3} {result.exact:>3} {result.above:>3}  {shares}  {listed}")


def _mixed(faults: Sequence[Fault]) -> list[Fault]:
    """Return the faults with the first of each kind before the second of any."""
    seen: Counter[tuple[str, str]] = Counter()
    turns = []
    for fault in faults:
        seen[fault.kind, fault.what] += 1
        turns.append(seen[fault.kind, fault.what])
    return [fault for _, fault in sorted(zip(turns, faults, strict=True), key=lambda pair: pair[0])]


if __name__ == "__main__":
    sys.exit(main())
