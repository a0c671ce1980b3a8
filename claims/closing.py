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
from claims.frames import FINITE, Frame, cue_of
from claims.newsrooms import is_called_outlet
from claims.records import Span
from claims.rules import Draft

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SAYING = lexicon("""
    say tell report confirm announce claim reveal write state warn add disclose find conclude allege argue contend
    maintain
    """)
_SAYS = lexicon("says said reports reported writes wrote")
_SHOWING = lexicon("show say suggest state reveal indicate")
"""What letters and figures do."""
_PERFECT = lexicon("has have had")
_SHOWN = lexicon("show shows showed suggest suggests")
_CONCLUDING = lexicon("conclude suggest find show reveal indicate say report")
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
_MARKS = '“”"‘'
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
        if (midway := _midway(words)) is not None:
            yield midway
            continue
        for verb, first, last, comma in (*_closings(words), *_inverted(words)):
            if any(mark in text[words[first - 1].idx : place.end] for mark in _MARKS) or place.of(text)[0] in _MARKS:
                continue
            said = Span(place.start, words[comma].idx)
            source = Span(words[first].idx, words[last].idx + len(words[last]))
            if any(span.overlaps(said) and not said.holds(span) and not span.holds(said) for span in held):
                continue
            frame = Frame("closing", verb.lemma_.lower(), verb.i, cue_of(verb), source, (said,))
            start, end = min(words[first].idx, verb.idx), max(words[last].idx + len(words[last]), verb.idx + len(verb))
            yield Draft(frame, WEIGHT), Span(start, end)
            break


def _closings(words: Sequence[Token]) -> Iterator[tuple[Token, int, int, int]]:
    """Yield a verb that may close the sentence, the first and the last word of who says it, and the comma before."""
    for place in range(len(words) - 1, _LEAST, -1):
        verb = words[place]
        if not _may_say(words, place) or not _is_aside(words[place + 1 :]):
            continue
        end = place - (words[place - 1].lower_ in _PERFECT)
        for comma in range(end - 1, max(_LEAST, end - _LONG) - 1, -1):
            if words[comma].text == "," and _is_said(words[:comma]) and _goes_on(words[comma + 1 : end], verb):
                last = end - 2 if words[end - 1].text == "," else end - 1
                yield verb, comma + 1, last, comma
                break


def _midway(words: Sequence[Token]) -> tuple[Draft, Span] | None:
    """Read "The speaker, two people in the room said, walked out.", "The dean, says the Herald, will resign.": who says
    it stands between subject and verb."""
    commas = [n for n, token in enumerate(words) if token.text == ","][:2]
    if len(commas) < 2 or commas[1] + 1 >= len(words) or any(token.text in _MARKS for token in words):
        return None
    before, between, after = words[: commas[0]], words[commas[0] + 1 : commas[1]], words[commas[1] + 1 :]
    inverted = bool(between) and between[0].lower_ in _SAYS  # "The dean, says the Herald, will resign"
    between = [*between[1:], between[0]] if inverted else between
    verb = between[-1] if between else None
    if verb is None or verb.tag_ not in FINITE or verb.lemma_.lower() not in _SAYING or after[0].tag_ not in FINITE:
        return None
    named = between[:-1]
    told = not any(token.tag_ in FINITE for token in (*before, *named)) and bool(before)
    if not told or not named or named[0].pos_ not in _OPENS or named[0].lower_ in _NO_SPEAKER:
        return None
    last = next((token for token in reversed(after) if token.is_alpha or token.like_num), after[-1])
    content = (Span(before[0].idx, before[-1].idx + len(before[-1])), Span(after[0].idx, last.idx + len(last)))
    source = Span(named[0].idx, named[-1].idx + len(named[-1]))
    frame = Frame("closing", verb.lemma_.lower(), verb.i, cue_of(verb), source, content)
    return Draft(frame, WEIGHT), Span(before[0].idx, verb.idx + len(verb))


