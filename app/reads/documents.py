"""A document's text as read, with marks where something was found."""

from app.errors import NoSuchThing
from app.models import DocumentView, Mark
from app.reads import values
from app.reads.fixed_read import rows
from stores.store import Store


def document(store: Store, document_id: str) -> DocumentView:
    """A document with its text rebuilt from its passages. Raises NoSuchThing."""
    found = rows(store, "node", {"id": document_id}, "Document")
    if not found:
        raise NoSuchThing("document", document_id)
    passages = rows(store, "document", {"id": document_id})
    return DocumentView(
        id=document_id,
        properties=values.node(found[0]["node"])["properties"],
        text="".join(row["text"] for row in passages),
        marks=_marks(store, document_id),
    )


def sources(store: Store, prefix: str) -> list[str]:
    """Every source that begins with a prefix, whether its document is held under it or under another; sorted."""
    found = {source for row in rows(store, "sources", {}) for source in (row["source"], *row["also_at"])}
    return sorted(source for source in found if source.startswith(prefix))


def _marks(store: Store, document_id: str) -> list[Mark]:
    marks = [Mark(kind="mention", **row) for row in rows(store, "document_mentions", {"id": document_id})]
    for row in rows(store, "document_claims", {"id": document_id}):
        marks.append(Mark(kind="statement" if row["label"] == "Statement" else "claim", **row))
    return sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.kind, mark.id))
