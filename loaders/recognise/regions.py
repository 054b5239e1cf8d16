"""Administrative divisions and named areas, by the table of regions."""

from collections.abc import Iterator

from loaders.recognise.region_names import region_spans, town_spans, zone_spans
from loaders.records import Mention, Segmented
from loaders.resolve.regions import region_of_document


def find(document: Segmented) -> Iterator[Mention]:
    """Every region that the text names by a name of the table."""
    text, within = document.clean.text, region_of_document(document)
    for start, end in zone_spans(text, within):
        yield Mention(start, end, "Region", text[start:end], "regions", kind="zone")
    for start, end in town_spans(text, within):
        yield Mention(start, end, "Region", text[start:end], "regions", kind="town")
    for span in region_spans(text, within):
        yield Mention(span.start, span.end, "Region", text[span.start : span.end], "regions", kind=span.row.kind)
