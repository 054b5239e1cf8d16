"""What every format is made from: columns and rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Content:
    """Rows, each a mapping by column name with JSON-ready values; read once, in order."""

    columns: tuple[str, ...]
    rows: Iterable[Row]
