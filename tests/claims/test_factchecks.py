"""Earlier fact-checks out of tables, ClaimReview and replies of a search, and out of what is none of these."""

from __future__ import annotations

import csv
import io
import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import ArticleError
from claims.factchecks import _COLUMNS, fact_check, fetch, read, read_bytes
from claims.records import FactCheck, Refusal
from settings import Claims
from tests.conftest import ROOT

HEADER = "claimReviewed,claimAuthor,claimDate,textualRating,publisher,url,datePublished"
DAM = fact_check(
    "The dam at Tarn has a crack",
    claimant="Oda Lind",
    claimed="2031-04-01",
    rating="False",
    publisher="Valley Checks",
    url="https://checks.example/dam",
    reviewed="2031-04-03",
)
DAM_ROW = "The dam at Tarn has a crack,Oda Lind,2031-04-01,False,Valley Checks,https://checks.example/dam,2031-04-03"
REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "The dam at Tarn has a crack",
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Oda Lind", "sameAs": "https://lind.example"},
        "datePublished": "2031-04-01",
    },
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": 1,
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": "False",
    },
    "author": {"@type": "Organization", "name": "Valley Checks"},
    "url": "https://checks.example/dam",
    "datePublished": "2031-04-03",
}


def found(name: str, data: bytes | str) -> list[FactCheck | Refusal]:
    return list(read_bytes(name, data.encode() if isinstance(data, str) else data))


def checks(name: str, data: bytes | str) -> list[FactCheck]:
    every = found(name, data)
    assert all(isinstance(one, FactCheck) for one in every), every
    return every  # type: ignore[return-value]


def refusals(name: str, data: bytes | str) -> list[Refusal]:
    return [one for one in found(name, data) if isinstance(one, Refusal)]


# ---------------------------------------------------------------- tables


def test_a_row_of_a_table_is_a_fact_check() -> None:
    assert checks("a.csv", f"{HEADER}\n{DAM_ROW}\n") == [DAM]


@pytest.mark.parametrize(
    "header",
    [
        "Claim Reviewed,Claim Author,Claim Date,Textual Rating,Publisher,URL,Date Published",
        "claim,claimant,claimed,rating,publisher,url,reviewed",
        "claim,claimant,claim_date,verdict,fact_checker,link,date",
        "claimReviewed,itemReviewed.author.name,itemReviewed.datePublished,reviewRating.alternateName,author.name,url,"
        "datePublished",
        "text,claimant,claimDate,textualRating,publisher.name,url,reviewDate",
    ],
)
def test_columns_go_by_several_names(header: str) -> None:
    assert checks("a.csv", f"{header}\n{DAM_ROW}") == [DAM]


@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_separator_byte_order_mark_and_line_ends_are_seen(separator: str, mark: str, end: str) -> None:
    text = (mark + HEADER + end + DAM_ROW + end).replace(",", separator)
    assert checks("a.csv", text) == [DAM]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_in_unicode_keeps_its_letters(encoding: str) -> None:
    (check,) = checks("a.csv", "claim,rating\n“Tårn is shut”,Нет\n".encode(encoding))
    assert (check.claim, check.rating) == ("“Tårn is shut”", "Нет")


def test_every_column_that_the_documentation_names_is_read() -> None:
    text = (ROOT / "docs" / "factchecks.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ") and "`" in line and "ClaimReview (" not in line]
    names = {name for row in rows for name in re.findall(r"`([\w.]+)`", row.split("|")[2])}
    known = {each for columns in _COLUMNS.values() for each in columns}
    assert len(names) > 20
    assert {name for name in names if re.sub(r"[\W_]+", "", name).lower() not in known} <= {"claimReview"}


def test_what_a_row_does_not_tell_is_unknown() -> None:
    (check,) = checks("a.csv", f"{HEADER}\nThe dam holds,,soon,,,,03/05/2031\n")
    assert check == fact_check("The dam holds")
    assert (check.claimant, check.claimed, check.rating, check.reviewed) == (None, None, None, None)


def test_other_columns_are_left_aside_and_short_rows_are_fine() -> None:
    assert checks("a.csv", "id,claim,rating,notes\n7,The dam holds,True\n") == [
        fact_check("The dam holds", rating="True")
    ]


