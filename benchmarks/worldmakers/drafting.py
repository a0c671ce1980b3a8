"""Articles in the making: sentences that know what they state, so that edits keep the truth; and copying with edits."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

Paragraphs = tuple[tuple["Line", ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence. ``claims`` are names of the planted claims that it states; ``labels`` what it stands for in a
    difference, with the text of the value if it is one. ``others`` are the same thing in other words."""

    text: str
    claims: tuple[str, ...] = ()
    labels: tuple[tuple[str, str | None], ...] = ()
    others: tuple[Line, ...] = ()
    core: bool = False
    """What the article is about: an edit never drops it."""
    furniture: bool = False
    """Bylines, adverts and the like: a copy has its own."""
    credit: bool = False

    @property
    def size(self) -> int:
        """Words."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before it has an id. ``dateline`` stands before the first sentence of ``body``."""

    outlet: str | None
    title: str
    body: Paragraphs
    url: str | None = None
    author: str | None = None
    published: str | None = None
    dateline: str = ""
    head: tuple[Line, ...] = ()
    foot: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """The article's text."""
        paragraphs = [" ".join(line.text for line in paragraph) for paragraph in self.body if paragraph]
        if self.dateline and paragraphs:
            paragraphs[0] = f"{self.dateline} {paragraphs[0]}"
        return "\n\n".join([*(line.text for line in self.head), *paragraphs, *(line.text for line in self.foot)])

    @property
    def lines(self) -> tuple[Line, ...]:
        """All sentences."""
        return (*self.head, *(line for paragraph in self.body for line in paragraph), *self.foot)


_SWAPS = """
    across:throughout after:following also:in_addition among:amid around:round asked:requested because:since
    began:started begin:start begins:starts beside:next_to bought:purchased break:interrupt brought:carried
    built:constructed but:yet buy:purchase carried:bore children:youngsters cleared:emptied closed:shut
    covers:meets debate:discuss debated:discussed district:area earlier:previous evening:night every:each
    everybody:everyone feel:notice filled:packed fought:contested found:discovered founded:set_up gave:offered
    goods:wares got:received handed:passed heavily:deeply help:assist higher:greater imposed:introduced
    increased:raised kept:stayed large:big largest:biggest library:reading_room main:principal major:significant
    many:plenty_of money:cash most:nearly_all moved:shifted need:require needed:required needs:requires
    never:at_no_time new:fresh next:coming nobody:no_one noise:racket nothing:not_a_thing often:frequently
    old:ageing opened:set_up other:further owes:is_indebted paid:spent parents:families parts:components
    planned:intended plans:schemes put:placed queued:lined_up quickly:rapidly radio:wireless reach:get_to
    rents:housing_costs repairs:mending rest:remainder returned:answered risen:gone_up road:street sailed:plied
    sales:trade sent:dispatched several:various shops:stores show:indicate shows:indicates similar:comparable
    small:little sold:marketed soup:broth stay:remain stayed:remained stopped:suspended streets:roads strong:stiff
    sudden:abrupt talked:spoken tested:tried theatre:playhouse though:although town:community traffic:movement
    twice:two_times unease:disquiet usually:normally volunteers:helpers waited:stayed_put wants:demands
    warned:cautioned watched:followed weather:conditions wood:timber wreck:hulk young:younger
"""
_SAFE = dict(pair.replace("_", " ").split(":") for pair in _SWAPS.split())


_BEFORE = ("Meanwhile", "At the same time", "By all accounts", "For now", "So far", "In any case", "Besides")


def reworded(text: str, rng: random.Random) -> str:
    """Return ``text`` with what stands outside quotation marks reworded: other words, a word put before it."""
    pieces = re.split(r"(“[^”]*”|\"[^\"]*\"|‘[^’]*’)", text)

    def swap(match: re.Match[str]) -> str:
        return _SAFE.get(match[0], match[0]) if rng.random() < 0.9 else match[0]

    for n in range(0, len(pieces), 2):
        pieces[n] = re.sub(r"(?<![\w-])[a-z]+(?![\w-])", swap, pieces[n])
    found = "".join(pieces)
    opening = re.match(r"(?:The|A|An|In|Two|It|There|They|Those|Many|All|Work|People) ", found)
    if opening and len(pieces) == 1 and rng.random() < 0.5:
        found = f"{rng.choice(_BEFORE)}, {found[:1].lower()}{found[1:]}"
    return found


def _kept(before: str, after: str) -> float:
    """The share of the words of ``before`` that ``after`` has in its order."""
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity(before.split(), after.split()) / max(1, len(before.split()))


def copied(
    draft: Draft, rng: random.Random, share: float, *, title: str, keeps: Callable[[Line], bool] = lambda line: False
) -> Draft:
    """Return ``draft`` made over: about ``share`` (0 to 0.6) of its words dropped, reworded or replaced, some moved.

    Head, foot and dateline are the new outlet's business and left out; lines that ``keeps`` names stay as they are.
    """
    body = [list(paragraph) for paragraph in draft.body]
    total = sum(line.size for paragraph in body for line in paragraph)
    left = share * total
    places = [(p, n) for p, paragraph in enumerate(body) for n, _ in enumerate(paragraph)]
    rng.shuffle(places)
    dropped: set[tuple[int, int]] = set()
    for p, n in places:
        line = body[p][n]
        if left <= 0.25 * line.size or keeps(line):
            continue
        if line.others and rng.random() < 0.7:
            body[p][n] = replace(rng.choice(line.others), core=line.core)
            left -= line.size
        elif not line.core and rng.random() < 0.4:
            dropped.add((p, n))
            left -= line.size
        else:
            body[p][n] = replace(line, text=reworded(line.text, rng))
            left -= line.size * (1 - _kept(line.text, body[p][n].text))
    kept = [[line for n, line in enumerate(paragraph) if (p, n) not in dropped] for p, paragraph in enumerate(body)]
    kept = [paragraph for paragraph in kept if paragraph]
    if len(kept) > 3 and share > 0.1 and rng.random() < 0.5:
        moved = kept.pop(rng.randrange(2, len(kept)))
        kept.insert(rng.randrange(1, len(kept)), moved)
    return Draft(None, title, tuple(map(tuple, kept)))


def sentence(text: str) -> str:
    """Return ``text`` with a capital at its start and a full stop at its end."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", ".”", "?”", ".’", "!”", '."', '?"')) else f"{text}."


def paragraphs(lines: Sequence[Line], rng: random.Random) -> Paragraphs:
    """Return ``lines`` in paragraphs of one to three sentences, the first by itself."""
    found: list[tuple[Line, ...]] = [(lines[0],)] if lines else []
    rest = list(lines[1:])
    while rest:
        count = rng.choice((1, 1, 2, 2, 3))
        found.append(tuple(rest[:count]))
        rest = rest[count:]
    return tuple(found)
