"""Legible colours, and a server that keeps to this machine."""

from __future__ import annotations

import re
import tomllib

import pytest

from screens.frame import ASSETS
from tests.screens.serving import ROOT

CSS = (ASSETS / "claimtrail.css").read_text(encoding="utf-8")
COLOURS = dict(re.findall(r"--([\w-]+): light-dark\((#\w{6}, #\w{6})\)", CSS))
AA = 4.5
"""WCAG 2.2, success criterion 1.4.3: contrast of text."""
PAIRS = [
    *(
        (ink, ground)
        for ink in ("ink", "soft", "accent", "supports", "denies", "reports", "amber", "ring")
        for ground in ("paper", "panel")
    ),
    *((stance, f"{stance}-wash") for stance in ("supports", "denies", "reports")),
    *(("ink", ground) for ground in ("supports-wash", "denies-wash", "reports-wash", "quote")),
]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_is_legible(ink: str, ground: str, scheme: int) -> None:
    one, two = (luminance(COLOURS[name].split(", ")[scheme]) for name in (ink, ground))
    assert (max(one, two) + 0.05) / (min(one, two) + 0.05) >= AA


def test_the_server_answers_this_machine_alone_and_tells_nobody() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["server"]["address"] == "127.0.0.1"
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"]["toolbarMode"] == "minimal"


def test_screens_show_strings_by_the_one_helper_alone() -> None:
    """No Streamlit call that reads Markdown is used, and only two files hand HTML to the browser."""
    for path in (ROOT / "screens").glob("*.py"):
        code = path.read_text(encoding="utf-8")
        assert not re.search(
            r"st\.(write|markdown|title|header|subheader|caption|info|error|warning|success|toast|metric|table)\(", code
        )
        assert "unsafe_allow_html" not in code
        if path.name not in ("markup.py", "frame.py", "decisions.py"):
            assert ".html(" not in code
