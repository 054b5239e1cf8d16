"""The mark of an embedded store that is being built for the first time: its graph is whole when the mark goes."""

import os
import sys
from pathlib import Path

from stores.engine import DATABASES, remove_databases

MARK = "unfinished"  # a file in the store's folder


def begin(folder: Path) -> None:
    """Mark a store as unfinished."""
    (folder / MARK).touch(mode=0o600)
    _sync(folder)


def end(folder: Path) -> None:
    """Have the system write out what the graph consists of, then take the mark away."""
    for path in (folder / DATABASES).rglob("*"):
        _sync(path)
    (folder / MARK).unlink()
    _sync(folder)


def is_unfinished(folder: Path) -> bool:
    """Whether a first build is under way there, or was when its process ended."""
    return (folder / MARK).exists()


def clear(folder: Path) -> None:
    """Empty the store if its first build was killed: what it holds may be half of something."""
    if is_unfinished(folder):
        remove_databases(folder)
        end(folder)


def _sync(path: Path) -> None:
    if sys.platform == "win32":
        return  # neither folders nor files opened to be read can be synced there
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
