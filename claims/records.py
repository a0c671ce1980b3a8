"""The nouns of Claimtrail, in the order in which an article meets them.

Every record is a frozen dataclass of plain values. Offsets are Unicode code points of
``Article.text``, end exclusive: ``article.text[start:end]`` is exactly what a page highlights.
What is unknown is ``None``, never a guess. Ids derive from content and place, so the same input
gives the same ids on every machine. Field names are the JSON keys of the command-line doors
(:func:`to_json`); a trailing underscore, as in ``from_``, is dropped there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from enum import StrEnum
from typing import Any


def digest(*parts: object, length: int = 16) -> str:
    """Return ``length`` hex digits that stand for ``parts``: the same parts, the same id, anywhere."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8")).hexdigest()[:length]


def to_json(record: Any) -> Any:
    """Return ``record`` as plain JSON values: dataclass to object, tuple to array, enum to its value."""
    if is_dataclass(record) and not isinstance(record, type):
        return {
            f.name.rstrip("_"): to_json(getattr(record, f.name)) for f in fields(record) if f.metadata.get("told", True)
        }
    if isinstance(record, StrEnum):
        return record.value
    if isinstance(record, Mapping):
        return {str(key): to_json(value) for key, value in record.items()}
    if isinstance(record, Sequence) and not isinstance(record, str):
        return [to_json(value) for value in record]
    return record


# ---------------------------------------------------------------- what comes in


class DateSource(StrEnum):
    """Where ``Article.published`` was read."""

    GIVEN = "given"  # by the person or file that brought the article
    METADATA = "metadata"  # the page's own machine-readable metadata
    URL = "url"
    TEXT = "text"


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Code points ``start`` to ``end`` (exclusive) of an article's text that were a link to ``url`` on its page."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Article:
    """One published text. ``text`` is evidence and never changes.

    ``published``, ``modified`` and ``retrieved`` are ISO 8601 dates or date-times (``2024-05-03`` or
    ``2024-05-03T09:30:00+02:00``). ``sha256`` is that of the text as UTF-8. ``links`` are kept beside the text and are
    no part of what the doors print.
    """

    id: str
    url: str | None
    outlet: str | None
    title: str | None
    author: str | None
    published: str | None
    modified: str | None
    retrieved: str | None
    date_source: DateSource | None
    sha256: str
    text: str
    links: tuple[Link, ...] = field(default=(), repr=False, compare=False, metadata={"told": False})


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that could not be taken in: what it was, why not, and what to do about it."""

    what: str
    why: str


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points ``start`` to ``end`` (exclusive) of an article's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, got {self.start}, {self.end}")

    def of(self, text: str) -> str:
        """Return the piece of ``text`` that this span marks."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


# ---------------------------------------------------------------- what is said in it


class Kind(StrEnum):
    """How much of an attribution's content stands in quotation marks (PARC, PolNeAR)."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SourceType(StrEnum):
    """What kind of source something is attributed to."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    DOCUMENT = "document"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    UNKNOWN = "unknown"


