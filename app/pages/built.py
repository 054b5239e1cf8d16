"""Which files the build of `web/` has left."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope


class Built(BaseModel):
    """The manifest of a build: the two files that the page names, and all that there are."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    script: str
    style: str
    files: tuple[str, ...]


def built(folder: Path) -> Built | None:
    """The manifest in a folder; None where nothing is built there."""
    manifest = folder / "manifest.json"
    if not manifest.is_file():
        return None
    return Built.model_validate_json(manifest.read_bytes())


class HashedFiles(StaticFiles):
    """Files whose names change with what is in them, so that a browser need never ask for one again."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file. One that is not there may be there after the next build."""
        response = await super().get_response(path, scope)
        if response.status_code < 400 and path != "manifest.json":
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
