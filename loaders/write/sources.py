"""Which documents of the graph a source or a text belongs to."""

from dataclasses import dataclass

from graph_schema import ids
from stores.fixed import fixed
from stores.store import Store


@dataclass(frozen=True, slots=True)
class Held:
    """A document as the graph holds it."""

    id: str
    source: str
    sha256: str
    pipeline: str
    also_at: tuple[str, ...]


def held_documents(store: Store, source: str, sha256: str = "") -> list[Held]:
    """The documents at a source, and those that hold the text with this hash, if one is given."""
    parameters = {"sha256": sha256, "id": ids.document_id(source), "source": source}
    table = store.read(fixed("documents_of_text"), parameters)
    return [as_held(dict(zip(table.columns, row, strict=True))) for row in table.rows]


def as_held(row: dict[str, object]) -> Held:
    """A row of the statements that list documents, as a record."""
    also = row["also_at"] or ()
    assert isinstance(also, list | tuple)
    return Held(str(row["id"]), str(row["source"]), str(row["sha256"]), str(row["pipeline"]), tuple(map(str, also)))
