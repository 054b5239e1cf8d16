"""Search over names, aliases and passages."""

from collections.abc import Iterator, Sequence

from app.models import Hit
from app.queries.errors import IllTypedParameter, alike
from app.reads import ranking
from app.reads.fixed_read import rows
from app.reads.ranking import Fit
from app.reads.statements import document_ref
from graph_schema.base import NODE_TYPES
from graph_schema.derive import searchable
from stores.store import Store

CANDIDATES = 60
"""Candidates of each label that the index is asked for: enough that what fits whole is among them."""
_PASSAGE = "Passage"


def search(store: Store, text: str, labels: Sequence[str], limit: int) -> list[Hit]:
    """What fits a text best, at most `limit`: exact names before those that begin with it or hold it, then passages.

    `labels` narrows the search. Chinese needs no word boundaries; Traditional script finds Simplified.
    """
    query = ranking.fold(text)
    if not query:
        return []
    found: dict[str, list[str]] = {}
    for candidate in store.search(query, labels, CANDIDATES):
        found.setdefault(candidate.label, []).append(candidate.id)
    hits = [pair for label, ids in found.items() for pair in _hits(store, query, label, ids)]
    hits.sort(key=lambda pair: (*pair[0].rank, _LABELS.index(pair[1].label), pair[1].id))
    return [hit for _, hit in hits[:limit]]


def searched_labels(asked: Sequence[str]) -> list[str]:
    """The labels asked for, all that are searched where none is. Raises IllTypedParameter, proposing the nearest."""
    known = [*searchable(), _PASSAGE]
    for label in asked:
        if label not in known:
            raise IllTypedParameter("label", f"{label!r} is no label that is searched", alike(label, known))
    return list(asked) or known


_LABELS = list(NODE_TYPES)


def _hits(store: Store, query: str, label: str, ids: list[str]) -> Iterator[tuple[Fit, Hit]]:
    if label == _PASSAGE:
        yield from _passages(store, query, ids)
        return
    for row in rows(store, "found_nodes", {"ids": ids}, label):
        names = [row["name"], *row["aliases"], *([row["name_en"]] if row["name_en"] else [])]
        fit = ranking.best_name(query, names)
        if fit is not None:
            yield fit, _hit(row["id"], label, row["name"], fit)


def _passages(store: Store, query: str, ids: list[str]) -> Iterator[tuple[Fit, Hit]]:
    for row in rows(store, "found_passages", {"ids": ids}):
        passage = row["passage"]
        fit = ranking.passage(query, passage.properties["clean"])
        if fit is not None:
            hit = _hit(passage.id, _PASSAGE, passage.properties["name"], fit)
            yield fit, hit.model_copy(update={"document": document_ref(row["document"])})


def _hit(node_id: str, label: str, name: str, fit: Fit) -> Hit:
    return Hit(id=node_id, label=label, name=name, match=fit.match, text=fit.text, highlights=list(fit.highlights))
