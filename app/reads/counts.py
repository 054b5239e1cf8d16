"""How much the graph holds."""

from app.models import GraphCounts
from app.reads.fixed_read import count_nodes, count_relationships
from graph_schema.base import NODE_TYPES, RELATIONSHIP_TYPES
from stores.records import GraphVersion
from stores.store import Store


def counts(store: Store, graph: GraphVersion) -> GraphCounts:
    """Nodes by label and relationships by type, of everything that the schema declares; one read each.

    The node that holds the version is left out.
    """
    return GraphCounts(
        version=graph.version,
        nodes={label: count_nodes(store, label) for label in NODE_TYPES if label != "Graph"},
        relationships={kind: count_relationships(store, kind) for kind in RELATIONSHIP_TYPES},
    )
