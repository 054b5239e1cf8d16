"""Serves the tools over standard input and output by the Model Context Protocol."""

from typing import Any

import anyio
import jsonschema
import orjson
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp_types import (
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    ToolAnnotations,
)
from mcp_types import Tool as Offered

from app import VERSION
from app.errors import details, sentence
from app.queries.errors import quoted
from app.tools.tools import Json, Tool, Tools
from graph_schema.errors import GraphError

_READS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)


def serve(tools: Tools) -> None:
    """Answer until the caller closes standard input."""
    anyio.run(_serve, tools)


async def _serve(tools: Tools) -> None:
    offered = [_offered(tool) for tool in tools.by_name.values()]

    async def list_tools(_: Any, __: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=offered)

    async def call_tool(_: Any, asked: CallToolRequestParams) -> CallToolResult:
        # In a thread: the graph is read by a driver that waits.
        return await anyio.to_thread.run_sync(answer, tools, asked.name, asked.arguments or {})

    server: Server[Any] = Server("zhitu", version=VERSION, on_list_tools=list_tools, on_call_tool=call_tool)
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())


def answer(tools: Tools, name: str, given: Json) -> CallToolResult:
    """What a tool answers; what is wrong with the call is told the caller, with what would be accepted."""
    tool = tools.by_name.get(name)
    if tool is None:
        unknown = {"zh": f"没有名为{quoted(name)}的工具", "en": f"no tool is called {name!r}"}
        return _told({"error": unknown[tools.language], "tools": list(tools.by_name)}, is_error=True)
    try:
        jsonschema.validate(given, tool.takes)
        return _told(tool.run(given))
    except jsonschema.ValidationError as error:
        return _told({"error": error.message}, is_error=True)
    except GraphError as error:
        return _told({"error": sentence(error, tools.language), **details(error, tools.language)}, is_error=True)


def _offered(tool: Tool) -> Offered:
    return Offered(name=tool.name, description=tool.description, input_schema=tool.takes, annotations=_READS)


def _told(body: Json, *, is_error: bool = False) -> CallToolResult:
    text = orjson.dumps(body).decode()
    return CallToolResult(content=[TextContent(text=text)], structured_content=body, is_error=is_error)
