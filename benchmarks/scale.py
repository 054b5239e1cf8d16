"""Load all unlabelled texts and show what a document costs from the first to the last: time, and memory held.

usage: python -m benchmarks.scale [--engine embedded|neo4j] [--documents N] [--workers N]

Each text is written to a file first, long ones and short ones in one fixed random order, so that one stretch of files
is like another. The embedded graph is in a temporary folder; Neo4j is the server of ZHITU_BOLT_URI, which must be
empty, else one that is started for this run. `--workers` extracts in so many processes.
"""

import argparse
import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.texts import write_texts
from loaders.crew import processes
from loaders.load import Progress, load
from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Store
from tests.neo4j_server.server import Server, free_port

MARKS = (10, 100, 1000)  # documents after which a row is printed, then every STEP
STEP = 1000
MB = 1e6


def shuffled(folder: Path) -> Path:
    """The files of a folder under new names, in an order that their old ones decide."""
    files = sorted(folder.iterdir(), key=lambda path: hashlib.sha256(path.name.encode()).digest())
    for number, path in enumerate(files, 1):
        path.rename(folder / f"{number:06}.txt")
    return folder


@dataclass
class Watch:
    """Prints a row at each mark: documents so far, and since the mark before milliseconds a document and memory."""

    characters: dict[str, int]
    began: float = field(default_factory=time.monotonic)
    since: float = field(default_factory=time.monotonic)
    documents: int = 0
    read: int = 0

    def __call__(self, progress: Progress) -> None:
        """Take one more document."""
        self.read += self.characters[Path(progress.path).name]
        if progress.done in MARKS or progress.done % STEP == 0 or progress.done == progress.total:
            now, count = time.monotonic(), progress.done - self.documents
            print(
                f"| {progress.done:,} | {1000 * (now - self.since) / count:,.1f} | {self.read / count:,.0f} "
                f"| {held() / MB:,.0f} |",
                flush=True,
            )
            self.since, self.documents, self.read = now, progress.done, 0


def held() -> int:
    """Bytes of memory that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


@contextmanager
def graph(engine: str, folder: Path) -> Iterator[Store]:
    """An empty graph of an engine."""
    settings = StoreSettings.from_environment(os.environ, folder)
    if engine == "embedded":
        settings = replace(settings, bolt_uri=None, folder=folder / "graph")
    elif settings.bolt_uri is None:
        server = Server(folder / "server", free_port())
        server.start()
        try:
            with open_store(replace(settings, bolt_uri=server.uri)) as store:
                yield store
        finally:
            server.stop()
        return
    with open_store(settings) as store:
        yield store


def main() -> None:
    """Load, printing as it goes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--engine", choices=("embedded", "neo4j"), default="embedded")
    parser.add_argument("--documents", type=int)
    parser.add_argument("--workers", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        texts = shuffled(write_texts(Path(name), args.documents))
        characters = {path.name: len(path.read_text(encoding="utf-8")) for path in texts.iterdir()}
        print(f"{len(characters):,} documents, {sum(characters.values()):,} characters, {args.engine}\n")
        print("| documents | ms a document | characters a document | memory, MB |\n| --- | --- | --- | --- |")
        with graph(args.engine, Path(name)) as store, processes(args.workers) as crew:
            watch = Watch(characters)
            report = load([texts], store, progress=watch, crew=crew)
    seconds = time.monotonic() - watch.began
    rate = sum(characters.values()) / seconds
    print(f"\n{len(report.documents):,} documents in {seconds:,.0f} s, {rate:,.0f} characters a second")


if __name__ == "__main__":
    main()
