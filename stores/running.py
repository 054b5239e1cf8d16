"""What runs within a session of the driver: a transaction, and the rows of one statement."""

import secrets
from collections.abc import Iterator, Sequence
from typing import Any

import neo4j

from graph_schema.derive import batch, merge_nodes, merge_relationships
from stores.faults import hopeless_told, told_apart
from stores.fixed import fixed
from stores.store import Parameters, Row, Transaction
from stores.values import plain


class BoltTransaction:
    """A transaction that counts whether it changed the graph."""

    def __init__(self, transaction: neo4j.ManagedTransaction, place: str, planned_once: str = "") -> None:
        self._transaction = transaction
        self._place = place
        self._planned_once = planned_once
        self._updates = False
        self.changed: bool | None = None

    def run(self, cypher: str, parameters: Parameters | None = None) -> list[Row]:
        """Run one statement to its end; its rows by column name."""
        with hopeless_told(self._place):
            result = self._transaction.run(cypher, dict(parameters or {}))
            rows = [dict(zip(record.keys(), map(plain, record), strict=True)) for record in result]
            self._updates = self._updates or result.consume().counters.contains_updates
        return rows

    def by_key(self, cypher: str, parameters: Parameters) -> list[Row]:
        """Run a statement whose plan does not depend on what the graph holds."""
        return self.run(self._planned_once + cypher, parameters)

    def merge_nodes(self, label: str, rows: Sequence[Row]) -> None:
        """Merge nodes; see `Transaction.merge_nodes`."""
        self.by_key(merge_nodes(label), batch(rows))

    def merge_relationships(self, kind: str, start: str, end: str, rows: Sequence[Row]) -> None:
        """Merge relationships; see `Transaction.merge_relationships`."""
        self.by_key(merge_relationships(kind, start, end), batch(rows))

    @property
    def is_change(self) -> bool:
        """What the work says, else what the engine counted."""
        return self._updates if self.changed is None else self.changed


class BoltRows:
    """The rows of a running statement."""

    def __init__(self, result: neo4j.Result, place: str) -> None:
        self.columns = tuple(result.keys())
        self._result = result
        self._place = place

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        with told_apart(self._place):
            for record in self._result:
                yield tuple(plain(value) for value in record)


def raise_version(transaction: Transaction) -> None:
    """Raise the version of the whole graph."""
    transaction.run(fixed("raise_version"), {"store": secrets.token_hex(8)})
