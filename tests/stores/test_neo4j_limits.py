"""What a server refuses to go on with: a transaction that needs too much memory, one that its keeper ends."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import neo4j
import pytest

from stores.errors import StoreUnavailable, TransactionTooLarge
from stores.open import open_store
from stores.store import Store, Transaction
from tests.stores.guarded import MEMORY, PASSWORD, Guarded

# Both have to hold all of it at once.
TOO_MUCH = "UNWIND range(1, 10000000) AS n WITH n ORDER BY -n RETURN n"
TOO_MANY = "UNWIND range(1, 10000000) AS n CREATE (:Goal {id: n})"
ENDLESS = "UNWIND range(1, 1000000) AS n UNWIND range(1, 1000000) AS m RETURN count(n * m)"
RUNNING = "SHOW TRANSACTIONS YIELD transactionId AS id, currentQuery WHERE currentQuery STARTS WITH 'UNWIND' RETURN id"


@pytest.fixture
def store(guarded: Guarded) -> Iterator[Store]:
    with open_store(guarded.settings("bolt+s", ZHITU_QUERY_TIMEOUT="300")) as opened:
        yield opened


def test_a_read_that_needs_too_much_memory_is_told_so_with_what_to_do(store: Store) -> None:
    with pytest.raises(TransactionTooLarge, match=f"{MEMORY}") as caught:
        store.read(TOO_MUCH, limit=1)
    assert "narrow it down" in str(caught.value)
    assert "请缩小范围" in str(caught.value)


def test_a_write_that_needs_too_much_memory_is_not_tried_again_and_leaves_nothing(store: Store) -> None:
    tried = []

    def work(transaction: Transaction) -> None:
        tried.append(1)
        transaction.run(TOO_MANY)

    with pytest.raises(TransactionTooLarge):
        store.write(work)
    assert tried == [1]
    assert store.read("MATCH (g:Goal) RETURN count(g)").rows == [(0,)]


def test_a_statement_that_is_ended_on_the_server_can_be_asked_again(store: Store, guarded: Guarded) -> None:
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(store.read, ENDLESS)
        end_all(guarded)
        with pytest.raises(StoreUnavailable, match="ended the transaction"):
            asked.result()


def end_all(guarded: Guarded) -> None:
    """What a server's keeper does in Neo4j's own tools, once there is something to end."""
    uri = f"bolt+ssc://127.0.0.1:{guarded.port}"
    with neo4j.GraphDatabase.driver(uri, auth=("neo4j", PASSWORD)) as driver:
        while not (found := driver.execute_query(RUNNING).records):
            pass
        for record in found:
            driver.execute_query("TERMINATE TRANSACTION $id", id=record["id"])
