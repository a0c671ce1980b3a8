"""Where an article has the words of a quotation, or nearly: in somebody's speech, or anywhere in its text.

An article is read once for all quotations of a draft. Wordings are laid side by side where most of their words run
together (:func:`provenance.wording.nearest`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import pairwise

from claims.records import Attribution, Drift, Extraction, Kind, Span
from provenance.cuts import Lost, lost_around, lost_inside
from provenance.wording import SHARED, Change, Comparison, Likeness, compare, in_other_order, nearest, places, whole_of
from provenance.words import Word, in_print, words

BEGINNING = 5
"""Letters of a longer word that are looked for in a text before its words are compared: spelling differs after them."""

FEW = 4
"""Longer words; of a quotation with fewer every word is looked for."""

LEAST_RUN = 4
"""Words in one piece from which a piece of a quotation is taken to come from a place of its own."""

COVERED = 0.85
"""Share (0 to 1) of a quotation that such pieces must make up for it to be called put together from them."""

MOST_PIECES = 4

MOST_LEFT_OUT = 120
"""Words that an open gap ("...") may leave out: more, and the pieces are of two speeches."""

CAPITALISED = re.compile(r"(?<![\w'’])[A-Z][\w-]*[^\W_]")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article that are a quotation's, or nearly.

    ``lost`` are words beside them, inside ``span``, that the quotation's meaning hangs on, and ``drift`` what is lost
    with them. ``pieces``: it was put together from these, which stand apart. ``whole``: the sentences of which it is a
    part.
    """

    span: Span
    attribution: Attribution | None
    comparison: Comparison
    lost: str | None = None
    pieces: tuple[str, ...] = ()
    drift: Drift | None = None
    whole: Span | None = None

    @property
    def verbatim(self) -> bool:
        """Every word stands there, in order, nothing silently left out between."""
        return self.comparison.likeness in (Likeness.SAME, Likeness.PART) and not self.comparison.changes


