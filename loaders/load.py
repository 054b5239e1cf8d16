"""Load and delete documents: read each, decide what it changes, write whole documents in transactions."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from loaders.arrivals import arrivals
from loaders.crew import ALONE, Crew
from loaders.errors import LoadError
from loaders.found import Arrival
from loaders.read import collection_of, count_files, read_paths
from loaders.report import DocumentReport, LoadReport
from loaders.write.collections import bind_collections
from loaders.write.documents import delete_document, write_documents
from loaders.write.sources import held_documents
from loaders.write.static import prepare
from stores.errors import BuildSpoilt
from stores.store import Store, reading

_log = logging.getLogger("zhitu.load")

# A transaction takes documents until it has so many rows: each runs some hundred statements, however many there are.
# A row needs about two kilobytes of the server's memory until the commit; one document may bring more than all these.
ROWS = 40_000
# And no more than so many documents: what a killed load has read and not yet written is read again.
MOST = 200
# A first build that is killed starts over, and nobody reads its graph: beyond so many documents it goes on as ever.
FIRST_BUILD = 10_000


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a load is: `done` of `total` files, and the one just finished."""

    done: int
    total: int
    path: str


def load(
    paths: Sequence[Path],
    store: Store,
    *,
    collection: str | None = None,
    progress: Callable[[Progress], None] | None = None,
    crew: Crew = ALONE,
) -> LoadReport:
    """Load files and folders. One broken file is reported and the rest goes on; the same load again changes nothing.

    Files are read as they are needed; `crew` extracts. Where writing in bulk fails, which is logged, all is loaded anew
    by transactions, and progress begins again. Raises LoadError where a collection name is bound to another folder.
    """
    started = monotonic()
    total = count_files(paths)

    def loaded(*, in_bulk: bool) -> list[DocumentReport]:
        with ExitStack() as build:
            if in_bulk:
                build.enter_context(store.first_build())
            prepare(store)
            bind_collections(store, [collection_of(path, collection) for path in paths])
            reports: list[DocumentReport] = []
            for batch in batches(arrivals(reading(store), read_paths(paths, collection), crew)):
                for report in _settled(store, batch):
                    reports.append(report)
                    if progress is not None:
                        progress(Progress(len(reports), max(total, len(reports)), report.path))
                if len(reports) >= FIRST_BUILD:
                    build.close()
            return reports

    try:
        return LoadReport(tuple(loaded(in_bulk=True)), monotonic() - started)
    except BuildSpoilt as error:
        _log.warning("%s / 批量写入失败，改用事务重新载入; loading again by transactions", error)
    return LoadReport(tuple(loaded(in_bulk=False)), monotonic() - started)


def delete(sources: Sequence[str], store: Store) -> None:
    """Delete documents by source. A text that other sources hold moves to the smallest of them.

    Raises LoadError naming the first source that the graph does not hold; nothing is deleted then.
    """
    for source in sources:
        if not held_documents(reading(store), [(source, "")]):
            raise LoadError(f"{source}: 图中没有这个来源 / no such source; expected one of `zhitu query documents`")
    for source in sources:
        delete_document(store, source)


def batches(items: Iterable[Arrival | DocumentReport]) -> Iterator[list[Arrival | DocumentReport]]:
    """What goes into one transaction, as it comes."""
    batch: list[Arrival | DocumentReport] = []
    rows = 0
    for item in items:
        batch.append(item)
        rows += _rows(item)
        if len(batch) >= MOST or rows >= ROWS:
            yield batch
            batch, rows = [], 0
    if batch:
        yield batch


def _rows(item: Arrival | DocumentReport) -> int:
    """How many nodes and relationships an arrival brings, about."""
    graph = item.found.graph if isinstance(item, Arrival) and item.found is not None else None
    if graph is None:
        return 0
    return 2 * (len(graph.passages) + len(graph.claims)) + 3 * len(graph.facts) + len(graph.mentions)


def _settled(store: Store, batch: Sequence[Arrival | DocumentReport]) -> Iterator[DocumentReport]:
    """The report on every file of a batch, in order."""
    written = write_documents(store, [each for each in batch if isinstance(each, Arrival)])
    for each in batch:
        yield each if isinstance(each, DocumentReport) else next(written)
