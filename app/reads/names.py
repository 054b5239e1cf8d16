"""What nodes are called."""

from collections.abc import Iterable

from app.language import Language
from app.models import NodeRef
from app.reads.fixed_read import by_label, rows
from stores.store import Store


def names(store: Store, ids: Iterable[str]) -> dict[str, NodeRef]:
    """The nodes with these ids, one read a label; an id that nothing has is left out."""
    found = {}
    for label, group in by_label(iter(ids)).items():
        for row in rows(store, "names", {"ids": group}, label):
            found[row["id"]] = NodeRef(id=row["id"], label=label, name=row["name"])
    return found


def names_in(language: Language, store: Store, ids: Iterable[str]) -> dict[str, str]:
    """What the nodes with these ids are called in a language; by the Chinese name where there is no English one."""
    found = {}
    for label, group in by_label(iter(ids)).items():
        for row in rows(store, "names", {"ids": group}, label):
            found[row["id"]] = (row["name_en"] if language == "en" else None) or row["name"]
    return found
