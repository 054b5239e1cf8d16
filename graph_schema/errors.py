"""The root of every error that this program raises on purpose."""


class GraphError(Exception):
    """Something about the graph, a document or a question is not as it must be; the message says what."""


class SchemaError(GraphError):
    """A declaration of the schema contradicts itself."""
