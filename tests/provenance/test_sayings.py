"""One quotation in several outlets: its wordings, and to whom each gives it."""

from __future__ import annotations

import pytest

from claims.records import Conflict, ConflictKind, Drift, Quotation, SourceType
from provenance.conflicts import find_conflicts
from provenance.origins import Decided
from tests.provenance.newsroom import OUTLETS, Newsroom

SAID = "We may close the north gate if the river rises above six metres, and we told every village along it"


def printed(
    room: Newsroom,
    said: str,
    speaker: str = "Ida Brandt",
    *,
    day: str = "2024-05-01",
    before: str = "",
    after: str = "",
    type: SourceType = SourceType.PERSON,
) -> None:
    text = f"{before}“{said},” {speaker} said. {after}".strip()
    outlet = f"Paper {len(room.articles)}"
    room.says(room.print(outlet, text, day), f"“{said},”", speaker, type, cue="said", quote=True)


def told(room: Newsroom) -> tuple[list[Conflict], list[Quotation]]:
    conflicts, quotations = find_conflicts(room.cluster(), room.case, OUTLETS)
    return [c for c in conflicts if c.what is ConflictKind.WORDING], quotations


def speakers(room: Newsroom) -> list[Conflict]:
    return [c for c in find_conflicts(room.cluster(), room.case, OUTLETS)[0] if c.what is ConflictKind.SPEAKER]


def test_each_wording_is_told_once_against_the_earliest_known() -> None:
    room = Newsroom()
    printed(room, SAID, day="2024-05-01")
    printed(room, SAID.replace("may", "will"), day="2024-05-02")
    printed(room, SAID.replace("every", "no"), day="2024-05-03")
    printed(room, SAID, day="2024-05-04")
    conflicts, (quotation,) = told(room)
    assert [c.drift for c in conflicts] == [(Drift.OPERATOR,), (Drift.NEGATION,)]
    assert [c.how for c in conflicts] == [
        ("‘may’ in the earlier, ‘will’ in the later",),
        ("‘every’ in the earlier, ‘no’ in the later",),
    ]
    assert {c.a for c in conflicts} == {quotation.wordings[0].place}
    assert [len(wording.articles) for wording in quotation.wordings] == [2, 1, 1]


def test_a_cut_condition_is_told_unless_the_article_tells_it_otherwise() -> None:
    for after, number in (("The gate is old.", 1), ("That holds only if the river rises above six metres.", 0)):
        room = Newsroom()
        printed(room, SAID)
        printed(room, "We may close the north gate", day="2024-05-02", after=after)
        conflicts, (quotation,) = told(room)
        assert [c.drift for c in conflicts] == [(Drift.CONDITION, Drift.SHORTENED)] * number
        assert Drift.SHORTENED in quotation.wordings[1].drift


def test_a_part_of_a_wording_that_departs_is_not_told_again() -> None:
    room = Newsroom()
    printed(room, SAID, day="2024-05-01")
    printed(room, SAID.replace("village", "hamlet"), day="2024-05-02")
    printed(room, "we told every hamlet along it", day="2024-05-03")
    assert len(told(room)[0]) == 1


def test_an_article_that_prints_both_wordings_tells_of_two_sayings() -> None:
    room = Newsroom()
    printed(room, SAID)
    other = SAID.replace("may", "will")
    both = room.print("Tide News", f"“{SAID},” Brandt said. “{other},” Brandt said later.", "2024-05-02")
    room.says(both, f"“{SAID},”", "Brandt", SourceType.PERSON, quote=True)
    room.says(both, f"“{other},”", "Brandt", SourceType.PERSON, quote=True)
    assert told(room)[0] == []


@pytest.mark.parametrize(
    "before", ["Speaking in Danish, the head of the board was blunt. ", "Through an interpreter she answered: "]
)
def test_two_translations_are_no_fault(before: str) -> None:
    room = Newsroom()
    printed(room, SAID)
    printed(room, SAID.replace("close", "shut").replace("every", "each"), day="2024-05-02", before=before)
    conflicts, (quotation,) = told(room)
    assert conflicts == [] and quotation.wordings[1].drift == (Drift.TRANSLATED,)


def test_no_translation_loses_a_not_or_changes_a_figure() -> None:
    for new in (SAID.replace("may", "may not"), SAID.replace("six", "nine")):
        room = Newsroom()
        printed(room, SAID)
        printed(room, new, day="2024-05-02", before="Speaking in Danish, the head of the board was blunt. ")
        assert len(told(room)[0]) == 1


