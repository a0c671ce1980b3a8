"""What is put on the page is escaped, and is exactly what the article says."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from screens import markup

TEXTS = st.text(st.characters(blacklist_categories=("Cs",)), max_size=60)


class Reader(HTMLParser):
    """Reads HTML as a browser does: the text, the tags and the links."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags, self.links = "", [], []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value for key, value in attrs if key in ("href", "src")]


@given(TEXTS)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    pictures = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"} | {0x7F: "\u2421"}
    html = str(markup.exact(text))
    assert Reader(f"<p>{html}</p>").text == text.translate(pictures)
    assert not set("\n\r\t<>\"'") & set(html)


@given(TEXTS, TEXTS)
def test_a_template_lets_no_tag_of_a_value_through(one: str, two: str) -> None:
    read = Reader(markup.fill('<p title="{}">{}</p>', one, two))
    assert read.tags == ["p"]


def test_bare_strings_are_not_put_on_the_page() -> None:
    with pytest.raises(TypeError, match="Markup only"):
        markup.put("<b>no</b>")  # type: ignore[arg-type]


def test_a_name_does_not_turn_the_direction_of_what_follows() -> None:
    assert markup.name("\u202eliam") == Markup("<bdi>\u202eliam</bdi>")


def test_an_unknown_name_is_said_to_be_unknown() -> None:
    assert "outlet unknown" in markup.name(None, "outlet unknown")
    assert "unknown" in markup.name("  ")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "http:", "//x", "http://[x"]
)
def test_only_web_addresses_become_links(url: str) -> None:
    read = Reader(markup.web_link(url))
    assert read.links == []
    assert read.text.strip() == url.strip()


def test_a_web_address_becomes_a_link() -> None:
    assert Reader(markup.web_link("https://a.example/b?c=d&e='f\"")).links == ["https://a.example/b?c=d&e='f\""]
