"""What can go wrong, said so that a reader knows what to do."""

from __future__ import annotations


class ClaimtrailError(Exception):
    """Base of every error that Claimtrail raises on purpose; its text is meant for the user."""


class ArticleError(ClaimtrailError):
    """An input is no article that can be read: says what was given, what was expected, what to do."""


class SettingsError(ClaimtrailError):
    """A setting has a value that cannot be used."""


class ModelError(ClaimtrailError):
    """A language or embedding model could not be loaded."""


class ArchiveError(ClaimtrailError):
    """The archive cannot be opened, or lacks what was asked for."""


class DoesNotFit(ArchiveError):
    """What was to be kept contradicts itself or the archive; nothing of it was kept, the rest is as it was."""


class NotFound(ArchiveError):
    """No article, claim or cluster has the id that was asked for."""
