"""Reads the tables of graph_schema/data, and says where one is not as it must be."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph_schema.errors import GraphError

DATA = Path(__file__).parent / "data"


class TableError(GraphError):
    """A row of a data table is not as it must be; the message names file, row, value and expectation."""


@dataclass(frozen=True, slots=True)
class Place:
    """A row of a file, for messages: a line number, or the id of an entry."""

    path: Path
    row: int | str

    def error(self, value: object, expected: str) -> TableError:
        """The error that says what stands here and what was expected instead."""
        return TableError(f"{self.path.name}, {self._unit} {self.row}: {value!r}: expected {expected}")

    @property
    def _unit(self) -> str:
        return "line" if isinstance(self.row, int) else "entry"


def read_rows(path: Path, header: tuple[str, ...]) -> Iterator[tuple[Place, list[str]]]:
    """The rows of a tab-separated file below its header, each with its place. Line numbers count from 1.

    Raises TableError where the header differs or a row has more or fewer cells.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    found = tuple(lines[0].split("\t")) if lines else ()
    if found != header:
        raise Place(path, 1).error(found, f"the columns {', '.join(header)}")
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(header):
            raise Place(path, number).error(line, f"{len(header)} cells")
        yield Place(path, number), cells


def split_list(cell: str) -> tuple[str, ...]:
    """The items of a cell that holds a list joined by semicolons; none for an empty cell."""
    return tuple(cell.split(";")) if cell else ()
