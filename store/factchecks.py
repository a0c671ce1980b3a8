"""Earlier fact-checks in an archive, and which of its claims they match."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from claims.records import FactCheck, Match, Relation
from store import rows
from store.connection import Connection


class FactChecks:
    """The part of an archive that keeps fact-checks. None is ever changed or lost.

    Every method raises ArchiveError where SQLite cannot do its work; what one writes is written whole or not at all.
    """

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, checks: Iterable[FactCheck]) -> set[str]:
        """Keep fact-checks; return the ids of those that are new."""
        given = {check.id: check for check in checks}
        with self._db.writing():
            known = {row["id"] for row in self._db.rows_of("SELECT id FROM fact_checks WHERE id IN ({ids})", given)}
            new = {id: rows.fact_check_row(check) for id, check in given.items() if id not in known}
            self._db.insert("fact_checks", list(new.values()))
        return set(new)

    def all(self) -> list[FactCheck]:
        """Return all fact-checks, in the order in which they came."""
        return [rows.read_fact_check(row) for row in self._db.rows("SELECT * FROM fact_checks ORDER BY arrival")]

    def count(self) -> int:
        """Return how many there are."""
        return int(self._db.rows("SELECT COUNT(*) AS n FROM fact_checks")[0]["n"])

    def wordings(self) -> dict[str, str]:
        """Return the words of the claims that were checked, by their ids, each once."""
        found = self._db.rows("SELECT wording, claim FROM fact_checks GROUP BY wording ORDER BY MIN(arrival)")
        return {row["wording"]: row["claim"] for row in found}

    def of(self, wordings: Collection[str]) -> dict[str, list[list[FactCheck]]]:
        """Return the fact-checks of each wording, those of one address together and the latest of them first.

        Where dates do not tell which is the latest, the one that came last is. Without an address, each stands alone.
        """
        found = self._db.rows_of("SELECT * FROM fact_checks WHERE wording IN ({ids})", wordings)
        found.sort(key=lambda row: (row["reviewed_at"], row["arrival"]), reverse=True)
        groups: dict[tuple[str, str], list[FactCheck]] = {}
        for row in found:
            check = rows.read_fact_check(row)
            groups.setdefault((check.wording, check.url or check.id), []).append(check)
        grouped: dict[str, list[list[FactCheck]]] = {}
        for (wording, _), group in groups.items():
            grouped.setdefault(wording, []).append(group)
        return grouped

    # ------------------------------------------------------------ what they match

    def save_matches(self, matches: Iterable[Match], stage: str, done: Iterable[str], most: int) -> None:
        """Keep matches of claims (left) with wordings (right), at most the ``most`` best of each claim.

        ``stage`` is then done with the ids ``done``.
        """
        found = [rows.match_row(match) for match in matches]
        with self._db.writing():
            self._db.insert("fact_check_matches", found, "OR REPLACE")
            self._db.each(_LEAVE_BEST, [{"claim": claim, "most": most} for claim in {row["claim"] for row in found}])
            self._db.insert("progress", [{"stage": stage, "id": id} for id in done], "OR IGNORE")

    def forget_matches(self, stages: Sequence[str]) -> None:
        """Drop all matches, and let ``stages`` start from the beginning."""
        with self._db.writing():
            self._db.each("DELETE FROM fact_check_matches WHERE :all", [{"all": 1}])
            self._db.each("DELETE FROM progress WHERE stage = :stage", [{"stage": stage} for stage in stages])

    def matches(self, claim_ids: Collection[str]) -> list[Match]:
        """Return the matches of claims, the best first, ties by ids."""
        found = self._db.rows_of("SELECT * FROM fact_check_matches WHERE claim IN ({ids})", claim_ids)
        return sorted(map(rows.read_match, found), key=lambda match: (-match.score, match.left, match.right))

    def clusters_matched(
        self, least: float, relations: Collection[Relation], cluster_ids: Collection[str] | None = None
    ) -> set[str]:
        """Return the clusters, all or those of ``cluster_ids``, with a match of one of ``relations`` that scores at
        ``least`` so much."""
        sql = f"{_MATCHED} AND relation IN ({', '.join('?' * len(relations))})"
        before = (least, *(relation.value for relation in relations))
        if cluster_ids is None:
            found = self._db.rows(sql, *before)
        else:
            found = self._db.rows_of(f"{sql} AND cluster IN ({{ids}})", cluster_ids, *before)
        return {row["cluster"] for row in found}


_LEAVE_BEST = """
DELETE FROM fact_check_matches WHERE claim = :claim AND wording NOT IN (
    SELECT wording FROM fact_check_matches WHERE claim = :claim ORDER BY score DESC, wording LIMIT :most
)
"""

_MATCHED = """
SELECT DISTINCT cluster FROM fact_check_matches JOIN members ON members.claim = fact_check_matches.claim
WHERE score >= ?
"""
