from __future__ import annotations

from dataclasses import replace

import pytest

from claims.records import Article, ClusterLink, Conflict, ConflictKind, Relation, SourceType, Stance
from provenance.conflicts import find_conflicts
from tests.provenance.newsroom import OUTLETS, Newsroom

PERSON, ORGANISATION = SourceType.PERSON, SourceType.ORGANISATION
Number = tuple[str, float, str | None, bool]


def conflicts(room: Newsroom, what: ConflictKind | None = None) -> list[Conflict]:
    found, _ = find_conflicts(room.cluster(), room.case, OUTLETS)
    return [conflict for conflict in found if what is None or conflict.what is what]


def between(*claims: tuple[str, list[Number]]) -> list[Conflict]:
    room = Newsroom()
    for n, (text, quantities) in enumerate(claims):
        room.says(room.print(f"Paper {n}", text, f"2024-05-0{n + 1}"), text, quantities=quantities)
    return conflicts(room)


def dated(*claims: tuple[str, list[tuple[str, str | None]]]) -> list[Conflict]:
    room = Newsroom()
    for n, (text, dates) in enumerate(claims):
        room.says(room.print(f"Paper {n}", text), text, dates=dates)
    return conflicts(room)


def quoted(room: Newsroom, outlet: str, quote: str, speaker: str = "Ida Brandt", type: SourceType = PERSON) -> Article:
    printed = room.print(outlet, f"“{quote},” {speaker} said in {outlet}.")
    room.says(printed, f"“{quote},”", speaker, type, cue="said", quote=True)
    return printed


# ---------------------------------------------------------------- numbers


def test_other_figures_for_one_thing_are_a_conflict() -> None:
    (conflict,) = between(
        ("31 people were hurt", [("31 people", 31, "people", False)]),
        ("38 people were hurt", [("38 people", 38, "people", False)]),
    )
    assert conflict.what is ConflictKind.NUMBER
    assert conflict.values == ("31 people", "38 people")
    assert (conflict.a.start, conflict.a.end) == (0, 9)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("38 miles", 38, "miles", False), ("61 km", 61, "km", False)),
        (("38 miles", 38, "miles", False), ("61.2 kilometres", 61.2, "km", False)),
        (("100 pounds", 100, "pounds", False), ("45 kg", 45, "kg", False)),
        (("90 °F", 90, "°F", False), ("32 °C", 32, "°C", False)),
        (("$12 million", 12e6, "USD", False), ("$12.3 million", 12.3e6, "USD", False)),
        (("1,200 homes", 1200, "home", False), ("1,213 homes", 1213, "home", False)),
        (("about 500 people", 500, "people", True), ("520 people", 520, "people", False)),
        (("more than 90 firms", 90, "firm", True), ("97 firms", 97, "firm", False)),
        (("nearly 100 firms", 100, "firm", True), ("97 firms", 97, "firm", False)),
        (("24 hours", 24, "hour", False), ("one day", 1, "day", False)),
        (("31 people", 31, "people", False), ("12 children", 12, "child", False)),
        (("31 people", 31, "people", False), ("31%", 31, "%", False)),
        (("31", 31, None, False), ("38", 38, None, False)),
    ],
)
def test_what_may_be_one_figure_is_no_conflict(one: Number, other: Number) -> None:
    assert between((f"It was {one[0]} then", [one]), (f"It was {other[0]} then", [other])) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("38 miles", 38, "miles", False), ("75 km", 75, "km", False)),
        (("$12 million", 12e6, "USD", False), ("$14 million", 14e6, "USD", False)),
        (("about 500 people", 500, "people", True), ("700 people", 700, "people", False)),
        (("more than 90 firms", 90, "firm", True), ("80 firms", 80, "firm", False)),
        (("fewer than 90 firms", 90, "firm", True), ("97 firms", 97, "firm", False)),
        (("90%", 90, "%", False), ("92%", 92, "%", False)),
        (("12 people", 12, "people", False), ("12 million people", 12e6, "people", False)),
    ],
)
def test_what_cannot_be_one_figure_is_a_conflict(one: Number, other: Number) -> None:
    assert len(between((f"It was {one[0]} then", [one]), (f"It was {other[0]} then", [other]))) == 1


def test_figures_that_agree_are_paired_off_first() -> None:
    (conflict,) = between(
        ("from 10 ships to 20 ships", [("10 ships", 10, "ship", False), ("20 ships", 20, "ship", False)]),
        ("from 10 ships to 30 ships", [("10 ships", 10, "ship", False), ("30 ships", 30, "ship", False)]),
    )
    assert conflict.values == ("20 ships", "30 ships")