def test_the_press_of_a_country_is_no_translation() -> None:
    room = Newsroom()
    printed(room, SAID)
    printed(room, SAID.replace("close", "shut"), day="2024-05-02", before="The German press was there. ")
    assert len(told(room)[0]) == 1


def test_two_sentences_that_another_article_has_apart_are_told_as_spliced() -> None:
    room = Newsroom()
    text = "“We shut the gate at dusk if the river rises.” So “nobody along the river was warned of it,” Brandt said."
    apart = room.print("Gull Post", text, "2024-05-01")
    for said in ("“We shut the gate at dusk if the river rises.”", "“nobody along the river was warned of it,”"):
        room.says(apart, said, "Brandt", SourceType.PERSON, quote=True)
    printed(room, "We shut the gate at dusk if nobody along the river was warned of it", "Brandt", day="2024-05-02")
    conflicts, _ = told(room)
    assert len(conflicts) == 1 and Drift.SPLICED in conflicts[0].drift


def test_words_quoted_whole_and_in_part_are_laid_beside_a_splice_once() -> None:
    room = Newsroom()
    whole = "“We shut the gate at dusk if the river rises. Nobody along the river was warned of it at all.”"
    apart = room.print("Gull Post", f"Brandt said: {whole}", "2024-05-01")
    for said in (whole, "the river rises. Nobody along"):
        room.says(apart, said, "Brandt", SourceType.PERSON, quote=True)
    printed(room, "We shut the gate at dusk if nobody along the river was warned", "Brandt", day="2024-05-02")
    (conflict,) = told(room)[0]
    assert all(0 <= side.start < side.end <= len(room.articles[side.article].text) for side in (conflict.a, conflict.b))


def test_who_holds_an_office_is_read_where_the_article_names_that_person() -> None:
    room = Newsroom()
    printed(room, SAID, "the harbour master", before="Ida Brandt, the harbour master, met the press. ")
    printed(room, SAID, "Omar Sewell", day="2024-05-02")
    (conflict,) = speakers(room)
    assert conflict.values == ("Ida Brandt", "Omar Sewell")


@pytest.mark.parametrize(
    ("before", "other"),
    [
        ("", "the harbour master"),
        ("", "Brandt"),
        ("Omar Sewell, a spokesman for the harbour board, met the press. ", "Omar Sewell"),
    ],
)
def test_offices_surnames_and_spokesmen_may_be_the_same_speaker(before: str, other: str) -> None:
    room = Newsroom()
    printed(room, SAID)
    printed(room, SAID, other, day="2024-05-02", before=before)
    assert speakers(room) == []


def test_who_answers_a_saying_is_not_given_it() -> None:
    room = Newsroom()
    printed(room, SAID)
    printed(room, SAID.replace("may", "may not"), "Omar Sewell", day="2024-05-02")
    assert speakers(room) == [] and told(room)[0] == []


def test_what_people_decided_on_two_names_holds() -> None:
    room = Newsroom()
    printed(room, SAID)
    printed(room, SAID, "Omar Sewell", day="2024-05-02")
    assert len(speakers(room)) == 1
    case = room.case
    names = zip(room.articles, ("Ida Brandt", "Omar Sewell"), strict=True)
    object.__setattr__(case, "decided", {(article, name): Decided("one") for article, name in names})
    conflicts, _ = find_conflicts(room.cluster(), case, OUTLETS)
    assert [c for c in conflicts if c.what is ConflictKind.SPEAKER] == []


def test_a_sentence_that_names_the_other_speaker_is_not_held_against_it() -> None:
    room = Newsroom()
    printed(room, SAID, after="The board meets on Monday.")
    copy = room.print("Tide News", f"Omar Sewell was there. “{SAID},” Ida Brandt said.", "2024-05-02")
    room.says(copy, f"“{SAID},”", "Omar Sewell", SourceType.PERSON, quote=True)
    assert speakers(room) == []


def test_who_is_presented_as_a_head_is_a_person_whatever_was_read() -> None:
    room = Newsroom()
    printed(room, SAID)
    after = "Omar Sewell, the head of the employment office, left at noon."
    printed(room, SAID, "Omar Sewell", type=SourceType.ORGANISATION, day="2024-05-02", after=after)
    assert len(speakers(room)) == 1
