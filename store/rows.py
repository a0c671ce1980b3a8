"""Records <-> the rows of the archive's tables. A column has the name of its field.

Tuples are kept as JSON in one column; a span as two numbers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from claims.errors import ArchiveError
from claims.records import (
    Article,
    Attribution,
    Claim,
    Cluster,
    ClusterLink,
    Copy,
    DateMention,
    DateSource,
    EdgeKind,
    FactCheck,
    FirstAppearance,
    Judgement,
    Kind,
    Match,
    Member,
    Polarity,
    Quantity,
    Relation,
    Side,
    SourceType,
    Span,
    Stances,
    Suggestion,
    Trail,
    TrailSummary,
    to_json,
)
from store.decoding import decoder, from_json

Row = Mapping[str, Any]

_strings = decoder(tuple[str, ...])
_quantities = decoder(tuple[Quantity, ...])
_dates = decoder(tuple[DateMention, ...])


def dumps(value: Any) -> str:
    """Return ``value`` (records too) as compact JSON that a person can read.

    Raises:
        ArchiveError: a number that JSON cannot say (not-a-number, infinity).
    """
    try:
        return json.dumps(to_json(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except ValueError as error:
        raise ArchiveError(f"only finite numbers can be kept: {error}") from error


def instant(date: str | None) -> str | None:
    """Return an ISO 8601 date or date-time in UTC, so that sorting the strings sorts the times.

    A date without a time stands before every time of its day; a time without an offset counts as UTC. What is no
    full date (``2024-05``) is left as it is, which sorts it to the start of its month.
    """
    if date is None or len(date) <= len("2024-05-03"):
        return date
    try:
        moment = datetime.fromisoformat(date)
    except ValueError:
        return date
    try:
        return (
            (moment.astimezone(UTC) if moment.tzinfo else moment)
            .replace(tzinfo=None)
            .isoformat(timespec="microseconds")
        )
    except OverflowError:  # year 1 or 9999 with an offset
        return date


def article_row(article: Article, extractor: str) -> dict[str, Any]:
    """Return the row of ``articles``."""
    return {**to_json(article), "extractor": extractor}


def read_article(row: Row) -> Article:
    """Return the article of a row of ``articles``, without its links, which are rows of their own."""
    values = {f.name: row[f.name] for f in fields(Article) if f.name != "links"}
    source = values["date_source"]
    return Article(**{**values, "date_source": None if source is None else DateSource(source)})


def attribution_row(attribution: Attribution, article: str) -> dict[str, Any]:
    """Return the row of ``attributions``."""
    cue, source = attribution.cue, attribution.source
    return {
        "id": attribution.id,
        "article": article,
        "kind": attribution.kind.value,
        "speaker": attribution.speaker,
        "source_type": attribution.source_type.value,
        "polarity": attribution.polarity.value,
        "parent": attribution.parent,
        "via": dumps(attribution.via),
        "flags": dumps(attribution.flags),
        "confidence": attribution.confidence,
        "content": dumps(attribution.content),
        "cue_start": cue.start if cue else None,
        "cue_end": cue.end if cue else None,
        "source_start": source.start if source else None,
        "source_end": source.end if source else None,
    }


def read_attribution(row: Row) -> Attribution:
    """Return the attribution of a row of ``attributions``."""
    return Attribution(
        id=row["id"],
        kind=Kind(row["kind"]),
        content=tuple(Span(span["start"], span["end"]) for span in json.loads(row["content"])),
        cue=_span(row["cue_start"], row["cue_end"]),
        source=_span(row["source_start"], row["source_end"]),
        speaker=row["speaker"],
        source_type=SourceType(row["source_type"]),
        via=_strings(json.loads(row["via"])),
        parent=row["parent"],
        polarity=Polarity(row["polarity"]),
        confidence=row["confidence"],
        flags=_strings(json.loads(row["flags"])),
    )


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def claim_row(claim: Claim) -> dict[str, Any]:
    """Return the row of ``claims``."""
    row = {f.name: getattr(claim, f.name) for f in fields(Claim)}
    return {
        **row,
        "quantities": dumps(claim.quantities),
        "dates": dumps(claim.dates),
        "flags": dumps(claim.flags),
    }


def read_claim(row: Row) -> Claim:
    """Return the claim of a row of ``claims``."""
    return Claim(
        id=row["id"],
        article=row["article"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        standalone=row["standalone"],
        attribution=row["attribution"],
        worth=row["worth"],
        quantities=_quantities(json.loads(row["quantities"])),
        dates=_dates(json.loads(row["dates"])),
        negated=bool(row["negated"]),
        flags=_strings(json.loads(row["flags"])),
    )


def read_judgement(row: Row) -> Judgement:
    """Return the judgement of a row of ``judgements``."""
    return from_json(Judgement, dict(row))


def read_copy(row: Row) -> Copy:
    """Return the copy of a row of ``copies``."""
    return from_json(Copy, {**row, "directed": bool(row["directed"])})


def fact_check_row(check: FactCheck) -> dict[str, Any]:
    """Return the row of ``fact_checks``; one without a date stands before all others of its address."""
    return {**to_json(check), "reviewed_at": instant(check.reviewed) or "", "wording": check.wording}


def read_fact_check(row: Row) -> FactCheck:
    """Return the fact-check of a row of ``fact_checks``."""
    return from_json(FactCheck, dict(row))


def match_row(match: Match) -> dict[str, Any]:
    """Return the row of ``fact_check_matches`` for a claim (left) and the wording of fact-checks (right)."""
    return {
        "claim": match.left,
        "wording": match.right,
        "score": match.score,
        "relation": match.relation.value,
        "reasons": dumps(match.reasons),
        "rule": match.rule,
    }


def read_match(row: Row) -> Match:
    """Return the match of a row of ``fact_check_matches``."""
    values = {**row, "left": row["claim"], "right": row["wording"], "reasons": json.loads(row["reasons"])}
    return from_json(Match, values)


def member_rows(cluster: Cluster) -> list[dict[str, Any]]:
    """Return the rows of ``members``, in the cluster's order."""
    return [
        {
            "claim": member.claim,
            "cluster": cluster.id,
            "place": place,
            "closeness": member.closeness,
            "because": dumps(member.because),
        }
        for place, member in enumerate(cluster.members)
    ]


