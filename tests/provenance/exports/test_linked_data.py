from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from claims.factchecks import read_bytes
from claims.records import FactCheckMatch, FirstAppearance, Origin, Relation, SourceType, Trail
from provenance.exports.archived import Archived
from tests.provenance.exports.made import CHECK, HALM, archived, match, trail, whole
from tests.provenance.exports.vocabulary import misfits


def graph(trails: list[Trail], known: Archived | None = None) -> list[dict[str, Any]]:
    document = json.loads(whole(trails, "jsonld", known))
    assert misfits(document) == []
    nodes: list[dict[str, Any]] = document["@graph"]
    return nodes


def of_type(type: str, nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [node for node in nodes if node["@type"] == type]


def test_every_cluster_is_a_claim_with_its_appearances() -> None:
    claim, _ = of_type("Claim", graph([trail("c1"), trail("c2")]))
    assert claim["@id"] == "urn:claimtrail:cluster:c1"
    assert claim["firstAppearance"]["@id"] == "https://vorn-times.example/tug"
    assert [each["@id"] for each in claim["appearance"]] == [
        "https://vorn-times.example/tug",
        "urn:claimtrail:article:a2",
    ]
    assert claim["appearance"][0]["publisher"] == {"@type": "Organization", "name": "Vorn Times"}


def test_who_vouches_is_an_author_and_a_document_is_what_the_claim_is_based_on() -> None:
    origins = (
        Origin("o1", "Ruta Halm", SourceType.PERSON, False, ()),
        Origin("o2", "Vorn Harbour Office", SourceType.ORGANISATION, False, ()),
        Origin("o3", "the dockers", SourceType.GROUP, False, ()),
        Origin("o4", "the harbour log", SourceType.DOCUMENT, False, ()),
        Origin("o5", "a pilot", SourceType.ANONYMOUS, True, ()),
    )
    claim = graph([replace(trail(), origins=origins)])[0]
    assert claim["author"] == [
        {"@type": "Person", "name": "Ruta Halm"},
        {"@type": "Organization", "name": "Vorn Harbour Office"},
        {"name": "the dockers"},
    ]
    assert claim["isBasedOn"] == [{"@type": "CreativeWork", "name": "the harbour log"}]


def test_where_no_date_is_known_no_appearance_is_called_the_first() -> None:
    undated = FirstAppearance("claim-a1", "a1", "Vorn Times", None, 2)
    assert "firstAppearance" not in graph([replace(trail(), first_appearance=undated)])[0]
    alone = replace(trail(), first_appearance=undated, articles=1, appearances=trail().appearances[:1])
    assert graph([alone])[0]["firstAppearance"]["@id"] == "https://vorn-times.example/tug"


def test_a_quotation_says_who_is_quoted_where_and_about_which_claim() -> None:
    [quotation] = of_type("Quotation", graph([trail()]))
    assert quotation["text"] == "The tug 𝕊𝕥𝕖𝕝𝕝𝕒 sank at noon\nNobody drowned."
    assert quotation["spokenByCharacter"] == {"@type": "Person", "name": "Ruta Halm"}
    assert quotation["isPartOf"] == {"@id": "https://vorn-times.example/tug"}
    assert quotation["about"] == {"@id": "urn:claimtrail:cluster:c1"}


@pytest.mark.parametrize(
    ("speaker", "type", "told"),
    [
        (None, SourceType.PERSON, {}),
        ("a pilot", SourceType.ANONYMOUS, {"spokenByCharacter": {"name": "a pilot"}}),
        ("the log", SourceType.DOCUMENT, {"isBasedOn": {"@type": "CreativeWork", "name": "the log"}}),
    ],
)
def test_of_a_speaker_no_more_is_said_than_is_known(
    speaker: str | None, type: SourceType, told: dict[str, Any]
) -> None:
    said = replace(HALM, speaker=speaker, source_type=type)
    [quotation] = of_type("Quotation", graph([trail()], archived(attributions=[said])))
    assert {key: quotation[key] for key in ("spokenByCharacter", "isBasedOn") if key in quotation} == told


def test_a_publisher_s_rating_is_a_review_of_the_claim_as_it_was_checked() -> None:
    nodes = graph([trail()], archived(checks=[match()]))
    [review] = of_type("ClaimReview", nodes)
    assert review["author"] == {"@type": "Organization", "name": "Harbour Checks"}
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "False"}
    assert review["itemReviewed"]["text"] == review["claimReviewed"] == CHECK.claim
    assert review["itemReviewed"]["author"] == {"name": "Vorn Times"}
    assert nodes[0]["subjectOf"] == [{"@id": review["@id"]}]
    assert "@id" not in review["itemReviewed"]  # what was rated is not this archive's wording


@pytest.mark.parametrize(
    "unrated",
    [
        match(sure=False),
        match(relation=Relation.CONTRADICTS),
        match(replace(CHECK, rating=None)),
        match(replace(CHECK, publisher=None)),
    ],
    ids=["perhaps", "the contrary", "no rating", "nobody's rating"],
)
def test_nothing_else_is_a_review(unrated: FactCheckMatch) -> None:
    nodes = graph([trail()], archived(checks=[unrated]))
    assert of_type("ClaimReview", nodes) == []
    assert "subjectOf" not in nodes[0]


def test_reviews_read_back_to_the_fact_checks_that_they_came_from() -> None:
    data = whole([trail()], "jsonld", archived(checks=[match()]))
    [read] = read_bytes("export.jsonld", data)
    assert replace(CHECK, id="") == replace(read, id="")


def test_what_is_unknown_is_left_out() -> None:
    assert "null" not in whole([trail()], "jsonld", archived(checks=[match(replace(CHECK, url=None))])).decode()


@pytest.mark.parametrize(
    ("node", "misfit"),
    [
        ({"@type": "Claim", "spokenByCharacter": {"@type": "Person", "name": "Halm"}}, "a Claim has no spoken"),
        ({"@type": "Claim", "author": {"@type": "Thing", "name": "Halm"}}, "author is no"),
        ({"@type": "Claim", "published": "2031"}, "there is no property published"),
        ({"@type": "Claim", "datePublished": "3 May"}, "datePublished is no"),
        ({"@type": "Fact", "name": "x"}, "there is no type Fact"),
    ],
)
def test_the_vocabulary_finds_what_does_not_fit(node: dict[str, Any], misfit: str) -> None:
    [found] = misfits({"@context": "https://schema.org", "@graph": [node]})
    assert found.startswith(misfit)
