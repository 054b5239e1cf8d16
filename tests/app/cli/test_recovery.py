"""A server that starts, goes and comes back while `zhitu serve` runs on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.cli.serving import Served, served
from tests.conftest import without_server
from tests.neo4j_server.server import NoServer, Server, free_port

READS = ("/v1/q/goals?limit=1", "/v1/search?q=食品安全", "/v1/graph", "/readyz")


@pytest.fixture
def neo4j(tmp_path: Path) -> Iterator[Server]:
    """A server that is not started yet."""
    server = Server(tmp_path / "neo4j", free_port())
    yield server
    server.stop()


@pytest.fixture
def zhitu(neo4j: Server, tmp_path: Path) -> Iterator[Served]:
    """Served from before the graph is there."""
    environment = {"ZHITU_BOLT_URI": neo4j.uri, "ZHITU_RETRY_AFTER": "1", "ZHITU_BOLT_USER": ""}
    with served(tmp_path / "log", **environment) as serving:
        yield serving


def start(server: Server) -> None:
    try:
        server.start()
    except NoServer as error:
        without_server(str(error))


def test_it_serves_when_the_graph_comes_tells_when_it_goes_and_recovers(neo4j: Server, zhitu: Served) -> None:
    assert_away(zhitu)
    start(neo4j)
    for read in READS:
        zhitu.until(read, 200)
    held = zhitu.get(READS[0]).json()["data"]
    assert held
    neo4j.stop()
    assert_away(zhitu)
    start(neo4j)
    zhitu.until("/readyz", 200)
    assert zhitu.get(READS[0]).json()["data"] == held
    assert zhitu.process.poll() is None
    assert {each["message"] for each in zhitu.logged()} >= {"the graph is reachable"}


def assert_away(zhitu: Served) -> None:
    for read in READS:
        answer = zhitu.get(read)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "1"), answer.text
        assert answer.json()["type"] == "/problems/store-unavailable"
    assert zhitu.get("/healthz").status_code == 200
    assert "zhitu_graph_up 0.0" in zhitu.get("/metrics").text
