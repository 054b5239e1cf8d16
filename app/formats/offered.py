"""The formats on offer. To add one, write its file and name it here."""

from app.formats import csv, graphml, jsonl
from app.formats.negotiate import Format

JSON = Format("json", "application/json")
ROWS = (
    JSON,
    Format("jsonl", "application/x-ndjson", jsonl.write, "jsonl"),
    Format("csv", "text/csv; charset=utf-8", csv.write, "csv", is_flat=True),
)
GRAPH = (*ROWS, Format("graphml", "application/graphml+xml", graphml.write, "graphml"))


def offered(shape: str) -> tuple[Format, ...]:
    """The formats in which the answer of a query of this shape comes: GraphML only for graphs."""
    return GRAPH if shape == "graph" else ROWS