class _Stream:
    """Words in a row with the attributions that they are of. They are read with the first quotation that may be there:
    most speeches of an archive are never laid beside one."""

    def __init__(self, texts: Iterable[str], read: Callable[[], tuple[list[Word], list[Attribution | None]]]) -> None:
        self.plain = "\n".join(texts).casefold()
        self._read = read

    def may_hold(self, wanted: Sequence[Word]) -> bool:
        """Tell whether enough of ``wanted`` are here for more to be worth a look: cheap, and over-inclusive."""
        return sum(self._has(word) for word in wanted) >= SHARED * len(wanted)

    def _has(self, word: Word) -> bool:
        return word.text[:BEGINNING].casefold() in self.plain or word.key[:BEGINNING] in self.plain

    @cached_property
    def _told(self) -> tuple[list[Word], list[Attribution | None]]:
        return self._read()

    @property
    def said(self) -> list[Word]:
        """The words."""
        return self._told[0]

    @property
    def of(self) -> list[Attribution | None]:
        """Of each word, the attribution that it is of."""
        return self._told[1]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where in ``said`` each word stands."""
        return places(self.said)


class ReadArticle:
    """An article made ready to be compared with many quotations."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.article = extraction.article

    def passages(self, quoted: Sequence[Word]) -> Iterator[Passage]:
        """Yield where the words stand: in the speech of each who says them; failing that, anywhere in the text."""
        # Most articles are done with here.
        wanted = [word for word in quoted if len(word.text) >= BEGINNING]
        wanted = list(quoted) if len(wanted) < FEW else wanted
        if not quoted or not self.whole.may_hold(wanted):
            return
        speeches = [speech for speech in self.speeches if speech.may_hold(wanted)]
        found: list[Passage] = []
        for speech in speeches:
            passage = self._best(quoted, speech)
            if passage is not None:
                found.append(passage)
        yield from found
        closest = max((passage.comparison.similarity for passage in found), default=0.0)
        if closest >= COVERED:
            return
        plain = self._best(quoted, self.whole)
        if plain is not None and (plain.verbatim or plain.comparison.similarity > closest + 0.05):
            yield plain
            closest = plain.comparison.similarity
        if closest < COVERED:
            for stream in (*speeches, self.whole):
                passage = self._put_together(quoted, stream)
                if passage is not None:
                    yield passage
                    return

    @cached_property
    def speeches(self) -> list[_Stream]:
        """What each speaker says in quotation marks, one attribution after the other."""
        by_speaker: dict[str, list[Attribution]] = {}
        for each in self.extraction.attributions:
            if each.kind is not Kind.INDIRECT and each.content:
                by_speaker.setdefault(each.speaker or each.id, []).append(each)
        return [self._speech(some) for some in by_speaker.values()]

    @cached_property
    def names(self) -> set[str]:
        """The words of the text that stand somewhere with a capital, in small letters."""
        return {word.casefold() for word in CAPITALISED.findall(self.article.text)}

    @cached_property
    def whole(self) -> _Stream:
        """The whole text."""
        return _Stream([self.article.text], self._all)

    def _all(self) -> tuple[list[Word], list[Attribution | None]]:
        said = words(self.article.text)
        of: list[Attribution | None] = [None] * len(said)
        starts = [word.start for word in said]
        # The shortest last: it is the innermost.
        known = [(each, part) for each in self.extraction.attributions for part in each.content]
        for each, part in sorted(known, key=lambda pair: pair[1].start - pair[1].end):
            for place in range(bisect_left(starts, part.start), bisect_left(starts, part.end)):
                of[place] = each
        return said, of

    def _speech(self, attributions: Sequence[Attribution]) -> _Stream:
        texts = (part.of(self.article.text) for each in attributions for part in each.content)
        return _Stream(texts, partial(self._said_in, attributions))

    def _said_in(self, attributions: Sequence[Attribution]) -> tuple[list[Word], list[Attribution | None]]:
        said: list[Word] = []
        of: list[Attribution | None] = []
        for each in sorted(attributions, key=lambda one: one.content[0]):
            if said and each.content[0].start < said[-1].end:
                continue  # nested in the one before
            first = said[-1].sentence + 1 if said else 0
            own = words(self.article.text, each.content, first)
            said += own
            of += [each] * len(own)
        return said, of

    def _best(self, quoted: Sequence[Word], stream: _Stream) -> Passage | None:
        pieces = _openly(quoted, stream)
        if pieces is not None:
            gaps = [(one[1], two[0]) for one, two in pairwise(pieces)]
            likeness = Likeness.PART if any(start < stop for start, stop in gaps) else Likeness.SAME
            return self._passage(stream, pieces[0][0], pieces[-1][1], Comparison(likeness, 1.0), gaps)
        window = nearest(quoted, stream.said, stream.places)
        if window is None:
            return None
        comparison = compare(quoted, stream.said[slice(*window)])
        if comparison.likeness is Likeness.UNLIKE:
            return None
        return self._passage(stream, *window, comparison)

    def _passage(
        self, stream: _Stream, first: int, last: int, comparison: Comparison, gaps: Sequence[tuple[int, int]] = ()
    ) -> Passage:
        said = stream.said
        whose = Counter(each.id if each else "" for each in stream.of[first:last]).most_common(1)[0][0]
        attribution = next((each for each in stream.of[first:last] if each is not None and each.id == whose), None)
        start, stop = whole_of(said, first, last)
        cut = (start, stop) != (first, last) or any(one < two for one, two in gaps)
        whole = Span(said[start].start, said[stop - 1].end) if cut else None
        lost = _lost_in(gaps, said) or lost_around(said, first, last)
        if lost is not None:
            first, last = min(first, lost.start), max(last, lost.stop)
        return Passage(
            Span(said[first].start, said[last - 1].end),
            attribution,
            comparison,
            None if lost is None else in_print(said[lost.start : lost.stop]),
            drift=None if lost is None else lost.drift,
            whole=whole,
        )

    def _put_together(self, quoted: Sequence[Word], stream: _Stream) -> Passage | None:
        """Return the quotation as one that is made of pieces which stand apart, if it is."""
        runs = _runs(quoted, stream)
        covered = sum(length for _, _, length in runs)
        if not 2 <= len(runs) <= MOST_PIECES or covered < COVERED * len(quoted):
            return None
        said = stream.said
        first, last = min(place for _, place, _ in runs), max(place + length for _, place, length in runs)
        attribution = stream.of[max(runs, key=lambda run: run[2])[1]]
        span = Span(said[first].start, said[last - 1].end)
        gaps = [(one[1] + one[2], two[1]) for one, two in pairwise(runs)]
        similarity = covered / len(quoted)
        if covered == len(quoted) and all(0 <= stop - start <= MOST_LEFT_OUT for start, stop in gaps):
            changes = tuple(Change(in_print(said[start:stop]), "") for start, stop in gaps if start < stop)
            lost = _lost_in(gaps, said)
            told = None if lost is None else in_print(said[lost.start : lost.stop])
            drift = None if lost is None else lost.drift
            return Passage(span, attribution, Comparison(Likeness.ALTERED, similarity, changes), told, drift=drift)
        if in_other_order(quoted, said):
            return Passage(span, attribution, Comparison(Likeness.PART, 1.0))
        pieces = tuple(in_print(said[place : place + length]) for _, place, length in runs)
        comparison = Comparison(Likeness.ALTERED, similarity, (Change("", in_print(quoted)),))
        return Passage(span, attribution, comparison, None, pieces)


