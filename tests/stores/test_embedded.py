"""The embedded engine: what it must keep, what it must not do, and how it is kept quiet."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import cast

import pytest

from stores.embedded import EmbeddedStore
from stores.errors import QueryTimeout, StoreError
from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Store, Transaction
from tests.stores.processes import run, running

ENDLESS = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a * b % 7 = 1 RETURN count(*)"
COUNT = "MATCH (n:Goal) RETURN count(n)"


@pytest.fixture
def hasty_store(tmp_path: Path) -> Iterator[Store]:
    """A store whose statements may run for half a second."""
    with open_store(StoreSettings(folder=tmp_path / "store", query_timeout=0.5)) as store:
        yield store


def test_committed_writes_survive_a_kill(tmp_path: Path) -> None:
    program = (
        "for number in range(200):\n"
        "    store.write(lambda transaction: transaction.run('CREATE (:Goal {id: $id})', {'id': f'goal:{number}'}))\n"
    )
    with running(program, tmp_path) as owner:
        owner.kill()
        owner.wait()
    with open_store(StoreSettings(folder=tmp_path)) as store:
        assert store.read(COUNT).rows == [(200,)]
        assert store.version().version == 200


def test_kill_within_a_transaction_leaves_nothing_of_it(tmp_path: Path) -> None:
    program = (
        "def work(transaction):\n"
        "    transaction.run('UNWIND range(1, 5000) AS i CREATE (:Goal {id: i})')\n"
        "    print('so far', flush=True)\n"
        "    time.sleep(60)\n"
        "store.write(work)\n"
    )
    with running(program, tmp_path) as owner:
        owner.kill()
        owner.wait()
    with open_store(StoreSettings(folder=tmp_path)) as store:
        assert store.read(COUNT).rows == [(0,)]


def test_statement_of_a_write_is_stopped_and_leaves_nothing(hasty_store: Store) -> None:
    def work(transaction: Transaction) -> None:
        transaction.run("UNWIND range(1, 100) AS i CREATE (:Goal {id: i})")
        transaction.run("UNWIND range(1, 1000000) AS a UNWIND range(1, 100) AS b CREATE (:Goal {id: -a})")

    with pytest.raises(QueryTimeout):
        hasty_store.write(work)
    assert hasty_store.read(COUNT).rows == [(0,)]


def test_many_short_statements_may_take_longer_than_one(hasty_store: Store) -> None:
    def work(transaction: Transaction) -> None:
        for start in range(0, 60000, 2000):
            transaction.run("UNWIND range($start, $start + 1999) AS i CREATE (:Goal {id: i})", {"start": start})

    hasty_store.write(work)
    assert hasty_store.read(COUNT).rows == [(60000,)]


def test_engine_itself_stops_a_read(hasty_store: Store) -> None:
    with pytest.raises(QueryTimeout, match="command exceeded"):
        hasty_store.read(ENDLESS)


def test_stream_ends_at_the_time_out_while_it_is_used(hasty_store: Store) -> None:
    with (
        pytest.raises(QueryTimeout),
        hasty_store.stream("UNWIND range(1, 100000) AS a UNWIND range(1, 1000) AS b RETURN a") as rows,
    ):
        for _ in rows:
            pass


def test_reader_keeps_to_the_time_out_of_the_owner(hasty_store: Store, tmp_path: Path) -> None:
    settings = StoreSettings(folder=tmp_path / "store", query_timeout=20)
    assert hasty_store.engine == "embedded"
    with open_store(settings, role="reader") as reader, pytest.raises(QueryTimeout, match="command exceeded"):
        reader.read(ENDLESS)


@pytest.mark.parametrize("address", ["file:///etc/hostname", "https://example.org/rows.csv"])
def test_load_csv_is_off_even_for_who_may_write(embedded_store: Store, address: str) -> None:
    cypher = "LOAD CSV FROM $address AS line RETURN line"
    with pytest.raises(StoreError, match="disabled"):
        embedded_store.write(lambda transaction: transaction.run(cypher, {"address": address}))


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (:Goal {id: 'goal:b'})",
        "CREATE (:Unheard {id: 'x'})",
        "MATCH (g:Goal) SET g.name = 'b'",
        "MATCH (g:Goal) REMOVE g.id",
        "MATCH (g:Goal) DETACH DELETE g",
        "MERGE (g:Goal {id: 'goal:b'}) RETURN g",
        "CREATE CONSTRAINT more FOR (g:Goal) REQUIRE g.name IS UNIQUE",
        "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
    ],
)
def test_reads_cannot_write_even_where_the_words_were_not_checked(
    embedded_store: Store, cypher: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedded_store.write(lambda transaction: transaction.run("CREATE (:Goal {id: 'goal:a'})"))
    monkeypatch.setattr("stores.bolt.refuse_writes", lambda _: None)
    with pytest.raises(StoreError):
        embedded_store.read(cypher)
    left = embedded_store.read("MATCH (n) WHERE NOT n:Graph RETURN n.id AS id, n.name AS name").rows
    assert left == [("goal:a", None)]


def test_nothing_is_printed(tmp_path: Path) -> None:
    program = (
        "print('before')\n"
        "store.prepare([], ['Goal'])\n"
        "store.write(lambda transaction: transaction.run('CREATE (:Goal {id: 1})'))\n"
        "store.close()\n"
        "print('after')\n"
    )
    done = run(program, tmp_path)
    assert (done.stdout, done.stderr, done.returncode) == ("before\nafter\n", "", 0)


def test_engine_logs_into_its_store(tmp_path: Path) -> None:
    run("store.close()", tmp_path)
    assert list((tmp_path / "log").glob("arcadedb.log*"))


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_only_the_loopback_interface_is_listened_on(embedded_store: Store) -> None:
    assert embedded_store.engine == "embedded"
    loopback = {"0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000"}
    listening = own_listeners()
    assert len(listening) >= 2
    assert {address for address, _ in listening} <= loopback


def test_protocol_for_language_models_is_off(embedded_store: Store, tmp_path: Path) -> None:
    assert embedded_store.engine == "embedded"
    assert '"enabled": false' in (tmp_path / "store" / "run" / "config" / "mcp-config.json").read_text()


def test_writers_of_one_process_take_turns(embedded_store: Store) -> None:
    def add(number: int) -> None:
        embedded_store.write(lambda transaction: transaction.run("CREATE (:Goal {id: $id})", {"id": number}))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(80)))
    assert embedded_store.read(COUNT).rows == [(80,)]
    assert embedded_store.version().version == 80


def test_files_that_cannot_be_opened_are_reported_and_given_free(tmp_path: Path) -> None:
    with open_store(StoreSettings(folder=tmp_path)):
        pass
    (tmp_path / "databases").rename(tmp_path / "aside")
    (tmp_path / "databases").write_text("not a folder")
    with pytest.raises(StoreError, match=str(tmp_path)):
        open_store(StoreSettings(folder=tmp_path))
    (tmp_path / "databases").unlink()
    (tmp_path / "aside").rename(tmp_path / "databases")
    with open_store(StoreSettings(folder=tmp_path)) as store:
        assert store.read("RETURN 1 AS one").rows == [(1,)]


def own_listeners() -> list[tuple[str, str]]:
    """Address and port, both hexadecimal, of the sockets that this process listens on."""
    inodes = set()
    for entry in Path("/proc/self/fd").iterdir():
        try:
            inodes.add(str(entry.readlink()))
        except OSError:
            continue
    found = []
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/self/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and f"socket:[{fields[9]}]" in inodes:
                address, _, port = fields[1].partition(":")
                found.append((address, port))
    return found


def test_embedded_store_shows_no_secret(embedded_store: Store) -> None:
    store = cast("EmbeddedStore", embedded_store)
    assert store._engine.admin_password not in repr(store._engine)


def test_the_version_is_not_asked_for_between_two_writes(
    embedded_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_goal(embedded_store, 1)
    before = embedded_store.version()
    monkeypatch.setattr(embedded_store, "read", None)
    assert embedded_store.version() == before
    assert before.version == 1


def test_a_write_that_has_returned_is_in_the_version_that_others_see(embedded_store: Store) -> None:
    done, over = 0, False

    def look() -> None:
        last = 0
        while not over:
            least = done
            last, seen = embedded_store.version().version, last
            assert last >= max(least, seen)

    with ThreadPoolExecutor(3) as pool:
        looking = [pool.submit(look) for _ in range(3)]
        for number in range(60):
            add_goal(embedded_store, number)
            done += 1
        over = True
        for each in looking:
            each.result()
    assert embedded_store.version().version == 60


def test_a_write_that_fails_leaves_the_version(embedded_store: Store) -> None:
    add_goal(embedded_store, 1)
    with pytest.raises(StoreError):
        embedded_store.write(lambda transaction: transaction.run("CREATE (:Goal {id: no_such_thing})"))
    assert embedded_store.version().version == 1


def test_an_emptied_store_begins_at_version_0(embedded_store: Store) -> None:
    add_goal(embedded_store, 1)
    assert embedded_store.version().version == 1
    embedded_store.reset()
    assert embedded_store.version().version == 0


def add_goal(store: Store, number: int) -> None:
    store.write(lambda transaction: transaction.run("CREATE (:Goal {id: $id})", {"id": f"goal:{number}"}))
