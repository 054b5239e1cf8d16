"""The small graph on both engines, and the catalogue."""

from collections.abc import Iterator

import pytest

from app.queries import catalogue
from app.queries.catalogue import Catalogue
from stores.open import open_store
from stores.store import Store
from tests.conftest import neo4j_settings
from tests.cypher.small_graph import build, fill, opened


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def small_store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Each engine in turn. Of a module, because other tests empty the Neo4j that they share."""
    if request.param == "embedded":
        with opened(build(), tmp_path_factory.mktemp("small") / "store") as store:
            yield store
        return
    with open_store(neo4j_settings(request.getfixturevalue("neo4j_uri"))) as store:
        fill(store, build())
        yield store
        store.reset()


@pytest.fixture(scope="session")
def queries() -> Catalogue:
    return catalogue.load()
