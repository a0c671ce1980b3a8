from __future__ import annotations

import pytest

from index.lines import HEADLINE, line_claim


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("Bridge at Tarn closed", (HEADLINE,)),
        ("Is the bridge at Tarn closed?", (HEADLINE,)),
        ("The bridge at Tarn is closed.", ()),
        ("“The bridge at Tarn is closed.”", ()),
        ("", (HEADLINE,)),
    ],
)
def test_a_line_without_a_full_stop_is_a_headline(text: str, flags: tuple[str, ...]) -> None:
    assert line_claim("a", text).flags == flags
    assert line_claim("a", text).text == text
