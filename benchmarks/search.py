"""Search over a generated graph: how long it takes, by engine.

usage: python -m benchmarks.search [--passages N] [--rounds N] [--uri bolt://HOST:PORT | --folder FOLDER]

The graph is made anew, unless the store holds one: documents of forty passages, put together from search_words.yaml so
that a few words are common and most are rare, and some thirty thousand named things. It is made in an empty Neo4j or in
an embedded store. Every query is asked `rounds` times, each round in another order; times are those of the whole
search, as the API does it.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from app.reads.search import search, searched_labels
from graph_schema import derive
from graph_schema.regions import region_table
from loaders.english_regions import region_in_english
from loaders.search_text import search_text
from loaders.write.static import prepare
from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Store

PER_DOCUMENT = 40  # passages
BATCH = 4000  # nodes a transaction
LIMIT = 20  # hits
WORDS = Path(__file__).with_name("search_words.yaml")
SLOWEST = 10  # queries shown


class Writer:
    """Puts passages, names and queries together; the same every time."""

    def __init__(self) -> None:
        self._random = random.Random(6)  # noqa: S311 - nothing secret
        self._words: dict[str, list[str]] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
        divisions = [row for row in region_table() if row.kind in ("province", "prefecture", "county")]
        self.regions = [row.name for row in divisions]
        # As in texts: the second word is half as frequent as the first, the third a third.
        self._weights = [1 / (place + 1) for place in range(len(self._words["fields"]) * len(self._words["actions"]))]
        self._works = [field + action for field in self._words["fields"] for action in self._words["actions"]]
        self._random.shuffle(self._works)

    def passage(self) -> str:
        """One sentence."""
        words, pick = self._words, self._random.choice
        first, second = self._random.choices(self._works, self._weights, k=2)
        body = f"{pick(self.regions)}{pick(words['departments'])}"
        middle = f"，{pick(words['verbs'])}{second}" if self._random.random() < 0.5 else ""
        return f"{body}{pick(words['verbs'])}{first}{middle}，{pick(words['ends'])}。"

    def names(self) -> Iterator[tuple[str, str, list[str]]]:
        """Label, id and names of every named thing."""
        for number, region in enumerate(self.regions):
            yield "Region", f"region:g{number}", [region, region_in_english(region)]
            yield "Brand", f"brand:g{number}", [region[:2] + self._random.choice(self._words["brands"])]
            for department in self._words["departments"]:
                yield "Agency", f"agency:g{number}-{department}", [region + department]
        for number, work in enumerate(self._works):
            yield "Campaign", f"campaign:g{number}", [f"{work}专项行动"]
            yield "Plan", f"plan:g{number}", [f"关于加强{work}工作的实施意见"]

    def queries(self) -> list[str]:
        """What is asked: names, parts of them, words of passages, English, pinyin, initials, and what is not there."""
        works, words = self._works, self._words
        office = words["departments"][0]
        return [
            *(field + action for field, action in zip(words["fields"], words["actions"], strict=False)),
            *words["fields"][:10],
            *works[:5],
            *works[-5:],
            *(f"{region}{office}" for region in self.regions[:5]),
            *(f"{region} {work}" for region, work in zip(self.regions[5:10], works[5:10], strict=True)),
            *words["queries"],
        ]


def fill(store: Store, writer: Writer, passages: int) -> None:
    """Make an empty store hold so many passages, and the names."""
    prepare(store)
    names: dict[str, list[dict[str, Any]]] = {}
    for label, key, called in writer.names():
        row = {"id": key, "name": called[0], "aliases": called[1:], "search_text": search_text(called)}
        names.setdefault(label, []).append(row)
    for label, rows in names.items():
        for start in range(0, len(rows), BATCH):
            _merge(store, label, rows[start : start + BATCH])
    for start in range(0, passages, BATCH):
        _passages(store, writer, range(start, min(passages, start + BATCH)))


def _passages(store: Store, writer: Writer, numbers: range) -> None:
    held = {number // PER_DOCUMENT for number in numbers}
    _merge(store, "Document", [{"id": f"document:g{n}", "name": "", "title": "", "source": f"g{n}"} for n in held])
    _merge(store, "Passage", [_passage(number, writer.passage()) for number in numbers])
    ends = [{"start": f"passage:g{n}", "end": f"document:g{n // PER_DOCUMENT}", "properties": {}} for n in numbers]
    statement = derive.merge_relationships("PART_OF", "Passage", "Document")
    store.write(lambda transaction: transaction.run(statement, derive.batch(ends)))


def _passage(number: int, text: str) -> dict[str, Any]:
    place = {"section": "", "start": 0, "end": len(text), "order": number % PER_DOCUMENT}
    return {"id": f"passage:g{number}", "name": text, "text": text, "clean": text, **place}


def _merge(store: Store, label: str, rows: Sequence[Mapping[str, Any]]) -> None:
    store.write(lambda transaction: transaction.run(derive.merge_nodes(label), derive.batch(list(rows))))


def times(store: Store, queries: Sequence[str], rounds: int) -> dict[str, list[float]]:
    """Milliseconds of every search, by query; the first round warms up and does not count."""
    labels = searched_labels(())
    shuffled = random.Random(1)  # noqa: S311 - nothing secret
    taken: dict[str, list[float]] = {query: [] for query in queries}
    for number in range(rounds + 1):
        for query in shuffled.sample(queries, len(queries)):
            begun = time.perf_counter()
            search(store, query, labels, LIMIT)
            if number:
                taken[query].append(1000 * (time.perf_counter() - begun))
    return taken


def show(taken: Mapping[str, Sequence[float]]) -> None:
    """Print p50, p95 and the slowest queries."""
    every = sorted(each for query in taken.values() for each in query)
    print("| searches | p50, ms | p95, ms | most, ms |\n| --- | --- | --- | --- |")
    print(f"| {len(every)} | {statistics.median(every):.0f} | {every[int(0.95 * len(every))]:.0f} | {every[-1]:.0f} |")
    for query in sorted(taken, key=lambda each: -statistics.median(taken[each]))[:SLOWEST]:
        print(f"  {statistics.median(taken[query]):7.0f} ms  {query}")


def main() -> None:
    """Make the graph, search it, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--passages", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--uri", help="of an empty Neo4j")
    parser.add_argument("--folder", type=Path, help="of the embedded store, kept and used again; else a temporary one")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = StoreSettings(bolt_uri=args.uri, folder=args.folder or Path(folder) / "store", query_timeout=600)
        writer = Writer()
        with open_store(settings) as store:
            if not store.version().version:
                begun = time.perf_counter()
                fill(store, writer, args.passages)
                print(f"{args.passages:,} passages made in {time.perf_counter() - begun:.0f} s", flush=True)
            show(times(store, writer.queries(), args.rounds))


if __name__ == "__main__":
    main()
