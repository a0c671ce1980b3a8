from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import Article, Judgement, SourceType, Verdict
from provenance.mentions import Mentions, read_mentions
from provenance.registry import Registry, Source, build_registry
from tests.provenance.newsroom import OUTLETS, article
from tests.provenance.test_mentions import said

PERSON, ORGANISATION, OUTLET, UNKNOWN = (
    SourceType.PERSON,
    SourceType.ORGANISATION,
    SourceType.OUTLET,
    SourceType.UNKNOWN,
)
Paper = tuple[Article, Mentions]


def paper(text: str, *speakers: str, type: SourceType = PERSON, outlet: str | None = "Gull Post") -> Paper:
    made = article(text, outlet)
    return made, read_mentions(made, [said(made, speaker, type) for speaker in speakers], OUTLETS)


def judged(
    left: tuple[Paper, str], right: tuple[Paper, str], verdict: Verdict = Verdict.SAME, at: str = "2031-04-02T10:00:00Z"
) -> Judgement:
    ids = [f"{made.id} {name}" for (made, _), name in (left, right)]
    return Judgement(f"{ids}{at}", *ids, verdict, "Ada", at)


def registry(*papers: Paper, stories: Iterable[Sequence[Paper]] = (), judgements: Iterable[Judgement] = ()) -> Registry:
    told = [{made.id for made, _ in story} for story in stories]
    return build_registry([mentions for _, mentions in papers], told, judgements, OUTLETS)


def names(found: Registry) -> list[list[str]]:
    """The spellings of each source, in alphabetical order."""
    return sorted(sorted({named.name for named in source.names}) for source in found.sources)


def only(found: Registry) -> Source:
    [source] = found.sources
    return source


FULL = paper("Treasury Secretary Janna Yelland spoke of rates.", "Janna Yelland")
TITLED = paper("Rates will rise, Treasury Secretary Yelland said.", "Treasury Secretary Yelland", outlet="Tide News")
MS = paper("Ms. Yelland would not say when.", "Yelland", outlet="Quay Times")


# ---------------------------------------------------------------- what is joined without asking


def test_the_same_full_name_is_one_source_across_the_archive() -> None:
    source = only(registry(FULL, paper("Janna Yelland left.", "Janna Yelland", outlet="Tide News")))
    assert (source.name, source.articles, source.outlets, source.type) == ("Janna Yelland", 2, 2, PERSON)


@pytest.mark.parametrize("other", ["Secretary Janna Yelland", "JANNA YELLAND", "Janna Yelland Jr."])
def test_titles_capitals_and_generation_make_no_other_name(other: str) -> None:
    assert len(registry(FULL, paper(f"{other} left.", other)).sources) == 1


def test_a_surname_joins_its_one_bearer_inside_one_story() -> None:
    source = only(registry(FULL, TITLED, MS, stories=[[FULL, TITLED, MS]]))
    assert source.name == "Janna Yelland"
    assert set(source.spellings) == {"Janna Yelland", "Treasury Secretary Yelland", "Yelland"}
    assert source.joined[0].why == "one story, in which nobody else bears this surname"


def test_outside_one_story_a_surname_is_left_alone_and_suggested() -> None:
    found = registry(FULL, TITLED)
    assert len(found.sources) == 2
    [suggestion] = found.suggestions
    assert suggestion.reasons[0] == "same surname, both called Treasury Secretary"
    assert {named.name for named in suggestion.evidence} == {"Janna Yelland", "Treasury Secretary Yelland"}


def test_another_bearer_whom_a_text_only_mentions_stops_the_join() -> None:
    brother = paper("Her brother Odo Yelland listened.", "Odo Kessin", outlet="Mast Daily")
    found = registry(FULL, MS, brother, stories=[[FULL, MS, brother]])
    assert ["Yelland"] in names(found)


def test_mr_is_never_ms() -> None:
    mr = paper("Mr. Yelland would not say when.", "Yelland", outlet="Mast Daily")
    ms = paper("Ms. Janna Yelland spoke.", "Janna Yelland")
    found = registry(ms, mr, stories=[[ms, mr]])
    assert len(found.sources) == 2 and not found.suggestions
    sir = paper("Mr. Janna Yelland spoke.", "Janna Yelland", outlet="Tide News")
    assert len(registry(ms, sir).sources) == 2


def test_a_middle_name_makes_no_other_person_inside_one_story() -> None:
    longer = paper("Janna B. Yelland left.", "Janna B. Yelland", outlet="Tide News")
    assert len(registry(FULL, longer, stories=[[FULL, longer]]).sources) == 1
    assert len(registry(FULL, longer).sources) == 2


def test_a_single_name_is_one_person_inside_one_story_alone() -> None:
    one, other = paper("Zaffo sang.", "Zaffo"), paper("Zaffo sang again.", "Zaffo", outlet="Tide News")
    assert len(registry(one, other).sources) == 2
    assert len(registry(one, other, stories=[[one, other]]).sources) == 1


