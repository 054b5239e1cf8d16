"""A Dask scheduler and workers as processes of their own, as an operator starts them."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.neo4j_server.server import free_port

ROOT = Path(__file__).parents[2]
PATIENCE = 120.0  # seconds; everything here takes a few on an idle machine


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running cluster: the scheduler's address, and its processes."""

    address: str
    scheduler: "subprocess.Popen[bytes]"
    workers: "tuple[subprocess.Popen[bytes], ...]"


@contextmanager
def dask_cluster(folder: Path, workers: int = 2, code: Path = ROOT) -> Iterator[Cluster]:
    """A scheduler on a free port and its workers, which keep their files and logs in a folder; killed in the end.

    `code` is the folder that their packages are imported from.
    """
    address = f"tcp://127.0.0.1:{free_port()}"
    started: list[subprocess.Popen[bytes]] = []
    try:
        port = address.rpartition(":")[2]
        started.append(
            _start(code, folder / "scheduler.log", "scheduler", "--host", "127.0.0.1", "--port", port, *QUIET)
        )
        # Without nannies: a worker is the process that a test sees and may kill, and nobody starts it again.
        hand = ("worker", address, "--nthreads", "1", "--no-nanny", "--local-directory", str(folder), *QUIET)
        started += [_start(code, folder / f"worker-{number}.log", *hand) for number in range(workers)]
        for number in range(workers):
            _until(folder / f"worker-{number}.log", b"Registered to")
        yield Cluster(address, started[0], tuple(started[1:]))
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


QUIET = ("--no-dashboard",)


def _start(code: Path, log: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "PYTHONPATH": str(code), "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "dask", *arguments]
    with log.open("wb") as out:
        return subprocess.Popen(command, cwd=code, env=environment, stdout=out, stderr=out)  # noqa: S603 - our own


def _until(log: Path, words: bytes) -> None:
    deadline = time.monotonic() + PATIENCE
    while words not in log.read_bytes():
        assert time.monotonic() < deadline, log.read_text(encoding="utf-8")
        time.sleep(0.1)
