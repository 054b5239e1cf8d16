"""Cursors: where the next page starts, bound to the question and to the graph as it stands."""

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from app.errors import BadCursor, StaleCursor
from app.queries.errors import quoted

_DIGITS = 12  # hexadecimal; enough that two questions of one graph never share them by chance


@dataclass(frozen=True, slots=True)
class Binding:
    """What a cursor is good for: `question` is a digest of query and parameters, `graph` one of store and version."""

    question: str
    graph: str


def digest(*parts: object) -> str:
    """A short digest of JSON-ready values; the order of keys in a mapping does not matter."""
    text = orjson.dumps(parts, option=orjson.OPT_SORT_KEYS, default=str)
    return hashlib.sha256(text).hexdigest()[:_DIGITS]


def binding(query: str, query_hash: str, params: Mapping[str, Any], graph: tuple[str, int]) -> Binding:
    """The binding of one question to one state of the graph; `graph` is store and version."""
    return Binding(digest(query, query_hash, params), digest(*graph))


def encode(offset: int, bound: Binding) -> str:
    """An opaque, URL-safe text."""
    text = json.dumps([offset, bound.question, bound.graph], separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decode(cursor: str, bound: Binding) -> int:
    """The offset that a cursor stands for.

    Raises BadCursor for a text that is none or belongs to another question, StaleCursor once the graph has changed.
    """
    offset, question, graph = _parts(cursor)
    if question != bound.question:
        raise BadCursor("游标属于另一个查询或另一组参数", "the cursor belongs to another query or to other parameters")
    if graph != bound.graph:
        raise StaleCursor(
            "游标发出后图谱已更新，请不带游标重新开始",
            "the graph has changed since this cursor was given; start again without it",
        )
    return offset


def _parts(cursor: str) -> tuple[int, str, str]:
    try:
        parts = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError):
        parts = None
    match parts:
        case [int(offset), str(question), str(graph)] if offset >= 0:
            return offset, question, graph
    raise BadCursor(
        f"{quoted(cursor)}不是游标，请用答案中的 page.next", f"{cursor!r} is no cursor; take page.next of an answer"
    )
