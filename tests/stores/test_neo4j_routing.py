"""An address that leads to several servers: reads follow the writes before them, and do not wait for ever.

The one server here answers for itself when it is asked for a routing table, as every server of a cluster does.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Sequence

import neo4j
import pytest
from neo4j.api import BookmarkManager, Bookmarks

from stores.errors import StoreBehind
from stores.neo4j import Neo4jStore
from tests.conftest import neo4j_settings
from tests.stores.guarded import Guarded

GOALS = "MATCH (g:Goal) RETURN count(g) AS goals"


@pytest.fixture
def routed(guarded: Guarded) -> Iterator[Neo4jStore]:
    """An empty store by way of a routing table, on a server that lets nobody wait longer than a second."""
    settings = guarded.settings("neo4j+s", ZHITU_RETRY_TIME="1")
    with Neo4jStore(str(settings.bolt_uri), settings) as store:
        yield store
        store.reset()


def bookmarks(store: Neo4jStore) -> BookmarkManager:
    assert store.bookmarks is not None
    return store.bookmarks


def seen(store: Neo4jStore) -> set[str]:
    """What the next transaction waits for."""
    return set(bookmarks(store).get_bookmarks())


def add_goal(store: Neo4jStore) -> None:
    store.write(lambda transaction: transaction.run("CREATE (:Goal {id: randomUUID()})"))


def streamed(store: Neo4jStore) -> list[tuple[int, ...]]:
    with store.stream(GOALS) as rows:
        return list(rows)


def ahead(bookmark: str) -> str:
    """A bookmark of the same database, of a transaction that it has not come to.

    Bookmarks are opaque to programs. Here: a list of the database's id (19 bytes with what goes before), the number of
    the transaction (PackStream), and an empty list.
    """
    kind, _, coded = bookmark.partition(":")
    packed = b64decode(coded + "=" * (-len(coded) % 4))
    later = packed[:19] + b"\xc9\x7f\xff" + packed[-1:]
    return f"{kind}:{b64encode(later).decode().rstrip('=')}"


def put_back(store: Neo4jStore) -> None:
    """Let the store have seen more than the graph holds, as when an older copy was put in its place meanwhile."""
    add_goal(store)
    bookmarks(store).update_bookmarks(seen(store), [ahead(each) for each in seen(store)])


@pytest.mark.parametrize("scheme", ["neo4j", "neo4j+s"])
def test_what_is_written_is_what_the_next_read_waits_for(
    scheme: str, request: pytest.FixtureRequest, guarded: Guarded
) -> None:
    if scheme == "neo4j":
        settings = neo4j_settings(request.getfixturevalue("neo4j_uri").replace("bolt:", "neo4j:"))
    else:
        settings = guarded.settings(scheme)
    with Neo4jStore(str(settings.bolt_uri), settings) as store:
        told = set()
        for number in range(1, 4):
            add_goal(store)
            told |= seen(store)
            assert store.read(GOALS).rows == [(number,)]
        store.reset()
    assert len(told) == 3


def test_one_server_is_asked_without_waiting(guarded: Guarded) -> None:
    settings = guarded.settings("bolt+s")
    with Neo4jStore(str(settings.bolt_uri), settings) as store:
        assert store.bookmarks is None


@pytest.mark.parametrize("ask", [lambda store: store.read(GOALS).rows, streamed], ids=["read", "stream"])
def test_a_read_that_waits_in_vain_goes_on_from_where_the_graph_stands(
    routed: Neo4jStore, ask: Callable[[Neo4jStore], Sequence[tuple[int, ...]]]
) -> None:
    put_back(routed)
    waited_for = seen(routed)
    assert ask(routed) == [(1,)]
    assert seen(routed)
    assert not seen(routed) & waited_for


def test_so_does_a_write(routed: Neo4jStore) -> None:
    put_back(routed)
    add_goal(routed)
    assert routed.read(GOALS).rows == [(2,)]


def test_a_server_that_lags_behind_is_unavailable(routed: Neo4jStore) -> None:
    put_back(routed)
    for_ever = Bookmarks.from_raw_values(seen(routed))
    routed.bookmarks = neo4j.GraphDatabase.bookmark_manager(bookmarks_supplier=lambda: for_ever)
    with pytest.raises(StoreBehind, match="not up to the requested"):
        routed.read(GOALS)
    routed.bookmarks = None
