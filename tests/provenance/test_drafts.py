from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pytest
from rapidfuzz import fuzz

from claims.records import (
    Appearance,
    Article,
    Attribution,
    Checked,
    Claim,
    Correction,
    Extraction,
    Finding,
    FindingVerdict,
    Kind,
    Match,
    Polarity,
    Quantity,
    SourceType,
    Span,
    Stance,
    Stances,
    Trail,
    digest,
)
from index.matching import Matcher
from index.relation import load_relation_model
from provenance.drafts import ArchiveView, check_draft
from provenance.turns import follows
from provenance.words import keys
from settings import Index

KNOWN = "The mill was safe on Monday, and we had it in writing from two engineers"


@dataclass
class Shelf:
    """An archive of a few extractions, matched by the real matcher with shared words in place of vectors."""

    extractions: Sequence[Extraction]
    trails: Sequence[Trail] = ()

    def article_count(self) -> int:
        return len(self.extractions)

    def attributed(self, article_ids: Collection[str]) -> Mapping[str, Extraction]:
        return {each.article.id: each for each in self.extractions if each.article.id in article_ids}

    def articles_with(self, quotes: Sequence[str], limit: int) -> Sequence[Sequence[str]]:
        held = [(each.article.id, keys(each.article.text)) for each in self.extractions]
        return [
            [id for id, words in held if len(words & keys(quote)) * 2 >= len(keys(quote))][:limit] for quote in quotes
        ]

    def follows(self, pairs: Sequence[tuple[str, str]]) -> Sequence[float]:
        return follows(pairs, load_relation_model())

    def articles_of(self, outlet: str) -> list[str]:
        return [each.article.id for each in self.extractions if each.article.outlet == outlet]

    def similar_claims(self, claims: Sequence[Claim], limit: int) -> Sequence[Sequence[Match]]:
        matcher, held = Matcher(Index()), [claim for each in self.extractions for claim in each.claims]
        found = []
        for claim in claims:
            matches = [matcher.judge(claim, other, fuzz.ratio(claim.text, other.text) / 100) for other in held]
            found.append(sorted(matches, key=lambda match: -match.score)[:limit])
        return found

    def claims(self, ids: Collection[str]) -> Mapping[str, Claim]:
        return {claim.id: claim for each in self.extractions for claim in each.claims if claim.id in ids}

    def trails_of(self, claim_ids: Collection[str]) -> Mapping[str, Trail]:
        found = [(each.claim, trail) for trail in self.trails for each in trail.appearances]
        return {claim: trail for claim, trail in found if claim in claim_ids}


def said(
    outlet: str,
    quote: str,
    speaker: str | None,
    kind: Kind = Kind.DIRECT,
    type: SourceType = SourceType.PERSON,
    polarity: Polarity = Polarity.ASSERTS,
    claimed: str | None = None,
    figures: Iterable[tuple[str, float, str]] = (),
) -> Extraction:
    """An article in which one speaker says one thing, and perhaps a claim with figures (words, value, unit)."""
    marks = ("“", "”") if kind == Kind.DIRECT else ("", "")
    text = f"{marks[0]}{quote}{marks[1]}, {speaker or 'somebody'} said.{' To be checked.' if outlet == 'draft' else ''}"
    start, source = text.index(quote), text.index(speaker or "somebody")
    article = Article(
        digest(outlet, text), None, outlet, None, None, "2031-05-06", None, None, None, digest(text, length=64), text
    )
    content = Span(start, start + len(quote))
    said = text.index(" said.") + 1
    cue, who = Span(said, said + 4), Span(source, source + len(speaker or "somebody"))
    attribution = Attribution(
        f"by-{article.id}", kind, (content,), cue, who, speaker, type, (), None, polarity, 0.9, ()
    )
    claims: tuple[Claim, ...] = ()
    if claimed is not None:
        at = text.index(claimed)
        counted = tuple(
            Quantity(text.index(words), text.index(words) + len(words), words, value, unit, False)
            for words, value, unit in figures
        )
        id = f"claim-{article.id}"
        claims = (
            Claim(id, article.id, at, at + len(claimed), claimed, claimed, attribution.id, 0.8, counted, (), False),
        )
    return Extraction(article, (attribution,), claims)


