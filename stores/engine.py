"""ArcadeDB inside this process: files, users, ports and settings that make it a private, durable, bounded store."""

import base64
import hashlib
import json
import os
import secrets
import shutil
import socket
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from stores.errors import StoreError

DATABASE = "zhitu"
DATABASES = "databases"  # folder of its files, in the store's
ADMIN = "root"  # the name that the engine itself gives its first user
READER = "reader"
LOOPBACK = "127.0.0.1"
RECORDS = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
# Passwords here are random and live for one run: stretching them would only make every connection slower.
ITERATIONS = 1000
ATTEMPTS = 5  # a port may be taken between finding it free and listening on it


@dataclass(slots=True)
class Engine:
    """A running engine and how to reach it."""

    server: Any = field(repr=False)
    database: Any = field(repr=False)
    port: int
    """Of the Bolt listener."""
    admin_password: str = field(repr=False)
    reader_password: str = field(repr=False)
    _declared: set[str] = field(default_factory=set, repr=False)

    def sql(self, statement: str) -> None:
        """Run a statement in the engine's own language: for full-text indexes there is no Cypher."""
        self.database.command("sql", statement)

    def records(self, label: str, key: str, values: Sequence[str]) -> list[tuple[str, str]]:
        """The values of a key that nodes of a label have, and the engine's own id of each."""
        found = f"UNWIND $values AS value MATCH (n:{label} {{{key}: value}}) RETURN value, elementId(n) AS record"
        rows = self.database.query("opencypher", found, {"values": list(values)})
        return [(row.get("value"), row.get("record")) for row in rows]

    def declare(self, kind: Literal["VERTEX", "EDGE"], types: Iterable[str]) -> None:
        """Make types that are missing."""
        for name in sorted(set(types) - self._declared):
            self.sql(f"CREATE {kind} TYPE {name} IF NOT EXISTS")
            self._declared.add(name)

    @contextmanager
    def creating(self) -> Iterator[Any]:
        """The engine's batch, which makes vertices and edges and commits every thousand. Raises StoreError."""
        try:
            with self.database.graph_batch(use_wal=True, bidirectional=True, light_edges=False) as batch:
                yield batch
        except import_module("arcadedb").ArcadeDBError as error:
            raise StoreError(f"the embedded engine cannot write: {error}") from error

    def stop(self) -> None:
        """Write everything out and stop."""
        self.server.stop()


def start(folder: Path, statement_timeout: float) -> Engine:
    """Start the engine over a folder that this process owns; no statement runs longer than `statement_timeout` seconds.

    Raises StoreError with the engine's reason where it does not start.
    """
    arcadedb = import_module("arcadedb")
    run = folder / "run"
    shutil.rmtree(run, ignore_errors=True)  # users and settings of the last run
    admin, reader = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
    _write_users(run / "config", {ADMIN: admin, READER: reader})
    with _logging_to(folder / "log"):
        server, port = _listening(arcadedb, folder, run, admin)
    try:
        database = server.create_database(DATABASE)
        # Else a commit is in the system's hands only, and a power cut takes it.
        database.set_wal_flush("yes_full")
        engine = Engine(server, database, port, admin, reader)
        for name, value in _database_settings(statement_timeout).items():
            engine.sql(f"ALTER DATABASE `{name}` {value}")
    except arcadedb.ArcadeDBError as error:
        server.stop()
        raise StoreError(f"{folder}: the embedded engine cannot open its database: {error}") from error
    return engine


def remove_databases(folder: Path) -> None:
    """Remove what a stopped engine kept in the folder, if it did."""
    if (folder / DATABASES).exists():
        shutil.rmtree(folder / DATABASES)


def _database_settings(statement_timeout: float) -> dict[str, str]:
    """Given to the server instead of the database, these have no effect (tried with 26.11.1.dev2)."""
    return {
        "arcadedb.command.timeout": str(max(1, round(statement_timeout * 1000))),
        "arcadedb.opencypher.loadCsv.allowFileUrls": "false",
        "arcadedb.opencypher.loadCsv.allowRemoteUrls": "false",
    }


@contextmanager
def _logging_to(folder: Path) -> Iterator[None]:
    """The engine asks once, when first called, where to log: into the store, and not to standard output.

    It can be told by the environment only; that is put back, for it would be handed on to other processes.
    """
    wanted = {"ARCADEDB_LOG_CONSOLE": "0", "ARCADEDB_LOG_DIR": str(folder)}
    ours = {name: value for name, value in wanted.items() if name not in os.environ}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name in ours:
            os.environ.pop(name, None)


def _listening(arcadedb: Any, folder: Path, run: Path, password: str) -> tuple[Any, int]:
    for attempt in range(ATTEMPTS):
        http, bolt = _free_ports()
        config = {
            "host": LOOPBACK,
            "http_port": http,
            "bolt.port": bolt,
            "server.plugins": "BoltProtocolPlugin",
            "server.databaseDirectory": str(folder / DATABASES),
            "server.configDirectory": str(run / "config"),
        }
        server = arcadedb.create_server(str(run), password, config)
        try:
            server.start()
        except arcadedb.ArcadeDBError as error:
            if attempt + 1 == ATTEMPTS:
                raise StoreError(f"{folder}: the embedded engine does not start: {error}") from error
        else:
            return server, bolt
    raise AssertionError


def _free_ports() -> tuple[int, int]:
    with socket.socket() as first, socket.socket() as second:
        first.bind((LOOPBACK, 0))
        second.bind((LOOPBACK, 0))
        return first.getsockname()[1], second.getsockname()[1]


def _write_users(config: Path, passwords: dict[str, str]) -> None:
    """Two users: one may do everything, the other read. With the second, reads cannot write whatever they say."""
    config.mkdir(mode=0o700, parents=True)
    groups = {
        ADMIN: _group(["updateSecurity", "updateSchema", "updateDatabaseSettings"], RECORDS),
        READER: _group([], ["readRecord"]),
        "*": _group([], []),
    }
    users = [
        {"name": name, "databases": {"*": [name]}, "password": _hash(password)} for name, password in passwords.items()
    ]
    _private(config / "server-groups.json", json.dumps({"version": 2, "databases": {"*": {"groups": groups}}}))
    _private(config / "server-users.jsonl", "".join(json.dumps(user) + "\n" for user in users))
    _private(config / "mcp-config.json", json.dumps({"enabled": False, "allowedUsers": []}))


def _group(access: list[str], records: list[str]) -> dict[str, object]:
    return {"resultSetLimit": -1, "readTimeout": -1, "access": access, "types": {"*": {"access": records}}}


def _hash(password: str) -> str:
    """As the engine keeps it: the salt is used as printed, not as the bytes it stands for."""
    salt = base64.b64encode(secrets.token_bytes(32)).decode()
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), ITERATIONS, 32)
    return f"PBKDF2WithHmacSHA256${ITERATIONS}${salt}${base64.b64encode(digest).decode()}"


def _private(path: Path, text: str) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
