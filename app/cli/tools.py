"""`zhitu mcp`: the catalogue as tools of a language model."""

import typer

from app.ask.asker import Asker
from app.cli import terminal
from app.cli.terminal import LangOption
from app.queries import catalogue
from app.queries.choices import ChoiceLists
from app.queries.references import StoreResolver
from app.tools.server import serve
from app.tools.tools import Tools


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("mcp", help="作为语言模型的工具（MCP，标准输入输出） / Tools for language models (MCP over stdio)")(mcp)


def mcp(lang: LangOption = None) -> None:
    """Serve the tools until standard input closes."""
    queries = catalogue.load()
    with terminal.graph() as store:
        asker = Asker(queries, ChoiceLists(store, queries), StoreResolver(store))
        serve(Tools(queries, store, asker, terminal.language(lang)))
