"""Runs the examples of a query and says where its answers are not what the header promises."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.queries.catalogue import Query
from app.queries.errors import ParameterError
from app.queries.header import Example
from app.queries.parameters import as_given, coerce
from app.queries.references import Resolver
from app.queries.running import run
from app.queries.types import Kind, ValueType
from graph_schema.derive import label_of
from graph_schema.errors import SchemaError
from stores.records import GraphPath
from stores.store import Row, Store

PYTHON: Mapping[Kind, tuple[type, ...]] = {
    "string": (str,),
    "int": (int,),
    "float": (int, float),
    "bool": (bool,),
    "date": (str,),
    "year": (int,),
    "ref": (str,),
    "path": (GraphPath,),
}


def broken(query: Query, store: Store, resolver: Resolver) -> Iterator[str]:
    """What is wrong with the answers to a query's examples, one sentence each; nothing where all is as promised."""
    for example in query.header.examples:
        given = ", ".join(f"{name}={value}" for name, value in example.params.items())
        for message in example_problems(query, example, store, resolver):
            yield f"{query.id}({given}): {message}"


def example_problems(query: Query, example: Example, store: Store, resolver: Resolver) -> Iterator[str]:
    """What is wrong with the answer to one example."""
    try:
        given = {name: as_given(raw) for name, raw in example.params.items()}
        rows = run(query, coerce(query.header, given, resolver), store).rows
    except ParameterError as error:
        yield str(error)
        return
    if example.rows is not None and len(rows) != example.rows:
        yield f"{len(rows)} rows, expected {example.rows}"
    if example.at_least is not None and len(rows) < example.at_least:
        yield f"{len(rows)} rows, expected at least {example.at_least}"
    for wanted in example.contains:
        if not any(all(row[column] == _plain(value) for column, value in wanted.items()) for row in rows):
            yield f"no row has {', '.join(f'{column}={value}' for column, value in wanted.items())}"
    yield from answer_problems(query, rows)


def answer_problems(query: Query, rows: Sequence[Row]) -> Iterator[str]:
    """Where rows break the contract: cells of another type, an order that is not total, null where none may be."""
    for name, column in query.header.returns.items():
        wrong = [row[name] for row in rows if not _is_of(row[name], column.type)]
        if wrong:
            yield f"column {name} holds {wrong[0]!r}, which is no {column.type}"
    for term in query.header.order_by:
        if term.nulls is None and any(row[term.column] is None for row in rows):
            yield f"column {term.column} is null in a row, and order_by does not say where nulls go"
    keys = [tuple(row[term.column] for term in query.header.order_by) for row in rows]
    if query.header.order_by and len(set(keys)) < len(keys):
        twice = next(key for key in keys if keys.count(key) > 1)
        yield f"order_by does not tell rows apart: {twice} occurs {keys.count(twice)} times"


def _plain(value: object) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _is_of(cell: object, expected: ValueType) -> bool:
    """Whether a cell is of a type; null is of every type but that of a list."""
    if expected.many:
        return isinstance(cell, list) and all(item is not None and _is_of(item, expected.one) for item in cell)
    if cell is None:
        return True
    if isinstance(cell, bool) != (expected.kind == "bool") or not isinstance(cell, PYTHON[expected.kind]):
        return False
    if expected.kind == "date":  # "2022-01-20"; not "2022-1"
        return re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(cell)) is not None
    return expected.kind != "ref" or _refers(str(cell), expected.labels)


def _refers(cell: str, labels: tuple[str, ...]) -> bool:
    try:
        return not labels or label_of(cell) in labels
    except SchemaError:
        return False
