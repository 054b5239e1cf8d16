"""Everything that follows from the declarations: constraints, merge statements, validation, and the schema as data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import ValidationError

from graph_schema import nodes, relationships
from graph_schema.base import NODE_TYPES, RELATIONSHIP_TYPES, Node, Relationship
from graph_schema.errors import SchemaError

__all__ = ["NODE_TYPES", "RELATIONSHIP_TYPES", "nodes", "relationships"]  # importing the last two fills the first two


@dataclass(frozen=True, slots=True)
class Key:
    """A property by which nodes of a label are found."""

    label: str
    property: str


def constraints() -> list[Key]:
    """The property that tells the nodes of each label apart, in order of declaration."""
    return [Key(label, node.key) for label, node in NODE_TYPES.items()]


def lookups() -> list[Key]:
    """The other properties that nodes are found by, in order of declaration."""
    return [Key(label, name) for label, node in NODE_TYPES.items() for name in node.looked_up_by]


def searchable() -> list[str]:
    """Labels whose `search_text` is in the full-text index."""
    return [label for label, node in NODE_TYPES.items() if "search_text" in node.model_fields]


def batch(rows: Sequence[object]) -> dict[str, Any]:
    """The parameters of a statement that goes through many rows.

    Neo4j plans a statement anew for each power of ten of a list's length. It does not see how long a list in a map is.
    """
    return {"batch": {"rows": rows}}


def merge_nodes(label: str) -> str:
    """The statement that merges nodes of one label from a `batch` of property maps."""
    key = _node_type(label).key
    return f"UNWIND $batch.rows AS row\nMERGE (n:{label} {{{key}: row.{key}}})\nSET n += row"


def merge_relationships(kind: str, start: str, end: str) -> str:
    """The statement that merges relationships from a `batch` of maps: `start`, `end` (ids) and `properties`."""
    relationship = _relationship_type(kind)
    if not relationship.joins(start, end):
        raise SchemaError(f"{kind}: cannot run from {start} to {end}; expected one of {_pairs(relationship)}")
    key = ", ".join(f"{name}: row.properties.{name}" for name in relationship.key)
    return (
        f"UNWIND $batch.rows AS row\nMATCH (a:{start} {{id: row.start}})\nMATCH (b:{end} {{id: row.end}})\n"
        f"MERGE {_pattern(relationship, 'a', 'b', f' {{{key}}}' if key else '')}\nSET r += row.properties"
    )


def find_names(label: str) -> str:
    """The statement that gives `id`, `name` and `aliases` of those named nodes in `batch` that are there."""
    return (
        f"UNWIND $batch.rows AS id\nMATCH (n:{_node_type(label).label} {{id: id}})\n"
        "RETURN n.id AS id, n.name AS name, n.aliases AS aliases"
    )


def find_relationships(kind: str, start: str, end: str) -> str:
    """The statement that gives the properties of the relationships between ids, `start` and `end` of each in `batch`.

    Null where there is none. It is found between two nodes that are there already, never by walking from one of them.
    """
    return (
        f"UNWIND $batch.rows AS pair\nMATCH (a:{start} {{id: pair.start}})\nMATCH (b:{end} {{id: pair.end}})\n"
        f"OPTIONAL MATCH {_pattern(_relationship_type(kind), 'a', 'b')}\n"
        "RETURN pair.start AS start, pair.end AS end, properties(r) AS properties"
    )


def match_relationship(kind: str, start: str, end: str) -> str:
    """The clause that finds the relationship `r` between the ids `pair.start` and `pair.end`, nodes `a` and `b`."""
    return f"MATCH {_pattern(_relationship_type(kind), f'a:{start} {{id: pair.start}}', f'b:{end} {{id: pair.end}}')}"


def label_of(node_id: str) -> str:
    """The label that an id begins with: `goal:food-safety` is a Goal."""
    prefix = node_id.partition(":")[0]
    label = _labels().get(prefix)
    if label is None:
        raise SchemaError(f"{node_id!r}: no label {prefix!r}; expected an id such as 'goal:food-safety'")
    return label


@cache
def _labels() -> Mapping[str, str]:
    """Labels by the prefix of their ids."""
    return {label.lower(): label for label in NODE_TYPES}


def validate_node(label: str, properties: Mapping[str, object]) -> Node:
    """The node that properties describe. Raises SchemaError naming label, property, value and expectation."""
    try:
        return _node_type(label).model_validate(dict(properties))
    except ValidationError as error:
        raise SchemaError(f"{label} {properties.get('id')}: {_first(error)}") from error


def validate_relationship(kind: str, properties: Mapping[str, object]) -> Relationship:
    """The relationship that properties describe. Raises SchemaError as `validate_node` does."""
    try:
        return _relationship_type(kind).model_validate(dict(properties))
    except ValidationError as error:
        raise SchemaError(f"{kind}: {_first(error)}") from error


def schema_document() -> dict[str, Any]:
    """The schema as JSON-ready data: what `/v1/schema` answers."""
    return {
        "nodes": [
            {"label": label, "description": _summary(node), "properties": _properties(node)}
            for label, node in NODE_TYPES.items()
        ],
        "relationships": [
            {
                "type": kind,
                "description": _summary(relationship),
                "fact": relationship.fact,
                "ends": [{"start": a.label, "end": b.label} for a, b in relationship.ends],
                "properties": _properties(relationship),
            }
            for kind, relationship in RELATIONSHIP_TYPES.items()
        ],
    }


def readme_table() -> str:
    """The schema as the two Markdown tables that README.md shows."""
    lines = ["| node | what it is | properties |", "| --- | --- | --- |"]
    for label, node in NODE_TYPES.items():
        names = ", ".join(f"`{name}`" for name in node.model_fields if name not in ("id", "name", "search_text"))
        lines.append(f"| {label} | {_summary(node)} | {names} |")
    lines += ["", "| relationship | from → to | meaning |", "| --- | --- | --- |"]
    for kind, relationship in RELATIONSHIP_TYPES.items():
        lines.append(f"| {kind} | {_grouped(relationship)} | {_summary(relationship)} |")
    return "\n".join(lines)


def _node_type(label: str) -> type[Node]:
    if label not in NODE_TYPES:
        raise SchemaError(f"no node type {label!r}; expected one of {list(NODE_TYPES)}")
    return NODE_TYPES[label]


def _relationship_type(kind: str) -> type[Relationship]:
    if kind not in RELATIONSHIP_TYPES:
        raise SchemaError(f"no relationship type {kind!r}; expected one of {list(RELATIONSHIP_TYPES)}")
    return RELATIONSHIP_TYPES[kind]


def _pattern(relationship: type[Relationship], start: str, end: str, key: str = "") -> str:
    """A relationship `r` between two nodes, written from its sparse end: an engine may walk all that meet there."""
    step = f"[r:{relationship.type}{key}]"
    return f"({end})<-{step}-({start})" if relationship.sparse == "end" else f"({start})-{step}->({end})"


def _first(error: ValidationError) -> str:
    detail = error.errors()[0]
    return f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}, got {detail['input']!r}"


def _pairs(relationship: type[Relationship]) -> list[str]:
    return [f"{a.label} to {b.label}" for a, b in relationship.ends]


def _grouped(relationship: type[Relationship]) -> str:
    """`Agency, Organization → Plan, Campaign`: the starts of each set of ends together."""
    by_start: dict[str, list[str]] = {}
    for a, b in relationship.ends:
        by_start.setdefault(a.label, []).append(b.label)
    by_ends: dict[str, list[str]] = {}
    for start, ends in by_start.items():
        by_ends.setdefault(", ".join(ends), []).append(start)
    return "; ".join(f"{', '.join(starts)} → {ends}" for ends, starts in by_ends.items())


def _summary(declared: type[Node] | type[Relationship]) -> str:
    return (declared.__doc__ or "").strip().split("\n")[0].rstrip(".")


def _properties(declared: type[Node] | type[Relationship]) -> dict[str, Any]:
    return dict(declared.model_json_schema()["properties"])
