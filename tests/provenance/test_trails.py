from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import Article, ClusterLink, EdgeKind, Relation, SourceType, Stance, Trail
from provenance.counting import Count
from provenance.graph import WayGraph
from provenance.rules import Rule
from provenance.trails import _appearances, build_trail
from settings import Provenance
from tests.provenance.newsroom import OUTLETS, Newsroom

PERSON, ORGANISATION, OUTLET = SourceType.PERSON, SourceType.ORGANISATION, SourceType.OUTLET
DOCUMENT, GROUP, ANONYMOUS = SourceType.DOCUMENT, SourceType.GROUP, SourceType.ANONYMOUS
CLAIM = "The harbour bridge will close in May"


def counts(trail: Trail) -> tuple[int, int]:
    return trail.independent_origins, trail.cannot_tell


def report(room: Newsroom, outlet: str | None, speaker: str | None = None, type: SourceType | None = None, **more):
    """An article of one sentence that passes the claim on from ``speaker``."""
    cue = more.pop("cue", "said")
    cue = cue if speaker or more.get("via") else None
    by = f", {speaker or 'someone'} {cue} {' and '.join(more.get('via', ()))}" if cue else ""
    printed = room.print(outlet, f"{CLAIM}{by}.\nMore from {outlet} below.", more.pop("published", None))
    room.says(printed, CLAIM, speaker, type, cue=cue, **more)
    return printed


def edges(trail: Trail) -> set[tuple[str, str, str]]:
    names = {f"origin:{origin.id}": origin.name for origin in trail.origins}
    names |= {f"article:{a.article}": f"{a.outlet}'s article" for a in trail.appearances}
    return {(names.get(e.from_, e.from_), e.kind.value, names.get(e.to, e.to)) for e in trail.edges}


# ---------------------------------------------------------------- origins: one or several


def test_one_person_told_to_two_outlets_is_one_origin() -> None:
    room = Newsroom()
    report(room, "Gull Post", "Mayor Ida Brandt", PERSON)
    report(room, "Tide News", "Ida Brandt", PERSON)
    report(room, "Quay Times", "Brandt", PERSON)
    trail = room.trail()
    assert counts(trail) == (1, 0)
    assert trail.origins[0].name == "Mayor Ida Brandt" and len(trail.origins[0].appearances) == 3


def test_two_people_are_two_origins() -> None:
    room = Newsroom()
    report(room, "Gull Post", "Ida Brandt", PERSON)
    report(room, "Tide News", "Omar Sewell", PERSON)
    assert counts(room.trail()) == (2, 0)


def test_one_person_whose_kind_was_told_in_one_article_only_is_one_origin() -> None:
    room = Newsroom()
    report(room, "Gull Post", "Ida Brandt", PERSON)
    report(room, "Tide News", "Ida Brandt", SourceType.UNKNOWN)
    trail = room.trail()
    assert counts(trail) == (1, 0)
    assert trail.origins[0].type is PERSON


def test_a_surname_that_two_people_bear_cannot_be_told() -> None:
    room = Newsroom()
    report(room, "Gull Post", "Ida Brandt", PERSON)
    report(room, "Tide News", "Nils Brandt", PERSON)
    report(room, "Quay Times", "Brandt", PERSON)
    assert counts(room.trail()) == (2, 1)


def test_names_that_differ_by_a_letter_may_be_one_person() -> None:
    room = Newsroom()
    report(room, "Gull Post", "Andrea Gisellini", PERSON)
    report(room, "Tide News", "Andrea Ghisellini", PERSON)
    assert counts(room.trail()) == (1, 1)


def test_an_organisation_and_its_spokespeople_are_one_origin() -> None:
    room = Newsroom()
    report(room, "Gull Post", "the Harbour Authority", ORGANISATION)
    a = room.print("Tide News", f"{CLAIM}, said Mia Lund, a spokeswoman for the Harbour Authority.")
    room.says(a, CLAIM, "Mia Lund", PERSON, cue="said")
    b = room.print("Quay Times", f"{CLAIM}, Harbour Authority spokesman Per Holt said.")
    room.says(b, CLAIM, "Per Holt", PERSON, cue="said")
    report(room, "Mast Daily", "a spokesman for the Harbour Authority", ORGANISATION)
    trail = room.trail()
    assert counts(trail) == (1, 0)
    assert "Harbour Authority" in trail.origins[0].name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Commerce", "China's Ministry of Commerce"),
        ("World Health Organization", "WHO"),
        ("Acme Ltd", "Acme"),
    ],
)
def test_one_organisation_under_two_names_is_one_origin(one: str, other: str) -> None:
    room = Newsroom()
    report(room, "Gull Post", one, ORGANISATION)
    report(room, "Tide News", other, ORGANISATION)
    assert counts(room.trail()) == (1, 0)


def test_the_same_unnamed_officials_told_to_two_wires_are_one_unnamed_origin() -> None:
    room = Newsroom()
    report(room, "Gull Post", "officials", ANONYMOUS, via=("Associated Press", "Bloomberg"), cue="told")
    trail = room.trail()
    assert counts(trail) == (1, 0)
    assert trail.flags == ("anonymous_only",)
    assert {
        ("Gull Post's article", "cites", "outlet:Associated Press"),
        ("Gull Post's article", "cites", "outlet:Bloomberg"),
        ("officials", "told", "outlet:Associated Press"),
        ("officials", "told", "outlet:Bloomberg"),
    } == edges(trail)


def test_unnamed_people_by_the_same_carrier_are_one_and_by_another_route_only_may_be() -> None:
    room = Newsroom()
    report(room, "Gull Post", "a senior official", ANONYMOUS, via=("Reuters",), cue="told")
    report(room, "Tide News", "the official", ANONYMOUS, via=("Reuters",), cue="told")
    report(room, "Reuters", "a government official", ANONYMOUS)
    assert counts(room.trail()) == (1, 0)
    report(room, "Quay Times", "an official", ANONYMOUS)
    trail = room.trail()
    assert counts(trail) == (1, 1)
    assert "possibly_the_same" in {edge.rule for edge in trail.edges}


def test_unnamed_people_who_are_plainly_different_are_two_origins() -> None:
    room = Newsroom()
    report(room, "Gull Post", "a nurse at the hospital", ANONYMOUS)
    report(room, "Tide News", "two police officers", ANONYMOUS)
    assert counts(room.trail()) == (2, 0)


def test_a_named_and_an_unnamed_source_are_not_anonymous_only() -> None:
    room = Newsroom()
    report(room, "Gull Post", "an official", ANONYMOUS)
    report(room, "Tide News", "Omar Sewell", PERSON)
    assert "anonymous_only" not in room.trail().flags


