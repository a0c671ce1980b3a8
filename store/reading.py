"""The tables of a copy made for reading: what each column means, and how it is filled from an archive.

In the SQL, ``archive`` is the archive, attached.
"""

from __future__ import annotations

from dataclasses import dataclass

_SPAN = "Counts Unicode code points of the article's text from 0, end exclusive: substr(text, start + 1, end - start)."


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its SQL type, what it means, and the table whose ``id`` it holds."""

    name: str
    kind: str
    about: str
    refers: str | None = None

    @property
    def sql(self) -> str:
        """The column's line in CREATE TABLE."""
        key = " PRIMARY KEY NOT NULL" if self.name == "id" else ""
        return f'"{self.name}" {self.kind}{key}' + (f" REFERENCES {self.refers} (id)" if self.refers else "")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the copy: what it holds, how it is filled from the archive, how Datasette shows it.

    ``label`` is the column that names a row where another table refers to it. A facet with ``[]`` is a JSON array.
    ``order`` is a column, with ``-`` where the greatest comes first; ``search`` are columns that are searched.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    select: str
    label: str | None = None
    facets: tuple[str, ...] = ()
    order: str | None = None
    search: tuple[str, ...] = ()


def _text(name: str, about: str, refers: str | None = None) -> Column:
    return Column(name, "TEXT", about, refers)


def _whole(name: str, about: str) -> Column:
    return Column(name, "INTEGER", about)


def _share(name: str, about: str) -> Column:
    return Column(name, "REAL", about)


def _span(prefix: str = "") -> tuple[Column, Column]:
    return _whole(f"{prefix}start", f"Where the passage begins. {_SPAN}"), _whole(f"{prefix}end", "Where it ends.")


def _of(path: str) -> str:
    """SQL for what stands at ``path`` in a part of a trail."""
    return f"json_extract(v.value, '$.{path}')"


def _parts(key: str, *columns: str) -> str:
    """SQL for the parts of all trails that stand under ``key``; a column is a path in a part, or SQL."""
    chosen = ", ".join(column if "(" in column else _of(column) for column in columns)
    return (
        f"SELECT w.cluster, {chosen} FROM archive.trail_wholes w, json_each(w.trail, '$.{key}') v"
        " ORDER BY w.cluster, v.key"
    )


def _words(article: str, span: str) -> str:
    """SQL for the words of an article at a span that is a JSON object."""
    start, end = (f"json_extract({span}, '$.{side}')" for side in ("start", "end"))
    return f"(SELECT substr(text, {start} + 1, {end} - {start}) FROM archive.articles WHERE id = {article})"


