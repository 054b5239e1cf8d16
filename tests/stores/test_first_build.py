"""The embedded engine's first build: the graph that transactions make, and never half of it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph_schema.derive import constraints, lookups, searchable
from stores import unfinished
from stores.dump import dump
from stores.errors import BuildSpoilt, QueryError, StoreError, StoreInUse
from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Row, Store, Transaction
from stores.unfinished import MARK
from tests.stores.processes import run, running

Work = Callable[[Transaction], object]
GOALS = "MATCH (n:Goal) RETURN n.id AS id ORDER BY id"


def goal(key: str, **properties: object) -> Row:
    return {"id": f"goal:{key}", "name": key, **properties}


def broader(start: str, end: str) -> Row:
    return {"start": f"goal:{start}", "end": f"goal:{end}", "properties": {}}


def leads(agency: str, plan: str, **properties: object) -> Row:
    return {"start": f"agency:{agency}", "end": f"plan:{plan}", "properties": properties}


def mention(form: str, at: int) -> Row:
    properties = {"start": at, "end": at + len(form), "text": form, "form": form}
    return {"start": "passage:p", "end": "agency:a", "properties": properties}


def first(transaction: Transaction) -> None:
    """Nodes and relationships, some of them twice."""
    transaction.merge_nodes("Goal", [goal("a", aliases=["x", "y"]), goal("b", name_en=None), goal("a", scope_note="s")])
    transaction.merge_relationships(
        "BROADER", "Goal", "Goal", [broader("a", "b"), broader("a", "b"), broader("a", "z")]
    )
    transaction.merge_nodes("Agency", [{"id": "agency:a", "name": "市场监管局", "search_text": "市场监管局"}])
    transaction.merge_nodes("Plan", [{"id": "plan:p", "name": "方案", "year_from": 2021}])
    transaction.merge_nodes("Passage", [{"id": "passage:p", "name": "段", "order": 0, "start": 0, "end": 12}])
    transaction.merge_relationships(
        "MENTIONS", "Passage", "Agency", [mention("局", 0), mention("局", 9), mention("局", 0)]
    )
    transaction.merge_relationships("LEADS", "Agency", "Plan", [leads("a", "p", statements=["statement:1"], quote="q")])


def second(transaction: Transaction) -> None:
    """More of both, between what is there and what is new; properties that change and go."""
    transaction.merge_nodes("Goal", [goal("b", aliases=["z"]), goal("c"), goal("a", scope_note=None)])
    transaction.merge_relationships(
        "BROADER", "Goal", "Goal", [broader("c", "b"), broader("a", "b"), broader("b", "a")]
    )
    transaction.merge_nodes("Plan", [{"id": "plan:q", "name": "规划"}])
    both = ["statement:1", "statement:2"]
    transaction.merge_relationships(
        "LEADS", "Agency", "Plan", [leads("a", "p", statements=both, quote="r"), leads("a", "q", statements=["s"])]
    )
    transaction.merge_relationships("MENTIONS", "Passage", "Agency", [mention("局", 9), mention("市局", 4)])


def third(transaction: Transaction) -> None:
    """What a removal does: statements that read and delete between merges."""
    transaction.merge_nodes("Goal", [goal("d")])
    assert transaction.run(GOALS)[-1] == {"id": "goal:d"}
    transaction.run("MATCH (n:Goal {id: 'goal:b'}) DETACH DELETE n")
    transaction.merge_nodes("Goal", [goal("b")])
    transaction.merge_relationships("BROADER", "Goal", "Goal", [broader("d", "b")])


def build(store: Store, *works: Work) -> None:
    with store.first_build():
        store.prepare(constraints(), searchable(), lookups())
        for work in works:
            store.write(work)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "built"


@pytest.fixture
def built(folder: Path) -> Iterator[Store]:
    with open_store(StoreSettings(folder=folder)) as store:
        yield store


@contextmanager
def reopened(folder: Path) -> Iterator[Store]:
    with open_store(StoreSettings(folder=folder)) as store:
        yield store


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


@pytest.mark.parametrize(
    "program",
    [
        "store.write(lambda transaction: transaction.merge_nodes('Goal', rows))",
        "store.write(lambda transaction: (transaction.merge_nodes('Goal', rows), transaction.run('MATCH (n) RETURN 1'),"
        " print('so far', flush=True), time.sleep(60)))",
    ],
    ids=["between writes", "within a write"],
)
def test_a_build_that_is_killed_leaves_an_empty_store(tmp_path: Path, program: str) -> None:
    rows = "rows = [{'id': f'goal:{i}'} for i in range(3000)]"
    with running(f"{rows}\nbuild = store.first_build()\nbuild.__enter__()\n{program}\n", tmp_path) as owner:
        owner.kill()
        owner.wait()
    assert (tmp_path / MARK).read_text() == str(owner.pid)
    with reopened(tmp_path) as store:
        assert store.read("MATCH (n) RETURN count(n)").rows == [(0,)]
        assert store.version().version == 0
        assert not (tmp_path / MARK).exists()


def test_a_build_that_has_ended_survives_a_kill(tmp_path: Path) -> None:
    program = (
        "rows = [{'id': f'goal:{i}'} for i in range(3000)]\n"
        "with store.first_build():\n"
        "    store.write(lambda transaction: transaction.merge_nodes('Goal', rows))\n"
    )
    with running(program, tmp_path) as owner:
        owner.kill()
        owner.wait()
    with reopened(tmp_path) as store:
        assert store.read("MATCH (n:Goal) RETURN count(n)").rows == [(3000,)]


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


def full(path: Path) -> None:
    raise OSError(28, "No space left on device", str(path))


def test_what_cannot_be_made_whole_takes_no_more_writes(
    built: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(transaction: Transaction) -> None:
        first(transaction)
        patched.setattr("stores.unfinished._sync", full)

    with monkeypatch.context() as patched:
        with pytest.raises(StoreError, match=r"built: cannot write: .*No space left"):
            build(built, work)
        with pytest.raises(BuildSpoilt):
            built.write(second)
        built.close()
    with reopened(folder) as store:
        assert store.read("MATCH (n) RETURN count(n)").rows == [(0,)]


def test_a_store_that_cannot_be_marked_is_not_marked(
    built: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stores.unfinished._sync", full)
    with pytest.raises(StoreError, match="No space left"):
        build(built, first)
    assert not (folder / MARK).exists()
    built.write(first)
    assert built.read(GOALS).rows == [("goal:a",), ("goal:b",)]


def test_files_that_come_and_go_while_it_ends_are_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    databases = tmp_path / "databases" / "zhitu"
    databases.mkdir(parents=True)
    for name in ("a", "b", "log"):
        (databases / name).touch()
    synced: list[str] = []

    def moving(path: Path) -> None:
        if path.name not in synced and path == databases:
            (databases / "log").unlink()
            (databases / "late").touch()
        path.stat()
        synced.append(path.name)

    unfinished.begin(tmp_path)
    monkeypatch.setattr("stores.unfinished._sync", moving)
    unfinished.end(tmp_path)
    assert {"a", "b", "late", "databases"} <= set(synced)
    assert not (tmp_path / MARK).exists()


def test_an_interrupt_does_not_reach_what_must_not_be_left_halfway(tmp_path: Path) -> None:
    program = """
