"""Where the embedded engine differs from Neo4j, as stores/README.md says. One that has gone makes its test fail."""

from typing import cast

import neo4j
import pytest

from stores.bolt import connect
from stores.embedded import EmbeddedStore
from stores.engine import ADMIN, DATABASE
from stores.errors import QueryError, StoreError
from stores.store import Store

GOALS = "CREATE (:Goal {id: 'goal:a', name: 'a'})-[:BROADER]->(:Goal {id: 'goal:b', name: 'b'})"


@pytest.fixture
def goals(embedded_store: Store) -> Store:
    """Two goals, one broader than the other."""
    embedded_store.write(lambda transaction: transaction.run(GOALS))
    return embedded_store


def test_answer_without_rows_has_no_columns(goals: Store) -> None:
    assert goals.read("MATCH (g:Goal {id: 'none'}) RETURN g.id AS id").columns == ()


def test_property_of_an_element_of_an_aggregate_is_lost(goals: Store) -> None:
    assert goals.read("MATCH (g:Goal {id: 'goal:a'}) RETURN collect(g)[0].id AS first").rows == [()]
    assert goals.read("MATCH (g:Goal {id: 'goal:a'}) RETURN g.id AS id, head(collect(g)).id AS first").rows == [
        ("goal:a", None)
    ]
    assert goals.read("MATCH (g:Goal {id: 'goal:a'}) RETURN collect(g.id)[0] AS first").rows == [("goal:a",)]


@pytest.mark.parametrize("rest", ["RETURN first.id AS id", "MATCH (first)-[:BROADER]->(b) RETURN b.id AS id"])
def test_node_out_of_a_list_by_its_index_is_no_node(goals: Store, rest: str) -> None:
    with pytest.raises(QueryError):
        goals.read(f"MATCH (g:Goal) WITH collect(g) AS all WITH all[0] AS first {rest}")


def test_node_out_of_a_list_by_a_computed_index_is_created_anew(goals: Store) -> None:
    ends = "UNWIND [0] AS i WITH all[i] AS a, all[i + 1] AS b"
    cypher = f"MATCH (g:Goal) WITH collect(g) AS all {ends} CREATE (a)-[:SERVES]->(b)"
    goals.write(lambda transaction: transaction.run(cypher))
    assert goals.read("MATCH (n) WHERE NOT n:Graph RETURN count(n)").rows == [(3,)]


def test_node_out_of_a_list_by_unwind_is_one(goals: Store) -> None:
    cypher = (
        "MATCH (g:Goal) WITH collect(g) AS all UNWIND all AS g MATCH (g)-[:BROADER]->(b) RETURN g.id AS g, b.id AS b"
    )
    assert goals.read(cypher).rows == [("goal:a", "goal:b")]


TO_NULL = "MATCH (g:Goal) OPTIONAL MATCH (x:Brand) WITH g, x WHERE EXISTS { (g)-[:BROADER]->(x) } RETURN g.id AS id"


def test_null_at_the_far_end_of_exists_fits_anything(goals: Store) -> None:
    assert goals.read(TO_NULL).rows == [("goal:a",)]
    assert goals.read(TO_NULL.replace("WHERE", "WHERE x IS NOT NULL AND")).rows == []


def test_null_at_the_far_end_of_exists_fits_nothing_on_neo4j(neo4j_store: Store) -> None:
    neo4j_store.write(lambda transaction: transaction.run(GOALS))
    assert neo4j_store.read(TO_NULL).rows == []


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH p = SHORTEST 1 (a:Goal {id: 'goal:a'})-[:BROADER]-{1,3}(b:Goal {id: 'goal:b'}) RETURN length(p) AS n",
        "CALL dbms.listConfig() YIELD name RETURN name",
        "CALL db.awaitIndexes(1)",
        "CREATE FULLTEXT INDEX more FOR (g:Goal|Plan) ON EACH [g.name]",
    ],
)
def test_is_not_there(goals: Store, cypher: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stores.bolt.refuse_writes", lambda _: None)
    with pytest.raises(StoreError):
        goals.read(cypher)


def test_shortest_path_is_there(goals: Store) -> None:
    ends = "(a:Goal {id: 'goal:a'})-[:BROADER*..3]-(b:Goal {id: 'goal:b'})"
    assert goals.read(f"MATCH p = shortestPath({ends}) RETURN length(p) AS n").rows == [(1,)]


def test_full_text_index_takes_no_list(embedded_store: Store) -> None:
    store = cast("EmbeddedStore", embedded_store)
    for statement in ("CREATE VERTEX TYPE Goal", "CREATE PROPERTY Goal.aliases LIST"):
        store._engine.sql(statement)
    with pytest.raises(Exception, match=r"aliases|LIST|FULL_TEXT"):
        store._engine.sql("CREATE INDEX search_aliases ON Goal (aliases) FULL_TEXT")


def test_read_mode_and_time_out_of_the_driver_are_ignored(goals: Store) -> None:
    store = cast("EmbeddedStore", goals)
    engine = store._engine
    address = f"bolt://127.0.0.1:{engine.port}"
    with (
        connect(address, ADMIN, engine.admin_password, store.settings) as driver,
        driver.session(database=DATABASE, default_access_mode=neo4j.READ_ACCESS) as session,
    ):
        session.run("CREATE (:Goal {id: 'goal:c'})").consume()
        slow = neo4j.Query("UNWIND range(1, 300000) AS i WITH i WHERE i % 7 = 1 RETURN count(i)", timeout=0.001)
        assert session.run(slow).single() is not None
    assert goals.read("MATCH (g:Goal) RETURN count(g)").rows == [(3,)]


def test_what_was_written_in_auto_commit_before_a_time_out_stays(embedded_store: Store) -> None:
    store = cast("EmbeddedStore", embedded_store)
    store._engine.sql("ALTER DATABASE `arcadedb.command.timeout` 300")
    endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 100) AS b CREATE (:Goal {id: a})"
    with store._writing() as session, pytest.raises(neo4j.exceptions.Neo4jError, match=r"timed out|timeout|imed"):
        session.run(endless).consume()
    assert store.read("MATCH (g:Goal) RETURN count(g)").rows[0][0] > 0
