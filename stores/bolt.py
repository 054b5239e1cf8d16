"""The Bolt client: all that both engines do alike."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from types import TracebackType
from typing import Self

import neo4j
from neo4j import exceptions
from neo4j.api import BookmarkManager

from stores.bookmarks import catch_up
from stores.errors import QueryError, StoreBehind
from stores.faults import hopeless_told, told_apart
from stores.fixed import fixed
from stores.lucene import full_text_query
from stores.readonly import refuse_writes
from stores.records import Candidate, GraphVersion, Table
from stores.running import BoltRows, BoltTransaction, raise_version
from stores.settings import StoreSettings
from stores.store import Engine, Key, Parameters, Rows, T, TextIndex, Transaction
from stores.trust import trusting
from stores.values import plain
from stores.waiting import within

FETCH = 1000  # rows a message
REMOVE = 5000  # nodes a transaction when the store is emptied
# A connection that has waited this long is checked before use: the server may have been stopped and started.
STALE = 30.0  # seconds
EXISTS = "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"
# By which texts that are nearly the same find each other.
SHINGLES = TextIndex("shingles", "Document", "shingles")


def connect(uri: str, user: str | None, password: str | None, settings: StoreSettings) -> neo4j.Driver:
    """A driver; connects when first used. Raises StoreUnavailable for an address that cannot be one."""
    address, trust = trusting(uri, settings.bolt_ca)
    with told_apart(uri):
        return neo4j.GraphDatabase.driver(
            address,
            **trust,
            auth=None if user is None else (user, password or ""),
            max_connection_pool_size=settings.pool_size,
            connection_timeout=settings.connect_timeout,
            connection_acquisition_timeout=settings.acquire_timeout,
            max_transaction_retry_time=settings.retry_time,
            liveness_check_timeout=STALE,
            user_agent="zhitu",
            telemetry_disabled=True,
            notifications_min_severity="OFF",
        )


class BoltStore(ABC):
    """A store behind two drivers: one reads, one writes; one driver for both where the engine keeps READ mode."""

    engine: Engine
    planned_once: str = ""
    """What before a statement makes the engine keep its plan while the graph grows."""
    fixed_timeout: float | None = None
    """Seconds after which the engine stops any statement, whatever a read asks for; None: it does as asked."""

    def __init__(
        self, reader: neo4j.Driver, writer: neo4j.Driver, settings: StoreSettings, database: str | None
    ) -> None:
        self.settings = settings
        self.place: str = self.engine
        """Which store it is, for messages."""
        self.bookmarks: BookmarkManager | None = None
        """What keeps a read behind the writes before it where servers follow one another; None: there is one."""
        self._reader = reader
        self._writer = writer
        self._database = database

    def read(
        self,
        cypher: str,
        parameters: Parameters | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Table:
        """Run a statement that only reads; see `Store.read`."""
        refuse_writes(cypher)
        cap = self.settings.row_cap if limit is None else min(limit, self.settings.row_cap)
        seconds = timeout or self.settings.query_timeout

        def ask() -> Table:
            return self._causal(lambda: self._read(cypher, parameters, cap, seconds))

        return ask() if self.fixed_timeout is None or seconds >= self.fixed_timeout else within(seconds, ask)

    def _read(self, cypher: str, parameters: Parameters | None, cap: int, seconds: float) -> Table:
        try:
            return self._read_once(cypher, parameters, cap, seconds)
        except (exceptions.SessionExpired, exceptions.ServiceUnavailable, exceptions.TransientError):
            # The server may have come back while pooled connections were dead: the second attempt opens its own.
            return self._read_once(cypher, parameters, cap, seconds)

    def _read_once(self, cypher: str, parameters: Parameters | None, cap: int, seconds: float) -> Table:
        with hopeless_told(self.place), self._reading(min(cap + 1, FETCH)) as session:
            result = session.run(_query(cypher, seconds), dict(parameters or {}))
            rows = [tuple(plain(value) for value in record) for record in result.fetch(cap + 1)]
            return Table(tuple(result.keys()), rows[:cap], truncated=len(rows) > cap)

    @contextmanager
    def stream(
        self, cypher: str, parameters: Parameters | None = None, *, timeout: float | None = None
    ) -> Iterator[Rows]:
        """Run a statement that only reads, its rows fetched while they are used; see `Store.stream`."""
        refuse_writes(cypher)
        query = _query(cypher, timeout or self.settings.query_timeout)
        with ExitStack() as sessions:

            def begin() -> BoltRows:
                session = sessions.enter_context(self._reading(FETCH))
                return BoltRows(session.run(query, dict(parameters or {})), self.place)

            yield self._causal(begin)

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in one transaction; see `Store.write`."""

        def unit(transaction: neo4j.ManagedTransaction) -> T:
            transaction.run(fixed("take_turn")).consume()
            counted = BoltTransaction(transaction, self.place, self.planned_once)
            result = work(counted)
            if counted.is_change:
                raise_version(counted)
            return result

        return self._causal(lambda: self._transact(unit))

    def first_build(self) -> AbstractContextManager[None]:
        """No other way of writing; see `Store.first_build`."""
        return nullcontext()

    def version(self) -> GraphVersion:
        """The version of the whole graph; number 0 of an empty name before anything was written."""
        rows = self.read(fixed("version"), limit=1).rows
        store, version = rows[0] if rows else (None, None)
        return GraphVersion(store or "", version or 0)

    def prepare(self, keys: Sequence[Key], searchable: Sequence[str], lookups: Sequence[Key] = ()) -> None:
        """Make constraints and indexes that are missing; see `Store.prepare`."""
        statements = [
            f"CREATE CONSTRAINT {key.label}_{key.property} IF NOT EXISTS "
            f"FOR (n:{key.label}) REQUIRE n.{key.property} IS UNIQUE"
            for key in keys
        ]
        statements += [
            f"CREATE INDEX {key.label}_{key.property} IF NOT EXISTS FOR (n:{key.label}) ON (n.{key.property})"
            for key in lookups
        ]
        texts = dict.fromkeys(searchable, "search_text") | {"Passage": "clean"}
        for statement in statements:
            self._define(statement)
        with told_apart(self.place):
            self._index([*(TextIndex(index_name(label), label, name) for label, name in texts.items()), SHINGLES])

    def _define(self, statement: str) -> None:
        """Run a statement that defines an index or constraint; others may be defining the same at this moment."""

        def define() -> None:
            try:
                self._transact(lambda transaction: transaction.run(statement).consume())
            except exceptions.ClientError as error:
                # IF NOT EXISTS does not see what was being defined as the transaction began.
                if error.code != EXISTS:
                    raise

        self._causal(define)

    @abstractmethod
    def _index(self, indexes: Sequence[TextIndex]) -> None:
        """Make the full-text indexes that are missing: each engine has words of its own for it."""

    def search(self, text: str, labels: Sequence[str], limit: int) -> list[Candidate]:
        """Nodes that may match, at most `limit` of each label, best first."""
        query = full_text_query(text)
        if not query or not labels:
            return []
        parameters = {"indexes": [index_name(label) for label in labels], "text": query, "limit": limit}
        return [
            Candidate(key, label, score, name or key, tuple(text for text in texts if text))
            for key, label, score, name, texts in self.read(fixed("search"), parameters).rows
        ]

    def reset(self) -> None:
        """Remove every node and relationship, a bounded number a transaction."""
        while self._causal(lambda: self._transact(_remove_some)):
            pass

    def close(self) -> None:
        """Close the connections."""
        self._reader.close()
        self._writer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _causal(self, ask: Callable[[], T]) -> T:
        """What `ask` gives; asked once more, from where the graph stands by now, if it never gets to what was seen."""
        with told_apart(self.place):
            try:
                with told_apart(self.place):
                    return ask()
            except StoreBehind:
                if self.bookmarks is None:
                    raise
            with self._writer.session(database=self._database) as leader:
                catch_up(self.bookmarks, leader)
            return ask()

    def _transact(self, work: Callable[[neo4j.ManagedTransaction], T]) -> T:
        with self._writing() as session:
            return session.execute_write(work)

    def _reading(self, fetch: int) -> AbstractContextManager[neo4j.Session]:
        return self._reader.session(
            database=self._database,
            default_access_mode=neo4j.READ_ACCESS,
            fetch_size=fetch,
            bookmark_manager=self.bookmarks,
        )

    def _writing(self) -> AbstractContextManager[neo4j.Session]:
        return self._writer.session(
            database=self._database, default_access_mode=neo4j.WRITE_ACCESS, bookmark_manager=self.bookmarks
        )


def index_name(label: str) -> str:
    """The name of a label's full-text index, the same on both engines."""
    if not label.isidentifier():
        raise QueryError(f"{label!r} is no label")
    return f"search_{label}"


def _query(cypher: str, seconds: float) -> neo4j.Query:
    return neo4j.Query(cypher, timeout=seconds)


def _remove_some(transaction: neo4j.ManagedTransaction) -> int:
    record = transaction.run(fixed("remove_some"), {"limit": REMOVE}).single()
    return int(record["removed"]) if record else 0
