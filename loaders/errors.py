"""What can go wrong between a file and the graph."""

from graph_schema.errors import GraphError


class LoadError(GraphError):
    """A document, or something that loading needs, cannot be used as it is."""
