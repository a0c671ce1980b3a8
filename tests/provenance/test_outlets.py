from __future__ import annotations

import socket
from pathlib import Path

import pytest

from claims.errors import SettingsError
from provenance.outlets import TABLE, OutletTable, read_outlets

TABLE_OF_OUTLETS = OutletTable.load()


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("AP", "Associated Press"),
        ("the Associated Press", "Associated Press"),
        ("A.P.", "Associated Press"),
        ("reuters", "Reuters"),
        ("the Reuters news agency", "Reuters"),
        ("newspaper The Guardian", "The Guardian"),
        ("NEW YORK TIMES", "The New York Times"),
        ("Barron’s", "Barron's"),
        ("nytimes.com", "The New York Times"),
        ("BBC's", "BBC"),
        ("SCMP", "South China Morning Post"),
        ("the South China Morning Post", "South China Morning Post"),
        ("scmp.com", "South China Morning Post"),
        ("www.scmp.com", "South China Morning Post"),
        ("https://amp.scmp.com/news/a", "South China Morning Post"),
        ("the UK’s Daily Mail", "Daily Mail"),
        ("film industry magazine Variety", "Variety"),
        ("respected Italian newspaper Corriere della Sera", "Corriere della Sera"),
    ],
)
def test_an_outlet_is_found_by_any_of_its_names(given: str, name: str) -> None:
    found = TABLE_OF_OUTLETS.find(given)
    assert found is not None and found.name == name
    assert TABLE_OF_OUTLETS.canonical(given) == name


@pytest.mark.parametrize("given", ["", "the", "people", "science", "officials", "the Gull Post", "a wire", "no.such"])
def test_what_is_no_outlet_is_not_found(given: str) -> None:
    assert TABLE_OF_OUTLETS.find(given) is None


def test_an_unknown_name_stays_as_it_is_trimmed() -> None:
    assert TABLE_OF_OUTLETS.canonical("  The Gull\u00a0 Post ") == "The Gull Post"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.nytimes.com/2024/05/03/x.html", "The New York Times"),
        ("http://abcnews.go.com/y", "ABC News"),
        ("https://edition.cnn.com", "CNN"),
        ("https://www.abc.net.au/news", "Australian Broadcasting Corporation"),
        ("bbc.co.uk", "BBC"),
    ],
)
def test_an_address_leads_to_its_outlet(url: str, name: str) -> None:
    found = TABLE_OF_OUTLETS.by_url(url)
    assert found is not None and found.name == name


@pytest.mark.parametrize(
    "url", ["", "nonsense", "http://127.0.0.1:8501/x", "https://gull-post.example/a", "https://co.uk"]
)
def test_an_address_of_no_known_outlet_leads_nowhere(url: str) -> None:
    assert TABLE_OF_OUTLETS.by_url(url) is None


def test_nothing_is_looked_up_on_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    assert OutletTable.load().by_url("https://news.sky.com/a") is not None


def test_wires_are_known() -> None:
    assert TABLE_OF_OUTLETS.is_wire("Reuters") and TABLE_OF_OUTLETS.is_wire("dpa")
    assert not TABLE_OF_OUTLETS.is_wire("The Guardian") and not TABLE_OF_OUTLETS.is_wire("Gull Post")


def test_the_table_that_ships_has_no_name_or_domain_twice() -> None:
    outlets = read_outlets(TABLE)
    domains = [domain for outlet in outlets for domain in outlet.domains]
    assert len(domains) == len(set(domains))
    assert len(outlets) >= 250
    assert all(outlet.domains and outlet.kind for outlet in outlets)


def test_a_newsrooms_own_table_wins(tmp_path: Path) -> None:
    own = tmp_path / "outlets.csv"
    own.write_text(
        "name,aliases,domains,kind\nGull Post,GP|The Post,gull.example,newspaper\nReuters,,,agency\n", "utf-8"
    )
    table = OutletTable.load(own)
    assert table.canonical("the post") == "Gull Post"
    assert table.by_url("https://www.gull.example/x") is not None
    assert not table.is_wire("Reuters")
    assert table.canonical("AFP") == "Agence France-Presse"


def test_a_newsrooms_row_adds_to_the_outlet_that_ships(tmp_path: Path) -> None:
    own = tmp_path / "outlets.csv"
    own.write_text("name,aliases,domains,kind\nthe Reuters,RTR,reuters.example,agency\n", "utf-8")
    table = OutletTable.load(own)
    for name in ("RTR", "Thomson Reuters", "reuters.com", "uk.reuters.example"):
        assert table.canonical(name) == "Reuters" and not table.is_wire(name)
    assert len(table) == len(TABLE_OF_OUTLETS)


def test_a_newsrooms_outlet_takes_over_a_name_and_leaves_the_others(tmp_path: Path) -> None:
    own = tmp_path / "outlets.csv"
    own.write_text("name,aliases,domains\nThe Herald (Velling),The Herald,herald.example\n", "utf-8")
    table = OutletTable.load(own)
    assert table.canonical("the Herald") == "The Herald (Velling)"
    assert table.canonical("Glasgow Herald") == "The Herald"


