"""The embedded store: ArcadeDB in the process that owns it, over Bolt for everyone."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Self

import neo4j

from stores import unfinished
from stores.bolt import BoltStore, connect
from stores.engine import ADMIN, DATABASE, LOOPBACK, READER, Engine, remove_databases, start
from stores.errors import StoreError, StoreInUse
from stores.first_build import FirstBuild, uninterrupted
from stores.fixed import fixed
from stores.ownership import Owner, Ownership, why_not
from stores.records import GraphVersion
from stores.running import BoltTransaction
from stores.settings import StoreSettings
from stores.store import Engine as EngineName
from stores.store import Parameters, Row, T, TextIndex, Transaction

CJK = '{"analyzer": "org.apache.lucene.analysis.cjk.CJKAnalyzer"}'


class EmbeddedStore(BoltStore):
    """A store whose files this process owns."""

    engine: EngineName = "embedded"

    def __init__(self, ownership: Ownership, engine: Engine, settings: StoreSettings) -> None:
        super().__init__(*_drivers(engine, settings), settings, DATABASE)
        self.place = str(settings.folder)
        self.fixed_timeout = settings.query_timeout
        self._ownership = ownership
        self._engine = engine
        # Every write ends at one node, the version: two at once would only make each other start again.
        self._one_writer = threading.Lock()
        self._turns = 0
        """Raised as a writer begins and as it ends: odd while one writes."""
        self._known: tuple[int, GraphVersion] | None = None
        """The version, and the turn at which it was read."""
        self._build: FirstBuild | None = None

    @classmethod
    def open(cls, settings: StoreSettings) -> Self:
        """Own the store in `settings.folder`, making it if it is not there. Raises StoreInUse naming its owner."""
        ownership = Ownership.take(settings.folder)
        try:
            unfinished.clear(settings.folder)
            return cls(ownership, _start(ownership, settings), settings)
        except BaseException:
            ownership.release()
            raise

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in one transaction, one after the other; in bulk within a first build."""
        with self._turn():
            build = self._build
            return super().write(work) if build is None else build.write(work)

    @contextmanager
    def first_build(self) -> Iterator[None]:
        """Write in bulk while there is no document and no judgement; see `Store.first_build`."""
        if not self._begin_build():
            yield
            return
        try:
            yield
        finally:
            with uninterrupted(), self._turn():
                self._end_build()

    def _begin_build(self) -> bool:
        with self._turn():
            if self._build is not None or self.read(fixed("documents_or_judgements"), limit=1).rows:
                return False
            unfinished.begin(self.settings.folder)
            self._ownership.withdraw()
            self._build = FirstBuild(self.place, self._engine, self._alone)
            return True

    def _end_build(self) -> None:
        build = self._build
        assert build is not None
        build.close()
        if build.spoilt:
            self._empty()
        build.spoilt = True  # what cannot be made whole takes no more writes: the next owner empties it
        unfinished.end(self.settings.folder)
        self._build = None
        _announce(self._ownership, self._engine, self.settings)

    def _alone(self, cypher: str, parameters: Parameters) -> tuple[list[Row], bool]:
        """Run a statement in a transaction of its own: its rows, and whether it changed the graph."""

        def unit(transaction: neo4j.ManagedTransaction) -> tuple[list[Row], bool]:
            counted = BoltTransaction(transaction, self.place)
            rows = counted.run(cypher, parameters)
            return rows, counted.is_change

        return self._causal(lambda: self._transact(unit))

    def version(self) -> GraphVersion:
        """The version of the whole graph; read once between two writes, for nobody else writes to this store."""
        turn, known = self._turns, self._known
        if known is not None and known[0] == turn:
            return known[1]
        found = super().version()
        if turn % 2 == 0:
            self._known = (turn, found)
        return found

    @contextmanager
    def _turn(self) -> Iterator[None]:
        with self._one_writer:
            self._turns += 1
            try:
                yield
            finally:
                self._turns += 1

    def _index(self, indexes: Sequence[TextIndex]) -> None:
        for each in indexes:
            self._engine.sql(f"CREATE VERTEX TYPE {each.label} IF NOT EXISTS")
            self._engine.sql(f"CREATE PROPERTY {each.label}.{each.property} IF NOT EXISTS STRING")
            self._engine.sql(
                f"CREATE INDEX {each.name} IF NOT EXISTS ON {each.label} ({each.property}) FULL_TEXT METADATA {CJK}"
            )

    def reset(self) -> None:
        """Begin anew with empty files: taking nodes out of full-text indexes one by one lasts a second a thousand."""
        with self._turn():
            if self._build is not None:
                raise StoreError(f"{self.place}: cannot be emptied while it is filled for the first time")
            self._empty()

    def _empty(self) -> None:
        super().close()
        self._engine.stop()
        remove_databases(self.settings.folder)
        self._engine = _start(self._ownership, self.settings)
        self._reader, self._writer = _drivers(self._engine, self.settings)

    def close(self) -> None:
        """Close the connections, stop the engine, let go of the files."""
        try:
            super().close()
            self._engine.stop()
        finally:
            self._ownership.release()


class BorrowedStore(BoltStore):
    """A store that another process owns: read through it."""

    engine: EngineName = "embedded"

    def __init__(self, owner: Owner, settings: StoreSettings) -> None:
        driver = connect(f"bolt://{LOOPBACK}:{owner.port}", owner.user, owner.password, settings)
        super().__init__(driver, driver, settings, DATABASE)
        self.place = str(settings.folder)
        self.fixed_timeout = owner.statement_timeout
        self._pid = owner.pid

    def _reading(self, fetch: int) -> AbstractContextManager[neo4j.Session]:
        # A reader may have come before the first build began.
        if unfinished.filled_by(self.settings.folder) is not None:
            raise StoreInUse(f"{self.place}: {why_not(self.settings.folder)}")
        return super()._reading(fetch)

    def _writing(self) -> AbstractContextManager[neo4j.Session]:
        raise StoreInUse(f"{self.place}: the store belongs to process {self._pid}; stop it to write")

    def _index(self, indexes: Sequence[TextIndex]) -> None:  # noqa: ARG002 - nothing is indexed by a reader
        self._writing()


def _start(ownership: Ownership, settings: StoreSettings) -> Engine:
    engine = start(settings.folder, settings.query_timeout)
    _announce(ownership, engine, settings)
    return engine


def _announce(ownership: Ownership, engine: Engine, settings: StoreSettings) -> None:
    ownership.announce(Owner(os.getpid(), engine.port, settings.query_timeout, READER, engine.reader_password))


def _drivers(engine: Engine, settings: StoreSettings) -> tuple[neo4j.Driver, neo4j.Driver]:
    """One that may only read and one that may write."""
    address = f"bolt://{LOOPBACK}:{engine.port}"
    return (
        connect(address, READER, engine.reader_password, settings),
        connect(address, ADMIN, engine.admin_password, settings),
    )
