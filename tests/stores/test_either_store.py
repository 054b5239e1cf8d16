"""What a store does, on both engines."""

from dataclasses import dataclass
from datetime import date

import pytest

from stores.errors import ConstraintViolated, QueryError, QueryTimeout, StoreError, WriteRefused
from stores.records import GraphNode, GraphPath, GraphRelationship, GraphVersion
from stores.store import Store, Transaction

ENDLESS = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a * b % 7 = 1 RETURN count(*)"


@dataclass(frozen=True)
class Key:
    label: str
    property: str = "id"


def add(store: Store, cypher: str, **parameters: object) -> None:
    store.write(lambda transaction: transaction.run(cypher, parameters))


def count(store: Store) -> int:
    """How many nodes there are, the version's own left out."""
    return int(store.read("MATCH (n) WHERE NOT n:Graph RETURN count(n)").rows[0][0])


def test_rows_come_in_order_with_their_columns(either_store: Store) -> None:
    table = either_store.read("UNWIND $items AS i RETURN i AS item, i * 2 AS twice ORDER BY i DESC", {"items": [1, 2]})
    assert (table.columns, table.rows, table.truncated) == (("item", "twice"), [(2, 4), (1, 2)], False)


@pytest.mark.parametrize(("limit", "truncated"), [(2, True), (3, False), (4, False)])
def test_limit_says_whether_there_was_more(either_store: Store, limit: int, truncated: bool) -> None:
    table = either_store.read("UNWIND range(1, 3) AS i RETURN i", limit=limit)
    assert (len(table.rows), table.truncated) == (min(limit, 3), truncated)


def test_stream_gives_every_row(either_store: Store) -> None:
    with either_store.stream("UNWIND range(1, 5000) AS i RETURN i") as rows:
        assert rows.columns == ("i",)
        assert sum(1 for _ in rows) == 5000


def test_stream_may_be_left_early(either_store: Store) -> None:
    with either_store.stream("UNWIND range(1, 100000) AS i RETURN i") as rows:
        assert next(iter(rows)) == (1,)
    assert either_store.read("RETURN 1 AS one").rows == [(1,)]


def test_nodes_relationships_and_paths_are_records(either_store: Store) -> None:
    add(
        either_store,
        "CREATE (:Plan {id: 'plan:a'})-[:SERVES {quote: 'a'}]->(:Goal {id: 'goal:b', aliases: ['x']})",
    )
    (row,) = either_store.read("MATCH path = (p:Plan)-[r:SERVES]->(g:Goal) RETURN p, r, path").rows
    plan = GraphNode(("Plan",), {"id": "plan:a"})
    goal = GraphNode(("Goal",), {"id": "goal:b", "aliases": ["x"]})
    serves = GraphRelationship("SERVES", "plan:a", "goal:b", {"quote": "a"})
    assert row == (plan, serves, GraphPath([plan, goal], [serves]))


def test_values_come_as_those_of_python(either_store: Store) -> None:
    cypher = (
        "RETURN 1 AS i, 1.5 AS f, true AS b, '质' AS s, null AS n, [1, 'a'] AS l, {a: [1]} AS m, date('2022-01-31')"
    )
    assert either_store.read(cypher).rows == [(1, 1.5, True, "质", None, [1, "a"], {"a": [1]}, date(2022, 1, 31))]


def test_write_returns_what_the_work_returns(either_store: Store) -> None:
    rows = either_store.write(lambda transaction: transaction.run("CREATE (n:Goal {id: 'goal:a'}) RETURN n.id AS id"))
    assert rows == [{"id": "goal:a"}]


def test_failing_work_leaves_nothing(either_store: Store) -> None:
    def work(transaction: Transaction) -> None:
        transaction.run("CREATE (:Goal {id: 'goal:a'})")
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        either_store.write(work)
    assert count(either_store) == 0
    assert either_store.version() == GraphVersion("", 0)


def test_every_change_raises_the_version(either_store: Store) -> None:
    add(either_store, "CREATE (:Goal {id: 'goal:a'})")
    first = either_store.version()
    add(either_store, "MATCH (g:Goal) SET g.name = 'a'")
    assert first.store
    assert first.version == 1
    assert either_store.version() == GraphVersion(first.store, 2)


def test_write_that_changes_nothing_keeps_the_version(either_store: Store) -> None:
    add(either_store, "CREATE (:Goal {id: 'goal:a'})")
    add(either_store, "MATCH (g:Goal {id: 'goal:a'}) RETURN g")
    assert either_store.version().version == 1


