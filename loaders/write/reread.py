"""Read a document of the graph again: its text is rebuilt from its passages."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from loaders.document_graph import DocumentGraph
from loaders.pipeline import extract
from loaders.records import Kept, RawDocument, StatedMetadata
from loaders.write.sources import Held
from stores.fixed import fixed
from stores.store import Run


def reread(run: Run, judged: Mapping[str, Kept], held: Held, source: str) -> DocumentGraph:
    """The graph of a held document as it is at `source`, one of its sources; the others stand in `also_at`."""
    text = "".join(str(row["text"]) for row in run(fixed("document_passages"), {"id": held.id}))
    stated = StatedMetadata(**run(fixed("document_metadata"), {"id": held.id})[0])
    raw = RawDocument(source, source, text, held.sha256, "text/plain", stated=stated)
    return with_sources(extract(raw, judged).graph, {held.source, *held.also_at} - {source, held.source})


def with_sources(graph: DocumentGraph, also: Iterable[str]) -> DocumentGraph:
    """The graph with the other sources of its document's text."""
    return replace(graph, document=graph.document.model_copy(update={"also_at": tuple(sorted(also))}))
