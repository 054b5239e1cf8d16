"""What the graph holds already of what documents share: names, and relationships between named things."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph_schema import ids
from graph_schema.derive import batch, find_names, find_relationships, label_of
from loaders.write.rows import by_ends
from stores.store import Row, Run

FactKey = tuple[str, str, str]
"""What tells a fact relationship from all others: type, start id, end id."""
# Nodes that belong to one document alone, and so does whatever joins them.
OWN = ("Measure", "Target", "Result", "Document")
OWN_IDS = tuple(ids.coded(label, "") for label in OWN)  # how their ids begin


def known_forms(by_key: Run, entity_ids: Iterable[str]) -> dict[str, set[str]]:
    """The forms that the graph has of those entities that are in it."""
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    for each in entity_ids:
        wanted[label_of(each)].append(each)
    return {
        str(row["id"]): {str(row["name"]), *(row["aliases"] or ())}
        for label, ids in sorted(wanted.items())
        for row in by_key(find_names(label), batch(ids))
    }


def existing(by_key: Run, keys: Iterable[FactKey]) -> Mapping[FactKey, Row]:
    """The properties of those relationships that are in the graph. Asks for none that one document alone has."""
    shared = (key for key in keys if not key[1].startswith(OWN_IDS) and not key[2].startswith(OWN_IDS))
    return {
        (kind, str(row["start"]), str(row["end"])): dict(row["properties"])
        for (kind, start, end), pairs in by_ends(shared)
        for row in by_key(find_relationships(kind, start, end), batch(pairs))
        if row["properties"] is not None
    }
