"""Which names are news outlets', by their form and by how an article speaks of them."""

import pytest

from claims.carriers import is_outlet
from claims.newsrooms import bare, is_called_outlet
from claims.records import SourceType
from tests.claims.test_sources import resolved, who


@pytest.mark.parametrize(
    "name",
    [
        "the Pell Guardian", "Velling Independent", "Radio Selwick", "Selwick FM", "Channel Nine", "Channel 4 News",
        "Estuary Broadcasting Corporation", "Cape Lorn News Agency", "the Morning Lamp", "the Brack Citizen",
        "the Times of Velling", "the Marl Post-Gazette", "marlpost.com", "thevellingnews.co.uk", "Marl Tribune’s",
        "the Jim Courier",
    ],
)  # fmt: skip
def test_a_newsroom_is_known_by_its_name(name: str) -> None:
    assert is_outlet(name)


@pytest.mark.parametrize(
    "name",
    [
        "Ann Post", "Jim Courier", "Mr Herald", "Dr Post", "the Public Guardian", "Radio Authority", "Channel Islands",
        "orchardshoes.com", "Selwick Council", "Morning Lamp", "Brack Citizen", "Police Press Service",
    ],
)  # fmt: skip
def test_people_companies_and_bodies_are_no_newsrooms(name: str) -> None:
    assert not is_outlet(name)


@pytest.mark.parametrize(
    "text",
    [
        "The pier is shut, <according to> [the newspaper Marlcast].",
        "The pier is shut, <according to> [Fjordblad newspaper].",
        "[The news site Marlcast] <reported> that the pier is shut.",
        "[Marlcast], a local newspaper, <wrote> that the pier is shut.",
        "[Marlcast] first <reported> that the pier is shut.",
    ],
)
def test_a_newsroom_is_known_by_what_is_said_of_it(text: str) -> None:
    found = who(text)
    assert found.name in {"Marlcast", "Fjordblad"} and found.type is SourceType.OUTLET


def test_what_one_sentence_tells_of_a_newsroom_holds_for_the_article() -> None:
    text = "[The Tidewater] first <reported> that the pier will close. [Ida Brandt] <told> the Tidewater that it sank."
    assert resolved(text)[-1].via == ("Tidewater",)


@pytest.mark.parametrize(
    "text",
    [
        "[Nexalis] first <reported> that it had lost forty crowns.",
        "[The Health Ministry] first <reported> that forty people were ill.",
        "Ida Brandt told the Selwick Council that the pier sank. [The Selwick Council] <said> that it was shut.",
        "[The Brandt newspaper] <said> that the pier was shut. Mr Brandt owns it.",
    ],
)
def test_whoever_may_be_no_newsroom_is_left(text: str) -> None:
    assert who(text).type is not SourceType.OUTLET


def test_a_person_with_a_newspapers_name_is_a_person() -> None:
    found = who("The pier is shut, [Emily Post] <said>.")
    assert (found.name, found.type) == ("Emily Post", SourceType.PERSON)


def test_a_place_before_a_great_newspapers_name_makes_it_another() -> None:
    assert who("[Ida Brandt] <told> the Pell Guardian that the pier sank.").via == ("Pell Guardian",)


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("the Flemish business daily De Koopman", "De Koopman"),
        ("broadcaster Radyo Bantayog", "Radyo Bantayog"),
        ("the campaigning site Draughtwatch", "Draughtwatch"),
        ("the Turkish-language Kanal Ufuk", "Kanal Ufuk"),
        ("the state agency Nusakabar", "Nusakabar"),
    ],
)
def test_a_kind_of_newsroom_before_a_name_says_that_it_is_one(mention: str, name: str) -> None:
    assert is_called_outlet(mention)
    assert bare(mention) == name


@pytest.mark.parametrize(
    "mention", ["the research station Halley", "the border agency Frontex", "the daily bread", "the white paper Arn"]
)
def test_other_sites_stations_and_papers_are_none(mention: str) -> None:
    assert not is_called_outlet(mention)


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Channel Two News", "Channel Two News"),
        ("the Daily Mirror", "the Daily Mirror"),
        ("the weekly La Natte", "La Natte"),
        ("Tidewrack, a trade site", "Tidewrack"),
        ("A rival paper, the Velling Clarion", "Velling Clarion"),
        ("Ondalume radio", "Ondalume"),
        ("the town's Chronicle", "Chronicle"),
    ],
)
def test_what_says_that_it_is_a_newsroom_is_left_out_and_the_name_kept(mention: str, name: str) -> None:
    assert bare(mention) == name


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("[Ida Brandt], quoted by the portal Marla Kronika 24, <said> so.", "Marla Kronika 24"),
        ("In remarks carried by the broadcaster Onda-e-Lume, [Ivo Rask] <said> it would hold.", "Onda-e-Lume"),
    ],
)
def test_a_newsrooms_name_goes_on_over_hyphens_and_figures(text: str, via: str) -> None:
    assert who(text).via == (via,)


def test_american_stations_are_known_by_their_letters_where_they_report() -> None:
    found = who("The pier is shut, [WQVL] <reported>.")
    assert (found.name, found.type) == ("WQVL", SourceType.OUTLET)


def test_a_portal_before_its_name_is_that_newsroom() -> None:
    found = who("<According to> [the news portal] Oggi Lume, the pier is shut. The news portal Oggi Lume is new.")
    assert (found.name, found.type) == ("Oggi Lume", SourceType.OUTLET)
