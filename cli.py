"""The command-line door: every stage by itself, JSON Lines out, progress and warnings on standard error.

Exit code 0: done; 1: something was refused (what and why, the rest done); 2: wrong usage.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from claims.errors import ClaimtrailError
from claims.records import Article, FactCheck, Refusal, Verdict, digest, to_json
from claims.runtime import collect_seldom

if TYPE_CHECKING:
    from runner.desk import Desk
    from runner.stages import Models, Progress
    from settings import Settings


def _after(*_: Any, **__: Any) -> None:
    if door.refused:
        raise typer.Exit(1)


class Commands(TyperGroup):
    """The commands; whatever stops one is a line on standard error and an exit code, never a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command. Raises typer.Exit with the code that says how it ended."""
        try:
            super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:  # the reader had enough, as `head` has
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            _say("stopped; what was done is kept, run the same command again to go on")
            raise typer.Exit(130) from None
        except (ClaimtrailError, OSError) as error:
            _say(str(error))
            raise typer.Exit(1) from None


def _say(what: str) -> None:
    print(f"claimtrail: {what}", file=sys.stderr)


app = typer.Typer(
    cls=Commands,
    result_callback=_after,
    help="Who really stands behind a claim: extract, join, trace and check what news articles say.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

DbOption = Annotated[
    Path | None, typer.Option("--db", help="The archive.  [default: claimtrail.db]", show_default=False)
]
Inputs = Annotated[list[str] | None, typer.Argument(help="Files or folders; none or - reads standard input.")]


class Format(StrEnum):
    """What ``export`` writes."""

    CSV = "csv"
    JSONL = "jsonl"
    JSONLD = "jsonld"
    ANNOTATIONS = "annotations"
    DATASETTE = "datasette"


class Door:
    """One call of the command: what it was given, and whether anything was refused."""

    db: Path | None = None
    refused = 0

    def settings(self) -> Settings:
        """Return the settings of this folder and environment."""
        from settings import load

        return load()

    @contextmanager
    def desk(self, db: Path | None, must_exist: bool = True) -> Iterator[Desk]:
        """Open the archive, which must be there unless the command makes one."""
        from runner.desk import Desk

        settings = self.settings()
        path = db or self.db or settings.store.db
        if must_exist and not os.path.exists(path):  # noqa: PTH110 (Path.exists raises on too long a name)
            raise ClaimtrailError(
                f"there is no archive {path} yet; make one with: claimtrail --db {path} ingest FOLDER"
            )
        with Desk(settings, path) as desk:
            yield desk

    def refuse(self, what: str, why: str) -> None:
        """Say on standard error what was refused and why; the command goes on and exits with 1."""
        self.refused += 1
        print(f"refused {what}: {why}", file=sys.stderr)


door = Door()


@app.callback()
def _before(db: DbOption = None) -> None:
    door.db, door.refused = db, 0


def main() -> None:
    """Run the command and exit with its code."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by the caller; the archive must not get its number
            setattr(sys, name, Path(os.devnull).open(mode))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    collect_seldom()
    app(standalone_mode=True)


def emit(record: Any) -> None:
    """Write one JSON object on a line of standard output."""
    sys.stdout.write(json.dumps(to_json(record), ensure_ascii=False) + "\n")


def read_articles(inputs: list[str] | None) -> Iterator[Article | Refusal]:
    """Yield the articles of files, folders, addresses and standard input, in the order given."""
    from claims.articles import fetch, read, read_bytes

    settings = door.settings().claims
    for name in inputs or ["-"]:
        if name == "-":
            yield from read_bytes("-", sys.stdin.buffer.read(), settings)
        elif not name.strip():  # an unset variable; as a path it would be this whole folder
            yield Refusal(repr(name), "is no path; name a file or a folder (. is this one)")
        elif name.startswith(("http://", "https://")):
            yield from fetch(name, settings)
        else:
            yield from read(Path(name), settings)


