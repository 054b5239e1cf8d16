"""The tests' own Neo4j: when it is skipped, and whom it spares."""

import pytest
from _pytest.outcomes import Failed, Skipped

from stores.store import Store
from tests import conftest
from tests.neo4j_server import server


def test_without_a_server_tests_are_skipped_and_say_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(Skipped, match="no mvn"):
        conftest.without_server("no mvn on the path")


def test_without_a_server_tests_fail_on_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(Failed, match="no mvn"):
        conftest.without_server("no mvn on the path")


@pytest.mark.parametrize(("find", "missing"), [(server.java, "java"), (lambda: server.classpath(), "mvn")])
def test_what_is_missing_is_named(find: object, missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("ZHITU_TEST_NEO4J_VERSION", "0.0.0")
    monkeypatch.delenv("ZHITU_TEST_JAVA", raising=False)
    assert callable(find)
    with pytest.raises(server.NoServer, match=f"no {missing} on the path"):
        find()


def test_graph_that_is_not_empty_is_spared(neo4j_store: Store, neo4j_uri: str) -> None:
    conftest.refuse_unless_empty(neo4j_uri)
    neo4j_store.write(lambda transaction: transaction.run("CREATE (:Goal {id: 'goal:a'})"))
    with pytest.raises(Failed, match="holds 2 nodes"):
        conftest.refuse_unless_empty(neo4j_uri)
