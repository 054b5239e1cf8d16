"""Merge documents into the graph, several whole ones in a transaction."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from graph_schema import ids
from graph_schema.base import Node
from graph_schema.regions import region_table
from loaders.document_graph import DocumentGraph
from loaders.records import Entity
from loaders.resolve.regions import region_entity
from loaders.write.entity_nodes import entity_node
from loaders.write.known import known_forms
from loaders.write.rows import Rows
from loaders.write.succession import successions
from loaders.write.support import add_support
from stores.store import Transaction


def merge_documents(transaction: Transaction, graphs: Sequence[DocumentGraph]) -> None:
    """Add documents that are not in the graph; replaced ones must have been removed before, in this transaction."""
    rows = Rows()
    for graph in graphs:
        _add_own(rows, graph)
    known = _add_entities(transaction, rows, graphs)
    for indicator in _unique(node for graph in graphs for node in graph.indicators):
        rows.add_node(indicator)
    add_support(transaction, rows, known, (fact.statement for graph in graphs for fact in graph.facts))
    rows.merge(transaction)


def _add_own(rows: Rows, graph: DocumentGraph) -> None:
    """What belongs to the document alone: itself, passages, statements, measures and values."""
    rows.add_node(graph.document, without=() if graph.document.also_at else ("also_at",))
    for passage in graph.passages:
        rows.add_node(passage)
        rows.relate("PART_OF", passage.id, graph.document.id)
    for fact in graph.facts:
        rows.add_node(fact.statement)
        rows.relate("STATED_IN", fact.statement.id, fact.passage)
    for claim in graph.claims:
        rows.add_node(claim.node)
        rows.relate("STATED_IN", claim.node.id, claim.passage)
    for place in graph.mentions:
        properties = {"start": place.start, "end": place.end, "text": place.text, "form": place.form}
        rows.relate("MENTIONS", place.passage, place.entity, dict(properties))


def _add_entities(transaction: Transaction, rows: Rows, graphs: Sequence[DocumentGraph]) -> Collection[str]:
    """Entities with every form of theirs, regions with those above them, agencies with what became of them.

    Returns the ids of those that the graph held before.
    """
    entities = {entity.id: entity for graph in graphs for entity in graph.entities}
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for graph in graphs:
        for place in graph.mentions:
            forms[place.entity].add(place.form)
    for parent, child in list(_region_parents(list(entities.values()))):
        entities.setdefault(parent.id, parent)
        rows.relate("PART_OF", child, parent.id)
    for successor, predecessor in successions(list(entities.values())):
        entities.setdefault(successor.id, successor)
        rows.relate("SUCCEEDS", successor.id, predecessor)
    known = known_forms(transaction, sorted(entities))
    for entity_id, held in known.items():
        forms[entity_id] |= held
    for entity_id in sorted(entities):
        rows.add_node(entity_node(entities[entity_id], forms[entity_id]))
    return known


def _region_parents(entities: Iterable[Entity]) -> Iterable[tuple[Entity, str]]:
    """Every region above those given, with the id of the one directly below it."""
    table = region_table()
    for entity in entities:
        row = table.by_key(entity.id.partition(":")[2]) if entity.label == "Region" else None
        while row is not None and row.parent is not None:
            above = table.by_key(row.parent)
            if above is None:
                break
            yield region_entity(above, above.name), ids.coded("Region", row.key)
            row = above


def _unique(nodes: Iterable[Node]) -> Iterable[Node]:
    return {node.id: node for node in nodes}.values()
