"""What Prometheus reads, read as Prometheus does."""

import pytest
from fastapi.testclient import TestClient
from prometheus_client.openmetrics.parser import text_string_to_metric_families as openmetrics
from prometheus_client.parser import text_string_to_metric_families as families

from app import VERSION
from app.main import create_app
from app.queries import catalogue
from app.settings import AppSettings
from stores.neo4j import Neo4jStore
from stores.settings import StoreSettings
from stores.store import Store

Samples = dict[tuple[str, ...], float]


@pytest.fixture
def fresh(graph_store: Store) -> TestClient:
    """An application that has counted nothing yet."""
    return TestClient(create_app(AppSettings(), graph_store, catalogue.load()))


def samples(client: TestClient, name: str) -> Samples:
    """The values of a metric by those of its labels, in the order of the labels' names."""
    found = [sample for family in families(client.get("/metrics").text) for sample in family.samples]
    return {tuple(value for _, value in sorted(each.labels.items())): each.value for each in found if each.name == name}


def test_requests_are_counted_by_route_template(fresh: TestClient) -> None:
    for node in ("brand:jzjp", "brand:none", "brand:jzjp"):
        fresh.get(f"/v1/nodes/{node}")
    assert samples(fresh, "zhitu_http_requests_total") == {
        ("GET", "/v1/nodes/{node_id}", "200"): 2,
        ("GET", "/v1/nodes/{node_id}", "404"): 1,
    }


def test_what_callers_make_up_adds_no_series(fresh: TestClient) -> None:
    for address in ("/a", "/b", "/c"):
        fresh.request("BREW", address)
    assert samples(fresh, "zhitu_http_requests_total") == {("other", "unmatched", "404"): 3}


def test_durations_are_gathered_by_route(fresh: TestClient) -> None:
    for _ in range(3):
        fresh.get("/v1/graph")
    assert samples(fresh, "zhitu_http_request_duration_seconds_count") == {("GET", "/v1/graph"): 3}
    assert 0 < samples(fresh, "zhitu_http_request_duration_seconds_sum")["GET", "/v1/graph"] < 30
    buckets = samples(fresh, "zhitu_http_request_duration_seconds_bucket")
    assert buckets["+Inf", "GET", "/v1/graph"] == 3


def test_the_graph_and_the_build_are_told(fresh: TestClient, graph_store: Store) -> None:
    assert samples(fresh, "zhitu_graph_up") == {(): 1}
    assert samples(fresh, "zhitu_graph_version") == {(): graph_store.version().version}
    (build,) = samples(fresh, "zhitu_build_info")
    assert {"embedded", VERSION} <= set(build)


def test_errors_of_the_store_are_counted_and_the_graph_is_down() -> None:
    store = Neo4jStore("bolt://127.0.0.1:1", StoreSettings(connect_timeout=0.5))
    away = TestClient(create_app(AppSettings(), store, catalogue.load()))
    for address in ("/v1/graph", "/readyz"):
        away.get(address)
    assert samples(away, "zhitu_store_errors_total") == {("StoreUnavailable",): 2}
    assert samples(away, "zhitu_graph_up") == {(): 0}
    assert samples(away, "zhitu_graph_version") == {}


def test_openmetrics_is_given_to_who_asks_for_it(fresh: TestClient) -> None:
    fresh.get("/v1/graph")
    answer = fresh.get("/metrics", headers={"Accept": "application/openmetrics-text; version=1.0.0"})
    assert answer.headers["content-type"].startswith("application/openmetrics-text")
    found = openmetrics(answer.text)  # type: ignore[no-untyped-call]  # it has no annotations
    assert "zhitu_http_requests" in {family.name for family in found}


def test_it_is_no_part_of_the_api(fresh: TestClient) -> None:
    assert "/metrics" not in fresh.get("/openapi.json").json()["paths"]


def test_every_metric_says_what_it_is(fresh: TestClient) -> None:
    fresh.get("/v1/graph")
    found = list(families(fresh.get("/metrics").text))
    assert all(family.documentation and family.name.startswith("zhitu_") for family in found)
