"""A loader as a process of its own: it may be told to end itself, or the server, in the middle of a statement.

usage: python -m tests.loaders.crashes.loader ADDRESS_OR_FOLDER DOCUMENTS STATEMENT VICTIM PATH...

It loads the paths, so many documents a transaction; shortly after it has begun its statement of that number (from 1;
0: never) within writing transactions it kills the process VICTIM (0: itself) with signal 9.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import loaders.load
from stores.errors import StoreUnavailable
from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Parameters, Row, Store, T, Transaction
from tests.conftest import neo4j_settings

LATEST = 0.02  # seconds after a statement has begun: some are over by then, some are not
RETRY = 1.0  # seconds in which a server that was killed may come back; it does not
AWAY = 3  # exit code where the server went


@dataclass(slots=True)
class Doomed:
    """A store that counts the statements of its writing transactions and kills at one of them."""

    store: Store
    statement: int
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
            delay = Random(self.statement).uniform(0, LATEST)  # noqa: S311 - no secret
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


def settings_of(place: str) -> StoreSettings:
    """Settings of the store at a Bolt address or in a folder."""
    if place.startswith("bolt://"):
        return neo4j_settings(place)
    return StoreSettings(folder=Path(place))


def main() -> None:
    """Load, and print how many statements it took."""
    place, documents, statement, victim, *paths = sys.argv[1:]
    loaders.load.MOST = int(documents)
    settings = replace(settings_of(place), retry_time=RETRY) if int(victim) else settings_of(place)
    with open_store(settings) as store:
        doomed = Doomed(store, int(statement), int(victim))
        try:
            loaders.load.load([Path(path) for path in paths], doomed)  # type: ignore[arg-type]
        except StoreUnavailable:
            sys.exit(AWAY)
    print(doomed.count)


if __name__ == "__main__":
    main()
