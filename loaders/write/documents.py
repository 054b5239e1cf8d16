"""Bring the graph up to date with documents, many whole ones in a transaction, each as if it came alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph_schema import nodes
from graph_schema.errors import GraphError
from loaders.document_graph import DocumentGraph
from loaders.found import Arrival, Found, find
from loaders.records import Issue, Kept
from loaders.report import DocumentReport, Outcome, failed
from loaders.write.changes import Change, change_by, change_by_leaving, touched
from loaders.write.judgements import judgements
from loaders.write.merge import merge_documents
from loaders.write.remove import remove_documents
from loaders.write.reprints import reprints
from loaders.write.reread import reread, with_sources
from loaders.write.sources import held_documents
from stores.errors import BuildSpoilt, CommitUnknown, SettingsError, StoreInUse, StoreUnavailable, WriteRefused
from stores.fixed import fixed
from stores.store import Run, Store, Transaction, reading

# What is no document's fault: the next one would meet it too.
UNABLE = (StoreUnavailable, StoreInUse, SettingsError, WriteRefused, BuildSpoilt)


@dataclass(frozen=True, slots=True)
class Written:
    """A document's part of the report, and its node where it was added."""

    report: DocumentReport
    document: nodes.Document | None = None


def write_documents(store: Store, arrived: Sequence[Arrival]) -> Iterator[DocumentReport]:
    """Write documents in their order and report on each; one that cannot be written does not lose the others.

    The graph ends as if each had been written in a transaction of its own. Raises what is no document's fault.
    """
    at = 0
    while at < len(arrived):
        written = _write_some(store, arrived[at:])
        at += len(written)
        near = reprints(reading(store), [each.document for each in written if each.document is not None])
        for each in written:
            found = near.get(each.document.id) if each.document is not None else None
            yield replace(each.report, reprint_of=found)


def delete_document(store: Store, source: str) -> None:
    """Take a source away. A text that other sources hold moves to the smallest of them."""

    def work(transaction: Transaction) -> None:
        held = held_documents(transaction.run, [(source, "")])
        _apply(transaction, judgements(transaction.run), [(change_by_leaving(source, held), None)])

    store.write(work)


def _write_some(store: Store, arrived: Sequence[Arrival]) -> list[Written]:
    """Write the first documents, at least one, in one transaction. What fails is tried by halves, then given up."""
    try:
        return _nothing_to_do(store, arrived) or _write_at_once(store, arrived)
    except UNABLE:
        raise
    except GraphError as error:
        if len(arrived) > 1:
            return _write_some(store, arrived[: len(arrived) // 2])
        raw = arrived[0].raw
        message = f"{raw.path}: {error} / 无法写入图谱，其余文档不受影响"
        return [Written(failed(raw.source, raw.path, Issue("not-written", message, "error")))]


def _nothing_to_do(store: Store, arrived: Sequence[Arrival]) -> list[Written]:
    """The report on documents that the graph holds as they are, without a transaction; none where one is needed."""
    if any(each.found is not None for each in arrived):
        return []
    changes = _independent(reading(store), arrived)
    if not all(change.is_none for change in changes):
        return []
    return [_as_held(each, change.outcome) for each, change in zip(arrived, changes, strict=False)]


def _write_at_once(store: Store, arrived: Sequence[Arrival]) -> list[Written]:
    decided: list[Written] = []

    def work(transaction: Transaction) -> list[Written]:
        decided[:] = _write(transaction, arrived)
        return list(decided)

    try:
        return store.write(work)
    except CommitUnknown:
        before = list(decided)
    # If it was committed, there is nothing left to do, and what was done is what had been decided.
    now = store.write(work)
    return [old if new.report.outcome == "unchanged" else new for old, new in zip(before, now, strict=False)]


def _write(transaction: Transaction, arrived: Sequence[Arrival]) -> list[Written]:
    judged = judgements(transaction.run)
    written: list[Written] = []
    made: list[tuple[Change, DocumentGraph | None]] = []
    for arrival, change in zip(arrived, _independent(transaction.run, arrived), strict=False):
        if not change.adds:
            made.append((change, None))
            written.append(_as_held(arrival, change.outcome))
            continue
        found = _found(arrival, judged)
        if found.graph is None:
            written.append(Written(found.report))
        else:
            graph = with_sources(found.graph, change.also_at)
            made.append((change, graph))
            written.append(Written(replace(found.report, outcome=change.outcome), graph.document))
    _apply(transaction, judged, made)
    return written


def _independent(run: Run, arrived: Sequence[Arrival]) -> list[Change]:
    """The changes of the first documents, up to one that has to do with the same documents as one before it."""
    held = held_documents(run, [(each.raw.source, each.raw.sha256) for each in arrived])
    changes: list[Change] = []
    met: set[str] = set()
    for each in arrived:
        own = touched(each.raw, held)
        if own & met:
            break
        met |= own
        changes.append(change_by(each.raw, held))
    return changes


def _found(arrival: Arrival, judged: Mapping[str, Kept]) -> Found:
    """What was found in a document; found again where the judgements are others now."""
    if arrival.found is not None and arrival.judged == judged:
        return arrival.found
    return find(arrival.raw, judged)


def _apply(
    transaction: Transaction, judged: Mapping[str, Kept], made: Sequence[tuple[Change, DocumentGraph | None]]
) -> None:
    """Make changes that have nothing to do with one another. A text that loses its source moves to the next."""
    gone: list[str] = []
    graphs: list[DocumentGraph] = []
    also_at: list[dict[str, object]] = []
    for change, graph in made:
        for each in change.leaving:
            others = sorted({*each.also_at} - {change.source})
            if each.source != change.source:
                also_at.append({"id": each.id, "also_at": others})
                continue
            gone.append(each.id)
            if others:
                graphs.append(reread(transaction.run, judged, each, others[0]))
        if change.twin is not None:
            also_at.append({"id": change.twin.id, "also_at": sorted({*change.twin.also_at, change.source})})
        gone += change.gone
        graphs += [graph] if graph is not None else []
    if gone:
        remove_documents(transaction, gone)
    if also_at:
        transaction.run(fixed("set_also_at"), {"rows": also_at})
    if graphs:
        merge_documents(transaction, graphs)


def _as_held(arrival: Arrival, outcome: Outcome) -> Written:
    return Written(DocumentReport(arrival.raw.source, arrival.raw.path, outcome))
