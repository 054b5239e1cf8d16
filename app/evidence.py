"""The words behind the rows of an answer, for `evidence=1`."""

from collections.abc import Iterable, Iterator
from itertools import islice

from app.formats.content import Row, quote_columns
from app.models import QuoteView
from app.queries.catalogue import Query
from app.reads.quotes import quotes
from stores.store import Store

_BATCH = 200  # rows of a stream whose quotes are read at once


def of_rows(query: Query, rows: Iterable[Row], store: Store) -> dict[str, QuoteView]:
    """Every statement that JSON-ready rows rest on, by id, in order of appearance."""
    return quotes(store, (each for row in rows for each in statements(query, row)))


def beside(query: Query, rows: Iterator[Row], store: Store) -> Iterator[Row]:
    """The rows, each with `quotes`: the statements it rests on, in their order. Reads so many rows ahead."""
    while batch := list(islice(rows, _BATCH)):
        found = {key: quote.model_dump() for key, quote in of_rows(query, batch, store).items()}
        for row in batch:
            yield {**row, "quotes": [found[each] for each in statements(query, row) if each in found]}


def flat(row: Row) -> Row:
    """A row with `quotes` as lists of words, which a spreadsheet shows."""
    return {**row, **quote_columns(row["quotes"])}


def statements(query: Query, row: Row) -> list[str]:
    """The ids of the statements that a JSON-ready row rests on, each once."""
    if query.header.shape == "graph":
        steps = row["path"]["relationships"]
        return list(dict.fromkeys(each for step in steps for each in step["properties"].get("statements", ())))
    evidence = query.header.evidence
    return list(dict.fromkeys(row[evidence])) if isinstance(evidence, str) else []
