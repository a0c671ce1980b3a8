from __future__ import annotations

import csv
import hashlib
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import ClaimtrailError, NotFound
from claims.records import (
    Appearance,
    Article,
    Conflict,
    ConflictKind,
    FirstAppearance,
    Origin,
    Passage,
    SourceType,
    Stance,
    Stances,
    Trail,
    to_json,
)
from provenance.export import COLUMNS, FORMATS, SEPARATOR, export, guarded

TEXT = "Vorn — “ein Schiff” 🚢 sank.\nThe tug 𝕊𝕥𝕖𝕝𝕝𝕒 sank at noon, the pilot said. Nobody drowned."
SENTENCE = "The tug 𝕊𝕥𝕖𝕝𝕝𝕒 sank at noon, the pilot said."


def article(id: str, url: str | None, outlet: str | None, published: str | None) -> Article:
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    return Article(id, url, outlet, f"Title of {id}", None, published, None, None, None, sha256, TEXT)


ARTICLES = {
    "a1": article("a1", "https://vorn-times.example/tug", "Vorn Times", "2031-02-03"),
    "a2": article("a2", None, None, None),
}


def trail(id: str = "c1", text: str = "The tug Stella sank at noon.") -> Trail:
    start = TEXT.index(SENTENCE)
    appearances = tuple(
        Appearance(f"claim-{key}", key, each.outlet, start, start + len(SENTENCE), SENTENCE, Stance.REPORTS, ("alone",))
        for key, each in ARTICLES.items()
    )
    return Trail(
        id=id,
        text=text,
        articles=2,
        outlets=1,
        independent_origins=1,
        cannot_tell=1,
        first_appearance=FirstAppearance("claim-a1", "a1", "Vorn Times", "2031-02-03", 1),
        stances=Stances(0, 0, 2),
        flags=("conflict",),
        appearances=appearances,
        edges=(),
        origins=(
            Origin("o1", "Ruta Halm", SourceType.PERSON, False, ("claim-a1",)),
            Origin("o2", "an unnamed pilot", SourceType.ANONYMOUS, True, ("claim-a2",)),
        ),
        conflicts=(Conflict(ConflictKind.DATE, Passage("a1", 0, 4), Passage("a2", 0, 4), ("noon", "dusk")),),
        summary="2 articles, 1 independent origin, 1 cannot tell",
    )


def look_up(id: str) -> Article:
    try:
        return ARTICLES[id]
    except KeyError:
        raise NotFound(f"no article {id}") from None


def whole(trails: list[Trail], format: str) -> bytes:
    return b"".join(export(trails, look_up, format))


def rows(trails: list[Trail]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(whole(trails, "csv").decode("utf-8-sig"), newline="")))


def test_json_lines_are_the_records_whole() -> None:
    lines = whole([trail("c1"), trail("c2")], "jsonl").decode().splitlines()
    assert [json.loads(line) for line in lines] == [to_json(trail("c1")), to_json(trail("c2"))]


def test_the_table_reads_back_with_google_s_names_for_the_fields() -> None:
    (row,) = rows([trail()])
    assert tuple(row) == COLUMNS
    assert row["claimReviewed"] == "The tug Stella sank at noon."
    assert row["claimDate"] == "2031-02-03"
    assert row["claimAuthor"] == SEPARATOR.join(["Ruta Halm", "an unnamed pilot"])
    assert row["claimFirstAppearance"] == row["claimAppearances"] == "https://vorn-times.example/tug"
    assert (row["independentOrigins"], row["cannotTell"], row["reports"]) == ("1", "1", "2")
    assert row["conflicts"] == "date: noon / dusk"


@pytest.mark.parametrize("text", ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1"])
def test_no_cell_of_the_table_is_a_formula(text: str) -> None:
    (row,) = rows([trail(text=text)])
    assert row["claimReviewed"] == "'" + text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_text_reads_back_from_the_table(text: str) -> None:
    (row,) = rows([trail(text=text)])
    assert row["claimReviewed"] == guarded(text)
    assert row["claimReviewed"].removeprefix("'") == text.removeprefix("'")


def test_json_ld_is_a_graph_of_claims_with_their_appearances() -> None:
    document = json.loads(whole([trail("c1"), trail("c2")], "jsonld"))
    assert document["@context"] == "https://schema.org"
    claim, _ = document["@graph"]
    assert claim["@type"] == "Claim"
    assert claim["firstAppearance"]["@type"] == "NewsArticle"
    assert [each["@id"] for each in claim["appearance"]] == [
        "https://vorn-times.example/tug",
        "urn:claimtrail:article:a2",
    ]
    assert claim["appearance"][0]["publisher"] == {"@type": "Organization", "name": "Vorn Times"}
    assert claim["author"] == [{"@type": "Person", "name": "Ruta Halm"}]


def test_json_ld_rates_nothing_and_leaves_out_what_is_unknown() -> None:
    text = whole([trail()], "jsonld").decode()
    assert "ClaimReview" not in text
    assert "null" not in text


def test_an_annotation_s_offsets_and_words_are_the_article_s() -> None:
    page = json.loads(whole([trail()], "annotations"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    assert len({item["id"] for item in page["items"]}) == len(page["items"]) == 2
    for item in page["items"]:
        assert item["type"] == "Annotation"
        quote, position = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert TEXT[start:end] == quote["exact"] == SENTENCE
        assert TEXT[:start].endswith(quote["prefix"]) and quote["prefix"]
        assert TEXT[end:].startswith(quote["suffix"]) and quote["suffix"]
        assert {"value": "reports", "purpose": "tagging"}.items() <= item["body"][2].items()


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_to_export_is_still_a_valid_file(format: str) -> None:
    data = whole([], format).decode("utf-8-sig")
    parsed: Any = {"csv": lambda: list(csv.DictReader(io.StringIO(data))), "jsonl": data.splitlines}.get(
        format, lambda: json.loads(data)
    )()
    assert parsed == [] or not parsed.get("@graph", parsed.get("items"))


@pytest.mark.parametrize("format", FORMATS)
def test_trails_are_written_as_they_come(format: str) -> None:
    seen: list[int] = []

    def coming() -> Any:
        for number in range(50):
            seen.append(number)
            yield trail(f"c{number}")

    pieces = export(coming(), look_up, format)
    for _ in range(3):
        next(pieces)
    assert len(seen) < 5


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ClaimtrailError, match="csv, jsonl, jsonld, annotations"):
        export([], look_up, "xlsx")


@pytest.mark.parametrize("format", ["csv", "jsonld", "annotations"])
def test_a_missing_article_is_said_and_not_passed_over(format: str) -> None:
    lost = trail()
    with pytest.raises(NotFound):
        b"".join(export([lost], lambda id: look_up(f"gone {id}"), format))
