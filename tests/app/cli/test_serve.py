"""`zhitu serve` as a process of its own."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from app.cli.serving import listening

ROOT = Path(__file__).parents[3]
COMMAND = [sys.executable, "-c", "from app.cli import main; main()", "serve", "--lang", "en"]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "ZHITU_STORE": str(tmp_path / "store"), "PYTHONUNBUFFERED": "1", "ZHITU_BOLT_URI": ""}


@pytest.fixture
def server(environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    command = [*COMMAND, "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        yield process
        process.kill()


def test_it_says_where_it_is_answers_and_leaves_nothing_behind(server: subprocess.Popen[str], tmp_path: Path) -> None:
    assert server.stdout is not None
    said = [server.stdout.readline() for _ in range(3)]
    address = re.search(r"http://127\.0\.0\.1:\d+", said[1])
    assert address, said
    assert httpx2.get(f"{address.group()}/readyz").json()["status"] == "ready"
    server.send_signal(signal.SIGTERM)
    assert server.wait(20) == 0
    assert not (tmp_path / "store" / "owner.json").exists()


def test_an_address_in_use_is_exit_code_2(environment: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        command = [*COMMAND, "--port", str(taken.getsockname()[1])]
        ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    assert ended.returncode == 2
    assert "--port 8001" in ended.stderr


def test_answers_are_not_held_back() -> None:
    with listening("127.0.0.1", 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP  # what asyncio asks of a socket before it sets TCP_NODELAY