import signal
from stores.first_build import uninterrupted
signal.signal(signal.SIGINT, signal.default_int_handler)
with uninterrupted():
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(0.05)
    print('goes on')
try:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(60)
except KeyboardInterrupt:
    print('is interrupted')
store.close()
"""
    done = run(program, tmp_path)
    assert (done.stdout, done.returncode) == ("goes on\nis interrupted\n", 0), done.stderr


def test_a_write_that_is_interrupted_is_whole(tmp_path: Path) -> None:
    program = """
import signal, threading
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever started this may have it ignored
def slow(transaction):
    transaction.merge_nodes('Goal', [{'id': 'goal:a'}])
    transaction.run('MATCH (n) RETURN 1 AS one')
    os.kill(os.getpid(), signal.SIGINT)
    threading.Event().wait(0.5)
    transaction.merge_nodes('Goal', [{'id': 'goal:b'}])

try:
    with store.first_build():
        store.write(slow)
except KeyboardInterrupt:
    print('interrupted')
store.close()
"""
    done = run(program, tmp_path)
    assert (done.stdout, done.returncode) == ("interrupted\n", 0), done.stderr
    with reopened(tmp_path) as store:
        assert store.read(GOALS).rows == [("goal:a",), ("goal:b",)]
        assert store.version().version == 1
