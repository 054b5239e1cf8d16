"""What a store can do, whichever engine is behind it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Any, Literal, Protocol, Self, TypeVar

from stores.records import Candidate, GraphVersion, Table

Row = dict[str, Any]
Parameters = Mapping[str, object]
Engine = Literal["embedded", "neo4j"]
T = TypeVar("T")


class Key(Protocol):
    """A property that tells the nodes of a label apart."""

    @property
    def label(self) -> str: ...
    @property
    def property(self) -> str: ...


class Transaction(Protocol):
    """One explicit transaction: all of it is committed, or nothing."""

    changed: bool | None
    """Set by the work: whether it changed the graph. None: what the engine counts decides."""

    def run(self, cypher: str, parameters: Parameters | None = None) -> list[Row]:
        """Run one statement; its rows by column name."""
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

        After a transient error the whole of `work` runs again, so it must have no other effect.
        Raises StoreInUse where another process owns the store, ConstraintViolated, QueryTimeout, QueryError,
        StoreUnavailable, and whatever `work` raises.
        """
        ...

    def version(self) -> GraphVersion:
        """The version of the whole graph: one lookup by key."""
        ...

    def prepare(self, keys: Sequence[Key], searchable: Sequence[str]) -> None:
        """Make constraints and full-text indexes that are missing.

        Indexed is `search_text` of the labels in `searchable`, and `clean` of Passage.
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