def link_rows(cluster: Cluster) -> list[dict[str, Any]]:
    """Return the rows of ``cluster_links``, in the cluster's order."""
    return [
        {
            "cluster": cluster.id,
            "other": link.cluster,
            "place": place,
            "relation": link.relation.value,
            "reasons": dumps(link.reasons),
            "score": link.score,
        }
        for place, link in enumerate(cluster.links)
    ]


def read_cluster(row: Row, members: Iterable[Row], links: Iterable[Row]) -> Cluster:
    """Return a cluster of its row and those of its members and links, each in order."""
    return Cluster(
        id=row["id"],
        representative=row["representative"],
        members=tuple(Member(m["claim"], m["closeness"], _strings(json.loads(m["because"]))) for m in members),
        links=tuple(
            from_json(
                ClusterLink,
                {
                    "cluster": link["other"],
                    "relation": link["relation"],
                    "reasons": json.loads(link["reasons"]),
                    "score": link["score"],
                },
            )
            for link in links
        ),
    )


def read_side(row: Row) -> Side:
    """Return a cluster as one side of a suggestion, of a row with its id, its representative's and the words."""
    return Side(row["cluster"], row["claim"], row["text"])


def read_suggestion(link: Row, left: Side, right: Side) -> Suggestion:
    """Return the suggestion of a row of ``cluster_links`` and its two sides."""
    return Suggestion(left, right, link["score"], Relation(link["relation"]), _strings(json.loads(link["reasons"])))


def trail_row(trail: Trail) -> dict[str, Any]:
    """Return the row of ``trails``: what lists of clusters are filtered, ordered and shown by."""
    first = trail.first_appearance
    return {
        "cluster": trail.id,
        "text": trail.text,
        "articles": trail.articles,
        "outlets": trail.outlets,
        "independent_origins": trail.independent_origins,
        "cannot_tell": trail.cannot_tell,
        "supports": trail.stances.supports,
        "denies": trail.stances.denies,
        "reports": trail.stances.reports,
        "flags": dumps(trail.flags),
        "rests_on_linked": any(edge.kind is not EdgeKind.COPIES for edge in trail.edges),
        "first_seen": instant(first.published) if first else None,
        "first_published": first.published if first else None,
        "first_outlet": first.outlet if first else None,
        "first_article": first.article if first else None,
        "first_claim": first.claim if first else None,
        "first_undated": first.undated if first else None,
    }


def read_summary(row: Row) -> TrailSummary:
    """Return the summary of a row of ``trails``."""
    first = None
    if row["first_claim"] is not None:
        first = FirstAppearance(
            claim=row["first_claim"],
            article=row["first_article"],
            outlet=row["first_outlet"],
            published=row["first_published"],
            undated=row["first_undated"],
        )
    return TrailSummary(
        id=row["cluster"],
        text=row["text"],
        articles=row["articles"],
        outlets=row["outlets"],
        independent_origins=row["independent_origins"],
        cannot_tell=row["cannot_tell"],
        first_appearance=first,
        stances=Stances(row["supports"], row["denies"], row["reports"]),
        flags=_strings(json.loads(row["flags"])),
    )


def read_trail(whole: str) -> Trail:
    """Return the trail that ``dumps`` wrote."""
    return from_json(Trail, json.loads(whole))
