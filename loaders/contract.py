"""What `zhitu extract` prints of a document: its nodes and relationships, each with evidence."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from typing import Any

import orjson

from graph_schema import ids, nodes
from graph_schema.goals import goal_table
from graph_schema.indicators import IndicatorRow, indicator_table
from loaders.document_graph import Claim, DocumentGraph
from loaders.pipeline import Extraction, extract
from loaders.records import Entity, RawDocument, UnreadableDocument

Json = dict[str, Any]


def contract_line(file: RawDocument | UnreadableDocument) -> bytes:
    """A readable document's row as a line of JSON, from its text on: what a worker hands back."""
    assert isinstance(file, RawDocument)
    return orjson.dumps(contract_row(extract(file)), option=orjson.OPT_APPEND_NEWLINE)


def contract_row(extraction: Extraction) -> Json:
    """One JSON-ready object for one document, in a fixed order."""
    graph = extraction.graph
    by_table = {
        indicator.id: ids.coded("Goal", row.goal)
        for indicator in graph.indicators
        if (row := _table_row(indicator.id)) is not None
    }
    printed = _printed(extraction)
    left_out = {entity.id for entity in graph.entities} - {entity.id for entity in printed}
    ends = {end for fact in graph.facts for end in (fact.statement.subject, fact.statement.object)}
    goals = {end for end in ends if end.startswith("goal:")} | set(by_table.values())
    return {
        "document": _document(extraction),
        "nodes": [
            *(_entity(graph, entity) for entity in printed),
            *(_claim(claim) for claim in graph.claims),
            *(_indicator(graph, node) for node in graph.indicators),
            *(_goal(goal) for goal in sorted(goals)),
        ],
        "relationships": [
            *_relationships(graph, left_out),
            *(_bare("MEASURED_BY", goal, indicator) for indicator, goal in sorted(by_table.items())),
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


def _printed(extraction: Extraction) -> list[Entity]:
    """The entities that a row prints: what the text names, and the division, plan and publisher of the document.

    A country that is only what a national document is about, and a division that stands only within another name
    (青岛 in 青岛国际会展中心), are none of the text's names.
    """
    graph, resolution = extraction.graph, extraction.findings.resolution
    named = {place.entity for place in graph.mentions}
    own = {each.id for each in (resolution.region, resolution.plan, resolution.publisher) if each is not None}
    return [each for each in graph.entities if each.id in named or (each.id in own and each.kind != "country")]


def _entity(graph: DocumentGraph, entity: Entity) -> Json:
    places = [place for place in graph.mentions if place.entity == entity.id]
    evidence = [{"start": place.start, "end": place.end, "quote": place.text} for place in places]
    if not evidence:
        stated = (f.statement for f in graph.facts if entity.id in (f.statement.subject, f.statement.object))
        evidence = [_quote(statement) for statement in islice(stated, 1)]
    properties = {"core_name": entity.core_name, "kind": entity.kind, "evidence": evidence}
    return _row(entity.id, entity.label, entity.name, sorted(entity.forms - {entity.name}), properties)


def _claim(claim: Claim) -> Json:
    node = claim.node
    properties = node.model_dump(mode="json", exclude={"id", "name", "value_high"})
    if isinstance(node, nodes.Measure):
        properties["status"] = "done" if node.modality == "done" else "planned"
    elif isinstance(node, nodes.Target | nodes.Result):
        properties["value"] = _value(node)
    properties["evidence"] = [{"start": claim.start, "end": claim.end, "quote": claim.quote}]
    return _row(node.id, node.label, node.name, (), properties)


def _value(node: nodes.Target | nodes.Result) -> Any:
    if node.value_high is None:
        return _number(node.value)
    return [_number(node.value), _number(node.value_high)]


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _indicator(graph: DocumentGraph, node: nodes.Indicator) -> Json:
    properties: Json = {"unit": node.unit}
    if _table_row(node.id) is None:
        stated = (fact.statement for fact in graph.facts if fact.statement.object == node.id)
        properties["evidence"] = [_quote(statement) for statement in stated if statement.type == "OF"]
    return _row(node.id, node.label, node.name, node.aliases, properties)


def _goal(goal_id: str) -> Json:
    row = goal_table().by_id(goal_id.partition(":")[2])
    assert row is not None, f"{goal_id}: expected a goal of the taxonomy"
    return _row(goal_id, "Goal", row.zh, [row.en], {"name_en": row.en, "scope_note": row.scope})


def _row(node_id: str, label: str, name: str, aliases: Sequence[str], properties: Json) -> Json:
    return {"id": node_id, "label": label, "name": name, "aliases": list(aliases), "properties": properties}


def _relationships(graph: DocumentGraph, left_out: set[str]) -> list[Json]:
    grouped: defaultdict[tuple[str, str, str], list[nodes.Statement]] = defaultdict(list)
    for fact in graph.facts:
        ends = {fact.statement.subject, fact.statement.object}
        if not fact.statement.subject.startswith("document:") and not ends & left_out:
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


def _table_row(indicator: str) -> IndicatorRow | None:
    return indicator_table().by_id(indicator.partition(":")[2])
