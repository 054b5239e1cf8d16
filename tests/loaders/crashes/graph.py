"""What is compared after a crash: whole documents, the promises of the graph, and its canonical dump."""

import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from app import checking
from app.queries import catalogue
from stores.dump import dump
from stores.store import Store

ROOT = Path(__file__).parents[3]
CONTENT = (
    "MATCH (d:Document)\nOPTIONAL MATCH (d)<-[:PART_OF]-(p:Passage)\nOPTIONAL MATCH (p)<-[:STATED_IN]-(c)\n"
    "RETURN d.source AS source, p.id AS passage, c.id AS claim"
)
LATEST = 0.02  # seconds from the begin of a statement to a kill: some are over by then, some are not
Loading = subprocess.Popen[str]
Content = frozenset[tuple[str | None, str | None]]


def content(store: Store) -> dict[str, Content]:
    """The passages and what each states (pairs of ids), by the source of their document."""
    found: dict[str, set[tuple[str | None, str | None]]] = {}
    with store.stream(CONTENT) as rows:
        for source, passage, claim in rows:
            found.setdefault(source, set()).add((passage, claim))
    return {source: frozenset(pairs) for source, pairs in found.items()}


def dumped(store: Store) -> str:
    """The hash of the canonical dump."""
    digest = sha256()
    for line in dump(store):
        digest.update(f"{line}\n".encode())
    return digest.hexdigest()


def problems(store: Store) -> list[str]:
    """All that `zhitu check` finds."""
    return [
        *checking.schema_problems(store),
        *checking.evidence_problems(store),
        *checking.query_problems(store, catalogue.load(), on_examples=False),
    ]


def loading(
    place: str, paths: Sequence[Path], *, most: int, statement: int = 0, latest: float = LATEST, victim: int = 0
) -> Loading:
    """Start a loader as a process; see loader.py."""
    command = [sys.executable, "-m", "tests.loaders.crashes.loader", place]
    command += [str(most), str(statement), str(latest), str(victim), *map(str, paths)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # noqa: S603


def ended(process: Loading) -> int:
    """The code that a loader ends with; below 0 the signal that ended it."""
    process.communicate()
    return process.returncode
