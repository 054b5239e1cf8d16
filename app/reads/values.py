"""Values of rows as JSON data."""

from datetime import date, datetime, time
from typing import Any

from stores.records import GraphNode, GraphPath, GraphRelationship

# `search_text` repeats name and aliases for the index; `id` and `name` stand beside the properties.
_BESIDE = frozenset({"id", "name", "search_text"})


def json_ready(value: Any) -> Any:
    """A value of a row as JSON data; nodes, relationships and paths as mappings."""
    if value is None or isinstance(value, str | int | float):  # most are
        return value
    match value:
        case GraphNode():
            return node(value)
        case GraphRelationship():
            return relationship(value)
        case GraphPath():
            return {
                "nodes": [node(each) for each in value.nodes],
                "relationships": [relationship(each) for each in value.relationships],
            }
        case list() | tuple():
            return [json_ready(item) for item in value]
        case dict():
            return {key: json_ready(item) for key, item in value.items()}
        case date() | datetime() | time():
            return value.isoformat()
        case _:
            return value


def node(value: GraphNode) -> dict[str, Any]:
    """`id`, `label`, `name` and the other `properties`."""
    return {
        "id": value.id,
        "label": value.labels[0],
        "name": value.properties.get("name", value.id),
        "properties": {key: json_ready(item) for key, item in value.properties.items() if key not in _BESIDE},
    }


def relationship(value: GraphRelationship) -> dict[str, Any]:
    """`type`, the ids of `start` and `end`, and `properties`."""
    properties = {key: json_ready(item) for key, item in value.properties.items()}
    return {"type": value.type, "start": value.start, "end": value.end, "properties": properties}
