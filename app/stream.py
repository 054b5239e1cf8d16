"""Answers written row by row, without holding them all."""

from collections.abc import Iterator
from itertools import chain

from app import evidence
from app.envelope import Asked
from app.formats import QUOTE_COLUMNS, Content, Format, Row
from app.queries import running
from app.reads.values import json_ready
from stores.store import Store


def pieces(
    asked: Asked, page: running.Page, store: Store, form: Format, *, with_quotes: bool = False
) -> Iterator[bytes]:
    """An answer in a streamed format, with the words behind each row where wanted. Reads nothing before it is taken."""
    assert form.write is not None
    rows, columns = _rows(asked, page, store), asked.query.columns
    if with_quotes:
        rows = evidence.beside(asked.query, rows, store)
    if with_quotes and form.is_flat:
        rows, columns = map(evidence.flat, rows), (*columns, *QUOTE_COLUMNS)
    return form.write(Content(columns, rows))


def begun(made: Iterator[bytes]) -> Iterator[bytes]:
    """The same pieces, the first already made: what fails at once fails before an answer has begun."""
    first = next(made, b"")
    return chain((first,), made)


def _rows(asked: Asked, page: running.Page, store: Store) -> Iterator[Row]:
    with running.stream(asked.query, asked.params, store, page) as rows:
        for row in rows:
            yield json_ready(row)
