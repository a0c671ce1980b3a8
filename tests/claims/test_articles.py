import hashlib
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.articles import SUFFIXES, article, read, read_bytes, read_lines
from claims.errors import ArticleError
from claims.records import Article, DateSource, Refusal, digest, to_json
from settings import Claims

DATA = Path(os.environ.get("CLAIMTRAIL_DATA", Path(__file__).parents[2] / "../shared/data"))
# Any text that JSON carries and UTF-8 can write; blank texts are refused.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: text.strip())


def one(name: str, data: bytes) -> Article:
    (found,) = read_bytes(name, data)
    assert isinstance(found, Article), found
    return found


def refused(name: str, data: bytes) -> Refusal:
    (found,) = read_bytes(name, data)
    assert isinstance(found, Refusal), found
    return found


# ---------------------------------------------------------------- an article from its words


def test_id_comes_from_outlet_address_and_text_alone():
    made = article(
        "The quay shut.", url="https://a.example/x", outlet="Quay News", title="Shut", published="2031-05-03"
    )
    assert made.sha256 == hashlib.sha256(b"The quay shut.").hexdigest()
    assert made.id == digest("https://a.example/x", "Quay News", made.sha256)
    assert made.id == article("The quay shut.", url="https://a.example/x", outlet="Quay News").id
    assert made.id != article("The quay shut.", url="https://a.example/x", outlet="Other").id


def test_what_nobody_said_is_none():
    made = article("The quay shut.")
    unknown = (made.url, made.outlet, made.title, made.author, made.published, made.modified, made.retrieved)
    assert unknown == (None,) * 7
    assert made.date_source is None


def test_a_stated_date_is_given_and_an_unsure_one_is_none():
    assert article("x", published="3 May 2031").date_source is DateSource.GIVEN
    unsure = article("x", published="05/03/2031", url="https://a.example/2031/05/03/x")
    assert (unsure.published, unsure.date_source) == (None, None)


def test_a_day_in_the_address_is_marked_so():
    made = article("x", url="https://a.example/2031/may/03/quay")
    assert (made.published, made.date_source) == ("2031-05-03", DateSource.URL)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/hosts",
        "JAVASCRIPT:1",
        "java\tscript:x",
        "\x01javascript:x",
    ],
)
def test_an_address_that_no_page_may_link_to_is_dropped(url):
    assert article("x", url=url).url is None


@pytest.mark.parametrize(
    "url", ["HTTPS://a.example/x", "www.a.example/x", "a.example:8080/x", "https://a.example/é?b=c:d"]
)
def test_other_addresses_are_kept_as_they_are(url):
    assert article("x", url=url).url == url


@pytest.mark.parametrize("text", ["", " \n\t", "\u2003"])
def test_an_empty_text_is_an_error(text):
    with pytest.raises(ArticleError, match="empty"):
        article(text)


def test_half_a_character_is_an_error_wherever_it_stands():
    with pytest.raises(ArticleError, match="text has half a character"):
        article("a \ud83d b")
    with pytest.raises(ArticleError, match="outlet"):
        article("a", outlet="\ud83d")


def test_a_text_over_the_limit_is_an_error():
    with pytest.raises(ArticleError, match="largest_text"):
        article("abcdef", settings=Claims(largest_text=5))


# ---------------------------------------------------------------- plain text


@given(TEXTS)
def test_text_files_keep_every_code_point(text):
    (found,) = read_bytes("a.txt", b"\xef\xbb\xbf" + text.encode("utf-8"))
    if isinstance(found, Refusal):
        assert "control characters" in found.why
    else:
        assert found.text == text


@given(TEXTS, st.sampled_from(["utf-16", "utf-32", "utf-8-sig"]))
def test_marked_encodings_keep_every_code_point(text, encoding):
    (found,) = read_bytes("a.txt", text.encode(encoding))
    assert isinstance(found, Refusal) or found.text == text


@pytest.mark.parametrize(
    "text", ["one\r\ntwo\rthree\n", " lead and tail \n\n", "e\u0301 and \u00e9", "a\u2028b\u0085c\x0cd"]
)
def test_newlines_spaces_and_composition_stay_as_they_are(text):
    assert one("a.txt", text.encode()).text == text


def test_western_bytes_are_read_where_they_can_only_be_that():
    words = "“We won’t leave the quay,” said José, “not for £5” — and stayed."
    assert one("a.txt", words.encode("cp1252")).text == words


def test_letters_are_never_guessed():
    words = "“We won’t leave the quay,” said José, “not for £5” — and stayed."
    assert "cannot be told" in refused("a.txt", words.encode("mac_roman")).why