def read_rows(path: Path, *needed: str) -> Iterator[dict[str, Any]]:
    """Yield the JSON objects of ``path`` (- for standard input) that hold an id and the ``needed`` texts.

    An id is a string or a whole number; a text is not empty. What does not hold them is refused by its line.
    """
    try:
        lines = (sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()).removeprefix(b"\xef\xbb\xbf")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise ClaimtrailError(
            f"{path} cannot be read ({why}); give a file of JSON Lines, or - and standard input"
        ) from error
    for number, line in enumerate(lines.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8"))
        except (ValueError, RecursionError) as error:  # no UTF-8, no JSON, or JSON nested thousands deep
            door.refuse(f"{path}:{number}", f"not a JSON object in UTF-8 ({error}); each line must be one")
            continue
        if lacking := _lacking(row, needed):
            wanted = f"expected an object with id, {', '.join(needed)} (texts that are not empty)"
            door.refuse(f"{path}:{number}", f"{wanted}; correct {', '.join(lacking)}")
            continue
        yield row


def _lacking(row: Any, needed: Iterable[str]) -> list[str]:
    if not isinstance(row, dict):
        return ["id", *needed]
    id = row.get("id")
    has_id = isinstance(id, str | int) and not isinstance(id, bool)
    return ([] if has_id else ["id"]) + [
        key for key in needed if not isinstance(row.get(key), str) or not row[key].strip()
    ]


def _distinct(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the rows under names that differ: their ids, and for an id that came before one made of the row."""
    ids = {str(row["id"]) for row in rows}
    named: dict[str, dict[str, Any]] = {}
    for row in rows:
        name, count = str(row["id"]), 0
        while name in named or (count and name in ids):
            count += 1
            name = digest(json.dumps(row["id"]), json.dumps(row["text"]), count)
        named[name] = row
    return named


@contextmanager
def progress_bars() -> Iterator[Progress]:
    """Show progress on standard error: bars on a terminal, nothing in a log."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.fields[stage]:8}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    console = Console(stderr=True)
    with Bars(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        tasks: dict[str, Any] = {}

        def show(stage: str, done: int, total: int | None, what: str) -> None:
            from rich.markup import escape

            if stage not in tasks:
                tasks[stage] = bars.add_task("", total=total, stage=str(stage))
            bars.update(tasks[stage], completed=done, total=total, description=escape(what[:60]))

        yield show


# ------------------------------------------------------------------ stages by themselves


@app.command()
def extract(
    files: Inputs = None,
    share: Annotated[
        str | None, typer.Option(help="Do only share I of N (as I/N), for many machines; needs --out.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="The folder that the shares go to.")] = None,
) -> None:
    """Articles in, attributions and claims out: a line per article, in the order given."""
    from runner.local import extract as extract_all
    from runner.stages import Models

    settings = door.settings()
    if share is not None or out is not None:
        print(_extract_share(files or [], share, out, Models(settings)), file=sys.stderr)
        return
    for result in extract_all(read_articles(files), Models(settings), _workers(files, settings)):
        if isinstance(result, Refusal):
            door.refuse(result.what, result.why)
        else:
            emit(result)


def _extract_share(files: list[str], share: str | None, out: Path | None, models: Models) -> Path:
    from runner.cluster import extract_share

    number, _, of = (share or "").partition("/")
    if out is None or not (number.isdecimal() and of.isdecimal()):
        raise typer.BadParameter("give both: --share 3/16 --out FOLDER")
    return extract_share([Path(name) for name in files], int(number), int(of), out, models)


def _workers(inputs: list[str] | None, settings: Settings) -> int:
    """One process for a few small files: starting more costs longer than it saves."""
    sizes = [
        sum(f.stat().st_size for f in ([path] if path.is_file() else path.rglob("*")) if f.is_file())
        for path in map(Path, inputs or [])
        if os.path.exists(path)  # noqa: PTH110 (Path.exists raises on too long a name)
    ]
    return settings.runner.workers if sum(sizes) > 500_000 else 1


@app.command()
def cluster(
    file: Annotated[Path, typer.Argument(help='{"id","text","outlet"?,"published"?} a line; - for standard input.')],
) -> None:
    """Texts in, the cluster of each out."""
    from index.embeddings import embed
    from index.lines import line_claim

    rows = _distinct(list(read_rows(file, "text")))
    models = _models()
    claims = [line_claim(name, row["text"]) for name, row in rows.items()]
    vectors = embed([claim.standalone for claim in claims], models.encoder)
    change = models.clusterer.update(claims, vectors, [], [])
    found = {member.claim: cluster.id for cluster in change.changed for member in cluster.members}
    for name, row in rows.items():
        emit({"id": row["id"], "cluster": found[name]})


@app.command()
def match(
    claims: Annotated[Path, typer.Option(help='{"id","text"} a line: where to look.')],
    queries: Annotated[Path, typer.Option(help='{"id","text"} a line: what to look for.')],
    top: Annotated[int, typer.Option(min=1, help="How many matches for each.")] = 10,
) -> None:
    """For each query the claims that match it best, with the relation and the reasons."""
    from index.matching import bare_claim

    models = _models()
    rows = _distinct(list(read_rows(claims, "text")))
    known = [bare_claim(name, row["text"]) for name, row in rows.items()]
    asked = list(read_rows(queries, "text"))
    wanted = [bare_claim(str(row["id"]), row["text"]) for row in asked]
    for row, matches in zip(asked, models.matcher.rank(wanted, known, models.encoder, top), strict=True):
        found = [
            {"id": rows[m.right]["id"], "score": m.score, "relation": m.relation, "reasons": m.reasons} for m in matches
        ]
        emit({"id": row["id"], "matches": found})


@app.command()
def stance(
    file: Annotated[Path, typer.Argument(help='{"id","claim","passage"} a line; - for standard input.')],
) -> None:
    """Does each passage support, deny or only report its claim."""
    from index.stance import judge_stance

    model = _models().relation
    for row in read_rows(file, "claim", "passage"):
        judged = judge_stance(row["claim"], row["passage"], model=model)
        scores = {"supports": judged.supports, "denies": judged.denies, "reports": judged.reports}
        emit({"id": row["id"], "stance": judged.stance, "scores": scores})


def _models() -> Models:
    from runner.stages import Models

    return Models(door.settings())


# ------------------------------------------------------------------ the archive


@app.command()
def ingest(
    inputs: Annotated[
        list[str] | None, typer.Argument(help="Files, folders or addresses; none or - reads standard input.")
    ] = None,
    extractions: Annotated[Path | None, typer.Option(help="A folder of shares that `extract --share` wrote.")] = None,
    db: DbOption = None,
) -> None:
    """Take articles through to trails into the archive."""
    with door.desk(db, must_exist=False) as desk, progress_bars() as progress:
        if extractions is not None:
            from runner.cluster import gather

            report = desk.ingest(gather(extractions), progress)
        else:
            report = desk.ingest(read_articles(inputs), progress, _workers(inputs, desk.settings))
    for refusal in report.refused:
        door.refuse(refusal.what, refusal.why)
    emit(
        {
            "added": len(report.added),
            "unchanged": len(report.unchanged),
            "refused": len(report.refused),
            "claims": report.claims,
            "clusters": report.clusters,
        }
    )


@app.command()
def factchecks(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            help="CSV tables, JSON or JSON Lines of ClaimReview, replies of a fact-check search; files or addresses."
        ),
    ] = None,
    db: DbOption = None,
) -> None:
    """Load earlier fact-checks; trails then show those that match. A later verdict counts, the older one is kept."""
    with door.desk(db, must_exist=False) as desk, progress_bars() as progress:
        report = desk.load_fact_checks(_read_fact_checks(inputs), progress)
    for refusal in report.refused:
        door.refuse(refusal.what, refusal.why)
    emit(
        {
            "added": len(report.added),
            "unchanged": len(report.unchanged),
            "refused": len(report.refused),
            "clusters": report.clusters,
        }
    )


def _read_fact_checks(inputs: list[str] | None) -> Iterator[FactCheck | Refusal]:
    from claims.factchecks import fetch, read, read_bytes

    settings = door.settings().claims
    for name in inputs or ["-"]:
        if name == "-":
            yield from read_bytes("-", sys.stdin.buffer.read(), settings)
        elif not name.strip():
            yield Refusal(repr(name), "is no path; name a file")
        elif name.startswith(("http://", "https://")):
            yield from fetch(name, settings)
        else:
            yield from read(Path(name), settings)


@app.command()
def articles(db: DbOption = None) -> None:
    """List the articles of the archive, without their text."""
    with door.desk(db) as desk:
        for article in desk.archive.articles():
            values = to_json(article)
            del values["text"]
            emit(values)


@app.command()
def claims(
    words: Annotated[str | None, typer.Option(help="Only clusters that hold these words.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Only clusters in which this outlet appears.")] = None,
    flag: Annotated[str | None, typer.Option(help="Only clusters with this flag.")] = None,
    min_articles: Annotated[int, typer.Option(min=1, help="Only clusters of at least so many articles.")] = 1,
    db: DbOption = None,
) -> None:
    """List the clusters of the archive, those with most articles first."""
    with door.desk(db) as desk:
        rows, _ = desk.archive.trail_summaries(words=words, outlet=outlet, flag=flag, min_articles=min_articles)
        for row in rows:
            emit(row)


@app.command()
def search(
    query: Annotated[str, typer.Argument(help="Words, or a sentence.")],
    limit: Annotated[int, typer.Option(min=1, help="How many clusters.")] = 20,
    db: DbOption = None,
) -> None:
    """Find clusters by words and by meaning, best first."""
    with door.desk(db) as desk:
        for row in desk.search(query, limit):
            emit(row)


@app.command()
def trail(
    clusters: Annotated[list[str] | None, typer.Argument(help="Ids of clusters.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every cluster.")] = False,
    db: DbOption = None,
) -> None:
    """Show trails whole: appearances, edges, origins, conflicts, and the earlier fact-checks that match."""
    if everything == bool(clusters):
        raise typer.BadParameter("give ids of clusters, or --all")
    from provenance.exports.lines import trail_with

    with door.desk(db) as desk:
        for found in desk.archive.trails() if everything else _each(clusters or [], desk.archive.trail):
            emit(trail_with(found, desk.fact_checks(found.id)))


def _each(ids: Iterable[str], look_up: Any) -> Iterator[Any]:
    from claims.errors import NotFound

    for id in ids:
        try:
            yield look_up(_whole(id))
        except NotFound as error:
            door.refuse(id, str(error))


@app.command()
def suggestions(
    limit: Annotated[int | None, typer.Option(min=1, help="How many pairs; all where it is not given.")] = None,
    db: DbOption = None,
) -> None:
    """List the pairs of clusters that may be one claim and wait for a person, the closest first."""
    with door.desk(db) as desk:
        for found in desk.archive.suggestions(limit=limit)[0]:
            emit(found)


@app.command()
def judge(
    left: Annotated[str, typer.Argument(help="The id of a claim, as `suggestions` and `trail` print it.")],
    right: Annotated[str, typer.Argument(help="The id of the claim that it is compared with.")],
    verdict: Annotated[Verdict, typer.Argument(help="Are they one claim? withdrawn takes a decision back.")],
    by: Annotated[str, typer.Option(help="Who decides, so that a colleague can ask.")],
    note: Annotated[str | None, typer.Option(help="Why.")] = None,
    db: DbOption = None,
) -> None:
    """Keep a person's decision on two claims; it wins over the machine and over what was decided before."""
    if not by.strip():
        raise typer.BadParameter("give the name of the person who decides", param_hint="--by")
    with door.desk(db) as desk:
        emit(
            desk.judge(_whole(left), _whole(right), verdict, _whole(by.strip()), _whole(note.strip()) if note else None)
        )


def _whole(text: str) -> str:
    """Return ``text`` with bytes that are no UTF-8 replaced, which nothing in an archive has."""
    return text.encode("utf-8", "replace").decode("utf-8")


@app.command()
def check(
    draft: Annotated[str, typer.Argument(help="A file; - for standard input.")],
    report: Annotated[
        Path | None, typer.Option(help="Write a report with notes in the margin too: a .docx or .html file.")
    ] = None,
    db: DbOption = None,
) -> None:
    """Check a draft against the archive: every quote, attribution and claim with its verdict."""
    if report is not None and report.suffix.lower() not in (".docx", ".html"):
        raise typer.BadParameter("name a .docx or .html file", param_hint="--report")
    with door.desk(db) as desk:
        checked = 0
        for item in read_articles([draft]):
            if isinstance(item, Refusal):
                door.refuse(item.what, item.why)
                continue
            findings = desk.check(item)
            for finding in findings:
                emit(finding)
            checked += 1
            if report is not None and checked > 1:
                door.refuse(str(report), f"holds the report on the first draft of {draft}; check one draft at a time")
            elif report is not None:
                _write([desk.report(item, findings, report.suffix.lower()[1:])], report, desk.db)
                _say(f"wrote {report}")


@app.command()
def export(
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.JSONL,
    clusters: Annotated[list[str] | None, typer.Argument(help="Ids of clusters; all where none is given.")] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            help="The file to write, whole or not at all; for datasette the folder.  [default: standard output]",
            show_default=False,
        ),
    ] = None,
    db: DbOption = None,
) -> None:
    """Write trails as the web page offers them for download, the same bytes; or a copy to open in Datasette."""
    if format is Format.DATASETTE:
        if out is None or clusters:
            raise typer.BadParameter("datasette takes the whole archive into a folder: --out FOLDER, and no clusters")
        with door.desk(db) as desk:
            desk.export_datasette(out)
        _say(f"open it with: datasette {out}")
        return
    with door.desk(db) as desk:
        sys.stdout.flush()
        wanted = [found.id for found in _each(clusters, desk.archive.trail)] if clusters else None
        if wanted == []:  # nothing that was asked for is here: no half a file
            return
        _write(desk.export(format, wanted), out, desk.db)


def _write(pieces: Iterable[bytes], out: Path | None, archive: Path) -> None:
    from store.files import whole_or_not

    if out is None or out == Path("-"):
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        return
    if out.exists() and out.samefile(archive):
        raise ClaimtrailError(f"{out} is the archive itself: name another file")
    with whole_or_not(out) as part, part.open("wb") as file:
        for piece in pieces:
            file.write(piece)


if __name__ == "__main__":
    main()
