"""Tables on a terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from app.formats.csv import words
from app.models import ColumnInfo, Envelope, Hit

_WIDEST = 48  # cells of a column that its width is planned with; longer text is folded
_PIPE = 200  # cells of a line where the output is no terminal
_GAP = 3  # cells between columns

Row = Mapping[str, Any]


def show_answer(answer: Envelope) -> None:
    """Print the columns that fit, those that play a part first; ids only where there is nothing else."""
    console = _console()
    chosen = _chosen(answer.columns, answer.data, console.width)
    labels = {each.name: each.label + (f" ({each.unit})" if each.unit not in (None, "1") else "") for each in chosen}
    show([each.name for each in chosen], answer.data, labels)


def show_hits(hits: Sequence[Hit]) -> None:
    """Print hits, the words that fit in bold."""
    console = _console()
    for hit in hits:
        text = Text(hit.text)
        for start, end in hit.highlights:
            text.stylize("bold", start, end)
        console.print(Text(f"{hit.label:<12} {hit.id}  ", style="dim") + text, soft_wrap=True)


def show(columns: Sequence[str], rows: Sequence[Row], labels: Mapping[str, str]) -> None:
    """Print rows under labelled columns."""
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0))
    for column in columns:
        numbers = all(isinstance(row[column], int | float | None) for row in rows)
        table.add_column(Text(labels[column]), justify="right" if numbers and rows else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(words(row[column])) for column in columns))
    _console().print(table)


def _console() -> Console:
    console = Console()
    return console if console.is_terminal else Console(width=_PIPE)


def _chosen(columns: Sequence[ColumnInfo], rows: Sequence[Row], width: int) -> list[ColumnInfo]:
    readable = [each for each in columns if "ref" not in each.type and any(row[each.name] for row in rows)]
    kept: list[ColumnInfo] = []
    used = 0
    for each in sorted(readable or columns, key=lambda each: each.role is None):
        used += _width(each, rows) + _GAP
        if used <= width or not kept:
            kept.append(each)
    return [each for each in columns if each in kept]


def _width(column: ColumnInfo, rows: Sequence[Row]) -> int:
    widest = max((cell_len(words(row[column.name])) for row in rows), default=0)
    return min(_WIDEST, max(widest, cell_len(column.label)))
