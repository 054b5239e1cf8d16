"""The same graph on both engines, and what is counted of the comparison."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace

import neo4j
import pytest

from stores.open import open_store
from stores.settings import StoreSettings
from tests.conftest import neo4j_settings
from tests.figures import FIGURES
from tests.parity.both import Both
from tests.parity.figures import Figures

PATIENCE = 3600.0  # seconds a statement may run: what is slow on a busy machine is no difference

Opening = Callable[[], AbstractContextManager[Both]]


@pytest.fixture(scope="session")
def figures(pytestconfig: pytest.Config, neo4j_uri: str) -> Figures:
    """What is compared in this session."""
    found = Figures()
    pytestconfig.stash.setdefault(FIGURES, {})["parity"] = found
    settings = neo4j_settings(neo4j_uri)
    auth = (settings.user, settings.password or "") if settings.user else None
    with neo4j.GraphDatabase.driver(neo4j_uri, auth=auth) as driver:
        found.servers.add(driver.get_server_info().agent)
    return found


@pytest.fixture(scope="session")
def open_both(tmp_path_factory: pytest.TempPathFactory, neo4j_uri: str, figures: Figures) -> Opening:
    """Opens an empty graph on both engines; Neo4j's is emptied again at its end."""

    @contextmanager
    def opening() -> Iterator[Both]:
        folder = tmp_path_factory.mktemp("both") / "store"
        with (
            open_store(StoreSettings(folder=folder, query_timeout=PATIENCE)) as embedded,
            open_store(replace(neo4j_settings(neo4j_uri), query_timeout=PATIENCE)) as server,
        ):
            server.reset()
            yield Both(embedded, server, figures)
            server.reset()

    return opening
