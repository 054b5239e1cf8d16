"""One thing against another: the darker a cell, the greater its value, which stands in it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from app.charts.axis import figure
from app.charts.canvas import GREY, INK, MARGIN, PALE, PAPER, SIZE, SMALL
from app.charts.drawing import Drawing, Row
from app.charts.fitting import shortened, width, wrapped
from app.charts.words import say
from app.queries.views import MatrixView

_MOST_ROWS, _MOST_COLUMNS = 80, 24
_LEAST = 560.0  # width, for title and notes
_ROW, _CELL, _NARROWEST = 26.0, 120.0, 46.0
_NAMES = 240.0  # the widest column of row names
_SHOWN = 3  # values in one cell
_LEANING = 0.7  # of a name's length, its height where it leans
_LIGHT, _DARK = 0xF3, 0x45  # greys of the smallest and the greatest value
_WHITE_ON = 0.62  # from this share of the greatest value on, words are white
_SIGNS = {"=": "", ">=": "≥", "<=": "≤"}  # the others are their own


@dataclass(frozen=True, slots=True)
class Amount:
    """A value, and the sign that stands before it."""

    sign: str
    value: float

    def __str__(self) -> str:
        return self.sign + figure(self.value)


@dataclass(frozen=True, slots=True)
class Table:
    """The values by row and column names, in order of appearance; counts are added up where several meet.

    `sources` are the rows of the answer that a cell is made from.
    """

    rows: list[str]
    columns: list[str]
    cells: dict[tuple[str, str], list[Amount]]
    units: dict[tuple[str, str], str]
    sources: dict[tuple[str, str], list[int]]
    is_count: bool

    def shade(self, place: tuple[str, str]) -> float:
        """How great a value is, from 0 to 1; of a cell with several the first.

        Counts are compared over the whole table, other values within their row: rows may have units of their own.
        """
        near = [cell for at, cell in self.cells.items() if self.is_count or at[0] == place[0]]
        values = [amount.value for cell in near for amount in cell[:1]]
        low, high = min(values), max(values)
        share = (self.cells[place][0].value - low) / (high - low) if high > low else 0.0
        # Counts are many small ones and a few great ones: by the root the small ones differ too.
        return math.sqrt(share) if self.is_count else share


def draw(view: MatrixView, drawing: Drawing) -> None:
    """A table of cells, names of rows at the left and of columns above."""
    table = _table(view, drawing)
    _cut(drawing, table)
    names = min(_NAMES, max(width(name, SIZE) for name in table.rows) + 14)
    room = (drawing.width - 2 * MARGIN - names) / len(table.columns)
    cell = max(_NARROWEST, min(_CELL, room))
    drawing.width = max(_LEAST, 2 * MARGIN + names + cell * len(table.columns))
    left, top = MARGIN + names, _heads(drawing, table.columns, MARGIN + names, cell)
    for number, row in enumerate(table.rows):
        y = top + number * _ROW
        drawing.canvas.lines(MARGIN, y + _ROW / 2, [shortened(row, names - 10, SIZE)], row)
        for order, column in enumerate(table.columns):
            _cell(drawing, table, (row, column), (left + order * cell, y, cell))
    drawing.height = top + len(table.rows) * _ROW + 12


def _table(view: MatrixView, drawing: Drawing) -> Table:
    cells: dict[tuple[str, str], list[Amount]] = {}
    units: dict[tuple[str, str], str] = {}
    sources: dict[tuple[str, str], list[int]] = {}
    is_count = drawing.header.returns[view.value].unit == "1"
    for number, row in enumerate(drawing.rows):
        kind = f" · {drawing.words(row, view.group)}" if view.group else ""
        place = _named(drawing, row, view.row) + kind, _named(drawing, row, view.column)
        sources.setdefault(place, []).append(number)
        amounts = cells.setdefault(place, [])
        amount = _amount(row, view.value, None if is_count else view.comparator)
        if amount is None:
            continue
        if is_count and amounts:
            amounts[0] = Amount("", amounts[0].value + amount.value)
        elif amount not in amounts:
            amounts.append(amount)
        units[place] = drawing.words(row, view.unit) if view.unit else ""
    rows, columns = (list(dict.fromkeys(place[at] for place in cells)) for at in (0, 1))
    if _is_time(drawing, view.column):
        columns.sort()
    return Table(rows, columns, cells, units, sources, is_count)


def _amount(row: Row, value: str, comparator: str | None) -> Amount | None:
    relation = (row[comparator] if comparator else None) or "="
    return None if row[value] is None else Amount(_SIGNS.get(relation, relation), row[value])


def _named(drawing: Drawing, row: Row, column: str) -> str:
    return drawing.words(row, column) or say("unknown", drawing.language)


def _is_time(drawing: Drawing, column: str) -> bool:
    return drawing.header.returns[column].role == "time"


def _cut(drawing: Drawing, table: Table) -> None:
    for names, most in ((table.rows, _MOST_ROWS), (table.columns, _MOST_COLUMNS)):
        if len(names) > most:
            drawing.notes.append(say("cut", drawing.language, shown=most))
            del names[most:]


def _heads(drawing: Drawing, columns: Sequence[str], left: float, cell: float) -> float:
    """Name the columns, leaning where they are long; gives where the cells begin."""
    longest = max(width(name, SIZE) for name in columns)
    if longest <= 2 * (cell - 6):
        for order, name in enumerate(columns):
            lines = wrapped(name, cell - 6, SIZE, 2)
            drawing.canvas.lines(left + (order + 0.5) * cell, drawing.top + 20, lines, name, text_anchor="middle")
        return drawing.top + 40
    kept = min(longest, 190.0)
    top = drawing.top + kept * _LEANING + 12
    for order, name in enumerate(columns):
        x = left + (order + 0.5) * cell
        drawing.canvas.text(
            x, top - 8, shortened(name, kept, SIZE), name, transform=f"rotate(-45 {x:.1f} {top - 8:.1f})"
        )
    drawing.width = max(drawing.width, left + len(columns) * cell + kept * _LEANING)
    return top


def _cell(drawing: Drawing, table: Table, place: tuple[str, str], box: tuple[float, float, float]) -> None:
    x, y, size = box
    values = table.cells.get(place, [])
    shade = table.shade(place) if values else 0.0
    grey = round(_LIGHT - shade * (_LIGHT - _DARK))
    fill = f"#{grey:02x}{grey:02x}{min(255, grey + 12):02x}" if values else PAPER
    told = " / ".join(map(str, values[:_SHOWN])) + (" …" if len(values) > _SHOWN else "")
    unit = table.units.get(place, "")
    tip = f"{place[0]}, {place[1]}: {' / '.join(map(str, values)) or '—'} {unit}".rstrip()
    frame = {"x": x + 1, "y": y + 1, "width": size - 2, "height": _ROW - 2}
    ink = PAPER if shade >= _WHITE_ON else INK if values else GREY
    font = SIZE if width(told + unit, SIZE) <= size - 8 else SMALL
    shown = shortened(told + unit if width(told + unit, font) <= size - 4 else told, size - 4, font)
    with drawing.canvas.mark(table.sources.get(place, []), tip):
        drawing.canvas.add("rect", **frame, fill=fill, stroke=fill if values else PALE)
        drawing.canvas.lines(x + size / 2, y + _ROW / 2, [shown or "—"], text_anchor="middle", fill=ink, font_size=font)
