"""The small graph in a store, and the catalogue."""

from collections.abc import Iterator

import pytest

from app.queries import catalogue
from app.queries.catalogue import Catalogue
from stores.store import Store
from tests.cypher.small_graph import build, opened


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with opened(build(), tmp_path_factory.mktemp("small") / "store") as store:
        yield store


@pytest.fixture(scope="session")
def queries() -> Catalogue:
    return catalogue.load()
