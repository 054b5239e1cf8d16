"""The application over the small graph, as a client sees it."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.queries import catalogue
from app.settings import AppSettings
from stores.store import Store
from tests.cypher.small_graph import build, opened


@pytest.fixture(scope="session")
def graph_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The small graph, read only by these tests."""
    with opened(build(), tmp_path_factory.mktemp("app") / "store") as store:
        yield store


@pytest.fixture(scope="session")
def client(graph_store: Store) -> Iterator[TestClient]:
    """A client of the application with one origin allowed to read it."""
    settings = AppSettings(cors_origins=("https://front.example",))
    with TestClient(create_app(settings, graph_store, catalogue.load())) as client:
        yield client
