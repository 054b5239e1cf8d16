"""Answers written row by row, without holding them all."""

from collections.abc import Iterator
from itertools import chain

from app.envelope import Asked
from app.formats import Content, Format, Row
from app.queries import running
from app.reads.values import json_ready
from stores.store import Store


def pieces(asked: Asked, page: running.Page, store: Store, form: Format) -> Iterator[bytes]:
    """An answer in a streamed format. Nothing is read before the first piece is taken."""
    assert form.write is not None
    return form.write(Content(asked.query.columns, _rows(asked, page, store)))


def begun(made: Iterator[bytes]) -> Iterator[bytes]:
    """The same pieces, the first already made: what fails at once fails before an answer has begun."""
    first = next(made, b"")
    return chain((first,), made)


def _rows(asked: Asked, page: running.Page, store: Store) -> Iterator[Row]:
    with running.stream(asked.query, asked.params, store, page) as rows:
        for row in rows:
            yield json_ready(row)
