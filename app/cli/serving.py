"""`zhitu serve`: the API and its pages."""

import os
import signal
import socket
from contextlib import suppress
from typing import Annotated

import typer
import uvicorn

from app.cli import terminal
from app.cli.terminal import LangOption, said
from app.errors import CannotListen
from app.language import Language
from app.main import create_app
from app.queries import catalogue
from app.reads.counts import counts
from app.settings import AppSettings
from loaders.write.static import prepare
from stores.store import Store

_TRY = (
    "/v1/q/measures_for_goal?goal=food-safety",
    "/v1/q/targets_and_results?indicator=食品安全抽检合格率",
    "/v1/q/neighbourhood?node=吉致吉品",
    "/v1/search?q=吉致吉品",
)


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve", help="启动接口与页面 / Serve the API and its pages")(serve)


def serve(
    host: Annotated[str, typer.Option("--host", help="监听地址 / Address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="端口 / Port")] = 8000,
    lang: LangOption = None,
) -> None:
    """Serve until stopped; owns an embedded store meanwhile."""
    settings = AppSettings.from_environment()
    queries = catalogue.load()
    with listening(host, port) as listener, terminal.store("owner") as store, suppress(KeyboardInterrupt):
        prepare(store)
        typer.echo(_welcome(store, f"http://{host}:{listener.getsockname()[1]}", lang))
        config = uvicorn.Config(create_app(settings, store, queries), log_level="warning")
        # The server raises the signal again that stopped it; as an interrupt it lets the store be closed.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        uvicorn.Server(config).run([listener])


def listening(host: str, port: int) -> socket.socket:
    """A bound socket. It names its protocol, without which asyncio leaves Nagle's delay of 40 ms on every answer."""
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, os.name != "nt")  # elsewhere it would share the port
    try:
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise CannotListen(host, port, error.strerror or str(error)) from error
    return listener


def _welcome(store: Store, address: str, lang: Language | None) -> str:
    """What the graph holds and what to try."""
    held = counts(store, store.version()).nodes
    lines = [
        said(
            f"图谱有文档 {held['Document']} 篇，措施 {held['Measure']} 项，目标值 {held['Target']} 个，"
            f"结果 {held['Result']} 个，陈述 {held['Statement']} 条。",
            f"The graph holds {held['Document']} documents, {held['Measure']} measures, {held['Target']} targets, "
            f"{held['Result']} results, {held['Statement']} statements.",
            lang,
        ),
        said(f"首页 {address}/　文档 {address}/docs", f"Home {address}/  Docs {address}/docs", lang),
        said("试一试：", "Try:", lang),
        *(f"  {address}{path}" for path in _TRY),
    ]
    return "\n".join(lines)
