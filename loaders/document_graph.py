"""One document as graph: the rows that write merges, validated by the schema."""

from dataclasses import dataclass

from graph_schema.base import Node
from graph_schema.nodes import Document, Indicator, Passage, Statement
from loaders.records import Entity


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A statement and the passage that it is stated in."""

    statement: Statement
    passage: str


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A passage names an entity: the properties of a MENTIONS relationship."""

    passage: str
    entity: str
    start: int
    end: int
    text: str
    form: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A Measure, Target or Result, the passage that states it, and its slice of the text as read."""

    node: Node
    passage: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class DocumentGraph:
    """Everything one document adds to the graph. Tuples are in reading order; ids are unique within each."""

    document: Document
    passages: tuple[Passage, ...]
    entities: tuple[Entity, ...]
    indicators: tuple[Indicator, ...]
    mentions: tuple[NamedPlace, ...]
    claims: tuple[Claim, ...]
    facts: tuple[StatedFact, ...]