def held_by(*extractions: Extraction, stance: Stance = Stance.SUPPORTS, **fields: object) -> Trail:
    """The trail of the claims of ``extractions``."""
    appearances = tuple(
        Appearance(claim.id, claim.article, each.article.outlet, claim.start, claim.end, claim.text, stance, ())
        for each in extractions
        for claim in each.claims
    )
    count = len(extractions)
    base = Trail("t", "", count, count, 1, 0, None, Stances(count, 0, 0), (), appearances, (), (), (), "")
    return replace(base, **fields)  # type: ignore[arg-type]


def found(draft: Extraction, *archived: Extraction, trails: Sequence[Trail] = ()) -> dict[Checked, Finding]:
    view: ArchiveView = Shelf(archived, trails)
    return {finding.what: finding for finding in check_draft(draft, view)}


def quote_verdict(draft: Extraction, *archived: Extraction) -> tuple[FindingVerdict, tuple[str, ...]]:
    finding = found(draft, *archived)[Checked.QUOTE]
    return finding.verdict, finding.reasons


ARCHIVED = said("Vale Star", KNOWN, "Runa Tolk")


def test_the_very_words_of_the_same_speaker_are_verbatim_with_the_passage_beside_them() -> None:
    finding = found(said("draft", KNOWN, "Tolk"), ARCHIVED)[Checked.QUOTE]
    assert finding.verdict == FindingVerdict.VERBATIM
    assert [(each.article, each.text) for each in finding.evidence] == [(ARCHIVED.article.id, KNOWN)]
    assert finding.reasons == ("Vale Star (2031-05-06): word for word (said by Runa Tolk)",)


def test_another_word_is_an_alteration_told_word_by_word() -> None:
    verdict, reasons = quote_verdict(said("draft", KNOWN.replace("in writing", "on paper"), "Runa Tolk"), ARCHIVED)
    assert verdict == FindingVerdict.ALTERED
    assert "‘on paper’ here, ‘in writing’ there" in reasons[0]


def test_brackets_marks_and_spelling_are_no_alteration() -> None:
    archived = said("Vale Star", "They honour the harbor's dead, don't they, each winter", "Runa Tolk")
    draft = said("draft", "They honor the harbour’s dead, don’t they, [here] each winter", "Runa Tolk")
    assert quote_verdict(draft, archived)[0] == FindingVerdict.VERBATIM


def test_the_same_words_in_another_mouth_are_seen() -> None:
    verdict, reasons = quote_verdict(said("draft", KNOWN, "Orm Helle"), ARCHIVED)
    assert verdict == FindingVerdict.OTHER_SPEAKER
    assert "Runa Tolk" in reasons[0]


def test_where_as_many_articles_name_one_speaker_as_another_nobody_can_tell() -> None:
    other = said("Fell Post", KNOWN, "Orm Helle")
    assert quote_verdict(said("draft", KNOWN, "Orm Helle"), ARCHIVED, other)[0] == FindingVerdict.CANNOT_TELL
    third = said("Moor Echo", KNOWN + " ", "Orm Helle")
    assert quote_verdict(said("draft", KNOWN, "Orm Helle"), ARCHIVED, other, third)[0] == FindingVerdict.VERBATIM
    assert quote_verdict(said("draft", KNOWN, "Runa Tolk"), ARCHIVED, other, third)[0] == FindingVerdict.OTHER_SPEAKER


def test_an_unnamed_speaker_is_nobody_else() -> None:
    archived = said("Vale Star", KNOWN, "a miller", type=SourceType.ANONYMOUS)
    assert quote_verdict(said("draft", KNOWN, "Runa Tolk"), archived)[0] == FindingVerdict.VERBATIM


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("I will pay the men if the bank pays me", "I will pay the men"),
        ("I never said that the mill was safe to enter", "the mill was safe to enter"),
        ("The mill was not safe on the Monday of the fire", "The mill was safe on the Monday of the fire"),
    ],
)
def test_a_quotation_that_lost_its_condition_or_negation_is_cut(whole: str, part: str) -> None:
    verdict, reasons = quote_verdict(said("draft", part, "Runa Tolk"), said("Vale Star", whole, "Runa Tolk"))
    assert verdict == FindingVerdict.CUT
    assert "is only there" in reasons[0]