def test_a_symbol_inside_a_word_is_a_sign_of_another_encoding():
    assert isinstance(refused("a.txt", "The town of Łódź shut its gate, said Małgorzata.".encode("cp1250")), Refusal)


def test_a_language_that_is_recognised_is_read():
    words = "Причал закрыт с понедельника, сообщил представитель порта. Суда не вернутся до осени."
    assert one("a.txt", words.encode("cp1251")).text == words


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x7fELF\x02\x01\x01" + b"\0" * 40, b"a\0b\0c\0d\0"])
def test_binary_files_are_refused(data):
    assert refused("a.txt", data).what == "a.txt"


# ---------------------------------------------------------------- JSON and JSON Lines


@given(TEXTS, st.booleans())
def test_json_lines_keep_every_code_point(text, ascii_only):
    line = json.dumps({"text": text}, ensure_ascii=ascii_only)
    assert one("a.jsonl", line.encode("utf-8")).text == text
    assert [found.text for found in read_lines("-", [line])] == [text]
    assert one("a.json", line.encode("utf-8")).text == text


def test_json_lines_in_utf_16_are_read():
    rows = json.dumps({"text": "Ōé one"}, ensure_ascii=False) + "\r\n" + json.dumps({"text": "two"}) + "\n"
    assert [found.text for found in read_bytes("a.jsonl", rows.encode("utf-16"))] == ["Ōé one", "two"]


def test_json_that_is_not_utf_8_is_refused():
    assert "UTF-8" in refused("a.json", b'{"text": "caf\xe9"}').why
    assert one("a.json", json.dumps({"text": "Ōé"}, ensure_ascii=False).encode("utf-16")).text == "Ōé"


def test_a_line_separator_inside_a_text_ends_no_line():
    assert one("a.jsonl", '{"text": "a\u2028b\u0085c"}\n'.encode()).text == "a\u2028b\u0085c"


def test_every_bad_line_is_named_and_the_rest_goes_on():
    lines = [
        b'\xef\xbb\xbf{"text": "first", "id": "own"}',
        b'{"text": "half \\ud83d"}',
        b"",
        b'{"text": 5}',
        b"[]",
        b'{"title": "no text"}',
        b'{"text": "cut',
        b'{"text": ""}',
        b'{"text": "\xff"}',
        b'{"n": ' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        b'{"text": "last"}',
    ]
    found = list(read_bytes("day.jsonl", b"\r\n".join(lines)))
    assert [item.text for item in found if isinstance(item, Article)] == ["first", "last"]
    bad = [item for item in found if isinstance(item, Refusal)]
    assert [item.what for item in bad] == [f"day.jsonl:{number}" for number in (2, 4, 5, 6, 7, 8, 9, 10, 11)]
    assert all(";" in item.why for item in bad)  # why; what to do


def test_a_line_over_the_limit_is_one_refusal(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "x" * 500}) + "\n" + json.dumps({"text": "short"}) + "\n")
    long, short = read(path, Claims(largest_file=100))
    assert long.what == f"{path}:1"
    assert short.text == "short"


def test_lines_are_taken_one_by_one():
    def lines():
        yield '{"text": "now"}'
        raise AssertionError("the second line was asked for too early")

    assert next(read_lines("-", lines())).text == "now"


def test_keys_of_other_corpora_are_understood():
    row = {
        "maintext": "The quay shut.",
        "text": None,
        "source_domain": "quay.example",
        "site_name": "Quay News",
        "authors": ["Ann Lee", "Bo Dee"],
        "date_publish": "2031-05-03 09:30:00",
        "date_modify": "2031-05-04",
        "headline": "Shut",
        "source": "https://quay.example/x",
    }
    found = one("a.json", json.dumps(row).encode())
    assert (found.text, found.outlet, found.title) == ("The quay shut.", "Quay News", "Shut")
    assert (found.author, found.url) == ("Ann Lee, Bo Dee", "https://quay.example/x")
    assert (found.published, found.modified) == ("2031-05-03T09:30:00", "2031-05-04")


def test_two_names_for_the_outlet_that_differ_tell_nothing():
    assert one("a.json", b'{"text": "x", "source": "A", "publisher": "B"}').outlet is None
    assert one("a.json", b'{"text": "x", "source": "A", "publisher": "B", "outlet": "C"}').outlet == "C"
    assert one("a.json", b'{"text": "x", "source": {"id": "a", "name": "A"}}').outlet == "A"


