"""Administrative divisions and named areas, by the table of regions."""

from collections.abc import Iterator

from loaders.recognise.region_names import region_spans
from loaders.records import Mention, Segmented
from loaders.resolve.regions import region_of_document


def find(document: Segmented) -> Iterator[Mention]:
    """Every region that the text names by a name of the table."""
    text = document.clean.text
    for span in region_spans(text, region_of_document(document)):
        yield Mention(span.start, span.end, "Region", text[span.start : span.end], "regions", kind=span.row.kind)
