"""A node with its surroundings."""

from app.errors import NoSuchThing, Thing
from app.models import Neighbours, NodeView
from app.reads import values
from app.reads.fixed_read import rows
from app.reads.statements import statements
from graph_schema.derive import label_of
from graph_schema.errors import SchemaError
from stores.store import Store

_PRIVATE = ("Graph",)  # says which folders of which machine were loaded
STATEMENTS = 50
"""How many of a node's statements are listed; the query catalogue lists all."""


def node(store: Store, node_id: str) -> NodeView:
    """A node with its neighbours counted and its first statements. Raises NoSuchThing."""
    label = known_label(node_id, "node")
    found = rows(store, "node", {"id": node_id}, label)
    if not found:
        raise NoSuchThing("node", node_id)
    shown = values.node(found[0]["node"])
    neighbours = [Neighbours.model_validate(row) for row in rows(store, "neighbours", {"id": node_id}, label)]
    support = rows(store, "supporting_statements", {"id": node_id, "limit": STATEMENTS + 1}, label)
    return NodeView(
        **shown,
        neighbours=sorted(neighbours, key=lambda each: (each.type, not each.outgoing, each.label)),
        statements=statements(store, [row["id"] for row in support[:STATEMENTS]]),
        statements_truncated=len(support) > STATEMENTS,
    )


def known_label(node_id: str, what: Thing) -> str:
    """The label that an id begins with. Raises NoSuchThing where it begins with none."""
    try:
        label = label_of(node_id)
    except SchemaError as error:
        raise NoSuchThing(what, node_id) from error
    if label in _PRIVATE:
        raise NoSuchThing(what, node_id)
    return label