def test_documents_described_alike_by_two_routes_only_may_be_one() -> None:
    room = Newsroom()
    a = room.print("Gull Post", f"{CLAIM}, a Wall Street Journal report found, citing port data provided by C4ADS.")
    room.says(a, CLAIM, "port data", DOCUMENT, via=("Wall Street Journal", "C4ADS"), cue="found")
    report(room, "Tide News", "official port data", DOCUMENT, via=("New York Times",))
    trail = room.trail()
    assert counts(trail) == (1, 1)
    assert {
        ("Gull Post's article", "cites", "outlet:The Wall Street Journal"),
        ("outlet:The Wall Street Journal", "cites", "outlet:C4ADS"),
        ("outlet:C4ADS", "rests_on", "port data"),
    } <= edges(trail)


def test_one_quotation_given_to_two_people_has_one_origin_and_one_that_cannot_be_told() -> None:
    room = Newsroom()
    for outlet, speaker in (("Gull Post", "Ida Brandt"), ("Tide News", "Omar Sewell")):
        a = room.print(outlet, f"“{CLAIM} and nobody asked us,” {speaker} said to {outlet}.")
        room.says(a, f"“{CLAIM} and nobody asked us,”", speaker, PERSON, cue="said", quote=True)
    trail = room.trail()
    assert counts(trail) == (1, 1)
    assert trail.flags == ("conflict",)


def test_a_register_whose_kind_was_not_recognised_is_a_document_and_nobody_unnamed() -> None:
    room = Newsroom()
    report(room, "Gull Post", "the port's procurement register", SourceType.UNKNOWN, cue="shows")
    trail = room.trail()
    assert counts(trail) == (1, 0)
    assert (trail.origins[0].type, trail.origins[0].anonymous) == (DOCUMENT, False)


@pytest.mark.parametrize("document", ["the report", "official statements", "recent studies"])
def test_a_report_whose_maker_is_not_told_cannot_be_told(document: str) -> None:
    room = Newsroom()
    report(room, "Gull Post", document, DOCUMENT, cue="shows")
    assert counts(room.trail()) == (0, 1)


@pytest.mark.parametrize("document", ["a report by Sayari", "Recent investigations by Sayari", "Sayari's statement"])
def test_a_report_by_an_organisation_is_the_organisation_speaking(document: str) -> None:
    room = Newsroom()
    report(room, "Gull Post", document, DOCUMENT, cue="shows")
    report(room, "Tide News", "Sayari", ORGANISATION)
    trail = room.trail()
    assert counts(trail) == (1, 0)
    assert trail.origins[0].name == "Sayari"


def test_an_outlets_investigation_is_the_outlets_own_report() -> None:
    room = Newsroom()
    report(room, "Gull Post", "a Wall Street Journal investigation", DOCUMENT, cue="found")
    assert [origin.name for origin in room.trail().origins] == ["The Wall Street Journal"]


# ---------------------------------------------------------------- outlets


def test_outlets_that_cite_one_report_have_one_origin() -> None:
    room = Newsroom()
    for n in range(5):
        report(room, f"Paper {n}", "The Telegraph", OUTLET, cue="reported")
    trail = room.trail()
    assert counts(trail) == (1, 0)
    assert trail.origins[0].name == "The Telegraph" and trail.origins[0].type is OUTLET
    assert trail.summary.startswith(
        "Five outlets report this. All trace to a Telegraph report that this archive does not hold; none names another"
    )


def test_the_trail_goes_on_into_a_cited_outlets_own_article() -> None:
    room = Newsroom()
    report(room, "Gull Post", "Tide News", OUTLET, cue="reported")
    report(room, "Tide News", "Ida Brandt", PERSON)
    trail = room.trail()
    assert counts(trail) == (1, 0)
    assert len(trail.origins[0].appearances) == 2
    assert {
        ("Gull Post's article", "cites", "outlet:Tide News"),
        ("outlet:Tide News", "cites", "Tide News's article"),
        ("Tide News's article", "quotes", "Ida Brandt"),
    } == edges(trail)


def test_what_another_article_shows_an_outlet_citing_is_followed() -> None:
    room = Newsroom()
    report(room, "Gull Post", "Reuters", OUTLET, cue="reported")
    report(room, "Tide News", "Ida Brandt", PERSON, via=("Reuters",), cue="told")
    trail = room.trail()
    assert counts(trail) == (1, 0)
    assert trail.origins[0].name == "Ida Brandt"


def test_a_nested_attribution_is_a_chain() -> None:
    room = Newsroom()
    a = room.print("Gull Post", f"Reuters reported that officials said {CLAIM}.")
    outer = room.says(a, a.text, "Reuters", OUTLET, cue="reported", member=False)
    room.says(a, CLAIM, "officials", ANONYMOUS, cue="said", parent=outer.attribution)
    trail = room.trail()
    assert counts(trail) == (1, 0)
    assert {
        ("Gull Post's article", "cites", "outlet:Reuters"),
        ("outlet:Reuters", "quotes", "officials"),
    } == edges(trail)


def test_a_claim_tied_to_the_outer_attribution_is_followed_inward() -> None:
    room = Newsroom()
    a = room.print("Gull Post", f"Reuters reported that officials said {CLAIM}.")
    outer = room.says(a, f"officials said {CLAIM}", "Reuters", OUTLET, cue="reported")
    room.says(a, CLAIM, "officials", ANONYMOUS, cue="said", parent=outer.attribution, member=False)
    assert room.trail().origins[0].name == "officials"


def test_somebody_quoted_for_what_somebody_else_said_carries_it_and_is_no_origin() -> None:
    room = Newsroom()
    a = room.print("Gull Post", f"Omar Sewell said Ida Brandt told him {CLAIM}.")
    outer = room.says(a, f"Ida Brandt told him {CLAIM}", "Omar Sewell", PERSON, member=False)
    room.says(a, CLAIM, "Ida Brandt", PERSON, cue="told", parent=outer.attribution)
    trail = room.trail()
    assert [origin.name for origin in trail.origins] == ["Ida Brandt"]
    assert ("outlet:Omar Sewell", "quotes", "Ida Brandt") in edges(trail)
    assert "It quotes Omar Sewell, who quotes Ida Brandt." in trail.summary


def test_no_edge_leads_to_a_place_that_has_no_name() -> None:
    room = Newsroom()
    a = room.print(None, f"Media reported that bloggers wrote {CLAIM}.")
    outer = room.says(a, f"bloggers wrote {CLAIM}", "Media", OUTLET, cue="reported", member=False)
    room.says(a, CLAIM, "bloggers", GROUP, cue="wrote", parent=outer.attribution)
    assert not any("article " in end for edge in room.trail().edges for end in (edge.from_, edge.to))


