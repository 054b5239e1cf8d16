"""The small graph on both engines, the catalogue, and how tests ask it."""

from collections.abc import Callable, Iterator

import pytest

from app.queries import catalogue
from app.queries.catalogue import Catalogue
from app.queries.examples import answer_problems
from app.queries.parameters import Given, coerce
from app.queries.references import StoreResolver
from app.queries.running import run
from stores.open import open_store
from stores.store import Row, Store
from tests.conftest import neo4j_settings
from tests.cypher.small_graph import SmallGraph, build, fill, opened

Ask = Callable[..., list[Row]]


@pytest.fixture(scope="module")
def small_graph() -> SmallGraph:
    """What the tests of a module ask about; a module may have one of its own."""
    return build()


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def small_store(
    request: pytest.FixtureRequest, small_graph: SmallGraph, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """Each engine in turn. Of a module, because other tests empty the Neo4j that they share."""
    if request.param == "embedded":
        with opened(small_graph, tmp_path_factory.mktemp("small") / "store") as store:
            yield store
        return
    with open_store(neo4j_settings(request.getfixturevalue("neo4j_uri"))) as store:
        fill(store, small_graph)
        yield store
        store.reset()


@pytest.fixture(scope="session")
def queries() -> Catalogue:
    return catalogue.load()


@pytest.fixture
def ask(small_store: Store, queries: Catalogue) -> Ask:
    """Asks a query; every answer must also keep the contract of its header."""

    def answer(query_id: str, **given: Given) -> list[Row]:
        query = queries[query_id]
        named = {name.removesuffix("_"): value for name, value in given.items()}  # `from_`: Python keeps `from`
        rows = run(query, coerce(query.header, named, StoreResolver(small_store)), small_store).rows
        assert list(answer_problems(query, rows)) == []
        return rows

    return answer