def test_a_cut_that_no_rule_knows_is_told_where_what_is_left_does_not_follow() -> None:
    whole = "It is said in the village that the miller burned his own mill"
    draft = said("draft", "The miller burned his own mill", "Runa Tolk")
    verdict, reasons = quote_verdict(draft, said("Vale Star", whole, "Runa Tolk"))
    assert verdict == FindingVerdict.CUT
    assert "‘It is said in the village that’ is only there" in reasons[0]


def test_a_person_who_is_only_described_is_nobody_else() -> None:
    findings = found(said("draft", KNOWN, "the miller"), ARCHIVED)
    assert findings[Checked.QUOTE].verdict == FindingVerdict.VERBATIM
    assert findings[Checked.ATTRIBUTION].verdict == FindingVerdict.CANNOT_TELL


def test_a_harmless_part_is_verbatim() -> None:
    draft = said("draft", "The mill was safe on Monday", "Runa Tolk")
    assert quote_verdict(draft, ARCHIVED)[0] == FindingVerdict.VERBATIM


def test_words_found_outside_any_quotation_are_verbatim_with_no_speaker() -> None:
    bare = replace(ARCHIVED, attributions=())
    finding = found(said("draft", KNOWN, "Runa Tolk"), bare)[Checked.QUOTE]
    assert finding.verdict == FindingVerdict.VERBATIM
    assert finding.evidence[0].text == KNOWN
    assert "the speaker cannot be told" in finding.reasons[0]


def test_what_is_not_found_is_not_called_false() -> None:
    draft = said("draft", "The geese have left the north pond early", "Runa Tolk", claimed="The geese have left")
    findings = found(draft, ARCHIVED, said("Fell Post", "Nothing to report today, as ever", "Orm Helle"))
    for what in (Checked.QUOTE, Checked.CLAIM):
        assert findings[what].verdict == FindingVerdict.NOT_FOUND
        assert findings[what].reasons == ("not found in 2 articles of the archive",)
        assert findings[what].evidence == ()


def test_a_draft_is_no_evidence_of_itself() -> None:
    assert quote_verdict(ARCHIVED, ARCHIVED)[0] == FindingVerdict.NOT_FOUND


def test_of_a_mixed_quotation_only_the_marked_words_are_compared() -> None:
    text = "the mill “was safe on Monday, and we had it in writing” from its engineers"
    draft = said("draft", text, "Runa Tolk", Kind.MIXED)
    finding = found(draft, ARCHIVED)[Checked.QUOTE]
    assert finding.text == "was safe on Monday, and we had it in writing"
    assert finding.verdict == FindingVerdict.VERBATIM


def test_what_is_said_inside_a_quotation_is_checked_with_it() -> None:
    draft = said("draft", KNOWN, "Runa Tolk")
    (outer,) = draft.attributions
    start = draft.article.text.index("we had it in writing")
    inner = replace(outer, id="inner", content=(Span(start, start + 20),), speaker=None, parent=outer.id)
    findings = check_draft(replace(draft, attributions=(outer, inner)), Shelf([ARCHIVED]))
    assert [each.text for each in findings if each.what == Checked.QUOTE] == [KNOWN]


def test_an_attribution_names_the_articles_that_make_it_too() -> None:
    finding = found(said("draft", KNOWN, "Runa Tolk"), ARCHIVED)[Checked.ATTRIBUTION]
    assert (finding.text, finding.verdict) == ("Runa Tolk", FindingVerdict.SUPPORTED)
    assert finding.reasons == ("Vale Star (2031-05-06): said by the same",)


def test_an_attribution_is_contradicted_where_the_very_words_are_surely_somebody_elses() -> None:
    finding = found(said("draft", KNOWN, "Orm Helle"), ARCHIVED)[Checked.ATTRIBUTION]
    assert finding.verdict == FindingVerdict.CONTRADICTED
    assert finding.reasons == ("1 article: said by Runa Tolk", "no article gives it to Orm Helle")


def test_an_attribution_cannot_be_told_where_the_speaker_there_is_unnamed() -> None:
    archived = said("Vale Star", KNOWN, "a miller", type=SourceType.ANONYMOUS)
    finding = found(said("draft", KNOWN, "Runa Tolk"), archived)[Checked.ATTRIBUTION]
    assert finding.verdict == FindingVerdict.CANNOT_TELL
    assert finding.reasons == ("Vale Star (2031-05-06): said there, but not clearly by whom",)


