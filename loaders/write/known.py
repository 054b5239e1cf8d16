"""What the graph holds already of what documents share: names, and relationships between named things.

One statement asks for all labels or types: each would be planned by itself, which takes Neo4j longer than answering.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from graph_schema import ids
from graph_schema.base import NODE_TYPES, RELATIONSHIP_TYPES
from graph_schema.derive import label_of, match_relationship
from stores.store import Row, Run

FactKey = tuple[str, str, str]
"""What tells a fact relationship from all others: type, start id, end id."""
# Nodes that belong to one document alone, and so does whatever joins them.
OWN = ("Measure", "Target", "Result", "Document")
OWN_IDS = tuple(ids.coded(label, "") for label in OWN)  # how their ids begin


def known_forms(run: Run, entity_ids: Iterable[str]) -> dict[str, set[str]]:
    """The forms that the graph has of those entities that are in it."""
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    for each in entity_ids:
        wanted[label_of(each)].append(each)
    if not wanted:
        return {}
    rows = run(_names(), {"ids": wanted})
    return {str(row["id"]): {str(row["name"]), *(row["aliases"] or ())} for row in rows}


def existing(run: Run, keys: Iterable[FactKey]) -> Mapping[FactKey, Row]:
    """The properties of those relationships that are in the graph. Asks for none that one document alone has."""
    wanted: defaultdict[str, list[Row]] = defaultdict(list)
    for kind, start, end in keys:
        if not start.startswith(OWN_IDS) and not end.startswith(OWN_IDS):
            wanted[_pair(kind, label_of(start), label_of(end))].append({"start": start, "end": end})
    if not wanted:
        return {}
    rows = run(_facts(), {"pairs": wanted})
    return {(str(row["type"]), str(row["start"]), str(row["end"])): dict(row["properties"]) for row in rows}


@cache
def _names() -> str:
    return "\nUNION ALL\n".join(
        f"UNWIND $ids.{label} AS id\nMATCH (n:{label} {{id: id}})\n"
        "RETURN n.id AS id, n.name AS name, n.aliases AS aliases"
        for label, node in NODE_TYPES.items()
        if node.entity
    )


@cache
def _facts() -> str:
    return "\nUNION ALL\n".join(
        f"UNWIND $pairs.{_pair(kind, start.label, end.label)} AS pair\n"
        f"{match_relationship(kind, start.label, end.label)}\n"
        "RETURN type(r) AS type, pair.start AS start, pair.end AS end, properties(r) AS properties"
        for kind, relationship in RELATIONSHIP_TYPES.items()
        for start, end in relationship.ends
        if "statements" in relationship.model_fields and not {start.label, end.label} & set(OWN)
    )


def _pair(kind: str, start: str, end: str) -> str:
    return f"{kind}_{start}_{end}"
