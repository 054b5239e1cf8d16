"""Fact relationships and the statements that support them: a relationship exists while one does."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph_schema.base import MODALITIES, strongest
from graph_schema.derive import match_relationship, validate_relationship
from graph_schema.nodes import Statement
from loaders.write.rows import Rows, by_ends
from stores.store import Row, Transaction

FactKey = tuple[str, str, str]
OWN = ("measure:", "target:", "result:", "document:")  # nodes that belong to one document alone


@dataclass(frozen=True, slots=True)
class Support:
    """One statement's part in a relationship."""

    statement: str
    quote: str
    modality: str
    title: str | None


def support_of(statement: Statement) -> Support:
    """The part that a statement has in its relationship."""
    return Support(statement.id, statement.quote, statement.modality, statement.title)


def add_support(transaction: Transaction, rows: Rows, statements: Iterable[Statement]) -> None:
    """Queue the relationships that statements support, together with what supports them already."""
    new: defaultdict[FactKey, list[Support]] = defaultdict(list)
    for statement in statements:
        new[statement.type, statement.subject, statement.object].append(support_of(statement))
    shared = [key for key in new if not key[1].startswith(OWN)]
    before = existing(transaction, shared)
    for key, supports in new.items():
        _, start, end = key
        rows.relate(key[0], start, end, _properties(key[0], supports, before.get(key)))


def existing(transaction: Transaction, keys: Iterable[FactKey]) -> Mapping[FactKey, Row]:
    """The properties of those relationships that are in the graph."""
    found: dict[FactKey, Row] = {}
    for (kind, start, end), pairs in by_ends(keys):
        query = (
            f"UNWIND $pairs AS pair\n{match_relationship(kind, start, end)}\n"
            "RETURN pair.start AS start, pair.end AS end, properties(r) AS properties"
        )
        for row in transaction.run(query, {"pairs": pairs}):
            found[kind, str(row["start"]), str(row["end"])] = dict(row["properties"])
    return found


def _properties(kind: str, supports: list[Support], before: Row | None) -> Row:
    first = min(supports, key=lambda support: support.statement)
    ids = {support.statement for support in supports}
    modalities = [support.modality for support in supports]
    quote, title = first.quote, first.title
    if before is not None and before["statements"]:
        if min(before["statements"]) < first.statement:
            quote, title = before["quote"], before.get("title")
        ids |= set(before["statements"])
        modalities.append(before["modality"])
    return relationship_row(kind, sorted(ids), quote, modalities, title)


def relationship_row(kind: str, ids: list[str], quote: str, modalities: list[str], title: str | None) -> Row:
    """The properties of a fact relationship, as the schema has them."""
    row: Row = {
        "statements": ids,
        "quote": quote,
        "modality": strongest(modality for modality in MODALITIES if modality in modalities),
    }
    if title is not None:
        row["title"] = title
    return validate_relationship(kind, row).model_dump(mode="json", exclude_none=True)
