"""How well search ranks: the written queries of tests/app/search on the example corpus.

usage: python -m benchmarks.search_quality [--uri bolt://HOST:PORT]

A query is a hit at n where what it asks for is among the first n. The first set was written before the ranking was, and
the ranking was then mended by it; the second was written after, and only the search for names that sound alike came
later.
"""

import argparse
import csv
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.models import Hit
from app.reads.search import search, searched_labels
from loaders.load import load
from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Store

ROOT = Path(__file__).parent.parent
SETS = {"first": "queries.csv", "second": "queries_second.csv"}
DEEPEST = 10  # hits looked at


@dataclass(frozen=True, slots=True)
class Case:
    """One written query; `expected` are the names that answer it, or words of the passage."""

    kind: str
    query: str
    label: str
    expected: tuple[str, ...]

    def is_met_by(self, hit: Hit) -> bool:
        """Whether a hit is what the query asks for."""
        if hit.label != self.label:
            return False
        return any(each in hit.text for each in self.expected) if self.label == "Passage" else hit.name in self.expected


@dataclass(frozen=True, slots=True)
class Scores:
    """Shares of 1 over a set of queries."""

    queries: int
    hit_at_1: float
    hit_at_5: float
    mean_reciprocal_rank: float


def cases(name: str) -> list[Case]:
    """The queries of one of the `SETS`."""
    with (ROOT / "tests" / "app" / "search" / SETS[name]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Case(row["kind"], row["query"], row["label"], tuple(row["expected"].split("|"))) for row in rows]


def rank(store: Store, case: Case) -> int | None:
    """The place of the first hit that is asked for, from 1; None where there is none."""
    hits = search(store, case.query, searched_labels(()), DEEPEST)
    return next((place for place, hit in enumerate(hits, 1) if case.is_met_by(hit)), None)


def scores(ranks: Iterable[int | None]) -> Scores:
    """The scores of a set by the ranks of its queries."""
    found = list(ranks)
    at = [sum(each is not None and each <= depth for each in found) / len(found) for depth in (1, 5)]
    return Scores(len(found), at[0], at[1], sum(1 / each for each in found if each) / len(found))


def table(store: Store) -> Sequence[str]:
    """The scores of both sets as a Markdown table, whole and by kind of query."""
    lines = ["| queries | | hit@1 | hit@5 | MRR |", "| --- | --- | --- | --- | --- |"]
    for name in SETS:
        ranked = [(case.kind, rank(store, case)) for case in cases(name)]
        lines.append(_line(f"{name} set", scores(place for _, place in ranked)))
        for kind in dict.fromkeys(kind for kind, _ in ranked):
            lines.append(_line(kind, scores(place for other, place in ranked if other == kind)))
    return lines


def _line(name: str, of: Scores) -> str:
    return f"| {name} | {of.queries} | {of.hit_at_1:.3f} | {of.hit_at_5:.3f} | {of.mean_reciprocal_rank:.3f} |"


def main() -> None:
    """Load the examples, search, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--uri", help="of an empty Neo4j; else an embedded store of its own")
    args = parser.parse_args()
    settings = StoreSettings(bolt_uri=args.uri, folder=Path(tempfile.mkdtemp()) / "store")
    with open_store(settings) as store:
        load([ROOT / "examples" / "briefings"], store)
        print("\n".join(table(store)))


if __name__ == "__main__":
    main()
