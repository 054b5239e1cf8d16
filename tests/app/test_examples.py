"""The example corpus in a graph: every query's examples hold, on both engines, and every query has a real answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.queries import catalogue
from app.queries.examples import broken
from app.queries.references import StoreResolver
from loaders.load import load
from loaders.report import LoadReport
from stores.dump import dump
from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Store
from tests.conftest import neo4j_settings

BRIEFINGS = Path(__file__).parents[2] / "examples" / "briefings"
QUERIES = catalogue.load()


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, LoadReport]]:
    with open_store(StoreSettings(folder=tmp_path_factory.mktemp("graph") / "store")) as store:
        yield store, load([BRIEFINGS], store)


@pytest.fixture(scope="module")
def neo4j(neo4j_uri: str) -> Iterator[tuple[Store, LoadReport]]:
    with open_store(neo4j_settings(neo4j_uri)) as store:
        store.reset()
        yield store, load([BRIEFINGS], store)
        store.reset()


@pytest.fixture(params=["embedded", "neo4j"], scope="module")
def graph(request: pytest.FixtureRequest) -> tuple[Store, LoadReport]:
    made: tuple[Store, LoadReport] = request.getfixturevalue(request.param)
    return made


@pytest.mark.parametrize("query", [query.id for query in QUERIES])
def test_examples_of_a_query_hold(graph: tuple[Store, LoadReport], query: str) -> None:
    store, _ = graph
    assert list(broken(QUERIES[query], store, StoreResolver(store))) == []


def test_the_corpus_is_as_rich_as_it_promises(embedded: tuple[Store, LoadReport]) -> None:
    store, report = embedded
    assert report.ok
    assert report.counts()["measures"] >= 60
    query = "MATCH (n) WHERE n:Target OR n:Result RETURN labels(n)[0] AS label, count(n) AS nodes"
    values = dict(store.read(query).rows)
    assert values["Target"] >= 12
    assert values["Result"] >= 80


def test_both_engines_hold_the_same_graph(embedded: tuple[Store, LoadReport], neo4j: tuple[Store, LoadReport]) -> None:
    assert list(dump(neo4j[0])) == list(dump(embedded[0]))
