"""How fast documents are written to Neo4j, beside the bare driver writing the same rows.

usage: python -m benchmarks.loading [--documents N] [--rounds R]

Documents are extracted first; then, a round each in turn, they are written as `zhitu load` writes them, and the very
rows that it wrote are written by a loop over the driver: the same statements, 5,000 rows a transaction. Two rounds
before warm the server and are not counted. Then the same with one document a transaction, with twenty, and with the
whole load, reading and extracting. The server is the one of ZHITU_BOLT_URI, which must be empty, else one that is
started for this run; then the processor time of both sides is told too, which other work on the machine does not
lengthen.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import neo4j

from benchmarks.spent import processor_seconds
from benchmarks.texts import write_texts
from graph_schema.derive import batch, merge_nodes, merge_relationships
from loaders.arrivals import arrivals
from loaders.crew import ALONE
from loaders.found import Arrival
from loaders.load import batches, load
from loaders.read import read_paths
from loaders.write.documents import write_documents
from loaders.write.static import prepare
from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Parameters, Row, Store, T, Transaction, reading
from tests.neo4j_server.server import Server, free_port

BARE = 5000  # rows a transaction
WARM = 2  # rounds in which Java compiles what runs often
Rows = dict[str, list[Row]]
Ways = dict[str, Callable[[], object]]
Spent = tuple[float, float]
"""Seconds by the clock and of processor time."""


@dataclass(slots=True)
class Recorded:
    """A store that notes the rows which its transactions merge."""

    store: Store
    rows: Rows = field(default_factory=lambda: defaultdict(list))

    def __getattr__(self, name: str) -> object:
        return getattr(self.store, name)

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work`, noting what it merges."""
        return self.store.write(lambda transaction: work(_Noting(transaction, self.rows)))


@dataclass(slots=True)
class _Noting:
    transaction: Transaction
    rows: Rows
    changed: bool | None = None

    def run(self, cypher: str, parameters: Parameters | None = None) -> list[Row]:
        return self.transaction.run(cypher, parameters)

    def by_key(self, cypher: str, parameters: Parameters) -> list[Row]:
        return self.transaction.by_key(cypher, parameters)

    def merge_nodes(self, label: str, rows: Sequence[Row]) -> None:
        self.rows[merge_nodes(label)] += rows
        self.transaction.merge_nodes(label, rows)

    def merge_relationships(self, kind: str, start: str, end: str, rows: Sequence[Row]) -> None:
        self.rows[merge_relationships(kind, start, end)] += rows
        self.transaction.merge_relationships(kind, start, end, rows)


def write_all(store: Store, arrived: Sequence[Arrival], most: int | None) -> None:
    """Write documents, `most` a transaction, or as a load does it."""
    groups: Iterator[Sequence[Arrival]]
    if most is None:
        groups = ([each for each in batch if isinstance(each, Arrival)] for batch in batches(arrived))
    else:
        groups = (arrived[first : first + most] for first in range(0, len(arrived), most))
    for group in groups:
        for report in write_documents(store, group):
            assert report.outcome == "added", report


def write_bare(driver: neo4j.Driver, rows: Rows) -> None:
    """The same rows by the same statements, nodes first."""
    with driver.session() as session:
        for statement in sorted(rows, key=lambda text: "MATCH" in text):
            for first in range(0, len(rows[statement]), BARE):
                some = rows[statement][first : first + BARE]
                session.execute_write(lambda transaction, s, r: transaction.run(s, batch(r)).consume(), statement, some)


@dataclass(frozen=True, slots=True)
class Place:
    """The server to measure; `process` is its id where it was started for this."""

    settings: StoreSettings
    process: int | None = None

    def processor_seconds(self) -> float:
        """Processor time of this process and of the server so far."""
        if self.process is None:
            return time.process_time()
        return time.process_time() + processor_seconds(self.process)


