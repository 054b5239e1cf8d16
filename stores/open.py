"""Open the store that the settings name."""

import time
from typing import Literal

from stores.embedded import BorrowedStore, EmbeddedStore
from stores.errors import StoreInUse
from stores.neo4j import Neo4jStore
from stores.ownership import owner_of
from stores.settings import StoreSettings
from stores.store import Store

Role = Literal["owner", "reader"]
STARTING = 5.0  # seconds that an owner may take between taking the store and announcing itself


def open_store(settings: StoreSettings, *, role: Role = "owner") -> Store:
    """The store, ready to use; a reader reads through the process that owns an embedded store, if one does.

    Does not wait for a server: one that is away shows in the first read. Raises StoreInUse, StoreError.
    """
    if settings.bolt_uri is not None:
        return Neo4jStore(settings.bolt_uri, settings)
    if role == "owner":
        return EmbeddedStore.open(settings)
    return _reader(settings)


def _reader(settings: StoreSettings) -> Store:
    deadline = time.monotonic() + STARTING
    while True:
        try:
            return EmbeddedStore.open(settings)
        except StoreInUse:
            owner = owner_of(settings.folder)
            if owner is not None:
                return BorrowedStore(owner, settings)
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
