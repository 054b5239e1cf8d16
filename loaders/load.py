"""Load and delete documents: read each, decide what it changes, write whole documents in transactions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from loaders.errors import LoadError
from loaders.pipeline import Extraction, extract, pipeline_fingerprint
from loaders.read import collection_of, read_paths
from loaders.records import Kept, RawDocument, UnreadableDocument
from loaders.report import DocumentReport, LoadReport, Outcome, document_report
from loaders.sketch import Sketches
from loaders.write.judgements import judgements
from loaders.write.merge import merge_documents
from loaders.write.remove import remove_documents
from loaders.write.reread import reread, with_sources
from loaders.write.sources import Held, held_documents
from loaders.write.static import prepare
from stores.fixed import fixed
from stores.store import Store, Transaction


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a load is: `done` of `total` files, and the one just finished."""

    done: int
    total: int
    path: str


@dataclass(frozen=True, slots=True)
class Change:
    """What one source's new state means for the graph.

    `source` leaves the documents `leaving`; the ids `gone` go; `add` comes; `twin` holds the same text already and
    takes the source among its own.
    """

    source: str
    leaving: Sequence[Held]
    add: tuple[Extraction, ...] = ()
    gone: tuple[str, ...] = ()
    twin: Held | None = None


def load(
    paths: Sequence[Path],
    store: Store,
    *,
    collection: str | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> LoadReport:
    """Load files and folders. One broken file is reported and the rest goes on; the same load again changes nothing.

    Raises LoadError where a collection name is bound to another folder.
    """
    started = monotonic()
    prepare(store)
    judged = judgements(store)
    _bind(store, [collection_of(path, collection) for path in paths])
    files = list(read_paths(paths, collection))
    sketches = Sketches((source, tuple(hashes or ())) for source, hashes in store.read(fixed("sketches")).rows)
    reports = []
    for number, file in enumerate(files, 1):
        if isinstance(file, UnreadableDocument):
            reports.append(_failed(file))
        else:
            reports.append(load_document(store, file, judged, sketches))
        if progress is not None:
            progress(Progress(number, len(files), file.path))
    return LoadReport(tuple(reports), monotonic() - started)


def load_document(store: Store, raw: RawDocument, judged: Mapping[str, Kept], sketches: Sketches) -> DocumentReport:
    """Bring the graph up to date with one document, in one transaction."""
    held = held_documents(store, raw.source, raw.sha256)
    own = next((each for each in held if each.source == raw.source), None)
    twin = next((each for each in held if each.sha256 == raw.sha256 and each.source != raw.source), None)
    if own is not None and own.sha256 == raw.sha256 and own.pipeline == pipeline_fingerprint():
        return DocumentReport(raw.source, raw.path, "unchanged")
    if twin is not None and raw.source in twin.also_at:
        return DocumentReport(raw.source, raw.path, "unchanged")
    leaving = [each for each in held if each.sha256 != raw.sha256 and raw.source in (each.source, *each.also_at)]
    if twin is not None and twin.source < raw.source:
        _change(store, judged, Change(raw.source, leaving, twin=twin))
        return DocumentReport(raw.source, raw.path, "also")
    also = {*(own.also_at if own and own.sha256 == raw.sha256 else ()), *((twin.source, *twin.also_at) if twin else ())}
    extraction = with_sources(extract(raw, judged), also)
    same_text = [each.id for each in held if each.sha256 == raw.sha256]
    _change(store, judged, Change(raw.source, leaving, add=(extraction,), gone=tuple(same_text)))
    outcome: Outcome = "replaced" if own is not None or leaving else "added"
    drawn = extraction.graph.document.sketch
    sketches.add(raw.source, drawn)
    return replace(document_report(extraction, outcome), reprint_of=sketches.nearest(raw.source, drawn))


def delete(sources: Sequence[str], store: Store) -> None:
    """Delete documents by source. A text that other sources hold moves to the smallest of them.

    Raises LoadError naming the first source that the graph does not hold; nothing is deleted then.
    """
    for source in sources:
        if not held_documents(store, source):
            raise LoadError(f"{source}: 图中没有这个来源 / no such source; expected one of `zhitu query documents`")
    judged = judgements(store)
    for source in sources:
        _change(store, judged, Change(source, held_documents(store, source)))


def _change(store: Store, judged: Mapping[str, Kept], change: Change) -> None:
    """Make a change in one transaction. A text that loses its source moves to the smallest of its others."""
    going = [each for each in change.leaving if each.source == change.source]
    moved = [reread(store, judged, each, min(each.also_at)) for each in going if each.also_at]
    also_at = {each.id: set(each.also_at) - {change.source} for each in change.leaving if each.source != change.source}
    if change.twin is not None:
        also_at[change.twin.id] = {*change.twin.also_at, change.source}

    def write(transaction: Transaction) -> None:
        remove_documents(transaction, [*change.gone, *(each.id for each in going)])
        for document, sources in sorted(also_at.items()):
            transaction.run(fixed("set_also_at"), {"id": document, "also_at": sorted(sources)})
        merge_documents(transaction, [extraction.graph for extraction in (*moved, *change.add)])

    store.write(write)


def _bind(store: Store, collections: Sequence[tuple[str, Path]]) -> None:
    """Remember which folder each collection is. Raises LoadError where a name is another folder's."""
    table = store.read(fixed("graph_collections"))
    bound = dict(entry.split("=", 1) for entry in (table.rows[0][0] or ())) if table.rows else {}
    for name, folder in collections:
        if bound.setdefault(name, str(folder)) != str(folder):
            raise LoadError(
                f"{folder}: 集合名 {name!r} 已属于 {bound[name]} / this collection name belongs to that folder; "
                "expected another name: --collection NAME"
            )
    entries = sorted(f"{name}={folder}" for name, folder in bound.items())
    if not table.rows or entries != list(table.rows[0][0] or ()):
        store.write(lambda transaction: transaction.run(fixed("set_graph_collections"), {"collections": entries}))


def _failed(file: UnreadableDocument) -> DocumentReport:
    outcome: Outcome = "failed" if file.issue.severity == "error" else "skipped"
    return DocumentReport(file.source, file.path, outcome, issues=(file.issue,))