def test_a_carrier_whose_source_is_not_told_cannot_be_told() -> None:
    room = Newsroom()
    report(room, "Gull Post", None, None, via=("Reuters",), cue="carried by")
    assert counts(room.trail()) == (0, 1)


@pytest.mark.parametrize(
    "vague",
    ["reports", "media reports", "local media", "several outlets", "MSM", "a South Korean newspaper", "Italian press"],
)
def test_reports_say_is_no_origin(vague: str) -> None:
    room = Newsroom()
    report(room, "Gull Post", vague, OUTLET, cue="say", flags=("vague_outlet",))
    assert counts(room.trail()) == (0, 1)


def test_officials_quoted_by_unnamed_media_are_still_unnamed_officials() -> None:
    room = Newsroom()
    report(room, "Gull Post", "officials", ANONYMOUS, via=("MSM",), cue="quoted by", flags=("vague_outlet",))
    trail = room.trail()
    assert counts(trail) == (1, 0)
    assert trail.flags == ("anonymous_only",)


def test_own_voice_without_a_source_cannot_be_told_once_per_outlet() -> None:
    room = Newsroom()
    report(room, "Gull Post")
    report(room, "Gull Post", published="2024-05-04")
    report(room, "Tide News")
    assert counts(room.trail()) == (0, 2)


def test_an_outlet_in_its_own_voice_vouches_once_somebody_cites_it() -> None:
    room = Newsroom()
    report(room, "Tide News")
    assert counts(room.trail()) == (0, 1)
    report(room, "Gull Post", "Tide News", OUTLET, cue="reported")
    trail = room.trail()
    assert counts(trail) == (1, 0)
    assert trail.origins[0].name == "Tide News"


def test_an_outlet_that_says_that_it_found_out_itself_is_an_origin() -> None:
    room = Newsroom()
    report(room, "Tide News", "Tide News", OUTLET, cue="has learned that")
    trail = room.trail()
    assert counts(trail) == (1, 0)
    assert all(edge.to.startswith("origin:") for edge in trail.edges)


def test_what_this_reporter_saw_is_an_origin_and_what_some_reporters_say_is_none() -> None:
    room = Newsroom()
    report(room, "Tide News", "this reporter", PERSON)
    trail = room.trail()
    assert counts(trail) == (1, 0)
    assert trail.origins[0].name == "Tide News"
    assert "It says that it found this out itself." in trail.summary


@pytest.mark.parametrize(
    "told",
    [
        "{}. This reporter stood across the road and saw it.",
        "A reporter of the Tide News saw from the steps that {}.",
        "We were standing on the quay, and {}.",
    ],
)
def test_what_an_outlet_s_own_people_saw_is_its_own_report(told: str) -> None:
    room = Newsroom()
    room.says(room.print("Tide News", told.format(CLAIM)), CLAIM)
    report(room, "Gull Post", "Tide News", OUTLET, cue="reported")
    assert [origin.name for origin in room.trail().origins] == ["Tide News"]
    alone = Newsroom()
    alone.says(alone.print("Tide News", told.format(CLAIM)), CLAIM)
    assert counts(alone.trail()) == (1, 0)


def test_whoever_is_at_the_head_of_a_body_is_somebody_known() -> None:
    room = Newsroom()
    report(room, "Tide News", "the head of the Velling Harbour Board", SourceType.UNKNOWN)
    (origin,) = room.trail().origins
    assert not origin.anonymous


def test_a_quotation_that_says_more_than_what_somebody_may_find_is_its_speakers() -> None:
    room = Newsroom()
    a = room.print(
        "Gull Post", "“I will go if the inquiry finds that we ignored a warning, and not before,” Lund said."
    )
    said = a.text.split("”")[0][1:].rstrip(",")
    outer = room.says(a, said, "Lund", PERSON, cue="said", quote=True)
    found = "that we ignored a warning, and not before"
    room.says(a, found, "inquiry", ORGANISATION, cue="finds", parent=outer.attribution, member=False)
    assert [origin.name for origin in room.trail().origins] == ["Lund"]


def test_somebody_who_heard_it_is_the_source_as_far_as_the_article_tells() -> None:
    room = Newsroom()
    a = room.print("Gull Post", f"“I heard that {CLAIM},” Omar Sewell said.")
    outer = room.says(a, f"I heard that {CLAIM}", "Omar Sewell", PERSON, cue="said", quote=True)
    room.says(a, CLAIM, None, None, cue="heard", parent=outer.attribution, attributed=True, member=False)
    assert counts(room.trail()) == (1, 0)


def test_two_outlets_credited_side_by_side_are_never_two_origins() -> None:
    room = Newsroom()
    a = room.print("Gull Post", "Sayari found the bridge will close. The Telegraph found it too, the bridge shuts.")
    room.says(a, "the bridge will close", "Sayari", ORGANISATION, cue="found")
    room.says(a, "the bridge shuts", "The Telegraph", OUTLET, cue="found it too")
    assert counts(room.trail()) == (1, 1)


def test_repeating_itself_is_no_support() -> None:
    room = Newsroom()
    a = room.print("Gull Post", f"{CLAIM}!\n\n{CLAIM}, Ida Brandt said.\n\n{CLAIM}.")
    for words in (f"{CLAIM}!", f"{CLAIM},", f"{CLAIM}."):
        quoted = words.endswith(",")
        room.says(
            a, words, "Ida Brandt" if quoted else None, PERSON if quoted else None, cue="said" if quoted else None
        )
    trail = room.trail()
    assert counts(trail) == (1, 0)
    assert (trail.articles, trail.outlets) == (1, 1)
    assert trail.stances.supports + trail.stances.reports == 1


def test_own_voice_beside_a_cluster_source_cited_elsewhere_is_not_counted() -> None:
    room = Newsroom()
    report(room, "Gull Post", "Ida Brandt", PERSON)
    a = room.print("Tide News", f"{CLAIM}. It was built in 1950, Ida Brandt said.")
    room.says(a, CLAIM)
    room.says(a, "It was built in 1950", "Ida Brandt", PERSON, cue="said", member=False)
    trail = room.trail()
    assert counts(trail) == (1, 0)
    assert "cited_elsewhere" in {edge.rule for edge in trail.edges}


