"""A first build that is killed, interrupted or cannot be made whole: the graph is whole or empty."""

from pathlib import Path

import pytest

from stores import unfinished
from stores.errors import BuildSpoilt, StoreError
from stores.store import Store, Transaction
from stores.unfinished import MARK
from tests.stores.merged import GOALS, build, first, reopened, second
from tests.stores.processes import run, running


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
