"""Read a document of the graph again: its text is rebuilt from its passages."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from loaders.pipeline import Extraction, extract
from loaders.records import Kept, RawDocument, StatedMetadata
from loaders.write.sources import Held
from stores.fixed import fixed
from stores.store import Store


def reread(store: Store, judged: Mapping[str, Kept], held: Held, source: str) -> Extraction:
    """The extraction of a held document as it is at `source`, one of its sources; the others stand in `also_at`."""
    text = "".join(str(row[0]) for row in store.read(fixed("document_passages"), {"id": held.id}).rows)
    facts = store.read(fixed("document_metadata"), {"id": held.id})
    stated = StatedMetadata(**dict(zip(facts.columns, facts.rows[0], strict=True)))
    raw = RawDocument(source, source, text, held.sha256, "text/plain", stated=stated)
    return with_sources(extract(raw, judged), {held.source, *held.also_at} - {source, held.source})


def with_sources(extraction: Extraction, also: Iterable[str]) -> Extraction:
    """The extraction with the other sources of its text."""
    document = extraction.graph.document.model_copy(update={"also_at": tuple(sorted(also))})
    return replace(extraction, graph=replace(extraction.graph, document=document))
