"""The rules by which edges of a trail are read, each by a name that a page can put into words."""

from __future__ import annotations

from enum import StrEnum


class Rule(StrEnum):
    """Why an edge is there."""

    # copies
    CREDITS_OUTLET = "credits_outlet"  # shared wording, and a credit to the other's outlet
    PUBLISHED_LATER = "published_later"  # shared wording, and the dates tell which was first
    SHARED_WORDING = "shared_wording"  # shared wording, and nothing tells which was first
    SAME_BYLINE = "same_byline"  # less shared wording, but one author
    SAME_BYLINE_UNDATED = "same_byline_undated"
    SAME_OWNER = "same_owner"  # less shared wording, but one owner
    SAME_OWNER_UNDATED = "same_owner_undated"
    # credits: whose report an article says it is
    WIRE_DATELINE = "wire_dateline"  # "HARTFORD (Reuters) -"
    WIRE_CREDIT = "wire_credit"  # "Source: Reuters"
    WIRE_BYLINE = "wire_byline"  # "By Jo Lund, Associated Press"
    REPRINT = "reprint"  # "first published in"
    CONTRIBUTED = "contributed"  # "Reuters contributed to this report"
    # citations
    NAMED_CARRIER = "named_carrier"  # "told the AP"
    ATTRIBUTED_TO_OUTLET = "attributed_to_outlet"  # "The Telegraph reported"
    NESTED_ATTRIBUTION = "nested_attribution"  # "the AP said that The Telegraph reported"
    LINK = "link"  # the passage links to a page of that outlet
    CITED_ELSEWHERE = "cited_elsewhere"  # the article names it for something else
    OWN_ARTICLE = "own_article"  # from a cited outlet to its article
    # ends
    QUOTED = "quoted"
    TOLD_CARRIER = "told_carrier"  # "told", "briefed"
    RESTS_ON_DOCUMENT = "rests_on_document"
    OWN_REPORT = "own_report"  # "has learned", or what others cite an outlet for
    SAME_QUOTATION = "same_quotation"  # the words that another article quotes as well
    POSSIBLY_THE_SAME = "possibly_the_same"  # a source that may be one that is counted
    OTHER_SPEAKER = "other_speaker"  # the same quotation, given to somebody else
    # where a way is lost
    NO_SOURCE_GIVEN = "no_source_given"
    UNNAMED_DOCUMENT = "unnamed_document"
    VAGUE_OUTLET = "vague_outlet"
    # beside the claim
    DENIAL = "denial"


UNDIRECTED = frozenset({Rule.SHARED_WORDING, Rule.SAME_BYLINE_UNDATED, Rule.SAME_OWNER_UNDATED})
"""Copies of which nobody knows which was first."""
ONLY_MAY_BE = frozenset({Rule.POSSIBLY_THE_SAME, Rule.OTHER_SPEAKER})
"""Edges to an origin that the named source may be: possible, not asserted."""
LOST = frozenset({Rule.NO_SOURCE_GIVEN, Rule.UNNAMED_DOCUMENT, Rule.VAGUE_OUTLET})
"""Edges to a name at which the way is lost."""