def test_no_name_of_the_table_that_ships_is_an_address_or_alias_of_another() -> None:
    """Reading refuses a name or domain twice; here each also leads back to its own outlet."""
    for outlet in read_outlets(TABLE):
        for name in {outlet.name, *outlet.aliases} - {"i"}:  # the newspaper i is found by its other names alone
            assert TABLE_OF_OUTLETS.find(name) is not None and TABLE_OF_OUTLETS.canonical(name) == outlet.name, name
        for domain in outlet.domains:
            assert TABLE_OF_OUTLETS.by_url(f"https://www.{domain}/a") == outlet, domain
            assert TABLE_OF_OUTLETS.by_url(f"http://mobile.{domain}") == outlet, domain


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("title\nX\n", "first line names the columns"),
        ("", "first line names the columns"),
        ("name,colour\nX,red\n", "first line names the columns"),
        ("name,domains\nX,not a domain\n", "line 2, column 'domains': 'not a domain' is no domain"),
        ("name,domains\nX,x.example\nY,www.x.example\n", "line 3, column 'domains': 'X' has 'x.example' already"),
        ("name,domains\n,x.example\n", "line 2, column 'name': the outlet has no name"),
        ("name\nX\nthe x\n", "line 3, column 'name': 'X' has the name 'the x' already"),
        ("name,aliases\nX,\nY,Z|the X\n", "line 3, column 'aliases': 'X' has the name 'the X' already"),
        ("name,aliases\nX,|?|\n", "line 2, column 'aliases': '?' holds no letter or digit"),
        ("name,kind\nA, B,wire\n", "line 2: more cells than columns"),
    ],
)
def test_a_bad_row_is_a_clear_error(tmp_path: Path, rows: str, says: str) -> None:
    own = tmp_path / "own.csv"
    own.write_text(rows, "utf-8")
    with pytest.raises(SettingsError, match=r"own\.csv") as error:
        OutletTable.load(own)
    assert says in str(error.value)


def test_a_missing_table_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        OutletTable.load(tmp_path / "none.csv")


def test_a_table_in_another_encoding_is_a_clear_error(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_bytes("name\nEl País\n".encode("latin-1"))
    with pytest.raises(SettingsError, match=r"line 2: .*UTF-8"):
        OutletTable.load(own)


def test_names_of_the_day_are_known_with_their_initials() -> None:
    table = TABLE_OF_OUTLETS.knowing(["Northwater Press Agency", "Reuters"])
    assert table.same("NPA", "the Northwater Press Agency")
    assert table.canonical("AP") == "Associated Press"
    assert TABLE_OF_OUTLETS.find("NPA") is None


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Velmere News Agency", "Velmere"),
        ("Tamsin Economic Daily (English edition)", "the Tamsin Economic Daily"),
        ("Radio Velling Online", "Radio Velling"),
        ("Unified Wire", "UW"),
        ("Velmere News Agency", "the Velmere agency"),
        ("Gadget Terrace", "technology site Gadget Terrace"),
    ],
)
def test_an_outlet_of_the_archive_is_known_by_what_it_is_called_for_short(name: str, short: str) -> None:
    assert TABLE_OF_OUTLETS.find(short) is None
    assert TABLE_OF_OUTLETS.knowing([name]).canonical(short) == name


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (("Velmere News Agency", "Velmere Online"), "Velmere"),  # nobody's
        (("The Sun Online",), "Sun"),  # another's
        (("Uxbridge Star",), "US"),
        (("Mail Online",), "mail"),
    ],
)
def test_a_short_name_that_may_mean_another_is_not_taken(names: tuple[str, ...], short: str) -> None:
    assert TABLE_OF_OUTLETS.knowing(names).canonical(short) not in names


@pytest.mark.parametrize(
    ("outlet", "short"),
    [
        ("Mid Vales Herald", "the Herald"),
        ("Lascombe Evening Mail", "the Evening Mail"),
        ("CNQ News", "the broadcaster CNQ"),
        ("The Prairie Ledger", "Ledger"),
        ("The Courier of Aldmere", "the Courier"),
        ("Quipa Wire", "the Quipa agency"),
        ("Arn Falls Beacon", "the Beacon of Arn Falls"),
        ("The Morning Standard-Times", "the Standard-Times"),
        ("Port Arn Chronicle", "the town's Chronicle"),
        ("KVLQ Action 6", "KVLQ"),
        ("NCQ.example", "NCQ"),
        ("Agencia Velmar", "the Velmar agency"),
        ("Channel 8 Arn", "Channel 8"),
        ("Arn Business Daily", "the Business Daily"),
        ("Arn Valley Echo", "the Valley Echo"),
        ("The Ledger of Arn", "the Ledger"),
    ],
)
def test_beside_its_own_article_a_newspaper_is_called_without_its_place(outlet: str, short: str) -> None:
    assert TABLE_OF_OUTLETS.knowing([outlet, "Gull Post"], beside=True).canonical(short) == outlet


def test_a_newspaper_of_the_table_keeps_its_name_where_it_stands_beside_another() -> None:
    assert TABLE_OF_OUTLETS.knowing(["Mid Vales Herald"]).canonical("the Herald") == "The Herald"
    both = TABLE_OF_OUTLETS.knowing(["Mid Vales Herald", "The Herald"], beside=True)
    assert both.canonical("the Herald") == "The Herald"
    assert both.canonical("Mid Vales Herald") == "Mid Vales Herald"
    two = TABLE_OF_OUTLETS.knowing(["Mid Vales Chronicle", "Oxby Chronicle"], beside=True)
    assert two.canonical("the Chronicle") not in {"Mid Vales Chronicle", "Oxby Chronicle"}
