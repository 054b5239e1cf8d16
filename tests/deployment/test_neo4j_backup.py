"""The backup of a Neo4j that docs/operations.md tells of, with Neo4j's own tool."""

import os
import subprocess
from pathlib import Path

import pytest

from stores.open import open_store
from stores.settings import StoreSettings
from tests.conftest import without_server
from tests.deployment.dockerfile import ROOT
from tests.neo4j_server.server import NoServer, Server, classpath, free_port, java

PATIENCE = 300.0  # seconds
NAMES = "MATCH (g:Goal) RETURN g.id AS id"
DUMP = ["database", "dump", "neo4j", "--to-path=/backup"]
LOAD = ["database", "load", "neo4j", "--from-path=/backup", "--overwrite-destination=true"]


def admin(server: Server, backup: Path, command: list[str]) -> None:
    """What the program `neo4j-admin` of the image runs, over the server's folder."""
    environment = {**os.environ, "NEO4J_HOME": str(server.folder), "NEO4J_CONF": str(server.folder / "conf")}
    arguments = [each.replace("/backup", str(backup)) for each in command]
    words = [java(), "-cp", classpath(), "org.neo4j.cli.AdminTool", *arguments]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr


def stop(server: Server) -> None:
    """Stop it as compose does, with time to write everything out."""
    assert server.process is not None
    server.process.terminate()
    server.process.wait(PATIENCE)


@pytest.mark.full
@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_what_was_dumped_can_be_loaded_under_an_app_that_goes_on(tmp_path: Path, scheme: str) -> None:
    backup = tmp_path / "backup"
    backup.mkdir()
    server = Server(tmp_path / "neo4j", free_port(), settings={"db.transaction.bookmark_ready_timeout": "1s"})
    try:
        server.start()
    except NoServer as error:
        without_server(str(error))
    settings = StoreSettings(bolt_uri=server.uri.replace("bolt", scheme))
    try:
        with open_store(settings) as store:
            store.write(lambda transaction: transaction.run("CREATE (:Goal {id: 'goal:a'})"))
        stop(server)
        admin(server, backup, DUMP)
        server.start()
        with open_store(settings) as store:
            store.reset()
            assert store.read(NAMES).rows == []
            stop(server)
            admin(server, backup, LOAD)
            server.start()
            assert store.read(NAMES).rows == [("goal:a",)]
    finally:
        server.stop()


def test_these_are_the_commands_that_are_told() -> None:
    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    assert all(f"neo4j-admin {' '.join(command)}" in text for command in (DUMP, LOAD))
