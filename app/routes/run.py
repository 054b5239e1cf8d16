"""One typed route for each curated query."""

from collections.abc import Callable, Iterator
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import StreamingResponse
from starlette.routing import Route

from app import openapi, requested, stream
from app.conditional import Reply, begin
from app.envelope import Asked, Window, envelope
from app.formats import SVG, choose
from app.queries import running
from app.queries.catalogue import Catalogue, Query
from app.queries.parameters import coerce
from app.requested import Requested
from app.routes.exact import Exact
from app.services import Given, language_of, services_of

TOTAL = "X-Total-Count"
"""How many rows the whole answer has, where it comes in a format without an envelope."""

VERSION = "X-Graph-Version"
"""The version of the graph that the answer was read from, where it comes without an envelope."""


def add_to(app: FastAPI, queries: Catalogue) -> None:
    """Add the routes `/v1/q/{id}`, one a query, and a last one that says which ids there are.

    `openapi.describe` tells of them.
    """
    app.router.routes.append(Exact(_routes(queries)))
    app.add_api_route("/v1/q/{query_id}", _unknown, include_in_schema=False)


def _routes(queries: Catalogue) -> Iterator[Route]:
    for query in queries:
        yield Route(openapi.address(query), _endpoint(query))
        if SVG in openapi.offers(query):
            yield Route(openapi.picture_address(query), _picture(query))


def _picture(query: Query) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        given = services_of(request)
        wanted = requested.read(request.query_params.multi_items(), given.settings, requested.OF_PICTURE)
        reply = begin(request, query.hash, SVG.name)
        asked = Asked(query, coerce(query.header, wanted.own, given.references.at(reply.graph)))
        return _streamed(request, asked, wanted, stream.Wanted(SVG, language_of(request)), reply)

    return answer


def _endpoint(query: Query) -> Callable[[Request], Response]:
    offers = openapi.offers(query)

    def answer(request: Request) -> Response:
        given, language = services_of(request), language_of(request)
        wanted = requested.read(request.query_params.multi_items(), given.settings)
        form = choose(offers, wanted.format, request.headers.get("accept"))
        reply = begin(request, query.hash, form.name)
        asked = Asked(query, coerce(query.header, wanted.own, given.references.at(reply.graph)))
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


async def _unknown(query_id: str, given: Given) -> Any:
    return given.catalogue[query_id]  # raises UnknownQuery, which proposes the nearest
