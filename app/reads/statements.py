"""Statements at the words that state them."""

from collections.abc import Sequence
from typing import Any

from app.errors import NoSuchThing
from app.models import DocumentRef, NodeRef, PassageView, StatementView
from app.reads.fixed_read import rows
from app.reads.names import names
from stores.records import GraphNode
from stores.store import Store


def statement(store: Store, statement_id: str) -> StatementView:
    """One statement. Raises NoSuchThing."""
    found = statements(store, [statement_id])
    if not found:
        raise NoSuchThing("statement", statement_id)
    return found[0]


def statements(store: Store, ids: Sequence[str]) -> list[StatementView]:
    """The statements with these ids, by document and place; an id that nothing has is left out."""
    found = rows(store, "statements", {"ids": list(ids)}) if ids else []
    stated = [row["statement"].properties for row in found]
    ends = names(store, [each[end] for each in stated for end in ("subject", "object")])
    return [_view(row, ends) for row in found]


def passage_view(passage: GraphNode) -> PassageView:
    """A passage as answers show it."""
    return PassageView.model_validate({key: passage.properties[key] for key in PassageView.model_fields})


def document_ref(document: GraphNode) -> DocumentRef:
    """A document as answers refer to it."""
    return DocumentRef.model_validate({key: document.properties.get(key) for key in DocumentRef.model_fields})


def _view(row: dict[str, Any], ends: dict[str, NodeRef]) -> StatementView:
    stated = row["statement"].properties
    return StatementView(
        **{key: stated[key] for key in ("id", "type", "modality", "quote", "start", "end")},
        subject=ends[stated["subject"]],
        object=ends[stated["object"]],
        passage=passage_view(row["passage"]),
        document=document_ref(row["document"]),
    )
