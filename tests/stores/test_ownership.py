"""One process owns an embedded store; others read through it."""

import os
import stat
from pathlib import Path

import pytest

from stores.errors import StoreError, StoreInUse
from stores.open import open_store
from stores.ownership import RECORD, owner_of
from stores.settings import StoreSettings
from stores.store import Store
from tests.stores.processes import run, running

WRITE = "store.write(lambda transaction: transaction.run(\"CREATE (:Goal {id: 'goal:a'})\"))\n"
NAMES = "MATCH (g:Goal) RETURN g.id AS id"


def settings_of(store: Store, tmp_path: Path) -> StoreSettings:
    assert store.engine == "embedded"
    return StoreSettings(folder=tmp_path / "store")


def test_second_owner_is_refused_and_told_who_owns_it(tmp_path: Path) -> None:
    with running("", tmp_path) as owner, pytest.raises(StoreInUse, match=f"process {owner.pid}"):
        open_store(StoreSettings(folder=tmp_path))


def test_same_process_cannot_own_it_twice(embedded_store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreInUse, match=f"process {os.getpid()}"):
        open_store(settings_of(embedded_store, tmp_path))


def test_reader_sees_what_the_owner_wrote(tmp_path: Path) -> None:
    settings = StoreSettings(folder=tmp_path)
    with running(WRITE, tmp_path), open_store(settings, role="reader") as reader:
        assert reader.read(NAMES).rows == [("goal:a",)]
        assert reader.version().version == 1


def test_reader_may_search(tmp_path: Path) -> None:
    program = (
        "store.prepare([], ['Goal'])\n"
        "store.write(lambda transaction: transaction.run(\"CREATE (:Goal {id: 'goal:a', search_text: '食品安全'})\"))\n"
    )
    with running(program, tmp_path), open_store(StoreSettings(folder=tmp_path), role="reader") as reader:
        assert [found.id for found in reader.search("食品", ["Goal"], 5)] == ["goal:a"]


@pytest.mark.parametrize("command", ["write", "prepare", "reset"])
def test_writing_is_refused_while_another_process_owns_the_store(command: str, tmp_path: Path) -> None:
    settings = StoreSettings(folder=tmp_path)
    with running("", tmp_path) as owner, open_store(settings, role="reader") as reader:
        commands = {
            "write": lambda: reader.write(lambda transaction: transaction.run("CREATE (:Goal)")),
            "prepare": lambda: reader.prepare([], ["Goal"]),
            "reset": reader.reset,
        }
        with pytest.raises(StoreInUse, match=f"process {owner.pid}"):
            commands[command]()


def test_reader_owns_the_store_when_nobody_does(tmp_path: Path) -> None:
    with open_store(StoreSettings(folder=tmp_path), role="reader") as reader:
        reader.write(lambda transaction: transaction.run("CREATE (:Goal {id: 'goal:a'})"))
        assert reader.read(NAMES).rows == [("goal:a",)]


def test_store_is_free_again_after_its_owner_closed_it(tmp_path: Path) -> None:
    done = run(f"{WRITE}store.close()", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert owner_of(tmp_path) is None
    with open_store(StoreSettings(folder=tmp_path)) as store:
        assert store.read(NAMES).rows == [("goal:a",)]


@pytest.mark.parametrize("role", ["owner", "reader"])
def test_what_a_killed_owner_left_is_taken_over(role: str, tmp_path: Path) -> None:
    with running(WRITE, tmp_path) as owner:
        owner.kill()
        owner.wait()
    assert owner_of(tmp_path) is not None
    with open_store(StoreSettings(folder=tmp_path), role="owner" if role == "owner" else "reader") as store:
        assert store.read(NAMES).rows == [("goal:a",)]
        found = owner_of(tmp_path)
        assert found is not None
        assert found.pid == os.getpid()


def test_what_the_owner_writes_down_is_for_its_user_alone(embedded_store: Store, tmp_path: Path) -> None:
    folder = settings_of(embedded_store, tmp_path).folder
    assert stat.S_IMODE((folder / RECORD).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    found = owner_of(folder)
    assert found is not None
    assert found.password not in repr(found)


def test_secret_that_readers_get_cannot_write(embedded_store: Store, tmp_path: Path) -> None:
    found = owner_of(settings_of(embedded_store, tmp_path).folder)
    assert found is not None
    settings = StoreSettings(
        bolt_uri=f"bolt://127.0.0.1:{found.port}", user=found.user, password=found.password, database="zhitu"
    )
    with open_store(settings) as intruder, pytest.raises(StoreError, match="not allowed"):
        intruder.write(lambda transaction: transaction.run("CREATE (:Goal {id: 'goal:a'})"))
    assert embedded_store.read(NAMES).rows == []


def test_wrong_password_is_refused(embedded_store: Store, tmp_path: Path) -> None:
    found = owner_of(settings_of(embedded_store, tmp_path).folder)
    assert found is not None
    settings = StoreSettings(bolt_uri=f"bolt://127.0.0.1:{found.port}", user="root", password="guess")  # noqa: S106
    with open_store(settings) as intruder, pytest.raises(StoreError, match="user or password refused"):
        intruder.read("RETURN 1 AS one")


def test_every_start_has_other_secrets(tmp_path: Path) -> None:
    secrets = set()
    for _ in range(2):
        with open_store(StoreSettings(folder=tmp_path)):
            found = owner_of(tmp_path)
            assert found is not None
            secrets.add(found.password)
    assert len(secrets) == 2
