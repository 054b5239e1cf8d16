"""ETags: an answer that has not changed costs one look at the graph's version."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from fastapi import Request, Response

from app import VERSION
from app.cursor import digest
from app.services import language_of, services_of
from stores.records import GraphVersion

_HEADERS = {"Cache-Control": "no-cache", "Vary": "Accept, Accept-Language"}


class NotModified(Exception):
    """The caller already holds the answer with this ETag."""

    def __init__(self, etag: str) -> None:
        self.etag = etag
        super().__init__(etag)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer about to be made from one state of the graph."""

    graph: GraphVersion
    etag: str

    @property
    def headers(self) -> dict[str, str]:
        """What goes with an answer that can be asked for again by its ETag."""
        return {"ETag": self.etag, **_HEADERS}

    def one(self, data: Any) -> Response:
        """One thing, with the state of the graph it is read from; models and plain data alike."""
        return self.json({"data": data, "graph": {"version": self.graph.version}})

    def json(self, body: Mapping[str, Any]) -> Response:
        """A JSON answer."""
        content = orjson.dumps(body, default=_plain)
        return Response(content, headers=self.headers, media_type="application/json")


def begin(request: Request, *parts: object) -> Reply:
    """Look at the graph's version and begin an answer; `parts` is what it depends on beside address and language.

    Raises NotModified where If-None-Match names its ETag. Source: RFC 9110, section 13.1.2.
    """
    graph = services_of(request).store.version()
    address = (request.url.path, sorted(request.query_params.multi_items()), language_of(request))
    # Another version of the program may word the same answer in another way.
    etag = f'"{digest(VERSION, graph.store, graph.version, address, parts)}"'
    held = request.headers.get("if-none-match", "")
    if held.strip() == "*" or etag in (each.strip().removeprefix("W/") for each in held.split(",")):
        raise NotModified(etag)
    return Reply(graph, etag)


async def not_modified(_: Request, error: Exception) -> Response:
    """The answer to NotModified."""
    assert isinstance(error, NotModified)
    return Response(status_code=304, headers={"ETag": error.etag, **_HEADERS})


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json")
