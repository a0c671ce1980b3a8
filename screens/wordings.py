"""The wordings of a quotation, each under the earliest known one: kept, changed, left out and added, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from claims.records import Article, Passage, Quotation, Span, Trail, Wording
from provenance.drift import GRAVE
from provenance.quoted import spoken
from provenance.wording import align
from provenance.words import Word, words
from screens import addresses
from screens.frame import outlet
from screens.markup import EMPTY, exact, fill, join, name
from screens.words import DRIFT, DRIFT_MEANS, count, date

SHOWN = 5
"""Articles with one and the same wording that are named."""
_TRAILING = " ,"  # the comma before a closing quotation mark is the sentence's, not the quotation's
LONGEST_CUT = 24
"""Words of a cut that are shown; of a longer one its ends."""


def articles_of(trail: Trail) -> set[str]:
    """Return the articles that the quotations of ``trail`` are shown with."""
    wordings = [wording for quotation in trail.quotations for wording in quotation.wordings]
    return {article for wording in wordings for article in (wording.place.article, *wording.articles[:SHOWN])}


def holds(quotation: Quotation, a: Passage, b: Passage) -> bool:
    """Tell whether two passages are wordings of ``quotation``."""
    return {a, b} <= {wording.place for wording in quotation.wordings}


def table(quotation: Quotation, articles: Mapping[str, Article]) -> Markup:
    """Return the wordings of ``quotation``, earliest known first."""
    first = quotation.wordings[0]
    rows = join(_row(wording, first, articles) for wording in quotation.wordings)
    legend = (
        '<div class="legend"><span><del>left out</del></span><span><ins>changed or added</ins></span>'
        "<span>all else as in the earliest known wording</span></div>"
    )
    return fill("<h3>One quotation in {} wordings</h3>{}{}", len(quotation.wordings), Markup(legend), rows)


def _row(wording: Wording, first: Wording, articles: Mapping[str, Article]) -> Markup:
    article = articles[wording.place.article]
    text = wording.place.start, wording.place.end
    said = (
        exact(article.text[slice(*text)].rstrip(_TRAILING))
        if wording is first
        else _compared(wording.place, first.place, article.text, articles[first.place.article].text)
    )
    return fill(
        '<article class="worded"><header>{who} {kinds}</header><div class="passage">{said}</div>'
        '<div class="said">{speaker}<a href="{at}">Open in the article</a></div></article>',
        who=_who(wording, articles),
        kinds=fill('<span class="chip">earliest known wording</span>') if wording is first else _kinds(wording),
        said=said,
        speaker=fill("Given to <b>{}</b>. ", name(wording.speaker)) if wording.speaker else EMPTY,
        at=addresses.article(article.id, *text),
    )


def _who(wording: Wording, articles: Mapping[str, Article]) -> Markup:
    shown = [articles[id] for id in wording.articles[:SHOWN] if id in articles]
    parts = [fill("<b>{}</b> <span>{}</span>", outlet(each.outlet), date(each.published)) for each in shown]
    more = len(wording.articles) - len(shown)
    if more:
        parts.append(fill("and {}", count(more, "more article")))
    return join(parts, ", ")


def _kinds(wording: Wording) -> Markup:
    if not wording.drift:
        return fill('<span class="chip">the same words</span>')
    return join(
        fill(
            '<span class="chip {}" title="{}">{}</span> ',
            "conflict" if kind in GRAVE else "slight",
            DRIFT_MEANS[kind],
            DRIFT[kind],
        )
        for kind in wording.drift
    )


def _compared(new: Passage, old: Passage, new_text: str, old_text: str) -> Markup:
    ours, theirs = words(new_text, spoken(new_text, _span(new))), words(old_text, spoken(old_text, _span(old)))
    return join(_pieces(ours, theirs, new, new_text, old_text))


def _pieces(
    new_words: Sequence[Word], old_words: Sequence[Word], new: Passage, new_text: str, old_text: str
) -> Iterator[Markup]:
    place = new.start
    for stretch in align(new_words, old_words):
        if stretch.new is not None:
            yield exact(new_text[place : stretch.new.start])
            place = stretch.new.end
        if not stretch.kept and stretch.old is not None:
            last = stretch.new is None and place > new.start and not new_text[place - 1].isspace()
            yield fill(
                "{}<del>{}</del>{}",
                " " if last else "",
                exact(_shortened(stretch.old.of(old_text))),
                "" if last else " ",
            )
        if stretch.new is not None:
            said = exact(stretch.new.of(new_text))
            yield said if stretch.kept else fill("<ins>{}</ins>", said)
    yield exact(new_text[place : new.end].rstrip(_TRAILING))


def _shortened(text: str) -> str:
    said = text.split()
    if len(said) <= LONGEST_CUT:
        return text
    half = LONGEST_CUT // 2
    return f"{' '.join(said[:half])} \u2026 {' '.join(said[-half:])}"


def _span(passage: Passage) -> Span:
    return Span(passage.start, passage.end)
