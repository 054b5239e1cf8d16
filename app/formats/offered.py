"""The formats on offer. To add one, write its file and name it here."""

from app.charts import KINDS
from app.formats import csv, graphml, jsonl, svg
from app.formats.negotiate import Format

JSON = Format("json", "application/json")
ROWS = (
    JSON,
    Format("jsonl", "application/x-ndjson", jsonl.write, "jsonl"),
    Format("csv", "text/csv; charset=utf-8", csv.write, "csv", is_flat=True),
)
GRAPH = (*ROWS, Format("graphml", "application/graphml+xml", graphml.write, "graphml"))
SVG = Format("svg", "image/svg+xml", svg.write, "svg", is_picture=True)


def offered(shape: str, view: str = "table") -> tuple[Format, ...]:
    """The formats in which the answer of a query of this shape and kind of view comes.

    GraphML is there for graphs alone, SVG for views that are drawn.
    """
    forms = GRAPH if shape == "graph" else ROWS
    return (*forms, SVG) if view in KINDS else forms