def test_a_number_is_told_with_its_scale_and_not_read() -> None:
    text = "claim,ratingValue,bestRating,worstRating\nThe dam holds,2,5,1\nThe dam fell,-1,,\n"
    assert [check.rating for check in checks("a.csv", text)] == ["2 (worst 1, best 5)", "-1 (scale not told)"]


@pytest.mark.parametrize(
    "text", ["claim,url\nThe dam holds,x\n", "klaim,ratng\nThe dam holds,x\n", "The dam holds.\n", '"', "a" * 100_000]
)
def test_an_unknown_header_says_which_columns_are_needed(text: str) -> None:
    (refusal,) = found("a.csv", text)
    assert isinstance(refusal, Refusal)
    assert refusal.what == "a.csv"
    assert "claimReviewed" in refusal.why
    assert "textualRating" in refusal.why
    assert len(refusal.why) < 700


def test_a_bad_row_is_refused_alone_by_its_line() -> None:
    rows = [
        HEADER,
        '"Two lines\nof one claim",,,True,,,',
        "The dam, which holds,,,True,,,,",
        ",,,True,,,",
        '"unpaired" quote,,,True,,,',
        "",
        DAM_ROW,
    ]
    every = found("a.csv", "\n".join(rows))
    assert [one.claim for one in every if isinstance(one, FactCheck)] == ["Two lines\nof one claim", DAM.claim]
    assert [one.what for one in every if isinstance(one, Refusal)] == ["a.csv:4", "a.csv:5", "a.csv:6"]


def test_a_quotation_mark_that_is_never_closed_is_refused_with_what_it_swallowed() -> None:
    every = found("a.csv", f'{HEADER}\n{DAM_ROW}\n"The dam holds,,,True,,,\nThe dam fell,,,True,,,\n')
    assert every[0] == DAM
    assert [one.what for one in every[1:]] == ["a.csv:3"]  # type: ignore[union-attr]


# ---------------------------------------------------------------- JSON


@pytest.mark.parametrize(
    "document",
    [
        REVIEW,
        [REVIEW],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, REVIEW]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}, {"item": None}]},
        {**REVIEW, "@type": ["Review", "https://schema.org/ClaimReview"]},
        {**REVIEW, "itemReviewed": [{**REVIEW["itemReviewed"], "author": ["Oda Lind"]}]},
        {**REVIEW, "itemReviewed": {**REVIEW["itemReviewed"], "author": "Oda Lind"}},
        {**REVIEW, "author": [{"name": ["Valley Checks"]}]},
        {**REVIEW, "author": {"name": "A Reporter"}, "publisher": {"name": "Valley Checks"}},
        {**REVIEW, "claimReviewed": {"@value": REVIEW["claimReviewed"], "@language": "en"}},
        {**REVIEW, "reviewRating": [{"name": "False"}]},
        {**REVIEW, "reviewRating": "False"},
        {
            "claims": [
                {
                    "text": "The dam at Tarn has a crack",
                    "claimant": "Oda Lind",
                    "claimDate": "2031-04-01",
                    "claimReview": [
                        {
                            "publisher": {"name": "Valley Checks", "site": "checks.example"},
                            "url": "https://checks.example/dam",
                            "title": "No crack",
                            "reviewDate": "2031-04-03",
                            "textualRating": "False",
                            "languageCode": "en",
                        }
                    ],
                }
            ],
            "nextPageToken": "CAo",
        },
    ],
)
@pytest.mark.parametrize("name", ["a.json", "a.jsonld", "a.jsonl", "-", "feed"])
def test_a_review_is_found_wherever_it_stands(document: Any, name: str) -> None:
    assert checks(name, json.dumps(document)) == [DAM]


def test_a_claim_with_two_reviews_is_two_fact_checks() -> None:
    reviews = [{"publisher": {"site": site}, "textualRating": "False"} for site in ("a.example", "b.example")]
    claims = {"claims": [{"text": "The dam holds", "claimReview": reviews}]}
    assert [check.publisher for check in checks("a.json", json.dumps(claims))] == ["a.example", "b.example"]


