"""What is logged, in which form, and what is not."""

import json
import logging
import logging.config
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.observing import logs
from app.queries import catalogue
from app.settings import AppSettings
from stores.store import Store


@pytest.fixture(autouse=True)
def _loggers_as_before() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in (None, "zhitu", "uvicorn")]
    before = [(logger, logger.level, logger.handlers[:]) for logger in loggers]
    yield
    for logger, level, handlers in before:
        logger.setLevel(level)
        logger.handlers[:] = handlers


def configured(**settings: Any) -> None:
    logging.config.dictConfig(logs.configuration(AppSettings(**settings), server_level="warning"))


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def failing() -> None:
    try:
        failing_route()
    except KeyError:
        logging.getLogger("zhitu").exception("failed")


def test_a_request_is_one_line_with_its_route_and_not_what_was_asked(
    client: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    configured(log_form="json")
    client.get("/v1/search?q=食品安全&limit=1", headers={"X-Request-Id": "mine-1"})
    client.get("/v1/nodes/brand:jzjp")
    first, second = lines(capsys)
    assert (first["method"], first["route"], first["status"], first["request_id"]) == (
        "GET",
        "/v1/search",
        200,
        "mine-1",
    )
    assert (first["level"], first["logger"], first["message"]) == ("info", "zhitu.access", "GET /v1/search 200")
    assert first["ms"] > 0
    assert second["route"] == "/v1/nodes/{node_id}"
    assert "食品" not in str(first)
    assert "jzjp" not in str(second)


@pytest.mark.parametrize(
    ("method", "address", "route"),
    [
        ("GET", "/nothing/private", None),
        ("GET", "/static/landing.css", "/static/{path}"),
        ("GET", "/openapi.json", "/openapi.json"),
        ("GET", "/v1/q/nope", "/v1/q/{query_id}"),
        ("HEAD", "/v1/nodes/brand:jzjp", "/v1/nodes/{node_id}"),
        ("POST", "/v1/graph", "/v1/graph"),
    ],
)
def test_a_route_is_told_by_its_template(
    client: TestClient, capsys: pytest.CaptureFixture[str], method: str, address: str, route: str | None
) -> None:
    configured(log_form="json")
    client.request(method, address)
    assert [(each["method"], each["route"]) for each in lines(capsys)] == [(method, route)]


def test_probes_are_not_logged_while_all_is_well(client: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    configured(log_form="json")
    for address in ("/healthz", "/readyz", "/metrics"):
        client.get(address)
    client.get("/healthz?unknown=1")
    assert [(each["route"], each["status"]) for each in lines(capsys)] == [("/healthz", 422)]


def test_an_unforeseen_error_is_logged_with_the_request_it_met(
    graph_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    configured(log_form="json")
    app = create_app(AppSettings(), graph_store, catalogue.load())
    app.add_api_route("/fails", failing_route)
    TestClient(app).get("/fails", headers={"X-Request-Id": "mine-2"})
    error, answered = lines(capsys)
    assert (error["level"], error["request_id"]) == ("error", "mine-2")
    assert error["exceptions"][0]["type"] == "KeyError"
    assert "failing_route" in error["exceptions"][0]["stack"][-1]
    assert (answered["status"], answered["route"]) == (500, "/fails")


def failing_route() -> None:
    raise KeyError("a secret word")


@pytest.mark.parametrize("form", ["json", "text"])
def test_messages_of_exceptions_are_kept_back_except_at_level_debug(
    capsys: pytest.CaptureFixture[str], form: str
) -> None:
    configured(log_form=form)
    failing()
    assert "a secret word" not in capsys.readouterr().err
    configured(log_form=form, log_level="debug")
    failing()
    assert "a secret word" in capsys.readouterr().err


def test_the_cause_of_an_error_is_logged_below_it(capsys: pytest.CaptureFixture[str]) -> None:
    configured(log_form="json")
    try:
        try:
            raise KeyError
        except KeyError as error:
            raise ValueError from error
    except ValueError:
        logging.getLogger("zhitu").exception("failed")
    assert [each["type"] for each in lines(capsys)[0]["exceptions"]] == ["ValueError", "KeyError"]


def test_text_is_a_line_that_a_person_reads(client: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    configured(log_form="text")
    client.get("/v1/graph", headers={"X-Request-Id": "mine-3"})
    words = capsys.readouterr().err.split()
    assert words[1:5] == ["info", "GET", "/v1/graph", "200"]
    assert words[-2:] == ["ms", "[mine-3]"]


@pytest.mark.parametrize(("terminal", "form"), [(True, logs.TextLines), (False, logs.JsonLines)])
def test_the_form_follows_the_terminal_unless_set(monkeypatch: pytest.MonkeyPatch, terminal: bool, form: type) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    assert logs.configuration(AppSettings(), server_level="info")["formatters"]["line"]["()"] is form


def test_a_line_break_or_broken_character_stays_inside_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    configured(log_form="json")
    logging.getLogger("zhitu").warning("first\nsecond %s", "\udce4")
    assert capsys.readouterr().err.count("\n") == 1


def test_the_driver_is_kept_from_quoting_parameters(
    graph_store: Store, client: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    configured(log_form="json", log_level="debug")
    assert graph_store.read("RETURN 1 AS one").rows == [(1,)]
    client.get("/v1/search?q=食品安全")
    said = capsys.readouterr().err
    assert "/v1/search" in said
    assert "食品" not in said


def test_below_the_level_nothing_is_logged(client: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    configured(log_form="json", log_level="warning")
    client.get("/v1/graph")
    assert capsys.readouterr().err == ""
