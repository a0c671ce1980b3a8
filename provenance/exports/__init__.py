"""One file for each form in which trails leave the archive."""
