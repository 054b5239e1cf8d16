"""Time `/v1/q/…` beside the same query by the bare driver, and beside datasette serving the same rows.

usage: python -m benchmarks.api [--requests N] [--clients C]

All on this machine, over the example corpus on the Neo4j that the tests use; datasette where it is installed. One
client asks N times (p50, p95), then C ask N times together (requests a second). 304s are asked with the ETag at hand.
The client is the standard library's, one connection a thread: what a richer one costs would hide what is measured.
"""

import argparse
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from typing import cast
from urllib.parse import urlencode

import neo4j
import orjson

from app.queries import catalogue
from app.queries.parameters import coerce
from app.queries.references import StoreResolver
from app.queries.running import run
from loaders.load import load
from stores.open import open_store
from stores.settings import StoreSettings
from tests.neo4j_server.server import Server, free_port

BRIEFINGS = Path(__file__).parent.parent / "examples" / "briefings"
ASKED = {"goals": {}, "measures_for_goal": {"goal": "goal:food-safety"}, "targets_and_results": {"year": "2022"}}
WARM = 50
LIMIT = 101  # what a page of 100 costs: one row more tells whether there are more


@dataclass(frozen=True, slots=True)
class Timed:
    """How long one request takes in milliseconds, and how many are answered in a second."""

    p50: float
    p95: float
    a_second: float

    def __str__(self) -> str:
        return f"p50 {self.p50:7.2f} ms   p95 {self.p95:7.2f} ms   {self.a_second:7.0f} requests/s"


def timed(ask: Callable[[], object], requests: int, clients: int) -> Timed:
    """Ask again and again, alone and together."""
    for _ in range(WARM):
        ask()
    took = []
    for _ in range(requests):
        begun = time.perf_counter()
        ask()
        took.append(1000 * (time.perf_counter() - begun))
    begun = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(lambda _: ask(), range(requests)))
    whole = time.perf_counter() - begun
    return Timed(statistics.median(took), statistics.quantiles(took, n=20)[-1], requests / whole)


class Client:
    """Asks one server; each thread keeps a connection of its own."""

    def __init__(self, port: int) -> None:
        self._port, self._own = port, threading.local()

    def get(self, address: str, headers: dict[str, str] | None = None) -> HTTPMessage:
        """The headers of an answer, whose body is read. Raises OSError, and RuntimeError if it is refused."""
        if not hasattr(self._own, "connection"):
            self._own.connection = HTTPConnection("127.0.0.1", self._port, timeout=30)
        try:
            self._own.connection.request("GET", address, headers=headers or {})
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


def by_driver(uri: str, query: str, values: dict[str, object]) -> Callable[[], object]:
    """The same words through the driver alone, its rows as JSON."""
    driver = neo4j.GraphDatabase.driver(uri, notifications_min_severity="OFF")
    cypher = f"{catalogue.load()[query].cypher}\nLIMIT $limit"

    def ask() -> bytes:
        with driver.session(default_access_mode="READ") as session:
            found = session.execute_read(lambda work: work.run(cypher, {**values, "limit": LIMIT}).data())
        return orjson.dumps(found)

    return ask


def sqlite(file: Path, query: str, rows: list[dict[str, object]]) -> None:
    """The rows as a table of their own."""
    columns = list(rows[0])
    with sqlite3.connect(file) as connection:
        connection.execute(f"CREATE TABLE {query} ({', '.join(f'[{name}]' for name in columns)})")
        flat = [[orjson.dumps(v).decode() if isinstance(v, list) else v for v in row.values()] for row in rows]
        connection.executemany(f"INSERT INTO {query} VALUES ({', '.join('?' * len(columns))})", flat)  # noqa: S608


def measure(uri: str, folder: Path, requests: int, clients: int) -> None:
    """Print every figure."""
    queries, tables, values = catalogue.load(), folder / "rows.db", {}
    with open_store(StoreSettings(bolt_uri=uri)) as store:
        load([BRIEFINGS], store)
        for name, given in ASKED.items():
            values[name] = coerce(queries[name].header, given, StoreResolver(store))
            sqlite(tables, name, run(queries[name], values[name], store).rows)
    port, other = free_port(), free_port()
    serve = [sys.executable, "-m", "uvicorn", "--factory", "app.main:from_environment", "--port", str(port)]
    with listening([*serve, "--log-level", "warning"], port, "/readyz", ZHITU_BOLT_URI=uri) as api:
        for name, given in ASKED.items():
            address = f"/v1/q/{name}" + (f"?{urlencode(given)}" if given else "")
            held = {"If-None-Match": str(api.get(address)["etag"])}
            bare = timed(by_driver(uri, name, dict(values[name])), requests, clients)
            whole = timed(partial(api.get, address), requests, clients)
            kept = timed(partial(api.get, address, held), requests, clients)
            print(f"{name}\n  bare driver  {bare}\n  /v1/q        {whole}   {whole.p50 / bare.p50:.2f} x")
            print(f"  304          {kept}")
        print(f"/healthz       {timed(partial(api.get, '/healthz'), requests, clients)}   without the graph")
    if shutil.which("datasette", path=str(Path(sys.executable).parent)) is None:
        print("datasette is not installed: pip install datasette==0.65.5")
        return
    command = [sys.executable, "-m", "datasette", "serve", "--port", str(other), str(tables)]
    with listening(command, other, "/-/versions.json") as peer:
        for name in ASKED:
            asked = partial(peer.get, f"/rows/{name}.json?_shape=objects")
            print(f"datasette {name:22} {timed(asked, requests, clients)}")


def main() -> None:
    """Measure over a server of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=400)
    parser.add_argument("--clients", type=int, default=8)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "neo4j", free_port())
        server.start()
        try:
            measure(server.uri, Path(folder), asked.requests, asked.clients)
        finally:
            server.stop()


if __name__ == "__main__":
    main()
