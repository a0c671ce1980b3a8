from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace

import docx
import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.articles import read_bytes
from claims.records import Article, Checked, Evidence, Finding, FindingVerdict
from provenance.notes import differing, notes, standing, tally
from provenance.report import write_docx, write_html
from tests.provenance.newsroom import article

TEXT = "The mill\r\n\n“We had it on paper,” said Runa Tolk.\n<b>Twelve</b> & more were hurt.\n"
ARCHIVED = article(
    "“We had it in writing,” said Runa Tolk.", "Vale <Star>", "2031-05-06", url="https://vale.example/1?a=1&b=2"
)


def finding(words: str, what: Checked, verdict: FindingVerdict, evidence: str | None = None) -> Finding:
    start = TEXT.index(words)
    found = () if evidence is None else (_evidence(evidence),)
    return Finding(start, start + len(words), words, what, verdict, found, (f"why <{verdict}>",))


def _evidence(words: str) -> Evidence:
    start = ARCHIVED.text.index(words)
    return Evidence(ARCHIVED.id, start, start + len(words), words)


FINDINGS = [
    finding("“We had it on paper,” said Runa Tolk.", Checked.CLAIM, FindingVerdict.SUPPORTED, "We had it in writing"),
    finding("We had it on paper", Checked.QUOTE, FindingVerdict.ALTERED, "We had it in writing"),
    finding("Runa Tolk", Checked.ATTRIBUTION, FindingVerdict.SUPPORTED),
    finding("<b>Twelve</b> & more were hurt.", Checked.CLAIM, FindingVerdict.NOT_FOUND),
]
DRAFT = replace(article(TEXT), title="A <draft>")


def look_up(id: str) -> Article:
    assert id == ARCHIVED.id
    return ARCHIVED


def anchored(document: docx.document.Document) -> dict[int, str]:
    """The words between the start and the end of each comment's range, by the comment's id."""
    open_ranges: set[int] = set()
    found: dict[int, str] = {}
    ids = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}id"
    for node in document.element.body.iter():
        kind = node.tag.rpartition("}")[2]
        if kind == "commentRangeStart":
            open_ranges.add(int(node.get(ids)))
        elif kind == "commentRangeEnd":
            open_ranges.discard(int(node.get(ids)))
        elif kind == "t":
            for id in open_ranges:
                found[id] = found.get(id, "") + (node.text or "")
    return found


def reopened(draft: Article, findings: Sequence[Finding]) -> docx.document.Document:
    return docx.Document(io.BytesIO(write_docx(draft, findings, look_up)))


def test_each_finding_is_a_comment_at_its_words_in_word() -> None:
    document = reopened(DRAFT, FINDINGS)
    words = anchored(document)
    told = {words[comment.comment_id]: comment.text for comment in document.comments}
    assert set(told) == {each.text for each in FINDINGS}
    quote = told["We had it on paper"].split("\n")
    assert quote == [
        "Quote: altered quote",
        "why <altered>",
        "Vale <Star>, 6 May 2031: “We had it in writing” https://vale.example/1?a=1&b=2",
    ]
    assert {comment.author for comment in document.comments} == {"Claimtrail"}


def test_the_differing_words_are_underlined_in_a_words_comment() -> None:
    (comment,) = reopened(DRAFT, FINDINGS[1:2]).comments
    runs = comment.paragraphs[-1].runs
    assert [run.text for run in runs if run.underline] == ["in writing"]


def test_the_word_file_holds_the_whole_draft_line_by_line() -> None:
    paragraphs = [paragraph.text for paragraph in reopened(DRAFT, FINDINGS).paragraphs]
    lines = [line.strip("\r") for line in TEXT.split("\n") if line.strip()]
    assert paragraphs[0] == "A <draft>"
    assert paragraphs[-len(lines) :] == lines
    assert paragraphs[1].startswith("1 to look at, 1 that the archive cannot settle, 2 that it bears out.")


