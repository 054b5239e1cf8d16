"""What every format is made from: columns and rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.charts import Chart

Row = Mapping[str, Any]

# The words behind a row where a cell cannot have parts: one item a statement in each column.
QUOTE_COLUMNS = ("quotes", "quote_documents", "quote_sections", "quote_positions")


@dataclass(frozen=True, slots=True)
class Content:
    """Rows, each a mapping by column name with JSON-ready values; read once, in order."""

    columns: tuple[str, ...]
    rows: Iterable[Row]
    chart: Chart | None = None
    """How the rows are drawn, where they are."""


def quote_columns(quotes: Sequence[Row]) -> dict[str, list[str]]:
    """Quotes as lists of words, one item a statement: quote, title and source of the document, section, position."""
    parts = (
        [str(quote["quote"]) for quote in quotes],
        [f"{quote['title']} <{quote['source']}>" for quote in quotes],
        [str(quote["section"]) for quote in quotes],
        [f"{quote['start']}-{quote['end']}" for quote in quotes],
    )
    return dict(zip(QUOTE_COLUMNS, parts, strict=True))
