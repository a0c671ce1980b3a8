"""What a trail comes to: stances, flags, the earliest appearance, a few plain sentences built from its facts alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.records import (
    Appearance,
    Article,
    Claim,
    Cluster,
    Conflict,
    ConflictKind,
    EdgeKind,
    FirstAppearance,
    Origin,
    SourceType,
    Stance,
    Stances,
    Trail,
)
from provenance.moments import in_words, moment
from provenance.names import content_words
from provenance.ways import CaseFile

_CORRECTION = re.compile(
    r"^\W*(?:correction|corrected|clarification|retraction|editor['’]s note|update)\b\s*(?:[:—–(-]|to this)"
    r"|\b(?:this|the) (?:article|story|report|headline|post) (?:has been|was|is) "
    r"(?:corrected|amended|retracted|withdrawn)"
    r"|\b(?:an? )?(?:earlier|previous|original) versions? of this (?:article|story|report|headline)",
    re.IGNORECASE,
)
_CORRECTED_TITLE = re.compile(r"^\W*(?:correction|corrected|retraction|retracted|clarification)\b", re.IGNORECASE)
_COMMON_WORDS = """
    this that article story report earlier version correction corrected said have been were with from than which their
    after about will would they
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_EDGE_PARAGRAPHS = 3
_SHARED_WORDS = 2
_SHARED_PART = 0.4
"""Share of a claim's telling words that a correction repeats if it is about that claim and not its neighbour."""
_WORDS = "no one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = _WORDS.split()
_LISTED = 3


def count_stances(appearances: Sequence[Appearance]) -> Stances:
    """Count articles by stance. One that says it in its own voice supports it, whatever denials it quotes beside."""
    taken: dict[str, set[Stance]] = {}
    for appearance in appearances:
        taken.setdefault(appearance.article, set()).add(appearance.stance)
    supports = sum(Stance.SUPPORTS in stances for stances in taken.values())
    denies = sum(Stance.SUPPORTS not in stances and Stance.DENIES in stances for stances in taken.values())
    return Stances(supports=supports, denies=denies, reports=len(taken) - supports - denies)


def find_flags(
    appearances: Sequence[Appearance],
    origins: Sequence[Origin],
    conflicts: Sequence[Conflict],
    case: CaseFile,
    circular: bool,
) -> tuple[str, ...]:
    """Return the flags of a trail, in a fixed order."""
    found = {
        "circular": circular,
        "anonymous_only": bool(origins) and all(origin.anonymous for origin in origins),
        "conflict": bool(conflicts),
        "denied": any(appearance.stance is Stance.DENIES for appearance in appearances),
        "corrected": any(is_corrected(case.claims[a.claim], case.articles[a.article]) for a in appearances),
    }
    return tuple(flag for flag, holds in found.items() if holds)


def is_corrected(claim: Claim, article: Article) -> bool:
    """Tell whether ``article`` says of itself, in its title, head or foot, that it corrects what ``claim`` says."""
    if article.title and _CORRECTED_TITLE.search(article.title):
        return True
    paragraphs = [line for line in article.text.split("\n") if line.strip()]
    edges = dict.fromkeys([*paragraphs[:_EDGE_PARAGRAPHS], *paragraphs[-_EDGE_PARAGRAPHS:]])
    for paragraph in edges:
        if not _CORRECTION.search(paragraph):
            continue
        if claim.text in paragraph or (_CORRECTED_TITLE.search(paragraph) and paragraph is paragraphs[0]):
            return True
        told = _telling(claim.text)
        shared = len(_telling(paragraph) & told)
        if shared >= _SHARED_WORDS and shared >= _SHARED_PART * len(told):
            return True
    return False


def _telling(text: str) -> set[str]:
    return {word for word in content_words(text) if len(word) > 3 or word.isdigit()} - _COMMON


def first_appearance(cluster: Cluster, appearances: Sequence[Appearance], case: CaseFile) -> FirstAppearance | None:
    """Return the earliest dated appearance; where none is dated, the representative with no date."""
    if not appearances:
        return None
    undated = {a.article for a in appearances if moment(case.articles[a.article].published) is None}
    # Appearances come earliest first, undated last.
    first = appearances[0]
    if first.article in undated:
        first = next(a for a in appearances if a.claim == cluster.representative)
    published = None if first.article in undated else case.articles[first.article].published
    return FirstAppearance(first.claim, first.article, first.outlet, published, len(undated))


def summarise(trail: Trail) -> Trail:
    """Return ``trail`` with its summary."""
    return replace(trail, summary=" ".join(_sentences(trail)))


def _sentences(trail: Trail) -> Iterator[str]:
    yield _who_says(trail)
    if trail.articles > trail.stances.denies:
        yield from _origins(trail)
        yield from _copies(trail)
    if "circular" in trail.flags:
        yield "Some outlets only cite each other, and nothing leads out of that circle."
    if trail.stances.denies and trail.stances.denies < trail.articles:
        yield f"{_count(trail.stances.denies, 'article')} {_verb(trail.stances.denies, 'denies', 'deny')} it."
    elif "denied" in trail.flags and not trail.stances.denies:
        yield "A denial is reported beside it."
    yield from _conflicts(trail)
    if "corrected" in trail.flags:
        yield "An article says itself that it was corrected."
    yield from _first(trail)


