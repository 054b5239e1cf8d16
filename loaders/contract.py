"""What `zhitu extract` prints of a document: its nodes and relationships, each with evidence."""

from collections import defaultdict
from typing import Any

from graph_schema import ids, nodes
from graph_schema.goals import goal_table
from graph_schema.indicators import indicator_table
from loaders.document_graph import Claim, DocumentGraph
from loaders.pipeline import Extraction
from loaders.records import Entity

Json = dict[str, Any]


def contract_row(extraction: Extraction) -> Json:
    """One JSON-ready object for one document, in a fixed order."""
    graph = extraction.graph
    facts = [fact for fact in graph.facts if not fact.statement.subject.startswith("document:")]
    facts = [fact for fact in facts if not fact.statement.object.startswith("document:")]
    goals = {end for fact in facts for end in (fact.statement.subject, fact.statement.object) if end.startswith("goal:")}
    by_table = {indicator.id for indicator in graph.indicators if _in_table(indicator.id)}
    goals |= {_goal_of(indicator) for indicator in by_table}
    return {
        "document": _document(extraction),
        "nodes": [
            *(_entity(graph, entity) for entity in graph.entities),
            *(_claim(claim) for claim in graph.claims),
            *(_indicator(graph, node) for node in graph.indicators),
            *(_goal(goal) for goal in sorted(goals)),
        ],
        "relationships": [
            *_relationships(graph),
            *(_bare("MEASURED_BY", _goal_of(indicator), indicator) for indicator in sorted(by_table)),
        ],
    }


def _document(extraction: Extraction) -> Json:
    document = extraction.graph.document
    raw, metadata = extraction.findings.document.raw, extraction.findings.document.metadata
    return {
        "id": document.id,
        "path": raw.path,
        "title": metadata.title,
        "publisher": document.publisher,
        "published_on": document.published_on,
        "doc_number": document.doc_number,
        "region": metadata.region,
        "period": document.period,
        "sha256": document.sha256,
    }


def _entity(graph: DocumentGraph, entity: Entity) -> Json:
    places = [place for place in graph.mentions if place.entity == entity.id]
    evidence = [{"start": place.start, "end": place.end, "quote": place.text} for place in places]
    if not evidence:
        evidence = [_quote(fact.statement) for fact in graph.facts if entity.id in (fact.statement.subject, fact.statement.object)][:1]
    return {
        "id": entity.id,
        "label": entity.label,
        "name": entity.name,
        "aliases": sorted(entity.forms - {entity.name}),
        "properties": {"core_name": entity.core_name, "kind": entity.kind, "evidence": evidence},
    }


def _claim(claim: Claim) -> Json:
    properties = claim.node.model_dump(mode="json", exclude={"id", "name", "value_high"})
    if isinstance(claim.node, nodes.Measure):
        properties["status"] = "done" if claim.node.modality == "done" else "planned"
    elif isinstance(claim.node, nodes.Target | nodes.Result):
        properties["value"] = _value(claim.node)
    properties["evidence"] = [{"start": claim.start, "end": claim.end, "quote": claim.quote}]
    return {"id": claim.node.id, "label": claim.node.label, "name": claim.node.name, "aliases": [], "properties": properties}


def _value(node: nodes.Target | nodes.Result) -> Any:
    bounds = [_number(node.value)] if node.value_high is None else [_number(node.value), _number(node.value_high)]
    return bounds[0] if len(bounds) == 1 else bounds


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _indicator(graph: DocumentGraph, node: nodes.Indicator) -> Json:
    properties: Json = {"unit": node.unit}
    if not _in_table(node.id):
        properties["evidence"] = [_quote(f.statement) for f in graph.facts if f.statement.type == "OF" and f.statement.object == node.id]
    return {"id": node.id, "label": "Indicator", "name": node.name, "aliases": list(node.aliases), "properties": properties}


def _goal(goal_id: str) -> Json:
    row = goal_table().by_id(goal_id.partition(":")[2])
    return {
        "id": goal_id,
        "label": "Goal",
        "name": row.zh,
        "aliases": [row.en],
        "properties": {"name_en": row.en, "scope_note": row.scope},
    }


def _relationships(graph: DocumentGraph) -> list[Json]:
    grouped: defaultdict[tuple[str, str, str], list[nodes.Statement]] = defaultdict(list)
    for fact in graph.facts:
        if not fact.statement.subject.startswith("document:"):
            grouped[fact.statement.type, fact.statement.subject, fact.statement.object].append(fact.statement)
    rows = []
    for (kind, source, target), statements in sorted(grouped.items()):
        properties: Json = {"modality": statements[0].modality}
        if statements[0].title is not None:
            properties["title"] = statements[0].title
        evidence = [_quote(statement) for statement in statements]
        rows.append({"type": kind, "source": source, "target": target, "properties": properties, "evidence": evidence})
    return rows


def _quote(statement: nodes.Statement) -> Json:
    return {"start": statement.start, "end": statement.end, "quote": statement.quote}


def _bare(kind: str, source: str, target: str) -> Json:
    return {"type": kind, "source": source, "target": target, "properties": {}, "evidence": []}


def _in_table(indicator: str) -> bool:
    return indicator.partition(":")[2] in {row.id for row in indicator_table()}


def _goal_of(indicator: str) -> str:
    return ids.coded("Goal", indicator_table().by_id(indicator.partition(":")[2]).goal)
