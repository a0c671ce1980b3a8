"""A small archive of hand-written records for the tests of the page, saved through the real Archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claims.articles import article
from claims.records import (
    Appearance,
    Article,
    Attribution,
    Claim,
    Cluster,
    ClusterLink,
    Conflict,
    ConflictKind,
    Edge,
    EdgeKind,
    Extraction,
    FirstAppearance,
    Kind,
    Member,
    Origin,
    Passage,
    Polarity,
    Relation,
    SourceType,
    Span,
    Stance,
    Stances,
    Trail,
    digest,
)
from store.archive import Archive

EXTRACTOR = "by hand"


@dataclass(slots=True)
class Said:
    """One saying of an article: the claim's words, who said it (words of the text) and how."""

    words: str
    speaker: str | None = None
    source: str | None = None
    cue: str | None = None
    type: SourceType = SourceType.PERSON
    via: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    kind: Kind = Kind.INDIRECT


def extraction(paper: Article, sayings: Sequence[Said]) -> Extraction:
    """Tie each saying to its place in the text."""
    attributions, claims = [], []
    for said in sayings:
        start = paper.text.index(said.words)
        span = Span(start, start + len(said.words))
        id = None
        if said.speaker or said.source or said.type is SourceType.ANONYMOUS:
            id = digest(paper.id, "attribution", start)
            attributions.append(
                Attribution(
                    id,
                    said.kind,
                    (span,),
                    _span(paper.text, said.cue),
                    _span(paper.text, said.source),
                    said.speaker,
                    said.type,
                    said.via,
                    None,
                    Polarity.ASSERTS,
                    0.9,
                    said.flags,
                )
            )
        claims.append(
            Claim(
                digest(paper.id, start), paper.id, span.start, span.end, said.words, said.words, id, 0.8, (), (), False
            )
        )
    return Extraction(paper, tuple(attributions), tuple(claims))


def _span(text: str, words: str | None) -> Span | None:
    return None if words is None else Span(text.index(words), text.index(words) + len(words))


def trail(
    id: str,
    papers: Sequence[Extraction],
    picks: Sequence[tuple[int, int, Stance]],
    *,
    edges: Sequence[Edge] = (),
    origins: Sequence[Origin] = (),
    cannot_tell: int = 0,
    flags: tuple[str, ...] = (),
    conflicts: tuple[Conflict, ...] = (),
    summary: str = "",
    links: tuple[ClusterLink, ...] = (),
) -> tuple[Cluster, Trail]:
    """Return a cluster and its trail from (paper, claim, stance) picks; the first is the representative."""
    appearances = []
    for place, number, stance in picks:
        claim, paper = papers[place].claims[number], papers[place].article
        because = ("the representative wording",) if not appearances else ("same figures and names", "similarity 0.83")
        appearances.append(
            Appearance(claim.id, paper.id, paper.outlet, claim.start, claim.end, claim.text, stance, because)
        )
    dated = sorted((papers[p].article.published or "9999", p, n) for p, n, _ in picks)
    _published, p, n = dated[0]
    undated = sum(papers[p].article.published is None for p, _, _ in picks)
    first = papers[p].article
    stances = list({appearance.article: appearance.stance for appearance in appearances}.values())
    members = tuple(Member(a.claim, 0.8, a.joined_because) for a in appearances)
    whole = Trail(
        id,
        appearances[0].text,
        len({a.article for a in appearances}),
        len({a.outlet for a in appearances}),
        len(origins),
        cannot_tell,
        FirstAppearance(papers[p].claims[n].id, first.id, first.outlet, first.published, undated),
        Stances(stances.count(Stance.SUPPORTS), stances.count(Stance.DENIES), stances.count(Stance.REPORTS)),
        flags,
        tuple(appearances),
        tuple(edges),
        tuple(origins),
        conflicts,
        summary,
    )
    return Cluster(id, appearances[0].claim, members, links), whole


