from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import FirstAppearance, Relation, Trail
from provenance.exports.archived import Archived
from provenance.exports.table import COLUMNS, SEPARATOR, guarded, unguarded
from tests.provenance.exports.made import ARTICLES, CHECK, archived, article, match, trail, whole

FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
PRINTED = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
HOSTILE = st.lists(st.sampled_from(["=1+1", "-2", "@A1", "＝1", ";", "\n", "\r", "\t", " ", "'", ",", '"', "x"])).map(
    "".join
)


def rows(trails: list[Trail], known: Archived | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(whole(trails, "csv", known).decode("utf-8-sig"), newline="")))


def test_the_table_reads_back_with_google_s_names_for_the_fields() -> None:
    (row,) = rows([trail()])
    assert tuple(row) == COLUMNS
    assert row["claimReviewed"] == "The tug Stella sank at noon."
    assert row["claimDate"] == "2031-02-03"
    assert row["claimAuthor"] == SEPARATOR.join(["Ruta Halm", "an unnamed pilot"])
    assert row["claimFirstAppearance"] == "https://vorn-times.example/tug"
    assert (row["independentOrigins"], row["cannotTell"], row["reports"], row["undated"]) == ("1", "1", "2", "1")
    assert row["conflicts"] == "date: noon / dusk"
    assert row["articleIds"] == "a1 | a2"


def test_the_other_appearances_stand_apart_from_the_first_as_google_has_them() -> None:
    later = article("a2", "https://gull-post.example/tug", "Gull Post", "2031-02-04")
    (row,) = rows([trail()], archived({**ARTICLES, "a2": later}))
    assert row["claimFirstAppearance"] == "https://vorn-times.example/tug"
    assert row["claimAppearances"] == "https://gull-post.example/tug"


def test_where_no_date_is_known_no_appearance_is_called_the_first() -> None:
    undated = replace(trail(), first_appearance=FirstAppearance("claim-a1", "a1", "Vorn Times", None, 2))
    (row,) = rows([undated])
    assert (row["claimDate"], row["claimFirstAppearance"], row["firstOutlet"]) == ("", "", "")
    assert row["claimAppearances"] == "https://vorn-times.example/tug"
    assert row["undated"] == "2"


def test_a_fact_check_stands_there_in_its_publisher_s_words_where_it_surely_is_of_the_claim_or_its_contrary() -> None:
    contrary = replace(CHECK, id="f2", rating="Two days off", publisher=None, url=None, reviewed=None)
    checks = [match(), match(contrary, Relation.CONTRADICTS), match(replace(CHECK, rating="Doubtful"), sure=False)]
    (row,) = rows([trail()], archived(checks=checks))
    assert row["factChecks"] == (
        "Harbour Checks on “The tug Stella sank at noon”: False, 2031-02-09, https://checks.example/tug"
        " | publisher unknown on the contrary, “The tug Stella sank at noon”: Two days off"
    )


@pytest.mark.parametrize("text", ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1"])
def test_no_cell_of_the_table_is_a_formula(text: str) -> None:
    (row,) = rows([trail(text=text)])
    assert not FORMULA.match(row["claimReviewed"])
    assert unguarded(row["claimReviewed"]) == text


@given(HOSTILE | PRINTED)
def test_no_piece_of_a_cell_is_a_formula_wherever_a_spreadsheet_splits(text: str) -> None:
    assert not [piece for piece in re.split(r"[;\t\r\n]", guarded(text)) if FORMULA.match(piece)]


@given(HOSTILE | PRINTED | st.text("0123456789eE' "))
def test_what_was_guarded_is_found_again(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize(
    ("id", "cell"), [("1234567890123456", "'1234567890123456"), ("12345e67890", "'12345e67890"), ("1a", "1a")]
)
def test_an_id_that_a_spreadsheet_would_take_for_a_number_stays_an_id(id: str, cell: str) -> None:
    (row,) = rows([trail(id)])
    assert row["cluster"] == cell


@settings(deadline=None)
@given(HOSTILE | PRINTED)
def test_pandas_reads_the_table_back(text: str) -> None:
    data = whole([trail(text=text), trail("c2")], "csv")
    frame = pandas.read_csv(io.BytesIO(data), keep_default_na=False, dtype={"claimReviewed": str, "cluster": str})
    assert tuple(frame.columns) == COLUMNS
    assert [unguarded(cell) for cell in frame["claimReviewed"]] == [text, trail().text]
    assert frame["articles"].dtype == "int64"


@pytest.mark.parametrize("separators", [",", ",;", ",;\t"])
def test_a_reader_that_also_splits_at_semicolons_finds_the_same_columns(separators: str) -> None:
    # As LibreOffice does when asked to: what stands in quotation marks is never split.
    data = whole([trail(text="One; two;\tthree, and “four”.")], "csv").decode("utf-8-sig")
    for line in data.splitlines():
        cells = re.findall(rf'(?:^|[{separators}])("(?:[^"]|"")*"|[^{separators}"]*)', line)
        assert len(cells) == len(COLUMNS)
