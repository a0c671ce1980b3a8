"""Who copied whom: articles that share their wording.

Two articles are compared by their shingles, all runs of :data:`WORDS` words (Broder, "On the resemblance and
containment of documents", 1997). MinHash with locality-sensitive hashing (datasketch) proposes pairs, the exact
shared shingles decide. Shingles inside quotation marks do not count: two outlets that print one speech or one press
release share words without copying each other. A passage is indexed once, under the first article that had it, so
a thousand copies cost a thousand comparisons and not a million.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from claims.records import Article, Copy, Span
from provenance.credits import Credit, byline, find_credits
from provenance.moments import Moment, moment
from provenance.outlets import OutletTable
from provenance.rules import UNDIRECTED, Rule
from settings import Provenance

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WORDS = 8
"""Words in a shingle."""
_PLAIN = 2
"""A shingle with at most so many words inside quotation marks counts as the article's own wording."""
_PERMUTATIONS = 128
"""MinHash values per article, each a band of its own: a short brief inside a long article is still proposed."""

_FOOT = 0.7
"""Share of a text after which an imprint, an advert or a line on the author may stand."""
_OF_KIN = {
    Rule.SAME_BYLINE: {Rule.PUBLISHED_LATER: Rule.SAME_BYLINE, Rule.SHARED_WORDING: Rule.SAME_BYLINE_UNDATED},
    Rule.SAME_OWNER: {Rule.PUBLISHED_LATER: Rule.SAME_OWNER, Rule.SHARED_WORDING: Rule.SAME_OWNER_UNDATED},
}
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_QUOTED = re.compile(
    r"“[^”\n]{1,2000}(?:”|$|(?=\n))|\"[^\"\n]{1,2000}(?:\"|$|(?=\n))|«[^»\n]{1,2000}»"
    r"|(?<!\w)[‘'](?=\w)[^\n]{1,1000}?[\w.,!?…][’'](?!\w)"
)


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two articles have word for word in common.

    ``rule``: ``shared_wording`` (one is a copy), ``shared_quotes`` (only what somebody said), ``too_little``.
    ``left`` and ``right`` (0 to 1) are the shares of each one's shingles that the other has.
    """

    rule: str
    shingles: int
    left: float
    right: float


@dataclass(frozen=True, slots=True, eq=False)
class _Print:
    """An article as shingle hashes: in the order of the text, and as sorted sets of all and of its own wording."""

    article: Article
    published: Moment | None
    credits: tuple[Credit, ...]
    order: NDArray[np.uint64]
    words: tuple[tuple[int, int], ...]
    all: NDArray[np.uint64]
    own: NDArray[np.uint64]


class CopyIndex:
    """Compares each article with all that were added before it."""

    def __init__(self, outlets: OutletTable | None = None, settings: Provenance | None = None) -> None:
        from datasketch import MinHashLSH

        self._outlets = OutletTable.load() if outlets is None else outlets
        self._settings = Provenance() if settings is None else settings
        self._prints: dict[str, _Print] = {}
        self._lsh = MinHashLSH(num_perm=_PERMUTATIONS, params=(_PERMUTATIONS, 1))

    def add(self, article: Article) -> list[Copy]:
        """Take in ``article`` and return the copies among it and those before it. A known id gives none."""
        import numpy as np

        if article.id in self._prints:
            return []
        new = _fingerprint(article, self._outlets)
        found: list[Copy] = []
        unseen = new.own
        if len(new.own):
            for id in sorted(self._lsh.query(_minhash(new.own))):
                old = self._prints[id]
                if _overlap(new, old, self._settings).rule == Rule.SHARED_WORDING:
                    found.append(self._copy(new, old))
                elif kin := self._kin(new, old):
                    found.append(self._copy(new, old, kin))
                unseen = np.setdiff1d(unseen, old.own, assume_unique=True)
        self._prints[article.id] = new
        if len(unseen) >= self._settings.copy_shingles:
            self._lsh.insert(article.id, _minhash(unseen), check_duplication=False)
        return found

    def _kin(self, one: _Print, two: _Print) -> Rule | None:
        """Return what links two articles of different outlets that share less wording than a copy has by itself."""
        left, right = one.article, two.article
        if left.outlet is None or right.outlet is None or self._outlets.same(left.outlet, right.outlet):
            return None
        owners = [found.owner if (found := self._outlets.find(name)) else None for name in (left.outlet, right.outlet)]
        author = byline(left, self._outlets)
        rule = Rule.SAME_OWNER if owners[0] is not None and owners[0] == owners[1] else None
        rule = Rule.SAME_BYLINE if author is not None and author == byline(right, self._outlets) else rule
        shared = _common(one.own, two.own)
        most = max(_part(shared, len(one.own)), _part(shared, len(two.own)))
        if rule is None or shared < self._settings.kin_shingles or most < self._settings.kin_share:
            return None
        return None if _at_the_foot(one, two) or _at_the_foot(two, one) else rule

    def _copy(self, one: _Print, two: _Print, kin: Rule | None = None) -> Copy:
        """The copy that one of two articles with shared wording is of the other, and how it is known which."""
        copy, of, rule = _direction(one, two, self._outlets)
        if kin is not None and rule in _OF_KIN[kin]:
            rule = _OF_KIN[kin][rule]
        place = _longest_run(copy, of)
        shared = _share(copy.all, of.all)
        return Copy(
            copy.article.id, of.article.id, round(shared, 4), rule not in UNDIRECTED, rule, place.start, place.end
        )


def find_copies(
    articles: Iterable[Article], outlets: OutletTable | None = None, settings: Provenance | None = None
) -> list[Copy]:
    """Return the copies among ``articles``; their order makes no difference."""
    index = CopyIndex(outlets, settings)
    return [copy for article in sorted(articles, key=_age) for copy in index.add(article)]


def compare(left: Article, right: Article, settings: Provenance | None = None) -> Overlap:
    """Return what two articles share, and what that amounts to."""
    return _overlap(_shingled(left), _shingled(right), Provenance() if settings is None else settings)


def _age(article: Article) -> tuple[bool, str, str]:
    """Sorts by date, undated last, then by id."""
    when = moment(article.published)
    return (when is None, when.last.isoformat() if when else "", article.id)


def _fingerprint(article: Article, outlets: OutletTable) -> _Print:
    return replace(_shingled(article), credits=tuple(find_credits(article, outlets)))


def _shingled(article: Article) -> _Print:
    import numpy as np

    text = article.text
    words = tuple(match.span() for match in _WORD.finditer(text))
    quoted = np.zeros(len(text) + 1, dtype=np.int64)
    for match in _QUOTED.finditer(text):
        quoted[match.start() : match.end()] = 1
    hashes = np.fromiter((zlib.crc32(text[s:e].casefold().encode()) for s, e in words), np.uint64, len(words))
    count = max(0, len(words) - WORDS + 1)
    order = np.zeros(count, dtype=np.uint64)
    inside = np.zeros(count, dtype=np.int64)
    marks = np.fromiter((quoted[s] for s, _ in words), np.int64, len(words))
    for place in range(WORDS):
        order = order * np.uint64(0x9E3779B97F4A7C15) + hashes[place : place + count]
        inside += marks[place : place + count]
    order ^= order >> np.uint64(31)
    own = np.unique(order[inside <= _PLAIN])
    return _Print(article, moment(article.published), (), order, words, np.unique(order), own)


def _minhash(shingles: NDArray[np.uint64]) -> Any:
    from datasketch import MinHash

    # The hashes are made already; datasketch works on 32 bits of them.
    minhash = MinHash(num_perm=_PERMUTATIONS, hashfunc=int)
    minhash.update_batch([int(value) & 0xFFFFFFFF for value in shingles])
    return minhash


def _overlap(left: _Print, right: _Print, settings: Provenance) -> Overlap:
    shared = _common(left.own, right.own)
    most = max(_part(shared, len(left.own)), _part(shared, len(right.own)))
    shares = _share(left.all, right.all), _share(right.all, left.all)
    if shared >= settings.copy_shingles and most >= settings.copy_share:
        return Overlap(Rule.SHARED_WORDING, shared, *shares)
    everything = _common(left.all, right.all)
    quotes = everything >= settings.copy_shingles and everything >= 2 * shared
    return Overlap("shared_quotes" if quotes else "too_little", shared, *shares)


def _common(left: NDArray[np.uint64], right: NDArray[np.uint64]) -> int:
    import numpy as np

    return len(np.intersect1d(left, right, assume_unique=True))


def _share(part: NDArray[np.uint64], whole: NDArray[np.uint64]) -> float:
    return _part(_common(part, whole), len(part))


def _part(count: int, whole: int) -> float:
    return count / whole if whole else 0.0


def _direction(one: _Print, two: _Print, outlets: OutletTable) -> tuple[_Print, _Print, Rule]:
    """Who copies whom: a credit that names the other's outlet proves it, else the later one copies."""
    credited = [_credits(copy, of, outlets) for copy, of in ((one, two), (two, one))]
    if credited == [True, False]:
        return one, two, Rule.CREDITS_OUTLET
    if credited == [False, True]:
        return two, one, Rule.CREDITS_OUTLET
    if one.published and two.published:
        if one.published.before(two.published):
            return two, one, Rule.PUBLISHED_LATER
        if two.published.before(one.published):
            return one, two, Rule.PUBLISHED_LATER
    # Nobody can tell: the one with more of its words in the other is named first, to be the same at every run.
    pair = sorted((one, two), key=lambda each: (len(each.all), each.article.id))
    return pair[0], pair[1], Rule.SHARED_WORDING


def _at_the_foot(one: _Print, other: _Print) -> bool:
    """Tell whether the longest passage of ``one`` that stands in ``other`` is in the last part of its text."""
    return _longest_run(one, other).start > _FOOT * len(one.article.text)


def _credits(copy: _Print, of: _Print, outlets: OutletTable) -> bool:
    name, author = of.article.outlet, copy.article.author
    if name is None or (copy.article.outlet is not None and outlets.same(copy.article.outlet, name)):
        return False
    outlets = outlets.knowing([name])
    credited = [credit.outlet for credit in copy.credits if credit.whole] + ([author] if author else [])
    return any(outlets.same(each, name) for each in credited)


def _longest_run(copy: _Print, of: _Print) -> Span:
    """The longest passage of ``copy`` that stands in ``of`` word for word."""
    import numpy as np

    shared = np.isin(copy.order, of.all)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], shared.astype(np.int8), [0]))))
    starts, ends = edges[::2], edges[1::2]
    longest = int(np.argmax(ends - starts))
    return Span(copy.words[int(starts[longest])][0], copy.words[int(ends[longest]) + WORDS - 2][1])