def test_figures_that_cannot_be_paired_are_no_conflict() -> None:
    assert not between(
        ("20 ships", [("20 ships", 20, "ship", False)]),
        ("15 ships and 30 ships", [("15 ships", 15, "ship", False), ("30 ships", 30, "ship", False)]),
    )


def test_forty_copies_of_a_figure_make_one_conflict() -> None:
    room = Newsroom()
    for n in range(40):
        text = f"{31 if n % 2 else 38} people were hurt"
        room.says(room.print(f"Paper {n}", text), text, quantities=[(text[:9], float(text[:2]), "people", False)])
    assert len(conflicts(room)) == 1


def test_figures_of_a_linked_cluster_are_compared_too() -> None:
    room = Newsroom()
    for n, text in enumerate(("31 people were hurt", "38 people were hurt")):
        room.says(room.print(f"Paper {n}", text), text, quantities=[(text[:9], float(text[:2]), "people", False)])
    here, there = room.members
    other = replace(room.cluster([there]), id="c2")
    cluster = replace(room.cluster([here]), links=(ClusterLink("c2", Relation.CONTRADICTS, ("38 is not 31",)),))
    assert find_conflicts(cluster, room.case, OUTLETS)[0] == []
    (conflict,) = find_conflicts(cluster, replace(room.case, clusters={"c2": other}), OUTLETS)[0]
    assert conflict.values == ("31 people", "38 people")
    near = replace(cluster, links=(ClusterLink("c2", Relation.RELATED, ("both name hurt people",)),))
    assert find_conflicts(near, replace(room.case, clusters={"c2": other}), OUTLETS)[0] == [], "it may be another claim"


# ---------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("XXXX-09-01", "2023-09-01"),
        ("2023-03", "2023-03-21"),
        ("2023", "2023-09-01"),
        (None, "2023-03-21"),
        ("2023", "XXXX-09"),
    ],
)
def test_dates_that_may_be_one_day_are_no_conflict(one: str | None, other: str | None) -> None:
    assert dated(("on day A", [("day A", one)]), ("on day B", [("day B", other)])) == []


@pytest.mark.parametrize(
    ("one", "other"), [("XXXX-06-03", "2025-06-30"), ("XXXX-02", "XXXX-03-21"), ("2023", "2024-01-01")]
)
def test_dates_that_differ_in_what_both_give_are_a_conflict(one: str, other: str) -> None:
    (conflict,) = dated(("on day A", [("day A", one)]), ("on day B", [("day B", other)]))
    assert (conflict.what, conflict.values) == (ConflictKind.DATE, ("day A", "day B")) or conflict.values == (
        "day B",
        "day A",
    )


def test_the_same_words_for_a_date_are_no_conflict() -> None:
    assert (
        dated(("last month, day A", [("last month", "2024-04")]), ("in last month", [("last month", "2024-05")])) == []
    )


def test_a_figure_read_by_halves_is_no_other_figure() -> None:
    room = Newsroom()
    text = "The mill sold tools worth 21.3 million dollars abroad"
    for n, told in enumerate((text, text.replace(" million", ""))):
        claim = room.says(room.print(f"Paper {n}", text), text)
        room.claims[claim.id] = replace(claim, standalone=told)
    assert conflicts(room) == []


def test_a_figure_is_told_where_the_article_has_it() -> None:
    room = Newsroom()
    first = room.print("Gull Post", "On Friday 31 people were hurt, police said. The quay was shut.")
    room.says(first, "31 people were hurt", quantities=[("31 people", 31, "people", False)])
    second = room.print("Tide News", "Police said that 38 people were hurt.")
    room.says(second, "38 people were hurt", quantities=[("38 people", 38, "people", False)])
    (conflict,) = conflicts(room)
    places = [(room.articles[p.article].text[p.start : p.end], p.start) for p in (conflict.a, conflict.b)]
    assert sorted(places) == [("31 people", 10), ("38 people", 17)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 people were killed in the collapse", "30 people were injured in the collapse"),
        ("By Monday 11 people had been killed", "By Thursday 26 people had been killed"),
        ("The mill pays 40 dollars a day", "The mill pays 1,200 dollars a month"),
        ("Turnout was a quarter of all voters", "Turnout was 25% of all voters"),
        ("The sale brought 5 million euros", "The sale brought 6 million dollars"),
        ("Between 10 and 15 people were hurt", "13 people were hurt"),
        ("A dozen people were hurt", "12 people were hurt"),
    ],
)
def test_what_counts_something_else_or_says_the_same_is_no_conflict(one: str, other: str) -> None:
    assert between((one, []), (other, [])) == []


