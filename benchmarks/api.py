"""Time `/v1/q/…` beside the same query by the bare driver, and beside datasette serving the same rows.

usage: python -m benchmarks.api [--requests N] [--clients C]

All on this machine, over the example corpus: `zhitu serve` on the Neo4j that the tests use, then on the embedded
engine; datasette where it is installed. One client asks each in turn N times (p50, p95), then C ask N times together
(requests a second). 304s are asked with the ETag at hand. The driver asks in a managed transaction, as its manual says,
and in a single statement, which saves two messages to the server. The client is the standard library's, one connection
a thread: what a richer one costs would hide what is measured.
"""

import argparse
import importlib.util
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection, HTTPMessage, RemoteDisconnected
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlencode

import neo4j
import orjson

from app.queries import catalogue
from app.queries.parameters import Values, coerce
from app.queries.references import StoreResolver
from app.queries.running import run
from loaders.load import load
from stores.open import open_store
from stores.ownership import owner_of
from stores.settings import StoreSettings
from tests.neo4j_server.server import Server, free_port

BRIEFINGS = Path(__file__).parent.parent / "examples" / "briefings"
ASKED = {"goals": {}, "measures_for_goal": {"goal": "goal:food-safety"}, "targets_and_results": {"year": "2022"}}
WARM = 50
QUIET: dict[str, Any] = {"notifications_min_severity": "OFF"}
LIMIT = 101  # what a page of 100 costs: one row more tells whether there are more


@dataclass(frozen=True, slots=True)
class Timed:
    """How long one request takes in milliseconds, and how many are answered in a second."""

    p50: float
    p95: float
    a_second: float

    def __str__(self) -> str:
        return f"p50 {self.p50:7.2f} ms   p95 {self.p95:7.2f} ms   {self.a_second:7.0f} requests/s"


def timed(asks: Sequence[Callable[[], object]], requests: int, clients: int) -> list[Timed]:
    """Ask again and again: in turn, so that whatever else the machine does falls upon all alike; then each together."""
    took: list[list[float]] = [[] for _ in asks]
    for round_ in range(WARM + requests):
        for ask, times in zip(asks, took, strict=True):
            begun = time.perf_counter()
            ask()
            if round_ >= WARM:
                times.append(1000 * (time.perf_counter() - begun))
    return [
        Timed(statistics.median(times), statistics.quantiles(times, n=20)[-1], _a_second(ask, requests, clients))
        for ask, times in zip(asks, took, strict=True)
    ]


def _a_second(ask: Callable[[], object], requests: int, clients: int) -> float:
    begun = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(lambda _: ask(), range(requests)))
    return requests / (time.perf_counter() - begun)


class Client:
    """Asks one server; each thread keeps a connection of its own."""

    def __init__(self, port: int) -> None:
        self._port, self._own = port, threading.local()

    def get(self, address: str, headers: dict[str, str] | None = None) -> HTTPMessage:
        """The headers of an answer, whose body is read. Raises OSError, and RuntimeError if it is refused."""
        try:
            return self._get(address, headers or {})
        except RemoteDisconnected:  # the server lets go of a connection that nobody has used for some seconds
            return self._get(address, headers or {})

    def _get(self, address: str, headers: dict[str, str]) -> HTTPMessage:
        if not hasattr(self._own, "connection"):
            self._own.connection = HTTPConnection("127.0.0.1", self._port, timeout=30)
        try:
            self._own.connection.request("GET", address, headers=headers)
            answer = self._own.connection.getresponse()
            answer.read()
        except OSError:
            del self._own.connection
            raise
        if answer.status not in (200, 304):
            raise RuntimeError(f"{address}: {answer.status}")
        return cast(HTTPMessage, answer.headers)