STORY = [
    article(
        "Engineers warned of cracks two years ago\n\nVELLING (Coastwire) - The port authority of Velling knew in 2021 "
        "that two of the old swing bridge's bearings were cracked, an internal survey seen by Coastwire shows. "
        "The bridge failed on Tuesday morning. About 1,400 lorries a day used it, according to the survey. "
        "\u201cWe were told to keep it open until the new year,\u201d said a person who worked on the survey and asked "
        "not to be named. The authority's chair, Maren Holt, said she had never been shown such a document.",
        outlet="Coastwire",
        title="Port authority knew of cracked bearings in 2021, survey shows",
        published="2024-03-05T06:40:00+01:00",
        author="Inga Brandt",
        url="https://coastwire.example/2024/03/05/velling-bridge",
    ),
    article(
        "VELLING - The port authority of Velling knew in 2021 that two of the old swing bridge's bearings "
        "were cracked, "
        "an internal survey seen by Coastwire shows. The bridge failed on Tuesday morning.\nTraffic goes by Aldersund.",
        outlet="The Velling Courier",
        title="Authority knew of cracks",
        published="2024-03-05",
    ),
    article(
        "The port authority of Velling knew in 2021 that two of the bridge's bearings were cracked, an internal survey "
        "shows, according to Coastwire. Shares in the operator fell by four per cent.",
        outlet="Northern Ledger",
        title="Bridge operator falls after survey report",
        published="2024-03-06",
    ),
    article(
        "As the Harbour Gazette first reported, the authority had known of the cracked bearings since 2020. "
        "Nobody has answered for it. Readers have sent us pictures of rust.",
        outlet="Velling Today",
        title="What they knew",
        published="2024-03-07",
    ),
    article(
        "The authority had known about the cracked bearings for years, Velling Today writes. "
        "A spokesman did not reply by the time of printing. \u201cThe survey was on my desk in the spring of 2021,"
        "\u201d a former harbour engineer told this newspaper.",
        outlet="Harbour Gazette",
        title="Cracks were known for years",
    ),
    article(
        "The port authority did not know of any cracked bearing before Tuesday, its chair Maren Holt said on Thursday. "
        "\u201cNo survey of that kind ever reached the board,\u201d Holt told reporters. "
        "The bridge carried about 900 lorries a day, she added.",
        outlet="Radio Velling",
        title="Chair denies knowing of cracks",
        published="2024-03-07",
    ),
]
SAYINGS = [
    [
        Said(
            "The port authority of Velling knew in 2021 that two of the old swing bridge's bearings were cracked",
            "internal survey",
            "an internal survey",
            "shows",
            SourceType.DOCUMENT,
        ),
        Said("The bridge failed on Tuesday morning."),
        Said("About 1,400 lorries a day used it", "internal survey", "the survey", "according to", SourceType.DOCUMENT),
        Said(
            "We were told to keep it open until the new year",
            "a person who worked on the survey",
            "a person who worked on the survey",
            "said a person",
            SourceType.ANONYMOUS,
            flags=("anonymous",),
            kind=Kind.DIRECT,
        ),
    ],
    [
        Said(
            "The port authority of Velling knew in 2021 that two of the old swing bridge's bearings were cracked",
            "internal survey",
            "an internal survey",
            "shows",
            SourceType.DOCUMENT,
            ("Coastwire",),
        )
    ],
    [
        Said(
            "The port authority of Velling knew in 2021 that two of the bridge's bearings were cracked",
            "internal survey",
            "an internal survey",
            "shows",
            SourceType.DOCUMENT,
            ("Coastwire",),
        )
    ],
    [
        Said(
            "the authority had known of the cracked bearings since 2020",
            "Harbour Gazette",
            "the Harbour Gazette",
            "reported",
            SourceType.OUTLET,
        )
    ],
    [
        Said(
            "The authority had known about the cracked bearings for years",
            "Velling Today",
            "Velling Today",
            "writes",
            SourceType.OUTLET,
        ),
        Said(
            "The survey was on my desk in the spring of 2021",
            "a former harbour engineer",
            "a former harbour engineer",
            "told",
            SourceType.ANONYMOUS,
            flags=("anonymous",),
            kind=Kind.DIRECT,
        ),
    ],
    [
        Said(
            "The port authority did not know of any cracked bearing before Tuesday",
            "Maren Holt",
            "its chair Maren Holt",
            "said",
        ),
        Said("The bridge carried about 900 lorries a day", "Maren Holt", "Holt", "told"),
    ],
]


def _passage(paper: Extraction, number: int) -> Passage:
    claim = paper.claims[number]
    return Passage(paper.article.id, claim.start, claim.end)


def _edge(
    a: str, b: str, kind: EdgeKind, paper: Extraction, number: int = 0, rule: str = "the article says so"
) -> Edge:
    claim = paper.claims[number]
    return Edge(a, b, kind, paper.article.id, claim.start, claim.end, rule)