def test_one_reporter_who_writes_it_in_two_outlets_is_one_who_may_have_seen_it() -> None:
    room = Newsroom()
    for outlet in ("Gull Post", "Tide News"):
        room.says(room.print(outlet, f"{CLAIM}.\n{outlet}", author="Mia Lund"), CLAIM)
    assert counts(room.trail()) == (0, 1)
    room.says(room.print("Quay Times", f"{CLAIM}.", author="Omar Sewell"), CLAIM)
    assert counts(room.trail()) == (0, 2)


def test_own_reports_of_two_outlets_of_one_owner_may_be_one() -> None:
    room = Newsroom()
    for outlet in ("The Sun", "The Times", "Gull Post"):
        report(room, outlet, outlet, OUTLET, cue="has learned that")
    assert OUTLETS.find("The Sun").owner == OUTLETS.find("The Times").owner  # type: ignore[union-attr]
    assert counts(room.trail()) == (2, 1)


# ---------------------------------------------------------------- links


def linking(room: Newsroom, url: str, speaker: str | None = None, type: SourceType | None = None) -> Article:
    by = f", {speaker} said" if speaker else ""
    printed = room.print("Gull Post", f"{CLAIM}, as is known{by}. Much more stands in what follows.")
    room.says(printed, CLAIM, speaker, type)
    room.link(printed, "as is known", url)
    return printed


@pytest.mark.parametrize("url", ["https://www.reuters.com/world/1", "http://uk.reuters.com/article?id=2"])
def test_a_link_in_the_sentence_cites_the_outlet_that_it_leads_to(url: str) -> None:
    room = Newsroom()
    printed = linking(room, url)
    trail = room.trail()
    assert [origin.name for origin in trail.origins] == ["Reuters"]
    (edge,) = [edge for edge in trail.edges if edge.to == "outlet:Reuters"]
    assert (edge.kind, edge.rule) == (EdgeKind.CITES, Rule.LINK)
    assert printed.text[edge.start : edge.end].startswith(f"{CLAIM}, as is known")


def test_a_link_leads_to_an_outlet_of_the_archive_by_its_host() -> None:
    room = Newsroom()
    room.hosts["tide-news.example"] = "Tide News"
    linking(room, "https://www.tide-news.example/bridge")
    report(room, "Tide News", "Ida Brandt", PERSON)
    trail = room.trail()
    assert counts(trail) == (1, 0)
    assert trail.origins[0].name == "Ida Brandt"


def test_a_link_says_who_carried_a_speakers_words_and_which_media_reported() -> None:
    room = Newsroom()
    linking(room, "https://www.reuters.com/world/1", "Ida Brandt", PERSON)
    assert ("outlet:Reuters", "quotes", "Ida Brandt") in edges(room.trail())
    room = Newsroom()
    linking(room, "https://www.reuters.com/world/1", "media reports", OUTLET)
    assert [origin.name for origin in room.trail().origins] == ["Reuters"]


@pytest.mark.parametrize("url", ["https://gull-post.example/archive", "https://unknown.example/x", "https://[broken"])
def test_a_link_to_itself_or_to_no_known_outlet_cites_nobody(url: str) -> None:
    room = Newsroom()
    room.hosts["gull-post.example"] = "Gull Post"
    linking(room, url)
    assert counts(room.trail()) == (0, 1)


# ---------------------------------------------------------------- rings


def test_two_outlets_that_only_cite_each_other_have_no_origin() -> None:
    room = Newsroom()
    report(room, "Gull Post", "Tide News", OUTLET, cue="reported")
    report(room, "Tide News", "Gull Post", OUTLET, cue="reported")
    trail = room.trail()
    assert counts(trail) == (0, 0)
    assert "circular" in trail.flags
    assert "only cite each other" in trail.summary


def test_a_ring_with_a_way_out_is_none() -> None:
    room = Newsroom()
    report(room, "Gull Post", "Tide News", OUTLET, cue="reported")
    report(room, "Tide News", "Gull Post", OUTLET, cue="reported")
    report(room, "Tide News", "Ida Brandt", PERSON)
    trail = room.trail()
    assert counts(trail) == (1, 0)
    assert "circular" not in trail.flags


# ---------------------------------------------------------------- copies and wires

LONG = (
    f"{CLAIM}, officials of the port said. Crews will then renew the old bearings, which have rusted for forty years."
)


def copies(room: Newsroom, number: int) -> Article:
    model = room.print("Gull Post", LONG, "2024-05-01")
    room.says(model, CLAIM, "officials of the port", ANONYMOUS, cue="said")
    for n in range(number):
        copied = room.print(f"Paper {n}", f"Bridge to shut\n{LONG}", "2024-05-02")
        room.says(copied, CLAIM, *(("officials", ANONYMOUS) if n % 2 else ()), cue="said" if n % 2 else None)
        room.copy(copied, model)
    return model


def test_five_hundred_copies_raise_appearances_and_not_origins() -> None:
    room = Newsroom()
    copies(room, 500)
    started = time.monotonic()
    trail = room.trail()
    assert time.monotonic() - started < 5
    assert trail.articles == trail.outlets == 501
    assert counts(trail) == (1, 0)
    assert len(trail.origins[0].appearances) == 501
    assert sum(edge.kind is EdgeKind.COPIES for edge in trail.edges) == 500
    assert "500 of them repeat its wording" in trail.summary


def test_copies_of_nobody_knows_which_count_once() -> None:
    room = Newsroom()
    a, b = report(room, "Gull Post"), report(room, "Tide News")
    room.copy(a, b, directed=False)
    assert counts(room.trail()) == (0, 1)


def test_a_passage_that_was_not_copied_keeps_its_own_source() -> None:
    room = Newsroom()
    model = copies(room, 1)
    a = room.print("Mast Daily", f"{LONG}\nThe port confirmed it to this paper, Omar Sewell said, shut from spring.")
    room.says(a, "shut from spring", "Omar Sewell", PERSON, cue="said")
    room.copy(a, model, shared=0.7)
    assert counts(room.trail()) == (2, 0)


def test_wire_copy_goes_by_way_of_the_wire() -> None:
    room = Newsroom()
    for outlet in ("Gull Post", "Tide News", "Quay Times"):
        a = room.print(outlet, f"HARTFORD (Reuters) - {CLAIM}, an official said on condition of anonymity.\n{outlet}")
        room.says(a, CLAIM, "an official", ANONYMOUS, cue="said")
    trail = room.trail()
    assert counts(trail) == (1, 0)
    assert ("Gull Post's article", "cites", "outlet:Reuters") in edges(trail)


def test_wire_copy_in_its_own_voice_is_the_wires_own_report() -> None:
    room = Newsroom()
    for outlet in ("Gull Post", "Tide News"):
        a = room.print(outlet, f"HARTFORD (Northwire) - {CLAIM}.\nAlso in the {outlet}.")
        room.says(a, CLAIM)
    trail = room.trail()
    assert [origin.name for origin in trail.origins] == ["Northwire"]


