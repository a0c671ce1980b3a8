from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Span, Trail
from provenance.exports.annotations import CONTEXT_LENGTH, UNIT, around
from provenance.exports.archived import Archived
from tests.provenance.exports.made import ARTICLES, HALM, SENTENCE, TEXT, archived, trail, whole
from tests.provenance.exports.web_annotation import misfits, misplaced, targets


def page(trails: list[Trail], known: Archived | None = None) -> dict[str, Any]:
    known = known or archived()
    found: dict[str, Any] = json.loads(whole(trails, "annotations", known))
    assert misfits(found) == []
    assert list(misplaced(found, known.article)) == []
    assert len({item["id"] for item in found["items"]}) == len(found["items"])
    return found


def of(motivation: str, found: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for item in found["items"] if item["motivation"] == motivation]


def test_every_appearance_is_linked_to_its_claim_with_its_stance() -> None:
    first, second = of("linking", page([trail()]))
    assert first["body"][0]["source"] == "urn:claimtrail:cluster:c1"
    assert [body["value"] for body in first["body"][1:]] == ["The tug Stella sank at noon.", "reports"]
    assert first["target"]["selector"][0]["exact"] == SENTENCE
    assert (first["target"]["source"], second["target"]["source"]) == (
        "https://vorn-times.example/tug",
        "urn:claimtrail:article:a2",
    )


def test_a_quotation_names_its_speaker_and_each_of_its_parts() -> None:
    [quotation] = of("identifying", page([trail()]))
    assert [(body["purpose"], body["value"]) for body in quotation["body"]] == [
        ("identifying", "Ruta Halm"),
        ("tagging", "direct"),
        ("tagging", "person"),
    ]
    assert [target["selector"][0]["exact"] for target in targets(quotation)] == [
        "The tug 𝕊𝕥𝕖𝕝𝕝𝕒 sank at noon",
        "Nobody drowned.",
    ]


def test_a_quotation_that_holds_several_claims_is_annotated_once() -> None:
    assert len(of("identifying", page([trail("c1"), trail("c2")]))) == 1


def test_a_quotation_without_a_speaker_names_nobody() -> None:
    [quotation] = of("identifying", page([trail()], archived(attributions=[replace(HALM, speaker=None)])))
    assert {body["purpose"] for body in quotation["body"]} == {"tagging"}


def test_positions_are_those_of_the_kept_text_and_the_unit_is_told() -> None:
    found = page([trail()])
    assert "code points" in UNIT and "UTF-16" in UNIT
    assert found["partOf"]["label"] == UNIT
    with_address, without = of("linking", found)
    assert with_address["target"]["state"] == {"type": "TimeState", "cached": "urn:claimtrail:article:a1"}
    assert "state" not in without["target"]


@pytest.mark.parametrize(
    ("retrieved", "told"),
    [
        ("2031-02-03T09:30:00+02:00", "2031-02-03T07:30:00Z"),
        ("2031-02-03T09:30:00", None),
        ("2031-02-03", None),
        ("Monday", None),
    ],
)
def test_the_time_of_the_kept_text_is_told_where_it_is_an_instant(retrieved: str, told: str | None) -> None:
    articles = {**ARTICLES, "a1": replace(ARTICLES["a1"], retrieved=retrieved)}
    item = of("linking", page([trail()], archived(articles)))[0]
    assert item["target"]["state"].get("sourceDate") == told


@given(
    st.lists(st.sampled_from(["The tug sank. ", "a", "𝕊", "e\u0301", " ", "\n"]), min_size=1, max_size=60).map("".join),
    st.data(),
)
def test_prefix_and_suffix_tell_a_passage_from_every_other(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    prefix, suffix = around(text, span)
    passage = prefix + span.of(text) + suffix
    assert text.find(passage) == start - len(prefix)
    assert text.find(passage, start - len(prefix) + 1) < 0


def test_a_passage_that_stands_once_has_little_around_it() -> None:
    text = "x" * 500 + "The tug sank." + "y" * 500
    assert around(text, Span(500, 513)) == ("x" * CONTEXT_LENGTH, "y" * CONTEXT_LENGTH)


def test_a_reader_in_utf_16_finds_the_same_words_as_the_file_says() -> None:
    # [...text] takes a text apart into code points: the same as decoding UTF-32.
    units = TEXT.encode("utf-16-le")
    for item in page([trail()])["items"]:
        for target in targets(item):
            quote, position = target["selector"]
            points = units.decode("utf-16-le").encode("utf-32-le")
            assert points[4 * position["start"] : 4 * position["end"]].decode("utf-32-le") == quote["exact"]
            assert units[2 * position["start"] : 2 * position["end"]].decode("utf-16-le", "replace") != quote["exact"]


@pytest.mark.parametrize(
    "broken",
    [
        {"motivation": "judging"},
        {"target": {"source": "no address"}},
        {"target": {"source": "urn:a:b", "selector": [{"type": "TextPositionSelector", "start": -1, "end": 2}]}},
        {"body": [{"id": "urn:claimtrail:cluster:c1", "purpose": "linking"}]},
        {"note": "more"},
    ],
)
def test_the_model_finds_what_does_not_fit(broken: dict[str, Any]) -> None:
    found = page([trail()])
    found["items"][0] |= broken
    assert len(misfits(found)) >= 1
