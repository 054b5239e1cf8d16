"""One typed route for each curated query."""

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from app import openapi, requested, stream
from app.conditional import Reply, begin
from app.envelope import Asked, Window, envelope
from app.formats import SVG, choose
from app.queries import running
from app.queries.catalogue import Catalogue, Query
from app.queries.parameters import coerce
from app.queries.references import StoreResolver
from app.requested import Requested
from app.services import Given, Reading, services_of

TOTAL = "X-Total-Count"
"""How many rows the whole answer has, where it comes in a format without an envelope."""

VERSION = "X-Graph-Version"
"""The version of the graph that the answer was read from, where it comes without an envelope."""

_PICTURE = ("limit", "lang")


def router(queries: Catalogue) -> APIRouter:
    """The routes `/v1/q/{id}`, one a query, and a last one that says which ids there are."""
    routes = APIRouter(prefix="/v1/q", tags=["queries"])
    for query in queries:
        routes.add_api_route(
            f"/{query.id}",
            _endpoint(query),
            operation_id=query.id,
            summary=openapi.words(query.header.title),
            description=openapi.description(query),
            deprecated=query.header.status == "deprecated",
            responses={200: openapi.success(query)},
            openapi_extra={"parameters": openapi.parameters(query)},
            response_class=Response,
        )
        if SVG in openapi.offers(query):
            _add_picture(routes, query)
    routes.add_api_route("/{query_id}", _unknown, include_in_schema=False)
    return routes


def _add_picture(routes: APIRouter, query: Query) -> None:
    routes.add_api_route(
        f"/{query.id}.svg",
        _picture(query),
        operation_id=f"{query.id}_svg",
        summary=f"{openapi.words(query.header.title)} (SVG)",
        description=openapi.description(query),
        deprecated=query.header.status == "deprecated",
        responses={200: openapi.PICTURE},
        openapi_extra={"parameters": openapi.picture_parameters(query)},
        response_class=Response,
    )


def _picture(query: Query) -> Callable[..., Response]:
    def answer(request: Request, given: Given, language: Reading) -> Response:
        wanted = requested.read(request.query_params.multi_items(), given.settings, _PICTURE)
        reply = begin(request, query.hash, SVG.name)
        asked = Asked(query, coerce(query.header, wanted.own, StoreResolver(given.store)))
        return _streamed(request, asked, wanted, stream.Wanted(SVG, language), reply)

    return answer


def _endpoint(query: Query) -> Callable[..., Response]:
    def answer(request: Request, given: Given, language: Reading) -> Response:
        wanted = requested.read(request.query_params.multi_items(), given.settings)
        form = choose(openapi.offers(query), wanted.format, request.headers.get("accept"))
        reply = begin(request, query.hash, form.name)
        asked = Asked(query, coerce(query.header, wanted.own, StoreResolver(given.store)))
        if form.is_stream:
            return _streamed(request, asked, wanted, stream.Wanted(form, language, wanted.with_quotes), reply)
        limit = wanted.limit or given.settings.page_rows
        window = Window(limit, wanted.cursor, wanted.with_total, wanted.with_quotes)
        return reply.json(envelope(asked, window, given.store, reply.graph, language).model_dump())

    return answer


def _streamed(request: Request, asked: Asked, wanted: Requested, how: stream.Wanted, reply: Reply) -> Response:
    store, form = services_of(request).store, how.form
    page = Window(wanted.limit, wanted.cursor).page(asked, reply.graph)
    made = stream.pieces(asked, page, store, how)
    kept = "inline" if form.is_picture else "attachment"
    headers = {
        **reply.headers,
        "Content-Disposition": f'{kept}; filename="{asked.query.id}.{form.extension}"',
        VERSION: str(reply.graph.version),
    }
    if wanted.with_total:
        headers[TOTAL] = str(running.total(asked.query, asked.params, store))
    return StreamingResponse(stream.begun(made), headers=headers, media_type=form.media_type)


def _unknown(query_id: str, given: Given) -> Any:
    return given.catalogue[query_id]  # raises UnknownQuery, which proposes the nearest
