"""Answers written row by row, without holding them all."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from app import evidence
from app.charts import Chart
from app.charts.about import about, given
from app.envelope import Asked
from app.formats import QUOTE_COLUMNS, Content, Format, Row
from app.language import Language
from app.queries import running
from app.reads.values import json_ready
from stores.store import Store

PIECE = 32_768  # bytes


@dataclass(frozen=True, slots=True)
class Wanted:
    """How an answer is written: the format, the language of words that it adds, and whether quotes go with the rows."""

    form: Format
    language: Language = "zh"
    with_quotes: bool = False


def pieces(asked: Asked, page: running.Page, store: Store, wanted: Wanted) -> Iterator[bytes]:
    """An answer in a streamed format, with the words behind each row where wanted. Reads nothing before it is taken."""
    form, with_quotes = wanted.form, wanted.with_quotes
    assert form.write is not None
    rows, columns = _rows(asked, page, store), asked.query.columns
    if with_quotes:
        rows = evidence.beside(asked.query, rows, store)
    if with_quotes and form.is_flat:
        rows, columns = map(evidence.flat, rows), (*columns, *QUOTE_COLUMNS)
    return form.write(Content(columns, rows, _chart(asked, store, wanted) if form.is_picture else None))


def begun(made: Iterator[bytes]) -> Iterator[bytes]:
    """The same in larger pieces, the first already made: what fails at once fails before an answer has begun."""
    larger = _gathered(made)
    first = next(larger, b"")
    return chain((first,), larger)


def _gathered(made: Iterator[bytes]) -> Iterator[bytes]:
    """Pieces of about PIECE bytes: the server goes to a thread and back for each."""
    held = bytearray()  # copied: a line of JSON keeps a few thousand bytes of room of its own
    for each in made:
        held += each
        if len(held) >= PIECE:
            yield bytes(held)
            held.clear()
    if held:
        yield bytes(held)


def _chart(asked: Asked, store: Store, wanted: Wanted) -> Chart:
    header, language = asked.query.header, wanted.language
    differing = given(header, asked.params)
    return Chart(header, language, about(header, differing, store, language), tuple(differing))


def _rows(asked: Asked, page: running.Page, store: Store) -> Iterator[Row]:
    with running.stream(asked.query, asked.params, store, page) as rows:
        for row in rows:
            yield json_ready(row)
