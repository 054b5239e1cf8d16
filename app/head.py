"""HEAD: what GET answers, without the body."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_FOUND = ("route", "endpoint", "root_path", "app_root_path")


class Head:
    """ASGI middleware that answers HEAD through the routes of GET. Source: RFC 9110, section 9.3.2."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; a HEAD as a GET whose body is not sent."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return
        inner = {**scope, "method": "GET"}

        async def without_body(message: Message) -> None:
            if message["type"] != "http.response.body":
                await send(message)
                return
            await send({"type": "http.response.body", "body": b""})
            if message.get("more_body"):
                raise _Enough

        try:
            await self.app(inner, receive, without_body)
        except _Enough:
            pass
        finally:
            # What the router found out is looked at by those outside.
            scope.update({name: inner[name] for name in _FOUND if name in inner})


class _Enough(Exception):
    """Nothing more of the answer is needed: what else it would read need not be read."""
