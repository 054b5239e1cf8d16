"""Routes of which there are many, found in one look."""

from collections.abc import Iterable
from typing import Any

from starlette.datastructures import URLPath
from starlette.routing import BaseRoute, Match, NoMatchFound, Route
from starlette.types import Receive, Scope, Send


class Exact(BaseRoute):
    """Routes whose paths have no parts that vary. Tried one after the other, as others are, eighty cost a request more
    than all else that happens to it outside the graph.
    """

    def __init__(self, routes: Iterable[Route]) -> None:
        self._by_path = {route.path: route for route in routes}

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """The route of the request's path, told to those outside as `route`."""
        found = self._by_path.get(scope["path"].removeprefix(scope.get("root_path", "")))
        if found is None:
            return Match.NONE, {}
        match, told = found.matches(scope)
        return match, {**told, "route": found}

    def url_path_for(self, name: str, /, **path_params: Any) -> URLPath:
        """Nobody asks for one of these by name."""
        raise NoMatchFound(name, path_params)

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer by the route that was found."""
        await scope["route"].handle(scope, receive, send)
