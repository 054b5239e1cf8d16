"""Columns of an answer, to be compared as a whole."""

from typing import Any

from stores.store import Row


def cells(rows: list[Row], *names: str) -> list[tuple[Any, ...]]:
    """Of each row, in order, the values of these columns."""
    return [tuple(row[name] for name in names) for row in rows]
