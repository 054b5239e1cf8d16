"""`zhitu serve` as processes of its own, for tests of what several of them do and what they outlive."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

ROOT = Path(__file__).parents[3]
COMMAND = [sys.executable, "-c", "from app.cli import main; main()", "serve", "--lang", "en", "--port", "0"]
PATIENCE = 300.0  # seconds; everything here takes a few on an idle machine, minutes on an overloaded one


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: where it is, its first process, and the file that its logs go to."""

    address: str
    process: "subprocess.Popen[str]"
    log: Path

    def get(self, path: str) -> httpx2.Response:
        """An answer over a connection of its own: which worker takes it is up to the system."""
        return httpx2.get(f"{self.address}{path}", timeout=PATIENCE)

    def logged(self) -> list[dict[str, Any]]:
        """What has been logged so far."""
        return [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]

    def workers(self) -> set[int]:
        """The processes that have answered so far."""
        return {each["pid"] for each in self.logged() if each["logger"] == "zhitu.access"}

    def until(self, path: str, status: int) -> httpx2.Response:
        """The first answer with a status; fails where none comes in time."""
        deadline = time.monotonic() + PATIENCE
        while True:
            answer = self.get(path)
            if answer.status_code == status:
                return answer
            assert time.monotonic() < deadline, f"{path} is still {answer.status_code}: {answer.text}"
            time.sleep(0.2)


@contextmanager
def served(log: Path, *arguments: str, **environment: str) -> Iterator[Served]:
    """A server on a free port, once it says where it is; stopped in the end if it still runs."""
    variables = {**os.environ, "PYTHONUNBUFFERED": "1", "ZHITU_LOG_FORM": "json", "ZHITU_BOLT_URI": "", **environment}
    with (
        log.open("w") as errors,
        subprocess.Popen(  # noqa: S603 - our own command
            [*COMMAND, *arguments], cwd=ROOT, env=variables, stdout=subprocess.PIPE, stderr=errors, text=True
        ) as process,
    ):
        try:
            yield Served(_address(process, log), process, log)
        finally:
            process.terminate()
            try:
                process.wait(PATIENCE)
            finally:
                process.kill()


def _address(process: "subprocess.Popen[str]", log: Path) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        found = re.search(r"Home (http://127\.0\.0\.1:\d+)/", line)
        if found:
            return found.group(1)
    raise AssertionError(f"it has ended: {log.read_text(encoding='utf-8')}")
