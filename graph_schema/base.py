"""`Node` and `Relationship`: declaring a subclass is all it takes to add a type to the graph.

The registry that declarations fill is what constraints, merge statements, validation, `/v1/schema` and the README table
are derived from (see `derive.py`). A declaration that contradicts itself raises `SchemaError` on import.
"""

import re
from collections.abc import Iterable
from itertools import product
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from graph_schema.errors import SchemaError

Modality = Literal["done", "required", "planned", "encouraged"]
# Strongest first: a fact that is done anywhere is done.
MODALITIES: tuple[Modality, ...] = get_args(Modality)

CodePoint = Annotated[int, Field(ge=0, description="code points from the start of the text as read")]
Year = Annotated[int, Field(ge=1900, le=2100, description="calendar year")]
Names = Annotated[tuple[str, ...], Field(description="sorted, without the name itself")]
StatementIds = Annotated[tuple[str, ...], Field(description="ids of the statements that support it, sorted")]

NODE_TYPES: dict[str, type["Node"]] = {}
RELATIONSHIP_TYPES: dict[str, type["Relationship"]] = {}

type_name = re.compile(r"(?<=[a-z])(?=[A-Z])")  # `IssuedBy` at `d|B`; not inside `NQI`


class Node(BaseModel):
    """Whatever has an id of its own in the graph.

    `entity` types are what documents name. `looked_up_by` are properties, besides the key, that nodes are found by.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    label: ClassVar[str]
    key: ClassVar[str] = "id"
    looked_up_by: ClassVar[tuple[str, ...]] = ()
    entity: ClassVar[bool] = False

    id: str
    """Deterministic: same input, same id, on every machine."""
    name: str
    """What a reader calls it; for a passage or statement, its first words."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        cls.label = cls.__name__
        if cls.__name__.startswith("_"):
            return
        for name in (cls.key, *cls.looked_up_by):
            if name not in cls.model_fields:
                raise SchemaError(f"{cls.label}: key {name!r} is no property; expected one of {list(cls.model_fields)}")
        if cls.__doc__ is None:
            raise SchemaError(f"{cls.label}: a node type needs a docstring that says what it is")
        if cls.label in NODE_TYPES:
            raise SchemaError(f"{cls.label}: declared twice")
        NODE_TYPES[cls.label] = cls


NodeType = type[Node]
Pair = tuple[NodeType, NodeType]


class Relationship(BaseModel):
    """A directed relationship; `ends` are the pairs of node types it may join.

    `fact` types exist while statements support them and carry their quote; the others follow from structure or tables.
    `key` names the properties that tell several relationships of one type between the same two nodes apart. `sparse` is
    the end at which fewer of them meet: there one is looked for, however many the other end has.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    type: ClassVar[str]
    ends: ClassVar[tuple[Pair, ...]]
    key: ClassVar[tuple[str, ...]] = ()
    sparse: ClassVar[Literal["start", "end"]] = "start"
    fact: ClassVar[bool] = False

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        if cls.__name__.startswith("_"):
            return
        cls.type = type_name.sub("_", cls.__name__).upper()
        if not getattr(cls, "ends", ()):
            raise SchemaError(f"{cls.type}: a relationship type needs `ends`, the pairs of node types it joins")
        if cls.type in RELATIONSHIP_TYPES:
            raise SchemaError(f"{cls.type}: declared twice")
        RELATIONSHIP_TYPES[cls.type] = cls

    @classmethod
    def joins(cls, start: str, end: str) -> bool:
        """Whether it may run from a node labelled `start` to one labelled `end`."""
        return any((a.label, b.label) == (start, end) for a, b in cls.ends)


class _Fact(Relationship):
    """What a relationship between two entities carries: its support and the words of the first statement."""

    fact: ClassVar[bool] = True

    statements: StatementIds
    quote: str
    """The words of the first statement, exactly as read."""
    modality: Modality
    """The strongest that any statement gives it."""


Fact = _Fact


def pairs(starts: Iterable[NodeType], ends: Iterable[NodeType]) -> tuple[Pair, ...]:
    """Every start with every end."""
    return tuple(product(starts, ends))


def strongest(modalities: Iterable[Modality]) -> Modality:
    """The strongest of several modalities: done, required, planned, encouraged."""
    return min(modalities, key=MODALITIES.index)
