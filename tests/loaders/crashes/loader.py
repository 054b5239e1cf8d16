"""A loader as a process of its own: it may be told to end itself, or the server, in the middle of a statement.

usage: python -m tests.loaders.crashes.loader ADDRESS_OR_FOLDER DOCUMENTS STATEMENT LATEST VICTIM PATH...

It loads the paths, so many documents a transaction; at most LATEST seconds after it has begun its statement of that
number (from 1; 0: never) within writing transactions it kills the process VICTIM (0: itself) with signal 9.
"""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import loaders.load
from stores.errors import StoreUnavailable
from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Parameters, Row, Store, T, Transaction
from tests.conftest import neo4j_settings

RETRY = 1.0  # seconds in which a server that was killed may come back; it does not
AWAY = 3  # exit code where the server went


@dataclass(slots=True)
class Doomed:
    """A store that counts the statements of its writing transactions and kills at one of them."""

    store: Store
    statement: int
    latest: float
    victim: int
    count: int = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self.store, name)

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work`, counting."""
        return self.store.write(lambda transaction: work(_Counted(transaction, self)))

    def next(self) -> None:
        """One more statement is about to begin."""
        self.count += 1
        if self.count == self.statement:
            delay = Random(self.statement).uniform(0, self.latest)  # noqa: S311 - no secret
            threading.Timer(delay, os.kill, (self.victim or os.getpid(), signal.SIGKILL)).start()


@dataclass(slots=True)
class _Counted:
    transaction: Transaction
    doomed: Doomed
    changed: bool | None = None

    def run(self, cypher: str, parameters: Parameters | None = None) -> list[Row]:
        self.doomed.next()
        return self.transaction.run(cypher, parameters)

    def by_key(self, cypher: str, parameters: Parameters) -> list[Row]:
        self.doomed.next()
        return self.transaction.by_key(cypher, parameters)

    def merge_nodes(self, label: str, rows: Sequence[Row]) -> None:
        self.doomed.next()
        self.transaction.merge_nodes(label, rows)

    def merge_relationships(self, kind: str, start: str, end: str, rows: Sequence[Row]) -> None:
        self.doomed.next()
        self.transaction.merge_relationships(kind, start, end, rows)


def settings_of(place: str) -> StoreSettings:
    """Settings of the store at a Bolt address or in a folder."""
    if place.startswith("bolt://"):
        return neo4j_settings(place)
    return StoreSettings(folder=Path(place))


def main() -> None:
    """Load, and print how many statements it took."""
    place, documents, statement, latest, victim, *paths = sys.argv[1:]
    loaders.load.MOST = int(documents)
    settings = replace(settings_of(place), retry_time=RETRY) if int(victim) else settings_of(place)
    with open_store(settings) as store:
        doomed = Doomed(store, int(statement), float(latest), int(victim))
        try:
            loaders.load.load([Path(path) for path in paths], doomed)  # type: ignore[arg-type]
        except StoreUnavailable:
            sys.exit(AWAY)
        if 0 < doomed.statement <= doomed.count:
            time.sleep(doomed.latest)
    print(doomed.count)


if __name__ == "__main__":
    main()