def test_eighteen_million_is_not_eighty_one_million() -> None:
    (conflict,) = between(("The fund lost 18 million dollars", []), ("The fund lost 81 million dollars", []))
    assert all("million" in value for value in conflict.values)


# ---------------------------------------------------------------- quotations

QUOTE = "We closed that bridge twice this year for repairs, and we were told that it was fit to carry lorries"


def test_an_altered_quotation_is_a_conflict_of_wording() -> None:
    room = Newsroom()
    quoted(room, "Gull Post", QUOTE)
    quoted(room, "Tide News", QUOTE.replace("told", "promised"))
    (conflict,) = conflicts(room)
    assert conflict.what is ConflictKind.WORDING
    assert any("told" in value for value in conflict.values) and any("promised" in value for value in conflict.values)
    text = room.articles[conflict.a.article].text
    assert text[conflict.a.start : conflict.a.end].rstrip(",") in {QUOTE, QUOTE.replace("told", "promised")}


@pytest.mark.parametrize(
    "variant",
    [
        QUOTE.replace("that bridge", "[the harbour] bridge"),
        QUOTE.replace(", and", " … and"),
        QUOTE.upper(),
        QUOTE.replace("for repairs, and we", "for repairs and we"),
        "we were told that it was fit to carry lorries",
    ],
)
def test_typography_brackets_and_cuts_are_no_alteration(variant: str) -> None:
    room = Newsroom()
    quoted(room, "Gull Post", QUOTE)
    quoted(room, "Tide News", variant)
    assert conflicts(room, ConflictKind.WORDING) == []


def test_british_and_american_spelling_are_one_wording() -> None:
    room = Newsroom()
    quoted(room, "Gull Post", "They organised the harbour labour with a grey programme of work")
    quoted(room, "Tide News", "They organized the harbor labor with a gray program of work")
    assert conflicts(room) == []


def test_one_quotation_with_two_speakers_is_a_conflict() -> None:
    room = Newsroom()
    for n in range(5):
        quoted(room, f"Paper {n}", QUOTE)
    quoted(room, "Tide News", QUOTE, "Omar Sewell")
    (conflict,) = conflicts(room)
    assert conflict.what is ConflictKind.SPEAKER
    assert set(conflict.values) == {"Ida Brandt", "Omar Sewell"}


@pytest.mark.parametrize(
    ("speaker", "type"),
    [
        ("Mayor Brandt", PERSON),
        ("I. Brandt", PERSON),
        ("the Harbour Authority", ORGANISATION),
        ("a senior official", SourceType.ANONYMOUS),
    ],
)
def test_a_speaker_who_may_be_the_same_is_no_conflict(speaker: str, type: SourceType) -> None:
    room = Newsroom()
    quoted(room, "Gull Post", QUOTE)
    quoted(room, "Tide News", QUOTE, speaker, type)
    assert conflicts(room) == []


def test_short_formulas_are_said_by_many() -> None:
    room = Newsroom()
    quoted(room, "Gull Post", "No comment")
    quoted(room, "Tide News", "No comment", "Omar Sewell")
    assert conflicts(room) == []


def test_two_different_quotations_are_no_conflict() -> None:
    room = Newsroom()
    quoted(room, "Gull Post", QUOTE)
    quoted(room, "Tide News", "Nobody will have to leave the old quarter before the winter is over", "Omar Sewell")
    assert conflicts(room) == []


def test_a_denial_does_not_misquote_what_it_denies() -> None:
    room = Newsroom()
    quoted(room, "Gull Post", QUOTE)
    printed = room.print("Tide News", f"“{QUOTE.replace('told', 'never told')},” Omar Sewell said.")
    room.says(printed, None, "Omar Sewell", PERSON, cue="said", quote=True, stance=Stance.DENIES)
    assert conflicts(room) == []


def test_the_order_of_members_makes_no_difference() -> None:
    room = Newsroom()
    for n in range(6):
        quoted(
            room,
            f"Paper {n}",
            QUOTE.replace("told", ["told", "promised", "assured"][n % 3]),
            f"Speaker {'AB'[n % 2]}son",
        )
    forward = find_conflicts(room.cluster(), room.case, OUTLETS)
    backward = find_conflicts(room.cluster(reversed(room.members)), room.case, OUTLETS)
    assert forward == backward and forward[0]
