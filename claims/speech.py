"""Quotation to speaker: which cue introduces, follows or breaks a quotation.

The cue stands after the quotation in its sentence (``"...," X said``), before it (``X said: "..."``), or in
the paragraph before, which ends in a colon. A quotation without its own cue goes on from the one before it
in its paragraph. Method: adjacency rules after O'Keefe et al. (2012) and the Gender Gap Tracker (Asr et al.
2021), on a dependency parse.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims import cues
from claims.frames import Frame, cue_of, noun_phrase, subject_of
from claims.quotation import Quotation
from claims.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REACH = 40
"""Tokens on either side of a quotation in which its cue is looked for (no clause is longer)."""

SCARE = 4
"""Words that a quotation has at most to be taken for scare quotes, a title or a nickname when no cue is near."""

CARRIED = 120
"""Code points after a paragraph's last quotation that may still be its cue, when the next paragraph goes on quoting."""

_STOPS = frozenset({".", "!", "?", ";", "…"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue near a quotation: its words, who it names, and the verb's token index."""

    cue: Span
    source: Span | None
    verb: int
    key: str


class Speech:
    """The quotations of one parsed text and the cues around them."""

    def __init__(self, doc: Doc, quotations: Sequence[Quotation], mask: bytearray, paragraphs: Sequence[Span]) -> None:
        self._doc = doc
        self._text: str = doc.text  # spaCy joins it anew at every look
        self._quotations = quotations
        self._mask = mask
        self._starts = [token.idx for token in doc]
        self._paragraphs = paragraphs
        self._paragraph_starts = [span.start for span in paragraphs]

    def frames(self) -> list[tuple[Quotation, Frame | None]]:
        """Return each quotation with its frame, or ``None`` where nothing near it attributes it.

        Quotations that one cue serves (``"A," she said. "B."``) share the frame: the later one is given the
        same cue and source.
        """
        found: list[tuple[Quotation, Frame | None]] = []
        for number, quotation in enumerate(self._quotations):
            cue = self._cue(number) or self._labelled(quotation) or self._carried(number, found)
            if cue is None:
                found.append((quotation, self._enclosed(quotation)))
            else:
                frame = Frame("quote", cue.key, cue.verb, cue.cue, cue.source, quotation.parts)
                found.append((quotation, frame))
        return found

    # ------------------------------------------------------------ where the cue stands

    def _cue(self, number: int) -> Cue | None:
        quotation = self._quotations[number]
        after, before = self._after(number), self._before(number)
        inner_end = quotation.parts[-1].end
        last = self._text[inner_end - 1 : inner_end]
        ends_sentence = last in ".…" and self._text[quotation.end : quotation.end + 1] != ","
        order = (self._cue_before, self._cue_after)
        if last in ",?!—–-" or self._text[quotation.end : quotation.end + 1] == ",":
            order = (self._cue_after, self._cue_before)
        for look in order:
            tokens = after if look == self._cue_after else before
            if look == self._cue_after and ends_sentence:
                continue
            cue = look(tokens)
            if cue is not None:
                return cue
        return self._colon_before(number)

    def _cue_after(self, tokens: Sequence[Token]) -> Cue | None:
        """Read ``, X said`` or ``, said X`` at the start of ``tokens``."""
        shown = [token for token in tokens if not token.is_space]
        while shown and (shown[0].is_punct or shown[0].is_quote):
            shown = shown[1:]
        if len(shown) >= 2 and shown[0].lower_ == "according" and shown[1].lower_ == "to":
            named = next((child for child in shown[1].children if child.dep_ == "pobj"), None)
            source = noun_phrase(named) if named is not None else self._text_span(shown[2:3])
            return Cue(Span(shown[0].idx, shown[1].idx + 2), source, shown[0].i, "according to")
        for place, token in enumerate(shown[:25]):
            if token.lower_ in {"and", "but", "which"} and place == 0:
                return None
            if not self._speaks(token):
                continue
            inverted = all(word.pos_ in {"ADV", "AUX"} for word in shown[:place])
            if inverted:
                source = self._named_after(token, shown[place + 1 :])
            else:
                source = self._named_before(token, shown[:place])
            if source is None and not inverted:
                continue
            return Cue(cue_of(token), source, token.i, token.lemma_.lower())
        return None

    def _cue_before(self, tokens: Sequence[Token]) -> Cue | None:
        """Read ``X said:`` or ``X called it`` at the end of ``tokens``: the nearest reporting verb."""
        for token in reversed(tokens):
            if not self._speaks(token):
                continue
            subject = subject_of(token)
            if subject is None or self._mask[subject.idx]:
                source = None
                if token.dep_ in {"relcl", "acl", "advcl"} or token.tag_ in {"VBG", "VBN"}:
                    continue
            else:
                source = noun_phrase(subject)
            return Cue(cue_of(token), source, token.i, token.lemma_.lower())
        return None

    def _colon_before(self, number: int) -> Cue | None:
        quotation = self._quotations[number]
        home = self._paragraph(quotation.start)
        lead = self._text[self._paragraphs[home].start : quotation.start].strip()
        if lead or home == 0:
            return None
        above = self._paragraphs[home - 1]
        if not above.of(self._text).endswith(":"):
            return None
        tokens = self._sentence_before(above.end, above.start)
        cue = self._cue_before(tokens)
        if cue is not None:
            return cue
        shown = [token for token in tokens if not token.is_punct and not token.is_space]
        if 1 <= len(shown) <= 6 and all(token.pos_ not in {"VERB", "AUX"} for token in shown):
            return Cue(Span(above.end - 1, above.end), self._text_span(shown), shown[-1].i, ":")
        return None

    def _labelled(self, quotation: Quotation) -> Cue | None:
        """Read ``Ann Lee: "..."``: a name and a colon before the quotation, and no verb."""
        tokens = [token for token in self._sentence_before(quotation.start, 0) if not token.is_space]
        if len(tokens) < 2 or tokens[-1].text != ":":
            return None
        run: list[Token] = []
        for token in reversed(tokens[:-1]):
            if token.pos_ not in {"PROPN", "NOUN", "ADJ", "DET", "CCONJ"} or len(run) > 6:
                break
            run.append(token)
        if not run or not any(token.pos_ == "PROPN" for token in run):
            return None
        colon = tokens[-1]
        return Cue(Span(colon.idx, colon.idx + 1), self._text_span(run[::-1]), colon.i, ":")

    def _enclosed(self, quotation: Quotation) -> Frame | None:
        """Read a cue that the quotation's own marks enclose: ``"..., as stated by X."``

        The content ends before it; :mod:`claims.attributions` flags it as contaminated.
        """
        part = quotation.parts[-1]
        first, last = self._token(part.start), self._token(part.end)
        window = [token for token in self._doc[max(first, last - REACH) : last] if not token.is_space]
        for place, token in enumerate(window):
            if token.text != "," or place + 2 >= len(window):
                continue
            rest = window[place + 1 :]
            cue = self._enclosed_cue(rest)
            if cue is not None and cue.source is not None and token.idx > part.start:
                content = (*quotation.parts[:-1], Span(part.start, token.idx))
                return Frame("contaminated", cue.key, cue.verb, cue.cue, cue.source, content)
        return None

    def _enclosed_cue(self, rest: Sequence[Token]) -> Cue | None:
        words = [token.lower_ for token in rest[:3]]
        if words[:2] == ["according", "to"]:
            return self._cue_after(rest)
        if words[0] == "as" and len(rest) > 3 and rest[1].lemma_.lower() in cues.QUOTING and words[2] == "by":
            named = next((child for child in rest[2].children if child.dep_ == "pobj"), None)
            source = self._text_span(_name_run(rest[3:])) if named is None else noun_phrase(named)
            return Cue(Span(rest[0].idx, rest[2].idx + 2), source, rest[1].i, rest[1].lemma_.lower())
        verb = next((token for token in rest[:6] if token.lemma_.lower() in {"say", "tell", "state"}), None)
        if verb is None or verb.tag_ not in {"VBD", "VBZ"}:
            return None
        named_first = [token for token in rest if token.i < verb.i]
        run = _name_run(named_first)
        if not any(token.pos_ == "PROPN" for token in run) or len(run) != len(named_first):
            return None
        return Cue(cue_of(verb), self._text_span(run), verb.i, verb.lemma_.lower())

    def _carried(self, number: int, found: Sequence[tuple[Quotation, Frame | None]]) -> Cue | None:
        """Go on from the quotation before in the paragraph, or from the subject of the sentence before."""
        quotation = self._quotations[number]
        home = self._paragraphs[self._paragraph(quotation.start)]
        if not _stands_alone(self._text, quotation):
            return self._governed(number)
        before, frame = found[-1] if found else (None, None)
        if before is not None and frame is not None and frame.source is not None and before.end > home.start:
            return Cue(frame.cue, frame.source, frame.verb, frame.key)
        if quotation.start == home.start:
            return self._carried_over(number, home, found)
        tokens = self._sentence_before(quotation.start, home.start)
        for token in tokens:
            if token.dep_ == "ROOT" and token.pos_ in {"VERB", "AUX"}:
                subject = subject_of(token)
                if subject is not None and (subject.ent_type_ in {"PERSON", "ORG"} or subject.lower_ in {"he", "she"}):
                    return Cue(cue_of(token), noun_phrase(subject), token.i, token.lemma_.lower())
        return None

    def _carried_over(self, number: int, home: Span, found: Sequence[tuple[Quotation, Frame | None]]) -> Cue | None:
        """Go on from the paragraph before, where that ends in a quotation or its cue."""
        if not found:
            return None
        before, frame = found[-1]
        place = self._paragraph(home.start)
        if frame is None or frame.source is None or place == 0:
            return None
        above = self._paragraphs[place - 1]
        tail = self._text[before.end : above.end]
        if before.end >= above.start and len(tail) <= CARRIED:
            return Cue(frame.cue, frame.source, frame.verb, frame.key)
        cue = self._cue_before(self._sentence_before(above.end, max(above.start, before.end)))
        return cue if cue is not None and cue.source is not None else None

    def _governed(self, number: int) -> Cue | None:
        """Take the nearest verb before a quoted clause, whatever it is: ``the mayor welcomed "..."``."""
        quotation = self._quotations[number]
        if sum(len(part.of(self._text).split()) for part in quotation.parts) <= SCARE:
            return None
        for token in reversed(self._before(number)):
            if token.pos_ == "VERB" and not self._mask[token.idx]:
                subject = subject_of(token)
                if subject is None or self._mask[subject.idx]:
                    continue
                return Cue(cue_of(token), noun_phrase(subject), token.i, token.lemma_.lower())
        return None

    # ------------------------------------------------------------ words around a quotation

    def _after(self, number: int) -> list[Token]:
        quotation = self._quotations[number]
        limit = self._paragraphs[self._paragraph(quotation.start)].end
        limit = max(limit, self._paragraphs[self._paragraph(max(quotation.end - 1, 0))].end)
        if number + 1 < len(self._quotations):
            limit = min(limit, self._quotations[number + 1].start)
        tokens: list[Token] = []
        for place in range(self._token(quotation.end), min(len(self._doc), self._token(quotation.end) + REACH)):
            token = self._doc[place]
            if token.idx >= limit:
                break
            tokens.append(token)
            if token.text in _STOPS:
                break
        return tokens

    def _before(self, number: int) -> list[Token]:
        quotation = self._quotations[number]
        home = self._paragraphs[self._paragraph(quotation.start)]
        last_end = self._quotations[number - 1].end if number else 0
        return self._sentence_before(quotation.start, max(home.start, last_end))

    def _sentence_before(self, end: int, floor: int) -> list[Token]:
        tokens: list[Token] = []
        place = self._token(end) - 1
        while place >= 0 and len(tokens) < REACH:
            token = self._doc[place]
            if token.idx < floor or (token.text in _STOPS and tokens):
                break
            if not (token.text in _STOPS and not tokens):
                tokens.append(token)
            place -= 1
        return tokens[::-1]

    def _token(self, offset: int) -> int:
        return bisect_left(self._starts, offset)

    def _paragraph(self, offset: int) -> int:
        return max(0, bisect_left(self._paragraph_starts, offset + 1) - 1)

    # ------------------------------------------------------------ verbs and names

    def _speaks(self, token: Token) -> bool:
        return (
            token.pos_ in {"VERB", "AUX", "NOUN", "ADJ", "PROPN"}
            and token.lemma_.lower() in cues.QUOTING
            and (token.pos_ == "VERB" or token.lower_ in {"says", "said", "tweeted", "wrote", "tells", "added"})
            and not self._mask[token.idx]
        )

    def _named_after(self, verb: Token, tokens: Sequence[Token]) -> Span | None:
        for child in verb.children:
            if child.i > verb.i and child.dep_ in {"nsubj", "dobj"} and not self._mask[child.idx]:
                return noun_phrase(child)
        run: list[Token] = []
        for token in tokens:
            if token.pos_ in {"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM"} or (run and token.tag_ in {"POS", "HYPH"}):
                run.append(token)
            else:
                break
        return self._text_span(run)

    def _named_before(self, verb: Token, tokens: Sequence[Token]) -> Span | None:
        subject = subject_of(verb)
        if subject is not None and not self._mask[subject.idx] and tokens and subject.i >= tokens[0].i:
            return noun_phrase(subject)
        run = [token for token in tokens if token.pos_ in {"PROPN", "PRON", "NOUN"}]
        if not run or len(tokens) > 15:
            return None
        return self._text_span(
            run[:1] if run[0].pos_ == "PRON" else [t for t in tokens if t.pos_ in {"PROPN", "NOUN"}][:4]
        )

    def _text_span(self, tokens: Sequence[Token]) -> Span | None:
        if not tokens:
            return None
        return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def _stands_alone(text: str, quotation: Quotation) -> bool:
    """Tell whether the quotation is a sentence or more by itself, not a few words inside another's."""
    inner = quotation.parts[-1].of(text).strip()
    return len(inner.split()) > SCARE and (inner[:1].isupper() or inner[:1] in "[…'‘$" or inner[:1].isdigit())


def _name_run(tokens: Sequence[Token]) -> list[Token]:
    run: list[Token] = []
    for token in tokens:
        if token.pos_ not in {"PROPN", "NOUN", "ADJ", "DET", "PRON", "NUM"}:
            break
        run.append(token)
    return run
