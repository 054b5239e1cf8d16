"""A server of these tests' own, and a store to be built."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Store
from tests.conftest import without_server
from tests.neo4j_server.server import NoServer
from tests.stores.guarded import Guarded, guarded_server


@pytest.fixture(scope="package")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    """One that wants TLS and a password, and gives little time and memory."""
    try:
        with guarded_server(tmp_path_factory.mktemp("guarded")) as server:
            yield server
    except NoServer as error:
        without_server(str(error))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where `built` is."""
    return tmp_path / "built"


@pytest.fixture
def built(folder: Path) -> Iterator[Store]:
    """An empty embedded store, beside `embedded_store`."""
    with open_store(StoreSettings(folder=folder)) as store:
        yield store
