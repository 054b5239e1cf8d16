"""The embedded engine's first build: the graph that transactions make, and never half of it."""

import os
from pathlib import Path

import pytest

from graph_schema.derive import constraints, lookups, searchable
from stores.dump import dump
from stores.errors import BuildSpoilt, QueryError, StoreError, StoreInUse
from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Store, Transaction
from stores.unfinished import MARK
from tests.stores.merged import GOALS, broader, build, first, goal, reopened, second, third


def test_it_makes_what_transactions_make(built: Store, embedded_store: Store) -> None:
    embedded_store.prepare(constraints(), searchable(), lookups())
    for work in (first, second, third):
        embedded_store.write(work)
    build(built, first, second, third)
    assert list(dump(built)) == list(dump(embedded_store))
    for store in (built, embedded_store):
        assert store.read("MATCH (g:Graph) RETURN g.id, g.name, g.version").rows == [("graph", "graph", 3)]


def test_what_it_made_can_be_searched_and_changed_by_transactions(built: Store, embedded_store: Store) -> None:
    embedded_store.prepare(constraints(), searchable(), lookups())
    for work in (first, second, third):
        embedded_store.write(work)
    build(built, first)
    assert [found.id for found in built.search("监管", ["Agency"], 5)] == ["agency:a"]
    built.write(second)
    built.write(third)
    assert list(dump(built)) == list(dump(embedded_store))


def test_an_end_that_comes_after_its_relationship_is_none(built: Store, embedded_store: Store) -> None:
    def late(transaction: Transaction) -> None:
        transaction.merge_nodes("Goal", [goal("a")])
        transaction.merge_relationships("BROADER", "Goal", "Goal", [broader("a", "b"), broader("a", "a")])
        transaction.merge_nodes("Goal", [goal("b")])

    embedded_store.write(late)
    build(built, late)
    assert list(dump(built)) == list(dump(embedded_store))
    assert built.read("MATCH (:Goal)-[r:BROADER]->(:Goal) RETURN count(r)").rows == [(1,)]


@pytest.mark.parametrize(("label", "in_bulk"), [("Goal", True), ("Document", False), ("Judgement", False)])
def test_it_is_used_where_there_is_nothing_to_lose(built: Store, folder: Path, label: str, *, in_bulk: bool) -> None:
    built.write(lambda transaction: transaction.run(f"CREATE (:{label} {{id: 'a'}})"))
    with built.first_build():
        assert (folder / MARK).exists() is in_bulk
    assert not (folder / MARK).exists()


def test_work_that_fails_before_it_wrote_leaves_the_rest(built: Store) -> None:
    def broken(transaction: Transaction) -> None:
        transaction.merge_nodes("Goal", [goal("lost")])
        raise ValueError("before anything was written")

    with built.first_build():
        built.write(lambda transaction: transaction.merge_nodes("Goal", [goal("a")]))
        with pytest.raises(ValueError, match="before anything"):
            built.write(broken)
        built.write(lambda transaction: transaction.merge_nodes("Goal", [goal("b")]))
    assert built.read(GOALS).rows == [("goal:a",), ("goal:b",)]
    assert built.version().version == 2


@pytest.mark.parametrize(("raised", "told"), [(StoreError, BuildSpoilt), (ValueError, ValueError), (SystemExit,) * 2])
def test_work_that_fails_halfway_leaves_an_empty_graph_that_can_be_written(
    built: Store, folder: Path, raised: type[BaseException], told: type[BaseException]
) -> None:
    def broken(transaction: Transaction) -> None:
        transaction.merge_nodes("Goal", [goal("half")])
        transaction.run(GOALS)
        raise raised("halfway")

    with pytest.raises(told, match="halfway"):
        build(built, first, broken)
    assert not (folder / MARK).exists()
    assert built.read("MATCH (n) RETURN count(n)").rows == [(0,)]
    built.write(lambda transaction: transaction.merge_nodes("Goal", [goal("a")]))
    assert built.read(GOALS).rows == [("goal:a",)]


def test_a_question_that_fails_leaves_what_was_written_before(built: Store) -> None:
    def broken(transaction: Transaction) -> None:
        transaction.merge_nodes("Goal", [goal("lost")])
        transaction.run("MATCH (n) RETURN no_such_thing")

    def asked(transaction: Transaction) -> None:
        transaction.run("MATCH (n) RETURN no_such_thing")

    with built.first_build():
        built.write(first)
        with pytest.raises(QueryError):
            built.write(asked)
        built.write(second)
    assert built.version().version == 2
    with pytest.raises(BuildSpoilt), reopened(built.settings.folder.with_name("other")) as other, other.first_build():  # type: ignore[attr-defined]
        other.write(broken)


def test_nothing_more_is_written_after_a_write_that_failed_halfway(built: Store) -> None:
    def broken(transaction: Transaction) -> None:
        transaction.run("CREATE (:Goal {id: 'goal:half'})")
        transaction.run("CREATE (:Goal {id: no_such_thing})")

    with built.first_build():
        with pytest.raises(BuildSpoilt):
            built.write(broken)
        with pytest.raises(BuildSpoilt, match="a write before this one"):
            built.write(first)
    assert built.read("MATCH (n) RETURN count(n)").rows == [(0,)]


def test_what_the_engine_refuses_is_an_error_of_the_store(built: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stores.engine.Engine.records", lambda *_: [])  # as if the graph did not hold them
    with pytest.raises(BuildSpoilt, match=r"built: the embedded engine cannot write: .*goal:a"):
        build(built, first, first)


def test_nobody_reads_it_until_it_has_ended(built: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stores.open.STARTING", 0.1)
    settings = StoreSettings(folder=folder)
    filling = f"process {os.getpid()} loads the first documents"
    with open_store(settings, role="reader") as early:
        with built.first_build():
            built.write(first)
            with pytest.raises(StoreInUse, match=filling):
                open_store(settings, role="reader")
            with pytest.raises(StoreInUse, match=filling):
                early.read(GOALS)
        assert early.read(GOALS).rows == [("goal:a",), ("goal:b",)]
    with open_store(settings, role="reader") as reader:
        assert reader.read(GOALS).rows == [("goal:a",), ("goal:b",)]


def test_it_is_not_emptied_meanwhile(built: Store) -> None:
    with built.first_build():
        built.write(first)
        with pytest.raises(StoreError, match="cannot be emptied"):
            built.reset()
    assert built.read(GOALS).rows == [("goal:a",), ("goal:b",)]
