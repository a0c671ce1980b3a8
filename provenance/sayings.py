"""The quotations of a claim: in which words each outlet has them, and to whom it gives them.

Wordings that stand to each other as a part, or as words changed, are one quotation. Each is compared with those that
are known to be earlier; what changes what was said is a conflict, told once for each wording, with the earliest that it
departs from. How newspapers quote is none: cut openly, fitted into a sentence, translated anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations

from claims.records import (
    Attribution,
    Claim,
    Conflict,
    ConflictKind,
    Drift,
    Kind,
    Passage,
    Polarity,
    Quotation,
    SourceType,
    Span,
    Wording,
)
from provenance import turns
from provenance.beside import HIDEABLE, around, is_translated, other_occasion, said_on, told_beside
from provenance.drift import GRAVE, PLAIN
from provenance.moments import moment
from provenance.names import (
    Sameness,
    called_both,
    is_organisation_word,
    is_unnamed,
    same_organisation,
    same_person,
    speaks_for,
)
from provenance.outlets import OutletTable
from provenance.quoted import quoted_places, speech
from provenance.ways import CaseFile, paragraph, sentence
from provenance.wording import LEAST_JOINED, Comparison, Likeness, align, compare, compare_nearest, place_kept, whole_of
from provenance.wording import LEAST_WORDS as LEAST_SHARED
from provenance.words import Word, words

MOST_WORDINGS = 200
"""Distinct wordings that are compared each with each; a cluster with more is no longer one claim."""
LEAST_WORDS = 6
"""Words that a quotation has at least before who said it is compared: "no comment" is said by many."""
LEAST_ALIKE = 0.85
"""Share (0 to 1) of words that a changed quotation keeps at least where two speakers are named: below, two people said
something alike."""

MOST_OUTSIDE = 3
"""Code points of a quotation, its marks, that may stand outside of what is attributed inside it."""

Drifted = tuple[list[Conflict], list[Quotation]]
"""Conflicts of wording, and the quotations that have several wordings."""

_NAME = r"[A-Z][\w'’-]+(?: (?:(?:de|del|van|von|bin|al|el|la|le) )?[A-Z][\w'’-]+){1,3}"
_PRESENTED = (
    r", (?:who\b|aged \d|\d\d,|(?:the |an? |its )?(?:[\w-]+ ){0,2}(?:head|chief|director|mayor|chair\w*|manager) of\b)"
)


@dataclass(frozen=True, eq=False)
class Saying:
    """A quotation in one article: where it stands, its words, and who is said to have said it."""

    article: str
    place: Span
    text: str
    words: tuple[Word, ...]
    attribution: Attribution
    speaker: str | None
    type: SourceType
    around: str
    """The article's text near it, itself left out."""
    office: str | None
    """The organisation that the speaker is a spokesperson of, as the article says."""
    pieces: tuple[Span, ...] = ()
    """Its stretches: between them stand cues."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The words by which it is compared."""
        return tuple(word.key for word in self.words)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Its words in no order."""
        return frozenset(self.keys)

    @property
    def passage(self) -> Passage:
        """Where it stands."""
        return Passage(self.article, self.place.start, self.place.end)

    @property
    def fitted(self) -> bool:
        """Whether it is a part of a sentence of the article."""
        return self.attribution.kind is Kind.MIXED

    @cached_property
    def translated(self) -> bool:
        """Whether the article says that the words are a translation."""
        return is_translated(self.around)


@dataclass(frozen=True, slots=True)
class _Pair:
    """How two wordings stand to each other: ``one`` is the earlier; ``shorter``: the later has no more words."""

    one: Saying
    other: Saying
    comparison: Comparison
    drift: tuple[Drift, ...]
    shorter: bool

    @property
    def grave(self) -> bool:
        return not GRAVE.isdisjoint(self.drift)


def sayings(claims: Iterable[Claim], case: CaseFile) -> list[Saying]:
    """Return the words in quotation marks that belong to ``claims``: of a direct quotation as one, whatever cue breaks
    it; of words that are fitted into a sentence each marked piece."""
    return _distinct(_of_claims(claims, case), case)


def gather(claims: Sequence[Claim], linked: Sequence[Claim], case: CaseFile) -> tuple[list[Saying], set[Passage]]:
    """Return the quotations to compare, earliest first, and the places of those that belong to ``claims``.

    They are those of ``claims``, those of ``linked`` clusters, since a quotation that is turned round makes another
    claim, and what is quoted beside ``claims`` and is a claim of no cluster (an opinion, a wish, a question): what
    their speakers say, and what stands in their paragraphs.
    """
    heard = _of_claims(claims, case)
    every = [*heard, *_of_claims(linked, case)]
    own = [*heard]
    here: dict[str, list[Claim]] = {}
    for claim in claims:
        here.setdefault(claim.article, []).append(claim)
    for article, those in here.items():
        text = case.articles[article].text
        heard_here = {said.speaker for _, said in _of_claims(those, case) if said.speaker}
        placed = {claim.attribution for claim in case.claims_of.get(article, ()) if claim.supports}
        paragraphs = {paragraph(text, claim.span) for claim in those}
        own += [
            (article, said)
            for said in case.spoken.get(article, ())
            if said.id not in placed
            and (said.speaker in heard_here or any(part.overlaps(each) for part in paragraphs for each in said.content))
        ]
    quotes = sorted(_distinct([*every, *own], case), key=lambda quote: (*_when(quote.article, case), quote.place))
    return quotes, {quote.passage for quote in _distinct(own, case)}


def _of_claims(claims: Iterable[Claim], case: CaseFile) -> list[tuple[str, Attribution]]:
    found = ((claim.article, case.attributions.get(claim.attribution or "")) for claim in claims)
    return [(article, said) for article, said in found if said is not None]


def _distinct(attributed: Iterable[tuple[str, Attribution]], case: CaseFile) -> list[Saying]:
    found: dict[tuple[str, Span], Saying] = {}
    for article, attribution in attributed:
        for saying in _sayings(article, attribution, case):
            found.setdefault((saying.article, saying.place), saying)
    of: dict[str, list[Saying]] = {}
    for saying in found.values():
        of.setdefault(saying.article, []).append(saying)
    # What stands inside another quotation of the article is said with it.
    return [one for one in found.values() if not any(_in(one, other) for other in of[one.article])]


def _in(one: Saying, other: Saying) -> bool:
    return one.place != other.place and any(piece.holds(one.place) for piece in other.pieces)


def _sayings(article: str, attribution: Attribution, case: CaseFile) -> Iterator[Saying]:
    if attribution.polarity is Polarity.DENIES:
        return  # who denies something in its own words does not misquote it
    text = case.articles[article].text
    runs: list[list[Span]] = []
    for place in quoted_places(attribution, text):
        whole = attribution.kind is Kind.DIRECT and runs and "\n" not in text[runs[-1][-1].end : place.start]
        runs[-1].append(place) if whole else runs.append([place])
    for pieces in runs:
        said = tuple(words(text, pieces))
        if said:
            place = Span(pieces[0].start, pieces[-1].end)
            yield _saying(article, text, place, said, _innermost(attribution, pieces, case), tuple(pieces))


def _saying(
    article: str,
    text: str,
    place: Span,
    said: tuple[Word, ...],
    attribution: Attribution,
    pieces: tuple[Span, ...] = (),
) -> Saying:
    near = around(text, pieces or (place,))
    speaker, type = attribution.speaker, attribution.source_type
    if speaker and is_unnamed(speaker) and "anonymous" not in attribution.flags:
        holder = _holder(speaker, text)
        speaker, type = (holder, SourceType.PERSON) if holder else (speaker, type)
    if speaker and type is SourceType.ORGANISATION and _is_person(speaker, text):
        type = SourceType.PERSON
    office = speaks_for(speaker, text) if speaker and type is SourceType.PERSON else None
    return Saying(article, place, place.of(text), said, attribution, speaker, type, near, office, pieces)


def speaking(claim: Claim, case: CaseFile) -> Saying | None:
    """Return ``claim`` as what somebody says, in quotation marks or not; ``None`` where the article names nobody."""
    attribution = case.attributions.get(claim.attribution or "")
    if attribution is None or attribution.polarity is Polarity.QUESTIONS:
        return None
    said = _saying(claim.article, case.articles[claim.article].text, claim.span, (), attribution)
    return said if _named(said) else None


def _is_person(name: str, text: str) -> bool:
    """Tell whether ``text`` presents a two-word name as nobody presents an organisation: "Ada Lind, the head of"."""
    if not re.fullmatch(_NAME, name) or any(is_organisation_word(word) for word in name.split()):
        return False
    return re.search(rf"\b{re.escape(name)}{_PRESENTED}", text) is not None


@lru_cache(maxsize=1024)
def _holder(office: str, text: str) -> str | None:
    """Return who holds an ``office`` ("the harbour master") as ``text`` names that person; ``None`` if it names two."""
    words = re.sub(r"^(?:the|a|an) ", "", office.strip(), flags=re.IGNORECASE)
    title = rf"[{re.escape(words[0].upper() + words[0].lower())}]{re.escape(words[1:])}"
    found = [match["name"] for match in re.finditer(rf"\b{title} (?P<name>{_NAME})", text)]
    found += [match["name"] for match in re.finditer(rf"(?P<name>{_NAME}), (?:the |an? |its |their )?{title}\b", text)]
    fullest = max(found, key=len, default=None)
    return fullest if fullest and all(same_person(name, fullest) is Sameness.YES for name in found) else None


def _innermost(attribution: Attribution, pieces: Sequence[Span], case: CaseFile) -> Attribution:
    """Return whose words they are at last: the official, not the paper that quotes the official."""
    seen = {attribution.id}
    while True:
        inner = [
            child
            for child in case.children.get(attribution.id, ())
            if child.id not in seen
            and child.kind is not Kind.INDIRECT
            and all(any(content.overlaps(piece) for content in child.content) for piece in pieces)
        ]
        if len(inner) != 1 or _rest(inner[0], pieces) > MOST_OUTSIDE:
            return attribution
        attribution = inner[0]
        seen.add(attribution.id)


def _rest(attribution: Attribution, pieces: Sequence[Span]) -> int:
    """Return how many code points of ``pieces`` are not of what is attributed."""
    inside = sum(
        max(0, min(piece.end, content.end) - max(piece.start, content.start))
        for piece in pieces
        for content in attribution.content
    )
    return sum(piece.end - piece.start for piece in pieces) - inside


# ---------------------------------------------------------------- wordings


def wordings(quotes: Sequence[Saying], own: Set[Passage], case: CaseFile, outlets: OutletTable) -> Drifted:
    """Return the conflicts of wording among ``quotes``, earliest first, and every quotation that has two wordings; of
    pairs of which one at least is ``own``."""
    having: dict[tuple[str, ...], list[Saying]] = {}
    for quote in quotes:
        having.setdefault(quote.keys, []).append(quote)
    # Of wordings of one day that which most articles have comes first: the others depart from it.
    first = sorted(
        having.values(), key=lambda those: (_when(those[0].article, case)[:2], -len({q.article for q in those}))
    )
    distinct = [those[0] for those in first[:MOST_WORDINGS]]
    ours = {quote.keys for quote in quotes if quote.passage in own}
    pairs: dict[int, dict[int, _Pair]] = {}
    for (a, one), (b, other) in combinations(enumerate(distinct), 2):
        if one.keys not in ours and other.keys not in ours:
            continue
        if pair := _pair(one, other, having, case, outlets):
            pairs.setdefault(b, {})[a] = pair
    faithful = {b for b, earlier in pairs.items() if _departure(earlier) is None}
    candidates = [quote for n, quote in enumerate(distinct) if quote.keys in ours and n not in faithful]
    spliced = list(_splices(candidates, distinct, case, outlets))
    told = {conflict.b for conflict in spliced} | {conflict.a for conflict in spliced}
    found = [pair for earlier in pairs.values() if (pair := _departure(earlier)) is not None]
    found = [pair for pair in found if told.isdisjoint((pair.one.passage, pair.other.passage))]
    quotations = [_quotation(group, distinct, pairs, having, case) for group in _groups(len(distinct), pairs)]
    return [*(_told(pair, case) for pair in found), *spliced], quotations


def _told(pair: _Pair, case: CaseFile) -> Conflict:
    one, other = pair.one, pair.other
    values = one.text, other.text
    return Conflict(ConflictKind.WORDING, one.passage, other.passage, values, pair.drift, how(pair, case))


def _splices(
    candidates: Sequence[Saying], distinct: Sequence[Saying], case: CaseFile, outlets: OutletTable
) -> Iterator[Conflict]:
    """Yield a conflict for each quotation that is made of two which another article has apart."""
    candidates = [quote for quote in candidates if len(quote.words) >= 2 * LEAST_JOINED]
    articles = dict.fromkeys(quote.article for quote in distinct)
    if not candidates or len(articles) < 2:
        return
    quoted = {article: sayings(case.claims_of.get(article, ()), case) for article in articles}
    said = {article: frozenset().union(*(quote.vocabulary for quote in quotes)) for article, quotes in quoted.items()}
    for quote in candidates:
        for article, quotes in quoted.items():
            if article == quote.article or len(quote.vocabulary - said[article]) > 1:  # "and" may join the two
                continue
            by_same = (each for each in quotes if same_speaker(each, quote, case, outlets) is not Sameness.NO)
            whole = words(case.articles[article].text, _outermost(piece for each in by_same for piece in each.pieces))
            found = compare(quote.words, whole, fitted=False)
            if Drift.SPLICED in found.drift:
                yield _spliced(quote, article, whole, found, case)
                break


def _outermost(places: Iterable[Span]) -> list[Span]:
    """Return ``places`` in order, less those that begin inside another: words may be quoted whole and in part."""
    found: list[Span] = []
    for place in sorted(places, key=lambda place: (place.start, -place.end)):
        if not found or place.start >= found[-1].end:
            found.append(place)
    return found


def _spliced(quote: Saying, article: str, whole: Sequence[Word], found: Comparison, case: CaseFile) -> Conflict:
    kept = [stretch.old for stretch in align(quote.words, whole) if stretch.kept and stretch.old is not None]
    place = Span(kept[0].start, kept[-1].end)
    there = Passage(article, place.start, place.end), place.of(case.articles[article].text)
    here = quote.passage, quote.text
    (a, one), (b, other) = sorted((there, here), key=lambda side: _when(side[0].article, case))
    lost = " … ".join(change.old for change in found.changes)
    return Conflict(ConflictKind.WORDING, a, b, (one, other), found.drift, (f"‘{lost}’ stands between the two parts",))


def _when(article: str, case: CaseFile) -> tuple[bool, str, str]:
    when = moment(case.articles[article].published)
    return (when is None, when.last.isoformat() if when else "", article)


def _departure(earlier: Mapping[int, _Pair]) -> _Pair | None:
    """Return the earliest pair that tells how a wording departs; none where it is a part of another as it stands, or
    another translation of it."""
    if any((pair.shorter or Drift.TRANSLATED in pair.drift) and not pair.grave for pair in earlier.values()):
        return None
    return next((pair for _, pair in sorted(earlier.items()) if pair.grave), None)


def _pair(
    one: Saying, other: Saying, having: Mapping[tuple[str, ...], list[Saying]], case: CaseFile, outlets: OutletTable
) -> _Pair | None:
    printed = [{quote.article for quote in having[side.keys]} for side in (one, other)]
    if not printed[0].isdisjoint(printed[1]):
        return None  # an article that has both tells of two things that were said
    if same_speaker(one, other, case, outlets) is Sameness.NO:
        return None  # two people said something alike, or one quotation is given to two
    if len(one.vocabulary & other.vocabulary) < min(LEAST_SHARED, len(one.vocabulary), len(other.vocabulary)):
        return None
    shorter = len(other.words) <= len(one.words)
    short, long = (other, one) if shorter else (one, other)
    found = compare_nearest(short.words, long.words, fitted=one.fitted or other.fitted)
    if found.likeness is Likeness.UNLIKE:
        return None
    drift = set(found.drift)
    if not found.changes and not drift & HIDEABLE:
        drift = _judged(short, long, drift, case)
    if (
        not found.changes
        and drift & HIDEABLE
        and told_beside(case.articles[short.article].text, short.pieces, drift, found.removed)
    ):
        drift -= HIDEABLE
    if drift & GRAVE and other_occasion(
        *(said_on(case.articles[side.article].text, side.pieces) for side in (one, other))
    ):
        return None
    if not PLAIN & drift and drift & (GRAVE | {Drift.SLIGHT}) and (one.translated or other.translated):
        drift = (drift - GRAVE - {Drift.SLIGHT}) | {Drift.TRANSLATED}
    return _Pair(one, other, found, tuple(kind for kind in Drift if kind in drift), shorter)


def _judged(short: Saying, long: Saying, drift: set[Drift], case: CaseFile) -> set[Drift]:
    """Return ``drift`` with what the relation model makes of the cut."""
    place = None if short.fitted or len(short.words) < turns.LEAST_WORDS else place_kept(short.words, long.words)
    if place is None:
        return drift
    first, last = whole_of(long.words, *place)
    if last - first == len(short.words):
        return drift  # whole sentences
    text = case.articles[long.article].text
    whole = speech(text, Span(long.words[first].start, long.words[last - 1].end))
    part = speech(case.articles[short.article].text, short.place)
    (share,) = turns.follows([(whole, part)], case.relation)
    return drift | {Drift.TURNED} if share < turns.TURNED else drift


def how(pair: _Pair, case: CaseFile) -> tuple[str, ...]:
    """Return word by word what differs between two wordings."""
    dated = all(case.articles[side.article].published for side in (pair.one, pair.other))
    one, later = ("the earlier", "the later") if dated else ("the one", "the other")
    lines = []
    for change in pair.comparison.changes:
        first, second = (change.old, change.new) if pair.shorter else (change.new, change.old)
        if first and second:
            lines.append(f"‘{first}’ in {one}, ‘{second}’ in {later}")
        else:
            lines.append(f"‘{first or second}’ only in {one if first else later}")
    cut = pair.comparison.removed if not lines or Drift.CONDITION in pair.drift else ()
    lines += [f"‘{piece}’ only in {one if pair.shorter else later}" for piece in cut]
    return tuple(dict.fromkeys(lines))


def _groups(size: int, pairs: Mapping[int, Mapping[int, _Pair]]) -> list[list[int]]:
    """Return the wordings of each quotation that has two or more, earliest first."""
    group = list(range(size))
    for b in sorted(pairs):
        joined = {group[a] for a in pairs[b]} | {group[b]}
        group = [min(joined) if each in joined else each for each in group]
    members: dict[int, list[int]] = {}
    for place, first in enumerate(group):
        members.setdefault(first, []).append(place)
    return [each for each in members.values() if len(each) > 1]


def _quotation(
    group: Sequence[int],
    distinct: Sequence[Saying],
    pairs: Mapping[int, Mapping[int, _Pair]],
    having: Mapping[tuple[str, ...], list[Saying]],
    case: CaseFile,
) -> Quotation:
    found = []
    for place in group:
        earlier = pairs.get(place, {})
        pair = _departure(earlier) or next((pair for _, pair in sorted(earlier.items())), None)
        first = distinct[place]
        articles = tuple(dict.fromkeys(quote.article for quote in having[first.keys]))
        drift, told = (pair.drift, how(pair, case)) if pair else ((), ())
        found.append(Wording(first.passage, first.speaker, articles, drift, told))
    return Quotation(tuple(found))


# ---------------------------------------------------------------- speakers


def speakers(quotes: Sequence[Saying], own: Set[Passage], case: CaseFile, outlets: OutletTable) -> Iterator[Conflict]:
    """Yield a conflict for each two speakers to whom one quotation is given, one of which at least is ``own``."""
    distinct: dict[tuple[tuple[str, ...], str | None], Saying] = {}
    for quote in quotes:
        if _named(quote) and len(quote.words) >= LEAST_WORDS:
            distinct.setdefault((quote.keys, quote.speaker), quote)
    for one, other in combinations(list(distinct.values())[:MOST_WORDINGS], 2):
        if own.isdisjoint((one.passage, other.passage)):
            continue
        if one.article == other.article or same_speaker(one, other, case, outlets) is not Sameness.NO:
            continue
        short, long = sorted((one, other), key=lambda quote: len(quote.words))
        found = compare(short.words, long.words)
        if Drift.NEGATION in found.drift:
            continue  # the one answers the other
        if _names(one, other.speaker, case) or _names(other, one.speaker, case):
            continue
        if found.likeness is not Likeness.UNLIKE and (not found.changes or found.similarity >= LEAST_ALIKE):
            names = (one.speaker or "", other.speaker or "")
            yield Conflict(ConflictKind.SPEAKER, one.passage, other.passage, names)


def _names(quote: Saying, other: str | None, case: CaseFile) -> bool:
    """Tell whether the sentence that quotes names the ``other`` speaker and not the one that was read out of it."""
    text = case.articles[quote.article].text
    around = sentence(text, quote.place)
    beside = f"{text[around.start : quote.place.start]} {text[quote.place.end : around.end]}"
    return _last(other) in beside and _last(quote.speaker) not in beside


def _last(name: str | None) -> str:
    return (name or "").split()[-1]


def same_speaker(one: Saying, other: Saying, case: CaseFile, outlets: OutletTable) -> Sameness:
    """Tell whether two quotations are given to one speaker; an organisation and a person may be one speaking for it."""
    left, right = one.speaker, other.speaker
    if left is None or right is None or not (_named(one) and _named(other)):
        return Sameness.MAYBE
    ours, theirs = case.decided.get((one.article, left)), case.decided.get((other.article, right))
    if ours is not None and theirs is not None:
        if ours.source == theirs.source:
            return Sameness.YES
        if theirs.source in ours.apart:
            return Sameness.NO
    if outlets.same(left, right):
        return Sameness.YES
    if any(called_both(left, right, case.articles[side.article].text) for side in (one, other)):
        return Sameness.MAYBE
    if one.type is not other.type:
        return Sameness.MAYBE
    if one.type is SourceType.ORGANISATION:
        return same_organisation(left, right)
    same = same_person(left, right)
    # A spokesman reads out what the minister says.
    return Sameness.MAYBE if same is Sameness.NO and (one.office or other.office) else same


def _named(saying: Saying) -> bool:
    if saying.speaker is None or "anonymous" in saying.attribution.flags:
        return False
    return saying.type in (SourceType.PERSON, SourceType.ORGANISATION) and not is_unnamed(saying.speaker)
