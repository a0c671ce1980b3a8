"""One claim in two articles, said by a pilot whose words are quoted, and checked before; all by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from claims.errors import NotFound
from claims.records import (
    Appearance,
    Article,
    Attribution,
    Claim,
    Conflict,
    ConflictKind,
    FactCheck,
    FactCheckMatch,
    FirstAppearance,
    Kind,
    Origin,
    Passage,
    Polarity,
    Relation,
    SourceType,
    Span,
    Stance,
    Stances,
    Trail,
)
from provenance.export import export
from provenance.exports.archived import Archived

TEXT = (
    "Vorn — “ein Schiff” 🚢 sank.\n"
    "“The tug 𝕊𝕥𝕖𝕝𝕝𝕒 sank at noon,” the pilot Ruta Halm said. “Nobody drowned.”\n"
    "The harbour office called it “a small mishap”."
)
SENTENCE = "“The tug 𝕊𝕥𝕖𝕝𝕝𝕒 sank at noon,” the pilot Ruta Halm said."


def article(id: str, url: str | None, outlet: str | None, published: str | None, text: str = TEXT) -> Article:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(id, url, outlet, f"Title of {id}", "Ada Lind", published, None, None, None, sha256, text)


def span(words: str, text: str = TEXT) -> Span:
    """The one place of ``words`` in ``text``."""
    assert text.count(words) == 1
    start = text.index(words)
    return Span(start, start + len(words))


def attribution(
    id: str,
    kind: Kind,
    *content: Span,
    speaker: str | None = "Ruta Halm",
    source_type: SourceType = SourceType.PERSON,
    parent: str | None = None,
) -> Attribution:
    return Attribution(id, kind, content, None, None, speaker, source_type, (), parent, Polarity.ASSERTS, 0.9, ())


def claim(id: str, article: str, attribution: str | None, place: Span, text: str = TEXT) -> Claim:
    words = place.of(text)
    return Claim(id, article, place.start, place.end, words, words, attribution, 0.5, (), (), False)


ARTICLES = {
    "a1": article("a1", "https://vorn-times.example/tug", "Vorn Times", "2031-02-03"),
    "a2": article("a2", None, None, None),
}
HALM = attribution("said-a1", Kind.DIRECT, span("The tug 𝕊𝕥𝕖𝕝𝕝𝕒 sank at noon"), span("Nobody drowned."))
CLAIMS = {
    "claim-a1": claim("claim-a1", "a1", "said-a1", span(SENTENCE)),
    "claim-a2": claim("claim-a2", "a2", None, span(SENTENCE)),
}
CHECK = FactCheck(
    "f1",
    "The tug Stella sank at noon",
    "Vorn Times",
    "2031-02-03",
    "False",
    "Harbour Checks",
    "https://checks.example/tug",
    "2031-02-09",
)


def trail(id: str = "c1", text: str = "The tug Stella sank at noon.") -> Trail:
    place = span(SENTENCE)
    appearances = tuple(
        Appearance(f"claim-{key}", key, each.outlet, place.start, place.end, SENTENCE, Stance.REPORTS, ("alone",))
        for key, each in ARTICLES.items()
    )
    return Trail(
        id=id,
        text=text,
        articles=2,
        outlets=1,
        independent_origins=1,
        cannot_tell=1,
        first_appearance=FirstAppearance("claim-a1", "a1", "Vorn Times", "2031-02-03", 1),
        stances=Stances(0, 0, 2),
        flags=("conflict",),
        appearances=appearances,
        edges=(),
        origins=(
            Origin("o1", "Ruta Halm", SourceType.PERSON, False, ("claim-a1",)),
            Origin("o2", "an unnamed pilot", SourceType.ANONYMOUS, True, ("claim-a2",)),
        ),
        conflicts=(Conflict(ConflictKind.DATE, Passage("a1", 0, 4), Passage("a2", 0, 4), ("noon", "dusk")),),
        summary="2 articles, 1 independent origin, 1 cannot tell",
    )


def match(check: FactCheck = CHECK, relation: Relation = Relation.SAME, sure: bool = True) -> FactCheckMatch:
    return FactCheckMatch(check, "claim-a1", 0.9, relation, ("same words",), sure)


def archived(
    articles: Mapping[str, Article] = ARTICLES,
    claims: Mapping[str, Claim] = CLAIMS,
    attributions: Iterable[Attribution] = (HALM,),
    checks: Iterable[FactCheckMatch] = (),
) -> Archived:
    said, checked = {one.id: one for one in attributions}, list(checks)

    def look_up(id: str) -> Article:
        if id not in articles:
            raise NotFound(f"no article {id}")
        return articles[id]

    return Archived(
        look_up,
        lambda ids: [claims[id] for id in ids if id in claims],
        lambda ids: {id: said[id] for id in ids if id in said},
        lambda cluster: checked,
    )


def whole(trails: Iterable[Trail], format: str, known: Archived | None = None) -> bytes:
    """The export as one piece."""
    return b"".join(export(trails, known or archived(), format))
