"""Runs a curated query on a store."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from app.queries.catalogue import Query
from stores.store import Parameters, Row, Store


@dataclass(frozen=True, slots=True)
class Page:
    """Which rows of an answer: `limit` of them from `offset` on, counted from 0; no limit means up to the row cap."""

    limit: int | None = None
    offset: int = 0


ALL = Page()


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a page in the query's order, each by column name."""

    columns: tuple[str, ...]
    rows: list[Row]
    truncated: bool
    """There are more rows after these."""


def run(
    query: Query, values: Mapping[str, Any], store: Store, page: Page = ALL, timeout: float | None = None
) -> Answer:
    """The answer to a query; `values` as `parameters.coerce` gives them, `timeout` in seconds."""
    # One row more than asked for, by which the store sees that there are more.
    cypher, parameters = _paged(query, values, page.offset, None if page.limit is None else page.limit + 1)
    table = store.read(cypher, parameters, limit=page.limit, timeout=timeout)
    # Columns come from the header: without a row, the embedded engine does not name them all.
    rows = [dict(zip(query.columns, row, strict=True)) for row in table.rows]
    return Answer(query.columns, rows, table.truncated)


@contextmanager
def stream(
    query: Query, values: Mapping[str, Any], store: Store, page: Page = ALL, timeout: float | None = None
) -> Iterator[Iterator[Row]]:
    """As `run`, row by row and without the row cap; the time-out covers the use of the rows too."""
    cypher, parameters = _paged(query, values, page.offset, page.limit)
    with store.stream(cypher, parameters, timeout=timeout) as rows:
        yield (dict(zip(query.columns, row, strict=True)) for row in rows)


def total(query: Query, values: Mapping[str, Any], store: Store, timeout: float | None = None) -> int:
    """How many rows the whole answer has; one read that gives a number."""
    return int(store.read(f"CALL {{\n{query.cypher}\n}}\nRETURN count(*) AS total", values, timeout=timeout).rows[0][0])


def _paged(query: Query, values: Mapping[str, Any], offset: int, limit: int | None) -> tuple[str, Parameters]:
    """The text and its parameters with the paging that the caller adds."""
    cypher, parameters = query.cypher, dict(values)
    if offset:
        cypher, parameters["offset"] = f"{cypher}\nSKIP $offset", offset
    if limit is not None:
        cypher, parameters["limit"] = f"{cypher}\nLIMIT $limit", limit
    return cypher, parameters
