"""Runs the fixed reads of stores/cypher/read/."""

from collections.abc import Iterator, Mapping
from typing import Any

from graph_schema.base import NODE_TYPES, RELATIONSHIP_TYPES
from graph_schema.derive import label_of
from stores.fixed import fixed
from stores.store import Store

_NODE = ":Node"
_RELATED = ":RELATED"

Row = dict[str, Any]


def rows(store: Store, name: str, params: Mapping[str, object], label: str | None = None) -> list[Row]:
    """The rows of one fixed read by column name; `label` takes the place of `Node` in it."""
    table = store.read(_statement(name, label), params)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def by_label(ids: Iterator[str]) -> dict[str, list[str]]:
    """Ids under the labels that they begin with, each id once."""
    grouped: dict[str, dict[str, None]] = {}
    for each in ids:
        grouped.setdefault(label_of(each), {})[each] = None
    return {label: list(each) for label, each in grouped.items()}


def count_nodes(store: Store, label: str) -> int:
    """How many nodes have a label."""
    return int(rows(store, "count_nodes", {}, label)[0]["count"])


def count_relationships(store: Store, kind: str) -> int:
    """How many relationships are of a type."""
    assert kind in RELATIONSHIP_TYPES
    statement = fixed("read/count_relationships").replace(_RELATED, f":{kind}")
    return int(store.read(statement).rows[0][0])


def _statement(name: str, label: str | None) -> str:
    text = fixed(f"read/{name}")
    if label is None:
        return text
    assert label in NODE_TYPES  # a label is the schema's, never a caller's word
    return text.replace(_NODE, f":{label}")