def test_a_word_report_can_be_checked_again_and_its_comments_are_no_text_of_it() -> None:
    (again,) = read_bytes("report.docx", write_docx(DRAFT, FINDINGS, look_up))
    assert isinstance(again, Article)
    assert "“We had it on paper,” said Runa Tolk." in again.text
    assert "altered quote" not in again.text


@settings(deadline=None)  # a Word file takes a while to make
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(lambda text: text.strip()))
def test_any_text_can_be_reported_on(text: str) -> None:
    draft = article(text)
    whole = Finding(0, len(text), text, Checked.CLAIM, FindingVerdict.NOT_FOUND, (), (text,))
    document = docx.Document(io.BytesIO(write_docx(draft, [whole], look_up)))
    assert len(list(document.comments)) == 1
    page = lxml.html.fromstring(write_html(draft, [whole], look_up))
    assert len(page.xpath("//aside")) == 1


def parsed(findings: Sequence[Finding] = tuple(FINDINGS)) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(write_html(DRAFT, findings, look_up).decode())


def test_the_web_report_marks_the_words_of_each_finding_beside_its_note() -> None:
    page = parsed()
    for number, each in enumerate(FINDINGS, 1):
        note, place = page.get_element_by_id(f"note-{number}"), page.get_element_by_id(f"at-{number}")
        assert note.get("class") == f"note {standing(each)}"
        (row,) = note.xpath("ancestor::div[@class='row']")
        assert place in list(row.iter())
        assert place.get("href") == f"#note-{number}"
    (own,) = page.xpath("//*[@id='note-2']/blockquote[@class='own']/b")
    (theirs,) = page.xpath("//*[@id='note-2']/blockquote[not(@class)]/b")
    assert (own.text_content(), theirs.text_content()) == ("on paper", "in writing")


def test_the_web_report_escapes_everything_and_needs_nothing_from_elsewhere() -> None:
    page = parsed()
    assert page.xpath("//script | //img | //link | //iframe | //b//b") == []
    assert [each.text_content() for each in page.xpath("//h1")] == ["A <draft>"]
    last = page.xpath("//main//div[@class='row']/p")[-1]
    assert last.text_content() == "4<b>Twelve</b> & more were hurt."
    links = {link for link in page.xpath("//a/@href") if not link.startswith("#")}
    assert links == {"https://vale.example/1?a=1&b=2"}
    assert not re.search(r"(?:src|url)\s*[=(]", write_html(DRAFT, FINDINGS, look_up).decode())


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "http://[", None])
def test_what_is_no_web_address_is_no_link(address: str | None) -> None:
    archived = replace(ARCHIVED, url=address)
    page = lxml.html.fromstring(write_html(DRAFT, FINDINGS, lambda _: archived))
    assert all(link.startswith("#") for link in page.xpath("//a/@href"))


def test_spelling_marks_and_capitals_are_no_difference() -> None:
    assert differing("They honor the harbour’s dead", "they honour the harbor's dead") == ((), ())
    draft, archived = "twelve men may go", "twelve men will go home"
    ours, theirs = differing(draft, archived)
    assert [draft[start:end] for start, end in ours] == ["may"]
    assert [archived[start:end] for start, end in theirs] == ["will", "home"]


def test_more_passages_than_a_note_shows_are_counted() -> None:
    several = (_evidence("We"), _evidence("had"), _evidence("it"), _evidence("in"), _evidence("We"))
    many = replace(FINDINGS[1], evidence=several)
    (note,) = notes([many], look_up)
    assert ([source.text for source in note.sources], note.more) == (["We", "had", "it"], 1)
    assert "another wording in the archive" in next(c.text for c in reopened(DRAFT, [many]).comments)


def test_findings_are_tallied_in_words() -> None:
    assert tally(FINDINGS) == "1 to look at, 1 that the archive cannot settle, 2 that it bears out"