def test_an_attribution_of_what_the_archive_lacks_is_not_found_and_not_called_false() -> None:
    finding = found(said("draft", "The geese have left the north pond early", "Runa Tolk"), ARCHIVED)[
        Checked.ATTRIBUTION
    ]
    assert finding.verdict == FindingVerdict.NOT_FOUND
    assert finding.reasons == ("that Runa Tolk said so is not found in 1 article of the archive",)


def test_a_speaker_who_gave_another_figure_contradicts_the_attribution() -> None:
    archived = hurt("Vale Star", "12", 12.0)
    finding = found(hurt("draft", "30", 30.0), archived, trails=[held_by(archived)])[Checked.ATTRIBUTION]
    assert finding.verdict == FindingVerdict.CONTRADICTED
    assert finding.reasons == ("Vale Star (2031-05-06): the same speaker says otherwise",)


def according_to(outlet: str, value: float = 12.0) -> Extraction:
    """A draft that gives an outlet as the source of a claim."""
    draft = hurt("draft", f"{value:.0f}", value)
    (attribution,) = draft.attributions
    return replace(draft, attributions=(replace(attribution, speaker=outlet, source_type=SourceType.OUTLET),))


def test_according_to_an_outlet_is_supported_by_an_article_of_that_outlet() -> None:
    archived = replace(hurt("Vale Star", "12", 12.0), attributions=())
    finding = found(according_to("Vale Star"), archived, trails=[held_by(archived)])[Checked.ATTRIBUTION]
    assert finding.verdict == FindingVerdict.SUPPORTED
    assert finding.reasons == ("Vale Star (2031-05-06): said there",)
    assert [each.article for each in finding.evidence] == [archived.article.id]


def test_according_to_an_outlet_whose_articles_lack_it_says_which_outlet_has_it() -> None:
    archived, silent = hurt("Vale Star", "12", 12.0), said("Fell Post", "Nothing to report today, as ever", "Orm Helle")
    finding = found(according_to("Fell Post"), archived, silent, trails=[held_by(archived)])[Checked.ATTRIBUTION]
    assert finding.verdict == FindingVerdict.NOT_FOUND
    assert finding.reasons == ("not found in 1 article of Fell Post in the archive", "said in Vale Star (2031-05-06)")


def test_according_to_an_outlet_that_has_another_figure_is_contradicted() -> None:
    archived = hurt("Vale Star", "12", 12.0)
    finding = found(according_to("Vale Star", 30.0), archived, trails=[held_by(archived)])[Checked.ATTRIBUTION]
    assert finding.verdict == FindingVerdict.CONTRADICTED
    assert finding.reasons == ("Vale Star (2031-05-06): says otherwise",)


def test_a_carrier_whose_articles_are_here_is_judged_where_the_draft_names_it() -> None:
    draft = said("draft", KNOWN, "Runa Tolk")
    text = draft.article.text.replace("said. To", "told the Fell Post. To")
    article = replace(draft.article, text=text, sha256=digest(text, length=64))
    (attribution,) = draft.attributions
    told = Extraction(article, (replace(attribution, via=("Fell Post",)),), ())
    findings = check_draft(told, Shelf([ARCHIVED, said("Fell Post", "Nothing to report today, as ever", "Orm Helle")]))
    about = {each.text: each.verdict for each in findings if each.what == Checked.ATTRIBUTION}
    assert about == {"Runa Tolk": FindingVerdict.SUPPORTED, "Fell Post": FindingVerdict.NOT_FOUND}


def test_a_claim_with_a_figure_that_the_archive_leaves_out_is_not_borne_out() -> None:
    claim = "The fire at the Halden mill hurt weavers on Monday"
    archived = said("Vale Star", claim, "the fire service", Kind.INDIRECT, claimed=claim)
    finding = found(hurt("draft", "12", 12.0), archived, trails=[held_by(archived)])[Checked.CLAIM]
    assert finding.verdict == FindingVerdict.CANNOT_TELL
    assert finding.reasons == ("something like it is said in 1 article, without its figures and dates",)


