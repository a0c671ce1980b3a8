"""One form for what is written in several: what models and comparisons read. Never shown, never stored."""

from __future__ import annotations

import re

_DOUBLE = "“”„‟«»″＂"
_SINGLE = "‘’‚‛`´′"
_TYPED = str.maketrans(
    dict.fromkeys(_DOUBLE, '"') | dict.fromkeys(_SINGLE, "'") | {"…": "...", "\xa0": " ", "–": "-", "—": " - "}
)
# Single marks are quotation marks where they come in pairs around words; "don't" and "the teachers' strike" keep
# theirs.
_QUOTED = re.compile(r"(?<!\w)'(?=\S)([^'\"]*(?:\b'\b[^'\"]*)*)(?<=\S)'(?!\w)")
_SPACES = re.compile(r"\s+")


def plain(text: str) -> str:
    """Return ``text`` with one kind of quotation mark, apostrophe, dash and space.

    Newsrooms set the same sentence with ‘single’, “curly” or "straight" marks, which says nothing, and models read
    them as different words.
    """
    typed = text.translate(_TYPED).encode("utf-8", "replace").decode("utf-8")  # tokenizers refuse lone surrogates
    return _SPACES.sub(" ", _QUOTED.sub(r'"\1"', typed)).strip()
