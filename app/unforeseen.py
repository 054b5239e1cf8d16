"""The edge of the program: whatever nobody foresaw becomes a 500 like any other problem."""

import logging

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import errors
from app.observing.request_ids import current
from app.problems import problem

_log = logging.getLogger("zhitu")


class Unforeseen:
    """ASGI middleware inside those that add headers: an error answered further out would go without them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on. An answer that has begun is broken off, so that nobody takes it for whole."""
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, noting)
        except Exception as error:
            if begun or scope["type"] != "http":
                raise
            _log.error("unforeseen error", exc_info=error)
            detail = f"{type(error).__name__}; 详见服务器日志 / see the server's log: {current.get()}"
            await problem(Request(scope), errors.INTERNAL, detail)(scope, receive, send)