def timed(place: Place, store: Store, work: Callable[[], object]) -> Spent:
    """Seconds, and processor seconds, that `work` takes on an empty, prepared store."""
    store.reset()
    prepare(store)
    started, spent = time.perf_counter(), place.processor_seconds()
    work()
    return time.perf_counter() - started, place.processor_seconds() - spent


@contextmanager
def server() -> Iterator[Place]:
    """The server to measure."""
    settings = StoreSettings.from_environment(os.environ, Path.cwd())
    if settings.bolt_uri is not None:
        yield Place(settings)
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        own = Server(Path(folder), free_port())
        own.start()
        try:
            yield Place(StoreSettings(bolt_uri=own.uri), own.process.pid if own.process else None)
        finally:
            own.stop()


def main() -> None:
    """Print a table of seconds, rows a second and the share of the bare driver's speed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, server() as place, open_store(place.settings) as store:
        if store.read("MATCH (n) RETURN count(n) AS nodes").rows[0][0]:
            raise SystemExit(f"{place.settings.bolt_uri} is not empty; expected an empty Neo4j")
        texts = write_texts(Path(folder), args.documents)
        prepare(store)
        started = time.perf_counter()
        arrived = [each for each in arrivals(reading(store), read_paths([texts]), ALONE) if isinstance(each, Arrival)]
        print(f"{len(arrived)} documents, extracted in {time.perf_counter() - started:.1f} s", flush=True)
        recorded = Recorded(store)
        timed(place, store, lambda: write_all(recorded, arrived, None))  # type: ignore[arg-type]
        measure(place, store, (arrived, recorded.rows, texts), args.rounds)
        store.reset()


def measure(place: Place, store: Store, given: tuple[Sequence[Arrival], Rows, Path], rounds: int) -> None:
    """Time the bare driver and the ways beside it, and print the table."""
    arrived, rows, texts = given
    settings = place.settings
    driver = neo4j.GraphDatabase.driver(
        str(settings.bolt_uri), auth=(settings.user, settings.password or "") if settings.user else None
    )
    bare: Ways = {"bare driver, 5,000 rows a transaction": lambda: write_bare(driver, rows)}
    ways: Ways = {"as zhitu load writes": lambda: write_all(store, arrived, None)}
    others: Ways = {
        "one document a transaction": lambda: write_all(store, arrived, 1),
        "twenty documents a transaction": lambda: write_all(store, arrived, 20),
        "whole load, one process": lambda: load([texts], store),
    }
    count = sum(map(len, rows.values()))
    print(f"{count:,} rows; medians of {rounds} rounds; the ratio is the bare driver's time to the way's\n")
    print("| way | seconds | rows a second | ratio | processor seconds | ratio of these |")
    print("| --- | --- | --- | --- | --- | --- |")
    # The others by themselves, lest what Java compiles for many small transactions tells on the comparison.
    for group in (bare | ways, bare | others):
        taken = in_turn(place, store, group, rounds)
        for name in taken:
            tell(name, count, taken[name], next(iter(taken.values())))
    driver.close()


def in_turn(place: Place, store: Store, ways: Ways, rounds: int) -> dict[str, list[Spent]]:
    """What each way takes, `rounds` times after those that warm the server."""
    taken: dict[str, list[Spent]] = {name: [] for name in ways}
    for each in range(-WARM, rounds):
        for name, way in ways.items():
            spent = timed(place, store, way)
            taken[name] += [spent] if each >= 0 else []
    return taken


def tell(name: str, count: int, own: Sequence[Spent], bare: Sequence[Spent]) -> None:
    """Print a row of the table."""
    seconds, processor = (statistics.median(each[part] for each in own) for part in (0, 1))
    ratios = [
        statistics.median(one[part] / other[part] for one, other in zip(bare, own, strict=True)) for part in (0, 1)
    ]
    told = f"{seconds:.2f} | {count / seconds:,.0f} | {ratios[0]:.2f} | {processor:.2f} | {ratios[1]:.2f}"
    print(f"| {name} | {told} |", flush=True)


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        main()
