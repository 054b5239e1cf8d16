"""Bounds on what is read, so that no file fills the memory."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one file; `max_unpacked` holds for what a packed format (DOCX) grows to."""

    max_bytes: int = 20 * MEGABYTE
    max_unpacked: int = 200 * MEGABYTE
    max_parts: int = 5_000  # files inside a packed one
    max_pages: int = 2_000
    max_characters: int = 20_000_000
