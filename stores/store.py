"""What a store can do, whichever engine is behind it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Literal, Protocol, Self, TypeVar

from stores.records import Candidate, GraphVersion, Table

Row = dict[str, Any]
Parameters = Mapping[str, object]
Run = Callable[[str, Parameters], list[Row]]
"""What runs one statement and gives its rows by column name: a transaction's `run`, or `reading` of a store."""
Engine = Literal["embedded", "neo4j"]
T = TypeVar("T")


class Key(Protocol):
    """A property by which nodes of a label are found."""

    @property
    def label(self) -> str: ...
    @property
    def property(self) -> str: ...


@dataclass(frozen=True, slots=True)
class TextIndex:
    """A full-text index over one property of a label."""

    name: str
    label: str
    property: str


class Transaction(Protocol):
    """One explicit transaction: all of it is committed, or nothing."""

    changed: bool | None
    """Set by the work: whether it changed the graph. None: what the engine counts decides."""

    def run(self, cypher: str, parameters: Parameters | None = None) -> list[Row]:
        """Run one statement; its rows by column name."""
        ...

    def by_key(self, cypher: str, parameters: Parameters) -> list[Row]:
        """As `run`, for what unique keys alone lead to, however large the graph: an engine may plan it once."""
        ...

    def merge_nodes(self, label: str, rows: Sequence[Row]) -> None:
        """Merge nodes of a label, by its key, from their properties; a property that is null is taken away."""
        ...

    def merge_relationships(self, kind: str, start: str, end: str, rows: Sequence[Row]) -> None:
        """Merge relationships of a type between two labels: `start` and `end` (ids) and `properties` of each.

        Where an end is not in the graph there is none.
        """
        ...


class Rows(Protocol):
    """The rows of a running statement, one pass."""

    @property
    def columns(self) -> tuple[str, ...]: ...
    def __iter__(self) -> Iterator[tuple[Any, ...]]: ...


class Store(Protocol):
    """A graph that can be read, written and searched. Safe to use from several threads."""

    @property
    def engine(self) -> Engine: ...

    def read(
        self,
        cypher: str,
        parameters: Parameters | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Table:
        """Run a statement that only reads; at most `limit` rows (never more than the row cap), `timeout` in seconds.

        Raises WriteRefused for a statement that could write, QueryTimeout, QueryError, StoreUnavailable.
        """
        ...

    def stream(
        self, cypher: str, parameters: Parameters | None = None, *, timeout: float | None = None
    ) -> AbstractContextManager[Rows]:
        """As `read`, without a cap and with rows fetched while they are used; the time-out covers the use too."""
        ...

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in one transaction and raise the graph's version with it, if it changed something.

        Writers take turns, whichever process they are in: what `work` reads stays true until it is committed.
        After a transient error the whole of `work` runs again, so it must have no other effect.
        Raises StoreInUse where another process owns the store, ConstraintViolated, QueryTimeout, QueryError,
        TransactionTooLarge, StoreUnavailable (CommitUnknown where it may have been committed), and whatever `work`
        raises.
        """
        ...

    def first_build(self) -> AbstractContextManager[None]:
        """Within it a graph without documents and judgements may be written in bulk; nobody else reads it meanwhile.

        A `write` that fails before it wrote anything leaves those before it. One that fails halfway raises BuildSpoilt
        or what `work` raised, and the graph is emptied at the end; so it is where the process is killed before that.
        Merges mean what they mean in a transaction. Where the engine has no such path, or there is something to lose,
        writes are transactions as ever.
        """
        ...

    def version(self) -> GraphVersion:
        """The version of the whole graph as it is now: one lookup by key, none where this process alone can write."""
        ...

    def prepare(self, keys: Sequence[Key], searchable: Sequence[str], lookups: Sequence[Key] = ()) -> None:
        """Make constraints and indexes that are missing; several processes may do so at once.

        `lookups` are properties that nodes are found by besides their keys. Full-text indexed is `search_text` of the
        labels in `searchable`, `clean` of Passage and `shingles` of Document.
        """
        ...

    def search(self, text: str, labels: Sequence[str], limit: int) -> list[Candidate]:
        """Nodes whose indexed text may match, at most `limit` of each label, best first. Labels must be prepared."""
        ...

    def reset(self) -> None:
        """Remove everything. Constraints and indexes may go too: prepare the store again before it is used."""
        ...

    def close(self) -> None:
        """Let go of connections and, for its owner, of the store."""
        ...

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def reading(store: Store) -> Run:
    """Runs statements that only read, each by itself, all of their rows."""

    def run(cypher: str, parameters: Parameters) -> list[Row]:
        with store.stream(cypher, parameters) as rows:
            return [dict(zip(rows.columns, row, strict=True)) for row in rows]

    return run
