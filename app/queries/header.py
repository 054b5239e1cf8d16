"""The contract in the header of a query file: what each field is.

How the fields fit each other is checked in `check_header.py`, how they fit the Cypher in `check_text.py`.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema

from app.queries.types import Type
from app.queries.views import View

Status = Literal["draft", "stable", "deprecated"]
Shape = Literal["rows", "graph", "scalar"]
Role = Literal["id", "label", "label_en", "alias", "measure", "time", "place", "evidence"]

# What YAML writes for a value of a parameter, before it is read as the parameter's type.
Scalar = str | bool | int | float | date
Raw = Scalar | tuple[Scalar, ...]

NAME = r"^[a-z][a-z0-9_]*$"
Name = Annotated[str, Field(pattern=NAME)]
Words = Annotated[str, Field(min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Text(_Strict):
    """The same words in both languages."""

    zh: Words
    en: Words


class Ask(_Strict):
    """Questions that this query answers; `{goal}` is a slot for the parameter of that name."""

    zh: Annotated[tuple[Words, ...], Field(min_length=1)]
    en: Annotated[tuple[Words, ...], Field(min_length=1)]


class Parameter(_Strict):
    """One value that a caller gives. Neither required nor with a default: leaving it out means no restriction."""

    type: Type
    description: Text
    example: Raw
    required: bool = False
    default: Raw | None = None
    min: int | float | date | None = None
    """The smallest value allowed."""
    max: int | float | date | None = None
    """The largest value allowed."""
    enum: dict[str, Text] | None = None
    """The values allowed, each with its label."""
    values_from: Name | None = None
    """The query that lists the values allowed: its column of role id, labelled by its column of role label."""


class Column(_Strict):
    """One column of the answer."""

    type: Type
    label: Text
    unit: Words | None = None
    role: Role | None = None
    """What part it plays; None for a detail."""

    @property
    def may_be_null(self) -> bool:
        """Whether a row may lack a value: what a row is about and paths are always there."""
        return self.type.kind != "path" and self.role != "id"


@dataclass(frozen=True, slots=True)
class OrderTerm:
    """One column to sort by; `nulls` None promises that the column is never null."""

    column: str
    descending: bool = False
    nulls: Literal["first", "last"] | None = None

    def __str__(self) -> str:
        return self.column + " desc" * self.descending + (f" nulls {self.nulls}" if self.nulls else "")


# "issued desc nulls last", "document"; not "issued down", "issued nulls"
order_grammar = re.compile(r"(?P<column>[a-z][a-z0-9_]*)(?: (?P<way>asc|desc))?(?: nulls (?P<nulls>first|last))?")


def read_order_term(value: object) -> object:
    """Read `column`, `column desc`, `column asc nulls first`; ValueError where it is none of these."""
    if not isinstance(value, str):
        return value
    match = order_grammar.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is not `column [asc|desc] [nulls first|last]`")
    nulls: Literal["first", "last"] | None = None
    if match["nulls"]:
        nulls = "first" if match["nulls"] == "first" else "last"
    return OrderTerm(match["column"], match["way"] == "desc", nulls)


Order = Annotated[OrderTerm, BeforeValidator(read_order_term), PlainSerializer(str), WithJsonSchema({"type": "string"})]


class NoEvidence(_Strict):
    """Why the rows of an answer carry no statement ids."""

    none: Text


class Example(_Strict):
    """A set of parameters and what they must give on the example corpus."""

    params: dict[Name, Raw] = {}
    rows: int | None = Field(default=None, ge=0)
    """Exactly so many rows."""
    at_least: int | None = Field(default=None, ge=1)
    contains: tuple[dict[Name, Raw | None], ...] = ()
    """Rows that must be there; of each only the columns named."""


class Header(_Strict):
    """The whole contract of a query."""

    version: int = Field(ge=1)
    status: Status
    title: Text
    description: Text
    ask: Ask
    params: dict[Name, Parameter] = {}
    returns: dict[Name, Column] = Field(min_length=1)
    tags: tuple[Name, ...] = Field(min_length=1)
    shape: Shape
    order_by: tuple[Order, ...] = ()
    view: View
    evidence: Name | NoEvidence | None = None
    examples: tuple[Example, ...] = Field(min_length=1)
