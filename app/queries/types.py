"""The types of parameters and columns, as the header of a query file writes them.

`string`, `int`, `float`, `bool`, `date`, `year`, `ref` (a node of any label), `ref(Goal)`, `ref(Plan|Campaign)`,
`list(...)` of one of these, and `path` for the one column of a graph.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from graph_schema import derive

Kind = Literal["string", "int", "float", "bool", "date", "year", "ref", "path"]
KINDS: tuple[Kind, ...] = get_args(Kind)
LABELS = frozenset(constraint.label for constraint in derive.constraints())

# "list(ref(Agency|Organization))", "date", "ref(Goal)"; not "list(list(int))", "ref()", "int(3)"
grammar = re.compile(r"(?P<many>list\()?(?P<kind>[a-z]+)(?:(?<=ref)\((?P<labels>\w+(?:\|\w+)*)\))?(?(many)\))")


@dataclass(frozen=True, slots=True)
class ValueType:
    """One value of a kind, or `many` of them; `labels` says what a `ref` may refer to, empty for anything."""

    kind: Kind
    labels: tuple[str, ...] = ()
    many: bool = False

    @property
    def one(self) -> "ValueType":
        """The type of a single value."""
        return ValueType(self.kind, self.labels)

    def __str__(self) -> str:
        word = f"{self.kind}({'|'.join(self.labels)})" if self.labels else self.kind
        return f"list({word})" if self.many else word


def parse(text: str) -> ValueType:
    """Read a type; ValueError says what is wrong with it."""
    match = grammar.fullmatch(text)
    kind = next((known for known in KINDS if match and match["kind"] == known), None)
    if match is None or kind is None:
        raise ValueError(f"type {text!r} is none of {', '.join(KINDS)}, ref(Label|Label), list(...)")
    labels = tuple(match["labels"].split("|")) if match["labels"] else ()
    if unknown := [label for label in labels if label not in LABELS]:
        raise ValueError(f"type {text!r}: the schema has no label {unknown[0]!r}")
    if kind == "path" and match["many"]:
        raise ValueError("type 'list(path)': a graph is one path a row")
    return ValueType(kind, labels, many=match["many"] is not None)


def _read(value: object) -> object:
    return parse(value) if isinstance(value, str) else value


Type = Annotated[ValueType, BeforeValidator(_read), PlainSerializer(str), WithJsonSchema({"type": "string"})]
