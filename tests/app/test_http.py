"""Headers, conditions, origins, and what happens while the graph is away."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.queries import catalogue
from app.settings import AppSettings
from stores.neo4j import Neo4jStore
from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Store
from tests.cypher.small_graph import build, opened

FOOD = "/v1/q/measures_for_goal?goal=food-safety"


@pytest.mark.parametrize("address", [FOOD, "/v1/nodes/brand:jzjp", "/v1/search?q=食品", "/v1/graph"])
def test_unchanged_answers_are_not_sent_again(client: TestClient, address: str) -> None:
    etag = client.get(address).headers["etag"]
    again = client.get(address, headers={"If-None-Match": f'"other", W/{etag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)


@pytest.mark.parametrize("other", [f"{FOOD}&limit=1", f"{FOOD}&lang=en", f"{FOOD}&format=csv", "/v1/q/goals"])
def test_another_answer_has_another_etag(client: TestClient, other: str) -> None:
    assert client.get(other).headers["etag"] != client.get(FOOD).headers["etag"]


def test_accept_counts_into_the_etag(client: TestClient) -> None:
    lines = client.get(FOOD, headers={"Accept": "application/x-ndjson"})
    assert lines.headers["etag"] != client.get(FOOD).headers["etag"]
    assert {"Accept", "Accept-Language"} <= set(lines.headers["vary"].split(", "))


def test_a_change_of_the_graph_ends_etags_and_cursors(tmp_path: Path) -> None:
    with opened(build(), tmp_path / "store") as store:
        client = TestClient(create_app(AppSettings(), store, catalogue.load()))
        first = client.get(f"{FOOD}&limit=1")
        store.write(lambda transaction: transaction.run("MERGE (b:Brand {id: 'brand:new'}) SET b.name = '新'"))
        assert client.get(f"{FOOD}&limit=1", headers={"If-None-Match": first.headers["etag"]}).status_code == 200
        gone = client.get(f"{FOOD}&limit=1&cursor={first.json()['page']['next']}")
        assert (gone.status_code, gone.json()["type"]) == (410, "/problems/stale-cursor")


def test_a_preflight_from_an_allowed_origin_passes(client: TestClient) -> None:
    asked = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "If-None-Match"}
    answer = client.options("/v1/q/goals", headers={"Origin": "https://front.example", **asked})
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "https://front.example"


def test_etag_and_retry_after_are_exposed(client: TestClient) -> None:
    exposed = client.get("/v1/q/goals", headers={"Origin": "https://front.example"}).headers
    assert {"ETag", "Retry-After"} <= set(exposed["access-control-expose-headers"].split(", "))


def test_a_preflight_from_elsewhere_is_refused(client: TestClient) -> None:
    asked = {"Access-Control-Request-Method": "GET"}
    answer = client.options("/v1/q/goals", headers={"Origin": "https://other.example", **asked})
    assert answer.status_code == 400
    assert "access-control-allow-origin" not in answer.headers


def test_no_origin_is_allowed_by_default(graph_store: Store) -> None:
    client = TestClient(create_app(AppSettings(), graph_store, catalogue.load()))
    answer = client.get("/v1/q/goals", headers={"Origin": "https://front.example"})
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("address", ["/", "/docs", "/v1/q/goals", "/nothing", "/static/landing.css"])
def test_every_answer_carries_security_headers(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"].startswith("default-src 'none'")


def test_only_get_is_allowed(client: TestClient) -> None:
    answer = client.post("/v1/q/goals")
    assert (answer.status_code, answer.json()["type"]) == (405, "/problems/method-not-allowed")


@pytest.fixture
def away() -> TestClient:
    """An application whose server is not there: nothing listens on port 1."""
    settings = StoreSettings(bolt_uri="bolt://127.0.0.1:1", connect_timeout=0.5, retry_time=0.1)
    store = Neo4jStore("bolt://127.0.0.1:1", settings)
    return TestClient(create_app(AppSettings(retry_after=7), store, catalogue.load()))


@pytest.mark.parametrize("address", ["/readyz", "/v1/q/goals", "/v1/graph"])
def test_while_the_graph_is_away_callers_are_told_when_to_try_again(away: TestClient, address: str) -> None:
    answer = away.get(address)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "7")
    assert answer.json()["type"] == "/problems/store-unavailable"


def test_it_is_alive_while_the_graph_is_away(away: TestClient) -> None:
    assert away.get("/healthz").status_code == 200


def test_a_query_that_takes_too_long_is_504(tmp_path: Path) -> None:
    slow = tmp_path / "slow.cypher"
    slow.write_text(SLOW, encoding="utf-8")
    (tmp_path / "tags.yaml").write_text("lists: {zh: 列表, en: Lists}\n", encoding="utf-8")
    with opened(build(), tmp_path / "store"):
        pass
    with open_store(StoreSettings(folder=tmp_path / "store", query_timeout=0.3)) as store:
        client = TestClient(create_app(AppSettings(), store, catalogue.load(tmp_path)))
        answer = client.get("/v1/q/slow")
    assert (answer.status_code, answer.json()["type"]) == (504, "/problems/timeout")


SLOW = """/*---
version: 1
status: draft
title: {zh: 慢, en: Slow}
description: {zh: 慢, en: Slow}
ask: {zh: [慢], en: [slow]}
returns:
  total: {type: int, role: measure, label: {zh: 数, en: Total}}
tags: [lists]
shape: scalar
view: {kind: table}
evidence: {none: {zh: 计数, en: a count}}
examples: [{params: {}, rows: 1}]
---*/
MATCH (a:Statement), (b:Statement), (c:Statement), (d:Statement), (e:Statement)
WHERE a.start + b.start + c.start + d.start + e.start = -1
RETURN count(a) AS total
"""
