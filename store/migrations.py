"""The history of the archive's schema: named steps, append-only.

A step that has shipped is never edited: a change to the schema is a new function at the end of ``HISTORY``.
Each runs once in an archive's life, in one transaction with the record that it ran (``_sqlite_migrations``).
The tables are meant to be read by people too, in Datasette or the sqlite3 shell.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

from claims.errors import ArchiveError

MIGRATIONS = Migrations("claimtrail")


def m001_articles(db: Database) -> None:
    """Articles, whose text nothing can change, and what is attributed in them."""
    db.executescript(
        """
        CREATE TABLE articles (
            arrival INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            url TEXT,
            outlet TEXT,
            title TEXT,
            author TEXT,
            published TEXT,
            modified TEXT,
            retrieved TEXT,
            date_source TEXT,
            sha256 TEXT NOT NULL,
            extractor TEXT NOT NULL,
            text TEXT NOT NULL
        );
        CREATE INDEX articles_by_outlet ON articles (outlet);
        CREATE TRIGGER articles_text_never_changes BEFORE UPDATE OF id, text, sha256 ON articles
        BEGIN SELECT RAISE(ABORT, 'the text of an article is evidence and never changes'); END;

        CREATE TABLE attributions (
            arrival INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            article TEXT NOT NULL REFERENCES articles (id),
            kind TEXT NOT NULL,
            speaker TEXT,
            source_type TEXT NOT NULL,
            polarity TEXT NOT NULL,
            parent TEXT REFERENCES attributions (id) DEFERRABLE INITIALLY DEFERRED,
            via TEXT NOT NULL,
            flags TEXT NOT NULL,
            confidence REAL NOT NULL,
            content TEXT NOT NULL,
            cue_start INTEGER,
            cue_end INTEGER,
            source_start INTEGER,
            source_end INTEGER
        );
        CREATE INDEX attributions_by_article ON attributions (article);
        """
    )


def m002_claims(db: Database) -> None:
    """Claims, and their words for full-text search."""
    db.executescript(
        """
        CREATE TABLE claims (
            arrival INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            article TEXT NOT NULL REFERENCES articles (id),
            "start" INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            text TEXT NOT NULL,
            standalone TEXT NOT NULL,
            attribution TEXT REFERENCES attributions (id),
            worth REAL NOT NULL,
            negated INTEGER NOT NULL,
            quantities TEXT NOT NULL,
            dates TEXT NOT NULL
        );
        CREATE INDEX claims_by_article ON claims (article);

        CREATE VIRTUAL TABLE claims_fts USING fts5 (
            text, standalone, content='claims', content_rowid='arrival',
            tokenize='porter unicode61 remove_diacritics 2'
        );
        CREATE TRIGGER claims_fts_after_insert AFTER INSERT ON claims BEGIN
            INSERT INTO claims_fts (rowid, text, standalone) VALUES (new.arrival, new.text, new.standalone);
        END;
        CREATE TRIGGER claims_fts_after_delete AFTER DELETE ON claims BEGIN
            INSERT INTO claims_fts (claims_fts, rowid, text, standalone)
            VALUES ('delete', old.arrival, old.text, old.standalone);
        END;
        CREATE TRIGGER claims_fts_after_update AFTER UPDATE ON claims BEGIN
            INSERT INTO claims_fts (claims_fts, rowid, text, standalone)
            VALUES ('delete', old.arrival, old.text, old.standalone);
            INSERT INTO claims_fts (rowid, text, standalone) VALUES (new.arrival, new.text, new.standalone);
        END;
        """
    )


def m003_vectors(db: Database) -> None:
    """Vectors by model and text hash, and which stage has done what."""
    db.executescript(
        """
        CREATE TABLE vectors (
            model TEXT NOT NULL,
            hash TEXT NOT NULL,
            vector BLOB NOT NULL,
            PRIMARY KEY (model, hash)
        );
        CREATE TABLE progress (
            stage TEXT NOT NULL,
            id TEXT NOT NULL,
            PRIMARY KEY (stage, id)
        ) WITHOUT ROWID;
        """
    )


def m004_judgements(db: Database) -> None:
    """What people decided. No reference to claims: a judgement outlives the claims it was made on."""
    db.executescript(
        """
        CREATE TABLE judgements (
            arrival INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            "left" TEXT NOT NULL,
            "right" TEXT NOT NULL,
            verdict TEXT NOT NULL,
            "by" TEXT NOT NULL,
            "at" TEXT NOT NULL,
            note TEXT
        );
        CREATE TRIGGER judgements_are_never_changed BEFORE UPDATE ON judgements
        BEGIN SELECT RAISE(ABORT, 'a judgement is superseded by a later one, never changed'); END;
        CREATE TRIGGER judgements_are_never_deleted BEFORE DELETE ON judgements
        BEGIN SELECT RAISE(ABORT, 'a judgement is superseded by a later one, never deleted'); END;
        """
    )


def m005_copies(db: Database) -> None:
    """Which article repeats the wording of which."""
    db.executescript(
        """
        CREATE TABLE copies (
            article TEXT NOT NULL REFERENCES articles (id),
            "of" TEXT NOT NULL REFERENCES articles (id),
            shared REAL NOT NULL,
            directed INTEGER NOT NULL,
            rule TEXT NOT NULL,
            "start" INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            PRIMARY KEY (article, "of")
        );
        CREATE INDEX copies_by_of ON copies ("of");
        """
    )


def m006_clusters(db: Database) -> None:
    """Clusters, what is in them and beside them, and where the ids of those that are gone lead.

    ``trail_is_current`` is 0 from a change of the cluster until its next trail.
    """
    db.executescript(
        """
        CREATE TABLE clusters (
            id TEXT PRIMARY KEY NOT NULL,
            representative TEXT NOT NULL REFERENCES claims (id),
            trail_is_current INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX clusters_without_trail ON clusters (id) WHERE NOT trail_is_current;
        CREATE TABLE members (
            claim TEXT PRIMARY KEY NOT NULL REFERENCES claims (id),
            cluster TEXT NOT NULL REFERENCES clusters (id) ON DELETE CASCADE,
            place INTEGER NOT NULL,
            closeness REAL NOT NULL,
            because TEXT NOT NULL
        );
        CREATE INDEX members_by_cluster ON members (cluster, place);
        CREATE TABLE cluster_links (
            cluster TEXT NOT NULL REFERENCES clusters (id) ON DELETE CASCADE,
            other TEXT NOT NULL REFERENCES clusters (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
            place INTEGER NOT NULL,
            relation TEXT NOT NULL,
            reasons TEXT NOT NULL,
            PRIMARY KEY (cluster, place),
            CHECK (cluster <> other)
        );
        CREATE INDEX cluster_links_by_other ON cluster_links (other);
        CREATE TABLE forwarding (
            old TEXT PRIMARY KEY NOT NULL,
            new TEXT
        );
        """
    )


def m007_trails(db: Database) -> None:
    """Trails: a line each to filter and order by, and the whole beside it.

    The whole stands in a table of its own so that going through all lines reads few pages.
    ``first_seen`` is ``first_published`` in UTC, for ordering.
    """
    db.executescript(
        """
        CREATE TABLE trails (
            cluster TEXT PRIMARY KEY NOT NULL REFERENCES clusters (id) ON DELETE CASCADE,
            text TEXT NOT NULL,
            articles INTEGER NOT NULL,
            outlets INTEGER NOT NULL,
            independent_origins INTEGER NOT NULL,
            cannot_tell INTEGER NOT NULL,
            supports INTEGER NOT NULL,
            denies INTEGER NOT NULL,
            reports INTEGER NOT NULL,
            flags TEXT NOT NULL,
            first_seen TEXT,
            first_published TEXT,
            first_outlet TEXT,
            first_article TEXT,
            first_claim TEXT,
            first_undated INTEGER
        );
        CREATE INDEX trails_by_articles ON trails (articles DESC, cluster);
        CREATE INDEX trails_by_origins ON trails (independent_origins DESC, cluster);
        CREATE INDEX trails_by_first_seen ON trails (first_seen IS NULL, first_seen, cluster);
        CREATE INDEX trails_by_text ON trails (text COLLATE NOCASE, cluster);
        CREATE TABLE trail_wholes (
            cluster TEXT PRIMARY KEY NOT NULL REFERENCES trails (cluster) ON DELETE CASCADE,
            trail TEXT NOT NULL
        );
        CREATE TABLE trail_outlets (
            outlet TEXT NOT NULL,
            cluster TEXT NOT NULL REFERENCES trails (cluster) ON DELETE CASCADE,
            PRIMARY KEY (outlet, cluster)
        ) WITHOUT ROWID;
        CREATE INDEX trail_outlets_by_cluster ON trail_outlets (cluster);
        CREATE TABLE trail_flags (
            flag TEXT NOT NULL,
            cluster TEXT NOT NULL REFERENCES trails (cluster) ON DELETE CASCADE,
            PRIMARY KEY (flag, cluster)
        ) WITHOUT ROWID;
        CREATE INDEX trail_flags_by_cluster ON trail_flags (cluster);
        """
    )


def m008_claim_flags(db: Database) -> None:
    """What kind of statement a claim is: opinion, prediction, question. Claims from before have none."""
    db.executescript("ALTER TABLE claims ADD COLUMN flags TEXT NOT NULL DEFAULT '[]'")


def m009_source_judgements(db: Database) -> None:
    """What people decided on sources. ``left`` and ``right`` are names in articles (the article's id, a space and the
    name), so that a decision outlives a second reading of the article."""
    db.executescript(
        """
        CREATE TABLE source_judgements (
            arrival INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            "left" TEXT NOT NULL,
            "right" TEXT NOT NULL,
            verdict TEXT NOT NULL,
            "by" TEXT NOT NULL,
            "at" TEXT NOT NULL,
            note TEXT
        );
        CREATE TRIGGER source_judgements_are_never_changed BEFORE UPDATE ON source_judgements
        BEGIN SELECT RAISE(ABORT, 'a judgement is superseded by a later one, never changed'); END;
        CREATE TRIGGER source_judgements_are_never_deleted BEFORE DELETE ON source_judgements
        BEGIN SELECT RAISE(ABORT, 'a judgement is superseded by a later one, never deleted'); END;
        """
    )


def m010_fact_checks(db: Database) -> None:
    """Earlier fact-checks, which nothing changes, and which claims they match.

    Of those with one address and one claim the latest counts, by ``reviewed_at``, which is ``reviewed`` in UTC; the
    others are kept. Matches are derived; ``wording`` stands for the words of a fact-check's claim.
    """
    db.executescript(
        """
        CREATE TABLE fact_checks (
            arrival INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            claim TEXT NOT NULL,
            claimant TEXT,
            claimed TEXT,
            rating TEXT,
            publisher TEXT,
            url TEXT,
            reviewed TEXT,
            reviewed_at TEXT NOT NULL,
            wording TEXT NOT NULL
        );
        CREATE INDEX fact_checks_by_wording ON fact_checks (wording, url);
        CREATE TRIGGER fact_checks_are_never_changed BEFORE UPDATE ON fact_checks
        BEGIN SELECT RAISE(ABORT, 'a fact-check is superseded by a later one, never changed'); END;
        CREATE TRIGGER fact_checks_are_never_deleted BEFORE DELETE ON fact_checks
        BEGIN SELECT RAISE(ABORT, 'a fact-check is superseded by a later one, never deleted'); END;

        CREATE TABLE fact_check_matches (
            claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
            wording TEXT NOT NULL,
            score REAL NOT NULL,
            relation TEXT NOT NULL,
            reasons TEXT NOT NULL,
            rule TEXT NOT NULL,
            PRIMARY KEY (claim, wording)
        );
        """
    )


def m011_link_scores(db: Database) -> None:
    """How near a linked cluster is. Every claim is clustered again, since clusters are now held to their core and have
    suggestions beside them."""
    db.executescript(
        """
        ALTER TABLE cluster_links ADD COLUMN score REAL NOT NULL DEFAULT 0;
        DELETE FROM progress WHERE stage LIKE 'cluster:%';
        """
    )


def m012_page_links(db: Database) -> None:
    """Where the pages of articles linked to, beside their texts."""
    db.executescript(
        """
        CREATE TABLE page_links (
            article TEXT NOT NULL REFERENCES articles (id),
            "start" INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            url TEXT NOT NULL,
            PRIMARY KEY (article, "start", "end", url)
        ) WITHOUT ROWID;
        """
    )


def m013_article_words(db: Database) -> None:
    """The words of articles' texts for full-text search, and in how many articles each stands (``article_words``)."""
    db.executescript(
        """
        CREATE VIRTUAL TABLE articles_fts USING fts5 (
            text, content='articles', content_rowid='arrival', tokenize='unicode61 remove_diacritics 2'
        );
        CREATE VIRTUAL TABLE article_words USING fts5vocab ('articles_fts', 'row');
        INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
        CREATE TRIGGER articles_fts_after_insert AFTER INSERT ON articles BEGIN
            INSERT INTO articles_fts (rowid, text) VALUES (new.arrival, new.text);
        END;
        CREATE TRIGGER articles_fts_after_delete AFTER DELETE ON articles BEGIN
            INSERT INTO articles_fts (articles_fts, rowid, text) VALUES ('delete', old.arrival, old.text);
        END;
        """
    )


def m014_rests_on_linked(db: Database) -> None:
    """Whether somebody is cited or quoted in a trail: then it rests on the clusters linked to its own, too.

    Of trails from before it is not known, so all count as resting on them.
    """
    db.executescript("ALTER TABLE trails ADD COLUMN rests_on_linked INTEGER NOT NULL DEFAULT 1")


HISTORY = (
    m001_articles,
    m002_claims,
    m003_vectors,
    m004_judgements,
    m005_copies,
    m006_clusters,
    m007_trails,
    m008_claim_flags,
    m009_source_judgements,
    m010_fact_checks,
    m011_link_scores,
    m012_page_links,
    m013_article_words,
    m014_rests_on_linked,
)
for _step in HISTORY:
    MIGRATIONS()(_step)


def pending(connection: sqlite3.Connection, name: str) -> list[str]:
    """Return the steps that the archive ``name`` still lacks. Writes nothing.

    Raises:
        ArchiveError: it is another program's database, or a newer Claimtrail's archive.
    """
    db = _database(connection)
    # In this order: another Claimtrail may be making the tables at this moment.
    tables = set(db.table_names()) - {MIGRATIONS.migrations_table}
    applied = [step.name for step in MIGRATIONS.applied(db)]
    known = [step.__name__ for step in HISTORY]
    if newer := [step for step in applied if step not in known]:
        raise ArchiveError(
            f"{name} was written by a newer Claimtrail (it has {', '.join(newer)}): "
            "update this program, or name another archive with --db"
        )
    if tables and not applied:
        raise ArchiveError(
            f"{name} is the database of another program: name another file with --db "
            "(a new archive is made where there is none)"
        )
    return [step for step in known if step not in applied]


def apply(connection: sqlite3.Connection) -> None:
    """Run the steps that the archive lacks, in the transaction that is open, if one is."""
    MIGRATIONS.apply(_database(connection))


def _database(connection: sqlite3.Connection) -> Database:
    return Database(connection, execute_plugins=False)
