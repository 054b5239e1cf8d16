"""A server of these tests' own."""

from collections.abc import Iterator

import pytest

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