@contextmanager
def listening(command: list[str], port: int, first: str, **environment: str) -> Iterator[Client]:
    """A server process and a client of it, once it answers `first`."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, env={**os.environ, **environment}, stdout=quiet, stderr=quiet)  # noqa: S603
    client = Client(port)
    try:
        for _ in range(600):
            try:
                client.get(first)
                break
            except (OSError, RuntimeError):
                time.sleep(0.1)
        yield client
    finally:
        process.terminate()
        process.wait()


@dataclass(frozen=True, slots=True)
class Engine:
    """Where the graph is, how a server is told so, and how the bare driver gets there once that server runs."""

    name: str
    settings: StoreSettings
    environment: dict[str, str]
    driver: Callable[[], neo4j.Driver]


def neo4j_at(uri: str) -> Engine:
    """A server that asks for no password."""
    settings = StoreSettings(bolt_uri=uri)
    return Engine("neo4j", settings, {"ZHITU_BOLT_URI": uri}, lambda: neo4j.GraphDatabase.driver(uri, **QUIET))


def embedded_in(folder: Path) -> Engine:
    """The embedded engine, which the bare driver reaches through the process that owns it."""

    def driver() -> neo4j.Driver:
        owner = owner_of(folder)
        assert owner is not None
        address = f"bolt://127.0.0.1:{owner.port}"
        return neo4j.GraphDatabase.driver(address, auth=(owner.user, owner.password), **QUIET)

    environment = {"ZHITU_STORE": str(folder), "ZHITU_BOLT_URI": ""}
    return Engine("embedded", StoreSettings(folder=folder), environment, driver)


def by_driver(driver: neo4j.Driver, query: str, values: Values, *, managed: bool) -> Callable[[], object]:
    """The same words through the driver alone, its rows as JSON."""
    cypher, given = f"{catalogue.load()[query].cypher}\nLIMIT $limit", {**values, "limit": LIMIT}

    def ask() -> bytes:
        with driver.session(default_access_mode="READ") as session:
            if managed:
                found = session.execute_read(lambda work: work.run(cypher, given).data())
            else:
                found = session.run(cypher, given).data()
        return orjson.dumps(found)

    return ask


def sqlite(file: Path, query: str, rows: list[dict[str, object]]) -> None:
    """The rows as a table of their own."""
    columns = list(rows[0])
    with sqlite3.connect(file) as connection:
        connection.execute(f"CREATE TABLE {query} ({', '.join(f'[{name}]' for name in columns)})")
        flat = [[orjson.dumps(v).decode() if isinstance(v, list) else v for v in row.values()] for row in rows]
        connection.executemany(f"INSERT INTO {query} VALUES ({', '.join('?' * len(columns))})", flat)  # noqa: S608


def loaded(engine: Engine, tables: Path) -> dict[str, Values]:
    """The parameters of each query as they are applied; loads the graph, and its answers into SQLite."""
    queries, values = catalogue.load(), {}
    with open_store(engine.settings) as store:
        load([BRIEFINGS], store)
        for name, given in ASKED.items():
            values[name] = coerce(queries[name].header, given, StoreResolver(store))
            sqlite(tables, name, run(queries[name], values[name], store).rows)
    return values


def measure(engine: Engine, values: dict[str, Values], requests: int, clients: int) -> None:
    """Print the figures of one engine."""
    port = free_port()
    serve = [sys.executable, "-c", "from app.cli import main; main()", "serve", "--port", str(port)]
    print(f"{engine.name}")
    with listening(serve, port, "/readyz", **engine.environment) as api, engine.driver() as driver:
        for name, given in ASKED.items():
            address = f"/v1/q/{name}" + (f"?{urlencode(given)}" if given else "")
            held = {"If-None-Match": str(api.get(address)["etag"])}
            bare = [by_driver(driver, name, values[name], managed=managed) for managed in (True, False)]
            ours = [partial(api.get, address), partial(api.get, address, held)]
            managed, single, whole, kept = timed([*bare, *ours], requests, clients)
            print(f"{name}\n  driver, managed {managed}\n  driver, single  {single}")
            print(f"  /v1/q           {whole}   {whole.p50 / managed.p50:.2f} x, {whole.p50 / single.p50:.2f} x")
            print(f"  304             {kept}")
        (alive,) = timed([partial(api.get, "/healthz")], requests, clients)
        print(f"  /healthz        {alive}   without the graph")


def beside(tables: Path, requests: int, clients: int) -> None:
    """Print the figures of datasette."""
    if importlib.util.find_spec("datasette") is None:
        print("datasette is not installed: pip install datasette==0.65.5")
        return
    port = free_port()
    command = [sys.executable, "-m", "datasette", "serve", "--port", str(port), str(tables)]
    with listening(command, port, "/-/versions.json") as peer:
        for name in ASKED:
            (read,) = timed([partial(peer.get, f"/{tables.stem}/{name}.json?_shape=objects")], requests, clients)
            print(f"datasette {name:22} {read}")


def main() -> None:
    """Measure over a server of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=400)
    parser.add_argument("--clients", type=int, default=8)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        server = Server(folder / "neo4j", free_port())
        server.start()
        try:
            engine = neo4j_at(server.uri)
            measure(engine, loaded(engine, folder / "neo4j.db"), asked.requests, asked.clients)
        finally:
            server.stop()
        engine = embedded_in(folder / "store")
        measure(engine, loaded(engine, folder / "rows.db"), asked.requests, asked.clients)
        beside(folder / "rows.db", asked.requests, asked.clients)


if __name__ == "__main__":
    main()
