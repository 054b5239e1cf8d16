"""Loaders and servers killed at random points: no half document, and the next load completes."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from loaders.load import load
from stores.open import open_store
from stores.store import Store
from tests.conftest import without_server
from tests.loaders.crashes.figures import Figures
from tests.loaders.crashes.graph import Content, content, dumped, ended, loading, problems
from tests.loaders.crashes.loader import AWAY, settings_of
from tests.neo4j_server.server import QUICK, NoServer, Server, free_port

SEED = 2026
MOST = 3  # documents a transaction
BULK = 0.4  # seconds: what a transaction of a first build gathers is written when its last statement is over
KILLED = -9


@dataclass(frozen=True, slots=True)
class Whole:
    """What a load that is not killed leaves, and how many statements it takes."""

    content: dict[str, Content]
    dump: str
    statements: int


@pytest.fixture(scope="module")
def whole(texts: list[Path], tmp_path_factory: pytest.TempPathFactory, figures: Figures) -> Whole:
    folder = tmp_path_factory.mktemp("whole") / "store"
    output, errors = loading(str(folder), texts, most=MOST).communicate()
    assert output, errors
    with open_store(settings_of(str(folder))) as store:
        found = Whole(content(store), dumped(store), int(output))
    figures.documents = len(found.content)
    assert len(found.content) == len(texts)
    return found


@dataclass(frozen=True, slots=True)
class Started:
    """An embedded store that holds the first text, and how many statements a load of all then takes."""

    folder: Path
    statements: int


@pytest.fixture(scope="module")
def started(texts: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Started:
    folder = tmp_path_factory.mktemp("started")
    output, errors = loading(str(folder / "store"), texts[:1], most=MOST).communicate()
    assert output, errors
    shutil.copytree(folder / "store", folder / "other")
    output, errors = loading(str(folder / "other"), texts, most=MOST).communicate()
    assert output, errors
    return Started(folder / "store", int(output))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that may be killed."""
    own = Server(tmp_path_factory.mktemp("neo4j"), free_port(), options=QUICK)
    try:
        own.start()
    except NoServer as error:
        without_server(str(error))
    yield own
    own.stop()


def rounds(few: int, many: int) -> pytest.MarkDecorator:
    """A test in a few rounds, and in many at full size."""
    return pytest.mark.parametrize("number", [few, pytest.param(many, marks=pytest.mark.full)])


def points(statements: int, number: int, what: str) -> list[int]:
    """The statements of a load, of so many, at which to kill."""
    random = Random(f"{SEED} {what}")  # noqa: S311 - no secret
    return [random.randint(1, statements) for _ in range(number)]


@rounds(1, 30)
def test_a_killed_loader_leaves_whole_documents_in_neo4j(
    neo4j_uri: str, whole: Whole, texts: list[Path], figures: Figures, number: int
) -> None:
    for point in points(whole.statements, number, "loader, Neo4j"):
        with emptied(neo4j_uri):
            assert ended(loading(neo4j_uri, texts, most=MOST, statement=point)) == KILLED
            with open_store(settings_of(neo4j_uri)) as store:
                figures.held["the loader, Neo4j"].append(recovered(store, whole, texts))


@rounds(1, 30)
def test_a_killed_loader_leaves_whole_documents_in_the_embedded_store(
    tmp_path: Path, started: Started, whole: Whole, texts: list[Path], figures: Figures, number: int
) -> None:
    for round_, point in enumerate(points(started.statements, number, "loader, embedded")):
        folder = str(tmp_path / str(round_))
        shutil.copytree(started.folder, folder)
        assert ended(loading(folder, texts, most=MOST, statement=point)) == KILLED
        with open_store(settings_of(folder)) as store:
            held = recovered(store, whole, texts)
        assert held >= 1
        figures.held["the loader, embedded"].append(held)


@rounds(1, 15)
def test_a_killed_first_build_leaves_nothing_or_the_whole(
    tmp_path: Path, whole: Whole, texts: list[Path], figures: Figures, number: int
) -> None:
    for round_, point in enumerate(points(whole.statements, number, "first build")):
        folder = str(tmp_path / str(round_))
        assert ended(loading(folder, texts, most=MOST, statement=point, latest=BULK)) == KILLED
        with open_store(settings_of(folder)) as store:
            held = recovered(store, whole, texts)
        assert held in (0, len(texts))
        figures.held["the first build, embedded"].append(held)


@rounds(1, 10)
def test_a_killed_server_keeps_whole_documents(
    server: Server, whole: Whole, texts: list[Path], figures: Figures, number: int
) -> None:
    for point in points(whole.statements, number, "server"):
        with emptied(server.uri):
            assert server.process is not None
            loader = loading(server.uri, texts, most=MOST, statement=point, victim=server.process.pid)
            assert server.process.wait() == KILLED
            assert ended(loader) == AWAY
            server.start()
            with open_store(settings_of(server.uri)) as store:
                figures.held["the server"].append(recovered(store, whole, texts))


@contextmanager
def emptied(uri: str) -> Iterator[None]:
    """Leaves the graph empty."""
    try:
        yield
    finally:
        with open_store(settings_of(uri)) as store:
            store.reset()


def recovered(store: Store, whole: Whole, texts: list[Path]) -> int:
    """How many documents the graph holds, all of them whole; the next load makes up the rest."""
    held = content(store)
    assert held == {source: whole.content[source] for source in held}
    assert problems(store) == []
    assert load(texts, store).changes == len(texts) - len(held)
    assert dumped(store) == whole.dump
    return len(held)
