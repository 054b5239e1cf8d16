"""What can go wrong between the program and the graph."""

from graph_schema.errors import GraphError


class StoreError(GraphError):
    """The root of this package's errors."""


class SettingsError(StoreError):
    """A setting has a value that cannot be used."""


class StoreUnavailable(StoreError):
    """The graph cannot be reached now; it may be later."""


class CommitUnknown(StoreUnavailable):
    """The connection broke while a transaction was being committed: it may have been, or not."""


class StoreBehind(StoreUnavailable):
    """The server has not got to what was seen before: it lags, or an older copy of the graph was put in its place."""


class AccessRefused(StoreUnavailable):
    """The engine is there and refuses user, password or database, or shows a certificate that is not trusted."""


class StoreInUse(StoreError):
    """Another process owns the embedded store, and what was asked needs the owner."""


class WriteRefused(StoreError):
    """A statement that should only read could write, or reach outside the graph."""


class QueryTimeout(StoreError):
    """A statement ran longer than it may."""


class QueryError(StoreError):
    """The engine cannot run a statement: syntax, a missing parameter, a value of the wrong type."""


class ConstraintViolated(StoreError):
    """A write would give two nodes of a label the same key."""


class TransactionTooLarge(StoreError):
    """A transaction needs more memory than the engine gives; a smaller one may fit."""


class BuildSpoilt(StoreError):
    """A write of a first build failed halfway: the graph is emptied when the build ends."""
