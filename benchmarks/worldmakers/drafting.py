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
    after:following about:regarding begin:start began:started several:a_number_of help:assist often:frequently
    buy:purchase bought:purchased shows:indicates show:indicate large:big small:little also:in_addition because:since
    need:require needs:requires needed:required asked:requested built:constructed made:produced quickly:rapidly
    usually:normally major:significant main:principal district:area town:community road:street house:home
    got:received children:youngsters money:cash plans:schemes across:throughout around:round among:amid
    though:although new:fresh due:set stood:waited moved:shifted given:handed taken:brought strong:stiff
    beside:next_to old:ageing young:younger closed:shut open:running rest:remainder reach:get_to
"""
_SAFE = dict(pair.replace("_", " ").split(":") for pair in _SWAPS.split())


def reworded_words(text: str, rng: random.Random, share: float) -> str:
    """Return ``text`` with words outside quotation marks replaced by others of the same meaning."""
    pieces = re.split(r"(“[^”]*”|\"[^\"]*\"|‘[^’]*’)", text)

    def swap(match: re.Match[str]) -> str:
        word = match[0]
        other = _SAFE.get(word)
        return other if other is not None and rng.random() < share else word

    return "".join(
        piece if n % 2 else re.sub(r"(?<![\w-])[a-z]+(?![\w-])", swap, piece) for n, piece in enumerate(pieces)
    )


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
        if line.others:
            body[p][n] = replace(rng.choice(line.others), core=line.core)
        elif not line.core and rng.random() < 0.6:
            dropped.add((p, n))
        else:
            text = reworded_words(line.text, rng, 0.9)
            left += line.size - sum(a != b for a, b in zip(text.split(), line.text.split(), strict=False))
            body[p][n] = replace(line, text=text)
        left -= line.size
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
