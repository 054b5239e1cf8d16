"""The mark of an embedded store that is filled for the first time: its graph is whole when the mark goes."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from stores.engine import DATABASES, remove_databases
from stores.errors import StoreError

MARK = "unfinished"  # a file in the store's folder, with the number of the process in it


def begin(folder: Path) -> None:
    """Mark a store as unfinished. Raises StoreError, and leaves no mark then."""
    mark = folder / MARK
    with _told(folder):
        try:
            mark.write_text(str(os.getpid()), encoding="ascii")
            _sync(mark)
            _sync(folder)
        except OSError:
            mark.unlink(missing_ok=True)
            raise


def end(folder: Path) -> None:
    """Have the system write out what the graph consists of, then take the mark away. Raises StoreError."""
    with _told(folder):
        _sync_all(folder / DATABASES)
        _sync(folder)
        (folder / MARK).unlink()
        _sync(folder)


def filled_by(folder: Path) -> str | None:
    """The process that fills the store for the first time, or did until it was killed; None if the graph is whole."""
    try:
        return (folder / MARK).read_text(encoding="ascii") or "?"
    except FileNotFoundError:
        return None


def clear(folder: Path) -> None:
    """Empty the store if its first build was killed: what it holds may be half of something. Raises StoreError."""
    if filled_by(folder) is not None:
        with _told(folder):
            remove_databases(folder)
        end(folder)


def _sync_all(folder: Path) -> None:
    """Sync a folder and all in it. The engine drops logs meanwhile, whose pages it has synced, and makes new files."""
    synced: set[Path] = set()
    while left := [path for path in (folder, *folder.rglob("*")) if path not in synced]:
        for path in left:
            with suppress(FileNotFoundError):
                _sync(path)
        synced.update(left)


def _sync(path: Path) -> None:
    if sys.platform == "win32":
        return  # neither folders nor files opened to be read can be synced there
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"{folder}: cannot write: {error}") from error
