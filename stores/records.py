"""What comes out of a store, whichever engine is behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one read, in the order the statement gives them."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    truncated: bool
    """There were more rows than the limit."""


@dataclass(frozen=True, slots=True)
class GraphVersion:
    """Which state of which store: equal versions mean equal answers."""

    store: str
    """Random id made with the store; empty before its first write."""
    version: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A node that the full-text index proposes. Scores of two engines cannot be compared."""

    id: str
    label: str
    score: float
    name: str
    texts: tuple[str, ...] = ()
    """What the search may have found: its names in all languages, or the words of a passage."""


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A node as a value of a row."""

    labels: tuple[str, ...]
    properties: dict[str, Any]

    @property
    def id(self) -> str:
        """The key that the schema gives it; empty for a node without."""
        return str(self.properties.get("id", ""))


@dataclass(frozen=True, slots=True)
class GraphRelationship:
    """A relationship as a value of a row."""

    type: str
    start: str
    """Id of the start node; empty where the statement returns the relationship without its nodes."""
    end: str
    properties: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GraphPath:
    """A path as a value of a row: one relationship fewer than nodes, in walking order."""

    nodes: Sequence[GraphNode]
    relationships: Sequence[GraphRelationship]
