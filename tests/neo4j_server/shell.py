"""Neo4j's own command line, cypher-shell, resolved by Maven as the server is."""

import os
import subprocess

from stores.settings import StoreSettings
from tests.neo4j_server.server import HERE, classpath, java


def cypher_shell(settings: StoreSettings, words: str) -> str:
    """What the shell prints for these lines, as plain text; fails with its words where one of them fails."""
    command = [java(), "-cp", classpath(HERE / "shell.xml"), "org.neo4j.shell.Main", "-a", str(settings.bolt_uri)]
    # Not among the arguments, which every process can read.
    login = {"NEO4J_USERNAME": settings.user or "", "NEO4J_PASSWORD": settings.password or ""} if settings.user else {}
    done = subprocess.run(  # noqa: S603 - our own command
        [*command, "--format", "plain", "--fail-fast"],
        input=words,
        env={**os.environ, **login},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