class Polarity(StrEnum):
    """What the cue does with its content: says it is so, says it is not, leaves it open."""

    ASSERTS = "asserts"
    DENIES = "denies"
    QUESTIONS = "questions"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source + cue + content (PARC, PolNeAR): who says what in one article.

    ``content`` has several spans where the cue breaks a quotation or it runs over paragraphs.
    ``speaker`` is the source's fullest name in the article, or for unnamed speakers the article's
    words; ``None`` where the article does not tell. ``via`` lists carriers, nearest first, never the
    publishing outlet. ``parent`` is the id of the attribution whose content holds this one.
    ``flags``: ``anonymous``, and then ``undescribed`` (nothing is told of them) and ``reason_given`` (why they are
    not named); ``contaminated`` (quotation marks enclose the cue), ``vague_outlet`` ("media reported"),
    ``unbalanced`` (a quotation mark has no partner).
    """

    id: str
    kind: Kind
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speaker: str | None
    source_type: SourceType
    via: tuple[str, ...]
    parent: str | None
    polarity: Polarity
    confidence: float
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text: ``value`` in ``unit`` (``"%"``, ``"USD"``, ``"km"``, or the counted noun).

    ``approximate``: "about", "more than", "nearly" or a rounded word stands before it.
    """

    start: int
    end: int
    text: str
    value: float
    unit: str | None
    approximate: bool


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text. ``value`` is ISO 8601 with unknown parts left as in EDTF: ``2023-03-21``,
    ``2023-03``, ``2023``, ``XXXX-09-01`` (no year given), or ``None`` where it cannot be told."""

    start: int
    end: int
    text: str
    value: str | None


NAMED_DAYS = {
    "Christmas Eve": (12, 24),
    "Christmas Day": (12, 25),
    "Boxing Day": (12, 26),
    "New Year's Eve": (12, 31),
    "New Year's Day": (1, 1),
    "Valentine's Day": (2, 14),
    "St Patrick's Day": (3, 17),
    "St. Patrick's Day": (3, 17),
    "Halloween": (10, 31),
}
"""Days of the year that are called by a name in any country: month and day."""


DENIAL = "denial"
"""Flag of a claim that only denies what stands before it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement in one article.

    ``text`` is ``article.text[start:end]``. ``standalone`` says the same by itself: the attributing
    frame taken off, pronouns replaced where that is sure. ``attribution`` is an id, or ``None``: then
    the outlet speaks in its own voice. ``worth`` (0 to 1) is how much it is worth checking.
    ``flags``, in alphabetical order: ``denial`` (says only that what stands before it is not so, and ``standalone`` is
    what stands before it), ``opinion`` (taste, advice or belief around what can be checked), ``prediction`` (about the
    future), ``question`` (the outlet asks whether it is so).
    """

    id: str
    article: str
    start: int
    end: int
    text: str
    standalone: str
    attribution: str | None
    worth: float
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    negated: bool
    flags: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """The claim's place in its article's text."""
        return Span(self.start, self.end)

    @property
    def denies_before(self) -> bool:
        """Whether it only says that what stands before it is not so."""
        return DENIAL in self.flags

    @property
    def asks(self) -> bool:
        """Whether it only asks whether something is so."""
        return "question" in self.flags

    @property
    def supports(self) -> bool:
        """Whether it can stand beside others for one fact: an opinion or a question cannot."""
        return not self.asks and "opinion" not in self.flags


@dataclass(frozen=True, slots=True)
class Extraction:
    """One article with everything found in it, in the order of the text."""

    article: Article
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]


# ---------------------------------------------------------------- where else it is said


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Two claims that lie near each other; ``similarity`` is the cosine of their vectors."""

    left: str
    right: str
    similarity: float


class Relation(StrEnum):
    """How two claims stand to each other."""

    SAME = "same"
    RELATED = "related"
    CONTRADICTS = "contradicts"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Match:
    """A judged pair: ``score`` (0 to 1, higher is closer), the relation, and why, in words."""

    left: str
    right: str
    score: float
    relation: Relation
    reasons: tuple[str, ...]
    rule: str


