"""The doors, called as another program calls them."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from claims.records import ClusterLink, FactCheck, FactCheckMatch, Relation, Verdict
from store.archive import Archive

ROOT = Path(__file__).resolve().parent.parent


def names(kind: type) -> list[str]:
    """The fields of a record."""
    return [field.name for field in fields(kind)]


def call(
    *arguments: object, stdin: str | bytes | None = None, cwd: Path = ROOT, code: int = 0
) -> tuple[list[Any], str]:
    """Run the command; return the JSON lines of standard output, and standard error."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *map(str, arguments)],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        cwd=cwd,
        check=False,
    )
    out, errors = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == code, errors
    # Not splitlines(): JSON leaves U+2028 and its like inside strings as they are.
    return [json.loads(line) for line in out.split("\n") if line], errors


def test_help_answers_without_loading_a_model() -> None:
    script = (
        "import sys, cli\n"
        "try: cli.app(['--help'])\n"
        "except SystemExit: pass\n"
        "assert not {'torch', 'spacy', 'faiss', 'streamlit'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True)


def test_extract_keeps_the_text_to_the_code_point_and_the_order(tmp_path: Path) -> None:
    texts = [
        "Mayor Ines Dahl said the bridge\r\nwould close on 3 May.",
        "e\u0301 \U0001f600 \u201cWe will stay,\u201d she said.\u2028",
    ]
    (tmp_path / "b.txt").write_bytes(texts[0].encode())
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": texts[1], "outlet": "Gazette"}) + "\n", encoding="utf-8")
    rows, _ = call("extract", tmp_path / "b.txt", tmp_path / "a.jsonl")
    assert [row["article"]["text"] for row in rows] == texts
    assert rows[1]["article"]["outlet"] == "Gazette"
    for row, text in zip(rows, texts, strict=True):
        assert set(row) == {"article", "attributions", "claims"}
        assert row["article"]["sha256"] == hashlib.sha256(text.encode()).hexdigest()
        for claim in row["claims"]:
            assert text[claim["start"] : claim["end"]] == claim["text"]
        for attribution in row["attributions"]:
            assert all(text[span["start"] : span["end"]].strip() for span in attribution["content"])
    assert rows[0]["attributions"][0]["speaker"] == "Ines Dahl"


def test_extract_reads_standard_input() -> None:
    rows, _ = call("extract", stdin="The ferry sank in 2019, the ministry said.")
    assert rows[0]["article"]["text"] == "The ferry sank in 2019, the ministry said."


def test_a_bad_line_is_refused_and_the_rest_is_done(tmp_path: Path) -> None:
    file = tmp_path / "mixed.jsonl"
    file.write_text('{"text": "The dam holds, engineers said."}\nnot json\n{"text": ""}\n{"text": "The dam broke."}\n')
    rows, errors = call("extract", file, code=1)
    assert [row["article"]["text"] for row in rows] == ["The dam holds, engineers said.", "The dam broke."]
    assert "mixed.jsonl:2" in errors
    assert "mixed.jsonl:3" in errors


def test_cluster_joins_rewordings_and_keeps_the_order(tmp_path: Path) -> None:
    texts = {
        "a": "The harbour bridge will close for repairs in May",
        "b": "Harbour bridge to close in May for repairs",
        "c": "Scientists found a new species of frog in the delta",
    }
    lines = "".join(json.dumps({"id": id, "text": text}) + "\n" for id, text in texts.items())
    rows, _ = call("cluster", "-", stdin=lines)
    assert [row["id"] for row in rows] == ["a", "b", "c"]
    clusters = {row["id"]: row["cluster"] for row in rows}
    assert clusters["a"] == clusters["b"] != clusters["c"]


def test_match_finds_the_claim_that_is_meant(tmp_path: Path) -> None:
    claims, queries = tmp_path / "claims.jsonl", tmp_path / "queries.jsonl"
    claims.write_text('{"id": "1", "text": "The mayor resigned in June"}\n{"id": "2", "text": "Frogs are green"}\n')
    queries.write_text('{"id": "q", "text": "In June, the mayor stepped down"}\n')
    rows, _ = call("match", "--claims", claims, "--queries", queries, "--top", 2)
    assert rows[0]["id"] == "q"
    assert [found["id"] for found in rows[0]["matches"]] == ["1", "2"]
    assert set(rows[0]["matches"][0]) == {"id", "score", "relation", "reasons"}


def test_stance_tells_a_denial_from_a_report() -> None:
    lines = [
        {"id": "1", "claim": "The mayor resigned", "passage": "The mayor did not resign, and the rumour is false."},
        {"id": "2", "claim": "The mayor resigned", "passage": "The mayor has reportedly resigned, according to aides."},
        {"id": "3", "claim": "The mayor resigned", "passage": "The mayor resigned on Monday."},
    ]
    rows, _ = call("stance", "-", stdin="".join(json.dumps(line) + "\n" for line in lines))
    assert [row["stance"] for row in rows] == ["denies", "reports", "supports"]
    for row in rows:
        assert set(row["scores"]) == {"supports", "denies", "reports"}
        assert sum(row["scores"].values()) == pytest.approx(1.0, abs=1e-6)


def test_ingesting_twice_changes_nothing(tmp_path: Path) -> None:
    db, file = tmp_path / "a.db", tmp_path / "a.txt"
    file.write_text("The ferry sank in 2019, the transport ministry said on Monday.")
    first, _ = call("--db", db, "ingest", file)
    assert (first[0]["added"], first[0]["unchanged"]) == (1, 0)
    before, _ = call("--db", db, "trail", "--all")
    second, _ = call("ingest", file, "--db", db)
    assert (second[0]["added"], second[0]["unchanged"]) == (0, 1)
    assert call("--db", db, "trail", "--all")[0] == before


def test_the_archive_commands_print_the_forms_that_other_programs_rely_on(story_db: Path) -> None:
    articles, _ = call("--db", story_db, "articles")
    assert set(articles[0]) == {
        "id", "url", "outlet", "title", "author", "published", "modified", "retrieved", "date_source", "sha256",
    }  # fmt: skip
    claims, _ = call("--db", story_db, "claims")
    cluster = {
        "id", "text", "articles", "outlets", "independent_origins", "cannot_tell",
        "first_appearance", "stances", "flags",
    }  # fmt: skip
    assert all(set(row) == cluster for row in claims)
    assert [row["articles"] for row in claims] == sorted((row["articles"] for row in claims), reverse=True)
    trails, _ = call("--db", story_db, "trail", claims[0]["id"])
    assert set(trails[0]) == cluster | {
        "appearances",
        "edges",
        "origins",
        "conflicts",
        "corrections",
        "quotations",
        "summary",
        "fact_checks",
    }
    assert list(trails[0])[-1] == "fact_checks"
    assert trails[0]["fact_checks"] == []
    assert {key for edge in trails[0]["edges"] for key in edge} <= {
        "from",
        "to",
        "kind",
        "article",
        "start",
        "end",
        "rule",
    }
    found, _ = call("--db", story_db, "search", claims[0]["text"])
    assert found[0]["id"] == claims[0]["id"]


def test_export_writes_every_format(story_db: Path) -> None:
    def run(format: str) -> str:
        command = [sys.executable, str(ROOT / "cli.py"), "--db", str(story_db), "export", "--format", format]
        return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout

    trails, _ = call("--db", story_db, "trail", "--all")
    assert [json.loads(line) for line in run("jsonl").splitlines()] == trails
    assert len(list(csv.DictReader(io.StringIO(run("csv"))))) >= len(trails)
    assert "schema.org" in json.dumps(json.loads(run("jsonld")))
    assert "TextQuoteSelector" in run("annotations")


def test_check_finds_a_quote_that_was_altered(story_db: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(
        "“Families are owed an answer, and they will have one,” said Oda Kestrin.\n\n"
        "“Families are owed an apology, and they will have one,” said Oda Kestrin.\n",
        encoding="utf-8",
    )
    findings, _ = call("--db", story_db, "check", draft)
    assert {"start", "end", "text", "what", "verdict", "evidence", "reasons"} == set(findings[0])
    assert [finding["verdict"] for finding in findings if finding["what"] == "quote"] == ["verbatim", "altered"]
    text = draft.read_text(encoding="utf-8")
    assert all(text[finding["start"] : finding["end"]] == finding["text"] for finding in findings)


def test_a_word_draft_is_checked_as_it_would_be_printed_and_reported_on(story_db: Path, tmp_path: Path) -> None:
    said = "“Families are owed an {}, and they will have one,” said Oda Kestrin."
    tracked = f"<w:del {nsdecls('w')}><w:r><w:delText>answer</w:delText></w:r></w:del>"
    inserted = f"<w:ins {nsdecls('w')}><w:r><w:t>apology</w:t></w:r></w:ins>"
    document, path = docx.Document(), tmp_path / "draft.docx"
    paragraph = document.add_paragraph(said.split("{}")[0])
    paragraph._p.extend([parse_xml(tracked), parse_xml(inserted)])
    paragraph.add_run(said.split("{}")[1])
    document.add_comment(paragraph.runs[:1], "Are we sure? The ramp was safe, said Runa Tolk.")
    paragraph.runs[-1]._r.append(parse_xml(f"<w:footnoteReference {nsdecls('w')} w:id='1'/>"))
    document.save(path)
    for given, stdin in ((path, None), ("-", path.read_bytes())):
        for report in (tmp_path / "out.docx", tmp_path / "out.HTML"):
            findings, errors = call("--db", story_db, "check", given, "--report", report, stdin=stdin)
            assert f"wrote {report}" in errors
            [quote] = [finding for finding in findings if finding["what"] == "quote"]
            assert (quote["verdict"], quote["text"]) == (
                "altered",
                "Families are owed an apology, and they will have one",
            )
            assert all(f["text"] == said.format("apology")[f["start"] : f["end"]] for f in findings)
    notes = [comment.text for comment in docx.Document(str(tmp_path / "out.docx")).comments]
    assert len(notes) == len(findings)
    assert any("‘apology’ here, ‘answer’ there" in note for note in notes)
    assert "‘apology’ here, ‘answer’ there" in (tmp_path / "out.HTML").read_text(encoding="utf-8")


def test_a_report_of_another_kind_is_wrong_usage_before_anything_is_read(tmp_path: Path) -> None:
    call("--db", tmp_path / "none.db", "check", "draft.txt", "--report", tmp_path / "out.pdf", code=2)
    assert not list(tmp_path.iterdir())


def test_fact_checks_are_loaded_once_and_told_with_the_trails_that_they_match(story_db: Path, tmp_path: Path) -> None:
    db, table = tmp_path / "a.db", ROOT / "examples" / "factchecks.csv"
    shutil.copy(story_db, db)
    claims = call("--db", db, "claims")[0]
    report, errors = call("--db", db, "factchecks", table)
    assert set(report[0]) == {"added", "unchanged", "refused", "clusters"}
    assert (report[0]["added"], report[0]["unchanged"], report[0]["refused"], errors) == (7, 0, 0, "")
    trails, _ = call("--db", db, "trail", "--all")
    told = [check for trail in trails for check in trail["fact_checks"]]
    assert {tuple(check) for check in told} == {
        (*names(FactCheck), "member", *(name for name in names(FactCheckMatch) if name not in ("check", "claim")))
    }
    two_dead = [check for check in told if check["rating"] == "False" and check["relation"] == "same"]
    assert {check["claimant"] for check in two_dead} == {"Dockside Daily"}
    again, _ = call("factchecks", table, "--db", db)
    assert (again[0]["added"], again[0]["unchanged"], again[0]["clusters"]) == (0, 7, report[0]["clusters"])
    assert call("--db", db, "trail", "--all")[0] == trails
    assert call("--db", db, "claims")[0] == claims


def test_a_fact_check_that_cannot_be_used_is_refused_and_the_rest_is_loaded(tmp_path: Path) -> None:
    db, table, feed = tmp_path / "a.db", tmp_path / "checks.csv", tmp_path / "feed.jsonl"
    table.write_bytes("\ufeffclaim;rating\nThe dam <b>holds</b>;True\n;False\n=1+1;Fälschung\n".encode())
    review = {"@type": "ClaimReview", "claimReviewed": "The dam fell", "url": "javascript:alert(1)"}
    feed.write_text("not json\n" + json.dumps(review) + "\n")
    report, errors = call("--db", db, "factchecks", table, feed, tmp_path / "none.csv", "", tmp_path, code=1)
    assert report == [{"added": 3, "unchanged": 0, "refused": 5, "clusters": 0}]
    assert [line.split(": ")[0] for line in errors.splitlines()] == [
        f"refused {what}" for what in (f"{table}:3", f"{feed}:1", tmp_path / "none.csv", "''", tmp_path)
    ]
    report, _ = call("--db", db, "factchecks", stdin=json.dumps(review))
    assert (report[0]["added"], report[0]["unchanged"]) == (0, 1)
    _, errors = call("--db", db, "factchecks", "-", stdin="url,rating\nx,y\n", code=1)
    assert "claimReviewed" in errors


@pytest.fixture
def suggesting(story_db: Path, tmp_path: Path) -> Path:
    """A copy of the story's archive in which three clusters are linked."""
    db = tmp_path / "story.db"
    shutil.copy(story_db, db)
    with Archive.open(db) as archive:
        first, second, third, *others = (replace(one, links=()) for one in archive.clusters())
        near = ClusterLink(second.id, Relation.RELATED, ("both name Velling",), 0.5)
        other = ClusterLink(third.id, Relation.CONTRADICTS, ("differ: figures, 3 against 4",), 0.7)
        archive.save_clusters([replace(first, links=(near, other)), second, third, *others], {})
    return db


def test_suggestions_are_listed_until_they_are_judged(suggesting: Path) -> None:
    rows, _ = call("--db", suggesting, "suggestions")
    assert [(row["relation"], row["score"]) for row in rows[:2]] == [("contradicts", 0.7), ("related", 0.5)]
    assert call("--db", suggesting, "suggestions", "--limit", 1)[0] == rows[:1]
    for row in rows:
        assert set(row) == {"left", "right", "score", "relation", "reasons"}
        assert set(row["left"]) == set(row["right"]) == {"cluster", "claim", "text"}
    left, right = rows[0]["left"], rows[0]["right"]
    assert left["text"] == call("--db", suggesting, "trail", left["cluster"])[0][0]["text"]
    [kept], _ = call(
        "--db", suggesting, "judge", left["claim"], right["claim"], "not_same", "--by", "Ada", "--note", "2 days"
    )
    assert {key: kept[key] for key in ("left", "right", "verdict", "by", "note")} == {
        "left": left["claim"], "right": right["claim"], "verdict": "not_same", "by": "Ada", "note": "2 days",
    }  # fmt: skip
    left_over, _ = call("--db", suggesting, "suggestions")
    assert {left["cluster"], right["cluster"]} not in [
        {row["left"]["cluster"], row["right"]["cluster"]} for row in left_over
    ]
    call("--db", suggesting, "judge", right["claim"], left["claim"], "withdrawn", "--by", "Ben")
    with Archive.open(suggesting) as archive:
        assert [(one.verdict, one.by) for one in archive.judgements(all=True)] == [
            (Verdict.NOT_SAME, "Ada"),
            (Verdict.WITHDRAWN, "Ben"),
        ]
        assert archive.decided_pairs() == set()


def test_a_judgement_joins_claims_in_the_archive_and_a_later_one_parts_them(story_db: Path, tmp_path: Path) -> None:
    db = tmp_path / "story.db"
    shutil.copy(story_db, db)
    trails, _ = call("--db", db, "trail", "--all")
    left, right = (trail["appearances"][0]["claim"] for trail in trails[:2])

    def homes() -> set[str]:
        trails, _ = call("--db", db, "trail", "--all")
        return {t["id"] for t in trails if {left, right} & {each["claim"] for each in t["appearances"]}}

    assert len(homes()) == 2
    call("--db", db, "judge", left, right, "same", "--by", "Ada")
    assert len(homes()) == 1
    call("--db", db, "judge", left, right, "not_same", "--by", "Ada")
    assert len(homes()) == 2


def test_a_judgement_that_cannot_be_kept_says_what_to_do(suggesting: Path, tmp_path: Path) -> None:
    claim = call("--db", suggesting, "suggestions")[0][0]["left"]["claim"]
    for left, right, said in ((claim, "nowhere", "'nowhere'"), (claim, "\udcff", "no claim"), (claim, claim, "itself")):
        rows, errors = call("--db", suggesting, "judge", left, right, "same", "--by", "Ada", code=1)
        assert (rows, len(errors.splitlines())) == ([], 1)
        assert said in errors
    call("--db", suggesting, "judge", claim, claim, "perhaps", "--by", "Ada", code=2)
    call("--db", suggesting, "judge", claim, claim, "same", code=2)
    call("--db", suggesting, "judge", claim, claim, "same", "--by", " ", code=2)
    call("--db", suggesting, "suggestions", "--limit", 0, code=2)
    call("--db", tmp_path / "none.db", "judge", claim, claim, "same", "--by", "Ada", code=1)
    with Archive.open(suggesting) as archive:
        assert archive.judgements(all=True) == []


@pytest.mark.parametrize(
    "arguments",
    [
        *(["trail"], ["nonsense"], ["match", "--top", "3"], ["export", "--format", "docx"]),
        *(["export", "--format", "datasette"], ["export", "--format", "datasette", "--out", "copy", "a-cluster"]),
    ],
)
def test_wrong_usage_exits_with_2(arguments: list[str], story_db: Path) -> None:
    call("--db", story_db, *arguments, code=2)


def test_a_missing_archive_or_cluster_is_an_error_that_says_what_to_do(tmp_path: Path, story_db: Path) -> None:
    _, errors = call("--db", tmp_path / "none.db", "claims", code=1)
    assert "ingest" in errors
    assert not (tmp_path / "none.db").exists()
    _, errors = call("--db", story_db, "trail", "0000000000000000", code=1)
    assert "0000000000000000" in errors


def test_shares_extracted_apart_come_together_as_one_archive(tmp_path: Path) -> None:
    source = tmp_path / "articles.jsonl"
    texts = [f"The council of ward {n} approved {n + 10} new homes, the clerk said." for n in range(4)]
    source.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    for share in (1, 2):
        call("extract", source, "--share", f"{share}/2", "--out", tmp_path / "shares")
    apart, together = tmp_path / "apart.db", tmp_path / "together.db"
    report, _ = call("--db", apart, "ingest", "--extractions", tmp_path / "shares")
    assert report[0]["added"] == 4
    call("--db", together, "ingest", source)
    ids = [sorted(row["id"] for row in call("--db", db, "claims")[0]) for db in (apart, together)]
    assert ids[0] == ids[1]


def test_rows_with_one_id_or_one_text_are_each_answered(tmp_path: Path) -> None:
    lines = [
        {"id": 1, "text": "The mayor resigned in June", "outlet": None, "published": 7},
        {"id": 1, "text": "Frogs are green"},
        {"id": "1", "text": "The mayor resigned in June"},
    ]
    file = tmp_path / "rows.jsonl"
    file.write_text("".join(json.dumps(line) + "\r\n" for line in lines))
    rows, _ = call("cluster", file)
    assert [row["id"] for row in rows] == [1, 1, "1"]
    assert rows[0]["cluster"] == rows[2]["cluster"] != rows[1]["cluster"]
    rows, _ = call("match", "--claims", file, "--queries", file, "--top", 50)
    assert [row["id"] for row in rows] == [1, 1, "1"]
    assert rows[1]["matches"][0]["id"] == 1
    assert sorted(map(str, (found["id"] for found in rows[0]["matches"]))) == ["1", "1", "1"]
    assert {type(found["id"]) for found in rows[0]["matches"]} == {int, str}


def test_a_row_that_cannot_be_used_is_refused_by_its_line(tmp_path: Path) -> None:
    bad = [
        b"not json",
        b'{"id": true, "claim": "a", "passage": "b"}',
        b'{"id": 1.5, "claim": "a", "passage": "b"}',
        b'{"id": 1, "claim": "", "passage": "b"}',
        b'{"id": 1, "claim": "a", "passage": 7}',
        b'{"id": 1, "claim": "caf\xe9", "passage": "b"}',
        b'{"id": 1, "deep": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"id": ' + b"9" * 6_000 + b"}",
        b"[1]",
    ]
    good = '{"id": 3, "claim": "The mayor resigned", "passage": "The\u2028mayor \\ud800 resigned."}'.encode()
    file = tmp_path / "rows.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + b"\n".join([good, *bad, good]))
    rows, errors = call("stance", file, code=1)
    assert [row["id"] for row in rows] == [3, 3]
    assert [line.split(": ")[0] for line in errors.splitlines()] == [f"refused {file}:{n}" for n in range(2, 11)]


@pytest.mark.parametrize(
    "door", [["cluster"], ["stance"], ["extract"], ["--db", "x.db", "ingest"], ["--db", "x.db", "factchecks"]]
)
def test_a_path_that_cannot_be_read_is_one_line(door: list[str], tmp_path: Path) -> None:
    for path in ("a" * 300, "", "no\u00f6where"):
        _, errors = call(*door, path, cwd=tmp_path, code=1)
        assert len(errors.splitlines()) == 1
        assert "Traceback" not in errors
    assert len(call("--db", "a" * 300, "claims", cwd=tmp_path, code=1)[1].splitlines()) == 1


def test_streams_that_the_caller_closed_are_no_error(story_db: Path) -> None:
    def run(how: str) -> tuple[int, str]:
        command = f"'{sys.executable}' '{ROOT / 'cli.py'}' --db '{story_db}' {how}"
        done = subprocess.run(["bash", "-c", command], capture_output=True, encoding="utf-8", check=False)
        return done.returncode, done.stderr

    assert run("claims >&-") == (0, "")
    assert run("claims 2>&-") == (0, "")
    assert run("articles | true; exit ${PIPESTATUS[0]}") == (0, "")
    assert run("export --format jsonl | head -c 1; exit ${PIPESTATUS[0]}") == (0, "")
    assert run("check - <&-")[0] == 1


def test_export_refuses_an_unknown_cluster_and_writes_the_rest(story_db: Path) -> None:
    known = call("--db", story_db, "claims")[0][0]["id"]
    rows, errors = call("--db", story_db, "export", "nowhere", known, "\udcff", code=1)
    assert [row["id"] for row in rows] == [known]
    assert len(errors.splitlines()) == 2
    assert call("--db", story_db, "export", "--format", "jsonld", "nowhere", code=1)[0] == []


@pytest.mark.parametrize("format", ["csv", "jsonl", "jsonld", "annotations"])
def test_export_writes_the_same_bytes_to_a_file(story_db: Path, tmp_path: Path, format: str) -> None:
    command = [sys.executable, str(ROOT / "cli.py"), "--db", str(story_db), "export", "--format", format]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    assert call("--db", story_db, "export", "--format", format, "--out", tmp_path / "a") == ([], "")
    assert (tmp_path / "a").read_bytes() == printed
    assert [found.name for found in tmp_path.iterdir()] == ["a"]


def test_export_never_writes_over_the_archive(story_db: Path, tmp_path: Path) -> None:
    db = tmp_path / "story.db"
    shutil.copy(story_db, db)
    (tmp_path / "link").symlink_to(db)
    for out in (db, tmp_path / "link"):
        assert "is the archive itself" in call("--db", db, "export", "--out", out, code=1)[1]
    for out in (tmp_path, tmp_path / "nowhere" / "a"):
        assert "folder" in call("--db", db, "export", "--out", out, code=1)[1]
    assert len(call("--db", db, "articles")[0]) == len(call("--db", story_db, "articles")[0])


def test_export_writes_a_folder_for_datasette(story_db: Path, tmp_path: Path) -> None:
    rows, errors = call("--db", story_db, "export", "--format", "datasette", "--out", tmp_path / "copy")
    assert rows == []
    assert errors == f"claimtrail: open it with: datasette {tmp_path / 'copy'}\n"
    assert {found.name for found in (tmp_path / "copy").iterdir()} == {"trails.db", "metadata.json"}


def test_an_embedding_model_that_does_not_exist_leaves_the_archive_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db, file = tmp_path / "a.db", tmp_path / "a.txt"
    file.write_text("The ferry sank in 2019, the transport ministry said on Monday.")
    monkeypatch.setenv("CLAIMTRAIL_INDEX_MODEL", str(tmp_path))
    _, errors = call("--db", db, "ingest", file, code=1)
    assert "CLAIMTRAIL_INDEX_MODEL" in errors
    assert len(errors.splitlines()) == 1
    assert call("--db", db, "articles")[0] == []


def _heed_interrupts() -> None:
    """Undo what a shell does to the commands that it runs behind an &."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupt_says_that_the_work_is_kept(tmp_path: Path) -> None:
    source = tmp_path / "many.jsonl"
    text = "The council of ward {} approved {} new homes, the clerk said on Monday. " * 80
    with source.open("w") as lines:
        for n in range(200):
            lines.write(json.dumps({"text": text.format(*range(n, n + 160))}) + "\n")
    command = [sys.executable, str(ROOT / "cli.py"), "extract", str(source)]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=_heed_interrupts,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors == "claimtrail: stopped; what was done is kept, run the same command again to go on\n"
