"""The tests' own Neo4j: when it is skipped, and whom it spares."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from _pytest.outcomes import Failed, Skipped

from stores.store import Store
from tests import conftest
from tests.neo4j_server import server

ROOT = Path(__file__).parents[2]
# The fixtures that stand for a server, and a server of a test's own; not "import free_port".
TOUCHES = re.compile(r"\b(?:neo4j_uri|neo4j_store|either_store|open_both)\b|neo4j_server\.server import .*\bServer\b")


def test_without_a_server_tests_are_skipped_and_say_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(Skipped, match="no mvn"):
        conftest.without_server("no mvn on the path")


def test_without_a_server_tests_fail_on_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(Failed, match="no mvn"):
        conftest.without_server("no mvn on the path")


@pytest.mark.parametrize(("find", "missing"), [(server.java, "no java of"), (server.classpath, "no mvn on")])
def test_what_is_missing_is_named(
    find: Callable[[], str], missing: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(server, "JAVAS", tmp_path)
    monkeypatch.setenv("ZHITU_TEST_NEO4J_VERSION", "0.0.0")
    monkeypatch.delenv("ZHITU_TEST_JAVA", raising=False)
    with pytest.raises(server.NoServer, match=missing):
        find()


@pytest.mark.parametrize(("version", "taken"), [("", 17), ("5.26.30", 17), ("2025.11.2", 25)])
def test_java_is_new_enough_for_the_server(
    version: str, taken: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for number in (11, 17, 25):
        java = tmp_path / str(number) / "bin" / "java"
        java.parent.mkdir(parents=True)
        java.write_text(f"#!/bin/sh\necho 'openjdk version \"{number}.0.1\"' >&2\n", encoding="utf-8")
        java.chmod(0o755)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(server, "JAVAS", tmp_path)
    monkeypatch.setenv("ZHITU_TEST_NEO4J_VERSION", version)
    monkeypatch.delenv("ZHITU_TEST_JAVA", raising=False)
    assert server.java_version(server.java()) == taken


def test_graph_that_is_not_empty_is_spared(neo4j_store: Store, neo4j_uri: str) -> None:
    conftest.refuse_unless_empty(neo4j_uri)
    neo4j_store.write(lambda transaction: transaction.run("CREATE (:Goal {id: 'goal:a'})"))
    with pytest.raises(Failed, match="holds 2 nodes"):
        conftest.refuse_unless_empty(neo4j_uri)


def test_whatever_touches_neo4j_is_run_on_each_of_its_versions() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    lines = re.findall(r"^NEO4J_TESTS [:+]?= (.+)$", makefile, re.MULTILINE)
    run = {ROOT / name for line in lines for name in line.split()}
    touching = [path for path in (ROOT / "tests").rglob("*.py") if TOUCHES.search(path.read_text(encoding="utf-8"))]
    shared = {ROOT / "tests" / "conftest.py", *(ROOT / "tests" / "neo4j_server").iterdir()}
    missed = [path for path in touching if path not in shared and not {path, *path.parents} & run]
    assert missed == []