TABLES = (
    Table(
        "articles",
        "Published texts. A text is evidence: it is kept as it came, and every place in it stays where it is.",
        (
            _text("id", "Made of outlet, address and text: the same article has the same id in every archive."),
            _text("title", "The headline."),
            _text("outlet", "Who published it; empty where nobody told."),
            _text("published", "When, ISO 8601; empty where it is unknown, never guessed."),
            _text("url", "Its address on the web."),
            _text("author", "The byline."),
            _text("modified", "When it was last changed, as it says itself."),
            _text("retrieved", "When it was fetched."),
            _text("date_source", "Where the date was read: given, metadata, url or text."),
            _text("sha256", "SHA-256 of the text as UTF-8."),
            _text("text", "The text, to the code point."),
        ),
        "SELECT id, title, outlet, published, url, author, modified, retrieved, date_source, sha256, text"
        " FROM archive.articles ORDER BY arrival",
        label="title",
        facets=("outlet",),
        order="published",
        search=("title", "text"),
    ),
    Table(
        "clusters",
        "One row for each claim that is told, in however many articles: who tells it, and who really stands behind it.",
        (
            _text("id", "Stays when more articles tell the claim."),
            _text("text", "The claim in the words of one of its articles."),
            _text("summary", "The trail in plain sentences."),
            _whole("articles", "In how many articles it appears."),
            _whole("outlets", "In how many outlets."),
            _whole("independent_origins", "People, documents, data and own eyes that vouch for it, each counted once."),
            _whole(
                "cannot_tell", "Further ends of its trail that might be origins; with those, the most there can be."
            ),
            _whole("supports", "Articles that say it in their own voice or on their own evidence."),
            _whole("denies", "Articles that say it is not so."),
            _whole("reports", "Articles that only pass it on."),
            _text("flags", "circular, anonymous_only, conflict, denied, corrected (a JSON array)."),
            _text("first_published", "Date of the earliest known appearance."),
            _text("first_outlet", "Its outlet; empty, as the next, where no date tells which is the first."),
            _text("first_article", "The earliest known appearance.", "articles"),
            _whole("undated", "Articles without a date, which might be earlier."),
            _text("representative", "The claim whose words stand for all.", "claims"),
        ),
        "SELECT t.cluster, t.text, json_extract(w.trail, '$.summary'), t.articles, t.outlets, t.independent_origins,"
        " t.cannot_tell, t.supports, t.denies, t.reports, t.flags, t.first_published,"
        " iif(t.first_published IS NULL AND t.articles > 1, NULL, t.first_outlet),"
        " iif(t.first_published IS NULL AND t.articles > 1, NULL, t.first_article),"
        " t.first_undated, c.representative FROM archive.trails t"
        " JOIN archive.trail_wholes w ON w.cluster = t.cluster JOIN archive.clusters c ON c.id = t.cluster"
        " ORDER BY t.articles DESC, t.cluster",
        label="text",
        facets=("flags[]", "first_outlet"),
        order="-articles",
        search=("text", "summary"),
    ),
    Table(
        "claims",
        "What single articles state, each where it stands. Two outlets that print one sentence are two claims.",
        (
            _text("id", "Made of the article and the place in it."),
            _text("text", "The article's words."),
            _text("standalone", "The same by itself: who said it taken off, pronouns replaced where that is sure."),
            _text("article", "Where it stands.", "articles"),
            _text("cluster", "The claim that it is one telling of; empty for questions and opinions.", "clusters"),
            _text(
                "attribution", "To whom the article attributes it; empty: the outlet says it itself.", "attributions"
            ),
            *_span(),
            _share("worth", "How much it is worth checking, 0 to 1."),
            _whole("negated", "1 where it says that something is not so."),
            _text("flags", "denial, opinion, prediction, question (a JSON array)."),
            _text("quantities", "Numbers in it with their units (a JSON array)."),
            _text("dates", "Dates in it (a JSON array)."),
        ),
        'SELECT c.id, c.text, c.standalone, c.article, t.cluster, c.attribution, c."start", c."end", c.worth,'
        " c.negated, c.flags, c.quantities, c.dates FROM archive.claims c LEFT JOIN archive.members m ON m.claim = c.id"
        " LEFT JOIN archive.trails t ON t.cluster = m.cluster ORDER BY c.arrival",
        label="text",
        facets=("flags[]", "negated"),
        order="-worth",
        search=("text", "standalone"),
    ),
    Table(
        "attributions",
        "Who says what in an article: source, cue and content. Quotations are those of kind direct and mixed.",
        (
            _text("id", "Made of the article and the places in it."),
            _text("text", "What is attributed: the article's words, a part on each line."),
            _text("speaker", "To whom, by the fullest name in the article; empty where it does not tell."),
            _text("source_type", "person, organisation, outlet, document, group, anonymous or unknown."),
            _text("kind", "direct: all in quotation marks; mixed: part of it; indirect: none."),
            _text("polarity", "What the cue does: asserts, denies or questions."),
            _text("via", "Carriers that the article names, nearest first (a JSON array)."),
            _text("flags", "anonymous, undescribed, contaminated... (a JSON array)."),
            _text("article", "Where it stands.", "articles"),
            _text("parent", "The attribution that this one stands in.", "attributions"),
            _share("confidence", "How sure the reading is, 0 to 1."),
            _text("content", f"Places of the content (a JSON array of spans). {_SPAN}"),
            *_span("cue_"),
            *_span("source_"),
        ),
        f"SELECT a.id, (SELECT group_concat({_words('a.article', 's.value')}, char(10)) FROM json_each(a.content) s),"
        " a.speaker, a.source_type, a.kind, a.polarity, a.via, a.flags, a.article, a.parent, a.confidence, a.content,"
        " a.cue_start, a.cue_end, a.source_start, a.source_end FROM archive.attributions a ORDER BY a.arrival",
        label="text",
        facets=("kind", "source_type", "polarity"),
        search=("text", "speaker"),
    ),
    Table(
        "appearances",
        "A claim in one article: which words, which stance, why it was joined.",
        (
            _text("cluster", "The claim that appears.", "clusters"),
            _text("article", "Where.", "articles"),
            _text("outlet", "The article's outlet."),
            _text("stance", "supports: in its own voice; denies; reports: passed on."),
            _text("text", "The article's words."),
            _text("claim", "The claim in those words.", "claims"),
            *_span(),
            _text("joined_because", "Why it is held to be this claim (a JSON array)."),
        ),
        _parts("appearances", "article", "outlet", "stance", "text", "claim", "start", "end", "joined_because"),
        facets=("stance", "outlet"),
    ),
    Table(
        "origins",
        "Who or what vouches for a claim, at the end of its trail.",
        (
            _text("cluster", "The claim.", "clusters"),
            _text("name", "Named as articles name it at its fullest; if unnamed, in their words."),
            _text("type", "person, organisation, outlet, document, group, anonymous or unknown."),
            _whole("anonymous", "1 where nobody says who it is."),
            _text("appearances", "Ids of the claims that rest on it (a JSON array)."),
        ),
        _parts("origins", "name", "type", "anonymous", "appearances"),
        facets=("type", "anonymous"),
        search=("name",),
    ),
    Table(
        "edges",
        "The steps of trails, each with the passage that proves it.",
        (
            _text("cluster", "The claim.", "clusters"),
            _text("from", "Node it leads from: article:ID, outlet:NAME or origin:ID."),
            _text("kind", "copies, cites, quotes, told or rests_on."),
            _text("to", "Node it leads to, towards the origin."),
            _text("text", "The passage."),
            _text("article", "Where the passage stands.", "articles"),
            *_span(),
            _text("rule", "The rule that found it."),
        ),
        _parts("edges", "from", "kind", "to", _words(_of("article"), "v.value"), "article", "start", "end", "rule"),
        facets=("kind", "rule"),
    ),
    Table(
        "conflicts",
        "Two passages about one claim that do not agree.",
        (
            _text("cluster", "The claim.", "clusters"),
            _text("what", "In what they differ: number, date, wording or speaker."),
            _text("values", "The two values (a JSON array)."),
            _text("a_text", "One passage."),
            _text("a_article", "Where it stands.", "articles"),
            *_span("a_"),
            _text("b_text", "The other passage."),
            _text("b_article", "Where it stands.", "articles"),
            *_span("b_"),
        ),
        _parts(
            "conflicts",
            *("what", "values"),
            *(_words(_of("a.article"), _of("a")), "a.article", "a.start", "a.end"),
            *(_words(_of("b.article"), _of("b")), "b.article", "b.start", "b.end"),
        ),
        facets=("what",),
    ),
    Table(
        "cluster_links",
        "Claims that are not one, but belong side by side.",
        (
            _text("cluster", "The claim.", "clusters"),
            _text("other", "The other.", "clusters"),
            _text("relation", "contradicts: another figure, another date; related: a person may find them the same."),
            _share("score", "How close they are, 0 to 1."),
            _text("reasons", "Why (a JSON array)."),
        ),
        "SELECT l.cluster, l.other, l.relation, l.score, l.reasons FROM archive.cluster_links l"
        " JOIN archive.trails a ON a.cluster = l.cluster JOIN archive.trails b ON b.cluster = l.other"
        " ORDER BY l.cluster, l.place",
        facets=("relation",),
        order="-score",
    ),
    Table(
        "copies",
        "Which article repeats the wording of which.",
        (
            _text("article", "The copy.", "articles"),
            _text("of", "What it repeats.", "articles"),
            _share("shared", "Share of its word sequences that stand in the other, 0 to 1."),
            _whole("directed", "0 where nothing tells which of the two came first."),
            _text("rule", "The rule that found it."),
            _text("text", "The evidence in the copy."),
            *_span(),
        ),
        'SELECT article, "of", shared, directed, rule, substr(a.text, "start" + 1, "end" - "start"), "start", "end"'
        ' FROM archive.copies JOIN archive.articles a ON a.id = article ORDER BY article, "of"',
        facets=("rule", "directed"),
        order="-shared",
    ),
    Table(
        "fact_checks",
        "Earlier verdicts of fact-checkers. A rating stands in its publisher's words and is never interpreted.",
        (
            _text("id", "Made of all that it says."),
            _text("claim", "The claim as it was checked."),
            _text("rating", "The verdict, in the publisher's words."),
            _text("publisher", "Whose verdict it is."),
            _text("reviewed", "When the verdict came."),
            _text("claimant", "Who said it."),
            _text("claimed", "When."),
            _text("url", "The fact-check on the web."),
            _whole("stands", "0 where the same publisher's page has given a later verdict."),
        ),
        "SELECT id, claim, rating, publisher, reviewed, claimant, claimed, url, NOT EXISTS (SELECT 1 FROM"
        " archive.fact_checks later WHERE later.wording = f.wording AND later.url = f.url"
        " AND (later.reviewed_at, later.arrival) > (f.reviewed_at, f.arrival))"
        " FROM archive.fact_checks f ORDER BY arrival",
        label="claim",
        facets=("publisher", "rating", "stands"),
        search=("claim",),
    ),
    Table(
        "fact_check_matches",
        "Which claims an earlier fact-check is about, or may be. Read both: the verdict is on the claim as checked.",
        (
            _text("fact_check", "The fact-check.", "fact_checks"),
            _text("claim", "The claim that it was compared with.", "claims"),
            _text("cluster", "The cluster of that claim.", "clusters"),
            _whole("sure", "1 where it is this claim or its contrary, 0 where it may be."),
            _text("relation", "same; contradicts: the contrary was checked; related."),
            _share("score", "How close they are, 0 to 1."),
            _text("reasons", "What agrees and what differs (a JSON array)."),
        ),
        "SELECT f.id, m.claim, t.cluster, m.score >= :least AND m.relation IN (SELECT value FROM json_each(:about)),"
        " m.relation, m.score, m.reasons FROM archive.fact_check_matches m"
        " JOIN archive.fact_checks f ON f.wording = m.wording LEFT JOIN archive.members ON members.claim = m.claim"
        " LEFT JOIN archive.trails t ON t.cluster = members.cluster ORDER BY m.score DESC, f.arrival, m.claim",
        facets=("sure", "relation"),
        order="-score",
    ),
    Table(
        "judgements",
        "What people decided on two claims: one, or not. A later decision supersedes an earlier one.",
        (
            _text("id", "The decision."),
            _text("left", "Id of the one claim."),
            _text("right", "Id of the other."),
            _text("verdict", "same, not_same, or withdrawn: the machine decides again."),
            _text("by", "Who decided."),
            _text("at", "When."),
            _text("note", "Why."),
        ),
        'SELECT id, "left", "right", verdict, "by", "at", note FROM archive.judgements ORDER BY arrival',
        facets=("verdict", "by"),
        order="-at",
    ),
    Table(
        "source_judgements",
        "What people decided on two names in articles: one source, or not.",
        (
            _text("id", "The decision."),
            _text("left", "Article and name of the one."),
            _text("right", "Article and name of the other."),
            _text("verdict", "same, not_same, or withdrawn: the machine decides again."),
            _text("by", "Who decided."),
            _text("at", "When."),
            _text("note", "Why."),
        ),
        'SELECT id, "left", "right", verdict, "by", "at", note FROM archive.source_judgements ORDER BY arrival',
        facets=("verdict", "by"),
        order="-at",
    ),
)

