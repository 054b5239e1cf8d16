"""How an answer is best shown, and which column plays which part."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Column = str


class _View(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    def parts(self) -> Iterator[tuple[str, Column]]:
        """Every part that a column plays, with that column."""
        for part, columns in self.model_dump(exclude={"kind"}, exclude_none=True).items():
            for column in columns if isinstance(columns, tuple) else (columns,):
                yield part, column


class TableView(_View):
    """Rows under the columns' labels."""

    kind: Literal["table"]
    group: Column | None = None
    """Rows of one value stand together."""


class GraphView(_View):
    """Nodes and relationships of the paths."""

    kind: Literal["graph"]


class TimelineView(_View):
    """Things along the years."""

    kind: Literal["timeline"]
    start: Column
    end: Column | None = None
    label: Column
    lane: Column | None = None
    mark: Column | None = None
    """What is of one day or year has a mark of its own for each value."""


class DumbbellView(_View):
    """Two values on one line each: what was aimed at and what was reached."""

    kind: Literal["dumbbell"]
    label: Column
    target: Column
    result: Column
    unit: Column | None = None
    group: Column | None = None
    met: Column | None = None


class MatrixView(_View):
    """One thing against another, a value where they meet."""

    kind: Literal["matrix"]
    row: Column
    column: Column
    value: Column
    group: Column | None = None
    """Rows of one name are parted by it: what was aimed at from what was reached."""
    comparator: Column | None = None
    """Its sign stands before the value, unless it is `=`."""
    unit: Column | None = None


class SankeyView(_View):
    """Flows through levels, from left to right; each row is one path."""

    kind: Literal["sankey"]
    levels: Annotated[tuple[Column, ...], Field(min_length=2)]


View = Annotated[
    TableView | GraphView | TimelineView | DumbbellView | MatrixView | SankeyView, Field(discriminator="kind")
]
