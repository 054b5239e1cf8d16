"""Merge documents into the graph, several whole ones in a transaction."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph_schema import ids
from graph_schema.base import Node
from graph_schema.regions import region_table
from loaders.document_graph import DocumentGraph
from loaders.records import Entity
from loaders.resolve.regions import region_entity
from loaders.write.ahead import Ahead
from loaders.write.entity_nodes import entity_node
from loaders.write.known import FactKey, known_forms
from loaders.write.rows import Rows
from loaders.write.succession import successions
from loaders.write.support import supported
from stores.store import Row, Transaction


def merge_documents(transaction: Transaction, graphs: Sequence[DocumentGraph]) -> None:
    """Add documents that are not in the graph; replaced ones must have been removed before, in this transaction."""
    entities = {entity.id: entity for graph in graphs for entity in graph.entities}
    structure = _structure(entities)
    held = known_forms(transaction.by_key, sorted(entities))
    facts = supported(transaction.by_key, held, [fact.statement for graph in graphs for fact in graph.facts])
    rows = Rows()
    with Ahead(transaction) as ahead:
        for add in (_add_passages, _add_statements, _add_claims):
            for graph in graphs:
                add(rows, graph)
            rows.merge(ahead)
        _add_entities(rows, entities, _forms(graphs, held))
        for key in structure:
            rows.relate(*key)
        _add_mentions(rows, graphs)
        rows.merge(ahead)
        for indicator in _unique(node for graph in graphs for node in graph.indicators):
            rows.add_node(indicator)
        for key, properties in facts:
            rows.relate(*key, properties)
        rows.merge(ahead)


def _add_passages(rows: Rows, graph: DocumentGraph) -> None:
    rows.add_node(graph.document, without=() if graph.document.also_at else ("also_at",))
    for passage in graph.passages:
        rows.add_node(passage)
        rows.relate("PART_OF", passage.id, graph.document.id)


def _add_statements(rows: Rows, graph: DocumentGraph) -> None:
    for fact in graph.facts:
        rows.add_node(fact.statement)
        rows.relate("STATED_IN", fact.statement.id, fact.passage)


def _add_claims(rows: Rows, graph: DocumentGraph) -> None:
    for claim in graph.claims:
        rows.add_node(claim.node)
        rows.relate("STATED_IN", claim.node.id, claim.passage)


def _add_entities(rows: Rows, entities: Mapping[str, Entity], forms: Mapping[str, set[str]]) -> None:
    for entity_id in sorted(entities):
        rows.add_node(entity_node(entities[entity_id], forms.get(entity_id, ())))


def _add_mentions(rows: Rows, graphs: Iterable[DocumentGraph]) -> None:
    for graph in graphs:
        for place in graph.mentions:
            properties: Row = {"start": place.start, "end": place.end, "text": place.text, "form": place.form}
            rows.relate("MENTIONS", place.passage, place.entity, properties)


def _forms(graphs: Iterable[DocumentGraph], held: Mapping[str, set[str]]) -> Mapping[str, set[str]]:
    """Every form of each entity: those in these documents and those that the graph held before."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for entity_id, known in held.items():
        forms[entity_id] |= known
    for graph in graphs:
        for place in graph.mentions:
            forms[place.entity].add(place.form)
    return forms


def _structure(entities: dict[str, Entity]) -> list[FactKey]:
    """Add the regions above those given and what became of agencies; the relationships among them."""
    keys: list[FactKey] = []
    for parent, child in list(_region_parents(list(entities.values()))):
        entities.setdefault(parent.id, parent)
        keys.append(("PART_OF", child, parent.id))
    for successor, predecessor in successions(list(entities.values())):
        entities.setdefault(successor.id, successor)
        keys.append(("SUCCEEDS", successor.id, predecessor))
    return keys


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
