"""Extract and load the same documents by one process and by several, and compare times and every byte.

usage: python -m benchmarks.speedup [--engine embedded|neo4j] [--documents N] [--workers N] [--rounds R]

Extraction alone gives lines of JSON, as `zhitu extract` prints them; a load, the first into an empty graph, ends in one
whose canonical dump is compared. Each way is taken once a round, in turn; the workers have started and read a few
texts before.
"""

import argparse
import hashlib
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.scale import Place, graph, readable, shuffled, spent, warm
from benchmarks.texts import write_texts
from loaders.contract import contract_line
from loaders.crew import ALONE, Crew, processes
from loaders.load import load
from loaders.read import read_paths
from stores.dump import dump

Outcome = Callable[[], str]  # its hash, taken when the time is


def extract_all(place: Place, files: Sequence[Path], crew: Crew) -> Outcome:
    """The lines that `zhitu extract` prints, of which nothing is kept; the graph has no part in it."""
    del place
    printed = hashlib.sha256()
    for _, line in crew.in_order(read_paths(files), contract_line, readable):
        printed.update(line or b"")
    return printed.hexdigest


def load_all(place: Place, files: Sequence[Path], crew: Crew) -> Outcome:
    """The graph, which is emptied again when its hash is taken."""
    report = load(files, place.store, crew=crew)
    assert report.ok, report.as_text("en")

    def dumped() -> str:
        held = hashlib.sha256()
        for line in dump(place.store):
            held.update(line.encode())
        place.store.reset()
        return held.hexdigest()

    return dumped


WAYS = {"extraction alone": extract_all, "whole load": load_all}


def main() -> None:
    """Print a table of seconds by one process and by several."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--engine", choices=("embedded", "neo4j"), default="embedded")
    parser.add_argument("--documents", type=int, default=600)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        files = shuffled(write_texts(Path(name), args.documents))
        with graph(args.engine, Path(name)) as place, processes(args.workers) as crew:
            for each in (ALONE, crew):
                warm(each, files)
            print(f"{len(files):,} documents, {args.engine}; medians of {args.rounds} rounds; outcomes equal in all\n")
            print(f"| | 1 process, s | processor s | {args.workers} processes, s | processor s | speed-up |")
            print("| --- | --- | --- | --- | --- | --- |")
            for way in WAYS:
                print(compared(place, files, way, (ALONE, crew), args.rounds), flush=True)


def compared(place: Place, files: Sequence[Path], way: str, crews: tuple[Crew, Crew], rounds: int) -> str:
    """The row of one way."""
    taken: dict[Crew, list[tuple[float, float]]] = {crew: [] for crew in crews}
    outcomes = set()
    for _ in range(rounds):
        for crew in crews:
            began, used = time.perf_counter(), sum(spent(place))
            outcome = WAYS[way](place, files, crew)
            taken[crew].append((time.perf_counter() - began, sum(spent(place)) - used))
            outcomes.add(outcome())
    assert len(outcomes) == 1, f"{way}: the outcomes differ"
    (one, used_by_one), (many, used_by_many) = (
        [statistics.median(each[part] for each in taken[crew]) for part in (0, 1)] for crew in crews
    )
    return f"| {way} | {one:.1f} | {used_by_one:.1f} | {many:.1f} | {used_by_many:.1f} | {one / many:.2f} |"


if __name__ == "__main__":
    main()
