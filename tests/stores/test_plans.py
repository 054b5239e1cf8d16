"""What is found by key is planned once and the plan kept while the graph grows: it must be the best from the start."""

from collections.abc import Iterator

import neo4j

from graph_schema.base import NODE_TYPES, RELATIONSHIP_TYPES
from graph_schema.derive import (
    batch,
    constraints,
    find_names,
    find_relationships,
    lookups,
    merge_nodes,
    merge_relationships,
    searchable,
)
from stores.neo4j import Neo4jStore
from stores.store import Row, Store

SOURCES = {
    "Unwind",
    "Argument",
    "NodeUniqueIndexSeek",
    "NodeUniqueIndexSeek(Locking)",
    "MergeUniqueNode",  # the same with its merge, from 2025.11 on
    "Expand(Into)",
    "OptionalExpand(Into)",
}
"""What is given, what a unique key leads to, and what joins two that were found."""


def statements() -> Iterator[str]:
    yield from map(merge_nodes, NODE_TYPES)
    yield from (find_names(label) for label, node in NODE_TYPES.items() if node.entity)
    for kind, relationship in RELATIONSHIP_TYPES.items():
        for start, end in relationship.ends:
            yield merge_relationships(kind, start.label, end.label)
            yield find_relationships(kind, start.label, end.label)


def sources(plan: Row) -> Iterator[str]:
    """The operators that rows come from: those with none below them, those that scan and those that walk."""
    name = plan["operatorType"].partition("@")[0]
    if not plan.get("children") or "Expand" in name or "Scan" in name:
        yield name
    for child in plan.get("children", ()):
        yield from sources(child)


def test_an_empty_graph_gives_every_statement_the_plan_by_keys(neo4j_uri: str, neo4j_store: Store) -> None:
    neo4j_store.prepare(constraints(), searchable(), lookups())
    with neo4j.GraphDatabase.driver(neo4j_uri, notifications_min_severity="OFF") as driver:
        for statement in statements():
            asked = f"EXPLAIN {Neo4jStore.planned_once}{statement}"
            plan = driver.execute_query(asked, dict(batch([]))).summary.plan
            assert plan is not None, statement
            assert set(sources(plan)) <= SOURCES, statement
