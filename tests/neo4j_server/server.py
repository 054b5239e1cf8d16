"""A real Neo4j for the tests: resolved by Maven, started in Java's source-file mode, stopped by its process id.

ZHITU_TEST_NEO4J_VERSION takes another version than the pom names, ZHITU_TEST_JAVA another `java` than the first that is
new enough.
"""

import contextlib
import fcntl
import os
import random
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
POM = HERE / "pom.xml"
JAVAS = Path("/usr/lib/jvm")  # where Debian has those that are not on the path
CLASSPATHS = HERE.parent.parent / "build" / "neo4j"  # what Maven resolved, by version
# Compile quickly rather than well: for tests, which ask much once and little often. Not for measuring.
QUICK = ("-XX:TieredStopAtLevel=1",)
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
    settings: Mapping[str, str] = field(default_factory=dict)
    """More lines of its neo4j.conf, by name. Without any it is open to all on this machine."""
    options: tuple[str, ...] = ()
    """More of them for Java."""

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start the server and wait until it accepts connections. Raises NoServer with its last words."""
        self._configure()
        source = str(HERE / "TestServer.java")
        command = [java(), "-Xmx1g", *self.options, "-cp", classpath(), source, str(self.folder)]
        log = self.folder / "output.txt"
        with log.open("ab") as output:
            self.process = subprocess.Popen(command, stdout=output, stderr=output)  # noqa: S603 - our own command
        deadline = time.monotonic() + STARTING
        while not accepts(self.port):
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise NoServer(f"the server does not start: {log.read_text(errors='replace')[-2000:]}")
            time.sleep(0.1)

    def _configure(self) -> None:
        lines = {
            "server.bolt.enabled": "true",
            "server.bolt.listen_address": f"127.0.0.1:{self.port}",
            "dbms.security.auth_enabled": "false",
            **self.settings,
        }
        conf = self.folder / "conf"
        conf.mkdir(parents=True, exist_ok=True)
        (conf / "neo4j.conf").write_text("".join(f"{name}={value}\n" for name, value in lines.items()))

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
    """The Java to run the server with: named, on the path, or installed beside. Raises NoServer where none will do."""
    named = os.environ.get("ZHITU_TEST_JAVA")
    if named:
        return named
    needed = 21 if version().startswith("20") else 17  # 2025.11.2; 5.26.30
    for found in filter(None, (shutil.which("java"), *map(str, sorted(JAVAS.glob("*/bin/java"))))):
        if java_version(found) >= needed:
            return found
    raise NoServer(f"no java of version {needed} or later on the path or in {JAVAS}")


def java_version(command: str) -> int:
    """The number before the first full stop of what a Java says of itself; 0 where it says nothing."""
    said = subprocess.run([command, "-version"], capture_output=True, text=True, check=False).stderr  # noqa: S603
    match = re.search(r'version "(\d+)', said)  # 'openjdk version "17.0.15" 2025-04-15'; not 'Error: no JVM'
    return int(match[1]) if match else 0


def version() -> str:
    """The version of Neo4j that is asked for; empty for the one of the pom."""
    return os.environ.get("ZHITU_TEST_NEO4J_VERSION", "")


def classpath(pom: Path = POM) -> str:
    """The jars of a pom, resolved once a version. Raises NoServer where Maven is missing or resolves nothing."""
    kept = CLASSPATHS / f"{pom.stem}{version()}.classpath"
    CLASSPATHS.mkdir(parents=True, exist_ok=True)
    with (CLASSPATHS / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two workers that fetch the same jars would get into each other's way
        if kept.exists() and kept.stat().st_mtime >= pom.stat().st_mtime:
            text = kept.read_text()
            if all(Path(jar).exists() for jar in text.split(os.pathsep)):
                return text
        return _resolve(pom, kept)


def _resolve(pom: Path, kept: Path) -> str:
    maven = shutil.which("mvn")
    if maven is None:
        raise NoServer("no mvn on the path to fetch Neo4j with")
    new = kept.with_suffix(f".{os.getpid()}")
    command = [maven, "-q", "-B", "-f", str(pom), "dependency:build-classpath", f"-Dmdep.outputFile={new}"]
    if version():
        command.append(f"-Dneo4j.version={version()}")
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own command
    if done.returncode or not new.exists():
        raise NoServer(f"mvn resolves no Neo4j: {done.stdout.decode(errors='replace')[-1000:]}")
    new.replace(kept)
    return kept.read_text()
