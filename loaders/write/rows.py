"""Nodes and relationships on their way into the graph, gathered by the statement that merges them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field

from graph_schema.base import Node
from graph_schema.derive import batch, label_of, merge_nodes, merge_relationships
from stores.store import Parameters, Row

Merge = Callable[[str, Parameters], object]
"""What runs a statement that merges: a transaction's `by_key`, or what does it ahead."""
BATCH = 5000  # rows a statement: beyond a few thousand neither engine gains


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

    def merge(self, merge: Merge) -> None:
        """Merge what was added, nodes first, and begin anew."""
        for label in sorted(self.nodes):
            _run(merge, merge_nodes(label), self.nodes[label])
        for kind, start, end in sorted(self.relationships):
            _run(merge, merge_relationships(kind, start, end), self.relationships[kind, start, end])
        self.nodes.clear()
        self.relationships.clear()


def _run(merge: Merge, statement: str, rows: list[Row]) -> None:
    for first in range(0, len(rows), BATCH):
        merge(statement, batch(rows[first : first + BATCH]))


def by_ends(keys: Iterable[tuple[str, str, str]]) -> Iterator[tuple[tuple[str, str, str], list[Row]]]:
    """Keys of relationships (type, start id, end id) as rows, grouped by type and the labels of their ends."""
    groups: defaultdict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for kind, start, end in keys:
        groups[kind, label_of(start), label_of(end)].append({"start": start, "end": end})
    yield from sorted(groups.items())
