"""The application over the small graph, as a client sees it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.queries import catalogue
from app.settings import AppSettings
from loaders.load import load
from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Store
from tests.cypher.small_graph import build, opened

BRIEFINGS = Path(__file__).parents[2] / "examples" / "briefings"


@pytest.fixture(scope="session")
def graph_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The small graph, read only by these tests."""
    with opened(build(), tmp_path_factory.mktemp("app") / "store") as store:
        yield store


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The example corpus in an embedded graph, read only by these tests."""
    with open_store(StoreSettings(folder=tmp_path_factory.mktemp("examples") / "store")) as store:
        load([BRIEFINGS], store)
        yield store


@pytest.fixture(scope="session")
def examples_client(examples: Store) -> Iterator[TestClient]:
    """A client of the application over the example corpus."""
    with TestClient(create_app(AppSettings(), examples, catalogue.load())) as client:
        yield client


@pytest.fixture(scope="session")
def client(graph_store: Store) -> Iterator[TestClient]:
    """A client of the application with one origin allowed to read it."""
    settings = AppSettings(cors_origins=("https://front.example",))
    with TestClient(create_app(settings, graph_store, catalogue.load())) as client:
        yield client
