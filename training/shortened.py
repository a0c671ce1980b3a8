"""Pairs made by leaving out: what is told with a detail less follows from what is told with it, and not the other way.

    python -m training.shortened build/shortened.jsonl

Most pairs of ``training/pairs`` are labelled alike both ways round, and there a claim with more details mostly stands
beside one with other details. A model that learns from them alone finds that nothing follows from a sentence that tells
more ("The mayor took bribes from builders" and "The mayor took bribes"). So from sentences of ``training/pairs`` that
are affirmed, unhedged and compare nothing, details are left out by grammar (spaCy's parse): when, where, by whom, and
what is said beside a noun. Written as ``training/relation.py`` reads pairs (``--shortened``).
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from claims.cues import lexicon
from claims.language import parse
from settings import Settings
from training import pairs as ours

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SEED = 7
MOST = 9000
"""Sentences that something is left out of."""
_NOT_UPWARD = re.compile(
    r"\b(?:not?|never|none|nobody|nothing|neither|nor|without|hardly|barely|only|just|first|last|all|every|each|both|most|"
    r"least|fewer|less|more|than|half|few|if|unless|until|may|might|could|would|should|likely|allegedly|reportedly|"
    r"plans?|planned|fake|hoax|den(?:y|ies|ied)|refus\w+|fail\w*|stop\w*|except|but|whether|best|worst|largest|smallest|"
    r"biggest|youngest|oldest|record|too|enough|per ?cent|percent|average|any|ever)\b|n['’]t\b|[?%“”\"]",
    re.IGNORECASE,
)
"""Words under or beside which a detail less may be a claim more."""
_OF_PLACE_OR_TIME = lexicon("""
    in on at during since near across along outside inside around throughout from after before
    """)
_OF_NOUNS = lexicon("of from in at near for with on")
_TIMES = frozenset({"DATE", "TIME"})
_LEAST = 4
"""Words that are left."""


def shortened(doc: Doc, chance: random.Random) -> str | None:
    """Return a sentence with some of its details left out; ``None`` where there is none to leave out."""
    if len(list(doc.sents)) != 1 or _NOT_UPWARD.search(doc.text):
        return None
    root = next(doc.sents).root
    if root.pos_ != "VERB" or not any(child.dep_ in {"nsubj", "nsubjpass"} for child in root.children):
        return None
    parts = list(_parts(root))
    if not parts:
        return None
    gone = {token.i for part in chance.sample(parts, chance.randint(1, len(parts))) for token in part}
    kept = [token for token in doc if token.i not in gone]
    if sum(token.is_alpha for token in kept) < _LEAST:
        return None
    text = "".join(token.text_with_ws for token in kept)
    text = re.sub(r"\s*,(?:\s*,)+", ",", re.sub(r"\s+([,.;])", r"\1", text)).strip(" ,;")
    text = re.sub(r"[,;]+\.$", ".", re.sub(r"\s{2,}", " ", text))
    return text[:1].upper() + text[1:]


def _parts(root: Token) -> Iterator[list[Token]]:
    """Yield the details of a clause: when, where and by whom, and what is said beside its nouns."""
    for child in root.children:
        time = child.ent_type_ in _TIMES or any(grand.ent_type_ in _TIMES for grand in child.children)
        where = child.dep_ == "prep" and (child.lower_ in _OF_PLACE_OR_TIME or (child.lower_ == "for" and time))
        if where or child.dep_ == "agent" or (child.dep_ == "npadvmod" and time):
            yield _whole(child)
        elif child.dep_ in {"nsubj", "nsubjpass", "dobj"} and child.pos_ in {"NOUN", "PROPN"}:
            yield from _beside(child)


def _beside(noun: Token) -> Iterator[list[Token]]:
    for child in noun.children:
        after = child.i > noun.i
        comma = child.left_edge.i > 0 and child.doc[child.left_edge.i - 1].text == ","
        known = noun.pos_ == "PROPN" or any(each.lower_ == "the" for each in noun.children)
        if after and child.dep_ in {"relcl", "appos", "acl"} and comma:
            yield [child.doc[child.left_edge.i - 1], *_whole(child)]
        elif after and child.dep_ == "prep" and child.lower_ in _OF_NOUNS and known:
            yield _whole(child)


def _whole(token: Token) -> list[Token]:
    return list(token.doc[token.left_edge.i : token.right_edge.i + 1])


def made(chance: random.Random) -> Iterator[dict[str, str]]:
    """Yield pairs: the whole sentence, or one that says the same, with the shortened one, and the two turned round."""
    model = Settings().claims.spacy_model
    told: dict[str, list[str]] = {}
    for row in ours.rows("same"):
        if row["relation"] == "same" and not ours.kept_back(row):
            told.setdefault(row["left"], []).append(row["right"])
    for kind, name in (("numbers", "left"), ("news", "left"), ("stance", "passage")):
        told |= {row[name]: [] for row in ours.rows(kind) if not ours.kept_back(row)}
    sentences = sorted(told)
    chance.shuffle(sentences)
    count = 0
    for sentence in sentences:
        short = shortened(parse(sentence, model), chance)
        if short is None or short.rstrip(".") == sentence.rstrip("."):
            continue
        whole = chance.choice([sentence, *told[sentence]])
        yield {"premise": sentence, "hypothesis": short, "label": "entailment"}
        if whole != sentence:
            yield {"premise": whole, "hypothesis": short, "label": "entailment"}
        elif chance.random() < 0.5:
            yield {"premise": short, "hypothesis": sentence, "label": "neutral"}
        count += 1
        if count >= MOST:
            return


def main() -> None:
    """Write the pairs."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("path", type=Path)
    given = options.parse_args()
    given.path.parent.mkdir(parents=True, exist_ok=True)
    rows = list(made(random.Random(SEED)))
    with given.path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    print(f"{given.path}: {len(rows)} pairs", file=sys.stderr)


if __name__ == "__main__":
    main()
