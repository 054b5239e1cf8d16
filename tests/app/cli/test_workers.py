"""`zhitu serve --workers N`: several processes that answer as one, on either engine."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from app.settings import AppSettings
from stores.store import Store
from tests.app.cli.serving import PATIENCE, Served, served
from tests.conftest import neo4j_settings

GOALS = "/v1/q/goals?limit=1000"
WORKERS = ("--workers", "2")


@pytest.fixture
def on_embedded(tmp_path: Path) -> Iterator[Served]:
    with served(tmp_path / "log", *WORKERS, ZHITU_STORE=str(tmp_path / "store")) as server:
        yield server


@pytest.fixture
def on_neo4j(neo4j_store: Store, neo4j_uri: str, tmp_path: Path) -> Iterator[Served]:
    assert neo4j_store.engine == "neo4j"
    settings = neo4j_settings(neo4j_uri)
    environment = {
        "ZHITU_BOLT_URI": neo4j_uri,
        "ZHITU_BOLT_USER": settings.user or "",
        "ZHITU_BOLT_PASSWORD": settings.password or "",
    }
    with served(tmp_path / "log", *WORKERS, **environment) as server:
        yield server


@pytest.fixture(params=["embedded", "neo4j"])
def server(request: pytest.FixtureRequest) -> Served:
    """Two workers on each engine in turn."""
    found: Served = request.getfixturevalue(f"on_{request.param}")
    return found


def ask_until(server: Served, workers: int) -> int:
    """Ask over many connections until so many workers have answered; how often was asked."""
    asked = 0
    deadline = time.monotonic() + PATIENCE
    with ThreadPoolExecutor(8) as pool:
        while len(server.workers()) < workers:
            assert time.monotonic() < deadline, server.log.read_text(encoding="utf-8")
            answers = list(pool.map(server.get, [GOALS] * 16))
            assert {answer.status_code for answer in answers} == {200}
            assert len({answer.text for answer in answers}) == 1
            asked += len(answers)
    return asked


def test_workers_answer_alike_count_together_and_are_replaced(server: Served) -> None:
    asked = ask_until(server, 2)
    assert counted(server) == asked
    killed = server.workers().pop()
    os.kill(killed, signal.SIGKILL)
    server.until("/readyz", 200)
    ask_until(server, 3)
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(PATIENCE) == 0


def counted(server: Served) -> float:
    families = text_string_to_metric_families(server.get("/metrics").text)
    found = [sample for family in families for sample in family.samples]
    return sum(
        each.value
        for each in found
        if each.name == "zhitu_http_requests_total" and each.labels["route"] == GOALS.partition("?")[0]
    )


def test_the_number_of_workers_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHITU_WORKERS", "3")
    assert AppSettings().workers == 3
