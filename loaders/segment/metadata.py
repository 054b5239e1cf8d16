"""What a document says of itself: title, publisher, date, number, region, period, genre."""

from collections.abc import Sequence

from loaders.records import Metadata, Passage, RawDocument


def find_metadata(raw: RawDocument, passages: Sequence[Passage]) -> Metadata:
    """The metadata that a document shows; what a list of sources or its format states goes first."""
    shown = next((passage.text for passage in passages if passage.kind == "title"), None)
    return Metadata(title=raw.stated.title or shown)