def test_metadata_of_another_type_is_unknown():
    found = one("a.json", b'{"text": "x", "outlet": 5, "title": ["T"], "author": {}, "published": 1714728600}')
    assert (found.outlet, found.title, found.author, found.published) == (None, "T", None, None)


def test_an_article_written_out_comes_back_the_same():
    made = article("The quay shut.\r\n", url="https://a.example/2031/05/03/x", outlet="Quay News", title="Shut")
    for record in (to_json(made), {"article": to_json(made), "attributions": [], "claims": []}):
        assert one("a.jsonl", json.dumps(record).encode()) == made


def test_a_json_array_names_the_item_that_is_refused():
    good, bad = read_bytes("a.json", b'[{"text": "x"}, {"text": null}]')
    assert good.text == "x"
    assert bad.what == "a.json: item 2"


def test_json_lines_under_the_wrong_name_say_how_to_name_them():
    assert ".jsonl" in refused("a.json", b'{"text": "x"}\n{"text": "y"}').why


# ---------------------------------------------------------------- files, folders, standard input


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b'{"text": "a"}\n{"text": "b"}\n', ["a", "b"]),
        (b'{\n  "text": "a"\n}', ["a"]),
        (b'[\n {"text": "a"}]', ["a"]),
        (b"Plain words.\n", ["Plain words.\n"]),
    ],
)
def test_without_an_ending_the_first_bytes_tell_the_kind(data, texts):
    assert [found.text for found in read_bytes("-", data)] == texts


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([*SUFFIXES, ".exe", ""]))
def test_no_bytes_raise(data, suffix):
    for found in read_bytes(f"a{suffix}", data):
        assert isinstance(found, Article | Refusal)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([".html", ".xml", ".pdf", ".docx", ".jsonl"]), st.data())
def test_no_damage_to_a_file_raises(suffix, data):
    whole = {
        ".html": b"<!doctype html><html><body><article><p>The quay shut at noon.</p></article></body></html>",
        ".xml": b"<rss version='2.0'><channel><item><description>Shut.</description></item></channel></rss>",
        ".pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
        ".docx": b"PK\x03\x04" + b"\0" * 40,
        ".jsonl": b'{"text": "The quay shut.", "published": "2031-05-03"}',
    }[suffix]
    at = data.draw(st.integers(0, len(whole)))
    damaged = whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 20)) :]
    for found in read_bytes(f"a{suffix}", damaged):
        assert isinstance(found, Article | Refusal)


def test_a_folder_is_read_in_order_and_hidden_files_are_skipped(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("hidden")
    (tmp_path / ".x.txt").write_text("hidden")
    (tmp_path / "b" / "one.TXT").write_text("second")
    (tmp_path / "a.txt").write_text("first")
    (tmp_path / "c.jsonl").write_text('{"text": "third"}\nbad\n{"text": "fourth"}')
    (tmp_path / "d.exe").write_bytes(b"MZ")
    (tmp_path / "e.txt").write_text("")
    (tmp_path / "f.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "g").symlink_to(tmp_path)
    found = list(read(tmp_path))
    assert [item.text for item in found if isinstance(item, Article)] == ["first", "second", "third", "fourth"]
    bad = [Path(item.what).name for item in found if isinstance(item, Refusal)]
    assert bad == ["c.jsonl:2", "d.exe", "e.txt", "f.txt", "g"]


def test_a_missing_path_is_refused():
    (found,) = read(Path("no/such/file.txt"))
    assert "does not exist" in found.why


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    (found,) = read(path)
    assert "permission" in found.why.lower()


def test_a_huge_file_is_refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("x" * 101)
    (found,) = read(path, Claims(largest_file=100))
    assert "largest_file" in found.why


def test_json_lines_are_streamed_from_a_pipe(tmp_path):
    pipe = tmp_path / "a.jsonl"
    os.mkfifo(pipe)
    if os.fork() == 0:
        pipe.write_bytes(b'{"text": "through"}\n')
        os._exit(0)
    assert [found.text for found in read(pipe)] == ["through"]
    os.wait()


def test_the_same_article_twice_comes_twice():
    first, second = read_bytes("a.jsonl", b'{"text": "x"}\n{"text": "x"}')
    assert first == second


@pytest.mark.data
def test_real_bodies_are_kept_to_the_code_point():
    path = DATA / "news" / "fnc_bodies.jsonl"
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    with path.open(encoding="utf-8", newline="\n") as lines:
        for row, found in zip(map(json.loads, lines), read(path), strict=True):
            assert found.text == row["text"]
            assert found.id != row["id"]
