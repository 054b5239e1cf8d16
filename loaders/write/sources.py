"""Which documents of the graph a source or a text belongs to."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph_schema import ids
from stores.fixed import fixed
from stores.store import Row, Run


@dataclass(frozen=True, slots=True)
class Held:
    """A document as the graph holds it."""

    id: str
    source: str
    sha256: str
    pipeline: str
    also_at: tuple[str, ...]


def held_documents(run: Run, wanted: Iterable[tuple[str, str]]) -> list[Held]:
    """The documents at some sources, and those that hold the texts with the hashes beside them (empty: no text)."""
    pairs = list(wanted)
    parameters = {
        "ids": [ids.document_id(source) for source, _ in pairs],
        "hashes": sorted({sha256 for _, sha256 in pairs if sha256}),
        "sources": [source for source, _ in pairs],
    }
    return [as_held(row) for row in run(fixed("documents_held"), parameters)] if pairs else []


def as_held(row: Row) -> Held:
    """A row of the statements that list documents, as a record."""
    also = row["also_at"] or ()
    return Held(str(row["id"]), str(row["source"]), str(row["sha256"]), str(row["pipeline"]), tuple(map(str, also)))