def _lost_in(gaps: Iterable[tuple[int, int]], said: Sequence[Word]) -> Lost | None:
    found = (lost_inside(said, start, stop) for start, stop in gaps)
    return next((lost for lost in found if lost is not None), None)


def _openly(quoted: Sequence[Word], stream: _Stream) -> list[tuple[int, int]] | None:
    """Return where the quotation stands: unbroken, or in pieces, one soon after the other, where it shows its gaps."""
    pieces: list[list[str]] = [[]]
    for word in quoted:
        if word.after_gap and pieces[-1]:
            pieces.append([])
        pieces[-1].append(word.key)
    if any(key not in stream.places for piece in pieces for key in piece):
        return None
    for start in _exactly(pieces[0], stream):
        places = [(start, start + len(pieces[0]))]
        for piece in pieces[1:]:
            end = places[-1][1]
            following = next((place for place in _exactly(piece, stream) if end <= place <= end + MOST_LEFT_OUT), None)
            if following is None:
                break
            places.append((following, following + len(piece)))
        if len(places) == len(pieces):
            return places
    return None


def _exactly(keys: Sequence[str], stream: _Stream) -> Iterator[int]:
    rarest = min(range(len(keys)), key=lambda n: len(stream.places[keys[n]]))
    for place in stream.places[keys[rarest]]:
        start = place - rarest
        if start >= 0 and [word.key for word in stream.said[start : start + len(keys)]] == keys:
            yield start


def _runs(quoted: Sequence[Word], stream: _Stream) -> list[tuple[int, int, int]]:
    """Return the pieces of ``quoted`` that stand in ``stream`` unbroken: where in either, and how many words."""
    runs: list[tuple[int, int, int]] = []
    n = 0
    while n < len(quoted):
        best = (n, 0, 0)
        for place in stream.places.get(quoted[n].key, ()):
            length = 1
            while (
                n + length < len(quoted)
                and place + length < len(stream.said)
                and quoted[n + length].key == stream.said[place + length].key
            ):
                length += 1
            if length > best[2]:
                best = (n, place, length)
        if best[2] >= LEAST_RUN:
            runs.append(best)
            n += best[2]
        else:
            n += 1
    return runs