QUERIES = (
    (
        "many_outlets_one_origin",
        "Many outlets, one origin",
        "Claims that several outlets tell and that all go back to one origin, or might.",
        "SELECT id, text, outlets, independent_origins, cannot_tell, summary FROM clusters"
        " WHERE outlets > 1 AND independent_origins + cannot_tell <= 1 ORDER BY outlets DESC, id",
    ),
    (
        "who_vouches",
        "Who vouches for how many claims",
        "Named origins at the ends of trails, those of most claims first.",
        "SELECT name, type, COUNT(DISTINCT cluster) AS claims FROM origins WHERE NOT anonymous"
        " GROUP BY name, type ORDER BY claims DESC, name",
    ),
    (
        "rated_claims",
        "Claims that were checked before",
        "Claims with the earlier verdicts that are surely about them; the rating is of the claim as checked.",
        "SELECT DISTINCT clusters.id, clusters.text, checked.claim AS as_checked, checked.rating, checked.publisher,"
        " checked.url, matches.relation FROM fact_check_matches AS matches"
        " JOIN fact_checks AS checked ON checked.id = matches.fact_check JOIN clusters ON clusters.id = matches.cluster"
        " WHERE matches.sure AND checked.stands ORDER BY clusters.text, checked.publisher",
    ),
)
"""Of Datasette: name, title, description and SQL."""
