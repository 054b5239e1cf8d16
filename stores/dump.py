"""The whole graph as lines of JSON in one canonical order: equal graphs give equal bytes on either engine."""

import json
from collections.abc import Iterator

from graph_schema.derive import NODE_TYPES, RELATIONSHIP_TYPES
from stores.store import Row, Store

# Two graphs of the same facts may differ in these: how often they were written, and when a person judged.
LEFT_OUT_NODES = frozenset({"Graph"})
LEFT_OUT_PROPERTIES = {"Judgement": frozenset({"at"})}


def dump(store: Store) -> Iterator[str]:
    """One line a node, by label and id, then one a relationship, by type and ends. Lines carry no line end."""
    for label in sorted(NODE_TYPES):
        if label not in LEFT_OUT_NODES:
            yield from map(_line, nodes_of(store, label))
    for kind in sorted(RELATIONSHIP_TYPES):
        yield from map(_line, relationships_of(store, kind))


def nodes_of(store: Store, label: str) -> Iterator[Row]:
    """Every node of a label as `{label, properties}`, by id."""
    left_out = LEFT_OUT_PROPERTIES.get(label, frozenset())
    with store.stream(f"MATCH (n:{label})\nRETURN properties(n) AS properties\nORDER BY n.id") as rows:
        for (properties,) in rows:
            yield {"label": label, "properties": _present(properties, left_out)}


def relationships_of(store: Store, kind: str) -> Iterator[Row]:
    """Every relationship of a type as `{type, start, end, properties}`, by its ends and key."""
    keys = "".join(f", r.{name}" for name in RELATIONSHIP_TYPES[kind].key)
    statement = (
        f"MATCH (a)-[r:{kind}]->(b)\nRETURN a.id AS start, b.id AS end, properties(r) AS properties\n"
        f"ORDER BY a.id, b.id{keys}"
    )
    with store.stream(statement) as rows:
        for start, end, properties in rows:
            yield {"type": kind, "start": start, "end": end, "properties": _present(properties, frozenset())}


def _present(properties: Row, left_out: frozenset[str]) -> Row:
    """Properties with a value: an engine may keep an absent one as null, and an empty list is no alias."""
    return {key: value for key, value in properties.items() if value is not None and key not in left_out}


def _line(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
