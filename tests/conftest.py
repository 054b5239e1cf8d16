"""Stores to test with: an embedded one in a folder of its own, and a real Neo4j where there is one."""

import os
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Store
from tests.figures import FIGURES, Figures, Tell, Told
from tests.neo4j_server.server import QUICK, NoServer, Server, free_port

COUNT_ALL = "MATCH (n) RETURN count(n) AS nodes"


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker hands over what it counted."""
    output: dict[str, object] | None = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["figures"] = pickle.dumps(session.config.stash.get(FIGURES, {}))


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Add up what a worker counted; one that crashed has nothing to say."""
    output = getattr(node, "workeroutput", None)
    counted: dict[str, Figures] = pickle.loads(output["figures"]) if output else {}  # noqa: S301 - our own worker's
    held = node.config.stash.setdefault(FIGURES, {})
    for kind, figures in counted.items():
        held.setdefault(kind, type(figures)()).add(figures)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the figures."""
    for figures in config.stash.get(FIGURES, {}).values():
        for line in figures.lines():
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def tell(pytestconfig: pytest.Config) -> Tell:
    """Say a line that is printed when all tests have run."""
    told = Told()
    pytestconfig.stash.setdefault(FIGURES, {})["told"] = told
    return told.said.append


@pytest.fixture
def embedded_store(tmp_path: Path) -> Iterator[Store]:
    """An empty embedded store in a folder of its own."""
    with open_store(StoreSettings(folder=tmp_path / "store")) as store:
        yield store


@pytest.fixture(scope="session")
def neo4j_uri(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an empty Neo4j: the one of ZHITU_TEST_NEO4J_URI, else one that is started for these tests."""
    given = os.environ.get("ZHITU_TEST_NEO4J_URI")
    if given:
        refuse_unless_empty(given)
        yield given
        return
    server = Server(tmp_path_factory.mktemp("neo4j"), free_port(), options=QUICK)
    try:
        server.start()
    except NoServer as error:
        without_server(str(error))
    try:
        yield server.uri
    finally:
        server.stop()


@pytest.fixture
def neo4j_store(neo4j_uri: str) -> Iterator[Store]:
    """An empty store on a real Neo4j; emptied again after the test."""
    with open_store(neo4j_settings(neo4j_uri)) as store:
        yield store
    with open_store(neo4j_settings(neo4j_uri)) as store:
        store.reset()


@pytest.fixture(params=["embedded", "neo4j"])
def either_store(request: pytest.FixtureRequest) -> Store:
    """Each engine in turn: for what must be the same on both."""
    store: Store = request.getfixturevalue(f"{request.param}_store")
    return store


def neo4j_settings(uri: str) -> StoreSettings:
    """Settings for the test server; user and password only where a server is given."""
    return StoreSettings(
        bolt_uri=uri,
        user=os.environ.get("ZHITU_TEST_NEO4J_USER"),
        password=os.environ.get("ZHITU_TEST_NEO4J_PASSWORD"),
    )


def refuse_unless_empty(uri: str) -> None:
    """Tests empty the graph after themselves: fail rather than empty one that they did not fill."""
    with open_store(neo4j_settings(uri)) as store:
        nodes = store.read(COUNT_ALL).rows[0][0]
    if nodes:
        pytest.fail(f"{uri} holds {nodes} nodes; the tests need an empty Neo4j", pytrace=False)


def without_server(reason: str) -> None:
    """Skip, saying why; on CI a test that is not run is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"no Neo4j to test against: {reason}", pytrace=False)
    pytest.skip(f"no Neo4j to test against: {reason}")