def test_a_claim_about_another_place_is_no_support() -> None:
    claim = "The fire at the old Halden mill hurt weavers on Monday"
    draft = said(
        "draft",
        claim.replace("Halden", "Tarrow"),
        "the fire service",
        Kind.INDIRECT,
        claimed=claim.replace("Halden", "Tarrow"),
    )
    archived = said("Vale Star", claim, "the fire service", Kind.INDIRECT, claimed=claim)
    finding = found(draft, archived, trails=[held_by(archived)])[Checked.CLAIM]
    assert finding.verdict == FindingVerdict.NOT_FOUND


def hurt(outlet: str, count: str, value: float) -> Extraction:
    claim = f"The fire at the Halden mill hurt {count} weavers on Monday"
    return said(
        outlet,
        claim,
        "the fire service",
        Kind.INDIRECT,
        claimed=claim,
        figures=[(f"{count} weavers", value, "weavers")],
    )


def test_a_claim_that_an_origin_vouches_for_is_supported() -> None:
    archived = hurt("Vale Star", "12", 12.0)
    finding = found(hurt("draft", "12", 12.0), archived, trails=[held_by(archived)])[Checked.CLAIM]
    assert finding.verdict == FindingVerdict.SUPPORTED
    assert finding.reasons == (
        "said in 1 article",
        "independent origins: 1, cannot tell: 0",
        "1 article of 1 outlet: 1 supports",
    )


def test_another_figure_is_told_apart_from_a_contradiction() -> None:
    archived = hurt("Vale Star", "12", 12.0)
    finding = found(hurt("draft", "30", 30.0), archived, trails=[held_by(archived)])[Checked.CLAIM]
    assert finding.verdict == FindingVerdict.NUMBER_DIFFERS
    assert "30 weavers against 12 weavers" in finding.reasons[0]


def test_a_claim_in_a_ring_is_found_but_nobody_vouches_for_it() -> None:
    archived = hurt("Vale Star", "12", 12.0)
    ring = held_by(archived, independent_origins=0, flags=("circular",))
    finding = found(hurt("draft", "12", 12.0), archived, trails=[ring])[Checked.CLAIM]
    assert finding.verdict == FindingVerdict.CANNOT_TELL
    assert "nobody vouches for it: the outlets cite only each other" in finding.reasons


def test_a_claim_that_the_archive_denies_is_contradicted() -> None:
    archived = hurt("Vale Star", "12", 12.0)
    trail = held_by(archived, stance=Stance.DENIES, flags=("denied",))
    finding = found(hurt("draft", "12", 12.0), archived, trails=[trail])[Checked.CLAIM]
    assert finding.verdict == FindingVerdict.CONTRADICTED
    assert "Vale Star (2031-05-06): denies it" in finding.reasons


def corrected(report: Extraction, *resting: Extraction) -> Correction:
    """That the outlet of ``report`` corrected it, and which other articles rest on it."""
    claims = tuple(claim.id for each in resting for claim in each.claims)
    article = report.article
    return Correction(article.id, article.outlet, article.published, "2031-05-08", False, article.id, 0, 5, claims)


def test_a_claim_that_its_outlet_corrected_is_contradicted() -> None:
    archived = hurt("Vale Star", "12", 12.0)
    trail = held_by(archived, flags=("corrected",), corrections=(corrected(archived),))
    finding = found(hurt("draft", "12", 12.0), archived, trails=[trail])[Checked.CLAIM]
    assert finding.verdict == FindingVerdict.CONTRADICTED
    assert "Vale Star corrected its report of 6 May 2031 on 8 May 2031" in finding.reasons


def test_a_claim_that_rests_on_a_corrected_report_is_contradicted_and_one_beside_it_is_not() -> None:
    report, taken, other = (hurt(outlet, "12", 12.0) for outlet in ("Vale Star", "Fell Post", "Moor Mail"))
    trail = held_by(report, taken, other, flags=("corrected",), corrections=(corrected(report, taken),))
    claim = found(hurt("draft", "12", 12.0), taken, trails=[trail])[Checked.CLAIM]
    assert claim.verdict == FindingVerdict.CONTRADICTED
    assert any("one appearance in one outlet rests on it" in reason for reason in claim.reasons)
    assert found(hurt("draft", "12", 12.0), other, trails=[trail])[Checked.CLAIM].verdict == FindingVerdict.SUPPORTED


