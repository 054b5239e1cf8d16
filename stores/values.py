"""Values of the Bolt driver as values of the program."""

from typing import Any

import neo4j.graph
import neo4j.time

from stores.records import GraphNode, GraphPath, GraphRelationship

PLAIN = (str, int, float, bool, bytes, type(None))
TEMPORAL = (neo4j.time.Date, neo4j.time.DateTime, neo4j.time.Time)


def plain(value: Any) -> Any:
    """A value without the driver's types: nodes, relationships and paths as records, dates as those of Python.

    The keys of a map are sorted: each engine has an order of its own.
    """
    if isinstance(value, PLAIN):
        return value
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(value[key]) for key in sorted(value)}
    if isinstance(value, TEMPORAL):
        return value.to_native()
    return _graph_value(value)


def _graph_value(value: Any) -> Any:
    if isinstance(value, neo4j.graph.Node):
        return GraphNode(tuple(sorted(value.labels)), _properties(value))
    if isinstance(value, neo4j.graph.Relationship):
        return GraphRelationship(value.type, _end(value.start_node), _end(value.end_node), _properties(value))
    if isinstance(value, neo4j.graph.Path):
        return GraphPath([plain(node) for node in value.nodes], [plain(step) for step in value.relationships])
    return value


def _properties(entity: neo4j.graph.Entity) -> dict[str, Any]:
    return {key: plain(item) for key, item in sorted(entity.items())}


def _end(node: neo4j.graph.Node | None) -> str:
    return "" if node is None else str(node.get("id", ""))
