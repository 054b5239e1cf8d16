"""CSV as spreadsheets open it: a byte order mark, CRLF, and no cell that would run as a formula."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import orjson

from app.formats.content import Content

BOM = "\ufeff"
# What makes a spreadsheet take a cell for a formula. Source: OWASP, CSV injection.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(content: Content) -> Iterator[bytes]:
    """A line of column names, then the rows; RFC 4180 with a byte order mark."""
    yield (BOM + _line(list(content.columns))).encode()
    for row in content.rows:
        yield _line([cell(row.get(column)) for column in content.columns]).encode()


def cell(value: Any) -> str:
    """A value as a cell: its words, a formula among them behind an apostrophe."""
    text = words(value)
    is_number = isinstance(value, int | float)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) and not is_number else text


def words(value: Any) -> str:
    """A value as text: lists joined by `; `, a path as names and arrows, whole numbers without decimals."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
        case list() | tuple() if not any(isinstance(item, dict | list) for item in value):
            return "; ".join(map(str, value))
        case {"nodes": [first, *others], "relationships": steps}:
            return str(first["name"]) + "".join(map(_step, steps, others))
        case dict() | list() | tuple():
            return orjson.dumps(value).decode()
        case _:
            return str(value)


def _step(step: dict[str, Any], other: dict[str, Any]) -> str:
    """One step of a path, its arrow in the direction of the relationship."""
    arrow = f"-{step['type']}->" if step["end"] == other["id"] else f"<-{step['type']}-"
    return f" {arrow} {other['name']}"


def _line(cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
