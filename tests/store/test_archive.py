"""What the archive keeps, and how it gives it back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import ArchiveError, NotFound
from claims.records import (
    Cluster,
    ClusterLink,
    Copy,
    Edge,
    EdgeKind,
    Extraction,
    Judgement,
    Link,
    Quantity,
    Relation,
    Side,
    Span,
    Suggestion,
    Trail,
    Verdict,
)
from store.archive import Archive
from tests.store.examples import cluster, extraction, judgement, trail
from tests.store.strategies import extractions, values

FERRY = extraction("ferry", "The ferry terminal closes in June.", "Some 40 crews lose their berth.")
HARBOUR = extraction("harbour", "The terminal shuts on 3 June.", "Fares will not rise.", outlet="Quay Radio")
UNKNOWN = extraction("unknown", "Officials expect the ferries to move north.", outlet=None)


@pytest.fixture
def archive() -> Iterator[Archive]:
    with Archive.open(":memory:") as archive:
        for each in (HARBOUR, FERRY, UNKNOWN):
            archive.add(each, "test")
        yield archive


# ---------------------------------------------------------------- articles


def test_the_links_of_a_page_are_kept_beside_its_text(archive: Archive) -> None:
    given = extraction("linking", "One sentence with a link to two others.")
    links = (Link(0, 3, "https://one.example/a"), Link(20, 24, "https://two.example/b"))
    archive.add(replace(given, article=replace(given.article, links=links)), "test")
    assert archive.page_links(["linking", "ferry"]) == {"linking": links}


def test_a_host_tells_the_outlet_that_all_its_articles_are_of(archive: Archive) -> None:
    pages = [("Gull Post", "www.gull.example/1"), ("Gull Post", "gull.example/2")]
    pages += [("Tide News", "shared.example/1"), ("Quay Times", "shared.example/2")]
    for n, (outlet, page) in enumerate(pages):
        given = extraction(f"page{n}", f"Sentence number {n} of the day.", outlet=outlet)
        archive.add(replace(given, article=replace(given.article, url=f"https://{page}")), "test")
    assert archive.outlets_by_host() == {"gull.example": "Gull Post"}


@given(given_extraction=extractions())
@settings(max_examples=60, deadline=None)
def test_an_extraction_comes_back_as_it_was(given_extraction: Extraction) -> None:
    with Archive.open(":memory:") as archive:
        assert archive.add(given_extraction, "test")
        assert archive.extraction(given_extraction.article.id) == given_extraction
        assert list(archive.articles()) == [given_extraction.article]
        assert archive.claims() == list(given_extraction.claims)
        attributions = {attribution.id: attribution for attribution in given_extraction.attributions}
        assert archive.attributions(list(attributions)) == attributions


@pytest.mark.parametrize(
    "text",
    ["a\0b", "one\r\ntwo\rthree\n", "\ufeffmark", "e\u0301 \u00e9", "\U0001f9d1\u200d\U0001f33e", "\u2028\u0085"],
)
def test_a_text_is_kept_to_the_code_point_in_a_file(text: str, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.db") as archive:
        archive.add(extraction("a", text), "test")
    with Archive.open(tmp_path / "a.db") as archive:
        assert archive.article("a").text == text
        assert archive.claim("a/0").text == text


def test_the_same_article_again_changes_nothing(archive: Archive) -> None:
    before = archive.counts()
    assert not archive.add(FERRY, "a later version")
    assert not archive.add(replace(FERRY, claims=()), "test")
    assert archive.counts() == before
    assert archive.extraction("ferry") == FERRY


def test_two_outlets_that_print_the_same_sentence_are_two_claims(archive: Archive) -> None:
    archive.add(extraction("copy", FERRY.claims[0].text, outlet="Gull Weekly"), "test")
    assert {claim.article for claim in archive.claims() if claim.text == FERRY.claims[0].text} == {"ferry", "copy"}


def test_articles_and_claims_come_in_the_order_of_arrival(archive: Archive) -> None:
    assert [found.id for found in archive.articles()] == ["harbour", "ferry", "unknown"]
    assert [claim.id for claim in archive.claims()] == ["harbour/0", "harbour/1", "ferry/0", "ferry/1", "unknown/0"]
    assert archive.article_ids() == {"harbour", "ferry", "unknown"}


def test_articles_are_fetched_page_by_page_while_others_write(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.archive.PAGE", 1)
    seen = []
    for found in archive.articles():
        seen.append(found.id)
        archive.mark_done("read", [found.id])
    assert seen == ["harbour", "ferry", "unknown"]
    assert archive.done("read") == set(seen)


def test_claims_are_found_by_any_number_of_ids(archive: Archive) -> None:
    wanted = ["unknown/0", "no such claim", *(f"missing {number}" for number in range(2_000)), "harbour/1", "unknown/0"]
    assert [claim.id for claim in archive.claims(wanted)] == ["harbour/1", "unknown/0"]
    assert archive.claims([]) == []


@pytest.mark.parametrize("look_up", ["article", "extraction", "claim", "cluster", "trail"])
def test_what_is_not_there_is_named(archive: Archive, look_up: str) -> None:
    with pytest.raises(NotFound, match="'nowhere' in :memory:"):
        getattr(archive, look_up)("nowhere")


BROKEN = {
    "half a character": replace(FERRY, article=replace(FERRY.article, id="x", text="\ud83d")),
    "half a character in its title": replace(FERRY, article=replace(FERRY.article, id="x", title="\ud83d"), claims=()),
    "another text's hash": replace(FERRY, article=replace(FERRY.article, id="x", text="Edited.")),
    "a claim of another article": replace(HARBOUR, claims=FERRY.claims),
    "a claim that says something else": replace(FERRY, claims=(replace(FERRY.claims[0], text="The pier closes."),)),
    "the same claim twice": replace(FERRY, claims=(FERRY.claims[0], FERRY.claims[0])),
    "an attribution that is not there": replace(FERRY, attributions=()),
    "a parent that is not there": replace(
        FERRY, attributions=(replace(FERRY.attributions[0], parent="nobody"),), claims=()
    ),
    "a span beyond the end": replace(
        FERRY, attributions=(replace(FERRY.attributions[0], cue=Span(0, 999)),), claims=()
    ),
    "a number that is none": replace(
        FERRY, claims=(replace(FERRY.claims[1], quantities=(Quantity(0, 1, "S", float("inf"), None, False),)),)
    ),
    "a confidence that is none": replace(
        FERRY, attributions=(replace(FERRY.attributions[0], confidence=float("nan")),), claims=()
    ),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=list(BROKEN))
def test_an_extraction_that_does_not_hold_together_is_refused_whole(broken: Extraction) -> None:
    with Archive.open(":memory:") as archive:
        with pytest.raises(ArchiveError):
            archive.add(broken, "test")
        assert not any(archive.counts().values())
        assert archive.add(FERRY, "test"), "the archive still works"


# ---------------------------------------------------------------- vectors, judgements, copies


def test_vectors_are_kept_by_model_and_hash(archive: Archive) -> None:
    archive.save_vectors("small", {"h1": b"\0\1", "h2": b"\2\3"})
    archive.save_vectors("large", {"h1": b"\4"})
    archive.save_vectors("small", {})
    assert archive.load_vectors("small", ["h1", "h2", "h3", *map(str, range(1_200))]) == {"h1": b"\0\1", "h2": b"\2\3"}
    assert archive.load_vectors("large", ["h1", "h2"]) == {"h1": b"\4"}


@given(given_judgement=values(Judgement), moment=st.datetimes(timezones=st.timezones()))
@settings(max_examples=30, deadline=None)
def test_a_judgement_comes_back_as_it_was(given_judgement: Judgement, moment: object) -> None:
    one = replace(given_judgement, left="a", right="b", at=moment.isoformat())  # type: ignore[attr-defined]
    with Archive.open(":memory:") as archive:
        archive.add_judgement(one)
        archive.add_judgement(one)
        assert archive.judgements() == archive.judgements(all=True) == [one]


def test_the_latest_judgement_of_a_pair_counts_whichever_claim_stands_left(archive: Archive) -> None:
    first = judgement("j1", "a", "b", Verdict.SAME, "2031-04-02T10:00:00+02:00")
    later = judgement("j2", "b", "a", Verdict.NOT_SAME, "2031-04-02T09:30:00+00:00")
    other = judgement("j3", "a", "c")
    for each in (first, later, other):
        archive.add_judgement(each)
    assert archive.judgements() == [later, other]
    assert archive.judgements(all=True) == [first, later, other]


def test_an_older_judgement_that_arrives_late_does_not_win(archive: Archive) -> None:
    later = judgement("j2", "a", "b", Verdict.NOT_SAME, "2031-04-02T10:00:00+02:00")
    archive.add_judgement(later)
    archive.add_judgement(judgement("j1", "a", "b", Verdict.SAME, "2031-04-02T09:59:00+03:00"))
    assert archive.judgements() == [later]


@pytest.mark.parametrize("at", ["yesterday", "2031-04-02", "2031-04-02T10:00:00", ""])
def test_a_judgement_without_a_moment_is_refused(archive: Archive, at: str) -> None:
    with pytest.raises(ArchiveError, match="expected a date-time with its offset"):
        archive.add_judgement(judgement("j", "a", "b", at=at))


def test_a_judgement_is_never_overwritten(archive: Archive) -> None:
    archive.add_judgement(judgement("j", "a", "b", Verdict.SAME))
    with pytest.raises(ArchiveError, match="none is overwritten"):
        archive.add_judgement(judgement("j", "a", "b", Verdict.NOT_SAME))
    with pytest.raises(ArchiveError, match="and itself"):
        archive.add_judgement(judgement("k", "a", "a"))
    assert archive.judgements(all=True) == [judgement("j", "a", "b", Verdict.SAME)]


def test_a_judgement_outlives_its_clusters(archive: Archive) -> None:
    decided = judgement("j", "ferry/0", "harbour/0")
    archive.add_judgement(decided)
    archive.save_clusters([cluster("k", "ferry/0", "harbour/0")], {})
    archive.save_clusters([], {"k": None})
    assert archive.judgements() == [decided]


def test_judgements_on_sources_are_kept_apart_from_those_on_claims(archive: Archive) -> None:
    first = judgement("s1", "ferry Mara Lindqvist", "harbour Lindqvist")
    later = judgement("s2", "harbour Lindqvist", "ferry Mara Lindqvist", Verdict.NOT_SAME, "2031-04-03T10:00:00+02:00")
    for each in (first, later, later):
        archive.add_source_judgement(each)
    assert archive.source_judgements() == [later]
    assert archive.source_judgements(all=True) == [first, later]
    assert archive.judgements(all=True) == []
    with pytest.raises(ArchiveError, match="none is overwritten"):
        archive.add_source_judgement(replace(first, verdict=Verdict.WITHDRAWN))
    with pytest.raises(ArchiveError, match=r"about source .* and itself"):
        archive.add_source_judgement(judgement("s3", "ferry Lind", "ferry Lind"))


def test_a_judgement_on_sources_survives_another_import(tmp_path: Path) -> None:
    decided = judgement("s", "ferry Mara Lindqvist", "harbour Lindqvist")
    with Archive.open(tmp_path / "a.db") as archive:
        archive.add_source_judgement(decided)
        archive.add(FERRY, "test")
    with Archive.open(tmp_path / "a.db") as archive:
        assert not archive.add(FERRY, "a later version")
        assert archive.source_judgements() == [decided]


def test_attributions_are_given_by_their_article(archive: Archive) -> None:
    found = archive.attributions_in(["ferry", "unknown", "no such article"])
    assert found == {
        "ferry": list(FERRY.attributions),
        "unknown": list(UNKNOWN.attributions),
        "no such article": [],
    }


def test_a_story_is_the_articles_of_one_cluster(archive: Archive) -> None:
    archive.save_clusters([cluster("k", "ferry/0", "harbour/0"), cluster("alone", "ferry/1", "unknown/0")], {})
    archive.save_clusters([cluster("own", "harbour/1")], {})
    assert sorted(map(sorted, archive.stories())) == [["ferry", "harbour"], ["ferry", "unknown"]]


def test_trails_that_have_both_sides_are_outdated(archive: Archive) -> None:
    archive.save_clusters([cluster("k", "ferry/0", "harbour/0"), cluster("own", "ferry/1")], {})
    archive.save_trails([trail("k"), trail("own")])
    assert archive.outdate_trails(["ferry"], ["unknown"]) == 0
    assert archive.clusters_without_trail() == []
    assert archive.outdate_trails(["ferry"], ["harbour", "unknown"]) == 1
    assert [one.id for one in archive.clusters_without_trail()] == ["k"]
    assert archive.trail("k") == trail("k")


def test_copies_are_found_from_either_side(archive: Archive) -> None:
    copied = Copy("harbour", "ferry", 0.8, True, "shingles", 0, 20)
    other = Copy("unknown", "ferry", 0.4, False, "shingles", 3, 9)
    archive.save_copies([copied, replace(other, shared=0.1)])
    archive.save_copies([other])
    assert archive.copies() == [copied, other]
    assert archive.copies(["harbour"]) == [copied]
    assert archive.copies({"ferry", "harbour"}) == [copied, other]
    assert archive.copies([]) == []
    with pytest.raises(ArchiveError, match="FOREIGN KEY"):
        archive.save_copies([replace(copied, of="nowhere")])


# ---------------------------------------------------------------- clusters


def test_clusters_come_back_as_they_were(archive: Archive) -> None:
    link = ClusterLink("k2", Relation.CONTRADICTS, ("another date",), 0.58)
    first = replace(cluster("k1", "harbour/0", "ferry/0"), links=(link,))
    second = cluster("k2", "unknown/0")
    archive.save_clusters([second, first], {})
    assert archive.clusters() == [first, second]
    assert archive.cluster("k1") == first
    assert archive.clusters_of(["ferry/0", "unknown/0", "ferry/1"]) == {"ferry/0": "k1", "unknown/0": "k2"}
    assert archive.cluster_of("ferry/1") is None


def test_a_claim_moves_from_one_cluster_to_another(archive: Archive) -> None:
    archive.save_clusters([cluster("k1", "harbour/0", "ferry/0"), cluster("k2", "unknown/0")], {})
    archive.save_clusters([cluster("k2", "unknown/0", "ferry/0"), cluster("k1", "harbour/0")], {})
    assert archive.cluster_of("ferry/0") == "k2"
    assert [len(found.members) for found in archive.clusters()] == [1, 2]


def test_a_claim_is_never_in_two_clusters(archive: Archive) -> None:
    archive.save_clusters([cluster("k1", "harbour/0", "ferry/0")], {})
    with pytest.raises(ArchiveError, match=r"members\.claim"):
        archive.save_clusters([cluster("k3", "ferry/1"), cluster("k2", "ferry/0")], {})
    assert archive.clusters() == [cluster("k1", "harbour/0", "ferry/0")], "nothing of it is kept"


@pytest.mark.parametrize(
    "broken",
    [
        Cluster("k", "ferry/0", ()),
        replace(cluster("k", "ferry/0"), representative="ferry/1"),
        cluster("k", "no such claim"),
        replace(cluster("k", "ferry/0"), links=(ClusterLink("nowhere", Relation.RELATED, ()),)),
        replace(cluster("k", "ferry/0"), links=(ClusterLink("k", Relation.RELATED, ()),)),
    ],
)
def test_a_cluster_that_does_not_hold_together_is_refused(archive: Archive, broken: Cluster) -> None:
    with pytest.raises(ArchiveError):
        archive.save_clusters([broken], {})
    assert archive.clusters() == []


def test_the_id_of_a_cluster_that_is_gone_leads_on(archive: Archive) -> None:
    archive.save_clusters([cluster("k1", "ferry/0"), cluster("k2", "harbour/0"), cluster("k3", "unknown/0")], {})
    archive.save_trails([trail("k1"), trail("k2"), trail("k3")])
    archive.save_clusters([cluster("k2", "harbour/0", "ferry/0")], {"k1": "k2"})
    assert archive.cluster("k1").id == archive.trail("k1").id == "k2"
    archive.save_clusters([cluster("k3", "harbour/0", "ferry/0", "unknown/0")], {"k2": "k3"})
    assert archive.cluster("k1").id == archive.trail("k1").id == "k3"
    assert [found.id for found in archive.trails()] == ["k3"], "trails of gone clusters are gone"
    assert archive.trail_summaries()[1] == 1


def test_an_id_that_leads_nowhere_or_in_a_circle_is_not_found(archive: Archive) -> None:
    archive.save_clusters([cluster("k1", "ferry/0")], {})
    archive.save_clusters([], {"k1": None, "a": "b", "b": "c", "c": "a"})
    for id in ("k1", "a", "b"):
        with pytest.raises(NotFound):
            archive.cluster(id)


def test_a_cluster_that_comes_back_answers_for_itself(archive: Archive) -> None:
    archive.save_clusters([cluster("k1", "ferry/0"), cluster("k2", "harbour/0")], {})
    archive.save_clusters([cluster("k2", "harbour/0", "ferry/0")], {"k1": "k2"})
    archive.save_clusters([cluster("k1", "ferry/0"), cluster("k2", "harbour/0")], {})
    assert archive.cluster("k1") == cluster("k1", "ferry/0")


def test_links_to_a_cluster_that_is_gone_lead_on_too(archive: Archive) -> None:
    link = ClusterLink("k1", Relation.RELATED, ("another figure",))
    linked = replace(cluster("k3", "unknown/0"), links=(link,))
    archive.save_clusters([cluster("k1", "ferry/0"), cluster("k2", "harbour/0"), linked], {})
    archive.save_trails([trail("k3")])
    archive.save_clusters([cluster("k2", "harbour/0", "ferry/0")], {"k1": "k2"})
    assert archive.cluster("k3").links == (replace(link, cluster="k2"),)
    assert "k3" in [found.id for found in archive.clusters_without_trail()]
    archive.save_clusters([], {"k2": None})
    assert archive.cluster("k3").links == ()


RELATED = ClusterLink("k2", Relation.RELATED, ("both name Tarn",), 0.5)
CONTRADICTING = ClusterLink("k2", Relation.CONTRADICTS, ("another date",), 0.6)
CITED = Edge("article:a", "outlet:Gull Post", EdgeKind.CITES, "a", 0, 9, "cited")


@pytest.mark.parametrize(
    ("edges", "link", "stale"), [((), RELATED, []), ((), CONTRADICTING, ["k1"]), ((CITED,), RELATED, ["k1"])]
)
def test_a_suggestion_outdates_only_a_trail_in_which_somebody_is_cited(
    archive: Archive, edges: tuple[Edge, ...], link: ClusterLink, stale: list[str]
) -> None:
    first, second = cluster("k1", "ferry/0"), cluster("k2", "harbour/0")
    trails = [replace(trail("k1"), edges=edges), trail("k2")]
    archive.save_clusters([first, second], {})
    archive.save_trails(trails)
    archive.save_clusters([replace(first, links=(link,))], {})
    assert archive.cluster("k1").links == (link,)
    assert [found.id for found in archive.clusters_without_trail()] == stale
    archive.save_trails(trails)
    archive.save_clusters([replace(first, links=(link,))], {})
    assert archive.clusters_without_trail() == [], "nothing changed"
    archive.save_clusters([cluster("k2", "harbour/0", "harbour/1")], {})
    assert [found.id for found in archive.clusters_without_trail()] == [*stale, "k2"], "its members changed"


# ---------------------------------------------------------------- trails


@given(given_trail=values(Trail))
@settings(max_examples=60, deadline=None)
def test_a_trail_comes_back_as_it_was(given_trail: Trail) -> None:
    with Archive.open(":memory:") as archive:
        archive.add(FERRY, "test")
        archive.save_clusters([cluster(given_trail.id, "ferry/0")], {})
        archive.save_trails([given_trail])
        archive.save_trails([given_trail])
        assert archive.trail(given_trail.id) == given_trail
        assert list(archive.trails()) == [given_trail]
        assert archive.trail_summaries(min_articles=0) == ([given_trail.in_one_line()], 1)


def test_a_trail_needs_its_cluster(archive: Archive) -> None:
    archive.save_clusters([cluster("k1", "ferry/0")], {})
    with pytest.raises(ArchiveError, match="no cluster k9: save clusters before"):
        archive.save_trails([trail("k1"), trail("k9")])
    with pytest.raises(NotFound, match="'k1' in :memory: has no trail yet"):
        archive.trail("k1")


def test_a_cluster_that_changed_waits_for_its_trail_and_shows_the_old_one(archive: Archive) -> None:
    first, second = cluster("k1", "ferry/0"), cluster("k2", "harbour/0")
    archive.save_clusters([first, second], {})
    assert archive.clusters_without_trail() == [first, second]
    archive.save_trails([trail("k1"), trail("k2")])
    assert archive.clusters_without_trail() == []
    grown = cluster("k2", "harbour/0", "unknown/0")
    archive.save_clusters([grown], {})
    assert archive.clusters_without_trail() == [grown]
    assert archive.trail("k2") == trail("k2")
    archive.save_trails([trail("k2", origins=2)])
    assert archive.trail("k2").independent_origins == 2


@pytest.fixture
def listed(archive: Archive) -> Archive:
    """Four trails: k1 in two outlets, k2 denied in one of three, k3 without date or outlet, k4 the earliest."""
    archive.save_clusters(
        [
            cluster("k1", "ferry/0", "harbour/0"),
            cluster("k2", "ferry/1"),
            cluster("k3", "unknown/0"),
            cluster("k4", "harbour/1"),
        ],
        {},
    )
    archive.save_trails(
        [
            trail("k1", "the ferry terminal closes", outlets=["Quay Radio", "The Harbour Post"], origins=2),
            trail(
                "k2", "Crews lose their berth", outlets=["A", "B", "100% News"], flags=("denied", "conflict"), denies=1
            ),
            trail("k3", "Ferries move north", outlets=[None], published=None, flags=("conflict",)),
            trail("k4", "Fares will not rise", outlets=["Quay Radio"], origins=2, published="2031-04-02T01:00+02:00"),
        ]
    )
    return archive


def found(archive: Archive, **asked: object) -> list[str]:
    """Ids of the summaries found, checked against the count of all."""
    summaries, count = archive.trail_summaries(**asked)  # type: ignore[arg-type]
    assert count == len(summaries)
    return [summary.id for summary in summaries]


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        ("articles", ["k2", "k1", "k3", "k4"]),
        ("first_seen", ["k4", "k1", "k2", "k3"]),
        ("origins", ["k1", "k4", "k2", "k3"]),
        ("text", ["k2", "k4", "k3", "k1"]),
    ],
)
def test_summaries_come_in_the_order_asked_for_and_ties_go_by_id(listed: Archive, order: str, ids: list[str]) -> None:
    assert found(listed, order=order) == ids


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({"outlet": "Quay Radio"}, ["k1", "k4"]),
        ({"outlet": "quay radio"}, []),
        ({"outlet": "Quay%"}, []),
        ({"outlet": "100% News"}, ["k2"]),
        ({"outlet": "' OR 1 --"}, []),
        ({"flag": "conflict"}, ["k2", "k3"]),
        ({"flag": "circular"}, []),
        ({"stance": "denies"}, ["k2"]),
        ({"stance": "reports"}, []),
        ({"min_articles": 2}, ["k2", "k1"]),
        ({"words": "terminal"}, ["k1"]),
        ({"words": "shuts"}, ["k1"]),
        ({"words": "CREW"}, ["k2"]),
        ({"words": "ferry OR fares"}, []),
        ({"words": "ferry", "min_articles": 2, "stance": "supports"}, ["k1"]),
        ({"words": '"3 June"'}, ["k1"]),
        ({"words": '"June 3"'}, []),
        ({"words": "   "}, ["k2", "k1", "k3", "k4"]),
        ({"words": "?!"}, []),
    ],
)
def test_summaries_are_filtered(listed: Archive, asked: dict[str, object], ids: list[str]) -> None:
    assert found(listed, **asked) == ids


def test_a_page_of_summaries_knows_how_many_there_are_in_all(listed: Archive) -> None:
    page, count = listed.trail_summaries(limit=2, offset=1)
    assert ([summary.id for summary in page], count) == (["k1", "k3"], 4)
    assert listed.trail_summaries(limit=0) == ([], 4)
    assert listed.trail_summaries(limit=5, offset=9) == ([], 4)


@pytest.mark.parametrize("asked", [{"order": "worth"}, {"order": "text; DROP TABLE trails"}, {"stance": "maybe"}])
def test_an_order_or_stance_that_does_not_exist_is_refused(listed: Archive, asked: dict[str, str]) -> None:
    with pytest.raises(ArchiveError, match="there are"):
        listed.trail_summaries(**asked)  # type: ignore[arg-type]


# ---------------------------------------------------------------- what a person should look at

PAIRS = [("k1", "k2"), ("k1", "k3"), ("k2", "k3"), ("k3", "k4")]


def linked(*links: tuple[str, str, Relation, float]) -> list[Cluster]:
    """Clusters k1 (two claims) to k4 with links, each told from one side: (from, to, relation, score)."""
    made = [
        cluster("k1", "ferry/0", "harbour/0"),
        cluster("k2", "ferry/1"),
        cluster("k3", "harbour/1"),
        cluster("k4", "unknown/0"),
    ]
    return [
        replace(
            one, links=tuple(ClusterLink(b, r, (f"{a} near {b}",), score) for a, b, r, score in links if a == one.id)
        )
        for one in made
    ]


def pairs_of(archive: Archive, *asked: object, **named: object) -> list[tuple[str, str]]:
    return [(one.left.cluster, one.right.cluster) for one in archive.suggestions(*asked, **named)[0]]  # type: ignore[arg-type]


def test_a_link_keeps_its_score(archive: Archive) -> None:
    made = linked(("k1", "k2", Relation.RELATED, 0.5), ("k1", "k3", Relation.CONTRADICTS, 0.0))
    archive.save_clusters(made, {})
    assert archive.clusters() == made


def test_each_pair_is_suggested_once_the_closest_first_with_its_claims_and_reasons(archive: Archive) -> None:
    archive.save_clusters(
        linked(
            ("k1", "k2", Relation.RELATED, 0.41),
            ("k2", "k1", Relation.RELATED, 0.45),
            ("k4", "k3", Relation.RELATED, 0.5),
            ("k2", "k3", Relation.DIFFERENT, 0.9),
            ("k2", "k4", Relation.SAME, 0.9),
        ),
        {},
    )
    (first, second), counts = archive.suggestions()
    assert (first.left.cluster, first.right.cluster, first.score) == ("k3", "k4", 0.5)
    assert first.left == Side("k3", "harbour/1", "Fares will not rise.")
    assert second == Suggestion(
        Side("k1", "ferry/0", FERRY.claims[0].text),
        Side("k2", "ferry/1", FERRY.claims[1].text),
        0.45,
        Relation.RELATED,
        ("k2 near k1",),
    )
    assert counts == {Relation.RELATED: 2}


def test_a_pair_with_links_of_both_kinds_contradicts(archive: Archive) -> None:
    archive.save_clusters(
        linked(
            ("k1", "k2", Relation.CONTRADICTS, 0.4),
            ("k2", "k1", Relation.RELATED, 0.9),
            ("k2", "k3", Relation.RELATED, 0.3),
        ),
        {},
    )
    assert archive.suggestions()[1] == {Relation.RELATED: 1, Relation.CONTRADICTS: 1}
    assert pairs_of(archive, Relation.CONTRADICTS) == [("k1", "k2")]
    assert pairs_of(archive, Relation.RELATED) == [("k2", "k3")]
    assert archive.suggestions(Relation.CONTRADICTS)[1] == archive.suggestions()[1], "all are counted"


def test_suggestions_come_in_pages(archive: Archive) -> None:
    archive.save_clusters(linked(*((a, b, Relation.RELATED, 0.5) for a, b in PAIRS)), {})
    assert pairs_of(archive) == PAIRS, "ties go by id"
    pages = [archive.suggestions(limit=3, offset=offset) for offset in (0, 3, 6)]
    assert [(one.left.cluster, one.right.cluster) for page, _ in pages for one in page] == PAIRS
    assert all(counts == {Relation.RELATED: 4} for _, counts in pages)
    assert archive.suggestions(limit=0) == ([], {Relation.RELATED: 4})


def test_an_archive_without_links_suggests_nothing(archive: Archive) -> None:
    assert archive.suggestions() == ([], {})
    archive.save_clusters(linked(), {})
    assert archive.suggestions() == ([], {})


def test_a_pair_is_decided_by_any_two_of_its_members_and_open_again_when_that_is_withdrawn(archive: Archive) -> None:
    archive.save_clusters(linked(*((a, b, Relation.RELATED, 0.5) for a, b in PAIRS)), {})
    archive.add_judgement(judgement("j1", "ferry/1", "harbour/0", Verdict.NOT_SAME, "2031-04-02T10:00:00+02:00"))
    assert pairs_of(archive) == PAIRS[1:]
    assert archive.decided_pairs() == {("k1", "k2")}
    archive.add_judgement(judgement("j2", "ferry/1", "ferry/0", Verdict.SAME, "2031-04-02T11:00:00+02:00"))
    archive.add_judgement(judgement("j3", "harbour/0", "ferry/1", Verdict.WITHDRAWN, "2031-04-02T12:00:00+02:00"))
    assert pairs_of(archive) == PAIRS[1:], "another decision between the two still stands"
    archive.add_judgement(judgement("j4", "ferry/0", "ferry/1", Verdict.WITHDRAWN, "2031-04-02T13:00:00+02:00"))
    assert pairs_of(archive) == PAIRS


def test_a_decision_goes_with_its_claims_to_the_cluster_that_they_are_in_now(archive: Archive) -> None:
    archive.save_clusters(linked(("k1", "k3", Relation.RELATED, 0.5), ("k2", "k3", Relation.RELATED, 0.4)), {})
    archive.add_judgement(judgement("j", "harbour/0", "harbour/1", Verdict.NOT_SAME))
    assert pairs_of(archive) == [("k2", "k3")]
    moved = [cluster("k1", "ferry/0"), replace(cluster("k2", "ferry/1", "harbour/0"), links=())]
    archive.save_clusters([replace(one, links=(ClusterLink("k3", Relation.RELATED, (), 0.5),)) for one in moved], {})
    assert pairs_of(archive) == [("k1", "k3")]


CLAIMS = ["ferry/0", "ferry/1", "harbour/0", "harbour/1", "unknown/0", "no longer here"]


@given(
    links=st.lists(
        st.tuples(
            st.sampled_from(PAIRS),
            st.booleans(),
            st.sampled_from([Relation.RELATED, Relation.CONTRADICTS]),
            st.floats(0, 1),
        ),
        max_size=6,
    ),
    decisions=st.lists(
        st.tuples(
            st.lists(st.sampled_from(CLAIMS), min_size=2, max_size=2, unique=True),
            st.sampled_from(Verdict),
            st.integers(0, 59),
        ),
        max_size=8,
    ),
)
@settings(max_examples=150, deadline=None)
def test_a_pair_is_open_exactly_while_no_decision_between_its_claims_stands(
    links: list[tuple[tuple[str, str], bool, Relation, float]],
    decisions: list[tuple[list[str], Verdict, int]],
) -> None:
    told = [(b, a, r, s) if turned else (a, b, r, s) for (a, b), turned, r, s in links]
    clusters = linked(*told)
    members = {one.id: {member.claim for member in one.members} for one in clusters}
    with Archive.open(":memory:") as archive:
        for each in (HARBOUR, FERRY, UNKNOWN):
            archive.add(each, "test")
        archive.save_clusters(clusters, {})
        latest: dict[frozenset[str], tuple[int, Verdict]] = {}
        for number, (pair, verdict, minute) in enumerate(decisions):
            archive.add_judgement(judgement(f"j{number}", *pair, verdict, f"2031-04-02T10:{minute:02}:00+02:00"))
            if minute >= latest.get(frozenset(pair), (0, verdict))[0]:
                latest[frozenset(pair)] = minute, verdict
            standing = [pair for pair, (_, said) in latest.items() if said is not Verdict.WITHDRAWN]
            expected = {
                (a, b)
                for a, b in {tuple(sorted((a, b))) for a, b, _, _ in told}
                if not any(pair & members[a] and pair & members[b] for pair in standing)
            }
            found, counts = archive.suggestions()
            assert {(one.left.cluster, one.right.cluster) for one in found} == expected
            assert len(found) == len(expected) and counts == Counter(one.relation for one in found)
            assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
            paged = [one for at in range(len(found)) for one in archive.suggestions(limit=1, offset=at)[0]]
            assert paged == found


# ---------------------------------------------------------------- search


def test_claims_are_searched_by_any_of_their_words_best_first(archive: Archive) -> None:
    hits = archive.search_words("when does the ferry terminal close?", 10)
    assert hits[0][0] == "ferry/0"
    assert {id for id, _ in hits} >= {"harbour/0", "unknown/0"}
    assert [score for _, score in hits] == sorted((score for _, score in hits), reverse=True)
    assert archive.search_words("terminal ferry", 1) == archive.search_words("terminal ferry", 10)[:1]
    assert archive.search_words("giraffe", 10) == []


@given(query=st.text() | st.text(alphabet="\"*:^-+(){}[]\0 '\\ANDORNEAR%_\u201d", max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_searched_for(shared: Archive, query: str) -> None:
    shared.search_words(query, 5)
    shared.trail_summaries(words=query, outlet=query, flag=query)


@pytest.fixture(scope="module")
def shared() -> Iterator[Archive]:
    with Archive.open(":memory:") as archive:
        archive.add(FERRY, "test")
        yield archive


def test_a_whole_page_can_be_pasted_into_the_search(archive: Archive) -> None:
    page = " ".join(f"word{number}" for number in range(20_000))
    assert archive.search_words("ferry " + page, 5)
    assert archive.trail_summaries(words=page) == ([], 0)
    assert archive.search_words("ferry " * 50_000, 5)


def test_accents_and_case_make_no_difference_to_a_search(archive: Archive) -> None:
    archive.add(extraction("cafe", "The CAFE\u0301 at M\u00e4rta quay reopened."), "test")
    assert [id for id, _ in archive.search_words("caf\u00e9 marta", 5)] == ["cafe/0"]


def test_articles_that_may_hold_a_quotation_are_found_the_likest_first(archive: Archive) -> None:
    archive.add(extraction("quay", "The new quay will be widened, said the mayor, by nine metres."), "test")
    archive.add(extraction("wide", "The new quay will be mended.", "Other things are nine metres wide."), "test")
    assert archive.articles_like(["the new quay will be widened by nine metres"], 5) == [["quay", "wide"]]
    assert archive.articles_like(["the new quay will be widened by nine metres"], 1) == [["quay"]]
    assert archive.articles_like(["widened by the mayor"], 5) == [["quay"]]
    assert archive.articles_like(["giraffe", ""], 5) == [[], []]


def test_claims_are_found_by_their_rarest_words(archive: Archive) -> None:
    archive.add(extraction("quay", "The new quay will be widened.", "The new quay will be painted."), "test")
    assert archive.claims_like(["Is the quay to be widened?"], 1) == [["quay/0"]]
    assert archive.claims_like(["giraffe", "A widened quay"], 1) == [[], ["quay/0"]]


@given(query=st.text() | st.text(alphabet="\"*:^-+(){}[]\0 '\\ANDORNEAR%_\u201dferry", max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_looked_for_as_a_quotation(shared: Archive, query: str) -> None:
    shared.articles_like([query], 5)
    shared.claims_like([query], 5)


def test_articles_are_told_by_outlet_and_claims_by_place(archive: Archive) -> None:
    archive.add(extraction("quay", "Quays are being widened.", outlet="Quay Radio"), "test")
    archive.add(extraction("more", "Quays are being mended.", outlet="Quay Radio"), "test")
    archive.add(extraction("none", "Quays are being cleaned.", outlet=None), "test")
    assert set(archive.articles_of(["Quay Radio", "Quay Press"])) >= {"quay", "more"}
    assert archive.outlet_names() == sorted(name for name, _ in archive.outlets() if name)
    assert "none" not in archive.articles_of(archive.outlet_names())
    assert archive.article_count() == archive.counts()["articles"]
    archive.save_clusters([cluster("at-quay", "quay/0")], {})
    assert archive.cluster_at("quay", 0, len("Quays are being widened.")) == "at-quay"
    assert archive.cluster_at("quay", 0, 5) is None


def test_what_is_stated_is_told_without_what_is_only_asked(archive: Archive) -> None:
    asked = extraction("asked", "Will the quay be widened?", "The quay is narrow.")
    questions = tuple(replace(claim, flags=("question",)) if claim.id == "asked/0" else claim for claim in asked.claims)
    archive.add(replace(asked, claims=questions), "test")
    assert archive.stated()["asked/1"] == "The quay is narrow."
    assert "asked/0" not in archive.stated()
    assert archive.claim_count() == len(archive.stated()) + 1 == archive.counts()["claims"]


# ---------------------------------------------------------------- what there is, and what is done


def test_outlets_are_counted_with_the_unknown_one(archive: Archive) -> None:
    archive.add(extraction("more", "Quays are being widened.", outlet="Quay Radio"), "test")
    assert archive.outlets() == [("Quay Radio", 2), (None, 1), ("The Harbour Post", 1)]


def test_counts_and_flags_tell_what_is_there(listed: Archive) -> None:
    assert listed.counts() == {
        "articles": 3,
        "attributions": 3,
        "claims": 5,
        "clusters": 4,
        "trails": 4,
        "judgements": 0,
        "copies": 0,
        "vectors": 0,
    }
    assert listed.flags() == ["conflict", "denied"]


def test_a_stage_knows_what_it_has_done(archive: Archive) -> None:
    archive.mark_done("embed", ["a", "b"])
    archive.mark_done("embed", iter(["b", "c"]))
    archive.mark_done("trail", ["a"])
    assert archive.done("embed") == {"a", "b", "c"}
    archive.forget_done("embed")
    assert (archive.done("embed"), archive.done("trail")) == (set(), {"a"})


def test_the_file_of_articles_is_the_same_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "claimtrail.db"
    with Archive.open(path) as archive:
        archive.add(FERRY, "test")
        archive.save_clusters([cluster("k1", "ferry/0")], {})
        archive.save_trails([trail("k1")])
    with Archive.open(str(path)) as archive:
        assert archive.extraction("ferry") == FERRY
        assert archive.trail("k1") == trail("k1")
        assert not archive.add(FERRY, "test")