# ---------------------------------------------------------------- denials, dates, flags


def test_a_denial_has_edges_but_no_origin() -> None:
    room = Newsroom()
    report(room, "Gull Post", "Ida Brandt", PERSON)
    report(room, "Tide News", "the Harbour Authority", ORGANISATION, stance=Stance.DENIES, cue="denied")
    trail = room.trail()
    assert counts(trail) == (1, 0)
    assert (trail.stances.denies, trail.stances.reports) == (1, 1)
    assert trail.flags == ("denied",)
    assert "denial" in {edge.rule for edge in trail.edges}
    assert "Tide News carries a denial." in trail.summary


def test_only_denials_is_said_so() -> None:
    room = Newsroom()
    report(room, "Tide News", "the Harbour Authority", ORGANISATION, stance=Stance.DENIES, cue="denied")
    trail = room.trail()
    assert counts(trail) == (0, 0)
    assert trail.summary.startswith("One article mentions this only to deny it.")


def test_an_article_that_passes_it_on_and_denies_it_is_told_apart_from_those_that_report_it() -> None:
    room = Newsroom()
    hoax = room.print("Tide News", "The harbour shut, Wikipedia says. But the harbour did not shut.", "2024-05-02")
    room.says(hoax, "The harbour shut", "Wikipedia", ORGANISATION)
    room.says(hoax, "the harbour did not shut", stance=Stance.DENIES)
    room.says(room.print("Gull Post", "The harbour shut.", "2024-05-01"))
    trail = room.trail()
    assert counts(trail) == (1, 1)
    assert "Wikipedia is named as its source by Tide News, which also denies it." in trail.summary


def test_one_sure_sentence_of_an_article_outweighs_one_that_may_mean_somebody_else() -> None:
    room = Newsroom()
    printed = room.print("Gull Post", "To his horror, scans showed the harbour shut.\nScans showed the harbour shut.")
    room.says(printed, "scans showed the harbour shut.", "scans", GROUP)
    room.says(printed, "Scans showed the harbour shut.", "Scans", GROUP)
    assert {edge.rule for edge in room.trail().edges} == {"quoted"}


def test_what_an_outlet_is_cited_for_may_rest_on_what_it_says_in_a_cluster_that_may_be_the_same() -> None:
    room = Newsroom()
    citing = room.print("Tide News", "The harbour shut, Gull Post reported.", "2024-05-02")
    room.says(citing, "The harbour shut", "Gull Post", OUTLET)
    alone = room.cluster()
    assert counts(build_trail(alone, room.case, OUTLETS)) == (1, 0)
    own = room.print("Gull Post", "The gates of the harbour were closed, Ida Brandt said.", "2024-05-01")
    near = room.cluster([room.says(own, "The gates of the harbour were closed", "Ida Brandt", PERSON, member=False).id])
    linked = replace(alone, links=(ClusterLink("c2", Relation.RELATED, ("both name the harbour",)),))
    case = replace(room.case, clusters={"c2": replace(near, id="c2")})
    assert counts(build_trail(linked, case, OUTLETS)) == (0, 1)
    assert counts(build_trail(alone, case, OUTLETS)) == (1, 0)


def test_the_earliest_dated_member_is_the_first_appearance() -> None:
    room = Newsroom()
    report(room, "Gull Post", published="2024-05-03")
    report(room, "Tide News", published="2024-05-03T09:30:00+02:00")
    report(room, "Quay Times", published="2024-05-04T00:10:00+09:00")
    report(room, "Mast Daily")
    first = room.trail().first_appearance
    assert first is not None
    assert (first.outlet, first.published, first.undated) == ("Tide News", "2024-05-03T09:30:00+02:00", 1)


def test_where_nothing_is_dated_nothing_is_first() -> None:
    room = Newsroom()
    report(room, "Gull Post")
    report(room, "Tide News", published="some day in May")
    first = room.trail().first_appearance
    assert first is not None
    assert (first.claim, first.published, first.undated) == (min(room.members), None, 2)
    assert "no article is dated" in room.trail().summary


def test_a_correction_that_concerns_the_claim_is_flagged() -> None:
    room = Newsroom()
    a = room.print("Gull Post", f"{CLAIM}.\n\nMuch else.\n\nCorrection: the harbour bridge closes in June, not May.")
    room.says(a, CLAIM)
    assert "corrected" in room.trail().flags


@pytest.mark.parametrize(
    "note", ["Ms Lund's first name is Mia.", "the bridge that fell in May in Corvane was a railway bridge, not a road."]
)
def test_a_correction_of_something_else_is_not(note: str) -> None:
    room = Newsroom()
    a = room.print("Gull Post", f"{CLAIM} for lorries and buses.\n\nMuch else.\n\nCorrection: {note}")
    room.says(a, CLAIM)
    assert "corrected" not in room.trail().flags


def test_outlets_are_counted_by_their_canonical_names_and_unknown_ones_each() -> None:
    room = Newsroom()
    report(room, "AP", published="2024-05-01")
    report(room, "The Associated Press", published="2024-05-02")
    room.says(room.print(None, f"{CLAIM} 1", url="https://apnews.com/a"), CLAIM)
    room.says(room.print(None, f"{CLAIM} 2"), CLAIM)
    room.says(room.print(None, f"{CLAIM} 3"), CLAIM)
    trail = room.trail()
    assert (trail.articles, trail.outlets) == (5, 3)


# ---------------------------------------------------------------- what always holds

SPEAKERS = st.sampled_from(
    [
        (None, None, ()),
        ("Ida Brandt", PERSON, ()),
        ("Brandt", PERSON, ()),
        ("Omar Sewell", PERSON, ("Reuters",)),
        ("officials", ANONYMOUS, ()),
        ("an official", ANONYMOUS, ("Associated Press",)),
        ("a nurse", ANONYMOUS, ("Paper 1", "Paper 2")),
        ("customs data", DOCUMENT, ("Paper 0",)),
        ("Harbour Authority", ORGANISATION, ()),
        ("Paper 0", OUTLET, ()),
        ("Paper 1", OUTLET, ()),
        ("Paper 2", OUTLET, ("Paper 3",)),
        ("Reuters", OUTLET, ()),
        ("media reports", OUTLET, ()),
        (None, None, ("Reuters",)),
    ]
)
WORLDS = st.lists(
    st.tuples(st.integers(0, 4), SPEAKERS, st.sampled_from(list(Stance)), st.integers(0, 3)), min_size=1, max_size=9
)


