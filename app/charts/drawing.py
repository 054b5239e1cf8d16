"""A drawing in the making: the rows, the canvas, and how far it reaches."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.charts.axis import figure
from app.charts.canvas import Canvas
from app.language import Language, pick
from app.queries.header import Header

Row = Mapping[str, Any]


@dataclass(slots=True)
class Drawing:
    """Rows to draw below `top`; whoever draws says how wide and high it became, and notes what is not shown."""

    header: Header
    language: Language
    rows: list[Row]
    top: float
    width: float = 960.0
    height: float = 80.0
    canvas: Canvas = field(default_factory=Canvas)
    notes: list[str] = field(default_factory=list)

    def words(self, row: Row, column: str) -> str:
        """A cell in words: numbers as people write them, the label of an enum's value; empty for null."""
        value = row[self._in_language(column)]
        if isinstance(value, bool) or value is None:
            return ""
        if isinstance(value, int | float):
            # A year is a name of a time, not a number.
            return str(value) if self.header.returns[column].type.kind == "year" else figure(value)
        if isinstance(value, list):
            return "、".join(map(str, value))
        return self._labelled(str(value))

    def label(self, column: str) -> str:
        """What a column is called."""
        return pick(self.header.returns[self._in_language(column)].label, self.language)

    def _in_language(self, column: str) -> str:
        """The column beside this one with English names, for those who read English."""
        english = f"{column}_en"
        return english if self.language == "en" and english in self.header.returns else column

    def _labelled(self, value: str) -> str:
        enums = (declared.enum for declared in self.header.params.values() if declared.enum)
        label = next((enum[value] for enum in enums if value in enum), None)
        return pick(label, self.language) if label else value