def test_a_disputed_claim_is_left_open_with_both_sides() -> None:
    one, other = hurt("Vale Star", "12", 12.0), hurt("Fell Post", "12", 12.0)
    trails = [held_by(one), replace(held_by(other, stance=Stance.DENIES), id="u")]
    finding = found(hurt("draft", "12", 12.0), one, other, trails=trails)[Checked.CLAIM]
    assert finding.verdict == FindingVerdict.CANNOT_TELL
    assert {each.article for each in finding.evidence} == {one.article.id, other.article.id}


def test_findings_come_in_the_order_of_the_text_and_point_into_it() -> None:
    draft = said("draft", KNOWN, "Runa Tolk", claimed="The mill was safe on Monday")
    findings = check_draft(draft, Shelf([ARCHIVED]))
    assert [finding.what for finding in findings] == [Checked.CLAIM, Checked.QUOTE, Checked.ATTRIBUTION]
    assert all(draft.article.text[each.start : each.end] == each.text for each in findings)


def test_an_empty_archive_and_an_empty_draft_are_no_trouble() -> None:
    draft = said("draft", KNOWN, None)
    assert [each.reasons for each in check_draft(draft, Shelf([]))] == [("not found in 0 articles of the archive",)]
    quiet = said("draft", KNOWN, None, Kind.INDIRECT)
    assert check_draft(replace(quiet, attributions=()), Shelf([ARCHIVED])) == []


def test_words_in_quotation_marks_are_checked_where_the_draft_does_not_say_whose_they_are() -> None:
    draft = replace(said("draft", KNOWN, None), attributions=())
    (finding,) = check_draft(draft, Shelf([ARCHIVED]))
    assert (finding.text, finding.verdict) == (KNOWN, FindingVerdict.VERBATIM)
    assert finding.reasons == ("Vale Star (2031-05-06): word for word (said by Runa Tolk)",)


def test_a_quote_that_was_given_another_paragraphs_speaker_is_its_own_paragraphs_only_name() -> None:
    text = f"Orm Helle said nothing.\n\nIn the words of Runa Tolk: “{KNOWN}.”"
    (known,) = said("draft", KNOWN, "Orm Helle").attributions
    start = text.index(KNOWN)
    wrong = replace(known, content=(Span(start, start + len(KNOWN)),), source=Span(0, 9), cue=None)
    article = replace(ARCHIVED.article, id="d", outlet=None, text=text, sha256=digest(text, length=64))
    findings = check_draft(Extraction(article, (wrong,), ()), Shelf([ARCHIVED]))
    assert [(each.text, each.verdict) for each in findings] == [
        ("Runa Tolk", FindingVerdict.SUPPORTED),
        (KNOWN, FindingVerdict.VERBATIM),
    ]


def test_a_quotation_put_together_from_two_sentences_is_altered() -> None:
    spoken = "We told the board that the ramp was weak. Somebody wrote back, and the drawings are of another ferry"
    spliced = "We told the board that the drawings are of another ferry"
    verdict, reasons = quote_verdict(said("draft", spliced, "Runa Tolk"), said("Vale Star", spoken, "Runa Tolk"))
    assert verdict == FindingVerdict.ALTERED
    assert "Somebody wrote back" in reasons[0]


def test_a_wording_of_somebody_else_that_is_only_somewhat_alike_is_not_the_quotation() -> None:
    archived = said("Vale Star", "The mill was safe on Monday, and she had no quarrel with any of us", "Runa Tolk")
    assert quote_verdict(said("draft", KNOWN, "Orm Helle"), archived)[0] == FindingVerdict.NOT_FOUND


def test_a_few_words_that_somebody_else_said_too_tell_of_no_other_speaker() -> None:
    archived = said("Vale Star", "We are very sorry, and we will rebuild the mill", "Runa Tolk")
    assert quote_verdict(said("draft", "We are very sorry", "Orm Helle"), archived)[0] == FindingVerdict.CANNOT_TELL


def test_a_person_for_an_organisation_that_the_article_names_may_be_its_mouth() -> None:
    draft = said("draft", KNOWN, "Halden Milling", type=SourceType.ORGANISATION)
    named = replace(ARCHIVED.article, text=ARCHIVED.article.text + " Tolk manages Halden Milling.")
    assert quote_verdict(draft, replace(ARCHIVED, article=named))[0] == FindingVerdict.VERBATIM
    assert quote_verdict(draft, ARCHIVED)[0] == FindingVerdict.OTHER_SPEAKER
