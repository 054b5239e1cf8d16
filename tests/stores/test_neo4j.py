"""What is Neo4j's own: READ mode, a server that goes and comes back, writers at once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from graph_schema.derive import Key
from stores.errors import AccessRefused, StoreUnavailable, WriteRefused
from stores.neo4j import Neo4jStore
from stores.open import open_store
from stores.records import Table
from stores.settings import StoreSettings
from stores.store import Store
from tests.conftest import neo4j_settings, without_server
from tests.neo4j_server.server import NoServer, Server, free_port


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server that a test may stop."""
    server = Server(tmp_path / "neo4j", free_port())
    try:
        server.start()
    except NoServer as error:
        without_server(str(error))
    yield server
    server.stop()


@pytest.mark.parametrize(
    "cypher",
    ["CREATE (:Goal {id: 'goal:a'})", "MATCH (n) DETACH DELETE n", "CREATE INDEX more FOR (g:Goal) ON (g.name)"],
)
def test_reads_cannot_write_even_where_the_words_were_not_checked(
    neo4j_store: Store, cypher: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stores.bolt.refuse_writes", lambda _: None)
    with pytest.raises(WriteRefused):
        neo4j_store.read(cypher)


def test_writers_at_once_all_succeed_and_count(neo4j_store: Store) -> None:
    def add(number: int) -> None:
        neo4j_store.write(lambda transaction: transaction.run("CREATE (:Goal {id: $id})", {"id": number}))

    add(0)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(1, 40)))
    assert neo4j_store.read("MATCH (g:Goal) RETURN count(g)").rows == [(40,)]
    assert neo4j_store.version().version == 40


def test_preparing_at_once_makes_each_index_once(neo4j_store: Store, neo4j_uri: str) -> None:
    def prepare(_: int) -> None:
        with open_store(neo4j_settings(neo4j_uri)) as store:
            started.wait()
            store.prepare(keys, [key.label for key in keys], looked_up)

    assert isinstance(neo4j_store, Neo4jStore)
    keys = [Key(f"Hasty{number}", "id") for number in range(8)]
    looked_up = [Key(key.label, "name") for key in keys]
    started = Barrier(4)
    names = {f"{key.label}_{key.property}" for key in [*keys, *looked_up]} | {f"search_{key.label}" for key in keys}
    try:
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(prepare, range(4)))
        with neo4j_store._writing() as session:
            made = [record["name"] for record in session.run("SHOW INDEXES YIELD name")]
        assert sorted(name for name in made if "Hasty" in name) == sorted(names)
    finally:
        for key in keys:
            for rule in (f"CONSTRAINT {key.label}_id", f"INDEX {key.label}_name", f"INDEX search_{key.label}"):
                neo4j_store._define(f"DROP {rule} IF EXISTS")


def test_server_that_is_away_is_asked_twice_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second attempt opens connections of its own; nothing waits for the server to come."""
    asked: list[str] = []
    once = Neo4jStore._read_once

    def counted(store: Neo4jStore, cypher: str, *rest: Any) -> Table:
        asked.append(cypher)
        return once(store, cypher, *rest)

    monkeypatch.setattr(Neo4jStore, "_read_once", counted)
    settings = StoreSettings(bolt_uri=f"bolt://127.0.0.1:{free_port()}")
    with open_store(settings) as store, pytest.raises(StoreUnavailable, match="not reachable"):
        store.read("RETURN 1 AS one")
    assert asked == ["RETURN 1 AS one"] * 2


def test_host_that_does_not_exist_is_unavailable() -> None:
    settings = StoreSettings(bolt_uri="bolt://nonesuch.invalid:7687")
    with open_store(settings) as store, pytest.raises(StoreUnavailable, match="nonesuch"):
        store.read("RETURN 1 AS one")


def test_unknown_database_is_refused(neo4j_uri: str) -> None:
    settings = replace(neo4j_settings(neo4j_uri), database="nonesuch")
    with open_store(settings) as store, pytest.raises(AccessRefused, match="nonesuch"):
        store.read("RETURN 1 AS one")


def test_store_recovers_when_the_server_comes_back(own_server: Server) -> None:
    with open_store(StoreSettings(bolt_uri=own_server.uri, retry_time=1)) as store:

        def write() -> None:
            store.write(lambda transaction: transaction.run("MERGE (g:Goal {id: 'goal:a'}) SET g.name = 'a'"))

        write()
        own_server.stop()
        with pytest.raises(StoreUnavailable):
            store.version()
        with pytest.raises(StoreUnavailable):
            write()
        own_server.start()
        assert store.version().version == 1
        write()
        assert store.version().version == 2
