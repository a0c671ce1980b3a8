"""The page's own words: names of stances, flags and verdicts, counts, dates. Plain text, no markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from claims.records import (
    ConflictKind,
    Drift,
    EdgeKind,
    FirstAppearance,
    Kind,
    Relation,
    SourceType,
    Stance,
    Stances,
    TrailSummary,
)
from provenance.rules import Rule

STANCE = {Stance.SUPPORTS: "supports", Stance.DENIES: "denies", Stance.REPORTS: "only reports"}
STANCE_MEANS = {
    Stance.SUPPORTS: "says it in the outlet's own voice or on its own evidence",
    Stance.DENIES: "says it is not so",
    Stance.REPORTS: "passes it on from somebody",
}
FLAG = {
    "circular": "circular",
    "anonymous_only": "anonymous only",
    "conflict": "conflict",
    "denied": "denied",
    "corrected": "corrected",
}
FLAG_MEANS = {
    "circular": "Outlets cite each other in a ring; the ring adds no origin.",
    "anonymous_only": "Everybody who vouches for this is unnamed.",
    "conflict": "Figures, dates, wording or speakers differ between articles.",
    "denied": "At least one article says it is not so.",
    "corrected": "A report that says this, or that others rest on, was corrected or withdrawn.",
}
SOURCE_TYPE = {
    SourceType.PERSON: "person",
    SourceType.ORGANISATION: "organisation",
    SourceType.OUTLET: "outlet",
    SourceType.DOCUMENT: "document or data",
    SourceType.GROUP: "group",
    SourceType.ANONYMOUS: "unnamed",
    SourceType.UNKNOWN: "type unknown",
}
KIND = {Kind.DIRECT: "quoted", Kind.MIXED: "partly quoted", Kind.INDIRECT: "paraphrased"}
EDGE = {
    EdgeKind.COPIES: "copied",
    EdgeKind.CITES: "cited",
    EdgeKind.QUOTES: "quoted",
    EdgeKind.TOLD: "told",
    EdgeKind.RESTS_ON: "basis",
}
EDGE_SENTENCE = {
    EdgeKind.COPIES: "copies the wording of",
    EdgeKind.CITES: "cites",
    EdgeKind.QUOTES: "quotes",
    EdgeKind.TOLD: "was told by",
    EdgeKind.RESTS_ON: "rests on",
}
RULE: dict[str, str] = {
    Rule.CREDITS_OUTLET: "the wording is shared, and credited to that outlet",
    Rule.PUBLISHED_LATER: "the wording is shared, and this is the later one",
    Rule.SHARED_WORDING: "the wording is shared; which was first is not known",
    Rule.SAME_BYLINE: "some wording is shared, by the same author, and this is the later one",
    Rule.SAME_BYLINE_UNDATED: "some wording is shared, by the same author; which was first is not known",
    Rule.SAME_OWNER: "some wording is shared, in outlets of one owner, and this is the later one",
    Rule.SAME_OWNER_UNDATED: "some wording is shared, in outlets of one owner; which was first is not known",
    Rule.WIRE_DATELINE: "the dateline names the agency",
    Rule.WIRE_CREDIT: "a line of credit names the agency",
    Rule.WIRE_BYLINE: "the byline names the agency",
    Rule.REPRINT: "it says where it was first published",
    Rule.CONTRIBUTED: "it says who contributed to it",
    Rule.NAMED_CARRIER: "named as the one it has this from",
    Rule.ATTRIBUTED_TO_OUTLET: "said to have reported it",
    Rule.NESTED_ATTRIBUTION: "named inside what somebody else is cited for",
    Rule.LINK: "the passage links to a page of that outlet",
    Rule.CITED_ELSEWHERE: "named in the same article for something else; nobody is named for this",
    Rule.OWN_ARTICLE: "that outlet's own article",
    Rule.OWN_REPORT: "the outlet's own report",
    Rule.QUOTED: "named as saying it",
    Rule.TOLD_CARRIER: "said to have told it",
    Rule.RESTS_ON_DOCUMENT: "named as the document that it rests on",
    Rule.SAME_QUOTATION: "the same words are quoted in another article",
    Rule.POSSIBLY_THE_SAME: "may be the same source: possible, not asserted",
    Rule.OTHER_SPEAKER: "the same quotation, given to somebody else",
    Rule.NO_SOURCE_GIVEN: "no source is given",
    Rule.UNNAMED_DOCUMENT: "a document that is not identified",
    Rule.VAGUE_OUTLET: "media that are not named",
    Rule.DENIAL: "denies it",
}
CONFLICT = {
    ConflictKind.NUMBER: "The figures differ",
    ConflictKind.DATE: "The dates differ",
    ConflictKind.WORDING: "The wording of the quote differs",
    ConflictKind.SPEAKER: "One quote, two speakers",
    ConflictKind.CONTRADICTION: "One speaker, two contrary statements",
}
DRIFT = {
    Drift.NEGATION: "a negation lost or gained",
    Drift.CONDITION: "a condition lost or gained",
    Drift.OPERATOR: "how sure or how many changed",
    Drift.TURNED: "cut so that it says something else",
    Drift.NUMBER: "another figure",
    Drift.SPLICED: "two sentences made one",
    Drift.WORDS: "other words",
    Drift.ADDED: "words added",
    Drift.LEFT_OUT: "words left out, unmarked",
    Drift.SLIGHT: "small words only",
    Drift.FITTED: "fitted into the sentence",
    Drift.TRANSLATED: "perhaps another translation",
    Drift.SHORTENED: "shortened",
}
DRIFT_MEANS = {
    Drift.NEGATION: "The two say the contrary of each other.",
    Drift.CONDITION: "What was said under a condition, or with a doubt, stands without it.",
    Drift.OPERATOR: "Words such as may and will, could and must, some and all, before and after.",
    Drift.TURNED: "What is left does not follow from what was said, as far as a model can tell.",
    Drift.NUMBER: "The figures in the quotation differ.",
    Drift.SPLICED: "Words between the two are left out, and nothing marks it.",
    Drift.WORDS: "Some words are others than in the earlier wording.",
    Drift.ADDED: "Words stand here that the earlier wording does not have.",
    Drift.LEFT_OUT: "Words are missing in the midst, with no ellipsis.",
    Drift.SLIGHT: "Words such as the and that: it says the same.",
    Drift.FITTED: "Tense or person fits the sentence that quotes it: no fault.",
    Drift.TRANSLATED: "An article says that this was said in another language: no fault.",
    Drift.SHORTENED: "Only a part is quoted, or an ellipsis marks the cut.",
}
RELATION = {
    Relation.SAME: "the same claim",
    Relation.RELATED: "related, not the same",
    Relation.CONTRADICTS: "contradicts this claim",
    Relation.DIFFERENT: "a different claim",
}
CHECKED_BEFORE = {
    Relation.SAME: "the same claim",
    Relation.CONTRADICTS: "at odds with this claim: read both",
    Relation.RELATED: "may be about this claim",
    Relation.DIFFERENT: "a different claim",
}
FACT_CHECKED = "An earlier fact-check is about this claim, or about its contrary."
CLAIM_FLAG = {
    "denial": "denies what was said just before",
    "opinion": "opinion beside a fact",
    "prediction": "prediction",
    "question": "asked, not claimed",
}
ATTRIBUTION_FLAG = {
    "anonymous": "unnamed",
    "contaminated": "quotation marks enclose the attribution",
    "vague_outlet": "outlet not named",
    "unbalanced": "a quotation mark has no partner",
    "undescribed": "not described",
    "reason_given": "says why unnamed",
}


_DIFFER = "differ: "
_APART = "no conflict: "
_SCORES = re.compile(r"meaning (\d(?:\.\d+)?), wording (\d(?:\.\d+)?)")
_REASONS = {
    "figures, ": "the figures differ: ",
    "dates, ": "the dates differ: ",
    _APART: "these may not be of one thing: ",
    "names, ": "they name others: ",
    "opposite words, ": "the words are opposite: ",
    "who does what to whom, ": "who does it to whom is the other way round: ",
    "least and most, ": "the one is a least, the other a most: ",
    "beginning and end, ": "the one is a beginning, the other an end: ",
    "one is negated": "one says that it is not so",
    "the dead against the hurt": "one counts the dead, the other the hurt",
}


def claim_kind(flags: Iterable[str]) -> str:
    """Return what kind of claim its flags make it, in words; nothing for a plain one."""
    return ", ".join(CLAIM_FLAG.get(flag, flag) for flag in flags)


def rule(name: str) -> str:
    """Return what a rule found, in words; the name itself of one that is not known any more."""
    return RULE.get(name, name.replace("_", " "))


def reason(told: str) -> tuple[bool, str]:
    """Return whether a match's reason tells what differs, and the reason as a reader says it."""
    differs, what = told.startswith((_DIFFER, _APART)), told.removeprefix(_DIFFER)
    scores = _SCORES.fullmatch(what)
    if scores:
        return False, f"Meaning alike to {scores[1]} and wording to {scores[2]}, where 1 is the same"
    for short, in_full in _REASONS.items():
        if what.startswith(short):
            what = in_full + what.removeprefix(short)
            break
    return differs, what[:1].upper() + what[1:]


