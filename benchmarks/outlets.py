"""Is the outlet that a claim is known to come from among the earliest, or among those that are cited?

The gold folder's emergent_outlets_dev: 42 claims with 424 headlines, each with its address, its outlet's domain and the
domain that the claim came from. There are no bodies and no dates, so only a headline can cite and only an address
(``/2015/02/05/``) can date; the figures say first what can be found at all. For some claims the domain that is given is
the one which took the claim apart; that counts as it stands. Rows without a headline are left out. Run
``python -m benchmarks.outlets [--misses]``.

*Group*: the headlines of a claim as the gold data has them. *Trail*: of all headlines in one archive, that of the
cluster with most of the claim's headlines. *Earliest*: no dated article of the claim is surely before the source's.
*Chance*: an article drawn from the group is the source's.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import gold
from claims.articles import article
from claims.records import Article, Trail
from provenance.moments import moment
from provenance.outlets import OutletTable
from runner.desk import Desk
from settings import Settings

FILE = "claims/emergent_outlets_dev.jsonl"


@dataclass(frozen=True, slots=True)
class Story:
    """A claim, the outlet that it came from, and its articles."""

    claim: str
    source: str
    articles: tuple[Article, ...]

    @property
    def theirs(self) -> list[Article]:
        """The source's own articles."""
        return [each for each in self.articles if each.outlet == self.source]


@dataclass(slots=True)
class OutletScore:
    """Numbers of claims. ``chance`` is what a draw from each group would find of those that are ``listed``."""

    claims: int = 0
    listed: int = 0
    dated: int = 0
    earliest: int = 0
    alone: int = 0
    chance: float = 0.0
    headlined: int = 0
    attributed: int = 0
    clustered: int = 0
    in_trail: int = 0
    first: int = 0
    cited: int = 0
    first_or_cited: int = 0


def score(data: Path, misses: list[str] | None = None) -> OutletScore:
    """Return the counts for the gold folder ``data``; what was not found is added to ``misses``, a line each."""
    outlets = OutletTable.load()
    stories = _stories(data / FILE, outlets)
    found = OutletScore(claims=len(stories))
    for story in stories:
        _count_group(story, found)
    with tempfile.TemporaryDirectory() as folder, Desk(Settings(), Path(folder) / "outlets.db") as desk:
        desk.ingest(each for story in stories for each in story.articles)
        trails = {trail.id: trail for trail in desk.archive.trails()}
        claims = desk.archive.claims()
        homes = desk.archive.clusters_of([claim.id for claim in claims])
        clusters: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            if claim.id in homes:
                clusters[claim.article].add(homes[claim.id])
        said = desk.archive.attributions_in([each.id for story in stories for each in story.articles])
    for story in stories:
        found.attributed += any(
            outlets.same(name, story.source)
            for each in story.articles
            for attribution in said.get(each.id, [])
            for name in (*attribution.via, attribution.speaker or "")
        )
        held = Counter(id for each in story.articles for id in clusters[each.id])
        best = max(held, key=lambda id: (held[id], id)) if held else None
        found.clustered += best is not None
        if best is not None and not _count_trail(story, trails[best], outlets, found) and misses is not None:
            first = trails[best].first_appearance
            told = f"first {first.outlet if first else None}, dated {first.published if first else None}"
            misses.append(f"{story.claim[:70]} | source {story.source} | {held[best]}/{len(story.articles)} | {told}")
    return found


def _stories(path: Path, outlets: OutletTable) -> list[Story]:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows[row["claim"]].append(row)
    stories = []
    for claim, group in rows.items():
        articles = {
            each.id: each
            for row in group
            if row["headline"].strip()
            for each in [article(row["headline"], url=row["url"], outlet=_outlet(row["domain"], outlets))]
        }
        stories.append(Story(claim, _outlet(group[0]["claim_source_domain"], outlets), tuple(articles.values())))
    return stories


def _outlet(domain: str, outlets: OutletTable) -> str:
    """Return the name of the outlet at ``domain``, or the domain where the table lists none."""
    known = outlets.by_url(f"https://{domain}/")
    return domain if known is None else known.name


def _count_group(story: Story, found: OutletScore) -> None:
    label = story.source.split(".")[-2] if "." in story.source else story.source
    found.headlined += any(
        re.search(rf"\b{re.escape(label)}\b", each.text, re.IGNORECASE)
        for each in story.articles
        if each.outlet != story.source
    )
    if not story.theirs:
        return
    found.listed += 1
    found.chance += len(story.theirs) / len(story.articles)
    dates = {each.id: when for each in story.articles if (when := moment(each.published)) is not None}
    own = [dates[each.id] for each in story.theirs if each.id in dates]
    if not own:
        return
    found.dated += 1
    mine = min(own, key=lambda when: when.order)
    others = [when for id, when in dates.items() if id not in {each.id for each in story.theirs}]
    found.earliest += not any(when.before(mine) for when in others)
    found.alone += all(mine.before(when) for when in others)


def _count_trail(story: Story, trail: Trail, outlets: OutletTable, found: OutletScore) -> bool:
    """Count what the trail tells; return whether the source is first or cited in it."""
    found.in_trail += any(
        each.outlet is not None and outlets.same(each.outlet, story.source) for each in trail.appearances
    )
    start = trail.first_appearance
    first = start is not None and start.published is not None and start.outlet is not None
    first = first and start is not None and outlets.same(start.outlet or "", story.source)
    named = [edge.to.removeprefix("outlet:") for edge in trail.edges if edge.to.startswith("outlet:")]
    named += [origin.name for origin in trail.origins]
    cited = any(outlets.same(name, story.source) for name in named)
    found.first += first
    found.cited += cited
    found.first_or_cited += first or cited
    return first or cited


def main(arguments: Sequence[str]) -> int:
    """Print the counts."""
    if set(arguments) - {"--misses"}:
        print(__doc__, file=sys.stderr)
        return 2
    if not (gold.folder() / FILE).is_file():
        print(f"no {gold.folder() / FILE}; set CLAIMTRAIL_DATA", file=sys.stderr)
        return 1
    misses: list[str] = []
    found = score(gold.folder(), misses)
    rows = (
        ("claims", found.claims),
        ("  whose source has an article among the group's", found.listed),
        ("    that an article drawn by chance would be", found.chance),
        ("    whose address dates it", found.dated),
        ("      none of the group is surely before it", found.earliest),
        ("      it is surely before all that are dated", found.alone),
        ("  whose source another headline names, as anything", found.headlined),
        ("    as whom it has the claim from", found.attributed),
        ("  with a trail", found.clustered),
        ("    the source appears in it", found.in_trail),
        ("    the source is its first appearance, by date", found.first),
        ("    the source is cited or an origin in it", found.cited),
        ("    first or cited", found.first_or_cited),
    )
    for name, value in rows:
        print(f"{name:<52}{value:>6.3g}")
    if arguments:
        print(*misses, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
