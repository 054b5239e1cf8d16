"""Builds the application: `create_app` from parts, `from_environment` for a server that makes them itself."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from fastapi_offline import FastAPIOffline
from starlette.middleware.cors import CORSMiddleware

from app import VERSION, problems
from app.conditional import NotModified, not_modified
from app.head import Head
from app.observing import request_ids
from app.observing.observed import Observed
from app.openapi import describe
from app.pages.built import HashedFiles
from app.queries import catalogue
from app.queries.catalogue import Catalogue
from app.routes import ask, explorer, fixed, graph, health, metrics, run, search, statements
from app.routes import catalogue as catalogue_routes
from app.routes.problems import router as problem_router
from app.security import SecurityHeaders
from app.services import Services
from app.settings import AppSettings
from app.unforeseen import Unforeseen
from stores.open import Role, open_store
from stores.settings import StoreSettings
from stores.store import Store

_EXPOSED = ["ETag", "Retry-After", request_ids.HEADER, run.TOTAL, run.VERSION]


def create_app(settings: AppSettings, store: Store, queries: Catalogue) -> FastAPI:
    """The application over an open store. The caller closes the store."""
    app = FastAPIOffline(
        title="质图 Zhitu",
        version=VERSION,
        summary="A knowledge graph of quality governance in which every fact opens at its words. / 质量治理知识图谱",
        redoc_url=None,
        swagger_ui_parameters={"displayRequestDuration": True, "docExpansion": "list", "tryItOutEnabled": True},
    )
    services = Services(settings, store, queries)
    app.state.services = services
    run.add_to(app, queries)
    for router in (explorer.router, catalogue_routes.router, ask.router, search.router):
        app.include_router(router)
    for router in (fixed.router, statements.router, graph.router, health.router, metrics.router, problem_router):
        app.include_router(router)
    app.mount("/static/explorer", HashedFiles(directory=explorer.STATIC / "explorer", check_dir=False), name="explorer")
    app.mount("/static", StaticFiles(directory=explorer.STATIC), name="static")
    problems.install(app)
    app.add_exception_handler(NotModified, not_modified)
    _wrap(app, services)
    describe(app, queries)
    return app


def _wrap(app: FastAPI, services: Services) -> None:
    """Put middleware around the application, the innermost first."""
    app.add_middleware(Head)
    app.add_middleware(Unforeseen)
    if services.settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=services.settings.cors_origins,
            allow_methods=["GET"],
            allow_headers=["If-None-Match"],
            expose_headers=_EXPOSED,
        )
    app.add_middleware(SecurityHeaders)
    app.add_middleware(Observed, metrics=services.metrics)


def from_environment() -> FastAPI:
    """The application with a store of its own, for `uvicorn --factory app.main:from_environment`."""
    return _with_store("owner")


def worker() -> FastAPI:
    """The application in one of several processes of `zhitu serve`: it reads through whoever owns an embedded store."""
    return _with_store("reader")


def _with_store(role: Role) -> FastAPI:
    store = open_store(StoreSettings.from_environment(os.environ, Path.cwd()), role=role)
    app = create_app(AppSettings.from_environment(), store, catalogue.load())

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        with store:
            yield

    app.router.lifespan_context = lifespan
    return app