def count(number: int, one: str, many: str | None = None) -> str:
    """Return ``1 article`` or ``6 articles``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def standing(trail: TrailSummary) -> str:
    """Return the plain line that a claim is read by: articles, independent origins, cannot tell."""
    parts = [count(trail.articles, "article"), count(trail.independent_origins, "independent origin")]
    if trail.cannot_tell:
        parts.append(f"{trail.cannot_tell:,} cannot tell")
    return ", ".join(parts)


def stances(mix: Stances) -> str:
    """Return how many articles take which stance, in words."""
    parts = [
        count(mix.supports, "supports", "support") if mix.supports else "",
        count(mix.denies, "denies", "deny") if mix.denies else "",
        count(mix.reports, "only reports", "only report") if mix.reports else "",
    ]
    return ", ".join(part for part in parts if part) or "no stance told"


def date(value: str | None) -> str:
    """Return an ISO 8601 date or date-time as a reader writes it; ``date unknown`` where there is none."""
    if value is None or not value.strip():
        return "date unknown"
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    day = f"{moment.day} {moment:%B %Y}"
    if len(value) <= 10:
        return day
    offset = f" UTC{moment.isoformat()[-6:]}" if moment.utcoffset() else ""
    return f"{day}, {moment:%H:%M}{offset}"


def first_seen(first: FirstAppearance | None) -> str:
    """Return when the claim first appeared as far as dates are known."""
    if first is None or first.published is None:
        return "date unknown"
    return date(first.published[:10])


def undated(first: FirstAppearance | None) -> str:
    """Return the caveat that undated articles might be earlier, or nothing."""
    if first is None or not first.undated:
        return ""
    return f"{count(first.undated, 'article')} without a date might be earlier"


def outlet_names(names: list[str], most: int = 3) -> tuple[list[str], int]:
    """Return the first ``most`` different names, and how many more there are."""
    different = list(dict.fromkeys(names))
    return different[:most], max(0, len(different) - most)