class Verdict(StrEnum):
    """What a person decided about two claims. ``withdrawn`` takes an earlier decision back: the machine decides."""

    SAME = "same"
    NOT_SAME = "not_same"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision on a pair of claims. A later one supersedes it; none is overwritten.

    ``at`` is an ISO 8601 date-time with its offset.
    """

    id: str
    left: str
    right: str
    verdict: Verdict
    by: str
    at: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A claim in a cluster. ``closeness`` is its mean score to the other wordings there (1.0 if there are none)."""

    claim: str
    closeness: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClusterLink:
    """Two clusters that are not one but belong side by side.

    *contradicts*: another figure, another date. *related*: a suggestion that a person may find the same. ``score``
    (0 to 1) is that of the pair that tells of it.
    """

    cluster: str
    relation: Relation
    reasons: tuple[str, ...]
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Cluster:
    """Everything said about one claim across articles. ``representative`` is a member's claim id."""

    id: str
    representative: str
    members: tuple[Member, ...]
    links: tuple[ClusterLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """A cluster as one side of a suggestion: its id, and its representative claim with that one's words."""

    cluster: str
    claim: str
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two clusters that a person should look at: are they one claim? ``score`` says how close they are, 0 to 1.

    ``relation`` is *related*, or *contradicts* where a figure or a date differs: then they may be one claim with a
    conflict, or two.
    """

    left: Side
    right: Side
    score: float
    relation: Relation
    reasons: tuple[str, ...]


class Stance(StrEnum):
    """What a passage does with a claim."""

    SUPPORTS = "supports"
    DENIES = "denies"
    REPORTS = "reports"


@dataclass(frozen=True, slots=True)
class StanceScores:
    """A stance with the score of each (they sum to 1) and why."""

    stance: Stance
    supports: float
    denies: float
    reports: float
    reasons: tuple[str, ...] = ()


# ---------------------------------------------------------------- who really stands behind it


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher by its name, other names, web domains, owner and kind (``wire``, ``newspaper``...)."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    owner: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """Article ``article`` repeats the wording of article ``of``.

    ``shared`` is the share (0 to 1) of ``article``'s word shingles that stand in ``of``. ``directed``
    is false where nothing tells which of the two came first. ``start``/``end`` mark the evidence in
    ``article``'s text.
    """

    article: str
    of: str
    shared: float
    directed: bool
    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Appearance:
    """A cluster's claim in one article."""

    claim: str
    article: str
    outlet: str | None
    start: int
    end: int
    text: str
    stance: Stance
    joined_because: tuple[str, ...]


class EdgeKind(StrEnum):
    """What an edge of a trail says."""

    COPIES = "copies"
    CITES = "cites"
    QUOTES = "quotes"
    TOLD = "told"
    RESTS_ON = "rests_on"


@dataclass(frozen=True, slots=True)
class Edge:
    """One step of a trail with the passage that proves it.

    ``from_`` and ``to`` are node ids: ``article:<id>``, ``outlet:<name>`` or ``origin:<id>``.
    """

    from_: str
    to: str
    kind: EdgeKind
    article: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Somebody or something that vouches for the claim. ``appearances`` are claim ids."""

    id: str
    name: str
    type: SourceType
    anonymous: bool
    appearances: tuple[str, ...]


class ConflictKind(StrEnum):
    """In what two appearances differ."""

    NUMBER = "number"
    DATE = "date"
    WORDING = "wording"
    SPEAKER = "speaker"
    CONTRADICTION = "contradiction"  # one speaker says now this, now the contrary


class Drift(StrEnum):
    """In what one wording of a quotation departs from another."""

    NEGATION = "negation"  # "not" lost or gained
    CONDITION = "condition"  # "if", "unless" and what follows them lost or gained
    OPERATOR = "operator"  # may and will, could and must, all and some
    TURNED = "turned"  # by what was cut, as far as a model can tell
    NUMBER = "number"
    SPLICED = "spliced"  # of two sentences, as if they were one
    WORDS = "words"  # others in their place
    ADDED = "added"
    LEFT_OUT = "left_out"  # in the midst of it, and nothing marks it
    SLIGHT = "slight"  # only small words: the, that
    FITTED = "fitted"  # tense or person, into the sentence that quotes it
    TRANSLATED = "translated"  # perhaps two translations of one sentence
    SHORTENED = "shortened"  # openly, or at its ends


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in an article."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two places that do not agree, and the two values. ``a`` is the earlier as far as dates are known.

    ``drift`` is in what two wordings differ, the gravest first; ``how`` says it in words.
    """

    what: ConflictKind
    a: Passage
    b: Passage
    values: tuple[str, ...]
    drift: tuple[Drift, ...] = ()
    how: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a quotation: the earliest place that has it, who is said to have said it there, and all articles
    that have it. ``drift`` and ``how`` tell how it stands to the earliest known wording; empty for that one."""

    place: Passage
    speaker: str | None
    articles: tuple[str, ...]
    drift: tuple[Drift, ...] = ()
    how: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation in two wordings or more, the earliest known first."""

    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A report that its outlet corrected or withdrew in what the claim says.

    ``article`` is the report (``None``: not in the archive), ``published`` its date, ``corrected`` when that was done
    (ISO 8601, ``None`` where nothing tells). ``notice`` is the article that says so, at ``start`` to ``end``.
    ``appearances`` are the claim ids that rest on the report: they copy it or cite its outlet, whoever lies between.
    """

    article: str | None
    outlet: str | None
    published: str | None
    corrected: str | None
    withdrawn: bool
    notice: str
    start: int
    end: int
    appearances: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FirstAppearance:
    """The earliest known appearance. ``published`` is ``None`` where no member's date is known;
    ``undated`` counts the articles that might be earlier."""

    claim: str
    article: str
    outlet: str | None
    published: str | None
    undated: int


@dataclass(frozen=True, slots=True)
class Stances:
    """How many articles take which stance."""

    supports: int
    denies: int
    reports: int


@dataclass(frozen=True, slots=True)
class TrailSummary:
    """A cluster in one line, as the ``claims`` door prints it.

    ``independent_origins + cannot_tell`` is the most there could be. ``flags``: ``circular``,
    ``anonymous_only``, ``conflict``, ``denied``, ``corrected``.
    """

    id: str
    text: str
    articles: int
    outlets: int
    independent_origins: int
    cannot_tell: int
    first_appearance: FirstAppearance | None
    stances: Stances
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trail:
    """A cluster's way from its appearances down to its origins; the ``trail`` door prints it whole."""

    id: str
    text: str
    articles: int
    outlets: int
    independent_origins: int
    cannot_tell: int
    first_appearance: FirstAppearance | None
    stances: Stances
    flags: tuple[str, ...]
    appearances: tuple[Appearance, ...]
    edges: tuple[Edge, ...]
    origins: tuple[Origin, ...]
    conflicts: tuple[Conflict, ...]
    summary: str
    corrections: tuple[Correction, ...] = ()
    quotations: tuple[Quotation, ...] = ()

    def in_one_line(self) -> TrailSummary:
        """Return the fields that a list of clusters shows."""
        return TrailSummary(**{f.name: getattr(self, f.name) for f in fields(TrailSummary)})


# ---------------------------------------------------------------- who has checked it before


@dataclass(frozen=True, slots=True)
class FactCheck:
    """A fact-checker's earlier verdict on a claim (schema.org ClaimReview).

    ``rating`` is in the publisher's words; a number is told with its scale and never read as true or false.
    ``claimed`` and ``reviewed`` are ISO 8601 dates or date-times: when the claim was made, when the verdict came.
    A check of the same ``url`` and the same claim is the same check at another time: the later verdict counts.
    """

    id: str
    claim: str
    claimant: str | None
    claimed: str | None
    rating: str | None
    publisher: str | None
    url: str | None
    reviewed: str | None

    @property
    def wording(self) -> str:
        """The id of the claim's words: checks of the same words match alike, whatever their verdicts."""
        return digest("wording", self.claim)


@dataclass(frozen=True, slots=True)
class FactCheckMatch:
    """A fact-check that is about what a cluster says, or may be.

    ``claim`` is the member that was compared; ``score``, ``relation`` and ``reasons`` are those of the pair.
    ``sure``: it matches; otherwise it may. ``before`` are verdicts that ``check`` has replaced, the latest first.
    """

    check: FactCheck
    claim: str
    score: float
    relation: Relation
    reasons: tuple[str, ...]
    sure: bool
    before: tuple[FactCheck, ...] = ()


# ---------------------------------------------------------------- a draft against the archive


class FindingVerdict(StrEnum):
    """What the archive says of a draft's quote, attribution or claim."""

    VERBATIM = "verbatim"
    ALTERED = "altered"
    OTHER_SPEAKER = "other_speaker"
    CUT = "cut"
    NUMBER_DIFFERS = "number_differs"
    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not_found"
    CANNOT_TELL = "cannot_tell"


class Checked(StrEnum):
    """What of a draft a finding is about."""

    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of an archived article with its words."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One verdict on one place of a draft; never more than the evidence beside it says."""

    start: int
    end: int
    text: str
    what: Checked
    verdict: FindingVerdict
    evidence: tuple[Evidence, ...]
    reasons: tuple[str, ...]
