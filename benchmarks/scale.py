"""Load all unlabelled texts and show what a document costs from the first to the last: time, and memory held.

usage: python -m benchmarks.scale [--engine embedded|neo4j] [--documents N] [--workers N] [--in-one]

Each text is written to a file first, long ones and short ones in one fixed random order, so that one stretch of files
is like another: 10, the next 90, 900, then thousands, each as a `zhitu load` of its own into the graph that is there;
or, with `--in-one`, as parts of one first load, which the embedded engine writes in bulk.
The embedded graph is in a temporary folder; Neo4j is one that is started for this run. `--workers` extracts in so many
processes, which have read a few texts before. Processor time is that of all processes, Neo4j's among them.
"""

import argparse
import hashlib
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing import active_children
from pathlib import Path

from benchmarks.spent import memory, processor_seconds, size
from benchmarks.texts import write_texts
from loaders.contract import contract_line
from loaders.crew import Crew, processes
from loaders.load import load
from loaders.read import read_paths
from loaders.records import RawDocument, UnreadableDocument
from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Store
from tests.neo4j_server.server import Server, free_port

MARKS = (10, 100, 1000)  # documents after which a row is printed, then every STEP
STEP = 1000
MB = 1e6
STOPPING = 600.0  # seconds that Neo4j may take to write out what it holds
COLUMNS = (
    *("documents", "characters a document", "ms a document"),
    *("processor ms: workers", "loader", "server"),
    *("MB: a worker", "loader", "server"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """An empty graph, the folder that its files are in, and its server where it has one."""

    store: Store
    folder: Path
    server: Server | None = None

    @property
    def process(self) -> int | None:
        """The server's process."""
        return self.server.process.pid if self.server and self.server.process else None


def shuffled(folder: Path) -> list[Path]:
    """The files of a folder under new names, in an order that their old ones decide."""
    files = sorted(folder.iterdir(), key=lambda path: hashlib.sha256(path.name.encode()).digest())
    return [path.rename(folder / f"{number:06}.txt") for number, path in enumerate(files, 1)]


def stretches(files: Sequence[Path]) -> Iterator[Sequence[Path]]:
    """The files from mark to mark."""
    marks = [mark for mark in (*MARKS, *range(MARKS[-1] + STEP, len(files), STEP)) if mark < len(files)]
    return (files[first:last] for first, last in pairwise((0, *marks, len(files))))


@contextmanager
def graph(engine: str, folder: Path) -> Iterator[Place]:
    """An empty graph of an engine."""
    if engine == "embedded":
        with open_store(StoreSettings(folder=folder / "graph")) as store:
            yield Place(store, folder / "graph")
        return
    server = Server(folder / "server", free_port())
    server.start()
    try:
        with open_store(StoreSettings(bolt_uri=server.uri)) as store:
            yield Place(store, folder / "server" / "data", server)
    finally:
        server.stop()


def readable(file: RawDocument | UnreadableDocument) -> bool:
    """Whether there is something to extract from."""
    return isinstance(file, RawDocument)


def warm(crew: Crew, files: Sequence[Path]) -> None:
    """Let everyone of a crew start and read models and tables, by a few texts each."""
    for _ in crew.in_order(read_paths(files[: 4 * crew.hands]), contract_line, readable):
        pass


def spent(place: Place) -> tuple[float, float, float]:
    """Processor seconds so far of the workers, of this process, and of the server."""
    workers = sum(processor_seconds(child.pid) for child in active_children() if child.pid is not None)
    return workers, processor_seconds(os.getpid()), processor_seconds(place.process) if place.process else 0


def held(place: Place) -> tuple[int, int, int]:
    """Bytes of memory that the largest worker, this process and the server hold."""
    workers = max((memory(child.pid) for child in active_children() if child.pid is not None), default=0)
    return workers, memory(os.getpid()), memory(place.process) if place.process else 0


def load_stretch(place: Place, crew: Crew, files: Sequence[Path], before: int) -> str:
    """Load files after `before` others; the row of the table."""
    count, characters = len(files), sum(len(path.read_text(encoding="utf-8")) for path in files)
    began, used = time.perf_counter(), spent(place)
    report = load(files, place.store, crew=crew)
    seconds = time.perf_counter() - began
    processor = [after - at_first for after, at_first in zip(spent(place), used, strict=True)]
    assert report.ok, report.as_text("en")
    cells = (
        f"{before + count:,}",
        f"{characters / count:,.0f}",
        f"{1000 * seconds / count:,.0f}",
        *(f"{1000 * each / count:,.0f}" for each in processor),
        *(f"{each / MB:,.0f}" for each in held(place)),
    )
    return f"| {' | '.join(cells)} |"


def tell_size(place: Place, documents: int) -> None:
    """Print what is in the graph, and what it takes on the disk; a server is stopped for that, and writes all of it."""
    nodes, ends = (
        place.store.read(query).rows[0][0]
        for query in ("MATCH (n) RETURN count(n) AS n", "MATCH ()-[r]->() RETURN count(r) AS r")
    )
    print(
        f"\n{nodes:,} nodes and {ends:,} relationships: {nodes / documents:,.0f} and {ends / documents:,.0f} a document"
    )
    if place.server and place.server.process:
        place.server.process.terminate()
        place.server.process.wait(STOPPING)
    for part in sorted(place.folder.glob("*/neo4j")) if place.server else (place.folder,):
        name, taken = part.relative_to(place.folder.parent), size(part)
        print(f"{name}: {taken / MB:,.0f} MB, {taken / documents:,.0f} bytes a document")


def main() -> None:
    """Load, printing as it goes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--engine", choices=("embedded", "neo4j"), default="embedded")
    parser.add_argument("--documents", type=int)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--in-one", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        files = shuffled(write_texts(Path(name), args.documents))
        with graph(args.engine, Path(name)) as place, processes(args.workers) as crew:
            warm(crew, files)
            print(f"{len(files):,} documents, {args.engine}, {args.workers} processes extract\n")
            print(f"| {' | '.join(COLUMNS)} |\n|{' --- |' * len(COLUMNS)}")
            began, done = time.perf_counter(), 0
            with place.store.first_build() if args.in_one else nullcontext():
                for some in stretches(files):
                    print(load_stretch(place, crew, some, done), flush=True)
                    done += len(some)
            print(f"\n{done:,} documents in {time.perf_counter() - began:,.0f} s")
            tell_size(place, done)


if __name__ == "__main__":
    main()
