"""Who closes a sentence by having said it, in words that grammar gets wrong: "..., a clerk who was there told the
Herald.", "..., letters seen by the Herald show.", "..., its spokesman, Ivo Rask, confirmed to the Herald."

A clause, a participle or a name stands between the speaker and the verb there. The parser takes the verb for that of
the relative clause, and the tagger some earlier word for the speaker.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from claims.afterwards import WEIGHT, whole_sentences
from claims.carriers import is_outlet
from claims.cues import CITING, lexicon
from claims.frames import Frame, cue_of
from claims.newsrooms import is_called_outlet
from claims.records import Span
from claims.rules import Draft

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SAYING = lexicon("say tell report confirm announce claim reveal write state warn add disclose find conclude")
_SHOWING = lexicon("show say suggest state reveal indicate")
"""What letters and figures do."""
_SHOWN = lexicon("show shows showed suggest suggests")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = lexicon("who that which whose")
_OPENS = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"})
_NO_SPEAKER = _RELATIVE | lexicon("he she it they we i you this these those what where when nobody none there")
_DEPENDENT = lexicon("""
    after although as because before despite if once since though unless until when whenever where whereas whether while
    asked told speaking citing quoting
    """)
"""With one of these at its head, what stands before the comma is no sentence of its own."""
_SOME = lexicon("a an another one two three several some")
_ON_TERMS = lexicon("asking speaking requesting insisting")
"""What comes after these is how somebody wished to be quoted."""
_ASIDE = 12
"""Words that may follow the verb: whom somebody told, where and when."""
_LONG = 40
"""Words from the comma to the verb."""
_LEAST = 4
"""Words of what is said."""


def said_after(doc: Doc, taken: Iterable[Span]) -> Iterator[tuple[Draft, Span]]:
    """Yield an attribution for each sentence that such words close, with the place of those words.

    ``taken`` are contents that are attributed already: what one of them cuts across is left to it.
    """
    text, held = doc.text, list(taken)
    for sentence, place in whole_sentences(doc):
        words = [token for token in sentence if not token.is_space]
        if any(mark in place.of(text) for mark in '“”"'):
            continue
        for verb, first, last in _closings(words):
            said = Span(place.start, words[first - 1].idx)
            source = Span(words[first].idx, words[last].idx + len(words[last]))
            if any(span.overlaps(said) and not said.holds(span) and not span.holds(said) for span in held):
                continue
            frame = Frame("closing", verb.lemma_.lower(), verb.i, cue_of(verb), source, (said,))
            yield Draft(frame, WEIGHT), Span(words[first].idx, verb.idx + len(verb))
            break


def _closings(words: Sequence[Token]) -> Iterator[tuple[Token, int, int]]:
    """Yield a verb that may close the sentence, with the first and the last word of who says it."""
    for place in range(len(words) - 1, _LEAST, -1):
        verb = words[place]
        if not _may_say(words, place) or not _is_aside(words[place + 1 :]):
            continue
        for comma in range(place - 1, max(_LEAST, place - _LONG) - 1, -1):
            if words[comma].text == "," and _is_said(words[:comma]) and _goes_on(words[comma + 1 : place], verb):
                last = place - 2 if words[place - 1].text == "," else place - 1
                yield verb, comma + 1, last
                break


def _may_say(words: Sequence[Token], place: int) -> bool:
    """Tell whether a word may be a verb of saying; the last of a sentence is one where the tagger saw a noun too."""
    verb = words[place]
    bare = verb.tag_ == "VBN" and not any(child.dep_ in {"aux", "auxpass"} for child in verb.children)
    if verb.tag_ in _FINITE or bare:
        return verb.lemma_.lower() in _SAYING | _SHOWING
    return verb.lower_ in _SHOWN and not any(token.is_alpha for token in words[place + 1 :])


def _is_aside(after: Sequence[Token]) -> bool:
    """Tell whether what follows a verb only says to whom, where, when or citing what, to the sentence's end."""
    cut = next((n for n, token in enumerate(after) if token.lower_ in CITING | _ON_TERMS), len(after))
    told = after[:cut]
    if sum(token.is_alpha for token in told) > _ASIDE or any(token.text in {";", ":"} for token in told):
        return False
    return not any(
        token.tag_ in _FINITE or token.lower_ in _RELATIVE or (token.lower_ == "to" and token.pos_ == "PART")
        for token in told
    )


def _goes_on(words: Sequence[Token], verb: Token) -> bool:
    """Tell whether words name a speaker and go on about them, or are an outlet's name that grammar may not know."""
    if len(words) < 2 or words[0].pos_ not in _OPENS or words[0].lower_ in _NO_SPEAKER:
        return False
    texts = [token.text for token in words]
    relative = next((n for n, token in enumerate(words) if token.lower_ in _RELATIVE), None)
    if relative is not None:
        named = words[:relative]
        return "," not in texts[:relative] and _is_noun(named) and any(t.tag_ in _FINITE for t in words[relative:])
    done = next((n for n, token in enumerate(words) if n and token.tag_ in {"VBN", "VBD"}), None)
    if done is not None:
        alone = not any(token.tag_ in _FINITE for n, token in enumerate(words) if n != done)
        leads = any(token.pos_ in {"ADP", "ADV"} for token in words[done + 1 : done + 2])
        return "," not in texts and alone and leads and _is_noun(words[:done])
    if any(token.tag_ in _FINITE for token in words):
        return False
    if verb.lemma_ == "tell" and words[0].lower_ in _SOME and _is_noun(words):
        return True
    name = " ".join(texts[texts[0] == "the" :])
    return (texts[-1] == "," and _is_beside(words[:-1])) or is_outlet(f"the {name}") or is_called_outlet(name)


def _is_noun(words: Sequence[Token]) -> bool:
    return bool(words) and words[-1].pos_ in {"NOUN", "PROPN"}


def _is_beside(words: Sequence[Token]) -> bool:
    """Tell whether a description and a name stand beside each other: "its spokesman, Ivo Rask"."""
    comma = next((n for n, token in enumerate(words) if token.text == ","), None)
    if comma is None or comma in {0, len(words) - 1} or words[comma - 1].pos_ != "NOUN":
        return False
    return all(token.text[:1].isupper() for token in words[comma + 1 :][:2])


def _is_said(words: Sequence[Token]) -> bool:
    """Tell whether words are a sentence of their own: they have a finite verb, and no word makes them depend."""
    if len(words) < _LEAST or words[0].lower_ in _DEPENDENT or words[0].tag_ in {"VBG", "VBN"}:
        return False
    return any(token.tag_ in _FINITE for token in words)
