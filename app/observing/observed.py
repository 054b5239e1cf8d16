"""Gives every request its id; logs and counts it once it is answered."""

import logging
import time
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.observing import request_ids
from app.observing.metrics import Metrics

_log = logging.getLogger("zhitu.access")

# Asked for every few seconds by machines: logged only if something is wrong.
_PROBES = frozenset({"/healthz", "/readyz", "/metrics"})


@dataclass(slots=True)
class _Answer:
    status: int = 500
    """What the server makes of no answer at all."""


class Observed:
    """ASGI middleware, the outermost."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = request_ids.taken(Headers(scope=scope).get(request_ids.HEADER))
        # The server makes a task for each request; what it logs when an answer breaks off is to hold the id too.
        request_ids.current.set(request_id)
        answer, began = _Answer(), time.perf_counter()

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer.status = message["status"]
                MutableHeaders(scope=message)[request_ids.HEADER] = request_id
            await send(message)

        try:
            await self.app(scope, receive, marked)
        except Exception as error:
            self._metrics.failed(error.__cause__ or error)
            raise
        finally:
            self._note(scope, answer.status, time.perf_counter() - began)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        method, route = scope["method"], template(scope)
        self._metrics.answered(method, route, status, seconds)
        level = logging.DEBUG if route in _PROBES and status < 400 else logging.INFO
        fields = {"method": method, "route": route, "status": status, "ms": round(seconds * 1000, 1)}
        _log.log(level, "%s %s %d", method, route or "-", status, extra={"fields": fields})


def template(scope: Scope) -> str | None:
    """The path that a request's route declares, `/v1/nodes/{node_id}`; None where no route fits."""
    route = scope.get("route")
    if route is not None:
        path: str = route.path
        return path
    if scope.get("endpoint") is None:
        return None
    mounted = scope["root_path"].removeprefix(scope.get("app_root_path", ""))
    return f"{mounted}/{{path}}" if mounted else scope["path"]
