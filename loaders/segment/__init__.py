"""Segment: a clean text into passages under their headings, and what its head and foot say of it."""

from loaders.records import CleanText, RawDocument, Segmented
from loaders.segment.head import find_title
from loaders.segment.metadata import find_metadata
from loaders.segment.passages import passages

__all__ = ["segment"]


def segment(raw: RawDocument, clean: CleanText) -> Segmented:
    """Cut a clean text into its passages and read its metadata.

    Passages are in reading order and cover the clean text without gap or overlap.
    """
    title = find_title(clean.text)
    cut = passages(raw, clean, title)
    shown_title = clean.text[title[0] : title[1]] if title else None
    return Segmented(raw, clean, find_metadata(raw, clean.text, shown_title, cut), cut, clean.issues)