def built(world) -> Newsroom:
    room = Newsroom()
    printed: list[Article] = []
    for n, (outlet, (speaker, type, via), stance, copied) in enumerate(world):
        stance = Stance.REPORTS if stance is Stance.SUPPORTS and speaker else stance
        a = report(
            room, f"Paper {outlet}", speaker, type, via=via, stance=stance, published=f"2024-05-{n + 1:02}", cue="told"
        )
        if copied == 1 and printed:
            room.copy(a, printed[n % len(printed)])
        elif copied == 2 and printed:
            room.copy(a, printed[n % len(printed)], directed=False)
        printed.append(a)
    return room


@settings(max_examples=150, deadline=None)
@given(WORLDS, st.randoms())
def test_the_order_of_members_makes_no_difference(world, shuffled: random.Random) -> None:
    room = built(world)
    members = list(room.members)
    shuffled.shuffle(members)
    assert room.trail(members) == room.trail()


@settings(max_examples=150, deadline=None)
@given(WORLDS)
def test_there_are_never_more_ends_than_appearances_that_pass_the_claim_on(world) -> None:
    # Every appearance has one way and every way one end, so carriers and chains can only bring ends together.
    trail = built(world).trail()
    passing = [a for a in trail.appearances if a.stance is not Stance.DENIES]
    assert trail.independent_origins + trail.cannot_tell <= len(passing)
    assert trail.independent_origins == len(trail.origins)


@settings(max_examples=150, deadline=None)
@given(WORLDS, st.integers(0, 4), SPEAKERS)
def test_a_denial_never_raises_the_number_of_origins(world, outlet: int, speaker) -> None:
    room = built(world)
    before = room.trail()
    name, type, via = speaker
    report(room, f"Paper {outlet}", name, type, via=via, stance=Stance.DENIES, cue="denied", published="2024-06-01")
    assert room.trail().independent_origins <= before.independent_origins


@settings(max_examples=150, deadline=None)
@given(WORLDS)
def test_every_edge_stands_in_its_article_and_leads_to_a_node_that_exists(world) -> None:
    room = built(world)
    trail = room.trail()
    origins = {f"origin:{origin.id}" for origin in trail.origins}
    for edge in trail.edges:
        text = room.articles[edge.article].text
        assert 0 <= edge.start < edge.end <= len(text)
        assert text[edge.start : edge.end].strip()
        assert edge.rule in set(Rule)
        for end in (edge.from_, edge.to):
            kind, _, name = end.partition(":")
            assert (kind == "outlet" and name) or end in origins or name in room.articles


@settings(max_examples=60, deadline=None)
@given(WORLDS, st.integers(1, 20))
def test_copies_of_a_member_never_raise_origins(world, number: int) -> None:
    room = built(world)
    before = room.trail()
    model = room.articles[room.claims[room.members[0]].article]
    original = room.claims[room.members[0]]
    if room.stances[original.id].stance is Stance.DENIES:
        return
    for n in range(number):
        a = room.print(f"Copyist {n}", f"{model.text}\n{n}", "2024-07-01")
        room.says(a, original.text)
        room.copy(a, model)
    after = room.trail()
    assert after.articles == before.articles + number
    assert counts(after) == counts(before)


def test_the_summary_counts_outlets_only_where_they_are_known() -> None:
    room = Newsroom()
    report(room, None, "Ida Brandt", PERSON)
    report(room, None, "Mayor Ida Brandt", PERSON)
    assert room.trail().summary.startswith("Two articles report this; which outlets, this archive does not know.")
    report(room, "Gull Post", "Ida Brandt", PERSON)
    assert room.trail().summary.startswith("Three articles report this; the outlet of two articles is not known.")


def test_an_article_that_also_denies_adds_no_outlet_to_those_that_report() -> None:
    room = Newsroom()
    report(room, "Gull Post", "Ida Brandt", PERSON)
    both = report(room, "Tide News", "Ida Brandt", PERSON)
    room.says(both, "More from Tide News below", stance=Stance.DENIES)
    trail = room.trail()
    assert trail.summary.startswith("One outlet reports this.")
    assert (trail.stances.reports, trail.stances.denies) == (1, 1)


def test_an_article_that_also_tells_who_denies_it_reports_it() -> None:
    room = Newsroom()
    report(room, "Gull Post", "Ida Brandt", PERSON)
    both = report(room, "Tide News", "Ida Brandt", PERSON)
    room.says(both, "More from Tide News below", "Omar Sewell", PERSON, stance=Stance.DENIES)
    trail = room.trail()
    assert trail.summary.startswith("Two outlets report this.")
    assert "A denial is reported beside it." in trail.summary
    assert (trail.stances.reports, trail.stances.denies) == (2, 0)


def test_a_trail_needs_no_table_to_know_the_outlets_of_its_own_articles() -> None:
    assert OUTLETS.find("Gull Post") is None
    room = Newsroom()
    report(room, "Gull Post", "Tide News", SourceType.UNKNOWN, cue="reported")
    report(room, "Tide News", "Ida Brandt", PERSON)
    assert counts(room.trail()) == (1, 0)


def test_a_sentence_of_a_copy_that_was_turned_round_is_still_copied() -> None:
    room = Newsroom()
    model = room.print("Gull Post", f"Two doctors who spoke on condition of anonymity said {CLAIM}.", "2024-05-01")
    room.says(model, CLAIM, "Two doctors", ANONYMOUS, cue="said")
    a = room.print("Tide News", f"{CLAIM}, said two doctors who spoke on condition of anonymity.", "2024-05-02")
    room.says(a, CLAIM, "two doctors", ANONYMOUS, cue="said")
    room.copy(a, model, shared=0.4)
    assert counts(room.trail()) == (1, 0)


def test_a_copy_that_names_the_source_names_it_for_the_text_that_it_copies() -> None:
    room = Newsroom()
    model = room.print("Gull Post", f"Ida Brandt confirmed at the quay: {CLAIM}.", "2024-05-01")
    room.says(model, CLAIM)
    a = room.print("Tide News", f"{CLAIM}, Ida Brandt confirmed at the quay.", "2024-05-02")
    room.says(a, CLAIM, "Ida Brandt", PERSON, cue="confirmed")
    room.copy(a, model)
    assert counts(room.trail()) == (1, 0)


def test_a_verdict_that_somebody_tells_of_is_no_source_of_its_own() -> None:
    room = Newsroom()
    a = room.print("Gull Post", f"Judges found that {CLAIM}, the prosecution service said.")
    outer = room.says(a, f"Judges found that {CLAIM}", "the prosecution service", ORGANISATION, cue="said")
    room.says(a, CLAIM, "Judges", GROUP, cue="found", parent=outer.attribution, member=False)
    assert [origin.name for origin in room.trail().origins] == ["the prosecution service"]