@pytest.mark.parametrize("other", ["SCMP", "the South China Morning Post", "scmp.com", "www.scmp.com"])
def test_an_outlet_is_one_by_alias_and_domain(other: str) -> None:
    one = paper("South China Morning Post wrote so.", "South China Morning Post", type=OUTLET)
    source = only(registry(one, paper(f"{other} wrote so too.", other, type=OUTLET)))
    assert (source.name, source.type) == ("South China Morning Post", OUTLET)


@pytest.mark.parametrize(
    ("one", "other"),
    [("the FBI", "Federal Bureau of Investigation"), ("Pentagon", "U.S. Department of Defense"), ("Acme Inc.", "Acme")],
)
def test_an_organisation_is_one_under_its_known_names(one: str, other: str) -> None:
    papers = [paper(f"{name} said so.", name, type=ORGANISATION) for name in (one, other)]
    assert len(registry(*papers).sources) == 1


def test_letters_that_a_text_explains_are_the_organisation() -> None:
    long = paper("The Harbour Safety Board (HSB) met.", "Harbour Safety Board", type=ORGANISATION)
    short = paper("The HSB said so.", "HSB", type=ORGANISATION, outlet="Tide News")
    assert only(registry(long, short)).joined[0].why.startswith("the letters stand for")
    other = paper("The Highland Sheep Bank (HSB) closed.", "Highland Sheep Bank", type=ORGANISATION)
    assert len(registry(long, short, other).sources) == 3


def test_a_ministry_of_any_country_is_one_inside_one_story_alone() -> None:
    one = paper("The Health Ministry said so.", "Health Ministry", type=ORGANISATION)
    other = paper("Nobody died, the Health Ministry said.", "Health Ministry", type=ORGANISATION, outlet="Tide News")
    assert len(registry(one, other).sources) == 2
    assert len(registry(one, other, stories=[[one, other]]).sources) == 1


def test_a_type_misread_in_one_article_makes_no_second_source() -> None:
    kinds = (PERSON, PERSON, UNKNOWN, ORGANISATION)
    papers = [paper(f"Janna Yelland said {n}.", "Janna Yelland", type=kind) for n, kind in enumerate(kinds)]
    assert only(registry(*papers)).type is PERSON


# ---------------------------------------------------------------- what is suggested, and what never


def test_two_people_of_one_surname_are_never_suggested() -> None:
    other = paper("Treasury Secretary Odo Yelland spoke of rates.", "Odo Yelland", outlet="Tide News")
    found = registry(FULL, other, stories=[[FULL, other]])
    assert len(found.sources) == 2 and not found.suggestions


def test_a_surname_whose_own_article_names_another_bearer_is_not_suggested() -> None:
    other = paper("Odo Yelland came. Treasury Secretary Yelland spoke.", "Treasury Secretary Yelland")
    assert not registry(FULL, other).suggestions


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("J. Yelland", "Janna Yelland", "the same surname, and J. may stand for Janna"),
        ("Mike Kessin", "Michael Kessin", "the same surname, and Mike is short for Michael"),
        ("Edda Varnholt", "Edda Varnhold", "spelled almost alike"),
        ("Janna Yelland", "Janna B. Yelland", "the same first name and surname"),
        ("Odo Kessin", "Chief Engraver Odo Kessin", "one name holds the other"),
    ],
)
def test_names_in_doubt_are_suggested_with_the_reason(one: str, other: str, reason: str) -> None:
    found = registry(paper(f"{one} left.", one), paper(f"{other} came.", other, outlet="Tide News"))
    assert [reason in suggestion.reasons for suggestion in found.suggestions] == [True]


def test_an_organisation_whose_name_holds_another_is_suggested_inside_one_story() -> None:
    one = paper("Northern Harbour Observatory said so.", "Northern Harbour Observatory", type=ORGANISATION)
    other = paper("The Observatory said so.", "Observatory", type=ORGANISATION, outlet="Tide News")
    assert not registry(one, other).suggestions
    [suggestion] = registry(one, other, stories=[[one, other]]).suggestions
    assert suggestion.reasons[0] == "one name holds the other"


def test_a_town_is_not_its_newspaper() -> None:
    one = paper("Velling said so.", "Velling", type=ORGANISATION)
    other = paper("Velling Dispatch said so.", "Velling Dispatch", type=ORGANISATION, outlet="Tide News")
    assert not registry(one, other, stories=[[one, other]]).suggestions


# ---------------------------------------------------------------- what people decide


def test_a_person_makes_two_sources_one_and_takes_it_back() -> None:
    other = paper("The Harbour Conservative said so.", "Harbour Conservative", type=ORGANISATION)
    same = judged((FULL, "Janna Yelland"), (other, "Harbour Conservative"))
    source = only(registry(FULL, other, judgements=[same]))
    assert source.joined[0].why == "a person decided so"
    withdrawn = judged((FULL, "Janna Yelland"), (other, "Harbour Conservative"), Verdict.WITHDRAWN)
    assert len(registry(FULL, other, judgements=[withdrawn]).sources) == 2


