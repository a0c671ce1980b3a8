from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pandas
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.records import (
    Appearance,
    DateSource,
    Extraction,
    FactCheck,
    FirstAppearance,
    Origin,
    Relation,
    Stance,
    Trail,
)
from provenance.exports.archived import Archived, address_of, name_of, web_address
from provenance.exports.table import COLUMNS, unguarded
from tests.provenance.exports import made, vocabulary, web_annotation
from tests.provenance.exports.made import archived, article, whole
from tests.store.strategies import TEXTS, extractions, values

MOMENTS = st.none() | st.dates().map(str) | st.datetimes().map(lambda moment: f"{moment.isoformat()}+02:00")
FEWER = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
"""A world is a whole article with all that was found in it."""

ADDRESSES = st.none() | TEXTS | TEXTS.map(lambda text: f"https://x.example/{text}")


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Trail, Extraction, Archived]:
    """A trail whose appearances are the claims of one article, of which any text may be anything."""
    found = draw(extractions())
    told = replace(found.article, url=draw(ADDRESSES), published=draw(MOMENTS), modified=draw(MOMENTS))
    told = replace(told, retrieved=draw(MOMENTS | TEXTS), date_source=draw(values(DateSource)))
    appearances = tuple(
        Appearance(claim.id, told.id, told.outlet, claim.start, claim.end, claim.text, draw(values(Stance)), ())
        for claim in found.claims
    )
    first = FirstAppearance(found.claims[0].id, told.id, told.outlet, told.published, 0) if found.claims else None
    trail = replace(
        made.trail(draw(TEXTS), draw(TEXTS)),
        summary=draw(TEXTS),
        first_appearance=first,
        appearances=appearances,
        origins=tuple(draw(st.lists(values(Origin), max_size=2))),
    )
    check = replace(draw(values(FactCheck)), claimed=draw(MOMENTS), reviewed=draw(MOMENTS))
    checks = [made.match(check, draw(values(Relation)), draw(st.booleans()))]
    known = archived({told.id: told}, {claim.id: claim for claim in found.claims}, found.attributions, checks)
    return trail, replace(found, article=told), known


@FEWER
@given(worlds())
def test_whatever_an_article_holds_its_linked_data_is_of_schema_org(world: tuple[Trail, Extraction, Archived]) -> None:
    trail, _, known = world
    assert vocabulary.misfits(json.loads(whole([trail], "jsonld", known))) == []


@FEWER
@given(worlds())
def test_whatever_an_article_holds_its_annotations_lead_to_its_words(world: tuple[Trail, Extraction, Archived]) -> None:
    trail, found, known = world
    page: dict[str, Any] = json.loads(whole([trail], "annotations", known))
    assert web_annotation.misfits(page) == []
    assert list(web_annotation.misplaced(page, lambda _: found.article)) == []


@FEWER
@given(worlds())
def test_whatever_an_article_holds_the_table_has_its_columns(world: tuple[Trail, Extraction, Archived]) -> None:
    trail, _, known = world
    data = whole([trail], "csv", known)
    frame = pandas.read_csv(io.BytesIO(data), keep_default_na=False, dtype=str)
    assert tuple(frame.columns) == COLUMNS
    if "\0" not in data.decode():
        assert [unguarded(cell) for cell in frame.loc[0, ["cluster", "claimReviewed", "summary"]]] == [
            trail.id,
            trail.text,
            trail.summary,
        ]


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://vorn.example/a?b=c#d", "https://vorn.example/a?b=c#d"),
        ("https://vorn.example/schön", "https://vorn.example/schön"),
        ('https://vorn.example/<"a|b">', "https://vorn.example/%3C%22a%7Cb%22%3E"),
        ("www.vorn.example/a", None),
        ("https://", None),
        ("ftp://vorn.example/a", None),
        (None, None),
    ],
)
def test_linked_data_points_to_whole_addresses_only(url: str | None, address: str | None) -> None:
    assert web_address(url) == address
    told = article("a 1", url, None, None)
    assert address_of(told) == (address or "urn:claimtrail:article:a%201")


def test_a_name_is_the_same_in_every_file() -> None:
    assert name_of("cluster", "03dca8771884b60b") == "urn:claimtrail:cluster:03dca8771884b60b"
