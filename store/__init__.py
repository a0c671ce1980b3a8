"""The archive: the only room that knows SQLite."""
