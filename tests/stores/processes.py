"""Other processes at the same store, for tests of who owns it and what survives."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
OPENED = """
import os, sys, time
from pathlib import Path
from stores.open import open_store
from stores.settings import StoreSettings

store = open_store(StoreSettings(folder=Path(sys.argv[1])), role=sys.argv[2])
"""


def run(program: str, folder: Path, role: str = "owner") -> "subprocess.CompletedProcess[str]":
    """Run a program in which `store` is open, to its end."""
    command = [sys.executable, "-c", OPENED + program, str(folder), role]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603


@contextmanager
def running(program: str, folder: Path) -> "Iterator[subprocess.Popen[str]]":
    """A process that opens the store as its owner and prints a line when it is so far; killed in the end."""
    program = f"{OPENED}{program}\nprint('so far', flush=True)\ntime.sleep(60)"
    command = [sys.executable, "-c", program, str(folder), "owner"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own command
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "so far\n"
        yield process
    finally:
        process.kill()
        process.communicate()
