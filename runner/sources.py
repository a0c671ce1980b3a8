"""Who is quoted in one archive: each article is read for names once, what follows is worked out anew when asked."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock

from provenance.mentions import Mentions, read_mentions
from provenance.origins import Decided
from provenance.outlets import OutletTable
from provenance.registry import Registry, build_registry
from store.archive import Archive

DecidedSources = Mapping[tuple[str, str], Decided]
"""What people decided on sources, by article and name."""


class SourceFile:
    """The registry of an archive's sources, kept until articles, claims' clusters or decisions have changed."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._lock = Lock()
        self._mentions: dict[str, Mentions] = {}
        self._state: object = None
        self._registry = Registry((), ())

    def registry(self, outlets: OutletTable) -> Registry:
        """Return the sources as they now are."""
        with self._lock:
            judgements, stories = self._archive.source_judgements(), self._archive.stories()
            state = self._archive.article_count(), judgements, stories, outlets
            if state != self._state:
                self._read(outlets)
                self._registry = build_registry(self._mentions.values(), stories, judgements, outlets)
                self._state = state
            return self._registry

    def _read(self, outlets: OutletTable) -> None:
        new = self._archive.article_ids() - self._mentions.keys()
        said = self._archive.attributions_in(new)
        for article in self._archive.articles() if new else ():
            if article.id in new:
                self._mentions[article.id] = read_mentions(article, said[article.id], outlets)


def decided_sources(archive: Archive, outlets: OutletTable) -> DecidedSources:
    """Return what people decided on sources, by article and name; reads no article where nobody decided anything."""
    return SourceFile(archive).registry(outlets).decided if archive.source_judgements() else {}