def test_whoever_heads_an_organisation_speaks_for_it_and_its_nurses_do_not() -> None:
    room = Newsroom()
    report(room, "Gull Post", "the city of Velling", ORGANISATION)
    a = room.print("Tide News", f"{CLAIM}, said Ida Brandt, mayor of the city of Velling.")
    room.says(a, CLAIM, "Ida Brandt", PERSON, cue="said")
    assert counts(room.trail()) == (1, 0)
    b = room.print("Quay Times", f"{CLAIM}, said Omar Sewell, a nurse at the Velling hospital.")
    room.says(b, CLAIM, "Omar Sewell", PERSON, cue="said")
    assert counts(room.trail()) == (2, 0)
    report(room, "Reef Mail", "the Velling hospital", ORGANISATION)
    assert counts(room.trail()) == (2, 1)


def test_an_unnamed_official_may_be_the_minister_and_an_unnamed_nurse_is_not() -> None:
    room = Newsroom()
    a = room.print("Tide News", f"{CLAIM}, said Ida Brandt, minister of transport.")
    room.says(a, CLAIM, "Ida Brandt", PERSON, cue="said")
    report(room, "Gull Post", "an official", ANONYMOUS)
    assert counts(room.trail()) == (1, 1)
    report(room, "Quay Times", "a nurse", ANONYMOUS)
    assert counts(room.trail()) == (2, 1)


def test_one_name_that_was_read_as_a_person_and_as_an_organisation_is_one_origin() -> None:
    room = Newsroom()
    report(room, "Gull Post", "Ida Brandt", PERSON)
    report(room, "Tide News", "Ida Brandt", ORGANISATION)
    assert counts(room.trail()) == (1, 0)


@pytest.mark.parametrize(
    "document", ["a report in the Quay Times", "a Quay Times investigation", "a story by Quay Times"]
)
def test_a_report_in_an_outlet_is_the_outlets_own(document: str) -> None:
    room = Newsroom()
    report(room, "Gull Post", document, DOCUMENT, cue="says")
    report(room, "Quay Times", "Ida Brandt", PERSON)
    assert counts(room.trail()) == (1, 0)


@pytest.mark.parametrize("seen", ["the written judgment seen by the Quay Times", "written judgment reviewed by"])
def test_one_document_that_one_article_saw_and_another_names_is_one(seen: str) -> None:
    room = Newsroom()
    report(room, "Gull Post", "the court's written judgment on pension funds", DOCUMENT, cue="says")
    report(room, "Tide News", seen.replace("judgment", "judgment on pension funds"), SourceType.UNKNOWN, cue="says")
    assert room.trail().independent_origins == 1


def test_a_ministers_press_release_may_be_the_ministrys() -> None:
    room = Newsroom()
    report(room, "Gull Post", "the Ministry of Trade", ORGANISATION)
    document = "a press release from trade minister Ida Brandt"
    report(room, "Tide News", document, DOCUMENT, cue="says")
    assert counts(room.trail()) == (1, 1)


def test_an_office_may_be_that_of_somebody_named() -> None:
    room = Newsroom()
    a = room.print("Tide News", f"{CLAIM}, said Ida Brandt, harbour master of the Velling harbour.")
    room.says(a, CLAIM, "Ida Brandt", PERSON, cue="said")
    report(room, "Gull Post", "the harbour master", ANONYMOUS)
    assert counts(room.trail()) == (1, 1)


def test_a_name_with_its_office_is_a_name_and_a_title_is_no_organisation() -> None:
    room = Newsroom()
    report(room, "Gull Post", "Nerys Varley, head of the employment office", ANONYMOUS)
    report(room, "Tide News", "Nerys Varley", PERSON)
    assert counts(room.trail()) == (1, 0)
    room = Newsroom()
    report(room, "Gull Post", "Northgate Appliances", ORGANISATION)
    a = room.print("Tide News", f"Managing director Ida Brandt said {CLAIM}.")
    room.says(a, CLAIM, "Ida Brandt", PERSON, cue="said")
    assert counts(room.trail()) == (1, 1)


def test_an_office_without_its_holders_name_is_the_organisations() -> None:
    room = Newsroom()
    report(room, "Gull Post", "the chief prosecutor of the Velling prosecution service", PERSON)
    a = room.print("Tide News", f"{CLAIM}, said Ida Brandt, chief prosecutor of the Velling prosecution service.")
    room.says(a, CLAIM, "Ida Brandt", PERSON, cue="said")
    assert counts(room.trail()) == (1, 0)


@pytest.mark.parametrize(
    ("frame", "stance"),
    [
        ("The port dismissed as false a report that", Stance.DENIES),
        ("The port denied that", Stance.DENIES),
        ("It was not true, the port said, to", Stance.REPORTS),
        ("The port said it was untrue that", Stance.DENIES),
        ("The port dismissed its director and said that", Stance.REPORTS),
    ],
)
def test_a_frame_that_denies_what_follows_is_a_denial(frame: str, stance: Stance) -> None:
    room = Newsroom()
    a = room.print("Gull Post", f"{frame} {CLAIM}.")
    room.says(a, a.text, "The port", ORGANISATION, stance=Stance.REPORTS)
    assert room.trail().appearances[0].stance is stance


@pytest.mark.parametrize("cue", ["intends to", "has seen", "recalled", "imposed"])
def test_what_somebody_does_is_no_saying_of_it(cue: str) -> None:
    room = Newsroom()
    a = room.print("Gull Post", f"Acme Motors {cue} 40 cars.")
    room.says(a, a.text, "Acme Motors", ORGANISATION, cue=cue)
    assert counts(room.trail()) == (0, 1)


def test_a_headline_has_the_source_of_its_text() -> None:
    room = Newsroom()
    a = room.print("Gull Post", f"Velling counts 40 cars\n\n{CLAIM}, Ida Brandt said.")
    room.says(a, "Velling counts 40 cars", "Velling", PERSON, cue="counts")
    room.says(a, CLAIM, "Ida Brandt", PERSON, cue="said")
    trail = room.trail()
    assert [origin.name for origin in trail.origins] == ["Ida Brandt"]
    assert counts(trail) == (1, 0)


