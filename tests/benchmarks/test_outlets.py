"""What is counted of claims whose first outlet is known."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks import outlets


def _gold(folder: Path, rows: list[tuple[str, str, str]]) -> Path:
    path = folder / outlets.FILE
    path.parent.mkdir(parents=True)
    claim = {"claim": "The pier of Ostmark is for sale", "claim_source_domain": "ostmark-argus.example"}
    lines = [json.dumps({**claim, "headline": text, "domain": domain, "url": url}) for text, domain, url in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_an_outlet_that_is_first_by_its_address_is_found(tmp_path: Path) -> None:
    data = _gold(
        tmp_path,
        [
            ("Ostmark sells its pier", "ostmark-argus.example", "https://ostmark-argus.example/2031/05/03/pier"),
            ("Ostmark sells its old pier", "coastnews.example", "https://coastnews.example/2031/05/04/pier"),
            ("Ostmark has sold its pier", "daily-wave.example", "https://daily-wave.example/pier"),
            ("", "empty.example", "https://empty.example/pier"),
        ],
    )
    found = outlets.score(data)
    assert (found.claims, found.listed, found.dated, found.earliest, found.alone) == (1, 1, 1, 1, 1)
    assert found.chance == 1 / 3
    assert (found.clustered, found.in_trail, found.first, found.first_or_cited) == (1, 1, 1, 1)


def test_an_outlet_without_an_article_is_neither_first_nor_cited(tmp_path: Path) -> None:
    data = _gold(
        tmp_path, [("Ostmark sells its pier", "coastnews.example", "https://coastnews.example/2031/05/04/pier")]
    )
    misses: list[str] = []
    found = outlets.score(data, misses)
    assert (found.listed, found.dated, found.in_trail, found.first_or_cited) == (0, 0, 0, 0)
    assert len(misses) == 1