def test_a_number_without_words_is_told_with_its_scale() -> None:
    def rated(**rating: Any) -> str | None:
        return checks("a.json", json.dumps({**REVIEW, "reviewRating": {"@type": "Rating", **rating}}))[0].rating

    assert rated(ratingValue=1, bestRating=5, worstRating=1) == "1 (worst 1, best 5)"
    assert rated(ratingValue="2.5", bestRating="5") == "2.5 (best 5)"
    assert rated(ratingValue=0.5) == "0.5 (scale not told)"
    assert rated() is None
    assert rated(ratingValue=True) is None


def test_json_lines_are_read_line_by_line_whatever_the_file_is_named() -> None:
    text = "\n".join([json.dumps(REVIEW), "", "{not json", '{"@type": "Person"}', json.dumps(REVIEW)])
    every = found("a.jsonl", text)
    assert every[0] == every[-1] == DAM
    assert [one.what for one in every if isinstance(one, Refusal)] == ["a.jsonl:3", "a.jsonl:4"]
    assert checks("a.json", f"{json.dumps(REVIEW)}\r\n{json.dumps(REVIEW)}\r\n") == [DAM, DAM]


def test_a_review_that_lacks_its_claim_is_refused_alone() -> None:
    lacking = {key: value for key, value in REVIEW.items() if key != "claimReviewed"}
    every = found("a.json", json.dumps([lacking, REVIEW, {**REVIEW, "claimReviewed": 7}]))
    assert every[1] == DAM
    assert [one.what for one in every if isinstance(one, Refusal)] == ["a.json, fact-check 1", "a.json, fact-check 3"]


def test_a_page_gives_the_review_in_its_linked_data() -> None:
    page = (
        "<!doctype html><script>var x = '<b>'</script>"
        '<script type="application/ld+json">{"@type": "WebPage"}</script>'
        f'<script type="application/ld+json">{json.dumps(REVIEW)}</script><p>No crack.'
    )
    assert checks("a.html", page) == [DAM]
    (refusal,) = refusals("a.html", "<!doctype html><p>No crack.")
    assert "linked data" in refusal.why


# ---------------------------------------------------------------- what is none of this


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b""),
        ("a.json", b"  \n"),
        ("a.json", b"{}"),
        ("a.json", b"[1, 2, null]"),
        ("a.json", b'{"claims": []}'),
        ("a.json", b"7"),
        ("a.pdf", b"%PDF-1.7 x"),
        ("a.csv", b"claim,rating\nThe \x81\x8d dam\n"),
        ("a.csv", b"\xff\xfeclaim,rating\n"),
        ("a.bin", bytes(range(256)) * 4),
        ("a.json", b"[" * 100_000),
        ("a.json", b'{"a":' * 5_000 + b"1" + b"}" * 5_000),
        ("a.json", b'{"ratingValue": ' + b"9" * 6_000 + b"}"),
    ],
)
def test_what_holds_no_fact_check_is_one_refusal_that_says_what_to_do(name: str, data: bytes) -> None:
    (refusal,) = found(name, data)
    assert isinstance(refusal, Refusal)
    assert refusal.why
    assert len(refusal.why) < 700


def test_reviews_a_thousand_deep_are_found_or_refused_and_stop_nothing() -> None:
    for depth in (100, 900, 1_000, 50_000):
        text = '{"a":[' * depth + json.dumps(REVIEW) + "]}" * depth
        every = found("a.jsonl", f"{text}\n{json.dumps(REVIEW)}\n")
        assert every[-1] == DAM
        assert every[0] == DAM or (isinstance(every[0], Refusal) and "nesting" in every[0].why)


def test_a_cell_of_ten_megabytes_is_refused_alone() -> None:
    every = found("a.csv", f"{HEADER}\n{'x' * 10_000_000},,,False,,,\n{DAM_ROW}\n")
    assert isinstance(every[0], Refusal)
    assert every[0].what == "a.csv:2"
    assert "10,000,000" in every[0].why
    assert every[1] == DAM


