"""The sample story end to end, with the real models: what examples/expected.json says, the product must conclude."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claims import articles, factchecks
from claims.records import Article, Attribution, Claim, Conflict, EdgeKind, Extraction, Finding, Relation, Stance, Trail
from runner.desk import Desk
from settings import Settings

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
EXPECTED: dict[str, Any] = json.loads((EXAMPLES / "expected.json").read_text(encoding="utf-8"))
CLAIMS: dict[str, dict[str, str]] = EXPECTED["claims"]


class Story:
    """The archive of the sample story, asked in the names of examples/expected.json."""

    def __init__(self, desk: Desk) -> None:
        self.archive = desk.archive
        urls = {article["url"]: key for key, article in EXPECTED["articles"].items()}
        found = [self.archive.extraction(article.id) for article in self.archive.articles()]
        self.extractions: dict[str, Extraction] = {
            urls[each.article.url]: each for each in found if each.article.url in urls
        }
        self.keys = {each.article.id: key for key, each in self.extractions.items()}

    def article(self, key: str) -> Article:
        return self.extractions[key].article

    def place(self, key: str, text: str) -> tuple[int, int]:
        whole = self.article(key).text
        assert whole.count(text) == 1, f"{key} says {text!r} {whole.count(text)} times"
        start = whole.index(text)
        return start, start + len(text)

    def claim(self, name: str) -> Claim:
        key, text = CLAIMS[name]["article"], CLAIMS[name]["text"]
        start, end = self.place(key, text)

        def shared(claim: Claim) -> int:
            return min(claim.end, end) - max(claim.start, start)

        claims = [claim for claim in self.extractions[key].claims if shared(claim) > 0]
        assert claims, f"no claim found in {key} at {text!r}"
        return max(claims, key=lambda claim: (shared(claim), -(claim.end - claim.start)))

    def cluster(self, name: str) -> str:
        cluster = self.archive.cluster_of(self.claim(name).id)
        assert cluster is not None, f"{name} is in no cluster"
        return cluster

    def trail(self, name: str) -> Trail:
        return self.archive.trail(self.cluster(name))

    def attribution(self, key: str, text: str) -> Attribution:
        """The innermost attribution whose content holds most of ``text``."""
        start, end = self.place(key, text)

        def shared(attribution: Attribution) -> int:
            return sum(max(0, min(span.end, end) - max(span.start, start)) for span in attribution.content)

        found = [attribution for attribution in self.extractions[key].attributions if shared(attribution)]
        assert found, f"nobody is found in {key} to have said {text!r}"
        return max(found, key=lambda a: (shared(a), -sum(span.end - span.start for span in a.content)))


@pytest.fixture(scope="session")
def told(story_db: Path) -> Iterator[Story]:
    with Desk(Settings(), story_db) as desk:
        yield Story(desk)


@pytest.fixture(scope="session")
def findings(story_db: Path) -> list[Finding]:
    (draft,) = articles.read(EXAMPLES / "draft.txt")
    assert isinstance(draft, Article)
    with Desk(Settings(), story_db) as desk:
        return desk.check(draft)


def each(section: str, name: Callable[[Any], str] | None = None) -> pytest.MarkDecorator:
    """One test for each line of a section."""
    lines = EXPECTED[section]
    ids = [name(line) if name else str(line.get("claim") or line["claims"]) for line in lines]
    # What the product is known to miss stays expected: strict, so that the day it is found the mark has to go.
    missed = [(pytest.mark.xfail(reason=line["not_yet"], strict=True),) if "not_yet" in line else () for line in lines]
    return pytest.mark.parametrize(
        "line", [pytest.param(line, id=id, marks=marks) for line, id, marks in zip(lines, ids, missed, strict=True)]
    )


def test_every_article_of_the_story_is_ingested_with_its_outlet_and_date(told: Story) -> None:
    read = {key: {"outlet": told.article(key).outlet, "date": told.article(key).published} for key in told.extractions}
    wanted = {key: {"outlet": each["outlet"], "date": each["published"]} for key, each in EXPECTED["articles"].items()}
    assert {key: each | {"date": (each["date"] or "")[:10]} for key, each in read.items()} == wanted
    assert len(list(told.archive.articles())) == len(wanted)


@pytest.mark.parametrize("name", CLAIMS)
def test_the_claim_is_found_where_it_stands(told: Story, name: str) -> None:
    claim = told.claim(name)
    start, end = told.place(CLAIMS[name]["article"], CLAIMS[name]["text"])
    assert min(claim.end, end) - max(claim.start, start) >= (end - start) // 2, claim.text


@each("together")
def test_claims_that_say_the_same_are_one_cluster(told: Story, line: dict[str, Any]) -> None:
    clusters = {name: told.cluster(name) for name in line["claims"]}
    assert len(set(clusters.values())) == 1, f"{line['why']}: {clusters}"


@each("apart")
def test_claims_that_say_different_things_are_not_one_cluster(told: Story, line: dict[str, Any]) -> None:
    clusters = [told.cluster(name) for name in line["claims"]]
    assert len(set(clusters)) == len(clusters), line["why"]


@each("opposed")
def test_claims_that_exclude_each_other_are_shown_as_opposed(told: Story, line: dict[str, Any]) -> None:
    left, right = line["claims"]
    if told.cluster(left) == told.cluster(right):
        stances = {each.claim: each.stance for each in told.trail(left).appearances}
        assert (stances[told.claim(left).id] == Stance.DENIES) != (stances[told.claim(right).id] == Stance.DENIES)
        return
    links = told.archive.cluster(told.cluster(left)).links + told.archive.cluster(told.cluster(right)).links
    ends = {link.cluster for link in links if link.relation == Relation.CONTRADICTS}
    assert {told.cluster(left), told.cluster(right)} & ends, line["why"]


@each("counts")
def test_origins_are_counted_as_an_editor_would(told: Story, line: dict[str, Any]) -> None:
    trail = told.trail(line["claim"])
    wanted = {key: line[key] for key in ("articles", "outlets", "independent_origins", "cannot_tell") if key in line}
    assert {key: getattr(trail, key) for key in wanted} == wanted, f"{line['why']}; got {trail.summary}"


@each("origins")
def test_those_who_vouch_for_the_claim_are_named(told: Story, line: dict[str, Any]) -> None:
    origins = told.trail(line["claim"]).origins
    for name in line["names"]:
        assert any(name in origin.name for origin in origins), [origin.name for origin in origins]
    assert {origin.anonymous for origin in origins} == {line["anonymous"]}


@each("flags")
def test_a_claim_carries_the_flags_that_it_deserves(told: Story, line: dict[str, Any]) -> None:
    flags = set(told.trail(line["claim"]).flags)
    assert set(line["has"]) <= flags, f"lacks {set(line['has']) - flags}"
    assert not set(line["lacks"]) & flags, f"has {set(line['lacks']) & flags}"


@each("conflicts", lambda line: line["what"])
def test_a_conflict_is_shown_with_both_values(told: Story, line: dict[str, Any]) -> None:
    cluster = told.archive.cluster(told.cluster(line["claim"]))
    trails = [told.archive.trail(id) for id in (cluster.id, *(link.cluster for link in cluster.links))]
    conflicts = [conflict for trail in trails for conflict in trail.conflicts if conflict.what == line["what"]]
    assert any(_is_between(conflict, line, told.keys) for conflict in conflicts), conflicts


def _is_between(conflict: Conflict, line: dict[str, Any], keys: dict[str, str]) -> bool:
    ends = keys[conflict.a.article], keys[conflict.b.article]
    left, right = line["between"]
    if not ((ends[0] in left and ends[1] in right) or (ends[0] in right and ends[1] in left)):
        return False
    return all(any(form in value for form in forms for value in conflict.values) for forms in line["values"])


@each("speakers", lambda line: f"{line['article']} {line['speaker']}")
def test_a_speaker_is_named_as_the_article_names_them_at_their_fullest(told: Story, line: dict[str, Any]) -> None:
    attribution = told.attribution(line["article"], line["text"])
    assert line["speaker"] in (attribution.speaker or "nobody")
    assert attribution.source_type == line["type"]


@each("stances")
def test_an_appearance_has_the_stance_that_the_article_takes(told: Story, line: dict[str, Any]) -> None:
    claim = told.claim(line["claim"])
    (stance,) = [each.stance for each in told.trail(line["claim"]).appearances if each.claim == claim.id]
    assert stance == line["stance"]


@each("chains")
def test_a_chain_is_followed_to_the_one_who_said_it(told: Story, line: dict[str, Any]) -> None:
    key = CLAIMS[line["claim"]]["article"]
    attribution = told.attribution(key, CLAIMS[line["claim"]]["text"])
    assert list(attribution.via) == line["via"]
    assert line["speaker"] in (attribution.speaker or "nobody")


@each("cites")
def test_a_cited_outlet_is_an_edge_of_the_trail(told: Story, line: dict[str, Any]) -> None:
    claim, trail = told.claim(line["claim"]), told.trail(line["claim"])
    outlet = {f"article:{id}" for id, key in told.keys.items() if EXPECTED["articles"][key]["outlet"] == line["outlet"]}
    ends = outlet | {f"outlet:{line['outlet']}"}
    edges = [edge for edge in trail.edges if edge.article == claim.article and edge.kind == EdgeKind.CITES]
    assert any(edge.to in ends for edge in edges), trail.edges


@each("copies")
def test_a_printed_wire_report_is_an_edge_to_the_agency(told: Story, line: dict[str, Any]) -> None:
    claim, trail = told.claim(line["claim"]), told.trail(line["claim"])
    ends = {f"article:{told.article(line['of']).id}", f"outlet:{told.article(line['of']).outlet}"}
    edges = [edge for edge in trail.edges if edge.article == claim.article and edge.kind == EdgeKind.COPIES]
    assert any(edge.to in ends for edge in edges), trail.edges


@each("first")
def test_the_first_appearance_is_the_earliest_that_is_known(told: Story, line: dict[str, Any]) -> None:
    first = told.trail(line["claim"]).first_appearance
    assert first is not None
    assert told.keys[first.article] == line["article"]
    assert first.undated == 0


@pytest.fixture(scope="session")
def checked(story_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The story with the sample fact-checks loaded."""
    db = tmp_path_factory.mktemp("checked") / "story.db"
    shutil.copy(story_db, db)
    with Desk(Settings(), db) as desk:
        desk.load_fact_checks(factchecks.read(EXAMPLES / "factchecks.csv"))
        yield desk


@each("fact_checks")
def test_an_earlier_fact_check_is_found_with_its_latest_verdict(
    checked: Desk, told: Story, line: dict[str, Any]
) -> None:
    found = {match.check.url: match for match in checked.fact_checks(told.cluster(line["claim"]))}
    match = found.get(line["url"])
    assert match is not None, line["why"]
    assert (match.check.rating, match.relation, match.sure) == (line["rating"], line["relation"], True)
    assert [check.rating for check in match.before] == line.get("before", [])


@each("not_fact_checked")
def test_what_was_not_checked_has_no_verdict(checked: Desk, told: Story, line: dict[str, Any]) -> None:
    sure = [match.check.claim for match in checked.fact_checks(told.cluster(line["claim"])) if match.sure]
    assert sure == [], line["why"]


@each("draft", lambda line: f"{line['what']} {line['text'][:30]}")
def test_the_sample_draft_is_judged_as_an_editor_would(findings: list[Finding], line: dict[str, Any]) -> None:
    start = (EXAMPLES / "draft.txt").read_text(encoding="utf-8").index(line["text"])
    about = [each for each in findings if each.what == line["what"] and each.start <= start < each.end]
    assert [each.verdict for each in about] == [line["verdict"]], [(each.text, each.reasons) for each in about]
