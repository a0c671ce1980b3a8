"""Any record of claims/records.py, for property tests: plain values of each type of its fields."""

from __future__ import annotations

import hashlib
from dataclasses import fields, replace
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from claims.records import Article, Attribution, Claim, Extraction, Span

# Every code point but lone surrogates, NUL and combining marks included; and what has broken programs before.
TEXTS = st.text(max_size=30) | st.sampled_from(
    ["", "\0", "a\0b", "\r\n", "e\u0301", "\U0001f1fa\U0001f1e6", "\ufeff\u2028"]
)
WHOLE = st.integers(0, 2**53)


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Values of the type ``kind``: a record, an enum, a tuple, an optional or a plain type."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        return st.lists(values(arguments[0]), max_size=3).map(tuple)
    if NoneType in arguments:
        return st.none() | values(next(argument for argument in arguments if argument is not NoneType))
    if kind is Span:
        return st.tuples(WHOLE, WHOLE).map(lambda pair: Span(*sorted(pair)))
    if kind is str:
        return TEXTS
    if kind is int:
        return WHOLE
    if kind is float:
        return st.floats(allow_nan=False, allow_infinity=False)
    if kind is bool:
        return st.booleans()
    if issubclass(kind, StrEnum):
        return st.sampled_from(kind)
    hints = get_type_hints(kind)
    return st.builds(kind, **{f.name: values(hints[f.name]) for f in fields(kind)})


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    """Extractions that hold together: spans inside the text, claims that say what stands there, ids that exist."""
    text = draw(TEXTS)
    article = replace(draw(values(Article)), text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
    places = st.integers(0, len(text))
    spans = st.tuples(places, places).map(lambda pair: Span(*sorted(pair)))

    attributions: list[Attribution] = []
    for number, any_attribution in enumerate(draw(st.lists(values(Attribution), max_size=3))):
        attributions.append(
            replace(
                any_attribution,
                id=f"{article.id}:{number}",
                content=tuple(draw(st.lists(spans, max_size=3))),
                cue=draw(st.none() | spans),
                source=draw(st.none() | spans),
                parent=draw(st.sampled_from([None, *(attribution.id for attribution in attributions)])),
            )
        )
    claims: list[Claim] = []
    for number, any_claim in enumerate(draw(st.lists(values(Claim), max_size=3))):
        span = draw(spans)
        claims.append(
            replace(
                any_claim,
                id=f"{article.id}/{number}",
                article=article.id,
                start=span.start,
                end=span.end,
                text=span.of(text),
                attribution=draw(st.sampled_from([None, *(attribution.id for attribution in attributions)])),
            )
        )
    # An attribution may stand before the one that it is nested in.
    return Extraction(article, tuple(reversed(attributions)), tuple(claims))
