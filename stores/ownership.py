"""One process owns an embedded store; the others find it through a file that only its user may read."""

import json
import os
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import BinaryIO, Self

from stores.errors import StoreInUse
from stores.unfinished import filled_by

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK = "owner.lock"
RECORD = "owner.json"


@dataclass(frozen=True, slots=True)
class Owner:
    """How to read through the process that owns a store."""

    pid: int
    port: int
    """Of its Bolt listener on the loopback interface."""
    statement_timeout: float
    """Seconds after which it stops any statement."""
    user: str
    """May read and no more."""
    password: str = field(repr=False)


class Ownership:
    """The right to open a store's files, held until `release` or the end of the process, however it ends."""

    def __init__(self, folder: Path, lock: BinaryIO) -> None:
        self._folder = folder
        self._lock = lock
        # A forked child would hold the lock on after its parent's death.
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=lock.close)

    @classmethod
    def take(cls, folder: Path) -> Self:
        """Become the owner. Raises StoreInUse naming the process that is."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = (folder / LOCK).open("a+b")
        if not _locked(lock):
            lock.close()
            raise StoreInUse(f"{folder}: {why_not(folder)}")
        (folder / RECORD).unlink(missing_ok=True)  # left by an owner that was killed
        return cls(folder, lock)

    def announce(self, owner: Owner) -> None:
        """Write down how to reach the owner; whole or not at all, readable by its user alone."""
        new = self._folder / f"{RECORD}.new"
        new.unlink(missing_ok=True)
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump(asdict(owner), file)
        new.replace(self._folder / RECORD)

    def withdraw(self) -> None:
        """Let nobody find the owner until it is announced again."""
        (self._folder / RECORD).unlink(missing_ok=True)

    def release(self) -> None:
        """Let others own the store."""
        if not self._lock.closed:
            (self._folder / RECORD).unlink(missing_ok=True)
            self._lock.close()


def owner_of(folder: Path) -> Owner | None:
    """What the owner wrote; None where nobody did. A file that is left behind by a killed owner is still given."""
    try:
        return Owner(**json.loads((folder / RECORD).read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def why_not(folder: Path) -> str:
    """Why somebody else's store cannot be had."""
    filling = filled_by(folder)
    if filling is not None:
        return f"进程 {filling} 正在首次载入，请稍候 / process {filling} loads the first documents; wait for its end"
    owner = owner_of(folder)
    who = f"process {owner.pid}" if owner else "a process that is just starting or stopping"
    return f"the store belongs to {who}; stop it, or use Neo4j for several writers"


def _locked(lock: BinaryIO) -> bool:
    """Whether the lock is now ours; the system lets go of it when the process ends."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