def story() -> tuple[list[Extraction], list[tuple[Cluster, Trail]]]:
    """Six articles about one invented bridge, with a wire and its copies, a ring and a denial."""
    papers = [extraction(paper, sayings) for paper, sayings in zip(STORY, SAYINGS, strict=True)]
    a = [f"article:{paper.article.id}" for paper in papers]
    survey, engineer = "survey-1", "engineer-1"
    edges = [
        _edge(a[1], a[0], EdgeKind.COPIES, papers[1], rule="later_by_date"),
        _edge(a[2], "outlet:Coastwire", EdgeKind.CITES, papers[2], rule="named_carrier"),
        _edge("outlet:Coastwire", f"origin:{survey}", EdgeKind.RESTS_ON, papers[2], rule="rests_on_document"),
        _edge("outlet:Coastwire", a[0], EdgeKind.CITES, papers[0], rule="own_article"),
        _edge(a[0], f"origin:{survey}", EdgeKind.RESTS_ON, papers[0], rule="rests_on_document"),
        _edge(a[3], "outlet:Harbour Gazette", EdgeKind.CITES, papers[3], rule="attributed_to_outlet"),
        _edge("outlet:Harbour Gazette", a[4], EdgeKind.CITES, papers[4], rule="own_article"),
        _edge(a[4], "outlet:Velling Today", EdgeKind.CITES, papers[4], rule="attributed_to_outlet"),
        _edge("outlet:Velling Today", a[3], EdgeKind.CITES, papers[3], rule="own_article"),
        _edge(a[4], f"origin:{engineer}", EdgeKind.QUOTES, papers[4], 1, "quoted"),
        _edge(a[5], "outlet:Maren Holt", EdgeKind.QUOTES, papers[5], rule="denial"),
    ]
    origins = [
        Origin(survey, "internal survey", SourceType.DOCUMENT, False, tuple(p.claims[0].id for p in papers[:3])),
        Origin(engineer, "a former harbour engineer", SourceType.ANONYMOUS, True, (papers[4].claims[1].id,)),
    ]
    main = trail(
        "c-known-2021",
        papers,
        [
            (0, 0, Stance.SUPPORTS),
            (1, 0, Stance.REPORTS),
            (2, 0, Stance.REPORTS),
            (3, 0, Stance.REPORTS),
            (4, 0, Stance.REPORTS),
            (4, 1, Stance.SUPPORTS),
            (5, 0, Stance.DENIES),
        ],
        edges=edges,
        origins=origins,
        cannot_tell=1,
        flags=("circular", "conflict", "denied"),
        conflicts=(
            Conflict(ConflictKind.DATE, _passage(papers[0], 0), _passage(papers[3], 0), ("2021", "2020")),
            Conflict(ConflictKind.SPEAKER, _passage(papers[1], 0), _passage(papers[2], 0), ()),
        ),
        summary="Six articles carry the claim; three of them go back to one internal survey by way of Coastwire. "
        "Velling Today and the Harbour Gazette cite each other. Radio Velling reports a denial.",
        links=(ClusterLink("c-lorries", Relation.RELATED, ("another figure for the same bridge",)),),
    )
    lorries = trail(
        "c-lorries",
        papers,
        [(0, 2, Stance.SUPPORTS), (5, 1, Stance.REPORTS)],
        origins=[Origin("survey-2", "internal survey", SourceType.DOCUMENT, False, (papers[0].claims[2].id,))],
        cannot_tell=1,
        flags=("conflict",),
        conflicts=(
            Conflict(
                ConflictKind.NUMBER, _passage(papers[0], 2), _passage(papers[5], 1), ("1,400 lorries", "900 lorries")
            ),
        ),
        summary="Two figures stand against each other.",
    )
    failed = trail("c-failed", papers, [(0, 1, Stance.SUPPORTS)], cannot_tell=1, summary="Told by one article.")
    told = trail(
        "c-told",
        papers,
        [(0, 3, Stance.REPORTS)],
        origins=[Origin("worker", "a person who worked on the survey", SourceType.ANONYMOUS, True, ())],
        flags=("anonymous_only",),
        summary="One unnamed person.",
    )
    return papers, [main, lorries, failed, told]


