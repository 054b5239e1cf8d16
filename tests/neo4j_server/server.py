"""A real Neo4j for the tests: resolved by Maven, started in Java's source-file mode, stopped by its process id.

ZHITU_TEST_NEO4J_VERSION takes another version than the pom names, ZHITU_TEST_JAVA another `java` than the path's first.
"""

import contextlib
import os
import random
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
CLASSPATHS = HERE.parent.parent / "build" / "neo4j"  # what Maven resolved, by version
STARTING = 300.0  # seconds; 4 to 6 on an idle machine, a minute on a busy one
STOPPING = 2.0  # seconds; the folder is a temporary one, and the engine recovers what is not written out


class NoServer(Exception):
    """There is no Neo4j to test against, and why."""


@dataclass(slots=True)
class Server:
    """A server process over a folder; it can be stopped and started again on the same port."""

    folder: Path
    port: int
    process: "subprocess.Popen[bytes] | None" = None
    auth: bool = False
    """Whether it asks for a user and a password: neo4j and neo4j at first, and the password must be changed."""
    certificates: Path | None = None
    """A folder with private.key and public.crt in PEM: the server speaks TLS alone."""

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start the server and wait until it accepts connections. Raises NoServer with its last words."""
        self.folder.mkdir(parents=True, exist_ok=True)
        command = [
            java(),
            "-Xmx1g",
            "-cp",
            classpath(),
            str(HERE / "TestServer.java"),
            str(self.folder),
            str(self.port),
            str(self.auth).lower(),
            *([str(self.certificates)] if self.certificates else []),
        ]
        log = self.folder / "output.txt"
        with log.open("ab") as output:
            self.process = subprocess.Popen(command, stdout=output, stderr=output)  # noqa: S603 - our own command
        deadline = time.monotonic() + STARTING
        while not accepts(self.port):
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise NoServer(f"the server does not start: {log.read_text(errors='replace')[-2000:]}")
            time.sleep(0.1)

    def stop(self) -> None:
        """Stop the server by its process id, orderly if it can be."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(STOPPING)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None


def free_port() -> int:
    """A free port below those that the system gives out by itself: starting takes long enough to lose one of them."""
    while True:
        port = random.randrange(20000, 32000)  # noqa: S311 - no secret
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def accepts(port: int) -> bool:
    """Whether somebody listens on a loopback port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def java() -> str:
    """The Java to run the server with. Raises NoServer where there is none."""
    found = os.environ.get("ZHITU_TEST_JAVA") or shutil.which("java")
    if not found:
        raise NoServer("no java on the path; Neo4j 5.26 needs Java 17")
    return found


def classpath() -> str:
    """The server's jars, resolved once a version. Raises NoServer where Maven is missing or resolves nothing."""
    version = os.environ.get("ZHITU_TEST_NEO4J_VERSION", "")
    kept = CLASSPATHS / f"{version or 'pom'}.classpath"
    if kept.exists() and kept.stat().st_mtime >= (HERE / "pom.xml").stat().st_mtime:
        text = kept.read_text()
        if all(Path(jar).exists() for jar in text.split(os.pathsep)):
            return text
    return _resolve(version, kept)


def _resolve(version: str, kept: Path) -> str:
    maven = shutil.which("mvn")
    if maven is None:
        raise NoServer("no mvn on the path to fetch Neo4j with")
    kept.parent.mkdir(parents=True, exist_ok=True)
    new = kept.with_suffix(f".{os.getpid()}")
    command = [maven, "-q", "-B", "-f", str(HERE / "pom.xml"), "dependency:build-classpath", f"-Dmdep.outputFile={new}"]
    if version:
        command.append(f"-Dneo4j.version={version}")
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own command
    if done.returncode or not new.exists():
        raise NoServer(f"mvn resolves no Neo4j: {done.stdout.decode(errors='replace')[-1000:]}")
    new.replace(kept)
    return kept.read_text()
