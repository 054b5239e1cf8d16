"""What can go wrong between a file and the graph."""

from graph_schema.errors import GraphError


class LoadError(GraphError):
    """A document, or something that loading needs, cannot be used as it is."""


class UnreadableError(LoadError):
    """A file cannot be read as a document; `code` is stable and kebab-case, the message is Chinese and English."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
