"""`zhitu serve`: the API and its pages."""

import logging.config
import os
import signal
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Annotated

import typer
import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from app.cli import terminal
from app.cli.terminal import LangOption, said
from app.errors import CannotListen
from app.language import Language
from app.main import create_app
from app.observing import logs
from app.observing.metrics import SHARED
from app.queries import catalogue
from app.reads.counts import counts
from app.settings import AppSettings
from loaders.write.static import prepare
from stores.errors import AccessRefused, StoreUnavailable
from stores.store import Store

_log = logging.getLogger("zhitu")

_TRY = (
    "/v1/q/measures_for_goal?goal=food-safety",
    "/v1/q/targets_and_results?indicator=食品安全抽检合格率",
    "/v1/q/neighbourhood?node=吉致吉品",
    "/v1/search?q=吉致吉品",
)
WORKER = "app.main:worker"

WorkersOption = Annotated[
    int | None,
    typer.Option("--workers", min=1, help="进程数；默认 ZHITU_WORKERS，否则 1 / Processes; else ZHITU_WORKERS, else 1"),
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve", help="启动接口与页面 / Serve the API and its pages")(serve)


def serve(
    host: Annotated[str, typer.Option("--host", help="监听地址 / Address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="端口 / Port")] = 8000,
    workers: WorkersOption = None,
    lang: LangOption = None,
) -> None:
    """Serve until stopped; owns an embedded store meanwhile, and its workers read through it."""
    settings = AppSettings.from_environment()
    processes = workers or settings.workers
    logging.config.dictConfig(_logging(settings, "warning"))  # the driver may have something to say before the server
    queries = catalogue.load()
    with listening(host, port) as listener, terminal.store("owner") as store, _ready(store, settings):
        typer.echo(_welcome(store, f"http://{host}:{listener.getsockname()[1]}", lang))
        if processes == 1:
            _serve_here(create_app(settings, store, queries), settings, listener)
        else:
            _serve_with(processes, settings, listener)


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


def _serve_here(application: FastAPI, settings: AppSettings, listener: socket.socket) -> None:
    config = uvicorn.Config(application, log_config=_logging(settings, "warning"), access_log=False)
    # The server raises the signal again that stopped it; as an interrupt it lets the store be closed.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run([listener])


def _serve_with(processes: int, settings: AppSettings, listener: socket.socket) -> None:
    """Each worker makes the application anew from the environment; one that dies is replaced."""
    config = uvicorn.Config(
        WORKER, factory=True, workers=processes, log_config=_logging(settings, "info"), access_log=False
    )
    with _counting_together():
        Multiprocess(config, [listener]).run()


def _logging(settings: AppSettings, server_level: str) -> dict[str, object]:
    return logs.configuration(settings, server_level=server_level)


@contextmanager
def _counting_together() -> Iterator[None]:
    """A folder in which the workers keep their counters, unless the environment names one."""
    if SHARED in os.environ:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="zhitu-metrics-") as folder:
        os.environ[SHARED] = folder
        try:
            yield
        finally:
            del os.environ[SHARED]


@contextmanager
def _ready(store: Store, settings: AppSettings) -> Iterator[None]:
    """Prepare the store; while its server is away, go on trying and serve meanwhile what can be served."""
    stopped = threading.Event()
    try:
        _prepare(store)
    except AccessRefused:
        raise
    except StoreUnavailable:
        arguments = (store, stopped, settings.retry_after)
        threading.Thread(target=_prepare_later, args=arguments, daemon=True).start()
    try:
        yield
    finally:
        stopped.set()


def _prepare(store: Store) -> None:
    """Looks first: a write would be tried again and again before it gave up on a server that is away."""
    store.version()
    prepare(store)


def _prepare_later(store: Store, stopped: threading.Event, seconds: float) -> None:
    while not stopped.wait(seconds):
        with suppress(StoreUnavailable):
            _prepare(store)
            _log.info("the graph is reachable")
            return


def _welcome(store: Store, address: str, lang: Language | None) -> str:
    """What the graph holds and what to try."""
    lines = [
        _holds(store, lang),
        said(f"首页 {address}/　文档 {address}/docs", f"Home {address}/  Docs {address}/docs", lang),
        said("试一试：", "Try:", lang),
        *(f"  {address}{path}" for path in _TRY),
    ]
    return "\n".join(lines)


def _holds(store: Store, lang: Language | None) -> str:
    try:
        held = counts(store, store.version()).nodes
    except StoreUnavailable as error:
        return said(
            f"暂时无法连接图谱，恢复后自动可用：{error}",
            f"The graph cannot be reached now; it will be served once it can: {error}",
            lang,
        )
    return said(
        f"图谱有文档 {held['Document']} 篇，措施 {held['Measure']} 项，目标值 {held['Target']} 个，"
        f"结果 {held['Result']} 个，陈述 {held['Statement']} 条。",
        f"The graph holds {held['Document']} documents, {held['Measure']} measures, {held['Target']} targets, "
        f"{held['Result']} results, {held['Statement']} statements.",
        lang,
    )
