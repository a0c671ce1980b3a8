"""Where paragraphs lie: a line each, but a sentence that runs over a line's end is one."""

import pytest

from claims.paragraphs import paragraphs


def texts(text: str) -> list[str]:
    return [span.of(text) for span in paragraphs(text)]


def test_a_line_is_a_paragraph() -> None:
    assert texts("One line.\n\n  Another.\r\nA third") == ["One line.", "Another.", "A third"]


def test_a_sentence_broken_off_in_a_short_line_is_one_paragraph() -> None:
    text = "The mayor said the bridge\r\nwould close in May."
    assert texts(text) == [text]


@pytest.mark.parametrize(
    "text", ["eggs\nmilk\nbread", "The mayor spoke.\nhe left.", "Bring these things along\n- a coat.", "She said\nno."]
)
def test_lists_and_finished_lines_stay_apart(text: str) -> None:
    assert texts(text) == text.split("\n")
