"""Reports that were corrected, and what rests on them."""

from __future__ import annotations

import pytest

from claims.records import Article, Correction, SourceType, Stance
from tests.provenance.newsroom import Newsroom

CLAIM = "The harbour bridge will close in May"
NOTE = "Correction, 5 May 2024: the harbour bridge will close in June, not in May."


def only(room: Newsroom) -> Correction:
    (correction,) = room.trail().corrections
    return correction


def corrected_report(room: Newsroom, note: str = NOTE, **more: str | None) -> Article:
    printed = room.print("Gull Post", f"{CLAIM}.\n\nMuch else.\n\n{note}", more.pop("published", "2024-05-03"), **more)
    room.says(printed, CLAIM)
    return printed


def cites(room: Newsroom, outlet: str, cited: str) -> Article:
    printed = room.print(outlet, f"{CLAIM}, {cited} reported.\n{outlet}", "2024-05-04")
    room.says(printed, CLAIM, cited, SourceType.OUTLET, cue="reported")
    return printed


def test_everything_that_copies_or_cites_a_corrected_report_rests_on_it() -> None:
    room = Newsroom()
    report = corrected_report(room)
    copied = room.print("Tide News", f"{CLAIM}.\n\nMuch else.\nTide", "2024-05-04")
    room.says(copied, CLAIM)
    room.copy(copied, report)
    cites(room, "Quay Times", "Gull Post")
    cites(room, "Mast Daily", "Quay Times")
    other = room.print("Reef Mail", f"{CLAIM}, Omar Sewell said.")
    room.says(other, CLAIM, "Omar Sewell", SourceType.PERSON, cue="said")
    trail, correction = room.trail(), only(room)
    assert "corrected" in trail.flags
    assert (correction.article, correction.outlet, correction.corrected) == (report.id, "Gull Post", "2024-05-05")
    outlets = {a.outlet for a in trail.appearances if a.claim in correction.appearances}
    assert outlets == {"Tide News", "Quay Times", "Mast Daily"}
    assert room.articles[correction.notice].text[correction.start : correction.end] == NOTE
    assert "Gull Post corrected its report of 3 May 2024 on 5 May 2024" in trail.summary
    assert "three appearances in three outlets rest on it" in trail.summary


def test_a_report_that_nobody_took_up_is_corrected_alone() -> None:
    room = Newsroom()
    corrected_report(room)
    assert only(room).appearances == ()
    assert "rest on it" not in room.trail().summary


@pytest.mark.parametrize(
    ("note", "modified", "when"),
    [
        (
            "Correction: the harbour bridge will close in June, not in May.",
            "2024-05-06T08:00:00Z",
            "2024-05-06T08:00:00Z",
        ),
        ("Correction: the harbour bridge will close in June, not in May.", None, None),
        ("Correction: the harbour bridge will close in June, not in May.", "2024-05-01", None),
        ("Correction (May 7): the harbour bridge will close in June, not in May.", "2024-05-09", "2024-05-07"),
        ("Correction (7 January): the harbour bridge will close in June, not May.", None, "2025-01-07"),
        ("This article was amended on 8 May 2024: the harbour bridge will close in June.", None, "2024-05-08"),
        ("This article was corrected on Wednesday: the harbour bridge will close in June.", None, None),
        ("Editor's note: an earlier version of this article said the bridge will close in May.", None, None),
    ],
)
def test_when_it_was_corrected_is_read_from_the_notice_else_from_the_last_change(
    note: str, modified: str | None, when: str | None
) -> None:
    room = Newsroom()
    corrected_report(room, note, modified=modified)
    assert only(room).corrected == when


@pytest.mark.parametrize(
    "note",
    [
        "This article has been withdrawn. Gull Post regrets the mistake.",
        "Retraction: we have retracted this report, which could not be confirmed.",
    ],
)
def test_a_withdrawn_report_takes_back_all_that_it_says(note: str) -> None:
    room = Newsroom()
    report = corrected_report(room, note)
    cites(room, "Quay Times", "Gull Post")
    correction = only(room)
    assert (correction.article, correction.withdrawn, len(correction.appearances)) == (report.id, True, 1)
    assert "Gull Post withdrew its report of 3 May 2024" in room.trail().summary