def _who_says(trail: Trail) -> str:
    said = trail.articles - trail.stances.denies
    if not said:
        return (
            f"{_count(trail.articles, 'article')} {_verb(trail.articles, 'mentions', 'mention')} this only to deny it."
        )
    supporting = {a.article for a in trail.appearances if a.stance is Stance.SUPPORTS}
    denying = {a.article for a in trail.appearances if a.stance is Stance.DENIES} - supporting
    outlet_of = {a.article: a.outlet for a in trail.appearances if a.article not in denying}
    outlets = {outlet for outlet in outlet_of.values() if outlet is not None}
    unknown = sum(outlet is None for outlet in outlet_of.values())
    words = _count(said, "article")
    if len(outlets) == said:
        words = _count(len(outlets), "outlet")
    elif not unknown:
        words += f" of {_count(len(outlets), 'outlet', lower=True)}"
    sentence = f"{words} {_verb(said, 'reports', 'report')} this"
    if unknown == said:
        return f"{sentence}; which outlets, this archive does not know."
    if unknown:
        return f"{sentence}; the outlet of {_count(unknown, 'article', lower=True)} is not known."
    return f"{sentence}."


def _origins(trail: Trail) -> Iterator[str]:
    origins, lost = len(trail.origins), trail.cannot_tell
    subject = "It" if trail.articles - trail.stances.denies == 1 else "All"
    if origins == 1:
        whole = {c for o in trail.origins for c in o.appearances}
        reached = {a.article for a in trail.appearances if a.claim in whole}
        saying = {a.article for a in trail.appearances if a.stance is not Stance.DENIES}
        name = _origin(trail.origins[0], trail)
        if reached == saying:
            yield f"{subject} {_verb(len(saying), 'traces', 'trace')} to {name}."
        else:
            yield f"{_count(len(reached), 'article')} {_verb(len(reached), 'traces', 'trace')} to {name}."
    elif origins:
        listed = [_origin(origin, trail) for origin in trail.origins[:_LISTED]]
        if origins > _LISTED:
            listed.append(f"{_NUMBERS[more] if (more := origins - _LISTED) < len(_NUMBERS) else more} more")
        stand = _verb(origins, "stands", "stand")
        yield f"{_count(origins, 'independent origin')} {stand} behind it: {_list(listed)}."
    elif not lost and "circular" not in trail.flags:
        yield "No origin was found."
    elif not origins and lost:
        yield "No origin is named."
    if "anonymous_only" in trail.flags:
        yield "Nobody is named." if origins > 1 else "The origin is unnamed."
    if lost:
        further = "further origin" if origins else "origin"
        yield f"Whether there {_verb(lost, 'is', 'are')} {_count(lost, further, lower=True)} this archive cannot tell."


def _origin(origin: Origin, trail: Trail) -> str:
    if origin.type is SourceType.OUTLET:
        return f"{origin.name}'s own report"
    via = sorted({
        end.removeprefix("outlet:")
        for edge in trail.edges
        if f"origin:{origin.id}" in (edge.from_, edge.to) and edge.rule != "possibly_the_same"
        for end in (edge.from_, edge.to)
        if end.startswith("outlet:")
    })  # fmt: skip
    name = f"an unnamed source (“{origin.name}”)" if origin.anonymous else origin.name
    return f"{name}, by way of {_list(via)}" if 0 < len(via) <= _LISTED else name


def _copies(trail: Trail) -> Iterator[str]:
    copies = {edge.from_ for edge in trail.edges if edge.kind is EdgeKind.COPIES}
    if copies:
        number = len(copies)
        yield f"{_count(number, 'article')} {_verb(number, 'repeats', 'repeat')} another's wording."


def _conflicts(trail: Trail) -> Iterator[str]:
    words = {
        ConflictKind.NUMBER: "Figures differ",
        ConflictKind.DATE: "Dates differ",
        ConflictKind.WORDING: "A quotation is worded differently",
        ConflictKind.SPEAKER: "One quotation is given to different speakers",
        ConflictKind.CONTRADICTION: "One speaker is quoted with the contrary",
    }
    for kind, sentence in words.items():
        found = [conflict for conflict in trail.conflicts if conflict.what is kind]
        if found and kind in (ConflictKind.WORDING, ConflictKind.CONTRADICTION):
            yield f"{sentence} from one article to another."
        elif found:
            values = list(dict.fromkeys(value for conflict in found for value in conflict.values))
            yield f"{sentence}: {_list(values[:_LISTED])}{' and others' if len(values) > _LISTED else ''}."


def _first(trail: Trail) -> Iterator[str]:
    first = trail.first_appearance
    if first is None:
        return
    if first.published is None:
        yield "When it first appeared this archive cannot tell: no article is dated."
        return
    where = f" in {first.outlet}" if first.outlet else ""
    undated = ""
    if first.undated:
        undated = f"; {_count(first.undated, 'article', lower=True)} without a date may be earlier"
    yield f"The earliest known appearance is of {in_words(first.published)}{where}{undated}."


def _count(number: int, noun: str, lower: bool = False) -> str:
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    text = f"{word} {noun if number == 1 else noun + 's'}"
    return text if lower else text[:1].upper() + text[1:]


def _verb(number: int, one: str, many: str) -> str:
    return one if number == 1 else many


def _list(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