def test_a_file_over_the_limit_is_not_read() -> None:
    (refusal,) = read_bytes("a.csv", b"x" * 101, Claims(largest_file=100))
    assert isinstance(refusal, Refusal)
    assert "largest_file" in refusal.why


def test_formulas_and_markup_are_text_like_any_other() -> None:
    row = ['=HYPERLINK("https://x.example")', "+1", "", "<script>alert(1)</script>", "@SUM(A1)", "", ""]
    out = io.StringIO()
    csv.writer(out).writerows([HEADER.split(","), row])
    (check,) = checks("a.csv", out.getvalue())
    assert [check.claim, check.claimant, check.rating, check.publisher] == [row[0], row[1], row[3], row[4]]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "java\tscript:alert(1)", "file:///etc/passwd"]
)
def test_an_address_that_a_page_must_not_link_to_is_dropped(url: str) -> None:
    assert checks("a.json", json.dumps({**REVIEW, "url": url}))[0].url is None


def test_half_a_character_is_refused_alone() -> None:
    every = found("a.json", json.dumps([{**REVIEW, "claimReviewed": "The dam \ud83d"}, REVIEW]))
    assert isinstance(every[0], Refusal)
    assert every[1] == DAM
    with pytest.raises(ArticleError):
        fact_check("The dam holds", publisher="\udcff")


def test_files_that_cannot_be_opened_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.csv", Path("a" * 300), Path("a\0b")):
        (refusal,) = read(path)
        assert isinstance(refusal, Refusal)
    (tmp_path / "a.csv").write_text(f"{HEADER}\n{DAM_ROW}\n", encoding="utf-8")
    assert list(read(tmp_path / "a.csv")) == [DAM]


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kinds = {
            "/feed": ("application/ld+json", json.dumps({"dataFeedElement": [{"item": [REVIEW]}]})),
            "/table?x=1.0": ("text/csv; charset=utf-8", f"{HEADER}\n{DAM_ROW}\n"),
            "/table.csv": ("text/plain", f"{HEADER}\n{DAM_ROW}\n"),
            "/page": ("text/html", f'<html><script type="application/ld+json">{json.dumps(REVIEW)}</script>'),
            "/film": ("video/mp4", "x"),
        }
        kind, text = kinds.get(self.path, (None, ""))
        self.send_response(200 if kind else 404)
        if kind:
            self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize("path", ["/feed", "/table?x=1.0", "/table.csv", "/page"])
def test_an_address_is_read_like_a_file(site: str, path: str) -> None:
    assert list(fetch(site + path)) == [DAM]


@pytest.mark.parametrize("path", ["/film", "/nothing"])
def test_an_address_that_gives_none_is_refused(site: str, path: str) -> None:
    (refusal,) = fetch(site + path)
    assert isinstance(refusal, Refusal)
    assert refusal.what == site + path


# ---------------------------------------------------------------- whatever comes

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)


@given(rows=st.lists(st.tuples(WORDS.filter(str.strip), WORDS, WORDS), min_size=1, max_size=5))
def test_a_table_and_its_json_say_the_same(rows: list[tuple[str, str, str]]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([("claimReviewed", "textualRating", "publisher"), *rows])
    reviews = [
        {"@type": "ClaimReview", "claimReviewed": c, "reviewRating": {"alternateName": r}, "author": {"name": p}}
        for c, r, p in rows
    ]
    wanted = [fact_check(c, rating=r, publisher=p) for c, r, p in rows]
    assert checks("a.csv", out.getvalue()) == checks("a.json", json.dumps(reviews)) == wanted


@given(data=st.binary(max_size=300), name=st.sampled_from(["a.csv", "a.json", "a.jsonl", "a.html", "-"]))
def test_no_bytes_stop_the_reader(data: bytes, name: str) -> None:
    for one in read_bytes(name, data):
        assert isinstance(one, FactCheck | Refusal)


@given(data=st.text(max_size=200), name=st.sampled_from(["a.csv", "a.tsv"]))
def test_no_table_stops_the_reader(data: str, name: str) -> None:
    for one in read_bytes(name, f"claim,rating\n{data}".encode(errors="replace")):
        assert isinstance(one, FactCheck | Refusal)