def _inverted(words: Sequence[Token]) -> Iterator[tuple[Token, int, int, int]]:
    """Yield what :func:`_closings` does where a document's verb stands before it: "..., concludes a report out on
    Monday."."""
    for place in range(len(words) - 3, _LEAST, -1):
        verb, after = words[place], words[place + 1 :]
        shown = verb.lower_ in _SHOWN and after[0].pos_ == "NOUN"  # "show data obtained by the Herald"
        concluding = verb.lemma_.lower() in _CONCLUDING and verb.tag_ in FINITE
        if words[place - 1].text != "," or not (shown or concluding):
            continue
        last = max((n for n, token in enumerate(after) if token.is_alpha), default=0)
        named = (shown or after[0].lower_ in _SOME | {"the"}) and not any(token.tag_ in FINITE for token in after)
        if named and _is_said(words[: place - 1]):
            yield verb, place + 1, place + 1 + last, place - 1


def _may_say(words: Sequence[Token], place: int) -> bool:
    """Tell whether a word may be a verb of saying; the last of a sentence is one where the tagger saw a noun too."""
    verb = words[place]
    bare = verb.tag_ == "VBN" and not any(child.dep_ in {"aux", "auxpass"} for child in verb.children)
    if verb.tag_ in FINITE or bare or (verb.tag_ == "VBN" and words[place - 1].lower_ in _PERFECT):
        return verb.lemma_.lower() in _SAYING | _SHOWING
    return verb.lower_ in _SHOWN and not any(token.is_alpha for token in words[place + 1 :])


def _is_aside(after: Sequence[Token]) -> bool:
    """Tell whether what follows a verb only says to whom, where, when or citing what, to the sentence's end."""
    cut = next((n for n, token in enumerate(after) if token.lower_ in CITING | _ON_TERMS), len(after))
    told = after[:cut]
    if sum(token.is_alpha for token in told) > _ASIDE or any(token.text in {";", ":"} for token in told):
        return False
    return not any(
        token.tag_ in FINITE or token.lower_ in _RELATIVE or (token.lower_ == "to" and token.pos_ == "PART")
        for token in told
    )


def _goes_on(words: Sequence[Token], verb: Token) -> bool:
    """Tell whether words name a speaker and go on about them, or are an outlet's name that grammar may not know."""
    if len(words) < 2 or words[0].pos_ not in _OPENS or words[0].lower_ in _NO_SPEAKER:
        return False
    texts = [token.text for token in words]
    terms = next((n for n, token in enumerate(words[1:], 1) if token.lower_ in _ON_TERMS and texts[n - 1] == ","), None)
    if terms is not None:  # "an official, speaking on condition of anonymity, told"
        return texts[-1] == "," and "," not in texts[: terms - 1] and _is_noun(words[: terms - 1])
    relative = next((n for n, token in enumerate(words) if token.lower_ in _RELATIVE), None)
    if relative is not None:
        named = words[:relative]
        return "," not in texts[:relative] and _is_noun(named) and any(t.tag_ in FINITE for t in words[relative:])
    done = next((n for n, token in enumerate(words) if n and token.tag_ in {"VBN", "VBD"}), None)
    if done is not None:
        more = [n for n, token in enumerate(words) if n != done and token.tag_ in FINITE]
        alone = all(words[n].tag_ == "VBD" and texts[n - 1] == "and" for n in more)  # "obtained by X and shared with Y"
        leads = any(token.pos_ in {"ADP", "ADV"} or token.ent_type_ == "DATE" for token in words[done + 1 : done + 2])
        named = words[: done - (words[done - 1].pos_ == "ADV")]
        return "," not in texts and alone and leads and _is_noun(named)
    if any(token.tag_ in FINITE for token in words):
        return False
    if verb.lemma_ == "tell" and words[0].lower_ in _SOME and _is_noun(words):
        return True
    if verb.lower_ in _SHOWN and words[0].pos_ == "NOUN" and "," not in texts and _is_noun(words):
        return True  # "figures in the board's yearly report show"
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
    return any(token.tag_ in FINITE for token in words)
