"""Merges by the embedded engine's bulk path, which commits as it goes: for a graph that nobody else has seen yet."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from graph_schema.base import NODE_TYPES, RELATIONSHIP_TYPES
from graph_schema.derive import batch, find_relationships, merge_nodes, merge_relationships
from stores.engine import Engine
from stores.errors import CommitUnknown
from stores.store import Parameters, Row, T

Alone = Callable[[str, Parameters], tuple[list[Row], bool]]
"""Runs a statement in a transaction of its own: its rows, and whether it changed the graph."""
Kind = tuple[str, str, str]
"""Of relationships: type, label of the start, label of the end."""
Key = tuple[object, ...]
"""Of a relationship within its kind: id of the start, id of the end, then the properties that its type is keyed by."""
ASKED = 5000  # keys a question


class BulkTransaction:
    """Does what a transaction does, at once and not to be taken back.

    Merges are gathered until another statement or merge might depend on them, or until `flush`. What the graph does not
    hold is then created in bulk, by its record ids; the rest is merged by statements.
    """

    def __init__(self, engine: Engine, alone: Alone) -> None:
        self.changed: bool | None = None
        self.has_written = False
        self._engine = engine
        self._alone = alone
        self._updates = False
        self._nodes: defaultdict[str, dict[str, Row]] = defaultdict(dict)
        self._relationships: defaultdict[Kind, dict[Key, Row]] = defaultdict(dict)

    @property
    def is_change(self) -> bool:
        """What the work says, else what was written."""
        return self._updates if self.changed is None else self.changed

    def run(self, cypher: str, parameters: Parameters | None = None) -> list[Row]:
        """Run one statement, after the merges before it."""
        self.flush()
        try:
            rows, changed = self._alone(cypher, parameters or {})
        except CommitUnknown:
            self.has_written = True
            raise
        self._updates = self._updates or changed
        self.has_written = self.has_written or changed
        return rows

    def by_key(self, cypher: str, parameters: Parameters) -> list[Row]:
        """As `run`."""
        return self.run(cypher, parameters)

    def merge_nodes(self, label: str, rows: Sequence[Row]) -> None:
        """Merge nodes; see `Transaction.merge_nodes`."""
        if any(label in kind[1:] for kind in self._relationships):
            self.flush()  # those may have ends that come only now, and so must not be
        key = NODE_TYPES[label].key
        for row in rows:
            self._nodes[label].setdefault(row[key], {}).update(row)

    def merge_relationships(self, kind: str, start: str, end: str, rows: Sequence[Row]) -> None:
        """Merge relationships; see `Transaction.merge_relationships`."""
        keyed_by = RELATIONSHIP_TYPES[kind].key
        for row in rows:
            key = (row["start"], row["end"], *(row["properties"].get(name) for name in keyed_by))
            self._relationships[kind, start, end].setdefault(key, {}).update(row["properties"])

    def flush(self) -> None:
        """Write what was gathered."""
        nodes, relationships = dict(self._nodes), dict(self._relationships)
        if not nodes and not relationships:
            return
        self._nodes.clear()
        self._relationships.clear()
        held = self._held(nodes, relationships)
        joined = self._joined(relationships, held)
        self.has_written = self._updates = True
        self._create(nodes, relationships, held, joined)
        for label, rows in nodes.items():
            self._merge(merge_nodes(label), [row for key, row in rows.items() if key in held])
        for kind, between in relationships.items():
            old = [_row(key, row) for key, row in between.items() if key[:2] in joined[kind]]
            self._merge(merge_relationships(*kind), old)

    def _merge(self, statement: str, rows: Sequence[Row]) -> None:
        for some in _pieces(rows):
            self._alone(statement, batch(some))

    def _held(
        self, nodes: Mapping[str, Mapping[str, Row]], relationships: Mapping[Kind, Mapping[Key, Row]]
    ) -> dict[str, str]:
        """The record ids of those nodes, and of those ends, that the graph holds."""
        wanted = {label: dict.fromkeys(rows) for label, rows in nodes.items()}
        for (_, start, end), between in relationships.items():
            for key in between:
                wanted.setdefault(start, {})[str(key[0])] = None
                wanted.setdefault(end, {})[str(key[1])] = None
        return {key: record for label, keys in wanted.items() for key, record in self._records(label, list(keys))}

    def _records(self, label: str, keys: Sequence[str]) -> Iterable[tuple[str, str]]:
        for some in _pieces(keys):
            yield from self._engine.records(label, NODE_TYPES[label].key, some)

    def _joined(self, relationships: Mapping[Kind, Mapping[Key, Row]], held: Mapping[str, str]) -> dict[Kind, set[Key]]:
        """The pairs of ids that a relationship of a kind joins already: both must have been there."""
        joined: dict[Kind, set[Key]] = {}
        for kind, between in relationships.items():
            pairs = [{"start": a, "end": b} for a, b in {key[:2] for key in between} if a in held and b in held]
            joined[kind] = {
                (row["start"], row["end"])
                for some in _pieces(pairs)
                for row in self._alone(find_relationships(*kind), batch(some))[0]
                if row["properties"] is not None
            }
        return joined

    def _create(
        self,
        nodes: Mapping[str, Mapping[str, Row]],
        relationships: Mapping[Kind, Mapping[Key, Row]],
        held: Mapping[str, str],
        joined: Mapping[Kind, set[Key]],
    ) -> None:
        self._engine.declare("VERTEX", nodes)
        self._engine.declare("EDGE", {kind[0] for kind in relationships})
        records = dict(held)
        with self._engine.creating() as creating:
            for label, rows in nodes.items():
                new = {key: row for key, row in rows.items() if key not in held}
                if new:
                    records.update(zip(new, creating.create_vertices(label, map(_filled, new.values())), strict=True))
            for kind, between in relationships.items():
                # As MATCH does: a relationship whose end is nowhere is none.
                made = [
                    (records[str(key[0])], records[str(key[1])], _filled(row))
                    for key, row in between.items()
                    if key[:2] not in joined[kind] and key[0] in records and key[1] in records
                ]
                if made:
                    starts, ends, properties = zip(*made, strict=True)
                    creating.new_edges(starts, kind[0], ends, properties)


def _row(key: Key, properties: Row) -> Row:
    return {"start": key[0], "end": key[1], "properties": properties}


def _filled(row: Row) -> Row:
    """Without the properties that are null: a merge takes those away."""
    return {name: value for name, value in row.items() if value is not None}


def _pieces(items: Sequence[T]) -> Iterable[Sequence[T]]:
    return (items[first : first + ASKED] for first in range(0, len(items), ASKED))
