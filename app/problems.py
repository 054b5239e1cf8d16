"""Answers to requests that fail: `application/problem+json` with a stable `type` (RFC 9457)."""

import logging
from collections.abc import Iterable, Mapping
from typing import Any

import orjson
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from rapidfuzz import process
from starlette.exceptions import HTTPException

from app import errors
from app.errors import Kind
from app.language import pick
from app.queries.errors import printable, quoted
from app.queries.header import Text
from app.services import language_of, services_of
from graph_schema.errors import GraphError

_log = logging.getLogger("zhitu")

MEDIA_TYPE = "application/problem+json"
_MISSING = {"zh": "：必填", "en": ": is required"}
# By pydantic's names of what it refuses, with the context that it gives.
_WANTED = {
    "int_parsing": Text(zh="整数", en="a whole number"),
    "int_parsing_size": Text(zh="小一些的整数", en="a smaller whole number"),
    "greater_than_equal": Text(zh="不小于 {ge} 的数", en="a number of at least {ge}"),
    "less_than_equal": Text(zh="不大于 {le} 的数", en="a number of at most {le}"),
    "string_too_short": Text(zh="至少 {min_length} 个字符", en="at least {min_length} characters"),
    "string_too_long": Text(zh="至多 {max_length} 个字符", en="at most {max_length} characters"),
    "too_long": Text(zh="至多 {max_length} 个值", en="at most {max_length} values"),
    "literal_error": Text(zh="下列之一：{expected}", en="one of {expected}"),
}
_HTTP_KINDS = {404: errors.NOT_FOUND, 405: errors.METHOD_NOT_ALLOWED}


def problem(request: Request, kind: Kind, detail: str, more: Mapping[str, Any] | None = None) -> Response:
    """A problem document; `more` are members of its own kind, such as `nearest`."""
    body = {
        "type": kind.uri,
        "title": pick(kind, language_of(request)),
        "status": kind.status,
        "detail": detail,
        "instance": request.url.path,
        **(more or {}),
    }
    headers = {"Cache-Control": "no-store"}
    if kind.status == 405:
        headers["Allow"] = "GET, HEAD"
    if kind.status == 503:
        headers["Retry-After"] = str(services_of(request).settings.retry_after)
    return Response(orjson.dumps(body), kind.status, headers, MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Answer every error with a problem document, by coroutines: a plain function would go to a thread and back."""
    app.add_exception_handler(GraphError, _graph_error)
    app.add_exception_handler(RequestValidationError, _validation_error)
    app.add_exception_handler(HTTPException, _http_error)


async def _graph_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, GraphError)
    services_of(request).metrics.failed(error)
    kind = errors.kind_of(error)
    if kind is errors.INTERNAL:
        _log.error("no answer for this error", exc_info=error)
    # What would be accepted is a member of its own.
    language = language_of(request)
    return problem(request, kind, errors.sentence(error, language), errors.details(error, language))


async def _validation_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    name, language = str(first["loc"][-1]), language_of(request)
    if first["type"] == "extra_forbidden":
        more = {"parameter": name, "nearest": _nearest(name, _parameters(request))}
        said = printable(name)
        unknown = {"zh": f"{said}：这里没有这个参数", "en": f"{said}: no such parameter here"}
        return problem(request, errors.UNKNOWN_PARAMETER, unknown[language], more)
    more = {"parameter": name, "nearest": []}
    if first["type"] == "missing":
        return problem(request, errors.MISSING_PARAMETER, f"{name}{_MISSING[language]}", more)
    value = str(first["input"])
    wanted = _WANTED.get(first["type"])
    why = pick(wanted, language).format(**first.get("ctx", {})) if wanted else first["msg"]
    refused = {
        "zh": f"{name}：不接受{quoted(value)}，应为{why}",
        "en": f"{name}: {value!r} is not accepted; expected {why}",
    }
    return problem(request, errors.INVALID_PARAMETER, refused[language], more)


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    kind = _HTTP_KINDS.get(error.status_code, Kind("http", error.status_code, "请求无法处理", "Request failed"))
    return problem(request, kind, f"{request.method} {request.url.path}")


def _parameters(request: Request) -> list[str]:
    """The names of the query parameters that the route of a request declares."""
    declared = request.app.openapi()["paths"].get(request.scope["route"].path, {}).get("get", {})
    return [each["name"] for each in declared.get("parameters", ()) if each["in"] == "query"]


def _nearest(name: str, known: Iterable[str]) -> list[dict[str, str]]:
    found = process.extract(name, list(known), limit=3, score_cutoff=40)
    return [{"value": each, "label": each} for each, _, _ in found]