@pytest.mark.parametrize(("says", "version"), [(False, 1), (None, 2), (True, 2)])
def test_work_may_say_whether_it_changed_something(either_store: Store, says: bool | None, version: int) -> None:
    def work(transaction: Transaction) -> None:
        transaction.run("MERGE (g:Goal {id: 'goal:a'}) SET g.name = 'a'")
        transaction.changed = says

    add(either_store, "CREATE (:Goal {id: 'goal:a', name: 'a'})")
    either_store.write(work)
    assert either_store.version().version == version


def test_key_is_unique(either_store: Store) -> None:
    either_store.prepare([Key("Goal")], [])
    add(either_store, "CREATE (:Goal {id: 'goal:a'})")
    with pytest.raises(ConstraintViolated):
        add(either_store, "CREATE (:Goal {id: 'goal:a'})")
    assert count(either_store) == 1


def test_prepare_twice_changes_nothing(either_store: Store) -> None:
    for _ in range(2):
        either_store.prepare([Key("Goal")], ["Goal"])
    add(either_store, "CREATE (:Goal {id: 'goal:a', search_text: '食品安全'})")
    assert [found.id for found in either_store.search("食品", ["Goal"], 5)] == ["goal:a"]


def test_search_finds_chinese_without_word_boundaries(either_store: Store) -> None:
    either_store.prepare([], ["Goal", "Brand"])
    add(either_store, "CREATE (:Goal {id: 'goal:a', search_text: '食品安全 food safety'})")
    add(either_store, "CREATE (:Goal {id: 'goal:b', search_text: '药品'})")
    add(either_store, "CREATE (:Brand {id: 'brand:a', search_text: '吉致吉品'})")
    add(either_store, "CREATE (:Passage {id: 'passage:a', clean: '抓好食品安全。'})")
    labels = ["Goal", "Brand", "Passage"]
    assert {(found.label, found.id) for found in either_store.search("食品安全", labels, 5)} >= {
        ("Goal", "goal:a"),
        ("Passage", "passage:a"),
    }
    assert [found.id for found in either_store.search("吉", labels, 5)] == ["brand:a"]
    assert [found.id for found in either_store.search("FOOD", labels, 5)] == ["goal:a"]
    assert either_store.search("食品安全", labels, 5)[0].id in ("goal:a", "passage:a")


@pytest.mark.parametrize(
    "text", ["", " ", "(", "AND OR", '"食品', "a:b", "*", "\\", "食品/安全", "[1 TO 2", "-", "&& || !"]
)
def test_anything_may_be_searched_for(either_store: Store, text: str) -> None:
    either_store.prepare([], ["Goal"])
    assert isinstance(either_store.search(text, ["Goal"], 5), list)


def test_reads_refuse_to_write(either_store: Store) -> None:
    with pytest.raises(WriteRefused):
        either_store.read("CREATE (:Goal {id: 'goal:a'})")
    with pytest.raises(WriteRefused), either_store.stream("MATCH (n) SET n.x = 1"):
        pass
    assert count(either_store) == 0


@pytest.mark.parametrize("cypher", ["MATCH (n RETURN n", "RETURN $missing", "RETURN closed(1) AS x"])
def test_what_cannot_run_is_a_query_error(either_store: Store, cypher: str) -> None:
    with pytest.raises(QueryError):
        either_store.read(cypher)


def test_long_read_is_stopped(either_store: Store) -> None:
    with pytest.raises(QueryTimeout):
        either_store.read(ENDLESS, timeout=0.3)


def test_reset_leaves_an_empty_graph_that_can_be_prepared_again(either_store: Store) -> None:
    either_store.prepare([Key("Goal")], ["Goal"])
    add(either_store, "UNWIND range(1, 12000) AS i CREATE (:Goal {id: 'goal:' + i, search_text: '食品'})")
    before = either_store.version()
    either_store.reset()
    assert (count(either_store), either_store.version()) == (0, GraphVersion("", 0))
    either_store.prepare([Key("Goal")], ["Goal"])
    add(either_store, "CREATE (:Goal {id: 'goal:1', search_text: '食品'})")
    assert either_store.version().store != before.store
    assert [found.id for found in either_store.search("食品", ["Goal"], 5)] == ["goal:1"]


def test_closed_store_says_so(either_store: Store) -> None:
    either_store.close()
    with pytest.raises(StoreError):
        either_store.read("RETURN 1 AS one")