def test_a_correction_in_a_later_article_is_of_the_outlets_earlier_report() -> None:
    room = Newsroom()
    report = room.print("Gull Post", f"{CLAIM}.", "2024-05-03")
    room.says(report, CLAIM)
    cites(room, "Quay Times", "Gull Post")
    note = f"Correction: our report on Friday said that {CLAIM.lower()}. That was wrong."
    later = room.print("Gull Post", f"The ferry is running again.\n\n{note}", "2024-05-06")
    room.says(later, CLAIM.lower(), stance=Stance.DENIES)
    correction = only(room)
    assert (correction.article, correction.notice, correction.corrected) == (report.id, later.id, "2024-05-06")
    assert len(correction.appearances) == 1


@pytest.mark.parametrize(
    "note",
    [
        f"Our report of Friday that {CLAIM.lower()} was not correct.",
        f"The Post withdraws its report that {CLAIM.lower()}.",
        f"On Friday we reported that {CLAIM.lower()}. We therefore withdraw the report.",
    ],
)
def test_a_report_is_taken_back_in_other_words_too(note: str) -> None:
    room = Newsroom()
    report = room.print("Gull Post", f"{CLAIM}.", "2024-05-03")
    room.says(report, CLAIM)
    later = room.print("Gull Post", f"The ferry is running again.\n\n{note}", "2024-05-06")
    room.says(later, CLAIM.lower(), stance=Stance.DENIES)
    assert only(room).article == report.id


def test_a_figure_that_its_source_withdrew_corrects_the_report_of_it() -> None:
    room = Newsroom()
    report = room.print("Gull Post", f"{CLAIM}, the Harbour Board said.", "2024-05-03")
    room.says(report, CLAIM, "Harbour Board", SourceType.ORGANISATION, cue="said")
    said = f"{CLAIM} of next year, the Harbour Board now says, and has withdrawn the earlier statement."
    later = room.print("Gull Post", said, "2024-05-06")
    room.says(later, CLAIM, "Harbour Board", SourceType.ORGANISATION, cue="says")
    assert only(room).article == report.id


def test_a_report_that_is_not_here_can_be_corrected_too() -> None:
    room = Newsroom()
    cites(room, "Quay Times", "Gull Post")
    note = f"Correction: our report on Friday said that {CLAIM.lower()}. That was wrong."
    later = room.print("Gull Post", f"The ferry is running again.\n\n{note}", "2024-05-06")
    room.says(later, CLAIM.lower(), stance=Stance.DENIES)
    correction = only(room)
    assert (correction.article, correction.outlet, len(correction.appearances)) == (None, "Gull Post", 1)
    assert [origin.name for origin in room.trail().origins] == ["Gull Post"]


def test_what_a_notice_says_is_right_was_not_corrected() -> None:
    room = Newsroom()
    a = room.print("Gull Post", "The ferry is running.\n\nCorrection: the harbour bridge will close in June.")
    room.says(a, "the harbour bridge will close in June")
    assert room.trail().corrections == ()


@pytest.mark.parametrize(
    "note",
    [
        "Update: the harbour bridge will close in May, the mayor said in the evening.",
        "The minister withdrew her plan for the bridge and said that this report was news to her.",
        "Correction: Ms Lund's first name is Mia.",
    ],
)
def test_news_that_goes_on_is_no_correction(note: str) -> None:
    room = Newsroom()
    corrected_report(room, note)
    assert room.trail().corrections == ()
    assert "corrected" not in room.trail().flags


def test_what_only_may_be_the_same_source_does_not_rest_on_a_correction() -> None:
    room = Newsroom()
    corrected_report(room)
    a = room.print("Tide News", f"{CLAIM}. Gull Post reported the weather.", "2024-05-04")
    room.says(a, CLAIM)
    room.says(a, "the weather", "Gull Post", SourceType.OUTLET, cue="reported", member=False)
    cites(room, "Quay Times", "Gull Post")
    assert len(only(room).appearances) == 1
