"""The MCP server, by the package's own client over standard input and output."""

import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client

from app.tools.tools import PINNED
from tests.cypher.small_graph import build, opened

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> StdioServerParameters:
    """How a client starts the server, over the small graph."""
    folder = tmp_path_factory.mktemp("mcp") / "store"
    with opened(build(), folder):
        pass
    environment = {**os.environ, "ZHITU_STORE": str(folder), "ZHITU_LANG": "en", "PYTHONPATH": str(ROOT)}
    code = "from app.cli import main; main(['mcp'])"
    return StdioServerParameters(command=sys.executable, args=["-c", code], env=environment, cwd=ROOT)


def talk(server: StdioServerParameters, work: Callable[[Client], Awaitable[Any]]) -> Any:
    async def session() -> Any:
        async with Client(stdio_client(server)) as client:
            return await work(client)

    return anyio.run(session)


def call(server: StdioServerParameters, name: str, **given: Any) -> tuple[Any, bool]:
    result = talk(server, lambda client: client.call_tool(name, given))
    return result.structured_content, bool(result.is_error)


def test_tools_are_listed_with_what_they_take(server: StdioServerParameters) -> None:
    tools = {each.name: each for each in talk(server, lambda client: client.list_tools()).tools}
    assert set(tools) == {"search_queries", "describe_query", "list_values", "run_query", "ask", *PINNED}
    assert tools["measures_for_goal"].input_schema["required"] == ["goal"]


def test_a_query_is_found_described_and_run(server: StdioServerParameters) -> None:
    found, _ = call(server, "search_queries", text="which measures serve food safety")
    query = found["queries"][0]["id"]
    described, _ = call(server, "describe_query", query=query)
    assert described["params"]["goal"]["required"] is True
    answer, failed = call(server, "run_query", query=query, params={"goal": "food safety", "modality": ["done"]})
    assert not failed
    assert {row["modality"] for row in answer["data"]} == {"done"}


def test_a_pinned_query_is_a_tool(server: StdioServerParameters) -> None:
    answer, _ = call(server, "measures_for_goal", goal="食品安全", limit=2)
    assert len(answer["data"]) == 2
    assert answer["page"]["truncated"] is True


def test_the_values_of_a_parameter_are_listed(server: StdioServerParameters) -> None:
    found, _ = call(server, "list_values", query="measures_for_goal", parameter="goal", text="spaq", limit=1)
    assert [(each["value"], each["label"]) for each in found["data"]] == [("goal:food-safety", "Food safety")]


def test_a_question_is_answered(server: StdioServerParameters) -> None:
    answer, _ = call(server, "ask", question="青岛有哪些食品安全措施")
    assert answer["meaning"]["query"] == "measures_for_goal"


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("measures_for_goal", {"goal": "foodsafetie"}, "goal:food-safety"),
        ("measures_for_goal", {}, "goal"),
        ("run_query", {"query": "measures_for_goals"}, "measures_for_goal"),
        ("no_such_tool", {}, "run_query"),
    ],
)
def test_a_wrong_call_is_told_what_would_be_right(
    server: StdioServerParameters, name: str, given: dict[str, Any], says: str
) -> None:
    answer, failed = call(server, name, **given)
    assert failed
    assert says in str(answer)


def test_a_refusal_is_in_the_language_of_the_server(server: StdioServerParameters) -> None:
    chinese = server.model_copy(update={"env": {**(server.env or {}), "ZHITU_LANG": "zh"}})
    refused, failed = call(chinese, "measures_for_goal", goal="食品安企")
    assert failed
    assert refused["error"] == "goal：图谱中没有名称或标识为“食品安企”的 Goal"
    assert refused["nearest"][0] == {"value": "goal:food-safety", "label": "食品安全"}
