"""Fact relationships and the statements that support them: a relationship exists while one does."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from graph_schema.base import NODE_TYPES, Modality, strongest
from graph_schema.derive import label_of, validate_relationship
from graph_schema.nodes import Statement
from loaders.write.known import FactKey, existing
from stores.store import Row, Run


def supported(by_key: Run, held: Collection[str], statements: Iterable[Statement]) -> Iterator[tuple[FactKey, Row]]:
    """The relationships that statements support, with their properties: these supports and those in the graph.

    `held` are the entities that the graph held before: others have no relationships yet. The graph is asked at once,
    the properties are made as they are taken.
    """
    new: defaultdict[FactKey, list[Statement]] = defaultdict(list)
    for statement in statements:
        new[statement.type, statement.subject, statement.object].append(statement)
    before = existing(by_key, (key for key in new if all(_is_held(end, held) for end in key[1:])))
    return ((key, _properties(key[0], supports, before.get(key))) for key, supports in new.items())


def _is_held(end: str, held: Collection[str]) -> bool:
    return end in held or not NODE_TYPES[label_of(end)].entity


def _properties(kind: str, supports: list[Statement], before: Row | None) -> Row:
    first = min(supports, key=lambda statement: statement.id)
    ids = {statement.id for statement in supports}
    modalities = [statement.modality for statement in supports]
    quote, title = first.quote, first.title
    if before is not None and before["statements"]:
        if min(before["statements"]) < first.id:
            quote, title = before["quote"], before.get("title")
        ids |= set(before["statements"])
        modalities.append(before["modality"])
    return relationship_row(kind, sorted(ids), quote, modalities, title)


def relationship_row(kind: str, ids: list[str], quote: str, modalities: list[Modality], title: str | None) -> Row:
    """The properties of a fact relationship, as the schema has them."""
    row: Row = {"statements": ids, "quote": quote, "modality": strongest(modalities)}
    if title is not None:
        row["title"] = title
    validate_relationship(kind, row)
    return row
