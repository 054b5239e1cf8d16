"""Which folder each collection of the graph is: two folders under one name would take each other for changed."""

from collections.abc import Sequence
from pathlib import Path

from loaders.errors import LoadError
from stores.fixed import fixed
from stores.store import Run, Store, Transaction, reading


def bind_collections(store: Store, collections: Sequence[tuple[str, Path]]) -> None:
    """Remember which folder each collection is. Raises LoadError where a name is another folder's."""
    if _bound(reading(store), collections) is None:
        return

    def write(transaction: Transaction) -> None:
        entries = _bound(transaction.run, collections)
        if entries is not None:
            transaction.run(fixed("set_graph_collections"), {"collections": entries})

    store.write(write)


def _bound(run: Run, collections: Sequence[tuple[str, Path]]) -> list[str] | None:
    """All entries with these collections among them; None where they are there already."""
    rows = run(fixed("graph_collections"), {})
    held = list(rows[0]["collections"] or ()) if rows else []
    bound = dict(entry.split("=", 1) for entry in held)
    for name, folder in collections:
        if bound.setdefault(name, str(folder)) != str(folder):
            raise LoadError(
                f"{folder}: 集合名 {name!r} 已属于 {bound[name]} / this collection name belongs to that folder; "
                "expected another name: --collection NAME"
            )
    entries = sorted(f"{name}={folder}" for name, folder in bound.items())
    return entries if entries != held else None