def test_a_person_keeps_apart_what_would_be_joined_and_nothing_suggests_it_again() -> None:
    apart = judged((FULL, "Janna Yelland"), (MS, "Yelland"), Verdict.NOT_SAME)
    found = registry(FULL, MS, stories=[[FULL, MS]], judgements=[apart])
    assert len(found.sources) == 2 and not found.suggestions
    left, right = (found.decided[made.id, name] for made, name in ((FULL[0], "Janna Yelland"), (MS[0], "Yelland")))
    assert left.apart == {right.source} and right.apart == {left.source}


def test_two_namesakes_that_a_person_tells_apart_keep_their_own_stories() -> None:
    one, two, three = (paper(f"Odo Kessin {verb}.", "Odo Kessin") for verb in ("sang", "dug", "sang again"))
    apart = judged((one, "Odo Kessin"), (two, "Odo Kessin"), Verdict.NOT_SAME)
    found = registry(one, two, three, stories=[[one, three]], judgements=[apart])
    assert sorted(source.articles for source in found.sources) == [1, 2]
    assert found.of(f"{one[0].id} Odo Kessin") == found.of(f"{three[0].id} Odo Kessin")


def test_the_later_decision_wins_over_what_an_earlier_one_leads_to() -> None:
    a, b, c = (paper(f"{name} spoke.", name) for name in ("Ann Aske", "Bo Birk", "Cy Carr"))
    ab = judged((a, "Ann Aske"), (b, "Bo Birk"), at="2031-04-02T10:00:00Z")
    bc = judged((b, "Bo Birk"), (c, "Cy Carr"), at="2031-04-02T11:00:00Z")
    not_ac = judged((a, "Ann Aske"), (c, "Cy Carr"), Verdict.NOT_SAME, at="2031-04-02T12:00:00Z")
    found = registry(a, b, c, judgements=[ab, bc, not_ac])
    assert names(found) == [["Ann Aske"], ["Bo Birk", "Cy Carr"]]


def test_a_decision_holds_when_its_article_is_read_otherwise() -> None:
    before = judged((FULL, "Yelland"), (paper("Rates rise.", "Odo Kessin"), "Odo Kessin"))
    now = paper("Rates rise.", "Odo Kessin")
    assert len(registry(FULL, now, judgements=[before]).sources) == 1


def test_a_decision_on_a_name_that_is_gone_changes_nothing() -> None:
    gone = replace(judged((FULL, "Janna Yelland"), (MS, "Yelland")), right="no-article Nobody")
    assert len(registry(FULL, judgements=[gone]).sources) == 1


# ---------------------------------------------------------------- what always holds

_NAMES = ["Ann Aske", "A. Aske", "Aske", "Bo Aske", "Minister Aske", "Bo Birk", "Birk", "HSB", "Reuters", "Ann B. Aske"]


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_NAMES), st.booleans()), max_size=8), st.data())
def test_sources_are_a_partition_that_decisions_rule(speakers: list[tuple[str, bool]], data: st.DataObject) -> None:
    papers = [paper(f"{name} said number {n}.", name) for n, (name, _) in enumerate(speakers)]
    story = [one for one, (_, told) in zip(papers, speakers, strict=True) if told]
    ids = [named.id for _, mentions in papers for named in mentions.named]
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)) if ids else st.nothing()
    decided = [
        Judgement(f"j{n}", left, right, verdict, "Ada", f"2031-04-02T10:00:{n:02}Z")
        for n, ((left, right), verdict) in enumerate(
            data.draw(st.lists(st.tuples(pairs, st.sampled_from(Verdict)), max_size=4)) if ids else []
        )
        if left != right
    ]
    found = registry(*papers, stories=[story], judgements=decided)
    assert sorted(named.id for source in found.sources for named in source.names) == sorted(ids)
    assert len({source.id for source in found.sources}) == len(found.sources)
    if decided:
        last = decided[-1]
        together = found.of(last.left) == found.of(last.right)
        assert {Verdict.SAME: together, Verdict.NOT_SAME: not together}.get(last.verdict, True)
    for suggestion in found.suggestions:
        assert suggestion.left.id != suggestion.right.id and suggestion.reasons


def test_a_source_keeps_its_id_as_it_grows() -> None:
    first = only(registry(FULL))
    assert only(registry(FULL, MS, stories=[[FULL, MS]])).id == first.id


def test_names_are_found_by_the_beginnings_of_their_words() -> None:
    found = registry(FULL, paper("Odo Kessin spoke.", "Odo Kessin"))
    assert [source.name for source in found.find("yel jan")] == ["Janna Yelland"]
    assert found.find("zzz") == []