def crowd(outlets: int = 40) -> tuple[list[Extraction], list[tuple[Cluster, Trail]]]:
    """One claim in many articles: most cite one wire, some copy each other, some cite nobody."""
    papers = []
    for n in range(outlets):
        text = (
            f"The reservoir above Tarn stands at {30 + n % 3} per cent, Coastwire reports. Paper {n} has more inside."
        )
        words = text.partition(",")[0]
        paper = article(
            text,
            outlet=f"The Tarn and Upper Valley {('Post', 'Herald', 'Echo')[n % 3]} {n}",
            title=f"Reservoir falls again, edition {n}",
            published=None if n % 9 == 0 else f"2024-06-{1 + n % 28:02}",
        )
        papers.append(extraction(paper, [Said(words, "Coastwire", "Coastwire", "reports", SourceType.OUTLET)]))
    ids = [f"article:{paper.article.id}" for paper in papers]
    edges = []
    for n in range(1, outlets):
        if n % 4 == 0:
            edges.append(_edge(ids[n], ids[n - 1], EdgeKind.COPIES, papers[n]))
        elif n % 4 == 1:
            edges.append(_edge(ids[n], "outlet:Coastwire", EdgeKind.CITES, papers[n]))
        elif n % 4 == 2:
            edges.append(_edge(ids[n], "outlet:The Valley Bureau of Record", EdgeKind.CITES, papers[n]))
    edges.append(_edge("outlet:The Valley Bureau of Record", "outlet:Coastwire", EdgeKind.CITES, papers[2]))
    edges.append(_edge("outlet:Coastwire", "origin:water", EdgeKind.QUOTES, papers[1]))
    teller = min(3, outlets - 1)
    edges.append(_edge(ids[teller], "origin:clerk", EdgeKind.TOLD, papers[teller]))
    stances = [
        Stance.DENIES if n % 11 == 10 else Stance.SUPPORTS if n % 4 == 3 else Stance.REPORTS for n in range(outlets)
    ]
    main = trail(
        "c-reservoir",
        papers,
        [(n, 0, stances[n]) for n in range(outlets)],
        edges=edges,
        origins=[
            Origin("water", "Department of Water of the Upper Valley", SourceType.ORGANISATION, False, ()),
            Origin("clerk", "a clerk in the pumping house who would not be named", SourceType.ANONYMOUS, True, ()),
        ],
        cannot_tell=9,
        flags=("conflict",),
        summary="Most of the articles go back to one wire.",
    )
    return papers, [main]


NASTY = (
    '<script>window.hacked = 1</script> <img src=x onerror="window.hacked = 2"> said the minister.\n'
    "The dam holds **forty** metres and $x^2$ of water :red[x], `code` and [a link](javascript:window.hacked=3).\n"
    "   \n# No heading\t&lt;b&gt; \u202eesrever\u202c " + "w" * 400 + "\n"
    "\u201cNothing \"to\" <b>see</b> 'here',\u201d said O'Neill & Sons."
)
NASTY_NAME = 'Evil "><script>window.hacked=4</script> :red[Times] $a$ **b** \u202eliam'


def hostile() -> tuple[list[Extraction], list[tuple[Cluster, Trail]]]:
    """An article that tries to be markup wherever a string of it is shown."""
    one = article(NASTY, outlet=NASTY_NAME, title=NASTY_NAME, author=NASTY_NAME, published="2024-01-02")
    one = replace(one, url="javascript:window.hacked=5")  # as an archive of another program's making might hold it
    two = article(
        "Twice: " + NASTY, url='https://x.example/"><script>window.hacked=6</script>', outlet=NASTY_NAME + "2"
    )
    words = (
        "The dam holds **forty** metres and $x^2$ of water :red[x], `code` and [a link](javascript:window.hacked=3)."
    )
    script = '<img src=x onerror="window.hacked = 2">'
    papers = [
        extraction(
            paper,
            [Said(words, NASTY_NAME, "the minister", "said", flags=("contaminated",)), Said(script, script, script)],
        )
        for paper in (one, two)
    ]
    evil = Origin('o"><script>window.hacked=7</script>', NASTY_NAME, SourceType.PERSON, False, ())
    ids = [f"article:{paper.article.id}" for paper in papers]
    main = trail(
        "c-hostile",
        papers,
        [(0, 0, Stance.SUPPORTS), (1, 0, Stance.DENIES)],
        edges=[
            _edge(ids[0], f"outlet:{NASTY_NAME}", EdgeKind.CITES, papers[0], rule=NASTY_NAME),
            _edge(f"outlet:{NASTY_NAME}", f"origin:{evil.id}", EdgeKind.TOLD, papers[0], rule=NASTY_NAME),
        ],
        origins=[evil],
        flags=("conflict", NASTY_NAME),
        conflicts=(
            Conflict(ConflictKind.WORDING, _passage(papers[0], 0), _passage(papers[1], 1), (NASTY_NAME, script)),
        ),
        summary=NASTY_NAME,
    )
    return papers, [main]


def build(path: Path | str, *parts: tuple[list[Extraction], list[tuple[Cluster, Trail]]]) -> Archive:
    """Save the parts in an archive at ``path``."""
    archive = Archive.open(path)
    for papers, found in parts:
        for paper in papers:
            archive.add(paper, EXTRACTOR)
        archive.save_clusters([cluster for cluster, _ in found], {})
        archive.save_trails([one for _, one in found])
    return archive
