"""`zhitu types`: what programs that call the API are checked against."""

import tempfile
from pathlib import Path
from typing import Annotated

import orjson
import typer

from app.cli import terminal
from app.clients.python import python
from app.clients.typescript import typescript
from app.main import create_app
from app.queries import catalogue
from app.settings import AppSettings
from stores.open import open_store
from stores.settings import StoreSettings


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("types", help="生成带类型的客户端 / Write a typed client")(types)


def types(
    as_python: Annotated[bool, typer.Option("--python", help="Python 客户端 / client")] = False,
    as_typescript: Annotated[bool, typer.Option("--typescript", help="TypeScript 客户端 / client")] = False,
    as_openapi: Annotated[bool, typer.Option("--openapi", help="OpenAPI 文档 / document")] = False,
) -> None:
    """Write a client of the API, or its OpenAPI document, to standard output."""
    if as_python + as_typescript + as_openapi != 1:
        raise typer.BadParameter("--python, --typescript, --openapi: 选一个 / choose one")
    queries = catalogue.load()
    if as_openapi:
        terminal.write([openapi_document(queries)])
    else:
        terminal.write([(python(queries) if as_python else typescript(queries)).encode()])


def openapi_document(queries: catalogue.Catalogue) -> bytes:
    """The OpenAPI document as the server gives it; an application has a store, so it gets an empty one."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(StoreSettings(folder=Path(folder) / "store")) as store,
    ):
        document = create_app(AppSettings(), store, queries).openapi()
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
