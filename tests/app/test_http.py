"""Headers, conditions, origins, and what happens while the graph is away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.responses import StreamingResponse
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


@pytest.mark.parametrize("address", ["/", "/docs", "/v1/q/goals", "/nothing", "/static/landing.css", "/metrics"])
def test_every_answer_carries_security_headers_and_an_id(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["x-request-id"]


def test_a_preflight_and_a_304_carry_them_too(client: TestClient) -> None:
    asked = {"Origin": "https://front.example", "Access-Control-Request-Method": "GET"}
    unchanged = {"If-None-Match": client.get(FOOD).headers["etag"]}
    for answer in (client.options(FOOD, headers=asked), client.get(FOOD, headers=unchanged)):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-request-id"]


def test_other_methods_are_refused_and_told_which_are_not(client: TestClient) -> None:
    answer = client.post("/v1/q/goals")
    assert (answer.status_code, answer.json()["type"]) == (405, "/problems/method-not-allowed")
    assert answer.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    "address",
    ["/", "/healthz", FOOD, f"{FOOD}&format=csv", "/v1/nodes/brand:jzjp", "/v1/nodes/none", "/static/landing.css"],
)
def test_head_is_get_without_a_body(client: TestClient, address: str) -> None:
    got, head = client.get(address), client.head(address)
    assert (head.status_code, head.content) == (got.status_code, b"")
    assert {**head.headers, "x-request-id": ""} == {**got.headers, "x-request-id": ""}


def test_head_of_an_unchanged_answer_is_304(client: TestClient) -> None:
    etag = client.get(FOOD).headers["etag"]
    assert client.head(FOOD, headers={"If-None-Match": etag}).status_code == 304


def test_head_of_a_stream_reads_no_more_than_its_beginning(graph_store: Store) -> None:
    taken = []

    def endless() -> Iterator[bytes]:
        while True:
            taken.append(1)
            yield b"more\n"

    app = create_app(AppSettings(), graph_store, catalogue.load())
    app.add_api_route("/endless", lambda: StreamingResponse(endless()))
    assert TestClient(app).head("/endless").status_code == 200
    assert len(taken) == 1


@pytest.fixture
def broken(graph_store: Store) -> TestClient:
    """An application with a route that fails as nobody foresaw, and one that fails when its answer has begun."""

    def fail() -> None:
        raise KeyError("a secret word")

    def begin() -> Iterator[bytes]:
        yield b"begun"
        fail()

    app = create_app(AppSettings(cors_origins=("https://front.example",)), graph_store, catalogue.load())
    app.add_api_route("/fails", fail)
    app.add_api_route("/breaks", lambda: StreamingResponse(begin()))
    return TestClient(app)


def test_an_unforeseen_error_is_a_problem_like_any_other(broken: TestClient) -> None:
    answer = broken.get("/fails", headers={"X-Request-Id": "mine-1", "Origin": "https://front.example"})
    assert (answer.status_code, answer.json()["type"]) == (500, "/problems/internal")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["access-control-allow-origin"] == "https://front.example"
    assert answer.headers["x-request-id"] == "mine-1"


def test_an_unforeseen_error_says_where_to_look_and_nothing_private(broken: TestClient) -> None:
    detail = broken.get("/fails", headers={"X-Request-Id": "mine-1"}).json()["detail"]
    assert "mine-1" in detail
    assert "secret" not in detail


def test_an_answer_that_has_begun_is_broken_off(broken: TestClient) -> None:
    with pytest.raises(KeyError):
        broken.get("/breaks")


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
