"""Nodes and relationships on their way into the graph, gathered by what they are merged with."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from graph_schema.base import Node
from graph_schema.derive import label_of
from stores.store import Row

BATCH = 5000  # rows a statement: beyond a few thousand neither engine gains


class Merging(Protocol):
    """What merges rows: a transaction, or what does it ahead."""

    def merge_nodes(self, label: str, rows: Sequence[Row]) -> None:
        """See `Transaction.merge_nodes`."""
        ...

    def merge_relationships(self, kind: str, start: str, end: str, rows: Sequence[Row]) -> None:
        """See `Transaction.merge_relationships`."""
        ...


@dataclass(slots=True)
class Rows:
    """What one transaction merges. Order within a label or type is kept."""

    nodes: defaultdict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    relationships: defaultdict[tuple[str, str, str], list[Row]] = field(default_factory=lambda: defaultdict(list))

    def add_node(self, node: Node, *, keep_empty: bool = False, without: Collection[str] = ()) -> None:
        """Merge a node; `keep_empty` also takes away properties that it no longer has, `without` leaves some out."""
        self.nodes[node.label].append(node.model_dump(mode="json", exclude_none=not keep_empty, exclude=set(without)))

    def relate(self, kind: str, start: str, end: str, properties: Row | None = None) -> None:
        """Merge a relationship between two ids."""
        row = {"start": start, "end": end, "properties": properties or {}}
        self.relationships[kind, label_of(start), label_of(end)].append(row)

    def merge(self, into: Merging) -> None:
        """Merge what was added, nodes first, and begin anew."""
        for label, nodes in sorted(self.nodes.items()):
            for some in _batches(nodes):
                into.merge_nodes(label, some)
        for (kind, start, end), relationships in sorted(self.relationships.items()):
            for some in _batches(relationships):
                into.merge_relationships(kind, start, end, some)
        self.nodes.clear()
        self.relationships.clear()


def _batches(rows: list[Row]) -> Iterator[list[Row]]:
    return (rows[first : first + BATCH] for first in range(0, len(rows), BATCH))


def by_ends(keys: Iterable[tuple[str, str, str]]) -> Iterator[tuple[tuple[str, str, str], list[Row]]]:
    """Keys of relationships (type, start id, end id) as rows, grouped by type and the labels of their ends."""
    groups: defaultdict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for kind, start, end in keys:
        groups[kind, label_of(start), label_of(end)].append({"start": start, "end": end})
    yield from sorted(groups.items())