def test_who_saw_a_document_did_not_make_it() -> None:
    room = Newsroom()
    report(room, "Gull Post", "a report by the Accident Board reviewed by the Quay Times", DOCUMENT, cue="says")
    assert [origin.name for origin in room.trail().origins] == ["Accident Board"]


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ("statistics published by the education ministry on Thursday", "education ministry"),
        ("a report by the state Office of Aviation Audit", "Office of Aviation Audit"),
    ],
)
def test_data_are_of_whoever_put_them_out(document: str, name: str) -> None:
    room = Newsroom()
    report(room, "Gull Post", document, DOCUMENT, cue="say")
    assert [(origin.name, origin.type) for origin in room.trail().origins] == [(name, ORGANISATION)]


def test_an_office_is_whom_an_article_here_calls_so_whatever_the_name_was_read_as() -> None:
    room = Newsroom()
    printed = room.print("The Gazette", f"Amara Denholm, the schools minister, spoke.\n\n{CLAIM}, Denholm said.")
    room.says(printed, CLAIM, "Amara Denholm", ORGANISATION, cue="said")
    report(room, "The Voice", "the schools minister", PERSON)
    assert counts(room.trail()) == (1, 1)


def test_outlets_that_media_in_general_are_said_to_be_among_are_those() -> None:
    room = Newsroom()
    report(room, "Marlcast", "Velling Gazette", OUTLET, cue="reports")
    report(room, "Velling Gazette", "Marlcast", OUTLET, cue="reports")
    report(room, "The Voice", "Local media, among them Marlcast and the Velling Gazette", GROUP, cue="said")
    assert room.trail().independent_origins == 0


def test_figures_from_a_ministry_are_the_ministrys() -> None:
    room = Newsroom()
    report(room, "Gull Post", "figures from the Ministry of Health", DOCUMENT, cue="show")
    report(room, "Tide News", "the Ministry of Health", ORGANISATION)
    assert counts(room.trail()) == (1, 0)


def test_an_outlets_own_article_has_it_from_whom_others_say_that_it_has() -> None:
    room = Newsroom()
    printed = room.print("The Gazette", f"{CLAIM}, he said.\nMore below.")
    room.says(printed, CLAIM, None, PERSON, cue="said", attributed=True)
    report(room, "The Voice", "Ida Brandt", PERSON, via=("The Gazette",), cue="told")
    assert counts(room.trail()) == (1, 0)
    assert [origin.name for origin in room.trail().origins] == ["Ida Brandt"]


@pytest.mark.parametrize(
    ("told", "type", "origins"),
    [("a dairy farmer", ANONYMOUS, ["Wes Brandt"]), ("Mara Lind", PERSON, ["Wes Brandt", "Mara Lind"])],
)
def test_whom_an_outlet_is_said_to_have_it_from_may_be_whom_it_names_if_that_is_no_other_name(
    told: str, type: SourceType, origins: list[str]
) -> None:
    room = Newsroom()
    report(room, "The Gazette", "Wes Brandt", PERSON)
    report(room, "The Voice", told, type, via=("The Gazette",), cue="told")
    assert counts(room.trail()) == (len(origins), 2 - len(origins))
    assert [origin.name for origin in room.trail().origins] == origins


@pytest.mark.parametrize(
    ("sentence", "origins"),
    [
        (f"{CLAIM}; our reporter counted the cracks.", 1),
        (f"{CLAIM}; our own crew saw the cracks.", 1),
        (f"{CLAIM}, and the crew saw the cracks.", 0),
        (f"{CLAIM}, and the Gazette's reporter saw the plans.", 1),
        (f"{CLAIM}, and the Herald's reporter saw the plans.", 0),
        (f"{CLAIM}, and a reporter was there.", 0),
    ],
)
def test_an_outlets_own_eyes_are_an_origin(sentence: str, origins: int) -> None:
    room = Newsroom()
    printed = room.print("Velling Gazette", f"{sentence}\nMore below.")
    room.says(printed, CLAIM)
    assert counts(room.trail()) == (origins, 1 - origins)


def test_an_article_that_speaks_of_its_own_outlets_report_is_no_further_origin() -> None:
    room = Newsroom()
    report(room, "Velling Gazette", "Ida Brandt", PERSON)
    report(room, "The Voice", "Velling Gazette", OUTLET, cue="reports")
    report(room, "Velling Gazette", "An article in Wednesday's Gazette", DOCUMENT, published="2024-05-09")
    assert [origin.name for origin in room.trail().origins] == ["Ida Brandt"]


def test_two_outlets_under_one_verb_are_two_that_it_comes_through() -> None:
    room = Newsroom()
    report(room, "Marlcast", "Velling Gazette", OUTLET, cue="reports")
    report(room, "Velling Gazette", "Marlcast", OUTLET, cue="reports")
    both = "both Marlcast and the Velling Gazette"
    report(room, "The Voice", both, GROUP, via=("Velling Gazette",), cue="reported by")
    trail = room.trail()
    assert trail.independent_origins == 0 and "circular" in trail.flags


def test_who_is_only_called_by_an_office_may_be_whom_an_article_calls_so_by_name() -> None:
    room = Newsroom()
    printed = room.print("The Gazette", f"Ida Brandt, who is the chief vet, was late.\n\n{CLAIM}, Brandt said.")
    room.says(printed, CLAIM, "Ida Brandt", PERSON, cue="said")
    report(room, "The Voice", "the country's chief vet", PERSON)
    assert counts(room.trail()) == (1, 1)


def test_who_holds_an_office_may_say_what_the_body_says_that_their_article_names() -> None:
    for text, counted in (
        (f"The Velling Infirmary was full. {CLAIM}, {{}} said.", (1, 1)),
        (f"{CLAIM}, {{}} said.", (2, 0)),
    ):
        room = Newsroom()
        printed = room.print("The Gazette", text.format("registrar Ida Brandt") + "\nMore below.")
        room.says(printed, CLAIM, "Ida Brandt", PERSON, cue="said")
        report(room, "The Voice", "Velling Infirmary", ORGANISATION)
        assert counts(room.trail()) == counted


def test_a_speaker_who_is_in_dispute_with_an_office_ends_at_it_and_not_in_a_ring() -> None:
    room = Newsroom()
    for outlet, speaker in (
        ("The Gazette", "the chief vet"),
        ("The Voice", "the chief vet"),
        ("The Post", "Ida Brandt"),
    ):
        printed = room.print(outlet, f"The chief vet was late; Ida Brandt was not.\n\n{CLAIM}, {speaker} said.\nMore.")
        room.says(printed, CLAIM, speaker, PERSON, cue="said")
    appearances = _appearances(room.cluster(), room.case, OUTLETS)
    count = Count("c1", WayGraph(appearances, room.case, OUTLETS, Provenance()), [("the chief vet", "Ida Brandt")])
    assert ([origin.name for origin in count.origins], count.cannot_tell) == (["the chief vet"], 1)
